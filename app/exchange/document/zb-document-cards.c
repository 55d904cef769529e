/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/document/zb-document-layout.h"

#include <math.h>
#include <string.h>

#include "exchange/document/zb-jpeg-surface.h"

/* Pictures: two stand on a page with their captions. */
#define MOST_HEIGHT (92 * ZB_MM)
#define CAPTION_SIZE 12.0

/* Large pages: from 二号 up. */
#define BIG_LEAST 22.0
#define BIG_MOST 44.0
#define BIG_SIDE (20 * ZB_MM)

/* Cards: white around the frame, between its two lines, and inside of it. */
#define CARD_OUTSIDE ZB_CARD_OUTSIDE
#define CARD_BETWEEN (1.2 * ZB_MM)
#define CARD_INSIDE (8 * ZB_MM)
#define CARD_EDGE (CARD_OUTSIDE + CARD_BETWEEN + CARD_INSIDE)
#define CARD_LEAST 8.0

/* Pictures */

static void
add_empty_frame (ZbLayout *layout, double x, double width, double height, const char *words)
{
  double right = x + width, bottom = layout->y + height;
  ZbPaperLine line = { words, strlen (words), 0 };

  line.width = zb_paper_font_width (zb_document_paper_font (layout->paper, ZB_FACE_CELL), words, strlen (words));
  zb_document_paper_add_line (layout->paper, layout->page, ZB_INK_BLACK, x, layout->y, right, layout->y, 0.5, TRUE);
  zb_document_paper_add_line (layout->paper, layout->page, ZB_INK_BLACK, x, bottom, right, bottom, 0.5, TRUE);
  zb_document_paper_add_line (layout->paper, layout->page, ZB_INK_BLACK, x, layout->y, x, bottom, 0.5, TRUE);
  zb_document_paper_add_line (layout->paper, layout->page, ZB_INK_BLACK, right, layout->y, right, bottom, 0.5, TRUE);
  zb_layout_show (layout, ZB_FACE_CELL, ZB_INK_BLACK, &line, CAPTION_SIZE, ZB_TEXT_CENTER, x, width, layout->y + height / 2);
}

void
zb_layout_picture (ZbLayout *layout, const ZbBlock *block)
{
  double room = layout->right - layout->left, width = room, height = MOST_HEIGHT;
  gboolean has_caption = *block->more != '\0';
  g_autoptr(GArray) lines = zb_layout_break (layout, ZB_FACE_SUBHEADING, block->more, CAPTION_SIZE, room, TRUE);
  double caption = has_caption ? lines->len * CAPTION_SIZE * 1.5 : 0;
  int w, h;
  gboolean is_there = block->picture != NULL && zb_jpeg_size (block->picture, &w, &h);

  if (is_there)
    {
      double scale = MIN (room / w, MOST_HEIGHT / h);

      width = w * scale;
      height = h * scale;
    }
  if (!zb_layout_is_fresh (layout))
    layout->y += layout->pitch;
  if (height + caption > zb_layout_room (layout) && !zb_layout_is_fresh (layout))
    zb_layout_new_page (layout);
  if (is_there)
    zb_document_paper_add_picture (layout->paper, layout->page, block->picture, layout->left + (room - width) / 2, layout->y, width, height);
  else
    add_empty_frame (layout, layout->left, room, height, block->picture != NULL ? "（照片无法读取）" : "（照片粘贴处）");
  layout->y += height + 4;
  for (guint i = 0; has_caption && i < lines->len; i++, layout->y += CAPTION_SIZE * 1.5)
    zb_layout_show (layout, ZB_FACE_SUBHEADING, ZB_INK_BLACK, &g_array_index (lines, ZbPaperLine, i), CAPTION_SIZE, ZB_TEXT_CENTER, layout->left,
                    room, layout->y + CAPTION_SIZE * 0.75);
}

/* Large pages */

/* The lines of a text, each kept by the paper. */
static GPtrArray *
kept_lines (ZbLayout *layout, const char *text)
{
  g_auto(GStrv) lines = g_strsplit (text, "\n", -1);
  GPtrArray *out = g_ptr_array_new ();

  for (guint i = 0; lines[i] != NULL; i++)
    g_ptr_array_add (out, (gpointer) zb_document_paper_keep (layout->paper, lines[i]));
  return out;
}

