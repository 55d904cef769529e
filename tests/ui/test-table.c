/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "widgets/zb-table-cell.h"
#include "widgets/zb-table-header.h"
#include "widgets/zb-table-heading.h"
#include "widgets/zb-table-row.h"
#include "widgets/zb-table.h"
#include "zb-test-spin.h"
#include "zb-test-widgets.h"

/* A table of strings: the first column shows the string, the others a letter and its position. */
typedef struct {
  GtkStringList *strings;
  GtkSelectionModel *selection;
  GtkWidget *window;
  GtkWidget *scrolled;
  ZbTable *table;
  GString *said;
  guint n_asked;
} Fixture;

#define N_ROWS 1000

static const ZbTableColumn columns[] = {
  { "name", "Name", 4, 100, ZB_TABLE_SORTABLE | ZB_TABLE_WHOLE | ZB_TABLE_NAMES_ROW },
  { "a", "First", 4, 120, ZB_TABLE_SORTABLE },
  { "b", "Second", 4, 140, 0 },
  { "c", "Third", 4, 160, ZB_TABLE_SORTABLE },
};

static const char *
text_of (gpointer item, guint source, gpointer user_data)
{
  static char text[64];
  Fixture *self = user_data;

  self->n_asked++;
  if (source == 0)
    return gtk_string_object_get_string (item);
  g_snprintf (text, sizeof text, "%c %s", (char) ('a' + source - 1), gtk_string_object_get_string (item));
  return text;
}

static void
on_activate (Fixture *self, guint position)
{
  g_string_append_printf (self->said, "activate %u;", position);
}

static void
on_menu (Fixture *self, int x, int y)
{
  g_string_append_printf (self->said, "menu %d %d;", x, y);
}

static void
on_sort (Fixture *self, const char *column, gboolean descending)
{
  g_string_append_printf (self->said, "sort %s %s;", column, descending ? "down" : "up");
  zb_table_show_sort (self->table, column, descending);
}

static void
on_resized (Fixture *self, const char *column, int width)
{
  g_string_append_printf (self->said, "width %s %d;", column, width);
}

static void
on_moved (Fixture *self)
{
  g_string_append (self->said, "moved");
  for (guint i = 0; i < zb_table_columns_size (zb_table_get_columns (self->table)); i++)
    g_string_append_printf (self->said, " %s", zb_table_columns_at (zb_table_get_columns (self->table), i)->id);
  g_string_append_c (self->said, ';');
}

#define assert_said(self, expected)                    \
  G_STMT_START                                         \
    {                                                  \
      g_assert_cmpstr ((self)->said->str, ==, expected); \
      g_string_truncate ((self)->said, 0);             \
    }                                                  \
  G_STMT_END

static GtkAdjustment *
along (Fixture *self)
{
  return gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scrolled));
}

static GtkAdjustment *
across (Fixture *self)
{
  return gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (self->scrolled));
}

static void
set_up (Fixture *self, gconstpointer data)
{
  self->strings = gtk_string_list_new (NULL);
  for (guint i = 0; i < N_ROWS; i++)
    {
      g_autofree char *text = g_strdup_printf ("row %u", i);

      gtk_string_list_append (self->strings, text);
    }
  self->said = g_string_new (NULL);
  self->selection = GTK_SELECTION_MODEL (gtk_multi_selection_new (g_object_ref (G_LIST_MODEL (self->strings))));
  self->table = ZB_TABLE (zb_table_new ("Rows"));
  zb_table_set_columns (self->table, columns, G_N_ELEMENTS (columns));
  zb_table_set_model (self->table, self->selection, text_of, self);
  g_signal_connect_swapped (self->table, "activate", G_CALLBACK (on_activate), self);
  g_signal_connect_swapped (self->table, "menu", G_CALLBACK (on_menu), self);
  g_signal_connect_swapped (self->table, "sort-chosen", G_CALLBACK (on_sort), self);
  g_signal_connect_swapped (self->table, "column-resized", G_CALLBACK (on_resized), self);
  g_signal_connect_swapped (self->table, "columns-moved", G_CALLBACK (on_moved), self);
  self->scrolled = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled), GTK_WIDGET (self->table));
  self->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (self->window), 400, 400);
  gtk_window_set_child (GTK_WINDOW (self->window), self->scrolled);
  gtk_window_present (GTK_WINDOW (self->window));
  zb_test_wait_shows (self->window, "row 0");
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  zb_test_close (self->window);
  g_assert_finalize_object (self->selection);
  g_assert_finalize_object (self->strings);
  g_string_free (self->said, TRUE);
}

