/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/document/zb-document-layout.h"

#include <math.h>
#include <string.h>

/* 党政机关公文格式: the type area is 156 × 225 mm, 37 mm from the top and 28 mm from the left, and holds 22 lines of 28
 * characters: 三号. */
#define TYPE_WIDTH (156 * ZB_MM)
#define TYPE_HEIGHT (225 * ZB_MM)
#define TYPE_TOP (37 * ZB_MM)
#define TYPE_LEFT (28 * ZB_MM)
#define LINES_A_PAGE 22
#define CHARACTERS_A_LINE 28

/* 二号 for titles; 四号 for the number of the page, 7 mm below the type area. */
#define TITLE_SIZE 22.0
#define NUMBER_SIZE 14.0
#define NUMBER_BELOW (7 * ZB_MM)

/* Room to write in by hand may shrink to one line where a page is spared by it: so many lines at most of each. */
#define SPARE_LINES 2

/* Of the width, for who signs. */
#define SIGNATURE_SHARE 0.75

/* Of forms and cards. */
#define FORM_SIDE (22 * ZB_MM)
#define FORM_TOP (22 * ZB_MM)
#define FORM_SIZE 12.0
#define FORM_PITCH 20.0
#define FORM_NUMBER_SIZE 10.5

/* Of posters: letters of an entry, and how much wider A3 is. */
#define POSTER_SIDE (18 * ZB_MM)
#define POSTER_SIZE 19.0
#define POSTER_PITCH 1.4
#define A3_SCALE 1.41421356

/* Of papers in parts: as large as all of them stand on one page. */
#define PARTS_SIDE (24 * ZB_MM)
#define PARTS_TOP (13 * ZB_MM)
#define PARTS_MOST 14.0
#define PARTS_LEAST 8.0
#define PARTS_PITCH 1.55

/* Blanks between characters may grow by this much, in sizes, to fill a line. */
#define MAX_SPREAD 0.5

GArray *
zb_layout_break (ZbLayout *layout, ZbPaperFace face, const char *text, double size, double room, gboolean evenly)
{
  ZbPaperFont *font = zb_document_paper_font (layout->paper, face);
  double width = room / size + 0.01;
  guint n = zb_paper_font_break (font, text, width, NULL, 0);
  GArray *lines = g_array_sized_new (FALSE, FALSE, sizeof (ZbPaperLine), n);

  g_array_set_size (lines, n);
  if (evenly)
    zb_paper_font_break_evenly (font, text, width, (ZbPaperLine *) (gpointer) lines->data, n);
  else
    zb_paper_font_break (font, text, width, (ZbPaperLine *) (gpointer) lines->data, n);
  return lines;
}

/* The blank that lets a line reach the edge. */
static double
spread (const ZbPaperLine *line, double size, double room)
{
  glong n = g_utf8_strlen (line->text, (gssize) line->length);
  double extra = n > 1 ? (room - line->width * size) / (double) (n - 1) : 0;

  return extra > 0 && extra <= MAX_SPREAD * size ? extra : 0;
}

void
zb_layout_show (ZbLayout *layout, ZbPaperFace face, ZbMarkInk ink, const ZbPaperLine *line, double size, ZbTextAlign align, double x,
                double room, double middle)
{
  double width = line->width * size;

  if (line->length == 0)
    return;
  if (align == ZB_TEXT_CENTER)
    x += (room - width) / 2;
  else if (align == ZB_TEXT_RIGHT)
    x += room - width;
  zb_document_paper_add_text (layout->paper, layout->page, face, ink, line->text, line->length, size, x, middle + ZB_PAPER_BASELINE * size,
                              align == ZB_TEXT_FULL ? spread (line, size, room) : 0);
}

static void
show_text (ZbLayout *layout, ZbPaperFace face, const char *text, double size, ZbTextAlign align, double x, double room, double middle)
{
  double width = zb_paper_font_width (zb_document_paper_font (layout->paper, face), text, strlen (text));

  zb_layout_show (layout, face, ZB_INK_BLACK, &(ZbPaperLine) { text, strlen (text), width }, size, align, x, room, middle);
}

