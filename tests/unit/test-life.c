/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "core/life/zb-campaigns.h"
#include "core/life/zb-duty.h"
#include "core/life/zb-likeness.h"
#include "core/life/zb-oath.h"
#include "core/life/zb-programmes.h"
#include "core/life/zb-seats.h"
#include "core/life/zb-roll-command.h"
#include "core/life/zb-study.h"
#include "core/zb-codes.h"
#include "core/zb-error.h"

/* As one text, to compare with what was counted by hand. */
static char *
read_marks (const char *text, guint max)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) marks = zb_roll_command_parse (text, max, &error);
  g_autoptr(GString) out = g_string_new (NULL);

  if (marks == NULL)
    {
      g_assert_error (error, ZB_DATA_ERROR, ZB_DATA_ERROR_BAD_VALUE);
      return g_strdup ("refused");
    }
  for (guint i = 0; i < marks->len; i++)
    {
      const ZbRollMark *mark = g_ptr_array_index (marks, i);

      g_string_append_printf (out, "%s%s", i > 0 ? "; " : "", mark->state);
      for (guint s = 0; s < mark->n_seats; s++)
        g_string_append_printf (out, " %u", mark->seats[s]);
      if (mark->reason != NULL)
        g_string_append_printf (out, " (%s)", mark->reason);
    }
  return g_string_free (g_steal_pointer (&out), FALSE);
}

