/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "dialogs/zb-record-dialog.h"
#include "dialogs/zb-step-dialog.h"
#include "pages/members/zb-member-table.h"
#include "pages/members/zb-members-page.h"
#include "shell/zb-page.h"
#include "shell/zb-settings.h"
#include "widgets/zb-table.h"
#include "zb-test-registry.h"
#include "zb-test-widgets.h"

typedef struct {
  ZbTestRegistry *here;
  GtkWidget *window;
  GtkWidget *page;
  ZbMemberTable *table;
  GString *said;
} Fixture;

static GtkWidget *
find_type (GtkWidget *root, GType type)
{
  if (g_type_is_a (G_OBJECT_TYPE (root), type))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_type (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
on_toast (Fixture *self, const char *words, gboolean can_undo)
{
  g_string_append_printf (self->said, "%s\n", words);
}

static gint64
add (Fixture *self, const char *name, const char *field, const char *value)
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

static void
set_up (Fixture *self, gconstpointer data)
{
  zb_test_reset_settings ();
  self->here = zb_test_registry_new ();
  self->said = g_string_new (NULL);
  self->page = zb_members_page_new (self->here->registry);
  self->table = ZB_MEMBER_TABLE (find_type (self->page, ZB_TYPE_MEMBER_TABLE));
  self->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (self->window), 1200, 700);
  gtk_window_set_child (GTK_WINDOW (self->window), self->page);
  g_signal_connect_swapped (self->page, "toast", G_CALLBACK (on_toast), self);
  gtk_window_present (GTK_WINDOW (self->window));
  zb_test_spin_idle ();
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  zb_test_close (self->window);
  zb_test_spin_idle ();
  zb_test_registry_free (self->here);
  g_string_free (self->said, TRUE);
}

/* Names in the table, in its order, a blank after each. */
static void
set_phone (Fixture *self, gint64 id, const char *phone)
{
  g_autoptr(ZbRecord) record = zb_registry_get (self->here->registry, &zb_kind_member, id, TRUE, NULL);
  g_autoptr(GAsyncResult) done = NULL;
  GAsyncResult *result = NULL;

  zb_record_set (record, "phone", phone);
  zb_registry_save_async (self->here->registry, record, 0, 0, NULL, zb_test_take_result, &result);
  done = zb_test_wait (&result);
  g_assert_cmpint (zb_registry_save_finish (self->here->registry, done, NULL, NULL), ==, id);
}

static char *
names (Fixture *self)
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

#define assert_names(self, expected) \
  G_STMT_START { \
    g_autofree char *names_ = names (self); \
    g_assert_cmpstr (names_, ==, expected); \
  } G_STMT_END

static void
search (Fixture *self, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (find_type (self->page, GTK_TYPE_SEARCH_ENTRY)), text);
  zb_test_spin_idle ();
}

static void
choose_order (Fixture *self, ZbMemberOrder order)
{
  gtk_drop_down_set_selected (GTK_DROP_DOWN (find_type (self->page, GTK_TYPE_DROP_DOWN)), order);
  zb_test_spin_idle ();
}

static void
select_only (Fixture *self, gint64 id)
{
  zb_member_selection_select_only (zb_member_table_get_selection (self->table), id);
  zb_test_spin_idle ();
}

/* The editor in the row with that title. */
static GtkWidget *
editor (GtkWidget *dialog, const char *title, GType type)
{
  GtkWidget *row = zb_test_find (dialog, GTK_ACCESSIBLE_ROLE_LIST_ITEM, title);

  g_assert_nonnull (row);
  return find_type (row, type);
}

static void
type_into (GtkWidget *dialog, const char *title, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (editor (dialog, title, GTK_TYPE_ENTRY)), text);
}

static void
press_toggle (Fixture *self, const char *label)
{
  GtkWidget *toggle = zb_test_find (self->page, GTK_ACCESSIBLE_ROLE_BUTTON, label);

  g_assert_nonnull (toggle);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (toggle), TRUE);
  zb_test_spin_idle ();
}

static GtkWidget *
open_form (Fixture *self, const char *action)
{
  GtkWidget *dialog;

  g_assert_true (gtk_widget_activate_action (self->page, action, NULL));
  dialog = zb_test_window (ZB_TYPE_RECORD_DIALOG);
  g_assert_nonnull (dialog);
  return dialog;
}

