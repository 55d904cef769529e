/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One cell of a workbook: its value, or its formula. */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "exchange/template/zb-workbook-private.h"

/* Digits of a number that a cell holds exactly. */
#define MAX_DIGITS 15

static gboolean
is_number (const char *text)
{
  gsize length = strlen (text);
  char *end;

  if (length == 0 || length > MAX_DIGITS || strspn (text, "-0123456789.") != length)
    return FALSE;
  g_ascii_strtod (text, &end);
  return *end == '\0' && (text[0] != '0' || text[1] == '\0' || text[1] == '.');
}

/* Days since the beginning of the workbook's calendar; 0 for what is not a complete date in it. */
static guint
serial_of (const char *date, gboolean from_1904)
{
  GDate day, begin;
  int days;

  if (strlen (date) != 10 || date[4] != '.' || date[7] != '.' || strspn (date, "0123456789.") != 10
      || !g_date_valid_dmy ((GDateDay) atoi (date + 8), (GDateMonth) atoi (date + 5), (GDateYear) atoi (date)))
    return 0;
  g_date_clear (&day, 1);
  g_date_set_dmy (&day, (GDateDay) atoi (date + 8), (GDateMonth) atoi (date + 5), (GDateYear) atoi (date));
  g_date_clear (&begin, 1);
  /* The calendar of 1900 has a 29 February that never was: it is right from March on. */
  g_date_set_dmy (&begin, from_1904 ? 1 : 30, from_1904 ? G_DATE_JANUARY : G_DATE_DECEMBER, from_1904 ? 1904 : 1899);
  days = g_date_days_between (&begin, &day);
  return days > (from_1904 ? 0 : 60) ? (guint) days : 0;
}

static gboolean
is_date_style (const ZbFormBook *book, guint style)
{
  ZbCellShows shows = style < book->formats->len ? g_array_index (book->formats, ZbCellFormat, style).shows : ZB_CELL_SHOWS_NUMBER;

  return shows == ZB_CELL_SHOWS_DAY || shows == ZB_CELL_SHOWS_MONTH || shows == ZB_CELL_SHOWS_YEAR;
}

guint
zb_form_cell_style (const ZbFormSheet *sheet, const ZbXmlNode *cell)
{
  return zb_xml_part_number (sheet->xml, cell, "s", 0);
}

/* The start tag of a cell with another place, another look and another type. */
static void
append_tag (const ZbFormSheet *sheet, const ZbXmlNode *cell, guint row, guint style, const char *type, gboolean is_empty, GString *out)
{
  g_autoptr(ZbXmlEdits) edits = zb_xml_edits_new ();
  g_autofree char *ref = zb_xml_part_attribute (sheet->xml, cell, "r", NULL, NULL);
  guint32 end = cell->inner - (sheet->xml->text[cell->inner - 2] == '/' ? 2 : 1);

  if (ref != NULL)
    {
      g_autofree char *moved = g_strdup_printf ("%.*s%u", (int) strcspn (ref, "0123456789"), ref, row);

      zb_xml_edits_attribute (edits, sheet->xml, cell, "r", moved);
    }
  if (style != zb_form_cell_style (sheet, cell))
    {
      g_autofree char *number = g_strdup_printf ("%u", style);

      zb_xml_edits_attribute (edits, sheet->xml, cell, "s", number);
    }
  zb_xml_edits_attribute (edits, sheet->xml, cell, "t", type);
  zb_xml_edits_render (edits, sheet->xml, cell->start, end, out);
  g_string_append (out, is_empty ? "/>" : ">");
}

/* A cell with a number in it. @out_text: (out): the number */
static gboolean
take_number (ZbFormBook *book, const ZbMarkedCell *marked, guint style, int row, char **out_text)
{
  ZbValueKind kind = ZB_VALUE_TEXT;
  guint serial;
  g_autofree char *value = NULL;

  if (!zb_texts_is_one_mark (marked->texts))
    return FALSE;
  value = zb_filling_value (book->form->data, &g_array_index (marked->texts->marks, ZbMark, 0), row, &kind);
  if (value == NULL || (style < book->is_text->len && g_array_index (book->is_text, gboolean, style)))
    return FALSE;
  if (kind == ZB_VALUE_NUMBER && is_number (value))
    {
      *out_text = g_steal_pointer (&value);
      return TRUE;
    }
  if (kind != ZB_VALUE_DATE || !is_date_style (book, style) || (serial = serial_of (value, book->from_1904)) == 0)
    return FALSE;
  *out_text = g_strdup_printf ("%u", serial);
  return TRUE;
}