void
zb_layout_new_page (ZbLayout *layout)
{
  layout->page = zb_document_paper_add_page (layout->paper);
  layout->y = layout->begin = layout->top;
}

gboolean
zb_layout_is_fresh (const ZbLayout *layout)
{
  return layout->y <= layout->begin;
}

double
zb_layout_room (const ZbLayout *layout)
{
  return layout->bottom - layout->y;
}

static void
need (ZbLayout *layout, double height)
{
  if (height > zb_layout_room (layout) + 0.01 && !zb_layout_is_fresh (layout))
    zb_layout_new_page (layout);
}

static void
add_title (ZbLayout *layout, const char *text)
{
  gboolean is_poster = layout->document->look == ZB_LOOK_POSTER;
  gboolean is_part = layout->document->look == ZB_LOOK_PARTS;
  double size = is_poster ? layout->size * ZB_POSTER_TITLE : is_part ? layout->size * ZB_PARTS_TITLE : TITLE_SIZE, pitch = size * 1.45, room = layout->right - layout->left;
  g_autoptr(GArray) lines = zb_layout_break (layout, ZB_FACE_TITLE, text, size, room, TRUE);

  for (guint i = 0; i < lines->len; i++)
    {
      need (layout, pitch);
      if (i == 0)
        zb_document_paper_add_outline (layout->paper, 0, text, layout->page, layout->y);
      zb_layout_show (layout, ZB_FACE_TITLE, is_poster ? ZB_INK_RED : ZB_INK_BLACK, &g_array_index (lines, ZbPaperLine, i), size, ZB_TEXT_CENTER, layout->left, room,
                      layout->y + pitch / 2);
      layout->y += pitch;
    }
  layout->y += layout->document->look == ZB_LOOK_OFFICIAL ? layout->pitch / 2 : 6;
}

/* A line that stands alone: under the title, or over everything. */
static void
add_line (ZbLayout *layout, ZbPaperFace face, const char *text, ZbTextAlign align)
{
  double size = layout->document->look == ZB_LOOK_POSTER ? layout->size * ZB_POSTER_NOTE : layout->size;
  g_autoptr(GArray) lines = zb_layout_break (layout, face, text, size, layout->right - layout->left, align == ZB_TEXT_CENTER);

  for (guint i = 0; i < lines->len; i++)
    {
      need (layout, layout->pitch);
      zb_layout_show (layout, face, ZB_INK_BLACK, &g_array_index (lines, ZbPaperLine, i), size, align, layout->left,
                      layout->right - layout->left, layout->y + layout->pitch / 2);
      layout->y += layout->pitch;
    }
}

/* Room for the seal above who signs; one line still holds it, half over the name. */
int
zb_layout_seal_lines (const ZbLayout *layout)
{
  return layout->spared < SPARE_LINES ? 2 : 1;
}

/* The lines of who signs. */
static GArray *
signature_lines (ZbLayout *layout, const ZbBlock *block)
{
  return zb_layout_break (layout, ZB_FACE_BODY, block->text, layout->size, (layout->right - layout->left) * SIGNATURE_SHARE, TRUE);
}

static double
signature_height (const ZbLayout *layout, guint n_lines)
{
  return (zb_layout_seal_lines (layout) + n_lines + 1) * layout->pitch;
}

/* What stands behind a paragraph and may not stand alone on the next page. */
static double
height_behind (ZbLayout *layout, guint block)
{
  const ZbBlock *next = block + 1 < layout->document->blocks->len ? g_ptr_array_index (layout->document->blocks, block + 1) : NULL;
  g_autoptr(GArray) lines = next != NULL && next->type == ZB_BLOCK_SIGNATURE ? signature_lines (layout, next) : NULL;

  return lines != NULL ? signature_height (layout, lines->len) : 0;
}

static gboolean
is_last_of_paragraph (const GArray *lines, guint i)
{
  return i + 1 == lines->len;
}

