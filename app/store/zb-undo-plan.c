/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/zb-undo-plan.h"

#include <string.h>

#include "store/zb-records.h"

#define TELL_EVERY 256

static guint
index_of (const ZbKind *kind)
{
  guint i = 0;

  while (zb_kinds ()[i] != kind)
    i++;
  return i;
}

gboolean
zb_undo_is_stored_link (const ZbField *field)
{
  return field->type == ZB_FIELD_LINK && zb_field_is_stored (field);
}

/* Whose a record is, where it is no declared part of anything. */
static const struct { const ZbKind *kind; const char *field; } owned[] = {
  { &zb_kind_membership, "person" }, { &zb_kind_membership_event, "person" }, { &zb_kind_post, "person" },
  { &zb_kind_organization_event, "org" }, { &zb_kind_term, "org" },
};

const ZbField *
zb_undo_owner (const ZbKind *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (owned); i++)
    if (owned[i].kind == kind)
      return zb_kind_field (kind, owned[i].field);
  for (guint i = 0; i < kind->n_fields; i++)
    if (kind->fields[i].flags & ZB_FIELD_PART_OF)
      return &kind->fields[i];
  return NULL;
}

GArray *
zb_undo_plan_entries (ZbUndoPlan *plan, const ZbKind *kind)
{
  return plan->entries[index_of (kind)];
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  const ZbUndoEntry *left = a, *right = b;

  return left->id < right->id ? -1 : left->id > right->id;
}

ZbUndoEntry *
zb_undo_plan_find (ZbUndoPlan *plan, const ZbKind *kind, gint64 id)
{
  GArray *entries = zb_undo_plan_entries (plan, kind);
  const ZbUndoEntry wanted = { .id = id };

  return entries->len > 0 ? bsearch (&wanted, entries->data, entries->len, sizeof wanted, compare_ids) : NULL;
}

void
zb_undo_plan_advance (ZbUndoPlan *plan)
{
  if (plan->progress != NULL && plan->done % TELL_EVERY == 0)
    plan->progress (plan->done, plan->total, plan->user_data);
  plan->done++;
}

/* Reading the set */

/* Of a record that was entered and then changed in the set its entering counts. */
static int
compare_entries (gconstpointer a, gconstpointer b)
{
  const ZbUndoEntry *left = a, *right = b;
  int order = compare_ids (a, b);

  return order != 0 ? order : right->is_new - left->is_new;
}

static void
sort_entries (GArray *entries)
{
  guint n = 0;

  g_array_sort (entries, compare_entries);
  for (guint i = 0; i < entries->len; i++)
    {
      const ZbUndoEntry *entry = &g_array_index (entries, ZbUndoEntry, i);

      if (n == 0 || g_array_index (entries, ZbUndoEntry, n - 1).id != entry->id)
        g_array_index (entries, ZbUndoEntry, n++) = *entry;
    }
  g_array_set_size (entries, n);
}

static gboolean
read_set (ZbUndoPlan *plan, GError **error)
{
  g_autoptr(ZbStmt) stmt = zb_db_borrow (plan->db,
    "SELECT c.kind, c.record, c.op, EXISTS (SELECT 1 FROM change l WHERE l.kind = c.kind AND l.record = c.record AND l.set_id > ?1) "
    "FROM change c WHERE c.set_id = ?1 ORDER BY c.seq", error);
  int row;

  if (stmt == NULL)
    return FALSE;
  sqlite3_bind_int64 (stmt, 1, plan->set);
  while ((row = zb_db_step (plan->db, stmt, error)) == 1)
    {
      const ZbKind *kind = zb_kind_get (zb_stmt_text (stmt, 0));
      const char *op = zb_stmt_text (stmt, 2);
      ZbUndoEntry entry = { .id = sqlite3_column_int64 (stmt, 1), .is_new = strcmp (op, "insert") == 0, .is_edited = sqlite3_column_int (stmt, 3) };

      zb_undo_plan_advance (plan);
      /* A kind of a later version is nothing that this one could put back. */
      if (kind != NULL && (entry.is_new || strcmp (op, "update") == 0))
        g_array_append_val (zb_undo_plan_entries (plan, kind), entry);
    }
  return row == 0;
}

