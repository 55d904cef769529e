/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/zb-table-heading.h"

#include <glib/gi18n.h>

struct _ZbTableHeading
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *label;
  GtkWidget *arrow;
  GtkAccessibleSort sort;
};

G_DEFINE_FINAL_TYPE (ZbTableHeading, zb_table_heading, GTK_TYPE_WIDGET)

/* What it is called by who cannot see the arrow. */
static void
update_name (ZbTableHeading *self)
{
  const char *label = gtk_label_get_label (GTK_LABEL (self->label));
  g_autofree char *name = NULL;

  if (self->sort == GTK_ACCESSIBLE_SORT_ASCENDING)
    /* Translators: %s is the heading of a column that the table is ordered by */
    name = g_strdup_printf (_("%s, ascending"), label);
  else if (self->sort == GTK_ACCESSIBLE_SORT_DESCENDING)
    /* Translators: %s is the heading of a column that the table is ordered by */
    name = g_strdup_printf (_("%s, descending"), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name != NULL ? name : label,
                                  GTK_ACCESSIBLE_PROPERTY_SORT, self->sort, -1);
}

static gboolean
on_key (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  g_signal_emit_by_name (widget, "clicked");
  return TRUE;
}

static void
on_released (GtkGestureClick *gesture, int n_press, double x, double y, ZbTableHeading *self)
{
  if (gtk_widget_contains (GTK_WIDGET (self), x, y))
    g_signal_emit_by_name (self, "clicked");
}

/* Its width is the column's, which may be too narrow for the label. */
static void
zb_table_heading_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                          int *minimum_baseline, int *natural_baseline)
{
  if (orientation == GTK_ORIENTATION_VERTICAL)
    gtk_widget_measure (ZB_TABLE_HEADING (widget)->box, orientation, -1, minimum, natural, NULL, NULL);
  else
    *minimum = *natural = 0;
}

static void
zb_table_heading_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  GtkWidget *box = ZB_TABLE_HEADING (widget)->box;
  int least;

  gtk_widget_measure (box, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  gtk_widget_size_allocate (box, &(GtkAllocation) { 0, 0, MAX (least, width), height }, -1);
}

static gboolean
zb_table_heading_query_tooltip (GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  GtkLabel *label = GTK_LABEL (ZB_TABLE_HEADING (widget)->label);

  if (!pango_layout_is_ellipsized (gtk_label_get_layout (label)))
    return FALSE;
  gtk_tooltip_set_text (tooltip, gtk_label_get_label (label));
  return TRUE;
}

static void
zb_table_heading_dispose (GObject *object)
{
  g_clear_pointer (&ZB_TABLE_HEADING (object)->box, gtk_widget_unparent);
  G_OBJECT_CLASS (zb_table_heading_parent_class)->dispose (object);
}

static void
zb_table_heading_class_init (ZbTableHeadingClass *klass)
{
  static const guint keys[] = { GDK_KEY_Return, GDK_KEY_ISO_Enter, GDK_KEY_KP_Enter, GDK_KEY_space, GDK_KEY_KP_Space };
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = zb_table_heading_dispose;
  widget_class->measure = zb_table_heading_measure;
  widget_class->size_allocate = zb_table_heading_size_allocate;
  widget_class->query_tooltip = zb_table_heading_query_tooltip;
  g_signal_new ("clicked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding (widget_class, keys[i], 0, on_key, NULL);
  /* As style sheets know it from a GtkColumnView. */
  gtk_widget_class_set_css_name (widget_class, "button");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_COLUMN_HEADER);
}

static void
zb_table_heading_init (ZbTableHeading *self)
{
  GtkGesture *gesture = gtk_gesture_click_new ();

  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  self->label = gtk_label_new (NULL);
  self->arrow = gtk_image_new ();
  gtk_label_set_ellipsize (GTK_LABEL (self->label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_visible (self->arrow, FALSE);
  gtk_box_append (GTK_BOX (self->box), self->label);
  gtk_box_append (GTK_BOX (self->box), self->arrow);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  g_signal_connect (gesture, "released", G_CALLBACK (on_released), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (gesture));
}

GtkWidget *
zb_table_heading_new (void)
{
  return g_object_new (ZB_TYPE_TABLE_HEADING, NULL);
}

void
zb_table_heading_set_label (ZbTableHeading *self, const char *label)
{
  gtk_label_set_label (GTK_LABEL (self->label), label);
  update_name (self);
}

void
zb_table_heading_set_sort (ZbTableHeading *self, GtkAccessibleSort sort)
{
  if (self->sort == sort)
    return;
  self->sort = sort;
  gtk_widget_set_visible (self->arrow, sort != GTK_ACCESSIBLE_SORT_NONE);
  if (sort != GTK_ACCESSIBLE_SORT_NONE)
    gtk_image_set_from_icon_name (GTK_IMAGE (self->arrow),
                                  sort == GTK_ACCESSIBLE_SORT_ASCENDING ? "pan-up-symbolic" : "pan-down-symbolic");
  update_name (self);
}
