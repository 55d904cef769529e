/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/zb-members.h"

G_BEGIN_DECLS

/** ZbBackupReport: what a copy holds. @last_change: UTC of the newest change set, %NULL when none */
typedef struct {
  guint64 people;
  guint64 organizations;
  guint64 records;
  guint64 changes;
  char *last_change;
} ZbBackupReport;

void zb_backup_report_clear (ZbBackupReport *report);

/**
 * zb_backup_make:
 * @to: file to write; its folder must exist
 * @force: replace an existing file
 * @error: EXISTS, NO_SPACE, READ_ONLY, CORRUPT when the copy did not pass its check (it is removed then)
 *
 * Makes a consistent copy through SQLite's backup interface while others go on working, opens and
 * checks it, and only then gives it its name.
 */
gboolean zb_backup_make (ZbDb *db, const char *to, gboolean force, ZbProgressFunc progress, gpointer user_data, ZbBackupReport *out_report, GError **error);

/** zb_backup_inspect: opens a copy read-only, checks it whole, counts. @error: CORRUPT, TOO_NEW, NOT_FOUND */
gboolean zb_backup_inspect (const char *path, ZbBackupReport *out_report, GError **error);

/**
 * zb_backup_restore:
 * @registry: file to replace; closed in this process
 * @from: a copy; it must pass zb_backup_inspect(), brought up to date when it is of an older version
 * @out_kept: (out) (transfer full) (optional): where what was replaced is kept; restoring that takes this back
 *
 * Replaces the registry through SQLite's backup interface. @error: as inspect; BUSY while another
 * program writes.
 */
gboolean zb_backup_restore (const char *registry, const char *from, char **out_kept, ZbBackupReport *out_report, GError **error);

G_END_DECLS
