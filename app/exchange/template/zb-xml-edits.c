/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "exchange/template/zb-xml-part.h"

typedef struct {
  guint32 start;
  guint32 end;
  char *text; /* (owned) */
  guint order;
} Edit;

struct _ZbXmlEdits {
  GArray *edits; /* (owned) (element-type Edit) */
  gboolean is_sorted;
};

static void
edit_clear (gpointer data)
{
  g_free (((Edit *) data)->text);
}

ZbXmlEdits *
zb_xml_edits_new (void)
{
  ZbXmlEdits *self = g_new0 (ZbXmlEdits, 1);

  self->edits = g_array_new (FALSE, FALSE, sizeof (Edit));
  g_array_set_clear_func (self->edits, edit_clear);
  return self;
}

void
zb_xml_edits_free (ZbXmlEdits *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->edits);
  g_free (self);
}

void
zb_xml_edits_clear (ZbXmlEdits *self)
{
  g_array_set_size (self->edits, 0);
}

guint
zb_xml_edits_size (const ZbXmlEdits *self)
{
  return self->edits->len;
}

void
zb_xml_edits_add (ZbXmlEdits *self, guint32 start, guint32 end, char *text)
{
  Edit edit = { start, end, text, self->edits->len };

  g_array_append_val (self->edits, edit);
  self->is_sorted = FALSE;
}

void
zb_xml_edits_attribute (ZbXmlEdits *self, const ZbXmlPart *part, const ZbXmlNode *node, const char *name, const char *value)
{
  guint32 start, end;
  g_autofree char *old = zb_xml_part_attribute (part, node, name, &start, &end);
  g_autoptr(GString) text = g_string_new (NULL);

  if (old == NULL && value == NULL)
    return;
  if (old == NULL)
    {
      guint32 at = (guint32) (node->name + node->n_name - part->text);

      g_string_append_printf (text, " %s=\"", name);
      zb_xml_escape (text, value, -1);
      g_string_append_c (text, '"');
      zb_xml_edits_add (self, at, at, g_string_free (g_steal_pointer (&text), FALSE));
      return;
    }
  if (value != NULL)
    zb_xml_escape (text, value, -1);
  else
    {
      /* The name before it, and the quote behind. */
      end++;
      while (part->text[start] != '=')
        start--;
      while (g_ascii_isspace (part->text[start - 1]))
        start--;
      while (!g_ascii_isspace (part->text[start - 1]))
        start--;
      start--;
    }
  zb_xml_edits_add (self, start, end, g_string_free (g_steal_pointer (&text), FALSE));
}

static int
compare_edits (gconstpointer a, gconstpointer b)
{
  const Edit *one = a, *two = b;

  if (one->start != two->start)
    return one->start < two->start ? -1 : 1;
  if (one->end != two->end)
    return one->end < two->end ? -1 : 1;
  return one->order < two->order ? -1 : one->order > two->order;
}

void
zb_xml_edits_render (ZbXmlEdits *self, const ZbXmlPart *part, guint32 start, guint32 end, GString *out)
{
  guint32 at = start;

  if (!self->is_sorted)
    g_array_sort (self->edits, compare_edits);
  self->is_sorted = TRUE;
  for (guint i = 0; i < self->edits->len; i++)
    {
      const Edit *edit = &g_array_index (self->edits, Edit, i);

      if (edit->start < at || edit->end > end)
        continue;
      g_string_append_len (out, part->text + at, edit->start - at);
      g_string_append (out, edit->text);
      at = edit->end;
    }
  g_string_append_len (out, part->text + at, end - at);
}

GBytes *
zb_xml_edits_finish (ZbXmlEdits *self, const ZbXmlPart *part)
{
  GString *out = g_string_sized_new (part->length + 1024);

  zb_xml_edits_render (self, part, 0, (guint32) part->length, out);
  return g_string_free_to_bytes (out);
}
