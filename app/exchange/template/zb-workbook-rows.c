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

gboolean
zb_form_cell_has_row_mark (const ZbFormBook *book, const ZbMarkedCell *marked)
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
  guint n_rows = book->form->data->n_rows, n_people = number_block (book, sheet, first, last), copies;
  guint spare = zb_form_sheet_spare (book, sheet, first, last, n_people, n_rows > 0 ? n_rows - 1 : 0);
  g_autoptr(GArray) numbers = spare > 0 ? zb_form_spare_numbers (book, sheet, first, last) : g_array_new (FALSE, FALSE, sizeof (gint64));
  ZbFillingOrder order = zb_filling_order (n_people, (const gint64 *) numbers->data, numbers->len, n_rows, &copies);

  if ((guint64) copies * (last - first + 1) > ZB_SHEET_MAX_ROWS - first)
    {
      g_set_error (error, ZB_TEMPLATE_ERROR, ZB_TEMPLATE_ERROR_TOO_MANY_ROWS, "more than %d rows", ZB_SHEET_MAX_ROWS);
      return FALSE;
    }
  zb_row_map_add (sheet->map, first, last, copies, spare);
  g_array_append_val (sheet->orders, order);
  return TRUE;
}

const ZbFillingOrder *
zb_form_sheet_order (const ZbFormSheet *sheet, const ZbRowBlock *block)
{
  return &g_array_index (sheet->orders, ZbFillingOrder, block - &g_array_index (sheet->map->blocks, ZbRowBlock, 0));
}

gboolean
zb_form_sheet_plan (ZbFormBook *book, ZbFormSheet *sheet, GError **error)
{
  guint first = 0, last = 0;

  for (guint i = 0; i < sheet->marked->len; i++)
    {
      const ZbMarkedCell *marked = g_ptr_array_index (sheet->marked, i);

      if (!zb_form_cell_has_row_mark (book, marked))
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

void
zb_form_cell_set_ref (const ZbFormSheet *sheet, const ZbXmlNode *cell, guint number, ZbXmlEdits *edits)
{
  g_autofree char *ref = zb_xml_part_attribute (sheet->xml, cell, "r", NULL, NULL);
  g_autofree char *moved = ref != NULL ? g_strdup_printf ("%.*s%u", (int) strcspn (ref, "0123456789"), ref, number) : NULL;

  if (ref != NULL)
    zb_xml_edits_attribute (edits, sheet->xml, cell, "r", moved);
}

/* A cell without marks in a copy of its row that is no copy: what goes on over all of them, and numbers that count. Returns: whether it was one */
static gboolean
edit_copied (ZbFormBook *book, ZbFormSheet *sheet, ZbXmlNode *cell, guint from, guint to, const ZbRowBlock *block, guint copy, ZbXmlEdits *edits)
{
  gboolean goes_on = copy > 0 && zb_form_cell_goes_on (sheet, cell, block->first, block->last);
  gint64 number = -1, step;
  GString *out;

  if (!goes_on && (block->spare == 0 || !zb_form_spare_counts (book, sheet, cell, from, block->last - block->first + 1, &number, &step)))
    return FALSE;
  if (!goes_on)
    {
      g_autoptr(GArray) numbers = zb_form_spare_numbers (book, sheet, block->first, block->last);
      gint64 is_there = number;

      number = zb_filling_counted (zb_form_sheet_order (sheet, block), number, numbers->len > 0 ? g_array_index (numbers, gint64, 0) : number, step, copy);
      if (copy == 0 && number == is_there)
        return FALSE;
    }
  out = g_string_new (NULL);
  zb_form_cell_number (sheet, cell, to, zb_form_cell_style (sheet, cell), number, out);
  zb_xml_edits_add (edits, cell->start, cell->end, g_string_free (out, FALSE));
  return TRUE;
}

/* A row in its new place. */
static void
edit_row (ZbFormBook *book, ZbFormSheet *sheet, ZbXmlNode *row, guint from, guint to, const ZbRowBlock *block, guint copy, ZbXmlEdits *edits)
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

          zb_form_cell_append (book, sheet, marked, to, zb_form_cell_style (sheet, cell), block != NULL ? zb_form_sheet_order (sheet, block) : NULL, copy, out);
          zb_xml_edits_add (edits, cell->start, cell->end, g_string_free (out, FALSE));
          continue;
        }
      if (block != NULL && edit_copied (book, sheet, cell, from, to, block, copy, edits))
        continue;
      if (from != to)
        zb_form_cell_set_ref (sheet, cell, to, edits);
      zb_form_formula_edit (book, sheet, cell, from, block, copy, edits);
    }
}

