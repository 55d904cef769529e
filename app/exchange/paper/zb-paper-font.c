/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/paper/zb-paper-font.h"

#include <math.h>
#include <pango/pangocairo.h>
#include <string.h>

/* Widths are measured at this size, without hints, and scaled. */
#define MEASURE_SIZE 1000.0
#define PAGE_SIZE 256
#define N_PAGES (0x110000 / PAGE_SIZE)

typedef enum {
  GLYPH_NEW,     /* not looked up yet */
  GLYPH_PLAIN,
  GLYPH_NOTHING, /* a variation selector or the like: belongs to the character before it */
  GLYPH_SHAPED   /* of a script whose letters change their shapes: left to Pango */
} ZbGlyphKind;

typedef struct {
  guint32 index;
  float advance;
  guint8 face;
  guint8 kind; /* ZbGlyphKind */
} ZbGlyph;

struct _ZbPaperFont {
  PangoContext *context;             /* (owned) */
  PangoFontDescription *description; /* (owned) */
  GPtrArray *faces;                  /* (owned) (element-type cairo_scaled_font_t): the font's own first */
  GArray *glyphs;                    /* (owned) (element-type cairo_glyph_t): not shown yet */
  GArray *clusters;                  /* (owned) (element-type cairo_text_cluster_t): theirs */
  GString *text;                     /* (owned): theirs */
  guint face;                        /* theirs */
  double size;                       /* theirs */
  ZbGlyph *pages[N_PAGES];           /* (owned) (nullable): by code point */
};

/* The face behind a Pango font, ready for measuring. Returns: (transfer full) (nullable) */
static cairo_scaled_font_t *
measuring_font (PangoFont *font)
{
  cairo_scaled_font_t *own = font != NULL ? pango_cairo_font_get_scaled_font (PANGO_CAIRO_FONT (font)) : NULL;
  cairo_font_options_t *options;
  cairo_scaled_font_t *scaled;
  cairo_matrix_t size, none;

  if (own == NULL)
    return NULL;
  options = cairo_font_options_create ();
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_matrix_init_scale (&size, MEASURE_SIZE, MEASURE_SIZE);
  cairo_matrix_init_identity (&none);
  scaled = cairo_scaled_font_create (cairo_scaled_font_get_font_face (own), &size, &none, options);
  cairo_font_options_destroy (options);
  if (cairo_scaled_font_status (scaled) == CAIRO_STATUS_SUCCESS)
    return scaled;
  cairo_scaled_font_destroy (scaled);
  return NULL;
}

ZbPaperFont *
zb_paper_font_new (const char *families, gboolean bold)
{
  ZbPaperFont *self = g_new0 (ZbPaperFont, 1);
  g_autoptr(PangoFont) font = NULL;
  cairo_scaled_font_t *face;

  self->context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  self->description = pango_font_description_new ();
  pango_font_description_set_family (self->description, families);
  pango_font_description_set_weight (self->description, bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_font_description_set_absolute_size (self->description, 10 * PANGO_SCALE);
  pango_context_set_font_description (self->context, self->description);
  pango_context_set_language (self->context, pango_language_from_string ("zh-cn"));
  self->faces = g_ptr_array_new_with_free_func ((GDestroyNotify) cairo_scaled_font_destroy);
  self->glyphs = g_array_new (FALSE, FALSE, sizeof (cairo_glyph_t));
  self->clusters = g_array_new (FALSE, FALSE, sizeof (cairo_text_cluster_t));
  self->text = g_string_new (NULL);
  font = pango_context_load_font (self->context, self->description);
  face = measuring_font (font);
  if (face != NULL)
    g_ptr_array_add (self->faces, face);
  return self;
}

void
zb_paper_font_free (ZbPaperFont *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < N_PAGES; i++)
    g_free (self->pages[i]);
  g_array_unref (self->glyphs);
  g_array_unref (self->clusters);
  g_string_free (self->text, TRUE);
  g_ptr_array_unref (self->faces);
  pango_font_description_free (self->description);
  g_object_unref (self->context);
  g_free (self);
}

/* Looks a character up in one face. */
static gboolean
find_in_face (ZbPaperFont *self, guint face, const char *text, int length, ZbGlyph *out)
{
  cairo_scaled_font_t *font = g_ptr_array_index (self->faces, face);
  cairo_glyph_t buffer[4];
  cairo_glyph_t *glyphs = buffer;
  int n = G_N_ELEMENTS (buffer);
  cairo_text_extents_t extents;
  gboolean found;

  if (cairo_scaled_font_text_to_glyphs (font, 0, 0, text, length, &glyphs, &n, NULL, NULL, NULL) != CAIRO_STATUS_SUCCESS)
    return FALSE;
  found = n == 1 && glyphs[0].index != 0;
  if (n > 0)
    {
      cairo_scaled_font_glyph_extents (font, glyphs, 1, &extents);
      out->index = (guint32) glyphs[0].index;
      out->advance = (float) (extents.x_advance / MEASURE_SIZE);
      out->face = (guint8) face;
    }
  if (glyphs != buffer)
    cairo_glyph_free (glyphs);
  return found;
}

