/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "paper-fixture.h"

#include <glib/gstdio.h>
#include <string.h>

#include "exchange/paper/zb-sheet-private.h"
#include "store/zb-steps.h"

static void
set_pairs (ZbRecord *record, va_list pairs)
{
  const char *name;

  while ((name = va_arg (pairs, const char *)) != NULL)
    zb_record_set (record, name, va_arg (pairs, const char *));
}

static gint64
add_org (ZbChangeSet *set, gint64 parent, const char *kind, const char *name, const char *short_name)
{
  g_autoptr(ZbRecord) record = zb_record_new (&zb_kind_organization);
  g_autoptr(GError) error = NULL;

  zb_record_set (record, "name", name);
  zb_record_set (record, "short_name", short_name);
  zb_record_set (record, "kind", kind);
  zb_record_set (record, "opened_on", "2001-01-01");
  zb_organizations_add (set, record, parent, &error);
  g_assert_no_error (error);
  return record->id;
}

gint64
zb_paper_fixture_add (ZbPaperFixture *fixture, gint64 org, gint64 group, ...)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ZbChangeSet) set = zb_change_set_begin (fixture->db, "member.add", NULL, &error);
  g_autoptr(ZbRecord) record = zb_record_new (&zb_kind_member);
  va_list pairs;

  g_assert_no_error (error);
  va_start (pairs, group);
  set_pairs (record, pairs);
  va_end (pairs);
  zb_members_add (set, record, org, group, (ZbDate) { 2010, 1, 1 }, "founded", &error);
  g_assert_no_error (error);
  zb_change_set_commit (set, NULL, &error);
  g_assert_no_error (error);
  return record->id;
}

void
zb_paper_fixture_do (ZbPaperFixture *fixture, const ZbKind *kind, gint64 id, const char *step, ...)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ZbChangeSet) set = zb_change_set_begin (fixture->db, step, NULL, &error);
  g_autoptr(GHashTable) fields = g_hash_table_new (g_str_hash, g_str_equal);
  const char *name;
  va_list pairs;

  g_assert_no_error (error);
  va_start (pairs, step);
  while ((name = va_arg (pairs, const char *)) != NULL)
    g_hash_table_insert (fields, (gpointer) name, va_arg (pairs, char *));
  va_end (pairs);
  zb_steps_apply (set, kind, id, zb_kind_step (kind, step), fields, ZB_TEST_DAY, &error);
  g_assert_no_error (error);
  zb_change_set_commit (set, NULL, &error);
  g_assert_no_error (error);
}

static void
add_post (ZbPaperFixture *fixture, gint64 person, const char *post)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ZbChangeSet) set = zb_change_set_begin (fixture->db, "post.add", NULL, &error);
  g_autoptr(ZbRecord) record = zb_record_new (&zb_kind_post);

  zb_record_set_int (record, "org", fixture->first);
  zb_record_set_int (record, "person", person);
  zb_record_set (record, "post", post);
  zb_record_set (record, "started_on", "2024-03-01");
  zb_change_set_insert (set, record, &error);
  g_assert_no_error (error);
  zb_change_set_commit (set, NULL, &error);
  g_assert_no_error (error);
}

static void
add_people (ZbPaperFixture *fixture)
{
  gint64 secretary, left;

  zb_paper_fixture_add (fixture, fixture->first, fixture->group, "name", "王一鸣", "sex", "1", "ethnicity", "01", "birth_date",
                        "1985-07-12", "education", "20", "joined_on", "2010-07-01", "confirmed_on", "2011-07-01", "id_number",
                        "990101198507120015", "phone", "19900000001", "work_unit", "综合办公室主任", NULL);
  secretary = zb_paper_fixture_add (fixture, fixture->first, 0, "name", "田富", "sex", "2", "ethnicity", "03", "birth_date",
                                    "1970-05", "joined_on", "1995-07", "confirmed_on", "1996-07", NULL);
  zb_paper_fixture_add (fixture, fixture->second, 0, "name", "王伟", "sex", "1", "ethnicity", "01", "birth_date", "2001-02-03",
                        "joined_on", "2026-03-05", "note", "=1+2", NULL);
  zb_paper_fixture_add (fixture, fixture->second, 0, "name", "丁小宁", "sex", "2", "ethnicity", "01", "applied_on", "2024-05-04",
                        "activist_on", "2025-05-04", NULL);
  left = zb_paper_fixture_add (fixture, fixture->second, 0, "name", "林芳", "sex", "2", "ethnicity", "01", "joined_on",
                               "2000-07-01", "confirmed_on", "2001-07-01", NULL);
  add_post (fixture, secretary, "organization_officer");
  add_post (fixture, secretary, "secretary");
  zb_paper_fixture_do (fixture, &zb_kind_member, left, "transfer-out", "on", "2025-06-01", "to_org", "外地某支部", NULL);
}