/* The text of a cell with its runs, from a string of the workbook or its own. */
static void
append_runs (ZbFormBook *book, const ZbMarkedCell *marked, const int *rows, const char *prefix, GString *out)
{
  g_autoptr(ZbXmlEdits) edits = zb_xml_edits_new ();
  ZbTexts *texts = marked->texts;
  g_autofree char *other = zb_xml_node_prefix (texts->node);

  zb_form_fill_one (book->form, texts, ZB_TEXTS_SHEET, rows, edits);
  g_string_append_printf (out, "<%sis>", prefix);
  if (strcmp (other, prefix) == 0)
    zb_xml_edits_render (edits, texts->part, texts->node->inner, texts->node->inner_end, out);
  else
    {
      /* Strings of another prefix would mean nothing here: only their text is taken. */
      g_autoptr(GString) plain = g_string_new (NULL);
      g_autoptr(GBytes) whole = NULL;
      g_autoptr(ZbXmlPart) xml = NULL;
      const char *namespace_end = strchr (texts->part->text + texts->part->nodes->start, '>');

      g_string_append_len (plain, texts->part->text + texts->part->nodes->start, namespace_end + 1 - texts->part->text - texts->part->nodes->start);
      zb_xml_edits_render (edits, texts->part, texts->node->start, texts->node->end, plain);
      g_string_append_printf (plain, "</%.*s>", (int) (texts->part->nodes->n_prefix + texts->part->nodes->n_name),
                              texts->part->nodes->name - texts->part->nodes->n_prefix);
      whole = g_bytes_new (plain->str, plain->len);
      xml = zb_xml_part_new (whole, "strings", NULL);
      g_string_append_printf (out, "<%st xml:space=\"preserve\">", prefix);
      for (guint i = 0; xml != NULL && i < xml->n_nodes; i++)
        if (zb_xml_node_is (&xml->nodes[i], "t") && zb_xml_node_under (&xml->nodes[i], "rPh") == NULL)
          {
            g_autofree char *inner = zb_xml_part_inner (xml, &xml->nodes[i]);

            zb_xml_escape (out, inner, -1);
          }
      g_string_append_printf (out, "</%st>", prefix);
    }
  g_string_append_printf (out, "</%sis>", prefix);
}

static gboolean
is_all_empty (ZbFormBook *book, const ZbMarkedCell *marked, int row)
{
  g_autofree char *value = NULL;

  if (!zb_texts_is_one_mark (marked->texts))
    return FALSE;
  value = zb_filling_value (book->form->data, &g_array_index (marked->texts->marks, ZbMark, 0), row, NULL);
  return value != NULL && *value == '\0';
}

void
zb_form_cell_number (const ZbFormSheet *sheet, const ZbXmlNode *like, guint row, guint style, gint64 number, GString *out)
{
  g_autofree char *prefix = zb_xml_node_prefix (like);

  append_tag (sheet, like, row, style, NULL, number < 0, out);
  if (number >= 0)
    g_string_append_printf (out, "<%sv>%" G_GINT64_FORMAT "</%sv></%s%.*s>", prefix, number, prefix, prefix, (int) like->n_name, like->name);
}

void
zb_form_cell_append (ZbFormBook *book, const ZbFormSheet *sheet, const ZbMarkedCell *marked, guint row, guint style, const ZbFillingOrder *order, guint copy, GString *out)
{
  g_autofree int *rows = g_new (int, marked->texts->marks->len);
  g_autofree char *prefix = zb_xml_node_prefix (marked->cell);
  g_autofree char *name = g_strndup (marked->cell->name, marked->cell->n_name);
  g_autofree char *number = NULL;

  for (guint i = 0; i < marked->texts->marks->len; i++)
    rows[i] = order != NULL && marked->numbers != NULL && marked->numbers[i] > 0 ? zb_filling_person (order, copy, marked->numbers[i]) : -1;
  if (is_all_empty (book, marked, rows[0]))
    append_tag (sheet, marked->cell, row, style, NULL, TRUE, out);
  else if (take_number (book, marked, style, rows[0], &number))
    {
      append_tag (sheet, marked->cell, row, style, NULL, FALSE, out);
      g_string_append_printf (out, "<%sv>%s</%sv></%s%s>", prefix, number, prefix, prefix, name);
    }
  else
    {
      append_tag (sheet, marked->cell, row, style, "inlineStr", FALSE, out);
      append_runs (book, marked, rows, prefix, out);
      g_string_append_printf (out, "</%s%s>", prefix, name);
    }
}

