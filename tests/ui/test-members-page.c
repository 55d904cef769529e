/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "dialogs/zb-record-dialog.h"
#include "dialogs/zb-step-dialog.h"
#include "pages/members/zb-member-table.h"
#include "shell/zb-page.h"
#include "zb-test-members.h"
#include "zb-test-widgets.h"

typedef ZbTestMembers Fixture;

static GtkWidget *
open_form (Fixture *self, const char *action)
{
  GtkWidget *dialog;

  g_assert_true (gtk_widget_activate_action (self->page, action, NULL));
  dialog = zb_test_window (ZB_TYPE_RECORD_DIALOG);
  g_assert_nonnull (dialog);
  return dialog;
}

static void
test_empty (Fixture *self, gconstpointer data)
{
  zb_test_wait_shows (self->page, "Nobody Is in the Registry Yet");
}

static void
test_phrase (Fixture *self, gconstpointer data)
{
  GtkWidget *button;
  GtkWidget *popover;
  GtkWidget *entry;

  zb_test_members_add (self, "王样本", "sex", "2");
  zb_test_members_add (self, "李样本", "sex", "1");
  zb_test_registry_wait_columns (self->here->registry, 2);
  button = zb_test_find (self->page, GTK_ACCESSIBLE_ROLE_BUTTON, "Add Condition");
  g_assert_nonnull (button);
  button = gtk_widget_get_ancestor (button, GTK_TYPE_MENU_BUTTON);
  popover = zb_test_popup (GTK_MENU_BUTTON (button));
  entry = zb_test_find_type (popover, GTK_TYPE_ENTRY);
  gtk_editable_set_text (GTK_EDITABLE (entry), "女 且 不知所云");
  g_signal_emit_by_name (entry, "activate");
  zb_test_wait_shows (popover, "不知所云");
  gtk_editable_set_text (GTK_EDITABLE (entry), "女");
  g_signal_emit_by_name (entry, "activate");
  zb_test_spin_idle ();
  zb_test_members_assert_names (self, "王样本 ");
  zb_test_press (self->page, "Remove the condition: 女");
  zb_test_spin_idle ();
  g_assert_true (zb_test_shows (self->page, "2 people"));
}

static void
test_new_and_undo (Fixture *self, gconstpointer data)
{
  GtkWidget *dialog = open_form (self, "members.new");

  zb_test_type (dialog, "Native Place", "某地");
  g_assert_true (gtk_widget_activate_action (dialog, "form.save", NULL));
  g_assert_true (zb_test_shows (dialog, "This must be filled in"));
  g_assert_nonnull (zb_test_window (ZB_TYPE_RECORD_DIALOG));
  zb_test_type (dialog, "Name *", "王样本");
  g_assert_false (zb_test_shows (dialog, "This must be filled in"));
  g_assert_true (gtk_widget_activate_action (dialog, "form.save", NULL));
  zb_test_wait_no_window (ZB_TYPE_RECORD_DIALOG);
  g_assert_true (strstr (self->said->str, "王样本") != NULL);
  zb_test_registry_wait_columns (self->here->registry, 1);
  zb_test_members_press_toggle (self, "Everybody");
  zb_test_members_assert_names (self, "王样本 ");
  zb_test_registry_undo (self->here);
  zb_test_registry_wait_columns (self->here->registry, 0);
  zb_test_spin_idle ();
  zb_test_members_assert_names (self, "");
}

static void
test_edit_bad_date (Fixture *self, gconstpointer data)
{
  gint64 id = zb_test_members_add (self, "王样本", NULL, NULL);
  g_autoptr(ZbRecord) record = NULL;
  GtkWidget *dialog;

  zb_test_registry_wait_columns (self->here->registry, 1);
  zb_test_members_select_only (self, id);
  dialog = open_form (self, "members.edit");
  zb_test_type (dialog, "Date of Birth", "1990.02.30");
  g_assert_true (gtk_widget_activate_action (dialog, "form.save", NULL));
  g_assert_true (zb_test_shows (dialog, "1990.02.30"));
  g_assert_nonnull (zb_test_window (ZB_TYPE_RECORD_DIALOG));
  zb_test_type (dialog, "Date of Birth", "1990.2");
  g_assert_true (gtk_widget_activate_action (dialog, "form.save", NULL));
  zb_test_wait_no_window (ZB_TYPE_RECORD_DIALOG);
  record = zb_registry_get (self->here->registry, &zb_kind_member, id, FALSE, NULL);
  g_assert_cmpstr (zb_record_get (record, "birth_date"), ==, "1990-02");
}

