/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/zb-steps.h"
#include "store/zb-members.h"

G_BEGIN_DECLS

/**
 * ZbTestDb:
 * @folder: a folder of its own, gone with the fixture
 * @path: the registry in it
 * @db: the open registry; tests may close it and set it to %NULL
 *
 * A fresh registry for one test.
 */
typedef struct {
  char *folder;
  char *path;
  ZbDb *db;
} ZbTestDb;

ZbTestDb *zb_test_db_new (void);
void zb_test_db_free (ZbTestDb *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZbTestDb, zb_test_db_free)

/** zb_test_db_reopen: as after a restart of the program. */
void zb_test_db_reopen (ZbTestDb *self);

/** zb_test_db_file: a name in the fixture's folder. Returns: (transfer full) */
char *zb_test_db_file (ZbTestDb *self, const char *name);

/** zb_test_db_files: the names in the folder, sorted, with blanks between. Returns: (transfer full) */
char *zb_test_db_files (ZbTestDb *self);

/**
 * zb_test_db_state:
 *
 * Every row of every kind as a text, without what a change and its undo do not give back (versions, stamps).
 * Withdrawn rows count as not there.
 *
 * Returns: (transfer full)
 */
char *zb_test_db_state (ZbDb *db);

/** zb_test_db_sql: runs SQL behind the store's back, through a connection of its own. */
void zb_test_db_sql (ZbTestDb *self, const char *sql);

/** zb_test_db_number: the first column of the first row of a query, through a connection of its own. */
gint64 zb_test_db_number (ZbTestDb *self, const char *sql);

/** zb_test_organization: adds one in a change set of its own. Returns: its id */
gint64 zb_test_organization (ZbDb *db, const char *kind, const char *name, gint64 parent);

/** zb_test_member: adds somebody; then pairs of field and stored value, %NULL at the end. Returns: the id */
gint64 zb_test_member (ZbDb *db, const char *name, gint64 org, ...) G_GNUC_NULL_TERMINATED;

/** zb_test_record: adds a record of any kind; pairs of field and stored value, %NULL at the end. Returns: the id */
gint64 zb_test_record (ZbDb *db, const ZbKind *kind, ...) G_GNUC_NULL_TERMINATED;

/** zb_test_set: one field, in a change set of its own. */
void zb_test_set (ZbDb *db, const ZbKind *kind, gint64 id, const char *field, const char *value);

/** zb_test_id: a number as the text that link fields hold; kept until the program ends. */
const char *zb_test_id (gint64 id);

/**
 * zb_test_do:
 * @as_of: the day of the step, `YYYY-MM-DD`
 *
 * Does a step in a change set of its own; pairs of name and value, %NULL at the end.
 *
 * Returns: whether it was done; nothing is changed when not
 */
gboolean zb_test_do (ZbDb *db, const ZbKind *kind, gint64 id, const char *step, const char *as_of, GError **error, ...)
  G_GNUC_NULL_TERMINATED;

/** zb_test_first_page: the first people here in pinyin order, see zb_members_first_page(). Returns: (transfer full) */
gint64 *zb_test_first_page (ZbDb *db, ZbDate as_of, guint limit, guint *out_n);

/** zb_test_date: a day from its stored form. */
ZbDate zb_test_date (const char *text);

/** zb_test_value: a field of a stored record, private ones too. Returns: (transfer full) (nullable) */
char *zb_test_value (ZbDb *db, const ZbKind *kind, gint64 id, const char *field);

/** zb_test_assert_value: that field must be this text, or unknown. */
#define zb_test_assert_value(db, kind, id, field, expected) \
  G_STMT_START { \
    g_autofree char *found_ = zb_test_value (db, kind, id, field); \
    g_assert_cmpstr (found_, ==, expected); \
  } G_STMT_END

G_END_DECLS
