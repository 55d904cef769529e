/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/document/zb-document-layout.h"

#include <math.h>
#include <string.h>

/* The box of a label, what stays white in every box, and the lines. */
#define LABEL_WIDTH ZB_FORM_LABEL
#define PAD ZB_FORM_PAD
#define THIN 0.6
/* A row that goes on over pages leaves at least so many lines on each; one shorter than this part of a page is not parted. */
#define LEAST_LINES 3
#define SHORT 0.3
/* Distance of the lines of a label, in sizes of the letters. */
#define LABEL_LEADING 1.25

/* One box on the page: of a label or of contents. */
typedef struct {
  const char *text; /* kept by the paper */
  gboolean is_label;
  ZbTextAlign align;
  double x;
  double width;
  GArray *lines; /* (owned) (element-type ZbPaperLine) */
  guint shown;   /* lines that stand on pages before this */
} Box;

static void
box_clear (gpointer data)
{
  g_clear_pointer (&((Box *) data)->lines, g_array_unref);
}

static ZbPaperFace
face_of (const Box *box)
{
  return box->is_label ? ZB_FACE_HEADING : ZB_FACE_CELL;
}

static void
break_box (ZbLayout *layout, Box *box)
{
  g_clear_pointer (&box->lines, g_array_unref);
  box->lines = zb_layout_break (layout, face_of (box), box->text, layout->size, box->width - 2 * PAD, box->align == ZB_TEXT_CENTER);
}

/* Paragraphs of long contents begin with two blanks, as in every Chinese text. */
static char *
indent (const char *text)
{
  g_auto(GStrv) lines = g_strsplit (text, "\n", -1);
  GString *out = g_string_new (NULL);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *line = lines[i];

      while (g_str_has_prefix (line, "　") || *line == ' ')
        line = g_utf8_next_char (line);
      g_string_append_printf (out, "%s%s%s", i > 0 ? "\n" : "", *line != '\0' ? "　　" : "", line);
    }
  return g_string_free (out, FALSE);
}

static void
add_box (ZbLayout *layout, GArray *boxes, const char *text, gboolean is_label, ZbTextAlign align, double x, double width)
{
  Box box = { .text = zb_document_paper_keep (layout->paper, text), .is_label = is_label, .align = align, .x = x, .width = width };

  break_box (layout, &box);
  g_array_append_val (boxes, box);
}

gboolean
zb_form_is_column_of_words (const ZbFormRow *row, const ZbFormCell *cell)
{
  for (guint i = 0; i < row->cells->len; i++)
    if (((ZbFormCell *) g_ptr_array_index (row->cells, i))->weight > cell->weight)
      return FALSE;
  return cell->label == NULL;
}

static void
add_contents (ZbLayout *layout, GArray *boxes, const ZbFormRow *row, const ZbFormCell *cell, gboolean is_heading, double x, double width)
{
  g_autofree char *text = row->kind == ZB_ROW_PROSE ? indent (cell->text) : g_strdup (cell->text);
  double natural = zb_paper_font_width (zb_document_paper_font (layout->paper, ZB_FACE_CELL), text, strlen (text)) * layout->size;
  gboolean is_short = natural <= width - 2 * PAD && strchr (text, '\n') == NULL;
  gboolean is_single = is_short && row->cells->len > 1 && !zb_form_is_column_of_words (row, cell);
  ZbTextAlign align = is_heading || is_single ? ZB_TEXT_CENTER : row->kind != ZB_ROW_WHOLE ? ZB_TEXT_FULL : ZB_TEXT_LEFT;

  add_box (layout, boxes, text, is_heading, align, x, width);
}

/* The boxes of a row, from left to right. */
static GArray *
place_boxes (ZbLayout *layout, const ZbFormRow *row, gboolean is_heading)
{
  GArray *boxes = g_array_new (FALSE, FALSE, sizeof (Box));
  double all = 0, x = layout->left, room = layout->right - layout->left;

  g_array_set_clear_func (boxes, box_clear);
  for (guint i = 0; i < row->cells->len; i++)
    {
      const ZbFormCell *cell = g_ptr_array_index (row->cells, i);

      all += cell->weight;
      room -= cell->label != NULL ? LABEL_WIDTH : 0;
    }
  for (guint i = 0; i < row->cells->len; i++)
    {
      const ZbFormCell *cell = g_ptr_array_index (row->cells, i);
      double width = room * cell->weight / all;

      if (cell->label != NULL)
        {
          add_box (layout, boxes, cell->label, TRUE, ZB_TEXT_CENTER, x, LABEL_WIDTH);
          x += LABEL_WIDTH;
        }
      add_contents (layout, boxes, row, cell, is_heading, x, width);
      x += width;
    }
  return boxes;
}

static double
line_height (const ZbLayout *layout, const Box *box)
{
  return box->is_label ? LABEL_LEADING * layout->size : layout->pitch;
}

/* What the lines that are not shown yet need. */
static double
needed_height (const ZbLayout *layout, const GArray *boxes)
{
  double most = 0;

  for (guint i = 0; i < boxes->len; i++)
    {
      const Box *box = &g_array_index (boxes, Box, i);

      most = MAX (most, (box->lines->len - box->shown) * line_height (layout, box) + 2 * PAD);
    }
  return most;
}

