/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/zb-kind.h"
#include "store/zb-db.h"

G_BEGIN_DECLS

/**
 * ZbAccess:
 * @at: when, UTC, as change sets have it
 * @kind: (nullable): kind of the record of which a private field was shown; %NULL for a list or paper that left the registry
 * @record: that record, 0 for a list or paper
 * @name: (nullable): its name
 * @what: name of the field that was shown, or of the roster or kind of paper
 * @format: (nullable): of the file: `xlsx`, `pdf` …
 * @n_rows: people or records in it
 * @private_columns: (nullable): names of the private columns that left in full, commas between
 *
 * Something was looked at or taken out, which changes nothing and can therefore not be undone.
 */
typedef struct {
  char *at;
  char *who;
  const ZbKind *kind;
  gint64 record;
  char *name;
  char *what;
  char *format;
  guint n_rows;
  char *private_columns;
} ZbAccess;

void zb_access_free (ZbAccess *access);

/**
 * zb_access_log_list:
 * @limit: how many at most
 *
 * Private fields shown and files written, newest first. Cost: two reads along the primary keys.
 *
 * Returns: (transfer full) (element-type ZbAccess): %NULL with @error set
 */
GPtrArray *zb_access_log_list (ZbDb *db, guint limit, GError **error);

/** zb_access_log_reveal: logs that a private field of a record was shown in full. */
gboolean zb_access_log_reveal (ZbDb *db, const ZbKind *kind, gint64 record, const char *field, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZbAccess, zb_access_free)

G_END_DECLS