/* Whose each is, and what has gone already. */
static gboolean
read_rows (ZbUndoPlan *plan, const ZbKind *kind, GError **error)
{
  GArray *entries = zb_undo_plan_entries (plan, kind);
  const ZbField *owner = zb_undo_owner (kind);
  g_autofree char *sql = g_strdup_printf ("SELECT withdrawn%s%s%s FROM %s WHERE id = ?1", owner != NULL ? ", \"" : "",
                                          owner != NULL ? owner->name : "", owner != NULL ? "\"" : "", kind->table);
  g_autoptr(ZbStmt) stmt = entries->len > 0 ? zb_db_borrow (plan->db, sql, error) : NULL;

  if (entries->len == 0)
    return TRUE;
  for (guint i = 0; stmt != NULL && i < entries->len; i++)
    {
      ZbUndoEntry *entry = &g_array_index (entries, ZbUndoEntry, i);
      int row;

      zb_undo_plan_advance (plan);
      sqlite3_bind_int64 (stmt, 1, entry->id);
      if ((row = zb_db_step (plan->db, stmt, error)) < 0)
        return FALSE;
      entry->fate = row == 0 || sqlite3_column_int (stmt, 0) ? ZB_UNDO_GONE : ZB_UNDO_GOES;
      entry->owner = row == 1 && owner != NULL ? sqlite3_column_int64 (stmt, 1) : 0;
      sqlite3_reset (stmt);
    }
  return stmt != NULL;
}

/* What stays */

static void
stay_clear (gpointer stay)
{
  g_free (((ZbUndoStay *) stay)->why.what);
}

void
zb_undo_plan_keep (ZbUndoPlan *plan, const ZbKind *kind, ZbUndoEntry *entry, ZbKeptReason reason, const ZbKind *by_kind, gint64 by)
{
  ZbUndoStay stay = { kind, entry->id, { .reason = reason, .by_kind = by_kind, .by = by } };

  if (!entry->is_new || entry->fate != ZB_UNDO_GOES)
    return;
  entry->fate = ZB_UNDO_STAYS;
  g_array_append_val (plan->stays, stay);
}

void
zb_undo_plan_note (ZbUndoPlan *plan, const ZbKind *kind, ZbUndoEntry *entry, ZbUndoWhy why)
{
  ZbUndoStay stay = { kind, entry->id, why };

  g_array_append_val (plan->stays, stay);
}

gboolean
zb_undo_plan_keep_owned (ZbUndoPlan *plan, const ZbKind *part, gint64 owner, ZbKeptReason reason, const ZbKind *by_kind, gint64 by,
                         GError **error)
{
  g_autofree char *sql = NULL;
  g_autoptr(ZbStmt) stmt = NULL;
  int row;

  if (zb_undo_plan_entries (plan, part)->len == 0)
    return TRUE;
  sql = g_strdup_printf ("SELECT id FROM %s WHERE \"%s\" = ?1 AND withdrawn = 0", part->table, zb_undo_owner (part)->name);
  if (!(stmt = zb_db_borrow (plan->db, sql, error)))
    return FALSE;
  sqlite3_bind_int64 (stmt, 1, owner);
  while ((row = zb_db_step (plan->db, stmt, error)) == 1)
    {
      ZbUndoEntry *entry = zb_undo_plan_find (plan, part, sqlite3_column_int64 (stmt, 0));

      if (entry != NULL)
        zb_undo_plan_keep (plan, part, entry, reason, by_kind, by);
    }
  return row == 0;
}

void
zb_undo_plan_keep_links (ZbUndoPlan *plan, const ZbRecord *record, ZbKeptReason reason)
{
  for (guint i = 0; i < record->kind->n_fields; i++)
    {
      const ZbField *field = &record->kind->fields[i];
      const ZbKind *kind = zb_undo_is_stored_link (field) && record->values[i] != NULL ? zb_kind_get (field->link) : NULL;
      ZbUndoEntry *entry = kind != NULL ? zb_undo_plan_find (plan, kind, zb_record_get_int (record, field->name)) : NULL;

      if (entry != NULL)
        zb_undo_plan_keep (plan, kind, entry, reason, record->kind, record->id);
    }
}

