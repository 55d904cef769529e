/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "dialogs/templates/zb-template-dialog.h"
#include "dialogs/zb-step-dialog.h"
#include "shell/zb-page.h"
#include "shell/zb-settings.h"
#include "widgets/zb-table.h"
#include "zb-test-members.h"
#include "zb-test-widgets.h"

/* The table of the members page: who stands in it, in which order, and what keys and headings do. */

typedef ZbTestMembers Fixture;

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

static void
search (Fixture *self, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (zb_test_find_type (self->page, GTK_TYPE_SEARCH_ENTRY)), text);
  zb_test_spin_idle ();
}

static void
choose_order (Fixture *self, ZbMemberOrder order)
{
  gtk_drop_down_set_selected (GTK_DROP_DOWN (zb_test_find_type (self->page, GTK_TYPE_DROP_DOWN)), order);
  zb_test_spin_idle ();
}

static void
test_search (Fixture *self, gconstpointer data)
{
  zb_test_members_add (self, "王样本", NULL, NULL);
  zb_test_members_add (self, "欧阳样本", "phone", "19900001234");
  zb_test_members_add (self, "李样本", NULL, NULL);
  zb_test_registry_wait_columns (self->here->registry, 3);
  zb_test_spin_idle ();
  choose_order (self, ZB_ORDER_PINYIN);
  zb_test_members_assert_names (self, "李样本 欧阳样本 王样本 ");
  search (self, "ouyang");
  zb_test_members_assert_names (self, "欧阳样本 ");
  g_assert_true (zb_test_shows (self->page, "1 person"));
  search (self, "lyb");
  zb_test_members_assert_names (self, "李样本 ");
  search (self, "1234");
  zb_test_members_assert_names (self, "欧阳样本 ");
  search (self, "样本");
  zb_test_members_assert_names (self, "李样本 欧阳样本 王样本 ");
  search (self, "张");
  zb_test_members_assert_names (self, "");
  g_assert_true (zb_test_shows (self->page, "Nobody Was Found"));
  zb_test_press (self->page, "Clear Search and Filters");
  zb_test_spin_idle ();
  zb_test_members_assert_names (self, "李样本 欧阳样本 王样本 ");
}

static void
test_order (Fixture *self, gconstpointer data)
{
  zb_test_members_add (self, "丁样本", "joined_on", "2010-07");
  zb_test_members_add (self, "孔样本", "joined_on", "1999-07-01");
  zb_test_members_add (self, "王样本", "joined_on", "2020-07-01");
  zb_test_registry_wait_columns (self->here->registry, 3);
  choose_order (self, ZB_ORDER_JOINED);
  zb_test_members_assert_names (self, "孔样本 丁样本 王样本 ");
  /* 丁 has two strokes, 王 and 孔 four: 王 begins with 横, 孔 with 折. */
  choose_order (self, ZB_ORDER_STROKE);
  zb_test_members_assert_names (self, "丁样本 王样本 孔样本 ");
  zb_test_members_press_toggle (self, "Turn the Order Round");
  zb_test_members_assert_names (self, "孔样本 王样本 丁样本 ");
}