/* A paragraph. Two of its lines, or all, stand together at the head of a page when something behind them needs company. */
static void
add_paragraph (ZbLayout *layout, ZbPaperFace face, const char *text, double behind)
{
  double room = layout->right - layout->left;
  g_autofree char *indented = g_strconcat ("　　", text, NULL);
  const char *kept = zb_document_paper_keep (layout->paper, indented);
  g_autoptr(GArray) lines = zb_layout_break (layout, face, kept, layout->size, room, FALSE);

  for (guint i = 0; i < lines->len; i++)
    {
      gboolean is_near_end = i + MIN (lines->len, 2) >= lines->len;
      double rest = is_near_end && behind > 0 ? (lines->len - i) * layout->pitch + behind : layout->pitch;

      need (layout, MIN (rest, layout->bottom - layout->top));
      zb_layout_show (layout, face, ZB_INK_BLACK, &g_array_index (lines, ZbPaperLine, i), layout->size,
                      is_last_of_paragraph (lines, i) ? ZB_TEXT_LEFT : ZB_TEXT_FULL, layout->left, room, layout->y + layout->pitch / 2);
      layout->y += layout->pitch;
    }
}

/* A heading stays with the line behind it. */
static void
add_heading (ZbLayout *layout, const ZbBlock *block)
{
  need (layout, 2 * layout->pitch);
  zb_document_paper_add_outline (layout->paper, (guint) MAX (block->level, 1), block->text, layout->page, layout->y);
  add_paragraph (layout, block->level == 1 ? ZB_FACE_HEADING : block->level == 2 ? ZB_FACE_SUBHEADING : ZB_FACE_BODY, block->text, layout->pitch);
}

int
zb_layout_blank_lines (const ZbLayout *layout, int lines)
{
  return lines > layout->spared ? lines - layout->spared : MIN (lines, 1);
}

/* Lines to write on. The last goes with what may not stand alone on the next page. */
static void
add_blank (ZbLayout *layout, int lines, double behind)
{
  int n = zb_layout_blank_lines (layout, lines);

  for (int i = 0; i < n; i++)
    {
      need (layout, layout->pitch + (i + 1 == n ? behind : 0));
      layout->y += layout->pitch;
      zb_document_paper_add_line (layout->paper, layout->page, ZB_INK_BLACK, layout->left, layout->y - 4, layout->right, layout->y - 4, 0.4, FALSE);
    }
}

GArray *
zb_layout_signature (ZbLayout *layout, const ZbBlock *block, double *out_widest)
{
  GArray *lines = signature_lines (layout, block);
  double widest = zb_paper_font_width (zb_document_paper_font (layout->paper, ZB_FACE_BODY), block->more, strlen (block->more));

  for (guint i = 0; i < lines->len; i++)
    widest = MAX (widest, g_array_index (lines, ZbPaperLine, i).width);
  *out_widest = widest * layout->size;
  return lines;
}

/* Who signs, over the day, on the right. */
static void
add_signature (ZbLayout *layout, const ZbBlock *block)
{
  double widest;
  g_autoptr(GArray) lines = zb_layout_signature (layout, block, &widest);
  double x = layout->right - 2 * layout->size - widest;

  need (layout, signature_height (layout, lines->len));
  if (!zb_layout_is_fresh (layout))
    layout->y += zb_layout_seal_lines (layout) * layout->pitch;
  for (guint i = 0; i < lines->len; i++, layout->y += layout->pitch)
    zb_layout_show (layout, ZB_FACE_BODY, ZB_INK_BLACK, &g_array_index (lines, ZbPaperLine, i), layout->size, ZB_TEXT_CENTER, x, widest,
                    layout->y + layout->pitch / 2);
  show_text (layout, ZB_FACE_BODY, block->more, layout->size, ZB_TEXT_CENTER, x, widest, layout->y + layout->pitch / 2);
  layout->y += layout->pitch;
}

