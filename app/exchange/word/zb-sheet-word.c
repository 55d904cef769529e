/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "exchange/paper/zb-sheet-paper-private.h"
#include "exchange/word/zb-word-file.h"
#include "exchange/word/zb-word-text.h"

/* A list as a Word file: the columns stand as they do on paper, what is between them is Word's own. */

/* Programs without 宋体 take a typeface of their own, with digits up to an eighth wider: a telephone number stays on one line. */
#define DIGITS_PLAY 1.125

typedef struct {
  ZbSheet *sheet;       /* (unowned) */
  ZbSheetPaper *paper;  /* (unowned): decides the widths */
  ZbWordFile *file;     /* (unowned) */
  GString *body;        /* (unowned): the file's */
  char **above;         /* (owned) (nullable): texts of the row before, of the columns that are joined */
} ZbSheetWord;

static const char *
style_of (const ZbSheetColumn *column, const char *cell)
{
  /* A dash stands in the middle whatever the column does. */
  if (*cell == '\0' || column->align == ZB_ROSTER_CENTER)
    return "TableText";
  return column->align == ZB_ROSTER_LEFT ? "TableTextLeft" : "TableTextRight";
}

static void
set_up_page (const ZbSheetPaper *paper, ZbWordPage *page)
{
  *page = (ZbWordPage) {
    .width = paper->paper.width, .height = paper->paper.height, .left = paper->left, .right = paper->paper.width - paper->right,
    .top = ZB_PAPER_TOP, .bottom = ZB_PAPER_BOTTOM, .foot = ZB_PAPER_BOTTOM / 2 - 6, .body_size = paper->note_size,
    .body_pitch = 1.4 * paper->note_size, .cell_size = paper->size, .title_size = paper->title_size, .line_size = paper->note_size, .note_size = paper->note_size,
    .numbers = ZB_WORD_NUMBERS_OF, .number_size = 9,
  };
}

/* 填报单位 on the left, 截至日期 on the right of one line, or each in a line of its own. */
static void
add_notes (ZbSheetWord *word)
{
  const char *left = zb_sheet_note_left (word->sheet), *right = zb_sheet_note_right (word->sheet);
  double room = word->paper->right - word->paper->left;
  g_autofree char *both = g_strdup_printf ("%s\t%s", left, right);
  g_autofree char *tab = g_strdup_printf ("<w:keepNext/><w:tabs><w:tab w:val=\"right\" w:pos=\"%d\"/></w:tabs>", zb_word_twips (room));

  if (*left == '\0' && *right == '\0')
    return;
  if ((zb_sheet_width_of (left) + zb_sheet_width_of (right) + 1) * word->paper->note_size <= room)
    {
      zb_word_add_paragraph (word->body, "TableNote", tab, NULL, both);
      return;
    }
  if (*left != '\0')
    zb_word_add_paragraph (word->body, "TableNote", "<w:keepNext/>", NULL, left);
  if (*right != '\0')
    zb_word_add_paragraph (word->body, "TableNote", "<w:keepNext/><w:jc w:val=\"right\"/>", NULL, right);
}

static void
add_head (ZbSheetWord *word)
{
  if (*zb_sheet_title (word->sheet) != '\0')
    zb_word_add_paragraph (word->body, "Title", NULL, NULL, zb_sheet_title (word->sheet));
  if (*zb_sheet_order_line (word->sheet) != '\0')
    zb_word_add_paragraph (word->body, "TableNote", "<w:keepNext/><w:jc w:val=\"center\"/>", NULL, zb_sheet_order_line (word->sheet));
  add_notes (word);
}

static void
add_header (ZbSheetWord *word)
{
  ZbSheetPaper *paper = word->paper;

  zb_word_begin_row (word->body, paper->header_height, FALSE, TRUE);
  for (guint i = 0; i < paper->n_columns; i++)
    {
      zb_word_begin_cell (word->body, paper->columns[i].width, 1, NULL);
      zb_word_add_paragraph (word->body, "TableHeading", "<w:keepNext/>", NULL, zb_sheet_column (word->sheet, i)->heading);
      zb_word_end_cell (word->body);
    }
  zb_word_end_row (word->body);
}

static void
begin_table (ZbSheetWord *word)
{
  g_autofree double *widths = g_new (double, MAX (word->paper->n_columns, 1));

  for (guint i = 0; i < word->paper->n_columns; i++)
    widths[i] = word->paper->columns[i].width;
  zb_word_begin_table (word->body, widths, word->paper->n_columns, 0, NULL, zb_sheet_paper_cell_pad (word->paper), 0);
}

