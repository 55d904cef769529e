/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/zb-table-body-private.h"

/* What keys and clicks do in the rows of a table: as in the lists of GTK, so that hands need not learn. */

/* How far one press of an arrow moves the table sideways, in pixels. */
#define SIDEWAYS 60

typedef enum { MOVE_UP, MOVE_DOWN, MOVE_PAGE_UP, MOVE_PAGE_DOWN, MOVE_START, MOVE_END } Move;

/* A range from the row chosen last to this one: all as that row is, or only these. */
static gboolean
extend_to (ZbTableBody *self, guint position, gboolean modify)
{
  guint first = MIN (self->anchor, position);
  guint n = MAX (self->anchor, position) - first + 1;

  if (self->anchor >= zb_table_body_size (self))
    return FALSE;
  if (modify && !gtk_selection_model_is_selected (self->model, self->anchor))
    return gtk_selection_model_unselect_range (self->model, first, n);
  return gtk_selection_model_select_range (self->model, first, n, !modify);
}

static void
select_row (ZbTableBody *self, guint position, gboolean modify, gboolean extend)
{
  if (extend && extend_to (self, position, modify))
    return;
  if (modify && gtk_selection_model_is_selected (self->model, position))
    gtk_selection_model_unselect_item (self->model, position);
  else
    gtk_selection_model_select_item (self->model, position, !modify);
  self->anchor = position;
}

gboolean
zb_table_body_go_to (ZbTableBody *self, guint position, gboolean select, gboolean modify, gboolean extend)
{
  ZbTableLine *line;

  if (position >= zb_table_body_size (self))
    return FALSE;
  zb_table_body_scroll_to (self, position);
  self->cursor = position;
  if (self->page_height <= 0)
    zb_table_body_update_lines (self);
  line = zb_table_body_line_at (self, position);
  if (line == NULL || !gtk_widget_grab_focus (GTK_WIDGET (line->row)))
    return FALSE;
  if (select)
    select_row (self, position, modify, extend);
  return TRUE;
}

/* Keys. */

static guint
target_of (ZbTableBody *self, Move move)
{
  guint last = zb_table_body_size (self) - 1;
  guint page = (guint) MAX (self->page_height / MAX (self->row_height, 1) - 1, 1);
  guint from = MIN (self->cursor, last);

  switch (move)
    {
    case MOVE_UP: return from > 0 ? from - 1 : 0;
    case MOVE_DOWN: return MIN (from + 1, last);
    case MOVE_PAGE_UP: return from > page ? from - page : 0;
    case MOVE_PAGE_DOWN: return last - from > page ? from + page : last;
    case MOVE_START: return 0;
    case MOVE_END: return last;
    }
  return from;
}

static gboolean
on_move (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  ZbTableBody *self = ZB_TABLE_BODY (widget);
  gboolean select, modify, extend;
  int move;

  g_variant_get (args, "(ibbb)", &move, &select, &modify, &extend);
  if (zb_table_body_size (self) == 0)
    return FALSE;
  zb_table_body_go_to (self, target_of (self, (Move) move), select, modify, extend);
  return TRUE;
}

static gboolean
on_sideways (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  ZbTableBody *self = ZB_TABLE_BODY (widget);

  if (self->across != NULL)
    gtk_adjustment_set_value (self->across, gtk_adjustment_get_value (self->across) + g_variant_get_int32 (args));
  return TRUE;
}

static gboolean
on_toggle (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  ZbTableBody *self = ZB_TABLE_BODY (widget);

  return zb_table_body_go_to (self, self->cursor, TRUE, TRUE, FALSE);
}

static gboolean
on_enter (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  ZbTableBody *self = ZB_TABLE_BODY (widget);

  if (self->cursor < zb_table_body_size (self))
    g_signal_emit_by_name (self, "activate", self->cursor);
  return TRUE;
}

static gboolean
on_all (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  ZbTableBody *self = ZB_TABLE_BODY (widget);

  if (self->model != NULL && g_variant_get_boolean (args))
    gtk_selection_model_select_all (self->model);
  else if (self->model != NULL)
    gtk_selection_model_unselect_all (self->model);
  return TRUE;
}

