/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/sheet/zb-text-file.h"
#include "exchange/sheet/zb-zip.h"

G_BEGIN_DECLS

/**
 * ZbXml:
 *
 * A part being read. Elements and attributes come by their local names: prefixes differ between
 * programs, names do not. A document type is refused (so no entities but the five of XML), and so is
 * nesting deeper than any spreadsheet's. Runs in the child process only.
 */
typedef struct _ZbXml ZbXml;

typedef struct {
  void (*start) (ZbXml *xml, const char *name, const char **attributes, gpointer user_data);
  void (*end) (ZbXml *xml, const char *name, gpointer user_data);
  void (*text) (ZbXml *xml, const char *text, gsize length, gpointer user_data);
} ZbXmlHandlers;

/**
 * zb_xml_read:
 * @out_found: (out) (optional): whether the part is there; without it an absent part is DAMAGED
 * @error: of %ZB_SHEET_ERROR: DAMAGED, TOO_BIG, PASSWORD, or what a handler gave to zb_xml_fail()
 */
gboolean zb_xml_read (ZbZip *zip, const char *part, const ZbXmlHandlers *handlers, gpointer user_data, gboolean *out_found, GError **error);

/** zb_xml_read_text: the same with a file that is one part, decoded already: what it says of its encoding is passed over. */
gboolean zb_xml_read_text (ZbTextFile *file, const ZbXmlHandlers *handlers, gpointer user_data, GError **error);

/** zb_xml_fail: stops reading with this reason. @error: (transfer full) */
void zb_xml_fail (ZbXml *xml, GError *error);

/** zb_xml_want_text: switches the text handler on and off: text outside cells costs nothing. */
void zb_xml_want_text (ZbXml *xml, gboolean want);

/** zb_xml_attribute: Returns: (nullable): by local name. */
const char *zb_xml_attribute (const char **attributes, const char *name);

/** zb_xml_has: whether an attribute of that local name, whatever its prefix, has the value. */
gboolean zb_xml_has (const char **attributes, const char *name, const char *value);

G_END_DECLS
