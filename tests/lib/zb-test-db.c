/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "zb-test-db.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <stdarg.h>
#include <string.h>

#include "store/zb-records.h"

/* A day of its own, so that a date in a test is not in the future on a machine whose clock is behind. */
static void
set_day (ZbDb *db)
{
  zb_db_set_today (db, (ZbDate) { 2030, 12, 31 });
}

ZbTestDb *
zb_test_db_new (void)
{
  g_autoptr(GError) error = NULL;
  ZbTestDb *self = g_new0 (ZbTestDb, 1);

  self->folder = g_dir_make_tmp ("zhibu-test-XXXXXX", &error);
  g_assert_no_error (error);
  self->path = g_build_filename (self->folder, "registry.zhibu", NULL);
  self->db = zb_db_open (self->path, ZB_DB_CREATE, &error);
  g_assert_no_error (error);
  set_day (self->db);
  return self;
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

static GPtrArray *
list_folder (const char *folder)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  GDir *dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    g_ptr_array_add (names, g_strdup (name));
  g_clear_pointer (&dir, g_dir_close);
  g_ptr_array_sort (names, compare_names);
  return names;
}

void
zb_test_db_free (ZbTestDb *self)
{
  g_autoptr(GPtrArray) names = NULL;

  zb_db_close (self->db);
  g_chmod (self->folder, 0700);
  names = list_folder (self->folder);
  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *file = zb_test_db_file (self, g_ptr_array_index (names, i));

      g_remove (file);
    }
  g_rmdir (self->folder);
  g_free (self->folder);
  g_free (self->path);
  g_free (self);
}

void
zb_test_db_reopen (ZbTestDb *self)
{
  g_autoptr(GError) error = NULL;

  g_clear_pointer (&self->db, zb_db_close);
  self->db = zb_db_open (self->path, ZB_DB_WRITE, &error);
  g_assert_no_error (error);
  set_day (self->db);
}

char *
zb_test_db_file (ZbTestDb *self, const char *name)
{
  return g_build_filename (self->folder, name, NULL);
}

char *
zb_test_db_files (ZbTestDb *self)
{
  g_autoptr(GPtrArray) names = list_folder (self->folder);

  g_ptr_array_add (names, NULL);
  return g_strjoinv (" ", (char **) names->pdata);
}

static void
add_record (GString *out, const ZbRecord *record)
{
  g_string_append_printf (out, "%s %" G_GINT64_FORMAT " %s", record->kind->name, record->id, record->uid);
  for (guint i = 0; i < record->kind->n_fields; i++)
    if (record->values[i] != NULL)
      g_string_append_printf (out, " %s=%s", record->kind->fields[i].name, record->values[i]);
  g_string_append_c (out, '\n');
}

char *
zb_test_db_state (ZbDb *db)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; zb_kinds ()[i] != NULL; i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(GPtrArray) records = zb_records_list (db, zb_kinds ()[i], NULL, NULL, TRUE, &error);

      g_assert_no_error (error);
      for (guint j = 0; j < records->len; j++)
        add_record (out, g_ptr_array_index (records, j));
    }
  return g_string_free (out, FALSE);
}

static sqlite3 *
connect_behind (ZbTestDb *self)
{
  sqlite3 *other = NULL;

  g_assert_cmpint (sqlite3_open_v2 (self->path, &other, SQLITE_OPEN_READWRITE, NULL), ==, SQLITE_OK);
  sqlite3_busy_timeout (other, 2000);
  return other;
}

void
zb_test_db_sql (ZbTestDb *self, const char *sql)
{
  sqlite3 *other = connect_behind (self);
  char *message = NULL;
  int code = sqlite3_exec (other, sql, NULL, NULL, &message);

  if (code != SQLITE_OK)
    g_error ("%s: %s", sql, message);
  sqlite3_close (other);
}