/* Whether the cell has the text of the one above it; remembers it for the next row. */
static gboolean
is_repeated (ZbSheetWord *word, guint i, const char *text)
{
  gboolean same = *text != '\0' && g_strcmp0 (word->above[i], text) == 0;

  if (!same)
    {
      g_free (word->above[i]);
      word->above[i] = g_strdup (text);
    }
  return same;
}

/* @apart: whether a joined cell before this one began anew: as on our own paper, the third term of one branch is not that of
 * the next. */
static void
add_cell (ZbSheetWord *word, guint i, const char *text, gboolean is_last, gboolean *apart)
{
  const ZbSheetColumn *column = zb_sheet_column (word->sheet, i);
  gboolean on = column->joined && is_repeated (word, i, text) && !*apart;

  *apart = *apart || (column->joined && !on);
  zb_word_begin_cell (word->body, word->paper->columns[i].width, 1,
                      !column->joined || *text == '\0' ? NULL : on ? "<w:vMerge/>" : "<w:vMerge w:val=\"restart\"/>");
  /* The last row stays with the totals below it. */
  zb_word_add_paragraph (word->body, style_of (column, text), is_last ? "<w:keepNext/>" : NULL, NULL,
                         on ? "" : zb_sheet_paper_text (word->paper, i, text));
  zb_word_end_cell (word->body);
}

static gboolean
add_rows (ZbSheetWord *word, const ZbWriteProgress *progress, GError **error)
{
  ZbSheetPaper *paper = word->paper;
  guint n = zb_sheet_n_rows (word->sheet);

  for (guint row = 0; row < n; row++)
    {
      gboolean apart = FALSE;

      if (!zb_sheet_row (word->sheet, row, paper->cells, error))
        return FALSE;
      zb_word_begin_row (word->body, paper->row_height, FALSE, FALSE);
      for (guint i = 0; i < paper->n_columns; i++)
        add_cell (word, i, paper->cells[i], row + 1 == n, &apart);
      zb_word_end_row (word->body);
      if (!zb_word_file_flush (word->file, error) || !zb_write_progress_step (progress, row + 1, n, error))
        return FALSE;
    }
  return TRUE;
}

static void
add_tail (ZbSheetWord *word)
{
  ZbSheetPaper *paper = word->paper;
  gboolean has_footer = *zb_sheet_footer (word->sheet) != '\0';

  if (*zb_sheet_total (word->sheet) != '\0')
    {
      zb_word_begin_row (word->body, paper->total_height, FALSE, FALSE);
      zb_word_begin_cell (word->body, paper->right - paper->left, paper->n_columns, NULL);
      zb_word_add_paragraph (word->body, "TableNote", has_footer ? "<w:keepNext/>" : NULL, NULL, zb_sheet_total (word->sheet));
      zb_word_end_cell (word->body);
      zb_word_end_row (word->body);
    }
  zb_word_end_table (word->body);
  if (*zb_sheet_legend (word->sheet) != '\0')
    zb_word_add_paragraph (word->body, "TableNote", has_footer ? "<w:keepNext/>" : NULL, NULL, zb_sheet_legend (word->sheet));
  /* A table cannot be the last of a text. */
  if (has_footer)
    zb_word_add_paragraph (word->body, "TableNote", "<w:spacing w:before=\"160\"/>", NULL, zb_sheet_footer (word->sheet));
  else
    zb_word_add_paragraph (word->body, "Gap", NULL, NULL, "");
}

gboolean
zb_sheet_write_word (ZbSheet *sheet, int fd, const ZbWriteProgress *progress, GError **error)
{
  g_autoptr(ZbPaper) paper = zb_sheet_paper_new_unpaged (sheet, DIGITS_PLAY, error);
  ZbSheetWord word = { .sheet = sheet, .paper = (ZbSheetPaper *) paper };
  g_autoptr(ZbWordFile) file = NULL;
  g_auto(GStrv) above = NULL;
  ZbWordPage page;

  if (paper == NULL)
    return FALSE;
  set_up_page (word.paper, &page);
  page.foot_note = zb_sheet_export_note (sheet);
  if (!(file = zb_word_file_new (fd, zb_sheet_title (sheet), sheet->author, &page, error)))
    return FALSE;
  above = g_new0 (char *, word.paper->n_columns + 1);
  for (guint i = 0; i < word.paper->n_columns; i++)
    above[i] = g_strdup ("");
  word.above = above;
  word.file = file;
  word.body = zb_word_file_body (file);
  add_head (&word);
  begin_table (&word);
  add_header (&word);
  if (!add_rows (&word, progress, error))
    return FALSE;
  add_tail (&word);
  return zb_word_file_finish (file, error);
}
