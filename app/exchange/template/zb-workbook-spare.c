/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows that a form has prepared below its marked ones: as these, with lines around their cells, and empty. People use them up first. */
#include "config.h"

#include <string.h>

#include "exchange/template/zb-workbook-private.h"

/* The row of that number. Returns: its place among the rows; −1 where the sheet does not name it */
static int
row_at (const ZbFormSheet *sheet, guint number)
{
  guint low = 0, high = sheet->rows->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (zb_form_sheet_row (sheet, middle) < number)
        low = middle + 1;
      else
        high = middle;
    }
  return low < sheet->rows->len && zb_form_sheet_row (sheet, low) == number ? (int) low : -1;
}

/* The column of a cell; one without a place follows the one before it. */
static guint
column_of (const ZbFormSheet *sheet, const ZbXmlNode *cell, guint before)
{
  g_autofree char *text = zb_xml_part_attribute (sheet->xml, cell, "r", NULL, NULL);
  ZbCellRef ref;

  return text != NULL && zb_cell_ref_parse (text, &ref) > 0 ? ref.column : before + 1;
}

/* The next cell of a row. @cell: (nullable): the one before */
static ZbXmlNode *
next_cell (ZbXmlNode *row, ZbXmlNode *cell)
{
  ZbXmlNode *node = cell != NULL ? cell->next : row->first;

  while (node != NULL && !zb_xml_node_is (node, "c"))
    node = node->next;
  return node;
}

static ZbXmlNode *
cell_in (const ZbFormSheet *sheet, ZbXmlNode *row, guint column)
{
  guint at = 0;

  for (ZbXmlNode *cell = next_cell (row, NULL); cell != NULL; cell = next_cell (row, cell))
    if ((at = column_of (sheet, cell, at)) >= column)
      return at == column ? cell : NULL;
  return NULL;
}

/* What stands in a cell without marks. Returns: (transfer full) */
static char *
text_in (const ZbFormBook *book, const ZbFormSheet *sheet, const ZbXmlNode *cell)
{
  g_autofree char *type = zb_xml_part_attribute (sheet->xml, cell, "t", NULL, NULL);
  ZbXmlNode *value = zb_xml_node_child (cell, "v"), *own = zb_xml_node_child (cell, "is");
  const ZbXmlPart *part = sheet->xml;
  const ZbXmlNode *from = own != NULL ? own : value;
  g_autoptr(GString) out = g_string_new (NULL);
  guint64 i;

  if (from == NULL)
    return g_strdup ("");
  if (g_strcmp0 (type, "s") == 0)
    {
      g_autofree char *number = zb_xml_part_inner (sheet->xml, from);

      if (!g_ascii_string_to_unsigned (g_strstrip (number), 10, 0, G_MAXUINT32, &i, NULL) || i >= book->string_nodes->len)
        return g_strdup ("?");
      part = book->strings;
      from = g_ptr_array_index (book->string_nodes, i);
    }
  for (const ZbXmlNode *node = from; node < part->nodes + part->n_nodes && node->start < from->end; node++)
    if (node->first == NULL && zb_xml_node_under (node, "rPh") == NULL)
      {
        g_autofree char *text = zb_xml_part_inner (part, node);

        g_string_append (out, text);
      }
  return zb_texts_trim (out->str);
}

static gboolean
is_whole_number (const char *text, gint64 *out)
{
  guint64 number;

  if (!g_ascii_string_to_unsigned (text, 10, 0, 10000000, &number, NULL))
    return FALSE;
  *out = (gint64) number;
  return TRUE;
}

static gboolean
has_formula (const ZbXmlNode *cell)
{
  return cell != NULL && zb_xml_node_child (cell, "f") != NULL;
}

static gboolean
is_inside (const ZbMergedCells *merged, guint first, guint last)
{
  return merged->first.row >= first && merged->last.row <= last;
}

static gboolean
touches (const ZbMergedCells *merged, guint first, guint last)
{
  return merged->first.row <= last && merged->last.row >= first;
}

gboolean
zb_form_cell_goes_on (const ZbFormSheet *sheet, const ZbXmlNode *cell, guint first, guint last)
{
  g_autofree char *text = sheet->merges->len > 0 ? zb_xml_part_attribute (sheet->xml, cell, "r", NULL, NULL) : NULL;
  ZbCellRef ref;

  if (text == NULL || zb_cell_ref_parse (text, &ref) == 0)
    return FALSE;
  for (guint i = 0; i < sheet->merges->len; i++)
    {
      const ZbMergedCells *merged = &g_array_index (sheet->merges, ZbMergedCells, i);

      if (touches (merged, ref.row, ref.row) && ref.column >= merged->first.column && ref.column <= merged->last.column)
        return !is_inside (merged, first, last);
    }
  return FALSE;
}