/* Somebody of that name, and the other fields that an ID number tells. */
static void
test_alike_and_id_number (Fixture *self, gconstpointer data)
{
  GtkWidget *dialog;

  zb_test_members_add (self, "王样本", NULL, NULL);
  zb_test_registry_wait_columns (self->here->registry, 1);
  dialog = open_form (self, "members.new");
  zb_test_type (dialog, "Name *", "王样本");
  zb_test_wait_shows (dialog, "Somebody of that name is in the registry");
  /* A vector of GB 11643: a woman born 1949-12-31. */
  zb_test_type (dialog, "ID Number", "11010519491231002X");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (zb_test_editor (dialog, "Date of Birth", GTK_TYPE_ENTRY))), ==, "1949.12.31");
  g_assert_cmpuint (gtk_drop_down_get_selected (GTK_DROP_DOWN (zb_test_editor (dialog, "Sex", GTK_TYPE_DROP_DOWN))), ==, 2);
  gtk_window_close (GTK_WINDOW (dialog));
  zb_test_spin_idle ();
  g_assert_nonnull (zb_test_window (ADW_TYPE_MESSAGE_DIALOG));
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (zb_test_window (ADW_TYPE_MESSAGE_DIALOG)), "discard");
  zb_test_wait_no_window (ZB_TYPE_RECORD_DIALOG);
  zb_test_wait_no_window (ADW_TYPE_MESSAGE_DIALOG);
  zb_test_members_assert_names (self, "王样本 ");
}

/* Private values are covered in the form, and a look at one is logged. */
static void
test_private_is_covered (Fixture *self, gconstpointer data)
{
  gint64 id = zb_test_members_add (self, "王样本", "phone", "19900001234");
  GtkWidget *dialog;
  GtkWidget *row;

  zb_test_registry_wait_columns (self->here->registry, 1);
  zb_test_members_select_only (self, id);
  zb_test_wait_shows (self->page, "199****1234");
  g_assert_false (zb_test_shows (self->page, "19900001234"));
  dialog = open_form (self, "members.edit");
  row = zb_test_find (dialog, GTK_ACCESSIBLE_ROLE_LIST_ITEM, "Mobile Phone");
  g_assert_true (zb_test_shows (row, "199****1234"));
  zb_test_press (row, "Show and Edit");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (zb_test_find_type (row, GTK_TYPE_ENTRY))), ==, "19900001234");
  zb_test_close (dialog);
}

static void
test_step (Fixture *self, gconstpointer data)
{
  gint64 id = zb_test_members_add (self, "王样本", NULL, NULL);
  GtkWidget *dialog;

  zb_test_registry_wait_columns (self->here->registry, 1);
  zb_test_members_select_only (self, id);
  g_assert_true (gtk_widget_activate_action (self->page, "members.step", "s", "transfer-out"));
  dialog = zb_test_window (ZB_TYPE_STEP_DIALOG);
  g_assert_nonnull (dialog);
  g_assert_true (gtk_widget_activate_action (dialog, "form.save", NULL));
  g_assert_true (zb_test_shows (dialog, "This must be filled in"));
  zb_test_type (dialog, "Transferred To *", "某市某局机关党支部");
  g_assert_true (gtk_widget_activate_action (dialog, "form.save", NULL));
  zb_test_wait_no_window (ZB_TYPE_STEP_DIALOG);
  zb_test_members_assert_names (self, "");
  zb_test_members_press_toggle (self, "Former");
  zb_test_members_assert_names (self, "王样本 ");
}

