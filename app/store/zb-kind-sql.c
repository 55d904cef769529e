/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "store/zb-db-private.h"

/* Columns before the fields in every select: id, uid, row_version, withdrawn. */
#define N_LEADING 4

void
zb_kind_sql_free (ZbKindSql *sql)
{
  g_free (sql->select);
  g_free (sql->select_all);
  g_free (sql->insert);
  g_free (sql->update);
  g_free (sql->private_insert);
  g_free (sql->private_put);
  g_free (sql->given);
  g_free (sql->is_given);
  g_free (sql->plain);
  g_free (sql->private);
  g_free (sql->codes);
  g_free (sql);
}

static void
find_fields (const ZbKind *kind, ZbKindSql *sql)
{
  sql->plain = g_new0 (guint, kind->n_fields);
  sql->private = g_new0 (guint, kind->n_fields);
  sql->given = g_new0 (guint, kind->n_fields);
  sql->is_given = g_new0 (gboolean, kind->n_fields);
  sql->codes = g_new0 (const ZbCodeTable *, kind->n_fields);
  for (guint i = 0; i < kind->n_fields; i++)
    {
      if (kind->fields[i].type == ZB_FIELD_CODE)
        sql->codes[i] = zb_code_table_get (kind->fields[i].codes);
      if (!zb_field_is_stored (&kind->fields[i]))
        continue;
      if (kind->fields[i].flags & ZB_FIELD_PRIVATE)
        sql->private[sql->n_private++] = i;
      else
        sql->plain[sql->n_plain++] = i;
    }
}

static char *
compose_select (const ZbKind *kind, const ZbKindSql *sql, const char *condition)
{
  g_autoptr(GString) out = g_string_new ("SELECT t.id, t.uid, t.row_version, t.withdrawn");

  for (guint i = 0; i < sql->n_plain; i++)
    g_string_append_printf (out, ", t.\"%s\"", kind->fields[sql->plain[i]].name);
  for (guint i = 0; i < sql->n_private; i++)
    g_string_append_printf (out, ", p.\"%s\"", kind->fields[sql->private[i]].name);
  g_string_append_printf (out, " FROM %s t", kind->table);
  if (sql->n_private > 0)
    g_string_append_printf (out, " LEFT JOIN %s p ON p.%s_id = t.id", kind->private_table, kind->table);
  g_string_append (out, condition);
  return g_string_free (g_steal_pointer (&out), FALSE);
}

/* ?1 uid, ?2 stamp, ?3 device, ?4 the kind's own column (sort key, path), then the fields that records had. */
static char *
compose_insert (const ZbKind *kind, const ZbKindSql *sql)
{
  const char *extra = kind == &zb_kind_member ? ", name_key" : kind == &zb_kind_organization ? ", path" : "";
  g_autoptr(GString) out = g_string_new (NULL);

  g_string_append_printf (out, "INSERT INTO %s (uid, stamp, device%s", kind->table, extra);
  for (guint i = 0; i < sql->n_given; i++)
    g_string_append_printf (out, ", \"%s\"", kind->fields[sql->given[i]].name);
  g_string_append_printf (out, ") VALUES (?1, ?2, ?3%s", *extra != '\0' ? ", ?4" : "");
  for (guint i = 0; i < sql->n_given; i++)
    g_string_append_printf (out, ", ?%u", 5 + i);
  g_string_append (out, ")");
  return g_string_free (g_steal_pointer (&out), FALSE);
}

const ZbKindSql *
zb_kind_sql_for_insert (ZbDb *db, const ZbRecord *record)
{
  ZbKindSql *sql = (ZbKindSql *) zb_kind_sql (db, record->kind);
  gboolean grows = sql->insert == NULL;

  for (guint i = 0; i < sql->n_plain; i++)
    {
      guint field = sql->plain[i];

      if (record->values[field] == NULL || sql->is_given[field])
        continue;
      sql->is_given[field] = TRUE;
      sql->given[sql->n_given++] = field;
      grows = TRUE;
    }
  if (!grows)
    return sql;
  if (sql->insert != NULL)
    zb_db_forget (db, sql->insert);
  g_free (sql->insert);
  sql->insert = compose_insert (record->kind, sql);
  return sql;
}

