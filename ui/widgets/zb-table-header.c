/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/zb-table-header.h"

#include "widgets/zb-table-heading.h"

/* So near to the edge of a column, in pixels, the pointer takes hold of the edge. */
#define EDGE 6
/* How much one key makes a column wider or narrower. */
#define KEY_STEP 10

typedef enum { DRAG_NOTHING, DRAG_EDGE, DRAG_HEADING } Drag;

struct _ZbTableHeader
{
  GtkWidget parent_instance;

  ZbTableColumns *columns; /* (owned) */
  GtkAdjustment *across;   /* (owned) (nullable) */
  GPtrArray *headings;     /* (owned) (element-type ZbTableHeading): as they stand */
  guint current;           /* where the keys were last */
  Drag drag;
  guint dragged;           /* its place */
  guint dragged_from;
  double dragged_x;
  int width_before;
  gboolean is_moving;
};

enum { SORT, RESIZED, MOVED, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ZbTableHeader, zb_table_header, GTK_TYPE_WIDGET)

static void
focus_heading (ZbTableHeader *self, guint i)
{
  if (i < self->headings->len)
    gtk_widget_grab_focus (g_ptr_array_index (self->headings, i));
}

static gboolean
has_keys (ZbTableHeader *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self));
}

/* What the headings say. */

static void
on_sorted (ZbTableHeader *self)
{
  gboolean descending;
  const char *sorted = zb_table_columns_sorted (self->columns, &descending);

  for (guint i = 0; i < self->headings->len; i++)
    {
      GtkAccessibleSort sort = GTK_ACCESSIBLE_SORT_NONE;

      if (g_strcmp0 (zb_table_columns_at (self->columns, i)->id, sorted) == 0)
        sort = descending ? GTK_ACCESSIBLE_SORT_DESCENDING : GTK_ACCESSIBLE_SORT_ASCENDING;
      zb_table_heading_set_sort (g_ptr_array_index (self->headings, i), sort);
    }
}

static void
on_clicked (ZbTableHeading *heading, ZbTableHeader *self)
{
  guint i;

  if (g_ptr_array_find (self->headings, heading, &i)
      && (zb_table_columns_at (self->columns, i)->flags & ZB_TABLE_SORTABLE))
    g_signal_emit (self, signals[SORT], 0, i);
}

