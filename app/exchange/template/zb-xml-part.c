/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/template/zb-xml-part.h"

#include <expat.h>
#include <stdlib.h>
#include <string.h>

/* Text boxes in tables in tables go no deeper. */
#define MAX_DEPTH 200

/* Bytes of a part that is looked into. */
#define MAX_PART (48 * 1024 * 1024)

typedef struct {
  XML_Parser parser;
  guint depth;
  guint n_nodes;
  const char *why;
} Proof;

static void
stop (Proof *proof, const char *why)
{
  proof->why = why;
  XML_StopParser (proof->parser, XML_FALSE);
}

static void XMLCALL
on_start (void *user_data, const XML_Char *name, const XML_Char **attributes)
{
  Proof *proof = user_data;

  proof->n_nodes++;
  if (++proof->depth > MAX_DEPTH)
    stop (proof, "elements nested too deep");
}

static void XMLCALL
on_end (void *user_data, const XML_Char *name)
{
  ((Proof *) user_data)->depth--;
}

static void XMLCALL
on_doctype (void *user_data, const XML_Char *name, const XML_Char *system_id, const XML_Char *public_id, int has_internal_subset)
{
  stop (user_data, "a document type, which no form has");
}

/* A real parser says that the text is in order; only then is it gone through by hand. */
static gboolean
prove (const char *text, gsize length, const char *name, guint *out_n_nodes, GError **error)
{
  Proof proof = { .parser = XML_ParserCreate ("UTF-8") };
  gboolean good;

  XML_SetUserData (proof.parser, &proof);
  XML_SetElementHandler (proof.parser, on_start, on_end);
  XML_SetStartDoctypeDeclHandler (proof.parser, on_doctype);
  good = XML_Parse (proof.parser, text, (int) length, XML_TRUE) == XML_STATUS_OK;
  if (!good)
    g_set_error (error, ZB_TEMPLATE_ERROR, ZB_TEMPLATE_ERROR_DAMAGED, "%s, line %lu: %s", name, (gulong) XML_GetCurrentLineNumber (proof.parser),
                 proof.why != NULL ? proof.why : XML_ErrorString (XML_GetErrorCode (proof.parser)));
  XML_ParserFree (proof.parser);
  *out_n_nodes = proof.n_nodes;
  return good;
}

/* Parts are UTF-8 or UTF-16; the second becomes the first, with what it says of itself. Returns: (transfer full) (nullable) */
static char *
to_utf8 (GBytes *bytes, gsize *out_length)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);
  gboolean is_little = size >= 2 && data[0] == 0xff && data[1] == 0xfe, is_big = size >= 2 && data[0] == 0xfe && data[1] == 0xff;
  g_autofree gunichar2 *units = NULL;
  g_autoptr(GString) text = NULL;
  g_autofree char *converted = NULL;
  const char *end;

  if (!is_little && !is_big)
    {
      *out_length = size;
      return g_strndup ((const char *) data, size);
    }
  units = g_new (gunichar2, size / 2);
  for (gsize i = 1; i < size / 2; i++)
    units[i - 1] = (gunichar2) (is_little ? data[2 * i] | data[2 * i + 1] << 8 : data[2 * i] << 8 | data[2 * i + 1]);
  if (!(converted = g_utf16_to_utf8 (units, (glong) (size / 2 - 1), NULL, NULL, NULL)))
    return NULL;
  text = g_string_new (converted);
  end = strstr (text->str, "?>");
  if (g_str_has_prefix (text->str, "<?xml") && end != NULL)
    {
      g_string_erase (text, 0, end + 2 - text->str);
      g_string_prepend (text, "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>");
    }
  *out_length = text->len;
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* Where a start tag ends: quotes may hold a greater-than sign. */
static const char *
tag_end (const char *at)
{
  char quote = '\0';

  for (; *at != '\0' && (*at != '>' || quote != '\0'); at++)
    if (quote != '\0')
      quote = *at == quote ? '\0' : quote;
    else if (*at == '"' || *at == '\'')
      quote = *at;
  return at;
}

static void
set_name (ZbXmlNode *node, const char *at)
{
  gsize length = strcspn (at, " \t\r\n/>");
  const char *colon = memchr (at, ':', length);

  node->n_prefix = colon != NULL ? (guint32) (colon + 1 - at) : 0;
  node->name = at + node->n_prefix;
  node->n_name = (guint32) length - node->n_prefix;
}