/* The first line of a large page is its title. */
static GPtrArray *
break_big (ZbLayout *layout, GPtrArray *texts, double size, guint *out_lines)
{
  double room = layout->right - layout->left;
  GPtrArray *out = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);

  *out_lines = 0;
  for (guint i = 0; i < texts->len; i++)
    {
      GArray *lines = zb_layout_break (layout, i == 0 ? ZB_FACE_TITLE : ZB_FACE_HEADING, g_ptr_array_index (texts, i),
                                       i == 0 ? size * ZB_BIG_TITLE : size, room, i == 0);

      *out_lines += lines->len;
      g_ptr_array_add (out, lines);
    }
  return out;
}

/* The largest size at which the lines stay whole and stand on one page; the least when there is none. */
static double
fit_big (ZbLayout *layout, GPtrArray *texts)
{
  guint n = texts->len, lines;

  for (double size = BIG_MOST; size > BIG_LEAST; size -= 0.5)
    {
      g_autoptr(GPtrArray) broken = break_big (layout, texts, size, &lines);

      if (lines == n && (n + 1) * size * ZB_BIG_LEADING <= zb_layout_room (layout))
        return size;
    }
  return BIG_LEAST;
}

double
zb_layout_big_size (ZbLayout *layout, const ZbBlock *block)
{
  g_autoptr(GPtrArray) texts = kept_lines (layout, block->text);

  layout->left = MAX (layout->left, BIG_SIDE);
  layout->right = MIN (layout->right, layout->paper->paper.width - BIG_SIDE);
  layout->top = layout->begin = layout->y = MAX (layout->top, BIG_SIDE);
  layout->bottom = MIN (layout->bottom, layout->paper->paper.height - BIG_SIDE);
  return fit_big (layout, texts);
}

void
zb_layout_big (ZbLayout *layout, const ZbBlock *block)
{
  g_autoptr(GPtrArray) texts = kept_lines (layout, block->text);
  g_autoptr(GPtrArray) broken = NULL;
  double size = zb_layout_big_size (layout, block), pitch = size * ZB_BIG_LEADING, room = layout->right - layout->left, all;
  guint n;

  broken = break_big (layout, texts, size, &n);
  /* In the middle of the page when it has room to spare. */
  all = (n + 1) * pitch;
  if (all < zb_layout_room (layout))
    layout->y += (zb_layout_room (layout) - all) / 2;
  zb_document_paper_add_outline (layout->paper, 0, g_ptr_array_index (texts, 0), layout->page, 0);
  for (guint i = 0; i < broken->len; i++)
    {
      const GArray *lines = g_ptr_array_index (broken, i);

      for (guint j = 0; j < lines->len; j++)
        {
          if (pitch > zb_layout_room (layout) && !zb_layout_is_fresh (layout))
            zb_layout_new_page (layout);
          zb_layout_show (layout, i == 0 ? ZB_FACE_TITLE : ZB_FACE_HEADING, i == 0 ? ZB_INK_RED : ZB_INK_BLACK,
                          &g_array_index (lines, ZbPaperLine, j), i == 0 ? size * ZB_BIG_TITLE : size, ZB_TEXT_CENTER, layout->left, room,
                          layout->y + pitch / 2);
          layout->y += i == 0 && j + 1 == lines->len ? 2 * pitch : pitch;
        }
    }
}

/* Cards */

typedef struct {
  double x;
  double y;
  double width;
  double height;
} Area;

/* Where a card stands on its page: two one above the other, four in two rows; one takes it all. */
static Area
card_area (const ZbLayout *layout, guint per_page, guint place)
{
  guint columns = per_page >= 4 ? 2 : 1, rows = per_page >= 2 ? 2 : 1;
  double width = layout->paper->paper.width / columns, height = layout->paper->paper.height / rows;

  return (Area) { width * (place % columns), height * (place / columns), width, height };
}