static void
on_columns_changed (ZbTableHeader *self)
{
  guint n = zb_table_columns_size (self->columns);

  g_ptr_array_set_size (self->headings, (int) MIN (n, self->headings->len));
  while (self->headings->len < n)
    {
      GtkWidget *heading = zb_table_heading_new ();

      g_signal_connect (heading, "clicked", G_CALLBACK (on_clicked), self);
      gtk_widget_set_parent (heading, GTK_WIDGET (self));
      g_ptr_array_add (self->headings, heading);
    }
  for (guint i = 0; i < n; i++)
    zb_table_heading_set_label (g_ptr_array_index (self->headings, i), zb_table_columns_at (self->columns, i)->label);
  on_sorted (self);
  self->current = MIN (self->current, n > 0 ? n - 1 : 0);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/* Pointer. */

/* The column whose right edge is near @x, or -1. */
static int
edge_at (ZbTableHeader *self, double x)
{
  for (guint i = zb_table_columns_size (self->columns); i > 0; i--)
    if (ABS (x - zb_table_columns_x (self->columns, i)) <= EDGE)
      return (int) i - 1;
  return -1;
}

static int
column_at (ZbTableHeader *self, double x)
{
  for (guint i = 0; i < zb_table_columns_size (self->columns); i++)
    if (x >= zb_table_columns_x (self->columns, i) && x < zb_table_columns_x (self->columns, i + 1))
      return (int) i;
  return -1;
}

static void
on_motion (GtkEventControllerMotion *controller, double x, double y, ZbTableHeader *self)
{
  if (self->drag == DRAG_NOTHING)
    gtk_widget_set_cursor_from_name (GTK_WIDGET (self), edge_at (self, x) >= 0 ? "col-resize" : NULL);
}

static void
show_dragged (ZbTableHeader *self)
{
  for (guint i = 0; i < self->headings->len; i++)
    if (self->is_moving && i == self->dragged)
      gtk_widget_add_css_class (g_ptr_array_index (self->headings, i), "dnd");
    else
      gtk_widget_remove_css_class (g_ptr_array_index (self->headings, i), "dnd");
}

static void
on_drag_begin (GtkGestureDrag *gesture, double x, double y, ZbTableHeader *self)
{
  int edge = edge_at (self, x);
  int column = edge >= 0 ? edge : column_at (self, x);

  self->drag = column < 0 ? DRAG_NOTHING : edge >= 0 ? DRAG_EDGE : DRAG_HEADING;
  self->is_moving = FALSE;
  if (column < 0)
    return;
  self->dragged = self->dragged_from = (guint) column;
  self->dragged_x = x;
  self->width_before = zb_table_columns_at (self->columns, self->dragged)->width;
  if (self->drag == DRAG_EDGE)
    gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
}

/* The column goes where the pointer is past the middle of another: not to and fro over a wider one. */
static void
drag_heading (ZbTableHeader *self, double x)
{
  int target = column_at (self, x);
  int middle;

  if (target < 0)
    target = x < 0 ? 0 : (int) self->headings->len - 1;
  middle = (zb_table_columns_x (self->columns, (guint) target) + zb_table_columns_x (self->columns, (guint) target + 1)) / 2;
  if ((guint) target == self->dragged || ((guint) target > self->dragged ? x < middle : x > middle))
    return;
  zb_table_columns_move (self->columns, self->dragged, (guint) target);
  self->dragged = (guint) target;
  show_dragged (self);
}

static void
on_drag_update (GtkGestureDrag *gesture, double dx, double dy, ZbTableHeader *self)
{
  if (self->drag == DRAG_EDGE)
    zb_table_columns_resize (self->columns, self->dragged, self->width_before + (int) dx);
  if (self->drag != DRAG_HEADING)
    return;
  if (!self->is_moving && gtk_drag_check_threshold (GTK_WIDGET (self), 0, 0, (int) dx, (int) dy))
    {
      self->is_moving = TRUE;
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
      show_dragged (self);
    }
  if (self->is_moving)
    drag_heading (self, self->dragged_x + dx);
}

static void
on_drag_end (GtkGestureDrag *gesture, double dx, double dy, ZbTableHeader *self)
{
  Drag drag = self->drag;

  self->drag = DRAG_NOTHING;
  self->is_moving = FALSE;
  show_dragged (self);
  if (drag == DRAG_EDGE && zb_table_columns_at (self->columns, self->dragged)->width != self->width_before)
    g_signal_emit (self, signals[RESIZED], 0, self->dragged);
  else if (drag == DRAG_HEADING && self->dragged != self->dragged_from)
    g_signal_emit (self, signals[MOVED], 0);
}

/* Keys. */

static gboolean
on_go (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  ZbTableHeader *self = ZB_TABLE_HEADER (widget);
  int last = (int) self->headings->len - 1;

  focus_heading (self, (guint) CLAMP ((int) self->current + g_variant_get_int32 (args), 0, MAX (last, 0)));
  return TRUE;
}

static gboolean
on_resize (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  ZbTableHeader *self = ZB_TABLE_HEADER (widget);
  int before;

  if (self->current >= self->headings->len)
    return FALSE;
  before = zb_table_columns_at (self->columns, self->current)->width;
  if (zb_table_columns_resize (self->columns, self->current, before + g_variant_get_int32 (args)) != before)
    g_signal_emit (self, signals[RESIZED], 0, self->current);
  return TRUE;
}

static gboolean
on_move (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  ZbTableHeader *self = ZB_TABLE_HEADER (widget);
  int to = (int) self->current + g_variant_get_int32 (args);

  if (to < 0 || to >= (int) self->headings->len)
    return TRUE;
  zb_table_columns_move (self->columns, self->current, (guint) to);
  focus_heading (self, (guint) to);
  g_signal_emit (self, signals[MOVED], 0);
  return TRUE;
}

static void
bind (GtkWidgetClass *klass, guint key, guint keypad, int direction)
{
  const guint keys[] = { key, keypad };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      gtk_widget_class_add_binding (klass, keys[i], 0, on_go, "i", direction);
      gtk_widget_class_add_binding (klass, keys[i], GDK_CONTROL_MASK, on_resize, "i", direction * KEY_STEP);
      gtk_widget_class_add_binding (klass, keys[i], GDK_CONTROL_MASK | GDK_SHIFT_MASK, on_move, "i", direction);
    }
}

/* The widget. */

static void
zb_table_header_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                         int *minimum_baseline, int *natural_baseline)
{
  ZbTableHeader *self = ZB_TABLE_HEADER (widget);
  int height = 0;

  for (guint i = 0; i < self->headings->len; i++)
    {
      int wanted;

      gtk_widget_measure (g_ptr_array_index (self->headings, i), orientation, -1, NULL, &wanted, NULL, NULL);
      height = MAX (height, wanted);
    }
  *minimum = *natural = orientation == GTK_ORIENTATION_VERTICAL ? height : zb_table_columns_width (self->columns);
}

