/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "core/zb-error.h"
#include "store/life/zb-meetings.h"
#include "store/life/zb-roll.h"
#include "store/life/zb-year.h"
#include "store/service/zb-check-service.h"
#include "store/service/zb-service-activities.h"
#include "store/service/zb-service-certificates.h"
#include "store/service/zb-service-hours.h"
#include "store/service/zb-service-list.h"
#include "store/service/zb-teams.h"
#include "store/zb-history.h"
#include "store/zb-records.h"
#include "zb-test-db.h"

#define TODAY "2026-11-20"

typedef struct {
  ZbTestDb *test;
  ZbDb *db;
  gint64 branch;
  gint64 people[4];
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  static const char *const names[] = { "王丁", "赵三", "钱四", "孙五" };

  self->test = zb_test_db_new ();
  self->db = self->test->db;
  zb_db_set_today (self->db, zb_test_date (TODAY));
  self->branch = zb_test_organization (self->db, "branch", "第一党支部", 0);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    self->people[i] = zb_test_member (self->db, names[i], self->branch, "category", "full", "joined_on", "2010-07-01", NULL);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  zb_test_db_free (self->test);
}

static void
assert_refused (GError *error, const char *reason)
{
  g_assert_error (error, ZB_DATA_ERROR, ZB_DATA_ERROR_REFUSED);
  if (strncmp (error->message, reason, strlen (reason)) != 0 || (error->message[strlen (reason)] != '|' && error->message[strlen (reason)] != '\0'))
    g_error ("refused for “%s”, not “%s”", error->message, reason);
}

/* A morning of 31 October from nine to half past eleven; the first two signed up. */
static gint64
activity (Fixture *self, const char *responsible, const char *day)
{
  g_autoptr(ZbChangeSet) set = zb_change_set_begin (self->db, "service_activity.add", "清洁日", NULL);
  g_autoptr(ZbRecord) meeting = zb_record_new (&zb_kind_meeting);
  g_autoptr(ZbRecord) record = zb_record_new (&zb_kind_service_activity);
  g_autoptr(GError) error = NULL;

  zb_record_set_int (meeting, "org", self->branch);
  zb_record_set (meeting, zb_date_compare (zb_test_date (day), zb_test_date (TODAY)) > 0 ? "planned_on" : "held_on", day);
  zb_record_set (meeting, "started_at", "09:00");
  zb_record_set (meeting, "ended_at", "11:30");
  zb_record_set (meeting, "place", "云溪社区");
  zb_record_set (record, "title", "清洁日");
  zb_record_set (record, "responsible", responsible);
  zb_service_activities_add (set, meeting, record, self->people, 2, FALSE, &error);
  g_assert_no_error (error);
  zb_change_set_commit (set, NULL, &error);
  g_assert_no_error (error);
  return record->id;
}

static gint64
meeting_of (Fixture *self, gint64 id)
{
  g_autofree char *value = zb_test_value (self->db, &zb_kind_service_activity, id, "meeting");

  return g_ascii_strtoll (value, NULL, 10);
}

static void
mark (Fixture *self, gint64 id, guint who, const char *state, const char *arrived)
{
  g_autoptr(GPtrArray) roll = zb_meetings_parts (self->db, &zb_kind_attendance, meeting_of (self, id), NULL);

  for (guint i = 0; i < roll->len; i++)
    {
      ZbRecord *row = g_ptr_array_index (roll, i);

      if (zb_record_get_int (row, "person") != self->people[who])
        continue;
      zb_test_set (self->db, &zb_kind_attendance, row->id, "state", state);
      if (arrived != NULL)
        zb_test_set (self->db, &zb_kind_attendance, row->id, "arrived_at", arrived);
      return;
    }
  g_error ("not on the roll");
}

static GPtrArray *
hours_of (Fixture *self, guint who)
{
  return zb_records_list (self->db, &zb_kind_service_hours, "person", zb_test_id (self->people[who]), FALSE, NULL);
}

static gint64
sum_of (Fixture *self, guint who)
{
  gint64 tenths = -1;

  g_assert_true (zb_service_sum (self->db, self->people[who], ZB_DATE_NONE, ZB_DATE_NONE, &tenths, NULL));
  return tenths;
}

static gint64
add_hours (Fixture *self, guint who, const char *on, const char *tenths, const char *begin, const char *end)
{
  return zb_test_record (self->db, &zb_kind_service_hours, "person", zb_test_id (self->people[who]), "on", on, "hours", tenths, "contents", "送餐",
                         "source", "sheet", "confirmed_by", "李测", "started_at", begin, "ended_at", end, NULL);
}