/* ?1 id, ?2 stamp, ?3 device, ?4 the kind's own column, then the fields. */
static char *
compose_update (const ZbKind *kind, const ZbKindSql *sql)
{
  g_autoptr(GString) out = g_string_new (NULL);

  g_string_append_printf (out, "UPDATE %s SET row_version = row_version + 1, stamp = ?2, device = ?3", kind->table);
  if (kind == &zb_kind_member)
    g_string_append (out, ", name_key = ?4");
  for (guint i = 0; i < sql->n_plain; i++)
    g_string_append_printf (out, ", \"%s\" = ?%u", kind->fields[sql->plain[i]].name, 5 + i);
  g_string_append (out, " WHERE id = ?1");
  return g_string_free (g_steal_pointer (&out), FALSE);
}

static void
compose_private (const ZbKind *kind, ZbKindSql *sql)
{
  g_autoptr(GString) columns = g_string_new (NULL);
  g_autoptr(GString) values = g_string_new (NULL);
  g_autoptr(GString) updates = g_string_new (NULL);

  for (guint i = 0; i < sql->n_private; i++)
    {
      const char *name = kind->fields[sql->private[i]].name;

      g_string_append_printf (columns, ", \"%s\"", name);
      g_string_append_printf (values, ", ?%u", 2 + i);
      g_string_append_printf (updates, "%s\"%s\" = ?%u", i > 0 ? ", " : "", name, 2 + i);
    }
  sql->private_insert = g_strdup_printf ("INSERT INTO %s (%s_id%s) VALUES (?1%s)", kind->private_table, kind->table, columns->str,
                                         values->str);
  sql->private_put = g_strdup_printf ("%s ON CONFLICT DO UPDATE SET %s", sql->private_insert, updates->str);
}

const ZbKindSql *
zb_kind_sql (ZbDb *db, const ZbKind *kind)
{
  ZbKindSql *sql = g_hash_table_lookup (db->kind_sql, kind);

  if (sql != NULL)
    return sql;
  sql = g_new0 (ZbKindSql, 1);
  find_fields (kind, sql);
  sql->select = compose_select (kind, sql, " WHERE t.id = ?1");
  sql->select_all = compose_select (kind, sql, " WHERE t.withdrawn = 0");
  sql->update = compose_update (kind, sql);
  if (sql->n_private > 0)
    compose_private (kind, sql);
  g_hash_table_insert (db->kind_sql, (gpointer) kind, sql);
  return sql;
}

ZbRecord *
zb_kind_sql_read (const ZbKindSql *sql, const ZbKind *kind, ZbStmt *stmt, gboolean with_private)
{
  ZbRecord *record = zb_record_new (kind);

  record->id = sqlite3_column_int64 (stmt, 0);
  record->uid = g_strdup (zb_stmt_text (stmt, 1));
  record->version = sqlite3_column_int64 (stmt, 2);
  record->withdrawn = sqlite3_column_int (stmt, 3);
  record->has_private = with_private;
  for (guint i = 0; i < sql->n_plain; i++)
    record->values[sql->plain[i]] = g_strdup (zb_stmt_text (stmt, N_LEADING + (int) i));
  for (guint i = 0; with_private && i < sql->n_private; i++)
    record->values[sql->private[i]] = g_strdup (zb_stmt_text (stmt, N_LEADING + (int) (sql->n_plain + i)));
  return record;
}

void
zb_kind_sql_bind (ZbStmt *stmt, int at, const ZbField *field, const char *value)
{
  /* A borrowed statement has nothing bound. */
  if (value == NULL)
    return;
  if (field->type == ZB_FIELD_INTEGER || field->type == ZB_FIELD_MONEY || field->type == ZB_FIELD_HOURS
      || field->type == ZB_FIELD_BOOLEAN
           || field->type == ZB_FIELD_LINK)
    sqlite3_bind_int64 (stmt, at, g_ascii_strtoll (value, NULL, 10));
  else
    sqlite3_bind_text (stmt, at, value, -1, SQLITE_STATIC);
}
