/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/zb-letters.h"

#include <string.h>

#include "core/zb-error.h"
#include "store/zb-check.h"
#include "store/zb-db-private.h"
#include "store/zb-members.h"
#include "store/zb-records.h"

static gboolean
is_transfer (const ZbRecord *letter)
{
  return g_strcmp0 (zb_record_get (letter, "kind"), "transfer") == 0;
}

/* The membership that somebody left by the last transfer out; %NULL without @error when there is none. */
static ZbRecord *
last_transfer (ZbDb *db, gint64 person, GError **error)
{
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, person);
  g_autoptr(GPtrArray) all = zb_records_list (db, &zb_kind_membership, "person", id, FALSE, error);
  ZbRecord **last = NULL;

  for (guint i = 0; all != NULL && i < all->len; i++)
    {
      const ZbRecord *one = g_ptr_array_index (all, i);

      if (g_strcmp0 (zb_record_get (one, "ended_by"), "transferred_out") == 0
          && (last == NULL || g_strcmp0 (zb_record_get (one, "ended_on"), zb_record_get (*last, "ended_on")) >= 0))
        last = (ZbRecord **) &all->pdata[i];
    }
  return last != NULL ? g_steal_pointer (last) : NULL;
}

/* A transfer has one letter; it is printed again, not written anew. */
static gboolean
check_first (ZbDb *db, const ZbRecord *membership, GError **error)
{
  g_autoptr(ZbStmt) stmt = zb_db_borrow (db, "SELECT number FROM party_letter WHERE membership = ?1 AND withdrawn = 0", error);
  g_autofree char *number = NULL;
  int row;

  if (stmt == NULL)
    return FALSE;
  sqlite3_bind_int64 (stmt, 1, membership->id);
  if ((row = zb_db_step (db, stmt, error)) < 0)
    return FALSE;
  number = row == 1 ? g_strdup (zb_stmt_text (stmt, 0)) : NULL;
  return row == 0 || zb_step_refuse (error, "letter-issued", number, NULL);
}

/* The committee that may issue letters for an organisation. */
static const ZbOrg *
issuer_of (ZbOrgTree *tree, gint64 id)
{
  const ZbOrg *org = zb_org_tree_get (tree, id);

  while (org != NULL && org->kind != ZB_ORG_COMMITTEE)
    {
      const ZbOrg *above = org->parent != 0 ? zb_org_tree_get (tree, org->parent) : NULL;

      if (above == NULL)
        return org;
      org = above;
    }
  return org;
}

/* Also a number that was taken back stays used: it may stand on a paper. */
static gboolean
give_number (ZbDb *db, ZbRecord *letter, GError **error)
{
  g_autoptr(ZbStmt) stmt = NULL;
  g_autofree char *year = g_strndup (zb_record_get (letter, "issued_on"), 4);
  g_autofree char *like = g_strdup_printf ("%s-[0-9]*", year), *number = NULL;

  if (zb_record_get (letter, "number") != NULL)
    return TRUE;
  stmt = zb_db_borrow (db, "SELECT coalesce (max (CAST (substr (number, 6) AS INTEGER)), 0) FROM party_letter WHERE org = ?1 AND kind = ?2 AND number GLOB ?3", error);
  if (stmt == NULL)
    return FALSE;
  sqlite3_bind_int64 (stmt, 1, zb_record_get_int (letter, "org"));
  zb_stmt_bind_text (stmt, 2, zb_record_get (letter, "kind"));
  zb_stmt_bind_text (stmt, 3, like);
  if (zb_db_step (db, stmt, error) != 1)
    return FALSE;
  number = g_strdup_printf ("%s-%04" G_GINT64_FORMAT, year, (gint64) sqlite3_column_int64 (stmt, 0) + 1);
  zb_record_set (letter, "number", number);
  return TRUE;
}

/* The number of a transfer whose letter was taken back may come again for the same. */
static gboolean
check_number (ZbDb *db, const ZbRecord *letter, GError **error)
{
  g_autoptr(ZbStmt) stmt = zb_db_borrow (db,
    "SELECT 1 FROM party_letter WHERE org = ?1 AND kind = ?2 AND number = ?3 AND NOT (withdrawn = 1 AND membership IS NOT NULL AND membership = ?4)", error);
  int row;

  if (stmt == NULL)
    return FALSE;
  sqlite3_bind_int64 (stmt, 1, zb_record_get_int (letter, "org"));
  zb_stmt_bind_text (stmt, 2, zb_record_get (letter, "kind"));
  zb_stmt_bind_text (stmt, 3, zb_record_get (letter, "number"));
  sqlite3_bind_int64 (stmt, 4, zb_record_get_int (letter, "membership"));
  if ((row = zb_db_step (db, stmt, error)) < 0)
    return FALSE;
  return row == 0 || zb_step_refuse (error, "letter-number", zb_record_get (letter, "number"), NULL);
}

