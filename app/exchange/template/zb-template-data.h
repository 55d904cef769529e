/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/template/zb-mark.h"
#include "exchange/template/zb-template-error.h"

G_BEGIN_DECLS

/*
 * What a form is filled with, as it goes from the program to the child process: through a file in memory, so that
 * neither waits for the other. The child trusts it: it comes from the program.
 */

/** ZbValueKind: what a value is, for cells that are made for it. */
typedef enum {
  ZB_VALUE_TEXT,
  ZB_VALUE_NUMBER,
  ZB_VALUE_DATE
} ZbValueKind;

typedef struct {
  ZbValueKind kind;
  const char *text; /* dates as lists print them: 1985.07.12 */
} ZbValue;

/**
 * ZbMarkRole:
 * @ZB_MARK_STAYS: nobody knows it, and it is to stay as it is
 * @ZB_MARK_OF_ROW: a column of the list
 * @ZB_MARK_OF_LIST: a fact of the whole list
 */
typedef enum {
  ZB_MARK_STAYS,
  ZB_MARK_OF_ROW,
  ZB_MARK_OF_LIST
} ZbMarkRole;

/**
 * ZbMarkMeaning:
 * @index: of the column or of the fact
 * @format: where the mark itself tells none
 */
typedef struct {
  ZbMarkRole role;
  guint index;
  ZbMarkFormat format;
} ZbMarkMeaning;

/**
 * ZbTemplateData:
 * @meanings: (element-type utf8 ZbMarkMeaning): by label
 * @facts: (element-type ZbValue)
 * @cells: (array length=n_rows × n_columns)
 */
typedef struct {
  GHashTable *meanings; /* (owned) */
  GArray *facts;        /* (owned) */
  ZbValue *cells;       /* (owned) */
  guint n_columns;
  guint n_rows;
  char *bytes;          /* (owned): all texts */
} ZbTemplateData;

/** ZbTemplateWriter: the program's end. */
typedef struct _ZbTemplateWriter ZbTemplateWriter;

ZbTemplateWriter *zb_template_writer_new (int fd);
void zb_template_writer_free (ZbTemplateWriter *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZbTemplateWriter, zb_template_writer_free)

/** In this order: the meanings, the facts, how many rows and columns, and their cells row by row. */
void zb_template_writer_meaning (ZbTemplateWriter *self, const char *label, const ZbMarkMeaning *meaning);
void zb_template_writer_fact (ZbTemplateWriter *self, ZbValueKind kind, const char *text);
void zb_template_writer_size (ZbTemplateWriter *self, guint n_columns, guint n_rows);
void zb_template_writer_cell (ZbTemplateWriter *self, ZbValueKind kind, const char *text);

/** zb_template_writer_finish: @error: TOO_BIG, FAILED */
gboolean zb_template_writer_finish (ZbTemplateWriter *self, GError **error);

/** zb_template_data_read: the child's end. @error: FAILED. Returns: (transfer full) */
ZbTemplateData *zb_template_data_read (int fd, GError **error);
void zb_template_data_free (ZbTemplateData *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZbTemplateData, zb_template_data_free)

G_END_DECLS
