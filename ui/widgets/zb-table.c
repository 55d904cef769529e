/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/zb-table.h"

#include "widgets/zb-table-header.h"

/* Padding of a cell, and room for the arrow of a heading, in pixels. */
#define CELL_PADDING 17
#define ARROW_WIDTH 20

struct _ZbTable
{
  GtkWidget parent_instance;

  ZbTableColumns *columns;     /* (owned) */
  GtkAdjustment *across;       /* (owned) */
  GtkAdjustment *along;        /* (owned) */
  GtkScrollablePolicy policies[2];
  GtkWidget *header;
  ZbTableBody *body;
};

enum { PROP_0, PROP_HADJUSTMENT, PROP_VADJUSTMENT, PROP_HSCROLL_POLICY, PROP_VSCROLL_POLICY };

enum { ACTIVATE, MENU, SORT_CHOSEN, COLUMN_RESIZED, COLUMNS_MOVED, N_SIGNALS };

static guint signals[N_SIGNALS];

static void scrollable_init (GtkScrollableInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (ZbTable, zb_table, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, scrollable_init))

static int
header_height (ZbTable *self)
{
  int height;

  gtk_widget_measure (self->header, GTK_ORIENTATION_VERTICAL, -1, NULL, &height, NULL, NULL);
  return height;
}

/* Scrollbars and shadows begin below the headings. */
static gboolean
get_border (GtkScrollable *scrollable, GtkBorder *border)
{
  *border = (GtkBorder) { .top = (gint16) header_height (ZB_TABLE (scrollable)) };
  return TRUE;
}

static void
scrollable_init (GtkScrollableInterface *iface)
{
  iface->get_border = get_border;
}

/* Headings and rows both stand elsewhere now. */
static void
on_sideways (ZbTable *self)
{
  gtk_widget_queue_allocate (GTK_WIDGET (self->body));
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
set_adjustments (ZbTable *self, GtkAdjustment *across, GtkAdjustment *along)
{
  if (self->across != NULL)
    g_signal_handlers_disconnect_by_data (self->across, self);
  g_set_object (&self->across, across);
  g_set_object (&self->along, along);
  if (across != NULL)
    g_signal_connect_swapped (across, "value-changed", G_CALLBACK (on_sideways), self);
  zb_table_header_set_across (ZB_TABLE_HEADER (self->header), across);
  zb_table_body_set_adjustments (self->body, across, along);
}

static GtkAdjustment *
or_new (GtkAdjustment *adjustment)
{
  return adjustment != NULL ? adjustment : gtk_adjustment_new (0, 0, 0, 0, 0, 0);
}

/* What a hand did. */

static void
on_activate (ZbTable *self, guint position)
{
  g_signal_emit (self, signals[ACTIVATE], 0, position);
}

static void
on_menu (ZbTable *self, int x, int y)
{
  double across_here, down_here;

  if (gtk_widget_translate_coordinates (GTK_WIDGET (self->body), GTK_WIDGET (self), x, y, &across_here, &down_here))
    g_signal_emit (self, signals[MENU], 0, (int) across_here, (int) down_here);
}

static void
on_sort (ZbTable *self, guint i)
{
  const ZbTableColumn *column = zb_table_columns_at (self->columns, i);
  gboolean descending;
  gboolean is_same = g_strcmp0 (zb_table_columns_sorted (self->columns, &descending), column->id) == 0;

  g_signal_emit (self, signals[SORT_CHOSEN], 0, column->id, is_same && !descending);
}

static void
on_resized (ZbTable *self, guint i)
{
  const ZbTableColumn *column = zb_table_columns_at (self->columns, i);

  g_signal_emit (self, signals[COLUMN_RESIZED], 0, column->id, column->width);
}

static void
on_moved (ZbTable *self)
{
  g_signal_emit (self, signals[COLUMNS_MOVED], 0);
}

/* Down from the headings. */
static gboolean
on_down (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  return zb_table_focus_rows (ZB_TABLE (widget));
}

/* The widget. */

static void
zb_table_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                  int *minimum_baseline, int *natural_baseline)
{
  ZbTable *self = ZB_TABLE (widget);
  int least, wanted;

  gtk_widget_measure (GTK_WIDGET (self->body), orientation, -1, &least, &wanted, NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = 0;
      *natural = wanted;
      return;
    }
  *minimum = least + header_height (self);
  *natural = wanted + header_height (self);
}

