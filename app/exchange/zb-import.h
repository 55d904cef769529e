/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/zb-members.h"

G_BEGIN_DECLS

/** ZbImportVerdict: what a row of the file would do. */
typedef enum {
  ZB_IMPORT_NEW,        /* a new record */
  ZB_IMPORT_UPDATE,     /* fills or changes fields of a record that is there */
  ZB_IMPORT_SAME,       /* nothing new */
  ZB_IMPORT_SKIP,       /* empty, a title, a total … */
  ZB_IMPORT_CONFLICT,   /* may be the same person, may not */
  ZB_IMPORT_ERROR       /* cannot be taken as it is */
} ZbImportVerdict;

/**
 * ZbImportProblem:
 * @row: as the spreadsheet counts, from 1; 0 for the file
 * @column: heading of the column; %NULL for the whole row
 * @value: what stood there
 * @rule: stable key: `bad-date`, `bad-id-number`, `name-missing`, `double-in-file`, `unknown-code` …
 * @is_error: %FALSE is a warning: the row is taken
 */
typedef struct {
  char *sheet;
  guint row;
  char *column;
  char *value;
  char *rule;
  gboolean is_error;
} ZbImportProblem;

void zb_import_problem_free (ZbImportProblem *problem);

/** ZbImportCounts: rows by verdict. */
typedef struct {
  guint read;
  guint fresh;
  guint updated;
  guint same;
  guint skipped;
  guint errors;
  guint new_organizations;
} ZbImportCounts;

/** ZbImportColumn: one column of the file. @field: (nullable): what it means; %NULL: not taken. @sample: first value */
typedef struct {
  guint index;
  char *heading;
  const ZbField *field;
  char *sample;
} ZbImportColumn;

/** ZbImportRow: a row for the preview. @cells: one text a column of the file */
typedef struct {
  guint row;
  ZbImportVerdict verdict;
  char **cells;
  char *explanation;
} ZbImportRow;

/**
 * ZbImport:
 *
 * One file on its way in: read → columns → check → change set. Nothing is written before
 * zb_import_commit(). Used on one thread at a time, with the connection it was made with.
 */
typedef struct _ZbImport ZbImport;

/**
 * zb_import_new:
 * @kind: kind of record its rows become (`member`, `organization`)
 * @path: the file; parsed in a child process with limits
 * @sheet: (nullable): name of the sheet; %NULL: the first with a table
 * @error: what the file is not; %ZB_STORE_ERROR NOT_FOUND, %ZB_DATA_ERROR_BAD_CSV …
 *
 * Reads the file and recognises its headings.
 */
ZbImport *zb_import_new (ZbDb *db, const ZbKind *kind, const char *path, const char *sheet, ZbProgressFunc progress, gpointer user_data, GCancellable *cancellable, GError **error);
void zb_import_free (ZbImport *import);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZbImport, zb_import_free)

/** zb_import_set_org: branch for rows that name none; 0: none. */
void zb_import_set_org (ZbImport *import, gint64 org);

/** zb_import_sheets: (array zero-terminated=1): names of the file's sheets. */
const char *const *zb_import_sheets (ZbImport *import);
guint zb_import_n_columns (ZbImport *import);
const ZbImportColumn *zb_import_column (ZbImport *import, guint i);

/** zb_import_map: lets column @i mean @field, or nothing. */
void zb_import_map (ZbImport *import, guint i, const ZbField *field);

/** zb_import_check: works out every row's verdict against the registry. */
gboolean zb_import_check (ZbImport *import, ZbProgressFunc progress, gpointer user_data, GCancellable *cancellable, GError **error);
const ZbImportCounts *zb_import_counts (ZbImport *import);
/** zb_import_problems: (element-type ZbImportProblem): owned by the import */
GPtrArray *zb_import_problems (ZbImport *import);
/** zb_import_preview: the first rows. Returns: (transfer full) (element-type ZbImportRow) */
GPtrArray *zb_import_preview (ZbImport *import, guint limit);

/**
 * zb_import_commit:
 * @skip_bad: take the good rows and leave those with errors; otherwise any error refuses the whole file
 * @out_set: (out) (optional): id of the change set; undoing it takes the whole import back
 * @error: %ZB_DATA_ERROR_REFUSED when there are errors and not @skip_bad; cancelled or failed: nothing changed
 *
 * Writes all rows in one change set, making organisations on demand. An empty cell never erases.
 */
gboolean zb_import_commit (ZbImport *import, gboolean skip_bad, gint64 *out_set, ZbProgressFunc progress, gpointer user_data, GCancellable *cancellable, GError **error);

/** zb_import_write_report: the problems as an xlsx with a red column of reasons. @words: makes the sentence for a problem. */
gboolean zb_import_write_report (ZbImport *import, const char *path, gboolean force, char *(*words) (const ZbImportProblem *problem), GError **error);

G_END_DECLS