static gboolean
no_window (gpointer type)
{
  return zb_test_window (GPOINTER_TO_SIZE (type)) == NULL;
}

static void
wait_closed (GType type)
{
  zb_test_spin_until (no_window, GSIZE_TO_POINTER (type));
  zb_test_spin_idle ();
}

/* Tests. */

static void
test_empty (Fixture *self, gconstpointer data)
{
  zb_test_wait_shows (self->page, "Nobody Is in the Registry Yet");
}

static void
test_search (Fixture *self, gconstpointer data)
{
  add (self, "王样本", NULL, NULL);
  add (self, "欧阳样本", "phone", "19900001234");
  add (self, "李样本", NULL, NULL);
  zb_test_registry_wait_columns (self->here->registry, 3);
  zb_test_spin_idle ();
  choose_order (self, ZB_ORDER_PINYIN);
  assert_names (self, "李样本 欧阳样本 王样本 ");
  search (self, "ouyang");
  assert_names (self, "欧阳样本 ");
  g_assert_true (zb_test_shows (self->page, "1 person"));
  search (self, "lyb");
  assert_names (self, "李样本 ");
  search (self, "1234");
  assert_names (self, "欧阳样本 ");
  search (self, "样本");
  assert_names (self, "李样本 欧阳样本 王样本 ");
  search (self, "张");
  assert_names (self, "");
  g_assert_true (zb_test_shows (self->page, "Nobody Was Found"));
  zb_test_press (self->page, "Clear Search and Filters");
  zb_test_spin_idle ();
  assert_names (self, "李样本 欧阳样本 王样本 ");
}

static void
test_order (Fixture *self, gconstpointer data)
{
  add (self, "丁样本", "joined_on", "2010-07");
  add (self, "孔样本", "joined_on", "1999-07-01");
  add (self, "王样本", "joined_on", "2020-07-01");
  zb_test_registry_wait_columns (self->here->registry, 3);
  choose_order (self, ZB_ORDER_JOINED);
  assert_names (self, "孔样本 丁样本 王样本 ");
  /* 丁 has two strokes, 王 and 孔 four: 王 begins with 横, 孔 with 折. */
  choose_order (self, ZB_ORDER_STROKE);
  assert_names (self, "丁样本 王样本 孔样本 ");
  press_toggle (self, "Turn the Order Round");
  assert_names (self, "孔样本 王样本 丁样本 ");
}

static void
test_phrase (Fixture *self, gconstpointer data)
{
  GtkWidget *button;
  GtkWidget *popover;
  GtkWidget *entry;

  add (self, "王样本", "sex", "2");
  add (self, "李样本", "sex", "1");
  zb_test_registry_wait_columns (self->here->registry, 2);
  button = zb_test_find (self->page, GTK_ACCESSIBLE_ROLE_BUTTON, "Add Condition");
  g_assert_nonnull (button);
  button = gtk_widget_get_ancestor (button, GTK_TYPE_MENU_BUTTON);
  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  zb_test_spin_idle ();
  popover = GTK_WIDGET (gtk_menu_button_get_popover (GTK_MENU_BUTTON (button)));
  entry = find_type (popover, GTK_TYPE_ENTRY);
  gtk_editable_set_text (GTK_EDITABLE (entry), "女 且 不知所云");
  g_signal_emit_by_name (entry, "activate");
  zb_test_wait_shows (popover, "不知所云");
  gtk_editable_set_text (GTK_EDITABLE (entry), "女");
  g_signal_emit_by_name (entry, "activate");
  zb_test_spin_idle ();
  assert_names (self, "王样本 ");
  zb_test_press (self->page, "Remove the condition: 女");
  zb_test_spin_idle ();
  g_assert_true (zb_test_shows (self->page, "2 people"));
}

static void
test_new_and_undo (Fixture *self, gconstpointer data)
{
  GtkWidget *dialog = open_form (self, "members.new");

  type_into (dialog, "Native Place", "某地");
  g_assert_true (gtk_widget_activate_action (dialog, "form.save", NULL));
  g_assert_true (zb_test_shows (dialog, "This must be filled in"));
  g_assert_nonnull (zb_test_window (ZB_TYPE_RECORD_DIALOG));
  type_into (dialog, "Name *", "王样本");
  g_assert_false (zb_test_shows (dialog, "This must be filled in"));
  g_assert_true (gtk_widget_activate_action (dialog, "form.save", NULL));
  wait_closed (ZB_TYPE_RECORD_DIALOG);
  g_assert_true (strstr (self->said->str, "王样本") != NULL);
  zb_test_registry_wait_columns (self->here->registry, 1);
  press_toggle (self, "Everybody");
  assert_names (self, "王样本 ");
  zb_test_registry_undo (self->here);
  zb_test_registry_wait_columns (self->here->registry, 0);
  zb_test_spin_idle ();
  assert_names (self, "");
}