static void
take_over (ZbRecord *letter, const char *field, const ZbRecord *from, const char *other)
{
  if (zb_record_get (letter, field) == NULL)
    zb_record_set (letter, field, zb_record_get (from, other));
}

/* The branch that was left, or of a proof that where somebody is now; 0 without @error for nowhere. */
static gboolean
find_branch (ZbDb *db, const ZbRecord *letter, const ZbRecord *transfer, gint64 *out_org, GError **error)
{
  g_autoptr(ZbRecord) here = NULL;
  GError *failure = NULL;

  *out_org = transfer != NULL ? zb_record_get_int (transfer, "org") : 0;
  if (transfer != NULL)
    return TRUE;
  here = zb_members_membership (db, zb_record_get_int (letter, "person"), &failure);
  *out_org = here != NULL ? zb_record_get_int (here, "org") : 0;
  if (failure != NULL)
    g_propagate_error (error, failure);
  return failure == NULL;
}

/* Who is named, as of the day of the letter. */
static gboolean
give_identity (ZbDb *db, ZbRecord *letter, const ZbRecord *transfer, GError **error)
{
  g_autoptr(ZbRecord) member = zb_records_get (db, &zb_kind_member, zb_record_get_int (letter, "person"), FALSE, error);
  ZbDate day = zb_record_get_date (letter, "issued_on");
  g_autoptr(ZbOrgTree) tree = member != NULL ? zb_org_tree_load (db, day, TRUE, error) : NULL;
  const char *category;
  const ZbOrg *branch, *issuer;
  gint64 org;

  if (tree == NULL || !zb_members_derive (db, member, day, error) || !find_branch (db, letter, transfer, &org, error))
    return FALSE;
  category = zb_record_get (member, "category");
  if (g_strcmp0 (category, "full") != 0 && g_strcmp0 (category, "probationary") != 0)
    return zb_step_refuse (error, "not-a-member", zb_record_title (member), NULL);
  branch = zb_org_tree_get (tree, org);
  issuer = branch != NULL ? issuer_of (tree, org) : NULL;
  if (issuer == NULL)
    return zb_step_refuse (error, "nowhere", NULL);
  zb_record_set (letter, "name", zb_record_title (member));
  zb_record_set (letter, "from_org", branch->name);
  zb_record_set_int (letter, "org", issuer->id);
  if (zb_record_get (letter, "issuer") == NULL)
    zb_record_set (letter, "issuer", issuer->name);
  if (zb_record_get (letter, "phone") == NULL)
    {
      g_autoptr(ZbRecord) office = zb_records_get (db, &zb_kind_organization, issuer->id, FALSE, error);

      if (office == NULL)
        return FALSE;
      zb_record_set (letter, "phone", zb_record_get (office, "phone"));
    }
  return TRUE;
}

static gboolean
give_validity (ZbDb *db, ZbRecord *letter, GError **error)
{
  g_autoptr(ZbRules) rules = NULL;

  if (zb_record_get (letter, "valid_days") != NULL)
    return TRUE;
  if (!(rules = zb_rules_load (db, error)))
    return FALSE;
  zb_record_set_int (letter, "valid_days", (gint64) zb_rules_value (rules, "transfer.letter_valid_days", zb_record_get_date (letter, "issued_on")));
  return TRUE;
}

/* What the letter says is true of the transfer as well. */
static gboolean
write_back (ZbChangeSet *set, ZbRecord *transfer, const ZbRecord *letter, GError **error)
{
  zb_record_set (transfer, "letter", zb_record_get (letter, "number"));
  zb_record_set (transfer, "valid_days", zb_record_get (letter, "valid_days"));
  zb_record_set (transfer, "dues_until", zb_record_get (letter, "dues_until"));
  zb_record_set (transfer, "to_org", zb_record_get (letter, "to_org"));
  return zb_change_set_update (set, transfer, error);
}

static gboolean
has_needed (const ZbRecord *letter, GError **error)
{
  static const char *const needed[] = { "person", "kind" };

  for (guint i = 0; i < G_N_ELEMENTS (needed); i++)
    if (zb_record_get (letter, needed[i]) == NULL)
      {
        g_set_error (error, ZB_DATA_ERROR, ZB_DATA_ERROR_MISSING, "“%s” is missing", needed[i]);
        return FALSE;
      }
  return TRUE;
}