/* A refusal is in sight: one Escape still leaves the form. What was typed is not thrown away unasked. */
static void
test_leave_step (Fixture *self, gconstpointer data)
{
  gint64 id = zb_test_members_add (self, "王样本", NULL, NULL);
  GtkWidget *dialog, *row;

  zb_test_registry_wait_columns (self->here->registry, 1);
  zb_test_members_select_only (self, id);
  g_assert_true (gtk_widget_activate_action (self->page, "members.step", "s", "transfer-out"));
  dialog = zb_test_window (ZB_TYPE_STEP_DIALOG);
  row = zb_test_editor (dialog, "Transferred To *", GTK_TYPE_EDITABLE);
  g_assert_true (zb_test_key (row, GDK_KEY_Escape, 0));
  zb_test_wait_no_window (ZB_TYPE_STEP_DIALOG);
  g_assert_true (gtk_widget_activate_action (self->page, "members.step", "s", "transfer-out"));
  dialog = zb_test_window (ZB_TYPE_STEP_DIALOG);
  zb_test_type (dialog, "Transferred To *", "某市某局机关党支部");
  zb_test_type (dialog, "Handled On *", "2999-01-01");
  g_assert_true (gtk_widget_activate_action (dialog, "form.save", NULL));
  zb_test_wait_shows (dialog, "2999.01.01");
  row = zb_test_editor (dialog, "Transferred To *", GTK_TYPE_EDITABLE);
  g_assert_true (zb_test_key (row, GDK_KEY_Escape, 0));
  zb_test_press (zb_test_wait_window (ADW_TYPE_MESSAGE_DIALOG), "Go On Editing");
  zb_test_wait_no_window (ADW_TYPE_MESSAGE_DIALOG);
  g_assert_nonnull (zb_test_window (ZB_TYPE_STEP_DIALOG));
  g_assert_true (zb_test_key (row, GDK_KEY_Escape, 0));
  zb_test_press (zb_test_wait_window (ADW_TYPE_MESSAGE_DIALOG), "Discard");
  zb_test_wait_no_window (ZB_TYPE_STEP_DIALOG);
}

static void
test_set_many (Fixture *self, gconstpointer data)
{
  gint64 first = zb_test_members_add (self, "王样本", NULL, NULL);
  gint64 second = zb_test_members_add (self, "李样本", NULL, NULL);
  g_autoptr(ZbRecord) one = NULL;
  g_autoptr(ZbRecord) other = NULL;
  GtkWidget *dialog;
  GtkWidget *row;

  zb_test_registry_wait_columns (self->here->registry, 2);
  zb_test_spin_idle ();
  gtk_selection_model_select_all (GTK_SELECTION_MODEL (zb_member_table_get_selection (self->table)));
  zb_test_spin_idle ();
  zb_test_wait_shows (self->page, "2 selected");
  g_assert_true (gtk_widget_activate_action (self->page, "members.set-field", NULL));
  dialog = zb_test_window (ZB_TYPE_STEP_DIALOG);
  g_assert_nonnull (dialog);
  /* Below the row that says which field stands the field. */
  row = gtk_widget_get_next_sibling (zb_test_find (dialog, GTK_ACCESSIBLE_ROLE_LIST_ITEM, "Field"));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (zb_test_find_type (row, GTK_TYPE_DROP_DOWN)), 1);
  g_assert_true (gtk_widget_activate_action (dialog, "form.save", NULL));
  zb_test_wait_no_window (ZB_TYPE_STEP_DIALOG);
  one = zb_registry_get (self->here->registry, &zb_kind_member, first, FALSE, NULL);
  other = zb_registry_get (self->here->registry, &zb_kind_member, second, FALSE, NULL);
  g_assert_nonnull (zb_record_get (one, "education"));
  g_assert_cmpstr (zb_record_get (one, "education"), ==, zb_record_get (other, "education"));
}

/* A Party group below the branch. */
static gint64
add_group (Fixture *self, const char *name)
{
  g_autoptr(ZbRecord) record = zb_record_new (&zb_kind_organization);
  g_autoptr(GAsyncResult) done = NULL;
  GAsyncResult *result = NULL;
  gint64 id;

  zb_record_set (record, "name", name);
  zb_record_set (record, "kind", "group");
  zb_registry_save_async (self->here->registry, record, self->here->branch, 0, NULL, zb_test_take_result, &result);
  done = zb_test_wait (&result);
  id = zb_registry_save_finish (self->here->registry, done, NULL, NULL);
  g_assert_cmpint (id, >, 0);
  return id;
}

