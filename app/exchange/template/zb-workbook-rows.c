/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows of a sheet that repeat, and those below them. */
#include "config.h"

#include <string.h>

#include "exchange/template/zb-workbook-private.h"

guint
zb_form_sheet_row (const ZbFormSheet *sheet, guint i)
{
  return g_array_index (sheet->row_numbers, guint, i);
}

static gboolean
is_of_row (const ZbFormBook *book, const ZbMarkedCell *marked)
{
  for (guint i = 0; i < marked->texts->marks->len; i++)
    if (zb_filling_is_of_row (book->form->data, &g_array_index (marked->texts->marks, ZbMark, i)))
      return TRUE;
  return FALSE;
}

/* A marked cell that is merged with those below it takes their rows along. */
static guint
last_of_cell (const ZbFormSheet *sheet, const ZbMarkedCell *marked)
{
  ZbXmlNode *merges = zb_xml_node_child (sheet->xml->nodes, "mergeCells");
  g_autofree char *ref = zb_xml_part_attribute (sheet->xml, marked->cell, "r", NULL, NULL);

  for (ZbXmlNode *node = merges != NULL && ref != NULL ? merges->first : NULL; node != NULL; node = node->next)
    {
      g_autofree char *range = zb_xml_part_attribute (sheet->xml, node, "ref", NULL, NULL);
      gsize length = strlen (ref);
      ZbCellRef last;

      if (range != NULL && g_ascii_strncasecmp (range, ref, length) == 0 && range[length] == ':' && zb_cell_ref_parse (range + length + 1, &last) > 0)
        return MAX (last.row, marked->row);
    }
  return marked->row;
}

/* Whom each mark of the rows from @first to @last is of. Returns: how many people they hold */
static guint
number_block (const ZbFormBook *book, ZbFormSheet *sheet, guint first, guint last)
{
  g_autoptr(GArray) placed = g_array_new (FALSE, FALSE, sizeof (ZbPlacedMark));
  guint n_people = 1, at = 0;

  for (guint pass = 0; pass < 2; pass++)
    {
      for (guint i = 0; i < sheet->marked->len; i++)
        {
          ZbMarkedCell *marked = g_ptr_array_index (sheet->marked, i);

          if (marked->row < first || marked->row > last)
            continue;
          if (pass == 1)
            marked->numbers = g_new0 (guint, marked->texts->marks->len);
          for (guint m = 0; m < marked->texts->marks->len; m++)
            {
              ZbPlacedMark mark = { &g_array_index (marked->texts->marks, ZbMark, m), 1 };

              if (!zb_filling_is_of_row (book->form->data, mark.mark))
                continue;
              if (pass == 0)
                g_array_append_val (placed, mark);
              else
                marked->numbers[m] = g_array_index (placed, ZbPlacedMark, at++).number;
            }
        }
      if (pass == 0)
        n_people = zb_filling_number (placed);
    }
  return n_people;
}

static gboolean
add_block (ZbFormBook *book, ZbFormSheet *sheet, guint first, guint last, GError **error)
{
  guint n_people = number_block (book, sheet, first, last), copies = MAX ((book->form->data->n_rows + n_people - 1) / n_people, 1);

  if ((guint64) copies * (last - first + 1) > ZB_SHEET_MAX_ROWS - first)
    {
      g_set_error (error, ZB_TEMPLATE_ERROR, ZB_TEMPLATE_ERROR_TOO_MANY_ROWS, "more than %d rows", ZB_SHEET_MAX_ROWS);
      return FALSE;
    }
  zb_row_map_add (sheet->map, first, last, copies);
  g_array_append_val (sheet->people, n_people);
  return TRUE;
}

gboolean
zb_form_sheet_plan (ZbFormBook *book, ZbFormSheet *sheet, GError **error)
{
  guint first = 0, last = 0;

  for (guint i = 0; i < sheet->marked->len; i++)
    {
      const ZbMarkedCell *marked = g_ptr_array_index (sheet->marked, i);

      if (!is_of_row (book, marked))
        continue;
      if (first > 0 && marked->row > last + 1)
        {
          if (!add_block (book, sheet, first, last, error))
            return FALSE;
          first = 0;
        }
      if (first == 0)
        first = last = marked->row;
      last = MAX (last, last_of_cell (sheet, marked));
    }
  if (first > 0 && !add_block (book, sheet, first, last, error))
    return FALSE;
  book->moves = book->moves || zb_row_map_moves (sheet->map);
  return TRUE;
}

