/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "paper-fixture.h"

#include <string.h>

#include "exchange/paper/zb-sheet-paper-private.h"

static const char *const columns[] = { "row", "name", "birth_date", "joined_on", "post", "work_unit", "note", NULL };

static ZbRosterRequest *
request_for_members (void)
{
  return zb_roster_request_new (zb_roster_get ("members"), ZB_TEST_DAY);
}

/* @n rows of plain people; @note in the last column of every one. */
static ZbSheet *
sheet_of (const ZbRosterRequest *request, guint n, const char *note)
{
  g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func (g_free);
  ZbSheet *sheet;

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (rows, g_strdup_printf ("%u\t张三\t1985.07.12\t2010.07.01\t\t综合办公室\t%s", i + 1, note));
  sheet = zb_test_sheet (request, columns, (const char *const *) rows->pdata, n);
  g_free (sheet->title);
  sheet->title = g_strdup ("第一党支部党员花名册");
  g_free (sheet->total);
  sheet->total = g_strdup_printf ("共 %u 人。", n);
  return sheet;
}

static ZbPaper *
paper_of (ZbSheet *sheet)
{
  g_autoptr(GError) error = NULL;
  ZbPaper *paper = zb_paper_new (sheet, &error);

  g_assert_no_error (error);
  return paper;
}

static ZbSheetPaper *
laid_out (ZbPaper *paper)
{
  return (ZbSheetPaper *) paper;
}

static guint
rows_on (ZbPaper *paper, guint page)
{
  guint n = laid_out (paper)->starts->len;
  guint from = g_array_index (laid_out (paper)->starts, guint, page);

  return (page + 1 < n ? g_array_index (laid_out (paper)->starts, guint, page + 1) : zb_sheet_n_rows (laid_out (paper)->sheet)) - from;
}

/* Whatever the number of rows, every page but the only one of an empty list holds some, and everything fits. */
static void
test_pages (void)
{
  g_autoptr(ZbRosterRequest) request = request_for_members ();

  for (guint n = 0; n < 90; n++)
    {
      g_autoptr(ZbSheet) sheet = sheet_of (request, n, n % 3 == 0 ? "备注里写了很长的一句话，要分成几行才放得下" : "");
      g_autoptr(ZbPaper) paper = paper_of (sheet);
      guint pages = zb_paper_n_pages (paper), all = 0;

      g_assert_cmpuint (pages, >=, 1);
      for (guint page = 0; page < pages; page++)
        {
          double y = ZB_PAPER_TOP + laid_out (paper)->header_height + (page == 0 ? laid_out (paper)->head_height : 0);

          g_assert_true (n == 0 || rows_on (paper, page) > 0);
          for (guint i = 0; i < rows_on (paper, page); i++)
            y += zb_sheet_paper_height_of (laid_out (paper), all++);
          if (page + 1 == pages)
            y += laid_out (paper)->tail_height;
          g_assert_cmpfloat (y, <=, paper->height - ZB_PAPER_BOTTOM + 0.01);
        }
      g_assert_cmpuint (all, ==, n);
    }
}

static void
test_sizes (void)
{
  static const struct { gboolean a3; int portrait; double width, height; } cases[] = {
    { FALSE, -1, 297, 210 }, { FALSE, 1, 210, 297 }, { TRUE, 0, 420, 297 }, { TRUE, 1, 297, 420 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(ZbRosterRequest) request = request_for_members ();
      g_autoptr(ZbSheet) sheet = NULL;
      g_autoptr(ZbPaper) paper = NULL;
      double width, height;

      request->paper_a3 = cases[i].a3;
      request->portrait = cases[i].portrait;
      sheet = sheet_of (request, 3, "");
      paper = paper_of (sheet);
      zb_paper_size (paper, &width, &height);
      g_assert_cmpfloat_with_epsilon (width, cases[i].width / 25.4 * 72, 0.1);
      g_assert_cmpfloat_with_epsilon (height, cases[i].height / 25.4 * 72, 0.1);
    }
}

static void
test_columns_fill_the_page (void)
{
  static const double sizes[] = { 0, 6, 18, 30 };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr(ZbRosterRequest) request = request_for_members ();
      g_autoptr(ZbSheet) sheet = NULL;
      g_autoptr(ZbPaper) paper = NULL;
      const ZbPaperColumn *last;

      request->font_size = sizes[i];
      sheet = sheet_of (request, 40, "");
      paper = paper_of (sheet);
      last = &laid_out (paper)->columns[laid_out (paper)->n_columns - 1];
      g_assert_cmpfloat_with_epsilon (laid_out (paper)->columns[0].x, 34, 0.01);
      g_assert_cmpfloat_with_epsilon (last->x + last->width, paper->width - 34, 0.5);
    }
}

static void
test_large_letters (void)
{
  g_autoptr(ZbRosterRequest) usual = request_for_members ();
  g_autoptr(ZbRosterRequest) large = request_for_members ();
  g_autoptr(ZbSheet) one = sheet_of (usual, 40, "");
  g_autoptr(ZbPaper) small_paper = paper_of (one);
  g_autoptr(ZbSheet) two = NULL;
  g_autoptr(ZbPaper) large_paper = NULL;

  large->font_size = 18;
  two = sheet_of (large, 40, "");
  large_paper = paper_of (two);
  g_assert_cmpfloat (laid_out (large_paper)->size, ==, 18);
  g_assert_cmpfloat (zb_sheet_paper_height_of (laid_out (large_paper), 0), >=, 1.9 * zb_sheet_paper_height_of (laid_out (small_paper), 0));
  g_assert_cmpuint (zb_paper_n_pages (large_paper), >, zb_paper_n_pages (small_paper));
}