/* Without clocks. */
static gint64
plain_hours (Fixture *self, guint who, const char *on, const char *tenths)
{
  return zb_test_record (self->db, &zb_kind_service_hours, "person", zb_test_id (self->people[who]), "on", on, "hours", tenths, "contents", "送餐",
                         "source", "sheet", "confirmed_by", "李测", NULL);
}

/* The meeting is one of service, whose roll is who signed up and nobody else. */
static void
test_activity (Fixture *self, gconstpointer data)
{
  gint64 id = activity (self, "王丁", "2026-10-31"), meeting = meeting_of (self, id);
  g_autoptr(GPtrArray) roll = zb_meetings_parts (self->db, &zb_kind_attendance, meeting, NULL);
  g_autoptr(ZbChangeSet) set = NULL;
  g_autoptr(ZbRecord) record = zb_records_get (self->db, &zb_kind_meeting, meeting, FALSE, NULL);
  g_autoptr(GPtrArray) lines = NULL;

  g_assert_cmpuint (roll->len, ==, 2);
  zb_test_assert_value (self->db, &zb_kind_meeting, meeting, "kind", "service");
  zb_test_assert_value (self->db, &zb_kind_meeting, meeting, "title", "清洁日");
  zb_test_assert_value (self->db, &zb_kind_meeting, meeting, "chair", "王丁");
  /* Corrected later, the roll stays. */
  set = zb_change_set_begin (self->db, "meeting.set", NULL, NULL);
  zb_record_set (record, "place", "云溪广场");
  g_assert_true (zb_meetings_update (set, record, NULL) && zb_roll_fill (set, meeting, NULL) && zb_change_set_commit (set, NULL, NULL));
  g_clear_pointer (&roll, g_ptr_array_unref);
  roll = zb_meetings_parts (self->db, &zb_kind_attendance, meeting, NULL);
  g_assert_cmpuint (roll->len, ==, 2);
  lines = zb_service_activities_list (self->db, self->branch, ZB_DATE_NONE, ZB_DATE_NONE, NULL);
  g_assert_cmpuint (lines->len, ==, 1);
  g_assert_cmpuint (((ZbServiceLine *) g_ptr_array_index (lines, 0))->signed_up, ==, 2);
}

/* It is no study and none of the meetings that a branch owes. */
static void
test_is_no_meeting_owed (Fixture *self, gconstpointer data)
{
  gint64 id = activity (self, "王丁", "2026-10-31");
  g_autoptr(GPtrArray) entries = NULL;
  g_autoptr(GPtrArray) rows = NULL;

  mark (self, id, 0, "present", NULL);
  zb_test_assert_value (self->db, &zb_kind_meeting, meeting_of (self, id), "hours", NULL);
  /* Even with study hours typed in by hand. */
  zb_test_set (self->db, &zb_kind_meeting, meeting_of (self, id), "hours", "40");
  entries = zb_study_of_person (self->db, self->people[0], 2026, NULL);
  g_assert_cmpuint (entries->len, ==, 0);
  g_assert_null (zb_duty_rule (ZB_MEETING_SERVICE));
  rows = zb_year_matrix (self->db, self->branch, 2026, zb_test_date (TODAY), NULL);
  for (guint i = 0; i < rows->len; i++)
    {
      const ZbYearRow *row = g_ptr_array_index (rows, i);

      if (row->kind == ZB_MEETING_THEME_DAY)
        g_assert_cmpint (row->cells[9], !=, ZB_DUTY_HELD);
    }
}

/* Measured from who was there; late from when he came; a second run adds who was forgotten. */
static void
test_credit (Fixture *self, gconstpointer data)
{
  gint64 id = activity (self, "王丁", "2026-10-31");
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) first = NULL;
  const ZbRecord *row;

  g_assert_false (zb_test_do (self->db, &zb_kind_service_activity, id, "credit", TODAY, &error, NULL));
  assert_refused (error, "nobody-came");
  g_clear_error (&error);
  mark (self, id, 0, "present", NULL);
  g_assert_true (zb_test_do (self->db, &zb_kind_service_activity, id, "credit", TODAY, &error, NULL));
  first = hours_of (self, 0);
  g_assert_cmpuint (first->len, ==, 1);
  row = g_ptr_array_index (first, 0);
  g_assert_cmpint (zb_record_get_int (row, "hours"), ==, 25);
  g_assert_cmpstr (zb_record_get (row, "source"), ==, "measured");
  g_assert_cmpstr (zb_record_get (row, "confirmed_by"), ==, "王丁");
  g_assert_cmpstr (zb_record_get (row, "place"), ==, "云溪社区");
  g_assert_cmpstr (zb_record_get (row, "started_at"), ==, "09:00");
  g_assert_cmpint (sum_of (self, 1), ==, 0);
  mark (self, id, 1, "late", "10:00");
  g_assert_true (zb_test_do (self->db, &zb_kind_service_activity, id, "credit", TODAY, &error, "by", "李测", NULL));
  g_assert_cmpint (sum_of (self, 0), ==, 25);
  g_assert_cmpint (sum_of (self, 1), ==, 15);
  g_assert_true (zb_test_do (self->db, &zb_kind_service_activity, id, "credit", TODAY, &error, NULL));
  g_assert_cmpint (zb_records_count (self->db, &zb_kind_service_hours, NULL), ==, 2);
}

