/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/zb-party-flag.h"

#include <glib/gi18n.h>
#include <math.h>

/* The cloth in the small squares of the 制法说明, of which a quarter has 18 by 12; the emblem fits a square of 8, 4 from the hoist
 * and 3 from the top. */
#define CLOTH_WIDTH 36.0
#define CLOTH_HEIGHT 24.0
#define EMBLEM_SIZE 8.0
#define EMBLEM_LEFT 4.0
#define EMBLEM_TOP 3.0
/* The emblem's own square has 32, their lines numbered from 1. */
#define EMBLEM_SQUARES 32.0
/* G and H, and all that ends on their line: x + y. */
#define LINE_GH 27.0

struct _ZbPartyFlag
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (ZbPartyFlag, zb_party_flag, GTK_TYPE_WIDGET)

/* Where a circle meets the line through G and H, at the left. */
static double
meets_line (double x, double y, double radius)
{
  double k = LINE_GH - y, sum = x + k;

  return (sum - sqrt (sum * sum - 2 * (x * x + k * k - radius * radius))) / 2;
}

/* 镰刀: arcs about M and P outside, about V, T and R inside; letters as in the 制法说明. */
static void
draw_sickle (cairo_t *cr)
{
  const double n_x = 17, n_y = 1, r_x = 11, r_y = 16.5, t = 16.5, v_x = 16.5, v_y = 11, p_x = 17, p_y = 15;
  const double rn = hypot (n_x - r_x, n_y - r_y), ts = r_x + rn - t, vu = t + ts - v_y, po = 33 - p_y;
  const double q_x = meets_line (p_x, p_y, po), w_x = meets_line (v_x, v_y, vu);

  cairo_new_path (cr);
  cairo_arc (cr, 17, 17, 16, -G_PI_2, G_PI_2);
  cairo_arc (cr, p_x, p_y, po, G_PI_2, atan2 (LINE_GH - q_x - p_y, q_x - p_x));
  cairo_line_to (cr, w_x, LINE_GH - w_x);
  cairo_arc_negative (cr, v_x, v_y, vu, atan2 (LINE_GH - w_x - v_y, w_x - v_x), G_PI_2);
  cairo_arc_negative (cr, t, t, ts, G_PI_2, 0);
  cairo_arc_negative (cr, r_x, r_y, rn, 0, atan2 (n_y - r_y, n_x - r_x));
  cairo_close_path (cr);
  cairo_fill (cr);
  /* The knob about X, and from Y and Z the grip into the blade. */
  cairo_arc (cr, 3.5, 30.5, 2.5, 0, 2 * G_PI);
  cairo_fill (cr);
  cairo_move_to (cr, 6, 30);
  cairo_line_to (cr, 4, 28);
  cairo_line_to (cr, 5.5, 26.5);
  cairo_line_to (cr, 7.5, 28.5);
  cairo_close_path (cr);
  cairo_move_to (cr, 6, 30);
  cairo_line_to (cr, 4, 28);
  cairo_line_to (cr, 3.5, 30.5);
  cairo_close_path (cr);
  cairo_fill (cr);
}

/* 锤头: the handle from E and F, the head from G and H to I and J, hollowed about K. */
static void
draw_hammer (cairo_t *cr)
{
  const double k_x = 13.5, k_y = 1, kj = hypot (17 - k_x, 5 - k_y);
  /* L, where the hollow meets the line from I. */
  const double sum = k_x + 18 - k_y, l_x = (sum - sqrt (sum * sum - 2 * (k_x * k_x + (18 - k_y) * (18 - k_y) - kj * kj))) / 2;

  cairo_move_to (cr, 29, 33);
  cairo_line_to (cr, 33, 29);
  /* A little into the head, so that no seam is seen. */
  cairo_line_to (cr, 14.5, 10.5);
  cairo_line_to (cr, 10.5, 14.5);
  cairo_close_path (cr);
  cairo_fill (cr);
  cairo_move_to (cr, 8.5, 18.5);
  cairo_line_to (cr, 19.5, 7.5);
  cairo_line_to (cr, 17, 5);
  cairo_arc (cr, k_x, k_y, kj, atan2 (5 - k_y, 17 - k_x), atan2 (18 - l_x - k_y, l_x - k_x));
  cairo_line_to (cr, 4, 14);
  cairo_close_path (cr);
  cairo_fill (cr);
}

void
zb_party_flag_draw (cairo_t *cr, double width)
{
  cairo_save (cr);
  cairo_scale (cr, width / CLOTH_WIDTH, width / CLOTH_WIDTH);
  cairo_set_source_rgb (cr, 0xde / 255.0, 0x29 / 255.0, 0x10 / 255.0);
  cairo_rectangle (cr, 0, 0, CLOTH_WIDTH, CLOTH_HEIGHT);
  cairo_fill (cr);
  cairo_translate (cr, EMBLEM_LEFT, EMBLEM_TOP);
  cairo_scale (cr, EMBLEM_SIZE / EMBLEM_SQUARES, EMBLEM_SIZE / EMBLEM_SQUARES);
  cairo_translate (cr, -1, -1);
  cairo_set_source_rgb (cr, 1, 0xde / 255.0, 0);
  draw_sickle (cr);
  draw_hammer (cr);
  cairo_restore (cr);
}

static void
zb_party_flag_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  double wide = gtk_widget_get_width (widget), high = gtk_widget_get_height (widget);
  double width = floor (MIN (wide, high * CLOTH_WIDTH / CLOTH_HEIGHT)), height = width * CLOTH_HEIGHT / CLOTH_WIDTH;
  graphene_rect_t place = GRAPHENE_RECT_INIT ((float) floor ((wide - width) / 2), (float) floor ((high - height) / 2), (float) width, (float) height);
  cairo_t *cr;

  if (width < 1)
    return;
  cr = gtk_snapshot_append_cairo (snapshot, &place);
  cairo_translate (cr, place.origin.x, place.origin.y);
  zb_party_flag_draw (cr, width);
  cairo_destroy (cr);
}

static void
zb_party_flag_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural, int *minimum_baseline,
                       int *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? (int) CLOTH_WIDTH : (int) CLOTH_HEIGHT;
  *natural = *minimum;
}

static void
zb_party_flag_class_init (ZbPartyFlagClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->snapshot = zb_party_flag_snapshot;
  widget_class->measure = zb_party_flag_measure;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
zb_party_flag_init (ZbPartyFlag *self)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Party Flag"), -1);
}

GtkWidget *
zb_party_flag_new (void)
{
  return g_object_new (ZB_TYPE_PARTY_FLAG, NULL);
}