/* Goes through a text that is known to be well-formed. */
static void
find_nodes (ZbXmlPart *self)
{
  g_autofree ZbXmlNode **last = g_new0 (ZbXmlNode *, MAX_DEPTH + 2);
  ZbXmlNode *open = NULL;
  guint depth = 0;
  const char *at = self->text;

  while ((at = strchr (at, '<')) != NULL)
    {
      const char *end;

      if (g_str_has_prefix (at, "<!--"))
        at = strstr (at, "-->") + 3;
      else if (g_str_has_prefix (at, "<![CDATA["))
        at = strstr (at, "]]>") + 3;
      else if (at[1] == '?')
        at = strstr (at, "?>") + 2;
      else if (at[1] == '/')
        {
          open->inner_end = (guint32) (at - self->text);
          at = strchr (at, '>') + 1;
          open->end = (guint32) (at - self->text);
          open = open->parent;
          depth--;
        }
      else
        {
          ZbXmlNode *node = &self->nodes[self->n_nodes++];

          set_name (node, at + 1);
          end = tag_end (at);
          node->parent = open;
          node->start = (guint32) (at - self->text);
          at = end + 1;
          node->inner = node->inner_end = node->end = (guint32) (at - self->text);
          if (open != NULL && open->first == NULL)
            open->first = node;
          else if (last[depth] != NULL)
            last[depth]->next = node;
          last[depth] = node;
          if (end[-1] == '/')
            continue;
          open = node;
          last[++depth] = NULL;
        }
    }
}

ZbXmlPart *
zb_xml_part_new (GBytes *bytes, const char *name, GError **error)
{
  g_autoptr(ZbXmlPart) self = g_new0 (ZbXmlPart, 1);
  guint n = 0;

  if (g_bytes_get_size (bytes) > MAX_PART)
    {
      g_set_error (error, ZB_TEMPLATE_ERROR, ZB_TEMPLATE_ERROR_TOO_BIG, "%s: far too large", name);
      return NULL;
    }
  self->text = to_utf8 (bytes, &self->length);
  if (self->text == NULL || strlen (self->text) != self->length)
    {
      g_set_error (error, ZB_TEMPLATE_ERROR, ZB_TEMPLATE_ERROR_DAMAGED, "%s: no text", name);
      return NULL;
    }
  if (!prove (self->text, self->length, name, &n, error))
    return NULL;
  self->nodes = g_new0 (ZbXmlNode, n);
  find_nodes (self);
  return g_steal_pointer (&self);
}

void
zb_xml_part_free (ZbXmlPart *self)
{
  if (self == NULL)
    return;
  g_free (self->text);
  g_free (self->nodes);
  g_free (self);
}

gboolean
zb_xml_node_is (const ZbXmlNode *node, const char *name)
{
  return strncmp (node->name, name, node->n_name) == 0 && name[node->n_name] == '\0';
}

ZbXmlNode *
zb_xml_node_child (const ZbXmlNode *node, const char *name)
{
  for (ZbXmlNode *child = node->first; child != NULL; child = child->next)
    if (zb_xml_node_is (child, name))
      return child;
  return NULL;
}

ZbXmlNode *
zb_xml_node_under (const ZbXmlNode *node, const char *name)
{
  for (ZbXmlNode *up = node->parent; up != NULL; up = up->parent)
    if (zb_xml_node_is (up, name))
      return up;
  return NULL;
}

char *
zb_xml_node_prefix (const ZbXmlNode *node)
{
  return g_strndup (node->name - node->n_prefix, node->n_prefix);
}

static void
append_reference (GString *out, const char *name, gsize length)
{
  static const struct { const char *name; char letter; } known[] = { { "amp", '&' }, { "lt", '<' }, { "gt", '>' }, { "quot", '"' }, { "apos", '\'' } };

  if (name[0] == '#')
    g_string_append_unichar (out, (gunichar) (name[1] == 'x' ? strtoul (name + 2, NULL, 16) : strtoul (name + 1, NULL, 10)));
  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    if (strlen (known[i].name) == length && strncmp (known[i].name, name, length) == 0)
      g_string_append_c (out, known[i].letter);
}

static void
append_decoded (GString *out, const char *at, const char *end)
{
  while (at < end)
    {
      const char *semicolon = *at == '&' ? memchr (at, ';', (gsize) (end - at)) : NULL;

      if (semicolon == NULL)
        g_string_append_c (out, *at++);
      else
        {
          append_reference (out, at + 1, (gsize) (semicolon - at - 1));
          at = semicolon + 1;
        }
    }
}

