/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/zb-paper-view.h"

#include <glib/gi18n.h>
#include <math.h>

/* Desk around the page, in pixels. */
#define MARGIN 18
#define MIN_ZOOM 0.25
#define MAX_ZOOM 4.0

struct _ZbPaperView
{
  GtkWidget parent_instance;

  ZbPaper *paper; /* (unowned) (nullable) */
  guint page;
  double zoom; /* 0: fitted to the width */
};

typedef enum {
  PROP_PAGE = 1,
  PROP_ZOOM
} ZbPaperViewProperty;

static GParamSpec *props[PROP_ZOOM + 1];

G_DEFINE_FINAL_TYPE (ZbPaperView, zb_paper_view, GTK_TYPE_WIDGET)

static double
scale_for_width (ZbPaperView *self, int width)
{
  double paper_width, paper_height;

  if (self->zoom > 0)
    return self->zoom;
  zb_paper_size (self->paper, &paper_width, &paper_height);
  return CLAMP ((width - 2 * MARGIN) / paper_width, MIN_ZOOM, MAX_ZOOM);
}

static GtkSizeRequestMode
zb_paper_view_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
zb_paper_view_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                       int *minimum_baseline, int *natural_baseline)
{
  ZbPaperView *self = ZB_PAPER_VIEW (widget);
  double width = 400, height = 300;

  if (self->paper == NULL)
    {
      *minimum = *natural = 200;
      return;
    }
  zb_paper_size (self->paper, &width, &height);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = self->zoom > 0 ? (int) ceil (width * self->zoom) + 2 * MARGIN : 200;
      *natural = MAX (*minimum, (int) width + 2 * MARGIN);
    }
  else
    *minimum = *natural = (int) ceil (height * scale_for_width (self, for_size < 0 ? 400 : for_size)) + 2 * MARGIN;
}

static void
zb_paper_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  ZbPaperView *self = ZB_PAPER_VIEW (widget);
  int width = gtk_widget_get_width (widget);
  double paper_width, paper_height, scale, x;
  g_autoptr(GError) error = NULL;
  cairo_t *cr;

  if (self->paper == NULL || zb_paper_n_pages (self->paper) == 0)
    return;
  scale = scale_for_width (self, width);
  zb_paper_size (self->paper, &paper_width, &paper_height);
  x = MAX (MARGIN, (width - paper_width * scale) / 2);
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) gtk_widget_get_height (widget)));
  cairo_translate (cr, x, MARGIN);
  cairo_rectangle (cr, 2, 3, paper_width * scale, paper_height * scale);
  cairo_set_source_rgba (cr, 0, 0, 0, 0.25);
  cairo_fill (cr);
  cairo_scale (cr, scale, scale);
  cairo_rectangle (cr, 0, 0, paper_width, paper_height);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_fill (cr);
  cairo_set_source_rgb (cr, 0, 0, 0);
  if (!zb_paper_draw (self->paper, cr, MIN (self->page, zb_paper_n_pages (self->paper) - 1), &error))
    g_debug ("page %u could not be drawn: %s", self->page, error->message);
  cairo_destroy (cr);
}

static void
zb_paper_view_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  ZbPaperView *self = ZB_PAPER_VIEW (object);

  switch ((ZbPaperViewProperty) prop_id)
    {
    case PROP_PAGE: g_value_set_uint (value, self->page); break;
    case PROP_ZOOM: g_value_set_double (value, self->zoom); break;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
zb_paper_view_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  ZbPaperView *self = ZB_PAPER_VIEW (object);

  switch ((ZbPaperViewProperty) prop_id)
    {
    case PROP_PAGE: zb_paper_view_set_page (self, g_value_get_uint (value)); break;
    case PROP_ZOOM: zb_paper_view_set_zoom (self, g_value_get_double (value)); break;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
zb_paper_view_class_init (ZbPaperViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = zb_paper_view_get_property;
  object_class->set_property = zb_paper_view_set_property;
  widget_class->get_request_mode = zb_paper_view_get_request_mode;
  widget_class->measure = zb_paper_view_measure;
  widget_class->snapshot = zb_paper_view_snapshot;

  props[PROP_PAGE] = g_param_spec_uint ("page", NULL, NULL, 0, G_MAXUINT, 0,
                                        G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  props[PROP_ZOOM] = g_param_spec_double ("zoom", NULL, NULL, 0, MAX_ZOOM, 0,
                                          G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
  gtk_widget_class_set_css_name (widget_class, "paperview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
zb_paper_view_init (ZbPaperView *self)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Preview of the page"), -1);
}

GtkWidget *
zb_paper_view_new (void)
{
  return g_object_new (ZB_TYPE_PAPER_VIEW, NULL);
}

void
zb_paper_view_set_paper (ZbPaperView *self, ZbPaper *paper)
{
  g_return_if_fail (ZB_IS_PAPER_VIEW (self));

  self->paper = paper;
  if (paper != NULL && self->page >= zb_paper_n_pages (paper))
    zb_paper_view_set_page (self, 0);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

void
zb_paper_view_set_page (ZbPaperView *self, guint page)
{
  g_return_if_fail (ZB_IS_PAPER_VIEW (self));

  if (self->page == page)
    return;
  self->page = page;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_PAGE]);
}

guint
zb_paper_view_get_page (ZbPaperView *self)
{
  g_return_val_if_fail (ZB_IS_PAPER_VIEW (self), 0);

  return self->page;
}

void
zb_paper_view_set_zoom (ZbPaperView *self, double zoom)
{
  g_return_if_fail (ZB_IS_PAPER_VIEW (self));

  zoom = zoom <= 0 ? 0 : CLAMP (zoom, MIN_ZOOM, MAX_ZOOM);
  if (G_APPROX_VALUE (self->zoom, zoom, 0.001))
    return;
  self->zoom = zoom;
  gtk_widget_queue_resize (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ZOOM]);
}

double
zb_paper_view_get_zoom (ZbPaperView *self)
{
  g_return_val_if_fail (ZB_IS_PAPER_VIEW (self), 0);

  return self->zoom;
}

double
zb_paper_view_get_scale (ZbPaperView *self)
{
  g_return_val_if_fail (ZB_IS_PAPER_VIEW (self), 0);

  return self->paper != NULL ? scale_for_width (self, gtk_widget_get_width (GTK_WIDGET (self))) : 1;
}
