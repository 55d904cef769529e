/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/zb-org-row.h"

void
zb_org_row_fill (AdwComboRow *row, ZbOrgTree *tree, const char *none, gint64 chosen)
{
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);
  GArray *ids = g_array_new (FALSE, TRUE, sizeof (gint64));
  guint selected = 0;

  g_array_set_size (ids, 1);
  gtk_string_list_append (names, none);
  for (guint i = 0; i < zb_org_tree_size (tree); i++)
    {
      const ZbOrg *org = zb_org_tree_at (tree, i);
      g_autofree char *indented = g_strdup_printf ("%*s%s", (int) org->depth * 2, "", zb_org_short (org));

      gtk_string_list_append (names, indented);
      if (org->id == chosen)
        selected = ids->len;
      g_array_append_val (ids, org->id);
    }
  /* By their ids: the tree may be another one when the choice is read. */
  g_object_set_data_full (G_OBJECT (row), "zb-ids", ids, (GDestroyNotify) g_array_unref);
  adw_combo_row_set_model (row, G_LIST_MODEL (names));
  adw_combo_row_set_selected (row, selected);
}

gint64
zb_org_row_get (AdwComboRow *row)
{
  GArray *ids = g_object_get_data (G_OBJECT (row), "zb-ids");
  guint selected = adw_combo_row_get_selected (row);

  return ids != NULL && selected < ids->len ? g_array_index (ids, gint64, selected) : 0;
}