/* The menu is about what is selected: a row outside of that is selected instead of it. */
static gboolean
ask_for_menu (ZbTableBody *self, guint position, int x, int y)
{
  gboolean is_chosen = position < zb_table_body_size (self) && gtk_selection_model_is_selected (self->model, position);

  if (!zb_table_body_go_to (self, position, !is_chosen, FALSE, FALSE))
    return FALSE;
  g_signal_emit_by_name (self, "menu", x, y);
  return TRUE;
}

static gboolean
on_menu_key (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  ZbTableBody *self = ZB_TABLE_BODY (widget);

  zb_table_body_scroll_to (self, self->cursor);
  return ask_for_menu (self, self->cursor, self->row_height,
                       (int) ((self->cursor + 1.0) * self->row_height - gtk_adjustment_get_value (self->along)));
}

static void
bind_move (GtkWidgetClass *klass, guint key, guint keypad, Move move)
{
  const guint keys[] = { key, keypad };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      gtk_widget_class_add_binding (klass, keys[i], 0, on_move, "(ibbb)", move, TRUE, FALSE, FALSE);
      gtk_widget_class_add_binding (klass, keys[i], GDK_CONTROL_MASK, on_move, "(ibbb)", move, FALSE, FALSE, FALSE);
      gtk_widget_class_add_binding (klass, keys[i], GDK_SHIFT_MASK, on_move, "(ibbb)", move, TRUE, FALSE, TRUE);
      gtk_widget_class_add_binding (klass, keys[i], GDK_CONTROL_MASK | GDK_SHIFT_MASK, on_move, "(ibbb)", move, TRUE, TRUE, TRUE);
    }
}

static void
bind_toggle (GtkWidgetClass *klass, guint key)
{
  gtk_widget_class_add_binding (klass, key, 0, on_toggle, NULL);
  gtk_widget_class_add_binding (klass, key, GDK_CONTROL_MASK, on_toggle, NULL);
  gtk_widget_class_add_binding (klass, key, GDK_SHIFT_MASK, on_toggle, NULL);
  gtk_widget_class_add_binding (klass, key, GDK_CONTROL_MASK | GDK_SHIFT_MASK, on_toggle, NULL);
}

void
zb_table_body_install_keys (GtkWidgetClass *klass)
{
  static const guint enters[] = { GDK_KEY_Return, GDK_KEY_ISO_Enter, GDK_KEY_KP_Enter };

  bind_move (klass, GDK_KEY_Up, GDK_KEY_KP_Up, MOVE_UP);
  bind_move (klass, GDK_KEY_Down, GDK_KEY_KP_Down, MOVE_DOWN);
  bind_move (klass, GDK_KEY_Page_Up, GDK_KEY_KP_Page_Up, MOVE_PAGE_UP);
  bind_move (klass, GDK_KEY_Page_Down, GDK_KEY_KP_Page_Down, MOVE_PAGE_DOWN);
  bind_move (klass, GDK_KEY_Home, GDK_KEY_KP_Home, MOVE_START);
  bind_move (klass, GDK_KEY_End, GDK_KEY_KP_End, MOVE_END);
  gtk_widget_class_add_binding (klass, GDK_KEY_Left, 0, on_sideways, "i", -SIDEWAYS);
  gtk_widget_class_add_binding (klass, GDK_KEY_KP_Left, 0, on_sideways, "i", -SIDEWAYS);
  gtk_widget_class_add_binding (klass, GDK_KEY_Right, 0, on_sideways, "i", SIDEWAYS);
  gtk_widget_class_add_binding (klass, GDK_KEY_KP_Right, 0, on_sideways, "i", SIDEWAYS);
  bind_toggle (klass, GDK_KEY_space);
  bind_toggle (klass, GDK_KEY_KP_Space);
  for (guint i = 0; i < G_N_ELEMENTS (enters); i++)
    gtk_widget_class_add_binding (klass, enters[i], 0, on_enter, NULL);
  gtk_widget_class_add_binding (klass, GDK_KEY_Menu, 0, on_menu_key, NULL);
  gtk_widget_class_add_binding (klass, GDK_KEY_F10, GDK_SHIFT_MASK, on_menu_key, NULL);
  gtk_widget_class_add_binding (klass, GDK_KEY_a, GDK_CONTROL_MASK, on_all, "b", TRUE);
  gtk_widget_class_add_binding (klass, GDK_KEY_slash, GDK_CONTROL_MASK, on_all, "b", TRUE);
  gtk_widget_class_add_binding (klass, GDK_KEY_A, GDK_CONTROL_MASK | GDK_SHIFT_MASK, on_all, "b", FALSE);
  gtk_widget_class_add_binding (klass, GDK_KEY_backslash, GDK_CONTROL_MASK, on_all, "b", FALSE);
}

