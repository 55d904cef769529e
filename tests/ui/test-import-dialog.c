/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "import-dialog-fixture.h"

static void
test_import (ImportDialog *self, gconstpointer data)
{
  import_dialog_open (self, "roster.csv", import_dialog_good);
  zb_test_wait_shows (self->dialog, "王小样");
  g_assert_true (import_dialog_can_import (self));
  g_assert_cmpint (zb_test_registry_people (self->here->registry), ==, 0);

  import_dialog_take (self);
  zb_test_registry_wait_columns (self->here->registry, 2);
  zb_test_spin_idle ();
  g_assert_null (zb_test_window (ZB_TYPE_IMPORT_DIALOG));

  /* The whole file is one step back. */
  zb_test_registry_undo (self->here);
  zb_test_registry_wait_columns (self->here->registry, 0);
}

static void
test_skip_bad (ImportDialog *self, gconstpointer data)
{
  GtkWidget *skip;

  import_dialog_open (self, "roster.csv", import_dialog_one_bad);
  zb_test_wait_shows (self->dialog, "Remarks (1)");
  g_assert_false (import_dialog_can_import (self));

  skip = zb_test_find (self->dialog, GTK_ACCESSIBLE_ROLE_LIST_ITEM, "Leave Out Rows With Problems");
  g_assert_nonnull (skip);
  gtk_widget_activate (skip);
  zb_test_spin_until (import_dialog_can_import, self);
  import_dialog_take (self);
  zb_test_registry_wait_columns (self->here->registry, 1);
}

static void
test_look_and_leave (ImportDialog *self, gconstpointer data)
{
  import_dialog_open (self, "roster.csv", import_dialog_good);
  zb_test_wait_shows (self->dialog, "王小样");
  zb_test_close (self->dialog);
  g_assert_null (self->words);
  g_assert_cmpint (zb_test_registry_people (self->here->registry), ==, 0);
  g_assert_cmpint (zb_test_db_number (self->here->files, "SELECT count(*) FROM person"), ==, 0);
}

/* Closed while the file is still read: what comes back must find nothing to do. */
static void
test_close_early (ImportDialog *self, gconstpointer data)
{
  import_dialog_open (self, "roster.csv", import_dialog_good);
  zb_test_close (self->dialog);
  g_assert_cmpint (zb_test_db_number (self->here->files, "SELECT count(*) FROM person"), ==, 0);
}

static void
on_stopped (ImportDialog *self, const char *words)
{
  self->words = g_strdup (words);
}

/* Closed while the file is written: nothing of it stays, and that is said where the dialog cannot say it any more. */
static void
test_close_while_writing (ImportDialog *self, gconstpointer data)
{
  g_autoptr(GString) many = g_string_new ("姓名,所在党支部\n");

  /* So many that the writing is not over before it is stopped. */
  for (guint i = 0; i < 20000; i++)
    g_string_append_printf (many, "样本%u,第一党支部\n", i);
  import_dialog_open (self, "roster.csv", many->str);
  g_signal_connect_swapped (self->dialog, "stopped", G_CALLBACK (on_stopped), self);
  zb_test_wait_shows (self->dialog, "样本7");
  zb_test_press (self->dialog, "Import");
  gtk_window_close (GTK_WINDOW (self->dialog));
  zb_test_spin_until (import_dialog_is_imported, self);
  g_assert_cmpstr (self->words, ==, "The import was stopped; nothing was changed.");
  zb_test_wait_no_window (ZB_TYPE_IMPORT_DIALOG);
  g_assert_cmpint (zb_test_db_number (self->here->files, "SELECT count(*) FROM person"), ==, 0);
}

/* The result stands until it is closed; files that come meanwhile are not lost without a word. */
static void
test_more_when_done (ImportDialog *self, gconstpointer data)
{
  g_autofree char *path = zb_test_db_file (self->here->files, "more.csv");
  g_autoptr(GFile) file = g_file_new_for_path (path);
  GSList only = { file, NULL };

  import_dialog_open (self, "roster.csv", import_dialog_good);
  zb_test_spin_until (import_dialog_can_import, self);
  zb_test_press (self->dialog, "Import");
  zb_test_wait_shows (self->dialog, "Undo This Import");
  zb_import_dialog_add (ZB_IMPORT_DIALOG (self->dialog), &only);
  zb_test_wait_shows (self->dialog, "This import is finished: close it first, then give the next files.");
  zb_test_close (self->dialog);
}