static void
test_long_lists_have_even_rows (void)
{
  g_autoptr(ZbRosterRequest) request = request_for_members ();
  g_autoptr(ZbSheet) sheet = sheet_of (request, 10001, "");
  g_autoptr(ZbPaper) paper = paper_of (sheet);

  g_assert_null (laid_out (paper)->heights);
  g_assert_cmpuint (zb_paper_n_pages (paper), >, 300);
  g_assert_cmpuint (rows_on (paper, 1), ==, rows_on (paper, 2));
}

static void
test_what_paper_says (void)
{
  g_autoptr(ZbRosterRequest) request = request_for_members ();
  g_autoptr(ZbSheet) sheet = NULL;
  g_autoptr(ZbPaper) paper = NULL;

  request->spread_names = TRUE;
  sheet = sheet_of (request, 1, "");
  g_array_index (sheet->columns, ZbSheetColumn, 2).to_month = TRUE;
  paper = paper_of (sheet);
  g_assert_cmpstr (zb_sheet_paper_text (laid_out (paper), 1, "张三"), ==, "张　三");
  g_assert_cmpstr (zb_sheet_paper_text (laid_out (paper), 1, "欧阳小明"), ==, "欧阳小明");
  g_assert_cmpstr (zb_sheet_paper_text (laid_out (paper), 2, "1985.07.12"), ==, "1985.07");
  g_assert_cmpstr (zb_sheet_paper_text (laid_out (paper), 2, "1985"), ==, "1985");
  g_assert_cmpstr (zb_sheet_paper_text (laid_out (paper), 3, "2010.07.01"), ==, "2010.07.01");
  g_assert_cmpstr (zb_sheet_paper_text (laid_out (paper), 3, ""), ==, "—");
  g_assert_cmpstr (zb_sheet_paper_text (laid_out (paper), 6, ""), ==, "");
}

/* Lines of a text, with | between. */
static char *
broken (ZbPaperFont *font, const char *text, double width)
{
  ZbPaperLine lines[16];
  guint n = zb_paper_font_break (font, text, width, lines, G_N_ELEMENTS (lines));
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < MIN (n, G_N_ELEMENTS (lines)); i++)
    g_string_append_printf (out, "%s%.*s", i > 0 ? "|" : "", (int) lines[i].length, lines[i].text);
  return g_string_free (out, FALSE);
}

static void
test_breaks (void)
{
  g_autoptr(ZbPaperFont) font = zb_paper_font_new ("Noto Serif CJK SC", FALSE);
  static const struct { const char *text; double width; const char *lines; } cases[] = {
    { "综合办公室", 5, "综合办公室" }, { "综合办公室", 3, "综合办|公室" }, { "", 3, "" },
    /* A mark that closes stays with what it closes; one that opens with what it opens. */
    { "办公室（兼）好", 4, "办公室|（兼）好" }, { "一二三，四五", 3, "一二|三，四|五" },
    /* Numbers and words stay whole where they can. */
    { "于2010.07.01入党", 5.5, "于|2010.07.01|入党" }, { "990101198507120015", 5, "990101198|507120015" },
    { "甲\n乙", 9, "甲|乙" }, { "买买提·吐尔逊", 4, "买买提·|吐尔逊" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *lines = broken (font, cases[i].text, cases[i].width);

      g_assert_cmpstr (lines, ==, cases[i].lines);
    }
  g_assert_cmpfloat_with_epsilon (zb_paper_font_width (font, "党员", strlen ("党员")), 2, 0.001);
}

static void
test_drawing (void)
{
  static const char *const rows[] = {
    "1\t𠮷田䶮\t1985.07\t\t书记\t很长很长很长很长很长很长很长很长很长很长的单位\t第一行\n第二行", "2\t买买提·吐尔逊\t\t\t\tབོད་ཡིག\t葛\U000E0100",
    "3\t\U000323AF\t\t\t\t\t"
  };
  g_autoptr(ZbRosterRequest) request = request_for_members ();
  g_autoptr(ZbSheet) sheet = zb_test_sheet (request, columns, rows, G_N_ELEMENTS (rows));
  g_autoptr(ZbPaper) paper = paper_of (sheet);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_A8, 842, 595);
  cairo_t *cr = cairo_create (surface);
  g_autoptr(GError) error = NULL;
  const guint8 *pixels;
  guint inked = 0;

  zb_paper_draw (paper, cr, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_surface_flush (surface);
  pixels = cairo_image_surface_get_data (surface);
  for (int i = 0; i < cairo_image_surface_get_stride (surface) * 595; i++)
    inked += pixels[i] > 0;
  g_assert_cmpuint (inked, >, 5000);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/paper/pages", test_pages);
  g_test_add_func ("/paper/sizes", test_sizes);
  g_test_add_func ("/paper/columns", test_columns_fill_the_page);
  g_test_add_func ("/paper/large", test_large_letters);
  g_test_add_func ("/paper/long-lists", test_long_lists_have_even_rows);
  g_test_add_func ("/paper/says", test_what_paper_says);
  g_test_add_func ("/paper/breaks", test_breaks);
  g_test_add_func ("/paper/drawing", test_drawing);
  return g_test_run ();
}