/* Two days, hours given instead of measured; the service began later than people met. */
static void
test_credit_given (Fixture *self, gconstpointer data)
{
  gint64 id = activity (self, "王丁", "2026-10-30"), other = activity (self, "王丁", "2026-09-12");
  g_autoptr(GError) error = NULL;

  zb_test_set (self->db, &zb_kind_meeting, meeting_of (self, id), "held_until", "2026-10-31");
  mark (self, id, 0, "present", NULL);
  g_assert_true (zb_test_do (self->db, &zb_kind_service_activity, id, "credit", TODAY, &error, "hours", "30", NULL));
  g_assert_cmpint (sum_of (self, 0), ==, 60);
  mark (self, other, 1, "present", NULL);
  g_assert_true (zb_test_do (self->db, &zb_kind_service_activity, other, "credit", TODAY, &error, "started_at", "09:40", "ended_at", "11:20", NULL));
  g_assert_cmpint (sum_of (self, 1), ==, 17);
}

static void
test_credit_refused (Fixture *self, gconstpointer data)
{
  gint64 planned = activity (self, "王丁", "2026-12-05"), unknown = activity (self, NULL, "2026-10-31");
  g_autoptr(GError) error = NULL;

  g_assert_false (zb_test_do (self->db, &zb_kind_service_activity, planned, "credit", TODAY, &error, NULL));
  assert_refused (error, "not-done-yet");
  g_clear_error (&error);
  mark (self, unknown, 0, "present", NULL);
  g_assert_false (zb_test_do (self->db, &zb_kind_service_activity, unknown, "credit", TODAY, &error, NULL));
  assert_refused (error, "who-confirms");
  g_clear_error (&error);
  g_assert_false (zb_test_do (self->db, &zb_kind_service_activity, unknown, "credit", TODAY, &error, "started_at", "12:00", "by", "李测", NULL));
  assert_refused (error, "ends-before");
  g_clear_error (&error);
  zb_test_set (self->db, &zb_kind_meeting, meeting_of (self, unknown), "ended_at", NULL);
  g_assert_false (zb_test_do (self->db, &zb_kind_service_activity, unknown, "credit", TODAY, &error, "by", "李测", NULL));
  assert_refused (error, "which-hours");
  g_assert_cmpint (zb_records_count (self->db, &zb_kind_service_hours, NULL), ==, 0);
}

static gboolean
insert_hours (Fixture *self, const char *person, const char *on, const char *tenths, const char *corrects, const char *why, GError **error)
{
  g_autoptr(ZbChangeSet) set = zb_change_set_begin (self->db, "service_hours.add", NULL, NULL);
  g_autoptr(ZbRecord) row = zb_record_new (&zb_kind_service_hours);

  zb_record_set (row, "person", person);
  zb_record_set (row, "on", on);
  zb_record_set (row, "hours", tenths);
  zb_record_set (row, "contents", "送餐");
  zb_record_set (row, "source", corrects != NULL ? "correction" : "added");
  zb_record_set (row, "confirmed_by", "李测");
  zb_record_set (row, "corrects", corrects);
  zb_record_set (row, "why", why);
  return zb_change_set_insert (set, row, error) && zb_change_set_commit (set, NULL, error);
}

