/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "store/life/zb-check-life.h"
#include "store/life/zb-meeting-list.h"
#include "store/life/zb-meetings.h"
#include "store/life/zb-oaths.h"
#include "store/life/zb-roll.h"
#include "store/life/zb-year.h"
#include "store/zb-access-log.h"
#include "store/zb-check.h"
#include "store/zb-db-private.h"
#include "store/zb-access-log.h"
#include "store/zb-history.h"
#include "store/zb-records.h"
#include "zb-test-db.h"

#define TODAY "2026-06-01"

/*
 * What the store does every day must not read whole tables. Its statements are made where they are used, so
 * everything is done once and then every statement that the connection has kept is asked for its plan.
 */

/* The columns of all people, and lists of everything, are made by reading everything; the check reads all. */
static const char *const may_scan[] = {
  "SELECT count(*) FROM ",
  "FROM device WHERE name = ?1",
  "FROM person_private ORDER BY person_id",
  "WHERE t.withdrawn = 0 ORDER BY t.id",
  "FROM membership WHERE withdrawn = 0 AND kind = 'organizational' ORDER BY person, id",
  "AND (ended_on IS NULL OR ended_on > ?1) ORDER BY person",
  "FROM organization WHERE withdrawn = 0 ORDER BY id",
  "FROM organization_event WHERE withdrawn = 0 AND \"on\" > ?1",
  "FROM organization WHERE number = ?1",
  "FROM organization WHERE (name = ?1 OR short_name = ?1)",
  "FROM change_set ",
  NULL
};

static gboolean
is_allowed (const char *sql)
{
  for (guint i = 0; may_scan[i] != NULL; i++)
    if (strstr (sql, may_scan[i]) != NULL)
      return TRUE;
  return g_str_has_prefix (sql, "PRAGMA") || g_str_has_prefix (sql, "EXPLAIN");
}

/* The part of the plan that reads a table from end to end, or NULL. */
static char *
find_scan (sqlite3 *db, const char *sql)
{
  g_autofree char *explain = g_strconcat ("EXPLAIN QUERY PLAN ", sql, NULL);
  sqlite3_stmt *stmt = NULL;
  char *found = NULL;

  if (sqlite3_prepare_v2 (db, explain, -1, &stmt, NULL) != SQLITE_OK)
    return NULL;
  while (found == NULL && sqlite3_step (stmt) == SQLITE_ROW)
    {
      const char *detail = (const char *) sqlite3_column_text (stmt, 3);

      if (g_str_has_prefix (detail, "SCAN") && strstr (detail, "CONSTANT ROW") == NULL && strstr (detail, "USING INDEX person_by_name_key") == NULL)
        found = g_strdup (detail);
    }
  sqlite3_finalize (stmt);
  return found;
}

static gint64
set_of (ZbDb *db)
{
  g_autoptr(GPtrArray) sets = zb_history_list (db, 0, 1, NULL);

  return ((ZbHistorySet *) sets->pdata[0])->id;
}

static void
find_people (ZbDb *db)
{
  guint n;
  g_autofree gint64 *numbers = zb_members_find_id_number (db, "11010519491231002X", &n, NULL);
  g_autofree gint64 *page = zb_test_first_page (db, zb_test_date (TODAY), 10, &n);

  g_assert_nonnull (numbers);
  g_assert_nonnull (page);
  g_assert_cmpint (zb_records_find (db, &zb_kind_member, "张三", NULL), !=, 0);
  g_assert_cmpint (zb_records_find (db, &zb_kind_member, "张三@第一党支部", NULL), !=, 0);
  g_assert_cmpint (zb_records_find (db, &zb_kind_member, "deadbeef", NULL), ==, 0);
}

