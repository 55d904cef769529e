/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "core/zb-error.h"
#include "exchange/paper/zb-row-source.h"
#include "exchange/zb-document.h"
#include "paper-fixture.h"
#include "store/wishes/zb-wishes.h"
#include "zb-test-db.h"

#define TODAY "2026-11-20"
#define CASE(path, function) g_test_add ("/wish-papers/" path, Fixture, NULL, set_up, function, tear_down)

typedef struct {
  ZbTestDb *test;
  ZbDb *db;
  gint64 branch;
  gint64 other;
  gint64 household;
  gint64 people[2];
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  self->test = zb_test_db_new ();
  self->db = self->test->db;
  zb_db_set_today (self->db, zb_test_date (TODAY));
  self->branch = zb_test_organization (self->db, "branch", "第一党支部", 0);
  self->other = zb_test_organization (self->db, "branch", "第二党支部", 0);
  self->household = zb_test_record (self->db, &zb_kind_household, "alias", "张奶奶", "community", "云溪社区", "category", "alone", "name", "张桂兰", "phone",
                                    "19900000011", "birth_date", "1941-05-02", "address", "云溪路1号", "consent_on", "2026-01-01", NULL);
  self->people[0] = zb_test_member (self->db, "王丁", self->branch, "category", "full", "phone", "19900000021", NULL);
  self->people[1] = zb_test_member (self->db, "赵三", self->branch, "category", "full", NULL);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  zb_test_db_free (self->test);
}

static gint64
add (Fixture *self, gint64 org, const char *title, const char *category, const char *quantity, const char *day)
{
  g_autoptr(ZbChangeSet) set = zb_change_set_begin (self->db, "wish.add", title, NULL);
  g_autoptr(ZbRecord) wish = zb_record_new (&zb_kind_wish);
  g_autoptr(GError) error = NULL;

  zb_record_set_int (wish, "household", self->household);
  zb_record_set_int (wish, "org", org);
  zb_record_set (wish, "title", title);
  zb_record_set (wish, "category", category);
  zb_record_set (wish, "quantity", quantity);
  zb_record_set (wish, "unit", "件");
  zb_record_set (wish, "details", "家里的话");
  zb_record_set (wish, "collected_on", day);
  zb_wishes_add (set, wish, &error);
  g_assert_no_error (error);
  g_assert_true (zb_change_set_commit (set, NULL, NULL));
  return wish->id;
}

static void
step (Fixture *self, const ZbKind *kind, gint64 id, const char *name, const char *on, const char *more, const char *value)
{
  g_autoptr(GError) error = NULL;

  zb_test_do (self->db, kind, id, name, TODAY, &error, "on", on, "by", "李测", "words", "属实", more, value, NULL);
  g_assert_no_error (error);
}

static void
publish (Fixture *self, gint64 wish, const char *on)
{
  step (self, &zb_kind_wish, wish, "check", on, NULL, NULL);
  step (self, &zb_kind_wish, wish, "approve", on, NULL, NULL);
  step (self, &zb_kind_wish, wish, "publish", on, NULL, NULL);
}

static void
claim (Fixture *self, gint64 wish, const char *on, const char *promised, const char *who, const char *value, const char *more, const char *text)
{
  g_autoptr(GError) error = NULL;

  zb_test_do (self->db, &zb_kind_wish, wish, "claim", TODAY, &error, "on", on, "promised_on", promised, who, value, more, text, NULL);
  g_assert_no_error (error);
}

static void
deliver (Fixture *self, gint64 wish, const char *on, const char *cost, const char *hours)
{
  g_autoptr(GPtrArray) claims = zb_wishes_parts (self->db, &zb_kind_claim, wish, NULL);

  for (guint i = 0; i < claims->len; i++)
    {
      const ZbRecord *one = g_ptr_array_index (claims, i);
      g_autoptr(GError) error = NULL;

      zb_test_do (self->db, &zb_kind_claim, one->id, "deliver", TODAY, &error, "on", on, "what", "棉衣", "cost", cost, "witness1", "李测", "witness2", "周六",
                  "receipt", "1", "hours", hours, NULL);
      g_assert_no_error (error);
    }
}

