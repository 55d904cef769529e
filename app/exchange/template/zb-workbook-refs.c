/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What else names the rows of a sheet: all of it goes where its rows go. */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "exchange/template/zb-workbook-private.h"


static const ZbRowMap *
map_of_name (const char *name, gpointer user_data)
{
  ZbFormBook *book = user_data;

  for (guint i = 0; i < book->sheets->len; i++)
    {
      const ZbFormSheet *sheet = g_ptr_array_index (book->sheets, i);
      g_autofree char *one = g_utf8_casefold (sheet->name, -1), *two = g_utf8_casefold (name, -1);

      if (strcmp (one, two) == 0)
        return sheet->map;
    }
  return NULL;
}

ZbFormulaMove
zb_form_move (ZbFormBook *book, const ZbFormSheet *sheet, ZbFormulaWidens widens)
{
  return (ZbFormulaMove) { .map = sheet != NULL ? sheet->map : NULL, .other = map_of_name, .user_data = book, .widens = widens };
}

static void
edit_ranges (const ZbXmlPart *xml, const ZbXmlNode *node, const char *attribute, const ZbRowMap *map, gboolean repeats, ZbXmlEdits *edits)
{
  g_autofree char *text = zb_xml_part_attribute (xml, node, attribute, NULL, NULL);
  g_autofree char *moved = text != NULL ? zb_cell_ranges_move (text, map, repeats) : NULL;

  if (moved != NULL && strcmp (moved, text) != 0)
    zb_xml_edits_attribute (edits, xml, node, attribute, moved);
}

static void
edit_formula (ZbFormBook *book, const ZbFormSheet *sheet, const ZbXmlPart *xml, const ZbXmlNode *node, ZbFormulaWidens widens, ZbXmlEdits *edits)
{
  const ZbFormulaMove move = zb_form_move (book, sheet, widens);
  g_autofree char *text = node->first == NULL ? zb_xml_part_inner (xml, node) : NULL;
  g_autofree char *moved = text != NULL ? zb_formula_move (text, &move) : NULL;

  if (moved != NULL && strcmp (moved, text) != 0)
    zb_form_text_edit (node, g_steal_pointer (&moved), edits);
}

/* Merged cells inside of rows that repeat come once for each copy; the list says how many there are. */
static void
edit_merges (const ZbFormSheet *sheet, ZbXmlNode *merges, ZbXmlEdits *edits)
{
  guint n = 0;
  char count[16];

  for (ZbXmlNode *node = merges->first; node != NULL; node = node->next)
    {
      g_autofree char *ref = zb_xml_part_attribute (sheet->xml, node, "ref", NULL, NULL);
      g_autofree char *moved = zb_cell_ranges_move (ref != NULL ? ref : "", sheet->map, TRUE);
      g_auto(GStrv) ranges = g_strsplit (moved, " ", -1);
      g_autofree char *prefix = zb_xml_node_prefix (node);
      GString *out = g_string_new (NULL);

      for (guint i = 0; ranges[i] != NULL; i++, n++)
        {
          g_string_append_printf (out, "<%smergeCell ref=\"", prefix);
          zb_xml_escape (out, ranges[i], -1);
          g_string_append (out, "\"/>");
        }
      zb_xml_edits_add (edits, node->start, node->end, g_string_free (out, FALSE));
    }
  g_snprintf (count, sizeof count, "%u", n);
  zb_xml_edits_attribute (edits, sheet->xml, merges, "count", count);
}

/* Breaks of pages stand below a row. */
static void
edit_breaks (const ZbFormSheet *sheet, ZbXmlNode *breaks, ZbXmlEdits *edits)
{
  for (ZbXmlNode *node = breaks->first; node != NULL; node = node->next)
    {
      g_autofree char *id = g_strdup_printf ("%u", zb_row_map_last (sheet->map, zb_xml_part_number (sheet->xml, node, "id", 0)));

      zb_xml_edits_attribute (edits, sheet->xml, node, "id", id);
    }
}

static gboolean
is_one_of (const ZbXmlNode *node, const char *const *names)
{
  for (guint i = 0; names[i] != NULL; i++)
    if (zb_xml_node_is (node, names[i]))
      return TRUE;
  return FALSE;
}

void
zb_form_sheet_refer (ZbFormBook *book, ZbFormSheet *sheet, ZbXmlEdits *edits)
{
  static const char *const formulas[] = { "formula", "formula1", "formula2", "f", NULL };
  static const char *const listed[] = { "conditionalFormatting", "dataValidation", "protectedRange", "ignoredError", NULL };
  static const char *const ranged[] = { "dimension", "autoFilter", "hyperlink", "sortState", "sortCondition", NULL };

  for (ZbXmlNode *part = sheet->xml->nodes->first; part != NULL; part = part->next)
    if (zb_xml_node_is (part, "mergeCells") && zb_row_map_moves (sheet->map))
      edit_merges (sheet, part, edits);
    else if (zb_xml_node_is (part, "rowBreaks") && zb_row_map_moves (sheet->map))
      edit_breaks (sheet, part, edits);
    else if (part != sheet->data)
      for (ZbXmlNode *node = part; node < sheet->xml->nodes + sheet->xml->n_nodes && node->start < part->end; node++)
        {
          if (is_one_of (node, listed))
            edit_ranges (sheet->xml, node, "sqref", sheet->map, FALSE, edits);
          else if (is_one_of (node, ranged))
            edit_ranges (sheet->xml, node, "ref", sheet->map, FALSE, edits);
          else if (is_one_of (node, formulas))
            edit_formula (book, sheet, sheet->xml, node, ZB_WIDENS_NOT, edits);
          else if (zb_xml_node_is (node, "sqref") && node->first == NULL)
            {
              g_autofree char *text = zb_xml_part_inner (sheet->xml, node);

              zb_form_text_edit (node, zb_cell_ranges_move (text, sheet->map, FALSE), edits);
            }
        }
}

