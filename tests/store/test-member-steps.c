/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "core/zb-error.h"
#include "store/zb-records.h"
#include "zb-test-db.h"

#define TODAY "2026-06-01"

typedef struct {
  ZbTestDb *test;
  ZbDb *db;
  gint64 committee;
  gint64 one;
  gint64 two;
  gint64 group;
} House;

static void
set_up (House *house, gconstpointer unused)
{
  house->test = zb_test_db_new ();
  house->db = house->test->db;
  house->committee = zb_test_organization (house->db, "committee", "云溪党委", 0);
  house->one = zb_test_organization (house->db, "branch", "第一党支部", house->committee);
  house->two = zb_test_organization (house->db, "branch", "第二党支部", house->committee);
  house->group = zb_test_organization (house->db, "group", "第一党小组", house->one);
}

static void
tear_down (House *house, gconstpointer unused)
{
  zb_test_db_free (house->test);
}

#define DO(house, person, step, ...) \
  zb_test_do ((house)->db, &zb_kind_member, person, step, TODAY, NULL, __VA_ARGS__, NULL)

#define ASSERT_REFUSED(house, person, step, ...) \
  G_STMT_START { \
    g_autoptr(GError) refusal_ = NULL; \
    g_autofree char *before_ = zb_test_db_state ((house)->db); \
    g_autofree char *after_ = NULL; \
    g_assert_false (zb_test_do ((house)->db, &zb_kind_member, person, step, TODAY, &refusal_, __VA_ARGS__, NULL)); \
    g_assert_error (refusal_, ZB_DATA_ERROR, ZB_DATA_ERROR_REFUSED); \
    after_ = zb_test_db_state ((house)->db); \
    g_assert_cmpstr (after_, ==, before_); \
  } G_STMT_END

static const char *
state_of (House *house, gint64 person, const char *day)
{
  g_autoptr(GError) error = NULL;
  int state = zb_steps_state (house->db, &zb_kind_member, person, zb_test_date (day), &error);

  g_assert_no_error (error);
  return zb_kind_member.states[state];
}

static gint64
full_member (House *house)
{
  return zb_test_member (house->db, "张三", house->one, "birth_date", "1980-01-01", "joined_on", "2004-07-01", "confirmed_on",
                         "2005-07-01", "category", "full", NULL);
}

static ZbRecord *
last_of (House *house, const ZbKind *kind, gint64 person)
{
  g_autoptr(GPtrArray) records = zb_records_list (house->db, kind, "person", zb_test_id (person), FALSE, NULL);

  g_assert_cmpuint (records->len, >, 0);
  return g_ptr_array_steal_index (records, records->len - 1);
}

/* The whole way: applicant, activist, candidate, probationary, full; each step with its event. */
static void
test_whole_way (House *house, gconstpointer unused)
{
  gint64 person = zb_test_member (house->db, "李四", house->one, "birth_date", "1995-05-05", NULL);
  static const char *const events[] = { "applied", "activist", "candidate", "joined", "confirmed" };
  g_autoptr(GPtrArray) written = NULL;

  g_assert_cmpstr (state_of (house, person, TODAY), ==, "none");
  g_assert_true (DO (house, person, "apply", "on", "2020-01-10"));
  g_assert_cmpstr (state_of (house, person, TODAY), ==, "applicant");
  g_assert_true (DO (house, person, "name-activist", "on", "2020-08-01", "mentors", "王五"));
  g_assert_cmpstr (state_of (house, person, TODAY), ==, "activist");
  g_assert_true (DO (house, person, "name-candidate", "on", "2021-09-01"));
  g_assert_cmpstr (state_of (house, person, TODAY), ==, "candidate");
  g_assert_true (DO (house, person, "join", "on", "2022-01-15", "introducer1", "王五", "entry_kind", "developed"));
  g_assert_cmpstr (state_of (house, person, TODAY), ==, "probationary");
  g_assert_true (DO (house, person, "confirm", "on", "2023-01-15", "document", "云组〔2023〕8号"));
  g_assert_cmpstr (state_of (house, person, TODAY), ==, "full");
  zb_test_assert_value (house->db, &zb_kind_member, person, "applied_on", "2020-01-10");
  zb_test_assert_value (house->db, &zb_kind_member, person, "activist_on", "2020-08-01");
  zb_test_assert_value (house->db, &zb_kind_member, person, "mentors", "王五");
  zb_test_assert_value (house->db, &zb_kind_member, person, "candidate_on", "2021-09-01");
  zb_test_assert_value (house->db, &zb_kind_member, person, "joined_on", "2022-01-15");
  zb_test_assert_value (house->db, &zb_kind_member, person, "introducer1", "王五");
  zb_test_assert_value (house->db, &zb_kind_member, person, "entry_kind", "developed");
  zb_test_assert_value (house->db, &zb_kind_member, person, "confirmed_on", "2023-01-15");
  zb_test_assert_value (house->db, &zb_kind_member, person, "category", "full");
  written = zb_records_list (house->db, &zb_kind_membership_event, "person", zb_test_id (person), FALSE, NULL);
  g_assert_cmpuint (written->len, ==, G_N_ELEMENTS (events));
  for (guint i = 0; i < G_N_ELEMENTS (events); i++)
    g_assert_cmpstr (zb_record_get (written->pdata[i], "kind"), ==, events[i]);
  g_assert_cmpstr (zb_record_get (written->pdata[4], "on"), ==, "2023-01-15");
  g_assert_cmpstr (zb_record_get (written->pdata[4], "document"), ==, "云组〔2023〕8号");
  g_assert_cmpint (zb_record_get_int (written->pdata[4], "org"), ==, house->one);
}