/* Whether cells are merged in the rows from @first to @last as they are in those that many rows above. */
static gboolean
merges_alike (const ZbFormSheet *sheet, guint first, guint last, guint above)
{
  guint n = 0, n_above = 0;

  for (guint i = 0; i < sheet->merges->len; i++)
    {
      const ZbMergedCells *merged = &g_array_index (sheet->merges, ZbMergedCells, i);
      gboolean here = touches (merged, first, last), there = touches (merged, first - above, last - above);

      if (here && !is_inside (merged, first, last))
        {
          /* One that goes on has to be the same in both. */
          if (!there)
            return FALSE;
          continue;
        }
      if (there && !is_inside (merged, first - above, last - above))
        {
          if (!here)
            return FALSE;
          continue;
        }
      n += here;
      n_above += there;
    }
  for (guint i = 0; i < sheet->merges->len && n == n_above; i++)
    {
      const ZbMergedCells *merged = &g_array_index (sheet->merges, ZbMergedCells, i);
      gboolean found = !is_inside (merged, first, last);

      for (guint j = 0; j < sheet->merges->len && !found; j++)
        {
          const ZbMergedCells *other = &g_array_index (sheet->merges, ZbMergedCells, j);

          found = other->first.row + above == merged->first.row && other->last.row + above == merged->last.row
                  && other->first.column == merged->first.column && other->last.column == merged->last.column;
        }
      if (!found)
        return FALSE;
    }
  return n == n_above;
}

static gboolean
has_border (const ZbFormBook *book, const ZbFormSheet *sheet, const ZbXmlNode *cell)
{
  guint style = zb_form_cell_style (sheet, cell);

  return style < book->looks->len && g_array_index (book->looks, ZbCellLook, style).has_border;
}

/* Whether a cell of a prepared row holds nothing of its own. @like: (nullable): of the marked row; @before: (nullable): the cell above it, of a prepared
 * row; @distance: how many rows lie between it and @like; @n_people: in each of them */
static gboolean
is_free (const ZbFormBook *book, const ZbFormSheet *sheet, ZbXmlNode *cell, ZbXmlNode *like, ZbXmlNode *before, guint distance, guint n_people)
{
  const ZbMarkedCell *marked = like != NULL ? g_hash_table_lookup (sheet->by_cell, like) : NULL;
  g_autofree char *text = NULL;
  g_autofree char *above = NULL;
  gint64 number, other;

  if (g_hash_table_contains (sheet->by_cell, cell))
    return FALSE;
  if (has_formula (cell))
    return has_formula (like);
  text = text_in (book, sheet, cell);
  if (*text == '\0')
    return TRUE;
  if (!is_whole_number (text, &number) || like == NULL)
    return FALSE;
  /* The numbers of the rows are there already. */
  if (marked != NULL && before == NULL)
    return zb_form_cell_has_row_mark (book, marked);
  above = text_in (book, sheet, marked != NULL ? before : like);
  distance = marked != NULL ? 1 : distance;
  return is_whole_number (above, &other) && (number == other + distance || number == other + (gint64) distance * n_people);
}

/* @row: the marked one; @spare: perhaps a prepared one; @before: (nullable): the prepared one above it */
static gboolean
is_spare (const ZbFormBook *book, const ZbFormSheet *sheet, ZbXmlNode *row, ZbXmlNode *spare, ZbXmlNode *before, guint distance, guint n_people)
{
  guint column = 0;

  for (ZbXmlNode *cell = next_cell (row, NULL); cell != NULL; cell = next_cell (row, cell))
    {
      const ZbMarkedCell *marked = g_hash_table_lookup (sheet->by_cell, cell);
      ZbXmlNode *other;

      column = column_of (sheet, cell, column);
      if (marked == NULL || !zb_form_cell_has_row_mark (book, marked))
        continue;
      other = cell_in (sheet, spare, column);
      if (other == NULL || !has_border (book, sheet, other))
        return FALSE;
    }
  column = 0;
  for (ZbXmlNode *cell = next_cell (spare, NULL); cell != NULL; cell = next_cell (spare, cell))
    {
      column = column_of (sheet, cell, column);
      if (!is_free (book, sheet, cell, cell_in (sheet, row, column), before != NULL ? cell_in (sheet, before, column) : NULL, distance, n_people))
        return FALSE;
    }
  return TRUE;
}