static gint64
group_of (Fixture *self, gint64 person)
{
  g_autofree char *sql = g_strdup_printf ("SELECT coalesce (max (\"group\"), 0) FROM membership WHERE withdrawn = 0 AND person = %"
                                          G_GINT64_FORMAT, person);

  return zb_test_db_number (self->here->files, sql);
}

static void
choose_in (GtkWidget *dialog, const char *title, guint position)
{
  gtk_drop_down_set_selected (GTK_DROP_DOWN (zb_test_editor (dialog, title, GTK_TYPE_DROP_DOWN)), position);
}

/* A new member goes to a branch and one of its groups; the group is asked for when the branch has one. */
static void
test_new_in_group (Fixture *self, gconstpointer data)
{
  gint64 group = add_group (self, "第一党小组");
  GtkWidget *dialog = open_form (self, "members.new");

  zb_test_type (dialog, "Name *", "王样本");
  choose_in (dialog, "Branch", 0);
  zb_test_spin_idle ();
  g_assert_null (zb_test_find (dialog, GTK_ACCESSIBLE_ROLE_LIST_ITEM, "Party Group"));
  choose_in (dialog, "Branch", 1);
  zb_test_spin_idle ();
  choose_in (dialog, "Party Group", 1);
  g_assert_true (gtk_widget_activate_action (dialog, "form.save", NULL));
  zb_test_wait_no_window (ZB_TYPE_RECORD_DIALOG);
  zb_test_registry_wait_columns (self->here->registry, 1);
  g_assert_cmpint (zb_test_db_number (self->here->files, "SELECT \"group\" FROM membership"), ==, group);
}

/* Who is there can be put into another group by the form, or out of it; the branch is changed by a step, and
 * the form says by which. A form that touches other fields leaves the group alone. */
static void
test_group_in_form (Fixture *self, gconstpointer data)
{
  gint64 first = add_group (self, "第一党小组");
  gint64 second = add_group (self, "第二党小组");
  gint64 id = zb_test_members_add (self, "王样本", NULL, NULL);
  GtkWidget *dialog;
  GtkWidget *row;

  zb_test_registry_wait_columns (self->here->registry, 1);
  zb_test_members_select_only (self, id);
  dialog = open_form (self, "members.edit");
  row = zb_test_find (dialog, GTK_ACCESSIBLE_ROLE_LIST_ITEM, "Branch");
  g_assert_true (zb_test_shows (row, "第一党支部"));
  g_assert_true (zb_test_shows (row, "Changes by the step “Move to Another Branch”"));
  g_assert_null (zb_test_find_type (row, GTK_TYPE_DROP_DOWN));
  choose_in (dialog, "Party Group", 1);
  g_assert_true (gtk_widget_activate_action (dialog, "form.save", NULL));
  zb_test_wait_no_window (ZB_TYPE_RECORD_DIALOG);
  g_assert_cmpint (group_of (self, id), ==, first);

  dialog = open_form (self, "members.edit");
  g_assert_cmpuint (gtk_drop_down_get_selected (GTK_DROP_DOWN (zb_test_editor (dialog, "Party Group", GTK_TYPE_DROP_DOWN))), ==, 1);
  choose_in (dialog, "Party Group", 2);
  zb_test_type (dialog, "Native Place", "某地");
  g_assert_true (gtk_widget_activate_action (dialog, "form.save", NULL));
  zb_test_wait_no_window (ZB_TYPE_RECORD_DIALOG);
  g_assert_cmpint (group_of (self, id), ==, second);

  dialog = open_form (self, "members.edit");
  zb_test_type (dialog, "Native Place", "别处");
  g_assert_true (gtk_widget_activate_action (dialog, "form.save", NULL));
  zb_test_wait_no_window (ZB_TYPE_RECORD_DIALOG);
  g_assert_cmpint (group_of (self, id), ==, second);

  dialog = open_form (self, "members.edit");
  choose_in (dialog, "Party Group", 0);
  g_assert_true (gtk_widget_activate_action (dialog, "form.save", NULL));
  zb_test_wait_no_window (ZB_TYPE_RECORD_DIALOG);
  g_assert_cmpint (group_of (self, id), ==, 0);

  /* Group and other field of one form are one step back. */
  zb_test_registry_undo (self->here);
  zb_test_registry_undo (self->here);
  zb_test_registry_undo (self->here);
  g_assert_cmpint (group_of (self, id), ==, first);
}