/* Asks Pango which font has a character that ours lack. */
static gboolean
find_elsewhere (ZbPaperFont *self, const char *text, int length, ZbGlyph *out)
{
  GList *items = pango_itemize (self->context, text, 0, length, NULL, NULL);
  PangoItem *item = items != NULL ? items->data : NULL;
  cairo_scaled_font_t *face = item != NULL && self->faces->len < G_MAXUINT8 ? measuring_font (item->analysis.font) : NULL;
  gboolean found = FALSE;

  if (face != NULL)
    {
      g_ptr_array_add (self->faces, face);
      found = find_in_face (self, self->faces->len - 1, text, length, out);
      if (!found)
        g_ptr_array_set_size (self->faces, (int) self->faces->len - 1);
    }
  g_list_free_full (items, (GDestroyNotify) pango_item_free);
  return found;
}

static gboolean
is_shaped (gunichar c)
{
  switch ((int) g_unichar_get_script (c))
    {
    case G_UNICODE_SCRIPT_COMMON:
    case G_UNICODE_SCRIPT_INHERITED:
    case G_UNICODE_SCRIPT_UNKNOWN:
    case G_UNICODE_SCRIPT_HAN:
    case G_UNICODE_SCRIPT_LATIN:
    case G_UNICODE_SCRIPT_GREEK:
    case G_UNICODE_SCRIPT_CYRILLIC:
    case G_UNICODE_SCRIPT_BOPOMOFO:
    case G_UNICODE_SCRIPT_HIRAGANA:
    case G_UNICODE_SCRIPT_KATAKANA:
    case G_UNICODE_SCRIPT_HANGUL:
    case G_UNICODE_SCRIPT_YI: return FALSE;
    default: return TRUE;
    }
}

static void
look_up (ZbPaperFont *self, gunichar c, const char *text, int length, ZbGlyph *out)
{
  ZbGlyph missing = { 0 };

  if (g_unichar_iszerowidth (c) || g_unichar_iscntrl (c))
    {
      out->kind = GLYPH_NOTHING;
      return;
    }
  out->kind = is_shaped (c) ? GLYPH_SHAPED : GLYPH_PLAIN;
  for (guint i = 0; i < self->faces->len; i++)
    {
      if (find_in_face (self, i, text, length, out))
        return;
      if (i == 0)
        missing = *out;
    }
  if (find_elsewhere (self, text, length, out))
    return;
  /* No font has it: the box of the first, so that everybody sees that something stands there. */
  out->index = 0;
  out->face = 0;
  out->advance = missing.advance > 0 ? missing.advance : 1;
}

static const ZbGlyph *
get_glyph (ZbPaperFont *self, const char *text)
{
  gunichar c = g_utf8_get_char (text);
  guint page = MIN (c, 0x10ffff) / PAGE_SIZE;
  ZbGlyph *glyph;

  if (G_UNLIKELY (self->pages[page] == NULL))
    self->pages[page] = g_new0 (ZbGlyph, PAGE_SIZE);
  glyph = &self->pages[page][c % PAGE_SIZE];
  if (G_UNLIKELY (glyph->kind == GLYPH_NEW))
    look_up (self, c, text, g_utf8_next_char (text) - text, glyph);
  return glyph;
}

double
zb_paper_font_width (ZbPaperFont *self, const char *text, gsize length)
{
  double width = 0;

  for (const char *p = text; p < text + length; p = g_utf8_next_char (p))
    width += (double) get_glyph (self, p)->advance;
  return width;
}

/* Marks that may not begin a line, and those that may not end one. */
#define NO_START "，。、；：？！）》〉」』】〕”’·…—％％,.;:?!)]}%"
#define NO_END "（《〈「『【〔“‘([{"

static gboolean
is_in (const char *set, gunichar c)
{
  return g_utf8_strchr (set, -1, c) != NULL;
}

static gboolean
may_break (gunichar before, gunichar after)
{
  if (before == ' ' || before == 0x3000)
    return TRUE;
  if (before < 0x80 && after < 0x80)
    return before == '/' || before == ';';
  return !is_in (NO_START, after) && !is_in (NO_END, before);
}

static void
put_line (ZbPaperLine *lines, guint max_lines, guint n, const char *start, const char *end, double width)
{
  if (n >= max_lines)
    return;
  lines[n] = (ZbPaperLine) { start, (gsize) (end - start), width };
}

guint
zb_paper_font_break (ZbPaperFont *self, const char *text, double width, ZbPaperLine *out_lines, guint max_lines)
{
  const char *start = text, *chance = NULL;
  double so_far = 0, to_chance = 0;
  gunichar before = 0;
  guint n = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      double advance = (double) get_glyph (self, p)->advance;

      if (c == '\n')
        {
          put_line (out_lines, max_lines, n++, start, p, so_far);
          start = p + 1;
          chance = NULL;
          so_far = 0;
          before = 0;
          continue;
        }
      if (p > start && before != 0 && may_break (before, c))
        {
          chance = p;
          to_chance = so_far;
        }
      if (so_far + advance > width && p > start && c != ' ')
        {
          const char *end = chance != NULL ? chance : p;

          put_line (out_lines, max_lines, n++, start, end, chance != NULL ? to_chance : so_far);
          so_far -= chance != NULL ? to_chance : so_far;
          start = end;
          chance = NULL;
        }
      so_far += advance;
      before = c;
    }
  put_line (out_lines, max_lines, n++, start, start + strlen (start), so_far);
  return n;
}