/* By hand: of four wishes of the year three are on the wall or further, one is fulfilled (by two members together, 120.50
 * yuan, an hour and a half each their half); one is overdue, one waits since long, one is not looked at. One is of last year. */
static void
fill (Fixture *self)
{
  gint64 wish = add (self, self->branch, "一件棉衣", "clothes", "1", "2026-03-01");

  publish (self, wish, "2026-03-02");
  claim (self, wish, "2026-03-05", "2026-03-20", "person", zb_test_id (self->people[0]), "together", "赵三");
  deliver (self, wish, "2026-03-10", "12050", "15");
  wish = add (self, self->branch, "两双棉鞋", "clothes", "2", "2026-09-01");
  publish (self, wish, "2026-09-02");
  claim (self, wish, "2026-09-05", "2026-10-20", "partner", "青石商行", "pieces", "2");
  wish = add (self, self->branch, "一辆轮椅", "aid", "1", "2026-09-10");
  publish (self, wish, "2026-09-11");
  add (self, self->other, "拍一张全家福", NULL, "1", "2026-11-10");
  add (self, self->branch, "一个热水袋", "daily", "1", "2025-12-20");
}

static ZbSheet *
sheet_of (Fixture *self, const char *roster, gint64 org, gboolean internal, const char *columns)
{
  g_autoptr(ZbRosterRequest) request = zb_roster_request_new (zb_roster_get (roster), zb_test_date (TODAY));
  g_autoptr(GError) error = NULL;
  ZbSheet *sheet;

  request->org = org;
  request->internal = internal;
  request->columns = columns != NULL ? g_strsplit (columns, ",", -1) : NULL;
  sheet = zb_sheet_new (self->db, NULL, request, &error);
  g_assert_no_error (error);
  return sheet;
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

/* What everybody reads cannot name a private field: it has the columns of its rows and no others, and each of those shows a
 * field that is public, or is a figure. */
static void
test_public_columns (Fixture *self, gconstpointer unused)
{
  const ZbRoster *const *rosters = zb_rosters ();
  guint n_public = 0;

  for (guint i = 0; rosters[i] != NULL; i++)
    {
      const ZbRowSource *source = zb_row_source_for (rosters[i]);

      if (!rosters[i]->is_public)
        continue;
      n_public++;
      g_assert_true (source->is_made && !source->takes_filter);
      g_assert_false (zb_sheet_can_be_internal (rosters[i]));
      for (guint k = 0; k < source->n_columns; k++)
        {
          const ZbField *field = zb_row_column_field (&source->columns[k]);

          g_test_message ("%s: %s", rosters[i]->name, source->columns[k].name);
          g_assert_true (zb_row_column_is_public (&source->columns[k]));
          g_assert_true (source->columns[k].of == NULL || (field->flags & ZB_FIELD_PUBLIC));
          g_assert_true (field == NULL || !(field->flags & ZB_FIELD_PRIVATE));
        }
      for (guint k = 0; k < rosters[i]->n_columns; k++)
        g_assert_true (strcmp (rosters[i]->columns[k].field, "row") == 0 || zb_row_source_column (source, rosters[i]->columns[k].field) != NULL);
    }
  g_assert_cmpuint (n_public, >=, 1);
}

/* Nor can it be asked for one, by name or by heading, or by the switch for inside. */
static void
test_public_asked (Fixture *self, gconstpointer unused)
{
  static const ZbKind *const kinds[] = { &zb_kind_household, &zb_kind_wish, &zb_kind_wish_event, &zb_kind_member };
  const ZbRoster *const *rosters = zb_rosters ();

  fill (self);
  for (guint i = 0; rosters[i] != NULL; i++)
    for (guint k = 0; rosters[i]->is_public && k < G_N_ELEMENTS (kinds); k++)
      for (guint f = 0; f < 2 * kinds[k]->n_fields; f++)
        {
          const ZbField *field = &kinds[k]->fields[f / 2];
          g_autoptr(ZbRosterRequest) request = zb_roster_request_new (rosters[i], zb_test_date (TODAY));
          g_autoptr(GError) error = NULL;

          if (!(field->flags & ZB_FIELD_PRIVATE))
            continue;
          request->internal = TRUE;
          request->columns = g_strsplit (f % 2 == 0 ? field->name : field->heading, "\n", -1);
          g_test_message ("%s: %s", rosters[i]->name, request->columns[0]);
          g_assert_null (zb_sheet_new (self->db, NULL, request, &error));
          g_assert_error (error, ZB_DATA_ERROR, ZB_DATA_ERROR_BAD_FIELD);
        }
}

static ZbDocument *
document_of (Fixture *self, const char *kind, gint64 wish, GError **error)
{
  g_autoptr(ZbDocumentRequest) request = zb_document_request_new (zb_document_kind_get (kind), zb_test_date (TODAY));

  request->wish = wish;
  return zb_document_new (self->db, request, error);
}

/* With the private tables away, all of it can still be made: it does not read them. What is for inside cannot. */
static void
test_no_private_table (Fixture *self, gconstpointer unused)
{
  static const char *const papers[] = { "wish-cards", "wish-poster" };
  const ZbRoster *const *rosters = zb_rosters ();
  g_autoptr(ZbRosterRequest) inside = zb_roster_request_new (zb_roster_get ("wishes-internal"), zb_test_date (TODAY));
  g_autoptr(GError) error = NULL;

  fill (self);
  zb_test_db_sql (self->test, "ALTER TABLE household_private RENAME TO household_away; ALTER TABLE wish_private RENAME TO wish_away; "
                              "ALTER TABLE wish_event_private RENAME TO wish_event_away; ALTER TABLE person_private RENAME TO person_away");
  for (guint i = 0; rosters[i] != NULL; i++)
    {
      g_autoptr(ZbSheet) sheet = rosters[i]->is_public ? sheet_of (self, rosters[i]->name, 0, FALSE, NULL) : NULL;
      g_autofree const char **cells = sheet != NULL ? g_new0 (const char *, zb_sheet_n_columns (sheet)) : NULL;

      for (guint row = 0; sheet != NULL && row < zb_sheet_n_rows (sheet); row++)
        g_assert_true (zb_sheet_row (sheet, row, cells, NULL));
    }
  for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
    {
      g_autoptr(ZbDocument) document = document_of (self, papers[i], 0, &error);

      g_assert_no_error (error);
      g_assert_nonnull (document);
    }
  g_assert_null (zb_sheet_new (self->db, NULL, inside, &error));
  g_assert_nonnull (error);
}

static void
test_public_list (Fixture *self, gconstpointer unused)
{
  g_autoptr(ZbSheet) sheet = NULL;
  g_autoptr(ZbSheet) money = NULL;

  fill (self);
  sheet = sheet_of (self, "wishes", 0, FALSE, NULL);
  g_assert_cmpstr (zb_sheet_total (sheet), ==, "共 3 件，已圆梦 1 件，花费 120.50 元。");
  assert_row (sheet, 0, "1|2026-0001|张奶奶|云溪社区|衣物|一件棉衣|1件|2026.03.02|第一党支部|2026.03.20|2026.03.10|待确认");
  /* A partner by its kind; who it is stands in the internal edition. */
  assert_row (sheet, 1, "2|2026-0002|张奶奶|云溪社区|衣物|两双棉鞋|2件|2026.09.02|共建单位|2026.10.20||已认领");
  assert_row (sheet, 2, "3|2026-0003|张奶奶|云溪社区|辅助器具|一辆轮椅|1件|2026.09.11||||待认领");
  money = sheet_of (self, "wishes", self->branch, FALSE, "number,cost,left");
  assert_row (money, 0, "2026-0001|120.50|0");
  assert_row (money, 2, "2026-0003||1");
}

static void
test_internal_list (Fixture *self, gconstpointer unused)
{
  g_autoptr(ZbSheet) masked = NULL;
  g_autoptr(ZbSheet) inside = NULL;
  g_autoptr(ZbSheet) ledger = NULL;
  g_autofree char *names = NULL, *phones = NULL;

  fill (self);
  masked = sheet_of (self, "wishes-internal", self->branch, FALSE, "number,name,phone,address,age");
  /* The first character of a name and the ends of a number, as everywhere. */
  names = zb_test_column (masked, "name");
  phones = zb_test_column (masked, "phone");
  g_assert_null (strstr (names, "张桂兰"));
  g_assert_null (strstr (phones, "19900000011"));
  assert_column (masked, "number", "2026-0001 2026-0002 2026-0003");
  inside = sheet_of (self, "wish-collection", self->branch, TRUE, "number,name,phone,address,age,details");
  assert_row (inside, 0, "2026-0001|张桂兰|19900000011|云溪路1号|85|家里的话");
  g_assert_cmpuint (zb_sheet_n_rows (inside), ==, 3);
  ledger = sheet_of (self, "wish-ledger", self->branch, FALSE, "number,claimers,what,cost,hours,proof,state");
  assert_row (ledger, 0, "2026-0001|王丁、赵三|棉衣|120.50|1.5|签收1份|待确认");
  assert_row (ledger, 1, "2026-0002|青石商行|||||已认领");
}

/* Without being asked for, nothing private is a column; asked to be for inside, it is. */
static void
test_internal_columns (Fixture *self, gconstpointer unused)
{
  static const char *const names[] = { "wishes-internal", "wish-collection", "wish-ledger", "wish-claims" };

  fill (self);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const ZbRoster *roster = zb_roster_get (names[i]);
      g_autoptr(ZbSheet) usual = sheet_of (self, names[i], 0, FALSE, NULL);
      g_autoptr(ZbSheet) inside = sheet_of (self, names[i], 0, TRUE, NULL);
      guint n = 0;

      g_assert_true (zb_sheet_can_be_internal (roster));
      for (guint k = 0; k < zb_sheet_n_columns (usual); k++)
        g_assert_false (zb_roster_column_is_private (roster, zb_sheet_column (usual, k)->name));
      for (guint k = 0; k < zb_sheet_n_columns (inside); k++)
        n += zb_roster_column_is_private (roster, zb_sheet_column (inside, k)->name);
      g_assert_cmpuint (n, >=, 1);
    }
}

