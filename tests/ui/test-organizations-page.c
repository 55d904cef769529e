/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "dialogs/zb-export-dialog.h"
#include "dialogs/import/zb-import-dialog.h"
#include "dialogs/zb-plain-dialog.h"
#include "dialogs/zb-record-dialog.h"
#include "dialogs/zb-step-dialog.h"
#include "pages/organizations/zb-org-item.h"
#include "pages/organizations/zb-organization-pane.h"
#include "pages/organizations/zb-organizations-page.h"
#include "zb-test-registry.h"
#include "zb-test-widgets.h"

/* The whole window on a registry of its own, at the organisations: a committee, two branches, a group. */
typedef struct {
  ZbTestDb *files;
  GtkWidget *window;
  GtkWidget *page;
  GtkWidget *pane;
  gint64 committee, first, second, group;
  gint64 wang, li;
} Fixture;

static void
open_window (Fixture *self)
{
  g_clear_pointer (&self->files->db, zb_db_close);
  self->window = GTK_WIDGET (zb_test_shell (self->files->path, 2));
  self->page = zb_test_find_type (self->window, ZB_TYPE_ORGANIZATIONS_PAGE);
  self->pane = zb_test_find_type (self->window, ZB_TYPE_ORGANIZATION_PANE);
}

static void
set_up_empty (Fixture *self, gconstpointer data)
{
  self->files = zb_test_db_new ();
  open_window (self);
}

static void
set_up (Fixture *self, gconstpointer data)
{
  ZbDb *db;

  self->files = zb_test_db_new ();
  db = self->files->db;
  self->committee = zb_test_organization (db, "committee", "样本公司党委", 0);
  self->first = zb_test_organization (db, "branch", "第一党支部", self->committee);
  self->second = zb_test_organization (db, "branch", "第二党支部", self->committee);
  self->group = zb_test_organization (db, "group", "第一党小组", self->first);
  self->wang = zb_test_member (db, "王样本", self->first, "category", "full", "joined_on", "2000-07-01", "confirmed_on", "2001-07-01", "sex",
                               "2", NULL);
  self->li = zb_test_member (db, "李样本", self->first, "category", "probationary", "joined_on", "2026-01-01", "sex", "1", NULL);
  open_window (self);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  zb_test_close (self->window);
  zb_test_db_free (self->files);
}

static gint64
number (Fixture *self, const char *sql)
{
  return zb_test_db_number (self->files, sql);
}

/* Goes to an organisation of the tree by its name. */
static void
go_to (Fixture *self, const char *name)
{
  GtkListView *view = GTK_LIST_VIEW (zb_test_find (self->page, GTK_ACCESSIBLE_ROLE_LIST, name));
  GtkSelectionModel *rows = gtk_list_view_get_model (view);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (rows)); i++)
    {
      g_autoptr(GtkTreeListRow) row = g_list_model_get_item (G_LIST_MODEL (rows), i);
      g_autoptr(ZbOrgItem) item = gtk_tree_list_row_get_item (row);

      if (g_strcmp0 (zb_org_item_name (item), name) == 0)
        {
          gtk_selection_model_select_item (rows, i, TRUE);
          zb_test_spin_idle ();
          g_assert_true (zb_test_shows (self->pane, name));
          return;
        }
    }
  g_error ("the tree has no “%s”", name);
}

/* Going through the tree the keys stay in it, from the first organisation on. */
static void
test_keys_stay (Fixture *self, gconstpointer data)
{
  GtkWidget *view = zb_test_find_type (self->page, GTK_TYPE_LIST_VIEW);

  gtk_widget_grab_focus (view);
  g_assert_true (zb_test_has_focus (view));
  go_to (self, "第一党支部");
  g_assert_true (zb_test_has_focus (view));
  go_to (self, "第二党支部");
  g_assert_true (zb_test_has_focus (view));
}