static void
test_not_from_here (House *house, gconstpointer unused)
{
  gint64 person = full_member (house);

  ASSERT_REFUSED (house, person, "confirm", "on", "2020-01-01");
  ASSERT_REFUSED (house, person, "apply", "on", "2020-01-01");
  ASSERT_REFUSED (house, person, "disqualify", "on", "2020-01-01", "reason", "x");
  ASSERT_REFUSED (house, person, "receipt", "on", "2020-01-01");
  ASSERT_REFUSED (house, person, "restore", "on", "2020-01-01", "to", zb_test_id (house->two));
}

static void
test_missing_values (House *house, gconstpointer unused)
{
  gint64 person = full_member (house);
  g_autoptr(GError) error = NULL;

  g_assert_false (zb_test_do (house->db, &zb_kind_member, person, "transfer-out", TODAY, &error, "on", "2025-01-01", NULL));
  g_assert_error (error, ZB_DATA_ERROR, ZB_DATA_ERROR_MISSING);
  g_clear_error (&error);
  g_assert_false (zb_test_do (house->db, &zb_kind_member, person, "decease", TODAY, &error, "reason", "病故", NULL));
  g_assert_error (error, ZB_DATA_ERROR, ZB_DATA_ERROR_MISSING);
  g_clear_error (&error);
  g_assert_false (zb_test_do (house->db, &zb_kind_member, person, "decease", TODAY, &error, "on", "2025-13-01", NULL));
  g_assert_error (error, ZB_DATA_ERROR, ZB_DATA_ERROR_BAD_DATE);
}

static void
test_order_of_dates (House *house, gconstpointer unused)
{
  gint64 person = zb_test_member (house->db, "李四", house->one, "birth_date", "1995-05-05", "applied_on", "2020-07-15", NULL);

  ASSERT_REFUSED (house, person, "name-activist", "on", "2020-07-14");
  ASSERT_REFUSED (house, person, "name-activist", "on", "2019");
  ASSERT_REFUSED (house, person, "name-activist", "on", "2026-06-02");
  /* The month alone does not contradict a day in it. */
  g_assert_true (DO (house, person, "name-activist", "on", "2020-07"));
  ASSERT_REFUSED (house, person, "name-candidate", "on", "2020-06");
  g_assert_true (DO (house, person, "name-candidate", "on", "2021-08-01"));
  ASSERT_REFUSED (house, person, "join", "on", "2021-07-31");
}

static void
test_under_age (House *house, gconstpointer unused)
{
  gint64 person = zb_test_member (house->db, "李四", house->one, "birth_date", "2004-03-02", "category", "candidate", NULL);
  gint64 month = zb_test_member (house->db, "王五", house->one, "birth_date", "2004-03", "category", "candidate", NULL);

  ASSERT_REFUSED (house, person, "join", "on", "2022-03-01");
  g_assert_true (DO (house, person, "join", "on", "2022-03-02"));
  ASSERT_REFUSED (house, month, "join", "on", "2022-02-28");
  g_assert_true (DO (house, month, "join", "on", "2022-03-01"));
}

