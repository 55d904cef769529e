/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "exchange/paper/zb-paper-private.h"
#include "exchange/zb-document.h"

G_BEGIN_DECLS

/*
 * What documents are made of. The papers fill blocks in, the layout puts them on pages, the writers of files walk
 * through them: none of them knows of the others.
 */

/** ZB_BLANK: a place to write in by hand. */
#define ZB_BLANK "＿＿＿＿＿＿"

/** ZB_RULE: a paragraph of a card that is a line to write on. */
#define ZB_RULE "＿"

/**
 * ZbBlockType:
 * @ZB_BLOCK_TITLE: the title, in the middle
 * @ZB_BLOCK_NOTE: a line under the title
 * @ZB_BLOCK_LINE: a line without indent: 主送
 * @ZB_BLOCK_HEADING: by its level: 一、 in 黑体, （一） in 楷体
 * @ZB_BLOCK_TEXT: a paragraph, its first line indented by two characters
 * @ZB_BLOCK_BLANK: lines to write on by hand
 * @ZB_BLOCK_FORM: a box of rows, label on the left and contents on the right
 * @ZB_BLOCK_TABLE: columns under headings
 * @ZB_BLOCK_SIGNATURE: who signs, with room for the seal, and the day
 * @ZB_BLOCK_PICTURE: a picture with its caption
 * @ZB_BLOCK_BIG: lines as large as the page allows
 * @ZB_BLOCK_CARD: a card to be cut out
 * @ZB_BLOCK_SLIP: a small card to be cut out, with a stub to be torn off: eight on a page
 * @ZB_BLOCK_ENTRY: an entry of a poster, in large letters
 * @ZB_BLOCK_BALLOT: a ballot to be cut out: @text its title and lines under it, @more how it is marked, @last day and seal
 * @ZB_BLOCK_NAME_CARD: a name to be folded over a table
 * @ZB_BLOCK_SEATS: rows of seats, the first in front; of each cell the label is the place, the text the name
 * @ZB_BLOCK_SEAM: where two parts of a paper are torn apart; its words stand half on either
 * @ZB_BLOCK_PAGE: what follows stands on a new page
 */
typedef enum {
  ZB_BLOCK_TITLE,
  ZB_BLOCK_NOTE,
  ZB_BLOCK_LINE,
  ZB_BLOCK_HEADING,
  ZB_BLOCK_TEXT,
  ZB_BLOCK_BLANK,
  ZB_BLOCK_FORM,
  ZB_BLOCK_TABLE,
  ZB_BLOCK_SIGNATURE,
  ZB_BLOCK_PICTURE,
  ZB_BLOCK_BIG,
  ZB_BLOCK_CARD,
  ZB_BLOCK_SLIP,
  ZB_BLOCK_ENTRY,
  ZB_BLOCK_BALLOT,
  ZB_BLOCK_NAME_CARD,
  ZB_BLOCK_SEATS,
  ZB_BLOCK_SEAM,
  ZB_BLOCK_PAGE
} ZbBlockType;

/**
 * ZbFormCell:
 * @label: (nullable): the box on its left; %NULL: the contents take the whole width
 * @text: contents, lines of it
 * @weight: its share of the width
 */
typedef struct {
  char *label;
  char *text;
  double weight;
} ZbFormCell;

/**
 * ZbFormRowKind:
 * @ZB_ROW_WHOLE: stands on one page
 * @ZB_ROW_GROWS: goes on over pages when it has to
 * @ZB_ROW_PROSE: so, too; paragraphs that begin with two blanks, from the top of the box
 */
typedef enum {
  ZB_ROW_WHOLE,
  ZB_ROW_GROWS,
  ZB_ROW_PROSE
} ZbFormRowKind;

/**
 * ZbFormRow:
 * @cells: (element-type ZbFormCell)
 * @height: of the row at least, millimetres
 */
typedef struct {
  GPtrArray *cells;
  double height;
  ZbFormRowKind kind;
} ZbFormRow;

/**
 * ZbBlock:
 * @level: of a heading; lines of a blank; cards on a page
 * @text: its words; of a card its title; of a big page one line each
 * @more: (nullable): the day of a signature, the caption of a picture, the words of a card, what stands under an entry
 * @last: (nullable): the line at the end of a card, the number of a slip or an entry
 * @rows: (nullable) (element-type ZbFormRow): of a form; of a table the first are its headings
 * @picture: (nullable): a JPEG
 */
typedef struct {
  ZbBlockType type;
  int level;
  char *text;
  char *more;
  char *last;
  GPtrArray *rows;
  GBytes *picture;
} ZbBlock;

