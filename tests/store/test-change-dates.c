/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "core/zb-codes.h"
#include "core/zb-error.h"
#include "store/zb-history.h"
#include "zb-test-db.h"

/* What the one way to write refuses of dates. */

static ZbChangeSet *
begin (ZbTestDb *test)
{
  g_autoptr(GError) error = NULL;
  ZbChangeSet *set = zb_change_set_begin (test->db, "test", NULL, &error);

  g_assert_no_error (error);
  return set;
}

static gboolean
add_dated (ZbTestDb *test, const ZbKind *kind, gint64 org, gint64 person, const char *first, const char *from, const char *second,
           const char *until, GError **error)
{
  g_autoptr(ZbChangeSet) set = begin (test);
  g_autoptr(ZbRecord) record = zb_record_new (kind);

  for (guint i = 0; i < kind->n_fields; i++)
    if (kind->fields[i].type == ZB_FIELD_LINK && (kind->fields[i].flags & ZB_FIELD_REQUIRED))
      zb_record_set_int (record, kind->fields[i].name, strcmp (kind->fields[i].link, "member") == 0 ? person : org);
    else if (kind->fields[i].type == ZB_FIELD_CODE && (kind->fields[i].flags & ZB_FIELD_REQUIRED))
      zb_record_set (record, kind->fields[i].name, zb_code_table_get (kind->fields[i].codes)->codes[0].code);
    else if (kind->fields[i].flags & ZB_FIELD_REQUIRED)
      zb_record_set (record, kind->fields[i].name, "1");
  if (kind == &zb_kind_membership)
    zb_record_set (record, "kind", "temporary");
  zb_record_set (record, first, from);
  zb_record_set (record, second, until);
  return zb_change_set_insert (set, record, error);
}

/* An end before its beginning is refused, as far as both are known, and said in the words of the form. */
static void
test_reversed_dates (void)
{
  static const struct { const ZbKind *kind; const char *first; const char *second; const char *said; } pairs[] = {
    { &zb_kind_term, "appointed_on", "due_on", "reversed-of|应换届时间|%s|任命时间|%s|第一党支部" },
    { &zb_kind_term, "appointed_on", "held_on", "reversed-of|实际换届时间|%s|任命时间|%s|第一党支部" },
    { &zb_kind_term, "appointed_on", "extended_to", "reversed-of|延期至|%s|任命时间|%s|第一党支部" },
    { &zb_kind_term, "due_on", "extended_to", "reversed-of|延期至|%s|应换届时间|%s|第一党支部" },
    { &zb_kind_post, "started_on", "ended_on", "reversed-of|免职日期|%s|任职日期|%s|张三" },
    { &zb_kind_membership, "started_on", "ended_on", "reversed-of|离开日期|%s|进入日期|%s|张三" },
    { &zb_kind_membership, "ended_on", "receipt_on", "reversed-of|回执日期|%s|离开日期|%s|张三" },
    { &zb_kind_organization, "opened_on", "closed_on", "reversed|撤销日期|%s|成立日期|%s" },
    { &zb_kind_rule, "started_on", "ended_on", "reversed|截止日期|%s|起始日期|%s" },
  };
  static const struct { const char *from; const char *until; gboolean good; } dates[] = {
    { "2020-05-06", "2020-05-05", FALSE }, { "2020-05-06", "2020-05-06", TRUE }, { "2020-05-06", "2020-05", TRUE },
    { "2020-05-06", "2020-04", FALSE },    { "2020-05", "2020-05-01", TRUE },    { "2020-05-06", "2020", TRUE },
    { "2020", "2020-01-01", TRUE },        { "2020-05", "2019", FALSE },         { NULL, "2019-01-01", TRUE },
    { "2020-05-06", NULL, TRUE },
  };
  g_autoptr(ZbTestDb) test = zb_test_db_new ();
  gint64 org = zb_test_organization (test->db, "branch", "第一党支部", 0);
  gint64 person = zb_test_member (test->db, "张三", org, NULL);

  for (guint p = 0; p < G_N_ELEMENTS (pairs); p++)
    for (guint d = 0; d < G_N_ELEMENTS (dates); d++)
      {
        g_autoptr(GError) error = NULL;
        gboolean done = add_dated (test, pairs[p].kind, org, person, pairs[p].first, dates[d].from, pairs[p].second, dates[d].until, &error);
        g_autoptr(GString) said = g_string_new (pairs[p].said);

        g_test_message ("%s %s %s %s", pairs[p].first, dates[d].from, pairs[p].second, dates[d].until);
        g_assert_cmpint (done, ==, dates[d].good);
        if (done)
          continue;
        g_string_replace (said, "%s", dates[d].until, 1);
        g_string_replace (said, "%s", dates[d].from, 1);
        g_assert_error (error, ZB_DATA_ERROR, ZB_DATA_ERROR_REFUSED);
        g_assert_cmpstr (error->message, ==, said->str);
      }
}

