/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "dialogs/templates/zb-template-marks.h"

#include <glib/gi18n.h>

#include "service/zb-words-template.h"

/* More marks than a person reads. */
#define MAX_ROWS 300

static char *
meaning_words (const ZbTemplateMark *mark)
{
  g_autofree char *trouble = zb_words_template_trouble (mark);

  if (mark->trouble != ZB_TEMPLATE_GOOD)
    return g_steal_pointer (&trouble);
  /* Translators: %s is the name of a column */
  if (mark->is_private)
    return g_strdup_printf (_("%s (private)"), mark->means);
  return g_strdup (mark->means);
}

static GtkWidget *
row_new (const ZbTemplateMark *mark)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *icon = gtk_image_new_from_icon_name (mark->trouble == ZB_TEMPLATE_GOOD ? "object-select-symbolic" : "dialog-warning-symbolic");
  g_autofree char *place = zb_words_template_place (&mark->place);
  g_autofree char *meaning = meaning_words (mark);
  /* Translators: %1$s where a mark stands, %2$s what it means */
  g_autofree char *words = g_strdup_printf (_("%1$s: %2$s"), place, meaning);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), mark->text);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), words);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  mark->trouble == ZB_TEMPLATE_GOOD ? _("Will be filled") : _("Cannot be filled"), -1);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
  return row;
}

void
zb_template_marks_fill (GtkListBox *list, const ZbTemplateCheck *check)
{
  GtkWidget *child;
  guint n = 0;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (list))) != NULL)
    gtk_list_box_remove (list, child);
  for (guint good = 0; check != NULL && good < 2; good++)
    for (guint i = 0; i < check->marks->len; i++)
      {
        const ZbTemplateMark *mark = g_ptr_array_index (check->marks, i);

        if ((mark->trouble == ZB_TEMPLATE_GOOD) == (good == 1) && n++ < MAX_ROWS)
          gtk_list_box_append (list, row_new (mark));
      }
}