/* What was written stays; another row of the same person and day sets it right, with a reason. */
static void
test_corrections (Fixture *self, gconstpointer data)
{
  gint64 wrong = plain_hours (self, 0, "2026-05-04", "80");
  const char *id = zb_test_id (wrong), *him = zb_test_id (self->people[0]), *other = zb_test_id (self->people[1]);
  const struct { const char *person, *on, *tenths, *corrects, *why, *reason; } refused[] = {
    { him, "2026-05-04", "0", NULL, NULL, "hours-not-positive" },     { him, "2026-05-04", "-5", NULL, NULL, "hours-not-positive" },
    { other, "2026-05-04", "-10", id, "算错", "corrects-another" },    { him, "2026-05-05", "-10", id, "算错", "corrects-other-day" },
    { him, "2026-05-04", "-10", id, NULL, "why-corrected" },          { him, "2026-05-04", "-81", id, "算错", "hours-below-nothing" },
    { him, "2026-05-04", "0", id, "算错", "nothing-to-correct" },
  };
  g_autoptr(GError) error = NULL;
  g_autoptr(ZbChangeSet) set = NULL;
  g_autoptr(GPtrArray) rows = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_assert_false (insert_hours (self, refused[i].person, refused[i].on, refused[i].tenths, refused[i].corrects, refused[i].why, &error));
      assert_refused (error, refused[i].reason);
      g_clear_error (&error);
    }
  g_assert_true (zb_test_do (self->db, &zb_kind_service_hours, wrong, "correct", TODAY, &error, "hours", "25", "why", "多记一天", "by", "赵三", NULL));
  g_assert_cmpint (sum_of (self, 0), ==, 25);
  zb_test_assert_value (self->db, &zb_kind_service_hours, wrong, "hours", "80");
  rows = hours_of (self, 0);
  g_assert_cmpuint (rows->len, ==, 2);
  g_assert_cmpstr (zb_record_get (g_ptr_array_index (rows, 1), "corrects"), ==, id);
  g_assert_cmpstr (zb_record_get (g_ptr_array_index (rows, 1), "source"), ==, "correction");
  g_assert_false (insert_hours (self, him, "2026-05-04", "-26", id, "算错", &error));
  assert_refused (error, "hours-below-nothing");
  g_clear_error (&error);
  g_assert_false (insert_hours (self, him, "2026-05-04", "1", zb_test_id (((ZbRecord *) g_ptr_array_index (rows, 1))->id), "算错", &error));
  assert_refused (error, "corrects-correction");
  g_clear_error (&error);
  set = zb_change_set_begin (self->db, "service_hours.set", NULL, NULL);
  g_assert_false (zb_change_set_set (set, &zb_kind_service_hours, wrong, "hours", "20", &error));
  assert_refused (error, "keeps-values");
}

static guint
found (GPtrArray *findings, const char *rule)
{
  guint n = 0;

  for (guint i = 0; i < findings->len; i++)
    n += g_str_equal (((ZbFinding *) g_ptr_array_index (findings, i))->rule, rule);
  return n;
}

static void
test_findings (Fixture *self, gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) all = NULL;
  g_autoptr(GPtrArray) his = NULL;
  g_autoptr(GPtrArray) one = NULL;
  gint64 id = activity (self, NULL, "2026-10-31"), overlap;

  add_hours (self, 0, "2026-05-04", "80", "08:00", "16:00");
  add_hours (self, 0, "2026-05-04", "41", "16:00", "20:10");
  /* Twelve hours are no finding, nor what ends when the next begins. */
  add_hours (self, 1, "2026-05-04", "80", "08:00", "16:00");
  add_hours (self, 1, "2026-05-04", "40", "16:00", "20:00");
  add_hours (self, 2, "2026-05-04", "20", "08:00", "10:00");
  overlap = add_hours (self, 2, "2026-05-04", "20", "09:30", "11:30");
  all = zb_check_run (self->db, zb_test_date (TODAY), TRUE, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (found (all, "too-many-hours"), ==, 1);
  g_assert_cmpuint (found (all, "hours-overlap"), ==, 1);
  g_assert_cmpuint (found (all, "nobody-in-charge"), ==, 1);
  /* Nobody wrote why two who signed up did not come, and there are no minutes. */
  g_assert_cmpuint (found (all, "absent-without-reason") + found (all, "no-chair") + found (all, "no-contents"), ==, 0);
  his = zb_check_hours (self->db, self->people[2], "2026-05-04", zb_test_date (TODAY), NULL);
  g_assert_cmpuint (his->len, ==, 1);
  g_assert_cmpint (((ZbFinding *) g_ptr_array_index (his, 0))->record, ==, overlap);
  /* What was corrected to nothing took no time. */
  zb_test_do (self->db, &zb_kind_service_hours, overlap, "correct", TODAY, &error, "hours", "0", "why", "重复登记", "by", "李测", NULL);
  g_assert_no_error (error);
  g_clear_pointer (&his, g_ptr_array_unref);
  his = zb_check_hours (self->db, self->people[2], NULL, zb_test_date (TODAY), NULL);
  g_assert_cmpuint (his->len, ==, 0);
  mark (self, id, 0, "present", NULL);
  zb_test_do (self->db, &zb_kind_service_activity, id, "credit", TODAY, &error, "hours", "125", "by", "李测", NULL);
  g_assert_no_error (error);
  one = zb_check_activity (self->db, id, zb_test_date (TODAY), NULL);
  g_assert_cmpuint (found (one, "too-many-hours"), ==, 1);
  g_assert_cmpuint (one->len, ==, 2);
}