static gboolean
has_said (gpointer data)
{
  return ((Fixture *) data)->said->len > 0;
}

static void
save_filter (Fixture *self, const char *name)
{
  g_autoptr(ZbRecord) record = zb_record_new (&zb_kind_saved_filter);
  g_autoptr(GAsyncResult) done = NULL;
  GAsyncResult *result = NULL;

  zb_record_set (record, "name", name);
  zb_record_set (record, "kind", "member");
  zb_record_set (record, "conditions", "女");
  zb_registry_save_async (self->here->registry, record, 0, 0, NULL, zb_test_take_result, &result);
  done = zb_test_wait (&result);
  g_assert_cmpint (zb_registry_save_finish (self->here->registry, done, NULL, NULL), !=, 0);
}

/* Opens the saved filters. Returns: their popover */
static GtkWidget *
open_filters (Fixture *self)
{
  GtkWidget *button = zb_test_find (self->page, GTK_ACCESSIBLE_ROLE_BUTTON, "Saved Filters");

  if (!GTK_IS_MENU_BUTTON (button))
    button = gtk_widget_get_ancestor (button, GTK_TYPE_MENU_BUTTON);
  return zb_test_popup (GTK_MENU_BUTTON (button));
}

/* The saved filters open with the keys on the first of them. */
static void
test_saved_filter (Fixture *self, gconstpointer data)
{
  GtkWidget *focus;

  zb_test_members_add (self, "王样本", NULL, NULL);
  save_filter (self, "女党员");
  open_filters (self);
  focus = gtk_root_get_focus (gtk_widget_get_root (self->page));
  g_assert_true (GTK_IS_LIST_BOX_ROW (focus));
  gtk_widget_activate (focus);
  zb_test_members_assert_names (self, "");
}

static gboolean
has_new_name (gpointer data)
{
  return zb_test_db_number (((Fixture *) data)->here->files, "SELECT count(*) FROM saved_filter WHERE name = '女同志'") == 1;
}

/* By keys: F2 on one, another name; Escape leaves it. A name that another one has is refused. */
static void
test_rename_filter (Fixture *self, gconstpointer data)
{
  GtkWidget *popover, *entry, *row;

  save_filter (self, "女党员");
  save_filter (self, "女预备");
  popover = open_filters (self);
  row = gtk_root_get_focus (gtk_widget_get_root (self->page));
  g_assert_true (zb_test_key (row, GDK_KEY_F2, 0));
  entry = zb_test_find_type (zb_test_find_type (popover, GTK_TYPE_LIST_BOX), GTK_TYPE_ENTRY);
  g_assert_true (zb_test_has_focus (entry));
  gtk_editable_set_text (GTK_EDITABLE (entry), "不要");
  g_assert_true (zb_test_key (entry, GDK_KEY_Escape, 0));
  g_assert_true (zb_test_has_focus (row));
  g_assert_true (gtk_widget_get_visible (popover));
  g_assert_true (zb_test_key (row, GDK_KEY_F2, 0));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "女党员");
  g_string_truncate (self->said, 0);
  gtk_editable_set_text (GTK_EDITABLE (entry), "女预备");
  g_signal_emit_by_name (entry, "activate");
  zb_test_spin_until (has_said, self);
  g_assert_nonnull (strstr (self->said->str, "Something else has the name “女预备” already."));
  popover = open_filters (self);
  zb_test_press (popover, "Give another name: 女党员");
  entry = zb_test_find_type (zb_test_find_type (popover, GTK_TYPE_LIST_BOX), GTK_TYPE_ENTRY);
  gtk_editable_set_text (GTK_EDITABLE (entry), " 女同志 ");
  g_signal_emit_by_name (entry, "activate");
  zb_test_spin_until (has_new_name, self);
  zb_test_registry_undo (self->here);
  popover = open_filters (self);
  zb_test_wait_shows (popover, "女党员");
  gtk_popover_popdown (GTK_POPOVER (popover));
}