/* The selection stays with the people, not with the places. */
static void
test_selection_follows (Fixture *self, gconstpointer data)
{
  gint64 id;

  zb_test_members_add (self, "丁样本", "joined_on", "2010-07");
  id = zb_test_members_add (self, "孔样本", "joined_on", "1999-07-01");
  zb_test_registry_wait_columns (self->here->registry, 2);
  choose_order (self, ZB_ORDER_JOINED);
  zb_test_members_select_only (self, id);
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
  zb_test_members_add (self, "丁样本", "joined_on", "2010-07");
  zb_test_members_add (self, "孔样本", "joined_on", "1999-07-01");
  zb_test_members_add (self, "王样本", "joined_on", "2020-07-01");
  zb_test_registry_wait_columns (self->here->registry, 3);
  zb_test_wait_shows (self->page, "孔样本");
  g_assert_true (zb_test_key (heading (self->page, "Joined the Party"), GDK_KEY_Return, 0));
  zb_test_members_assert_names (self, "孔样本 丁样本 王样本 ");
  g_assert_cmpuint (gtk_drop_down_get_selected (GTK_DROP_DOWN (zb_test_find_type (self->page, GTK_TYPE_DROP_DOWN))), ==, ZB_ORDER_JOINED);
  gtk_test_accessible_assert_property (heading (self->page, "Joined the Party"), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Joined the Party, ascending");
  g_assert_true (zb_test_key (heading (self->page, "Joined the Party"), GDK_KEY_Return, 0));
  zb_test_members_assert_names (self, "王样本 丁样本 孔样本 ");
  choose_order (self, ZB_ORDER_PINYIN);
  gtk_test_accessible_assert_property (heading (self->page, "Joined the Party"), GTK_ACCESSIBLE_PROPERTY_LABEL, "Joined the Party");
  gtk_test_accessible_assert_property (heading (self->page, "Name"), GTK_ACCESSIBLE_PROPERTY_LABEL, "Name, descending");
}

/* So does every other heading, of a column that nobody can be ordered by otherwise; it is there again at the next start. */
static void
test_order_by_any_heading (Fixture *self, gconstpointer data)
{
  const char *const fields[] = { "name", "phone", "school", NULL };
  GtkDropDown *orders = GTK_DROP_DOWN (zb_test_find_type (self->page, GTK_TYPE_DROP_DOWN));
  GtkWidget *again;
  gint64 id;

  zb_member_table_set_columns (self->table, fields);
  zb_test_members_add (self, "丁样本", "phone", "19900000003");
  id = zb_test_members_add (self, "孔样本", "phone", "19900000001");
  zb_test_members_add (self, "王样本", "phone", "19900000002");
  zb_test_members_add (self, "张样本", NULL, NULL);
  zb_test_registry_wait_columns (self->here->registry, 4);
  zb_test_wait_shows (self->page, "孔样本");
  g_assert_true (zb_test_key (heading (self->page, "Mobile Phone"), GDK_KEY_Return, 0));
  zb_test_members_assert_names (self, "孔样本 王样本 丁样本 张样本 ");
  g_assert_cmpuint (gtk_drop_down_get_selected (orders), ==, ZB_N_ORDERS);
  g_assert_cmpstr (gtk_string_object_get_string (gtk_drop_down_get_selected_item (orders)), ==, "By the column “Mobile Phone”");
  gtk_test_accessible_assert_property (heading (self->page, "Mobile Phone"), GTK_ACCESSIBLE_PROPERTY_LABEL, "Mobile Phone, ascending");
  g_assert_true (zb_test_key (heading (self->page, "Mobile Phone"), GDK_KEY_Return, 0));
  zb_test_members_assert_names (self, "丁样本 王样本 孔样本 张样本 ");
  set_phone (self, id, "19900000009");
  zb_test_members_assert_names (self, "孔样本 丁样本 王样本 张样本 ");
  again = g_object_ref_sink (zb_members_page_new (self->here->registry));
  orders = GTK_DROP_DOWN (zb_test_find_type (again, GTK_TYPE_DROP_DOWN));
  g_assert_cmpstr (gtk_string_object_get_string (gtk_drop_down_get_selected_item (orders)), ==, "By the column “Mobile Phone”");
  g_assert_cmpint (zb_member_model_id_at (zb_member_table_get_model (ZB_MEMBER_TABLE (zb_test_find_type (again, ZB_TYPE_MEMBER_TABLE))), 0), ==, id);
  g_object_unref (again);
  choose_order (self, ZB_ORDER_PINYIN);
  gtk_test_accessible_assert_property (heading (self->page, "Mobile Phone"), GTK_ACCESSIBLE_PROPERTY_LABEL, "Mobile Phone");
  choose_order (self, ZB_N_ORDERS);
  zb_test_members_assert_names (self, "孔样本 丁样本 王样本 张样本 ");
}

/* Widths and places of columns are there again at the next start. */
static void
test_columns_are_kept (Fixture *self, gconstpointer data)
{
  GtkWidget *again;
  ZbMemberTable *table;
  int width;

  zb_test_members_add (self, "王样本", NULL, NULL);
  zb_test_wait_shows (self->page, "王样本");
  gtk_widget_grab_focus (heading (self->page, "Sex"));
  g_assert_true (zb_test_key (heading (self->page, "Sex"), GDK_KEY_Right, GDK_CONTROL_MASK));
  width = zb_settings_get_width ("members-column-widths", "sex");
  g_assert_cmpint (width, >, 0);
  g_assert_true (zb_test_key (heading (self->page, "Sex"), GDK_KEY_Left, GDK_CONTROL_MASK | GDK_SHIFT_MASK));
  g_assert_cmpstr (zb_member_table_get_columns (self->table)[0], ==, "sex");
  again = g_object_ref_sink (zb_members_page_new (self->here->registry));
  table = ZB_MEMBER_TABLE (zb_test_find_type (again, ZB_TYPE_MEMBER_TABLE));
  g_assert_cmpstr (zb_member_table_get_columns (table)[0], ==, "sex");
  g_assert_cmpstr (zb_member_table_get_columns (table)[1], ==, "name");
  g_assert_cmpint (zb_table_columns_at (zb_table_get_columns (ZB_TABLE (zb_test_find_type (again, ZB_TYPE_TABLE))), 0)->width, ==, width);
  g_object_unref (again);
}

/* Enter in the search is about the first hit, wherever the keys were before. */
static void
test_enter_in_search (Fixture *self, gconstpointer data)
{
  GtkWidget *entry = zb_test_find_type (self->page, GTK_TYPE_SEARCH_ENTRY);
  gint64 first;

  zb_test_members_add (self, "丁样本", NULL, NULL);
  first = zb_test_members_add (self, "王样本", NULL, NULL);
  zb_test_members_add (self, "王样张", NULL, NULL);
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
  GtkWidget *entry = zb_test_find_type (self->page, GTK_TYPE_SEARCH_ENTRY);
  gint64 last, first;

  zb_test_members_add (self, "丁样本", NULL, NULL);
  first = zb_test_members_add (self, "王样本", NULL, NULL);
  last = zb_test_members_add (self, "王样张", NULL, NULL);
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

  zb_test_members_add (self, "丁样本", NULL, NULL);
  zb_test_members_add (self, "王样本", NULL, NULL);
  zb_test_registry_wait_columns (self->here->registry, 2);
  zb_test_wait_shows (self->page, "王样本");
  zb_member_table_focus (self->table);
  g_assert_true (zb_test_key (gtk_window_get_focus (GTK_WINDOW (self->window)), GDK_KEY_F10, GDK_SHIFT_MASK));
  menu = zb_test_find_type (GTK_WIDGET (self->table), GTK_TYPE_POPOVER_MENU);
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

/* A menu longer than what is below the row begins above it, and whom a step is about stands where there is room for it. */
static void
test_room (Fixture *self, gconstpointer data)
{
  GdkRectangle at;
  double bottom;
  int height;
  GtkWidget *menu, *dialog;

  gtk_window_set_default_size (GTK_WINDOW (self->window), 1200, 480);
  zb_test_members_add (self, "丁样本", NULL, NULL);
  zb_test_registry_wait_columns (self->here->registry, 1);
  zb_test_wait_shows (self->page, "丁样本");
  zb_test_wait_frame (self->window);
  zb_member_table_focus (self->table);
  g_assert_true (zb_test_key (gtk_window_get_focus (GTK_WINDOW (self->window)), GDK_KEY_F10, GDK_SHIFT_MASK));
  menu = zb_test_find_type (GTK_WIDGET (self->table), GTK_TYPE_POPOVER_MENU);
  g_assert_true (gtk_popover_get_pointing_to (GTK_POPOVER (menu), &at));
  gtk_widget_measure (gtk_popover_get_child (GTK_POPOVER (menu)), GTK_ORIENTATION_VERTICAL, -1, NULL, &height, NULL, NULL);
  gtk_widget_translate_coordinates (GTK_WIDGET (self->table), self->window, 0, at.y + height, NULL, &bottom);
  g_assert_cmpfloat (bottom, <=, MAX (height, gtk_widget_get_height (self->window)));
  gtk_popover_popdown (GTK_POPOVER (menu));
  gtk_widget_activate_action (self->page, "members.step", "s", "transfer-out");
  dialog = zb_test_wait_window (ZB_TYPE_STEP_DIALOG);
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (dialog)), ==, "Transfer Out");
  g_assert_cmpstr (adw_preferences_group_get_title (ADW_PREFERENCES_GROUP (zb_test_find_type (dialog, ADW_TYPE_PREFERENCES_GROUP))), ==, "丁样本");
  zb_test_close (dialog);
}

