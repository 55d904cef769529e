/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "core/zb-codes.h"
#include "core/zb-error.h"
#include "store/zb-db-private.h"
#include "store/zb-check.h"
#include "store/zb-history.h"
#include "store/zb-records.h"
#include "zb-test-db.h"

static ZbChangeSet *
begin (ZbTestDb *test)
{
  g_autoptr(GError) error = NULL;
  ZbChangeSet *set = zb_change_set_begin (test->db, "test", NULL, &error);

  g_assert_no_error (error);
  return set;
}

static ZbRecord *
new_person (const char *name)
{
  ZbRecord *record = zb_record_new (&zb_kind_member);

  zb_record_set (record, "name", name);
  return record;
}

static void
test_insert (void)
{
  g_autoptr(ZbTestDb) test = zb_test_db_new ();
  g_autoptr(GError) error = NULL;
  g_autoptr(ZbChangeSet) set = begin (test);
  g_autoptr(ZbRecord) record = new_person ("单晓云");
  g_autoptr(ZbRecord) stored = NULL;
  gint64 id = -1;

  zb_record_set (record, "birth_date", "1985-07");
  zb_record_set (record, "own_order", "7");
  zb_record_set (record, "floating", "1");
  zb_record_set (record, "phone", "19900000001");
  zb_record_set (record, "dues_base", "123456");
  g_assert_true (zb_change_set_insert (set, record, &error));
  g_assert_cmpint (record->id, >, 0);
  g_assert_cmpuint (strlen (record->uid), ==, 36);
  g_assert_cmpuint (zb_change_set_size (set), ==, 1);
  zb_change_set_subject (set, "单晓云");
  g_assert_true (zb_change_set_commit (set, &id, &error));
  g_assert_cmpint (id, >, 0);
  zb_test_db_reopen (test);
  stored = zb_records_get (test->db, &zb_kind_member, record->id, TRUE, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < zb_kind_member.n_fields; i++)
    g_assert_cmpstr (stored->values[i], ==, record->values[i]);
  g_assert_cmpstr (stored->uid, ==, record->uid);
  g_assert_cmpint (stored->version, ==, record->version);
}

/* Each field of each kind that the tables can hold comes back as it went in. */
static void
test_every_field (void)
{
  g_autoptr(ZbTestDb) test = zb_test_db_new ();
  g_autoptr(GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);

  g_hash_table_insert (ids, (gpointer) "organization", GINT_TO_POINTER (zb_test_organization (test->db, "branch", "第一党支部", 0)));

  for (guint k = 0; zb_kinds ()[k] != NULL; k++)
    {
      const ZbKind *kind = zb_kinds ()[k];
      g_autoptr(ZbRecord) record = zb_record_new (kind);
      g_autoptr(ZbRecord) stored = NULL;
      g_autoptr(GError) error = NULL;
      g_autoptr(ZbChangeSet) set = begin (test);

      for (guint i = 0; i < kind->n_fields; i++)
        {
          const ZbField *field = &kind->fields[i];

          if (!zb_field_is_stored (field))
            continue;
          switch (field->type)
            {
            case ZB_FIELD_DATE: zb_record_set (record, field->name, "2020-02"); break;
            case ZB_FIELD_BOOLEAN: zb_record_set (record, field->name, "0"); break;
            case ZB_FIELD_CLOCK: zb_record_set (record, field->name, "09:30"); break;
            case ZB_FIELD_INTEGER: case ZB_FIELD_MONEY: case ZB_FIELD_HOURS: zb_record_set (record, field->name, "12"); break;
            case ZB_FIELD_CODE: zb_record_set (record, field->name, zb_code_table_get (field->codes)->codes[0].code); break;
            case ZB_FIELD_LINK:
              /* A kind links only to earlier ones and itself. */
              if (g_hash_table_contains (ids, field->link))
                zb_record_set_int (record, field->name, GPOINTER_TO_INT (g_hash_table_lookup (ids, field->link)));
              else
                g_assert_cmpstr (field->link, ==, kind->name);
              break;
            case ZB_FIELD_TEXT: case ZB_FIELD_LONG_TEXT: case ZB_FIELD_NAME: case ZB_FIELD_ID_NUMBER: case ZB_FIELD_PHONE:
              zb_record_set (record, field->name, field->heading);
              break;
            }
        }
      /* Who was there makes nothing up. */
      if (kind == &zb_kind_attendance)
        zb_record_set (record, "state", "absent");
      /* A year has four quarters, and service takes time. */
      if (kind == &zb_kind_community_feedback)
        zb_record_set (record, "quarter", "4");
      if (kind == &zb_kind_service_hours)
        zb_record_set (record, "ended_at", "10:30");
      g_assert_true (zb_change_set_insert (set, record, &error));
      g_assert_true (zb_change_set_commit (set, NULL, &error));
      stored = zb_records_get (test->db, kind, record->id, TRUE, &error);
      g_assert_no_error (error);
      for (guint i = 0; i < kind->n_fields; i++)
        g_assert_cmpstr (stored->values[i], ==, record->values[i]);
      g_hash_table_insert (ids, (gpointer) kind->name, GINT_TO_POINTER (record->id));
    }
}