/* Pointer. */

static guint
position_at (ZbTableBody *self, double y)
{
  gint64 position;

  if (self->row_height <= 0 || self->along == NULL)
    return GTK_INVALID_LIST_POSITION;
  position = ((gint64) y + (gint64) gtk_adjustment_get_value (self->along)) / self->row_height;
  return position >= 0 && position < zb_table_body_size (self) ? (guint) position : GTK_INVALID_LIST_POSITION;
}

static void
show_pressed (ZbTableBody *self, gboolean pressed)
{
  ZbTableLine *line = zb_table_body_line_at (self, self->pressed);

  if (line != NULL && line->position != GTK_INVALID_LIST_POSITION && pressed)
    gtk_widget_set_state_flags (GTK_WIDGET (line->row), GTK_STATE_FLAG_ACTIVE, FALSE);
  else if (line != NULL)
    gtk_widget_unset_state_flags (GTK_WIDGET (line->row), GTK_STATE_FLAG_ACTIVE);
}

static void
on_pressed (GtkGestureClick *gesture, int n_press, double x, double y, ZbTableBody *self)
{
  ZbTableLine *line;

  self->pressed = position_at (self, y);
  line = self->pressed != GTK_INVALID_LIST_POSITION ? zb_table_body_line_at (self, self->pressed) : NULL;
  if (line == NULL)
    return;
  show_pressed (self, TRUE);
  /* Not scrolled to yet: it would move away below the pointer. */
  gtk_widget_grab_focus (GTK_WIDGET (line->row));
  if (n_press == 2)
    {
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
      g_signal_emit_by_name (self, "activate", self->pressed);
    }
}

static void
on_released (GtkGestureClick *gesture, int n_press, double x, double y, ZbTableBody *self)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
  guint position = self->pressed;

  show_pressed (self, FALSE);
  self->pressed = GTK_INVALID_LIST_POSITION;
  if (position >= zb_table_body_size (self))
    return;
  select_row (self, position, (state & GDK_CONTROL_MASK) != 0, (state & GDK_SHIFT_MASK) != 0);
  zb_table_body_scroll_to (self, position);
}

static void
on_canceled (GtkGestureClick *gesture, GdkEventSequence *sequence, ZbTableBody *self)
{
  show_pressed (self, FALSE);
  self->pressed = GTK_INVALID_LIST_POSITION;
}

/* When the button is up again: GTK 4.8 miscounts what is pressed when a popover comes up in between. */
static void
on_other_button (GtkGestureClick *gesture, int n_press, double x, double y, ZbTableBody *self)
{
  if (ask_for_menu (self, position_at (self, y), (int) x, (int) y))
    gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
}

void
zb_table_body_add_pointer (ZbTableBody *self)
{
  GtkGesture *gesture = gtk_gesture_click_new ();
  GtkGesture *other = gtk_gesture_click_new ();

  g_signal_connect (gesture, "pressed", G_CALLBACK (on_pressed), self);
  g_signal_connect (gesture, "released", G_CALLBACK (on_released), self);
  g_signal_connect (gesture, "cancel", G_CALLBACK (on_canceled), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (gesture));
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (other), GDK_BUTTON_SECONDARY);
  g_signal_connect (other, "released", G_CALLBACK (on_other_button), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (other));
}