/* What it belongs to stays for the same reason, what else it links to because of it. */
static gboolean
follow_up (ZbUndoPlan *plan, const ZbUndoStay *stay, const ZbUndoEntry *entry, GError **error)
{
  const ZbField *owner = zb_undo_owner (stay->kind);
  const ZbKind *above = owner != NULL ? zb_kind_get (owner->link) : NULL;
  ZbUndoEntry *whole = above != NULL ? zb_undo_plan_find (plan, above, entry->owner) : NULL;
  g_autoptr(ZbRecord) record = zb_records_get (plan->db, stay->kind, stay->id, FALSE, error);

  if (record == NULL)
    return FALSE;
  if (whole != NULL)
    zb_undo_plan_keep (plan, above, whole, stay->why.reason, stay->why.by_kind, stay->why.by);
  zb_undo_plan_keep_links (plan, record, ZB_KEPT_REFERRED);
  /* What one step made of a record that was there before stays together. */
  if (whole != NULL && !whole->is_new && (stay->kind->keeps & ZB_KEEPS_RECORDS))
    whole->steps_stay = TRUE;
  if (above == NULL || !(stay->kind->keeps & ZB_KEEPS_RECORDS) || (whole != NULL && whole->is_new))
    return TRUE;
  for (guint k = 0; k < plan->n_kinds; k++)
    {
      const ZbField *link = zb_undo_owner (zb_kinds ()[k]);

      if (link != NULL && (zb_kinds ()[k]->keeps & ZB_KEEPS_RECORDS) && zb_kind_get (link->link) == above
          && !zb_undo_plan_keep_owned (plan, zb_kinds ()[k], entry->owner, ZB_KEPT_WENT_ON, above, entry->owner, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
follow_down (ZbUndoPlan *plan, const ZbUndoStay *stay, GError **error)
{
  for (guint k = 0; k < plan->n_kinds; k++)
    {
      const ZbField *link = zb_undo_owner (zb_kinds ()[k]);

      if (link != NULL && zb_kind_get (link->link) == stay->kind
          && !zb_undo_plan_keep_owned (plan, zb_kinds ()[k], stay->id, ZB_KEPT_ALONG, NULL, 0, error))
        return FALSE;
    }
  return TRUE;
}

/* Everything that what stays needs. */
static gboolean
follow (ZbUndoPlan *plan, GError **error)
{
  for (; plan->n_followed < plan->stays->len; plan->n_followed++)
    {
      const ZbUndoStay stay = g_array_index (plan->stays, ZbUndoStay, plan->n_followed);
      const ZbUndoEntry *entry = zb_undo_plan_find (plan, stay.kind, stay.id);

      /* Of what was there before only fields stay; their links were looked at when they were weighed. */
      if (entry->is_new && (!follow_up (plan, &stay, entry, error) || !follow_down (plan, &stay, error)))
        return FALSE;
    }
  return TRUE;
}

void
zb_undo_plan_free (ZbUndoPlan *plan)
{
  if (plan == NULL)
    return;
  for (guint k = 0; k < plan->n_kinds; k++)
    g_array_unref (plan->entries[k]);
  g_free (plan->entries);
  g_array_unref (plan->stays);
  g_free (plan);
}

ZbUndoPlan *
zb_undo_plan_new (ZbDb *db, gint64 set, const ZbKind *kind, guint64 total, ZbProgressFunc progress, gpointer user_data, GError **error)
{
  g_autoptr(ZbUndoPlan) plan = g_new0 (ZbUndoPlan, 1);

  plan->db = db;
  plan->set = set;
  plan->kind = kind;
  plan->total = total;
  plan->progress = progress;
  plan->user_data = user_data;
  while (zb_kinds ()[plan->n_kinds] != NULL)
    plan->n_kinds++;
  plan->entries = g_new0 (GArray *, plan->n_kinds);
  for (guint k = 0; k < plan->n_kinds; k++)
    plan->entries[k] = g_array_new (FALSE, TRUE, sizeof (ZbUndoEntry));
  plan->stays = g_array_new (FALSE, TRUE, sizeof (ZbUndoStay));
  g_array_set_clear_func (plan->stays, stay_clear);
  if (!read_set (plan, error))
    return NULL;
  for (guint k = 0; k < plan->n_kinds; k++)
    {
      sort_entries (plan->entries[k]);
      if (!read_rows (plan, zb_kinds ()[k], error))
        return NULL;
    }
  /* That something was edited says more than that something refers to it; to weigh fields both must be known. */
  if (!zb_undo_plan_weigh (plan, TRUE, error) || !follow (plan, error) || !zb_undo_plan_refer (plan, error)
      || !zb_undo_plan_weigh (plan, FALSE, error) || !follow (plan, error))
    return NULL;
  return g_steal_pointer (&plan);
}
