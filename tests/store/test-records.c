/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "core/zb-error.h"
#include "store/zb-records.h"
#include "zb-test-db.h"

/* Two branches; 张三 twice, 李四 once. */
typedef struct {
  gint64 one;
  gint64 two;
  gint64 elder;
  gint64 younger;
  gint64 other;
} House;

static House
fill (ZbDb *db)
{
  House house;

  house.one = zb_test_organization (db, "branch", "中共云溪公司第一支部委员会", 0);
  house.two = zb_test_organization (db, "branch", "中共云溪公司第二支部委员会", 0);
  zb_test_set (db, &zb_kind_organization, house.one, "short_name", "第一党支部");
  zb_test_set (db, &zb_kind_organization, house.two, "number", "99010002");
  house.elder = zb_test_member (db, "张三", house.one, "birth_date", "1960-05", "id_number", "990101196005010019", NULL);
  house.younger = zb_test_member (db, "张三", house.two, "birth_date", "1990", NULL);
  house.other = zb_test_member (db, "李四", house.one, "id_number", "990101600501002", NULL);
  return house;
}

static void
assert_found (ZbDb *db, const ZbKind *kind, const char *text, gint64 expected)
{
  g_autoptr(GError) error = NULL;
  gint64 id = zb_records_find (db, kind, text, &error);

  g_assert_no_error (error);
  g_assert_cmpint (id, ==, expected);
}

static void
assert_not_found (ZbDb *db, const ZbKind *kind, const char *text)
{
  g_autoptr(GError) error = NULL;

  g_assert_cmpint (zb_records_find (db, kind, text, &error), ==, 0);
  g_assert_error (error, ZB_STORE_ERROR, ZB_STORE_ERROR_NOT_FOUND);
}

static void
test_find_member (void)
{
  g_autoptr(ZbTestDb) test = zb_test_db_new ();
  House house = fill (test->db);
  g_autofree char *number = g_strdup_printf ("#%" G_GINT64_FORMAT, house.younger);

  assert_found (test->db, &zb_kind_member, "李四", house.other);
  assert_found (test->db, &zb_kind_member, number, house.younger);
  assert_found (test->db, &zb_kind_member, "张三@第一党支部", house.elder);
  assert_found (test->db, &zb_kind_member, "张三@99010002", house.younger);
  assert_found (test->db, &zb_kind_member, "990101196005010019", house.elder);
  assert_found (test->db, &zb_kind_member, "990101600501002", house.other);
  assert_not_found (test->db, &zb_kind_member, "王五");
  assert_not_found (test->db, &zb_kind_member, "990101200005010019");
  assert_not_found (test->db, &zb_kind_member, "张");
  assert_not_found (test->db, &zb_kind_member, "#4711");
  assert_not_found (test->db, &zb_kind_member, "");
}

/* What belongs to something is found by its name or number there. */
static void
test_find_within (void)
{
  g_autoptr(ZbTestDb) test = zb_test_db_new ();
  g_autoptr(GError) error = NULL;
  House house = fill (test->db);
  gint64 meetings[2], seats[2], vote, leave;

  for (guint i = 0; i < 2; i++)
    meetings[i] = zb_test_record (test->db, &zb_kind_meeting, "org", zb_test_id (i == 0 ? house.one : house.two), "kind", "lecture", "title", "专题党课",
                                  "state", "planned", NULL);
  for (guint i = 0; i < 2; i++)
    seats[i] = zb_test_record (test->db, &zb_kind_attendance, "meeting", zb_test_id (meetings[i]), "seat", "3", "name", "张三", "role", "member", NULL);
  vote = zb_test_record (test->db, &zb_kind_resolution, "meeting", zb_test_id (meetings[0]), "number", "2", "kind", "matter", "subject", "年度预算@草案", NULL);
  leave = zb_test_record (test->db, &zb_kind_exemption, "person", zb_test_id (house.other), "kind", "leave", "started_on", "2026-01-01", "reason", "外出", NULL);
  assert_found (test->db, &zb_kind_meeting, "专题党课@第一党支部", meetings[0]);
  assert_found (test->db, &zb_kind_meeting, "专题党课@99010002", meetings[1]);
  assert_found (test->db, &zb_kind_attendance, "3@专题党课@第一党支部", seats[0]);
  assert_found (test->db, &zb_kind_attendance, "张三@专题党课@99010002", seats[1]);
  assert_found (test->db, &zb_kind_resolution, "2@专题党课@第一党支部", vote);
  assert_found (test->db, &zb_kind_resolution, "年度预算@草案", vote);
  assert_found (test->db, &zb_kind_exemption, "李四", leave);
  assert_not_found (test->db, &zb_kind_attendance, "4@专题党课@第一党支部");
  assert_not_found (test->db, &zb_kind_meeting, "专题党课@第九党支部");
  g_assert_cmpint (zb_records_find (test->db, &zb_kind_meeting, "专题党课", &error), ==, 0);
  g_assert_error (error, ZB_STORE_ERROR, ZB_STORE_ERROR_AMBIGUOUS);
  g_assert_nonnull (strstr (error->message, "专题党课@第一党支部"));
}

