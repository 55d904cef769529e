/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/document/zb-document-layout.h"
#include "exchange/word/zb-word-file.h"

G_BEGIN_DECLS

/**
 * ZbDocumentWord:
 * @layout: what the paper knows of sizes
 * @heights: (element-type ZbFormRow double): see zb_document_measure()
 * @is_on_new_page: what comes next begins a page
 * @is_behind_table: a table that comes next would grow together with the one before
 *
 * A paper on its way to a Word file.
 */
typedef struct {
  const ZbDocument *document;
  ZbWordFile *file; /* (unowned) */
  GString *body;    /* (unowned): the file's */
  ZbLayout layout;
  GHashTable *heights;
  gboolean is_on_new_page;
  gboolean is_behind_table;
} ZbDocumentWord;

/**
 * zb_document_word_add:
 * @keeps: stays on the page of what follows
 * @properties: (nullable): of the paragraph, behind those
 * @run_properties: (nullable): of its letters
 */
void zb_document_word_add (ZbDocumentWord *word, const char *style, gboolean keeps, const char *properties, const char *run_properties, const char *text);

/** zb_document_word_before_table: parts it from a table before it, and begins a page where one is to be begun. */
void zb_document_word_before_table (ZbDocumentWord *word);

/** zb_document_word_add_form: a form or a table. */
void zb_document_word_add_form (ZbDocumentWord *word, const ZbBlock *block);

/** zb_document_word_add_cards, …_slips, …_entries: block @from and those of its type behind it. Returns: the first that is none of them */
guint zb_document_word_add_cards (ZbDocumentWord *word, guint from);
guint zb_document_word_add_slips (ZbDocumentWord *word, guint from);
guint zb_document_word_add_entries (ZbDocumentWord *word, guint from);

/** A page that is cut apart is a little lower than the paper, so that no empty one follows. */
#define ZB_WORD_LOWER 2.0

/** What a card leaves free, of what it has free on paper: letters of another font may be larger. */
#define ZB_WORD_FREE 0.75

/**
 * ZbWordCut:
 * @columns, @rows: on a page
 * @edge: white around each, points
 * @height: of each, points
 * @parts: (array length=n_parts): cells that each takes side by side, points
 * @borders: (array length=n_parts): of those cells
 * @pad: inside of them, points
 * @add: fills a cell
 *
 * How a page is cut apart.
 */
typedef struct {
  guint columns;
  guint rows;
  double edge;
  double height;
  double parts[3];
  const char *borders[3];
  guint n_parts;
  double pad;
  void (*add) (ZbDocumentWord *word, const ZbBlock *block, guint part, double width, double height);
} ZbWordCut;

/** zb_document_word_add_cut: block @from and those of its type behind it. Returns: the first that is none of them */
guint zb_document_word_add_cut (ZbDocumentWord *word, const ZbWordCut *cut, guint from);

/** zb_document_word_letters: @face: (nullable): the style's. Returns: (transfer full): properties of letters */
char *zb_document_word_letters (const char *face, gboolean is_red, double size);

/** zb_document_word_add_line: a line of a card. @before: white above it, points; @align: of `w:jc` */
void zb_document_word_add_line (ZbDocumentWord *word, double before, double pitch, const char *indent, const char *align, const char *run, const char *text);

/** zb_document_word_lines: that a text takes on paper. */
guint zb_document_word_lines (ZbDocumentWord *word, ZbPaperFace face, const char *text, double size, double width);

/** zb_document_word_add_ballots: as the cards. */
guint zb_document_word_add_ballots (ZbDocumentWord *word, guint from);
void zb_document_word_add_seats (ZbDocumentWord *word, const ZbBlock *block);

G_END_DECLS