/* From the tree one Tab leads to the organisation's page, however many rows there are, and back. */
static void
test_one_stop (Fixture *self, gconstpointer data)
{
  GtkWidget *view = zb_test_find_type (self->page, GTK_TYPE_LIST_VIEW);

  gtk_widget_grab_focus (view);
  g_assert_true (zb_test_key (view, GDK_KEY_Tab, 0));
  g_assert_true (zb_test_has_focus (self->pane));
  gtk_widget_grab_focus (view);
  g_assert_true (zb_test_key (view, GDK_KEY_Tab, GDK_SHIFT_MASK));
  g_assert_false (zb_test_has_focus (view));
  g_assert_false (zb_test_has_focus (self->pane));
}

/* The names of the tree from above, a blank after each. */
static char *
tree_of (Fixture *self)
{
  GtkListView *view = GTK_LIST_VIEW (zb_test_find_type (self->page, GTK_TYPE_LIST_VIEW));
  GListModel *rows = G_LIST_MODEL (gtk_list_view_get_model (view));
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr(GtkTreeListRow) row = g_list_model_get_item (rows, i);
      g_autoptr(ZbOrgItem) item = gtk_tree_list_row_get_item (row);

      g_string_append_printf (text, "%s ", zb_org_item_name (item));
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* Merged into one of its kind, never into itself; it leaves the tree, which then marks no other in its place. */
static void
test_merge (Fixture *self, gconstpointer data)
{
  GtkListView *view = GTK_LIST_VIEW (zb_test_find_type (self->page, GTK_TYPE_LIST_VIEW));
  GtkWidget *dialog, *choice;
  g_autofree char *tree = NULL;
  g_autoptr(GtkBitset) chosen = NULL;

  go_to (self, "第一党支部");
  g_assert_true (gtk_widget_activate_action (self->pane, "organization.step", "s", "merge"));
  dialog = zb_test_wait_window (ZB_TYPE_STEP_DIALOG);
  choice = zb_test_editor (dialog, "Merged Into *", GTK_TYPE_DROP_DOWN);
  g_assert_cmpuint (g_list_model_get_n_items (gtk_drop_down_get_model (GTK_DROP_DOWN (choice))), ==, 2);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (choice), 1);
  gtk_widget_activate_action (dialog, "form.save", NULL);
  zb_test_wait_no_window (ZB_TYPE_STEP_DIALOG);
  zb_test_wait_shows (self->pane, "已撤销");
  tree = tree_of (self);
  g_assert_cmpstr (tree, ==, "样本公司党委 第二党支部 ");
  chosen = gtk_selection_model_get_selection (gtk_list_view_get_model (view));
  g_assert_true (gtk_bitset_is_empty (chosen));
  g_assert_cmpint (number (self, "SELECT count(*) FROM membership WHERE ended_by IS NULL AND org = (SELECT id FROM organization WHERE name = '第二党支部')"), ==, 2);
}

#define assert_tree(self, expected) \
  G_STMT_START { \
    g_autofree char *tree_ = tree_of (self); \
    g_assert_cmpstr (tree_, ==, expected); \
  } G_STMT_END

typedef struct {
  Fixture *self;
  const char *tree;
} Wanted;

static gboolean
is_tree (gpointer data)
{
  Wanted *wanted = data;
  g_autofree char *tree = tree_of (wanted->self);

  return g_str_equal (tree, wanted->tree);
}

static void
wait_tree (Fixture *self, const char *tree)
{
  zb_test_spin_until (is_tree, &(Wanted) { self, tree });
}

static void
save (GtkWidget *dialog, const char *action)
{
  GType type = G_OBJECT_TYPE (dialog);

  g_assert_true (gtk_widget_activate_action (dialog, action, NULL));
  zb_test_wait_no_window (type);
}

static GtkWidget *
begin_step (Fixture *self, const char *label)
{
  zb_test_menu (self->pane, "Changes", label);
  return zb_test_wait_window (ZB_TYPE_STEP_DIALOG);
}

/* Tests. */