static void
test_roll_command (void)
{
  static const struct { const char *text; const char *marks; } cases[] = {
    { "缺 3 7 12", "absent 3 7 12" }, { "缺3,7、12", "absent 3 7 12" }, { "假5出差", "excused 5 (出差)" },
    { "请假 5 6 因公出差", "excused 5 6 (因公出差)" }, { "迟 2；缺 9-11 病假", "late 2; absent 9 10 11 (病假)" },
    { "全到", "present" }, { "全到;假 4 事假", "present; excused 4 (事假)" }, { "到 1至3", "present 1 2 3" }, { "缺 3号 7号", "absent 3 7" },
    { "缺　３　７", "absent 3 7" }, { "缺席 11-9", "absent 9 10 11" }, { "未到 1\n迟到 2", "absent 1; late 2" },
    /* One line with several orders: a reason never swallows the next. */
    { "缺 3 7 12 请假 5 8", "absent 3 7 12; excused 5 8" }, { "假 3、5 出差，迟 4", "excused 3 5 (出差); late 4" },
    { "缺 3 7，全到", "absent 3 7; present" }, { "全到 缺 3", "present; absent 3" }, { "缺 3 病假 缺 4", "absent 3 (病假); absent 4" },
    { "假 5 事假两天", "excused 5 (事假两天)" }, { "假 5 去外地，到 6 日", "excused 5 (去外地,到 6 日)" }, { "缺 3，到 5", "absent 3; present 5" },
    { "缺 3 请假 21", "refused" },
    { "", "refused" }, { "缺", "refused" }, { "3 7 12", "refused" }, { "缺 0", "refused" }, { "缺 21", "refused" }, { "全到 3", "refused" },
    { "缺 3；走 4", "refused" }, { "缺 99999999999999999999", "refused" }, { "旷 3", "refused" }, { "缺 19-30", "refused" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *marks = read_marks (cases[i].text, 20);

      g_test_message ("%s", cases[i].text);
      g_assert_cmpstr (marks, ==, cases[i].marks);
    }
}

static void
test_study_hours (void)
{
  g_autoptr(ZbRules) rules = zb_rules_new (NULL);
  ZbDate day = { 2026, 3, 1 };

  g_assert_cmpint (zb_study_hours (1, 60, rules, day), ==, 10);
  g_assert_cmpint (zb_study_hours (1, 90, rules, day), ==, 15);
  g_assert_cmpint (zb_study_hours (1, 100, rules, day), ==, 15);
  g_assert_cmpint (zb_study_hours (1, 105, rules, day), ==, 20);
  g_assert_cmpint (zb_study_hours (1, 10, rules, day), ==, 5);
  g_assert_cmpint (zb_study_hours (1, 180, rules, day), ==, 40);
  g_assert_cmpint (zb_study_hours (1, 359, rules, day), ==, 40);
  g_assert_cmpint (zb_study_hours (1, 360, rules, day), ==, 80);
  g_assert_cmpint (zb_study_hours (3, -1, rules, day), ==, 240);
  g_assert_cmpint (zb_study_hours (1, -1, rules, day), ==, 0);
  g_assert_cmpint (zb_study_hours (1, 0, rules, day), ==, 0);
}

/* A year as one letter a month: h held, g gap, o open, e exempt, b no body, . nothing demanded. */
static char *
judge (ZbMeetingKind kind, const ZbDutyYear *known, const char *today)
{
  static const char letters[] = { '.', 'h', 'o', 'g', 'e', 'b' };
  g_autoptr(ZbRules) rules = zb_rules_new (NULL);
  ZbDutyCell cells[12];
  ZbDate day = ZB_DATE_NONE;
  GString *out = g_string_new (NULL);

  g_assert_true (zb_date_parse (today, &day, NULL));
  zb_duty_judge (kind, known, 2026, day, rules, cells);
  for (guint i = 0; i < 12; i++)
    g_string_append_c (out, letters[cells[i]]);
  return g_string_free (out, FALSE);
}

#define ASSERT_YEAR(kind, known, today, expected) \
  G_STMT_START { \
    g_autofree char *found_ = judge (kind, known, today); \
    g_assert_cmpstr (found_, ==, expected); \
  } G_STMT_END

static void
test_duty (void)
{
  ZbDutyYear known = { 0 };

  for (guint i = 0; i < 12; i++)
    known.has_body[i] = TRUE;
  known.held[1] = 1;
  known.held[4] = 2;
  /* Once a quarter: February and May; the third is going on, the fourth has not come. */
  ASSERT_YEAR (ZB_MEETING_ASSEMBLY, &known, "2026-08-15", "hhhhhhooo...");
  ASSERT_YEAR (ZB_MEETING_ASSEMBLY, &known, "2026-10-01", "hhhhhhgggooo");
  /* Once a month. */
  ASSERT_YEAR (ZB_MEETING_THEME_DAY, &known, "2026-06-30", "ghggho......");
  ASSERT_YEAR (ZB_MEETING_THEME_DAY, &known, "2026-07-01", "ghgghgo.....");
  /* Once a year. */
  ASSERT_YEAR (ZB_MEETING_LIFE, &known, "2026-12-31", "hhhhhhhhhhhh");
  /* No rule demands it: what was held is shown, nothing is missed. */
  ASSERT_YEAR (ZB_MEETING_STUDY, &known, "2026-12-31", ".h..h.......");
}

static void
test_duty_excused (void)
{
  ZbDutyYear known = { 0 };

  for (guint i = 0; i < 12; i++)
    known.has_body[i] = i >= 3;
  known.exempt[6] = TRUE;
  known.opened = (ZbDate) { 2026, 2, 10 };
  known.closed = (ZbDate) { 2026, 11, 20 };
  /* Founded in February, a committee from April, excused in July, closed in November. */
  ASSERT_YEAR (ZB_MEETING_COMMITTEE, &known, "2027-01-01", "..bgggeggg..");
}

/* What was going on on a day, by the dates in the table; the gaps between are gaps. */
static void
test_campaigns (void)
{
  static const struct { ZbDate day; const char *name; } cases[] = {
    { { 2021, 7, 1 }, "党史学习教育" }, { { 2021, 2, 19 }, NULL }, { { 2021, 2, 20 }, "党史学习教育" }, { { 2022, 1, 31 }, "党史学习教育" },
    { { 2024, 5, 1 }, "党纪学习教育" }, { { 2025, 7, 31 }, "深入贯彻中央八项规定精神学习教育" }, { { 2025, 8, 1 }, NULL }, { { 2010, 1, 1 }, NULL },
  };
  g_autoptr(GPtrArray) all = zb_campaigns ();

  g_assert_cmpuint (all->len, >=, 8);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const char *found = NULL;

      for (guint k = 0; k < all->len; k++)
        {
          const ZbCampaign *campaign = g_ptr_array_index (all, k);

          /* One goes on since 2016 and is no answer here. */
          if (zb_date_is_set (campaign->to) && zb_campaign_holds (campaign, cases[i].day))
            found = campaign->name;
        }
      g_assert_cmpstr (found, ==, cases[i].name);
    }
}

static void
test_kinds (void)
{
  const ZbCodeTable *table = zb_code_table_get ("meeting_kind");

  g_assert_cmpuint (table->n_codes, ==, ZB_N_MEETING_KINDS);
  g_assert_cmpint (zb_code_index (table, "committee"), ==, ZB_MEETING_COMMITTEE);
  g_assert_cmpint (zb_code_index (table, "appraisal"), ==, ZB_MEETING_APPRAISAL);
  g_assert_cmpint (zb_code_index (table, "ceremony"), ==, ZB_MEETING_CEREMONY);
  g_assert_cmpint (zb_code_index (table, "service"), ==, ZB_MEETING_SERVICE);
}