/* Records of different fields one after the other: each keeps its own and nothing of the one before. */
static void
test_differing_fields (void)
{
  g_autoptr(ZbTestDb) test = zb_test_db_new ();
  g_autoptr(ZbChangeSet) set = begin (test);
  static const char *const fields[][3] = {
    { NULL }, { "native_place", "note" }, { "school" }, { NULL }, { "note" }, { "major", "school", "native_place" },
  };
  gint64 ids[G_N_ELEMENTS (fields)];

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      g_autoptr(ZbRecord) record = new_person ("单晓云");

      for (guint f = 0; f < 3 && fields[i][f] != NULL; f++)
        zb_record_set (record, fields[i][f], fields[i][f]);
      g_assert_true (zb_change_set_insert (set, record, NULL));
      ids[i] = record->id;
    }
  g_assert_true (zb_change_set_commit (set, NULL, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      g_autoptr(ZbRecord) stored = zb_records_get (test->db, &zb_kind_member, ids[i], TRUE, NULL);
      guint n = 0;

      for (guint f = 0; f < 3 && fields[i][f] != NULL; f++)
        g_assert_cmpstr (zb_record_get (stored, fields[i][f]), ==, fields[i][f]);
      for (guint f = 0; f < stored->kind->n_fields; f++)
        n += stored->values[f] != NULL;
      for (guint f = 0; f < 3 && fields[i][f] != NULL; f++)
        n--;
      /* The name. */
      g_assert_cmpuint (n, ==, 1);
    }
}

static void
test_missing (void)
{
  g_autoptr(ZbTestDb) test = zb_test_db_new ();
  g_autoptr(GError) error = NULL;
  g_autoptr(ZbChangeSet) set = begin (test);
  g_autoptr(ZbRecord) record = zb_record_new (&zb_kind_member);

  g_assert_false (zb_change_set_insert (set, record, &error));
  g_assert_error (error, ZB_DATA_ERROR, ZB_DATA_ERROR_MISSING);
  g_assert_cmpint (record->id, ==, 0);
}

static void
test_impossible_values (void)
{
  static const struct { const char *field; const char *value; } bad[] = {
    { "birth_date", "1985.07" }, { "birth_date", "19850701" }, { "birth_date", "1985-7-1" }, { "joined_on", "yesterday" },
    { "birth_date", "2023-02-30" }, { "category", "king" },
    { "floating", "2" }, { "own_order", "seven" }, { "own_order", "7.5" }, { "dues_base", "12x" },
  };
  g_autoptr(ZbTestDb) test = zb_test_db_new ();
  gint64 person = zb_test_member (test->db, "张三", 0, NULL);
  g_autofree char *before = zb_test_db_state (test->db);

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr(ZbChangeSet) set = begin (test);
      g_autoptr(GError) error = NULL;
      g_autofree char *after = NULL;

      g_test_message ("%s = %s", bad[i].field, bad[i].value);
      g_assert_false (zb_change_set_set (set, &zb_kind_member, person, bad[i].field, bad[i].value, &error));
      g_assert_error (error, ZB_STORE_ERROR, ZB_STORE_ERROR_INVALID);
      g_clear_pointer (&set, zb_change_set_free);
      after = zb_test_db_state (test->db);
      g_assert_cmpstr (after, ==, before);
    }
}

