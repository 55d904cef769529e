/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/zb-name.h"
#include "exchange/word/zb-document-word.h"

#include <string.h>

#include "exchange/word/zb-word-text.h"

/* Ballots that are cut apart, and seats as the hall sees them. */

static const char seat_borders[] =
  "<w:tcBorders><w:top w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"000000\"/><w:left w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"000000\"/>"
  "<w:bottom w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"000000\"/><w:right w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"000000\"/></w:tcBorders>"
  "<w:vAlign w:val=\"center\"/>";

static guint
most_cells (const ZbBlock *block)
{
  guint most = 1;

  for (guint i = 0; i < block->rows->len; i++)
    most = MAX (most, ((ZbFormRow *) g_ptr_array_index (block->rows, i))->cells->len);
  return most;
}

/* The table to mark: its columns are those of its headings. */
static void
add_marks (ZbDocumentWord *word, const ZbBlock *block, double size, double width)
{
  const ZbFormRow *head = g_ptr_array_index (block->rows, 0);
  guint n = head->cells->len;
  g_autofree double *widths = g_new0 (double, MAX (n, 1));
  g_autofree char *bold = zb_document_word_letters ("黑体", FALSE, size);
  g_autofree char *plain = zb_document_word_letters ("宋体", FALSE, size);
  double all = 0;

  for (guint i = 0; i < n; i++)
    all += ((ZbFormCell *) g_ptr_array_index (head->cells, i))->weight;
  for (guint i = 0; i < n; i++)
    widths[i] = width * ((ZbFormCell *) g_ptr_array_index (head->cells, i))->weight / all;
  zb_word_begin_table (word->body, widths, n, 0, NULL, 2, 0);
  for (guint r = 0; r < block->rows->len; r++)
    {
      const ZbFormRow *row = g_ptr_array_index (block->rows, r);

      zb_word_begin_row (word->body, size * ZB_BALLOT_ROW - 0.5, FALSE, FALSE);
      for (guint i = 0; i < n; i++)
        {
          const ZbFormCell *cell = i < row->cells->len ? g_ptr_array_index (row->cells, i) : NULL;
          g_autofree char *name = cell != NULL && r > 0 && i == 1 ? zb_name_for_print (cell->text) : NULL;

          zb_word_begin_cell (word->body, widths[i], 1, "<w:vAlign w:val=\"center\"/>");
          zb_document_word_add_line (word, 0, size * 1.2, "", "center", r == 0 ? bold : plain, name != NULL ? name : cell != NULL ? cell->text : "");
          zb_word_end_cell (word->body);
        }
      zb_word_end_row (word->body);
    }
  zb_word_end_table (word->body);
}

static void
add_ballot (ZbDocumentWord *word, const ZbBlock *block, guint part, double width, double height)
{
  guint per_page;
  double size = zb_layout_ballot_size (&word->layout, block, &per_page), pitch = size * ZB_BALLOT_LEADING, small = size * ZB_BALLOT_SMALL, left;
  g_auto(GStrv) head = g_strsplit (block->text, "\n", -1);
  g_auto(GStrv) words = g_strsplit (block->more, "\n", -1);
  g_auto(GStrv) last = g_strsplit (block->last, "\n", -1);
  g_autofree char *title = zb_document_word_letters ("方正小标宋简体", FALSE, size * ZB_BALLOT_TITLE);
  g_autofree char *note = zb_document_word_letters (NULL, FALSE, size);
  g_autofree char *how = zb_document_word_letters ("宋体", FALSE, small);
  g_autofree char *seal = zb_document_word_letters ("仿宋_GB2312", FALSE, size);

  left = height - block->rows->len * size * ZB_BALLOT_ROW - small * ZB_BALLOT_LEADING - pitch * g_strv_length (last);
  for (guint i = 0; head[i] != NULL; i++)
    {
      double own = i == 0 ? pitch * ZB_BALLOT_TITLE : pitch;

      left -= own * zb_document_word_lines (word, i == 0 ? ZB_FACE_TITLE : ZB_FACE_SUBHEADING, head[i], i == 0 ? size * ZB_BALLOT_TITLE : size, width);
      zb_document_word_add_line (word, 0, own, "", "center", i == 0 ? title : note, head[i]);
    }
  if (block->rows->len > 0)
    add_marks (word, block, size, width);
  for (guint i = 0; words[i] != NULL; i++)
    {
      left -= small * ZB_BALLOT_LEADING * zb_document_word_lines (word, ZB_FACE_CELL, words[i], small, width);
      zb_document_word_add_line (word, i == 0 ? small * ZB_BALLOT_LEADING / 2 : 0, small * ZB_BALLOT_LEADING, "", "left", how, words[i]);
    }
  for (guint i = 0; last[i] != NULL; i++)
    zb_document_word_add_line (word, i == 0 ? MAX (left * ZB_WORD_FREE, 0) : 0, pitch, "", "right", seal, last[i]);
}

