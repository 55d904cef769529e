/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "core/zb-codes.h"
#include "member-world.h"

/* What a condition means, said for one person in plain C. */
typedef gboolean (*Holds) (const ZbMemberEntry *entry);

static const ZbCode *
code_of (const ZbMemberEntry *entry, ZbMemberCode code)
{
  const ZbCodeTable *table = zb_code_table_get (zb_member_code_field (code));
  guint8 place = entry->codes[code];

  return table == NULL || place == 0 ? NULL : &table->codes[place - 1];
}

static gboolean
has_code (const ZbMemberEntry *entry, ZbMemberCode code, const char *wanted)
{
  const ZbCode *own = code_of (entry, code);

  return own != NULL && strcmp (own->code, wanted) == 0;
}

static int
age_of (const ZbMemberEntry *entry)
{
  return zb_date_is_set (entry->birth) ? zb_date_years_between (entry->birth, TODAY) : -1;
}

static ZbCategory
category_of (const ZbMemberEntry *entry)
{
  return zb_standing_category (&entry->standing, TODAY);
}

static int
standing_of (const ZbMemberEntry *entry)
{
  int months = zb_standing_months (&entry->standing, TODAY);

  return months < 0 ? -1 : months / 12;
}

static gboolean
is_woman (const ZbMemberEntry *entry)
{
  return has_code (entry, ZB_MEMBER_SEX, "2");
}

static gboolean
is_up_to_45 (const ZbMemberEntry *entry)
{
  return age_of (entry) >= 0 && age_of (entry) <= 45;
}

static gboolean
is_over_60 (const ZbMemberEntry *entry)
{
  return age_of (entry) > 60;
}

static gboolean
is_30_to_45 (const ZbMemberEntry *entry)
{
  return age_of (entry) >= 30 && age_of (entry) <= 45;
}

static gboolean
has_no_birth_date (const ZbMemberEntry *entry)
{
  return !zb_date_is_set (entry->birth);
}

/* By the first digit of GB/T 4658: 1 postgraduate, 2 undergraduate. */
static gboolean
is_graduate (const ZbMemberEntry *entry)
{
  const ZbCode *education = code_of (entry, ZB_MEMBER_EDUCATION);

  return education != NULL && (education->code[0] == '1' || education->code[0] == '2');
}

static gboolean
is_below_college (const ZbMemberEntry *entry)
{
  const ZbCode *education = code_of (entry, ZB_MEMBER_EDUCATION);

  return education != NULL && education->code[0] >= '3';
}

static gboolean
is_in_first_branch (const ZbMemberEntry *entry)
{
  return entry->org == 3;
}

static gboolean
is_in_general_branch (const ZbMemberEntry *entry)
{
  return entry->org == 3 || entry->org == 4;
}

static gboolean
is_in_second_or_third (const ZbMemberEntry *entry)
{
  return entry->org == 4 || entry->org == 5;
}

static gboolean
is_in_group (const ZbMemberEntry *entry)
{
  return entry->group == FIRST_GROUP;
}

static gboolean
is_full (const ZbMemberEntry *entry)
{
  return category_of (entry) == ZB_CATEGORY_FULL;
}

static gboolean
is_in_party (const ZbMemberEntry *entry)
{
  return category_of (entry) >= ZB_CATEGORY_PROBATIONARY;
}

static gboolean
joined_1980_to_1990 (const ZbMemberEntry *entry)
{
  return entry->standing.joined.year >= 1980 && entry->standing.joined.year <= 1990;
}

static gboolean
joined_before_july_1985 (const ZbMemberEntry *entry)
{
  ZbDate joined = entry->standing.joined;

  return joined.year != 0 && (joined.year < 1985 || (joined.year == 1985 && joined.month < 7));
}

static gboolean
joined_in_1985 (const ZbMemberEntry *entry)
{
  return entry->standing.joined.year == 1985;
}

static gboolean
joined_after_2012 (const ZbMemberEntry *entry)
{
  return entry->standing.joined.year > 2012;
}