static void
add_block (ZbLayout *layout, guint i, guint *card)
{
  const ZbBlock *block = g_ptr_array_index (layout->document->blocks, i);

  switch (block->type)
    {
    case ZB_BLOCK_TITLE: add_title (layout, block->text); break;
    case ZB_BLOCK_NOTE: add_line (layout, ZB_FACE_SUBHEADING, block->text, ZB_TEXT_CENTER); break;
    case ZB_BLOCK_LINE: add_line (layout, ZB_FACE_BODY, block->text, ZB_TEXT_LEFT); break;
    case ZB_BLOCK_HEADING: add_heading (layout, block); break;
    case ZB_BLOCK_TEXT: add_paragraph (layout, ZB_FACE_BODY, block->text, height_behind (layout, i)); break;
    case ZB_BLOCK_BLANK: add_blank (layout, block->level, height_behind (layout, i)); break;
    case ZB_BLOCK_FORM:
    case ZB_BLOCK_TABLE: zb_layout_form (layout, block); break;
    case ZB_BLOCK_SIGNATURE: add_signature (layout, block); break;
    case ZB_BLOCK_PICTURE: zb_layout_picture (layout, block); break;
    case ZB_BLOCK_BIG: zb_layout_big (layout, block); break;
    case ZB_BLOCK_CARD: zb_layout_card (layout, block, card); break;
    case ZB_BLOCK_SLIP: zb_layout_slip (layout, block, card); break;
    case ZB_BLOCK_ENTRY: zb_layout_entry (layout, block); break;
    case ZB_BLOCK_BALLOT: zb_layout_ballot (layout, block, card); break;
    case ZB_BLOCK_NAME_CARD: zb_layout_name_card (layout, block, card); break;
    case ZB_BLOCK_SEATS: zb_layout_seats (layout, block); break;
    case ZB_BLOCK_SEAM: zb_layout_seam (layout, block); break;
    case ZB_BLOCK_PAGE:
      if (!zb_layout_is_fresh (layout))
        zb_layout_new_page (layout);
      break;
    default: break;
    }
}

/* — 1 — outside in the corner; of forms 第 1 页　共 2 页 in the middle. */
static void
add_numbers (ZbLayout *layout)
{
  guint n = layout->paper->pages->len;

  for (layout->page = 0; layout->page < n; layout->page++)
    {
      gboolean is_official = layout->document->look == ZB_LOOK_OFFICIAL;
      g_autofree char *text = is_official ? g_strdup_printf ("— %u —", layout->page + 1)
                                          : g_strdup_printf ("第 %u 页　共 %u 页", layout->page + 1, n);
      const char *kept = zb_document_paper_keep (layout->paper, text);
      double room = layout->right - layout->left - 2 * NUMBER_SIZE;

      if (is_official)
        show_text (layout, ZB_FACE_CELL, kept, NUMBER_SIZE, layout->page % 2 == 0 ? ZB_TEXT_RIGHT : ZB_TEXT_LEFT, layout->left + NUMBER_SIZE,
                   room, layout->bottom + NUMBER_BELOW);
      else
        show_text (layout, ZB_FACE_CELL, kept, FORM_NUMBER_SIZE, ZB_TEXT_CENTER, layout->left, layout->right - layout->left,
                   layout->paper->paper.height - FORM_TOP / 2);
    }
}

void
zb_layout_begin (ZbLayout *layout, const ZbDocument *document)
{
  double width = document->landscape ? ZB_A4_HEIGHT : ZB_A4_WIDTH, height = document->landscape ? ZB_A4_WIDTH : ZB_A4_HEIGHT;

  double scale = document->a3 ? A3_SCALE : 1;

  layout->document = document;
  layout->paper = zb_document_paper_new (width * scale, height * scale);
  if (document->look == ZB_LOOK_OFFICIAL)
    {
      layout->left = TYPE_LEFT;
      layout->right = TYPE_LEFT + TYPE_WIDTH;
      layout->top = TYPE_TOP;
      layout->bottom = TYPE_TOP + TYPE_HEIGHT;
      layout->size = TYPE_WIDTH / CHARACTERS_A_LINE;
      layout->pitch = TYPE_HEIGHT / LINES_A_PAGE;
      return;
    }
  if (document->look == ZB_LOOK_POSTER)
    {
      layout->left = layout->top = POSTER_SIDE * scale;
      layout->right = width * scale - layout->left;
      layout->bottom = height * scale - layout->top;
      layout->size = POSTER_SIZE * scale;
      layout->pitch = layout->size * POSTER_PITCH;
      return;
    }
  if (document->look == ZB_LOOK_PARTS)
    {
      layout->left = PARTS_SIDE;
      layout->right = width - PARTS_SIDE;
      layout->top = PARTS_TOP;
      layout->bottom = height - PARTS_TOP;
      layout->size = layout->size > 0 ? layout->size : PARTS_MOST;
      layout->pitch = layout->size * PARTS_PITCH;
      return;
    }
  layout->left = document->look == ZB_LOOK_BARE ? 0 : FORM_SIDE;
  layout->right = width - layout->left;
  layout->top = document->look == ZB_LOOK_BARE ? 0 : FORM_TOP;
  layout->bottom = height - layout->top;
  layout->size = FORM_SIZE;
  layout->pitch = FORM_PITCH;
}