static void
test_claims (Fixture *self, gconstpointer unused)
{
  g_autoptr(ZbSheet) sheet = NULL;
  g_autoptr(ZbSheet) phones = NULL;
  g_autoptr(ZbSheet) none = NULL;

  fill (self);
  sheet = sheet_of (self, "wish-claims", 0, FALSE, NULL);
  g_assert_cmpstr (zb_sheet_total (sheet), ==, "共认领 2 项，已圆梦 1 项，办理中 1 项。");
  assert_row (sheet, 0, "1|2026-0001|一件棉衣|王丁|第一党支部|赵三|2026.03.05|2026.03.20||1件|");
  assert_row (sheet, 1, "2|2026-0002|两双棉鞋|青石商行|||2026.09.05|2026.10.20||2件|");
  phones = sheet_of (self, "wish-claims", 0, TRUE, "lead,phone");
  assert_row (phones, 0, "王丁|19900000021");
  none = sheet_of (self, "wish-claims", self->other, FALSE, NULL);
  g_assert_cmpuint (zb_sheet_n_rows (none), ==, 0);
}

static void
test_open (Fixture *self, gconstpointer unused)
{
  g_autoptr(ZbSheet) sheet = NULL;

  fill (self);
  sheet = sheet_of (self, "wish-open", 0, FALSE, NULL);
  g_assert_cmpstr (zb_sheet_total (sheet), ==, "承诺已过期 1 件，久无人认领 1 件。");
  assert_row (sheet, 0, "1|承诺已过期|2026-0002|两双棉鞋|张奶奶|云溪社区|2026.09.02|青石商行|2026.10.20||31|");
  assert_row (sheet, 1, "2|久无人认领|2026-0003|一辆轮椅|张奶奶|云溪社区|2026.09.11|||1件|70|");
}

