/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/document/zb-document-blocks.h"

G_BEGIN_DECLS

/**
 * ZbDocumentPaper:
 *
 * A document laid out: on each page the marks that make it, which preview, printer and PDF draw alike. Texts are borrowed
 * from the document, or kept here.
 */
typedef struct {
  ZbPaper paper;
  ZbPaperFont *fonts[ZB_N_FACES]; /* (owned) (nullable): made when needed */
  GPtrArray *pages;               /* (owned) (element-type GArray): of marks */
  GArray *outline;                /* (owned) (element-type ZbPaperOutline) */
  GStringChunk *words;            /* (owned) */
} ZbDocumentPaper;

ZbDocumentPaper *zb_document_paper_new (double width, double height);

ZbPaperFont *zb_document_paper_font (ZbDocumentPaper *paper, ZbPaperFace face);

/** zb_document_paper_add_page: Returns: its number, 0 … */
guint zb_document_paper_add_page (ZbDocumentPaper *paper);

/** ZbMarkInk: the colour. */
typedef enum {
  ZB_INK_BLACK,
  ZB_INK_RED
} ZbMarkInk;

/** zb_document_paper_add_text: @text: must stay; see zb_document_paper_keep(). @x, @baseline: where it begins. @spacing: after every character */
void zb_document_paper_add_text (ZbDocumentPaper *paper, guint page, ZbPaperFace face, ZbMarkInk ink, const char *text, gsize length, double size, double x, double baseline, double spacing);

/** zb_document_paper_turn: turns the text that was added last upside down, about where it begins. */
void zb_document_paper_turn (ZbDocumentPaper *paper, guint page);
void zb_document_paper_add_line (ZbDocumentPaper *paper, guint page, ZbMarkInk ink, double x1, double y1, double x2, double y2, double width, gboolean dashed);
void zb_document_paper_add_picture (ZbDocumentPaper *paper, guint page, GBytes *jpeg, double x, double y, double width, double height);

/** zb_document_paper_add_outline: a bookmark. */
void zb_document_paper_add_outline (ZbDocumentPaper *paper, guint level, const char *text, guint page, double y);

/** zb_document_paper_keep: Returns: (transfer none): a copy that lives as long as @paper */
const char *zb_document_paper_keep (ZbDocumentPaper *paper, const char *text);


G_END_DECLS