/* How far the table reaches across, and which part of it is in sight. */
static void
configure_across (ZbTable *self, int width)
{
  int total = MAX (zb_table_columns_width (self->columns), width);
  double x = CLAMP (gtk_adjustment_get_value (self->across), 0, total - width);

  g_signal_handlers_block_by_func (self->across, on_sideways, self);
  gtk_adjustment_configure (self->across, x, 0, total, width * 0.1, width * 0.9, width);
  g_signal_handlers_unblock_by_func (self->across, on_sideways, self);
}

static void
zb_table_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  ZbTable *self = ZB_TABLE (widget);
  int top = header_height (self);
  int before = zb_table_columns_width (self->columns);

  configure_across (self, width);
  gtk_widget_size_allocate (GTK_WIDGET (self->body), &(GtkAllocation) { 0, top, width, MAX (height - top, 0) }, -1);
  /* Rows that came into sight may have made columns wider: the headings come after them, measured anew. */
  if (zb_table_columns_width (self->columns) != before)
    {
      configure_across (self, width);
      top = header_height (self);
    }
  gtk_widget_size_allocate (self->header, &(GtkAllocation) { -(int) gtk_adjustment_get_value (self->across), 0,
                                                             (int) gtk_adjustment_get_upper (self->across), top }, -1);
}

static gboolean
zb_table_grab_focus (GtkWidget *widget)
{
  return zb_table_focus_rows (ZB_TABLE (widget));
}

/* Headings, then rows, each one stop. */
static gboolean
zb_table_focus (GtkWidget *widget, GtkDirectionType direction)
{
  ZbTable *self = ZB_TABLE (widget);
  GtkWidget *stops[] = { self->header, GTK_WIDGET (self->body) };
  gboolean is_back = direction == GTK_DIR_TAB_BACKWARD || direction == GTK_DIR_UP;
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  int at = -1;

  for (int i = 0; focus != NULL && i < (int) G_N_ELEMENTS (stops); i++)
    if (gtk_widget_is_ancestor (focus, stops[i]))
      at = i;
  if (at < 0)
    at = is_back ? (int) G_N_ELEMENTS (stops) : -1;
  for (at += is_back ? -1 : 1; at >= 0 && at < (int) G_N_ELEMENTS (stops); at += is_back ? -1 : 1)
    if (gtk_widget_child_focus (stops[at], direction))
      return TRUE;
  return FALSE;
}