/* A corner of a picture: rows count from 0. */
static void
edit_corner (const ZbFormSheet *sheet, const ZbXmlPart *xml, ZbXmlNode *corner, gboolean is_last, ZbXmlEdits *edits)
{
  ZbXmlNode *row = corner != NULL ? zb_xml_node_child (corner, "row") : NULL;
  g_autofree char *text = row != NULL ? zb_xml_part_inner (xml, row) : NULL;
  guint64 number;

  if (text == NULL || !g_ascii_string_to_unsigned (g_strstrip (text), 10, 0, ZB_SHEET_MAX_ROWS, &number, NULL))
    return;
  number = (is_last ? zb_row_map_last : zb_row_map_first) (sheet->map, (guint) number + 1) - 1;
  zb_form_text_edit (row, g_strdup_printf ("%" G_GUINT64_FORMAT, number), edits);
}

/* What stands in a row that repeats stays with its first copy; what spans it grows. */
static void
edit_anchors (const ZbFormSheet *sheet, const ZbXmlPart *xml, ZbXmlEdits *edits)
{
  for (ZbXmlNode *anchor = xml->nodes->first; anchor != NULL; anchor = anchor->next)
    {
      ZbXmlNode *from = zb_xml_node_child (anchor, "from"), *to = zb_xml_node_child (anchor, "to");
      ZbXmlNode *row = from != NULL ? zb_xml_node_child (from, "row") : NULL;
      g_autofree char *text = row != NULL ? zb_xml_part_inner (xml, row) : NULL;
      gboolean begins_inside = text != NULL && zb_row_map_block (sheet->map, (guint) strtoul (text, NULL, 10) + 1) != NULL;

      edit_corner (sheet, xml, from, FALSE, edits);
      edit_corner (sheet, xml, to, !begins_inside, edits);
    }
}

/* The old drawing of comments: column, offset, row, offset, and the same of the other corner. */
static void
edit_old_anchor (const ZbFormSheet *sheet, const ZbXmlPart *xml, ZbXmlNode *node, ZbXmlEdits *edits)
{
  g_autofree char *text = zb_xml_part_inner (xml, node);
  g_auto(GStrv) numbers = g_strsplit (text, ",", -1);
  GString *out = g_string_new (NULL);

  for (guint i = 0; numbers[i] != NULL; i++)
    {
      guint number = (guint) strtoul (g_strstrip (numbers[i]), NULL, 10);

      if (i == 2 || i == 6)
        number = zb_row_map_first (sheet->map, number + 1) - 1;
      g_string_append_printf (out, "%s%u", i > 0 ? ", " : "", number);
    }
  zb_form_text_edit (node, g_string_free (out, FALSE), edits);
}

static void
edit_old_drawing (const ZbFormSheet *sheet, const ZbXmlPart *xml, ZbXmlEdits *edits)
{
  for (guint i = 0; i < xml->n_nodes; i++)
    {
      ZbXmlNode *node = &xml->nodes[i];

      if (zb_xml_node_is (node, "Anchor") && node->first == NULL)
        edit_old_anchor (sheet, xml, node, edits);
      else if (zb_xml_node_is (node, "Row") && node->first == NULL)
        {
          g_autofree char *text = zb_xml_part_inner (xml, node);

          zb_form_text_edit (node, g_strdup_printf ("%u", zb_row_map_first (sheet->map, (guint) strtoul (text, NULL, 10) + 1) - 1), edits);
        }
    }
}

static void
edit_table (const ZbFormSheet *sheet, const ZbXmlPart *xml, ZbXmlEdits *edits)
{
  for (guint i = 0; i < xml->n_nodes; i++)
    if (zb_xml_node_is (&xml->nodes[i], "table") || zb_xml_node_is (&xml->nodes[i], "autoFilter") || zb_xml_node_is (&xml->nodes[i], "sortState"))
      edit_ranges (xml, &xml->nodes[i], "ref", sheet->map, FALSE, edits);
}

