/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/template/zb-document-spare.h"

#include <string.h>

static ZbXmlNode *
next_of (ZbXmlNode *node, const char *name)
{
  while (node != NULL && !zb_xml_node_is (node, name))
    node = node->next;
  return node;
}

static gboolean
holds (const ZbXmlNode *outer, const ZbXmlNode *node)
{
  return node->start >= outer->start && node->start < outer->end;
}

static gboolean
has_mark (const ZbDocumentRows *self, const ZbXmlNode *cell, gboolean of_row)
{
  for (guint i = 0; i < self->texts->len; i++)
    {
      const ZbTexts *texts = g_ptr_array_index (self->texts, i);

      for (guint m = 0; holds (cell, texts->node) && m < texts->marks->len; m++)
        if (!of_row || zb_filling_is_of_row (self->data, &g_array_index (texts->marks, ZbMark, m)))
          return TRUE;
    }
  return FALSE;
}

/* What can be read in a cell. Returns: (transfer full) (nullable): %NULL when there is more than text in it */
static char *
text_in (const ZbDocumentRows *self, const ZbXmlNode *cell)
{
  static const char *const more[] = { "tbl", "drawing", "pict", "object", "sdt", "fldChar", "fldSimple" };
  g_autoptr(GString) out = g_string_new (NULL);

  for (const ZbXmlNode *node = cell; node < self->xml->nodes + self->xml->n_nodes && node->start < cell->end; node++)
    {
      g_autofree char *text = zb_xml_node_is (node, "t") ? zb_xml_part_inner (self->xml, node) : NULL;

      for (guint i = 0; i < G_N_ELEMENTS (more); i++)
        if (zb_xml_node_is (node, more[i]))
          return NULL;
      g_string_append (out, text != NULL ? text : "");
    }
  return zb_texts_trim (out->str);
}

static gboolean
is_whole_number (const char *text, gint64 *out)
{
  guint64 number;

  if (text == NULL || !g_ascii_string_to_unsigned (text, 10, 0, 10000000, &number, NULL))
    return FALSE;
  *out = (gint64) number;
  return TRUE;
}

/* How a cell goes on from the one above it: r begins, c goes on, 0 neither. */
static char
merge_of (const ZbDocumentRows *self, const ZbXmlNode *cell)
{
  ZbXmlNode *properties = zb_xml_node_child (cell, "tcPr"), *merge = properties != NULL ? zb_xml_node_child (properties, "vMerge") : NULL;
  g_autofree char *value = merge != NULL ? zb_xml_part_attribute (self->xml, merge, "val", NULL, NULL) : NULL;

  return merge == NULL ? '\0' : g_strcmp0 (value, "restart") == 0 ? 'r' : 'c';
}

static guint
span_of (const ZbDocumentRows *self, const ZbXmlNode *cell)
{
  ZbXmlNode *properties = zb_xml_node_child (cell, "tcPr"), *span = properties != NULL ? zb_xml_node_child (properties, "gridSpan") : NULL;

  return span != NULL ? zb_xml_part_number (self->xml, span, "val", 1) : 1;
}

/* Whether a prepared cell holds nothing of its own. @before: (nullable): the prepared cell above it; @distance: from the marked row */
static gboolean
is_free (const ZbDocumentRows *self, const ZbXmlNode *like, const ZbXmlNode *cell, const ZbXmlNode *before, guint distance)
{
  gboolean is_marked = has_mark (self, like, FALSE);
  g_autofree char *text = text_in (self, cell);
  g_autofree char *above = NULL;
  char there = merge_of (self, like), here = merge_of (self, cell);
  gint64 number, other;

  if (text == NULL || span_of (self, like) != span_of (self, cell) || !(here == there || (there == 'r' && here == 'c' && !is_marked)))
    return FALSE;
  if (*text == '\0')
    return TRUE;
  if (!is_whole_number (text, &number))
    return FALSE;
  /* The numbers of the rows are there already. */
  if (is_marked && before == NULL)
    return has_mark (self, like, TRUE);
  above = text_in (self, is_marked ? before : like);
  distance = is_marked ? 1 : distance;
  return is_whole_number (above, &other) && (number == other + distance || number == other + (gint64) distance * self->n_people);
}