static gboolean
has_thirty_years (const ZbMemberEntry *entry)
{
  return standing_of (entry) >= 30;
}

static gboolean
is_floating (const ZbMemberEntry *entry)
{
  return entry->codes[ZB_MEMBER_FLOATING] == 2;
}

static gboolean
is_not_floating (const ZbMemberEntry *entry)
{
  return entry->codes[ZB_MEMBER_FLOATING] != 2;
}

static gboolean
is_secretary (const ZbMemberEntry *entry)
{
  return entry->post_rank == 1;
}

static gboolean
is_no_secretary (const ZbMemberEntry *entry)
{
  return entry->post_rank != 1;
}

static gboolean
is_of_minority (const ZbMemberEntry *entry)
{
  return code_of (entry, ZB_MEMBER_ETHNICITY) != NULL && !has_code (entry, ZB_MEMBER_ETHNICITY, "01");
}

static gboolean
is_elsewhere (const ZbMemberEntry *entry)
{
  return entry->org != 0 && entry->org != 3;
}

static gboolean
has_gone (const ZbMemberEntry *entry)
{
  return entry->state == ZB_MEMBER_TRANSFERRED || entry->state == ZB_MEMBER_DECEASED;
}

static gboolean
is_no_member_yet (const ZbMemberEntry *entry)
{
  return category_of (entry) == ZB_CATEGORY_NONE || category_of (entry) == ZB_CATEGORY_APPLICANT;
}

static gboolean
joined_in_either_year (const ZbMemberEntry *entry)
{
  return entry->standing.joined.year == 1985 || entry->standing.joined.year == 1999;
}

static gboolean
joined_in_another_year (const ZbMemberEntry *entry)
{
  return zb_date_is_set (entry->standing.joined) && entry->standing.joined.year != 1985;
}

static gboolean
is_not_forty (const ZbMemberEntry *entry)
{
  return age_of (entry) >= 0 && age_of (entry) != 40;
}

static gboolean
degree_is_unknown (const ZbMemberEntry *entry)
{
  return entry->codes[ZB_MEMBER_DEGREE] == 0;
}

static gboolean
has_two_degrees (const ZbMemberEntry *entry)
{
  return has_code (entry, ZB_MEMBER_DEGREE, "2") || has_code (entry, ZB_MEMBER_DEGREE, "3");
}

static gboolean
is_the_question (const ZbMemberEntry *entry)
{
  return is_woman (entry) && is_up_to_45 (entry) && is_graduate (entry) && is_in_first_branch (entry);
}

static void
assert_filter (World *world, const char *text, Holds holds)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ZbFilter) filter = zb_filter_parse (text, world->tree, &error);
  ZbMemberQuery query = { .filter = filter, .order = ZB_ORDER_ID, .scope = ZB_SCOPE_ALL };
  guint n, next = 0;
  g_autofree gint64 *ids = NULL;

  g_assert_no_error (error);
  ids = zb_member_columns_query (world->columns, &query, &n);
  for (guint i = 0; i < world->people->len; i++)
    if (holds (world_entry (world, i)))
      {
        if (next >= n || ids[next] != world_entry (world, i)->id)
          g_error ("“%s” leaves out %" G_GINT64_FORMAT, text, world_entry (world, i)->id);
        next++;
      }
  if (next != n)
    g_error ("“%s” finds %u too many, the first %" G_GINT64_FORMAT, text, n - next, ids[next]);
}

