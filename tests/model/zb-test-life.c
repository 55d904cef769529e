/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "zb-test-life.h"

static gint64
save (ZbTestRegistry *test, const ZbRecord *record)
{
  GAsyncResult *waiting = NULL;
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  gint64 id;

  zb_registry_save_async (test->registry, record, test->branch, 0, NULL, zb_test_take_result, &waiting);
  result = zb_test_wait (&waiting);
  id = zb_registry_save_finish (test->registry, result, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (id, >, 0);
  return id;
}

gint64
zb_test_life_member (ZbTestRegistry *test, const char *name)
{
  g_autoptr(ZbRecord) record = zb_record_new (&zb_kind_member);

  record->has_private = TRUE;
  zb_record_set (record, "name", name);
  zb_record_set (record, "category", "full");
  zb_record_set (record, "joined_on", "2010-05-01");
  zb_record_set (record, "confirmed_on", "2011-05-01");
  return save (test, record);
}

gint64
zb_test_life_save (ZbTestRegistry *test, const ZbKind *kind, ...)
{
  g_autoptr(ZbRecord) record = zb_record_new (kind);
  const char *field;
  va_list pairs;

  va_start (pairs, kind);
  while ((field = va_arg (pairs, const char *)) != NULL)
    zb_record_set (record, field, va_arg (pairs, const char *));
  va_end (pairs);
  return save (test, record);
}

gint64
zb_test_life_meeting (ZbTestRegistry *test, const char *kind, const char *day)
{
  return zb_test_life_save (test, &zb_kind_meeting, "org", zb_test_id (test->branch), "kind", kind, "held_on", day, NULL);
}

char *
zb_test_life_day (ZbTestRegistry *test, const char *month_and_day)
{
  return g_strdup_printf ("%04d-%s", zb_registry_today (test->registry).year - 1, month_and_day);
}
