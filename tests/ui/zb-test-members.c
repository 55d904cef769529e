/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "zb-test-members.h"

#include "zb-test-widgets.h"

static void
on_toast (ZbTestMembers *self, const char *words, gboolean can_undo)
{
  g_string_append_printf (self->said, "%s\n", words);
}

void
zb_test_members_set_up (ZbTestMembers *self, gconstpointer data)
{
  zb_test_reset_settings ();
  self->here = zb_test_registry_new ();
  self->said = g_string_new (NULL);
  self->page = zb_members_page_new (self->here->registry);
  self->table = ZB_MEMBER_TABLE (zb_test_find_type (self->page, ZB_TYPE_MEMBER_TABLE));
  self->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (self->window), 1200, 700);
  gtk_window_set_child (GTK_WINDOW (self->window), self->page);
  g_signal_connect_swapped (self->page, "toast", G_CALLBACK (on_toast), self);
  gtk_window_present (GTK_WINDOW (self->window));
  zb_test_spin_idle ();
}

void
zb_test_members_tear_down (ZbTestMembers *self, gconstpointer data)
{
  zb_test_close (self->window);
  zb_test_spin_idle ();
  zb_test_registry_free (self->here);
  g_string_free (self->said, TRUE);
}

gint64
zb_test_members_add (ZbTestMembers *self, const char *name, const char *field, const char *value)
{
  g_autoptr(ZbRecord) record = zb_record_new (&zb_kind_member);
  g_autoptr(GAsyncResult) done = NULL;
  GAsyncResult *result = NULL;
  gint64 id;

  zb_record_set (record, "name", name);
  zb_record_set (record, "category", "full");
  if (field != NULL)
    zb_record_set (record, field, value);
  zb_registry_save_async (self->here->registry, record, self->here->branch, 0, NULL, zb_test_take_result, &result);
  done = zb_test_wait (&result);
  id = zb_registry_save_finish (self->here->registry, done, NULL, NULL);
  g_assert_cmpint (id, >, 0);
  return id;
}

char *
zb_test_members_names (ZbTestMembers *self)
{
  GListModel *rows = G_LIST_MODEL (zb_member_table_get_selection (self->table));
  guint column = 0;
  g_autoptr(GString) text = g_string_new (NULL);

  while (g_strcmp0 (zb_member_table_get_columns (self->table)[column], "name") != 0)
    column++;
  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr(ZbMemberRow) row = g_list_model_get_item (rows, i);

      g_string_append_printf (text, "%s ", zb_member_row_cell (row, column));
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

void
zb_test_members_select_only (ZbTestMembers *self, gint64 id)
{
  zb_member_selection_select_only (zb_member_table_get_selection (self->table), id);
  zb_test_spin_idle ();
}

void
zb_test_members_press_toggle (ZbTestMembers *self, const char *label)
{
  GtkWidget *toggle = zb_test_find (self->page, GTK_ACCESSIBLE_ROLE_BUTTON, label);

  g_assert_nonnull (toggle);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (toggle), TRUE);
  zb_test_spin_idle ();
}