static gboolean
is_spare (const ZbDocumentRows *self, const ZbXmlNode *like, const ZbXmlNode *row, const ZbXmlNode *before, guint distance)
{
  ZbXmlNode *one = next_of (like->first, "tc"), *two = next_of (row->first, "tc"), *above = before != NULL ? next_of (before->first, "tc") : NULL;

  if (has_mark (self, row, FALSE))
    return FALSE;
  for (; one != NULL && two != NULL; one = next_of (one->next, "tc"), two = next_of (two->next, "tc"))
    {
      if (!is_free (self, one, two, above, distance))
        return FALSE;
      above = above != NULL ? next_of (above->next, "tc") : NULL;
    }
  return one == NULL && two == NULL;
}

static void
find_spare (ZbDocumentRows *self, ZbXmlNode *last, guint most)
{
  guint height = self->marked->len;
  ZbXmlNode *row = next_of (last->next, "tr");

  for (guint n = 0; n < most; n++)
    {
      for (guint line = 0; line < height; line++, row = row != NULL ? next_of (row->next, "tr") : NULL)
        {
          ZbXmlNode *before = n > 0 ? g_ptr_array_index (self->spare, (n - 1) * height + line) : NULL;

          if (row == NULL || !is_spare (self, g_ptr_array_index (self->marked, line), row, before, n + 1))
            {
              g_ptr_array_set_size (self->spare, (int) (n * height));
              return;
            }
          g_ptr_array_add (self->spare, row);
        }
    }
}

ZbDocumentRows *
zb_document_rows_new (const ZbXmlPart *xml, const ZbTemplateData *data, GPtrArray *texts, ZbXmlNode *first, ZbXmlNode *last, guint n_people, guint most)
{
  ZbDocumentRows *self = g_new0 (ZbDocumentRows, 1);

  self->xml = xml;
  self->data = data;
  self->texts = texts;
  self->n_people = n_people;
  self->marked = g_ptr_array_new ();
  self->spare = g_ptr_array_new ();
  for (ZbXmlNode *row = first; row != NULL && row->start <= last->start; row = next_of (row->next, "tr"))
    g_ptr_array_add (self->marked, row);
  find_spare (self, last, most);
  return self;
}

void
zb_document_rows_free (ZbDocumentRows *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->marked);
  g_ptr_array_unref (self->spare);
  g_free (self);
}

/* Another number in a cell. */
static void
edit_number (const ZbDocumentRows *self, const ZbXmlNode *cell, gint64 number, ZbXmlEdits *edits)
{
  gboolean is_written = FALSE;

  for (const ZbXmlNode *node = cell; node < self->xml->nodes + self->xml->n_nodes && node->start < cell->end; node++)
    if (zb_xml_node_is (node, "t"))
      {
        zb_xml_edits_add (edits, node->inner, node->inner_end, is_written ? g_strdup ("") : g_strdup_printf ("%" G_GINT64_FORMAT, number));
        is_written = TRUE;
      }
}

/* The properties of a row or a cell, as those of another. */
static void
take_properties (const ZbDocumentRows *self, const ZbXmlNode *node, const ZbXmlNode *other, const char *name, ZbXmlEdits *edits)
{
  ZbXmlNode *own = zb_xml_node_child (node, name), *new = zb_xml_node_child (other, name);
  char *text = new != NULL ? g_strndup (self->xml->text + new->start, new->end - new->start) : g_strdup ("");

  if (own != NULL)
    zb_xml_edits_add (edits, own->start, own->end, text);
  else
    zb_xml_edits_add (edits, node->inner, node->inner, text);
}

/* Whether prepared rows go on counting from a number in a cell of the marked row. */
static gboolean
counts (const ZbDocumentRows *self, const ZbXmlNode *like, const ZbXmlNode *next, gint64 *out_number, gint64 *out_step)
{
  g_autofree char *one = text_in (self, like);
  g_autofree char *two = text_in (self, next);
  gint64 number;

  if (has_mark (self, like, FALSE) || !is_whole_number (one, out_number) || !is_whole_number (two, &number) || number <= *out_number)
    return FALSE;
  *out_step = number - *out_number;
  return TRUE;
}

GArray *
zb_document_rows_numbers (const ZbDocumentRows *self)
{
  GArray *out = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint line = 0; self->spare->len > 0 && line < self->marked->len; line++)
    {
      ZbXmlNode *like = next_of (((ZbXmlNode *) g_ptr_array_index (self->marked, line))->first, "tc");
      ZbXmlNode *below = next_of (((ZbXmlNode *) g_ptr_array_index (self->spare, line))->first, "tc");
      gint64 number, step;

      for (; like != NULL && below != NULL; like = next_of (like->next, "tc"), below = next_of (below->next, "tc"))
        if (counts (self, like, below, &number, &step) && step == 1)
          g_array_append_val (out, number);
    }
  return out;
}