void
zb_form_text_edit (const ZbXmlNode *node, char *text, ZbXmlEdits *edits)
{
  GString *out = g_string_new (NULL);

  zb_xml_escape (out, text, -1);
  g_free (text);
  zb_xml_edits_add (edits, node->inner, node->inner_end, g_string_free (out, FALSE));
}

/* The text of a formula; of a shared one as it reads in this cell. Returns: (transfer full) */
static char *
formula_text (const ZbFormSheet *sheet, ZbXmlNode *cell, const ZbXmlNode *formula, gboolean *out_is_shared)
{
  g_autofree char *type = zb_xml_part_attribute (sheet->xml, formula, "t", NULL, NULL);
  g_autofree char *text = zb_xml_part_inner (sheet->xml, formula);
  g_autofree char *number = zb_xml_part_attribute (sheet->xml, formula, "si", NULL, NULL);
  ZbXmlNode *master = number != NULL ? g_hash_table_lookup (sheet->shared, number) : NULL;
  g_autofree char *here = zb_xml_part_attribute (sheet->xml, cell, "r", NULL, NULL);
  g_autofree char *there = master != NULL ? zb_xml_part_attribute (sheet->xml, master, "r", NULL, NULL) : NULL;
  ZbCellRef from, to;

  *out_is_shared = g_strcmp0 (type, "shared") == 0;
  if (!*out_is_shared || master == NULL || master == cell || *text != '\0' || here == NULL || there == NULL
      || zb_cell_ref_parse (there, &from) == 0 || zb_cell_ref_parse (here, &to) == 0)
    return g_steal_pointer (&text);
  g_free (text);
  text = zb_xml_part_inner (sheet->xml, zb_xml_node_child (master, "f"));
  return zb_formula_offset (text, (int) to.row - (int) from.row, (int) to.column - (int) from.column);
}

void
zb_form_formula_edit (ZbFormBook *book, const ZbFormSheet *sheet, ZbXmlNode *cell, guint row, const ZbRowBlock *block, guint copy, ZbXmlEdits *edits)
{
  ZbXmlNode *formula = zb_xml_node_child (cell, "f"), *value = zb_xml_node_child (cell, "v");
  g_autofree char *type = NULL;
  g_autofree char *text = NULL;
  g_autofree char *ref = NULL;
  ZbFormulaMove move = zb_form_move (book, sheet, ZB_WIDENS_IN_SUMS);
  gboolean is_shared;

  if (formula == NULL)
    return;
  /* What it came to before is no longer true; programs work it out anew where nothing stands. */
  if (value != NULL)
    zb_xml_edits_add (edits, value->start, value->end, g_strdup (""));
  zb_xml_edits_attribute (edits, sheet->xml, cell, "t", NULL);
  if (!book->moves)
    return;
  move.block = block;
  move.copy = copy;
  text = formula_text (sheet, cell, formula, &is_shared);
  type = zb_xml_part_attribute (sheet->xml, formula, "t", NULL, NULL);
  ref = zb_xml_part_attribute (sheet->xml, formula, "ref", NULL, NULL);
  if (is_shared)
    {
      g_autofree char *moved = zb_formula_move (text, &move);
      g_autofree char *prefix = zb_xml_node_prefix (formula);
      GString *out = g_string_new (NULL);

      g_string_append_printf (out, "<%sf>", prefix);
      zb_xml_escape (out, moved, -1);
      g_string_append_printf (out, "</%sf>", prefix);
      zb_xml_edits_add (edits, formula->start, formula->end, g_string_free (out, FALSE));
      return;
    }
  if (*text != '\0')
    zb_form_text_edit (formula, zb_formula_move (text, &move), edits);
  if (g_strcmp0 (type, "array") == 0 && ref != NULL)
    {
      g_autofree char *moved = zb_formula_move (ref, &move);

      zb_xml_edits_attribute (edits, sheet->xml, formula, "ref", moved);
    }
}