static void
take_from (ZbRecord *letter, const ZbRecord *transfer)
{
  zb_record_set_int (letter, "membership", transfer->id);
  take_over (letter, "number", transfer, "letter");
  take_over (letter, "to_org", transfer, "to_org");
  take_over (letter, "valid_days", transfer, "valid_days");
  take_over (letter, "dues_until", transfer, "dues_until");
  take_over (letter, "purpose", transfer, "reason");
}

gboolean
zb_letters_issue (ZbChangeSet *set, ZbRecord *letter, GError **error)
{
  ZbDb *db = zb_change_set_db (set);
  g_autofree char *today = zb_date_to_text (zb_db_today (db));
  g_autoptr(ZbRecord) transfer = NULL;
  GError *failure = NULL;

  if (!has_needed (letter, error))
    return FALSE;
  if (zb_record_get (letter, "issued_on") == NULL)
    zb_record_set (letter, "issued_on", today);
  if (is_transfer (letter) && !(transfer = last_transfer (db, zb_record_get_int (letter, "person"), &failure)))
    {
      if (failure == NULL)
        return zb_step_refuse (error, "no-transfer", NULL);
      g_propagate_error (error, failure);
      return FALSE;
    }
  if (transfer != NULL && !check_first (db, transfer, error))
    return FALSE;
  if (transfer != NULL)
    take_from (letter, transfer);
  return give_identity (db, letter, transfer, error) && give_validity (db, letter, error) && give_number (db, letter, error)
         && check_number (db, letter, error) && zb_record_check (letter, error) && zb_change_set_insert (set, letter, error)
         && (transfer == NULL || write_back (set, transfer, letter, error));
}

static const char *
likely_kind (ZbDb *db, gint64 person, const ZbRecord *transfer)
{
  g_autoptr(ZbRecord) here = zb_members_membership (db, person, NULL);

  return here != NULL ? "proof" : transfer != NULL ? "transfer" : NULL;
}

/* Who handled the last letter of the organisation. */
static char *
last_handler (ZbDb *db, gint64 org)
{
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, org);
  g_autoptr(GPtrArray) all = zb_records_list (db, &zb_kind_letter, "org", id, FALSE, NULL);
  gint64 latest = 0;
  const char *name = zb_who ();

  for (guint i = 0; all != NULL && i < all->len; i++)
    {
      const ZbRecord *one = g_ptr_array_index (all, i);

      if (one->id > latest && zb_record_get (one, "handler") != NULL)
        {
          latest = one->id;
          name = zb_record_get (one, "handler");
        }
    }
  return g_strdup (name);
}

ZbRecord *
zb_letters_propose (ZbDb *db, gint64 person, const char *kind, GError **error)
{
  g_autoptr(ZbRecord) letter = zb_record_new (&zb_kind_letter);
  g_autoptr(ZbRecord) transfer = NULL;
  g_autoptr(GError) failure = NULL;
  g_autofree char *today = zb_date_to_text (zb_db_today (db)), *handler = NULL;

  if (!(transfer = last_transfer (db, person, &failure)) && failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }
  zb_record_set_int (letter, "person", person);
  zb_record_set (letter, "issued_on", today);
  zb_record_set (letter, "kind", kind != NULL ? kind : likely_kind (db, person, transfer));
  if (!is_transfer (letter))
    g_clear_pointer (&transfer, zb_record_free);
  if (transfer != NULL)
    take_from (letter, transfer);
  /* Who is no member gets no letter; that is said when one is asked for. */
  if (zb_record_get (letter, "kind") != NULL && (transfer != NULL || !is_transfer (letter)) && give_identity (db, letter, transfer, NULL)
      && (!give_validity (db, letter, error) || !give_number (db, letter, error)))
    return NULL;
  handler = last_handler (db, zb_record_get_int (letter, "org"));
  zb_record_set (letter, "handler", handler);
  return g_steal_pointer (&letter);
}

gboolean
zb_step_apply_letter (ZbStepRun *run, GError **error)
{
  g_autoptr(ZbRecord) letter = zb_record_new (&zb_kind_letter);

  zb_record_set_int (letter, "person", run->id);
  for (guint i = 0; i < run->step->n_fields; i++)
    zb_record_set (letter, run->step->fields[i].name, zb_step_value (run, run->step->fields[i].name));
  return zb_letters_issue (run->set, letter, error);
}

gint64
zb_letters_last (ZbDb *db, gint64 person, GError **error)
{
  g_autoptr(ZbStmt) stmt = zb_db_borrow (db, "SELECT id FROM party_letter WHERE person = ?1 AND withdrawn = 0 ORDER BY issued_on DESC, id DESC LIMIT 1", error);
  int row;

  if (stmt == NULL)
    return 0;
  sqlite3_bind_int64 (stmt, 1, person);
  row = zb_db_step (db, stmt, error);
  return row == 1 ? sqlite3_column_int64 (stmt, 0) : 0;
}
