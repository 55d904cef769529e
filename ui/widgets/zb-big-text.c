/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/zb-big-text.h"

#include <string.h>

#define LEAST_SIZE 8

struct _ZbBigText
{
  GtkWidget parent_instance;

  char *text;
  double share;
  int size;  /* of the letters, in pixels */
};

G_DEFINE_FINAL_TYPE (ZbBigText, zb_big_text, GTK_TYPE_WIDGET)

/* Between two characters: no line ends here. */
#define JOINER "\342\201\240"
/* A line may end here, which it would not behind a quotation mark by itself. */
#define BREAK "\342\200\213"
#define QUOTE_END "”"
/* Characters within brackets, and of a name among names, that stay on one line. */
#define SHORT_BRACKETS 8
#define SHORT_NAME 8
/* What stands between names. */
#define GAP "　"

static const char *const terms[] = { "中国共产党", "共产主义", "国际歌", "党组织", "介绍人", "宣誓人", "领誓人", "主持人", "党员", "党旗", "党徽", "人民",
                                     "入党", "宣誓", "仪式" };

/* The bytes at @at up to the next gap, of one name among others; 0: none. */
static gsize
length_of_name (const char *text, const char *at)
{
  gboolean is_begin = at == text || (at >= text + strlen (GAP) && g_str_has_prefix (at - strlen (GAP), GAP));
  const char *end;

  if (!is_begin || g_str_has_prefix (at, GAP) || strstr (text, GAP) == NULL)
    return 0;
  end = strstr (at, GAP);
  if (end == NULL)
    end = at + strlen (at);
  return g_utf8_strlen (at, end - at) <= SHORT_NAME ? (gsize) (end - at) : 0;
}

/* The bytes at @at that belong together: a name, a term of the field, or something short in brackets; 0: none. */
static gsize
length_of_whole (const char *text, const char *at)
{
  static const char *const brackets[][2] = { { "（", "）" }, { "《", "》" }, { "“", "”" } };
  gsize name = length_of_name (text, at);

  if (name > 0)
    return name;
  for (guint i = 0; i < G_N_ELEMENTS (terms); i++)
    if (g_str_has_prefix (at, terms[i]))
      return strlen (terms[i]);
  for (guint i = 0; i < G_N_ELEMENTS (brackets); i++)
    {
      const char *end = g_str_has_prefix (at, brackets[i][0]) ? strstr (at, brackets[i][1]) : NULL;

      if (end != NULL && g_utf8_strlen (at, end - at) <= SHORT_BRACKETS)
        return (gsize) (end - at) + strlen (brackets[i][1]);
    }
  return 0;
}

char *
zb_big_text_keep_together (const char *text)
{
  g_autoptr(GString) out = g_string_new (NULL);
  const char *whole_until = text;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      if (p < whole_until)
        g_string_append (out, JOINER);
      else
        whole_until = p + length_of_whole (text, p);
      g_string_append_len (out, p, g_utf8_next_char (p) - p);
      if (g_str_has_prefix (p, QUOTE_END) && g_unichar_isalpha (g_utf8_get_char (g_utf8_next_char (p))))
        g_string_append (out, BREAK);
    }
  return g_string_free (g_steal_pointer (&out), FALSE);
}

static PangoLayout *
layout_at (ZbBigText *self, int size, int width)
{
  g_autofree char *together = zb_big_text_keep_together (self->text);
  PangoLayout *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), together);
  PangoFontDescription *font = pango_font_description_copy (pango_context_get_font_description (pango_layout_get_context (layout)));

  pango_font_description_set_absolute_size (font, size * (double) PANGO_SCALE);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_layout_set_alignment (layout, PANGO_ALIGN_CENTER);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_width (layout, width * PANGO_SCALE);
  return layout;
}

static gboolean
fits (ZbBigText *self, int size, int width, int height)
{
  g_autoptr(PangoLayout) layout = layout_at (self, size, width);
  int text_width, text_height;

  pango_layout_get_pixel_size (layout, &text_width, &text_height);
  return text_width <= width && text_height <= height;
}

/* The largest letters that leave the text in its place. */
static int
largest (ZbBigText *self, int width, int height)
{
  int low = LEAST_SIZE, high = MAX (LEAST_SIZE, (int) (height * self->share));

  while (low < high)
    {
      int middle = (low + high + 1) / 2;

      if (fits (self, middle, width, height))
        low = middle;
      else
        high = middle - 1;
    }
  return low;
}

static int
lines_at (ZbBigText *self, int size, int width)
{
  g_autoptr(PangoLayout) layout = layout_at (self, size, width);

  return pango_layout_get_line_count (layout);
}

/* The narrowest place that takes no more lines: they are about equally long then, and no character stands alone in the last. */
static int
balanced (ZbBigText *self, int size, int width)
{
  int lines = lines_at (self, size, width), low = size, high = width;

  if (lines == 1)
    return width;
  while (low < high)
    {
      int middle = (low + high) / 2;

      if (lines_at (self, size, middle) > lines)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static void
zb_big_text_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  ZbBigText *self = ZB_BIG_TEXT (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget), text_width, text_height;
  g_autoptr(PangoLayout) layout = NULL;
  GdkRGBA color;

  if (width <= 0 || height <= 0 || *self->text == '\0')
    return;
  self->size = largest (self, width, height);
  text_width = balanced (self, self->size, width);
  layout = layout_at (self, self->size, text_width);
  pango_layout_get_pixel_size (layout, NULL, &text_height);
  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &color);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) (width - text_width) / 2, (float) (height - text_height) / 2));
  gtk_snapshot_append_layout (snapshot, layout, &color);
  gtk_snapshot_restore (snapshot);
}

static void
zb_big_text_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural, int *minimum_baseline,
                     int *natural_baseline)
{
  *minimum = LEAST_SIZE;
  *natural = LEAST_SIZE * 4;
}

static void
zb_big_text_finalize (GObject *object)
{
  g_free (ZB_BIG_TEXT (object)->text);
  G_OBJECT_CLASS (zb_big_text_parent_class)->finalize (object);
}

static void
zb_big_text_class_init (ZbBigTextClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = zb_big_text_finalize;
  widget_class->snapshot = zb_big_text_snapshot;
  widget_class->measure = zb_big_text_measure;
  gtk_widget_class_set_css_name (widget_class, "bigtext");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LABEL);
}

static void
zb_big_text_init (ZbBigText *self)
{
  self->text = g_strdup ("");
}

GtkWidget *
zb_big_text_new (double share)
{
  ZbBigText *self = g_object_new (ZB_TYPE_BIG_TEXT, NULL);

  self->share = share;
  return GTK_WIDGET (self);
}

void
zb_big_text_set_text (ZbBigText *self, const char *text)
{
  if (g_strcmp0 (self->text, text) == 0)
    return;
  g_free (self->text);
  self->text = g_strdup (text != NULL ? text : "");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, self->text, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

const char *
zb_big_text_get_text (ZbBigText *self)
{
  return self->text;
}

int
zb_big_text_get_size (ZbBigText *self)
{
  return self->size;
}
