/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What somebody edited since: whole records that the set entered, single fields of those that it changed. */
#include "config.h"

#include "store/zb-undo-plan.h"

#include <string.h>

#include "core/zb-error.h"
#include "store/zb-change-check.h"
#include "store/zb-change-log.h"
#include "store/zb-check.h"
#include "store/zb-records.h"

#define BETWEEN "、"

/* What the set as a whole did to one record, however often it wrote to it. */
typedef struct {
  ZbRecord *before;
  ZbRecord *after;
  gboolean *present; /* by field */
} Net;

static void
net_clear (Net *net)
{
  g_clear_pointer (&net->before, zb_record_free);
  g_clear_pointer (&net->after, zb_record_free);
  g_clear_pointer (&net->present, g_free);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Net, net_clear)

static gboolean
damaged (const ZbRecord *record, GError **error)
{
  g_set_error (error, ZB_STORE_ERROR, ZB_STORE_ERROR_CORRUPT, "the log of %s #%" G_GINT64_FORMAT " cannot be read", record->kind->name, record->id);
  return FALSE;
}

/* The first value before counts, and the last one after. */
static gboolean
add_change (Net *net, const char *before, const char *after, GError **error)
{
  g_autoptr(ZbRecord) old = zb_record_new (net->after->kind);
  g_autofree gboolean *present = g_new0 (gboolean, old->kind->n_fields);

  if (!zb_change_log_parse (before, old, NULL) || !zb_change_log_parse (after, net->after, present))
    return damaged (net->after, error);
  for (guint i = 0; i < old->kind->n_fields; i++)
    if (present[i] && !net->present[i])
      {
        net->present[i] = TRUE;
        net->before->values[i] = g_steal_pointer (&old->values[i]);
      }
  return TRUE;
}

static gboolean
read_net (ZbUndoPlan *plan, const ZbKind *kind, gint64 id, Net *net, GError **error)
{
  g_autoptr(ZbStmt) stmt = zb_db_borrow (plan->db,
    "SELECT before, after FROM change WHERE kind = ?1 AND record = ?2 AND set_id = ?3 ORDER BY seq", error);
  int row;

  net->before = zb_record_new (kind);
  net->after = zb_record_new (kind);
  net->after->id = id;
  net->present = g_new0 (gboolean, kind->n_fields);
  if (stmt == NULL)
    return FALSE;
  zb_stmt_bind_text (stmt, 1, kind->name);
  sqlite3_bind_int64 (stmt, 2, id);
  sqlite3_bind_int64 (stmt, 3, plan->set);
  while ((row = zb_db_step (plan->db, stmt, error)) == 1)
    if (!add_change (net, zb_stmt_text (stmt, 0), zb_stmt_text (stmt, 1), error))
      return FALSE;
  return row == 0;
}

/* New records */

/* What counts is what stands there: an edit that was taken back again leaves nothing to lose. */
static gboolean
weigh_new (ZbUndoPlan *plan, const ZbKind *kind, ZbUndoEntry *entry, GError **error)
{
  g_autoptr(ZbRecord) record = zb_records_get (plan->db, kind, entry->id, TRUE, error);
  g_auto(Net) net = { 0 };

  if (record == NULL || !read_net (plan, kind, entry->id, &net, error))
    return FALSE;
  for (guint i = 0; i < kind->n_fields; i++)
    if (zb_field_is_stored (&kind->fields[i]) && g_strcmp0 (record->values[i], net.after->values[i]) != 0)
      {
        zb_undo_plan_keep (plan, kind, entry, ZB_KEPT_EDITED, kind, entry->id);
        return TRUE;
      }
  return TRUE;
}

/* Records from before */