static void
test_not_a_workbook (ImportDialog *self, gconstpointer data)
{
  import_dialog_open (self, "roster.xlsx", "no workbook at all");
  zb_test_wait_shows (self->dialog, "Choose Another File…");
  g_assert_false (import_dialog_can_import (self));
  zb_test_close (self->dialog);
}

static GtkWidget *
column_row (ImportDialog *self)
{
  return zb_test_find (self->dialog, GTK_ACCESSIBLE_ROLE_COMBO_BOX, "出生日期");
}

static gboolean
has_column_row (gpointer data)
{
  return ADW_IS_COMBO_ROW (column_row (data));
}

static void
test_map_column (ImportDialog *self, gconstpointer data)
{
  import_dialog_open (self, "roster.csv", import_dialog_one_bad);
  zb_test_wait_shows (self->dialog, "Remarks (1)");
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (zb_test_find (self->dialog, GTK_ACCESSIBLE_ROLE_TAB, "Columns")), TRUE);
  zb_test_spin_until (has_column_row, self);

  /* A column that is not taken cannot keep its rows out. The hand stays where it is while all is checked again. */
  gtk_widget_grab_focus (column_row (self));
  adw_combo_row_set_selected (ADW_COMBO_ROW (column_row (self)), 0);
  zb_test_spin_until (import_dialog_can_import, self);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (self->dialog)) == column_row (self));
  import_dialog_take (self);
  zb_test_registry_wait_columns (self->here->registry, 2);
}

static const char organizations[] =
  "党组织名称,组织类别,上级党组织,联系人\n中共样本公司委员会,党委,,王样本\n样本第二党支部,党支部,中共样本公司委员会,\n第一党支部,,,李样本\n"
  "样本第二党支部,,,\n";

/* A list of organisations: what happens with each row, the counts, and the problem in their own words. */
static void
test_organizations (ImportDialog *self, gconstpointer data)
{
  import_dialog_open_of (self, &zb_kind_organization, "organizations.csv", organizations);
  zb_test_wait_shows (self->dialog, "中共样本公司委员会");
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (self->dialog)), ==, "Import Organisations");
  g_assert_cmpint (import_dialog_count (self, "Rows Read"), ==, 4);
  g_assert_cmpint (import_dialog_count (self, "New"), ==, 2);
  g_assert_cmpint (import_dialog_count (self, "Updated"), ==, 1);
  g_assert_cmpint (import_dialog_count (self, "With Problems"), ==, 1);
  g_assert_cmpint (import_dialog_count (self, "New Organisations"), ==, -1);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (zb_test_find (self->dialog, GTK_ACCESSIBLE_ROLE_TAB, "Remarks (1)")), TRUE);
  zb_test_wait_shows (self->dialog, "Row 5: the same as in row 3");
  gtk_widget_activate (zb_test_find (self->dialog, GTK_ACCESSIBLE_ROLE_LIST_ITEM, "Leave Out Rows With Problems"));
  zb_test_spin_until (import_dialog_can_import, self);
  import_dialog_take (self);
  zb_test_spin_idle ();
  g_assert_cmpuint (zb_org_tree_size (zb_registry_tree (self->here->registry)), ==, 3);
  g_assert_cmpint (zb_test_db_number (self->here->files,
    "SELECT count(*) FROM organization b JOIN organization c ON b.parent = c.id WHERE c.contact = '王样本' AND b.kind = 'branch'"), ==, 1);
  g_assert_cmpint (zb_test_db_number (self->here->files, "SELECT count(*) FROM organization WHERE contact = '李样本'"), ==, 1);
}