static void
write_things (ZbTestDb *test)
{
  ZbDb *db = test->db;
  gint64 committee = zb_test_organization (db, "committee", "党委", 0);
  gint64 one = zb_test_organization (db, "branch", "第一党支部", committee), two = zb_test_organization (db, "branch", "第二党支部", committee);
  gint64 person = zb_test_member (db, "张三", one, "category", "full", "phone", "19900000001", NULL);
  g_autoptr(ZbRecord) record = NULL;

  zb_test_record (db, &zb_kind_post, "org", zb_test_id (one), "person", zb_test_id (person), "post", "officer", NULL);
  zb_test_set (db, &zb_kind_member, person, "note", "x");
  find_people (db);
  record = zb_records_get (db, &zb_kind_member, person, TRUE, NULL);
  g_assert_true (zb_members_derive (db, record, zb_test_date (TODAY), NULL));
  g_assert_true (zb_access_log_reveal (db, &zb_kind_member, person, "phone", NULL));
  g_assert_true (zb_test_do (db, &zb_kind_member, person, "move", TODAY, NULL, "on", "2025-01-01", "to", zb_test_id (two), NULL));
  g_assert_true (zb_test_do (db, &zb_kind_member, person, "transfer-out", TODAY, NULL, "on", "2025-02-01", "to_org", "x", NULL));
  g_assert_true (zb_test_do (db, &zb_kind_member, person, "receipt", TODAY, NULL, "on", "2025-02-02", NULL));
  g_assert_true (zb_history_undo (db, set_of (db), NULL, NULL));
  g_assert_true (zb_history_redo (db, NULL, NULL));
  g_ptr_array_unref (zb_history_of_record (db, &zb_kind_member, person, NULL));
  g_ptr_array_unref (zb_history_changes (db, 1, 10, NULL));
  g_ptr_array_unref (zb_records_list (db, &zb_kind_membership, "org", zb_test_id (one), FALSE, NULL));
  g_ptr_array_unref (zb_records_list (db, &zb_kind_membership, "ended_by", "transferred_out", FALSE, NULL));
  g_assert_true (zb_test_do (db, &zb_kind_organization, one, "merge", TODAY, NULL, "on", "2025-03-01", "into", zb_test_id (two), NULL));
  g_assert_true (zb_test_do (db, &zb_kind_organization, two, "close", TODAY, NULL, "on", "2025-04-01", NULL));
}

/* An import under later changes, taken back. */
static void
take_back (ZbDb *db)
{
  gint64 branch = zb_test_organization (db, "branch", "第四党支部", 0), before = zb_test_member (db, "王五", 0, NULL), import = 0;
  g_autoptr(ZbChangeSet) set = zb_change_set_begin (db, "import.member", NULL, NULL);
  g_autoptr(ZbRecord) record = zb_record_new (&zb_kind_member);
  g_autoptr(ZbHistoryRest) rest = NULL;

  zb_record_set (record, "name", "赵六");
  g_assert_true (zb_members_add (set, record, branch, 0, ZB_DATE_NONE, "imported", NULL));
  g_assert_true (zb_change_set_set (set, &zb_kind_member, before, "note", "x", NULL));
  g_assert_true (zb_change_set_commit (set, &import, NULL));
  zb_test_record (db, &zb_kind_post, "org", zb_test_id (branch), "person", zb_test_id (record->id), "post", "secretary", NULL);
  zb_test_set (db, &zb_kind_member, before, "note", "y");
  rest = zb_history_undo_rest (db, import, NULL, NULL, NULL, NULL, NULL);
  g_assert_cmpuint (rest->kept->len, ==, 2);
}

