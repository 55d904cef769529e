/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/import/zb-import-private.h"
#include "exchange/zb-import-answers.h"

G_BEGIN_DECLS

/** ZbImportWord: what a word of a field means. @text: without blanks around it; @n_rows: how often it was met at the check */
typedef struct {
  const ZbField *field;
  char *text;
  char *meaning;
  guint n_rows;
} ZbImportWord;

/** ZbImportIdle: a line of a text of answers that may mean nothing in the file. @field, @text: (nullable): the word that the file has to have */
typedef struct {
  char *line;
  const ZbField *field;
  char *text;
} ZbImportIdle;

/** ZbImportRowAnswer: what was decided about a row. */
typedef struct {
  ZbImportDecision decision;
  gint64 record;
} ZbImportRowAnswer;

struct _ZbImportAnswers {
  GHashTable *words;        /* (owned): set of ZbImportWord */
  GHashTable *defaults;     /* (owned): field (unowned) → text */
  GHashTable *cells;        /* (owned): row and column → text */
  GHashTable *rows;         /* (owned): row → ZbImportRowAnswer */
  GPtrArray *idle;          /* (owned) (element-type ZbImportIdle): of the last text */
  guint last;               /* row that was read of a text last: the next one stands there or soon behind */
};

ZbImportAnswers *zb_import_answers_new (void);

G_END_DECLS
