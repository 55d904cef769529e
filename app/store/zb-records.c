/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/zb-records.h"

#include <string.h>

#include "core/zb-id-number.h"
#include "store/zb-db-private.h"
#include "store/zb-members.h"

/* Fewest characters of a uid's beginning that mean a record. */
#define MIN_UID 8
/* How many candidates an ambiguous word names. */
#define MAX_CANDIDATES 5
/* Newest records in which a word to suggest is looked for. */
#define MAX_SUGGESTED_FROM 2000

ZbRecord *
zb_records_get (ZbDb *db, const ZbKind *kind, gint64 id, gboolean with_private, GError **error)
{
  const ZbKindSql *sql = zb_kind_sql (db, kind);
  g_autoptr(ZbStmt) stmt = zb_db_borrow (db, sql->select, error);
  int row;

  if (stmt == NULL)
    return NULL;
  sqlite3_bind_int64 (stmt, 1, id);
  row = zb_db_step (db, stmt, error);
  if (row == 0)
    g_set_error (error, ZB_STORE_ERROR, ZB_STORE_ERROR_NOT_FOUND, "no %s #%" G_GINT64_FORMAT, kind->name, id);
  return row == 1 ? zb_kind_sql_read (sql, kind, stmt, with_private) : NULL;
}

GPtrArray *
zb_records_list (ZbDb *db, const ZbKind *kind, const char *field, const char *value, gboolean with_private, GError **error)
{
  const ZbKindSql *sql = zb_kind_sql (db, kind);
  const ZbField *declared = field != NULL ? zb_kind_field (kind, field) : NULL;
  g_autofree char *text = declared != NULL ? g_strdup_printf ("%s AND t.\"%s\" %s ORDER BY t.id", sql->select_all, declared->name,
                                                                               value != NULL ? "= ?1" : "IS NULL")
                                           : g_strdup_printf ("%s ORDER BY t.id", sql->select_all);
  g_autoptr(ZbStmt) stmt = zb_db_borrow (db, text, error);
  g_autoptr(GPtrArray) out = g_ptr_array_new_with_free_func ((GDestroyNotify) zb_record_free);
  int row;

  if (stmt == NULL)
    return NULL;
  if (declared != NULL && value != NULL)
    zb_kind_sql_bind (stmt, 1, declared, value);
  while ((row = zb_db_step (db, stmt, error)) == 1)
    g_ptr_array_add (out, zb_kind_sql_read (sql, kind, stmt, with_private));
  return row == 0 ? g_steal_pointer (&out) : NULL;
}

char **
zb_records_suggest (ZbDb *db, const ZbKind *kind, const char *field, guint limit, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT \"%s\" FROM %s WHERE withdrawn = 0 AND \"%s\" IS NOT NULL ORDER BY id DESC LIMIT "
                                          G_STRINGIFY (MAX_SUGGESTED_FROM), field, kind->table, field);
  g_autoptr(ZbStmt) stmt = zb_kind_field (kind, field) != NULL ? zb_db_borrow (db, sql, error) : NULL;
  g_autoptr(GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr(GPtrArray) out = g_ptr_array_new_with_free_func (g_free);
  int row = -1;

  while (stmt != NULL && out->len < limit && (row = zb_db_step (db, stmt, error)) == 1)
    if (!g_hash_table_contains (seen, zb_stmt_text (stmt, 0)))
      {
        g_ptr_array_add (out, g_strdup (zb_stmt_text (stmt, 0)));
        g_hash_table_add (seen, g_ptr_array_index (out, out->len - 1));
      }
  if (stmt == NULL || row < 0)
    return NULL;
  g_ptr_array_add (out, NULL);
  return (char **) g_ptr_array_steal (out, NULL);
}

gint64
zb_records_count (ZbDb *db, const ZbKind *kind, GError **error)
{
  g_autofree char *text = g_strdup_printf ("SELECT count(*) FROM %s WHERE withdrawn = 0", kind->table);

  return zb_db_int (db, text, 0, error);
}

