/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

/**
 * ZbPaperFont:
 *
 * A typeface for paper with whatever stands in for the characters that it lacks. Shapes and widths of
 * characters are looked up once; after that a line costs about a microsecond to measure. Text that is
 * shown stays text in a PDF: it can be searched and copied as it was written. One thread at a time.
 */
typedef struct _ZbPaperFont ZbPaperFont;

/** zb_paper_font_new: @families: names in order of preference, separated by commas. */
ZbPaperFont *zb_paper_font_new (const char *families, gboolean bold);
void zb_paper_font_free (ZbPaperFont *font);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZbPaperFont, zb_paper_font_free)

/** ZbPaperLine: a piece of a text that stands in one line. @width: in sizes of the font */
typedef struct {
  const char *text;
  gsize length;
  double width;
} ZbPaperLine;

/** zb_paper_font_width: of one line, in sizes of the font. */
double zb_paper_font_width (ZbPaperFont *font, const char *text, gsize length);

/**
 * zb_paper_font_break:
 * @width: of the lines, in sizes of the font
 * @out_lines: (array length=max_lines): filled with the first lines
 *
 * Breaks a text where Chinese text may be broken: not before closing marks, not after opening ones,
 * not inside a number or a Latin word unless it is wider than the line.
 *
 * Returns: how many lines it needs, at least one; may be more than @max_lines
 */
guint zb_paper_font_break (ZbPaperFont *font, const char *text, double width, ZbPaperLine *out_lines, guint max_lines);

/**
 * zb_paper_font_break_evenly:
 *
 * Breaks a text in the middle of something into lines that are about equally long, instead of leaving one character
 * alone. As zb_paper_font_break() otherwise.
 */
guint zb_paper_font_break_evenly (ZbPaperFont *font, const char *text, double width, ZbPaperLine *out_lines, guint max_lines);

/**
 * ZbPaperPen:
 * @spacing: room after every character, points
 * @gathers: what is shown waits for zb_paper_font_finish(), or another size: a page of a table in one go, which spares cairo
 *   a third of its work. Nothing else, as the colour, may change meanwhile
 *
 * Where text is shown, and what was set there last.
 */
typedef struct {
  cairo_t *cr;             /* (unowned) */
  cairo_font_face_t *face; /* (unowned) (nullable) */
  double size;
  double spacing;
  gboolean gathers;
} ZbPaperPen;

/** zb_paper_font_show: shows one line with its left end at @x. */
void zb_paper_font_show (ZbPaperFont *font, ZbPaperPen *pen, const char *text, gsize length, double size, double x, double baseline);

/** zb_paper_font_finish: shows what has been gathered. */
void zb_paper_font_finish (ZbPaperFont *font, ZbPaperPen *pen);

G_END_DECLS