/* The rows of a block once: marked ones, or a copy of them. @i: of the first. Returns: the last of them */
static ZbXmlNode *
append_copy (ZbFormBook *book, ZbFormSheet *sheet, guint i, const ZbRowBlock *block, guint copy, GString *out)
{
  g_autoptr(ZbXmlEdits) edits = zb_xml_edits_new ();
  guint height = block->last - block->first + 1, begin = zb_row_map_first (sheet->map, block->first);
  ZbXmlNode *row = g_ptr_array_index (sheet->rows, i), *last = row;

  for (; i < sheet->rows->len && zb_form_sheet_row (sheet, i) <= block->last; i++)
    {
      guint from = zb_form_sheet_row (sheet, i);

      last = g_ptr_array_index (sheet->rows, i);
      edit_row (book, sheet, last, from, begin + copy * height + from - block->first, block, copy, edits);
    }
  zb_xml_edits_render (edits, sheet->xml, row->start, last->end, out);
  return last;
}

/* Rows that the form has prepared, filled. @i: of the first marked one. Returns: the last of them */
static ZbXmlNode *
append_spare (ZbFormBook *book, ZbFormSheet *sheet, guint i, const ZbRowBlock *block, guint which, guint place, GString *out)
{
  guint height = block->last - block->first + 1, begin = zb_row_map_first (sheet->map, block->first), at = i + which * height;
  ZbXmlNode *last = g_ptr_array_index (sheet->rows, at);

  for (guint line = 0; line < height; line++)
    {
      ZbXmlNode *row = g_ptr_array_index (sheet->rows, i + line);
      guint to = begin + place * height + line;

      last = g_ptr_array_index (sheet->rows, at + line);
      zb_form_spare_fill (book, sheet, row, last, zb_form_sheet_row (sheet, at + line), to, block, place, out);
    }
  return last;
}

/* The rows of a block as often as they are wanted. @i: of its first row. Returns: how many rows of the text it takes */
static guint
repeat (ZbFormBook *book, ZbFormSheet *sheet, guint i, const ZbRowBlock *block, ZbXmlEdits *edits)
{
  GString *out = g_string_new (NULL);
  guint n = 0;
  ZbXmlNode *row = g_ptr_array_index (sheet->rows, i), *last = row;

  for (guint place = 0; place < block->copies; place++)
    {
      guint spare = zb_row_block_spare (block, place);
      ZbXmlNode *end = spare > 0 ? append_spare (book, sheet, i, block, spare, place, out) : append_copy (book, sheet, i, block, place, out);

      last = end->end > last->end ? end : last;
    }
  zb_xml_edits_add (edits, row->start, last->end, g_string_free (out, FALSE));
  while (i + n < sheet->rows->len && ((ZbXmlNode *) g_ptr_array_index (sheet->rows, i + n))->start < last->end)
    n++;
  return n;
}

void
zb_form_sheet_fill (ZbFormBook *book, ZbFormSheet *sheet, ZbXmlEdits *edits)
{
  for (guint i = 0; i < sheet->rows->len;)
    {
      guint number = zb_form_sheet_row (sheet, i);
      const ZbRowBlock *block = zb_row_map_block (sheet->map, number);

      if (block != NULL)
        i += repeat (book, sheet, i, block, edits);
      else
        {
          edit_row (book, sheet, g_ptr_array_index (sheet->rows, i), number, zb_row_map_first (sheet->map, number), NULL, 0, edits);
          i++;
        }
    }
}
