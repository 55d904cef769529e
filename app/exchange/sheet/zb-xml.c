/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/sheet/zb-xml.h"

#include <expat.h>
#include <string.h>

#define MAX_DEPTH 64
#define CHUNK (64 * 1024)

/* So much at most between two marks of a file: no element and no cell of a spreadsheet is longer. */
#define MAX_ELEMENT (8 * 1024 * 1024)

struct _ZbXml {
  XML_Parser parser;
  const ZbXmlHandlers *handlers;
  gpointer user_data;
  GError *error;
  guint depth;
  gboolean has_moved;   /* whether anything was told of since the last piece */
  gsize since;          /* bytes without anything */
};

/* Millions of names are of one letter: those have no prefix. */
static const char *
local_name (const char *name)
{
  const char *colon = name[0] != '\0' && name[1] != '\0' ? strchr (name + 1, ':') : NULL;

  return colon != NULL ? colon + 1 : name;
}

const char *
zb_xml_attribute (const char **attributes, const char *name)
{
  for (guint i = 0; attributes[i] != NULL; i += 2)
    if (strcmp (local_name (attributes[i]), name) == 0)
      return attributes[i + 1];
  return NULL;
}

gboolean
zb_xml_has (const char **attributes, const char *name, const char *value)
{
  for (guint i = 0; attributes[i] != NULL; i += 2)
    if (strcmp (local_name (attributes[i]), name) == 0 && strcmp (attributes[i + 1], value) == 0)
      return TRUE;
  return FALSE;
}

void
zb_xml_fail (ZbXml *xml, GError *error)
{
  if (xml->error == NULL)
    xml->error = error;
  else
    g_error_free (error);
  XML_StopParser (xml->parser, XML_FALSE);
}

static void XMLCALL
on_start (void *user_data, const XML_Char *name, const XML_Char **attributes)
{
  ZbXml *xml = user_data;

  xml->has_moved = TRUE;
  if (++xml->depth > MAX_DEPTH)
    zb_xml_fail (xml, g_error_new (ZB_SHEET_ERROR, ZB_SHEET_ERROR_TOO_BIG, "elements nested more than %d deep", MAX_DEPTH));
  else if (xml->handlers->start != NULL)
    xml->handlers->start (xml, local_name (name), attributes, xml->user_data);
}

static void XMLCALL
on_end (void *user_data, const XML_Char *name)
{
  ZbXml *xml = user_data;

  xml->has_moved = TRUE;
  xml->depth--;
  if (xml->handlers->end != NULL && xml->error == NULL)
    xml->handlers->end (xml, local_name (name), xml->user_data);
}

static void XMLCALL
on_text (void *user_data, const XML_Char *text, int length)
{
  ZbXml *xml = user_data;

  xml->has_moved = TRUE;
  if (xml->error == NULL)
    xml->handlers->text (xml, text, (gsize) length, xml->user_data);
}

static void XMLCALL
on_doctype (void *user_data, const XML_Char *name, const XML_Char *system_id, const XML_Char *public_id, int has_internal_subset)
{
  zb_xml_fail (user_data, g_error_new_literal (ZB_SHEET_ERROR, ZB_SHEET_ERROR_DAMAGED, "a document type, which no spreadsheet has"));
}

void
zb_xml_want_text (ZbXml *xml, gboolean want)
{
  XML_SetCharacterDataHandler (xml->parser, want ? on_text : NULL);
}

/* Why the parser stopped. Returns: always FALSE */
static gboolean
set_error (ZbXml *xml, const char *part, GError **error)
{
  if (xml->error != NULL)
    g_propagate_prefixed_error (error, g_steal_pointer (&xml->error), "%s: ", part);
  else
    g_set_error (error, ZB_SHEET_ERROR, ZB_SHEET_ERROR_DAMAGED, "%s, line %lu: %s", part, (gulong) XML_GetCurrentLineNumber (xml->parser),
                 XML_ErrorString (XML_GetErrorCode (xml->parser)));
  return FALSE;
}

/* The parser begins again at an element that is not whole, with each piece: one without an end would take for ever. */
static gboolean
moves (ZbXml *xml, gsize n, const char *part, GError **error)
{
  xml->since = xml->has_moved ? 0 : xml->since + n;
  xml->has_moved = FALSE;
  if (xml->since <= MAX_ELEMENT)
    return TRUE;
  g_set_error (error, ZB_SHEET_ERROR, ZB_SHEET_ERROR_TOO_BIG, "%s: more than %d bytes without an end", part, MAX_ELEMENT);
  return FALSE;
}

static gboolean
feed (ZbXml *xml, ZbZip *zip, const char *part, GError **error)
{
  gssize n;

  do
    {
      void *buffer = XML_GetBuffer (xml->parser, CHUNK);

      if (buffer == NULL)
        {
          g_set_error (error, ZB_SHEET_ERROR, ZB_SHEET_ERROR_TOO_BIG, "%s: no memory", part);
          return FALSE;
        }
      if ((n = zb_zip_read (zip, buffer, CHUNK, error)) < 0)
        return FALSE;
      if (XML_ParseBuffer (xml->parser, (int) n, n == 0) != XML_STATUS_OK)
        return set_error (xml, part, error);
      if (!moves (xml, (gsize) n, part, error))
        return FALSE;
    }
  while (n > 0);
  return TRUE;
}

static void
open_parser (ZbXml *xml, const char *encoding)
{
  xml->parser = XML_ParserCreate (encoding);
  XML_SetUserData (xml->parser, xml);
  XML_SetElementHandler (xml->parser, on_start, on_end);
  XML_SetStartDoctypeDeclHandler (xml->parser, on_doctype);
}

static void
close_parser (ZbXml *xml)
{
  XML_ParserFree (xml->parser);
  g_clear_error (&xml->error);
}

gboolean
zb_xml_read (ZbZip *zip, const char *part, const ZbXmlHandlers *handlers, gpointer user_data, gboolean *out_found, GError **error)
{
  ZbXml xml = { .handlers = handlers, .user_data = user_data };
  gboolean found, good;

  if (!zb_zip_open (zip, part, &found, error))
    return FALSE;
  if (out_found != NULL)
    *out_found = found;
  if (!found)
    {
      if (out_found == NULL)
        g_set_error (error, ZB_SHEET_ERROR, ZB_SHEET_ERROR_DAMAGED, "part %s is missing", part);
      return out_found != NULL;
    }
  open_parser (&xml, NULL);
  good = feed (&xml, zip, part, error);
  close_parser (&xml);
  return good;
}

gboolean
zb_xml_read_text (ZbTextFile *file, const ZbXmlHandlers *handlers, gpointer user_data, GError **error)
{
  ZbXml xml = { .handlers = handlers, .user_data = user_data };
  g_autoptr(GString) chunk = g_string_new (NULL);
  gboolean good;

  open_parser (&xml, "UTF-8");
  do
    {
      good = zb_text_file_read (file, chunk, error);
      if (good && XML_Parse (xml.parser, chunk->str, (int) chunk->len, chunk->len == 0) != XML_STATUS_OK)
        good = set_error (&xml, "the file", error);
      good = good && moves (&xml, chunk->len, "the file", error);
    }
  while (good && chunk->len > 0);
  close_parser (&xml);
  return good;
}