static void
test_edit_bad_date (Fixture *self, gconstpointer data)
{
  gint64 id = add (self, "王样本", NULL, NULL);
  g_autoptr(ZbRecord) record = NULL;
  GtkWidget *dialog;

  zb_test_registry_wait_columns (self->here->registry, 1);
  select_only (self, id);
  dialog = open_form (self, "members.edit");
  type_into (dialog, "Date of Birth", "1990.02.30");
  g_assert_true (gtk_widget_activate_action (dialog, "form.save", NULL));
  g_assert_true (zb_test_shows (dialog, "1990.02.30"));
  g_assert_nonnull (zb_test_window (ZB_TYPE_RECORD_DIALOG));
  type_into (dialog, "Date of Birth", "1990.2");
  g_assert_true (gtk_widget_activate_action (dialog, "form.save", NULL));
  wait_closed (ZB_TYPE_RECORD_DIALOG);
  record = zb_registry_get (self->here->registry, &zb_kind_member, id, FALSE, NULL);
  g_assert_cmpstr (zb_record_get (record, "birth_date"), ==, "1990-02");
}

/* Somebody of that name, and the other fields that an ID number tells. */
static void
test_alike_and_id_number (Fixture *self, gconstpointer data)
{
  GtkWidget *dialog;

  add (self, "王样本", NULL, NULL);
  zb_test_registry_wait_columns (self->here->registry, 1);
  dialog = open_form (self, "members.new");
  type_into (dialog, "Name *", "王样本");
  zb_test_wait_shows (dialog, "Somebody of that name is in the registry");
  /* A vector of GB 11643: a woman born 1949-12-31. */
  type_into (dialog, "ID Number", "11010519491231002X");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (editor (dialog, "Date of Birth", GTK_TYPE_ENTRY))), ==, "1949.12.31");
  g_assert_cmpuint (gtk_drop_down_get_selected (GTK_DROP_DOWN (editor (dialog, "Sex", GTK_TYPE_DROP_DOWN))), ==, 2);
  gtk_window_close (GTK_WINDOW (dialog));
  zb_test_spin_idle ();
  g_assert_nonnull (zb_test_window (ADW_TYPE_MESSAGE_DIALOG));
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (zb_test_window (ADW_TYPE_MESSAGE_DIALOG)), "discard");
  wait_closed (ZB_TYPE_RECORD_DIALOG);
  wait_closed (ADW_TYPE_MESSAGE_DIALOG);
  assert_names (self, "王样本 ");
}

/* Private values are covered in the form, and a look at one is logged. */
static void
test_private_is_covered (Fixture *self, gconstpointer data)
{
  gint64 id = add (self, "王样本", "phone", "19900001234");
  GtkWidget *dialog;
  GtkWidget *row;

  zb_test_registry_wait_columns (self->here->registry, 1);
  select_only (self, id);
  zb_test_wait_shows (self->page, "199****1234");
  g_assert_false (zb_test_shows (self->page, "19900001234"));
  dialog = open_form (self, "members.edit");
  row = zb_test_find (dialog, GTK_ACCESSIBLE_ROLE_LIST_ITEM, "Mobile Phone");
  g_assert_true (zb_test_shows (row, "199****1234"));
  zb_test_press (row, "Show and Edit");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (find_type (row, GTK_TYPE_ENTRY))), ==, "19900001234");
  zb_test_close (dialog);
}

