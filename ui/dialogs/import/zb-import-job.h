/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "service/zb-registry-import.h"

G_BEGIN_DECLS

/**
 * ZbImportJob:
 * @path: of the file
 * @name: as people see it
 * @is_scratch: whether the file is ours and goes with the job: a table that was pasted
 * @kind: (nullable): as a person has chosen; %NULL: told by the headings
 * @sheet: (nullable): the one sheet to take
 * @org: of rows that name none, %ZB_IMPORT_USUAL_ORG until somebody chose
 * @mapping: (nullable): as a person has chosen: name, "" for none; %NULL: the one that fits best
 * @answers: (nullable): what was answered before another sheet was chosen
 * @answers_of: (nullable): zb_import_hash() of the file when it was answered, where it may have changed since
 * @used: (nullable): name of the mapping that was used
 * @import: (nullable): what was read, checked when @is_checked
 * @is_fresh: just given, and not shown yet
 * @trouble: (nullable): why it could not be read or checked
 * @keep_as: (nullable): name under which the mapping is kept; @is_kept: whether it is
 * @is_touched: whether something was answered, decided or corrected that is written nowhere yet
 * @has_learned: whether a column or a word was answered
 *
 * One file of those that a dialog takes in.
 */
typedef struct {
  char *path;
  char *name;
  gboolean is_scratch;
  const ZbKind *kind;
  char *sheet;
  gint64 org;
  char *mapping;
  char *answers;
  char *answers_of;
  char *used;
  ZbImport *import;
  gboolean is_checked;
  gboolean is_fresh;
  GError *trouble;
  char *keep_as;
  gboolean is_kept;
  gboolean is_touched;
  gboolean has_learned;
} ZbImportJob;

ZbImportJob *zb_import_job_new (const char *path);

/** zb_import_job_new_pasted: a table as text, kept in a file that only the user can read. Returns: (transfer full) (nullable): %NULL with @error */
ZbImportJob *zb_import_job_new_pasted (const char *text, GError **error);

void zb_import_job_free (ZbImportJob *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZbImportJob, zb_import_job_free)

/** zb_import_job_keep_answers: what was answered comes back when the file is read anew. */
void zb_import_job_keep_answers (ZbImportJob *self);

/** zb_import_job_keep_corrections: the same for a list that is read as another kind or another way: only what was said of cells and rows. */
void zb_import_job_keep_corrections (ZbImportJob *self);

/** zb_import_job_reset: what was read is forgotten: the file is to be read anew. */
void zb_import_job_reset (ZbImportJob *self);

G_END_DECLS