static void
test_probation (House *house, gconstpointer unused)
{
  gint64 person = zb_test_member (house->db, "李四", house->one, "joined_on", "2024-01-15", "category", "probationary", NULL);
  gint64 month = zb_test_member (house->db, "王五", house->one, "joined_on", "2024-01", "category", "probationary", NULL);
  /* Nobody was on probation in those years. */
  gint64 old = zb_test_member (house->db, "赵六", house->one, "joined_on", "1972-07-01", "category", "probationary", NULL);

  ASSERT_REFUSED (house, person, "confirm", "on", "2024-01-14");
  ASSERT_REFUSED (house, person, "confirm", "on", "2025-01-14");
  g_assert_true (DO (house, person, "confirm", "on", "2025-01-15"));
  g_assert_true (DO (house, month, "confirm", "on", "2025-01-02"));
  g_assert_true (DO (house, old, "confirm", "on", "1972-07-01"));
}

static void
test_extension (House *house, gconstpointer unused)
{
  gint64 person = zb_test_member (house->db, "李四", house->one, "joined_on", "2023-01-15", "category", "probationary", NULL);

  /* Half a year to a year after the year of probation. */
  ASSERT_REFUSED (house, person, "extend", "on", "2024-01-20", "until", "2024-07-14", "reason", "x");
  ASSERT_REFUSED (house, person, "extend", "on", "2024-01-20", "until", "2025-01-16", "reason", "x");
  g_assert_true (DO (house, person, "extend", "on", "2024-01-20", "until", "2024-07-15", "reason", "外出"));
  zb_test_assert_value (house->db, &zb_kind_member, person, "probation_until", "2024-07-15");
  g_assert_cmpstr (state_of (house, person, TODAY), ==, "probationary");
  ASSERT_REFUSED (house, person, "confirm", "on", "2024-07-14");
  g_assert_true (DO (house, person, "confirm", "on", "2024-07-15"));
  zb_test_assert_value (house->db, &zb_kind_member, person, "confirmation_kind", "extended");
}

static void
test_extended_once (House *house, gconstpointer unused)
{
  gint64 person = zb_test_member (house->db, "李四", house->one, "joined_on", "2023-01-15", "category", "probationary", NULL);

  g_assert_true (DO (house, person, "extend", "on", "2024-01-20", "until", "2024-07-15", "reason", "x"));
  ASSERT_REFUSED (house, person, "extend", "on", "2024-07-15", "until", "2025-01-15", "reason", "x");
}

static void
test_move (House *house, gconstpointer unused)
{
  gint64 person = full_member (house);
  gint64 here = zb_test_record (house->db, &zb_kind_post, "org", zb_test_id (house->one), "person", zb_test_id (person), "post",
                                "secretary", "started_on", "2020-01-01", NULL);
  gint64 leader = zb_test_record (house->db, &zb_kind_post, "org", zb_test_id (house->group), "person", zb_test_id (person), "post",
                                  "group_leader", NULL);
  gint64 above = zb_test_record (house->db, &zb_kind_post, "org", zb_test_id (house->committee), "person", zb_test_id (person), "post",
                                 "officer", "started_on", "2021-01-01", NULL);
  gint64 earlier = zb_test_record (house->db, &zb_kind_post, "org", zb_test_id (house->one), "person", zb_test_id (person), "post",
                                   "officer", "started_on", "2015-01-01", "ended_on", "2019-12-31", NULL);
  g_autoptr(ZbRecord) membership = NULL;

  ASSERT_REFUSED (house, person, "move", "on", "2025-03-01", "to", zb_test_id (house->one));
  ASSERT_REFUSED (house, person, "move", "on", "2025-03-01", "to", zb_test_id (house->group));
  g_assert_true (DO (house, person, "move", "on", "2025-03-01", "to", zb_test_id (house->two), "document", "云组3号"));
  membership = zb_members_membership (house->db, person, NULL);
  g_assert_cmpint (zb_record_get_int (membership, "org"), ==, house->two);
  g_assert_cmpstr (zb_record_get (membership, "begun_by"), ==, "moved");
  g_assert_cmpstr (state_of (house, person, TODAY), ==, "full");
  zb_test_assert_value (house->db, &zb_kind_post, here, "ended_on", "2025-03-01");
  zb_test_assert_value (house->db, &zb_kind_post, leader, "ended_on", "2025-03-01");
  /* What is held elsewhere is held further; what had ended, ended when it did. */
  zb_test_assert_value (house->db, &zb_kind_post, above, "ended_on", NULL);
  zb_test_assert_value (house->db, &zb_kind_post, earlier, "ended_on", "2019-12-31");
  ASSERT_REFUSED (house, person, "move", "on", "2025-02-28", "to", zb_test_id (house->one));
}

