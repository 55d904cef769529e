/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * Pieces of WordprocessingML. Word refuses a file whose elements stand in another order than its schema has them, so
 * properties are given here as texts whose order the caller keeps: style, keepNext, spacing, ind, jc.
 */

/** zb_word_add_text: a text for between tags: escaped, and without what XML cannot hold. */
void zb_word_add_text (GString *out, const char *text);

/** zb_word_clean: the same as a new string. Returns: (transfer full) */
char *zb_word_clean (const char *text);

/**
 * zb_word_add_run:
 * @properties: (nullable): what stands in its `w:rPr`
 *
 * Words of one look; a line end begins a new line.
 */
void zb_word_add_run (GString *out, const char *properties, const char *text);

/**
 * zb_word_add_paragraph:
 * @style: id of its style
 * @properties: (nullable): what stands in its `w:pPr` behind the style
 * @run_properties: (nullable): of its only run
 */
void zb_word_add_paragraph (GString *out, const char *style, const char *properties, const char *run_properties, const char *text);

/** ZB_WORD_NO_BORDERS: for a table without lines. */
#define ZB_WORD_NO_BORDERS \
  "<w:top w:val=\"nil\"/><w:left w:val=\"nil\"/><w:bottom w:val=\"nil\"/><w:right w:val=\"nil\"/><w:insideH w:val=\"nil\"/><w:insideV w:val=\"nil\"/>"

/** ZB_WORD_RED: the Party's red, in a `w:color`. */
#define ZB_WORD_RED "C7000B"

/** zb_word_twips: points in Word's own measure, a twentieth of them. */
int zb_word_twips (double points);

/** zb_word_half_points: a size of letters. */
int zb_word_half_points (double points);

/**
 * zb_word_begin_table:
 * @widths: (array length=n): of the columns, points
 * @indent: from the margin, points
 * @borders: (nullable): what stands in `w:tblBorders`; %NULL: thin black lines everywhere
 * @pad, @pad_above: beside the text of a cell, and above and below it, points
 */
void zb_word_begin_table (GString *out, const double *widths, guint n, double indent, const char *borders, double pad, double pad_above);
void zb_word_end_table (GString *out);

/**
 * zb_word_begin_row:
 * @height: at least, points; 0: what the text needs
 * @splits: may go on on the next page
 * @is_heading: stands on every page that the table goes on on
 */
void zb_word_begin_row (GString *out, double height, gboolean splits, gboolean is_heading);
void zb_word_end_row (GString *out);

/**
 * zb_word_begin_cell:
 * @width: points
 * @span: columns that it takes
 * @properties: (nullable): what stands behind the width and the span in `w:tcPr`
 */
void zb_word_begin_cell (GString *out, double width, guint span, const char *properties);
void zb_word_end_cell (GString *out);

G_END_DECLS
