/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/zb-record.h"
#include "store/zb-db.h"
#include "store/zb-members.h"

G_BEGIN_DECLS

/**
 * ZbHistorySet: one change set of the log.
 * @at: UTC, ISO 8601
 * @n_records: how many records it changed
 * @undoes: id of the set it takes back, 0
 * @undone_by: id of the set that took it back, 0
 * @may_stand: whether something of it may hold: it was not taken back, or by zb_history_undo_rest()
 */
typedef struct {
  gint64 id;
  char *at;
  char *who;
  char *action;
  char *subject;
  guint n_records;
  gint64 undoes;
  gint64 undone_by;
  gboolean may_stand;
} ZbHistorySet;

/**
 * ZbHistoryChange: one field of one record in a set; @before and @after are stored texts.
 * @field: %NULL when the whole record was entered, taken back or put back
 * @title: what record that is, as people name it (whose, what, where, when, document); %NULL for a field
 */
typedef struct {
  gint64 set_id;
  char *at;
  char *who;
  char *action;
  char *kind;
  gint64 record;
  char *op;
  char *field;
  char *title;
  char *before;
  char *after;
} ZbHistoryChange;

void zb_history_set_free (ZbHistorySet *set);
void zb_history_change_free (ZbHistoryChange *change);

/** zb_history_list: newest first. Returns: (transfer full) (element-type ZbHistorySet) */
GPtrArray *zb_history_list (ZbDb *db, gint64 before_id, guint limit, GError **error);

/** zb_history_of_record: newest first; for a member also memberships, events and posts of that person, for an organisation its events, terms and posts, for others their parts. Returns: (transfer full) (element-type ZbHistoryChange) */
GPtrArray *zb_history_of_record (ZbDb *db, const ZbKind *kind, gint64 id, GError **error);

/** zb_history_changes: what a set changed, for the log's detail. Returns: (transfer full) (element-type ZbHistoryChange) */
GPtrArray *zb_history_changes (ZbDb *db, gint64 set_id, guint limit, GError **error);

/** zb_history_kinds: the kinds of records that a set changed. Returns: (transfer container) (element-type ZbKind) */
GPtrArray *zb_history_kinds (ZbDb *db, gint64 set_id, GError **error);

/** zb_history_next_undo, zb_history_next_redo: (nullable): the set that undo or redo would take back now. Returns: (transfer full) (nullable) */
ZbHistorySet *zb_history_next_undo (ZbDb *db, GError **error);
ZbHistorySet *zb_history_next_redo (ZbDb *db, GError **error);

/**
 * zb_history_undo:
 * @set_id: a set, or 0 for the last one that can be undone
 * @out_new: (out) (optional): id of the set that undid it
 * @error: NOTHING; CONFLICT when records of the set were changed later (the message names one)
 *
 * Takes a whole change set back, as a change set of its own. Works after a restart and for imports
 * of any size, in one transaction.
 */
gboolean zb_history_undo (ZbDb *db, gint64 set_id, gint64 *out_new, GError **error);

/**
 * ZbKeptReason: why something of an import stays though the import is taken back.
 * @ZB_KEPT_EDITED: it, or something of it, was edited since
 * @ZB_KEPT_REFERRED: something that stays refers to it
 * @ZB_KEPT_WENT_ON: what it belongs to had further steps since, which build on it
 * @ZB_KEPT_RULE: beside what was edited since, the old values would not be allowed, or what they point to is gone
 * @ZB_KEPT_ALONG: it belongs to something that stays; such records are not listed
 */
typedef enum {
  ZB_KEPT_EDITED,
  ZB_KEPT_REFERRED,
  ZB_KEPT_WENT_ON,
  ZB_KEPT_RULE,
  ZB_KEPT_ALONG
} ZbKeptReason;

/**
 * ZbHistoryKept: one record of an import that stays, as people know it: a person with all that is his.
 * @title: its name
 * @what: (nullable): headings of the fields or parts that stay, 、 between: the rest of it goes back; %NULL: it stays as a whole
 * @by_kind, @by, @by_title: the record that was edited, that refers to it, or that went on; often the record itself
 * @at, @who: (nullable): when and by whom that was written since; %NULL when the import itself entered it
 */
typedef struct {
  const ZbKind *kind;
  gint64 record;
  char *title;
  char *what;
  ZbKeptReason reason;
  const ZbKind *by_kind;
  gint64 by;
  char *by_title;
  char *at;
  char *who;
} ZbHistoryKept;

/**
 * ZbHistoryRest: what an import has left to take back.
 * @kind: what it is a list of; the first two count records of this kind
 * @n_new: how many that it entered go
 * @n_changed: how many that were there before get back what they were, or lose what it gave them
 * @n_along: how many organisations and households that it made go with them
 * @kept: (element-type ZbHistoryKept): what stays
 */
typedef struct {
  const ZbKind *kind;
  guint n_new;
  guint n_changed;
  guint n_along;
  GPtrArray *kept;
} ZbHistoryRest;

void zb_history_kept_free (ZbHistoryKept *kept);
void zb_history_rest_free (ZbHistoryRest *rest);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZbHistoryRest, zb_history_rest_free)

/** zb_history_is_import: whether a set is an import, which zb_history_undo_rest() can take back. */
gboolean zb_history_is_import (const ZbHistorySet *set);

/**
 * zb_history_undo_rest:
 * @set_id: an import; also one of which something was taken back already
 * @out_new: (out) (optional): id of the set that undid it, 0 when nothing was left to take back
 * @progress: (nullable): in changes, of about three times those of the set
 * @error: NOTHING when the set is no import; %G_IO_ERROR_CANCELLED
 *
 * Takes an import back however long ago it was, in one change set and one transaction, which zb_history_redo() takes
 * back in turn. Unlike zb_history_undo() it leaves alone what came to be used since:
 *  - A record that the import entered goes if it is as the import left it and nothing that stays refers to it. One that
 *    stays keeps what belongs to it (a person his branch and posts) and what it links to (the branch itself).
 *  - Of a record that was there before each field goes back by itself, if it still has the import's value. Where old
 *    values beside newer ones would be refused, or would contradict them, all of its fields stay.
 *  - What a step did (a claim, and the wish's state with it) goes or stays together: it stays once another step followed.
 *  - Hours that a certificate counts which was issued since stay.
 *  - The place in a branch that it gave to somebody who was in none stays once that person was used.
 *
 * Cost: a few reads for each record of the set and for each that was changed since; 24 bytes of memory a record besides
 * what is kept.
 *
 * Returns: (transfer full): what went and what stayed
 */
ZbHistoryRest *zb_history_undo_rest (ZbDb *db, gint64 set_id, gint64 *out_new, ZbProgressFunc progress, gpointer user_data, GCancellable *cancellable, GError **error);

/** zb_history_plan_rest: what zb_history_undo_rest() would do now; only reads. Returns: (transfer full) */
ZbHistoryRest *zb_history_plan_rest (ZbDb *db, gint64 set_id, ZbProgressFunc progress, gpointer user_data, GCancellable *cancellable, GError **error);

/** zb_history_redo: takes the last undo back. @error: NOTHING, CONFLICT */
gboolean zb_history_redo (ZbDb *db, gint64 *out_new, GError **error);

/** zb_history_restore_value: sets a field to what it was before (or after) an earlier change, as a new change set. */
gboolean zb_history_restore_value (ZbDb *db, const ZbKind *kind, gint64 id, const char *field, const char *value, GError **error);

G_END_DECLS