static void
test_find_uid (void)
{
  g_autoptr(ZbTestDb) test = zb_test_db_new ();
  gint64 person = zb_test_member (test->db, "张三", 0, NULL);
  g_autoptr(ZbRecord) record = zb_records_get (test->db, &zb_kind_member, person, FALSE, NULL);
  g_autofree char *eight = g_strndup (record->uid, 8);
  g_autofree char *seven = g_strndup (record->uid, 7);
  g_autofree char *upper = g_ascii_strup (record->uid, -1);

  assert_found (test->db, &zb_kind_member, record->uid, person);
  assert_found (test->db, &zb_kind_member, eight, person);
  assert_found (test->db, &zb_kind_member, upper, person);
  assert_not_found (test->db, &zb_kind_member, seven);
  assert_not_found (test->db, &zb_kind_organization, record->uid);
}

static void
test_find_ambiguous (void)
{
  g_autoptr(ZbTestDb) test = zb_test_db_new ();
  House house = fill (test->db);
  g_autoptr(ZbRecord) elder = zb_records_get (test->db, &zb_kind_member, house.elder, FALSE, NULL);
  g_autoptr(GError) error = NULL;

  g_assert_cmpint (zb_records_find (test->db, &zb_kind_member, "张三", &error), ==, 0);
  g_assert_error (error, ZB_STORE_ERROR, ZB_STORE_ERROR_AMBIGUOUS);
  g_assert_nonnull (strstr (error->message, "1960-05"));
  g_assert_nonnull (strstr (error->message, "1990"));
  g_assert_nonnull (strstr (error->message, elder->uid));
}

static void
test_find_organization (void)
{
  g_autoptr(ZbTestDb) test = zb_test_db_new ();
  House house = fill (test->db);

  assert_found (test->db, &zb_kind_organization, "中共云溪公司第一支部委员会", house.one);
  assert_found (test->db, &zb_kind_organization, "第一党支部", house.one);
  assert_found (test->db, &zb_kind_organization, "99010002", house.two);
  assert_not_found (test->db, &zb_kind_organization, "第三党支部");
}

static void
test_withdrawn_is_not_found (void)
{
  g_autoptr(ZbTestDb) test = zb_test_db_new ();
  House house = fill (test->db);
  g_autoptr(ZbChangeSet) set = zb_change_set_begin (test->db, "test", NULL, NULL);
  g_autofree char *number = g_strdup_printf ("#%" G_GINT64_FORMAT, house.other);
  g_autoptr(GPtrArray) left = NULL;

  g_assert_true (zb_change_set_withdraw (set, &zb_kind_member, house.other, NULL));
  g_assert_true (zb_change_set_commit (set, NULL, NULL));
  assert_not_found (test->db, &zb_kind_member, "李四");
  assert_not_found (test->db, &zb_kind_member, "990101600501002");
  assert_not_found (test->db, &zb_kind_member, number);
  left = zb_records_list (test->db, &zb_kind_member, NULL, NULL, FALSE, NULL);
  g_assert_cmpuint (left->len, ==, 2);
  g_assert_cmpint (zb_records_count (test->db, &zb_kind_member, NULL), ==, 2);
}

static void
test_list (void)
{
  g_autoptr(ZbTestDb) test = zb_test_db_new ();
  House house = fill (test->db);
  g_autoptr(GPtrArray) all = zb_records_list (test->db, &zb_kind_member, NULL, NULL, FALSE, NULL);
  g_autoptr(GPtrArray) in_one = zb_records_list (test->db, &zb_kind_membership, "org", zb_test_id (house.one), FALSE, NULL);
  g_autoptr(GPtrArray) private = zb_records_list (test->db, &zb_kind_member, NULL, NULL, TRUE, NULL);

  g_assert_cmpuint (all->len, ==, 3);
  g_assert_cmpint (((ZbRecord *) all->pdata[0])->id, ==, house.elder);
  g_assert_cmpint (((ZbRecord *) all->pdata[2])->id, ==, house.other);
  g_assert_null (zb_record_get (all->pdata[0], "id_number"));
  g_assert_false (((ZbRecord *) all->pdata[0])->has_private);
  g_assert_cmpstr (zb_record_get (private->pdata[0], "id_number"), ==, "990101196005010019");
  g_assert_cmpuint (in_one->len, ==, 2);
}

