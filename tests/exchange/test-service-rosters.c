/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "life-fixture.h"

#include <string.h>

#include "core/zb-error.h"
#include "exchange/zb-document.h"
#include "paper-fixture.h"
#include "store/service/zb-service-certificates.h"

#define CASE(path, function) \
  g_test_add ("/service-rosters/" path, ZbLifeFixture, NULL, zb_life_fixture_set_up, function, zb_life_fixture_tear_down)

static gint64
serve (ZbLifeFixture *fixture, gint64 person, const char *on, const char *tenths)
{
  return zb_test_record (fixture->db, &zb_kind_service_hours, "person", zb_test_id (person), "on", on, "hours", tenths, "contents", "送餐", "source",
                         "sheet", "confirmed_by", "李测", NULL);
}

static ZbSheet *
sheet_of (ZbLifeFixture *fixture, const char *roster, gint64 subject)
{
  g_autoptr(ZbRosterRequest) request = zb_life_request (fixture, roster);
  g_autoptr(GError) error = NULL;
  ZbSheet *sheet;

  request->subject = subject;
  sheet = zb_sheet_new (fixture->db, NULL, request, &error);
  g_assert_no_error (error);
  return sheet;
}

static void
assert_column (ZbSheet *sheet, const char *name, const char *expected)
{
  g_autofree char *cells = zb_test_column (sheet, name);

  g_assert_cmpstr (cells, ==, expected);
}

/* One member’s statement: the year’s rows by day, a correction among them, and what they add up to. */
static void
test_person (ZbLifeFixture *fixture, gconstpointer unused)
{
  gint64 wrong = serve (fixture, fixture->people[0], "2026-05-04", "80");
  g_autoptr(ZbSheet) sheet = NULL;

  serve (fixture, fixture->people[0], "2026-03-05", "25");
  serve (fixture, fixture->people[0], "2025-03-05", "1000");
  zb_test_do (fixture->db, &zb_kind_service_hours, wrong, "correct", "2026-11-24", NULL, "hours", "20", "why", "算错", "by", "李测", NULL);
  sheet = sheet_of (fixture, "service-person", fixture->people[0]);
  g_assert_cmpstr (zb_sheet_title (sheet), ==, "王一鸣2026年度志愿服务时长明细表");
  assert_column (sheet, "hours", "2.5 8 -6");
  g_assert_cmpstr (zb_sheet_total (sheet), ==, "本年服务 2 次，4.5 小时；累计 104.5 小时，星级：一星。");
}

/* Who served most does not stand first for it; the list is in the order of posts and names, and of the branch alone. */
static void
test_year (ZbLifeFixture *fixture, gconstpointer unused)
{
  g_autoptr(ZbSheet) before = sheet_of (fixture, "service-hours", 0), after = NULL, years = NULL;
  g_autofree char *names = zb_test_column (before, "name");

  serve (fixture, fixture->people[7], "2026-05-04", "500");
  serve (fixture, fixture->people[0], "2026-05-04", "15");
  serve (fixture, fixture->others[0], "2026-05-04", "40");
  after = sheet_of (fixture, "service-hours", 0);
  g_assert_cmpuint (zb_sheet_n_rows (after), ==, G_N_ELEMENTS (fixture->people));
  assert_column (after, "name", names);
  g_assert_cmpstr (zb_sheet_total (after), ==, "共 9 人，其中参加志愿服务 2 人，服务时长 51.5 小时。");
  years = sheet_of (fixture, "service-year", 0);
  g_assert_cmpuint (zb_sheet_n_rows (years), ==, 1);
  assert_column (years, "people", "2");
  assert_column (years, "hours", "51.5");
}

/* The paper says what the register says, also when hours were entered later; what is not known stays empty. */
static void
test_certificate (ZbLifeFixture *fixture, gconstpointer unused)
{
  g_autoptr(ZbDocumentRequest) request = zb_document_request_new (zb_document_kind_get ("service-certificate"), ZB_LIFE_DAY);
  g_autoptr(ZbRecord) record = zb_record_new (&zb_kind_service_certificate);
  g_autoptr(ZbChangeSet) set = NULL;
  g_autoptr(ZbDocument) document = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *text = NULL;

  g_assert_null (zb_document_new (fixture->db, request, &error));
  g_assert_error (error, ZB_DATA_ERROR, ZB_DATA_ERROR_REFUSED);
  g_clear_error (&error);
  serve (fixture, fixture->people[0], "2026-05-04", "25");
  set = zb_change_set_begin (fixture->db, "member.certify", NULL, NULL);
  zb_record_set_int (record, "person", fixture->people[0]);
  zb_record_set (record, "from", "2026-01-01");
  zb_record_set (record, "to", "2026-10-31");
  zb_record_set (record, "handler", "李测");
  g_assert_true (zb_service_certify (set, record, &error) && zb_change_set_commit (set, NULL, &error));
  serve (fixture, fixture->people[0], "2026-05-05", "70");
  request->certificate = record->id;
  document = zb_document_new (fixture->db, request, &error);
  g_assert_no_error (error);
  text = zb_document_text (document);
  for (guint i = 0; i < 5; i++)
    {
      static const char *const words[] = { "志愿服务记录证明", "2.5小时（不含往返交通时间）", "送餐（1次，2.5小时）", "2026年1月1日至2026年10月31日", "（盖章）" };

      if (strstr (text, words[i]) == NULL)
        g_error ("“%s” is not in: %s", words[i], text);
    }
  g_assert_null (strstr (text, "9.5"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  CASE ("person", test_person);
  CASE ("year", test_year);
  CASE ("certificate", test_certificate);
  return g_test_run ();
}
