/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/word/zb-document-word.h"

#include <string.h>

#include "exchange/word/zb-word-text.h"

/* Cards as a table whose rows are as high as the parts of the page that are cut out, with narrow ones between them where
 * to cut. */

#define CUT "w:val=\"dashed\" w:sz=\"4\" w:space=\"0\" w:color=\"7F7F7F\""
#define LOWER ZB_WORD_LOWER
#define FREE ZB_WORD_FREE
/* The two lines around a card: Word's own double line. */
#define FRAME(side) "<w:" side " w:val=\"thickThinSmallGap\" w:sz=\"24\" w:space=\"0\" w:color=\"" ZB_WORD_RED "\"/>"
#define LINE(side) "<w:" side " w:val=\"single\" w:sz=\"6\" w:space=\"0\" w:color=\"" ZB_WORD_RED "\"/>"

static guint
end_of_run (const ZbDocumentWord *word, guint from)
{
  const GPtrArray *blocks = word->document->blocks;
  ZbBlockType type = ((ZbBlock *) g_ptr_array_index (blocks, from))->type;
  guint to = from;

  while (to < blocks->len && ((ZbBlock *) g_ptr_array_index (blocks, to))->type == type)
    to++;
  return to;
}

static void
begin_cut_table (ZbDocumentWord *word, const ZbWordCut *cut)
{
  g_autofree double *widths = g_new (double, cut->columns * (cut->n_parts + 2));
  guint n = 0;

  for (guint column = 0; column < cut->columns; column++)
    {
      for (guint i = 0; column > 0 && i < 2; i++)
        widths[n++] = cut->edge;
      for (guint part = 0; part < cut->n_parts; part++)
        widths[n++] = cut->parts[part];
    }
  zb_document_word_before_table (word);
  zb_word_begin_table (word->body, widths, n, 0, ZB_WORD_NO_BORDERS, 0, 0);
}

static void
add_empty_cell (ZbDocumentWord *word, double width, guint span, const char *borders)
{
  g_autofree char *properties = borders != NULL ? g_strdup_printf ("<w:tcBorders>%s</w:tcBorders>", borders) : NULL;

  zb_word_begin_cell (word->body, width, span, properties);
  zb_word_add_paragraph (word->body, "Gap", NULL, NULL, "");
  zb_word_end_cell (word->body);
}

/* What stays white between two rows of cards, with the line where to cut. */
static void
add_gap_rows (ZbDocumentWord *word, const ZbWordCut *cut)
{
  guint n = cut->columns * cut->n_parts + (cut->columns - 1) * 2;

  for (guint i = 0; i < 2; i++)
    {
      zb_word_begin_row (word->body, cut->edge, FALSE, FALSE);
      add_empty_cell (word, word->layout.paper->paper.width - 2 * cut->edge, n, i == 0 ? "<w:bottom " CUT "/>" : "<w:top " CUT "/>");
      zb_word_end_row (word->body);
    }
}

static void
add_item (ZbDocumentWord *word, const ZbWordCut *cut, const ZbBlock *block)
{
  int pad = zb_word_twips (cut->pad);

  for (guint part = 0; part < cut->n_parts; part++)
    {
      g_autofree char *properties =
        g_strdup_printf ("<w:tcBorders>%s</w:tcBorders><w:tcMar><w:top w:w=\"%d\" w:type=\"dxa\"/><w:left w:w=\"%d\" w:type=\"dxa\"/>"
                         "<w:bottom w:w=\"%d\" w:type=\"dxa\"/><w:right w:w=\"%d\" w:type=\"dxa\"/></w:tcMar><w:vAlign w:val=\"top\"/>",
                         block != NULL ? cut->borders[part] : "", pad, pad, pad, pad);

      zb_word_begin_cell (word->body, cut->parts[part], 1, properties);
      if (block != NULL)
        cut->add (word, block, part, cut->parts[part] - 2 * cut->pad, cut->height - 2 * cut->pad);
      else
        zb_word_add_paragraph (word->body, "Gap", NULL, NULL, "");
      zb_word_end_cell (word->body);
    }
}

