/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/zb-db-private.h"
#include "store/zb-history.h"
#include "store/zb-members.h"

G_BEGIN_DECLS

/* What of a set goes back and what stays, worked out before anything is written. Reads only. */

/** ZB_LATER_STANDS: of a change `l` in a set `s`: it was done, not undone, and holds to this day; an undo that left some of
 * its set's records alone took back those that it has itself. */
#define ZB_LATER_STANDS \
  "s.undoes IS NULL AND (s.undone_by IS NULL OR NOT EXISTS (SELECT 1 FROM change u JOIN change_set us ON us.id = u.set_id " \
  "WHERE us.undoes = s.id AND us.undone_by IS NULL AND u.kind = l.kind AND u.record = l.record))"

/**
 * ZbUndoFate:
 * @ZB_UNDO_GOES: a new record is taken back; of one that was there before at least one field goes back
 * @ZB_UNDO_STAYS: nothing of it goes back
 * @ZB_UNDO_GONE: somebody took it back already
 */
typedef enum {
  ZB_UNDO_GOES,
  ZB_UNDO_STAYS,
  ZB_UNDO_GONE
} ZbUndoFate;

/**
 * ZbUndoEntry: one record of the set.
 * @owner: id of the record that it belongs to, 0: none; see zb_undo_owner()
 * @is_new: the set entered it; else the set changed it
 * @is_edited: somebody wrote to it since
 * @is_touched: somebody wrote to something that refers to it since
 * @steps_stay: what steps made of it stays with the parts that they made
 */
typedef struct {
  gint64 id;
  gint64 owner;
  guint8 fate;
  guint8 is_new;
  guint8 is_edited;
  guint8 is_touched;
  guint8 steps_stay;
} ZbUndoEntry;

/**
 * ZbUndoWhy: why something stays.
 * @by_kind, @by: the record that was edited or that refers to it; of %ZB_KEPT_ALONG none
 * @what: (owned) (nullable): headings of the fields that stay; %NULL: the record as a whole
 * @field: (nullable): name of a field that was edited
 */
typedef struct {
  ZbKeptReason reason;
  const ZbKind *by_kind;
  gint64 by;
  char *what;
  const char *field;
} ZbUndoWhy;

/** ZbUndoStay: a record that stays, or of which something stays. */
typedef struct {
  const ZbKind *kind;
  gint64 id;
  ZbUndoWhy why;
} ZbUndoStay;

typedef struct {
  ZbDb *db;               /* (unowned) */
  gint64 set;
  const ZbKind *kind;     /* of which the set is a list */
  guint n_kinds;
  GArray **entries;       /* (owned): ZbUndoEntry by kind, each sorted by id */
  GArray *stays;          /* (owned): ZbUndoStay, in the order in which they were found */
  guint n_followed;       /* of them, whose neighbours have been looked at */
  guint64 done;           /* of @total, for the progress */
  guint64 total;
  ZbProgressFunc progress;
  gpointer user_data;
} ZbUndoPlan;

/**
 * zb_undo_plan_new:
 * @set: an import: a set that enters and updates records, and nothing else
 * @total: of the progress, of which the plan takes two steps a change of the set
 *
 * Cost: for each record of the set some reads by its key, and one for each record that was changed since.
 */
ZbUndoPlan *zb_undo_plan_new (ZbDb *db, gint64 set, const ZbKind *kind, guint64 total, ZbProgressFunc progress, gpointer user_data, GError **error);
void zb_undo_plan_free (ZbUndoPlan *plan);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZbUndoPlan, zb_undo_plan_free)

/** zb_undo_plan_entries: Returns: (transfer none) (element-type ZbUndoEntry) */
GArray *zb_undo_plan_entries (ZbUndoPlan *plan, const ZbKind *kind);

/** zb_undo_plan_find: Returns: (nullable) (transfer none) */
ZbUndoEntry *zb_undo_plan_find (ZbUndoPlan *plan, const ZbKind *kind, gint64 id);

/** zb_undo_plan_keep: makes a new record stay that has not gone or stayed already; what it needs follows by itself. */
void zb_undo_plan_keep (ZbUndoPlan *plan, const ZbKind *kind, ZbUndoEntry *entry, ZbKeptReason reason, const ZbKind *by_kind, gint64 by);

/** zb_undo_plan_note: that of a record from before the set something stays. @why: (transfer full) */
void zb_undo_plan_note (ZbUndoPlan *plan, const ZbKind *kind, ZbUndoEntry *entry, ZbUndoWhy why);

/** zb_undo_plan_keep_owned: makes the new records of @part stay that belong to @owner. */
gboolean zb_undo_plan_keep_owned (ZbUndoPlan *plan, const ZbKind *part, gint64 owner, ZbKeptReason reason, const ZbKind *by_kind,
                                  gint64 by, GError **error);

/** zb_undo_plan_keep_links: makes the new records stay that a staying record links to. */
void zb_undo_plan_keep_links (ZbUndoPlan *plan, const ZbRecord *record, ZbKeptReason reason);

void zb_undo_plan_advance (ZbUndoPlan *plan);

/** zb_undo_owner: the link of a record to what it belongs to: without that it means nothing. Returns: (nullable) */
const ZbField *zb_undo_owner (const ZbKind *kind);

/** zb_undo_is_stored_link: whether the field is a column that holds the id of another record. */
gboolean zb_undo_is_stored_link (const ZbField *field);

/** zb_undo_plan_refer: finds what came to refer to records of the set since. */
gboolean zb_undo_plan_refer (ZbUndoPlan *plan, GError **error);

/** zb_undo_plan_weigh: finds the new records that somebody edited, or the fields of the others that stay. */
gboolean zb_undo_plan_weigh (ZbUndoPlan *plan, gboolean new, GError **error);

/**
 * zb_undo_plan_merge:
 * @out_why: (out): what stays and why; clear `what`
 * @out_n_back: (out): how many fields go back
 *
 * A record from before the set as it is to be: fields that nobody changed since as they were before the set.
 *
 * Returns: (transfer full)
 */
ZbRecord *zb_undo_plan_merge (ZbUndoPlan *plan, const ZbKind *kind, const ZbUndoEntry *entry, ZbUndoWhy *out_why, guint *out_n_back,
                              GError **error);

G_END_DECLS
