/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "paper-fixture.h"

#include <string.h>

#define CASE(path, function) \
  g_test_add ("/organization-rosters/" path, ZbPaperFixture, NULL, zb_paper_fixture_set_up, function, zb_paper_fixture_tear_down)

static ZbSheet *
sheet_for (ZbPaperFixture *fixture, const ZbRosterRequest *request)
{
  g_autoptr(GError) error = NULL;
  ZbSheet *sheet = zb_sheet_new (fixture->db, NULL, request, &error);

  g_assert_no_error (error);
  return sheet;
}

static ZbRosterRequest *
request_for (const char *roster)
{
  return zb_roster_request_new (zb_roster_get (roster), ZB_TEST_DAY);
}

static void
assert_row (ZbSheet *sheet, guint row, const char *expected)
{
  g_autofree char *cells = zb_test_cells (sheet, row);

  g_assert_cmpstr (cells, ==, expected);
}

static void
assert_column (ZbSheet *sheet, const char *name, const char *expected)
{
  g_autofree char *cells = zb_test_column (sheet, name);

  g_assert_cmpstr (cells, ==, expected);
}

static void
add_term (ZbPaperFixture *fixture, gint64 org, const char *number, const char *appointed, const char *due, const char *extended)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ZbChangeSet) set = zb_change_set_begin (fixture->db, "term.add", NULL, &error);
  g_autoptr(ZbRecord) record = zb_record_new (&zb_kind_term);

  zb_record_set_int (record, "org", org);
  zb_record_set (record, "number", number);
  zb_record_set (record, "appointed_on", appointed);
  zb_record_set (record, "due_on", due);
  zb_record_set (record, "extended_to", extended);
  zb_change_set_insert (set, record, &error);
  zb_change_set_commit (set, NULL, &error);
  g_assert_no_error (error);
}

/* Only a group without people can be closed. */
static void
empty_group (ZbPaperFixture *fixture)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ZbChangeSet) set = zb_change_set_begin (fixture->db, "member.set", NULL, &error);

  zb_members_set_group (set, 1, 0, &error);
  zb_change_set_commit (set, NULL, &error);
  g_assert_no_error (error);
}

/* The tree with the people counted for the day: a committee has those of its branches, a group those in it. */
static void
test_organizations (ZbPaperFixture *fixture, gconstpointer unused)
{
  g_autoptr(ZbRosterRequest) request = request_for ("organizations");
  g_autoptr(ZbSheet) sheet = NULL;

  add_term (fixture, fixture->first, "1", "2019-05-01", "2022-05-01", NULL);
  add_term (fixture, fixture->first, "2", "2022-05-01", "2025-05-01", "2026-05");
  sheet = sheet_for (fixture, request);
  g_assert_cmpstr (zb_sheet_title (sheet), ==, "中共甲乙公司委员会党组织一览表");
  g_assert_cmpuint (zb_sheet_n_rows (sheet), ==, 4);
  assert_row (sheet, 0, "1|中共甲乙公司委员会|党委|||2001.01.01|||3|1|||");
  assert_row (sheet, 1, "2|中共甲乙公司第一支部委员会|党支部|中共甲乙公司委员会|田富|2001.01.01|2022.05.01|2025.05.01|2|0|||");
  assert_row (sheet, 2, "3|第一党小组|党小组|第一党支部||2001.01.01|||1|0|||");
  assert_row (sheet, 3, "4|中共甲乙公司第二支部|党支部|中共甲乙公司委员会||2001.01.01|||1|1|||");
  g_assert_cmpstr (zb_sheet_total (sheet), ==, "共 4 个党组织，其中党委 1 个，党支部 2 个，党小组 1 个；党员 3 人，其中预备党员 1 人。");
}

/* On an earlier day: its names, its people, who headed it, and the term of then. */
static void
test_another_day (ZbPaperFixture *fixture, gconstpointer unused)
{
  g_autoptr(ZbRosterRequest) request = request_for ("organizations");
  g_autoptr(ZbSheet) then = NULL;
  g_autoptr(ZbSheet) now = NULL;
  g_autoptr(ZbSheet) closed = NULL;
  g_autoptr(ZbSheet) before = NULL;

  add_term (fixture, fixture->first, "2", "2022-05-01", "2025-05-01", NULL);
  empty_group (fixture);
  zb_paper_fixture_do (fixture, &zb_kind_organization, fixture->group, "close", "on", "2026-03-01", NULL);
  zb_paper_fixture_do (fixture, &zb_kind_organization, fixture->second, "rename", "on", "2026-05-01", "name", "中共甲乙公司第三支部", NULL);
  request->as_of = (ZbDate) { 2025, 1, 1 };
  then = sheet_for (fixture, request);
  assert_column (then, "name", "中共甲乙公司委员会 中共甲乙公司第一支部委员会 第一党小组 中共甲乙公司第二支部");
  /* Before the transfer of one, and before the other joined. */
  assert_column (then, "members", "3 2 0 1");
  assert_column (then, "probationary", "0 0 0 0");
  assert_column (then, "secretary", " 田富  ");
  request->as_of = (ZbDate) { 2022, 4, 30 };
  before = sheet_for (fixture, request);
  assert_column (before, "secretary", "   ");
  assert_column (before, "term_due_on", "   ");
  request->as_of = ZB_TEST_DAY;
  now = sheet_for (fixture, request);
  assert_column (now, "name", "中共甲乙公司委员会 中共甲乙公司第一支部委员会 中共甲乙公司第三支部");
  request->scope = ZB_SCOPE_LEFT;
  closed = sheet_for (fixture, request);
  assert_column (closed, "name", "第一党小组");
}

