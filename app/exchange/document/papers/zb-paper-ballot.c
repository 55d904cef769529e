/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>
#include <string.h>

#include "exchange/document/papers/zb-paper-names.h"
#include "store/zb-check.h"

/* 选票 and 计票表 of an election. Who stands in which order is chosen by people; how many stand against how many are to be elected is
 * held against the rule, and said when it does not agree. */

/* Millimetres. */
#define TALLY_ROW 15
#define LINE_ROW 10

/* Shares are decimal numbers: a fifth of 5 is 1 and not a hair more. */
#define EPSILON 1e-6

static char *
title_words (const ZbDocumentRequest *request, const ZbNames *names, const char *what)
{
  return request->title != NULL && *request->title != '\0' ? g_strdup (request->title) : g_strdup_printf ("%s选举%s", names->org, what);
}

/* How many more than are to be elected have to stand, at least. */
static guint
surplus_needed (const ZbDocumentRequest *request, ZbRules *rules, ZbDate day)
{
  if (request->equal)
    return 0;
  return (guint) MAX (ceil (request->elect * zb_rules_value (rules, "election.surplus_min", day) - EPSILON), 1);
}

static void
check_number (ZbDocument *document, const ZbDocumentRequest *request, const ZbNames *names, ZbRules *rules)
{
  guint needed = request->elect + surplus_needed (request, rules, names->day);
  const ZbRule *rule = zb_rules_get (rules, "election.surplus_min", names->day);

  if (request->elect == 0)
    return;
  if (request->equal && names->names->len != request->elect)
    document->warning = g_strdup_printf ("not-equal|%u|%u", names->names->len, request->elect);
  else if (!request->equal && names->names->len < needed)
    document->warning = g_strdup_printf ("few-candidates|%u|%u|%u|%s", names->names->len, request->elect, needed, rule->source);
}

static char *
number_words (const ZbDocumentRequest *request, const ZbNames *names)
{
  guint n = names->names->len;

  if (request->elect == 0)
    return g_strdup_printf ("本次选举候选人%u名，应选＿＿名。", n);
  if (request->equal)
    return g_strdup_printf ("本次选举实行等额选举，应选%u名，候选人%u名。", request->elect, n);
  return n > request->elect ? g_strdup_printf ("本次选举实行差额选举，应选%u名，候选人%u名，差额%u名。", request->elect, n, n - request->elect)
                            : g_strdup_printf ("本次选举实行差额选举，应选%u名，候选人%u名。", request->elect, n);
}

/* How many lines for others. */
static guint
other_lines (const ZbDocumentRequest *request)
{
  return request->blank_rows >= 0 ? (guint) request->blank_rows : MAX (request->elect, 1);
}

static char *
instructions (const ZbDocumentRequest *request, const ZbNames *names)
{
  g_autofree char *number = number_words (request, names);
  g_autofree char *most = request->elect > 0 ? g_strdup_printf ("%u", request->elect) : g_strdup ("应选");

  return g_strdup_printf ("说明：1. %s\n2. 赞成的，在“赞成”栏的□内画“○”；反对的，在“反对”栏的□内画“○”；弃权的，在“弃权”栏的□内画“○”，未画的按弃权计算。\n"
                          "3. 所选人数（含另选他人）等于或少于%s名的选票有效，多于的无效。\n"
                          "4. 投反对票的可以另选他人，在“另选”栏写上姓名，并在其“赞成”栏的□内画“○”；弃权的不得另选他人。",
                          number, most);
}

static void
add_row (ZbBlock *ballot, const char *number, const char *name, gboolean is_other)
{
  ZbFormRow *row = zb_form_add_row (ballot, 0, ZB_ROW_WHOLE);

  zb_form_add_cell (row, NULL, number, 1.2);
  zb_form_add_cell (row, NULL, name, 3.4);
  zb_form_add_cell (row, NULL, "□", 1.4);
  zb_form_add_cell (row, NULL, is_other ? "" : "□", 1.4);
  zb_form_add_cell (row, NULL, is_other ? "" : "□", 1.4);
}

static void
fill_ballot (ZbBlock *ballot, const ZbDocumentRequest *request, const ZbNames *names)
{
  static const char *const heads[] = { "序号", "候选人", "赞成", "反对", "弃权" };
  static const double weights[] = { 1.2, 3.4, 1.4, 1.4, 1.4 };
  ZbFormRow *head = zb_form_add_row (ballot, 0, ZB_ROW_WHOLE);

  for (guint i = 0; i < G_N_ELEMENTS (heads); i++)
    zb_form_add_cell (head, NULL, heads[i], weights[i]);
  for (guint i = 0; i < names->names->len; i++)
    {
      g_autofree char *number = g_strdup_printf ("%u", i + 1);

      add_row (ballot, number, g_ptr_array_index (names->names, i), FALSE);
    }
  for (guint i = 0; i < other_lines (request); i++)
    add_row (ballot, "另选", "", TRUE);
}

