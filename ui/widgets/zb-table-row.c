/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/zb-table-row.h"

#include "widgets/zb-table-cell.h"

struct _ZbTableRow
{
  GtkWidget parent_instance;

  ZbTableColumns *columns; /* (owned) */
  const ZbTableFont *font; /* (unowned): outlives us */
  GPtrArray *cells;        /* (owned) (element-type ZbTableCell): as they stand */
  int is_selected;         /* -1 before anybody said */
  int view_x;
  int view_width;
};

G_DEFINE_FINAL_TYPE (ZbTableRow, zb_table_row, GTK_TYPE_WIDGET)

static void
zb_table_row_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                      int *minimum_baseline, int *natural_baseline)
{
  ZbTableRow *self = ZB_TABLE_ROW (widget);
  int height = 0;

  for (guint i = 0; i < self->cells->len; i++)
    {
      int least, wanted;

      gtk_widget_measure (g_ptr_array_index (self->cells, i), orientation, -1, &least, &wanted, NULL, NULL);
      height = MAX (height, wanted);
    }
  *minimum = *natural = orientation == GTK_ORIENTATION_VERTICAL ? height : zb_table_columns_width (self->columns);
}

static void
zb_table_row_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  ZbTableRow *self = ZB_TABLE_ROW (widget);
  int x = 0;

  for (guint i = 0; i < self->cells->len; i++)
    {
      int wide = zb_table_columns_at (self->columns, i)->width;

      gtk_widget_size_allocate (g_ptr_array_index (self->cells, i), &(GtkAllocation) { x, 0, wide, height }, -1);
      x += wide;
    }
}

static void
zb_table_row_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  ZbTableRow *self = ZB_TABLE_ROW (widget);
  int x = 0;

  for (guint i = 0; i < self->cells->len && x < self->view_x + self->view_width; i++)
    {
      int wide = zb_table_columns_at (self->columns, i)->width;

      if (x + wide > self->view_x)
        gtk_widget_snapshot_child (widget, g_ptr_array_index (self->cells, i), snapshot);
      x += wide;
    }
}

static void
zb_table_row_dispose (GObject *object)
{
  ZbTableRow *self = ZB_TABLE_ROW (object);

  g_ptr_array_set_size (self->cells, 0);
  g_clear_object (&self->columns);
  G_OBJECT_CLASS (zb_table_row_parent_class)->dispose (object);
}

static void
zb_table_row_finalize (GObject *object)
{
  g_ptr_array_unref (ZB_TABLE_ROW (object)->cells);
  G_OBJECT_CLASS (zb_table_row_parent_class)->finalize (object);
}

static void
zb_table_row_class_init (ZbTableRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = zb_table_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = zb_table_row_finalize;
  widget_class->measure = zb_table_row_measure;
  widget_class->size_allocate = zb_table_row_size_allocate;
  widget_class->snapshot = zb_table_row_snapshot;
  gtk_widget_class_set_css_name (widget_class, "row");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_ROW);
}

static void
zb_table_row_init (ZbTableRow *self)
{
  self->cells = g_ptr_array_new_with_free_func ((GDestroyNotify) gtk_widget_unparent);
  self->is_selected = -1;
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "activatable");
}

ZbTableRow *
zb_table_row_new (ZbTableColumns *columns, const ZbTableFont *font)
{
  ZbTableRow *self = g_object_new (ZB_TYPE_TABLE_ROW, NULL);

  self->columns = g_object_ref (columns);
  self->font = font;
  zb_table_row_columns_changed (self);
  return self;
}

void
zb_table_row_set_text (ZbTableRow *self, guint i, const char *text)
{
  g_return_if_fail (i < self->cells->len);

  zb_table_cell_set_text (g_ptr_array_index (self->cells, i), text);
}

const char *
zb_table_row_get_text (ZbTableRow *self, guint i)
{
  return i < self->cells->len ? zb_table_cell_get_text (g_ptr_array_index (self->cells, i)) : "";
}

void
zb_table_row_set_selected (ZbTableRow *self, gboolean selected)
{
  if (self->is_selected == !!selected)
    return;
  self->is_selected = !!selected;
  if (selected)
    gtk_widget_set_state_flags (GTK_WIDGET (self), GTK_STATE_FLAG_SELECTED, FALSE);
  else
    gtk_widget_unset_state_flags (GTK_WIDGET (self), GTK_STATE_FLAG_SELECTED);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_SELECTED, self->is_selected, -1);
}

void
zb_table_row_set_view (ZbTableRow *self, int x, int width)
{
  if (self->view_x == x && self->view_width == width)
    return;
  self->view_x = x;
  self->view_width = width;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
zb_table_row_font_changed (ZbTableRow *self)
{
  for (guint i = 0; i < self->cells->len; i++)
    zb_table_cell_font_changed (g_ptr_array_index (self->cells, i));
}

void
zb_table_row_columns_changed (ZbTableRow *self)
{
  guint n = zb_table_columns_size (self->columns);

  /* It must not point to a cell that goes. */
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  g_ptr_array_set_size (self->cells, (int) MIN (n, self->cells->len));
  while (self->cells->len < n)
    {
      GtkWidget *cell = zb_table_cell_new (self->font);

      gtk_widget_set_parent (cell, GTK_WIDGET (self));
      g_ptr_array_add (self->cells, cell);
    }
  for (guint i = 0; i < n; i++)
    if (zb_table_columns_at (self->columns, i)->flags & ZB_TABLE_NAMES_ROW)
      gtk_accessible_update_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                      g_ptr_array_index (self->cells, i), NULL, -1);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
