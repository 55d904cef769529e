/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib/gstdio.h>
#include <sqlite3.h>

#include "core/zb-codes.h"
#include "core/zb-record.h"
#include "store/zb-db.h"

G_BEGIN_DECLS

/* Statements found without hashing their whole text; a power of two. */
#define ZB_N_RECENT 64

struct _ZbDb
{
  sqlite3 *sqlite;
  char *path;
  char *migrated_copy; /* (nullable) */
  gboolean read_only;
  gboolean frozen;        /* read as a file that never changes */
  GStatBuf seen;          /* of a frozen file: as it was when it was opened */
  GHashTable *statements; /* (owned): text → sqlite3_stmt */
  struct sqlite3_stmt *recent[ZB_N_RECENT]; /* (unowned): of them, by the address of the text last asked with */
  GHashTable *kind_sql;   /* (owned): ZbKind → ZbKindSql */
  GCancellable *cancellable; /* (owned) (nullable) */
  ZbDate today;           /* none: by the clock */
  gint64 device;          /* 0 until the first write */
  gint64 last_stamp;
};

/** ZB_APPLICATION_ID: “ZhBu”, in the header of every registry file. */
#define ZB_APPLICATION_ID 0x5a684275

typedef struct sqlite3_stmt ZbStmt;

/** zb_db_borrow: a statement prepared once and kept; give it back with zb_stmt_release() (g_autoptr). */
ZbStmt *zb_db_borrow (ZbDb *db, const char *sql, GError **error);
void zb_stmt_release (ZbStmt *stmt);

/** zb_db_forget: gives up a kept statement that is not asked for again; one that is in use stays. */
void zb_db_forget (ZbDb *db, const char *sql);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZbStmt, zb_stmt_release)

/** zb_db_step: runs to the next row. Returns: 1 a row, 0 done, -1 with @error */
int zb_db_step (ZbDb *db, ZbStmt *stmt, GError **error);

/** zb_db_run: a statement without parameters and rows. */
gboolean zb_db_run (ZbDb *db, const char *sql, GError **error);

/** zb_db_done: steps a statement that gives no rows. */
gboolean zb_db_done (ZbDb *db, ZbStmt *stmt, GError **error);

/** zb_db_int: first column of the first row, @fallback when there is none; -1 and @error on failure. */
gint64 zb_db_int (ZbDb *db, const char *sql, gint64 fallback, GError **error);

/** zb_db_check_whole: %FALSE for a file that was cut short: SQLite would go on with it until it needs what is missing. */
gboolean zb_db_check_whole (ZbDb *db, GError **error);

/** zb_db_take_error: turns SQLite's last result into a GError. Returns: always %FALSE */
gboolean zb_db_take_error (ZbDb *db, GError **error);

/** zb_db_code_error: the same for a bare result @code and, for files, the system's error @number. */
gboolean zb_db_code_error (int code, int number, const char *message, GError **error);

const char *zb_stmt_text (ZbStmt *stmt, int column);
void zb_stmt_bind_text (ZbStmt *stmt, int at, const char *text);

/** zb_db_open_any: for reading, as zb_db_open() but of whatever version this program knows. @out_version: of its schema */
ZbDb *zb_db_open_any (const char *path, int *out_version, GError **error);

/** zb_db_migrate: brings an older file up to date, or a new one to life. */
gboolean zb_db_migrate (ZbDb *db, int from, GError **error);
int zb_db_newest_schema (void);

/* The statements of a kind, composed once from its declaration. */
typedef struct {
  char *select;   /* by id: id, uid, row_version, withdrawn, stored fields, private ones last */
  char *select_all;
  char *insert;   /* (nullable): of the fields that records had which were entered so far: see zb_kind_sql_for_insert() */
  char *update;
  char *private_insert; /* for a new record */
  char *private_put;    /* for one that is there, whether it has such a row or not */
  guint n_plain;
  guint n_private;
  guint *plain;   /* (owned): positions of the stored fields of the table */
  guint *private; /* (owned): positions of those of the private table */
  guint n_given;
  guint *given;       /* (owned): of the plain fields, those that the insert has, in its order */
  gboolean *is_given; /* (owned): by position of the field */
  const ZbCodeTable **codes; /* (owned): table of each field that has one */
} ZbKindSql;

const ZbKindSql *zb_kind_sql (ZbDb *db, const ZbKind *kind);
void zb_kind_sql_free (ZbKindSql *sql);

/** zb_kind_sql_for_insert: with an insert that has all fields of @record. Of some fifty fields most records have a dozen; what no record had is not named, which costs less at each. */
const ZbKindSql *zb_kind_sql_for_insert (ZbDb *db, const ZbRecord *record);

/** zb_kind_sql_read: a record out of a row of the select statements. Returns: (transfer full) */
ZbRecord *zb_kind_sql_read (const ZbKindSql *sql, const ZbKind *kind, ZbStmt *stmt, gboolean with_private);

/** zb_kind_sql_bind: binds a stored text as its column holds it; @value must stay until the statement is released. */
void zb_kind_sql_bind (ZbStmt *stmt, int at, const ZbField *field, const char *value);

/** zb_device_find: the desk's own row, made when it first writes into this file; looked up each time, since a restore may have brought another file. */
gboolean zb_device_find (ZbDb *db, GError **error);

/** zb_uid_new: UUIDv7 (RFC 9562). Returns: (transfer full) */
char *zb_uid_new (void);

/* Random bytes of one. */
#define ZB_UID_RANDOM 10

/** zb_uid_fill: for many uids: asking the kernel once for the random bytes of all. */
void zb_uid_fill (guint8 *out, gsize n);

/** zb_uid_new_from: one of them. @random: used for no other. Returns: (transfer full) */
char *zb_uid_new_from (const guint8 random[ZB_UID_RANDOM]);

/** zb_stamp_next: hybrid clock: 48 bits of milliseconds and a counter, never less than any before. */
gint64 zb_stamp_next (ZbDb *db);

/** zb_time_now: UTC, ISO 8601, seconds. Returns: (transfer full) */
char *zb_time_now (void);

/** zb_who: the person at the desk. */
const char *zb_who (void);

G_END_DECLS