/**
 * ZbDocumentLook:
 * @ZB_LOOK_OFFICIAL: as 党政机关公文格式 has it: 22 lines of 28 characters of 三号, — 1 — in the corner
 * @ZB_LOOK_FORM: a form over the page
 * @ZB_LOOK_BARE: cards: nothing but what stands on them
 * @ZB_LOOK_PARTS: parts to be torn off, all on one page
 * @ZB_LOOK_POSTER: large letters to be read from afar
 */
typedef enum {
  ZB_LOOK_OFFICIAL,
  ZB_LOOK_FORM,
  ZB_LOOK_BARE,
  ZB_LOOK_PARTS,
  ZB_LOOK_POSTER
} ZbDocumentLook;

struct _ZbDocument
{
  const ZbDocumentKind *kind;
  ZbDocumentLook look;
  gboolean landscape;
  gboolean a3;
  char *title;       /* (owned): of the whole, for window and file */
  char *warning;     /* (owned) (nullable): what should be looked at, as %ZB_DATA_ERROR_REFUSED tells it */
  const char *private_fields; /* (nullable): those that it tells in full */
  GPtrArray *blocks; /* (owned) (element-type ZbBlock) */
};

ZbDocument *zb_document_new_empty (const ZbDocumentKind *kind, ZbDocumentLook look);

/* Adders copy what they are given; line ends in texts part paragraphs and lines. */

void zb_document_add_title (ZbDocument *document, const char *text);
void zb_document_add_note (ZbDocument *document, const char *text);
void zb_document_add_line (ZbDocument *document, const char *text);
void zb_document_add_heading (ZbDocument *document, int level, const char *text);

/** zb_document_add_text: a paragraph for each line of @text; lines to write on when there is none. */
void zb_document_add_text (ZbDocument *document, const char *text, guint blank_lines);
void zb_document_add_blank (ZbDocument *document, guint lines);
void zb_document_add_signature (ZbDocument *document, const char *who, const char *day);
void zb_document_add_picture (ZbDocument *document, GBytes *jpeg, const char *caption);
void zb_document_add_big (ZbDocument *document, const char *lines);
void zb_document_add_card (ZbDocument *document, guint per_page, const char *title, const char *words, const char *last);

/** zb_document_add_slip: @words: the wish; @from: lines about whose it is; @number: what stub and card are found by */
void zb_document_add_slip (ZbDocument *document, const char *words, const char *from, const char *number);

/** zb_document_add_entry: @words: in large letters; @from: the line under them */
void zb_document_add_entry (ZbDocument *document, const char *words, const char *from, const char *number);

/** zb_document_add_ballot: Returns: (transfer none): for zb_form_add_row(), its first row are the headings */
ZbBlock *zb_document_add_ballot (ZbDocument *document, guint per_page, const char *head, const char *words, const char *last);
void zb_document_add_name_card (ZbDocument *document, guint per_page, const char *name);

/** zb_document_add_seats: @stage: what stands before the first row. Returns: (transfer none): for zb_form_add_row() */
ZbBlock *zb_document_add_seats (ZbDocument *document, const char *stage, const char *legend);

/** zb_document_add_seam: @words: across the line where the seal is set, 骑缝 */
void zb_document_add_seam (ZbDocument *document, const char *words);
void zb_document_add_page (ZbDocument *document);

/** zb_document_add_form: Returns: (transfer none): for zb_form_add_row() */
ZbBlock *zb_document_add_form (ZbDocument *document);

/** zb_document_add_table: Returns: (transfer none): its first row are the headings */
ZbBlock *zb_document_add_table (ZbDocument *document);

/** zb_form_add_row: @height: at least, millimetres. Returns: (transfer none): for zb_form_add_cell() */
ZbFormRow *zb_form_add_row (ZbBlock *form, double height, ZbFormRowKind kind);
void zb_form_add_cell (ZbFormRow *row, const char *label, const char *text, double weight);

/** zb_form_add: a row of one label and its contents. */
void zb_form_add (ZbBlock *form, const char *label, const char *text, double height, ZbFormRowKind kind);

/** zb_clean_words: without blanks at the ends, marks of control and tabs. Returns: (transfer full): "" for %NULL */
char *zb_clean_words (const char *text);

/** zb_document_author: Returns: (nullable): the organisation that it comes from: the one that signs */
const char *zb_document_author (const ZbDocument *document);

/** zb_document_find: Returns: (nullable): the first block of a type. */
const ZbBlock *zb_document_find (const ZbDocument *document, ZbBlockType type);

/** zb_document_write_word: in `exchange/word`. */
gboolean zb_document_write_word (ZbDocument *document, int fd, GCancellable *cancellable, GError **error);

/** zb_or_blank: Returns: (transfer none): @text, or a place to write in */
const char *zb_or_blank (const char *text);

G_END_DECLS