/* What a correction was about is gone: the rest is told of. */
static void
test_correction_alone (Fixture *self, gconstpointer data)
{
  g_autoptr(GPtrArray) findings = NULL;
  gint64 wrong = plain_hours (self, 0, "2026-05-04", "80");

  zb_test_do (self->db, &zb_kind_service_hours, wrong, "correct", TODAY, NULL, "hours", "50", "why", "算错", "by", "李测", NULL);
  zb_test_db_sql (self->test, "UPDATE service_hours SET withdrawn = 1 WHERE corrects IS NULL");
  findings = zb_check_hours (self->db, self->people[0], NULL, zb_test_date (TODAY), NULL);
  g_assert_cmpuint (found (findings, "correction-alone"), ==, 1);
}

static gint64
certify (Fixture *self, guint who, const char *from, const char *to, const char *number, GError **error)
{
  g_autoptr(ZbChangeSet) set = zb_change_set_begin (self->db, "service_certificate.add", NULL, NULL);
  g_autoptr(ZbRecord) record = zb_record_new (&zb_kind_service_certificate);

  zb_record_set_int (record, "person", self->people[who]);
  zb_record_set (record, "from", from);
  zb_record_set (record, "to", to);
  zb_record_set (record, "handler", "李测");
  zb_record_set (record, "number", number);
  return zb_service_certify (set, record, error) && zb_change_set_commit (set, NULL, error) ? record->id : 0;
}

/* Hours and contents are those of the period on the day of issue, and stay so on the paper. */
static void
test_certificates (Fixture *self, gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  gint64 wrong = plain_hours (self, 0, "2026-05-04", "80"), id;
  g_autoptr(ZbChangeSet) set = NULL;

  plain_hours (self, 0, "2026-06-04", "15");
  plain_hours (self, 0, "2026-07-01", "40");
  zb_test_do (self->db, &zb_kind_service_hours, wrong, "correct", TODAY, NULL, "hours", "20", "why", "算错", "by", "赵三", NULL);
  id = certify (self, 0, "2026-01-01", "2026-06-30", NULL, &error);
  g_assert_no_error (error);
  zb_test_assert_value (self->db, &zb_kind_service_certificate, id, "number", "2026-0001");
  zb_test_assert_value (self->db, &zb_kind_service_certificate, id, "hours", "35");
  zb_test_assert_value (self->db, &zb_kind_service_certificate, id, "contents", "送餐（2次，3.5小时）");
  zb_test_assert_value (self->db, &zb_kind_service_certificate, id, "name", "王丁");
  zb_test_assert_value (self->db, &zb_kind_service_certificate, id, "issuer", "第一党支部");
  zb_test_assert_value (self->db, &zb_kind_service_certificate, id, "issued_on", TODAY);
  zb_test_do (self->db, &zb_kind_service_hours, wrong, "correct", TODAY, NULL, "hours", "80", "why", "没有算错", "by", "赵三", NULL);
  zb_test_assert_value (self->db, &zb_kind_service_certificate, id, "hours", "35");
  g_assert_cmpint (certify (self, 0, "2026-01-01", "2026-06-30", "2026-0001", &error), ==, 0);
  assert_refused (error, "number-issued");
  g_clear_error (&error);
  g_assert_cmpint (certify (self, 1, "2026-01-01", "2026-06-30", NULL, &error), ==, 0);
  assert_refused (error, "no-hours-to-certify");
  g_clear_error (&error);
  g_assert_cmpint (certify (self, 0, "2026-01-01", "2026-12-31", NULL, &error), ==, 0);
  assert_refused (error, "in-future");
  g_clear_error (&error);
  g_assert_cmpint (certify (self, 0, "2026-07-01", "2026-06-01", NULL, &error), ==, 0);
  g_clear_error (&error);
  zb_test_assert_value (self->db, &zb_kind_service_certificate, certify (self, 0, "2026-07-01", "2026-07-31", NULL, NULL), "number", "2026-0002");
  set = zb_change_set_begin (self->db, "service_certificate.set", NULL, NULL);
  g_assert_false (zb_change_set_set (set, &zb_kind_service_certificate, id, "hours", "900", &error));
  assert_refused (error, "keeps-values");
}