/* Shows lines of a box until its height is full; in the middle of it when all of them are there. */
static void
show_box (ZbLayout *layout, Box *box, double height, gboolean at_top)
{
  double each = line_height (layout, box);
  guint fit = (guint) MAX (0, floor ((height - 2 * PAD + 0.01) / each));
  guint n = MIN (box->lines->len - box->shown, fit);
  double y = layout->y + (at_top && !box->is_label ? PAD : (height - n * each) / 2);

  for (guint i = 0; i < n; i++)
    {
      const ZbPaperLine *line = &g_array_index (box->lines, ZbPaperLine, box->shown + i);
      const char *end = line->text + line->length;
      ZbTextAlign align = box->align == ZB_TEXT_FULL && (*end == '\n' || *end == '\0') ? ZB_TEXT_LEFT : box->align;

      zb_layout_show (layout, face_of (box), ZB_INK_BLACK, line, layout->size, align, box->x + PAD, box->width - 2 * PAD, y + (i + 0.5) * each);
    }
  box->shown += n;
}

static void
draw_frame (ZbLayout *layout, const GArray *boxes, double height)
{
  double top = layout->y, bottom = layout->y + height;

  zb_document_paper_add_line (layout->paper, layout->page, ZB_INK_BLACK, layout->left, top, layout->right, top, THIN, FALSE);
  zb_document_paper_add_line (layout->paper, layout->page, ZB_INK_BLACK, layout->left, bottom, layout->right, bottom, THIN, FALSE);
  for (guint i = 0; i < boxes->len; i++)
    {
      double x = g_array_index (boxes, Box, i).x;

      zb_document_paper_add_line (layout->paper, layout->page, ZB_INK_BLACK, x, top, x, bottom, THIN, FALSE);
    }
  zb_document_paper_add_line (layout->paper, layout->page, ZB_INK_BLACK, layout->right, top, layout->right, bottom, THIN, FALSE);
}

static void
put_row (ZbLayout *layout, GArray *boxes, double height, gboolean at_top)
{
  for (guint i = 0; i < boxes->len; i++)
    show_box (layout, &g_array_index (boxes, Box, i), height, at_top);
  draw_frame (layout, boxes, height);
  layout->y += height;
}

/* A row that stands on one page, as a program that makes its own pages may want to know. */
static void
note_height (ZbLayout *layout, const ZbFormRow *row, double height)
{
  double *noted;

  if (layout->heights == NULL)
    return;
  noted = g_new (double, 1);
  *noted = height;
  g_hash_table_insert (layout->heights, (gpointer) row, noted);
}

static void
add_heading_row (ZbLayout *layout, const ZbFormRow *heading)
{
  g_autoptr(GArray) boxes = heading != NULL ? place_boxes (layout, heading, TRUE) : NULL;

  if (boxes == NULL)
    return;
  put_row (layout, boxes, MAX (heading->height * ZB_MM, needed_height (layout, boxes)), FALSE);
  layout->begin = layout->y;
}

static void
go_on (ZbLayout *layout, const ZbFormRow *heading)
{
  zb_layout_new_page (layout);
  add_heading_row (layout, heading);
}

/* Labels say on the next page that they were there before. */
static void
mark_labels (ZbLayout *layout, GArray *boxes)
{
  for (guint i = 0; i < boxes->len; i++)
    {
      Box *box = &g_array_index (boxes, Box, i);
      g_autofree char *again = NULL;

      if (!box->is_label || box->shown < box->lines->len)
        continue;
      again = g_str_has_suffix (box->text, "（续）") ? g_strdup (box->text) : g_strconcat (box->text, "\n（续）", NULL);
      box->text = zb_document_paper_keep (layout->paper, again);
      box->shown = 0;
      break_box (layout, box);
    }
}

/* A row that may go on: as much as fits here, the rest on the next pages. */
static void
add_growing_row (ZbLayout *layout, const ZbFormRow *row, GArray *boxes, const ZbFormRow *heading)
{
  double least = row->height * ZB_MM;
  gboolean at_top = row->kind == ZB_ROW_PROSE, is_first = TRUE;

  for (;;)
    {
      double needed = needed_height (layout, boxes), room = zb_layout_room (layout);

      if (MAX (needed, least) <= room + 0.01)
        {
          put_row (layout, boxes, MAX (needed, least), at_top);
          if (is_first)
            note_height (layout, row, MAX (needed, least));
          return;
        }
      /* Room that would be left empty anyway is no reason for another page. */
      if (needed <= room)
        {
          put_row (layout, boxes, room, at_top);
          if (is_first)
            note_height (layout, row, room);
          return;
        }
      if ((room < LEAST_LINES * layout->pitch + 2 * PAD || needed < SHORT * (layout->bottom - layout->top)) && !zb_layout_is_fresh (layout))
        {
          go_on (layout, heading);
          continue;
        }
      /* A whole number of lines; the box ends with the last of them. */
      put_row (layout, boxes, floor ((room - 2 * PAD) / layout->pitch) * layout->pitch + 2 * PAD, TRUE);
      go_on (layout, heading);
      mark_labels (layout, boxes);
      least = 0;
      is_first = FALSE;
    }
}

static void
add_row (ZbLayout *layout, const ZbFormRow *row, const ZbFormRow *heading)
{
  g_autoptr(GArray) boxes = place_boxes (layout, row, FALSE);
  double height = MAX (row->height * ZB_MM, needed_height (layout, boxes));

  if (row->kind != ZB_ROW_WHOLE || height > layout->bottom - layout->top)
    {
      add_growing_row (layout, row, boxes, heading);
      return;
    }
  if (height > zb_layout_room (layout) + 0.01 && !zb_layout_is_fresh (layout))
    go_on (layout, heading);
  put_row (layout, boxes, height, FALSE);
  note_height (layout, row, height);
}

void
zb_layout_form (ZbLayout *layout, const ZbBlock *block)
{
  const ZbFormRow *heading = block->type == ZB_BLOCK_TABLE && block->rows->len > 0 ? g_ptr_array_index (block->rows, 0) : NULL;

  add_heading_row (layout, heading);
  for (guint i = heading != NULL ? 1 : 0; i < block->rows->len; i++)
    add_row (layout, g_ptr_array_index (block->rows, i), heading);
}
