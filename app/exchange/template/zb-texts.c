/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/template/zb-texts.h"

#include <string.h>

/* What a header or footer of a sheet may have [ECMA-376 18.3.1.46: 255 characters]. */
#define MAX_HEADER 255

/* Stands in the joined text for what is no text (a tab, a picture): no mark goes across it. */
#define BARRIER "\n"

typedef struct {
  ZbXmlNode *node;
  gsize start; /* in the joined text */
  gsize end;
} Leaf;

gboolean
zb_texts_is_container (const ZbXmlNode *node)
{
  return zb_xml_node_is (node, "p") || zb_xml_node_is (node, "si") || zb_xml_node_is (node, "is") || zb_xml_node_is (node, "text");
}

static void
add_leaf (ZbTexts *self, ZbXmlNode *node, GString *text)
{
  g_autofree char *inner = zb_xml_part_inner (self->part, node);
  Leaf leaf = { node, text->len, text->len + strlen (inner) };

  g_string_append (text, inner);
  g_array_append_val (self->leaves, leaf);
}

static void
collect (ZbTexts *self, ZbXmlNode *parent, GString *text)
{
  static const char *const barriers[] = { "tab", "br", "cr", "sym", "drawing", "pict", "object", "AlternateContent", "noBreakHyphen" };

  for (ZbXmlNode *node = parent->first; node != NULL; node = node->next)
    {
      if (zb_xml_node_is (node, "t"))
        {
          add_leaf (self, node, text);
          continue;
        }
      for (guint i = 0; i < G_N_ELEMENTS (barriers); i++)
        if (zb_xml_node_is (node, barriers[i]))
          g_string_append (text, BARRIER);
      /* How it is pronounced, and what is a text by itself, is not part of this one. */
      if (!zb_xml_node_is (node, "rPh") && !zb_texts_is_container (node))
        collect (self, node, text);
    }
}

ZbTexts *
zb_texts_new (const ZbXmlPart *part, ZbXmlNode *node)
{
  g_autoptr(ZbTexts) self = NULL;
  g_autoptr(GString) text = NULL;

  if (!zb_mark_maybe (part->text + node->inner, node->inner_end - node->inner) && memchr (part->text + node->inner, '&', node->inner_end - node->inner) == NULL)
    return NULL;
  text = g_string_new (NULL);
  self = g_new0 (ZbTexts, 1);
  self->part = part;
  self->node = node;
  self->leaves = g_array_new (FALSE, FALSE, sizeof (Leaf));
  if (node->first == NULL)
    add_leaf (self, node, text);
  else
    collect (self, node, text);
  self->marks = zb_marks_find (text->str);
  self->text = g_strdup (text->str);
  return self->marks->len > 0 ? g_steal_pointer (&self) : NULL;
}

void
zb_texts_free (ZbTexts *self)
{
  if (self == NULL)
    return;
  g_free (self->text);
  g_clear_pointer (&self->marks, g_array_unref);
  g_clear_pointer (&self->leaves, g_array_unref);
  g_free (self);
}

gboolean
zb_texts_is_one_mark (const ZbTexts *self)
{
  const ZbMark *mark = &g_array_index (self->marks, ZbMark, 0);

  for (const char *p = self->text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gsize at = (gsize) (p - self->text);

      if ((at < mark->start || at >= mark->end) && !g_unichar_isspace (g_utf8_get_char (p)))
        return FALSE;
    }
  return TRUE;
}

/* _x0041_ means a letter by its number: what only looks like that has its line escaped. */
static gboolean
looks_escaped (const char *p)
{
  return p[0] == '_' && p[1] == 'x' && strspn (p + 2, "0123456789abcdefABCDEF") == 4 && p[6] == '_';
}

void
zb_texts_escape (GString *out, ZbTextsWay way, const char *prefix, const char *text, gssize length)
{
  const char *end = text + (length < 0 ? (gssize) strlen (text) : length);

  for (const char *p = text; p < end; p = g_utf8_next_char (p))
    if (*p == '\n' && way == ZB_TEXTS_WORD)
      g_string_append_printf (out, "</%st><%sbr/><%st xml:space=\"preserve\">", prefix, prefix, prefix);
    else if (*p == '\n' && (way == ZB_TEXTS_DRAWING || way == ZB_TEXTS_PLAIN))
      g_string_append_c (out, ' ');
    else if (way == ZB_TEXTS_SHEET && end - p >= 7 && looks_escaped (p))
      g_string_append (out, "_x005F_");
    else
      zb_xml_escape (out, p, g_utf8_next_char (p) - p);
}