static void
test_form (Fixture *self, gconstpointer unused)
{
  g_autoptr(ZbSheet) sheet = sheet_of (self, "wish-form", self->branch, FALSE, NULL);
  g_autofree char *last = NULL;

  g_assert_cmpstr (zb_sheet_title (sheet), ==, "第一党支部微心愿征集表");
  g_assert_cmpuint (zb_sheet_n_rows (sheet), ==, 20);
  last = zb_test_cells (sheet, 19);
  g_assert_cmpstr (last, ==, "20||||||||||||||||||");
}

/* The figures, and that each opens to as many wishes as it says. */
static void
test_year (Fixture *self, gconstpointer unused)
{
  static const struct { const char *figure; const char *find; const char *numbers; } opens[] = {
    { "collected", "find", "numbers" }, { "claimed", "find_claimed", "claimed_numbers" }, { "fulfilled", "find_fulfilled", "fulfilled_numbers" },
  };
  g_autoptr(ZbSheet) sheet = NULL;

  fill (self);
  sheet = sheet_of (self, "wish-year", 0, FALSE, NULL);
  g_assert_cmpstr (zb_sheet_title (sheet), ==, "2026年度微心愿汇总表");
  assert_row (sheet, 0, "衣物|2|2|2|1|50.0%|120.50|1.5");
  assert_row (sheet, 1, "辅助器具|1|1|0|0|0.0%|0.00|0");
  assert_row (sheet, 2, "未分类|1|0|0|0|0.0%|0.00|0");
  assert_row (sheet, 3, "合计|4|3|2|1|25.0%|120.50|1.5");
  g_assert_cmpuint (zb_sheet_n_rows (sheet), ==, 4);
  for (guint i = 0; i < G_N_ELEMENTS (opens); i++)
    {
      g_autofree char *columns = g_strdup_printf ("%s,%s,%s", opens[i].figure, opens[i].find, opens[i].numbers);
      g_autoptr(ZbSheet) open = sheet_of (self, "wish-year", 0, FALSE, columns);

      for (guint row = 0; row < zb_sheet_n_rows (open); row++)
        {
          const char *cells[3];
          g_autoptr(ZbRosterRequest) request = zb_roster_request_new (zb_roster_get ("wishes-internal"), zb_test_date (TODAY));
          g_autoptr(GError) error = NULL;
          g_autoptr(ZbSheet) rows = NULL;
          g_autofree char *numbers = NULL, *joined = NULL;
          g_auto(GStrv) found = NULL;

          g_assert_true (zb_sheet_row (open, row, cells, NULL));
          request->filter = zb_filter_parse_fields (&zb_kind_wish, cells[1], NULL, &error);
          g_assert_no_error (error);
          rows = zb_sheet_new (self->db, NULL, request, &error);
          g_assert_no_error (error);
          g_assert_cmpint (zb_sheet_n_rows (rows), ==, g_ascii_strtoll (cells[0], NULL, 10));
          numbers = zb_test_column (rows, "number");
          found = g_strsplit (numbers, " ", -1);
          joined = g_strjoinv ("、", found);
          g_assert_cmpstr (cells[2], ==, joined);
        }
    }
}