static gboolean
finds_nobody (gpointer data)
{
  Fixture *self = data;

  return zb_member_model_size (zb_member_table_get_model (ZB_MEMBER_TABLE (zb_test_find_type (self->page, ZB_TYPE_MEMBER_TABLE)))) == 0;
}

/* Back from a person's page the keys are where one sees them: in the rows, or in the search that found nobody. */
static void
test_focus_after_person (Fixture *self, gconstpointer data)
{
  gint64 id = zb_test_members_add (self, "王样本", NULL, NULL);
  GtkWidget *search = zb_test_find_type (self->page, GTK_TYPE_SEARCH_ENTRY);
  GtkWidget *table = zb_test_find_type (self->page, ZB_TYPE_MEMBER_TABLE);
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (self->page));

  zb_test_members_assert_names (self, "王样本 ");
  zb_page_open_record (ZB_PAGE (self->page), &zb_kind_member, id);
  gtk_window_set_focus_visible (window, FALSE);
  zb_page_go_back (ZB_PAGE (self->page));
  g_assert_true (zb_test_has_focus (table));
  g_assert_true (gtk_window_get_focus_visible (window));
  gtk_editable_set_text (GTK_EDITABLE (search), "无此人");
  zb_test_spin_until (finds_nobody, self);
  zb_page_open_record (ZB_PAGE (self->page), &zb_kind_member, id);
  g_assert_false (zb_test_has_focus (search));
  zb_page_go_back (ZB_PAGE (self->page));
  g_assert_true (zb_test_has_focus (search));
}

/* One person's page, with the change and a way back to the earlier value. */
static void
test_person_page (Fixture *self, gconstpointer data)
{
  gint64 id = zb_test_members_add (self, "王样本", "native_place", "某地");
  g_autoptr(ZbRecord) record = zb_registry_get (self->here->registry, &zb_kind_member, id, TRUE, NULL);
  g_autoptr(ZbRecord) after = NULL;
  g_autoptr(GAsyncResult) done = NULL;
  GAsyncResult *result = NULL;

  zb_record_set (record, "native_place", "别处");
  zb_registry_save_async (self->here->registry, record, 0, -1, NULL, zb_test_take_result, &result);
  done = zb_test_wait (&result);
  g_assert_cmpint (zb_registry_save_finish (self->here->registry, done, NULL, NULL), ==, id);
  zb_page_open_record (ZB_PAGE (self->page), &zb_kind_member, id);
  zb_test_wait_shows (self->page, "别处");
  g_assert_true (zb_page_can_go_back (ZB_PAGE (self->page)));
  zb_test_press (self->page, "Put Back");
  zb_test_spin_until (has_said, self);
  after = zb_registry_get (self->here->registry, &zb_kind_member, id, FALSE, NULL);
  g_assert_cmpstr (zb_record_get (after, "native_place"), ==, "某地");
  zb_page_go_back (ZB_PAGE (self->page));
  zb_test_spin_idle ();
  zb_test_members_assert_names (self, "王样本 ");
}

#define ADD(name, test) g_test_add ("/members/" name, Fixture, NULL, zb_test_members_set_up, test, zb_test_members_tear_down)

int
main (int argc, char *argv[])
{
  zb_test_widgets_init (&argc, &argv);
  ADD ("empty", test_empty);
  ADD ("phrase", test_phrase);
  ADD ("new-and-undo", test_new_and_undo);
  ADD ("edit-bad-date", test_edit_bad_date);
  ADD ("alike-and-id-number", test_alike_and_id_number);
  ADD ("private-is-covered", test_private_is_covered);
  ADD ("step", test_step);
  ADD ("leave-step", test_leave_step);
  ADD ("focus-after-person", test_focus_after_person);
  ADD ("saved-filter", test_saved_filter);
  ADD ("rename-filter", test_rename_filter);
  ADD ("set-many", test_set_many);
  ADD ("new-in-group", test_new_in_group);
  ADD ("group-in-form", test_group_in_form);
  ADD ("person-page", test_person_page);
  return g_test_run ();
}