static void
test_conditions (void)
{
  static const struct { const char *text; Holds holds; } cases[] = {
    { "女 且 45岁以下 且 本科以上 且 一支部", is_the_question },
    { "女", is_woman },
    { "45岁以下", is_up_to_45 },
    { "age>60", is_over_60 },
    { "30-45岁", is_30_to_45 },
    { "birth_date=?", has_no_birth_date },
    { "age=?", has_no_birth_date },
    { "本科以上", is_graduate },
    { "大专以下", is_below_college },
    { "第一党支部", is_in_first_branch },
    { "置业党总支", is_in_general_branch },
    { "org=第二党支部|第三党支部", is_in_second_or_third },
    { "甲小组", is_in_group },
    { "正式党员", is_full },
    { "category=full|probationary", is_in_party },
    { "党员", is_in_party },
    { "1980-1990年入党", joined_1980_to_1990 },
    { "joined_on<1985-07", joined_before_july_1985 },
    { "joined_on=1985", joined_in_1985 },
    { "joined_on>2012", joined_after_2012 },
    { "党龄30年以上", has_thirty_years },
    { "流动党员", is_floating },
    { "floating=否", is_not_floating },
    { "书记", is_secretary },
    { "少数民族", is_of_minority },
    { "post!=书记", is_no_secretary },
    { "org!=第一党支部", is_elsewhere },
    { "state=已转出|去世", has_gone },
    { "category=none|applicant", is_no_member_yet },
    { "joined_on=1985|1999", joined_in_either_year },
    { "joined_on!=1985", joined_in_another_year },
    { "age!=40", is_not_forty },
    { "degree=?", degree_is_unknown },
    { "degree=博士|硕士", has_two_degrees },
  };
  g_autoptr(GRand) rand = rand_new ();
  g_autoptr(World) world = world_new (3000, rand);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_filter (world, cases[i].text, cases[i].holds);
}

/* Figures */

static void
count_one (const ZbMemberEntry *entry, ZbMemberCounts *out)
{
  ZbCategory category = category_of (entry);
  const ZbCode *education = code_of (entry, ZB_MEMBER_EDUCATION);

  out->people++;
  out->full += category == ZB_CATEGORY_FULL;
  out->probationary += category == ZB_CATEGORY_PROBATIONARY;
  out->candidate += category == ZB_CATEGORY_CANDIDATE;
  out->activist += category == ZB_CATEGORY_ACTIVIST;
  out->applicant += category == ZB_CATEGORY_APPLICANT;
  if (category < ZB_CATEGORY_PROBATIONARY)
    return;
  out->party++;
  out->women += is_woman (entry);
  out->minority += code_of (entry, ZB_MEMBER_ETHNICITY) != NULL && !has_code (entry, ZB_MEMBER_ETHNICITY, "01");
  out->under_35 += age_of (entry) >= 0 && age_of (entry) <= 35;
  out->over_60 += age_of (entry) >= 61;
  out->college += education != NULL && education->code[0] <= '3';
  out->floating += is_floating (entry);
  out->lost += entry->codes[ZB_MEMBER_LOST] == 2;
}

static void
test_counts (void)
{
  g_autoptr(GRand) rand = rand_new ();
  g_autoptr(World) world = world_new (2000, rand);
  g_autoptr(ZbFilter) filter = zb_filter_parse ("女 且 置业党总支", world->tree, NULL);
  ZbMemberCounts all = { 0 }, some = { 0 }, found;

  for (guint i = 0; i < world->people->len; i++)
    {
      const ZbMemberEntry *entry = world_entry (world, i);

      if (!is_in_scope (entry, &(ZbMemberQuery) { .scope = ZB_SCOPE_HERE }))
        continue;
      count_one (entry, &all);
      if (is_woman (entry) && is_in_general_branch (entry))
        count_one (entry, &some);
    }
  zb_member_columns_count (world->columns, NULL, &found);
  g_assert_cmpmem (&found, sizeof found, &all, sizeof all);
  zb_member_columns_count (world->columns, filter, &found);
  g_assert_cmpmem (&found, sizeof found, &some, sizeof some);
}