/* The Party constitution's text: 80 characters without its marks, 12 clauses. */
static void
test_oath (void)
{
  g_auto(GStrv) clauses = zb_oath_clauses (NULL);
  g_auto(GStrv) own = zb_oath_clauses ("坚决完成任务！\n\n  不怕苦，不怕累");
  g_autofree char *joined = g_strjoinv ("|", own);
  glong letters = 0;

  g_assert_cmpuint (g_strv_length (clauses), ==, 12);
  for (guint i = 0; clauses[i] != NULL; i++)
    letters += g_utf8_strlen (clauses[i], -1) - 1;
  g_assert_cmpint (letters, ==, 80);
  g_assert_cmpstr (clauses[0], ==, "我志愿加入中国共产党，");
  g_assert_cmpstr (clauses[10], ==, "随时准备为党和人民牺牲一切，");
  g_assert_cmpstr (clauses[11], ==, "永不叛党。");
  g_assert_cmpstr (joined, ==, "坚决完成任务！|不怕苦，|不怕累");
}

/* Every type has a programme whose steps the registry knows; only one of them is sworn in. */
static void
test_programmes (void)
{
  const ZbCodeTable *types = zb_code_table_get ("ceremony_type"), *kinds = zb_code_table_get ("programme_kind");
  guint oaths = 0;

  for (guint i = 0; i < types->n_codes; i++)
    {
      g_autoptr(GPtrArray) steps = zb_programme_steps (types->codes[i].code);

      g_assert_cmpuint (steps->len, >, 2);
      for (guint k = 0; k < steps->len; k++)
        {
          const ZbProgrammeStep *step = g_ptr_array_index (steps, k);

          g_assert_cmpint (zb_code_index (kinds, step->kind), >=, 0);
          g_assert_cmpstr (step->title, !=, "");
          g_assert_cmpint (step->minutes, >=, 0);
          oaths += i == 0 && strcmp (step->kind, "oath") == 0;
        }
    }
  g_assert_cmpuint (oaths, ==, 1);
}

/* Groups of three, counted by hand: 甲乙丙丁戊 has three, and shares two with 甲乙丙丁己. */
static void
test_likeness (void)
{
  static const struct { const char *one; const char *other; double share; } cases[] = {
    { "甲乙丙丁戊", "甲乙丙丁戊", 1 }, { "甲乙丙丁戊", "甲乙丙丁己", 0.6667 }, { "甲乙丙丁戊", "己庚辛壬癸", 0 },
    /* Figures and punctuation are passed over, Chinese figures too. */
    { "3月5日，甲乙丙", "十二月三十日甲乙丙", 1 }, { "甲乙丙 ABC", "甲、乙。丙！", 1 },
    /* Said twice it is the same text. */
    { "甲乙丙甲乙丙", "甲乙丙甲乙丙甲乙丙", 1 }, { "", "", 0 }, { "甲乙", "甲乙", 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree ZbLikeness *one = zb_likeness_new (cases[i].one);
      g_autofree ZbLikeness *other = zb_likeness_new (cases[i].other);

      g_assert_cmpfloat_with_epsilon (zb_likeness_share (one, other), cases[i].share, 0.0001);
      g_assert_true ((one->whole == other->whole) == (strcmp (cases[i].one, cases[i].other) == 0));
    }
}

/* 左为上: seen from the hall, the second sits to the right of the first, the third to the left; two share the middle of an even row. */
static void
test_seats (void)
{
  static const struct { guint n; gboolean right_first; const char *seats; } cases[] = {
    { 1, FALSE, "1" }, { 2, FALSE, "12" }, { 3, FALSE, "312" }, { 4, FALSE, "3124" }, { 5, FALSE, "53124" }, { 6, FALSE, "531246" },
    { 7, FALSE, "7531246" }, { 2, TRUE, "21" }, { 3, TRUE, "213" }, { 4, TRUE, "4213" }, { 7, TRUE, "6421357" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      char seats[10] = { 0 };

      for (guint rank = 0; rank < cases[i].n; rank++)
        seats[zb_seat_of_rank (cases[i].n, rank, cases[i].right_first)] = (char) ('1' + rank);
      g_assert_cmpstr (seats, ==, cases[i].seats);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/life/roll-command", test_roll_command);
  g_test_add_func ("/life/study-hours", test_study_hours);
  g_test_add_func ("/life/likeness", test_likeness);
  g_test_add_func ("/life/duty", test_duty);
  g_test_add_func ("/life/duty-excused", test_duty_excused);
  g_test_add_func ("/life/campaigns", test_campaigns);
  g_test_add_func ("/life/kinds", test_kinds);
  g_test_add_func ("/life/oath", test_oath);
  g_test_add_func ("/life/programmes", test_programmes);
  g_test_add_func ("/life/seats", test_seats);
  return g_test_run ();
}
