/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Workbooks: what is in them, and the order in which they are filled. */
#include "config.h"

#include <string.h>

#include "exchange/template/zb-workbook-private.h"

static void
marked_free (gpointer data)
{
  g_free (((ZbMarkedCell *) data)->numbers);
  g_free (data);
}

static void
texts_free (gpointer data)
{
  zb_texts_free (data);
}

static void
sheet_free (gpointer data)
{
  ZbFormSheet *sheet = data;

  g_free (sheet->name);
  g_clear_pointer (&sheet->xml, zb_xml_part_free);
  g_array_unref (sheet->row_numbers);
  g_ptr_array_unref (sheet->rows);
  g_array_unref (sheet->merges);
  g_ptr_array_unref (sheet->own_texts);
  g_ptr_array_unref (sheet->marked);
  g_hash_table_unref (sheet->by_cell);
  g_hash_table_unref (sheet->shared);
  zb_row_map_free (sheet->map);
  g_array_unref (sheet->orders);
  g_free (sheet);
}

static void
book_clear (ZbFormBook *book)
{
  g_clear_pointer (&book->xml, zb_xml_part_free);
  g_clear_pointer (&book->relations, g_array_unref);
  g_clear_pointer (&book->sheets, g_ptr_array_unref);
  g_clear_pointer (&book->string_texts, g_ptr_array_unref);
  g_clear_pointer (&book->string_nodes, g_ptr_array_unref);
  g_clear_pointer (&book->strings, zb_xml_part_free);
  g_clear_pointer (&book->formats, g_array_unref);
  g_clear_pointer (&book->is_text, g_array_unref);
  g_clear_pointer (&book->looks, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ZbFormBook, book_clear)

static gboolean
read_strings (ZbFormBook *book, GError **error)
{
  book->string_nodes = g_ptr_array_new ();
  book->string_texts = g_ptr_array_new_with_free_func (texts_free);
  book->strings_part = zb_form_related (book->relations, "sharedStrings");
  if (book->strings_part < 0)
    return TRUE;
  if (!(book->strings = zb_form_open (book->form, (guint) book->strings_part, error)))
    return FALSE;
  for (ZbXmlNode *node = book->strings->nodes->first; node != NULL; node = node->next)
    if (zb_xml_node_is (node, "si"))
      {
        g_ptr_array_add (book->string_nodes, node);
        g_ptr_array_add (book->string_texts, node->first != NULL ? zb_texts_new (book->strings, node) : NULL);
      }
  return TRUE;
}

/* Which borders draw a line. Returns: (transfer full) (element-type gboolean) */
static GArray *
read_borders (const ZbXmlPart *xml)
{
  GArray *out = g_array_new (FALSE, FALSE, sizeof (gboolean));
  ZbXmlNode *borders = zb_xml_node_child (xml->nodes, "borders");

  for (ZbXmlNode *node = borders != NULL ? borders->first : NULL; node != NULL; node = node->next)
    {
      gboolean draws = FALSE;

      for (ZbXmlNode *side = node->first; side != NULL && !draws; side = side->next)
        {
          g_autofree char *style = zb_xml_part_attribute (xml, side, "style", NULL, NULL);

          draws = style != NULL && strcmp (style, "none") != 0;
        }
      g_array_append_val (out, draws);
    }
  return out;
}

/* Which styles show dates, and which are for texts. */
static gboolean
read_styles (ZbFormBook *book, GError **error)
{
  int part = zb_form_related (book->relations, "styles");
  g_autoptr(ZbXmlPart) xml = part >= 0 ? zb_form_open (book->form, (guint) part, error) : NULL;
  g_autoptr(GHashTable) codes = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  g_autoptr(GArray) borders = NULL;
  ZbXmlNode *formats, *cells;

  book->formats = g_array_new (FALSE, FALSE, sizeof (ZbCellFormat));
  book->is_text = g_array_new (FALSE, FALSE, sizeof (gboolean));
  book->looks = g_array_new (FALSE, FALSE, sizeof (ZbCellLook));
  if (xml == NULL)
    return part < 0;
  borders = read_borders (xml);
  formats = zb_xml_node_child (xml->nodes, "numFmts");
  cells = zb_xml_node_child (xml->nodes, "cellXfs");
  for (ZbXmlNode *node = formats != NULL ? formats->first : NULL; node != NULL; node = node->next)
    {
      char *code = zb_xml_part_attribute (xml, node, "formatCode", NULL, NULL);

      if (code != NULL)
        g_hash_table_insert (codes, GUINT_TO_POINTER (zb_xml_part_number (xml, node, "numFmtId", 0)), code);
    }
  for (ZbXmlNode *node = cells != NULL ? cells->first : NULL; node != NULL; node = node->next)
    {
      guint number = zb_xml_part_number (xml, node, "numFmtId", 0);
      const char *code = g_hash_table_lookup (codes, GUINT_TO_POINTER (number));
      ZbCellFormat format = code != NULL ? zb_cell_format_parse (code) : zb_cell_format_builtin (number);
      gboolean is_text = number == 49 || g_strcmp0 (code, "@") == 0;
      guint border = zb_xml_part_number (xml, node, "borderId", 0);
      ZbCellLook look = { number, border < borders->len && g_array_index (borders, gboolean, border) };

      g_array_append_val (book->formats, format);
      g_array_append_val (book->is_text, is_text);
      g_array_append_val (book->looks, look);
    }
  return TRUE;
}

/* The text of a cell that has marks: its own, or one of the workbook's. Returns: (nullable) */
static ZbTexts *
texts_of (ZbFormBook *book, ZbFormSheet *sheet, ZbXmlNode *cell)
{
  ZbXmlNode *inline_text = zb_xml_node_child (cell, "is"), *value = zb_xml_node_child (cell, "v");
  g_autofree char *type = zb_xml_part_attribute (sheet->xml, cell, "t", NULL, NULL);
  g_autofree char *text = NULL;
  ZbTexts *texts = NULL;
  guint64 i;

  if (inline_text != NULL && inline_text->first != NULL)
    {
      if ((texts = zb_texts_new (sheet->xml, inline_text)) != NULL)
        g_ptr_array_add (sheet->own_texts, texts);
      return texts;
    }
  if (value == NULL || g_strcmp0 (type, "s") != 0)
    return NULL;
  text = zb_xml_part_inner (sheet->xml, value);
  if (!g_ascii_string_to_unsigned (g_strstrip (text), 10, 0, G_MAXUINT32, &i, NULL) || i >= book->string_texts->len)
    return NULL;
  return g_ptr_array_index (book->string_texts, i);
}

static void
take_cell (ZbFormBook *book, ZbFormSheet *sheet, ZbXmlNode *cell, guint row)
{
  ZbXmlNode *formula = zb_xml_node_child (cell, "f");
  g_autofree char *number = formula != NULL ? zb_xml_part_attribute (sheet->xml, formula, "si", NULL, NULL) : NULL;
  ZbTexts *texts = formula == NULL ? texts_of (book, sheet, cell) : NULL;
  ZbMarkedCell *marked;

  book->has_formulas = book->has_formulas || formula != NULL;
  if (number != NULL && formula->inner_end > formula->inner && !g_hash_table_contains (sheet->shared, number))
    g_hash_table_insert (sheet->shared, g_steal_pointer (&number), cell);
  if (texts == NULL)
    return;
  marked = g_new0 (ZbMarkedCell, 1);
  marked->cell = cell;
  marked->texts = texts;
  marked->row = row;
  g_ptr_array_add (sheet->marked, marked);
  g_hash_table_insert (sheet->by_cell, cell, marked);
}

static void
read_merges (ZbFormSheet *sheet)
{
  ZbXmlNode *merges = zb_xml_node_child (sheet->xml->nodes, "mergeCells");

  for (ZbXmlNode *node = merges != NULL ? merges->first : NULL; node != NULL; node = node->next)
    {
      g_autofree char *ref = zb_xml_part_attribute (sheet->xml, node, "ref", NULL, NULL);
      gsize length = ref != NULL ? strcspn (ref, ":") : 0;
      ZbMergedCells merged;

      if (ref != NULL && ref[length] == ':' && zb_cell_ref_parse (ref, &merged.first) > 0 && zb_cell_ref_parse (ref + length + 1, &merged.last) > 0)
        g_array_append_val (sheet->merges, merged);
    }
}

static gboolean
read_rows (ZbFormBook *book, ZbFormSheet *sheet, GError **error)
{
  guint row = 0;

  sheet->data = zb_xml_node_child (sheet->xml->nodes, "sheetData");
  for (ZbXmlNode *node = sheet->data != NULL ? sheet->data->first : NULL; node != NULL; node = node->next)
    {
      guint number = zb_xml_part_number (sheet->xml, node, "r", row + 1);

      if (number <= row || number > ZB_SHEET_MAX_ROWS)
        {
          g_set_error (error, ZB_TEMPLATE_ERROR, ZB_TEMPLATE_ERROR_DAMAGED, "row %u does not follow row %u", number, row);
          return FALSE;
        }
      row = number;
      g_array_append_val (sheet->row_numbers, row);
      g_ptr_array_add (sheet->rows, node);
      for (ZbXmlNode *cell = node->first; cell != NULL; cell = cell->next)
        if (zb_xml_node_is (cell, "c"))
          take_cell (book, sheet, cell, row);
    }
  read_merges (sheet);
  return TRUE;
}

static gboolean
read_sheet (ZbFormBook *book, ZbXmlNode *node, GError **error)
{
  g_autofree char *id = zb_xml_part_attribute (book->xml, node, "r:id", NULL, NULL);
  ZbFormSheet *sheet;

  if (id == NULL)
    id = zb_xml_part_attribute (book->xml, node, "id", NULL, NULL);
  for (guint i = 0; id != NULL && i < book->relations->len; i++)
    {
      const ZbFormRelation *relation = &g_array_index (book->relations, ZbFormRelation, i);

      if (g_strcmp0 (relation->id, id) != 0 || relation->part < 0 || strcmp (relation->type, "worksheet") != 0)
        continue;
      sheet = g_new0 (ZbFormSheet, 1);
      sheet->name = zb_xml_part_attribute (book->xml, node, "name", NULL, NULL);
      sheet->name = sheet->name != NULL ? sheet->name : g_strdup ("");
      sheet->part = (guint) relation->part;
      sheet->row_numbers = g_array_new (FALSE, FALSE, sizeof (guint));
      sheet->rows = g_ptr_array_new ();
      sheet->merges = g_array_new (FALSE, FALSE, sizeof (ZbMergedCells));
      sheet->own_texts = g_ptr_array_new_with_free_func (texts_free);
      sheet->marked = g_ptr_array_new_with_free_func (marked_free);
      sheet->by_cell = g_hash_table_new (NULL, NULL);
      sheet->shared = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      sheet->map = zb_row_map_new ();
      sheet->orders = g_array_new (FALSE, FALSE, sizeof (ZbFillingOrder));
      g_ptr_array_add (book->sheets, sheet);
      return (sheet->xml = zb_form_open (book->form, sheet->part, error)) != NULL && read_rows (book, sheet, error);
    }
  return TRUE;
}

static gboolean
read_book (ZbFormBook *book, GError **error)
{
  ZbXmlNode *sheets, *properties;
  g_autofree char *from_1904 = NULL;

  book->sheets = g_ptr_array_new_with_free_func (sheet_free);
  if (!(book->xml = zb_form_open (book->form, book->form->main_part, error))
      || !(book->relations = zb_form_relations (book->form, zb_package_name (book->form->package, book->form->main_part), error))
      || !read_strings (book, error) || !read_styles (book, error))
    return FALSE;
  properties = zb_xml_node_child (book->xml->nodes, "workbookPr");
  from_1904 = properties != NULL ? zb_xml_part_attribute (book->xml, properties, "date1904", NULL, NULL) : NULL;
  book->from_1904 = g_strcmp0 (from_1904, "1") == 0 || g_strcmp0 (from_1904, "true") == 0;
  sheets = zb_xml_node_child (book->xml->nodes, "sheets");
  for (ZbXmlNode *node = sheets != NULL ? sheets->first : NULL; node != NULL; node = node->next)
    if (!read_sheet (book, node, error))
      return FALSE;
  return TRUE;
}

/* Headers and footers of a sheet, filled or told. */
static gboolean
take_headers (ZbFormBook *book, ZbFormSheet *sheet, ZbXmlEdits *edits, GError **error)
{
  ZbXmlNode *all = zb_xml_node_child (sheet->xml->nodes, "headerFooter");

  for (ZbXmlNode *node = all != NULL ? all->first : NULL; node != NULL; node = node->next)
    {
      gboolean is_header = node->n_name > 6 && strncmp (node->name + node->n_name - 6, "Header", 6) == 0;
      const ZbTemplatePlace place = { is_header ? ZB_PLACE_HEADER : ZB_PLACE_FOOTER, sheet->name, NULL, 0, 0, 0 };

      if (node->first == NULL && !zb_form_fill_plain (book->form, sheet->xml, node, ZB_TEXTS_HEADER, &place, edits, error))
        return FALSE;
    }
  return TRUE;
}

/* Marks where nothing can be filled: in formulas, and in the name of the sheet, which formulas speak of. */
static gboolean
tell_elsewhere (ZbFormBook *book, ZbFormSheet *sheet, GError **error)
{
  const ZbTemplatePlace name_place = { ZB_PLACE_SHEET_NAME, sheet->name, NULL, 0, 0, 0 };
  g_autoptr(GArray) in_name = zb_marks_find (sheet->name);

  if (!zb_template_out_marks (book->form->out, sheet->name, in_name, &name_place, error))
    return FALSE;
  for (guint i = 0; i < sheet->xml->n_nodes; i++)
    {
      ZbXmlNode *node = &sheet->xml->nodes[i];
      gboolean is_formula = zb_xml_node_is (node, "f") && node->parent != NULL && zb_xml_node_is (node->parent, "c");
      g_autofree char *text = is_formula ? zb_xml_part_inner (sheet->xml, node) : NULL;
      g_autoptr(GArray) marks = text != NULL && zb_mark_maybe (text, strlen (text)) ? zb_marks_find (text) : NULL;
      g_autofree char *ref = marks != NULL ? zb_xml_part_attribute (sheet->xml, node->parent, "r", NULL, NULL) : NULL;
      const ZbTemplatePlace place = { ZB_PLACE_FORMULA, sheet->name, ref, 0, 0, 0 };

      if (marks != NULL && !zb_template_out_marks (book->form->out, text, marks, &place, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
tell_cells (ZbFormBook *book, ZbFormSheet *sheet, GError **error)
{
  for (guint i = 0; i < sheet->marked->len; i++)
    {
      const ZbMarkedCell *marked = g_ptr_array_index (sheet->marked, i);
      g_autofree char *ref = zb_xml_part_attribute (sheet->xml, marked->cell, "r", NULL, NULL);
      const ZbTemplatePlace place = { ZB_PLACE_CELL, sheet->name, ref, marked->row, 0, 0 };

      if (!zb_template_out_marks (book->form->out, marked->texts->text, marked->texts->marks, &place, error))
        return FALSE;
    }
  return tell_elsewhere (book, sheet, error);
}

/* Texts in drawings, charts and comments. */
static gboolean
take_drawings (ZbFormBook *book, GError **error)
{
  for (guint i = 0; i < zb_package_n_parts (book->form->package); i++)
    {
      const char *type = zb_form_type (book->form, zb_package_name (book->form->package, i));
      gboolean is_comment = g_str_has_suffix (type, "comments+xml"), is_chart = strstr (type, "chart+xml") != NULL;
      const ZbTemplatePlace place = { is_comment ? ZB_PLACE_COMMENT : is_chart ? ZB_PLACE_CHART : ZB_PLACE_TEXT_BOX, NULL, NULL, 0, 0, 0 };
      g_autoptr(ZbXmlPart) xml = NULL;
      g_autoptr(ZbXmlEdits) edits = zb_xml_edits_new ();

      if (!is_comment && !is_chart && !g_str_has_suffix (type, "drawing+xml"))
        continue;
      if (!(xml = zb_form_open (book->form, i, error))
          || !zb_form_fill_texts (book->form, xml, is_comment ? ZB_TEXTS_SHEET : ZB_TEXTS_DRAWING, &place, NULL, NULL, NULL, edits, error))
        return FALSE;
      zb_form_close (book->form, i, xml, edits);
    }
  return TRUE;
}

/* Strings with marks are in no cell any more. */
static void
empty_strings (ZbFormBook *book)
{
  g_autoptr(ZbXmlEdits) edits = zb_xml_edits_new ();

  for (guint i = 0; i < book->string_texts->len; i++)
    {
      const ZbTexts *texts = g_ptr_array_index (book->string_texts, i);
      g_autofree char *prefix = texts != NULL ? zb_xml_node_prefix (texts->node) : NULL;

      if (texts != NULL)
        zb_xml_edits_add (edits, texts->node->inner, texts->node->inner_end, g_strdup_printf ("<%st></%st>", prefix, prefix));
    }
  if (book->strings != NULL)
    zb_form_close (book->form, (guint) book->strings_part, book->strings, edits);
}

static gboolean
fill_sheet (ZbFormBook *book, ZbFormSheet *sheet, GError **error)
{
  g_autoptr(ZbXmlEdits) edits = zb_xml_edits_new ();

  zb_form_sheet_fill (book, sheet, edits);
  if (book->moves)
    zb_form_sheet_refer (book, sheet, edits);
  if (!take_headers (book, sheet, edits, error) || (book->moves && !zb_form_parts_refer (book, sheet, error)))
    return FALSE;
  zb_form_close (book->form, sheet->part, sheet->xml, edits);
  return TRUE;
}

gboolean
zb_form_workbook (ZbForm *self, GError **error)
{
  g_auto(ZbFormBook) book = { .form = self };

  if (!read_book (&book, error))
    return FALSE;
  for (guint i = 0; i < book.sheets->len; i++)
    {
      ZbFormSheet *sheet = g_ptr_array_index (book.sheets, i);

      if (self->data != NULL ? !zb_form_sheet_plan (&book, sheet, error) : !tell_cells (&book, sheet, error) || !take_headers (&book, sheet, NULL, error))
        return FALSE;
    }
  for (guint i = 0; self->data != NULL && i < book.sheets->len; i++)
    if (!fill_sheet (&book, g_ptr_array_index (book.sheets, i), error))
      return FALSE;
  if (self->data != NULL)
    empty_strings (&book);
  if (self->data != NULL && (book.moves || book.has_formulas) && !zb_form_names_refer (&book, error))
    return FALSE;
  return take_drawings (&book, error);
}