static void
test_transfer (House *house, gconstpointer unused)
{
  gint64 person = full_member (house);
  gint64 above = zb_test_record (house->db, &zb_kind_post, "org", zb_test_id (house->committee), "person", zb_test_id (person), "post",
                                 "officer", NULL);
  g_autoptr(ZbRecord) membership = NULL;
  g_autoptr(ZbRecord) event = NULL;

  ASSERT_REFUSED (house, person, "transfer-in", "on", "2025-03-01", "to", zb_test_id (house->two));
  g_assert_true (DO (house, person, "transfer-out", "on", "2025-03-01", "to_org", "中共白渡市委员会", "letter", "018", "valid_days", "30",
                     "dues_until", "2025-03", "reason", "调动"));
  membership = last_of (house, &zb_kind_membership, person);
  g_assert_cmpstr (zb_record_get (membership, "ended_on"), ==, "2025-03-01");
  g_assert_cmpstr (zb_record_get (membership, "ended_by"), ==, "transferred_out");
  g_assert_cmpstr (zb_record_get (membership, "to_org"), ==, "中共白渡市委员会");
  g_assert_cmpstr (zb_record_get (membership, "letter"), ==, "018");
  g_assert_cmpstr (zb_record_get (membership, "valid_days"), ==, "30");
  g_assert_cmpstr (zb_record_get (membership, "dues_until"), ==, "2025-03");
  zb_test_assert_value (house->db, &zb_kind_post, above, "ended_on", "2025-03-01");
  event = last_of (house, &zb_kind_membership_event, person);
  g_assert_nonnull (strstr (zb_record_get (event, "detail"), "中共白渡市委员会"));
  g_assert_nonnull (strstr (zb_record_get (event, "detail"), "018"));
  g_assert_cmpstr (state_of (house, person, TODAY), ==, "transferred");
  ASSERT_REFUSED (house, person, "transfer-out", "on", "2025-04-01", "to_org", "x");
  ASSERT_REFUSED (house, person, "decease", "on", "2025-04-01");
  ASSERT_REFUSED (house, person, "receipt", "on", "2025-02-28");
  g_assert_true (DO (house, person, "receipt", "on", "2025-03-20"));
  ASSERT_REFUSED (house, person, "transfer-in", "on", "2025-02-01", "to", zb_test_id (house->two));
  g_assert_true (DO (house, person, "transfer-in", "on", "2026-01-01", "to", zb_test_id (house->two), "from_org", "中共白渡市委员会"));
  g_assert_cmpstr (state_of (house, person, TODAY), ==, "full");
  {
    g_autoptr(ZbRecord) again = zb_members_membership (house->db, person, NULL);

    g_assert_cmpint (zb_record_get_int (again, "org"), ==, house->two);
    g_assert_cmpstr (zb_record_get (again, "from_org"), ==, "中共白渡市委员会");
  }
}

static void
test_expulsion (House *house, gconstpointer unused)
{
  static const char *const kinds[] = { "expelled", "removed_self", "persuaded", "withdrew" };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      gint64 person = full_member (house);
      g_autoptr(ZbRecord) membership = NULL;

      g_assert_true (DO (house, person, "expel", "on", "2025-03-01", "kind", kinds[i], "document", "云纪1号"));
      membership = last_of (house, &zb_kind_membership, person);
      g_assert_cmpstr (zb_record_get (membership, "ended_by"), ==, kinds[i]);
      g_assert_cmpstr (state_of (house, person, TODAY), ==, "expelled");
    }
}