/* From nothing: the first one, one below it, and a word from a list instead. */
static void
test_make (Fixture *self, gconstpointer data)
{
  GtkWidget *dialog;

  g_assert_true (zb_test_shows (self->pane, "No Organisation Is in the Registry Yet"));
  zb_test_wait_focus (zb_test_find (self->pane, GTK_ACCESSIBLE_ROLE_BUTTON, "New Organisation…"));
  zb_test_press (self->pane, "Import Organisations…");
  zb_test_spin_idle ();
  zb_test_close (zb_test_wait_window (ZB_TYPE_IMPORT_DIALOG));

  zb_test_press (self->pane, "New Organisation…");
  dialog = zb_test_wait_window (ZB_TYPE_RECORD_DIALOG);
  zb_test_type (dialog, "Full Name *", "样本公司党委");
  zb_test_choose (dialog, "Kind *", "党委");
  save (dialog, "form.save");
  assert_tree (self, "样本公司党委 ");
  g_assert_true (zb_test_shows (self->pane, "样本公司党委"));
  g_assert_true (zb_test_shows (self->window, "样本公司党委"));

  zb_test_press (self->pane, "New Below It");
  dialog = zb_test_wait_window (ZB_TYPE_RECORD_DIALOG);
  zb_test_type (dialog, "Full Name *", "第一党支部");
  save (dialog, "form.save");
  assert_tree (self, "样本公司党委 第一党支部 ");
  g_assert_cmpint (number (self, "SELECT count(*) FROM organization b JOIN organization c ON b.parent = c.id WHERE b.kind = 'branch'"), ==, 1);

  g_assert_true (gtk_widget_activate_action (self->window, "win.undo", NULL));
  wait_tree (self, "样本公司党委 ");
}

static void
test_edit (Fixture *self, gconstpointer data)
{
  GtkWidget *dialog;

  go_to (self, "第一党支部");
  g_assert_true (gtk_widget_activate_action (self->window, "win.edit", NULL));
  dialog = zb_test_wait_window (ZB_TYPE_RECORD_DIALOG);
  zb_test_type (dialog, "Contact", "赵样本");
  zb_test_type (dialog, "Founded", "2012.13");
  g_assert_true (gtk_widget_activate_action (dialog, "form.save", NULL));
  g_assert_true (zb_test_shows (dialog, "2012.13"));
  zb_test_type (dialog, "Founded", "2012.03");
  save (dialog, "form.save");
  g_assert_true (zb_test_shows (self->pane, "赵样本"));
  g_assert_true (zb_test_shows (self->pane, "2012.03"));
}

/* A new name from a day on; the history keeps the old one, and one step back is the old one again. */
static void
test_rename (Fixture *self, gconstpointer data)
{
  GtkWidget *dialog;

  go_to (self, "第一党支部");
  dialog = begin_step (self, "Rename…");
  g_assert_true (gtk_widget_activate_action (dialog, "form.save", NULL));
  g_assert_true (zb_test_shows (dialog, "This must be filled in"));
  zb_test_type (dialog, "Effective On *", "2025.05.01");
  zb_test_type (dialog, "New Full Name *", "机关党支部");
  zb_test_type (dialog, "Document Number", "样委〔2025〕1号");
  save (dialog, "form.save");
  assert_tree (self, "样本公司党委 第二党支部 机关党支部 第一党小组 ");
  g_assert_true (zb_test_shows (self->pane, "更名　第一党支部　→　机关党支部　样委〔2025〕1号"));
  g_assert_true (gtk_widget_activate_action (self->window, "win.undo", NULL));
  wait_tree (self, "样本公司党委 第一党支部 第一党小组 第二党支部 ");
}

static void
test_move (Fixture *self, gconstpointer data)
{
  GtkWidget *dialog;

  go_to (self, "第一党小组");
  dialog = begin_step (self, "Move Under Another…");
  zb_test_choose (dialog, "Organisation Above *", "第二党支部");
  save (dialog, "form.save");
  assert_tree (self, "样本公司党委 第一党支部 第二党支部 第一党小组 ");
  g_assert_cmpint (number (self, "SELECT parent FROM organization WHERE kind = 'group'"), ==, self->second);
}