guint
zb_form_sheet_spare (const ZbFormBook *book, const ZbFormSheet *sheet, guint first, guint last, guint n_people, guint most)
{
  guint height = last - first + 1, n = 0;
  int at = row_at (sheet, first);

  if (at < 0)
    return 0;
  for (guint line = 0; line < height; line++)
    if (at + (int) line != row_at (sheet, first + line))
      return 0;
  while (n < most)
    {
      guint begin = first + (n + 1) * height;

      for (guint line = 0; line < height; line++)
        {
          int here = row_at (sheet, begin + line);

          if (here < 0
              || !is_spare (book, sheet, g_ptr_array_index (sheet->rows, at + (int) line), g_ptr_array_index (sheet->rows, here),
                            n > 0 ? g_ptr_array_index (sheet->rows, here - (int) height) : NULL, n + 1, n_people))
            return n;
        }
      if (!merges_alike (sheet, begin, begin + height - 1, begin - first))
        return n;
      n++;
    }
  return n;
}

gboolean
zb_form_spare_counts (const ZbFormBook *book, const ZbFormSheet *sheet, ZbXmlNode *cell, guint row, guint height, gint64 *out_number, gint64 *out_step)
{
  int below = row_at (sheet, row + height);
  ZbXmlNode *next = below >= 0 ? cell_in (sheet, g_ptr_array_index (sheet->rows, below), column_of (sheet, cell, 0)) : NULL;
  g_autofree char *one = NULL;
  g_autofree char *two = NULL;
  gint64 number;

  if (next == NULL || has_formula (cell) || has_formula (next) || g_hash_table_contains (sheet->by_cell, cell))
    return FALSE;
  one = text_in (book, sheet, cell);
  two = text_in (book, sheet, next);
  if (!is_whole_number (one, out_number) || !is_whole_number (two, &number) || number <= *out_number)
    return FALSE;
  *out_step = number - *out_number;
  return TRUE;
}

GArray *
zb_form_spare_numbers (const ZbFormBook *book, const ZbFormSheet *sheet, guint first, guint last)
{
  GArray *out = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint row = first; row <= last; row++)
    {
      int at = row_at (sheet, row);
      gint64 number, step;

      for (ZbXmlNode *cell = at >= 0 ? next_cell (g_ptr_array_index (sheet->rows, at), NULL) : NULL; cell != NULL;
           cell = next_cell (g_ptr_array_index (sheet->rows, at), cell))
        if (zb_form_spare_counts (book, sheet, cell, row, last - first + 1, &number, &step) && step == 1)
          g_array_append_val (out, number);
    }
  return out;
}

/* The style of the prepared cell, unless it shows numbers and dates another way than the marked one. @own: (nullable) */
static guint
style_for (const ZbFormBook *book, const ZbFormSheet *sheet, const ZbXmlNode *like, const ZbXmlNode *own)
{
  guint style = zb_form_cell_style (sheet, like), other = own != NULL ? zb_form_cell_style (sheet, own) : style;

  if (style >= book->looks->len || other >= book->looks->len
      || g_array_index (book->looks, ZbCellLook, style).number_format != g_array_index (book->looks, ZbCellLook, other).number_format)
    return style;
  return other;
}

/* Where a prepared row stands, and who is in it. */
typedef struct {
  ZbFormBook *book;
  ZbFormSheet *sheet;
  const ZbRowBlock *block;
  guint copy;
  guint from;  /* its number in the form */
  guint to;
} Place;

/* A cell without marks, in another row. @block: (nullable): as a copy of a row of that block */
static void
append_moved (const Place *place, ZbXmlNode *cell, guint style, guint from, const ZbRowBlock *block, guint copy, GString *out)
{
  g_autoptr(ZbXmlEdits) edits = zb_xml_edits_new ();
  g_autofree char *number = g_strdup_printf ("%u", style);

  zb_form_cell_set_ref (place->sheet, cell, place->to, edits);
  if (style != zb_form_cell_style (place->sheet, cell))
    zb_xml_edits_attribute (edits, place->sheet->xml, cell, "s", number);
  zb_form_formula_edit (place->book, place->sheet, cell, from, block, copy, edits);
  zb_xml_edits_render (edits, place->sheet->xml, cell->start, cell->end, out);
}

