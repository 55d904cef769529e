/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/zb-table-cell.h"

struct _ZbTableCell
{
  GtkWidget parent_instance;

  const ZbTableFont *font; /* (unowned): outlives us */
  char *text;              /* (owned) (nullable) */
  PangoLayout *layout;     /* (owned) (nullable): made when first drawn */
  int layout_width;
};

G_DEFINE_FINAL_TYPE (ZbTableCell, zb_table_cell, GTK_TYPE_WIDGET)

static PangoLayout *
ensure_layout (ZbTableCell *self, int width)
{
  if (self->layout == NULL)
    self->layout = zb_table_font_layout (self->font, zb_table_cell_get_text (self), width);
  else if (self->layout_width != width)
    pango_layout_set_width (self->layout, width * PANGO_SCALE);
  self->layout_width = width;
  return self->layout;
}

static void
zb_table_cell_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                       int *minimum_baseline, int *natural_baseline)
{
  /* Its width is the column's. */
  *minimum = *natural = orientation == GTK_ORIENTATION_VERTICAL ? ZB_TABLE_CELL (widget)->font->height : 0;
}

static void
zb_table_cell_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  ZbTableCell *self = ZB_TABLE_CELL (widget);
  int width = gtk_widget_get_width (widget);
  PangoLayout *layout;
  GdkRGBA color;
  int y;

  if (self->text == NULL || *self->text == '\0' || width <= 0)
    return;
  layout = ensure_layout (self, width);
  gtk_style_context_get_color (gtk_widget_get_style_context (gtk_widget_get_parent (widget)), &color);
  /* All on one line, whichever fonts the text needs. */
  y = (gtk_widget_get_height (widget) - self->font->height) / 2
      + PANGO_PIXELS (self->font->baseline - pango_layout_get_baseline (layout));
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (0, (float) y));
  gtk_snapshot_append_layout (snapshot, layout, &color);
  gtk_snapshot_restore (snapshot);
}

static gboolean
zb_table_cell_query_tooltip (GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  ZbTableCell *self = ZB_TABLE_CELL (widget);

  if (self->layout == NULL || !pango_layout_is_ellipsized (self->layout))
    return FALSE;
  gtk_tooltip_set_text (tooltip, self->text);
  return TRUE;
}

static void
zb_table_cell_finalize (GObject *object)
{
  ZbTableCell *self = ZB_TABLE_CELL (object);

  g_clear_object (&self->layout);
  g_free (self->text);
  G_OBJECT_CLASS (zb_table_cell_parent_class)->finalize (object);
}

static void
zb_table_cell_class_init (ZbTableCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = zb_table_cell_finalize;
  widget_class->measure = zb_table_cell_measure;
  widget_class->snapshot = zb_table_cell_snapshot;
  widget_class->query_tooltip = zb_table_cell_query_tooltip;
  gtk_widget_class_set_css_name (widget_class, "cell");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID_CELL);
}

static void
zb_table_cell_init (ZbTableCell *self)
{
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
}

GtkWidget *
zb_table_cell_new (const ZbTableFont *font)
{
  ZbTableCell *self = g_object_new (ZB_TYPE_TABLE_CELL, NULL);

  self->font = font;
  return GTK_WIDGET (self);
}

void
zb_table_cell_set_text (ZbTableCell *self, const char *text)
{
  g_return_if_fail (ZB_IS_TABLE_CELL (self));

  if (g_strcmp0 (self->text, text) == 0)
    return;
  g_free (self->text);
  self->text = g_strdup (text);
  g_clear_object (&self->layout);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, zb_table_cell_get_text (self), -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

const char *
zb_table_cell_get_text (ZbTableCell *self)
{
  return self->text != NULL ? self->text : "";
}

void
zb_table_cell_font_changed (ZbTableCell *self)
{
  g_clear_object (&self->layout);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