void
zb_paper_fixture_set_up (ZbPaperFixture *fixture, gconstpointer unused)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *path = NULL;
  g_autoptr(ZbChangeSet) set = NULL;

  fixture->folder = g_dir_make_tmp ("zhibu-paper-XXXXXX", &error);
  g_assert_no_error (error);
  path = g_build_filename (fixture->folder, "registry.zhibu", NULL);
  fixture->db = zb_db_open (path, ZB_DB_CREATE, &error);
  g_assert_no_error (error);
  set = zb_change_set_begin (fixture->db, "organization.add", NULL, &error);
  g_assert_no_error (error);
  fixture->committee = add_org (set, 0, "committee", "中共甲乙公司委员会", NULL);
  fixture->first = add_org (set, fixture->committee, "branch", "中共甲乙公司第一支部委员会", "第一党支部");
  fixture->second = add_org (set, fixture->committee, "branch", "中共甲乙公司第二支部", "第二党支部");
  fixture->group = add_org (set, fixture->first, "group", "第一党小组", NULL);
  zb_change_set_commit (set, NULL, &error);
  g_assert_no_error (error);
  add_people (fixture);
}

static void
remove_folder (const char *path)
{
  g_autoptr(GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *file = g_build_filename (path, name, NULL);

      if (g_file_test (file, G_FILE_TEST_IS_DIR))
        remove_folder (file);
      else
        g_unlink (file);
    }
  g_rmdir (path);
}

void
zb_paper_fixture_tear_down (ZbPaperFixture *fixture, gconstpointer unused)
{
  zb_db_close (fixture->db);
  remove_folder (fixture->folder);
  g_free (fixture->folder);
}

typedef struct {
  char **rows;  /* (owned) */
  char **cells; /* (owned) (nullable): of the row at hand */
  guint n_columns;
} ZbTestRows;

static gboolean
test_row (gpointer data, guint row, const char **out_cells, GError **error)
{
  ZbTestRows *self = data;
  guint n;

  g_strfreev (self->cells);
  self->cells = g_strsplit (self->rows[row], "\t", -1);
  n = g_strv_length (self->cells);
  for (guint i = 0; i < self->n_columns; i++)
    out_cells[i] = i < n ? self->cells[i] : "";
  return TRUE;
}

static void
test_rows_free (gpointer data)
{
  ZbTestRows *self = data;

  g_strfreev (self->rows);
  g_strfreev (self->cells);
  g_free (self);
}

static const ZbSheetSource test_source = { .row = test_row, .free = test_rows_free };

ZbSheet *
zb_test_sheet (const ZbRosterRequest *request, const char *const *columns, const char *const *rows, guint n_rows)
{
  ZbSheet *sheet = zb_sheet_new_empty (request);
  ZbTestRows *data = g_new0 (ZbTestRows, 1);

  for (guint i = 0; columns[i] != NULL; i++)
    g_assert_true (zb_sheet_add_column (sheet, columns[i], NULL, NULL));
  data->rows = g_new0 (char *, n_rows + 1);
  for (guint i = 0; i < n_rows; i++)
    data->rows[i] = g_strdup (rows[i]);
  data->n_columns = zb_sheet_n_columns (sheet);
  zb_sheet_set_source (sheet, &test_source, data, n_rows);
  return sheet;
}

char *
zb_test_cells (ZbSheet *sheet, guint row)
{
  guint n = zb_sheet_n_columns (sheet);
  g_autofree const char **cells = g_new0 (const char *, n + 1);
  g_autoptr(GError) error = NULL;

  zb_sheet_row (sheet, row, cells, &error);
  g_assert_no_error (error);
  return g_strjoinv ("|", (char **) cells);
}

char *
zb_test_column (ZbSheet *sheet, const char *name)
{
  guint n = zb_sheet_n_columns (sheet);
  g_autofree const char **cells = g_new0 (const char *, n + 1);
  GString *out = g_string_new (NULL);

  for (guint row = 0; row < zb_sheet_n_rows (sheet); row++)
    {
      g_assert_true (zb_sheet_row (sheet, row, cells, NULL));
      for (guint i = 0; i < n; i++)
        if (strcmp (zb_sheet_column (sheet, i)->name, name) == 0)
          g_string_append_printf (out, "%s%s", row > 0 ? " " : "", cells[i]);
    }
  return g_string_free (out, FALSE);
}