static void
test_cards (Fixture *self, gconstpointer unused)
{
  g_autoptr(ZbDocument) none = NULL;
  g_autoptr(ZbDocument) cards = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *text = NULL;
  ZbPaper *paper;

  g_assert_null (document_of (self, "wish-cards", 0, &error));
  g_assert_cmpstr (error->message, ==, "no-wishes");
  g_clear_error (&error);
  fill (self);
  /* What is collected is nobody’s business yet. */
  none = document_of (self, "wish-cards", 4, &error);
  g_assert_null (none);
  g_assert_cmpstr (error->message, ==, "not-published|拍一张全家福");
  g_clear_error (&error);
  for (guint i = 0; i < 8; i++)
    publish (self, add (self, self->branch, "一盏台灯", "study", "1", "2026-11-01"), "2026-11-02");
  cards = document_of (self, "wish-cards", 0, &error);
  g_assert_no_error (error);
  text = zb_document_text (cards);
  g_assert_nonnull (strstr (text, "一辆轮椅\n心愿人：张奶奶（云溪社区）\n数量：1件\n编号：2026-0003"));
  g_assert_null (strstr (text, "棉衣"));
  /* Nine: eight on the first page. */
  paper = zb_document_paper (cards);
  g_assert_cmpuint (zb_paper_n_pages (paper), ==, 2);
  zb_paper_free (paper);
}