static void
test_step (Fixture *self, gconstpointer data)
{
  gint64 id = add (self, "王样本", NULL, NULL);
  GtkWidget *dialog;

  zb_test_registry_wait_columns (self->here->registry, 1);
  select_only (self, id);
  g_assert_true (gtk_widget_activate_action (self->page, "members.step", "s", "transfer-out"));
  dialog = zb_test_window (ZB_TYPE_STEP_DIALOG);
  g_assert_nonnull (dialog);
  g_assert_true (gtk_widget_activate_action (dialog, "form.save", NULL));
  g_assert_true (zb_test_shows (dialog, "This must be filled in"));
  type_into (dialog, "Transferred To *", "某市某局机关党支部");
  g_assert_true (gtk_widget_activate_action (dialog, "form.save", NULL));
  wait_closed (ZB_TYPE_STEP_DIALOG);
  assert_names (self, "");
  press_toggle (self, "Former");
  assert_names (self, "王样本 ");
}

static void
test_set_many (Fixture *self, gconstpointer data)
{
  gint64 first = add (self, "王样本", NULL, NULL);
  gint64 second = add (self, "李样本", NULL, NULL);
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
  gtk_drop_down_set_selected (GTK_DROP_DOWN (find_type (row, GTK_TYPE_DROP_DOWN)), 1);
  g_assert_true (gtk_widget_activate_action (dialog, "form.save", NULL));
  wait_closed (ZB_TYPE_STEP_DIALOG);
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
  gtk_drop_down_set_selected (GTK_DROP_DOWN (editor (dialog, title, GTK_TYPE_DROP_DOWN)), position);
}

/* A new member goes to a branch and one of its groups; the group is asked for when the branch has one. */
static void
test_new_in_group (Fixture *self, gconstpointer data)
{
  gint64 group = add_group (self, "第一党小组");
  GtkWidget *dialog = open_form (self, "members.new");

  type_into (dialog, "Name *", "王样本");
  choose_in (dialog, "Branch", 0);
  zb_test_spin_idle ();
  g_assert_null (zb_test_find (dialog, GTK_ACCESSIBLE_ROLE_LIST_ITEM, "Party Group"));
  choose_in (dialog, "Branch", 1);
  zb_test_spin_idle ();
  choose_in (dialog, "Party Group", 1);
  g_assert_true (gtk_widget_activate_action (dialog, "form.save", NULL));
  wait_closed (ZB_TYPE_RECORD_DIALOG);
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
  gint64 id = add (self, "王样本", NULL, NULL);
  GtkWidget *dialog;
  GtkWidget *row;

  zb_test_registry_wait_columns (self->here->registry, 1);
  select_only (self, id);
  dialog = open_form (self, "members.edit");
  row = zb_test_find (dialog, GTK_ACCESSIBLE_ROLE_LIST_ITEM, "Branch");
  g_assert_true (zb_test_shows (row, "第一党支部"));
  g_assert_true (zb_test_shows (row, "Changes by the step “Move to Another Branch”"));
  g_assert_null (find_type (row, GTK_TYPE_DROP_DOWN));
  choose_in (dialog, "Party Group", 1);
  g_assert_true (gtk_widget_activate_action (dialog, "form.save", NULL));
  wait_closed (ZB_TYPE_RECORD_DIALOG);
  g_assert_cmpint (group_of (self, id), ==, first);

  dialog = open_form (self, "members.edit");
  g_assert_cmpuint (gtk_drop_down_get_selected (GTK_DROP_DOWN (editor (dialog, "Party Group", GTK_TYPE_DROP_DOWN))), ==, 1);
  choose_in (dialog, "Party Group", 2);
  type_into (dialog, "Native Place", "某地");
  g_assert_true (gtk_widget_activate_action (dialog, "form.save", NULL));
  wait_closed (ZB_TYPE_RECORD_DIALOG);
  g_assert_cmpint (group_of (self, id), ==, second);

  dialog = open_form (self, "members.edit");
  type_into (dialog, "Native Place", "别处");
  g_assert_true (gtk_widget_activate_action (dialog, "form.save", NULL));
  wait_closed (ZB_TYPE_RECORD_DIALOG);
  g_assert_cmpint (group_of (self, id), ==, second);

  dialog = open_form (self, "members.edit");
  choose_in (dialog, "Party Group", 0);
  g_assert_true (gtk_widget_activate_action (dialog, "form.save", NULL));
  wait_closed (ZB_TYPE_RECORD_DIALOG);
  g_assert_cmpint (group_of (self, id), ==, 0);

  /* Group and other field of one form are one step back. */
  zb_test_registry_undo (self->here);
  zb_test_registry_undo (self->here);
  zb_test_registry_undo (self->here);
  g_assert_cmpint (group_of (self, id), ==, first);
}