static void
draw_rectangle (ZbLayout *layout, double x, double y, double width, double height, double line)
{
  zb_document_paper_add_line (layout->paper, layout->page, ZB_INK_RED, x, y, x + width, y, line, FALSE);
  zb_document_paper_add_line (layout->paper, layout->page, ZB_INK_RED, x, y + height, x + width, y + height, line, FALSE);
  zb_document_paper_add_line (layout->paper, layout->page, ZB_INK_RED, x, y, x, y + height, line, FALSE);
  zb_document_paper_add_line (layout->paper, layout->page, ZB_INK_RED, x + width, y, x + width, y + height, line, FALSE);
}

/* Where to cut. */
static void
draw_cuts (ZbLayout *layout, guint per_page)
{
  double width = layout->paper->paper.width, height = layout->paper->paper.height;

  if (per_page >= 2)
    zb_document_paper_add_line (layout->paper, layout->page, ZB_INK_BLACK, 0, height / 2, width, height / 2, 0.4, TRUE);
  if (per_page >= 4)
    zb_document_paper_add_line (layout->paper, layout->page, ZB_INK_BLACK, width / 2, 0, width / 2, height, 0.4, TRUE);
}

static void
draw_card_frame (ZbLayout *layout, const Area *area)
{
  double out = CARD_OUTSIDE, in = CARD_OUTSIDE + CARD_BETWEEN;

  draw_rectangle (layout, area->x + out, area->y + out, area->width - 2 * out, area->height - 2 * out, 1.6);
  draw_rectangle (layout, area->x + in, area->y + in, area->width - 2 * in, area->height - 2 * in, 0.5);
}

/* The words of a card, a line of @words each: the first greets, those behind it are paragraphs. */
static GPtrArray *
break_card (ZbLayout *layout, const char *words, double size, double room, guint *out_lines)
{
  g_auto(GStrv) texts = g_strsplit (words, "\n", -1);
  GPtrArray *out = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);

  *out_lines = 0;
  for (guint i = 0; texts[i] != NULL; i++)
    {
      gboolean is_rule = strcmp (texts[i], ZB_RULE) == 0;
      g_autofree char *indented = g_strconcat (i > 0 && *texts[i] != '\0' && !is_rule ? "　　" : "", texts[i], NULL);
      GArray *lines = zb_layout_break (layout, ZB_FACE_SUBHEADING, zb_document_paper_keep (layout->paper, indented), size, room, FALSE);

      *out_lines += lines->len;
      g_ptr_array_add (out, lines);
    }
  return out;
}

static void
put_line (ZbLayout *layout, const ZbPaperLine *line, gboolean is_last, double size, double x, double y, double room)
{
  double middle = y + size * ZB_CARD_LEADING / 2, below = middle + size * 0.6;

  if (strcmp (line->text, ZB_RULE) == 0)
    zb_document_paper_add_line (layout->paper, layout->page, ZB_INK_BLACK, x, below, x + room, below, 0.4, FALSE);
  else
    zb_layout_show (layout, ZB_FACE_SUBHEADING, ZB_INK_BLACK, line, size, is_last ? ZB_TEXT_LEFT : ZB_TEXT_FULL, x, room, middle);
}

/* Puts lines @from and further of the words on a card. Returns: the first that has no room */
static guint
put_words (ZbLayout *layout, const GPtrArray *broken, guint from, double size, double x, double y, double room, double bottom)
{
  guint number = 0;

  for (guint i = 0; i < broken->len; i++)
    {
      const GArray *lines = g_ptr_array_index (broken, i);

      for (guint j = 0; j < lines->len; j++, number++)
        {
          if (number < from)
            continue;
          if (y + size * ZB_CARD_LEADING > bottom + 0.01)
            return number;
          put_line (layout, &g_array_index (lines, ZbPaperLine, j), j + 1 == lines->len, size, x, y, room);
          y += size * ZB_CARD_LEADING;
        }
    }
  return number;
}

/* Who signs, and the day: lines in the corner. Returns: (transfer full) (element-type ZbPaperLine) */
static GArray *
break_last (ZbLayout *layout, const char *last, double size, double room)
{
  return zb_layout_break (layout, ZB_FACE_SUBHEADING, last, size, room, FALSE);
}