static void
test_what_is_asked (ZbPaperFixture *fixture, gconstpointer unused)
{
  g_autoptr(ZbRosterRequest) request = request_for ("organizations");
  g_autoptr(ZbSheet) below = NULL;
  g_autoptr(ZbSheet) branches = NULL;
  g_autoptr(ZbSheet) alone = NULL;

  request->org = fixture->first;
  below = sheet_for (fixture, request);
  g_assert_cmpstr (zb_sheet_title (below), ==, "中共甲乙公司第一支部委员会党组织一览表");
  assert_column (below, "kind", "党支部 党小组");
  /* The people of the group are the branch's, and are counted once. */
  g_assert_cmpstr (zb_sheet_total (below), ==, "共 2 个党组织，其中党支部 1 个，党小组 1 个；党员 2 人，其中预备党员 0 人。");
  request->with_below = FALSE;
  alone = sheet_for (fixture, request);
  assert_column (alone, "kind", "党支部");
  request->org = 0;
  request->filter = zb_filter_parse_fields (&zb_kind_organization, "类别=党支部", NULL, NULL);
  g_assert_true (zb_roster_request_set_order (request, "members"));
  branches = sheet_for (fixture, request);
  assert_column (branches, "members", "1 2");
  g_assert_cmpstr (zb_sheet_total (branches), ==, "共 2 个党组织，其中党支部 2 个；党员 3 人，其中预备党员 1 人。");
}

/* What is left of each term, soonest first; one without a term is there, too. */
static void
test_terms (ZbPaperFixture *fixture, gconstpointer unused)
{
  g_autoptr(ZbRosterRequest) request = request_for ("terms");
  g_autoptr(ZbSheet) sheet = NULL;

  add_term (fixture, fixture->first, "1", "2020-05-01", "2023-05-01", NULL);
  add_term (fixture, fixture->first, "2", "2023-05-01", "2026-05-01", "2026-12-10");
  add_term (fixture, fixture->second, "4", "2023-09", "2026-09", NULL);
  sheet = sheet_for (fixture, request);
  g_assert_cmpstr (zb_sheet_title (sheet), ==, "中共甲乙公司委员会换届到期表");
  assert_row (sheet, 0, "1|第二党支部|4|2023.09|2026.09|||超期2个月||");
  assert_row (sheet, 1, "2|第一党支部|2|2023.05.01|2026.05.01|2026.12.10||剩余16天|田富|");
  assert_row (sheet, 2, "3|中共甲乙公司委员会||||||未登记届次||");
  g_assert_cmpstr (zb_sheet_total (sheet), ==, "共 3 个党组织，其中超期 1 个，6 个月内届满 1 个，未登记届次 1 个。");
}

static void
test_terms_of_another_day (ZbPaperFixture *fixture, gconstpointer unused)
{
  static const struct { ZbDate day; const char *left; } cases[] = {
    { { 2022, 4, 1 }, "剩余1年1个月" }, { { 2022, 5, 1 }, "剩余1年" }, { { 2023, 5, 1 }, "今日届满" }, { { 2023, 5, 2 }, "超期1天" },
    { { 2023, 6, 30 }, "超期1个月" }, { { 2023, 7, 1 }, "已换届" }, { { 2023, 9, 1 }, "剩余3年" }, { { 2026, 9, 30 }, "剩余不足1个月" },
    { { 2026, 10, 1 }, "超期1个月" },
  };
  g_autoptr(ZbRosterRequest) request = request_for ("terms");

  add_term (fixture, fixture->second, "1", "2020-05-01", "2023-05-01", NULL);
  add_term (fixture, fixture->second, "2", "2023-09", "2026-09", NULL);
  {
    g_autoptr(GError) error = NULL;
    g_autoptr(ZbChangeSet) set = zb_change_set_begin (fixture->db, "term.set", NULL, &error);

    zb_change_set_set (set, &zb_kind_term, 1, "held_on", "2023-07-01", &error);
    zb_change_set_commit (set, NULL, &error);
    g_assert_no_error (error);
  }
  request->org = fixture->second;
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(ZbSheet) sheet = NULL;

      request->as_of = cases[i].day;
      sheet = sheet_for (fixture, request);
      assert_column (sheet, "left", cases[i].left);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  CASE ("organizations", test_organizations);
  CASE ("another-day", test_another_day);
  CASE ("what-is-asked", test_what_is_asked);
  CASE ("terms", test_terms);
  CASE ("terms-of-another-day", test_terms_of_another_day);
  return g_test_run ();
}
