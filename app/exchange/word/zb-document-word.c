/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/word/zb-document-word.h"

#include "core/zb-error.h"
#include "exchange/document/zb-jpeg-surface.h"
#include "exchange/word/zb-word-text.h"

/* 二号 for titles. */
#define TITLE_SIZE 22.0
/* From the edge of the paper to the lower end of the number of the page: 7 mm below the type area, or in the middle of what
 * is white. */
#define OFFICIAL_FOOT (24.8 * ZB_MM)
#define FORM_FOOT (8.7 * ZB_MM)
#define OFFICIAL_NUMBER 14.0
#define FORM_NUMBER 10.5
/* The most that a picture is high; two stand on a page. */
#define MOST_HEIGHT (92 * ZB_MM)
/* Twips by which room above a line stays below a whole number of lines, so that it takes no line more. */
#define LESS 10
/* Room that a page of cards leaves at its end. */
#define SPARE 6.0

void
zb_document_word_add (ZbDocumentWord *word, const char *style, gboolean keeps, const char *properties, const char *run_properties, const char *text)
{
  g_autofree char *all = g_strconcat (keeps ? "<w:keepNext/>" : "", word->is_on_new_page ? "<w:pageBreakBefore/>" : "",
                                      properties != NULL ? properties : "", NULL);

  zb_word_add_paragraph (word->body, style, all, run_properties, text);
  word->is_on_new_page = word->is_behind_table = FALSE;
}

void
zb_document_word_before_table (ZbDocumentWord *word)
{
  if (word->is_on_new_page || word->is_behind_table)
    zb_document_word_add (word, "Gap", FALSE, NULL, NULL, "");
}

static const ZbBlock *
block_at (const ZbDocumentWord *word, guint i)
{
  return i < word->document->blocks->len ? g_ptr_array_index (word->document->blocks, i) : NULL;
}

/* What signs does not stand alone on a page. */
static gboolean
is_signed (const ZbDocumentWord *word, guint i)
{
  const ZbBlock *next = block_at (word, i + 1);

  return next != NULL && next->type == ZB_BLOCK_SIGNATURE;
}

static void
add_title (ZbDocumentWord *word, const char *text)
{
  zb_document_word_add (word, "Title", FALSE, NULL, word->document->look == ZB_LOOK_POSTER ? "<w:color w:val=\"" ZB_WORD_RED "\"/>" : NULL, text);
}

static void
add_heading (ZbDocumentWord *word, const ZbBlock *block)
{
  static const char *const styles[] = { "Heading1", "Heading2", "Heading3" };

  zb_document_word_add (word, styles[CLAMP (block->level, 1, 3) - 1], FALSE, NULL, NULL, block->text);
}

static void
add_blank (ZbDocumentWord *word, guint i, int lines)
{
  int n = zb_layout_blank_lines (&word->layout, lines);

  for (int line = 1; line <= n; line++)
    zb_document_word_add (word, "WritingLine", line == n && is_signed (word, i), NULL, NULL, "");
}

/* Who signs, over the day, on the right, with room for the seal above. */
static void
add_signature (ZbDocumentWord *word, const ZbBlock *block)
{
  ZbLayout *layout = &word->layout;
  double widest, left;
  g_autoptr(GArray) lines = zb_layout_signature (layout, block, &widest);
  g_autofree char *indent = NULL;

  left = layout->right - layout->left - 2 * layout->size - widest;
  /* A little wider than measured: another font may be. */
  indent = g_strdup_printf ("<w:ind w:left=\"%d\" w:right=\"%d\"/>", zb_word_twips (MAX (left - layout->size, 0)), zb_word_twips (layout->size));
  for (guint i = 0; i < lines->len; i++)
    {
      const ZbPaperLine *line = &g_array_index (lines, ZbPaperLine, i);
      g_autofree char *text = g_strndup (line->text, line->length);
      g_autofree char *first = g_strdup_printf ("<w:spacing w:before=\"%d\"/>%s", zb_word_twips (zb_layout_seal_lines (layout) * layout->pitch) - LESS, indent);

      zb_document_word_add (word, "Signature", TRUE, i == 0 ? first : indent, NULL, text);
    }
  zb_document_word_add (word, "Date", FALSE, indent, NULL, block->more);
}