static void
test_titles (void)
{
  g_autoptr(ZbTestDb) test = zb_test_db_new ();
  House house = fill (test->db);
  g_autofree char *person = zb_records_title (test->db, &zb_kind_member, house.other);
  g_autofree char *org = zb_records_title (test->db, &zb_kind_organization, house.one);
  g_autofree char *nobody = zb_records_title (test->db, &zb_kind_member, 4711);

  g_assert_cmpstr (person, ==, "李四");
  g_assert_cmpstr (org, ==, "中共云溪公司第一支部委员会");
  g_assert_cmpstr (nobody, ==, "");
}

/* A name on a roll is copied from the person: the log says it once, and both when they have come to differ. */
static void
test_subject_on_a_roll (void)
{
  static const struct { const char *name, *said; } rolls[] = { { "李四", "李四" }, { "李思", "李四 李思" } };
  g_autoptr(ZbTestDb) test = zb_test_db_new ();
  House house = fill (test->db);

  for (guint i = 0; i < G_N_ELEMENTS (rolls); i++)
    {
      g_autoptr(ZbRecord) seat = zb_record_new (&zb_kind_attendance);
      g_autofree char *subject = NULL;

      zb_record_set_int (seat, "person", house.other);
      zb_record_set (seat, "name", rolls[i].name);
      subject = zb_records_subject (test->db, seat);
      g_assert_cmpstr (subject, ==, rolls[i].said);
    }
}

static gboolean
save_filter (ZbDb *db, gint64 id, const char *name, const char *kind, GError **error)
{
  g_autoptr(ZbRecord) record = zb_record_new (&zb_kind_saved_filter);
  g_autoptr(ZbChangeSet) set = zb_change_set_begin (db, "test", NULL, NULL);

  record->id = id;
  zb_record_set (record, "name", name);
  zb_record_set (record, "kind", kind);
  return (id != 0 ? zb_change_set_update (set, record, error) : zb_change_set_insert (set, record, error)) && zb_change_set_commit (set, NULL, error);
}

static gboolean
withdraw_filter (ZbDb *db, gint64 id)
{
  g_autoptr(ZbChangeSet) set = zb_change_set_begin (db, "test", NULL, NULL);

  return zb_change_set_withdraw (set, &zb_kind_saved_filter, id, NULL) && zb_change_set_commit (set, NULL, NULL);
}

/* What is asked for by its name is one: not two of one name, of one ledger; one that was taken back does not count. */
static void
test_known_by (void)
{
  g_autoptr(ZbTestDb) test = zb_test_db_new ();
  g_autoptr(GError) error = NULL;

  g_assert_true (save_filter (test->db, 0, "女党员", "member", NULL));
  g_assert_true (save_filter (test->db, 0, "女党员", "organization", NULL));
  g_assert_true (save_filter (test->db, 0, "老党员", "member", NULL));
  g_assert_false (save_filter (test->db, 0, "女党员", "member", &error));
  g_assert_error (error, ZB_DATA_ERROR, ZB_DATA_ERROR_REFUSED);
  g_assert_cmpstr (error->message, ==, "name-taken|女党员");
  g_clear_error (&error);
  g_assert_false (save_filter (test->db, 3, "女党员", "member", &error));
  g_assert_error (error, ZB_DATA_ERROR, ZB_DATA_ERROR_REFUSED);
  /* Itself is nobody else. */
  g_assert_true (save_filter (test->db, 1, "女党员", "member", NULL));
  g_assert_true (withdraw_filter (test->db, 1));
  g_assert_true (save_filter (test->db, 3, "女党员", "member", NULL));
}

/* What is SQL, a pattern or a mark in a name stays what it is. */
static void
test_odd_names (void)
{
  static const char *const names[] = { "O'Brien", "\"quoted\"", "100%", "a_b", "阿不都·热合曼", "𠮷野", "x; DROP TABLE person; --" };
  g_autoptr(ZbTestDb) test = zb_test_db_new ();

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      gint64 id = zb_test_member (test->db, names[i], 0, NULL);

      assert_found (test->db, &zb_kind_member, names[i], id);
      zb_test_assert_value (test->db, &zb_kind_member, id, "name", names[i]);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/records/find-member", test_find_member);
  g_test_add_func ("/records/find-within", test_find_within);
  g_test_add_func ("/records/find-uid", test_find_uid);
  g_test_add_func ("/records/find-ambiguous", test_find_ambiguous);
  g_test_add_func ("/records/find-organization", test_find_organization);
  g_test_add_func ("/records/withdrawn-is-not-found", test_withdrawn_is_not_found);
  g_test_add_func ("/records/list", test_list);
  g_test_add_func ("/records/titles", test_titles);
  g_test_add_func ("/records/subject-on-a-roll", test_subject_on_a_roll);
  g_test_add_func ("/records/known-by", test_known_by);
  g_test_add_func ("/records/odd-names", test_odd_names);
  return g_test_run ();
}
