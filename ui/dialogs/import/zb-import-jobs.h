/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dialogs/import/zb-import-job.h"

G_BEGIN_DECLS

#define ZB_TYPE_IMPORT_JOBS (zb_import_jobs_get_type ())

/**
 * ZbImportJobs:
 *
 * The files that one dialog takes in, and what is done with them one after the other: reading, checking, writing, taking back.
 *
 * Signals:
 *  - `begun (const char *name)`: something is under way, and nobody looks at the imports; @name: (nullable): the file that is read
 *  - `progress (guint64 done, guint64 total)`: in rows; @total 0: not known
 *  - `ended (gboolean is_same)`: it is over; @is_same: whether the files are the ones that were seen before
 *  - `said (const char *words)`: what somebody should know
 *  - `written (gboolean done, const char *words)`: comes before `ended`
 */
G_DECLARE_FINAL_TYPE (ZbImportJobs, zb_import_jobs, ZB, IMPORT_JOBS, GObject)

/** zb_import_jobs_new: @hint: what the rows become where the headings fit several kinds of lists */
ZbImportJobs *zb_import_jobs_new (ZbRegistry *registry, const ZbKind *hint);

guint zb_import_jobs_size (ZbImportJobs *self);
/** zb_import_jobs_at: Returns: (transfer none) */
ZbImportJob *zb_import_jobs_at (ZbImportJobs *self, guint i);
/** zb_import_jobs_current: Returns: (transfer none) (nullable): the one that is shown */
ZbImportJob *zb_import_jobs_current (ZbImportJobs *self);
guint zb_import_jobs_get_place (ZbImportJobs *self);
void zb_import_jobs_set_place (ZbImportJobs *self, guint place);

/** zb_import_jobs_is_undoing: whether what is under way takes an import back, which cannot be stopped half way. */
gboolean zb_import_jobs_is_undoing (ZbImportJobs *self);

gboolean zb_import_jobs_is_busy (ZbImportJobs *self);
/** zb_import_jobs_is_written: whether the files are written, and not taken back. */
gboolean zb_import_jobs_is_written (ZbImportJobs *self);
/** zb_import_jobs_words: (nullable): what was written, in a sentence */
const char *zb_import_jobs_words (ZbImportJobs *self);
/** zb_import_jobs_count: what all files would do together. Returns: %FALSE while one of them is not checked or could not be read */
gboolean zb_import_jobs_count (ZbImportJobs *self, guint *out_rows, guint *out_errors);
/** zb_import_jobs_next_bad: Returns: the place of the first other file that has rows with problems, −1 */
gint zb_import_jobs_next_bad (ZbImportJobs *self);

/** zb_import_jobs_add: @job: (transfer full). Does not read it: zb_import_jobs_go_on() */
void zb_import_jobs_add (ZbImportJobs *self, ZbImportJob *job);
/** zb_import_jobs_add_files: @files: (element-type GFile): those that are there already are read anew; those that could not be read make room */
void zb_import_jobs_add_files (ZbImportJobs *self, GSList *files);
void zb_import_jobs_remove (ZbImportJobs *self, guint place);

/** zb_import_jobs_go_on: reads and checks what is not read or checked; `ended` comes in any case. */
void zb_import_jobs_go_on (ZbImportJobs *self, gboolean is_same);
/** zb_import_jobs_check: checks the one that is shown again: something about it was answered. */
void zb_import_jobs_check (ZbImportJobs *self);
/** zb_import_jobs_report: writes what is not taken of the one that is shown, see zb_import_write_report(). */
void zb_import_jobs_report (ZbImportJobs *self, const char *path);
/** zb_import_jobs_commit: writes all files or none. */
void zb_import_jobs_commit (ZbImportJobs *self, gboolean skip_bad);
/** zb_import_jobs_undo: takes back what was written, the last file first; what was answered stays. */
void zb_import_jobs_undo (ZbImportJobs *self);
/** zb_import_jobs_stop: what is under way. */
void zb_import_jobs_stop (ZbImportJobs *self);
/** zb_import_jobs_close: nobody looks any more: what is under way is stopped, and nothing follows it. */
void zb_import_jobs_close (ZbImportJobs *self);

G_END_DECLS
