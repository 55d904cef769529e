/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "service/zb-words.h"

#include <glib/gi18n.h>

#include "core/zb-kind.h"
#include "core/zb-roster.h"
#include "exchange/zb-document.h"
#include "store/zb-export-log.h"

char *
zb_words_moment (const char *at)
{
  g_autoptr(GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr(GDateTime) then = g_date_time_new_from_iso8601 (at, utc);
  g_autoptr(GDateTime) local = then != NULL ? g_date_time_to_local (then) : NULL;

  return local != NULL ? g_date_time_format (local, "%x %H:%M") : g_strdup (at);
}

static const char *
field_label (const ZbKind *kind, const char *name)
{
  const ZbField *field = zb_kind_field (kind != NULL ? kind : &zb_kind_member, name);

  return field != NULL ? _(field->label) : name;
}

/* A roster, a kind of paper, or what an older or newer program called it. */
static const char *
list_label (const char *name)
{
  const ZbRoster *roster = zb_roster_get (name);
  const ZbDocumentKind *document = zb_document_kind_get (name);
  const ZbKind *kind = zb_kind_get (name);

  if (roster != NULL)
    return _(roster->label);
  if (document != NULL)
    return _(document->label);
  if (g_str_equal (name, "calendar"))
    return _("Calendar");
  return kind != NULL ? _(kind->label) : name;
}

char *
zb_words_access (const ZbAccess *access)
{
  g_autofree char *line = NULL;

  if (access->record != 0)
    /* Translators: %1$s a person, %2$s a field such as ID number */
    line = g_strdup_printf (_("Shown: %1$s, %2$s"), access->name != NULL ? access->name : "", field_label (access->kind, access->what));
  else if (g_strcmp0 (access->format, ZB_EXPORT_PRINTED) == 0)
    /* Translators: %1$s a list or paper, %2$u how many records */
    line = g_strdup_printf (ngettext ("Printed: %1$s (%2$u row)", "Printed: %1$s (%2$u rows)", access->n_rows), list_label (access->what), access->n_rows);
  else
    /* Translators: %1$s a list or paper, %2$s a kind of file, %3$u how many records */
    line = g_strdup_printf (ngettext ("Exported: %1$s (%2$s, %3$u row)", "Exported: %1$s (%2$s, %3$u rows)", access->n_rows),
                            list_label (access->what), access->format != NULL ? access->format : "", access->n_rows);
  if (access->private_columns != NULL && *access->private_columns != '\0')
    {
      g_auto(GStrv) names = g_strsplit (access->private_columns, ",", -1);
      g_autoptr(GString) labels = g_string_new (NULL);

      for (guint i = 0; names[i] != NULL; i++)
        g_string_append_printf (labels, "%s%s", i > 0 ? _(", ") : "", field_label (NULL, g_strstrip (names[i])));
      /* Translators: %1$s what was exported, %2$s names of private fields */
      return g_strdup_printf (_("%1$s; in full: %2$s"), line, labels->str);
    }
  return g_steal_pointer (&line);
}
