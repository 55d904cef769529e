/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/zb-row-order.h"

#include <glib/gi18n.h>

static void
tell (GtkListBoxRow *row)
{
  gpointer moved = g_object_get_data (G_OBJECT (row), "zb-moved");

  if (moved != NULL)
    ((void (*) (gpointer)) moved) (g_object_get_data (G_OBJECT (row), "zb-moved-data"));
}

/* The keys stay with what had them. */
static void
move_to (GtkListBoxRow *row, int to)
{
  GtkListBox *list = GTK_LIST_BOX (gtk_widget_get_parent (GTK_WIDGET (row)));
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (row));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (to < 0 || to == gtk_list_box_row_get_index (row) || gtk_list_box_get_row_at_index (list, to) == NULL)
    return;
  if (focus != NULL && focus != GTK_WIDGET (row) && !gtk_widget_is_ancestor (focus, GTK_WIDGET (row)))
    focus = NULL;
  g_object_ref (row);
  gtk_list_box_remove (list, GTK_WIDGET (row));
  gtk_list_box_insert (list, GTK_WIDGET (row), to);
  g_object_unref (row);
  if (focus != NULL)
    gtk_widget_grab_focus (focus);
  tell (row);
}

static gboolean
move_by_key (GtkWidget *row, GVariant *step, gpointer user_data)
{
  move_to (GTK_LIST_BOX_ROW (row), gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)) + g_variant_get_int32 (step));
  return TRUE;
}

static void
on_arrow (GtkButton *button, gpointer step)
{
  GtkWidget *row = gtk_widget_get_ancestor (GTK_WIDGET (button), GTK_TYPE_LIST_BOX_ROW);

  move_to (GTK_LIST_BOX_ROW (row), gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)) + GPOINTER_TO_INT (step));
}

GtkWidget *
zb_row_order_arrow (int step)
{
  GtkWidget *button = gtk_button_new_from_icon_name (step < 0 ? "go-up-symbolic" : "go-down-symbolic");
  const char *label = step < 0 ? _("Move Up") : _("Move Down");

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect (button, "clicked", G_CALLBACK (on_arrow), GINT_TO_POINTER (step));
  return button;
}

/* Dragging. */

static GdkContentProvider *
on_prepare (GtkDragSource *source, double x, double y, GtkWidget *row)
{
  return gdk_content_provider_new_typed (GTK_TYPE_LIST_BOX_ROW, row);
}

static void
on_drag_begin (GtkDragSource *source, GdkDrag *drag, GtkWidget *row)
{
  g_autoptr(GdkPaintable) picture = gtk_widget_paintable_new (row);

  gtk_drag_source_set_icon (source, picture, 0, 0);
}

static GtkListBox *
list_of (GtkWidget *row)
{
  GtkWidget *list = gtk_widget_get_parent (row);

  return GTK_IS_LIST_BOX (list) ? GTK_LIST_BOX (list) : NULL;
}

static GdkDragAction
on_enter (GtkDropTarget *target, double x, double y, GtkWidget *row)
{
  gtk_list_box_drag_highlight_row (list_of (row), GTK_LIST_BOX_ROW (row));
  return GDK_ACTION_MOVE;
}

static void
on_leave (GtkDropTarget *target, GtkWidget *row)
{
  if (list_of (row) != NULL)
    gtk_list_box_drag_unhighlight_row (list_of (row));
}

/* What comes from another list has no place here. */
static gboolean
on_drop (GtkDropTarget *target, const GValue *value, double x, double y, GtkWidget *row)
{
  GtkWidget *dragged = g_value_get_object (value);

  if (dragged == NULL || list_of (dragged) != list_of (row))
    return FALSE;
  move_to (GTK_LIST_BOX_ROW (dragged), gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)));
  return TRUE;
}

void
zb_row_order_enable (GtkListBoxRow *row, GCallback moved, gpointer user_data)
{
  static const struct { guint key; int step; } keys[] = { { GDK_KEY_Up, -1 }, { GDK_KEY_Down, 1 } };
  GtkEventController *shortcuts = gtk_shortcut_controller_new ();
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (GTK_TYPE_LIST_BOX_ROW, GDK_ACTION_MOVE);

  g_object_set_data (G_OBJECT (row), "zb-moved", (gpointer) moved);
  g_object_set_data (G_OBJECT (row), "zb-moved-data", user_data);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (shortcuts),
                                          gtk_shortcut_new_with_arguments (gtk_keyval_trigger_new (keys[i].key, GDK_ALT_MASK),
                                                                           gtk_callback_action_new (move_by_key, NULL, NULL), "i", keys[i].step));
  gtk_widget_add_controller (GTK_WIDGET (row), shortcuts);
  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect (source, "prepare", G_CALLBACK (on_prepare), row);
  g_signal_connect (source, "drag-begin", G_CALLBACK (on_drag_begin), row);
  gtk_widget_add_controller (GTK_WIDGET (row), GTK_EVENT_CONTROLLER (source));
  g_signal_connect (target, "enter", G_CALLBACK (on_enter), row);
  g_signal_connect (target, "leave", G_CALLBACK (on_leave), row);
  g_signal_connect (target, "drop", G_CALLBACK (on_drop), row);
  gtk_widget_add_controller (GTK_WIDGET (row), GTK_EVENT_CONTROLLER (target));
}