/* Those whose row names nothing above them go below the one that stands over all, unless another is chosen. */
static void
test_organizations_above (ImportDialog *self, gconstpointer data)
{
  g_autoptr(GHashTable) fields = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr(GAsyncResult) result = NULL;
  GAsyncResult *waiting = NULL;
  GtkWidget *row;

  g_hash_table_insert (fields, (gpointer) "on", (gpointer) "2020-01-01");
  g_hash_table_insert (fields, (gpointer) "kind", (gpointer) "committee");
  zb_registry_step_async (self->here->registry, &zb_kind_organization, &self->here->branch, 1,
                          zb_kind_step (&zb_kind_organization, "upgrade"), fields, NULL, zb_test_take_result, &waiting);
  result = zb_test_wait (&waiting);
  g_assert_true (zb_registry_write_finish (self->here->registry, result, NULL, NULL));
  import_dialog_open_of (self, &zb_kind_organization, "organizations.csv", "党组织名称,联系人\n第二党支部,\n");
  zb_test_wait_shows (self->dialog, "第二党支部");
  row = zb_test_find (self->dialog, GTK_ACCESSIBLE_ROLE_COMBO_BOX, "Above Those That Name None");
  g_assert_cmpuint (adw_combo_row_get_selected (ADW_COMBO_ROW (row)), ==, 1);
  import_dialog_take (self);
  g_assert_cmpint (zb_test_db_number (self->here->files, "SELECT parent FROM organization WHERE name = '第二党支部'"), ==, self->here->branch);
}

/* Rows of wishes belong to the only branch; a column may mean what is known of the household. */
static void
test_wishes (ImportDialog *self, gconstpointer data)
{
  GtkWidget *row;

  import_dialog_open_of (self, &zb_kind_wish, "wishes.csv", "征集日期,心愿人,我们叫她,心愿内容\n2026-11-01,张桂兰,张奶奶,一袋米\n");
  zb_test_wait_shows (self->dialog, "一袋米");
  row = zb_test_find (self->dialog, GTK_ACCESSIBLE_ROLE_COMBO_BOX, "Branch of Those That Name None");
  g_assert_cmpuint (adw_combo_row_get_selected (ADW_COMBO_ROW (row)), ==, 1);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (zb_test_find (self->dialog, GTK_ACCESSIBLE_ROLE_TAB, "Columns")), TRUE);
  zb_test_spin_idle ();
  row = zb_test_find (self->dialog, GTK_ACCESSIBLE_ROLE_COMBO_BOX, "我们叫她");
  for (guint i = 0; i < g_list_model_get_n_items (adw_combo_row_get_model (ADW_COMBO_ROW (row))); i++)
    if (g_str_equal (gtk_string_list_get_string (GTK_STRING_LIST (adw_combo_row_get_model (ADW_COMBO_ROW (row))), i), "Name for Publication"))
      adw_combo_row_set_selected (ADW_COMBO_ROW (row), i);
  zb_test_spin_until (import_dialog_can_import, self);
  import_dialog_take (self);
  g_assert_cmpint (zb_test_db_number (self->here->files, "SELECT count(*) FROM household WHERE alias = '张奶奶'"), ==, 1);
  zb_test_registry_undo (self->here);
  g_assert_cmpint (zb_test_db_number (self->here->files, "SELECT count(*) FROM wish WHERE withdrawn = 0"), ==, 0);
}

#define ADD(path, function) g_test_add (path, ImportDialog, NULL, import_dialog_set_up, function, import_dialog_tear_down)

int
main (int argc, char *argv[])
{
  zb_test_widgets_init (&argc, &argv);
  ADD ("/ui/import/import", test_import);
  ADD ("/ui/import/skip-bad", test_skip_bad);
  ADD ("/ui/import/look-and-leave", test_look_and_leave);
  ADD ("/ui/import/close-early", test_close_early);
  ADD ("/ui/import/close-while-writing", test_close_while_writing);
  ADD ("/ui/import/more-when-done", test_more_when_done);
  ADD ("/ui/import/not-a-workbook", test_not_a_workbook);
  ADD ("/ui/import/map-column", test_map_column);
  ADD ("/ui/import/organizations", test_organizations);
  ADD ("/ui/import/organizations-above", test_organizations_above);
  ADD ("/ui/import/wishes", test_wishes);
  return g_test_run ();
}