static void
take_document (GtkWidget *page, const ZbDocumentRequest *request, ZbDocumentRequest **out)
{
  g_clear_pointer (out, zb_document_request_free);
  *out = zb_document_request_copy (request);
}

/* Cards for one person who was pressed are one card, not as many as there are people in the table. */
static void
test_papers_of_selection (Fixture *self, gconstpointer data)
{
  ZbDocumentRequest *asked = NULL;
  gint64 one = zb_test_members_add (self, "丁样本", NULL, NULL);
  GtkWidget *dialog;

  zb_test_members_add (self, "王样本", NULL, NULL);
  zb_test_members_add (self, "李样本", NULL, NULL);
  zb_test_registry_wait_columns (self->here->registry, 3);
  zb_test_wait_shows (self->page, "王样本");
  g_signal_connect (self->page, "document", G_CALLBACK (take_document), &asked);
  zb_test_members_select_only (self, one);
  g_assert_true (gtk_widget_activate_action (self->page, "members.name-cards", NULL));
  g_assert_nonnull (asked);
  g_assert_cmpuint (asked->people->n_ids, ==, 1);
  g_assert_cmpint (asked->people->ids[0], ==, one);
  g_assert_true (gtk_widget_activate_action (self->page, "members.fill-form", NULL));
  dialog = zb_test_wait_window (ZB_TYPE_TEMPLATE_DIALOG);
  zb_test_close (dialog);
  zb_member_table_focus (self->table);
  g_assert_true (zb_test_key (gtk_window_get_focus (GTK_WINDOW (self->window)), GDK_KEY_a, GDK_CONTROL_MASK));
  g_assert_true (gtk_widget_activate_action (self->page, "members.name-cards", NULL));
  g_assert_cmpuint (asked->people->n_ids, ==, 3);
  zb_document_request_free (asked);
}

#define ADD(name, test) g_test_add ("/members-table/" name, Fixture, NULL, zb_test_members_set_up, test, zb_test_members_tear_down)

int
main (int argc, char *argv[])
{
  zb_test_widgets_init (&argc, &argv);
  ADD ("search", test_search);
  ADD ("order", test_order);
  ADD ("selection-follows", test_selection_follows);
  ADD ("order-by-heading", test_order_by_heading);
  ADD ("order-by-any-heading", test_order_by_any_heading);
  ADD ("columns-are-kept", test_columns_are_kept);
  ADD ("enter-in-search", test_enter_in_search);
  ADD ("down-from-search", test_down_from_search);
  ADD ("row-menu", test_row_menu);
  ADD ("room", test_room);
  ADD ("papers-of-selection", test_papers_of_selection);
  return g_test_run ();
}
