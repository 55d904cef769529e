/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/document/zb-document-blocks.h"

#include <string.h>

static void
cell_free (gpointer data)
{
  ZbFormCell *cell = data;

  g_free (cell->label);
  g_free (cell->text);
  g_free (cell);
}

static void
row_free (gpointer data)
{
  ZbFormRow *row = data;

  g_ptr_array_unref (row->cells);
  g_free (row);
}

static void
block_free (gpointer data)
{
  ZbBlock *block = data;

  g_free (block->text);
  g_free (block->more);
  g_free (block->last);
  g_clear_pointer (&block->rows, g_ptr_array_unref);
  g_clear_pointer (&block->picture, g_bytes_unref);
  g_free (block);
}

ZbDocument *
zb_document_new_empty (const ZbDocumentKind *kind, ZbDocumentLook look)
{
  ZbDocument *self = g_new0 (ZbDocument, 1);

  self->kind = kind;
  self->look = look;
  self->title = g_strdup ("");
  self->blocks = g_ptr_array_new_with_free_func (block_free);
  return self;
}

void
zb_document_free (ZbDocument *self)
{
  if (self == NULL)
    return;
  g_free (self->title);
  g_free (self->warning);
  g_ptr_array_unref (self->blocks);
  g_free (self);
}

const char *
zb_document_title (ZbDocument *self)
{
  return self->title;
}

const ZbBlock *
zb_document_find (const ZbDocument *self, ZbBlockType type)
{
  for (guint i = 0; i < self->blocks->len; i++)
    if (((ZbBlock *) g_ptr_array_index (self->blocks, i))->type == type)
      return g_ptr_array_index (self->blocks, i);
  return NULL;
}

const char *
zb_document_author (const ZbDocument *self)
{
  const ZbBlock *signature = zb_document_find (self, ZB_BLOCK_SIGNATURE);

  return signature != NULL && strcmp (signature->text, ZB_BLANK) != 0 ? signature->text : NULL;
}

const char *
zb_document_warning (ZbDocument *self)
{
  return self->warning;
}

char *
zb_clean_words (const char *text)
{
  GString *out = g_string_new (NULL);

  for (const char *p = text != NULL ? text : ""; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '\t')
        g_string_append (out, "  ");
      else if (c == '\n' || !g_unichar_iscntrl (c))
        g_string_append_unichar (out, c);
    }
  return g_strstrip (g_string_free (out, FALSE));
}

const char *
zb_or_blank (const char *text)
{
  return text != NULL && *text != '\0' ? text : ZB_BLANK;
}

static ZbBlock *
add (ZbDocument *self, ZbBlockType type, const char *text)
{
  ZbBlock *block = g_new0 (ZbBlock, 1);

  block->type = type;
  block->text = zb_clean_words (text);
  g_ptr_array_add (self->blocks, block);
  return block;
}

void
zb_document_add_title (ZbDocument *self, const char *text)
{
  add (self, ZB_BLOCK_TITLE, text);
}

void
zb_document_add_note (ZbDocument *self, const char *text)
{
  add (self, ZB_BLOCK_NOTE, text);
}

void
zb_document_add_line (ZbDocument *self, const char *text)
{
  add (self, ZB_BLOCK_LINE, text);
}

void
zb_document_add_heading (ZbDocument *self, int level, const char *text)
{
  add (self, ZB_BLOCK_HEADING, text)->level = level;
}

void
zb_document_add_text (ZbDocument *self, const char *text, guint blank_lines)
{
  g_autofree char *clean = zb_clean_words (text);
  g_auto(GStrv) lines = g_strsplit (clean, "\n", -1);

  if (*clean == '\0')
    {
      zb_document_add_blank (self, blank_lines);
      return;
    }
  for (guint i = 0; lines[i] != NULL; i++)
    {
      /* People indent by hand with the wide blank; the layout does it for them. */
      const char *line = lines[i];

      while (g_str_has_prefix (line, "　") || *line == ' ')
        line = g_utf8_next_char (line);
      if (*line != '\0')
        add (self, ZB_BLOCK_TEXT, line);
    }
}

void
zb_document_add_blank (ZbDocument *self, guint lines)
{
  if (lines > 0)
    add (self, ZB_BLOCK_BLANK, NULL)->level = (int) lines;
}