/* One with people is not closed, and the reason is said; one without leaves the tree and can be looked at. */
static void
test_close (Fixture *self, gconstpointer data)
{
  GtkWidget *dialog;
  GtkWidget *toggle;

  go_to (self, "第一党支部");
  dialog = begin_step (self, "Close…");
  g_assert_true (gtk_widget_activate_action (dialog, "form.save", NULL));
  zb_test_wait_shows (dialog, "2 people are still in it.");
  g_assert_cmpint (number (self, "SELECT count(*) FROM organization WHERE closed_on IS NOT NULL"), ==, 0);
  zb_test_close (dialog);

  go_to (self, "第二党支部");
  dialog = begin_step (self, "Close…");
  zb_test_type (dialog, "Reason", "合并办公");
  save (dialog, "form.save");
  assert_tree (self, "样本公司党委 第一党支部 第一党小组 ");
  toggle = zb_test_find (self->page, GTK_ACCESSIBLE_ROLE_BUTTON, "Show Closed");
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (toggle), TRUE);
  zb_test_spin_idle ();
  assert_tree (self, "样本公司党委 第一党支部 第一党小组 第二党支部 ");
  go_to (self, "第二党支部");
  g_assert_true (zb_test_shows (self->pane, "已撤销"));
  begin_step (self, "Reopen…");
  save (zb_test_wait_window (ZB_TYPE_STEP_DIALOG), "form.save");
  g_assert_false (zb_test_shows (self->pane, "已撤销"));
}

static void
test_posts (Fixture *self, gconstpointer data)
{
  GtkWidget *dialog;
  GtkWidget *row;

  go_to (self, "第一党支部");
  zb_test_press (self->pane, "Add Post");
  dialog = zb_test_wait_window (ZB_TYPE_PLAIN_DIALOG);
  /* Nobody holds it before somebody was chosen. */
  g_assert_true (gtk_widget_activate_action (dialog, "plain.save", NULL));
  zb_test_wait_shows (dialog, "This must be filled in");
  zb_test_choose (dialog, "Member *", "王样本");
  zb_test_type (dialog, "From", "2024.06.28");
  save (dialog, "plain.save");
  g_assert_true (zb_test_shows (self->pane, "书记　王样本"));
  g_assert_true (zb_test_shows (self->pane, "2024.06.28 – now"));
  zb_test_wait_focus (zb_test_find (self->pane, GTK_ACCESSIBLE_ROLE_BUTTON, "Add Post"));

  /* The row opens the form, and has the focus again when the form is gone, though it was made anew. */
  row = zb_test_find (self->pane, GTK_ACCESSIBLE_ROLE_LIST_ITEM, "书记　王样本");
  gtk_widget_grab_focus (row);
  gtk_widget_activate (row);
  dialog = zb_test_wait_window (ZB_TYPE_PLAIN_DIALOG);
  zb_test_type (dialog, "Until", "2026.06.28");
  save (dialog, "plain.save");
  g_assert_true (zb_test_shows (self->pane, "2024.06.28 – 2026.06.28"));
  zb_test_wait_focus (zb_test_find (self->pane, GTK_ACCESSIBLE_ROLE_LIST_ITEM, "书记　王样本"));
}

static void
test_terms (Fixture *self, gconstpointer data)
{
  GtkWidget *dialog;

  go_to (self, "第一党支部");
  zb_test_press (self->pane, "Add Term");
  dialog = zb_test_wait_window (ZB_TYPE_PLAIN_DIALOG);
  zb_test_type (dialog, "Term Number", "3");
  zb_test_type (dialog, "Appointed", "2024.06.28");
  zb_test_type (dialog, "Election Due", "2027.06.28");
  save (dialog, "plain.save");
  g_assert_true (zb_test_shows (self->pane, "appointed 2024.06.28, election due 2027.06.28"));
  g_assert_true (zb_test_find (self->pane, GTK_ACCESSIBLE_ROLE_LIST_ITEM, "Term 3") != NULL);
  /* A Party group has no terms. */
  go_to (self, "第一党小组");
  g_assert_null (zb_test_find (self->pane, GTK_ACCESSIBLE_ROLE_BUTTON, "Add Term"));
}

static gboolean
counts_are_there (gpointer data)
{
  return zb_test_find (((Fixture *) data)->pane, GTK_ACCESSIBLE_ROLE_BUTTON, "Party Members") != NULL;
}

