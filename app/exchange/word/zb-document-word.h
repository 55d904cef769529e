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

G_END_DECLS