static void
test_suspension (House *house, gconstpointer unused)
{
  gint64 person = full_member (house);

  g_assert_true (DO (house, person, "suspend", "on", "2023-03-01", "reason", "失去联系"));
  g_assert_cmpstr (state_of (house, person, TODAY), ==, "suspended");
  ASSERT_REFUSED (house, person, "move", "on", "2024-01-01", "to", zb_test_id (house->two));
  g_assert_true (DO (house, person, "restore", "on", "2024-03-01", "to", zb_test_id (house->two)));
  g_assert_cmpstr (state_of (house, person, TODAY), ==, "full");
}

/* Who was suspended first and expelled or dead later: the state of each day. */
static void
test_after_suspension (House *house, gconstpointer unused)
{
  gint64 removed = full_member (house), dead = full_member (house);

  g_assert_true (DO (house, removed, "suspend", "on", "2022-03-01", "reason", "失去联系"));
  g_assert_true (DO (house, removed, "expel", "on", "2024-04-01", "kind", "removed_self"));
  g_assert_cmpstr (state_of (house, removed, TODAY), ==, "expelled");
  g_assert_true (DO (house, dead, "suspend", "on", "2022-03-01", "reason", "失去联系"));
  g_assert_true (DO (house, dead, "decease", "on", "2024-04-01"));
  g_assert_cmpstr (state_of (house, dead, TODAY), ==, "deceased");
  {
    g_autoptr(ZbOrgTree) tree = zb_org_tree_load (house->db, zb_test_date ("2023-01-01"), TRUE, NULL);
    g_autoptr(ZbMemberColumns) then = zb_member_columns_load (house->db, tree, zb_test_date ("2023-01-01"), NULL, NULL, NULL);
    ZbMemberEntry entry;

    zb_member_columns_get (then, (guint) zb_member_columns_find (then, removed), &entry);
    g_assert_cmpint (entry.state, ==, ZB_MEMBER_SUSPENDED);
  }
}

static void
test_disqualification (House *house, gconstpointer unused)
{
  gint64 person = zb_test_member (house->db, "李四", house->one, "joined_on", "2024-01-15", "category", "probationary", NULL);

  g_assert_true (DO (house, person, "disqualify", "on", "2025-02-01", "reason", "x"));
  g_assert_cmpstr (state_of (house, person, TODAY), ==, "disqualified");
  ASSERT_REFUSED (house, person, "confirm", "on", "2025-03-01");
}

static void
test_death_ends_everything (House *house, gconstpointer unused)
{
  gint64 person = full_member (house);
  gint64 post = zb_test_record (house->db, &zb_kind_post, "org", zb_test_id (house->committee), "person", zb_test_id (person), "post",
                                "officer", NULL);
  g_autoptr(GPtrArray) memberships = NULL;

  g_assert_true (DO (house, person, "second", "on", "2024-01-01", "to", zb_test_id (house->two), "kind", "temporary"));
  g_assert_true (DO (house, person, "decease", "on", "2025-03-01"));
  g_assert_cmpstr (state_of (house, person, TODAY), ==, "deceased");
  zb_test_assert_value (house->db, &zb_kind_post, post, "ended_on", "2025-03-01");
  memberships = zb_records_list (house->db, &zb_kind_membership, "person", zb_test_id (person), FALSE, NULL);
  for (guint i = 0; i < memberships->len; i++)
    g_assert_cmpstr (zb_record_get (memberships->pdata[i], "ended_on"), ==, "2025-03-01");
}

static void
test_second_membership (House *house, gconstpointer unused)
{
  gint64 person = full_member (house);
  g_autoptr(ZbRecord) second = NULL;
  g_autoptr(ZbRecord) first = NULL;

  g_assert_true (DO (house, person, "second", "on", "2024-01-01", "to", zb_test_id (house->two), "kind", "functional", "until", "2024-12-31"));
  second = last_of (house, &zb_kind_membership, person);
  g_assert_cmpstr (zb_record_get (second, "kind"), ==, "functional");
  g_assert_cmpstr (zb_record_get (second, "ended_on"), ==, "2024-12-31");
  first = zb_members_membership (house->db, person, NULL);
  g_assert_cmpint (zb_record_get_int (first, "org"), ==, house->one);
  g_assert_cmpstr (state_of (house, person, TODAY), ==, "full");
  ASSERT_REFUSED (house, person, "second", "on", "2025-01-01", "to", zb_test_id (house->two), "kind", "temporary", "until", "2024-12-31");
}

