/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/zb-member-reader.h"

#include <string.h>

#include "core/zb-codes.h"
#include "core/zb-kind.h"
#include "store/zb-db-private.h"

struct _ZbMemberReader {
  ZbDb *db;           /* (unowned): outlives us */
  ZbStmt *stmt;       /* (owned) */
  guint n_fields;
  int *columns;       /* (owned): of the statement, -1 for derived fields */
  gsize *starts;      /* (owned): of each value in the texts, G_MAXSIZE for unknown */
  GByteArray *texts;  /* (owned) */
  gboolean holding;
};

/* Only fields of the kind's declaration get into the statement. */
static char *
compose (ZbMemberReader *self, const char *const *fields, GError **error)
{
  g_autoptr(GString) sql = g_string_new ("SELECT t.id");
  gboolean has_private = FALSE;
  int n = 1;

  for (guint i = 0; i < self->n_fields; i++)
    {
      const ZbField *field = zb_kind_field (&zb_kind_member, fields[i]);

      self->columns[i] = -1;
      if (field == NULL)
        {
          g_set_error (error, ZB_STORE_ERROR, ZB_STORE_ERROR_INVALID, "no such field: %s", fields[i]);
          return NULL;
        }
      if (!zb_field_is_stored (field))
        continue;
      has_private = has_private || (field->flags & ZB_FIELD_PRIVATE);
      g_string_append_printf (sql, ", %s.\"%s\"", field->flags & ZB_FIELD_PRIVATE ? "p" : "t", field->name);
      self->columns[i] = n++;
    }
  g_string_append (sql, " FROM person t");
  if (has_private)
    g_string_append (sql, " LEFT JOIN person_private p ON p.person_id = t.id");
  g_string_append (sql, " WHERE t.id = ?1");
  return g_string_free (g_steal_pointer (&sql), FALSE);
}

ZbMemberReader *
zb_member_reader_new (ZbDb *db, const char *const *fields, guint n_fields, GError **error)
{
  g_autoptr(ZbMemberReader) self = g_new0 (ZbMemberReader, 1);
  g_autofree char *sql = NULL;

  self->db = db;
  self->n_fields = n_fields;
  self->columns = g_new (int, MAX (n_fields, 1));
  self->starts = g_new (gsize, MAX (n_fields, 1));
  self->texts = g_byte_array_sized_new (512);
  sql = compose (self, fields, error);
  if (sql == NULL)
    return NULL;
  if (sqlite3_prepare_v3 (db->sqlite, sql, -1, SQLITE_PREPARE_PERSISTENT, &self->stmt, NULL) != SQLITE_OK)
    {
      zb_db_take_error (db, error);
      return NULL;
    }
  return g_steal_pointer (&self);
}

void
zb_member_reader_free (ZbMemberReader *self)
{
  if (self == NULL)
    return;
  sqlite3_finalize (self->stmt);
  if (self->holding)
    zb_member_reader_hold (self, FALSE, NULL);
  g_byte_array_unref (self->texts);
  g_free (self->columns);
  g_free (self->starts);
  g_free (self);
}

/* The texts are copied, so that no statement stays open between two rows. */
static void
take_row (ZbMemberReader *self, char **out_values)
{
  g_byte_array_set_size (self->texts, 0);
  for (guint i = 0; i < self->n_fields; i++)
    {
      const char *text = self->columns[i] >= 0 ? zb_stmt_text (self->stmt, self->columns[i]) : NULL;

      self->starts[i] = text != NULL ? self->texts->len : G_MAXSIZE;
      if (text != NULL)
        g_byte_array_append (self->texts, (const guint8 *) text, (guint) sqlite3_column_bytes (self->stmt, self->columns[i]) + 1);
    }
  for (guint i = 0; i < self->n_fields; i++)
    out_values[i] = self->starts[i] != G_MAXSIZE ? (char *) self->texts->data + self->starts[i] : NULL;
}

gboolean
zb_member_reader_get (ZbMemberReader *self, gint64 id, char **out_values, GError **error)
{
  int row;

  sqlite3_bind_int64 (self->stmt, 1, id);
  row = zb_db_step (self->db, self->stmt, error);
  if (row == 1)
    take_row (self, out_values);
  sqlite3_reset (self->stmt);
  if (row == 0)
    g_set_error (error, ZB_STORE_ERROR, ZB_STORE_ERROR_NOT_FOUND, "no member %" G_GINT64_FORMAT, id);
  return row == 1;
}

gboolean
zb_member_reader_hold (ZbMemberReader *self, gboolean hold, GError **error)
{
  if (hold == self->holding || (hold && !sqlite3_get_autocommit (self->db->sqlite)))
    return TRUE;
  if (!zb_db_run (self->db, hold ? "BEGIN" : "COMMIT", error))
    return FALSE;
  self->holding = hold;
  return TRUE;
}

typedef struct {
  gint64 person;
  int post; /* place in the code table: 职务序 */
} ZbHeldPost;

static gint
compare_held (gconstpointer a, gconstpointer b)
{
  const ZbHeldPost *one = a, *other = b;

  if (one->person != other->person)
    return one->person < other->person ? -1 : 1;
  return one->post - other->post;
}

static gboolean
list_held (ZbDb *db, const ZbCodeTable *table, const char *day, GArray *held, GError **error)
{
  g_autoptr(ZbStmt) stmt = zb_db_borrow (db,
    "SELECT person, post FROM post_holding WHERE withdrawn = 0 AND (started_on IS NULL OR started_on <= ?1) "
    "AND (ended_on IS NULL OR ended_on > ?1)", error);
  int row;

  if (stmt == NULL)
    return FALSE;
  zb_stmt_bind_text (stmt, 1, day);
  while ((row = zb_db_step (db, stmt, error)) == 1)
    {
      ZbHeldPost one = { sqlite3_column_int64 (stmt, 0), zb_code_index (table, zb_stmt_text (stmt, 1)) };

      if (one.post >= 0)
        g_array_append_val (held, one);
    }
  return row == 0;
}

GHashTable *
zb_members_posts (ZbDb *db, ZbDate as_of, GError **error)
{
  const ZbCodeTable *table = zb_code_table_get ("post");
  g_autofree char *day = zb_date_to_text (as_of);
  g_autoptr(GArray) held = g_array_new (FALSE, FALSE, sizeof (ZbHeldPost));
  g_autoptr(GHashTable) posts = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);

  if (!list_held (db, table, day, held, error))
    return NULL;
  g_array_sort (held, compare_held);
  for (guint i = 0; i < held->len;)
    {
      const ZbHeldPost *first = &g_array_index (held, ZbHeldPost, i);
      g_autoptr(GString) words = g_string_new (table->codes[first->post].label);
      int last = first->post;

      for (i++; i < held->len && g_array_index (held, ZbHeldPost, i).person == first->person; i++)
        if (g_array_index (held, ZbHeldPost, i).post != last)
          {
            last = g_array_index (held, ZbHeldPost, i).post;
            g_string_append_printf (words, "、%s", table->codes[last].label);
          }
      g_hash_table_insert (posts, g_memdup2 (&first->person, sizeof first->person), g_string_free (g_steal_pointer (&words), FALSE));
    }
  return g_steal_pointer (&posts);
}