/* An old contradiction keeps nobody from correcting something else, and an undo from putting it back. */
static void
test_old_dates_are_left_alone (void)
{
  g_autoptr(ZbTestDb) test = zb_test_db_new ();
  gint64 org = zb_test_organization (test->db, "branch", "第一党支部", 0);
  gint64 term = zb_test_record (test->db, &zb_kind_term, "org", zb_test_id (org), "appointed_on", "2020-05", "due_on", "2023-05", NULL);
  gint64 person = zb_test_member (test->db, "张三", org, "joined_on", "2030-12-31", NULL);
  g_autoptr(ZbChangeSet) set = NULL;
  g_autoptr(GError) error = NULL;

  /* As a file of an earlier version has them. */
  zb_test_db_sql (test, "UPDATE committee_term SET due_on = '2019-05'");
  zb_db_set_today (test->db, zb_test_date ("2020-01-01"));
  zb_test_set (test->db, &zb_kind_term, term, "note", "照旧");
  zb_test_set (test->db, &zb_kind_member, person, "note", "照旧");

  zb_test_set (test->db, &zb_kind_member, person, "joined_on", "2019-07-01");
  zb_test_set (test->db, &zb_kind_term, term, "due_on", "2023-06");
  g_assert_true (zb_history_undo (test->db, 0, NULL, &error));
  g_assert_true (zb_history_undo (test->db, 0, NULL, &error));
  zb_test_assert_value (test->db, &zb_kind_term, term, "due_on", "2019-05");
  zb_test_assert_value (test->db, &zb_kind_member, person, "joined_on", "2030-12-31");

  set = begin (test);
  g_assert_false (zb_change_set_set (set, &zb_kind_term, term, "appointed_on", "2020-06", &error));
  g_assert_error (error, ZB_DATA_ERROR, ZB_DATA_ERROR_REFUSED);
}

/* What only the past can hold cannot lie in the future, whoever writes it. */
static void
test_days_to_come (void)
{
  g_autoptr(ZbTestDb) test = zb_test_db_new ();
  gint64 person = zb_test_member (test->db, "张三", 0, NULL);
  g_autofree char *before = NULL;
  static const struct { const char *day; gboolean good; } days[] = {
    { "2026-11-24", TRUE }, { "2026-11", TRUE }, { "2026", TRUE }, { "2026-11-25", FALSE }, { "2026-12", FALSE }, { "2027", FALSE },
  };

  zb_db_set_today (test->db, zb_test_date ("2026-11-24"));
  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autoptr(ZbChangeSet) set = begin (test);
      g_autoptr(ZbRecord) record = zb_record_new (&zb_kind_member);
      g_autoptr(GError) error = NULL;
      g_autofree char *said = g_strdup_printf ("in-future|%s", days[i].day);

      zb_record_set (record, "name", "李四");
      zb_record_set (record, "birth_date", days[i].day);
      g_assert_cmpint (zb_change_set_insert (set, record, &error), ==, days[i].good);
      if (days[i].good)
        continue;
      g_assert_error (error, ZB_DATA_ERROR, ZB_DATA_ERROR_REFUSED);
      g_assert_cmpstr (error->message, ==, said);
      g_clear_error (&error);
      g_assert_false (zb_change_set_set (set, &zb_kind_member, person, "joined_on", days[i].day, &error));
      g_assert_cmpstr (error->message, ==, said);
      /* An extension of probation is of the future. */
      g_assert_true (zb_change_set_set (set, &zb_kind_member, person, "probation_until", days[i].day, NULL));
    }
  before = zb_test_db_state (test->db);
  g_assert_null (strstr (before, "李四"));

  /* By the clock when no day was set. */
  zb_db_set_today (test->db, ZB_DATE_NONE);
  g_assert_cmpint (zb_date_compare (zb_db_today (test->db), zb_test_date ("2024-01-01")), >, 0);
  {
    g_autoptr(ZbChangeSet) set = begin (test);

    g_assert_false (zb_change_set_set (set, &zb_kind_member, person, "joined_on", "9998-01-01", NULL));
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/change-dates/reversed", test_reversed_dates);
  g_test_add_func ("/change-dates/old-ones-are-left-alone", test_old_dates_are_left_alone);
  g_test_add_func ("/change-dates/days-to-come", test_days_to_come);
  return g_test_run ();
}
