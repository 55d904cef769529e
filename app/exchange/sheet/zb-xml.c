/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/sheet/zb-xml.h"

#include <expat.h>
#include <string.h>

#define MAX_DEPTH 64
#define CHUNK (64 * 1024)

struct _ZbXml {
  XML_Parser parser;
  const ZbXmlHandlers *handlers;
  gpointer user_data;
  GError *error;
  guint depth;
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

  if (++xml->depth > MAX_DEPTH)
    zb_xml_fail (xml, g_error_new (ZB_SHEET_ERROR, ZB_SHEET_ERROR_TOO_BIG, "elements nested more than %d deep", MAX_DEPTH));
  else if (xml->handlers->start != NULL)
    xml->handlers->start (xml, local_name (name), attributes, xml->user_data);
}

static void XMLCALL
on_end (void *user_data, const XML_Char *name)
{
  ZbXml *xml = user_data;

  xml->depth--;
  if (xml->handlers->end != NULL && xml->error == NULL)
    xml->handlers->end (xml, local_name (name), xml->user_data);
}

static void XMLCALL
on_text (void *user_data, const XML_Char *text, int length)
{
  ZbXml *xml = user_data;

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
        {
          if (xml->error != NULL)
            g_propagate_prefixed_error (error, g_steal_pointer (&xml->error), "%s: ", part);
          else
            g_set_error (error, ZB_SHEET_ERROR, ZB_SHEET_ERROR_DAMAGED, "%s, line %lu: %s", part,
                         (gulong) XML_GetCurrentLineNumber (xml->parser), XML_ErrorString (XML_GetErrorCode (xml->parser)));
          return FALSE;
        }
    }
  while (n > 0);
  return TRUE;
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
  xml.parser = XML_ParserCreate (NULL);
  XML_SetUserData (xml.parser, &xml);
  XML_SetElementHandler (xml.parser, on_start, on_end);
  XML_SetStartDoctypeDeclHandler (xml.parser, on_doctype);
  good = feed (&xml, zip, part, error);
  XML_ParserFree (xml.parser);
  g_clear_error (&xml.error);
  return good;
}