static void
test_stars (Fixture *self, gconstpointer data)
{
  ZbServiceStanding standing;

  g_assert_true (zb_service_standing (self->db, self->people[0], zb_test_date (TODAY), &standing, NULL));
  g_assert_cmpuint (standing.stars, ==, 0);
  plain_hours (self, 0, "2024-05-04", "2990");
  plain_hours (self, 0, "2026-05-04", "9");
  g_assert_true (zb_service_standing (self->db, self->people[0], zb_test_date (TODAY), &standing, NULL));
  g_assert_cmpuint (standing.stars, ==, 1);
  plain_hours (self, 0, "2026-05-05", "1");
  g_assert_true (zb_service_standing (self->db, self->people[0], zb_test_date (TODAY), &standing, NULL));
  g_assert_cmpuint (standing.stars, ==, 2);
  g_assert_cmpint (standing.year, ==, 10);
  g_assert_cmpint (standing.all, ==, 3000);
  zb_test_record (self->db, &zb_kind_rule, "key", "volunteer.star_by_year", "value", "1", "reason", "本单位逐年评定", NULL);
  zb_test_record (self->db, &zb_kind_rule, "key", "volunteer.star1", "value", "1", "reason", "本单位逐年评定", NULL);
  g_assert_true (zb_service_standing (self->db, self->people[0], zb_test_date (TODAY), &standing, NULL));
  g_assert_true (standing.by_year);
  g_assert_cmpuint (standing.stars, ==, 1);
}

/* A team with its captain; who is in it on the day is on the roll of its activity. */
static void
test_teams (Fixture *self, gconstpointer data)
{
  g_autoptr(ZbRecord) team = zb_record_new (&zb_kind_team);
  g_autoptr(ZbRecord) member = zb_record_new (&zb_kind_team_member);
  g_autoptr(ZbChangeSet) set = zb_change_set_begin (self->db, "team.add", NULL, NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(GArray) people = NULL;

  zb_record_set (team, "name", "党员服务突击队");
  zb_record_set (team, "kind", "service");
  zb_record_set_int (team, "org", self->branch);
  zb_record_set (team, "captain", "赵三");
  g_assert_true (zb_teams_fill (self->db, team, &error) && zb_change_set_insert (set, team, &error));
  g_assert_cmpint (zb_record_get_int (team, "captain_person"), ==, self->people[1]);
  zb_record_set_int (member, "team", team->id);
  zb_record_set_int (member, "person", self->people[0]);
  zb_record_set (member, "joined_on", "2026-01-01");
  zb_record_set (member, "left_on", "2026-06-30");
  g_assert_true (zb_teams_fill (self->db, member, &error) && zb_change_set_insert (set, member, &error) && zb_change_set_commit (set, NULL, &error));
  zb_test_set (self->db, &zb_kind_member, self->people[0], "name", "王定");
  zb_test_assert_value (self->db, &zb_kind_team_member, member->id, "name", "王丁");
  people = zb_teams_people (self->db, team->id, zb_test_date ("2026-03-01"), NULL);
  g_assert_cmpuint (people->len, ==, 1);
  g_clear_pointer (&people, g_array_unref);
  people = zb_teams_people (self->db, team->id, zb_test_date ("2026-07-01"), NULL);
  g_assert_cmpuint (people->len, ==, 0);
  /* Again after that, but not twice at a time. */
  zb_test_record (self->db, &zb_kind_team_member, "team", zb_test_id (team->id), "person", zb_test_id (self->people[0]), "name", "王定", "joined_on",
                  "2026-08-01", NULL);
  g_clear_pointer (&set, zb_change_set_free);
  set = zb_change_set_begin (self->db, "team_member.add", NULL, NULL);
  member->id = 0;
  g_clear_pointer (&member->uid, g_free);
  zb_record_set (member, "joined_on", "2026-06-01");
  zb_record_set (member, "left_on", NULL);
  g_assert_false (zb_change_set_insert (set, member, &error));
  assert_refused (error, "in-team-already");
}

static void
test_volunteers (Fixture *self, gconstpointer data)
{
  gint64 volunteer = zb_test_record (self->db, &zb_kind_volunteer, "person", zb_test_id (self->people[0]), "community", "云溪社区", NULL);
  static const char *const bad[][2] = { { "5", "no-quarter" }, { "0", "no-quarter" }, { "3", "quarter-already" } };

  g_autofree char *title = zb_records_title (self->db, &zb_kind_volunteer, volunteer);

  g_assert_cmpstr (title, ==, "王丁");
  zb_test_record (self->db, &zb_kind_community_feedback, "volunteer", zb_test_id (volunteer), "year", "2026", "quarter", "3", "words", "表现积极", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr(ZbChangeSet) set = zb_change_set_begin (self->db, "community_feedback.add", NULL, NULL);
      g_autoptr(ZbRecord) record = zb_record_new (&zb_kind_community_feedback);
      g_autoptr(GError) error = NULL;

      zb_record_set_int (record, "volunteer", volunteer);
      zb_record_set (record, "year", "2026");
      zb_record_set (record, "quarter", bad[i][0]);
      g_assert_false (zb_change_set_insert (set, record, &error));
      assert_refused (error, bad[i][1]);
    }
}

/* One undo takes back what one step credited, and only that. */
static void
test_undo (Fixture *self, gconstpointer data)
{
  gint64 id = activity (self, "王丁", "2026-10-31");
  g_autofree char *before = NULL, *after = NULL;
  gint64 last;

  mark (self, id, 0, "present", NULL);
  mark (self, id, 1, "present", NULL);
  before = zb_test_db_state (self->db);
  zb_test_do (self->db, &zb_kind_service_activity, id, "credit", TODAY, NULL, NULL);
  g_assert_cmpint (sum_of (self, 1), ==, 25);
  last = zb_test_db_number (self->test, "SELECT max (id) FROM change_set");
  g_assert_true (zb_history_undo (self->db, last, NULL, NULL));
  after = zb_test_db_state (self->db);
  g_assert_cmpstr (after, ==, before);
}

/* The rows of the roll, as “name shift”. */
static char *
roll_of (Fixture *self, gint64 id)
{
  g_autoptr(GPtrArray) roll = zb_meetings_parts (self->db, &zb_kind_attendance, meeting_of (self, id), NULL);
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < roll->len; i++)
    {
      const ZbRecord *row = g_ptr_array_index (roll, i);

      g_string_append_printf (out, "%s%s %s", i > 0 ? ", " : "", zb_record_title (row), zb_record_get (row, "shift") != NULL ? zb_record_get (row, "shift") : "-");
    }
  return g_string_free (out, FALSE);
}

