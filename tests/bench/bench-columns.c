/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <locale.h>
#include <malloc.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "core/zb-codes.h"
#include "core/zb-hanzi.h"
#include "core/zb-member-columns.h"

/* The columns in memory with invented people: what a key press, a new order and a count cost, beside
 * the bare work on the same bytes. CPU time of this thread, so that a busy machine changes little. */

#define PER_BRANCH 40
#define N_TIMES 25

static const char *const surnames[] = {
  "王", "李", "张", "刘", "陈", "杨", "黄", "赵", "吴", "周", "徐", "孙", "马", "朱", "胡", "郭", "何", "林", "高", "罗",
  "郑", "梁", "谢", "宋", "唐", "许", "邓", "冯", "韩", "曹", "曾", "彭", "萧", "蔡", "潘", "田", "董", "袁", "于", "余",
  "单", "解", "仇", "欧阳", "尉迟", "司马", "诸葛", "上官",
};
static const char given[] = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰红建国文志海晓云雪梅春林佳琪子涵浩宇欣怡";

typedef struct {
  char name[32];
  char phone[12];
  char id_number[19];
} Texts;

static guint64 seed = 20260701;

static guint
below (guint n)
{
  seed ^= seed << 13;
  seed ^= seed >> 7;
  seed ^= seed << 17;
  return (guint) ((seed >> 24) % n);
}

static double
now (void)
{
  struct timespec at;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &at);
  return (double) at.tv_sec * 1e3 + (double) at.tv_nsec / 1e6;
}

static int
compare_doubles (const void *a, const void *b)
{
  double left = *(const double *) a, right = *(const double *) b;

  return left < right ? -1 : left > right;
}

static void
print (guint n, const char *what, double value, const char *unit, double floor)
{
  g_print ("columns %s, %u people\t%.3f\t%s\t", what, n, value, unit);
  if (floor > 0)
    g_print ("%.3f\t%.2f\n", floor, value / floor);
  else
    g_print ("-\t-\n");
}

/* Fewer people bear a surname the further down the list it stands. */
static const char *
pick_surname (void)
{
  guint n = G_N_ELEMENTS (surnames);

  return surnames[below (below (n) + 1)];
}

static Texts *
invent_texts (guint n)
{
  Texts *texts = g_new0 (Texts, n);

  for (guint i = 0; i < n; i++)
    {
      guint n_given = below (5) == 0 ? 1 : 2;
      guint length;

      g_strlcpy (texts[i].name, pick_surname (), sizeof texts[i].name);
      for (guint c = 0; c < n_given; c++)
        {
          length = (guint) strlen (texts[i].name);
          memcpy (texts[i].name + length, given + 3 * below ((guint) (sizeof given - 1) / 3), 3);
        }
      g_snprintf (texts[i].phone, sizeof texts[i].phone, "199%08u", below (100000000));
      g_snprintf (texts[i].id_number, sizeof texts[i].id_number, "990101%04u%02u%02u%03u%u", 1940 + below (65), 1 + below (12),
                  1 + below (28), below (1000), below (10));
    }
  return texts;
}

static ZbOrgTree *
invent_tree (guint n)
{
  ZbOrgTree *tree = zb_org_tree_new ((ZbDate) { 2026, 7, 1 });

  zb_org_tree_add (tree, &(ZbOrg) { .id = 1, .kind = ZB_ORG_COMMITTEE, .uid = (char *) "u1", .name = (char *) "中共示范集团有限公司委员会" });
  for (guint i = 0; i < n / PER_BRANCH + 1; i++)
    {
      g_autofree char *name = g_strdup_printf ("中共示范集团第%u支部委员会", i + 1);
      g_autofree char *short_name = g_strdup_printf ("第%u党支部", i + 1);
      g_autofree char *uid = g_strdup_printf ("u%u", i + 2);

      zb_org_tree_add (tree, &(ZbOrg) { .id = i + 2, .parent = 1, .kind = ZB_ORG_BRANCH, .uid = uid, .name = name,
                                        .short_name = short_name, .order = (int) i + 1 });
    }
  zb_org_tree_seal (tree);
  return tree;
}

