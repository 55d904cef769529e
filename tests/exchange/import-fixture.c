/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import-fixture.h"

#include <glib/gstdio.h>
#include <string.h>

#include "core/zb-error.h"
#include "store/zb-records.h"

void
import_fixture_set_up (ImportFixture *self, gconstpointer data)
{
  g_autoptr(GError) error = NULL;

  self->db = zb_test_db_new ();
  self->folder = g_dir_make_tmp ("zhibu-import-XXXXXX", &error);
  g_assert_no_error (error);
}

void
import_fixture_tear_down (ImportFixture *self, gconstpointer data)
{
  g_autoptr(GDir) dir = g_dir_open (self->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (self->folder, name, NULL);

      g_remove (path);
    }
  g_rmdir (self->folder);
  g_free (self->folder);
  zb_test_db_free (self->db);
}

char *
import_file (ImportFixture *self, const char *name, const char *text, gssize length)
{
  g_autofree char *path = g_build_filename (self->folder, name, NULL);
  g_autoptr(GError) error = NULL;

  g_file_set_contents (path, text, length, &error);
  g_assert_no_error (error);
  return g_steal_pointer (&path);
}

ZbImport *
import_open (ImportFixture *self, const char *path)
{
  g_autoptr(GError) error = NULL;
  ZbImport *import = zb_import_new (self->db->db, &zb_kind_member, path, NULL, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  zb_import_check (import, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  return import;
}

ZbImport *
import_text (ImportFixture *self, const char *text)
{
  g_autofree char *path = import_file (self, "roster.csv", text, -1);

  return import_open (self, path);
}

char *
import_sheets (ImportFixture *self, const char *name)
{
  g_autofree char *script = g_build_filename (g_getenv ("ZB_SOURCEDIR"), "tests/exchange/make-sheets.py", NULL);
  /* Debian's own Python has openpyxl. */
  const char *argv[] = { "/usr/bin/python3", script, self->folder, "lists", NULL };

  g_assert_true (g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, NULL, NULL, NULL, NULL));
  return g_build_filename (self->folder, name, NULL);
}

gint64
import_take (ZbImport *import)
{
  g_autoptr(GError) error = NULL;
  gint64 set = 0;
  gboolean good = zb_import_commit (import, FALSE, &set, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_true (good);
  return set;
}

void
import_expect (ZbImport *import, guint fresh, guint updated, guint same, guint skipped, guint errors)
{
  const ZbImportCounts *counts = zb_import_counts (import);
  g_autofree char *found = g_strdup_printf ("new %u updated %u same %u skipped %u errors %u", counts->fresh, counts->updated,
                                            counts->same, counts->skipped, counts->errors);
  g_autofree char *expected = g_strdup_printf ("new %u updated %u same %u skipped %u errors %u", fresh, updated, same, skipped, errors);

  g_assert_cmpstr (found, ==, expected);
  g_assert_cmpuint (counts->read, ==, fresh + updated + same + errors);
}

char *
import_rules (ZbImport *import)
{
  GPtrArray *problems = zb_import_problems (import);
  g_autoptr(GString) out = g_string_new (NULL);

  for (guint i = 0; i < problems->len; i++)
    {
      const ZbImportProblem *problem = g_ptr_array_index (problems, i);

      /* Nearly every list begins with an empty registry, where every branch is new. */
      if (strcmp (problem->rule, "branch-new") == 0)
        continue;
      g_string_append_printf (out, "%u %s %s%s\n", problem->row, problem->column != NULL ? problem->column : "-", problem->rule,
                              problem->is_error ? "!" : "");
    }
  return g_string_free (g_steal_pointer (&out), FALSE);
}

gboolean
import_has (ZbImport *import, guint row, const char *rule)
{
  GPtrArray *problems = zb_import_problems (import);

  for (guint i = 0; i < problems->len; i++)
    {
      const ZbImportProblem *problem = g_ptr_array_index (problems, i);

      if (problem->row == row && strcmp (problem->rule, rule) == 0)
        return TRUE;
    }
  return FALSE;
}

char *
import_member (ImportFixture *self, const char *name, const char *field)
{
  g_autoptr(GError) error = NULL;
  gint64 id = zb_records_find (self->db->db, &zb_kind_member, name, &error);
  g_autoptr(ZbRecord) record = NULL;

  g_assert_no_error (error);
  record = zb_records_get (self->db->db, &zb_kind_member, id, TRUE, &error);
  g_assert_no_error (error);
  zb_members_derive (self->db->db, record, (ZbDate) { 2026, 11, 24 }, &error);
  g_assert_no_error (error);
  if (strcmp (field, "branch") == 0 || strcmp (field, "group") == 0)
    return zb_record_get (record, field) != NULL
             ? zb_records_title (self->db->db, &zb_kind_organization, zb_record_get_int (record, field)) : NULL;
  return g_strdup (zb_record_get (record, field));
}

void
import_assert (ImportFixture *self, const char *name, const char *field, const char *expected)
{
  g_autofree char *found = import_member (self, name, field);

  g_assert_cmpstr (found, ==, expected);
}

gint64
import_count (ImportFixture *self, const ZbKind *kind)
{
  return zb_records_count (self->db->db, kind, NULL);
}