static void
test_unknown_field (void)
{
  g_autoptr(ZbTestDb) test = zb_test_db_new ();
  gint64 person = zb_test_member (test->db, "张三", 0, NULL);
  g_autoptr(ZbChangeSet) set = begin (test);
  g_autoptr(GError) error = NULL;

  g_assert_false (zb_change_set_set (set, &zb_kind_member, person, "age", "7", &error));
  g_assert_error (error, ZB_DATA_ERROR, ZB_DATA_ERROR_BAD_FIELD);
  g_clear_error (&error);
  g_assert_false (zb_change_set_set (set, &zb_kind_member, 4711, "note", "x", &error));
  g_assert_error (error, ZB_STORE_ERROR, ZB_STORE_ERROR_NOT_FOUND);
}

static void
test_broken_link (void)
{
  g_autoptr(ZbTestDb) test = zb_test_db_new ();
  g_autoptr(ZbChangeSet) set = begin (test);
  g_autoptr(ZbRecord) record = zb_record_new (&zb_kind_term);
  g_autoptr(GError) error = NULL;

  zb_record_set (record, "org", "4711");
  g_assert_false (zb_change_set_insert (set, record, &error));
  g_assert_error (error, ZB_STORE_ERROR, ZB_STORE_ERROR_IN_USE);
}

static void
test_one_membership (void)
{
  g_autoptr(ZbTestDb) test = zb_test_db_new ();
  gint64 org = zb_test_organization (test->db, "branch", "第一党支部", 0);
  gint64 person = zb_test_member (test->db, "张三", org, NULL);
  g_autoptr(ZbChangeSet) set = begin (test);
  g_autoptr(ZbRecord) record = zb_record_new (&zb_kind_membership);
  g_autoptr(GError) error = NULL;

  zb_record_set_int (record, "person", person);
  zb_record_set_int (record, "org", org);
  zb_record_set (record, "kind", "organizational");
  g_assert_false (zb_change_set_insert (set, record, &error));
  g_assert_error (error, ZB_STORE_ERROR, ZB_STORE_ERROR_DUPLICATE);
}