static gboolean
is_name (const ZbField *field)
{
  return field->type == ZB_FIELD_TEXT || field->type == ZB_FIELD_LONG_TEXT || field->type == ZB_FIELD_NAME;
}

char *
zb_records_title (ZbDb *db, const ZbKind *kind, gint64 id)
{
  g_autoptr(ZbRecord) record = zb_records_get (db, kind, id, FALSE, NULL);
  const ZbField *person = zb_kind_field (kind, "person");
  const ZbField *title = zb_kind_field (kind, kind->title_field);

  if (record == NULL)
    return g_strdup ("");
  /* A volunteer is who he is. */
  if (title->type == ZB_FIELD_LINK)
    return zb_records_title (db, zb_kind_get (title->link), zb_record_get_int (record, title->name));
  /* A post, an event, a membership are named after the person they belong to; what has a name of its own is not. */
  if (person != NULL && person->type == ZB_FIELD_LINK && !is_name (title))
    {
      g_autofree char *name = zb_records_title (db, &zb_kind_member, zb_record_get_int (record, "person"));
      g_autofree char *what = zb_field_show (title, zb_record_title (record), FALSE);

      return g_strdup_printf ("%s %s", name, what);
    }
  return zb_field_show (title, zb_record_title (record), FALSE);
}

char *
zb_records_subject (ZbDb *db, const ZbRecord *record)
{
  const ZbField *person = zb_kind_field (record->kind, "person");
  const ZbField *org = zb_kind_field (record->kind, "org");
  const ZbField *title = zb_kind_field (record->kind, record->kind->title_field);
  g_autofree char *own = zb_field_show (title, zb_record_title (record), FALSE);
  g_autofree char *whose = NULL;

  /* A wish is known by its number, wherever it was collected. */
  if (record->kind == &zb_kind_wish)
    return zb_record_get (record, "number") != NULL ? g_strdup_printf ("%s %s", zb_record_get (record, "number"), own) : g_steal_pointer (&own);
  if (title->type == ZB_FIELD_LINK)
    return zb_records_title (db, zb_kind_get (title->link), zb_record_get_int (record, title->name));
  /* A claim is one of a wish. */
  if (record->kind == &zb_kind_claim)
    whose = zb_records_title (db, &zb_kind_wish, zb_record_get_int (record, "wish"));
  else if (person != NULL && person->type == ZB_FIELD_LINK)
    whose = zb_records_title (db, &zb_kind_member, zb_record_get_int (record, "person"));
  else if (org != NULL && org->type == ZB_FIELD_LINK)
    whose = zb_records_title (db, &zb_kind_organization, zb_record_get_int (record, "org"));
  /* On a roll it is the person's name, copied. */
  if (whose == NULL || *whose == '\0' || g_str_equal (whose, own))
    return g_steal_pointer (&own);
  return g_strdup_printf ("%s %s", whose, own);
}

char *
zb_records_step_subject (ZbDb *db, const ZbKind *kind, gint64 id)
{
  g_autoptr(ZbRecord) record = kind == &zb_kind_claim ? zb_records_get (db, kind, id, FALSE, NULL) : NULL;

  return record != NULL ? zb_records_subject (db, record) : zb_records_title (db, kind, id);
}

/* Finding */

typedef struct {
  gint64 id;
  guint n;
  GString *names;
} Matches;

/* The field that says where a record belongs, and where its name is looked for. Returns: (nullable) */
static const ZbField *
owner_of (const ZbKind *kind)
{
  const ZbField *org = zb_kind_field (kind, "org");

  for (guint i = 0; i < kind->n_fields; i++)
    if (kind->fields[i].flags & ZB_FIELD_PART_OF)
      return &kind->fields[i];
  return org != NULL && org->type == ZB_FIELD_LINK ? org : NULL;
}