/* Where a copy of the rows stands. */
typedef struct {
  const ZbFillingOrder *order;
  gint64 first; /* of all numbers */
  guint place;
} Copy;

/* A cell without marks: its own in the prepared row, with its number where it counts. @next: the cell below it in the first prepared row; @as: the cell to take */
static void
replace_cell (const ZbDocumentRows *self, const ZbXmlNode *like, const ZbXmlNode *next, const ZbXmlNode *as, const Copy *copy, ZbXmlEdits *edits)
{
  g_autoptr(ZbXmlEdits) inside = zb_xml_edits_new ();
  GString *out = g_string_new (NULL);
  gint64 number, step;

  if (counts (self, like, next, &number, &step))
    edit_number (self, as, zb_filling_counted (copy->order, number, copy->first, step, copy->place), inside);
  for (const ZbXmlNode *node = as; node < self->xml->nodes + self->xml->n_nodes && node->start < as->end; node++)
    if (zb_xml_node_is (node, "p"))
      {
        zb_xml_edits_attribute (inside, self->xml, node, "paraId", NULL);
        zb_xml_edits_attribute (inside, self->xml, node, "textId", NULL);
      }
  zb_xml_edits_render (inside, self->xml, as->start, as->end, out);
  zb_xml_edits_add (edits, like->start, like->end, g_string_free (out, FALSE));
}

/* Whether a cell of a prepared row stands instead of that of the marked one: nothing is to be filled in. */
static gboolean
takes_other (const ZbDocumentRows *self, const ZbXmlNode *like, const ZbXmlNode *other, gboolean is_own, gboolean is_counted)
{
  g_autofree char *text = NULL;

  if (has_mark (self, like, FALSE))
    return FALSE;
  if (is_counted || (merge_of (self, like) == 'r' && merge_of (self, other) == 'c'))
    return TRUE;
  text = text_in (self, like);
  return is_own && text != NULL && *text == '\0';
}

/* @next: the row below the marked one among the first prepared; @own: (nullable): the prepared one that is used up */
static void
edit_row (const ZbDocumentRows *self, const ZbXmlNode *row, const ZbXmlNode *next, const ZbXmlNode *own, const Copy *copy, ZbXmlEdits *edits, GPtrArray *replaced)
{
  const ZbXmlNode *with = own != NULL ? own : next;
  ZbXmlNode *like = next_of (row->first, "tc"), *below = next_of (next->first, "tc"), *other = next_of (with->first, "tc");

  if (own != NULL)
    take_properties (self, row, own, "trPr", edits);
  for (; like != NULL && below != NULL && other != NULL;
       like = next_of (like->next, "tc"), below = next_of (below->next, "tc"), other = next_of (other->next, "tc"))
    {
      gint64 number, step;
      gboolean is_counted = counts (self, like, below, &number, &step);

      if (copy->place == 0 ? is_counted && zb_filling_counted (copy->order, number, copy->first, step, 0) != number
                           : takes_other (self, like, other, own != NULL, is_counted))
        {
          replace_cell (self, like, below, copy->place > 0 && (own != NULL || !is_counted) ? other : like, copy, edits);
          g_ptr_array_add (replaced, like);
        }
      else if (own != NULL)
        take_properties (self, like, other, "tcPr", edits);
    }
}

GPtrArray *
zb_document_rows_edit (ZbDocumentRows *self, const ZbFillingOrder *order, guint spare, guint place, ZbXmlEdits *edits)
{
  GPtrArray *replaced = g_ptr_array_new ();
  g_autoptr(GArray) numbers = zb_document_rows_numbers (self);
  const Copy copy = { order, numbers->len > 0 ? g_array_index (numbers, gint64, 0) : 0, place };
  guint height = self->marked->len;

  for (guint line = 0; self->spare->len > 0 && line < height; line++)
    edit_row (self, g_ptr_array_index (self->marked, line), g_ptr_array_index (self->spare, line),
              spare > 0 ? g_ptr_array_index (self->spare, (spare - 1) * height + line) : NULL, &copy, edits, replaced);
  return replaced;
}