static void
test_unplaced (House *house, gconstpointer unused)
{
  gint64 person = zb_test_member (house->db, "李四", 0, "category", "full", NULL);

  ASSERT_REFUSED (house, person, "transfer-out", "on", "2025-01-01", "to_org", "x");
  ASSERT_REFUSED (house, person, "suspend", "on", "2025-01-01", "reason", "x");
  g_assert_true (DO (house, person, "transfer-in", "on", "2025-01-01", "to", zb_test_id (house->one)));
  g_assert_cmpstr (state_of (house, person, TODAY), ==, "full");
}

static void
test_closed_branch (House *house, gconstpointer unused)
{
  gint64 person = full_member (house);

  g_assert_true (zb_test_do (house->db, &zb_kind_organization, house->two, "close", TODAY, NULL, "on", "2025-01-01", NULL));
  ASSERT_REFUSED (house, person, "move", "on", "2025-02-01", "to", zb_test_id (house->two));
}

static gboolean
has_step (GPtrArray *steps, const char *name)
{
  for (guint i = 0; i < steps->len; i++)
    if (strcmp (((const ZbStep *) steps->pdata[i])->name, name) == 0)
      return TRUE;
  return FALSE;
}

static void
test_allowed (House *house, gconstpointer unused)
{
  gint64 person = full_member (house);
  g_autoptr(GPtrArray) steps = zb_steps_allowed (house->db, &zb_kind_member, person, zb_test_date (TODAY), NULL);
  g_autoptr(GPtrArray) of_branch = zb_steps_allowed (house->db, &zb_kind_organization, house->one, zb_test_date (TODAY), NULL);

  g_assert_true (has_step (steps, "transfer-out"));
  g_assert_true (has_step (steps, "decease"));
  g_assert_false (has_step (steps, "confirm"));
  g_assert_false (has_step (steps, "receipt"));
  g_assert_true (has_step (of_branch, "rename"));
  g_assert_false (has_step (of_branch, "reopen"));
}

/* Who is in a branch is moved, not taken in; who is in none is taken in, and cannot be moved or leave. */
static void
test_allowed_by_place (House *house, gconstpointer unused)
{
  gint64 placed = full_member (house);
  gint64 unplaced = zb_test_member (house->db, "李四", 0, "category", "full", NULL);
  g_autoptr(GPtrArray) of_placed = zb_steps_allowed (house->db, &zb_kind_member, placed, zb_test_date (TODAY), NULL);
  g_autoptr(GPtrArray) of_unplaced = zb_steps_allowed (house->db, &zb_kind_member, unplaced, zb_test_date (TODAY), NULL);

  g_assert_true (has_step (of_placed, "move"));
  g_assert_false (has_step (of_placed, "transfer-in"));
  g_assert_true (has_step (of_unplaced, "transfer-in"));
  g_assert_true (has_step (of_unplaced, "decease"));
  g_assert_false (has_step (of_unplaced, "move"));
  g_assert_false (has_step (of_unplaced, "transfer-out"));
  g_assert_false (has_step (of_unplaced, "suspend"));
}

int
main (int argc, char **argv)
{
  static const struct { const char *path; void (*run) (House *, gconstpointer); } cases[] = {
    { "/member-steps/whole-way", test_whole_way },
    { "/member-steps/not-from-here", test_not_from_here },
    { "/member-steps/missing-values", test_missing_values },
    { "/member-steps/order-of-dates", test_order_of_dates },
    { "/member-steps/under-age", test_under_age },
    { "/member-steps/probation", test_probation },
    { "/member-steps/extension", test_extension },
    { "/member-steps/extended-once", test_extended_once },
    { "/member-steps/move", test_move },
    { "/member-steps/transfer", test_transfer },
    { "/member-steps/expulsion", test_expulsion },
    { "/member-steps/suspension", test_suspension },
    { "/member-steps/after-suspension", test_after_suspension },
    { "/member-steps/disqualification", test_disqualification },
    { "/member-steps/death-ends-everything", test_death_ends_everything },
    { "/member-steps/second-membership", test_second_membership },
    { "/member-steps/unplaced", test_unplaced },
    { "/member-steps/closed-branch", test_closed_branch },
    { "/member-steps/allowed", test_allowed },
    { "/member-steps/allowed-by-place", test_allowed_by_place },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_test_add (cases[i].path, House, NULL, set_up, cases[i].run, tear_down);
  return g_test_run ();
}