static gboolean
has_figure (Fixture *self, const char *label, const char *figure)
{
  GtkWidget *button = zb_test_find (self->pane, GTK_ACCESSIBLE_ROLE_BUTTON, label);

  return button != NULL && zb_test_shows (button, figure);
}

static gboolean
one_member_then (gpointer data)
{
  return has_figure (data, "Party Members", "1");
}

/* Figures with and without those below, on another day, and the people behind them. */
static void
test_counts (Fixture *self, gconstpointer data)
{
  GtkWidget *check;
  GtkWidget *day;

  go_to (self, "样本公司党委");
  zb_test_spin_until (counts_are_there, self);
  g_assert_true (has_figure (self, "Party Members", "2"));
  g_assert_true (has_figure (self, "Full Members", "1"));
  g_assert_true (has_figure (self, "Women", "1"));
  check = zb_test_find (self->pane, GTK_ACCESSIBLE_ROLE_CHECKBOX, "With those below");
  gtk_widget_grab_focus (check);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), FALSE);
  zb_test_spin_idle ();
  g_assert_true (has_figure (self, "Party Members", "0"));
  zb_test_wait_focus (check);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);

  day = zb_test_find (self->pane, GTK_ACCESSIBLE_ROLE_TEXT_BOX, "Figures as of this day; Enter counts");
  gtk_widget_grab_focus (day);
  gtk_editable_set_text (GTK_EDITABLE (day), "2025.12.31");
  g_signal_emit_by_name (day, "activate");
  zb_test_spin_until (one_member_then, self);
  zb_test_wait_focus (day);
  gtk_editable_set_text (GTK_EDITABLE (day), "");
  g_signal_emit_by_name (day, "activate");
  zb_test_spin_idle ();
  g_assert_true (has_figure (self, "Party Members", "2"));
  zb_test_press (self->pane, "Women");
  zb_test_wait_shows (self->window, "1 person");
}

static void
test_order (Fixture *self, gconstpointer data)
{
  go_to (self, "第二党支部");
  g_assert_true (gtk_widget_activate_action (self->page, "organizations.up", NULL));
  wait_tree (self, "样本公司党委 第二党支部 第一党支部 第一党小组 ");
  g_assert_true (zb_test_shows (self->window, "Undo"));
  g_assert_true (gtk_widget_activate_action (self->page, "organizations.down", NULL));
  wait_tree (self, "样本公司党委 第一党支部 第一党小组 第二党支部 ");
}

/* Lists in and out stand in the menu beside the tree; Ctrl+P prints what the page shows. */
static void
test_lists (Fixture *self, gconstpointer data)
{
  GtkWidget *dialog;

  go_to (self, "第一党支部");
  zb_test_menu (self->page, "Import and Print Lists", "Print the Ends of Terms…");
  dialog = zb_test_wait_window (ZB_TYPE_EXPORT_DIALOG);
  zb_test_wait_shows (dialog, "共 1 个党组织，其中未登记届次 1 个。");
  zb_test_close (dialog);
  zb_test_press (self->window, "Print and Export");
  dialog = zb_test_wait_window (ZB_TYPE_EXPORT_DIALOG);
  zb_test_wait_shows (dialog, "共 2 个党组织，其中党支部 1 个，党小组 1 个；党员 2 人，其中预备党员 1 人。");
  zb_test_close (dialog);
  zb_test_menu (self->page, "Import and Print Lists", "Import Organisations…");
  zb_test_close (zb_test_wait_window (ZB_TYPE_IMPORT_DIALOG));
}

#define ADD(name, test) g_test_add ("/organizations/" name, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char *argv[])
{
  zb_test_widgets_init (&argc, &argv);
  g_test_add ("/organizations/make", Fixture, NULL, set_up_empty, test_make, tear_down);
  ADD ("edit", test_edit);
  ADD ("rename", test_rename);
  ADD ("move", test_move);
  ADD ("close", test_close);
  ADD ("posts", test_posts);
  ADD ("terms", test_terms);
  ADD ("counts", test_counts);
  ADD ("order", test_order);
  ADD ("lists", test_lists);
  ADD ("keys-stay", test_keys_stay);
  ADD ("one-stop", test_one_stop);
  ADD ("merge", test_merge);
  return g_test_run ();
}
