/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/document/zb-document-paper.h"

#include "exchange/document/zb-jpeg-surface.h"

#define FULL_LINE 0.6

typedef enum {
  MARK_TEXT,
  MARK_LINE,
  MARK_PICTURE
} ZbMarkType;

typedef struct {
  ZbMarkType type;
  ZbMarkInk ink;
  ZbPaperFace face;
  const char *text; /* (unowned) */
  gsize length;
  double size;      /* of letters; of a line its width */
  double spacing;
  double x, y;      /* begin of a line, top left of a picture */
  double x2, y2;    /* end of a line, size of a picture */
  gboolean dashed;
  gboolean is_turned;
  GBytes *jpeg;     /* (owned) (nullable) */
} ZbMark;

static void
mark_clear (gpointer data)
{
  g_clear_pointer (&((ZbMark *) data)->jpeg, g_bytes_unref);
}

static void
paper_free (ZbPaper *paper)
{
  ZbDocumentPaper *self = (ZbDocumentPaper *) paper;

  for (guint i = 0; i < ZB_N_FACES; i++)
    zb_paper_font_free (self->fonts[i]);
  g_ptr_array_unref (self->pages);
  g_array_unref (self->outline);
  g_string_chunk_free (self->words);
  g_free (self);
}

static void
set_ink (cairo_t *cr, ZbMarkInk ink)
{
  if (ink == ZB_INK_RED)
    cairo_set_source_rgb (cr, 0xc7 / 255.0, 0, 0x0b / 255.0);
  else
    cairo_set_source_rgb (cr, 0, 0, 0);
}

static void
draw_line (cairo_t *cr, const ZbMark *mark)
{
  const double dashes[] = { 4, 4 };

  cairo_set_dash (cr, dashes, mark->dashed ? G_N_ELEMENTS (dashes) : 0, 0);
  cairo_set_line_width (cr, mark->size > 0 ? mark->size : FULL_LINE);
  cairo_set_line_cap (cr, mark->dashed ? CAIRO_LINE_CAP_BUTT : CAIRO_LINE_CAP_SQUARE);
  cairo_move_to (cr, mark->x, mark->y);
  cairo_line_to (cr, mark->x2, mark->y2);
  cairo_stroke (cr);
}

/* Pictures are read when their page is drawn, and not kept: a paper with many of them stays small. */
static void
draw_picture (cairo_t *cr, const ZbMark *mark)
{
  cairo_surface_t *picture = zb_jpeg_surface (mark->jpeg);

  if (picture == NULL)
    return;
  cairo_save (cr);
  cairo_translate (cr, mark->x, mark->y);
  cairo_scale (cr, mark->x2 / cairo_image_surface_get_width (picture), mark->y2 / cairo_image_surface_get_height (picture));
  cairo_set_source_surface (cr, picture, 0, 0);
  cairo_paint (cr);
  cairo_restore (cr);
  cairo_surface_destroy (picture);
}

static void
draw_text (ZbDocumentPaper *self, ZbPaperPen *pen, const ZbMark *mark)
{
  ZbPaperFont *font = zb_document_paper_font (self, mark->face);
  /* What a pen knows of its context is not true any more when that is put back. */
  ZbPaperPen turned = { .cr = pen->cr, .spacing = mark->spacing };

  pen->spacing = mark->spacing;
  if (!mark->is_turned)
    {
      zb_paper_font_show (font, pen, mark->text, mark->length, mark->size, mark->x, mark->y);
      return;
    }
  cairo_save (pen->cr);
  cairo_translate (pen->cr, mark->x, mark->y);
  cairo_rotate (pen->cr, G_PI);
  zb_paper_font_show (font, &turned, mark->text, mark->length, mark->size, 0, 0);
  cairo_restore (pen->cr);
}

static gboolean
paper_draw (ZbPaper *paper, cairo_t *cr, guint number, GError **error)
{
  ZbDocumentPaper *self = (ZbDocumentPaper *) paper;
  const GArray *marks = g_ptr_array_index (self->pages, number);
  ZbPaperPen pen = { .cr = cr };

  for (guint i = 0; i < marks->len; i++)
    {
      const ZbMark *mark = &g_array_index (marks, ZbMark, i);

      set_ink (cr, mark->ink);
      if (mark->type == MARK_PICTURE)
        draw_picture (cr, mark);
      else if (mark->type == MARK_LINE)
        draw_line (cr, mark);
      else
        draw_text (self, &pen, mark);
    }
  return TRUE;
}

static GArray *
paper_outline (ZbPaper *paper, GError **error)
{
  return g_array_ref (((ZbDocumentPaper *) paper)->outline);
}

static const ZbPaperClass document_paper = { paper_outline, paper_draw, paper_free };

ZbDocumentPaper *
zb_document_paper_new (double width, double height)
{
  ZbDocumentPaper *self = g_new0 (ZbDocumentPaper, 1);

  self->paper.klass = &document_paper;
  self->paper.width = width;
  self->paper.height = height;
  self->pages = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  self->outline = zb_paper_outline_new ();
  self->words = g_string_chunk_new (1024);
  return self;
}

ZbPaperFont *
zb_document_paper_font (ZbDocumentPaper *self, ZbPaperFace face)
{
  if (self->fonts[face] == NULL)
    self->fonts[face] = zb_paper_font_new_face (face);
  return self->fonts[face];
}

guint
zb_document_paper_add_page (ZbDocumentPaper *self)
{
  GArray *marks = g_array_new (FALSE, FALSE, sizeof (ZbMark));

  g_array_set_clear_func (marks, mark_clear);
  g_ptr_array_add (self->pages, marks);
  self->paper.n_pages = self->pages->len;
  return self->pages->len - 1;
}

static void
add_mark (ZbDocumentPaper *self, guint page, const ZbMark *mark)
{
  g_array_append_vals (g_ptr_array_index (self->pages, page), mark, 1);
}

void
zb_document_paper_add_text (ZbDocumentPaper *self, guint page, ZbPaperFace face, ZbMarkInk ink, const char *text, gsize length, double size,
                            double x, double baseline, double spacing)
{
  add_mark (self, page, &(ZbMark) { .type = MARK_TEXT, .face = face, .ink = ink, .text = text, .length = length, .size = size, .x = x,
                                    .y = baseline, .spacing = spacing });
}

void
zb_document_paper_turn (ZbDocumentPaper *self, guint page)
{
  GArray *marks = g_ptr_array_index (self->pages, page);

  if (marks->len > 0)
    g_array_index (marks, ZbMark, marks->len - 1).is_turned = TRUE;
}

void
zb_document_paper_add_line (ZbDocumentPaper *self, guint page, ZbMarkInk ink, double x1, double y1, double x2, double y2, double width,
                            gboolean dashed)
{
  add_mark (self, page, &(ZbMark) { .type = MARK_LINE, .ink = ink, .x = x1, .y = y1, .x2 = x2, .y2 = y2, .size = width, .dashed = dashed });
}

void
zb_document_paper_add_picture (ZbDocumentPaper *self, guint page, GBytes *jpeg, double x, double y, double width, double height)
{
  add_mark (self, page, &(ZbMark) { .type = MARK_PICTURE, .jpeg = g_bytes_ref (jpeg), .x = x, .y = y, .x2 = width, .y2 = height });
}

const char *
zb_document_paper_keep (ZbDocumentPaper *self, const char *text)
{
  return g_string_chunk_insert (self->words, text);
}

void
zb_document_paper_add_outline (ZbDocumentPaper *self, guint level, const char *text, guint page, double y)
{
  zb_paper_outline_add (self->outline, level, text, page, y);
}
