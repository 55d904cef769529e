/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/document/zb-document-blocks.h"

static void
add_row (GString *out, const ZbFormRow *row)
{
  for (guint i = 0; i < row->cells->len; i++)
    {
      const ZbFormCell *cell = g_ptr_array_index (row->cells, i);

      if (i > 0)
        g_string_append (out, "　");
      if (cell->label != NULL)
        g_string_append_printf (out, "%s：", cell->label);
      g_string_append (out, cell->text);
    }
  g_string_append_c (out, '\n');
}

static void
add_block (GString *out, const ZbBlock *block)
{
  switch (block->type)
    {
    case ZB_BLOCK_TITLE:
    case ZB_BLOCK_NOTE:
    case ZB_BLOCK_LINE:
    case ZB_BLOCK_HEADING:
    case ZB_BLOCK_BIG: g_string_append_printf (out, "%s\n", block->text); break;
    case ZB_BLOCK_TEXT: g_string_append_printf (out, "　　%s\n", block->text); break;
    case ZB_BLOCK_BLANK: g_string_append (out, "\n"); break;
    case ZB_BLOCK_FORM:
    case ZB_BLOCK_TABLE:
      for (guint i = 0; i < block->rows->len; i++)
        add_row (out, g_ptr_array_index (block->rows, i));
      break;
    case ZB_BLOCK_SIGNATURE: g_string_append_printf (out, "\n%s\n%s\n", block->text, block->more); break;
    case ZB_BLOCK_PICTURE: g_string_append_printf (out, "［照片］%s\n", block->more); break;
    case ZB_BLOCK_CARD: g_string_append_printf (out, "%s\n%s\n%s\n\n", block->text, block->more, block->last); break;
    case ZB_BLOCK_SLIP:
      g_string_append_printf (out, "%s　%s\n%s\n编号：%s　认领人：＿＿＿＿　电话：＿＿＿＿　承诺日期：＿＿＿＿\n\n", block->last, block->text, block->more,
                              block->last);
      break;
    case ZB_BLOCK_ENTRY: g_string_append_printf (out, "%s　%s\n%s\n", block->last, block->text, block->more); break;
    case ZB_BLOCK_BALLOT:
    case ZB_BLOCK_SEATS:
      g_string_append_printf (out, "%s\n", block->text);
      for (guint i = 0; i < block->rows->len; i++)
        add_row (out, g_ptr_array_index (block->rows, i));
      g_string_append_printf (out, "%s\n%s\n\n", block->more, block->last != NULL ? block->last : "");
      break;
    case ZB_BLOCK_NAME_CARD: g_string_append_printf (out, "%s\n", block->text); break;
    case ZB_BLOCK_SEAM: g_string_append_printf (out, "\n———— %s ————\n\n", block->text); break;
    case ZB_BLOCK_PAGE: g_string_append (out, "\n"); break;
    default: break;
    }
}

char *
zb_document_text (ZbDocument *self)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < self->blocks->len; i++)
    add_block (out, g_ptr_array_index (self->blocks, i));
  return g_string_free (out, FALSE);
}
