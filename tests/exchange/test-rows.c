/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "paper-fixture.h"

#include <string.h>

#include "core/zb-error.h"

#define CASE(path, function) \
  g_test_add ("/rows/" path, ZbPaperFixture, NULL, zb_paper_fixture_set_up, function, zb_paper_fixture_tear_down)

/* A list of a kind that nobody has written a line for: the declaration is all there is. */
static const ZbRosterColumn post_columns[] = {
  { .field = "row", .heading = "序号", .shown = TRUE },
  { .field = "org", .align = ZB_ROSTER_LEFT, .shown = TRUE },
  { .field = "person", .shown = TRUE },
  { .field = "post", .shown = TRUE },
  { .field = "started_on", .shown = TRUE },
  { .field = "blank", .heading = "签字", .shown = TRUE },
  { .field = "how" },
};

static const ZbRoster posts = {
  .name = "posts",
  .label = "Posts",
  .title = "%s任职名册",
  .kind = "post",
  .filter = "ended_on=?",
  .columns = post_columns,
  .n_columns = G_N_ELEMENTS (post_columns),
  .order = "tree",
};

static ZbSheet *
sheet_for (ZbPaperFixture *fixture, const ZbRosterRequest *request)
{
  g_autoptr(GError) error = NULL;
  ZbSheet *sheet = zb_sheet_new (fixture->db, NULL, request, &error);

  g_assert_no_error (error);
  return sheet;
}

static void
assert_column (ZbSheet *sheet, const char *name, const char *expected)
{
  g_autofree char *cells = zb_test_column (sheet, name);

  g_assert_cmpstr (cells, ==, expected);
}

static gint64
add_post (ZbPaperFixture *fixture, gint64 org, const char *person, const char *post, const char *from, const char *until)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ZbChangeSet) set = zb_change_set_begin (fixture->db, "post.add", NULL, &error);
  g_autoptr(ZbRecord) record = zb_record_new (&zb_kind_post);

  zb_record_set_int (record, "org", org);
  zb_record_set (record, "person", person);
  zb_record_set (record, "post", post);
  zb_record_set (record, "started_on", from);
  zb_record_set (record, "ended_on", until);
  zb_change_set_insert (set, record, &error);
  zb_change_set_commit (set, NULL, &error);
  g_assert_no_error (error);
  return record->id;
}

static void
test_any_kind (ZbPaperFixture *fixture, gconstpointer unused)
{
  g_autoptr(ZbRosterRequest) request = zb_roster_request_new (&posts, ZB_TEST_DAY);
  g_autoptr(ZbSheet) sheet = NULL;
  g_autofree char *first = NULL;

  add_post (fixture, fixture->second, "3", "secretary", "2025-02", NULL);
  add_post (fixture, fixture->committee, "2", "secretary", "2020-02-03", "2024-01-01");
  sheet = sheet_for (fixture, request);
  g_assert_cmpstr (zb_sheet_title (sheet), ==, "中共甲乙公司委员会任职名册");
  g_assert_cmpstr (zb_sheet_total (sheet), ==, "共 3 项。");
  first = zb_test_cells (sheet, 0);
  g_assert_cmpstr (first, ==, "1|第一党支部|田富|组织委员|2024.03.01|");
  assert_column (sheet, "org", "第一党支部 第一党支部 第二党支部");
  g_assert_cmpstr (zb_sheet_column (sheet, 5)->heading, ==, "签字");
}

static void
test_what_is_asked (ZbPaperFixture *fixture, gconstpointer unused)
{
  gint64 late = add_post (fixture, fixture->second, "3", "secretary", "2025-02", NULL);
  g_autoptr(ZbRosterRequest) request = zb_roster_request_new (&posts, ZB_TEST_DAY);
  g_autoptr(ZbSheet) below = NULL;
  g_autoptr(ZbSheet) alone = NULL;
  g_autoptr(ZbSheet) some = NULL;
  g_autoptr(ZbSheet) one = NULL;

  request->org = fixture->second;
  below = sheet_for (fixture, request);
  assert_column (below, "person", "王伟");
  request->org = fixture->committee;
  request->with_below = FALSE;
  alone = sheet_for (fixture, request);
  g_assert_cmpuint (zb_sheet_n_rows (alone), ==, 0);
  request->with_below = TRUE;
  request->filter = zb_filter_parse_fields (&zb_kind_post, "职务=书记 且 started_on<2025", NULL, NULL);
  some = sheet_for (fixture, request);
  assert_column (some, "person", "田富");
  request->ids = g_memdup2 (&late, sizeof late);
  request->n_ids = 1;
  one = sheet_for (fixture, request);
  assert_column (one, "person", "王伟");
}

static void
test_orders (ZbPaperFixture *fixture, gconstpointer unused)
{
  g_autoptr(ZbRosterRequest) request = zb_roster_request_new (&posts, ZB_TEST_DAY);
  g_autoptr(ZbSheet) by_day = NULL;
  g_autoptr(ZbSheet) by_name = NULL;

  add_post (fixture, fixture->second, "3", "secretary", "2024-03", NULL);
  add_post (fixture, fixture->second, "1", "officer", NULL, NULL);
  /* A month stands before its days, the unknown last; what is alike stays as it came. */
  g_assert_true (zb_roster_request_set_order (request, "started_on"));
  by_day = sheet_for (fixture, request);
  assert_column (by_day, "started_on", "2024.03 2024.03.01 2024.03.01 ");
  assert_column (by_day, "post", "书记 组织委员 书记 委员");
  g_assert_true (zb_roster_request_set_order (request, "person"));
  by_name = sheet_for (fixture, request);
  assert_column (by_name, "person", "田富 田富 王伟 王一鸣");
  g_assert_false (zb_roster_request_set_order (request, "stroke"));
  g_assert_false (zb_roster_request_set_order (request, "no such column"));
  g_assert_cmpstr (zb_roster_request_get_order (request), ==, "person");
}

static void
test_unknown_column (ZbPaperFixture *fixture, gconstpointer unused)
{
  g_autoptr(ZbRosterRequest) request = zb_roster_request_new (&posts, ZB_TEST_DAY);
  g_autoptr(GError) error = NULL;

  /* Another kind's own column is none of this one's. */
  request->columns = g_strsplit ("person,probation_due", ",", -1);
  g_assert_null (zb_sheet_new (fixture->db, NULL, request, &error));
  g_assert_error (error, ZB_DATA_ERROR, ZB_DATA_ERROR_BAD_FIELD);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  CASE ("any-kind", test_any_kind);
  CASE ("what-is-asked", test_what_is_asked);
  CASE ("orders", test_orders);
  CASE ("unknown-column", test_unknown_column);
  return g_test_run ();
}