static ZbLayout
lay_out (ZbDocument *document, int spared, double size, double gap, GHashTable *heights)
{
  ZbLayout layout = { .spared = spared, .size = size, .gap = gap, .heights = heights };
  guint card = 0;

  zb_layout_begin (&layout, document);
  zb_layout_new_page (&layout);
  for (guint i = 0; i < document->blocks->len; i++)
    add_block (&layout, i, &card);
  return layout;
}

static gboolean
has_blank (const ZbDocument *document)
{
  for (guint i = 0; i < document->blocks->len; i++)
    {
      const ZbBlock *block = g_ptr_array_index (document->blocks, i);

      if (block->type == ZB_BLOCK_BLANK && block->level > 1)
        return TRUE;
    }
  return FALSE;
}

/* In letters as large as all parts stand on one page with; what is left over goes to the seams. */
static ZbLayout
lay_out_parts (ZbDocument *document)
{
  double size = PARTS_MOST, left_over;
  ZbLayout layout = lay_out (document, 0, size, 0, NULL);

  while (layout.paper->pages->len > 1 && size > PARTS_LEAST)
    {
      zb_paper_free (&layout.paper->paper);
      size -= 0.5;
      layout = lay_out (document, 0, size, 0, NULL);
    }
  left_over = zb_layout_room (&layout);
  if (layout.paper->pages->len > 1 || zb_layout_seams (document) == 0)
    return layout;
  zb_paper_free (&layout.paper->paper);
  return lay_out (document, 0, size, left_over / (2 * zb_layout_seams (document) + 1), NULL);
}

/* With no more pages than it needs. */
static ZbLayout
lay_out_well (ZbDocument *document)
{
  ZbLayout layout = lay_out (document, 0, 0, 0, NULL);

  for (int spared = 1; layout.paper->pages->len > 1 && spared <= SPARE_LINES && has_blank (document); spared++)
    {
      ZbLayout shorter = lay_out (document, spared, 0, 0, NULL);

      if (shorter.paper->pages->len < layout.paper->pages->len)
        {
          zb_paper_free (&layout.paper->paper);
          return shorter;
        }
      zb_paper_free (&shorter.paper->paper);
    }
  return layout;
}

static ZbLayout
lay_out_best (ZbDocument *document)
{
  return document->look == ZB_LOOK_PARTS ? lay_out_parts (document) : lay_out_well (document);
}

ZbPaper *
zb_document_paper (ZbDocument *document)
{
  gboolean is_parts = document->look == ZB_LOOK_PARTS;
  ZbLayout layout = lay_out_best (document);

  /* A single page on the wall or to be torn needs no number. */
  if (document->look != ZB_LOOK_BARE && ((document->look != ZB_LOOK_POSTER && !is_parts) || layout.paper->pages->len > 1))
    add_numbers (&layout);
  return &layout.paper->paper;
}

guint
zb_document_measure (ZbDocument *document, ZbLayout *layout, GHashTable **out_heights)
{
  ZbLayout well = lay_out_best (document), noted;
  guint n_pages = well.paper->pages->len;

  *out_heights = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  noted = lay_out (document, well.spared, well.size, well.gap, *out_heights);
  zb_paper_free (&noted.paper->paper);
  zb_paper_free (&well.paper->paper);
  *layout = (ZbLayout) { .spared = well.spared, .size = well.size, .gap = well.gap };
  zb_layout_begin (layout, document);
  return n_pages;
}