ZbDocument *
zb_paper_ballot (ZbDb *db, const ZbDocumentRequest *request, GError **error)
{
  g_autoptr(ZbNames) names = zb_names_load (db, request, ZB_NAMES_CANDIDATES, error);
  g_autoptr(ZbRules) rules = names != NULL ? zb_rules_load (db, error) : NULL;
  guint per_page = request->per_page > 0 ? request->per_page : 2, copies = request->copies > 0 ? request->copies : per_page;
  g_autofree char *title = NULL, *head = NULL, *day = NULL, *seal = NULL, *words = NULL;
  ZbDocument *document;

  if (rules == NULL)
    return NULL;
  title = title_words (request, names, "选票");
  head = g_strdup_printf ("%s%s%s%s", title, *names->occasion != '\0' ? "\n" : "", names->occasion, names->by_strokes ? "\n（候选人按姓氏笔画为序）" : "");
  day = zb_day_words (names->day);
  seal = g_strdup_printf ("（盖章）　　%s", day);
  words = instructions (request, names);
  document = zb_document_new_empty (request->kind, ZB_LOOK_BARE);
  g_free (document->title);
  document->title = g_steal_pointer (&title);
  for (guint i = 0; i < copies; i++)
    fill_ballot (zb_document_add_ballot (document, per_page, head, words, seal), request, names);
  check_number (document, request, names, rules);
  return document;
}

/* Tally */

static char *
figure_words (const ZbNames *names)
{
  g_autofree char *entitled = names->entitled >= 0 ? g_strdup_printf ("%d", names->entitled) : g_strdup ("＿＿＿");
  g_autofree char *present = names->present >= 0 ? g_strdup_printf ("%d", names->present) : g_strdup ("＿＿＿");

  return g_strdup_printf ("应到会有选举权的党员 %s 人，实到 %s 人。发出选票 ＿＿＿ 张，收回 ＿＿＿ 张，其中有效票 ＿＿＿ 张，无效票 ＿＿＿ 张。", entitled, present);
}

/* 正字 is written into the wide ones, the sum into the narrow ones. */
static void
add_tally_row (ZbBlock *table, double height, const char *const *cells)
{
  static const double weights[] = { 1.1, 2.6, 5, 1.3, 3.2, 1.3, 3.2, 1.3 };
  ZbFormRow *row = zb_form_add_row (table, height, ZB_ROW_WHOLE);

  for (guint i = 0; i < G_N_ELEMENTS (weights); i++)
    zb_form_add_cell (row, NULL, cells[i], weights[i]);
}

ZbDocument *
zb_paper_tally (ZbDb *db, const ZbDocumentRequest *request, GError **error)
{
  static const char *const heads[] = { "序号", "候选人", "赞成（画“正”字）", "票数", "反对（画“正”字）", "票数", "弃权（画“正”字）", "票数" };
  g_autoptr(ZbNames) names = zb_names_load (db, request, ZB_NAMES_CANDIDATES, error);
  g_autoptr(ZbRules) rules = names != NULL ? zb_rules_load (db, error) : NULL;
  g_autofree char *title = NULL, *day = NULL, *figures = NULL, *number = NULL, *note = NULL;
  ZbDocument *document;
  ZbBlock *table;

  if (rules == NULL)
    return NULL;
  title = title_words (request, names, "计票表");
  day = zb_day_words (names->day);
  note = g_strdup_printf ("%s　%s", names->occasion, day);
  figures = figure_words (names);
  number = number_words (request, names);
  document = zb_document_new_empty (request->kind, ZB_LOOK_FORM);
  document->landscape = TRUE;
  g_free (document->title);
  document->title = g_strdup (title);
  zb_document_add_title (document, title);
  zb_document_add_note (document, note);
  zb_document_add_line (document, figures);
  zb_document_add_line (document, number);
  table = zb_document_add_table (document);
  add_tally_row (table, LINE_ROW, heads);
  for (guint i = 0; i < names->names->len; i++)
    {
      g_autofree char *place = g_strdup_printf ("%u", i + 1);

      add_tally_row (table, TALLY_ROW, (const char *const[]) { place, g_ptr_array_index (names->names, i), "", "", "", "", "", "" });
    }
  for (guint i = 0; i < other_lines (request); i++)
    add_tally_row (table, TALLY_ROW, (const char *const[]) { "另选", "", "", "", "／", "／", "／", "／" });
  zb_document_add_line (document, "");
  zb_document_add_line (document, "总监票人：" ZB_BLANK "　　　监票人：" ZB_BLANK "、" ZB_BLANK "　　　计票人：" ZB_BLANK "、" ZB_BLANK);
  check_number (document, request, names, rules);
  return document;
}

/* Name cards and seats */

ZbDocument *
zb_paper_name_cards (ZbDb *db, const ZbDocumentRequest *request, GError **error)
{
  g_autoptr(ZbNames) names = zb_names_load (db, request, ZB_NAMES_PRESENT, error);
  ZbDocument *document;

  if (names == NULL)
    return NULL;
  document = zb_document_new_empty (request->kind, ZB_LOOK_BARE);
  g_free (document->title);
  document->title = g_strdup_printf ("%s桌签", *names->occasion != '\0' ? names->occasion : names->org);
  for (guint i = 0; i < names->names->len; i++)
    zb_document_add_name_card (document, request->per_page > 0 ? request->per_page : 1, g_ptr_array_index (names->names, i));
  return document;
}