static void
edit_comments (const ZbFormSheet *sheet, const ZbXmlPart *xml, ZbXmlEdits *edits)
{
  for (guint i = 0; i < xml->n_nodes; i++)
    if (zb_xml_node_is (&xml->nodes[i], "comment"))
      {
        g_autofree char *ref = zb_xml_part_attribute (xml, &xml->nodes[i], "ref", NULL, NULL);
        GString *out = g_string_new (NULL);
        ZbCellRef cell;

        if (ref != NULL && zb_cell_ref_parse (ref, &cell) > 0)
          {
            cell.row = zb_row_map_first (sheet->map, cell.row);
            zb_cell_ref_append (out, &cell);
            zb_xml_edits_attribute (edits, xml, &xml->nodes[i], "ref", out->str);
          }
        g_string_free (out, TRUE);
      }
}

gboolean
zb_form_parts_refer (ZbFormBook *book, ZbFormSheet *sheet, GError **error)
{
  g_autoptr(GArray) relations = zb_form_relations (book->form, zb_package_name (book->form->package, sheet->part), error);

  if (relations == NULL)
    return FALSE;
  for (guint i = 0; i < relations->len; i++)
    {
      const ZbFormRelation *relation = &g_array_index (relations, ZbFormRelation, i);
      gboolean is_old = strcmp (relation->type, "vmlDrawing") == 0, is_drawing = strcmp (relation->type, "drawing") == 0;
      gboolean is_table = strcmp (relation->type, "table") == 0, is_comments = strcmp (relation->type, "comments") == 0;
      g_autoptr(ZbXmlPart) xml = NULL;
      g_autoptr(ZbXmlEdits) edits = zb_xml_edits_new ();

      if (relation->part < 0 || !(is_old || is_drawing || is_table || is_comments))
        continue;
      /* The old drawings of some programs are not well-formed: those stay as they are. */
      if (!(xml = zb_form_open (book->form, (guint) relation->part, is_old ? NULL : error)))
        {
          if (is_old)
            continue;
          return FALSE;
        }
      if (is_old)
        edit_old_drawing (sheet, xml, edits);
      else if (is_drawing)
        edit_anchors (sheet, xml, edits);
      else if (is_table)
        edit_table (sheet, xml, edits);
      else
        edit_comments (sheet, xml, edits);
      zb_form_close (book->form, (guint) relation->part, xml, edits);
    }
  return TRUE;
}

/* Charts name the cells that they are drawn from, always with their sheet. */
static gboolean
charts_refer (ZbFormBook *book, GError **error)
{
  for (guint i = 0; i < zb_package_n_parts (book->form->package); i++)
    {
      g_autoptr(ZbXmlPart) xml = NULL;
      g_autoptr(ZbXmlEdits) edits = zb_xml_edits_new ();

      if (strstr (zb_form_type (book->form, zb_package_name (book->form->package, i)), "chart+xml") == NULL)
        continue;
      if (!(xml = zb_form_open (book->form, i, error)))
        return FALSE;
      for (guint n = 0; n < xml->n_nodes; n++)
        if (zb_xml_node_is (&xml->nodes[n], "f"))
          edit_formula (book, NULL, xml, &xml->nodes[n], ZB_WIDENS_EVERYWHERE, edits);
      zb_form_close (book->form, i, xml, edits);
    }
  return TRUE;
}

/* Everything is worked out anew when it is opened. */
static void
edit_calculation (ZbFormBook *book, ZbXmlEdits *edits)
{
  static const char *const after[] = { "oleSize", "customWorkbookViews", "pivotCaches", "smartTagPr", "smartTagTypes", "webPublishing", "fileRecoveryPr",
                                       "webPublishObjects", "extLst", NULL };
  ZbXmlNode *properties = zb_xml_node_child (book->xml->nodes, "calcPr");
  g_autofree char *prefix = zb_xml_node_prefix (book->xml->nodes);
  guint32 at = book->xml->nodes->inner_end;

  if (properties != NULL)
    {
      zb_xml_edits_attribute (edits, book->xml, properties, "fullCalcOnLoad", "1");
      return;
    }
  for (ZbXmlNode *node = book->xml->nodes->first; node != NULL && at == book->xml->nodes->inner_end; node = node->next)
    if (is_one_of (node, after))
      at = node->start;
  zb_xml_edits_add (edits, at, at, g_strdup_printf ("<%scalcPr fullCalcOnLoad=\"1\"/>", prefix));
}

gboolean
zb_form_names_refer (ZbFormBook *book, GError **error)
{
  g_autoptr(ZbXmlEdits) edits = zb_xml_edits_new ();
  ZbXmlNode *names = zb_xml_node_child (book->xml->nodes, "definedNames");
  int chain = zb_form_related (book->relations, "calcChain");

  for (ZbXmlNode *node = names != NULL ? names->first : NULL; node != NULL; node = node->next)
    edit_formula (book, NULL, book->xml, node, ZB_WIDENS_NOT, edits);
  if (book->has_formulas)
    edit_calculation (book, edits);
  zb_form_close (book->form, book->form->main_part, book->xml, edits);
  /* The order in which formulas were worked out names their cells; programs make it anew. */
  if (chain >= 0 && !zb_form_forget (book->form, (guint) chain, zb_package_name (book->form->package, book->form->main_part), error))
    return FALSE;
  return charts_refer (book, error);
}