static void
add_cut_row (ZbDocumentWord *word, const ZbWordCut *cut, guint from, guint to)
{
  zb_word_begin_row (word->body, cut->height, FALSE, FALSE);
  for (guint column = 0; column < cut->columns; column++)
    {
      if (column > 0)
        {
          add_empty_cell (word, cut->edge, 1, "<w:right " CUT "/>");
          add_empty_cell (word, cut->edge, 1, "<w:left " CUT "/>");
        }
      add_item (word, cut, from + column < to ? g_ptr_array_index (word->document->blocks, from + column) : NULL);
    }
  zb_word_end_row (word->body);
}

guint
zb_document_word_add_cut (ZbDocumentWord *word, const ZbWordCut *cut, guint from)
{
  guint to = end_of_run (word, from);

  begin_cut_table (word, cut);
  for (guint i = from, row = 0; i < to; i += cut->columns, row++)
    {
      if (row % cut->rows > 0)
        add_gap_rows (word, cut);
      add_cut_row (word, cut, i, to);
    }
  zb_word_end_table (word->body);
  word->is_behind_table = TRUE;
  return to;
}

char *
zb_document_word_letters (const char *face, gboolean is_red, double size)
{
  g_autofree char *faces = face != NULL ? g_strdup_printf ("<w:rFonts w:hint=\"eastAsia\" w:ascii=\"%s\" w:hAnsi=\"%s\" w:eastAsia=\"%s\" w:cs=\"%s\"/>",
                                                           face, face, face, face)
                                        : g_strdup ("");
  int half = zb_word_half_points (size);

  return g_strdup_printf ("%s%s<w:sz w:val=\"%d\"/><w:szCs w:val=\"%d\"/>", faces, is_red ? "<w:color w:val=\"" ZB_WORD_RED "\"/>" : "", half, half);
}

void
zb_document_word_add_line (ZbDocumentWord *word, double before, double pitch, const char *indent, const char *align, const char *run, const char *text)
{
  g_autofree char *properties = g_strdup_printf ("<w:spacing w:before=\"%d\" w:line=\"%d\" w:lineRule=\"exact\"/>%s<w:jc w:val=\"%s\"/>",
                                                 zb_word_twips (before), zb_word_twips (pitch), indent, align);

  zb_word_add_paragraph (word->body, "Card", properties, run, text);
}

guint
zb_document_word_lines (ZbDocumentWord *word, ZbPaperFace face, const char *text, double size, double width)
{
  g_autoptr(GArray) lines = zb_layout_break (&word->layout, face, text, size, width, FALSE);

  return lines->len;
}

static void
add_card_words (ZbDocumentWord *word, char **words, double size, const char *run)
{
  static const char rule[] = "<w:pBdr><w:bottom w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"000000\"/>"
                             "<w:between w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"000000\"/></w:pBdr>";
  g_autofree char *indent = g_strdup_printf ("<w:ind w:firstLineChars=\"200\" w:firstLine=\"%d\"/>", zb_word_twips (2 * size));

  for (guint i = 0; words[i] != NULL; i++)
    if (strcmp (words[i], ZB_RULE) == 0)
      {
        g_autofree char *properties = g_strdup_printf ("%s<w:spacing w:line=\"%d\" w:lineRule=\"exact\"/>", rule, zb_word_twips (size * ZB_CARD_LEADING));

        zb_word_add_paragraph (word->body, "Card", properties, run, "");
      }
    else
      zb_document_word_add_line (word, 0, size * ZB_CARD_LEADING, i > 0 ? indent : "", "both", run, words[i]);
}

