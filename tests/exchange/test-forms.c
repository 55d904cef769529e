/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "exchange/template/zb-filling.h"
#include "exchange/template/zb-formula.h"
#include "exchange/template/zb-texts.h"

/* Rows 5 and 6 repeat for three people: what was in row 7 goes to row 11. */
static ZbRowMap *
make_map (void)
{
  ZbRowMap *map = zb_row_map_new ();

  zb_row_map_add (map, 5, 6, 3, 0);
  return map;
}

static const ZbRowMap *
other_sheet (const char *name, gpointer user_data)
{
  return strcmp (name, "名 册") == 0 || strcmp (name, "it's") == 0 ? user_data : NULL;
}

static void
test_formulas (void)
{
  static const struct { const char *before; const char *after; } cases[] = {
    { "A4+A7", "A4+A11" },
    { "SUM(B5:B6)", "SUM(B5:B10)" },
    { "SUM(B$5:$B6)", "SUM(B$5:$B10)" },
    { "SUM(B5)+B5", "SUM(B5:B9)+B5" },
    { "COUNTIF(C5,\"A5\")&\"C7\"", "COUNTIF(C5:C9,\"A5\")&\"C7\"" },
    { "IF((A7>1),MAX(A5,(B6)),LOG10(7))", "IF((A11>1),MAX(A5:A9,(B6:B10)),LOG10(7))" },
    { "$7:$9", "$11:$13" },
    { "A:A+SUM(A1:A99)", "A:A+SUM(A1:A103)" },
    { "'名 册'!A7+'别处'!A7+[2]名册!A7", "'名 册'!A11+'别处'!A7+[2]名册!A7" },
    { "SUM('it''s'!A5)", "SUM('it''s'!A5:A9)" },
    { "人员[[#This Row],[A7]]+A7", "人员[[#This Row],[A7]]+A11" },
    { "1E5+A7", "1E5+A11" },
    { "DEC2BIN(A7)", "DEC2BIN(A11)" },
  };
  g_autoptr(ZbRowMap) map = make_map ();
  const ZbFormulaMove move = { .map = map, .other = other_sheet, .user_data = map, .widens = ZB_WIDENS_IN_SUMS };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *moved = zb_formula_move (cases[i].before, &move);

      g_assert_cmpstr (moved, ==, cases[i].after);
    }
}

/* As when the rows are copied downwards in a spreadsheet program: the third copy. */
static void
test_formulas_of_copies (void)
{
  static const struct { const char *before; const char *after; } cases[] = {
    { "A5*B6", "A9*B10" },
    { "A$5*B$1", "A$5*B$1" },
    { "SUM(F$5:F5)", "SUM(F$5:F9)" },
    { "A4+1", "A8+1" },
    { "A1+A7", "A1+A11" },
    { "SUM(A5)", "SUM(A9)" },
  };
  g_autoptr(ZbRowMap) map = make_map ();
  const ZbFormulaMove move = { .map = map, .block = zb_row_map_block (map, 5), .copy = 2, .widens = ZB_WIDENS_IN_SUMS };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *moved = zb_formula_move (cases[i].before, &move);

      g_assert_cmpstr (moved, ==, cases[i].after);
    }
}

static void
test_offsets (void)
{
  g_autofree char *down = zb_formula_offset ("A1+$B2+C$3+SUM(D4:E5)", 2, 1);

  g_assert_cmpstr (down, ==, "B3+$B4+D$3+SUM(E6:F7)");
}

static void
test_ranges (void)
{
  static const struct { const char *before; gboolean repeats; const char *after; } cases[] = {
    { "A1:B2", FALSE, "A1:B2" },
    { "A5:B6", FALSE, "A5:B10" },
    { "A5:B6", TRUE, "A5:B6 A7:B8 A9:B10" },
    { "A5:B5 C7", FALSE, "A5:B5 A7:B7 A9:B9 C11" },
    { "A4:A7", TRUE, "A4:A11" },
    { "A:C", FALSE, "A:C" },
  };
  g_autoptr(ZbRowMap) map = make_map ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *moved = zb_cell_ranges_move (cases[i].before, map, cases[i].repeats);

      g_assert_cmpstr (moved, ==, cases[i].after);
    }
}