void
zb_document_add_signature (ZbDocument *self, const char *who, const char *day)
{
  add (self, ZB_BLOCK_SIGNATURE, who)->more = zb_clean_words (day);
}

void
zb_document_add_picture (ZbDocument *self, GBytes *jpeg, const char *caption)
{
  ZbBlock *block = add (self, ZB_BLOCK_PICTURE, NULL);

  block->picture = jpeg != NULL ? g_bytes_ref (jpeg) : NULL;
  block->more = zb_clean_words (caption);
}

void
zb_document_add_big (ZbDocument *self, const char *lines)
{
  add (self, ZB_BLOCK_BIG, lines);
}

void
zb_document_add_card (ZbDocument *self, guint per_page, const char *title, const char *words, const char *last)
{
  ZbBlock *block = add (self, ZB_BLOCK_CARD, title);

  block->level = (int) per_page;
  block->more = zb_clean_words (words);
  block->last = zb_clean_words (last);
}

static void
add_numbered (ZbDocument *self, ZbBlockType type, const char *words, const char *from, const char *number)
{
  ZbBlock *block = add (self, type, words);

  block->more = zb_clean_words (from);
  block->last = zb_clean_words (number);
}

void
zb_document_add_slip (ZbDocument *self, const char *words, const char *from, const char *number)
{
  add_numbered (self, ZB_BLOCK_SLIP, words, from, number);
}

void
zb_document_add_entry (ZbDocument *self, const char *words, const char *from, const char *number)
{
  add_numbered (self, ZB_BLOCK_ENTRY, words, from, number);
}

ZbBlock *
zb_document_add_ballot (ZbDocument *self, guint per_page, const char *head, const char *words, const char *last)
{
  ZbBlock *block = add (self, ZB_BLOCK_BALLOT, head);

  block->level = (int) per_page;
  block->more = zb_clean_words (words);
  block->last = zb_clean_words (last);
  block->rows = g_ptr_array_new_with_free_func (row_free);
  return block;
}

void
zb_document_add_name_card (ZbDocument *self, guint per_page, const char *name)
{
  add (self, ZB_BLOCK_NAME_CARD, name)->level = (int) per_page;
}

ZbBlock *
zb_document_add_seats (ZbDocument *self, const char *stage, const char *legend)
{
  ZbBlock *block = add (self, ZB_BLOCK_SEATS, stage);

  block->more = zb_clean_words (legend);
  block->rows = g_ptr_array_new_with_free_func (row_free);
  return block;
}

void
zb_document_add_seam (ZbDocument *self, const char *words)
{
  add (self, ZB_BLOCK_SEAM, words);
}

void
zb_document_add_page (ZbDocument *self)
{
  add (self, ZB_BLOCK_PAGE, NULL);
}

ZbBlock *
zb_document_add_form (ZbDocument *self)
{
  ZbBlock *block = add (self, ZB_BLOCK_FORM, NULL);

  block->rows = g_ptr_array_new_with_free_func (row_free);
  return block;
}

ZbBlock *
zb_document_add_table (ZbDocument *self)
{
  ZbBlock *block = zb_document_add_form (self);

  block->type = ZB_BLOCK_TABLE;
  return block;
}

ZbFormRow *
zb_form_add_row (ZbBlock *form, double height, ZbFormRowKind kind)
{
  ZbFormRow *row = g_new0 (ZbFormRow, 1);

  row->cells = g_ptr_array_new_with_free_func (cell_free);
  row->height = height;
  row->kind = kind;
  g_ptr_array_add (form->rows, row);
  return row;
}

void
zb_form_add_cell (ZbFormRow *row, const char *label, const char *text, double weight)
{
  ZbFormCell *cell = g_new0 (ZbFormCell, 1);

  cell->label = g_strdup (label);
  cell->text = zb_clean_words (text);
  cell->weight = weight;
  g_ptr_array_add (row->cells, cell);
}

void
zb_form_add (ZbBlock *form, const char *label, const char *text, double height, ZbFormRowKind kind)
{
  zb_form_add_cell (zb_form_add_row (form, height, kind), label, text, 1);
}
