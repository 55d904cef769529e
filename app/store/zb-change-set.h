/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/zb-record.h"
#include "store/zb-db.h"

G_BEGIN_DECLS

/**
 * ZbChangeSet:
 *
 * The one way to write: what a person did, as an open transaction of record changes. Rows, sort
 * keys and the change log are written together; freeing a set that was not committed rolls back.
 */
typedef struct _ZbChangeSet ZbChangeSet;

/**
 * zb_change_set_begin:
 * @action: key of what was done: `member.add`, `member.confirm`, `import.member`, `organization.rename` …;
 *   the words for it are made in the service
 * @subject: (nullable): whom or what it is about, as a person would name it
 *
 * Begins a change set (BEGIN IMMEDIATE). @error: BUSY, READ_ONLY, NO_SPACE.
 */
ZbChangeSet *zb_change_set_begin (ZbDb *db, const char *action, const char *subject, GError **error);

/**
 * zb_change_set_expect:
 * @people: how many new people are about to come
 * @only_new: nobody who is there already is changed in this set
 *
 * For a roster of many thousands: some of the work is done once at the end instead of at each of them. Call it
 * before the first; looking somebody up by name or number in this set is slow from then on, and with @only_new
 * where somebody belongs.
 */
gboolean zb_change_set_expect (ZbChangeSet *self, guint people, gboolean only_new, GError **error);

/** zb_change_set_insert: stores a new record, giving it id and uid. @error: MISSING fields, DUPLICATE, INVALID … */
gboolean zb_change_set_insert (ZbChangeSet *self, ZbRecord *record, GError **error);

/**
 * zb_change_set_update:
 *
 * Writes the fields of @record that differ from the stored row; private fields only when
 * `record->has_private`. Nothing is written when nothing differs. @error: CONFLICT when
 * `record->version` is not 0 and not the stored one; NOT_FOUND.
 */
gboolean zb_change_set_update (ZbChangeSet *self, ZbRecord *record, GError **error);

/** zb_change_set_set: one field of one record. @value: stored text or %NULL. */
gboolean zb_change_set_set (ZbChangeSet *self, const ZbKind *kind, gint64 id, const char *field, const char *value, GError **error);

/** zb_change_set_withdraw: turns the record into a tombstone; only for things entered by mistake, never for people who leave. */
gboolean zb_change_set_withdraw (ZbChangeSet *self, const ZbKind *kind, gint64 id, GError **error);

/** zb_change_set_withdraw_whole: the same with everything that is a part of the record (%ZB_FIELD_PART_OF), the parts first. @error: REFUSED (`keeps-records`) for what is not taken back by itself, see #ZbKeeps */
gboolean zb_change_set_withdraw_whole (ZbChangeSet *self, const ZbKind *kind, gint64 id, GError **error);

/**
 * zb_change_set_mark:
 *
 * Remembers where the set stands, so that what is written from here on can be taken back by itself. A set has one mark at a
 * time; not together with zb_change_set_expect().
 */
gboolean zb_change_set_mark (ZbChangeSet *self, GError **error);

/**
 * zb_change_set_unmark:
 * @keep: %FALSE takes back what was written since the mark, also when that failed half-way
 *
 * Gives up the mark. @error: when the whole set is lost, as after a full disk
 */
gboolean zb_change_set_unmark (ZbChangeSet *self, gboolean keep, GError **error);

/** zb_change_set_subject: replaces the subject, e.g. when the count is known at the end. */
void zb_change_set_subject (ZbChangeSet *self, const char *subject);

/** zb_change_set_size: how many records were changed so far. */
guint zb_change_set_size (ZbChangeSet *self);

/**
 * zb_change_set_commit:
 * @out_id: (out) (optional): id of the set in the log, 0 when nothing was changed (nothing is logged then)
 *
 * Commits and logs. The set is finished whatever the outcome; free it.
 */
gboolean zb_change_set_commit (ZbChangeSet *self, gint64 *out_id, GError **error);

void zb_change_set_free (ZbChangeSet *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZbChangeSet, zb_change_set_free)

/** zb_change_set_db: the connection, for reads inside the transaction. */
ZbDb *zb_change_set_db (ZbChangeSet *self);

G_END_DECLS