static void
zb_table_header_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  ZbTableHeader *self = ZB_TABLE_HEADER (widget);

  for (guint i = 0; i < self->headings->len; i++)
    {
      GtkAllocation place = { zb_table_columns_x (self->columns, i), 0, zb_table_columns_at (self->columns, i)->width, height };

      gtk_widget_size_allocate (g_ptr_array_index (self->headings, i), &place, -1);
    }
}

/* One stop for Tab: the heading where the keys were last. */
static gboolean
zb_table_header_focus (GtkWidget *widget, GtkDirectionType direction)
{
  return !has_keys (ZB_TABLE_HEADER (widget)) && gtk_widget_grab_focus (widget);
}

static gboolean
zb_table_header_grab_focus (GtkWidget *widget)
{
  ZbTableHeader *self = ZB_TABLE_HEADER (widget);

  return self->current < self->headings->len && gtk_widget_grab_focus (g_ptr_array_index (self->headings, self->current));
}

static void
zb_table_header_set_focus_child (GtkWidget *widget, GtkWidget *child)
{
  ZbTableHeader *self = ZB_TABLE_HEADER (widget);

  GTK_WIDGET_CLASS (zb_table_header_parent_class)->set_focus_child (widget, child);
  if (child == NULL || !g_ptr_array_find (self->headings, child, &self->current))
    return;
  if (self->across != NULL)
    gtk_adjustment_clamp_page (self->across, zb_table_columns_x (self->columns, self->current),
                               zb_table_columns_x (self->columns, self->current + 1));
}

static void
zb_table_header_dispose (GObject *object)
{
  ZbTableHeader *self = ZB_TABLE_HEADER (object);

  g_ptr_array_set_size (self->headings, 0);
  if (self->columns != NULL)
    g_signal_handlers_disconnect_by_data (self->columns, self);
  g_clear_object (&self->columns);
  g_clear_object (&self->across);
  G_OBJECT_CLASS (zb_table_header_parent_class)->dispose (object);
}

static void
zb_table_header_finalize (GObject *object)
{
  g_ptr_array_unref (ZB_TABLE_HEADER (object)->headings);
  G_OBJECT_CLASS (zb_table_header_parent_class)->finalize (object);
}

static void
zb_table_header_class_init (ZbTableHeaderClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = zb_table_header_dispose;
  G_OBJECT_CLASS (klass)->finalize = zb_table_header_finalize;
  widget_class->measure = zb_table_header_measure;
  widget_class->size_allocate = zb_table_header_size_allocate;
  widget_class->focus = zb_table_header_focus;
  widget_class->grab_focus = zb_table_header_grab_focus;
  widget_class->set_focus_child = zb_table_header_set_focus_child;
  signals[SORT] = g_signal_new ("sort", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[RESIZED] = g_signal_new ("resized", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[MOVED] = g_signal_new ("moved", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  bind (widget_class, GDK_KEY_Left, GDK_KEY_KP_Left, -1);
  bind (widget_class, GDK_KEY_Right, GDK_KEY_KP_Right, 1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Home, 0, on_go, "i", -1000);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_End, 0, on_go, "i", 1000);
  gtk_widget_class_set_css_name (widget_class, "header");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_ROW);
}

static void
zb_table_header_init (ZbTableHeader *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkGesture *drag = gtk_gesture_drag_new ();

  self->headings = g_ptr_array_new_with_free_func ((GDestroyNotify) gtk_widget_unparent);
  g_signal_connect (motion, "motion", G_CALLBACK (on_motion), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  /* Before the heading below sees it: the edge of one is no click on it. */
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (drag), GTK_PHASE_CAPTURE);
  g_signal_connect (drag, "drag-begin", G_CALLBACK (on_drag_begin), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (on_drag_update), self);
  g_signal_connect (drag, "drag-end", G_CALLBACK (on_drag_end), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
}

GtkWidget *
zb_table_header_new (ZbTableColumns *columns)
{
  ZbTableHeader *self = g_object_new (ZB_TYPE_TABLE_HEADER, NULL);

  self->columns = g_object_ref (columns);
  g_signal_connect_swapped (columns, "changed", G_CALLBACK (on_columns_changed), self);
  g_signal_connect_swapped (columns, "sorted", G_CALLBACK (on_sorted), self);
  g_signal_connect_swapped (columns, "resized", G_CALLBACK (gtk_widget_queue_resize), self);
  on_columns_changed (self);
  return GTK_WIDGET (self);
}

void
zb_table_header_set_across (ZbTableHeader *self, GtkAdjustment *across)
{
  g_set_object (&self->across, across);
}
