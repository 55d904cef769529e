/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/template/zb-mark.h"
#include "exchange/template/zb-xml-part.h"

G_BEGIN_DECLS

/**
 * ZbTexts:
 * @node: a paragraph, a string of a workbook, or another element with text
 * @text: all of its text in one piece
 * @marks: (element-type ZbMark): in @text
 *
 * The text of a paragraph, however many runs a word processor has cut it into: a mark may begin in one of them, have its
 * name in a second and end in a third.
 */
typedef struct {
  const ZbXmlPart *part; /* (unowned) */
  ZbXmlNode *node;       /* (unowned) */
  char *text;            /* (owned) */
  GArray *marks;         /* (owned) */
  GArray *leaves;        /* (owned): the elements that hold the text */
} ZbTexts;

/** ZbTextsWay: what the part is of, which decides how line breaks and codes are written. */
typedef enum {
  ZB_TEXTS_WORD,    /* w:t in w:r; a line break is an element of its own */
  ZB_TEXTS_DRAWING, /* a:t in a:r; a line break becomes a space */
  ZB_TEXTS_SHEET,   /* t in r, or directly; _x000D_ is an escape */
  ZB_TEXTS_HEADER,  /* a line of codes: & is doubled; no longer than 255 */
  ZB_TEXTS_PLAIN    /* an element with nothing but text */
} ZbTextsWay;

/** zb_texts_new: Returns: (transfer full) (nullable): %NULL when no mark is in it */
ZbTexts *zb_texts_new (const ZbXmlPart *part, ZbXmlNode *node);
void zb_texts_free (ZbTexts *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZbTexts, zb_texts_free)

/** zb_texts_is_container: whether an element holds text by itself: w:p, a:p, si, is, a comment's text. */
gboolean zb_texts_is_container (const ZbXmlNode *node);

/** zb_texts_is_one_mark: whether there is nothing but the first mark. */
gboolean zb_texts_is_one_mark (const ZbTexts *self);

/** zb_texts_trim: without blanks around it, wide ones included. Returns: (transfer full) */
char *zb_texts_trim (const char *text);

/**
 * zb_texts_fill:
 * @values: (array): a text for each mark; %NULL leaves the mark as it stands
 * @edits: what has to be changed is added
 *
 * Each value stands in the run in which the label of its mark began, and so looks as that did.
 */
void zb_texts_fill (ZbTexts *self, ZbTextsWay way, const char *const *values, ZbXmlEdits *edits);

/** zb_texts_escape: appends a text as the part has it. @prefix: of the element, `w:` */
void zb_texts_escape (GString *out, ZbTextsWay way, const char *prefix, const char *text, gssize length);

G_END_DECLS