static void
test_update (void)
{
  g_autoptr(ZbTestDb) test = zb_test_db_new ();
  gint64 person = zb_test_member (test->db, "张三", 0, "phone", "19900000001", "note", "一", NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(ZbRecord) record = zb_records_get (test->db, &zb_kind_member, person, FALSE, &error);
  g_autoptr(ZbChangeSet) set = begin (test);
  g_autoptr(GPtrArray) changes = NULL;
  const ZbHistoryChange *change;
  gint64 id;

  g_assert_null (zb_record_get (record, "phone"));
  zb_record_set (record, "note", "二");
  zb_record_set (record, "school", "“云溪”\n\\大学");
  g_assert_true (zb_change_set_update (set, record, &error));
  g_assert_true (zb_change_set_commit (set, &id, &error));
  zb_test_assert_value (test->db, &zb_kind_member, person, "note", "二");
  zb_test_assert_value (test->db, &zb_kind_member, person, "school", "“云溪”\n\\大学");
  /* The private fields were not read, so they were not written. */
  zb_test_assert_value (test->db, &zb_kind_member, person, "phone", "19900000001");
  changes = zb_history_changes (test->db, id, 10, &error);
  g_assert_cmpuint (changes->len, ==, 2);
  change = g_ptr_array_index (changes, 0);
  g_assert_cmpstr (change->field, ==, "school");
  g_assert_null (change->before);
  g_assert_cmpstr (change->after, ==, "“云溪”\n\\大学");
  change = g_ptr_array_index (changes, 1);
  g_assert_cmpstr (change->field, ==, "note");
  g_assert_cmpstr (change->before, ==, "一");
  g_assert_cmpstr (change->after, ==, "二");
}

static void
test_private_update (void)
{
  g_autoptr(ZbTestDb) test = zb_test_db_new ();
  gint64 person = zb_test_member (test->db, "张三", 0, "address", "云溪路1号", NULL);

  zb_test_set (test->db, &zb_kind_member, person, "phone", "19900000009");
  zb_test_assert_value (test->db, &zb_kind_member, person, "phone", "19900000009");
  zb_test_assert_value (test->db, &zb_kind_member, person, "address", "云溪路1号");
  zb_test_set (test->db, &zb_kind_member, person, "phone", NULL);
  zb_test_assert_value (test->db, &zb_kind_member, person, "phone", NULL);
}

static void
test_nothing_changed (void)
{
  g_autoptr(ZbTestDb) test = zb_test_db_new ();
  gint64 person = zb_test_member (test->db, "张三", 0, "note", "一", NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(ZbChangeSet) set = begin (test);
  gint64 sets = zb_test_db_number (test, "SELECT count(*) FROM change_set"), id = -1;

  g_assert_true (zb_change_set_set (set, &zb_kind_member, person, "note", "一", &error));
  g_assert_cmpuint (zb_change_set_size (set), ==, 0);
  g_assert_true (zb_change_set_commit (set, &id, &error));
  g_assert_cmpint (id, ==, 0);
  g_assert_cmpint (zb_test_db_number (test, "SELECT count(*) FROM change_set"), ==, sets);
  g_assert_cmpint (zb_test_db_number (test, "SELECT row_version FROM person"), ==, 1);
}

static void
test_conflict (void)
{
  g_autoptr(ZbTestDb) test = zb_test_db_new ();
  gint64 person = zb_test_member (test->db, "张三", 0, "note", "一", NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(ZbRecord) mine = zb_records_get (test->db, &zb_kind_member, person, TRUE, &error);
  g_autoptr(ZbChangeSet) set = NULL;

  zb_test_set (test->db, &zb_kind_member, person, "note", "别人的");
  zb_record_set (mine, "note", "我的");
  set = begin (test);
  g_assert_false (zb_change_set_update (set, mine, &error));
  g_assert_error (error, ZB_STORE_ERROR, ZB_STORE_ERROR_CONFLICT);
  g_clear_pointer (&set, zb_change_set_free);
  zb_test_assert_value (test->db, &zb_kind_member, person, "note", "别人的");
}

static void
test_withdraw (void)
{
  g_autoptr(ZbTestDb) test = zb_test_db_new ();
  gint64 person = zb_test_member (test->db, "张三", 0, NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(ZbChangeSet) set = begin (test);

  g_assert_true (zb_change_set_withdraw (set, &zb_kind_member, person, &error));
  g_assert_true (zb_change_set_commit (set, NULL, &error));
  g_assert_cmpint (zb_records_count (test->db, &zb_kind_member, NULL), ==, 0);
  g_assert_cmpint (zb_test_db_number (test, "SELECT count(*) FROM person"), ==, 1);
  g_clear_pointer (&set, zb_change_set_free);
  set = begin (test);
  g_assert_false (zb_change_set_set (set, &zb_kind_member, person, "note", "x", &error));
}

static void
test_freed_is_rolled_back (void)
{
  g_autoptr(ZbTestDb) test = zb_test_db_new ();
  g_autoptr(ZbChangeSet) set = begin (test);
  g_autoptr(ZbRecord) record = new_person ("张三");

  g_assert_true (zb_change_set_insert (set, record, NULL));
  g_clear_pointer (&set, zb_change_set_free);
  g_assert_true (sqlite3_get_autocommit (test->db->sqlite));
  g_assert_cmpint (zb_records_count (test->db, &zb_kind_member, NULL), ==, 0);
  g_assert_cmpint (zb_test_db_number (test, "SELECT count(*) FROM change_set"), ==, 0);
}

/* The indexes of people as they stand, and whether one of them is there now, inside a set or not. */
static char *
indexes_of (ZbTestDb *test)
{
  g_autoptr(ZbStmt) stmt = zb_db_borrow (test->db, "SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND sql NOT NULL ORDER BY name", NULL);
  GString *out = g_string_new (NULL);

  while (zb_db_step (test->db, stmt, NULL) == 1)
    g_string_append_printf (out, "%s: %s\n", zb_stmt_text (stmt, 0), zb_stmt_text (stmt, 1));
  return g_string_free (out, FALSE);
}

static gint64
has_name_index (ZbTestDb *test)
{
  return zb_db_int (test->db, "SELECT count(*) FROM sqlite_schema WHERE name = 'person_by_name'", 0, NULL);
}

/* When many are to come the scattered indexes are built at the end; whatever happens, they are all there then. */
static void
test_many_to_come (void)
{
  g_autoptr(ZbTestDb) test = zb_test_db_new ();
  g_autofree char *before = indexes_of (test);
  g_autofree char *after = NULL;
  g_autoptr(GError) error = NULL;

  for (guint round = 0; round < 2; round++)
    {
      g_autoptr(ZbChangeSet) set = begin (test);
      g_autoptr(ZbRecord) record = new_person ("单晓云");
      g_autofree char *now = NULL;

      g_assert_true (zb_change_set_expect (set, 19999, TRUE, &error));
      g_assert_cmpint (has_name_index (test), ==, 1);
      g_assert_true (zb_change_set_expect (set, 20000, TRUE, &error));
      g_assert_cmpint (has_name_index (test), ==, 0);
      zb_record_set (record, "id_number", "99010119850712002X");
      g_assert_true (zb_change_set_insert (set, record, &error));
      if (round == 1)
        g_assert_true (zb_change_set_commit (set, NULL, &error));
      g_clear_pointer (&set, zb_change_set_free);
      now = indexes_of (test);
      g_assert_cmpstr (now, ==, before);
      g_assert_cmpint (zb_records_count (test->db, &zb_kind_member, NULL), ==, round);
    }
  g_assert_cmpint (zb_records_find (test->db, &zb_kind_member, "单晓云", &error), >, 0);
  g_assert_cmpint (zb_records_find (test->db, &zb_kind_member, "99010119850712002X", &error), >, 0);
  zb_test_db_reopen (test);
  after = indexes_of (test);
  g_assert_cmpstr (after, ==, before);
  g_assert_cmpint (zb_test_db_number (test, "SELECT count(*) FROM pragma_integrity_check WHERE integrity_check <> 'ok'"), ==, 0);
}

static void
assert_no_damage (ZbTestDb *test)
{
  g_autoptr(GPtrArray) findings = zb_check_run (test->db, zb_test_date ("2026-01-01"), FALSE, NULL, NULL, NULL);

  for (guint i = 0; i < findings->len; i++)
    g_assert_cmpint (((ZbFinding *) findings->pdata[i])->level, !=, ZB_FINDING_DAMAGE);
}

/* A log whose rows are written a few at a time is whole at any number of them. */
static void
test_rows_of_the_log (void)
{
  g_autoptr(ZbTestDb) test = zb_test_db_new ();
  static const guint numbers[] = { 1, 15, 16, 17, 31, 32, 33, 50 };

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      g_autoptr(ZbChangeSet) set = begin (test);
      g_autoptr(GError) error = NULL;
      gint64 id;

      for (guint n = 0; n < numbers[i]; n++)
        {
          g_autoptr(ZbRecord) record = new_person ("张三");

          g_assert_true (zb_change_set_insert (set, record, &error));
        }
      g_assert_true (zb_change_set_commit (set, &id, &error));
      {
        g_autofree char *sql = g_strdup_printf ("SELECT count(*) * 1000 + max(seq) FROM change WHERE set_id = %" G_GINT64_FORMAT, id);

        g_assert_cmpint (zb_test_db_number (test, sql), ==, numbers[i] * 1000 + numbers[i]);
      }
    }
  assert_no_damage (test);
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    g_assert_true (zb_history_undo (test->db, 0, NULL, NULL));
  g_assert_cmpint (zb_records_count (test->db, &zb_kind_member, NULL), ==, 0);
}

/* Every desk that writes into a file has a row of its own there. */
static void
test_desks (void)
{
  g_autoptr(ZbTestDb) test = zb_test_db_new ();

  zb_test_member (test->db, "张三", 0, NULL);
  zb_test_member (test->db, "李四", 0, NULL);
  g_assert_cmpint (zb_test_db_number (test, "SELECT count(*) FROM device"), ==, 1);
  zb_test_db_sql (test, "UPDATE device SET name = 'another desk'");
  zb_test_db_reopen (test);
  zb_test_member (test->db, "王五", 0, NULL);
  g_assert_cmpint (zb_test_db_number (test, "SELECT count(*) FROM device"), ==, 2);
  g_assert_cmpint (zb_test_db_number (test, "SELECT count(DISTINCT device) FROM change_set"), ==, 2);
  g_assert_cmpint (zb_test_db_number (test, "SELECT count(DISTINCT device) FROM person"), ==, 2);
}

/* A parent that is changed without a step takes the paths along all the same. */
static void
test_paths_follow (void)
{
  g_autoptr(ZbTestDb) test = zb_test_db_new ();
  gint64 committee = zb_test_organization (test->db, "committee", "党委", 0);
  gint64 general = zb_test_organization (test->db, "general_branch", "总支", 0);

  zb_test_organization (test->db, "branch", "第一党支部", general);
  zb_test_set (test->db, &zb_kind_organization, general, "parent", zb_test_id (committee));
  g_assert_cmpint (zb_test_db_number (test, "SELECT max (length (path)) FROM organization"), ==, 12);
}

static void
test_sort_key_follows_the_reading (void)
{
  g_autoptr(ZbTestDb) test = zb_test_db_new ();
  gint64 first = zb_test_member (test->db, "曾一", 0, NULL);   /* as a surname: zeng */
  gint64 second = zb_test_member (test->db, "王二", 0, NULL);
  g_autofree gint64 *ids = NULL;
  guint n;

  zb_test_set (test->db, &zb_kind_member, first, "reading", "ceng yi");
  ids = zb_test_first_page (test->db, zb_test_date ("2026-01-01"), 10, &n);
  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpint (ids[0], ==, first);
  g_free (g_steal_pointer (&ids));
  zb_test_set (test->db, &zb_kind_member, first, "reading", NULL);
  ids = zb_test_first_page (test->db, zb_test_date ("2026-01-01"), 10, &n);
  g_assert_cmpint (ids[0], ==, second);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/change-set/insert", test_insert);
  g_test_add_func ("/change-set/every-field", test_every_field);
  g_test_add_func ("/change-set/differing-fields", test_differing_fields);
  g_test_add_func ("/change-set/missing", test_missing);
  g_test_add_func ("/change-set/impossible-values", test_impossible_values);
  g_test_add_func ("/change-set/unknown-field", test_unknown_field);
  g_test_add_func ("/change-set/broken-link", test_broken_link);
  g_test_add_func ("/change-set/one-membership", test_one_membership);
  g_test_add_func ("/change-set/update", test_update);
  g_test_add_func ("/change-set/private-update", test_private_update);
  g_test_add_func ("/change-set/nothing-changed", test_nothing_changed);
  g_test_add_func ("/change-set/conflict", test_conflict);
  g_test_add_func ("/change-set/withdraw", test_withdraw);
  g_test_add_func ("/change-set/freed-is-rolled-back", test_freed_is_rolled_back);
  g_test_add_func ("/change-set/many-to-come", test_many_to_come);
  g_test_add_func ("/change-set/rows-of-the-log", test_rows_of_the_log);
  g_test_add_func ("/change-set/desks", test_desks);
  g_test_add_func ("/change-set/paths-follow", test_paths_follow);
  g_test_add_func ("/change-set/sort-key-follows-the-reading", test_sort_key_follows_the_reading);
  return g_test_run ();
}