static void
zb_table_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  ZbTable *self = ZB_TABLE (object);

  switch (id)
    {
    case PROP_HADJUSTMENT: g_value_set_object (value, self->across); break;
    case PROP_VADJUSTMENT: g_value_set_object (value, self->along); break;
    case PROP_HSCROLL_POLICY: g_value_set_enum (value, self->policies[GTK_ORIENTATION_HORIZONTAL]); break;
    case PROP_VSCROLL_POLICY: g_value_set_enum (value, self->policies[GTK_ORIENTATION_VERTICAL]); break;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
zb_table_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  ZbTable *self = ZB_TABLE (object);

  switch (id)
    {
    case PROP_HADJUSTMENT: set_adjustments (self, or_new (g_value_get_object (value)), self->along); break;
    case PROP_VADJUSTMENT: set_adjustments (self, self->across, or_new (g_value_get_object (value))); break;
    case PROP_HSCROLL_POLICY: self->policies[GTK_ORIENTATION_HORIZONTAL] = g_value_get_enum (value); break;
    case PROP_VSCROLL_POLICY: self->policies[GTK_ORIENTATION_VERTICAL] = g_value_get_enum (value); break;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
zb_table_dispose (GObject *object)
{
  ZbTable *self = ZB_TABLE (object);

  if (self->header != NULL)
    set_adjustments (self, NULL, NULL);
  g_clear_pointer (&self->header, gtk_widget_unparent);
  if (self->body != NULL)
    gtk_widget_unparent (GTK_WIDGET (g_steal_pointer (&self->body)));
  g_clear_object (&self->columns);
  G_OBJECT_CLASS (zb_table_parent_class)->dispose (object);
}

static void
zb_table_class_init (ZbTableClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  object_class->get_property = zb_table_get_property;
  object_class->set_property = zb_table_set_property;
  object_class->dispose = zb_table_dispose;
  widget_class->measure = zb_table_measure;
  widget_class->size_allocate = zb_table_size_allocate;
  widget_class->focus = zb_table_focus;
  widget_class->grab_focus = zb_table_grab_focus;
  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");
  signals[ACTIVATE] = g_signal_new ("activate", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[MENU] = g_signal_new ("menu", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_INT);
  signals[SORT_CHOSEN] = g_signal_new ("sort-chosen", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                                       G_TYPE_STRING, G_TYPE_BOOLEAN);
  signals[COLUMN_RESIZED] = g_signal_new ("column-resized", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                                          G_TYPE_STRING, G_TYPE_INT);
  signals[COLUMNS_MOVED] = g_signal_new ("columns-moved", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Down, 0, on_down, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Down, 0, on_down, NULL);
  /* It looks like a GtkColumnView, in every style sheet. */
  gtk_widget_class_set_css_name (widget_class, "columnview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID);
}

static void
zb_table_init (ZbTable *self)
{
  self->columns = zb_table_columns_new ();
  self->header = zb_table_header_new (self->columns);
  self->body = zb_table_body_new (self->columns);
  gtk_widget_set_parent (self->header, GTK_WIDGET (self));
  gtk_widget_set_parent (GTK_WIDGET (self->body), GTK_WIDGET (self));
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_add_css_class (GTK_WIDGET (self), "view");
  gtk_widget_add_css_class (GTK_WIDGET (self), "data-table");
  set_adjustments (self, or_new (NULL), or_new (NULL));
  g_signal_connect_swapped (self->columns, "resized", G_CALLBACK (gtk_widget_queue_resize), self);
  g_signal_connect_swapped (self->body, "activate", G_CALLBACK (on_activate), self);
  g_signal_connect_swapped (self->body, "menu", G_CALLBACK (on_menu), self);
  g_signal_connect_swapped (self->header, "sort", G_CALLBACK (on_sort), self);
  g_signal_connect_swapped (self->header, "resized", G_CALLBACK (on_resized), self);
  g_signal_connect_swapped (self->header, "moved", G_CALLBACK (on_moved), self);
}

GtkWidget *
zb_table_new (const char *label)
{
  GtkWidget *self = g_object_new (ZB_TYPE_TABLE, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  GTK_ACCESSIBLE_PROPERTY_MULTI_SELECTABLE, TRUE, -1);
  return self;
}

void
zb_table_set_columns (ZbTable *self, const ZbTableColumn *columns, guint n_columns)
{
  g_autofree ZbTableColumn *sized = g_memdup2 (columns, n_columns * sizeof *columns);

  g_return_if_fail (ZB_IS_TABLE (self));

  for (guint i = 0; i < n_columns; i++)
    {
      int heading = zb_table_body_text_width (self->body, columns[i].label);
      int texts = (int) (columns[i].chars * zb_table_body_character_width (self->body));

      /* Headings are bold. */
      heading = heading * 11 / 10 + (columns[i].flags & ZB_TABLE_SORTABLE ? ARROW_WIDTH : 0);
      if (columns[i].width <= 0)
        sized[i].width = MAX (heading, texts) + CELL_PADDING;
    }
  zb_table_columns_set (self->columns, sized, n_columns);
}

ZbTableColumns *
zb_table_get_columns (ZbTable *self)
{
  return self->columns;
}

void
zb_table_set_model (ZbTable *self, GtkSelectionModel *model, ZbTableText text, gpointer user_data)
{
  g_return_if_fail (ZB_IS_TABLE (self));

  zb_table_body_set_text (self->body, text, user_data);
  zb_table_body_set_model (self->body, model);
}

void
zb_table_show_sort (ZbTable *self, const char *column, gboolean descending)
{
  zb_table_columns_sort (self->columns, column, descending);
}

void
zb_table_put_cursor (ZbTable *self, guint position)
{
  zb_table_body_put_cursor (self->body, position);
}

gboolean
zb_table_focus_rows (ZbTable *self)
{
  return gtk_widget_grab_focus (GTK_WIDGET (self->body));
}
