/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Text documents: paragraphs are filled where they stand, rows of tables repeat. */
#include "config.h"

#include <string.h>

#include "exchange/template/zb-document-spare.h"
#include "exchange/template/zb-form.h"
#include "exchange/template/zb-row-map.h"

/* A part with text: the body, a header, a footer, notes. */
typedef struct {
  ZbForm *form;     /* (unowned) */
  ZbXmlPart *xml;   /* (unowned) */
  ZbXmlEdits *edits; /* (unowned) */
  gboolean *repeats; /* (owned): by node: rows of tables that repeat */
  GPtrArray *texts;  /* (owned) (element-type ZbTexts): those with marks, in their order */
  guint next_id;     /* for pictures of copied rows */
} Story;

static void
story_clear (Story *self)
{
  g_free (self->repeats);
  g_clear_pointer (&self->texts, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Story, story_clear)

static gsize
index_of (const Story *self, const ZbXmlNode *node)
{
  return (gsize) (node - self->xml->nodes);
}

static ZbXmlNode *
next_row (const ZbXmlNode *row)
{
  for (ZbXmlNode *node = row->next; node != NULL; node = node->next)
    if (zb_xml_node_is (node, "tr"))
      return node;
  return NULL;
}

static gboolean
has_row_mark (const Story *self, const ZbTexts *texts)
{
  for (guint i = 0; i < texts->marks->len; i++)
    if (zb_filling_is_of_row (self->form->data, &g_array_index (texts->marks, ZbMark, i)))
      return TRUE;
  return FALSE;
}

/* The outermost row that repeats and holds the node. Returns: (nullable) */
static ZbXmlNode *
repeating_row (const Story *self, const ZbXmlNode *node)
{
  ZbXmlNode *found = NULL;

  for (ZbXmlNode *up = node->parent; up != NULL; up = up->parent)
    if (self->repeats[index_of (self, up)])
      found = up;
  return found;
}

/* How a cell goes on from the one above it: r begins, c goes on, 0 neither. */
static char
merges (const Story *self, const ZbXmlNode *cell)
{
  ZbXmlNode *properties = zb_xml_node_child (cell, "tcPr"), *merge = properties != NULL ? zb_xml_node_child (properties, "vMerge") : NULL;
  g_autofree char *value = merge != NULL ? zb_xml_part_attribute (self->xml, merge, "val", NULL, NULL) : NULL;

  return merge == NULL ? '\0' : g_strcmp0 (value, "restart") == 0 ? 'r' : 'c';
}

static gboolean
has_cell (const Story *self, const ZbXmlNode *row, char how)
{
  for (ZbXmlNode *cell = row->first; cell != NULL; cell = cell->next)
    if (zb_xml_node_is (cell, "tc") && merges (self, cell) == how)
      return TRUE;
  return FALSE;
}

/* A marked cell that reaches into the row below takes that row along. */
static void
take_merged_rows (Story *self, const ZbTexts *texts)
{
  ZbXmlNode *cell = zb_xml_node_under (texts->node, "tc"), *row = zb_xml_node_under (texts->node, "tr");

  if (cell == NULL || cell->parent != row || merges (self, cell) != 'r')
    return;
  while ((row = next_row (row)) != NULL && has_cell (self, row, 'c') && !has_cell (self, row, 'r'))
    self->repeats[index_of (self, row)] = TRUE;
}

static void
find_rows (Story *self)
{
  for (guint i = 0; i < self->texts->len; i++)
    {
      const ZbTexts *texts = g_ptr_array_index (self->texts, i);
      ZbXmlNode *row = has_row_mark (self, texts) ? zb_xml_node_under (texts->node, "tr") : NULL;

      if (row == NULL)
        continue;
      self->repeats[index_of (self, row)] = TRUE;
      take_merged_rows (self, texts);
    }
  /* A table inside of a row that repeats is a part of it. */
  for (guint i = 0; i < self->xml->n_nodes; i++)
    if (self->repeats[i] && repeating_row (self, &self->xml->nodes[i]) != NULL)
      self->repeats[i] = FALSE;
}

static gboolean
is_in_one_of (const GPtrArray *cells, const ZbXmlNode *node)
{
  for (guint i = 0; i < cells->len; i++)
    {
      const ZbXmlNode *cell = g_ptr_array_index (cells, i);

      if (node->start >= cell->start && node->start < cell->end)
        return TRUE;
    }
  return FALSE;
}

/* Takes from a copy what there may be only once: bookmarks, comments, numbers of paragraphs. @replaced: cells that are not copied */
static void
make_different (Story *self, const ZbXmlNode *first, guint32 end, const GPtrArray *replaced, ZbXmlEdits *edits)
{
  static const char *const once[] = { "bookmarkStart", "bookmarkEnd", "commentRangeStart", "commentRangeEnd", "commentReference", "permStart", "permEnd" };

  for (const ZbXmlNode *node = first; node < self->xml->nodes + self->xml->n_nodes && node->start < end; node++)
    {
      gboolean is_gone = zb_xml_node_is (node, "id") && node->parent != NULL && zb_xml_node_is (node->parent, "sdtPr");

      if (is_in_one_of (replaced, node))
        continue;
      for (guint i = 0; i < G_N_ELEMENTS (once) && !is_gone; i++)
        is_gone = zb_xml_node_is (node, once[i]);
      if (is_gone)
        zb_xml_edits_add (edits, node->start, node->end, g_strdup (""));
      else if (zb_xml_node_is (node, "p") || zb_xml_node_is (node, "tr"))
        {
          zb_xml_edits_attribute (edits, self->xml, node, "paraId", NULL);
          zb_xml_edits_attribute (edits, self->xml, node, "textId", NULL);
        }
      else if (zb_xml_node_is (node, "docPr"))
        {
          g_autofree char *id = g_strdup_printf ("%u", self->next_id++);

          zb_xml_edits_attribute (edits, self->xml, node, "id", id);
        }
    }
}

/* Which row of the list each mark of a text is of, in one copy. Returns: (transfer full) */
static int *
rows_of (const ZbTexts *texts, const GArray *placed, guint *at, const ZbFillingOrder *order, guint place)
{
  int *rows = g_new (int, texts->marks->len);

  for (guint i = 0; i < texts->marks->len; i++)
    {
      const ZbPlacedMark *next = *at < placed->len ? &g_array_index (placed, ZbPlacedMark, *at) : NULL;

      rows[i] = -1;
      if (next != NULL && next->mark == &g_array_index (texts->marks, ZbMark, i))
        {
          rows[i] = zb_filling_person (order, place, next->number);
          (*at)++;
        }
    }
  return rows;
}

/* Rows that repeat, with what is in them. */
typedef struct {
  ZbXmlNode *first;
  ZbXmlNode *last;
  GPtrArray *inside; /* (owned) (element-type ZbTexts) */
  GArray *placed;    /* (owned) (element-type ZbPlacedMark) */
  ZbFillingOrder order;
} Rows;

static void
rows_clear (Rows *rows)
{
  g_clear_pointer (&rows->inside, g_ptr_array_unref);
  g_clear_pointer (&rows->placed, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Rows, rows_clear)

static void
take_texts (const Story *self, Rows *rows)
{
  rows->inside = g_ptr_array_new ();
  rows->placed = g_array_new (FALSE, FALSE, sizeof (ZbPlacedMark));
  for (guint i = 0; i < self->texts->len; i++)
    {
      ZbTexts *texts = g_ptr_array_index (self->texts, i);

      if (texts->node->start < rows->first->start || texts->node->start >= rows->last->end)
        continue;
      g_ptr_array_add (rows->inside, texts);
      for (guint m = 0; m < texts->marks->len; m++)
        {
          ZbPlacedMark mark = { &g_array_index (texts->marks, ZbMark, m), 1 };

          if (zb_filling_is_of_row (self->form->data, mark.mark))
            g_array_append_val (rows->placed, mark);
        }
    }
  rows->order.n_people = zb_filling_number (rows->placed);
}

/* The rows once. @spare: the prepared ones that they stand for, 0 for none */
static void
append_copy (Story *self, const Rows *rows, ZbDocumentRows *document, guint place, guint spare, GString *out)
{
  g_autoptr(ZbXmlEdits) edits = zb_xml_edits_new ();
  g_autoptr(GPtrArray) replaced = zb_document_rows_edit (document, &rows->order, spare, place, edits);
  guint at = 0;

  for (guint i = 0; i < rows->inside->len; i++)
    {
      ZbTexts *texts = g_ptr_array_index (rows->inside, i);
      g_autofree int *people = rows_of (texts, rows->placed, &at, &rows->order, place);

      zb_form_fill_one (self->form, texts, ZB_TEXTS_WORD, people, edits);
    }
  if (place > 0)
    make_different (self, rows->first, rows->last->end, replaced, edits);
  zb_xml_edits_render (edits, self->xml, rows->first->start, rows->last->end, out);
}

/* The rows from @first to @last as often as there are people; rows that are prepared below them are used up first. */
static void
repeat (Story *self, ZbXmlNode *first, ZbXmlNode *last)
{
  g_auto(Rows) rows = { .first = first, .last = last };
  g_autoptr(ZbDocumentRows) document = NULL;
  g_autoptr(GArray) numbers = NULL;
  ZbRowBlock block = { 1, 1, 1, 0 };
  guint32 end = last->end;
  GString *out = g_string_new (NULL);

  take_texts (self, &rows);
  document = zb_document_rows_new (self->xml, self->form->data, self->texts, first, last, rows.order.n_people, MAX (self->form->data->n_rows, 1) - 1);
  numbers = zb_document_rows_numbers (document);
  rows.order = zb_filling_order (rows.order.n_people, (const gint64 *) numbers->data, numbers->len, self->form->data->n_rows, &block.copies);
  block.spare = MIN (document->spare->len / document->marked->len, block.copies - 1);
  if (block.spare > 0)
    end = ((ZbXmlNode *) g_ptr_array_index (document->spare, block.spare * document->marked->len - 1))->end;
  for (guint place = 0; place < block.copies; place++)
    append_copy (self, &rows, document, place, zb_row_block_spare (&block, place), out);
  zb_xml_edits_add (self->edits, first->start, end, g_string_free (out, FALSE));
}

static void
fill_story (Story *self)
{
  self->texts = g_ptr_array_new_with_free_func ((GDestroyNotify) zb_texts_free);
  self->repeats = g_new0 (gboolean, self->xml->n_nodes);
  self->next_id = 1;
  for (guint i = 0; i < self->xml->n_nodes; i++)
    {
      ZbXmlNode *node = &self->xml->nodes[i];
      ZbTexts *texts = zb_texts_is_container (node) && node->first != NULL ? zb_texts_new (self->xml, node) : NULL;

      if (texts != NULL)
        g_ptr_array_add (self->texts, texts);
      if (zb_xml_node_is (node, "docPr"))
        self->next_id = MAX (self->next_id, zb_xml_part_number (self->xml, node, "id", 0) + 1);
    }
  find_rows (self);
  for (guint i = 0; i < self->texts->len; i++)
    {
      ZbTexts *texts = g_ptr_array_index (self->texts, i);

      if (repeating_row (self, texts->node) == NULL)
        zb_form_fill_one (self->form, texts, ZB_TEXTS_WORD, NULL, self->edits);
    }
  for (guint i = 0; i < self->xml->n_nodes; i++)
    if (self->repeats[i])
      {
        ZbXmlNode *first = &self->xml->nodes[i], *last = first;

        for (ZbXmlNode *row = next_row (first); row != NULL && self->repeats[index_of (self, row)]; row = next_row (row))
          {
            self->repeats[index_of (self, row)] = FALSE;
            last = row;
          }
        repeat (self, first, last);
      }
}

static guint
place_among (const ZbXmlNode *node, const char *name)
{
  guint n = 1;

  for (const ZbXmlNode *before = node->parent != NULL ? node->parent->first : node; before != node; before = before->next)
    n += zb_xml_node_is (before, name);
  return n;
}

/* Where a paragraph stands, in words that lead there. */
static void
refine (const ZbXmlPart *xml, const ZbXmlNode *paragraph, ZbTemplatePlace *place, gpointer user_data)
{
  ZbXmlNode *cell = zb_xml_node_under (paragraph, "tc"), *row = zb_xml_node_under (paragraph, "tr"), *table = zb_xml_node_under (paragraph, "tbl");

  if (place->kind != ZB_PLACE_PARAGRAPH)
    return;
  if (zb_xml_node_under (paragraph, "txbxContent") != NULL)
    place->kind = ZB_PLACE_TEXT_BOX;
  else if (cell != NULL && row != NULL && table != NULL)
    {
      place->kind = ZB_PLACE_TABLE;
      for (const ZbXmlNode *node = xml->nodes; node <= table; node++)
        place->a += zb_xml_node_is (node, "tbl");
      place->b = place_among (row, "tr");
      place->c = place_among (cell, "tc");
    }
  else
    for (const ZbXmlNode *node = xml->nodes; node <= paragraph; node++)
      place->a += zb_xml_node_is (node, "p") && node->parent != NULL && zb_xml_node_is (node->parent, "body");
}

/* Which kind of story a part is; ZB_N_PLACES for none. */
static ZbTemplatePlaceKind
story_kind (const char *type)
{
  static const struct { const char *end; ZbTemplatePlaceKind kind; } ends[] = {
    { "document.main+xml", ZB_PLACE_PARAGRAPH }, { "template.main+xml", ZB_PLACE_PARAGRAPH }, { "header+xml", ZB_PLACE_HEADER },
    { "footer+xml", ZB_PLACE_FOOTER }, { "footnotes+xml", ZB_PLACE_NOTE }, { "endnotes+xml", ZB_PLACE_NOTE }, { "comments+xml", ZB_PLACE_COMMENT },
  };

  for (guint i = 0; strstr (type, "wordprocessingml") != NULL && i < G_N_ELEMENTS (ends); i++)
    if (g_str_has_suffix (type, ends[i].end))
      return ends[i].kind;
  return strstr (type, "drawingml.chart+xml") != NULL || strstr (type, "diagramData") != NULL ? ZB_PLACE_CHART : ZB_N_PLACES;
}

gboolean
zb_form_document (ZbForm *self, GError **error)
{
  for (guint i = 0; i < zb_package_n_parts (self->package); i++)
    {
      ZbTemplatePlaceKind kind = story_kind (zb_form_type (self, zb_package_name (self->package, i)));
      const ZbTemplatePlace place = { kind, NULL, NULL, 0, 0, 0 };
      g_autoptr(ZbXmlPart) xml = NULL;
      g_autoptr(ZbXmlEdits) edits = zb_xml_edits_new ();
      g_auto(Story) story = { .form = self, .edits = edits };

      if (kind == ZB_N_PLACES)
        continue;
      if (!(xml = zb_form_open (self, i, error)))
        return FALSE;
      story.xml = xml;
      if (self->data != NULL && kind != ZB_PLACE_CHART)
        fill_story (&story);
      else if (!zb_form_fill_texts (self, xml, ZB_TEXTS_DRAWING, &place, NULL, refine, NULL, edits, error))
        return FALSE;
      zb_form_close (self, i, xml, edits);
    }
  return TRUE;
}
