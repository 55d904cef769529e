/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "store/life/zb-attachments.h"
#include "store/zb-check.h"
#include "store/zb-history.h"
#include "store/zb-records.h"
#include "zb-test-db.h"

static gint64
add (ZbDb *db, gint64 meeting, const char *name, GBytes *data, GBytes *preview)
{
  g_autoptr(ZbChangeSet) set = zb_change_set_begin (db, "meeting.attach", name, NULL);
  g_autoptr(ZbRecord) record = zb_record_new (&zb_kind_attachment);
  g_autoptr(GError) error = NULL;

  zb_record_set_int (record, "meeting", meeting);
  zb_record_set (record, "kind", "photo");
  zb_record_set (record, "name", name);
  zb_record_set (record, "media", "image/jpeg");
  g_assert_true (zb_attachments_add (set, record, data, preview, &error));
  g_assert_no_error (error);
  g_assert_true (zb_change_set_commit (set, NULL, NULL));
  return record->id;
}

static gint64
meeting_in (ZbDb *db)
{
  gint64 branch = zb_test_organization (db, "branch", "第一党支部", 0);

  return zb_test_record (db, &zb_kind_meeting, "org", zb_test_id (branch), "kind", "lecture", "title", "党课", "state", "planned", NULL);
}

static void
assert_bytes (ZbDb *db, gint64 id, gboolean preview, GBytes *expected)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) found = zb_attachments_read (db, id, preview, &error);

  if (expected == NULL)
    g_assert_error (error, ZB_STORE_ERROR, ZB_STORE_ERROR_NOT_FOUND);
  else
    g_assert_true (found != NULL && g_bytes_equal (found, expected));
}

static void
assert_damage (ZbDb *db, const char *rule)
{
  g_autoptr(GPtrArray) findings = zb_check_run (db, zb_test_date ("2026-06-01"), FALSE, NULL, NULL, NULL);
  const ZbFinding *first = findings->len > 0 ? g_ptr_array_index (findings, 0) : NULL;

  g_assert_cmpstr (first != NULL && first->level == ZB_FINDING_DAMAGE ? first->rule : NULL, ==, rule);
}

/* SHA-256 of “abc”: FIPS 180-4, example B.1. */
static void
test_bytes (void)
{
  g_autoptr(ZbTestDb) test = zb_test_db_new ();
  g_autoptr(GBytes) abc = g_bytes_new_static ("abc", 3);
  g_autoptr(GBytes) odd = g_bytes_new_static ("\0\xff\0", 3);
  gint64 meeting = meeting_in (test->db);
  gint64 one = add (test->db, meeting, "甲.jpg", abc, odd), two = add (test->db, meeting, "乙.jpg", odd, NULL);

  zb_test_assert_value (test->db, &zb_kind_attachment, one, "size", "3");
  zb_test_assert_value (test->db, &zb_kind_attachment, one, "digest", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  zb_test_db_reopen (test);
  assert_bytes (test->db, one, FALSE, abc);
  assert_bytes (test->db, one, TRUE, odd);
  assert_bytes (test->db, two, FALSE, odd);
  assert_bytes (test->db, two, TRUE, NULL);
  assert_bytes (test->db, two + 1, FALSE, NULL);
  assert_damage (test->db, NULL);
}

static void
test_undo (void)
{
  g_autoptr(ZbTestDb) test = zb_test_db_new ();
  g_autoptr(GBytes) abc = g_bytes_new_static ("abc", 3);
  gint64 meeting = meeting_in (test->db), id;
  g_autofree char *before = zb_test_db_state (test->db);
  g_autofree char *after = NULL;

  id = add (test->db, meeting, "甲.jpg", abc, abc);
  g_assert_true (zb_history_undo (test->db, 0, NULL, NULL));
  after = zb_test_db_state (test->db);
  g_assert_cmpstr (before, ==, after);
  assert_damage (test->db, NULL);
  g_assert_true (zb_history_redo (test->db, NULL, NULL));
  g_assert_cmpint (zb_records_find (test->db, &zb_kind_attachment, "甲.jpg@党课", NULL), ==, id);
  assert_bytes (test->db, id, FALSE, abc);
}

/* What failed half-way leaves neither the record nor the bytes. */
static void
test_all_or_none (void)
{
  g_autoptr(ZbTestDb) test = zb_test_db_new ();
  g_autoptr(GBytes) abc = g_bytes_new_static ("abc", 3);
  gint64 meeting = meeting_in (test->db);
  g_autoptr(ZbChangeSet) set = zb_change_set_begin (test->db, "meeting.attach", NULL, NULL);
  g_autoptr(ZbRecord) record = zb_record_new (&zb_kind_attachment);
  g_autoptr(GError) error = NULL;

  zb_record_set_int (record, "meeting", meeting);
  zb_record_set (record, "kind", "photo");
  zb_record_set (record, "name", "甲.jpg");
  g_assert_false (zb_attachments_add (set, record, abc, NULL, &error));
  g_assert_nonnull (error);
  g_clear_pointer (&set, zb_change_set_free);
  g_assert_cmpint (zb_test_db_number (test, "SELECT count(*) FROM attachment_data"), ==, 0);
  g_assert_cmpint (zb_test_db_number (test, "SELECT count(*) FROM attachment"), ==, 0);
}

static void
test_altered (void)
{
  g_autoptr(ZbTestDb) test = zb_test_db_new ();
  g_autoptr(GBytes) abc = g_bytes_new_static ("abc", 3);
  gint64 meeting = meeting_in (test->db);

  add (test->db, meeting, "甲.jpg", abc, NULL);
  zb_test_db_sql (test, "UPDATE attachment_data SET data = x'616264'");
  assert_damage (test->db, "attachment-altered");
  zb_test_db_sql (test, "DELETE FROM attachment_data");
  assert_damage (test->db, "attachment-missing");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/attachments/bytes", test_bytes);
  g_test_add_func ("/attachments/undo", test_undo);
  g_test_add_func ("/attachments/all-or-none", test_all_or_none);
  g_test_add_func ("/attachments/altered", test_altered);
  return g_test_run ();
}