/* Where a photo is still to be put. */
static void
add_empty_frame (ZbDocumentWord *word, double width, const char *words)
{
  static const char dashed[] =
    "<w:top w:val=\"dashed\" w:sz=\"4\" w:space=\"0\" w:color=\"000000\"/><w:left w:val=\"dashed\" w:sz=\"4\" w:space=\"0\" w:color=\"000000\"/>"
    "<w:bottom w:val=\"dashed\" w:sz=\"4\" w:space=\"0\" w:color=\"000000\"/><w:right w:val=\"dashed\" w:sz=\"4\" w:space=\"0\" w:color=\"000000\"/>";

  zb_document_word_add (word, "Normal", TRUE, NULL, NULL, "");
  zb_word_begin_table (word->body, &width, 1, 0, dashed, ZB_FORM_PAD, 0);
  zb_word_begin_row (word->body, MOST_HEIGHT, FALSE, FALSE);
  zb_word_begin_cell (word->body, width, 1, NULL);
  zb_word_add_paragraph (word->body, "TableText", NULL, NULL, words);
  zb_word_end_cell (word->body);
  zb_word_end_row (word->body);
  zb_word_end_table (word->body);
  word->is_behind_table = TRUE;
}

static void
add_picture (ZbDocumentWord *word, const ZbBlock *block)
{
  double room = word->layout.right - word->layout.left;
  int width, height;

  if (block->picture != NULL && zb_jpeg_size (block->picture, &width, &height))
    {
      double scale = MIN (room / width, MOST_HEIGHT / height);

      if (word->is_on_new_page)
        zb_document_word_add (word, "Gap", TRUE, NULL, NULL, "");
      zb_word_file_add_picture (word->file, block->picture, width * scale, height * scale, block->more);
      word->is_behind_table = FALSE;
    }
  else
    add_empty_frame (word, room, block->picture != NULL ? "（照片无法读取）" : "（照片粘贴处）");
  if (*block->more != '\0')
    zb_document_word_add (word, "Caption", FALSE, NULL, NULL, block->more);
}

/* Lines as large as the page allows, the first of them the title. */
static void
add_big (ZbDocumentWord *word, const ZbBlock *block)
{
  double size = zb_layout_big_size (&word->layout, block), pitch = size * ZB_BIG_LEADING;
  g_auto(GStrv) lines = g_strsplit (block->text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      int half = zb_word_half_points (i == 0 ? size * ZB_BIG_TITLE : size);
      g_autofree char *letters = g_strdup_printf ("%s<w:sz w:val=\"%d\"/><w:szCs w:val=\"%d\"/>", i == 0 ? "<w:color w:val=\"" ZB_WORD_RED "\"/>" : "", half, half);
      g_autofree char *spacing = g_strdup_printf ("<w:spacing w:after=\"%d\" w:line=\"%d\" w:lineRule=\"exact\"/>", i == 0 ? zb_word_twips (pitch) : 0,
                                                  zb_word_twips (pitch));

      zb_document_word_add (word, i == 0 ? "Title" : "Big", FALSE, spacing, letters, lines[i]);
    }
}

/* Where the parts are torn apart: dashes on both sides of the words, which either part keeps half of. */
static void
add_seam (ZbDocumentWord *word, const ZbBlock *block)
{
  const ZbLayout *layout = &word->layout;
  double room = layout->right - layout->left;
  int white = zb_word_twips (layout->gap + layout->pitch / 2);
  g_autofree char *words = g_strdup_printf (*block->text != '\0' ? "\t %s \t" : "\t%s\t", block->text);
  g_autofree char *properties = g_strdup_printf ("<w:tabs><w:tab w:val=\"center\" w:leader=\"hyphen\" w:pos=\"%d\"/><w:tab w:val=\"right\" w:leader=\"hyphen\" w:pos=\"%d\"/></w:tabs>"
                                                 "<w:spacing w:before=\"%d\" w:after=\"%d\"/><w:jc w:val=\"left\"/>", zb_word_twips (room / 2), zb_word_twips (room),
                                                 white, white);

  zb_document_word_add (word, "Seam", FALSE, properties, NULL, words);
}

/* Returns: the block that comes next */
static guint
add_block (ZbDocumentWord *word, guint i)
{
  const ZbBlock *block = block_at (word, i);

  switch (block->type)
    {
    case ZB_BLOCK_TITLE: add_title (word, block->text); break;
    case ZB_BLOCK_NOTE: zb_document_word_add (word, "Subtitle", FALSE, NULL, NULL, block->text); break;
    case ZB_BLOCK_LINE: zb_document_word_add (word, "Salutation", FALSE, NULL, NULL, block->text); break;
    case ZB_BLOCK_HEADING: add_heading (word, block); break;
    case ZB_BLOCK_TEXT: zb_document_word_add (word, "BodyTextFirstIndent", is_signed (word, i), NULL, NULL, block->text); break;
    case ZB_BLOCK_BLANK: add_blank (word, i, block->level); break;
    case ZB_BLOCK_FORM:
    case ZB_BLOCK_TABLE: zb_document_word_add_form (word, block); break;
    case ZB_BLOCK_SIGNATURE: add_signature (word, block); break;
    case ZB_BLOCK_PICTURE: add_picture (word, block); break;
    case ZB_BLOCK_BIG: add_big (word, block); break;
    case ZB_BLOCK_CARD: return zb_document_word_add_cards (word, i);
    case ZB_BLOCK_SLIP: return zb_document_word_add_slips (word, i);
    case ZB_BLOCK_ENTRY: return zb_document_word_add_entries (word, i);
    case ZB_BLOCK_BALLOT: return zb_document_word_add_ballots (word, i);
    case ZB_BLOCK_SEATS: zb_document_word_add_seats (word, block); break;
    case ZB_BLOCK_SEAM: add_seam (word, block); break;
    /* Refused before: Word turns no line upside down. */
    case ZB_BLOCK_NAME_CARD: break;
    case ZB_BLOCK_PAGE: word->is_on_new_page = i > 0; break;
    default: break;
    }
  return i + 1;
}

