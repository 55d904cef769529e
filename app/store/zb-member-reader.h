/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/zb-date.h"
#include "store/zb-db.h"

G_BEGIN_DECLS

/**
 * ZbMemberReader:
 *
 * Reads the same few stored fields of one member after another: one prepared statement, no records.
 * For lists that leave the registry; used on the thread of its connection and freed before it.
 */
typedef struct _ZbMemberReader ZbMemberReader;

/**
 * zb_member_reader_new:
 * @fields: (array length=n_fields): names of fields of the member kind; derived ones come back %NULL
 *
 * Returns: (transfer full)
 */
ZbMemberReader *zb_member_reader_new (ZbDb *db, const char *const *fields, guint n_fields, GError **error);
void zb_member_reader_free (ZbMemberReader *reader);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZbMemberReader, zb_member_reader_free)

/**
 * zb_member_reader_get:
 * @out_values: (out) (array): stored texts, one a field, %NULL for unknown; they may be written over,
 *   and are good until the next call
 * @error: NOT_FOUND, BUSY, CORRUPT …
 *
 * Cost: one primary-key read, about 3 µs with ten fields while held.
 */
gboolean zb_member_reader_get (ZbMemberReader *reader, gint64 id, char **out_values, GError **error);

/**
 * zb_member_reader_hold:
 *
 * Begins (or ends) a read transaction, so that a whole list shows one moment of the registry and
 * costs no lock a row. A transaction that is open anyway is left alone.
 */
gboolean zb_member_reader_hold (ZbMemberReader *reader, gboolean hold, GError **error);

/**
 * zb_members_posts:
 *
 * The posts that are held on a day, in words, highest first (书记、组织委员).
 *
 * Returns: (transfer full) (element-type gint64 utf8): by id of the member
 */
GHashTable *zb_members_posts (ZbDb *db, ZbDate as_of, GError **error);

G_END_DECLS