/* The rows whose middle is in sight, from top to bottom: what the first column says of them. */
static char *
in_sight (Fixture *self)
{
  g_autoptr(GString) text = g_string_new (NULL);
  GtkWidget *body = gtk_widget_get_last_child (GTK_WIDGET (self->table));

  for (int y = 0; y < gtk_widget_get_height (body); y++)
    for (GtkWidget *row = gtk_widget_get_first_child (body); row != NULL; row = gtk_widget_get_next_sibling (row))
      {
        graphene_rect_t bounds;

        if (!gtk_widget_get_mapped (row) || !gtk_widget_compute_bounds (row, body, &bounds)
            || (int) (bounds.origin.y + bounds.size.height / 2) != y)
          continue;
        g_string_append_printf (text, "%s%s", text->len > 0 ? "," : "", zb_table_row_get_text (ZB_TABLE_ROW (row), 0) + strlen ("row "));
      }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static gboolean
begins_with (gpointer data)
{
  gpointer *both = data;
  g_autofree char *now = in_sight (both[0]);

  return g_str_has_prefix (now, both[1]);
}

/* Waits until the rows in sight begin with these. */
static void
wait_sight (Fixture *self, const char *expected)
{
  gpointer both[] = { self, (gpointer) expected };

  zb_test_spin_until (begins_with, both);
}

/* What is selected: ranges of positions. */
static char *
selected (Fixture *self)
{
  g_autoptr(GtkBitset) set = gtk_selection_model_get_selection (self->selection);
  g_autoptr(GString) text = g_string_new (NULL);
  GtkBitsetIter iter;
  guint position;

  for (gboolean more = gtk_bitset_iter_init_first (&iter, set, &position); more; more = gtk_bitset_iter_next (&iter, &position))
    g_string_append_printf (text, "%s%u", text->len > 0 ? "," : "", position);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

#define assert_selected(self, expected)            \
  G_STMT_START                                     \
    {                                              \
      g_autofree char *selected_ = selected (self); \
      g_assert_cmpstr (selected_, ==, expected);   \
    }                                              \
  G_STMT_END

static GtkWidget *
focus (Fixture *self)
{
  return gtk_window_get_focus (GTK_WINDOW (self->window));
}

static const char *
focused_row (Fixture *self)
{
  return ZB_IS_TABLE_ROW (focus (self)) ? zb_table_row_get_text (ZB_TABLE_ROW (focus (self)), 0) : "";
}

static void
key (Fixture *self, guint keyval, GdkModifierType modifiers)
{
  g_assert_true (zb_test_key (focus (self), keyval, modifiers));
}

static GtkWidget *
heading (Fixture *self, const char *label)
{
  GtkWidget *found = zb_test_find (GTK_WIDGET (self->table), GTK_ACCESSIBLE_ROLE_COLUMN_HEADER, label);

  g_assert_nonnull (found);
  return found;
}

static GtkEventController *
controller_for (GtkWidget *widget, GType type, guint button)
{
  g_autoptr(GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr(GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (G_TYPE_CHECK_INSTANCE_TYPE (controller, type)
          && gtk_gesture_single_get_button (GTK_GESTURE_SINGLE (controller)) == button)
        return controller;
    }
  g_assert_not_reached ();
}

static GtkEventController *
controller_of (GtkWidget *widget, GType type)
{
  return controller_for (widget, type, GDK_BUTTON_PRIMARY);
}

static void
drag (Fixture *self, double from, double to)
{
  GtkWidget *header = gtk_widget_get_first_child (GTK_WIDGET (self->table));
  GtkEventController *controller = controller_of (header, GTK_TYPE_GESTURE_DRAG);

  g_signal_emit_by_name (controller, "drag-begin", from, 5.0);
  for (int i = 1; i <= 20; i++)
    g_signal_emit_by_name (controller, "drag-update", (to - from) * i / 20, 0.0);
  g_signal_emit_by_name (controller, "drag-end", to - from, 0.0);
}

/* Tests. */

/* However many rows there are, only those in sight live and are asked for. */
static void
test_only_what_is_in_sight (Fixture *self, gconstpointer data)
{
  GtkWidget *body = gtk_widget_get_last_child (GTK_WIDGET (self->table));
  guint n = 0;

  for (GtkWidget *row = gtk_widget_get_first_child (body); row != NULL; row = gtk_widget_get_next_sibling (row))
    n++;
  g_assert_cmpuint (n, >, 4);
  g_assert_cmpuint (n, <, 20);
  self->n_asked = 0;
  gtk_adjustment_set_value (along (self), gtk_adjustment_get_upper (along (self)));
  zb_test_wait_shows (self->window, "row 999");
  g_assert_cmpuint (self->n_asked, <=, (n + 1) * G_N_ELEMENTS (columns));
  /* One row further only that one is filled. */
  gtk_adjustment_set_value (along (self), 0);
  wait_sight (self, "0,1,2");
  self->n_asked = 0;
  gtk_adjustment_set_value (along (self), gtk_adjustment_get_upper (along (self)) / N_ROWS);
  wait_sight (self, "1,2,3");
  g_assert_cmpuint (self->n_asked, <=, 2 * G_N_ELEMENTS (columns));
}

static void
test_names (Fixture *self, gconstpointer data)
{
  GtkWidget *row = zb_test_find (self->window, GTK_ACCESSIBLE_ROLE_ROW, "row 2");
  GtkWidget *cell = zb_test_find (row, GTK_ACCESSIBLE_ROLE_GRID_CELL, "a row 2");

  g_assert_nonnull (cell);
  gtk_test_accessible_assert_property (cell, GTK_ACCESSIBLE_PROPERTY_LABEL, "a row 2");
  gtk_test_accessible_assert_relation (row, GTK_ACCESSIBLE_RELATION_LABELLED_BY, gtk_widget_get_first_child (row), NULL);
  gtk_test_accessible_assert_state (row, GTK_ACCESSIBLE_STATE_SELECTED, FALSE);
  gtk_selection_model_select_item (self->selection, 2, TRUE);
  gtk_test_accessible_assert_state (row, GTK_ACCESSIBLE_STATE_SELECTED, TRUE);
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (self->table), GTK_ACCESSIBLE_ROLE_GRID);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (self->table), GTK_ACCESSIBLE_PROPERTY_LABEL, "Rows");
  zb_table_show_sort (self->table, "a", TRUE);
  gtk_test_accessible_assert_property (heading (self, "First"), GTK_ACCESSIBLE_PROPERTY_LABEL, "First, descending");
  gtk_test_accessible_assert_property (heading (self, "First"), GTK_ACCESSIBLE_PROPERTY_SORT, GTK_ACCESSIBLE_SORT_DESCENDING);
  zb_table_show_sort (self->table, NULL, FALSE);
  gtk_test_accessible_assert_property (heading (self, "First"), GTK_ACCESSIBLE_PROPERTY_LABEL, "First");
}

static void
test_keys (Fixture *self, gconstpointer data)
{
  g_assert_true (zb_table_focus_rows (self->table));
  g_assert_cmpstr (focused_row (self), ==, "row 0");
  assert_selected (self, "");
  key (self, GDK_KEY_Down, 0);
  assert_selected (self, "1");
  key (self, GDK_KEY_Down, GDK_SHIFT_MASK);
  key (self, GDK_KEY_Down, GDK_SHIFT_MASK);
  assert_selected (self, "1,2,3");
  key (self, GDK_KEY_Up, GDK_SHIFT_MASK);
  assert_selected (self, "1,2");
  key (self, GDK_KEY_Down, GDK_CONTROL_MASK);
  key (self, GDK_KEY_Down, GDK_CONTROL_MASK);
  assert_selected (self, "1,2");
  key (self, GDK_KEY_space, 0);
  assert_selected (self, "1,2,4");
  key (self, GDK_KEY_space, GDK_CONTROL_MASK);
  assert_selected (self, "1,2");
  key (self, GDK_KEY_Return, 0);
  assert_said (self, "activate 4;");
  key (self, GDK_KEY_a, GDK_CONTROL_MASK);
  g_assert_true (gtk_selection_model_is_selected (self->selection, N_ROWS - 1));
  key (self, GDK_KEY_A, GDK_CONTROL_MASK | GDK_SHIFT_MASK);
  assert_selected (self, "");
}

static void
test_far_keys (Fixture *self, gconstpointer data)
{
  guint page;

  zb_table_focus_rows (self->table);
  key (self, GDK_KEY_End, 0);
  g_assert_cmpstr (focused_row (self), ==, "row 999");
  assert_selected (self, "999");
  zb_test_wait_shows (self->window, "row 999");
  key (self, GDK_KEY_Down, 0);
  g_assert_cmpstr (focused_row (self), ==, "row 999");
  key (self, GDK_KEY_Home, 0);
  g_assert_cmpstr (focused_row (self), ==, "row 0");
  wait_sight (self, "0,1,2");
  key (self, GDK_KEY_Page_Down, 0);
  page = (guint) g_ascii_strtoull (focused_row (self) + strlen ("row "), NULL, 10);
  g_assert_cmpuint (page, >, 3);
  g_assert_cmpuint (page, <, 20);
  key (self, GDK_KEY_Page_Up, 0);
  g_assert_cmpstr (focused_row (self), ==, "row 0");
  key (self, GDK_KEY_End, GDK_SHIFT_MASK);
  g_assert_true (gtk_selection_model_is_selected (self->selection, 500));
}

/* The row with the keys lives on out of sight, and the next key comes back to it. */
static void
test_keys_after_scrolling (Fixture *self, gconstpointer data)
{
  zb_table_focus_rows (self->table);
  key (self, GDK_KEY_Down, 0);
  gtk_adjustment_set_value (along (self), gtk_adjustment_get_upper (along (self)) / 2);
  wait_sight (self, "500,501");
  g_assert_cmpstr (focused_row (self), ==, "row 1");
  key (self, GDK_KEY_Down, 0);
  g_assert_cmpstr (focused_row (self), ==, "row 2");
  wait_sight (self, "2,3");
}

/* Less room below: the row with the keys is not covered, and what was scrolled away stays away. */
static void
test_less_room (Fixture *self, gconstpointer data)
{
  g_autofree char *last = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  zb_table_focus_rows (self->table);
  key (self, GDK_KEY_Page_Down, 0);
  last = g_strdup (focused_row (self) + strlen ("row "));
  gtk_widget_set_margin_bottom (self->scrolled, 100);
  zb_test_wait_frame (self->window);
  before = in_sight (self);
  g_assert_true (g_str_has_suffix (before, last));
  gtk_adjustment_set_value (along (self), gtk_adjustment_get_upper (along (self)) / 2);
  wait_sight (self, "500,501");
  gtk_widget_set_margin_bottom (self->scrolled, 150);
  zb_test_wait_frame (self->window);
  after = in_sight (self);
  g_assert_true (g_str_has_prefix (after, "500,501"));
}

static void
test_click (Fixture *self, gconstpointer data)
{
  GtkWidget *body = gtk_widget_get_last_child (GTK_WIDGET (self->table));
  GtkEventController *click = controller_of (body, GTK_TYPE_GESTURE_CLICK);
  double height = gtk_adjustment_get_upper (along (self)) / N_ROWS;

  g_signal_emit_by_name (click, "pressed", 1, 20.0, height * 2.5);
  g_assert_cmpstr (focused_row (self), ==, "row 2");
  assert_selected (self, "");
  g_signal_emit_by_name (click, "released", 1, 20.0, height * 2.5);
  assert_selected (self, "2");
  g_signal_emit_by_name (click, "pressed", 2, 20.0, height * 2.5);
  assert_said (self, "activate 2;");
  g_signal_emit_by_name (click, "released", 2, 20.0, height * 2.5);
  assert_selected (self, "2");
}

/* The other button and the menu key ask for a menu: about the row there, unless it is one of those selected. */
static void
test_menu (Fixture *self, gconstpointer data)
{
  GtkWidget *body = gtk_widget_get_last_child (GTK_WIDGET (self->table));
  GtkEventController *click = controller_for (body, GTK_TYPE_GESTURE_CLICK, GDK_BUTTON_SECONDARY);
  int height = (int) (gtk_adjustment_get_upper (along (self)) / N_ROWS);
  int top = gtk_widget_get_height (gtk_widget_get_first_child (GTK_WIDGET (self->table)));
  g_autofree char *at_pointer = g_strdup_printf ("menu 20 %d;", top + height * 2 + 3);
  g_autofree char *at_row = g_strdup_printf ("menu %d %d;", height, top + height * 5);

  g_signal_emit_by_name (click, "released", 1, 20.0, height * 2 + 3.0);
  assert_said (self, at_pointer);
  assert_selected (self, "2");
  g_assert_cmpstr (focused_row (self), ==, "row 2");
  key (self, GDK_KEY_Down, GDK_SHIFT_MASK);
  g_signal_emit_by_name (click, "released", 1, 20.0, height * 2 + 3.0);
  assert_said (self, at_pointer);
  assert_selected (self, "2,3");
  key (self, GDK_KEY_Down, GDK_CONTROL_MASK);
  key (self, GDK_KEY_Down, GDK_CONTROL_MASK);
  key (self, GDK_KEY_F10, GDK_SHIFT_MASK);
  assert_said (self, at_row);
  assert_selected (self, "4");
  key (self, GDK_KEY_Menu, 0);
  assert_said (self, at_row);
  gtk_selection_model_unselect_all (self->selection);
  gtk_string_list_splice (self->strings, 1, N_ROWS - 1, NULL);
  zb_test_wait_frame (self->window);
  g_signal_emit_by_name (click, "released", 1, 20.0, height * 4 + 3.0);
  assert_said (self, "");
  assert_selected (self, "");
}

static void
test_sort (Fixture *self, gconstpointer data)
{
  zb_table_focus_rows (self->table);
  g_assert_true (gtk_widget_child_focus (self->window, GTK_DIR_TAB_BACKWARD));
  g_assert_true (focus (self) == heading (self, "Name"));
  key (self, GDK_KEY_Return, 0);
  assert_said (self, "sort name up;");
  key (self, GDK_KEY_space, 0);
  assert_said (self, "sort name down;");
  key (self, GDK_KEY_Right, 0);
  g_assert_true (focus (self) == heading (self, "First"));
  key (self, GDK_KEY_Return, 0);
  assert_said (self, "sort a up;");
  key (self, GDK_KEY_Right, 0);
  key (self, GDK_KEY_Return, 0);
  assert_said (self, "");
  key (self, GDK_KEY_End, 0);
  g_assert_true (focus (self) == heading (self, "Third"));
  key (self, GDK_KEY_Home, 0);
  g_assert_true (focus (self) == heading (self, "Name"));
  /* One stop for the headings, one for the rows. */
  g_assert_true (gtk_widget_child_focus (self->window, GTK_DIR_TAB_FORWARD));
  g_assert_cmpstr (focused_row (self), ==, "row 0");
  g_signal_emit_by_name (controller_of (heading (self, "Third"), GTK_TYPE_GESTURE_CLICK), "released", 1, 5.0, 5.0);
  assert_said (self, "sort c up;");
}

static void
test_resize (Fixture *self, gconstpointer data)
{
  ZbTableColumns *now = zb_table_get_columns (self->table);

  drag (self, 219, 259);
  assert_said (self, "width a 160;");
  drag (self, 259, 0);
  g_assert_cmpint (zb_table_columns_at (now, 1)->width, >, 10);
  g_assert_cmpint (zb_table_columns_at (now, 1)->width, <, 60);
  g_string_truncate (self->said, 0);
  zb_table_columns_resize (now, 1, 120);
  assert_said (self, "");
  gtk_widget_grab_focus (heading (self, "First"));
  key (self, GDK_KEY_Right, GDK_CONTROL_MASK);
  assert_said (self, "width a 130;");
  key (self, GDK_KEY_Left, GDK_CONTROL_MASK);
  key (self, GDK_KEY_Left, GDK_CONTROL_MASK);
  assert_said (self, "width a 120;width a 110;");
  g_assert_cmpint (zb_table_columns_x (now, 2), ==, 210);
}

static void
test_move (Fixture *self, gconstpointer data)
{
  GtkWidget *row = zb_test_find (self->window, GTK_ACCESSIBLE_ROLE_ROW, "row 2");

  /* From the middle of the second past the middle of the third. */
  drag (self, 160, 320);
  assert_said (self, "moved name b a c;");
  g_assert_cmpstr (zb_table_row_get_text (ZB_TABLE_ROW (row), 1), ==, "b row 2");
  g_assert_cmpstr (zb_table_row_get_text (ZB_TABLE_ROW (row), 2), ==, "a row 2");
  gtk_widget_grab_focus (heading (self, "First"));
  key (self, GDK_KEY_Left, GDK_CONTROL_MASK | GDK_SHIFT_MASK);
  assert_said (self, "moved name a b c;");
  g_assert_true (focus (self) == heading (self, "First"));
  key (self, GDK_KEY_Left, GDK_CONTROL_MASK | GDK_SHIFT_MASK);
  assert_said (self, "moved a name b c;");
  key (self, GDK_KEY_Left, GDK_CONTROL_MASK | GDK_SHIFT_MASK);
  assert_said (self, "");
  /* The row is still called after the name. */
  gtk_test_accessible_assert_relation (row, GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                       gtk_widget_get_next_sibling (gtk_widget_get_first_child (row)), NULL);
  /* A small movement is none, and neither is one to and fro. */
  drag (self, 160, 163);
  assert_said (self, "");
}

static gboolean
is_scrolled (gpointer data)
{
  return gtk_adjustment_get_value (data) > 0;
}

static gboolean
is_not_scrolled (gpointer data)
{
  return gtk_adjustment_get_value (data) <= 0;
}

/* Columns wider than the window: headings and rows go sideways together. */
static void
test_sideways (Fixture *self, gconstpointer data)
{
  GtkWidget *row = zb_test_find (self->window, GTK_ACCESSIBLE_ROLE_ROW, "row 1");
  graphene_rect_t over, below;

  g_assert_cmpfloat (gtk_adjustment_get_upper (across (self)), ==, 520);
  zb_table_focus_rows (self->table);
  key (self, GDK_KEY_Right, 0);
  zb_test_spin_until (is_scrolled, across (self));
  zb_test_wait_frame (self->window);
  g_assert_true (gtk_widget_compute_bounds (heading (self, "Second"), self->window, &over));
  g_assert_true (gtk_widget_compute_bounds (gtk_widget_get_prev_sibling (gtk_widget_get_last_child (row)), self->window, &below));
  g_assert_cmpfloat (over.origin.x, ==, below.origin.x);
  key (self, GDK_KEY_Left, 0);
  zb_test_spin_until (is_not_scrolled, across (self));
  /* A heading out of sight that gets the keys comes into sight. */
  gtk_widget_grab_focus (heading (self, "Third"));
  zb_test_spin_until (is_scrolled, across (self));
  gtk_widget_grab_focus (heading (self, "Name"));
  zb_test_spin_until (is_not_scrolled, across (self));
}

/* A name is never cut: its column grows, and cannot be made too narrow again. */
static void
test_whole (Fixture *self, gconstpointer data)
{
  static const char *const longer[] = { "row with a name that is much longer than its column", NULL };
  ZbTableColumns *now = zb_table_get_columns (self->table);
  int grown;

  gtk_string_list_splice (self->strings, 3, 1, longer);
  grown = zb_table_columns_at (now, 0)->width;
  g_assert_cmpint (grown, >, 200);
  g_assert_cmpint (zb_table_columns_resize (now, 0, 50), ==, grown);
  assert_said (self, "");
  zb_test_wait_shows (self->window, longer[0]);
}

/* It comes into sight with more room: headings, rows and bars all know in the same frame. */
static void
test_whole_in_layout (Fixture *self, gconstpointer data)
{
  static const char *const longer[] = { "row with a name that is much longer than its column", NULL };
  ZbTableColumns *now = zb_table_get_columns (self->table);
  graphene_rect_t over, below;
  GtkWidget *row;

  gtk_widget_set_margin_bottom (self->scrolled, 300);
  zb_test_wait_frame (self->window);
  gtk_string_list_splice (self->strings, 8, 1, longer);
  zb_test_wait_frame (self->window);
  g_assert_cmpint (zb_table_columns_at (now, 0)->width, ==, 100);
  gtk_widget_set_margin_bottom (self->scrolled, 0);
  zb_test_wait_shows (self->window, longer[0]);
  g_assert_cmpint (zb_table_columns_at (now, 0)->width, >, 200);
  g_assert_cmpfloat (gtk_adjustment_get_upper (across (self)), ==, zb_table_columns_width (now));
  row = gtk_widget_get_first_child (gtk_widget_get_last_child (GTK_WIDGET (self->table)));
  g_assert_true (gtk_widget_compute_bounds (heading (self, "First"), self->window, &over));
  g_assert_true (gtk_widget_compute_bounds (gtk_widget_get_next_sibling (gtk_widget_get_first_child (row)), self->window, &below));
  g_assert_cmpfloat (over.origin.x, ==, below.origin.x);
  g_assert_cmpfloat (over.size.width, ==, below.size.width);
}

/* Rows come and go: what is in sight stays, and the keys are with a row that is there. */
static void
test_items_change (Fixture *self, gconstpointer data)
{
  static const char *const more[] = { "row new", "row newer", NULL };

  zb_table_focus_rows (self->table);
  gtk_adjustment_set_value (along (self), gtk_adjustment_get_upper (along (self)) / N_ROWS * 100);
  wait_sight (self, "100,101");
  gtk_string_list_splice (self->strings, 3, 0, more);
  wait_sight (self, "100,101");
  gtk_string_list_splice (self->strings, 3, 2, NULL);
  wait_sight (self, "100,101");
  key (self, GDK_KEY_End, 0);
  gtk_string_list_splice (self->strings, 500, 500, NULL);
  g_assert_cmpstr (focused_row (self), ==, "row 499");
  zb_test_wait_shows (self->window, "row 499");
  gtk_string_list_splice (self->strings, 1, 499, NULL);
  wait_sight (self, "0");
  g_assert_cmpstr (focused_row (self), ==, "row 0");
  gtk_string_list_splice (self->strings, 0, 1, NULL);
  wait_sight (self, "");
  g_assert_false (zb_table_focus_rows (self->table));
  gtk_string_list_splice (self->strings, 0, 0, more);
  wait_sight (self, "new,newer");
  g_assert_true (zb_table_focus_rows (self->table));
}

/* Told to go somewhere before there is room for any row, it does so as soon as there is. */
static void
test_before_there_is_room (Fixture *self, gconstpointer data)
{
  GtkWidget *table = zb_table_new ("Others");
  GtkWidget *window = gtk_window_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  zb_table_set_columns (ZB_TABLE (table), columns, G_N_ELEMENTS (columns));
  zb_table_set_model (ZB_TABLE (table), self->selection, text_of, self);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), table);
  gtk_window_set_child (GTK_WINDOW (window), scrolled);
  gtk_window_set_default_size (GTK_WINDOW (window), 400, 300);
  zb_table_put_cursor (ZB_TABLE (table), 700);
  g_assert_true (zb_table_focus_rows (ZB_TABLE (table)));
  gtk_window_present (GTK_WINDOW (window));
  zb_test_wait_shows (window, "row 700");
  g_assert_cmpstr (zb_table_row_get_text (ZB_TABLE_ROW (gtk_window_get_focus (GTK_WINDOW (window))), 0), ==, "row 700");
  g_assert_true (zb_test_key (gtk_window_get_focus (GTK_WINDOW (window)), GDK_KEY_Down, GDK_SHIFT_MASK));
  assert_selected (self, "700,701");
  zb_test_close (window);
}

