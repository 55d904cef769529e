/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "service/zb-registry-import.h"

G_BEGIN_DECLS

#define ZB_TYPE_IMPORT_QUESTIONS_PAGE (zb_import_questions_page_get_type ())

/**
 * ZbImportQuestionsPage:
 *
 * The words of a list that one answer settles in all their rows, each with what may be answered.
 *
 * Signals:
 *  - `changed`: a word was answered: zb_import_check() is due
 */
G_DECLARE_FINAL_TYPE (ZbImportQuestionsPage, zb_import_questions_page, ZB, IMPORT_QUESTIONS_PAGE, AdwBin)

GtkWidget *zb_import_questions_page_new (ZbRegistry *registry);

/**
 * zb_import_questions_page_set:
 * @import: (nullable): checked; %NULL: somebody else has it for now
 *
 * Returns: how many words wait for an answer without which rows are refused
 */
guint zb_import_questions_page_set (ZbImportQuestionsPage *self, ZbImport *import);

/** zb_import_questions_page_apply: takes what was typed and not confirmed. Returns: whether there was anything */
gboolean zb_import_questions_page_apply (ZbImportQuestionsPage *self);

/** zb_import_questions_page_take_keys: the keys go to the first word, which waits for an answer when any does. */
void zb_import_questions_page_take_keys (ZbImportQuestionsPage *self);

/** zb_import_questions_page_unanswered: how many words nobody has answered, those with a guess of the program among them. */
guint zb_import_questions_page_unanswered (ZbImportQuestionsPage *self);

G_END_DECLS
