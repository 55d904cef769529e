/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "service/zb-words-template.h"

#include <glib/gi18n.h>
#include <string.h>

#define CHOOSE N_("Choose another file.")
#define SAVE_AS N_("Open it in the program it was made with, save it as .xlsx or .docx, and choose that file.")

/* What a file can be instead of a form. */
static const struct {
  ZbTemplateError code;
  const char *title;
  const char *advice;
  gboolean can_retry;
} template_words[] = {
  { ZB_TEMPLATE_ERROR_NOT_FOUND, N_("The file was not found."), N_("Check how it is written."), FALSE },
  { ZB_TEMPLATE_ERROR_NO_PERMISSION, N_("The file may not be read."), N_("Ask for the right to read it, or choose a copy."), TRUE },
  { ZB_TEMPLATE_ERROR_NOT_A_FILE, N_("This is a folder or a device, not a file."), CHOOSE, FALSE },
  { ZB_TEMPLATE_ERROR_EMPTY, N_("The file is empty."), CHOOSE, FALSE },
  { ZB_TEMPLATE_ERROR_OTHER_KIND, N_("This file is neither a workbook nor a text document."), N_("Choose a file of the kind .xlsx or .docx."), FALSE },
  { ZB_TEMPLATE_ERROR_OLD_FORMAT, N_("The form is in the old format .xls or .doc, which cannot be filled."), SAVE_AS, FALSE },
  { ZB_TEMPLATE_ERROR_OPEN_DOCUMENT, N_("The form is in the format .ods or .odt, which cannot be filled."), SAVE_AS, FALSE },
  { ZB_TEMPLATE_ERROR_MACROS, N_("The form has macros, programs that would run with whoever opens what was filled."), N_("Save it as .xlsx or .docx, without macros, and choose that file."), FALSE },
  { ZB_TEMPLATE_ERROR_PASSWORD, N_("The file is locked with a password."), N_("Save it without a password and choose that file."), FALSE },
  { ZB_TEMPLATE_ERROR_DAMAGED, N_("The file is damaged or cut short."), N_("Have it sent again, or save it anew in the program it was made with."), FALSE },
  { ZB_TEMPLATE_ERROR_TOO_BIG, N_("The file is far larger than any form."), CHOOSE, FALSE },
  { ZB_TEMPLATE_ERROR_TOO_MANY_ROWS, N_("The filled form would have more rows than a sheet can have."), N_("Choose fewer people, or fill it branch by branch."), FALSE },
  { ZB_TEMPLATE_ERROR_NO_MARKS, N_("Nothing in the form is marked."), N_("Write marks such as {{姓名}} into the cells that are to be filled, and choose it again."), FALSE },
  { ZB_TEMPLATE_ERROR_UNKNOWN_MARKS, N_("These marks cannot be filled: %s."), N_("Correct them in the form, or let them stay as they are."), FALSE },
  { ZB_TEMPLATE_ERROR_OTHER_END, N_("What this form becomes is a file of the kind %s."), N_("Give the file that ending."), FALSE },
  /* Translators: %s is how many people */
  { ZB_TEMPLATE_ERROR_ONE_PERSON, N_("A text of this form tells of one person, and the list has %s."),
    N_("Choose one person; what is for many stands in a row of a table."), FALSE },
  { ZB_TEMPLATE_ERROR_STUCK, N_("Reading the file made no progress and was stopped."), SAVE_AS, TRUE },
  { ZB_TEMPLATE_ERROR_FAILED, N_("The form could not be read."), SAVE_AS, TRUE },
};

void
zb_words_template (const GError *error, ZbWords *out_words)
{
  for (guint i = 0; i < G_N_ELEMENTS (template_words); i++)
    if ((int) template_words[i].code == error->code)
      {
        g_autoptr(GString) title = g_string_new (_(template_words[i].title));

        g_string_replace (title, "%s", error->message, 1);
        out_words->title = g_strdup (title->str);
        out_words->advice = g_strdup (_(template_words[i].advice));
        out_words->can_retry = template_words[i].can_retry;
      }
}

const char *
zb_words_field (const ZbField *field)
{
  return _(field->label);
}

