/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/zb-db-private.h"

G_BEGIN_DECLS

/**
 * ZbChangeRows:
 *
 * The rows of a set on their way into the log: written a few at a time, because a statement for each costs as
 * much as the record itself.
 */
typedef struct _ZbChangeRows ZbChangeRows;

ZbChangeRows *zb_change_rows_new (ZbDb *db, gint64 set_id);
void zb_change_rows_free (ZbChangeRows *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZbChangeRows, zb_change_rows_free)

/**
 * zb_change_rows_add:
 * @kind, @op: texts that stay
 * @before, @after: (transfer full) (nullable)
 *
 * Takes a row; writes those that wait when there are enough of them.
 */
gboolean zb_change_rows_add (ZbChangeRows *self, gint64 seq, const char *kind, gint64 record, const char *op, char *before, char *after,
                             GError **error);

/** zb_change_rows_flush: writes what waits: before the set is read, and at its end. */
gboolean zb_change_rows_flush (ZbChangeRows *self, GError **error);

G_END_DECLS
