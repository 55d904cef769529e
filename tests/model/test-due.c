/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "zb-test-life.h"

static GPtrArray *
due (ZbTestRegistry *test)
{
  GAsyncResult *waiting = NULL;
  g_autoptr(GAsyncResult) result = NULL;
  GPtrArray *found;

  zb_registry_due_async (test->registry, NULL, zb_test_take_result, &waiting);
  result = zb_test_wait (&waiting);
  found = zb_registry_due_finish (test->registry, result, NULL);
  g_assert_nonnull (found);
  return found;
}

/* The only one of its kind. */
static const ZbDue *
one_of (GPtrArray *found, ZbDueKind kind)
{
  const ZbDue *one = NULL;

  for (guint i = 0; i < found->len; i++)
    if (((ZbDue *) g_ptr_array_index (found, i))->kind == kind)
      {
        g_assert_null (one);
        one = g_ptr_array_index (found, i);
      }
  return one;
}

static char *
day (ZbTestRegistry *test, int months)
{
  return zb_date_to_text (zb_date_add_months (zb_registry_today (test->registry), months));
}

/* Each reason once, read on the reader and put together with the people in memory. */
static void
test_found (void)
{
  g_autoptr(ZbTestRegistry) test = zb_test_registry_new ();
  g_autoptr(GPtrArray) nothing = due (test);
  g_autoptr(GPtrArray) found = NULL;
  g_autofree char *year_ago = day (test, -12);
  g_autofree char *prolonged = day (test, 1);
  g_autofree char *words = NULL;
  ZbDate today = zb_registry_today (test->registry);
  const ZbDue *one;
  gint64 person;

  g_assert_cmpuint (nothing->len, ==, 0);
  person = zb_test_life_save (test, &zb_kind_member, "name", "甲", "category", "probationary", "joined_on", year_ago, "probation_until", prolonged, NULL);
  found = due (test);
  one = one_of (found, ZB_DUE_CONFIRMATION);
  g_assert_cmpint (one->record, ==, person);
  g_assert_cmpint (zb_date_compare (one->on, zb_date_add_months (today, 1)), ==, 0);
  one = one_of (found, ZB_DUE_OATH);
  g_assert_cmpint (one->record, ==, person);
  g_assert_true (zb_due_is_late (one, today));
  one = one_of (found, ZB_DUE_BIRTHDAY);
  g_assert_cmpint (one->record, ==, person);
  g_assert_cmpuint (one->count, ==, 1);
  g_assert_false (zb_due_is_late (one, zb_date_add_months (today, 6)));
  words = zb_due_words (one, today);
  g_assert_true (g_str_has_prefix (words, "甲: joined the Party on "));
  g_assert_true (g_str_has_suffix (words, ", 1 year"));
}

/* A meeting nobody held yet, and one that somebody missed. */
static void
test_meetings (void)
{
  g_autoptr(ZbTestRegistry) test = zb_test_registry_new ();
  g_autoptr(GPtrArray) found = NULL;
  g_autofree char *today = zb_date_to_text (zb_registry_today (test->registry));
  GAsyncResult *waiting = NULL;
  g_autoptr(GAsyncResult) result = NULL;
  gint64 meeting;
  const ZbDue *one;
  guint n = 0;

  zb_test_life_member (test, "甲");
  zb_test_life_member (test, "乙");
  meeting = zb_test_life_save (test, &zb_kind_meeting, "org", zb_test_id (test->branch), "kind", "lecture", "held_on", today, "hours", "2", NULL);
  zb_registry_roll_command_async (test->registry, meeting, "缺 2；全到", NULL, zb_test_take_result, &waiting);
  result = zb_test_wait (&waiting);
  g_assert_true (zb_registry_write_finish (test->registry, result, NULL, NULL));
  found = due (test);
  one = one_of (found, ZB_DUE_MAKE_UP);
  g_assert_nonnull (one);
  g_assert_cmpuint (one->count, ==, 1);
  for (guint i = 0; i < found->len; i++)
    n += ((ZbDue *) g_ptr_array_index (found, i))->kind == ZB_DUE_MEETING;
  g_assert_cmpuint (n, >, 0);
}

static void
test_names (void)
{
  for (guint kind = 0; kind < ZB_N_DUE_KINDS; kind++)
    {
      g_autofree char *one = zb_due_group_words (kind, 1);
      g_autofree char *many = zb_due_group_words (kind, 12);

      g_assert_cmpstr (zb_due_name (kind), !=, "");
      g_assert_nonnull (strstr (one, ": 1"));
      g_assert_nonnull (strstr (many, ": 12"));
    }
}

static void
take (ZbDb *db, gint64 wish, const char *step, const char *on, gint64 person, const char *promised)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *today = zb_date_to_text (zb_db_today (db));

  zb_test_do (db, &zb_kind_wish, wish, step, today, &error, "on", on, "by", "李测", "words", "属实", "person", zb_test_id (person), "promised_on", promised,
              NULL);
  g_assert_no_error (error);
}

/* A wish that nobody has taken for a month, and one that was promised for yesterday; one that is new is not due. */
static void
test_wishes (void)
{
  g_autoptr(ZbTestRegistry) test = zb_test_registry_new ();
  ZbDate today = zb_registry_today (test->registry), yesterday = zb_date_add_days (today, -1);
  g_autofree char *then = zb_date_to_text (zb_date_add_days (today, -40)), *on = zb_date_to_text (yesterday);
  gint64 person = zb_test_life_member (test, "王丁");
  ZbDb *db = zb_db_open (zb_registry_path (test->registry), ZB_DB_WRITE, NULL);
  gint64 household = zb_test_record (db, &zb_kind_household, "alias", "张奶奶", "consent_on", then, NULL);
  g_autoptr(GPtrArray) found = NULL;
  g_autofree char *words = NULL;
  gint64 wishes[3];
  const ZbDue *one;

  for (guint i = 0; i < G_N_ELEMENTS (wishes); i++)
    {
      wishes[i] = zb_test_life_save (test, &zb_kind_wish, "household", zb_test_id (household), "org", zb_test_id (test->branch), "title", "一件棉衣",
                                     "collected_on", then, NULL);
      take (db, wishes[i], "check", then, 0, NULL);
      take (db, wishes[i], "approve", then, 0, NULL);
      take (db, wishes[i], "publish", i == 2 ? on : then, 0, NULL);
    }
  take (db, wishes[1], "claim", then, person, on);
  zb_db_close (db);
  found = due (test);
  one = one_of (found, ZB_DUE_UNCLAIMED);
  g_assert_cmpint (one->record, ==, wishes[0]);
  g_assert_true (one->record_kind == &zb_kind_wish);
  one = one_of (found, ZB_DUE_PROMISE);
  g_assert_cmpint (one->record, ==, wishes[1]);
  g_assert_true (zb_due_is_late (one, today));
  words = zb_due_words (one, today);
  g_assert_nonnull (strstr (words, "王丁"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/due/found", test_found);
  g_test_add_func ("/due/meetings", test_meetings);
  g_test_add_func ("/due/names", test_names);
  g_test_add_func ("/due/wishes", test_wishes);
  return g_test_run ();
}