/* Of a part of the file that is no cell. */
static const char *
part_words (ZbTemplatePlaceKind kind)
{
  switch ((int) kind)
    {
    case ZB_PLACE_HEADER: return _("header");
    case ZB_PLACE_FOOTER: return _("footer");
    case ZB_PLACE_TEXT_BOX: return _("text box");
    case ZB_PLACE_CHART: return _("chart");
    case ZB_PLACE_COMMENT: return _("comment");
    case ZB_PLACE_NOTE: return _("footnote");
    case ZB_PLACE_PROPERTY: return _("document properties");
    case ZB_PLACE_SHEET_NAME: return _("name of the sheet");
    default: return "";
    }
}

char *
zb_words_template_place (const ZbTemplatePlace *place)
{
  gboolean has_sheet = place->sheet != NULL && *place->sheet != '\0';

  if ((place->kind == ZB_PLACE_CELL || place->kind == ZB_PLACE_FORMULA) && place->ref != NULL && *place->ref != '\0')
    return g_strdup_printf ("%s!%s", has_sheet ? place->sheet : "", place->ref);
  if (place->kind == ZB_PLACE_CELL)
    /* Translators: %1$s a sheet of a workbook, %2$u a row */
    return g_strdup_printf (_("%1$s, row %2$u"), has_sheet ? place->sheet : "", place->a);
  if (place->kind == ZB_PLACE_TABLE)
    return g_strdup_printf (_("table %1$u, row %2$u, cell %3$u"), place->a, place->b, place->c);
  if (place->kind == ZB_PLACE_PARAGRAPH)
    return g_strdup_printf (_("paragraph %u"), place->a);
  if (has_sheet)
    /* Translators: %1$s a sheet of a workbook, %2$s a part of it such as its header */
    return g_strdup_printf (_("%1$s, %2$s"), place->sheet, part_words (place->kind));
  return g_strdup (part_words (place->kind));
}

static char *
join_suggestions (const ZbTemplateMark *mark)
{
  g_autoptr(GString) out = g_string_new (NULL);

  for (guint i = 0; mark->suggestions != NULL && mark->suggestions[i] != NULL; i++)
    g_string_append_printf (out, "%s%s", i > 0 ? _(", ") : "", mark->suggestions[i]);
  return g_string_free (g_steal_pointer (&out), FALSE);
}

char *
zb_words_template_trouble (const ZbTemplateMark *mark)
{
  g_autofree char *suggestions = join_suggestions (mark);

  switch (mark->trouble)
    {
    case ZB_TEMPLATE_NOT_CLOSED: return g_strdup (_("the two braces }} at its end are missing"));
    case ZB_TEMPLATE_NOT_HERE: return g_strdup (_("nothing is filled into a formula or the name of a sheet; give the mark a cell of its own"));
    case ZB_TEMPLATE_NO_FORMAT:
      /* Translators: %s is a list of words */
      return g_strdup_printf (_("what follows the stroke is none of %s"), suggestions);
    case ZB_TEMPLATE_UNKNOWN:
      if (*suggestions != '\0')
        /* Translators: %s is a list of words */
        return g_strdup_printf (_("unknown; perhaps %s"), suggestions);
      return g_strdup (_("not known to Zhibu"));
    case ZB_TEMPLATE_GOOD:
    default: return g_strdup ("");
    }
}

char *
zb_words_template_refused (const ZbTemplateCheck *check)
{
  g_autoptr(GString) out = g_string_new (NULL);

  for (guint i = 0; i < check->marks->len; i++)
    {
      const ZbTemplateMark *mark = g_ptr_array_index (check->marks, i);
      g_autofree char *place = mark->trouble != ZB_TEMPLATE_GOOD ? zb_words_template_place (&mark->place) : NULL;
      g_autofree char *trouble = place != NULL ? zb_words_template_trouble (mark) : NULL;

      if (place == NULL)
        continue;
      if (out->len > 0)
        g_string_append (out, _("; "));
      /* Translators: %1$s a mark such as {{姓名}}, %2$s where it stands, %3$s what is wrong with it */
      g_string_append_printf (out, _("%1$s (%2$s): %3$s"), mark->text, place, trouble);
    }
  return g_string_free (g_steal_pointer (&out), FALSE);
}