/* A meeting from its plan to the year's figures. */
static void
hold_meetings (ZbDb *db)
{
  gint64 branch = zb_test_organization (db, "branch", "第三党支部", 0);
  gint64 person = zb_test_member (db, "李四", branch, "category", "full", "joined_on", "2001-07-01", "confirmed_on", "2002-07-01", NULL);
  gint64 item = zb_test_record (db, &zb_kind_plan_item, "org", zb_test_id (branch), "month", "2026-05", "kind", "lecture", "title", "党课", NULL);
  g_autoptr(ZbChangeSet) set = zb_change_set_begin (db, "meeting.add", NULL, NULL);
  g_autoptr(ZbRules) rules = zb_rules_load (db, NULL);
  gint64 meeting, beside;
  ZbMeetingCount count;

  g_assert_true (zb_meetings_from_plan (set, item, zb_test_date ("2026-05-20"), &meeting, NULL));
  g_assert_true (zb_change_set_commit (set, NULL, NULL));
  g_assert_true (zb_test_do (db, &zb_kind_meeting, meeting, "hold", TODAY, NULL, "on", "2026-05-21", "started_at", "09:00", "ended_at", "11:00", NULL));
  g_clear_pointer (&set, zb_change_set_free);
  set = zb_change_set_begin (db, "meeting.mark", NULL, NULL);
  g_assert_true (zb_roll_command (set, meeting, "假 1 出差", NULL));
  g_assert_true (zb_roll_add (set, meeting, 0, "来宾甲", "guest", NULL, NULL));
  g_assert_true (zb_meetings_add_beside (set, meeting, "theme_day", &beside, NULL));
  g_assert_true (zb_change_set_commit (set, NULL, NULL));
  g_assert_true (zb_meetings_count (db, meeting, &count, NULL));
  g_ptr_array_unref (zb_check_meeting (db, meeting, zb_test_date (TODAY), NULL));
  g_ptr_array_unref (zb_meetings_list (db, branch, zb_test_date ("2026-05-01"), zb_test_date ("2026-06-01"), NULL));
  g_ptr_array_unref (zb_meetings_parts (db, &zb_kind_attendance, meeting, NULL));
  g_ptr_array_unref (zb_study_of_person (db, person, 2026, NULL));
  g_ptr_array_unref (zb_study_of_org (db, branch, zb_test_date (TODAY), NULL));
  g_hash_table_unref (zb_study_missed_by_all (db, zb_test_date (TODAY), NULL));
  g_hash_table_unref (zb_oaths_sworn (db, zb_test_date (TODAY), NULL));
  g_hash_table_unref (zb_oaths_planned (db, NULL));
}

static void
test_plans (void)
{
  g_autoptr(ZbTestDb) test = zb_test_db_new ();
  g_autoptr(GString) bad = g_string_new (NULL);
  guint n = 0;

  write_things (test);
  take_back (test->db);
  hold_meetings (test->db);
  for (sqlite3_stmt *stmt = sqlite3_next_stmt (test->db->sqlite, NULL); stmt != NULL; stmt = sqlite3_next_stmt (test->db->sqlite, stmt))
    {
      const char *sql = sqlite3_sql (stmt);
      g_autofree char *scan = is_allowed (sql) ? NULL : find_scan (test->db->sqlite, sql);

      n++;
      if (scan != NULL)
        g_string_append_printf (bad, "\n%s: %s", scan, sql);
    }
  g_assert_cmpuint (n, >, 30);
  g_assert_cmpstr (bad->str, ==, "");
}

/* A field that is declared has a column, and every link an index that finds what refers to a record. */
static void
test_columns_and_links (void)
{
  g_autoptr(ZbTestDb) test = zb_test_db_new ();

  for (guint k = 0; zb_kinds ()[k] != NULL; k++)
    for (guint i = 0; i < zb_kinds ()[k]->n_fields; i++)
      {
        const ZbKind *kind = zb_kinds ()[k];
        const ZbField *field = &kind->fields[i];
        const char *table = (field->flags & ZB_FIELD_PRIVATE) ? kind->private_table : kind->table;
        g_autofree char *select = g_strdup_printf ("SELECT \"%s\" FROM %s t WHERE t.\"%s\" = ?1", field->name, table, field->name);
        g_autofree char *scan = NULL;
        sqlite3_stmt *stmt = NULL;

        if (!zb_field_is_stored (field))
          continue;
        g_assert_cmpint (sqlite3_prepare_v2 (test->db->sqlite, select, -1, &stmt, NULL), ==, SQLITE_OK);
        /* An unknown name in double quotes would be a text to SQLite. */
        g_assert_cmpstr (sqlite3_column_origin_name (stmt, 0), ==, field->name);
        sqlite3_finalize (stmt);
        if (field->type != ZB_FIELD_LINK)
          continue;
        scan = find_scan (test->db->sqlite, select);
        g_test_message ("%s.%s", kind->name, field->name);
        g_assert_cmpstr (scan, ==, NULL);
      }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plans/every-day", test_plans);
  g_test_add_func ("/plans/columns-and-links", test_columns_and_links);
  return g_test_run ();
}
