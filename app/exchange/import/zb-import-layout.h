/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/zb-kind.h"
#include "exchange/import/zb-import-rows.h"

G_BEGIN_DECLS

/*
 * From the sheets of a file to its tables: where the headings stand, what each column is called, and
 * which rows are records. A table is one block of headings with the rows below it; a sheet may have
 * several side by side, and a file several sheets of the same shape.
 */

/** ZbImportSheet: a sheet as it was read. @merged: (element-type ZbSheetMerged) */
typedef struct {
  char *name;
  gboolean from_1904;
  ZbImportRows *rows;
  GArray *merged;
} ZbImportSheet;

ZbImportSheet *zb_import_sheet_new (const char *name, gboolean from_1904);
void zb_import_sheet_free (ZbImportSheet *sheet);

/** ZbImportPart: what a column holds of a value that stands in several. @ZB_IMPORT_TICK: a tick says its code */
typedef enum {
  ZB_IMPORT_WHOLE,
  ZB_IMPORT_YEAR,
  ZB_IMPORT_MONTH,
  ZB_IMPORT_DAY,
  ZB_IMPORT_TICK
} ZbImportPart;

/** ZbImportHeading: one column of a block of headings. @text: parent and child with / between; @field, @code: (nullable) */
typedef struct {
  guint column;
  char *text;
  const ZbField *field;
  ZbImportPart part;
  const char *code;
} ZbImportHeading;

/**
 * ZbImportHead:
 * @first: index of the first row of headings
 * @next: index of the first row after them
 * @headings: (element-type ZbImportHeading): from left to right
 * @score: how many different fields they name; 0 when it is no table of the kind
 * @is_again: the headings of the block above, once more
 */
typedef struct {
  guint first;
  guint next;
  GArray *headings;
  guint score;
  gboolean is_again;
} ZbImportHead;

/** ZbImportSpan: rows from index @first to before @next */
typedef struct {
  guint first;
  guint next;
} ZbImportSpan;

/**
 * ZbImportTable:
 * @sheet: (unowned)
 * @next: index of the first row after the headings
 * @end: index of the first row below that is not the table’s
 * @again: (element-type ZbImportSpan): rows that are the headings again
 * @below: (element-type gint) (nullable): the same for the second line of each record, where headings say what it has
 * @first_column, @last_column: the columns of the sheet that are this table’s
 * @positions: (element-type gint): column of the sheet → place among the import’s columns, −1
 * @branch, @group, @category: (nullable): what the name of the sheet says of all its rows, and a title of what they are
 * @unit: (nullable): the branch that a title or a line above the headings names
 * @is_floating: whether a title says that they are floating members
 * @leaving: (nullable): what became of them, as a title says, or the name of a sheet that nobody has asked for
 * @branch_goes_on: whether a branch stands only in the first of its rows
 * @told_branch, @told_unit, @told_category, @told_floating: whether that they were used was told
 */
typedef struct {
  ZbImportSheet *sheet;
  guint next;
  guint end;
  GArray *again;
  guint first_column;
  guint last_column;
  GArray *positions;
  GArray *below;
  char *branch;
  char *group;
  char *category;
  char *unit;
  gboolean is_floating;
  const char *leaving;
  gboolean branch_goes_on;
  gboolean told_branch;
  gboolean told_unit;
  gboolean told_category;
  gboolean told_floating;
} ZbImportTable;

void zb_import_table_free (ZbImportTable *table);

/** ZbImportBelow: a table that begins below another one. @first: index of the first row of its headings */
typedef struct {
  const ZbImportSheet *sheet;
  guint first;
} ZbImportBelow;

/** ZbImportSkip: why a row is no record; the order of the rules in zb-import-survey.c. */
typedef enum {
  ZB_IMPORT_IS_RECORD,
  ZB_IMPORT_IS_OTHER,       /* a title, a single remark */
  ZB_IMPORT_IS_SECTION,     /* 第一党小组: said of the rows below */
  ZB_IMPORT_IS_TOTAL,
  ZB_IMPORT_IS_FOOTER,      /* who filled it in, signatures, page numbers */
  ZB_IMPORT_IS_SAMPLE,
  ZB_IMPORT_IS_TEMPLATE,    /* 必填, 选填, numbers of the columns */
  ZB_IMPORT_IS_HEADINGS,    /* the headings again */
  ZB_IMPORT_IS_CONTINUED,   /* a second line of the record above */
  ZB_IMPORT_IS_REPEATED,    /* the same as a record of another sheet */
  ZB_IMPORT_IS_JOINED       /* a second line, joined to the record above */
} ZbImportSkip;

/**
 * ZbImportSection: what rows above say of a row; all unowned.
 * @leaving: what became of its people, as the registry calls it: 已转出; @flag: name of the field that is true of them: `floating`
 * @above: the branch that stood last in its own column
 */
typedef struct {
  const char *branch;
  const char *group;
  const char *category;
  const char *department;
  const char *leaving;
  const char *flag;
  const char *above;
} ZbImportSection;

/** ZbImportFill: a cell that a row takes from above it. @at: place among the columns; @cell: its text %NULL: the cell is not the row’s */
typedef struct {
  guint at;
  ZbSheetCell cell;
} ZbImportFill;

G_END_DECLS
