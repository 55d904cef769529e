/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "store/zb-change-log.h"
#include "store/zb-change-set-private.h"
#include "store/zb-records.h"
#include "store/zb-steps-private.h"
#include "store/zb-undo-plan.h"
#include "store/zb-undo-private.h"

#define IMPORT "import."

void
zb_history_kept_free (ZbHistoryKept *kept)
{
  g_free (kept->title);
  g_free (kept->what);
  g_free (kept->by_title);
  g_free (kept->at);
  g_free (kept->who);
  g_free (kept);
}

void
zb_history_rest_free (ZbHistoryRest *rest)
{
  if (rest == NULL)
    return;
  g_ptr_array_unref (rest->kept);
  g_free (rest);
}

gboolean
zb_history_is_import (const ZbHistorySet *set)
{
  return set->undoes == 0 && g_str_has_prefix (set->action, IMPORT) && zb_kind_get (set->action + strlen (IMPORT)) != NULL;
}

/* An undo before may have left something alone: what stands of the set can be taken back still. */
static ZbHistorySet *
find_import (ZbDb *db, gint64 set_id, GError **error)
{
  g_autoptr(GPtrArray) found = zb_history_list (db, set_id + 1, 1, error);
  ZbHistorySet *set = found != NULL && found->len == 1 ? g_ptr_array_index (found, 0) : NULL;

  if (found == NULL)
    return NULL;
  if (set != NULL && set->id == set_id && zb_history_is_import (set))
    return g_ptr_array_steal_index (found, 0);
  g_set_error (error, ZB_STORE_ERROR, ZB_STORE_ERROR_NOTHING, "set %" G_GINT64_FORMAT " is no import", set_id);
  return NULL;
}

/* Telling what stays */

/* When and by whom the record was written to last; with a @field, that field. */
static gboolean
find_last (ZbUndoPlan *plan, const ZbUndoWhy *why, ZbHistoryKept *kept, GError **error)
{
  g_autoptr(ZbStmt) stmt = zb_db_borrow (plan->db,
    "SELECT s.at, s.who, l.after FROM change l JOIN change_set s ON s.id = l.set_id WHERE l.kind = ?1 AND l.record = ?2 AND l.set_id > ?3 "
    "AND " ZB_LATER_STANDS " ORDER BY l.set_id DESC, l.seq DESC", error);
  int row, field = why->field != NULL ? zb_kind_field_index (why->by_kind, why->field) : -1;

  if (stmt == NULL)
    return FALSE;
  zb_stmt_bind_text (stmt, 1, why->by_kind->name);
  sqlite3_bind_int64 (stmt, 2, why->by);
  sqlite3_bind_int64 (stmt, 3, plan->set);
  while ((row = zb_db_step (plan->db, stmt, error)) == 1)
    {
      g_autoptr(ZbRecord) after = zb_record_new (why->by_kind);
      g_autofree gboolean *present = g_new0 (gboolean, why->by_kind->n_fields);

      if (field >= 0 && (!zb_change_log_parse (zb_stmt_text (stmt, 2), after, present) || !present[field]))
        continue;
      kept->at = g_strdup (zb_stmt_text (stmt, 0));
      kept->who = g_strdup (zb_stmt_text (stmt, 1));
      return TRUE;
    }
  return row == 0;
}

static char *
title_of (ZbDb *db, const ZbKind *kind, gint64 id)
{
  g_autoptr(ZbRecord) record = kind == &zb_kind_claim || kind == &zb_kind_wish ? zb_records_get (db, kind, id, FALSE, NULL) : NULL;

  return record != NULL ? zb_records_subject (db, record) : zb_records_title (db, kind, id);
}

/* A place or a post of somebody who was there before is his; what else belongs to something is told by it. */
static gboolean
is_told (ZbUndoPlan *plan, const ZbUndoStay *stay, const ZbUndoEntry *entry)
{
  const ZbField *owner = zb_undo_owner (stay->kind);

  if (stay->why.reason == ZB_KEPT_ALONG)
    return FALSE;
  if (owner == NULL || stay->kind == plan->kind)
    return TRUE;
  return zb_kind_get (owner->link) == plan->kind && zb_undo_plan_find (plan, plan->kind, entry->owner) == NULL;
}