guint
zb_document_word_add_ballots (ZbDocumentWord *word, guint from)
{
  const ZbPaper *paper = &word->layout.paper->paper;
  ZbWordCut cut = { .edge = ZB_BALLOT_EDGE, .n_parts = 1, .borders = { "" }, .add = add_ballot };
  guint per_page;

  (void) zb_layout_ballot_size (&word->layout, g_ptr_array_index (word->document->blocks, from), &per_page);
  cut.columns = per_page >= 4 ? 2 : 1;
  cut.rows = per_page >= 2 ? 2 : 1;
  cut.height = paper->height / cut.rows - 2 * cut.edge - ZB_WORD_LOWER;
  cut.parts[0] = paper->width / cut.columns - 2 * cut.edge;
  return zb_document_word_add_cut (word, &cut, from);
}

/* Cells that stay white on either side of a row with fewer seats, in halves of one. */
static void
add_white (ZbDocumentWord *word, guint halves, double half)
{
  if (halves == 0)
    return;
  zb_word_begin_cell (word->body, halves * half, halves, NULL);
  zb_word_add_paragraph (word->body, "Gap", NULL, NULL, "");
  zb_word_end_cell (word->body);
}

static void
add_seat_row (ZbDocumentWord *word, const ZbFormRow *row, guint most, double half)
{
  guint white = most - row->cells->len;
  g_autofree char *large = zb_document_word_letters ("黑体", FALSE, ZB_SEAT_SIZE);
  g_autofree char *small = zb_document_word_letters ("宋体", FALSE, ZB_SEAT_NUMBER);

  zb_word_begin_row (word->body, ZB_SEAT_HEIGHT, FALSE, FALSE);
  add_white (word, white, half);
  for (guint i = 0; i < row->cells->len; i++)
    {
      const ZbFormCell *cell = g_ptr_array_index (row->cells, i);
      g_autofree char *name = zb_name_for_print (cell->text);

      zb_word_begin_cell (word->body, 2 * half, 2, seat_borders);
      zb_document_word_add_line (word, 0, ZB_SEAT_SIZE * 1.2, "", "center", large, name);
      zb_document_word_add_line (word, 0, ZB_SEAT_NUMBER * 1.4, "", "center", small, cell->label != NULL ? cell->label : "");
      zb_word_end_cell (word->body);
    }
  add_white (word, white, half);
  zb_word_end_row (word->body);
  zb_word_begin_row (word->body, ZB_SEAT_ROW - ZB_SEAT_HEIGHT, FALSE, FALSE);
  add_white (word, 2 * most, half);
  zb_word_end_row (word->body);
}

static void
add_stage (ZbDocumentWord *word, const ZbBlock *block, double room)
{
  double width = room / 2;
  g_autofree char *large = zb_document_word_letters ("黑体", FALSE, word->layout.size);

  zb_document_word_before_table (word);
  zb_word_begin_table (word->body, &width, 1, room / 4, NULL, 2, 0);
  zb_word_begin_row (word->body, ZB_STAGE_HEIGHT, FALSE, FALSE);
  zb_word_begin_cell (word->body, width, 1, "<w:vAlign w:val=\"center\"/>");
  zb_document_word_add_line (word, 0, word->layout.size * 1.2, "", "center", large, block->text);
  zb_word_end_cell (word->body);
  zb_word_end_row (word->body);
  zb_word_end_table (word->body);
  word->is_behind_table = TRUE;
}

/* The last row stands at the top, the stage below. */
void
zb_document_word_add_seats (ZbDocumentWord *word, const ZbBlock *block)
{
  double room = word->layout.right - word->layout.left, half;
  guint most = most_cells (block);
  g_autofree double *widths = g_new (double, 2 * most);

  half = MIN (ZB_SEAT_MOST_WIDTH, room / most) / 2;
  for (guint i = 0; i < 2 * most; i++)
    widths[i] = half;
  zb_document_word_before_table (word);
  zb_word_begin_table (word->body, widths, 2 * most, (room - 2 * most * half) / 2, ZB_WORD_NO_BORDERS, 1, 0);
  for (guint i = block->rows->len; i > 0; i--)
    add_seat_row (word, g_ptr_array_index (block->rows, i - 1), most, half);
  zb_word_end_table (word->body);
  word->is_behind_table = TRUE;
  add_stage (word, block, room);
  if (block->more != NULL && *block->more != '\0')
    zb_document_word_add (word, "Subtitle", FALSE, NULL, NULL, block->more);
}
