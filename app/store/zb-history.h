/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/zb-record.h"
#include "store/zb-db.h"

G_BEGIN_DECLS

/**
 * ZbHistorySet: one change set of the log.
 * @at: UTC, ISO 8601
 * @n_records: how many records it changed
 * @undoes: id of the set it takes back, 0
 * @undone_by: id of the set that took it back, 0
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

/** zb_history_redo: takes the last undo back. @error: NOTHING, CONFLICT */
gboolean zb_history_redo (ZbDb *db, gint64 *out_new, GError **error);

/** zb_history_restore_value: sets a field to what it was before (or after) an earlier change, as a new change set. */
gboolean zb_history_restore_value (ZbDb *db, const ZbKind *kind, gint64 id, const char *field, const char *value, GError **error);

G_END_DECLS