static void
set_number (const ZbFormSheet *sheet, const ZbXmlNode *row, guint number, ZbXmlEdits *edits)
{
  char text[16];

  g_snprintf (text, sizeof text, "%u", number);
  zb_xml_edits_attribute (edits, sheet->xml, row, "r", text);
}

static void
set_ref (const ZbFormSheet *sheet, const ZbXmlNode *cell, guint number, ZbXmlEdits *edits)
{
  guint32 start, end;
  g_autofree char *ref = zb_xml_part_attribute (sheet->xml, cell, "r", &start, &end);

  if (ref != NULL)
    zb_xml_edits_add (edits, start, end, g_strdup_printf ("%.*s%u", (int) strcspn (ref, "0123456789"), ref, number));
}

/* A row in its new place. @first: row of the list of its first person */
static void
edit_row (ZbFormBook *book, ZbFormSheet *sheet, ZbXmlNode *row, guint from, guint to, const ZbRowBlock *block, guint copy, int first, ZbXmlEdits *edits)
{
  if (from != to)
    set_number (sheet, row, to, edits);
  for (ZbXmlNode *cell = row->first; cell != NULL; cell = cell->next)
    {
      const ZbMarkedCell *marked = g_hash_table_lookup (sheet->by_cell, cell);

      if (!zb_xml_node_is (cell, "c"))
        continue;
      if (marked != NULL)
        {
          GString *out = g_string_new (NULL);

          zb_form_cell_append (book, sheet, marked, to, first, out);
          zb_xml_edits_add (edits, cell->start, cell->end, g_string_free (out, FALSE));
          continue;
        }
      if (from != to)
        set_ref (sheet, cell, to, edits);
      zb_form_formula_edit (book, sheet, cell, from, block, copy, edits);
    }
}

/* The rows of a block as often as they are wanted. @i: of its first row. Returns: how many rows of the text it takes */
static guint
repeat (ZbFormBook *book, ZbFormSheet *sheet, ZbXmlNode *row, guint i, const ZbRowBlock *block, ZbXmlEdits *edits)
{
  g_autoptr(ZbXmlEdits) local = zb_xml_edits_new ();
  GString *out = g_string_new (NULL);
  guint height = block->last - block->first + 1, begin = zb_row_map_first (sheet->map, block->first), n = 0;
  guint people = g_array_index (sheet->people, guint, block - &g_array_index (sheet->map->blocks, ZbRowBlock, 0));
  ZbXmlNode *last = row;

  for (guint copy = 0; copy < block->copies; copy++)
    {
      ZbXmlNode *node = row;

      zb_xml_edits_clear (local);
      for (n = 0; node != NULL && zb_form_sheet_row (sheet, i + n) <= block->last; node = node->next, n++)
        {
          guint from = zb_form_sheet_row (sheet, i + n);

          edit_row (book, sheet, node, from, begin + copy * height + from - block->first, block, copy, (int) (copy * people), local);
          last = node;
        }
      zb_xml_edits_render (local, sheet->xml, row->start, last->end, out);
    }
  zb_xml_edits_add (edits, row->start, last->end, g_string_free (out, FALSE));
  return n;
}

void
zb_form_sheet_fill (ZbFormBook *book, ZbFormSheet *sheet, ZbXmlEdits *edits)
{
  ZbXmlNode *row = sheet->data != NULL ? sheet->data->first : NULL;

  for (guint i = 0; row != NULL;)
    {
      guint number = zb_form_sheet_row (sheet, i);
      const ZbRowBlock *block = zb_row_map_block (sheet->map, number);
      guint n = 1;

      if (block != NULL)
        n = repeat (book, sheet, row, i, block, edits);
      else
        edit_row (book, sheet, row, number, zb_row_map_first (sheet->map, number), NULL, 0, -1, edits);
      for (; n > 0 && row != NULL; n--, i++)
        row = row->next;
    }
}