/* The whole that a record belongs to, as short as people name it. Returns: (transfer full) (nullable) */
static char *
owner_title (ZbDb *db, const ZbRecord *record)
{
  const ZbField *owner = owner_of (record->kind);
  const ZbKind *kind = owner != NULL ? zb_kind_get (owner->link) : NULL;
  g_autoptr(ZbRecord) whole = NULL;

  if (kind == NULL || zb_record_get (record, owner->name) == NULL
      || !(whole = zb_records_get (db, kind, zb_record_get_int (record, owner->name), FALSE, NULL)))
    return NULL;
  return g_strdup (kind == &zb_kind_organization && zb_record_get (whole, "short_name") != NULL ? zb_record_get (whole, "short_name")
                                                                                               : zb_record_title (whole));
}

static void
add_match (ZbDb *db, const ZbKind *kind, Matches *matches, gint64 id)
{
  g_autoptr(ZbRecord) record = NULL;

  g_autofree char *title = NULL;
  g_autofree char *owner = NULL;

  matches->id = id;
  if (matches->n++ >= MAX_CANDIDATES || !(record = zb_records_get (db, kind, id, FALSE, NULL)))
    return;
  title = zb_records_title (db, kind, id);
  g_string_append_printf (matches->names, "%s%s", matches->n > 1 ? "；" : "", title);
  if ((owner = owner_title (db, record)) != NULL)
    g_string_append_printf (matches->names, "@%s", owner);
  if (kind == &zb_kind_member && zb_record_get (record, "birth_date") != NULL)
    g_string_append_printf (matches->names, " %s", zb_record_get (record, "birth_date"));
  g_string_append_printf (matches->names, " [%s]", record->uid);
}

static gboolean
match_text (ZbDb *db, const ZbKind *kind, const char *sql, const char *text, Matches *matches, GError **error)
{
  g_autoptr(ZbStmt) stmt = zb_db_borrow (db, sql, error);
  int row;

  if (stmt == NULL)
    return FALSE;
  zb_stmt_bind_text (stmt, 1, text);
  while ((row = zb_db_step (db, stmt, error)) == 1)
    add_match (db, kind, matches, sqlite3_column_int64 (stmt, 0));
  return row == 0;
}

/* A uid or its beginning, as a range so that the index serves. */
static gboolean
match_uid (ZbDb *db, const ZbKind *kind, const char *text, Matches *matches, GError **error)
{
  g_autofree char *lower = g_ascii_strdown (text, -1);
  g_autofree char *sql = g_strdup_printf ("SELECT id FROM %s WHERE owner = 1 AND uid >= ?1 AND uid < ?1 || '~' AND withdrawn = 0",
                                          kind->table);

  if (strlen (lower) < MIN_UID || strspn (lower, "0123456789abcdef-") != strlen (lower))
    return TRUE;
  return match_text (db, kind, sql, lower, matches, error);
}

static gboolean
match_number (ZbDb *db, const ZbKind *kind, const char *text, Matches *matches, GError **error)
{
  if (kind == &zb_kind_member)
    {
      g_autofree char *number = zb_id_number_normalize (text, NULL);
      g_autofree gint64 *ids = NULL;
      guint n = 0;

      if (number != NULL && !(ids = zb_members_find_id_number (db, number, &n, error)))
        return FALSE;
      for (guint i = 0; i < n; i++)
        add_match (db, kind, matches, ids[i]);
      return TRUE;
    }
  if (kind == &zb_kind_organization)
    return match_text (db, kind, "SELECT id FROM organization WHERE number = ?1 AND withdrawn = 0", text, matches, error);
  if (kind == &zb_kind_wish)
    return match_text (db, kind, "SELECT id FROM wish WHERE number = ?1 AND withdrawn = 0", text, matches, error);
  return TRUE;
}

/* The condition under which a record has the name ?1: its own, or that of the person whom it is about. Returns: (nullable) */
static char *
has_name (const ZbKind *kind)
{
  const ZbField *title = zb_kind_field (kind, kind->title_field), *person = zb_kind_field (kind, "person");

  if (is_name (title))
    return g_strdup_printf ("t.\"%s\" = ?1", kind->title_field);
  if (person != NULL && person->type == ZB_FIELD_LINK)
    return g_strdup ("t.person IN (SELECT id FROM person WHERE name = ?1)");
  return NULL;
}