/* Another size of text: rows as high as it needs. */
static void
test_large_text (Fixture *self, gconstpointer data)
{
  g_autoptr(GtkCssProvider) provider = gtk_css_provider_new ();
  double before = gtk_adjustment_get_upper (along (self));

  gtk_adjustment_set_value (along (self), before / N_ROWS * 300);
  wait_sight (self, "300,301");
  gtk_css_provider_load_from_data (provider, "columnview { font-size: 40px; }", -1);
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (provider), GTK_STYLE_PROVIDER_PRIORITY_USER);
  wait_sight (self, "300,301");
  zb_test_wait_frame (self->window);
  g_assert_cmpfloat (gtk_adjustment_get_upper (along (self)), >, before * 1.3);
  wait_sight (self, "300,301");
  gtk_style_context_remove_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (provider));
}

#define ADD(name, test) g_test_add ("/table/" name, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char *argv[])
{
  zb_test_widgets_init (&argc, &argv);
  ADD ("only-what-is-in-sight", test_only_what_is_in_sight);
  ADD ("names", test_names);
  ADD ("keys", test_keys);
  ADD ("far-keys", test_far_keys);
  ADD ("keys-after-scrolling", test_keys_after_scrolling);
  ADD ("less-room", test_less_room);
  ADD ("click", test_click);
  ADD ("menu", test_menu);
  ADD ("sort", test_sort);
  ADD ("resize", test_resize);
  ADD ("move", test_move);
  ADD ("sideways", test_sideways);
  ADD ("whole", test_whole);
  ADD ("whole-in-layout", test_whole_in_layout);
  ADD ("items-change", test_items_change);
  ADD ("before-there-is-room", test_before_there_is_room);
  ADD ("large-text", test_large_text);
  return g_test_run ();
}