/* Every figure opens to as many names: the same words as a filter. */
static void
test_figures_open (void)
{
  static const struct { const char *text; gsize figure; } figures[] = {
    { "党员", G_STRUCT_OFFSET (ZbMemberCounts, party) },          { "正式党员", G_STRUCT_OFFSET (ZbMemberCounts, full) },
    { "预备党员", G_STRUCT_OFFSET (ZbMemberCounts, probationary) }, { "发展对象", G_STRUCT_OFFSET (ZbMemberCounts, candidate) },
    { "积极分子", G_STRUCT_OFFSET (ZbMemberCounts, activist) },   { "申请人", G_STRUCT_OFFSET (ZbMemberCounts, applicant) },
    { "党员 且 女", G_STRUCT_OFFSET (ZbMemberCounts, women) },    { "党员 且 少数民族", G_STRUCT_OFFSET (ZbMemberCounts, minority) },
    { "党员 且 35岁以下", G_STRUCT_OFFSET (ZbMemberCounts, under_35) },
    { "党员 且 61岁以上", G_STRUCT_OFFSET (ZbMemberCounts, over_60) },
    { "党员 且 大专以上", G_STRUCT_OFFSET (ZbMemberCounts, college) },
    { "党员 且 流动党员", G_STRUCT_OFFSET (ZbMemberCounts, floating) },
    { "党员 且 失联党员", G_STRUCT_OFFSET (ZbMemberCounts, lost) },
  };
  g_autoptr(GRand) rand = rand_new ();
  g_autoptr(World) world = world_new (2000, rand);
  ZbMemberCounts counts;

  zb_member_columns_count (world->columns, NULL, &counts);
  for (guint i = 0; i < G_N_ELEMENTS (figures); i++)
    {
      g_autoptr(ZbFilter) filter = zb_filter_parse (figures[i].text, world->tree, NULL);
      guint n;

      g_free (zb_member_columns_query (world->columns, &(ZbMemberQuery) { .filter = filter, .order = ZB_ORDER_ID }, &n));
      if (n != G_STRUCT_MEMBER (guint, &counts, figures[i].figure))
        g_error ("“%s” opens to %u names, the figure says %u", figures[i].text, n, G_STRUCT_MEMBER (guint, &counts, figures[i].figure));
    }
}

/* A person counts for the branch and for everything above it; for the group too, but not twice above. */
static void
test_counts_of_orgs (void)
{
  g_autoptr(GRand) rand = rand_new ();
  g_autoptr(World) world = world_new (1000, rand);

  for (guint with_below = 0; with_below < 2; with_below++)
    {
      g_autofree ZbMemberCounts *found = zb_member_columns_count_orgs (world->columns, NULL, with_below);

      for (guint p = 0; p < zb_org_tree_size (world->tree); p++)
        {
          const ZbOrg *org = zb_org_tree_at (world->tree, p);
          ZbMemberCounts expected = { 0 };

          for (guint i = 0; i < world->people->len; i++)
            {
              const ZbMemberEntry *entry = world_entry (world, i);
              gint64 of = org->kind == ZB_ORG_GROUP ? entry->group : entry->org;

              if (entry->state == ZB_MEMBER_HERE
                  && (with_below ? zb_org_tree_is_below (world->tree, of, org->id) : of == org->id))
                count_one (entry, &expected);
            }
          g_assert_cmpmem (&found[p], sizeof found[p], &expected, sizeof expected);
        }
    }
}

/* What an organisation's figure says of those who match is what its own condition finds on top. */
static void
test_filtered_counts_of_orgs (void)
{
  g_autoptr(GRand) rand = rand_new ();
  g_autoptr(World) world = world_new (1000, rand);
  g_autoptr(ZbFilter) women = zb_filter_parse ("category=full and sex=2", world->tree, NULL);
  g_autofree ZbMemberCounts *found = zb_member_columns_count_orgs (world->columns, women, TRUE);
  guint met = 0;

  for (guint p = 0; p < zb_org_tree_size (world->tree); p++)
    {
      const ZbOrg *org = zb_org_tree_at (world->tree, p);
      guint expected = 0;

      for (guint i = 0; i < world->people->len; i++)
        {
          const ZbMemberEntry *entry = world_entry (world, i);
          gint64 of = org->kind == ZB_ORG_GROUP ? entry->group : entry->org;

          expected += entry->state == ZB_MEMBER_HERE && category_of (entry) == ZB_CATEGORY_FULL && is_woman (entry)
                      && zb_org_tree_is_below (world->tree, of, org->id);
        }
      g_assert_cmpuint (found[p].people, ==, expected);
      met += expected;
    }
  g_assert_cmpuint (met, >, 0);
}