static void
add_card (ZbDocumentWord *word, const ZbBlock *block, guint part, double width, double height)
{
  double size = zb_layout_card_size (&word->layout, block), pitch = size * ZB_CARD_LEADING, title = size * ZB_CARD_TITLE;
  g_auto(GStrv) words = g_strsplit (block->more, "\n", -1);
  g_auto(GStrv) last = g_strsplit (block->last, "\n", -1);
  g_autofree char *head = zb_document_word_letters ("方正小标宋简体", TRUE, title);
  g_autofree char *run = zb_document_word_letters (NULL, FALSE, size);
  double left = height - 2 * title;

  for (guint i = 0; words[i] != NULL; i++)
    left -= pitch * zb_document_word_lines (word, ZB_FACE_SUBHEADING, words[i], size, width - (i > 0 ? 2 * size : 0));
  left -= pitch * zb_document_word_lines (word, ZB_FACE_SUBHEADING, block->last, size, width);
  zb_document_word_add_line (word, 0, 2 * title, "", "center", head, block->text);
  add_card_words (word, words, size, run);
  for (guint i = 0; last[i] != NULL; i++)
    zb_document_word_add_line (word, i == 0 ? MAX (left * FREE, 0) : 0, pitch, "", "right", run, last[i]);
}

guint
zb_document_word_add_cards (ZbDocumentWord *word, guint from)
{
  guint per_page = (guint) MAX (((ZbBlock *) g_ptr_array_index (word->document->blocks, from))->level, 1);
  const ZbPaper *paper = &word->layout.paper->paper;
  ZbWordCut cut = { .columns = per_page >= 4 ? 2 : 1, .rows = per_page >= 2 ? 2 : 1, .edge = ZB_CARD_OUTSIDE, .n_parts = 1, .pad = 8 * ZB_MM, .add = add_card };

  cut.height = paper->height / cut.rows - 2 * cut.edge - LOWER;
  cut.parts[0] = paper->width / cut.columns - 2 * cut.edge;
  cut.borders[0] = FRAME ("top") FRAME ("left") FRAME ("bottom") FRAME ("right");
  return zb_document_word_add_cut (word, &cut, from);
}

/* What is wished, as large as there is room, and by whom. */
static void
add_wish (ZbDocumentWord *word, const ZbBlock *block, double width, double height)
{
  g_auto(GStrv) from = g_strsplit (block->more, "\n", -1);
  double head = ZB_SLIP_HEAD * ZB_SLIP_LEADING, small = ZB_SLIP_SMALL * ZB_SLIP_LEADING, room = height - head - g_strv_length (from) * small - ZB_SLIP_PAD;
  double size = zb_layout_slip_size (&word->layout, block->text, width, room), pitch = size * ZB_SLIP_LEADING;
  double left = room - pitch * zb_document_word_lines (word, ZB_FACE_HEADING, block->text, size, width);
  g_autofree char *red = zb_document_word_letters ("方正小标宋简体", TRUE, ZB_SLIP_HEAD);
  g_autofree char *plain = zb_document_word_letters ("宋体", FALSE, ZB_SLIP_SMALL);
  g_autofree char *large = zb_document_word_letters ("黑体", FALSE, size);

  g_string_append_printf (word->body, "<w:p><w:pPr><w:pStyle w:val=\"Card\"/><w:tabs><w:tab w:val=\"right\" w:pos=\"%d\"/></w:tabs>"
                                      "<w:spacing w:line=\"%d\" w:lineRule=\"exact\"/><w:jc w:val=\"left\"/></w:pPr>", zb_word_twips (width), zb_word_twips (head));
  zb_word_add_run (word->body, red, "微心愿");
  g_string_append (word->body, "<w:r><w:tab/></w:r>");
  zb_word_add_run (word->body, plain, block->last);
  g_string_append (word->body, "</w:p>");
  zb_document_word_add_line (word, MAX (left, 0) / 2 * FREE, pitch, "", "center", large, block->text);
  for (guint i = 0; from[i] != NULL; i++)
    zb_document_word_add_line (word, i == 0 ? MAX (left, 0) / 2 * FREE : 0, small, "", "left", plain, from[i]);
}

