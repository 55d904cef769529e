/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/zb-db.h"

G_BEGIN_DECLS

/**
 * ZbMigration:
 * @sql: statements that bring a file from version i to i + 1, i its place in the list
 * @rebuilds: it makes tables anew, so foreign keys rest until it is through
 */
typedef struct {
  const char *name;
  const char *sql;
  gboolean rebuilds;
} ZbMigration;

/** zb_migrations: all migrations, in order: their number is the version of a file of today. */
const ZbMigration *zb_migrations (guint *out_n);

/**
 * zb_migrate_create:
 *
 * Makes the tables in an empty file and gives it its mark, in one transaction.
 */
gboolean zb_migrate_create (ZbDb *db, const ZbMigration *list, guint n, GError **error);

/**
 * zb_migrate_run:
 * @version: of the file
 * @out_copy: (out) (transfer full) (nullable): where the copy of the older file is
 *
 * Copies an older file beside itself, then brings it up, one transaction a migration. Nothing to do when the
 * file is of today.
 */
gboolean zb_migrate_run (ZbDb *db, int version, const ZbMigration *list, guint n, char **out_copy, GError **error);

/** zb_migrate_free_name: `<path>.<mark>`, or with a number behind it when there is such a file. Returns: (transfer full) */
char *zb_migrate_free_name (const char *path, const char *mark);

G_END_DECLS