/* The next attribute of a tag. Returns: %FALSE behind the last one */
static gboolean
next_attribute (const char **at, const char *end, const char **out_name, gsize *out_length, const char **out_value, const char **out_end)
{
  const char *name = *at, *value;

  while (name < end && (g_ascii_isspace (*name) || *name == '/'))
    name++;
  if (name >= end || *name == '>')
    return FALSE;
  value = name;
  while (value < end && *value != '=')
    value++;
  *out_name = name;
  *out_length = (gsize) (value - name);
  while (*out_length > 0 && g_ascii_isspace (name[*out_length - 1]))
    (*out_length)--;
  while (value < end && *value != '"' && *value != '\'')
    value++;
  *out_value = value + 1;
  *out_end = strchr (value + 1, *value);
  *at = *out_end + 1;
  return TRUE;
}

static gboolean
is_called (const char *found, gsize length, const char *name)
{
  const char *colon = memchr (found, ':', length);

  if (strchr (name, ':') == NULL && colon != NULL)
    {
      length -= (gsize) (colon + 1 - found);
      found = colon + 1;
    }
  return strlen (name) == length && strncmp (found, name, length) == 0;
}

char *
zb_xml_part_attribute (const ZbXmlPart *self, const ZbXmlNode *node, const char *name, guint32 *out_start, guint32 *out_end)
{
  const char *at = node->name + node->n_name, *end = self->text + node->inner - 1, *found, *value, *value_end;
  gsize length;

  while (next_attribute (&at, end, &found, &length, &value, &value_end))
    if (is_called (found, length, name))
      {
        GString *text = g_string_new (NULL);

        append_decoded (text, value, value_end);
        if (out_start != NULL)
          *out_start = (guint32) (value - self->text);
        if (out_end != NULL)
          *out_end = (guint32) (value_end - self->text);
        return g_string_free (text, FALSE);
      }
  return NULL;
}

guint
zb_xml_part_number (const ZbXmlPart *self, const ZbXmlNode *node, const char *name, guint otherwise)
{
  g_autofree char *text = zb_xml_part_attribute (self, node, name, NULL, NULL);
  guint64 value;

  return text != NULL && g_ascii_string_to_unsigned (text, 10, 0, G_MAXINT32, &value, NULL) ? (guint) value : otherwise;
}

char *
zb_xml_part_inner (const ZbXmlPart *self, const ZbXmlNode *node)
{
  GString *out = g_string_new (NULL);
  const ZbXmlNode *child = node->first;
  guint32 at = node->inner;

  while (at < node->inner_end)
    {
      const char *text = self->text + at, *end = self->text + (child != NULL ? child->start : node->inner_end);
      const char *special = memchr (text, '<', (gsize) (end - text)), *stop = special != NULL ? special : end;

      append_decoded (out, text, stop);
      if (special == NULL)
        {
          at = child != NULL ? child->end : node->inner_end;
          child = child != NULL ? child->next : NULL;
        }
      else if (g_str_has_prefix (special, "<![CDATA["))
        {
          stop = strstr (special, "]]>");
          g_string_append_len (out, special + 9, stop - special - 9);
          at = (guint32) (stop + 3 - self->text);
        }
      else
        at = (guint32) (strstr (special, special[1] == '?' ? "?>" : "-->") + (special[1] == '?' ? 2 : 3) - self->text);
    }
  return g_string_free (out, FALSE);
}

void
zb_xml_escape (GString *out, const char *text, gssize length)
{
  const char *end = text + (length < 0 ? (gssize) strlen (text) : length);

  for (const char *p = text; p < end; p = g_utf8_next_char (p))
    {
      gunichar letter = g_utf8_get_char (p);

      switch (letter)
        {
        case '&': g_string_append (out, "&amp;"); break;
        case '<': g_string_append (out, "&lt;"); break;
        case '>': g_string_append (out, "&gt;"); break;
        case '"': g_string_append (out, "&quot;"); break;
        default:
          if ((letter < 0x20 && letter != '\n' && letter != '\t') || letter == 0xfffe || letter == 0xffff)
            g_string_append_c (out, ' ');
          else
            g_string_append_len (out, p, g_utf8_next_char (p) - p);
        }
    }
}
