/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/zb-text.h"

/* Never narrower than so many of its lines are high: some six Chinese characters. */
#define LEAST_WIDTH 6

struct _ZbText
{
  GtkWidget parent_instance;

  char *text;          /* (owned) */
  PangoLayout *layout; /* (owned) (nullable): made when first measured */
  guint serial;        /* of the context when it was set last */
  int whole_width;     /* of the text on one line */
  int whole_height;
  int wrapped_width;   /* measured last: the same is asked several times */
  int wrapped_height;
};

G_DEFINE_FINAL_TYPE (ZbText, zb_text, GTK_TYPE_WIDGET)

static void
ensure_layout (ZbText *self)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));

  if (self->layout != NULL && self->serial == pango_context_get_serial (context))
    return;
  g_clear_object (&self->layout);
  self->layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), self->text);
  self->serial = pango_context_get_serial (context);
  self->wrapped_width = 0;
  pango_layout_set_wrap (self->layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_get_size (self->layout, &self->whole_width, &self->whole_height);
}

/* On one line, where that is enough, the text is set but once. */
static void
set_width (ZbText *self, int width)
{
  pango_layout_set_width (self->layout, width * PANGO_SCALE >= self->whole_width ? -1 : width * PANGO_SCALE);
}

static int
height_for (ZbText *self, int width)
{
  if (width < 0 || width * PANGO_SCALE >= self->whole_width)
    return self->whole_height;
  if (width != self->wrapped_width)
    {
      set_width (self, width);
      pango_layout_get_size (self->layout, NULL, &self->wrapped_height);
      self->wrapped_width = width;
    }
  return self->wrapped_height;
}

static GtkSizeRequestMode
zb_text_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
zb_text_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                 int *minimum_baseline, int *natural_baseline)
{
  ZbText *self = ZB_TEXT (widget);

  ensure_layout (self);
  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      *minimum = *natural = PANGO_PIXELS_CEIL (height_for (self, for_size));
      return;
    }
  *natural = PANGO_PIXELS_CEIL (self->whole_width);
  *minimum = MIN (*natural, PANGO_PIXELS_CEIL (self->whole_height) * LEAST_WIDTH);
}

static void
zb_text_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  ZbText *self = ZB_TEXT (widget);

  ensure_layout (self);
  set_width (self, gtk_widget_get_width (widget));
  gtk_snapshot_render_layout (snapshot, gtk_widget_get_style_context (widget), 0, 0, self->layout);
}

static void
zb_text_finalize (GObject *object)
{
  ZbText *self = ZB_TEXT (object);

  g_clear_object (&self->layout);
  g_free (self->text);
  G_OBJECT_CLASS (zb_text_parent_class)->finalize (object);
}

static void
zb_text_class_init (ZbTextClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = zb_text_finalize;
  widget_class->get_request_mode = zb_text_get_request_mode;
  widget_class->measure = zb_text_measure;
  widget_class->snapshot = zb_text_snapshot;
  /* As style sheets know a label. */
  gtk_widget_class_set_css_name (widget_class, "label");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LABEL);
}

static void
zb_text_init (ZbText *self)
{
}

GtkWidget *
zb_text_new (const char *text)
{
  ZbText *self = g_object_new (ZB_TYPE_TEXT, NULL);

  self->text = g_strdup (text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  return GTK_WIDGET (self);
}

const char *
zb_text_get_text (ZbText *self)
{
  g_return_val_if_fail (ZB_IS_TEXT (self), "");

  return self->text;
}