/* The selection stays with the people, not with the places. */
static void
test_selection_follows (Fixture *self, gconstpointer data)
{
  gint64 id;

  add (self, "丁样本", "joined_on", "2010-07");
  id = add (self, "孔样本", "joined_on", "1999-07-01");
  zb_test_registry_wait_columns (self->here->registry, 2);
  choose_order (self, ZB_ORDER_JOINED);
  select_only (self, id);
  g_assert_true (gtk_selection_model_is_selected (GTK_SELECTION_MODEL (zb_member_table_get_selection (self->table)), 0));
  choose_order (self, ZB_ORDER_STROKE);
  g_assert_false (gtk_selection_model_is_selected (GTK_SELECTION_MODEL (zb_member_table_get_selection (self->table)), 0));
  g_assert_true (gtk_selection_model_is_selected (GTK_SELECTION_MODEL (zb_member_table_get_selection (self->table)), 1));
  g_assert_cmpint (zb_member_selection_first (zb_member_table_get_selection (self->table)), ==, id);
}

static GtkWidget *
heading (GtkWidget *root, const char *label)
{
  GtkWidget *found = zb_test_find (root, GTK_ACCESSIBLE_ROLE_COLUMN_HEADER, label);

  g_assert_nonnull (found);
  return found;
}

/* A heading orders, and orders back; the choice of orders says the same. */
static void
test_order_by_heading (Fixture *self, gconstpointer data)
{
  add (self, "丁样本", "joined_on", "2010-07");
  add (self, "孔样本", "joined_on", "1999-07-01");
  add (self, "王样本", "joined_on", "2020-07-01");
  zb_test_registry_wait_columns (self->here->registry, 3);
  zb_test_wait_shows (self->page, "孔样本");
  g_assert_true (zb_test_key (heading (self->page, "Joined the Party"), GDK_KEY_Return, 0));
  assert_names (self, "孔样本 丁样本 王样本 ");
  g_assert_cmpuint (gtk_drop_down_get_selected (GTK_DROP_DOWN (find_type (self->page, GTK_TYPE_DROP_DOWN))), ==, ZB_ORDER_JOINED);
  gtk_test_accessible_assert_property (heading (self->page, "Joined the Party"), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Joined the Party, ascending");
  g_assert_true (zb_test_key (heading (self->page, "Joined the Party"), GDK_KEY_Return, 0));
  assert_names (self, "王样本 丁样本 孔样本 ");
  choose_order (self, ZB_ORDER_PINYIN);
  gtk_test_accessible_assert_property (heading (self->page, "Joined the Party"), GTK_ACCESSIBLE_PROPERTY_LABEL, "Joined the Party");
  gtk_test_accessible_assert_property (heading (self->page, "Name"), GTK_ACCESSIBLE_PROPERTY_LABEL, "Name, descending");
}

/* So does every other heading, of a column that nobody can be ordered by otherwise; it is there again at the next start. */
static void
test_order_by_any_heading (Fixture *self, gconstpointer data)
{
  const char *const fields[] = { "name", "phone", "school", NULL };
  GtkDropDown *orders = GTK_DROP_DOWN (find_type (self->page, GTK_TYPE_DROP_DOWN));
  GtkWidget *again;
  gint64 id;

  zb_member_table_set_columns (self->table, fields);
  add (self, "丁样本", "phone", "19900000003");
  id = add (self, "孔样本", "phone", "19900000001");
  add (self, "王样本", "phone", "19900000002");
  add (self, "张样本", NULL, NULL);
  zb_test_registry_wait_columns (self->here->registry, 4);
  zb_test_wait_shows (self->page, "孔样本");
  g_assert_true (zb_test_key (heading (self->page, "Mobile Phone"), GDK_KEY_Return, 0));
  assert_names (self, "孔样本 王样本 丁样本 张样本 ");
  g_assert_cmpuint (gtk_drop_down_get_selected (orders), ==, ZB_N_ORDERS);
  g_assert_cmpstr (gtk_string_object_get_string (gtk_drop_down_get_selected_item (orders)), ==, "By the column “Mobile Phone”");
  gtk_test_accessible_assert_property (heading (self->page, "Mobile Phone"), GTK_ACCESSIBLE_PROPERTY_LABEL, "Mobile Phone, ascending");
  g_assert_true (zb_test_key (heading (self->page, "Mobile Phone"), GDK_KEY_Return, 0));
  assert_names (self, "丁样本 王样本 孔样本 张样本 ");
  set_phone (self, id, "19900000009");
  assert_names (self, "孔样本 丁样本 王样本 张样本 ");
  again = g_object_ref_sink (zb_members_page_new (self->here->registry));
  orders = GTK_DROP_DOWN (find_type (again, GTK_TYPE_DROP_DOWN));
  g_assert_cmpstr (gtk_string_object_get_string (gtk_drop_down_get_selected_item (orders)), ==, "By the column “Mobile Phone”");
  g_assert_cmpint (zb_member_model_id_at (zb_member_table_get_model (ZB_MEMBER_TABLE (find_type (again, ZB_TYPE_MEMBER_TABLE))), 0), ==, id);
  g_object_unref (again);
  choose_order (self, ZB_ORDER_PINYIN);
  gtk_test_accessible_assert_property (heading (self->page, "Mobile Phone"), GTK_ACCESSIBLE_PROPERTY_LABEL, "Mobile Phone");
  choose_order (self, ZB_N_ORDERS);
  assert_names (self, "孔样本 丁样本 王样本 张样本 ");
}

/* Widths and places of columns are there again at the next start. */
static void
test_columns_are_kept (Fixture *self, gconstpointer data)
{
  GtkWidget *again;
  ZbMemberTable *table;
  int width;

  add (self, "王样本", NULL, NULL);
  zb_test_wait_shows (self->page, "王样本");
  gtk_widget_grab_focus (heading (self->page, "Sex"));
  g_assert_true (zb_test_key (heading (self->page, "Sex"), GDK_KEY_Right, GDK_CONTROL_MASK));
  width = zb_settings_get_width ("members-column-widths", "sex");
  g_assert_cmpint (width, >, 0);
  g_assert_true (zb_test_key (heading (self->page, "Sex"), GDK_KEY_Left, GDK_CONTROL_MASK | GDK_SHIFT_MASK));
  g_assert_cmpstr (zb_member_table_get_columns (self->table)[0], ==, "sex");
  again = g_object_ref_sink (zb_members_page_new (self->here->registry));
  table = ZB_MEMBER_TABLE (find_type (again, ZB_TYPE_MEMBER_TABLE));
  g_assert_cmpstr (zb_member_table_get_columns (table)[0], ==, "sex");
  g_assert_cmpstr (zb_member_table_get_columns (table)[1], ==, "name");
  g_assert_cmpint (zb_table_columns_at (zb_table_get_columns (ZB_TABLE (find_type (again, ZB_TYPE_TABLE))), 0)->width, ==, width);
  g_object_unref (again);
}

/* Enter in the search is about the first hit, wherever the keys were before. */
static void
test_enter_in_search (Fixture *self, gconstpointer data)
{
  GtkWidget *entry = find_type (self->page, GTK_TYPE_SEARCH_ENTRY);
  gint64 first;

  add (self, "丁样本", NULL, NULL);
  first = add (self, "王样本", NULL, NULL);
  add (self, "王样张", NULL, NULL);
  zb_test_registry_wait_columns (self->here->registry, 3);
  choose_order (self, ZB_ORDER_PINYIN);
  zb_test_wait_shows (self->page, "王样张");
  zb_member_table_focus (self->table);
  g_assert_true (zb_test_key (gtk_window_get_focus (GTK_WINDOW (self->window)), GDK_KEY_End, 0));
  search (self, "王");
  g_signal_emit_by_name (entry, "activate");
  g_assert_cmpint (zb_member_selection_first (zb_member_table_get_selection (self->table)), ==, first);
  g_assert_true (zb_test_key (gtk_window_get_focus (GTK_WINDOW (self->window)), GDK_KEY_Return, 0));
  g_assert_true (zb_page_can_go_back (ZB_PAGE (self->page)));
  zb_test_wait_shows (self->page, "王样本");
  g_assert_false (zb_test_shows (self->page, "王样张"));
}

/* So does the arrow down; with nothing typed it goes back to where the keys were. */
static void
test_down_from_search (Fixture *self, gconstpointer data)
{
  GtkWidget *entry = find_type (self->page, GTK_TYPE_SEARCH_ENTRY);
  gint64 last, first;

  add (self, "丁样本", NULL, NULL);
  first = add (self, "王样本", NULL, NULL);
  last = add (self, "王样张", NULL, NULL);
  zb_test_registry_wait_columns (self->here->registry, 3);
  choose_order (self, ZB_ORDER_PINYIN);
  zb_test_wait_shows (self->page, "王样张");
  zb_member_table_focus (self->table);
  g_assert_true (zb_test_key (gtk_window_get_focus (GTK_WINDOW (self->window)), GDK_KEY_End, 0));
  gtk_widget_grab_focus (entry);
  g_assert_true (zb_test_key (gtk_window_get_focus (GTK_WINDOW (self->window)), GDK_KEY_Down, 0));
  zb_test_wait_focus (GTK_WIDGET (self->table));
  g_assert_cmpint (zb_member_selection_first (zb_member_table_get_selection (self->table)), ==, last);
  gtk_widget_grab_focus (entry);
  search (self, "王");
  g_assert_true (zb_test_key (gtk_window_get_focus (GTK_WINDOW (self->window)), GDK_KEY_Down, 0));
  zb_test_wait_focus (GTK_WIDGET (self->table));
  g_assert_cmpint (zb_member_selection_first (zb_member_table_get_selection (self->table)), ==, first);
}

/* What can be done with a person is asked for at the row, too. */
static void
test_row_menu (Fixture *self, gconstpointer data)
{
  GtkWidget *menu;

  add (self, "丁样本", NULL, NULL);
  add (self, "王样本", NULL, NULL);
  zb_test_registry_wait_columns (self->here->registry, 2);
  zb_test_wait_shows (self->page, "王样本");
  zb_member_table_focus (self->table);
  g_assert_true (zb_test_key (gtk_window_get_focus (GTK_WINDOW (self->window)), GDK_KEY_F10, GDK_SHIFT_MASK));
  menu = find_type (GTK_WIDGET (self->table), GTK_TYPE_POPOVER_MENU);
  zb_test_wait_shows (menu, "Transfer Out…");
  g_assert_true (zb_test_shows (menu, "Edit"));
  g_assert_false (zb_test_shows (menu, "Change One Field…"));
  g_assert_false (zb_test_shows (menu, "Confirm as Full Member…"));
  gtk_popover_popdown (GTK_POPOVER (menu));
  zb_member_table_focus (self->table);
  g_assert_true (zb_test_key (gtk_window_get_focus (GTK_WINDOW (self->window)), GDK_KEY_a, GDK_CONTROL_MASK));
  g_assert_true (zb_test_key (gtk_window_get_focus (GTK_WINDOW (self->window)), GDK_KEY_Menu, 0));
  zb_test_wait_shows (menu, "Change One Field…");
  g_assert_false (zb_test_shows (menu, "Edit"));
  g_assert_true (gtk_widget_activate_action (menu, "members.set-field", NULL));
  zb_test_close (zb_test_wait_window (ZB_TYPE_STEP_DIALOG));
}

static gboolean
has_said (gpointer data)
{
  return ((Fixture *) data)->said->len > 0;
}

/* One person's page, with the change and a way back to the earlier value. */
static void
test_person_page (Fixture *self, gconstpointer data)
{
  gint64 id = add (self, "王样本", "native_place", "某地");
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
  assert_names (self, "王样本 ");
}

#define ADD(name, test) g_test_add ("/members/" name, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char *argv[])
{
  zb_test_widgets_init (&argc, &argv);
  ADD ("empty", test_empty);
  ADD ("search", test_search);
  ADD ("order", test_order);
  ADD ("phrase", test_phrase);
  ADD ("new-and-undo", test_new_and_undo);
  ADD ("edit-bad-date", test_edit_bad_date);
  ADD ("alike-and-id-number", test_alike_and_id_number);
  ADD ("private-is-covered", test_private_is_covered);
  ADD ("step", test_step);
  ADD ("set-many", test_set_many);
  ADD ("new-in-group", test_new_in_group);
  ADD ("group-in-form", test_group_in_form);
  ADD ("selection-follows", test_selection_follows);
  ADD ("order-by-heading", test_order_by_heading);
  ADD ("order-by-any-heading", test_order_by_any_heading);
  ADD ("columns-are-kept", test_columns_are_kept);
  ADD ("enter-in-search", test_enter_in_search);
  ADD ("down-from-search", test_down_from_search);
  ADD ("row-menu", test_row_menu);
  ADD ("person-page", test_person_page);
  return g_test_run ();
}