static void
test_poster (Fixture *self, gconstpointer unused)
{
  g_autoptr(ZbDocumentRequest) request = zb_document_request_new (zb_document_kind_get ("wish-poster"), zb_test_date (TODAY));
  double widths[2] = { 0, 0 }, height;
  g_autoptr(GError) error = NULL;

  fill (self);
  request->org = self->branch;
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr(ZbDocument) poster = NULL;
      g_autofree char *text = NULL;
      ZbPaper *paper;

      request->paper_a3 = i == 1;
      poster = zb_document_new (self->db, request, &error);
      g_assert_no_error (error);
      text = zb_document_text (poster);
      g_assert_nonnull (strstr (text, "第一党支部　2026年11月20日　待认领 1 件"));
      g_assert_nonnull (strstr (text, "2026-0003　一辆轮椅\n张奶奶（云溪社区）"));
      paper = zb_document_paper (poster);
      zb_paper_size (paper, &widths[i], &height);
      zb_paper_free (paper);
    }
  /* 210 and 297 mm. */
  g_assert_cmpfloat_with_epsilon (widths[0], 595.3, 0.5);
  g_assert_cmpfloat_with_epsilon (widths[1], 841.9, 0.5);
}

/* What is not known is left to be written in. */
static void
test_thanks (Fixture *self, gconstpointer unused)
{
  g_autoptr(ZbDocument) letter = NULL;
  g_autoptr(ZbDocument) early = NULL;
  g_autoptr(ZbDocument) card = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *text = NULL, *before = NULL, *feedback = NULL;

  g_assert_null (document_of (self, "thanks-letter", 0, &error));
  g_assert_cmpstr (error->message, ==, "which-wish");
  g_clear_error (&error);
  fill (self);
  letter = document_of (self, "thanks-letter", 1, &error);
  g_assert_no_error (error);
  text = zb_document_text (letter);
  g_assert_nonnull (strstr (text, "王丁、赵三同志："));
  g_assert_nonnull (strstr (text, "你们于2026年3月5日认领了云溪社区张奶奶的微心愿“一件棉衣”（编号：2026-0001），并于2026年3月10日帮助其实现：棉衣。"));
  early = document_of (self, "thanks-letter", 3, &error);
  before = zb_document_text (early);
  g_assert_nonnull (strstr (before, "并于　　　　年　　月　　日帮助其实现：＿＿＿＿＿＿。"));
  card = document_of (self, "feedback-card", 1, &error);
  feedback = zb_document_text (card);
  g_assert_nonnull (strstr (feedback, "花费（元）：120.50"));
  g_assert_nonnull (strstr (feedback, "见证人：李测、周六"));
  g_assert_nonnull (strstr (feedback, "□满意　　□基本满意　　□不满意"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  CASE ("public-columns", test_public_columns);
  CASE ("public-asked", test_public_asked);
  CASE ("no-private-table", test_no_private_table);
  CASE ("public-list", test_public_list);
  CASE ("internal-list", test_internal_list);
  CASE ("internal-columns", test_internal_columns);
  CASE ("claims", test_claims);
  CASE ("open", test_open);
  CASE ("form", test_form);
  CASE ("year", test_year);
  CASE ("cards", test_cards);
  CASE ("poster", test_poster);
  CASE ("thanks", test_thanks);
  return g_test_run ();
}
