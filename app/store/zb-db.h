/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "core/zb-date.h"
#include "store/zb-store-error.h"

G_BEGIN_DECLS

/**
 * ZbDb:
 *
 * One open connection to a registry file. Used only on the thread that opened it; every thread
 * opens its own. Nothing else in the process opens the file: closing another descriptor of it
 * drops SQLite's locks. What the toolkit does is out of our hands; see #ZbDbGuard.
 */
typedef struct _ZbDb ZbDb;

/**
 * ZbDbMode:
 * @ZB_DB_READ: reads only; never migrates
 * @ZB_DB_WRITE: reads and writes; an older file is copied, then migrated
 * @ZB_DB_CREATE: makes a new registry; refuses an existing file
 */
typedef enum {
  ZB_DB_READ,
  ZB_DB_WRITE,
  ZB_DB_CREATE
} ZbDbMode;

/**
 * zb_db_open:
 * @path: file name
 * @error: of %ZB_STORE_ERROR: NOT_FOUND, EXISTS, CORRUPT (also for a directory or a file that is no
 *   registry), TOO_NEW, READ_ONLY, BUSY, NO_SPACE; %G_IO_ERROR_PERMISSION_DENIED when it may not even be read
 *
 * Opens a registry: WAL, full synchronisation, foreign keys, each read back and checked.
 *
 * Returns: (transfer full): the connection
 */
ZbDb *zb_db_open (const char *path, ZbDbMode mode, GError **error);

/** zb_db_close: %NULL-safe; runs `PRAGMA optimize` on a writing connection. */
void zb_db_close (ZbDb *db);

const char *zb_db_path (ZbDb *db);
gboolean zb_db_is_read_only (ZbDb *db);

/** zb_db_migrated_copy: Returns: (nullable): where the copy of an older file was put before it was migrated at this opening. */
const char *zb_db_migrated_copy (ZbDb *db);

/** zb_db_today: the day that new entries are made on: by the local clock, unless another was set. */
ZbDate zb_db_today (ZbDb *db);

/** zb_db_set_today: @day: the day to work on; %ZB_DATE_NONE: that of the clock again */
void zb_db_set_today (ZbDb *db, ZbDate day);

/** zb_db_set_cancellable: while set, long statements stop with %G_IO_ERROR_CANCELLED. */
void zb_db_set_cancellable (ZbDb *db, GCancellable *cancellable);

/** zb_db_renew: opens a file again that was read where its reader may not write, once it has changed. No statement
 * may be in use. Returns: whether it had */
gboolean zb_db_renew (ZbDb *db);

/** zb_db_data_version: changes when any other connection, of this or another program, has written. */
gint64 zb_db_data_version (ZbDb *db);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZbDb, zb_db_close)

G_END_DECLS
