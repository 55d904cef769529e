/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "dialogs/zb-export-conditions.h"

#include <glib/gi18n.h>
#include <string.h>

#include "core/zb-kind.h"

/* What stands behind an entry: conditions as text, "" for none. */

static void
free_texts (gpointer data)
{
  g_ptr_array_unref (data);
}

/* Saved filters are of members so far; other kinds keep what they were opened with. */
static void
add_saved (GtkStringList *names, GPtrArray *texts, ZbRegistry *registry, const char *kind)
{
  g_autoptr(GPtrArray) saved = zb_registry_list (registry, &zb_kind_saved_filter, "kind", kind, NULL);

  for (guint i = 0; saved != NULL && i < saved->len; i++)
    {
      const ZbRecord *record = g_ptr_array_index (saved, i);
      const char *conditions = zb_record_get (record, "conditions");

      gtk_string_list_append (names, zb_record_title (record));
      g_ptr_array_add (texts, g_strdup (conditions != NULL ? conditions : ""));
    }
}

void
zb_export_conditions_fill (AdwComboRow *row, ZbRegistry *registry, const ZbRosterRequest *request)
{
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);
  GPtrArray *texts = g_ptr_array_new_with_free_func (g_free);
  ZbOrgTree *tree = zb_registry_tree (registry);
  g_autofree char *given = request->filter != NULL && zb_filter_size (request->filter) > 0 ? zb_filter_to_text (request->filter, tree) : NULL;
  guint selected = 0;

  gtk_string_list_append (names, _("None"));
  g_ptr_array_add (texts, g_strdup (""));
  add_saved (names, texts, registry, request->roster->kind);
  for (guint i = 1; given != NULL && i < texts->len; i++)
    if (strcmp (given, g_ptr_array_index (texts, i)) == 0)
      selected = i;
  if (given != NULL && selected == 0)
    {
      g_autofree char *words = zb_filter_to_words (request->filter, tree);

      gtk_string_list_append (names, words);
      g_ptr_array_add (texts, g_strdup (given));
      selected = texts->len - 1;
    }
  g_object_set_data_full (G_OBJECT (row), "zb-conditions", texts, free_texts);
  adw_combo_row_set_model (row, G_LIST_MODEL (names));
  adw_combo_row_set_selected (row, selected);
  gtk_widget_set_visible (GTK_WIDGET (row), texts->len > 1 && request->ids == NULL && request->roster->subject == ZB_ROSTER_OF_ORG);
}

gboolean
zb_export_conditions_take (AdwComboRow *row, ZbRegistry *registry, ZbRosterRequest *request, GError **error)
{
  GPtrArray *texts = g_object_get_data (G_OBJECT (row), "zb-conditions");
  guint selected = adw_combo_row_get_selected (row);
  const char *text = texts != NULL && selected < texts->len ? g_ptr_array_index (texts, selected) : NULL;

  if (text == NULL || !gtk_widget_get_visible (GTK_WIDGET (row)))
    return TRUE;
  g_clear_pointer (&request->filter, zb_filter_unref);
  if (*text == '\0')
    return TRUE;
  request->filter = strcmp (request->roster->kind, zb_kind_member.name) == 0
                      ? zb_filter_parse (text, zb_registry_tree (registry), error)
                      : zb_filter_parse_fields (zb_kind_get (request->roster->kind), text, zb_registry_tree (registry), error);
  return request->filter != NULL;
}
