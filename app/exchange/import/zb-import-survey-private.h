/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/import/zb-import-private.h"

G_BEGIN_DECLS

/* Cells merged over several rows, while the rows go by them. */
typedef struct {
  ZbSheetMerged area;
  ZbSheetCell cell;      /* what stands in the first of them; text NULL: nothing */
} ZbImportHanging;

/* One cell of the row in hand that is not blank. @at: −1 for a column without a place */
typedef struct {
  gint at;
  const ZbSheetCell *cell;
} ZbImportFilled;

/** ZbImportSurvey: what is known of a table while its rows go by; see zb-import-survey.c. */
typedef struct {
  ZbImport *import;
  ZbImportTable *table;
  guint number;             /* of the table */
  GArray *filled;           /* (owned) (element-type ZbImportFilled): of the row in hand */
  GArray *merged;           /* (owned) (element-type ZbSheetMerged): over several rows, by first row */
  guint next_merged;
  GArray *hanging;          /* (owned) (element-type ZbImportHanging) */
  GArray *last;             /* (owned) (element-type ZbSheetCell): by column: what stood there last */
  GArray *own;              /* (owned) (element-type ZbSheetCell): the cells of the last record, while lines are joined to it */
  guint own_row;            /* number of its last line, 0 when something else stands below it */
  guint own_line;           /* its index */
  guint own_lines;          /* how many lines were joined to it */
  gint title, branch, note; /* places of these columns, −1 */
  ZbImportSection section;
  guint n_own;              /* records with a branch of their own, and those without */
  guint n_blank;
  gboolean begins_blank;
} ZbImportSurvey;

/** zb_import_survey_sample: keeps the first value of a column, and the first that is another one. */
void zb_import_survey_sample (ZbImportSurvey *self, gint at, const ZbSheetCell *cell);

/* zb-import-second-line.c */

/** zb_import_survey_is_second_line: whether row @i, of number @row, is a second line of the record right above, whose name is not merged. */
gboolean zb_import_survey_is_second_line (const ZbImportSurvey *self, guint i, guint row);
/** zb_import_survey_join: joins the row in hand, of number @row, to the record above. Returns: whether anything of it was */
gboolean zb_import_survey_join (ZbImportSurvey *self, guint row);
/** zb_import_survey_learn_below: takes the row in hand as the headings of what the second line of each record has. */
void zb_import_survey_learn_below (ZbImportSurvey *self);

G_END_DECLS