static void
put_last (ZbLayout *layout, const GArray *lines, double size, double x, double room, double bottom)
{
  for (guint i = 0; i < lines->len; i++)
    zb_layout_show (layout, ZB_FACE_SUBHEADING, ZB_INK_BLACK, &g_array_index (lines, ZbPaperLine, i), size, ZB_TEXT_RIGHT, x, room,
                    bottom - (lines->len - i - 0.5) * size * ZB_CARD_LEADING);
}

static void
put_title (ZbLayout *layout, const char *title, double size, double x, double y, double room)
{
  double width = zb_paper_font_width (zb_document_paper_font (layout->paper, ZB_FACE_TITLE), title, strlen (title));
  double own = MIN (size, width > 0 ? room / width : size);

  zb_layout_show (layout, ZB_FACE_TITLE, ZB_INK_RED, &(ZbPaperLine) { title, strlen (title), width }, own, ZB_TEXT_CENTER, x, room, y);
}

/* The largest letters with which all the words stand on one card; what needs more than the least goes on on the next. */
static double
fit_card (ZbLayout *layout, const ZbBlock *block, double most, double room, double height)
{
  guint n;

  for (double size = most; size > CARD_LEAST; size -= 0.5)
    {
      g_autoptr(GPtrArray) broken = break_card (layout, block->more, size, room, &n);
      g_autoptr(GArray) last = break_last (layout, block->last, size, room);

      if ((n + last->len + 1) * size * ZB_CARD_LEADING + size * ZB_CARD_TITLE * 2 <= height)
        return size;
    }
  return CARD_LEAST;
}

/* A card is found by whom it greets. */
static void
add_card_outline (ZbLayout *layout, const ZbBlock *block, double y)
{
  g_auto(GStrv) words = g_strsplit (block->more, "\n", 2);
  const char *end = words[0] != NULL && g_str_has_suffix (words[0], "：") ? g_strrstr (words[0], "：") : NULL;
  g_autofree char *whom = end != NULL ? g_strndup (words[0], (gsize) (end - words[0])) : g_strdup (block->text);

  zb_document_paper_add_outline (layout->paper, 0, whom, layout->page, y);
}

double
zb_layout_card_size (ZbLayout *layout, const ZbBlock *block)
{
  guint per_page = (guint) MAX (block->level, 1);
  Area area = card_area (layout, per_page, 0);

  return fit_card (layout, block, per_page >= 4 ? 14 : per_page >= 2 ? 18 : 26, area.width - 2 * CARD_EDGE, area.height - 2 * CARD_EDGE);
}

void
zb_layout_card (ZbLayout *layout, const ZbBlock *block, guint *place)
{
  guint per_page = (guint) MAX (block->level, 1), done = 0, before, all;
  Area area = card_area (layout, per_page, 0);
  double edge = CARD_EDGE, room = area.width - 2 * edge, size = zb_layout_card_size (layout, block);
  g_autoptr(GPtrArray) broken = break_card (layout, block->more, size, room, &all);
  g_autoptr(GArray) last = break_last (layout, block->last, size, room);

  do
    {
      double title = size * ZB_CARD_TITLE * 2, below = last->len * size * ZB_CARD_LEADING;

      before = done;
      if (*place % per_page == 0)
        {
          if (*place > 0)
            zb_layout_new_page (layout);
          draw_cuts (layout, per_page);
        }
      area = card_area (layout, per_page, *place % per_page);
      draw_card_frame (layout, &area);
      if (before == 0)
        add_card_outline (layout, block, area.y);
      put_title (layout, block->text, size * ZB_CARD_TITLE, area.x + edge, area.y + edge + title * 0.4, room);
      done = put_words (layout, broken, done, size, area.x + edge, area.y + edge + title, room, area.y + area.height - edge - below);
      put_last (layout, last, size, area.x + edge, room, area.y + area.height - edge);
      layout->y = layout->bottom;
      (*place)++;
    }
  while (done < all && done > before);
}