/* Of what the set itself gave somebody, a place or a post, he is what people know. */
static void
tell_by (ZbUndoPlan *plan, const ZbUndoWhy *why, ZbHistoryKept *kept)
{
  const ZbField *owner = zb_undo_owner (why->by_kind);
  const ZbUndoEntry *entry = why->reason == ZB_KEPT_REFERRED && owner != NULL ? zb_undo_plan_find (plan, why->by_kind, why->by) : NULL;

  kept->by_kind = entry != NULL ? zb_kind_get (owner->link) : why->by_kind;
  kept->by = entry != NULL ? entry->owner : why->by;
  kept->by_title = title_of (plan->db, kept->by_kind, kept->by);
}

static gboolean
tell (ZbUndoPlan *plan, const ZbUndoStay *stay, GPtrArray *out, GError **error)
{
  const ZbUndoEntry *entry = zb_undo_plan_find (plan, stay->kind, stay->id);
  gboolean is_owned = stay->kind != plan->kind && zb_undo_owner (stay->kind) != NULL;
  ZbHistoryKept *kept;

  if (!is_told (plan, stay, entry))
    return TRUE;
  kept = g_new0 (ZbHistoryKept, 1);
  g_ptr_array_add (out, kept);
  kept->kind = is_owned ? plan->kind : stay->kind;
  kept->record = is_owned ? entry->owner : stay->id;
  kept->what = stay->why.what != NULL ? g_strdup (stay->why.what) : is_owned ? g_strdup (stay->kind->heading) : NULL;
  kept->reason = stay->why.reason;
  kept->title = title_of (plan->db, kept->kind, kept->record);
  tell_by (plan, &stay->why, kept);
  return kept->reason == ZB_KEPT_RULE || find_last (plan, &stay->why, kept, error);
}

/* Counting what goes */

static int
compare_numbers (gconstpointer a, gconstpointer b)
{
  const gint64 left = *(const gint64 *) a, right = *(const gint64 *) b;

  return left < right ? -1 : left > right;
}

static void
count_kind (ZbUndoPlan *plan, const ZbKind *kind, ZbHistoryRest *rest, GArray *changed)
{
  const GArray *entries = zb_undo_plan_entries (plan, kind);
  const ZbField *owner = zb_undo_owner (kind);

  for (guint i = 0; i < entries->len; i++)
    {
      const ZbUndoEntry *entry = &g_array_index (entries, ZbUndoEntry, i);
      const ZbUndoEntry *whole = owner != NULL && zb_kind_get (owner->link) == plan->kind ? zb_undo_plan_find (plan, plan->kind, entry->owner) : NULL;

      if (entry->fate != ZB_UNDO_GOES)
        continue;
      if (kind == plan->kind && entry->is_new)
        rest->n_new++;
      else if (kind == plan->kind)
        g_array_append_val (changed, entry->id);
      else if (owner == NULL)
        rest->n_along += entry->is_new;
      else if (zb_kind_get (owner->link) == plan->kind && (whole == NULL || !whole->is_new))
        g_array_append_val (changed, entry->owner);
    }
}

static void
count (ZbUndoPlan *plan, ZbHistoryRest *rest)
{
  g_autoptr(GArray) changed = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint k = 0; k < plan->n_kinds; k++)
    count_kind (plan, zb_kinds ()[k], rest, changed);
  g_array_sort (changed, compare_numbers);
  for (guint i = 0; i < changed->len; i++)
    rest->n_changed += i == 0 || g_array_index (changed, gint64, i) != g_array_index (changed, gint64, i - 1);
}

static ZbHistoryRest *
tell_all (ZbUndoPlan *plan, GError **error)
{
  g_autoptr(ZbHistoryRest) rest = g_new0 (ZbHistoryRest, 1);

  rest->kind = plan->kind;
  rest->kept = g_ptr_array_new_with_free_func ((GDestroyNotify) zb_history_kept_free);
  for (guint i = 0; i < plan->stays->len; i++)
    if (!tell (plan, &g_array_index (plan->stays, ZbUndoStay, i), rest->kept, error))
      return NULL;
  count (plan, rest);
  return g_steal_pointer (&rest);
}

static ZbUndoPlan *
make_plan (ZbDb *db, const ZbHistorySet *target, ZbProgressFunc progress, gpointer user_data, GError **error)
{
  /* Reading the set, looking at its records, and writing. */
  return zb_undo_plan_new (db, target->id, zb_kind_get (target->action + strlen (IMPORT)), 3 * (guint64) target->n_records, progress, user_data, error);
}

/* Writing */