static gboolean
match_name (ZbDb *db, const ZbKind *kind, const char *text, Matches *matches, GError **error)
{
  g_autofree char *condition = has_name (kind);
  g_autofree char *sql = g_strdup_printf ("SELECT t.id FROM %s t WHERE %s AND t.withdrawn = 0", kind->table, condition);

  if (kind == &zb_kind_organization)
    return match_text (db, kind, "SELECT id FROM organization WHERE (name = ?1 OR short_name = ?1) AND withdrawn = 0", text, matches,
                       error);
  return condition == NULL || match_text (db, kind, sql, text, matches, error);
}

static gboolean
match_member_of (ZbDb *db, const char *name, const char *branch, Matches *matches, GError **error)
{
  gint64 org = zb_records_find (db, &zb_kind_organization, branch, error);
  g_autofree char *sql = g_strdup_printf ("SELECT t.id FROM person t JOIN membership m ON m.person = t.id "
                                          "WHERE t.name = ?1 AND t.withdrawn = 0 AND m.withdrawn = 0 AND m.ended_by IS NULL "
                                          "AND m.org = %" G_GINT64_FORMAT, org);

  return org != 0 && match_text (db, &zb_kind_member, sql, name, matches, error);
}

/* `name@owner` and `number@owner`. */
static gboolean
match_within (ZbDb *db, const ZbKind *kind, const char *text, Matches *matches, GError **error)
{
  const char *at = strchr (text, '@'), *number = zb_kind_field (kind, "seat") != NULL ? "seat" : "number";
  const ZbField *owner = owner_of (kind);
  g_autofree char *name = at != NULL ? g_strndup (text, (gsize) (at - text)) : NULL;
  g_autofree char *condition = has_name (kind);
  g_autofree char *sql = NULL;
  gint64 id;

  if (name == NULL || *name == '\0')
    return TRUE;
  if (kind == &zb_kind_member)
    return match_member_of (db, name, at + 1, matches, error);
  if (owner == NULL)
    return TRUE;
  if (zb_kind_field (kind, number) != NULL && strspn (name, "0123456789") == strlen (name))
    {
      g_free (condition);
      condition = g_strdup_printf ("t.\"%s\" = CAST (?1 AS INTEGER)", number);
    }
  if (condition == NULL)
    return TRUE;
  if ((id = zb_records_find (db, zb_kind_get (owner->link), at + 1, error)) == 0)
    return FALSE;
  sql = g_strdup_printf ("SELECT t.id FROM %s t WHERE t.\"%s\" = %" G_GINT64_FORMAT " AND %s AND t.withdrawn = 0", kind->table, owner->name, id, condition);
  return match_text (db, kind, sql, name, matches, error);
}

gint64
zb_records_find (ZbDb *db, const ZbKind *kind, const char *text, GError **error)
{
  g_autoptr(GString) names = g_string_new (NULL);
  Matches matches = { 0, 0, names };

  if (text[0] == '#')
    {
      g_autoptr(ZbRecord) record = zb_records_get (db, kind, g_ascii_strtoll (text + 1, NULL, 10), FALSE, error);

      if (record != NULL && record->withdrawn)
        g_set_error (error, ZB_STORE_ERROR, ZB_STORE_ERROR_NOT_FOUND, "%s", text);
      return record != NULL && !record->withdrawn ? record->id : 0;
    }
  if (!match_uid (db, kind, text, &matches, error) || (matches.n == 0 && !match_number (db, kind, text, &matches, error))
      || (matches.n == 0 && !match_name (db, kind, text, &matches, error))
      || (matches.n == 0 && !match_within (db, kind, text, &matches, error)))
    return 0;
  if (matches.n == 1)
    return matches.id;
  if (matches.n == 0)
    g_set_error (error, ZB_STORE_ERROR, ZB_STORE_ERROR_NOT_FOUND, "%s", text);
  else
    g_set_error (error, ZB_STORE_ERROR, ZB_STORE_ERROR_AMBIGUOUS, "%s: %s", text, names->str);
  return 0;
}