/* Row 4 is marked, rows 5 to 9 are prepared; nine people: three rows are added above the last, which closes the table. */
static void
test_prepared_rows (void)
{
  static const struct { guint row; guint first; guint last; } rows[] = { { 3, 3, 3 }, { 4, 4, 12 }, { 5, 5, 5 }, { 8, 8, 8 }, { 9, 12, 12 }, { 10, 13, 13 } };
  static const guint spare[] = { 0, 1, 2, 3, 4, 0, 0, 0, 5 };
  g_autoptr(ZbRowMap) map = zb_row_map_new (), few = zb_row_map_new ();
  g_autofree char *merged = NULL;
  g_autofree char *all = NULL;

  zb_row_map_add (map, 4, 4, 9, 5);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_assert_cmpuint (zb_row_map_first (map, rows[i].row), ==, rows[i].first);
      g_assert_cmpuint (zb_row_map_last (map, rows[i].row), ==, rows[i].last);
    }
  for (guint i = 0; i < G_N_ELEMENTS (spare); i++)
    g_assert_cmpuint (zb_row_block_spare (zb_row_map_block (map, 4), i), ==, spare[i]);
  merged = zb_cell_ranges_move ("B4:C4", map, TRUE);
  g_assert_cmpstr (merged, ==, "B4:C4 B9:C9 B10:C10 B11:C11");
  all = zb_cell_ranges_move ("B4:C9", map, FALSE);
  g_assert_cmpstr (all, ==, "B4:C12");
  /* Two people: the second uses up a row, nothing moves. */
  zb_row_map_add (few, 4, 4, 2, 5);
  g_assert_cmpuint (zb_row_map_first (few, 10), ==, 10);
  g_assert_cmpuint (zb_row_map_last (few, 4), ==, 5);
}

static void
test_marks (void)
{
  g_autoptr(GArray) marks = zb_marks_find ("甲{{ 姓 名 }}、｛｛入党时间｜年月｝}{{性别#2|文本}}{{{民族}}}{单}{{不完\n{{末");
  static const struct { const char *label; ZbMarkFormat format; guint number; gboolean is_closed; } expected[] = {
    { "姓名", ZB_MARK_PLAIN, 0, TRUE }, { "入党时间", ZB_MARK_MONTH, 0, TRUE }, { "性别", ZB_MARK_TEXT, 2, TRUE }, { "民族", ZB_MARK_PLAIN, 0, TRUE },
    { "不完", ZB_MARK_PLAIN, 0, FALSE }, { "末", ZB_MARK_PLAIN, 0, FALSE },
  };

  g_assert_cmpuint (marks->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < marks->len; i++)
    {
      const ZbMark *mark = &g_array_index (marks, ZbMark, i);

      g_assert_cmpstr (mark->label, ==, expected[i].label);
      g_assert_cmpint (mark->format, ==, expected[i].format);
      g_assert_cmpuint (mark->number, ==, expected[i].number);
      g_assert_cmpint (mark->is_closed, ==, expected[i].is_closed);
    }
  g_assert_cmpint (zb_mark_format_from_text ("斜体"), ==, ZB_MARK_NO_FORMAT);
}