/* A value inside a line of codes. */
static void
append_header_value (GString *line, const char *value)
{
  /* &14 is a size: digits that follow one would enlarge it. */
  if (g_ascii_isdigit (*value) && line->len > 0 && g_ascii_isdigit (line->str[line->len - 1]))
    g_string_append_c (line, ' ');
  for (const char *p = value; *p != '\0'; p = g_utf8_next_char (p))
    if (*p == '&')
      g_string_append (line, "&&");
    else
      g_string_append_unichar (line, g_utf8_get_char (p));
}

/* The text of a leaf with the values in it. Returns: (transfer full): not escaped */
static char *
leaf_text (ZbTexts *self, const Leaf *leaf, ZbTextsWay way, const char *const *values)
{
  GString *out = g_string_new (NULL);
  gsize at = leaf->start;

  for (guint i = 0; i < self->marks->len; i++)
    {
      const ZbMark *mark = &g_array_index (self->marks, ZbMark, i);
      gboolean is_here = mark->label_at >= leaf->start && mark->label_at < leaf->end;

      if (values[i] == NULL || mark->end <= leaf->start || mark->start >= leaf->end)
        continue;
      if (mark->start > at)
        g_string_append_len (out, self->text + at, (gssize) (mark->start - at));
      if (is_here && way == ZB_TEXTS_HEADER)
        append_header_value (out, values[i]);
      else if (is_here)
        g_string_append (out, values[i]);
      at = MIN (mark->end, leaf->end);
    }
  g_string_append_len (out, self->text + at, (gssize) (leaf->end - at));
  if (way == ZB_TEXTS_HEADER && g_utf8_strlen (out->str, -1) > MAX_HEADER)
    g_string_truncate (out, (gsize) (g_utf8_offset_to_pointer (out->str, MAX_HEADER) - out->str));
  return g_string_free (out, FALSE);
}

static gboolean
is_touched (const ZbTexts *self, const Leaf *leaf, const char *const *values)
{
  for (guint i = 0; i < self->marks->len; i++)
    {
      const ZbMark *mark = &g_array_index (self->marks, ZbMark, i);

      if (values[i] != NULL && mark->start < leaf->end && mark->end > leaf->start)
        return TRUE;
    }
  return FALSE;
}

char *
zb_texts_trim (const char *text)
{
  const char *end = text + strlen (text);

  while (*text != '\0' && g_unichar_isspace (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);
  while (end > text && g_unichar_isspace (g_utf8_get_char (g_utf8_prev_char (end))))
    end = g_utf8_prev_char (end);
  return g_strndup (text, (gsize) (end - text));
}

void
zb_texts_fill (ZbTexts *self, ZbTextsWay way, const char *const *values, ZbXmlEdits *edits)
{
  for (guint i = 0; i < self->leaves->len; i++)
    {
      const Leaf *leaf = &g_array_index (self->leaves, Leaf, i);
      g_autofree char *text = NULL;
      g_autofree char *prefix = NULL;
      GString *out;
      gsize length;

      if (!is_touched (self, leaf, values))
        continue;
      text = leaf_text (self, leaf, way, values);
      prefix = zb_xml_node_prefix (leaf->node);
      out = g_string_new (NULL);
      zb_texts_escape (out, way, prefix, text, -1);
      zb_xml_edits_add (edits, leaf->node->inner, leaf->node->inner_end, g_string_free (out, FALSE));
      length = strlen (text);
      if ((way == ZB_TEXTS_WORD || way == ZB_TEXTS_SHEET) && length > 0 && (g_ascii_isspace (text[0]) || g_ascii_isspace (text[length - 1]) || strchr (text, '\n') != NULL))
        zb_xml_edits_attribute (edits, self->part, leaf->node, "xml:space", "preserve");
    }
}
