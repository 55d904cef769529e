/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/word/zb-document-word.h"

#include <stdlib.h>
#include <string.h>

#include "exchange/word/zb-word-text.h"

/* A box that is lower than what stands in it grows; one that is to fill the page must not be higher than what is left. */
#define SLACK 4.0

/* One cell of the table: a label or contents. */
typedef struct {
  const ZbFormCell *cell;
  gboolean is_label;
  int from; /* twips */
  int to;
} Box;

/* The same places as on paper, see zb-document-form.c. */
static GArray *
place_boxes (const ZbLayout *layout, const ZbFormRow *row)
{
  GArray *boxes = g_array_new (FALSE, FALSE, sizeof (Box));
  double all = 0, x = 0, room = layout->right - layout->left;

  for (guint i = 0; i < row->cells->len; i++)
    {
      const ZbFormCell *cell = g_ptr_array_index (row->cells, i);

      all += cell->weight;
      room -= cell->label != NULL ? ZB_FORM_LABEL : 0;
    }
  for (guint i = 0; i < row->cells->len; i++)
    {
      const ZbFormCell *cell = g_ptr_array_index (row->cells, i);
      double width = room * cell->weight / all;

      if (cell->label != NULL)
        {
          Box label = { cell, TRUE, zb_word_twips (x), zb_word_twips (x + ZB_FORM_LABEL) };

          g_array_append_val (boxes, label);
          x += ZB_FORM_LABEL;
        }
      g_array_append_val (boxes, ((Box) { cell, FALSE, zb_word_twips (x), zb_word_twips (x + width) }));
      x += width;
    }
  return boxes;
}

static int
compare_edges (gconstpointer a, gconstpointer b)
{
  return *(const int *) a - *(const int *) b;
}

/* Every edge of every row: Word wants one grid for the whole table. Returns: (transfer full) (element-type int) */
static GArray *
find_edges (const ZbLayout *layout, const ZbBlock *block)
{
  g_autoptr(GArray) all = g_array_new (FALSE, FALSE, sizeof (int));
  GArray *edges = g_array_new (FALSE, FALSE, sizeof (int));

  for (guint i = 0; i < block->rows->len; i++)
    {
      g_autoptr(GArray) boxes = place_boxes (layout, g_ptr_array_index (block->rows, i));

      for (guint j = 0; j < boxes->len; j++)
        {
          g_array_append_val (all, g_array_index (boxes, Box, j).from);
          g_array_append_val (all, g_array_index (boxes, Box, j).to);
        }
    }
  g_array_sort (all, compare_edges);
  for (guint i = 0; i < all->len; i++)
    if (edges->len == 0 || g_array_index (all, int, i) > g_array_index (edges, int, edges->len - 1))
      g_array_append_val (edges, g_array_index (all, int, i));
  return edges;
}

static guint
span_of (const GArray *edges, const Box *box)
{
  guint n = 0;

  for (guint i = 0; i < edges->len; i++)
    n += g_array_index (edges, int, i) > box->from && g_array_index (edges, int, i) <= box->to;
  return n;
}

static const char *
style_of (ZbLayout *layout, const ZbFormRow *row, const Box *box, gboolean is_heading)
{
  double room = (box->to - box->from) / 20.0 - 2 * ZB_FORM_PAD;
  const char *text = box->cell->text;
  double natural = zb_paper_font_width (zb_document_paper_font (layout->paper, ZB_FACE_CELL), text, strlen (text)) * layout->size;

  if (box->is_label || is_heading)
    return "TableLabel";
  if (natural <= room && strchr (text, '\n') == NULL && row->cells->len > 1 && !zb_form_is_column_of_words (row, box->cell))
    return "TableText";
  return "TableTextLeft";
}

/* A paragraph for each line, as somebody would type them. */
static void
add_prose (ZbDocumentWord *word, const char *text)
{
  g_auto(GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *line = lines[i];

      while (g_str_has_prefix (line, "　") || *line == ' ')
        line = g_utf8_next_char (line);
      zb_word_add_paragraph (word->body, "TableProse", NULL, NULL, line);
    }
  if (lines[0] == NULL)
    zb_word_add_paragraph (word->body, "TableProse", NULL, NULL, "");
}

static void
add_box (ZbDocumentWord *word, const ZbFormRow *row, const Box *box, const GArray *edges, gboolean is_heading)
{
  gboolean is_prose = row->kind == ZB_ROW_PROSE && !box->is_label;

  zb_word_begin_cell (word->body, (box->to - box->from) / 20.0, span_of (edges, box), is_prose ? "<w:vAlign w:val=\"top\"/>" : "<w:vAlign w:val=\"center\"/>");
  if (is_prose)
    add_prose (word, box->cell->text);
  else
    zb_word_add_paragraph (word->body, style_of (&word->layout, row, box, is_heading), NULL, NULL, box->is_label ? box->cell->label : box->cell->text);
  zb_word_end_cell (word->body);
}

static void
add_row (ZbDocumentWord *word, const ZbFormRow *row, const GArray *edges, gboolean is_heading)
{
  g_autoptr(GArray) boxes = place_boxes (&word->layout, row);
  const double *height = g_hash_table_lookup (word->heights, row);

  zb_word_begin_row (word->body, height != NULL ? MAX (*height - (row->kind == ZB_ROW_WHOLE ? 0 : SLACK), 0) : row->kind == ZB_ROW_WHOLE ? row->height * ZB_MM : 0,
                     row->kind != ZB_ROW_WHOLE, is_heading);
  for (guint i = 0; i < boxes->len; i++)
    add_box (word, row, &g_array_index (boxes, Box, i), edges, is_heading);
  zb_word_end_row (word->body);
}

void
zb_document_word_add_form (ZbDocumentWord *word, const ZbBlock *block)
{
  g_autoptr(GArray) edges = find_edges (&word->layout, block);
  guint n = edges->len > 0 ? edges->len - 1 : 0;
  g_autofree double *widths = g_new0 (double, MAX (n, 1));

  if (n == 0)
    return;
  for (guint i = 0; i < n; i++)
    widths[i] = (g_array_index (edges, int, i + 1) - g_array_index (edges, int, i)) / 20.0;
  zb_document_word_before_table (word);
  zb_word_begin_table (word->body, widths, n, 0, NULL, ZB_FORM_PAD, 0);
  for (guint i = 0; i < block->rows->len; i++)
    add_row (word, g_ptr_array_index (block->rows, i), edges, i == 0 && block->type == ZB_BLOCK_TABLE);
  zb_word_end_table (word->body);
  word->is_behind_table = TRUE;
}