/* No more precise than it is known. */
static void
test_dates (void)
{
  static const struct { const char *date; ZbMarkFormat format; const char *text; } cases[] = {
    { "1985.07.12", ZB_MARK_PLAIN, "1985.07.12" }, { "1985.07.12", ZB_MARK_YEAR, "1985" }, { "1985.07.12", ZB_MARK_MONTH, "1985.07" },
    { "1985.07.12", ZB_MARK_DAY_WORDS, "1985年7月12日" }, { "1985.07", ZB_MARK_DAY_WORDS, "1985年7月" }, { "1985.07", ZB_MARK_EIGHT, "198507" },
    { "1985.07.12", ZB_MARK_SIX, "198507" }, { "1985", ZB_MARK_DAY, "1985" }, { "待查", ZB_MARK_YEAR, "待查" }, { "", ZB_MARK_DAY, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = zb_mark_date (cases[i].date, cases[i].format);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

static void
assert_people (const char *text, guint n_people, const char *numbers)
{
  g_autoptr(GArray) marks = zb_marks_find (text);
  g_autoptr(GArray) placed = g_array_new (FALSE, FALSE, sizeof (ZbPlacedMark));
  g_autoptr(GString) found = g_string_new (NULL);

  for (guint i = 0; i < marks->len; i++)
    {
      ZbPlacedMark mark = { &g_array_index (marks, ZbMark, i), 0 };

      g_array_append_val (placed, mark);
    }
  g_assert_cmpuint (zb_filling_number (placed), ==, n_people);
  for (guint i = 0; i < placed->len; i++)
    g_string_append_printf (found, "%u", g_array_index (placed, ZbPlacedMark, i).number);
  g_assert_cmpstr (found->str, ==, numbers);
}

/* Whom the marks of a row are of. */
static void
test_people_of_a_row (void)
{
  assert_people ("{{序号}}{{姓名}}", 1, "11");
  assert_people ("{{序号}}{{姓名}}{{序号}}{{姓名}}", 2, "1122");
  assert_people ("{{姓名}}{{姓名}}{{姓名}}", 3, "123");
  assert_people ("{{姓名}}{{性别}}{{姓名}}", 1, "111");
  assert_people ("{{姓名#1}}{{性别}}{{姓名#2}}{{性别#2}}", 2, "1122");
  assert_people ("{{姓名#1}}{{姓名#1}}", 1, "11");
  assert_people ("{{出生日期|年}}{{出生日期|六位}}", 1, "11");
}

static void
assert_filled (const char *before, const char *value, const char *after)
{
  g_autoptr(GBytes) bytes = g_bytes_new (before, strlen (before));
  g_autoptr(ZbXmlPart) part = zb_xml_part_new (bytes, "part", NULL);
  g_autoptr(ZbTexts) texts = zb_texts_new (part, part->nodes);
  g_autoptr(ZbXmlEdits) edits = zb_xml_edits_new ();
  const char *values[] = { value, value };
  g_autoptr(GBytes) filled = NULL;
  g_autofree char *text = NULL;

  g_assert_nonnull (texts);
  zb_texts_fill (texts, ZB_TEXTS_WORD, values, edits);
  filled = zb_xml_edits_finish (edits, part);
  text = g_strndup (g_bytes_get_data (filled, NULL), g_bytes_get_size (filled));
  g_assert_cmpstr (text, ==, after);
}

/* Whatever runs a mark is cut into, the value stands where its name stood, and nothing else moves. */
static void
test_runs (void)
{
  assert_filled ("<w:p a='1'><w:r><w:t>x{{</w:t></w:r><w:proofErr/><w:r><w:rPr><w:b/></w:rPr><w:t>姓名</w:t></w:r><!-- - --><w:r><w:t>}}y</w:t></w:r></w:p>", "张三",
                 "<w:p a='1'><w:r><w:t>x</w:t></w:r><w:proofErr/><w:r><w:rPr><w:b/></w:rPr><w:t>张三</w:t></w:r><!-- - --><w:r><w:t>y</w:t></w:r></w:p>");
  assert_filled ("<p><r><t>{</t></r><r><t>{姓</t></r><r><t>名}</t></r><r><t>} 同志</t></r></p>", "甲&乙",
                 "<p><r><t></t></r><r><t>甲&amp;乙</t></r><r><t></t></r><r><t xml:space=\"preserve\"> 同志</t></r></p>");
  assert_filled ("<p><r><t>&#123;{<![CDATA[姓名}}]]></t></r><r><t>&gt;</t></r></p>", "一\n二",
                 "<p><r><t xml:space=\"preserve\">一</t><br/><t xml:space=\"preserve\">二</t></r><r><t>&gt;</t></r></p>");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/forms/formulas", test_formulas);
  g_test_add_func ("/forms/formulas-of-copies", test_formulas_of_copies);
  g_test_add_func ("/forms/offsets", test_offsets);
  g_test_add_func ("/forms/ranges", test_ranges);
  g_test_add_func ("/forms/prepared-rows", test_prepared_rows);
  g_test_add_func ("/forms/marks", test_marks);
  g_test_add_func ("/forms/dates", test_dates);
  g_test_add_func ("/forms/people-of-a-row", test_people_of_a_row);
  g_test_add_func ("/forms/runs", test_runs);
  return g_test_run ();
}