/* One by one, for a shift; who signs up again only changes the shift. */
static void
test_sign_up (Fixture *self, gconstpointer data)
{
  gint64 id = activity (self, "王丁", "2026-12-05");
  g_autoptr(GError) error = NULL;
  g_autofree char *first = NULL, *then = NULL;

  zb_test_do (self->db, &zb_kind_service_activity, id, "enrol", TODAY, &error, "person", zb_test_id (self->people[2]), "shift", "上午", NULL);
  g_assert_no_error (error);
  first = roll_of (self, id);
  g_assert_cmpstr (first, ==, "王丁 -, 赵三 -, 钱四 上午");
  zb_test_set (self->db, &zb_kind_service_activity, id, "shifts", "上午\n 下午 \n");
  zb_test_do (self->db, &zb_kind_service_activity, id, "enrol", TODAY, &error, "person", zb_test_id (self->people[0]), "shift", "下午", NULL);
  g_assert_no_error (error);
  zb_test_do (self->db, &zb_kind_service_activity, id, "enrol", TODAY, &error, "person", zb_test_id (self->people[2]), NULL);
  g_assert_no_error (error);
  then = roll_of (self, id);
  g_assert_cmpstr (then, ==, "王丁 下午, 赵三 -, 钱四 上午");
  zb_test_do (self->db, &zb_kind_service_activity, id, "enrol", TODAY, &error, "person", zb_test_id (self->people[3]), "shift", "夜里", NULL);
  assert_refused (error, "no-such-shift");
}

static void
assert_not_gone (Fixture *self, gint64 id, const char *reason)
{
  g_autoptr(GError) first = NULL, second = NULL, third = NULL;
  g_autoptr(ZbChangeSet) set = NULL;

  zb_test_do (self->db, &zb_kind_meeting, meeting_of (self, id), "reopen", TODAY, &first, NULL);
  assert_refused (first, reason);
  set = zb_change_set_begin (self->db, "meeting.withdraw", NULL, NULL);
  g_assert_false (zb_change_set_withdraw_whole (set, &zb_kind_meeting, meeting_of (self, id), &second));
  assert_refused (second, reason);
  g_clear_pointer (&set, zb_change_set_free);
  set = zb_change_set_begin (self->db, "service_activity.withdraw", NULL, NULL);
  g_assert_false (zb_change_set_withdraw_whole (set, &zb_kind_service_activity, id, &third));
  assert_refused (third, reason);
}