guint
zb_paper_font_break_evenly (ZbPaperFont *self, const char *text, double width, ZbPaperLine *out_lines, guint max_lines)
{
  guint n = zb_paper_font_break (self, text, width, out_lines, max_lines);
  g_autofree ZbPaperLine *even = NULL;
  double all = 0;

  if (n <= 1 || n > max_lines)
    return n;
  even = g_new (ZbPaperLine, n);
  for (guint i = 0; i < n; i++)
    all += out_lines[i].width;
  for (double narrow = ceil (all / n); narrow < width; narrow += 0.5)
    if (zb_paper_font_break (self, text, narrow, even, n) == n)
      {
        memcpy (out_lines, even, n * sizeof *even);
        break;
      }
  return n;
}

/* Letters of scripts like Tibetan, Mongolian and Arabic take their shapes from their neighbours. */
static void
show_shaped (ZbPaperFont *self, ZbPaperPen *pen, const char *text, gsize length, double size, double x, double baseline)
{
  g_autoptr(PangoLayout) layout = pango_layout_new (self->context);
  g_autoptr(PangoFontDescription) description = pango_font_description_copy (self->description);

  pango_font_description_set_absolute_size (description, size * PANGO_SCALE);
  pango_layout_set_font_description (layout, description);
  pango_layout_set_text (layout, text, (int) length);
  cairo_move_to (pen->cr, x, baseline);
  pango_cairo_show_layout_line (pen->cr, pango_layout_get_line_readonly (layout, 0));
  pen->face = NULL;
}

void
zb_paper_font_finish (ZbPaperFont *self, ZbPaperPen *pen)
{
  cairo_font_face_t *font;

  if (self->glyphs->len == 0 || self->faces->len == 0)
    return;
  font = cairo_scaled_font_get_font_face (g_ptr_array_index (self->faces, self->face));
  if (pen->face != font || pen->size != self->size)
    {
      cairo_set_font_face (pen->cr, font);
      cairo_set_font_size (pen->cr, self->size);
      pen->face = font;
      pen->size = self->size;
    }
  cairo_show_text_glyphs (pen->cr, self->text->str, (int) self->text->len, (const cairo_glyph_t *) (gpointer) self->glyphs->data,
                          (int) self->glyphs->len, (const cairo_text_cluster_t *) (gpointer) self->clusters->data,
                          (int) self->clusters->len, 0);
  g_array_set_size (self->glyphs, 0);
  g_array_set_size (self->clusters, 0);
  g_string_truncate (self->text, 0);
}

/* One more glyph for what is shown next. */
static void
add_glyph (ZbPaperFont *self, ZbPaperPen *pen, const ZbGlyph *glyph, const char *text, gsize length, double size, double x, double baseline)
{
  cairo_glyph_t shown = { glyph->index, x, baseline };
  cairo_text_cluster_t cluster = { (int) length, 1 };

  if (glyph->face != self->face || size != self->size)
    {
      zb_paper_font_finish (self, pen);
      self->face = glyph->face;
      self->size = size;
    }
  g_array_append_val (self->glyphs, shown);
  g_array_append_val (self->clusters, cluster);
  g_string_append_len (self->text, text, (gssize) length);
}

static gboolean
has_shaped (ZbPaperFont *self, const char *text, gsize length)
{
  for (const char *p = text; p < text + length; p = g_utf8_next_char (p))
    if (get_glyph (self, p)->kind == GLYPH_SHAPED)
      return TRUE;
  return FALSE;
}

void
zb_paper_font_show (ZbPaperFont *self, ZbPaperPen *pen, const char *text, gsize length, double size, double x, double baseline)
{
  if (has_shaped (self, text, length))
    {
      show_shaped (self, pen, text, length, size, x, baseline);
      return;
    }
  for (const char *p = text, *next; p < text + length; p = next)
    {
      const ZbGlyph *glyph = get_glyph (self, p);

      next = g_utf8_next_char (p);
      if (glyph->kind == GLYPH_NOTHING)
        {
          if (p > text && self->clusters->len > 0)
            {
              g_array_index (self->clusters, cairo_text_cluster_t, self->clusters->len - 1).num_bytes += (int) (next - p);
              g_string_append_len (self->text, p, next - p);
            }
          continue;
        }
      add_glyph (self, pen, glyph, p, (gsize) (next - p), size, x, baseline);
      x += (double) glyph->advance * size + pen->spacing;
    }
  if (!pen->gathers)
    zb_paper_font_finish (self, pen);
}