/* Who was taken out is in no figure. */
static void
test_counts_after_removal (void)
{
  g_autoptr(GRand) rand = rand_new ();
  g_autoptr(World) world = world_new (50, rand);
  ZbMemberCounts counts;

  for (guint i = 0; i < world->people->len; i++)
    zb_member_columns_remove (world->columns, world_entry (world, i)->id);
  zb_member_columns_count (world->columns, NULL, &counts);
  g_assert_cmpuint (counts.people, ==, 0);
  {
    g_autofree ZbMemberCounts *of_orgs = zb_member_columns_count_orgs (world->columns, NULL, TRUE);

    g_assert_cmpuint (of_orgs[0].people, ==, 0);
  }
}

/* Likeness */

static void
assert_alike (ZbMemberColumns *columns, const char *name, const char *id_number, const char *expected)
{
  g_autoptr(GString) out = g_string_new (NULL);
  guint n;
  g_autofree gint64 *ids = zb_member_columns_alike (columns, name, id_number, &n);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (out, "%s%" G_GINT64_FORMAT, i > 0 ? " " : "", ids[i]);
  g_assert_cmpstr (out->str, ==, expected);
}

static void
add (ZbMemberColumns *columns, gint64 id, const char *name, const char *id_number)
{
  zb_member_columns_add (columns, &(ZbMemberEntry) { .id = id, .name = name, .id_number = id_number, .org = 3,
                                                     .state = id == 5 ? ZB_MEMBER_TRANSFERRED : ZB_MEMBER_HERE, .post_rank = 0xffff });
}

static void
test_alike (void)
{
  g_autoptr(ZbOrgTree) tree = tree_new ();
  g_autoptr(ZbMemberColumns) columns = zb_member_columns_new (tree, TODAY, 6);

  /* The standard's own example, in both lengths. */
  add (columns, 1, "张三", "11010519491231002X");
  add (columns, 2, "张三", NULL);
  add (columns, 3, "张三丰", NULL);
  add (columns, 4, "李四", "110105491231002");
  add (columns, 5, "王五", "990101198507011230");
  add (columns, 6, "李张三", NULL);
  assert_alike (columns, "张三", NULL, "1 2");
  assert_alike (columns, "王五", NULL, "5");
  assert_alike (columns, "赵六", NULL, "");
  assert_alike (columns, "赵六", "11010519491231002X", "1 4");
  assert_alike (columns, "赵六", "110105491231002", "1 4");
  assert_alike (columns, "张三", "110105491231002", "1 4 2");
  assert_alike (columns, "张三", "990101198507011230", "5 1 2");
  assert_alike (columns, NULL, "990101198507011230", "5");
  assert_alike (columns, NULL, NULL, "");
  zb_member_columns_remove (columns, 1);
  assert_alike (columns, "张三", "11010519491231002X", "4 2");
  zb_member_columns_put (columns, &(ZbMemberEntry) { .id = 2, .name = "赵六", .id_number = "11010519491231002X", .post_rank = 0xffff });
  assert_alike (columns, "张三", "11010519491231002X", "2 4");
  assert_alike (columns, "赵六", NULL, "2");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/member-filter/conditions", test_conditions);
  g_test_add_func ("/member-filter/counts", test_counts);
  g_test_add_func ("/member-filter/figures-open", test_figures_open);
  g_test_add_func ("/member-filter/counts-of-orgs", test_counts_of_orgs);
  g_test_add_func ("/member-filter/counts-of-orgs/filtered", test_filtered_counts_of_orgs);
  g_test_add_func ("/member-filter/counts-after-removal", test_counts_after_removal);
  g_test_add_func ("/member-filter/alike", test_alike);
  return g_test_run ();
}