/* Hours of what is taken back are corrected first, each by a row of its own; they are neither lost nor kept unseen. */
static void
test_gone (Fixture *self, gconstpointer data)
{
  gint64 id = activity (self, "王丁", "2026-10-31");
  g_autoptr(GError) error = NULL, again = NULL;
  g_autoptr(ZbChangeSet) set = NULL;
  g_autoptr(GPtrArray) rows = NULL;

  mark (self, id, 0, "present", NULL);
  mark (self, id, 1, "present", NULL);
  zb_test_do (self->db, &zb_kind_service_activity, id, "credit", TODAY, &error, NULL);
  g_assert_no_error (error);
  assert_not_gone (self, id, "hours-credited");
  zb_test_do (self->db, &zb_kind_service_activity, id, "uncredit", TODAY, &error, "why", "活动未举行", "by", "李测", NULL);
  g_assert_no_error (error);
  g_assert_cmpint (sum_of (self, 0), ==, 0);
  rows = hours_of (self, 1);
  g_assert_cmpuint (rows->len, ==, 2);
  g_assert_cmpstr (zb_record_get (g_ptr_array_index (rows, 1), "why"), ==, "活动未举行");
  g_assert_cmpstr (zb_record_get (g_ptr_array_index (rows, 1), "confirmed_by"), ==, "李测");
  zb_test_do (self->db, &zb_kind_service_activity, id, "uncredit", TODAY, &again, "why", "再来", "by", "李测", NULL);
  assert_refused (again, "nothing-to-correct");
  set = zb_change_set_begin (self->db, "meeting.withdraw", NULL, NULL);
  g_assert_true (zb_change_set_withdraw_whole (set, &zb_kind_meeting, meeting_of (self, id), &error));
  g_assert_true (zb_change_set_commit (set, NULL, &error));
}

/* From another program, or marked otherwise afterwards. */
static void
test_hours_left_behind (Fixture *self, gconstpointer data)
{
  gint64 id = activity (self, "王丁", "2026-10-31");
  g_autoptr(GPtrArray) absent = NULL, nothing = NULL, one = NULL;
  g_autoptr(GError) error = NULL;

  mark (self, id, 0, "present", NULL);
  mark (self, id, 1, "present", NULL);
  zb_test_do (self->db, &zb_kind_service_activity, id, "credit", TODAY, &error, NULL);
  g_assert_no_error (error);
  mark (self, id, 1, "absent", NULL);
  absent = zb_check_activity (self->db, id, zb_test_date (TODAY), NULL);
  g_assert_cmpuint (absent->len, ==, 1);
  g_assert_cmpuint (found (absent, "hours-though-absent"), ==, 1);
  g_assert_cmpstr (((ZbFinding *) g_ptr_array_index (absent, 0))->title, ==, "赵三");
  zb_test_db_sql (self->test, "UPDATE meeting SET state = 'cancelled'");
  nothing = zb_check_run (self->db, zb_test_date (TODAY), TRUE, NULL, NULL, NULL);
  g_assert_cmpuint (found (nothing, "hours-of-nothing"), ==, 2);
  one = zb_check_hours (self->db, self->people[0], "2026-10-31", zb_test_date (TODAY), NULL);
  g_assert_cmpuint (found (one, "hours-of-nothing"), ==, 1);
}

#define ADD(path, function) g_test_add ("/service/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("activity", test_activity);
  ADD ("is-no-meeting-owed", test_is_no_meeting_owed);
  ADD ("credit", test_credit);
  ADD ("credit/given", test_credit_given);
  ADD ("credit/refused", test_credit_refused);
  ADD ("corrections", test_corrections);
  ADD ("findings", test_findings);
  ADD ("correction-alone", test_correction_alone);
  ADD ("certificates", test_certificates);
  ADD ("stars", test_stars);
  ADD ("teams", test_teams);
  ADD ("volunteers", test_volunteers);
  ADD ("sign-up", test_sign_up);
  ADD ("gone", test_gone);
  ADD ("hours-left-behind", test_hours_left_behind);
  ADD ("undo", test_undo);
  return g_test_run ();
}
