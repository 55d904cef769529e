/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/zb-db-private.h"

G_BEGIN_DECLS

/**
 * ZbKindVerb:
 *
 * What the store does with the rows of a kind. A row is read as id, uid, row_version, withdrawn, the plain
 * fields, then (GET_PRIVATE, LIST_PRIVATE) the private ones, each in the order of the declaration.
 */
typedef enum {
  ZB_KIND_GET,             /* ?1 id */
  ZB_KIND_GET_PRIVATE,     /* ?1 id */
  ZB_KIND_LIST,
  ZB_KIND_LIST_PRIVATE,
  ZB_KIND_SCAN,            /* all rows with everything, withdrawn ones too */
  ZB_KIND_COUNT,
  ZB_KIND_BY_UID,          /* ?1 from, ?2 before */
  ZB_KIND_INSERT,          /* uid, stamp, device, plain fields */
  ZB_KIND_INSERT_PRIVATE,  /* id, private fields */
  ZB_KIND_UPDATE,          /* id, stamp, device, plain fields */
  ZB_KIND_UPDATE_PRIVATE,  /* id, private fields */
  ZB_KIND_WITHDRAW,        /* ?1 id, ?2 stamp, ?3 device, ?4 withdrawn */
  ZB_KIND_UNLOGGED,        /* ?1 name of the kind: living rows that the log does not know */
  ZB_N_KIND_VERBS
} ZbKindVerb;

/**
 * ZbKindSql:
 * @plain, @private: (array): positions of the stored fields in the declaration
 * @codes: (array): code table of each field, %NULL for others
 *
 * The statements of one kind, composed once from its declaration.
 */
typedef struct {
  const ZbKind *kind;
  guint *plain;
  guint n_plain;
  guint *private;
  guint n_private;
  const ZbCodeTable **codes;
  sqlite3_stmt *statements[ZB_N_KIND_VERBS];
  sqlite3_stmt **by_field;     /* LIST of one link or code; filled when first used */
  sqlite3_stmt **private_by_field;
} ZbKindSql;

/** zb_kind_sql: the statements of @kind on this connection. */
ZbKindSql *zb_kind_sql (ZbDb *db, const ZbKind *kind);
void zb_kind_sql_free (ZbKindSql *self);

/** zb_kind_sql_borrow: Returns: (nullable) */
ZbStmt *zb_kind_sql_borrow (ZbDb *db, const ZbKind *kind, ZbKindVerb verb, GError **error);

/** zb_kind_sql_borrow_by: the living rows whose field number @field is ?1. Returns: (nullable) */
ZbStmt *zb_kind_sql_borrow_by (ZbDb *db, const ZbKind *kind, guint field, gboolean with_private, GError **error);

/** zb_kind_sql_compose: the text of a statement; @field only for one field, or -1. Returns: (transfer full) (nullable): %NULL when the kind has no such statement */
char *zb_kind_sql_compose (const ZbKind *kind, ZbKindVerb verb, int field);

G_END_DECLS
