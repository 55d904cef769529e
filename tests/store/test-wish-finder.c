/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/wishes/zb-wish-finder.h"
#include "store/wishes/zb-wishes.h"
#include "zb-test-db.h"

/* Four wishes of two households, seen through a connection of its own, as the window sees them. */
typedef struct {
  ZbTestDb *test;
  ZbDb *reader;
  ZbWishFinder *finder;
  gint64 branch;
  gint64 other;
} Fixture;

static gint64
add (Fixture *self, gint64 org, gint64 household, const char *title, const char *day)
{
  g_autoptr(ZbChangeSet) set = zb_change_set_begin (self->test->db, "wish.add", title, NULL);
  g_autoptr(ZbRecord) wish = zb_record_new (&zb_kind_wish);

  zb_record_set_int (wish, "household", household);
  zb_record_set_int (wish, "org", org);
  zb_record_set (wish, "title", title);
  zb_record_set (wish, "collected_on", day);
  zb_record_set (wish, "category", "clothes");
  g_assert_true (zb_wishes_add (set, wish, NULL) && zb_change_set_commit (set, NULL, NULL));
  return wish->id;
}

static void
set_up (Fixture *self, gconstpointer data)
{
  gint64 first, second;

  self->test = zb_test_db_new ();
  zb_db_set_today (self->test->db, zb_test_date ("2026-11-20"));
  self->branch = zb_test_organization (self->test->db, "branch", "第一党支部", 0);
  self->other = zb_test_organization (self->test->db, "branch", "第二党支部", 0);
  first = zb_test_record (self->test->db, &zb_kind_household, "alias", "张奶奶", "community", "云溪社区", "name", "张桂兰", NULL);
  second = zb_test_record (self->test->db, &zb_kind_household, "alias", "小李", "name", "李明", NULL);
  add (self, self->branch, first, "一件棉衣", "2026-11-01");
  add (self, self->branch, second, "一盏台灯", "2026-11-02");
  add (self, self->branch, first, "理发", "2026-11-03");
  add (self, self->other, first, "两件棉衣", "2026-11-04");
  self->reader = zb_db_open (self->test->path, ZB_DB_READ, NULL);
  self->finder = zb_wish_finder_new ();
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  zb_wish_finder_free (self->finder);
  zb_db_close (self->reader);
  zb_test_db_free (self->test);
}

/* The titles, with blanks between. */
static char *
titles (GPtrArray *lines)
{
  g_autoptr(GString) out = g_string_new (NULL);

  g_assert_nonnull (lines);
  for (guint i = 0; i < lines->len; i++)
    g_string_append_printf (out, "%s%s", i > 0 ? " " : "", ((const ZbWishLine *) g_ptr_array_index (lines, i))->title);
  return g_string_free (g_steal_pointer (&out), FALSE);
}

/* What the finder finds, and what the store finds by itself, is the same. */
static void
assert_found (Fixture *self, const ZbWishQuery *query, const char *expected)
{
  g_autoptr(GPtrArray) lines = zb_wish_finder_list (self->finder, self->reader, query, NULL);
  g_autoptr(GPtrArray) bare = zb_wishes_list (self->test->db, query, NULL);
  g_autofree char *found = titles (lines), *read = titles (bare);

  g_assert_cmpstr (found, ==, expected);
  g_assert_cmpstr (read, ==, expected);
}

static void
test_text (Fixture *self, gconstpointer data)
{
  static const struct { const char *text, *found; } cases[] = {
    { NULL, "一件棉衣 一盏台灯 理发 两件棉衣" }, { "", "一件棉衣 一盏台灯 理发 两件棉衣" }, { "棉", "一件棉衣 两件棉衣" }, { "棉衣", "一件棉衣 两件棉衣" },
    { "棉衣裤", "" },                           { "张奶奶", "一件棉衣 理发 两件棉衣" },     { "云溪", "一件棉衣 理发 两件棉衣" }, { "2026-0002", "一盏台灯" },
    { "张桂兰", "" },                           { "-000", "一件棉衣 一盏台灯 理发 两件棉衣" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      ZbWishQuery query = { .text = cases[i].text, .day = zb_test_date ("2026-11-20") };

      assert_found (self, &query, cases[i].found);
    }
}

/* Something else is asked for with the same text. */
static void
test_questions (Fixture *self, gconstpointer data)
{
  ZbWishQuery query = { .text = "棉衣", .day = zb_test_date ("2026-11-20") };
  g_autoptr(GPtrArray) first = NULL;
  g_autoptr(GPtrArray) then = NULL;

  assert_found (self, &query, "一件棉衣 两件棉衣");
  query.org = self->branch;
  assert_found (self, &query, "一件棉衣");
  query.category = "study";
  assert_found (self, &query, "");
  query.category = "clothes";
  assert_found (self, &query, "一件棉衣");
  query.org = 0;
  query.from = zb_test_date ("2026-11-02");
  assert_found (self, &query, "两件棉衣");
  query.to = zb_test_date ("2026-11-03");
  assert_found (self, &query, "");
  query = (ZbWishQuery) { .day = zb_test_date ("2026-11-20"), .limit = 2 };
  assert_found (self, &query, "一件棉衣 一盏台灯");
  query = (ZbWishQuery) { .day = zb_test_date ("2026-11-20") };
  assert_found (self, &query, "一件棉衣 一盏台灯 理发 两件棉衣");
  first = zb_wish_finder_list (self->finder, self->reader, &query, NULL);
  query.day = zb_test_date ("2026-11-25");
  then = zb_wish_finder_list (self->finder, self->reader, &query, NULL);
  g_assert_cmpint (((ZbWishLine *) g_ptr_array_index (first, 0))->days, ==, 19);
  g_assert_cmpint (((ZbWishLine *) g_ptr_array_index (then, 0))->days, ==, 24);
}

/* What was written since is seen; what was handed out before stays as it was. */
static void
test_written (Fixture *self, gconstpointer data)
{
  ZbWishQuery query = { .org = self->branch, .text = "棉", .day = zb_test_date ("2026-11-20") };
  g_autoptr(GPtrArray) before = zb_wish_finder_list (self->finder, self->reader, &query, NULL);
  gint64 wish = ((ZbWishLine *) g_ptr_array_index (before, 0))->id;
  g_autofree char *old = NULL;

  zb_test_set (self->test->db, &zb_kind_wish, wish, "title", "一床棉被");
  assert_found (self, &query, "一床棉被");
  zb_test_db_sql (self->test, "UPDATE household SET alias = '棉花巷的王某' WHERE alias = '小李'");
  assert_found (self, &query, "一床棉被 一盏台灯");
  old = titles (before);
  g_assert_cmpstr (old, ==, "一件棉衣");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/wish-finder/text", test_text);
  ADD ("/wish-finder/questions", test_questions);
  ADD ("/wish-finder/written", test_written);
  return g_test_run ();
}