static ZbMemberEntry
invent_entry (guint i, const Texts *texts)
{
  int joined = 1965 + (int) below (60);
  ZbMemberEntry entry = {
    .id = i + 1, .name = texts->name, .phone = texts->phone, .id_number = texts->id_number,
    .org = 2 + i / PER_BRANCH, .state = ZB_MEMBER_HERE, .post_rank = i % PER_BRANCH < 5 ? (guint16) (i % PER_BRANCH + 1) : 0xffff,
    .birth = { (gint16) (joined - 20 - (int) below (10)), (guint8) (1 + below (12)), (guint8) (1 + below (28)) },
  };

  entry.codes[ZB_MEMBER_SEX] = (guint8) (1 + (below (10) < 3));
  entry.codes[ZB_MEMBER_ETHNICITY] = (guint8) (below (12) == 0 ? 2 + below (55) : 1);
  entry.codes[ZB_MEMBER_EDUCATION] = (guint8) (1 + below (zb_code_table_get ("education")->n_codes));
  entry.codes[ZB_MEMBER_DEGREE] = (guint8) below (6);
  entry.codes[ZB_MEMBER_JOB] = (guint8) (1 + below (20));
  entry.codes[ZB_MEMBER_FLOATING] = (guint8) (1 + (below (30) == 0));
  entry.standing.declared = ZB_CATEGORY_FULL;
  entry.standing.applied = (ZbDate) { (gint16) (joined - 2), 7, 1 };
  entry.standing.joined = (ZbDate) { (gint16) joined, (guint8) (1 + below (12)), (guint8) (1 + below (28)) };
  entry.standing.confirmed = zb_date_add_months (entry.standing.joined, 12);
  return entry;
}

/* The 99th of a hundred would need more runs; the largest of a few is harder on us. */
static void
time_query (ZbMemberColumns *columns, const char *what, const ZbMemberQuery *query, double floor)
{
  guint n = zb_member_columns_size (columns);
  double times[N_TIMES];
  g_autofree char *worst = g_strconcat (what, " (slowest)", NULL);

  for (guint i = 0; i < N_TIMES; i++)
    {
      double start = now ();
      guint n_hits;
      g_autofree gint64 *ids = zb_member_columns_query (columns, query, &n_hits);

      times[i] = now () - start;
    }
  qsort (times, N_TIMES, sizeof *times, compare_doubles);
  print (n, what, times[N_TIMES / 2], "ms", floor);
  print (n, worst, times[N_TIMES - 1], "ms", 0);
}

static void
time_searches (ZbMemberColumns *columns, double floor)
{
  static const char *const texts[] = { "张", "张伟", "伟", "支部", "第7党支部", "z", "zw", "an", "zhangw", "zhangwei", "xiaoyun", "1",
    "99", "0007", "1234567", "19900", "9901011980", "张 林", "ouyang" };
  g_autoptr(ZbFilter) filter = zb_filter_parse ("女 且 45岁以下 且 本科以上", zb_member_columns_tree (columns), NULL);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *what = g_strdup_printf ("search “%s”", texts[i]);

      time_query (columns, what, &(ZbMemberQuery) { .text = texts[i], .order = ZB_ORDER_PINYIN }, floor);
    }
  time_query (columns, "everybody, in order", &(ZbMemberQuery) { .order = ZB_ORDER_PINYIN, .scope = ZB_SCOPE_ALL }, 0);
  time_query (columns, "everybody, in order, backwards",
              &(ZbMemberQuery) { .order = ZB_ORDER_JOINED, .descending = TRUE, .scope = ZB_SCOPE_ALL }, 0);
  time_query (columns, "filter of three conditions", &(ZbMemberQuery) { .filter = filter, .order = ZB_ORDER_PINYIN }, 0);
  time_query (columns, "filter and search", &(ZbMemberQuery) { .text = "张", .filter = filter, .order = ZB_ORDER_PINYIN }, 0);
}

/* One pass of memmem over all names, one behind the other. */
static double
scan_floor (const Texts *texts, guint n)
{
  g_autoptr(GByteArray) bytes = g_byte_array_new ();
  double best = G_MAXDOUBLE;

  for (guint i = 0; i < n; i++)
    g_byte_array_append (bytes, (const guint8 *) texts[i].name, (guint) strlen (texts[i].name) + 1);
  for (guint run = 0; run < 5; run++)
    {
      double start = now ();
      const char *end = (const char *) bytes->data + bytes->len;
      volatile guint hits = 0;

      for (const char *at = (const char *) bytes->data; (at = memmem (at, (gsize) (end - at), "张伟", strlen ("张伟"))) != NULL; at++)
        hits++;
      best = MIN (best, now () - start);
    }
  return best;
}

typedef struct {
  guint64 key;
  guint64 index;
} Pair;