/* What the prepared row has itself. It moves when more rows are added than there were, and its number may be another then. */
static void
append_own (const Place *place, ZbXmlNode *cell, ZbXmlNode *like, GString *out)
{
  guint height = place->block->last - place->block->first + 1, style = zb_form_cell_style (place->sheet, cell);
  guint begin = place->from - (place->from - place->block->first) % height;
  const ZbRowBlock itself = { begin, begin + height - 1, 1, 0 };
  g_autofree char *text = text_in (place->book, place->sheet, cell);
  gint64 number, step, is_there;

  if (like != NULL && is_whole_number (text, &is_there)
      && zb_form_spare_counts (place->book, place->sheet, like, place->block->first + (place->from - begin), height, &number, &step))
    {
      g_autoptr(GArray) numbers = zb_form_spare_numbers (place->book, place->sheet, place->block->first, place->block->last);

      number = zb_filling_counted (zb_form_sheet_order (place->sheet, place->block), number,
                                   numbers->len > 0 ? g_array_index (numbers, gint64, 0) : number, step, place->copy);
      if (number != is_there)
        {
          zb_form_cell_number (place->sheet, cell, place->to, style, number, out);
          return;
        }
    }
  append_moved (place, cell, style, place->from, place->from != place->to ? &itself : NULL, 0, out);
}

/* @like: (nullable): of the marked row; @own: (nullable): of the prepared one */
static void
append_cell (const Place *place, ZbXmlNode *like, ZbXmlNode *own, GString *out)
{
  const ZbMarkedCell *marked = like != NULL ? g_hash_table_lookup (place->sheet->by_cell, like) : NULL;
  g_autofree char *text = like != NULL && marked == NULL ? text_in (place->book, place->sheet, like) : NULL;
  gboolean is_full = marked != NULL || has_formula (like) || (text != NULL && *text != '\0');
  g_autofree char *there = own != NULL ? text_in (place->book, place->sheet, own) : g_strdup ("");

  if (marked != NULL)
    zb_form_cell_append (place->book, place->sheet, marked, place->to, style_for (place->book, place->sheet, like, own), zb_form_sheet_order (place->sheet, place->block), place->copy, out);
  else if (is_full && !has_formula (own) && *there == '\0' && !zb_form_cell_goes_on (place->sheet, like, place->block->first, place->block->last))
    append_moved (place, like, style_for (place->book, place->sheet, like, own), place->block->first + (place->to - place->block->first) % (place->block->last - place->block->first + 1),
                  place->block, place->copy, out);
  else if (own != NULL)
    append_own (place, own, like, out);
}

void
zb_form_spare_fill (ZbFormBook *book, ZbFormSheet *sheet, ZbXmlNode *row, ZbXmlNode *spare, guint from, guint to, const ZbRowBlock *block, guint copy, GString *out)
{
  g_autoptr(ZbXmlEdits) edits = zb_xml_edits_new ();
  const Place place = { book, sheet, block, copy, from, to };
  ZbXmlNode *like = next_cell (row, NULL), *own = next_cell (spare, NULL);
  guint like_at = like != NULL ? column_of (sheet, like, 0) : G_MAXUINT, own_at = own != NULL ? column_of (sheet, own, 0) : G_MAXUINT;
  g_autofree char *number = g_strdup_printf ("%u", to);
  /* A row of several lines may have one without any cell. */
  gboolean is_closed = sheet->xml->text[spare->inner - 2] == '/';

  zb_xml_edits_attribute (edits, sheet->xml, spare, "r", number);
  /* It may hold more cells now than this says. */
  zb_xml_edits_attribute (edits, sheet->xml, spare, "spans", NULL);
  zb_xml_edits_render (edits, sheet->xml, spare->start, spare->inner - (is_closed ? 2 : 1), out);
  g_string_append_c (out, '>');
  while (like != NULL || own != NULL)
    {
      gboolean takes_like = like_at <= own_at, takes_own = own_at <= like_at;

      append_cell (&place, takes_like ? like : NULL, takes_own ? own : NULL, out);
      if (takes_like)
        {
          like = next_cell (row, like);
          like_at = like != NULL ? column_of (sheet, like, like_at) : G_MAXUINT;
        }
      if (takes_own)
        {
          own = next_cell (spare, own);
          own_at = own != NULL ? column_of (sheet, own, own_at) : G_MAXUINT;
        }
    }
  g_string_append_printf (out, "</%.*s>", (int) (spare->n_prefix + spare->n_name), spare->name - spare->n_prefix);
}