gint64
zb_test_db_number (ZbTestDb *self, const char *sql)
{
  sqlite3 *other = connect_behind (self);
  sqlite3_stmt *stmt = NULL;
  gint64 number;

  g_assert_cmpint (sqlite3_prepare_v2 (other, sql, -1, &stmt, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_step (stmt), ==, SQLITE_ROW);
  number = sqlite3_column_int64 (stmt, 0);
  sqlite3_finalize (stmt);
  sqlite3_close (other);
  return number;
}

static ZbChangeSet *
begin (ZbDb *db, const char *action)
{
  g_autoptr(GError) error = NULL;
  ZbChangeSet *set = zb_change_set_begin (db, action, NULL, &error);

  g_assert_no_error (error);
  return set;
}

static void
commit (ZbChangeSet *set)
{
  g_autoptr(GError) error = NULL;

  zb_change_set_commit (set, NULL, &error);
  g_assert_no_error (error);
}

gint64
zb_test_organization (ZbDb *db, const char *kind, const char *name, gint64 parent)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ZbChangeSet) set = begin (db, "organization.add");
  g_autoptr(ZbRecord) record = zb_record_new (&zb_kind_organization);

  zb_record_set (record, "kind", kind);
  zb_record_set (record, "name", name);
  zb_organizations_add (set, record, parent, &error);
  g_assert_no_error (error);
  commit (set);
  return record->id;
}

static ZbRecord *
new_record (const ZbKind *kind, va_list args)
{
  ZbRecord *record = zb_record_new (kind);
  const char *field;

  while ((field = va_arg (args, const char *)) != NULL)
    zb_record_set (record, field, va_arg (args, const char *));
  return record;
}

gint64
zb_test_member (ZbDb *db, const char *name, gint64 org, ...)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ZbChangeSet) set = begin (db, "member.add");
  g_autoptr(ZbRecord) record = NULL;
  va_list args;

  va_start (args, org);
  record = new_record (&zb_kind_member, args);
  va_end (args);
  zb_record_set (record, "name", name);
  zb_members_add (set, record, org, 0, ZB_DATE_NONE, "imported", &error);
  g_assert_no_error (error);
  commit (set);
  return record->id;
}

gint64
zb_test_record (ZbDb *db, const ZbKind *kind, ...)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ZbChangeSet) set = begin (db, "add");
  g_autoptr(ZbRecord) record = NULL;
  va_list args;

  va_start (args, kind);
  record = new_record (kind, args);
  va_end (args);
  zb_change_set_insert (set, record, &error);
  g_assert_no_error (error);
  commit (set);
  return record->id;
}

void
zb_test_set (ZbDb *db, const ZbKind *kind, gint64 id, const char *field, const char *value)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ZbChangeSet) set = begin (db, "set");

  zb_change_set_set (set, kind, id, field, value, &error);
  g_assert_no_error (error);
  commit (set);
}

const char *
zb_test_id (gint64 id)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, id);

  return g_intern_string (text);
}

gboolean
zb_test_do (ZbDb *db, const ZbKind *kind, gint64 id, const char *step, const char *as_of, GError **error, ...)
{
  g_autoptr(ZbChangeSet) set = begin (db, step);
  g_autoptr(GHashTable) fields = g_hash_table_new (g_str_hash, g_str_equal);
  const char *name;
  va_list args;

  va_start (args, error);
  while ((name = va_arg (args, const char *)) != NULL)
    g_hash_table_insert (fields, (gpointer) name, (gpointer) va_arg (args, const char *));
  va_end (args);
  g_assert_nonnull (zb_kind_step (kind, step));
  return zb_steps_apply (set, kind, id, zb_kind_step (kind, step), fields, zb_test_date (as_of), error)
         && zb_change_set_commit (set, NULL, error);
}

ZbDate
zb_test_date (const char *text)
{
  g_autoptr(GError) error = NULL;
  ZbDate date = ZB_DATE_NONE;

  zb_date_parse (text, &date, &error);
  g_assert_no_error (error);
  return date;
}

char *
zb_test_value (ZbDb *db, const ZbKind *kind, gint64 id, const char *field)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ZbRecord) record = zb_records_get (db, kind, id, TRUE, &error);

  g_assert_no_error (error);
  return g_strdup (zb_record_get (record, field));
}

gint64 *
zb_test_first_page (ZbDb *db, ZbDate as_of, guint limit, guint *out_n)
{
  gint64 *ids = zb_members_first_page (db, as_of, &(ZbMemberQuery) { .order = ZB_ORDER_PINYIN }, limit, out_n, NULL);

  g_assert_nonnull (ids);
  return ids;
}