/* Eight passes over pairs of key and index, nothing else. */
static double
sort_floor (const Texts *texts, guint n)
{
  g_autofree Pair *from = g_new (Pair, n);
  g_autofree Pair *to = g_new (Pair, n);
  double start;

  for (guint i = 0; i < n; i++)
    from[i] = (Pair) { zb_hanzi_stroke_prefix (texts[i].name, ZB_STROKE_SURNAME), i };
  memset (to, 0, n * sizeof *to);
  start = now ();
  for (guint digit = 0; digit < 8; digit++)
    {
      guint sums[257] = { 0 };

      for (guint i = 0; i < n; i++)
        sums[(from[i].key >> (8 * digit) & 0xff) + 1]++;
      for (guint value = 0; value < 256; value++)
        sums[value + 1] += sums[value];
      for (guint i = 0; i < n; i++)
        to[sums[from[i].key >> (8 * digit) & 0xff]++] = from[i];
      memcpy (from, to, digit == 7 ? n * sizeof *to : 0);
      if (digit < 7)
        {
          Pair *swap = from;

          from = to;
          to = swap;
        }
    }
  return now () - start;
}

static double
time_order (ZbMemberColumns *columns, ZbMemberOrder order)
{
  double start = now ();
  guint n;
  g_autofree gint64 *ids = zb_member_columns_query (columns, &(ZbMemberQuery) { .text = "没有此人", .order = order }, &n);

  return now () - start;
}

static void
time_changes (ZbMemberColumns *columns, const Texts *texts)
{
  guint n = zb_member_columns_size (columns);
  double start = now ();

  for (guint i = 0; i < 20; i++)
    {
      ZbMemberEntry entry = invent_entry (below (n), &texts[below (n)]);
      guint n_hits;

      zb_member_columns_put (columns, &entry);
      g_free (zb_member_columns_query (columns, &(ZbMemberQuery) { .text = "没有此人", .order = ZB_ORDER_PINYIN }, &n_hits));
    }
  print (n, "change of one person, and a query", (now () - start) / 20, "ms", 0);
}

static void
time_counts (ZbMemberColumns *columns)
{
  ZbMemberCounts counts;
  double start = now ();

  zb_member_columns_count (columns, NULL, &counts);
  print (zb_member_columns_size (columns), "figures of everybody", now () - start, "ms", 0);
  start = now ();
  g_free (zb_member_columns_count_orgs (columns, NULL, TRUE));
  print (zb_member_columns_size (columns), "figures of every organisation", now () - start, "ms", 0);
}

static void
measure (guint n)
{
  g_autofree Texts *texts = invent_texts (n);
  g_autoptr(ZbOrgTree) tree = invent_tree (n);
  double floor = scan_floor (texts, n), sorting = sort_floor (texts, n), start;
  struct mallinfo2 before = mallinfo2 (), after;
  g_autoptr(ZbMemberColumns) columns = NULL;

  start = now ();
  columns = zb_member_columns_new (tree, (ZbDate) { 2026, 7, 1 }, n);
  for (guint i = 0; i < n; i++)
    {
      ZbMemberEntry entry = invent_entry (i, &texts[i]);

      zb_member_columns_add (columns, &entry);
    }
  print (n, "filling", now () - start, "ms", 0);
  after = mallinfo2 ();
  print (n, "memory of a person", (double) (after.uordblks + after.hblkhd - before.uordblks - before.hblkhd) / n, "bytes", 0);
  for (guint order = 0; order < ZB_N_ORDERS; order++)
    {
      static const ZbMemberOrder sequence[] = { ZB_ORDER_ID, ZB_ORDER_PINYIN, ZB_ORDER_STROKE, ZB_ORDER_STROKE_NAME, ZB_ORDER_POST, ZB_ORDER_JOINED,
        ZB_ORDER_OWN, ZB_ORDER_BIRTH, ZB_ORDER_CONFIRMED, ZB_ORDER_ORG, ZB_ORDER_CATEGORY, ZB_ORDER_SEX, ZB_ORDER_ETHNICITY,
        ZB_ORDER_EDUCATION, ZB_ORDER_DEGREE, ZB_ORDER_JOB };
      g_autofree char *what = g_strdup_printf ("new order %s", zb_member_order_name (sequence[order]));

      print (n, what, time_order (columns, sequence[order]), "ms", sorting);
    }
  time_searches (columns, floor);
  time_changes (columns, texts);
  time_counts (columns);
}

int
main (void)
{
  setlocale (LC_ALL, "");
  measure (100000);
  measure (1000000);
  return 0;
}