/* What the claimer leaves behind. */
static void
add_stub (ZbDocumentWord *word, const ZbBlock *block, double height)
{
  const char *const labels[] = { "编号", "认领人", "电话", "承诺日期" };
  double head = ZB_SLIP_HEAD * ZB_SLIP_LEADING, each = (height - head) / G_N_ELEMENTS (labels) * FREE;
  g_autofree char *red = zb_document_word_letters ("方正小标宋简体", TRUE, ZB_SLIP_HEAD);
  g_autofree char *plain = zb_document_word_letters ("宋体", FALSE, ZB_SLIP_SMALL);

  zb_document_word_add_line (word, 0, head, "", "center", red, "认领存根");
  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      g_autofree char *line = g_strdup_printf ("%s %s", labels[i], i == 0 ? block->last : "＿＿＿＿＿");

      zb_document_word_add_line (word, 0, each, "", "left", plain, line);
    }
}

static void
add_slip_part (ZbDocumentWord *word, const ZbBlock *block, guint part, double width, double height)
{
  if (part == 0)
    add_wish (word, block, width, height);
  else if (part == 2)
    add_stub (word, block, height);
  else
    zb_word_add_paragraph (word->body, "Gap", NULL, NULL, "");
}

guint
zb_document_word_add_slips (ZbDocumentWord *word, guint from)
{
  const ZbPaper *paper = &word->layout.paper->paper;
  double width = paper->width / ZB_SLIP_COLUMNS - 2 * ZB_SLIP_EDGE;
  ZbWordCut cut = {
    .columns = ZB_SLIP_COLUMNS, .rows = ZB_SLIP_ROWS, .edge = ZB_SLIP_EDGE, .height = paper->height / ZB_SLIP_ROWS - 2 * ZB_SLIP_EDGE - LOWER, .n_parts = 3,
    .parts = { width - ZB_SLIP_PAD - ZB_SLIP_STUB, ZB_SLIP_PAD, ZB_SLIP_STUB },
    .borders = { LINE ("top") LINE ("left") LINE ("bottom") LINE ("right"), "<w:right w:val=\"dashed\" w:sz=\"4\" w:space=\"0\" w:color=\"" ZB_WORD_RED "\"/>", "" },
    .pad = ZB_SLIP_PAD / 2, .add = add_slip_part,
  };

  return zb_document_word_add_cut (word, &cut, from);
}

/* The number on the left, what is wished in large letters, and under it whose wish it is. */
static void
add_entry (ZbDocumentWord *word, const ZbBlock *block, const double *widths)
{
  static const char below[] = "<w:tcBorders><w:bottom w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"" ZB_WORD_RED "\"/></w:tcBorders><w:vAlign w:val=\"top\"/>";
  double size = word->layout.size, small = size * ZB_ENTRY_SMALL;
  g_autofree char *number = zb_document_word_letters ("宋体", TRUE, small);
  g_autofree char *large = zb_document_word_letters ("黑体", FALSE, size);
  g_autofree char *plain = zb_document_word_letters ("仿宋_GB2312", FALSE, small);

  zb_word_begin_row (word->body, 0, FALSE, FALSE);
  zb_word_begin_cell (word->body, widths[0], 1, below);
  zb_document_word_add_line (word, 0, word->layout.pitch, "", "left", number, block->last);
  zb_word_end_cell (word->body);
  zb_word_begin_cell (word->body, widths[1], 1, below);
  zb_document_word_add_line (word, 0, word->layout.pitch, "", "left", large, block->text);
  zb_document_word_add_line (word, 0, small * 1.5, "", "left", plain, block->more);
  zb_word_end_cell (word->body);
  zb_word_end_row (word->body);
}

guint
zb_document_word_add_entries (ZbDocumentWord *word, guint from)
{
  guint to = end_of_run (word, from);
  double number = ZB_ENTRY_NUMBER * word->layout.size;
  const double widths[] = { number, word->layout.right - word->layout.left - number };

  zb_document_word_before_table (word);
  zb_word_begin_table (word->body, widths, 2, 0, ZB_WORD_NO_BORDERS, 0, 0);
  for (guint i = from; i < to; i++)
    add_entry (word, g_ptr_array_index (word->document->blocks, i), widths);
  zb_word_end_table (word->body);
  word->is_behind_table = TRUE;
  return to;
}