/* What stays white around cards, or around lines that are as large as the page allows. */
static void
set_up_bare (ZbDocumentWord *word, ZbWordPage *page)
{
  const ZbBlock *big = zb_document_find (word->document, ZB_BLOCK_BIG);
  double edge = zb_document_find (word->document, ZB_BLOCK_SLIP) != NULL ? ZB_SLIP_EDGE
                : zb_document_find (word->document, ZB_BLOCK_BALLOT) != NULL ? ZB_BALLOT_EDGE : ZB_CARD_OUTSIDE;

  page->left = page->right = page->top = edge;
  page->bottom = edge - SPARE;
  page->in_middle = big != NULL;
  if (big == NULL)
    return;
  (void) zb_layout_big_size (&word->layout, big);
  page->left = page->right = word->layout.left;
  page->top = page->bottom = word->layout.top;
}

static void
set_up_page (ZbDocumentWord *word, guint n_pages, ZbWordPage *page)
{
  const ZbLayout *layout = &word->layout;
  const ZbPaper *paper = &layout->paper->paper;
  gboolean is_official = word->document->look == ZB_LOOK_OFFICIAL, is_poster = word->document->look == ZB_LOOK_POSTER;
  gboolean is_parts = word->document->look == ZB_LOOK_PARTS;

  *page = (ZbWordPage) {
    .width = paper->width, .height = paper->height, .left = layout->left, .right = paper->width - layout->right, .top = layout->top,
    .bottom = paper->height - layout->bottom, .foot = is_official ? OFFICIAL_FOOT : FORM_FOOT, .body_size = layout->size, .body_pitch = layout->pitch,
    .cell_size = layout->size, .cell_pitch = layout->pitch, .title_size = is_poster ? layout->size * ZB_POSTER_TITLE : is_parts ? layout->size * ZB_PARTS_TITLE : TITLE_SIZE,
    .note_size = layout->size, .line_size = is_poster ? layout->size * ZB_POSTER_NOTE : layout->size, .number_size = is_official ? OFFICIAL_NUMBER : FORM_NUMBER, .has_grid = is_official,
    .numbers = is_official ? ZB_WORD_NUMBERS_DASHED : ZB_WORD_NUMBERS_OF,
  };
  /* A single page on the wall or to be torn needs no number. */
  if (word->document->look == ZB_LOOK_BARE || ((is_poster || is_parts) && n_pages < 2))
    page->numbers = ZB_WORD_NO_NUMBERS;
  if (word->document->look == ZB_LOOK_BARE)
    set_up_bare (word, page);
}

static gboolean
add_blocks (ZbDocumentWord *word, GCancellable *cancellable, GError **error)
{
  for (guint i = 0; i < word->document->blocks->len;)
    {
      i = add_block (word, i);
      if (g_cancellable_set_error_if_cancelled (cancellable, error) || !zb_word_file_flush (word->file, error))
        return FALSE;
    }
  /* A table cannot be the last of a text. */
  if (word->is_behind_table)
    zb_document_word_add (word, "Gap", FALSE, NULL, NULL, "");
  return zb_word_file_finish (word->file, error);
}

gboolean
zb_document_write_word (ZbDocument *document, int fd, GCancellable *cancellable, GError **error)
{
  g_autoptr(GHashTable) heights = NULL;
  g_autoptr(ZbPaper) paper = NULL;
  g_autoptr(ZbWordFile) file = NULL;
  ZbDocumentWord word = { .document = document };
  ZbWordPage page;
  guint n_pages;

  if (zb_document_find (document, ZB_BLOCK_NAME_CARD) != NULL)
    {
      g_set_error_literal (error, ZB_DATA_ERROR, ZB_DATA_ERROR_REFUSED, "not-in-word");
      return FALSE;
    }
  n_pages = zb_document_measure (document, &word.layout, &heights);
  paper = &word.layout.paper->paper;
  word.heights = heights;
  set_up_page (&word, n_pages, &page);
  if (!(file = zb_word_file_new (fd, document->title, zb_document_author (document), &page, error)))
    return FALSE;
  word.file = file;
  word.body = zb_word_file_body (file);
  return add_blocks (&word, cancellable, error);
}
