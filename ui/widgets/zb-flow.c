/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/zb-flow.h"

struct _ZbFlow
{
  GtkWidget parent_instance;

  int spacing;
};

enum {
  PROP_0,
  PROP_SPACING,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

static void buildable_init (GtkBuildableIface *iface);

static GtkBuildableIface *parent_buildable;

G_DEFINE_FINAL_TYPE_WITH_CODE (ZbFlow, zb_flow, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE, buildable_init))

static void
add_child (GtkBuildable *buildable, GtkBuilder *builder, GObject *child, const char *type)
{
  if (GTK_IS_WIDGET (child))
    zb_flow_append (ZB_FLOW (buildable), GTK_WIDGET (child));
  else
    parent_buildable->add_child (buildable, builder, child, type);
}

static void
buildable_init (GtkBuildableIface *iface)
{
  parent_buildable = g_type_interface_peek_parent (iface);
  iface->add_child = add_child;
}

/* The children from @child on that fit into @width, as one line. */
typedef struct {
  GtkWidget *next;   /* first of the line after */
  int width;
  int height;
  guint n_expand;
} Line;

static int
width_of (GtkWidget *child, int width)
{
  int min, nat;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &min, &nat, NULL, NULL);
  return MAX (min, MIN (nat, width));
}

static Line
take_line (ZbFlow *self, GtkWidget *child, int width)
{
  Line line = { 0 };

  for (; child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      int wide, tall;

      if (!gtk_widget_should_layout (child))
        continue;
      wide = width_of (child, width);
      if (line.width > 0 && line.width + self->spacing + wide > width)
        break;
      gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, wide, NULL, &tall, NULL, NULL);
      line.width += wide + (line.width > 0 ? self->spacing : 0);
      line.height = MAX (line.height, tall);
      line.n_expand += gtk_widget_compute_expand (child, GTK_ORIENTATION_HORIZONTAL) ? 1 : 0;
    }
  line.next = child;
  return line;
}

static GtkSizeRequestMode
zb_flow_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
measure_width (ZbFlow *self, int *minimum, int *natural)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int min, nat;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &min, &nat, NULL, NULL);
      *minimum = MAX (*minimum, min);
      *natural += nat + (*natural > 0 ? self->spacing : 0);
    }
}

static void
zb_flow_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                 int *minimum_baseline, int *natural_baseline)
{
  ZbFlow *self = ZB_FLOW (widget);
  GtkWidget *child = gtk_widget_get_first_child (widget);
  int height = 0;

  *minimum = *natural = 0;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      measure_width (self, minimum, natural);
      return;
    }
  while (child != NULL)
    {
      Line line = take_line (self, child, for_size < 0 ? G_MAXINT : for_size);

      if (line.height > 0)
        height += line.height + (height > 0 ? self->spacing : 0);
      child = line.next;
    }
  *minimum = *natural = height;
}

static void
zb_flow_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  ZbFlow *self = ZB_FLOW (widget);
  GtkWidget *child = gtk_widget_get_first_child (widget);
  gboolean is_rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int y = 0;

  while (child != NULL)
    {
      Line line = take_line (self, child, width);
      int rest = MAX (width - line.width, 0);
      int x = 0;

      for (; child != line.next; child = gtk_widget_get_next_sibling (child))
        {
          GtkAllocation place = { 0, y, 0, line.height };

          if (!gtk_widget_should_layout (child))
            continue;
          place.width = width_of (child, width);
          if (line.n_expand > 0 && gtk_widget_compute_expand (child, GTK_ORIENTATION_HORIZONTAL))
            place.width += rest / (int) line.n_expand;
          place.x = is_rtl ? width - x - place.width : x;
          gtk_widget_size_allocate (child, &place, -1);
          x += place.width + self->spacing;
        }
      y += line.height + self->spacing;
    }
}

static void
zb_flow_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_SPACING)
    g_value_set_int (value, ZB_FLOW (object)->spacing);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
zb_flow_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_SPACING)
    {
      ZB_FLOW (object)->spacing = g_value_get_int (value);
      gtk_widget_queue_resize (GTK_WIDGET (object));
    }
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
zb_flow_dispose (GObject *object)
{
  zb_flow_clear (ZB_FLOW (object));
  G_OBJECT_CLASS (zb_flow_parent_class)->dispose (object);
}

static void
zb_flow_class_init (ZbFlowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = zb_flow_dispose;
  G_OBJECT_CLASS (klass)->get_property = zb_flow_get_property;
  G_OBJECT_CLASS (klass)->set_property = zb_flow_set_property;
  widget_class->get_request_mode = zb_flow_get_request_mode;
  widget_class->measure = zb_flow_measure;
  widget_class->size_allocate = zb_flow_size_allocate;
  props[PROP_SPACING] = g_param_spec_int ("spacing", NULL, NULL, 0, 100, 6, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, props);
}

static void
zb_flow_init (ZbFlow *self)
{
  self->spacing = 6;
}

GtkWidget *
zb_flow_new (int spacing)
{
  return g_object_new (ZB_TYPE_FLOW, "spacing", spacing, NULL);
}

void
zb_flow_append (ZbFlow *self, GtkWidget *child)
{
  gtk_widget_insert_before (child, GTK_WIDGET (self), NULL);
}

void
zb_flow_clear (ZbFlow *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
}