static gboolean
is_there (ZbUndoPlan *plan, const ZbField *link, const char *id, gboolean *out_is, GError **error)
{
  g_autoptr(GError) failure = NULL;
  g_autoptr(ZbRecord) record = zb_records_get (plan->db, zb_kind_get (link->link), g_ascii_strtoll (id, NULL, 10), FALSE, &failure);

  *out_is = record != NULL && !record->withdrawn;
  if (record != NULL || g_error_matches (failure, ZB_STORE_ERROR, ZB_STORE_ERROR_NOT_FOUND))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

static void
add_heading (GString *what, const ZbField *field)
{
  g_string_append_printf (what, "%s%s", what->len > 0 ? BETWEEN : "", field->heading);
}

/* Whether the findings about @mixed are all about @record as well. */
static gboolean
finds_nothing_new (ZbUndoPlan *plan, const ZbRecord *mixed, const ZbRecord *record, gboolean *out_nothing, GError **error)
{
  g_autoptr(GPtrArray) now = zb_check_member (plan->db, record, zb_db_today (plan->db), error);
  g_autoptr(GPtrArray) then = now != NULL ? zb_check_member (plan->db, mixed, zb_db_today (plan->db), error) : NULL;

  *out_nothing = TRUE;
  for (guint i = 0; then != NULL && i < then->len; i++)
    {
      gboolean known = FALSE;

      for (guint k = 0; k < now->len; k++)
        known = known || g_str_equal (((ZbFinding *) then->pdata[i])->rule, ((ZbFinding *) now->pdata[k])->rule);
      *out_nothing = *out_nothing && known;
    }
  return then != NULL;
}

/* Old fields beside newer ones must still make a record that could be entered. */
static gboolean
fits (ZbUndoPlan *plan, const ZbUndoEntry *entry, const ZbRecord *mixed, const ZbRecord *record, gboolean *out_fits, GError **error)
{
  g_autoptr(GError) failure = NULL;

  *out_fits = TRUE;
  if (!entry->is_edited && !entry->is_touched)
    return TRUE;
  if (!zb_change_check (plan->db, zb_kind_sql (plan->db, record->kind), mixed, record, zb_db_today (plan->db), &failure))
    {
      *out_fits = FALSE;
      if (failure->domain == ZB_DATA_ERROR || g_error_matches (failure, ZB_STORE_ERROR, ZB_STORE_ERROR_INVALID))
        return TRUE;
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  return !entry->is_edited || record->kind != &zb_kind_member || finds_nothing_new (plan, mixed, record, out_fits, error);
}

/* Puts a field back into @mixed, or says in @why that it stays. */
static gboolean
merge_field (ZbUndoPlan *plan, const ZbUndoEntry *entry, const Net *net, guint i, ZbRecord *mixed, GString *what, ZbUndoWhy *why,
             guint *n_back, GError **error)
{
  const ZbField *field = &mixed->kind->fields[i];
  gboolean goes = TRUE;

  if (g_strcmp0 (mixed->values[i], net->before->values[i]) == 0)
    return TRUE;
  if (field->flags & ZB_FIELD_BY_STEP)
    goes = !entry->steps_stay && g_strcmp0 (mixed->values[i], net->after->values[i]) == 0;
  else if (g_strcmp0 (mixed->values[i], net->after->values[i]) != 0)
    {
      goes = FALSE;
      *why = (ZbUndoWhy) { ZB_KEPT_EDITED, mixed->kind, mixed->id, NULL, field->name };
      add_heading (what, field);
    }
  else if (zb_undo_is_stored_link (field) && net->before->values[i] != NULL)
    {
      if (!is_there (plan, field, net->before->values[i], &goes, error))
        return FALSE;
      if (!goes)
        {
          *why = (ZbUndoWhy) { ZB_KEPT_RULE, mixed->kind, mixed->id, NULL, NULL };
          add_heading (what, field);
        }
    }
  if (!goes)
    return TRUE;
  g_free (mixed->values[i]);
  mixed->values[i] = g_strdup (net->before->values[i]);
  ++*n_back;
  return TRUE;
}

ZbRecord *
zb_undo_plan_merge (ZbUndoPlan *plan, const ZbKind *kind, const ZbUndoEntry *entry, ZbUndoWhy *out_why, guint *out_n_back, GError **error)
{
  g_autoptr(ZbRecord) record = zb_records_get (plan->db, kind, entry->id, TRUE, error);
  g_autoptr(ZbRecord) mixed = record != NULL ? zb_record_copy (record) : NULL;
  g_autoptr(GString) what = g_string_new (NULL);
  g_auto(Net) net = { 0 };
  gboolean good = TRUE;

  *out_why = (ZbUndoWhy) { 0 };
  *out_n_back = 0;
  if (record == NULL || !read_net (plan, kind, entry->id, &net, error))
    return NULL;
  for (guint i = 0; i < kind->n_fields; i++)
    if (net.present[i] && !merge_field (plan, entry, &net, i, mixed, what, out_why, out_n_back, error))
      return NULL;
  if (*out_n_back > 0 && !fits (plan, entry, mixed, record, &good, error))
    return NULL;
  if (!good)
    {
      *out_why = (ZbUndoWhy) { ZB_KEPT_RULE, kind, entry->id, NULL, NULL };
      *out_n_back = 0;
      g_string_truncate (what, 0);
      for (guint i = 0; i < kind->n_fields; i++)
        if (net.present[i])
          add_heading (what, &kind->fields[i]);
    }
  out_why->what = what->len > 0 ? g_strdup (what->str) : NULL;
  return good ? g_steal_pointer (&mixed) : g_steal_pointer (&record);
}

/* What a step made of the record since: then also what the set's steps made stays. */
static gboolean
weigh_steps (ZbUndoPlan *plan, const ZbRecord *mixed, ZbUndoEntry *entry, GError **error)
{
  g_auto(Net) net = { 0 };
  gboolean went_on = FALSE;

  if (!read_net (plan, mixed->kind, entry->id, &net, error))
    return FALSE;
  for (guint i = 0; i < mixed->kind->n_fields; i++)
    went_on = went_on || (net.present[i] && (mixed->kind->fields[i].flags & ZB_FIELD_BY_STEP)
                          && g_strcmp0 (mixed->values[i], net.before->values[i]) != 0);
  if (!went_on)
    return TRUE;
  entry->steps_stay = TRUE;
  for (guint k = 0; k < plan->n_kinds; k++)
    {
      const ZbField *link = zb_undo_owner (zb_kinds ()[k]);

      if (link != NULL && (zb_kinds ()[k]->keeps & ZB_KEEPS_RECORDS) && zb_kind_get (link->link) == mixed->kind
          && !zb_undo_plan_keep_owned (plan, zb_kinds ()[k], entry->id, ZB_KEPT_WENT_ON, mixed->kind, entry->id, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
weigh_old (ZbUndoPlan *plan, const ZbKind *kind, ZbUndoEntry *entry, GError **error)
{
  ZbUndoWhy why;
  guint n_back;
  g_autoptr(ZbRecord) mixed = zb_undo_plan_merge (plan, kind, entry, &why, &n_back, error);

  if (mixed == NULL)
    return FALSE;
  if (n_back == 0)
    entry->fate = ZB_UNDO_STAYS;
  zb_undo_plan_keep_links (plan, mixed, ZB_KEPT_REFERRED);
  if (why.what != NULL)
    zb_undo_plan_note (plan, kind, entry, why);
  return weigh_steps (plan, mixed, entry, error);
}

gboolean
zb_undo_plan_weigh (ZbUndoPlan *plan, gboolean new, GError **error)
{
  for (guint k = 0; k < plan->n_kinds; k++)
    {
      const ZbKind *kind = zb_kinds ()[k];

      for (guint i = 0; i < plan->entries[k]->len; i++)
        {
          ZbUndoEntry *entry = &g_array_index (plan->entries[k], ZbUndoEntry, i);

          if (entry->fate != ZB_UNDO_GOES || entry->is_new != new)
            continue;
          /* A person links to nobody: untouched, everything of him goes back. */
          if (!entry->is_edited && !entry->is_touched && (new || kind == &zb_kind_member))
            continue;
          if (!(new ? weigh_new : weigh_old) (plan, kind, entry, error))
            return FALSE;
        }
    }
  return TRUE;
}