static gboolean
put_back (ZbUndoPlan *plan, ZbChangeSet *set, const ZbKind *kind, const ZbUndoEntry *entry, GError **error)
{
  ZbUndoWhy why;
  guint n_back;
  g_autoptr(ZbRecord) mixed = zb_undo_plan_merge (plan, kind, entry, &why, &n_back, error);
  g_autofree char *what = mixed != NULL ? why.what : NULL;

  return mixed != NULL && zb_change_set_update (set, mixed, error);
}

static gboolean
take_back (ZbUndoPlan *plan, ZbChangeSet *set, gboolean is_new, GCancellable *cancellable, GError **error)
{
  for (guint k = plan->n_kinds; k-- > 0;)
    for (guint i = plan->entries[k]->len; i-- > 0;)
      {
        const ZbUndoEntry *entry = &g_array_index (plan->entries[k], ZbUndoEntry, i);

        if (entry->is_new != is_new)
          continue;
        if (plan->done % 256 == 0 && g_cancellable_set_error_if_cancelled (cancellable, error))
          return FALSE;
        zb_undo_plan_advance (plan);
        if (entry->fate == ZB_UNDO_GOES
            && !(is_new ? zb_change_set_withdraw (set, zb_kinds ()[k], entry->id, error) : put_back (plan, set, zb_kinds ()[k], entry, error)))
          return FALSE;
      }
  return TRUE;
}

/* What was there before lets go of what is new, then that goes, the parts before what they belong to. */
static gboolean
take_all_back (ZbUndoPlan *plan, ZbChangeSet *set, GCancellable *cancellable, GError **error)
{
  return take_back (plan, set, FALSE, cancellable, error) && take_back (plan, set, TRUE, cancellable, error)
         && (zb_undo_plan_entries (plan, &zb_kind_organization)->len == 0 || zb_organizations_rebuild_paths (plan->db, error));
}

static ZbHistoryRest *
undo_rest (ZbDb *db, const ZbHistorySet *target, gint64 *out_new, ZbProgressFunc progress, gpointer user_data, GCancellable *cancellable,
           GError **error)
{
  g_autofree char *action = g_strconcat (ZB_UNDO_REST, target->action, NULL);
  g_autoptr(ZbChangeSet) set = zb_change_set_begin_undo (db, action, target->subject, target->id, error);
  g_autoptr(ZbUndoPlan) plan = set != NULL ? make_plan (db, target, progress, user_data, error) : NULL;
  g_autoptr(ZbHistoryRest) rest = plan != NULL ? tell_all (plan, error) : NULL;

  if (rest == NULL || !take_all_back (plan, set, cancellable, error))
    return NULL;
  if (zb_change_set_size (set) > 0 && !zb_undo_mark (db, target->id, zb_change_set_id (set), error))
    return NULL;
  return zb_change_set_commit (set, out_new, error) ? g_steal_pointer (&rest) : NULL;
}

ZbHistoryRest *
zb_history_undo_rest (ZbDb *db, gint64 set_id, gint64 *out_new, ZbProgressFunc progress, gpointer user_data, GCancellable *cancellable,
                      GError **error)
{
  ZbHistorySet *target = find_import (db, set_id, error);
  ZbHistoryRest *rest;

  if (target == NULL)
    return NULL;
  zb_db_set_cancellable (db, cancellable);
  rest = undo_rest (db, target, out_new, progress, user_data, cancellable, error);
  zb_db_set_cancellable (db, NULL);
  zb_history_set_free (target);
  return rest;
}

ZbHistoryRest *
zb_history_plan_rest (ZbDb *db, gint64 set_id, ZbProgressFunc progress, gpointer user_data, GCancellable *cancellable, GError **error)
{
  ZbHistorySet *target = find_import (db, set_id, error);
  ZbHistoryRest *rest = NULL;

  if (target == NULL)
    return NULL;
  zb_db_set_cancellable (db, cancellable);
  /* One moment for all of it, whoever writes meanwhile. */
  if (zb_db_run (db, "BEGIN", error))
    {
      g_autoptr(ZbUndoPlan) plan = make_plan (db, target, progress, user_data, error);

      rest = plan != NULL ? tell_all (plan, error) : NULL;
      zb_db_set_cancellable (db, NULL);
      zb_db_run (db, "ROLLBACK", NULL);
    }
  zb_db_set_cancellable (db, NULL);
  zb_history_set_free (target);
  return rest;
}
