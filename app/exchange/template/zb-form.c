/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/template/zb-form.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "exchange/sheet/zb-zip.h"

#define CONTENTS "[Content_Types].xml"

static gboolean
refuse (GError **error, ZbTemplateError code, const char *why)
{
  g_set_error_literal (error, ZB_TEMPLATE_ERROR, (int) code, why);
  return FALSE;
}

static void
relation_clear (gpointer data)
{
  g_free (((ZbFormRelation *) data)->id);
  g_free (((ZbFormRelation *) data)->type);
}

ZbXmlPart *
zb_form_open (ZbForm *self, guint part, GError **error)
{
  g_autoptr(GBytes) bytes = zb_package_read (self->package, part, error);

  return bytes != NULL ? zb_xml_part_new (bytes, zb_package_name (self->package, part), error) : NULL;
}

void
zb_form_close (ZbForm *self, guint part, const ZbXmlPart *xml, ZbXmlEdits *edits)
{
  g_autoptr(GBytes) bytes = zb_xml_edits_size (edits) > 0 ? zb_xml_edits_finish (edits, xml) : NULL;

  if (bytes != NULL)
    zb_package_replace (self->package, part, bytes);
}

const char *
zb_form_type (ZbForm *self, const char *part)
{
  g_autofree char *name = g_strconcat ("/", part, NULL);
  g_autofree char *key = g_utf8_casefold (name, -1);
  const char *type = g_hash_table_lookup (self->types, key), *dot = strrchr (key, '.');

  if (type == NULL && dot != NULL)
    type = g_hash_table_lookup (self->types, dot);
  return type != NULL ? type : "";
}

static gboolean
read_types (ZbForm *self, GError **error)
{
  int part = zb_package_find (self->package, CONTENTS);
  g_autoptr(ZbXmlPart) xml = NULL;

  if (part < 0)
    return refuse (error, ZB_TEMPLATE_ERROR_OTHER_KIND, "a zip container of another kind");
  if (!(xml = zb_form_open (self, (guint) part, error)))
    return FALSE;
  for (ZbXmlNode *node = xml->nodes->first; node != NULL; node = node->next)
    {
      gboolean is_ending = zb_xml_node_is (node, "Default");
      g_autofree char *name = zb_xml_part_attribute (xml, node, is_ending ? "Extension" : "PartName", NULL, NULL);
      g_autofree char *type = zb_xml_part_attribute (xml, node, "ContentType", NULL, NULL);
      g_autofree char *dotted = is_ending ? g_strconcat (".", name, NULL) : g_strdup (name);

      if (name != NULL && type != NULL)
        g_hash_table_insert (self->types, g_utf8_casefold (dotted, -1), g_steal_pointer (&type));
    }
  return TRUE;
}

/* The part that holds the relations of another; of "" those of the whole. Returns: (transfer full) */
static char *
relations_name (const char *part)
{
  g_autofree char *folder = g_path_get_dirname (part);
  g_autofree char *base = *part != '\0' ? g_path_get_basename (part) : g_strdup ("");

  return strchr (part, '/') != NULL ? g_strdup_printf ("%s/_rels/%s.rels", folder, base) : g_strdup_printf ("_rels/%s.rels", base);
}

GArray *
zb_form_relations (ZbForm *self, const char *part, GError **error)
{
  g_autofree char *name = relations_name (part);
  g_autoptr(GArray) out = g_array_new (FALSE, TRUE, sizeof (ZbFormRelation));
  int at = zb_package_find (self->package, name);
  g_autoptr(ZbXmlPart) xml = NULL;

  g_array_set_clear_func (out, relation_clear);
  if (at < 0)
    return g_steal_pointer (&out);
  if (!(xml = zb_form_open (self, (guint) at, error)))
    return NULL;
  for (ZbXmlNode *node = xml->nodes->first; node != NULL; node = node->next)
    {
      g_autofree char *type = zb_xml_part_attribute (xml, node, "Type", NULL, NULL);
      g_autofree char *target = zb_xml_part_attribute (xml, node, "Target", NULL, NULL);
      g_autofree char *mode = zb_xml_part_attribute (xml, node, "TargetMode", NULL, NULL);
      const char *slash = type != NULL ? strrchr (type, '/') : NULL;
      g_autofree char *resolved = target != NULL && g_strcmp0 (mode, "External") != 0 ? zb_zip_resolve (part, target) : NULL;
      ZbFormRelation relation = { NULL, NULL, resolved != NULL ? zb_package_find (self->package, resolved) : -1 };

      if (slash == NULL)
        continue;
      relation.id = zb_xml_part_attribute (xml, node, "Id", NULL, NULL);
      relation.type = g_strdup (slash + 1);
      g_array_append_val (out, relation);
    }
  return g_steal_pointer (&out);
}

int
zb_form_related (GArray *relations, const char *type)
{
  for (guint i = 0; i < relations->len; i++)
    if (strcmp (g_array_index (relations, ZbFormRelation, i).type, type) == 0)
      return g_array_index (relations, ZbFormRelation, i).part;
  return -1;
}

/* Takes out the elements of a part that name @target. */
static gboolean
strike (ZbForm *self, const char *part, const char *attribute, const char *from, const char *target, GError **error)
{
  int at = zb_package_find (self->package, part);
  g_autoptr(ZbXmlPart) xml = at >= 0 ? zb_form_open (self, (guint) at, error) : NULL;
  g_autoptr(ZbXmlEdits) edits = zb_xml_edits_new ();

  if (xml == NULL)
    return at < 0;
  for (ZbXmlNode *node = xml->nodes->first; node != NULL; node = node->next)
    {
      g_autofree char *value = zb_xml_part_attribute (xml, node, attribute, NULL, NULL);
      g_autofree char *resolved = value != NULL ? zb_zip_resolve (from, value) : NULL;

      if (resolved != NULL && g_ascii_strcasecmp (resolved, target) == 0)
        zb_xml_edits_add (edits, node->start, node->end, g_strdup (""));
    }
  zb_form_close (self, (guint) at, xml, edits);
  return TRUE;
}

gboolean
zb_form_forget (ZbForm *self, guint part, const char *from, GError **error)
{
  g_autofree char *relations = relations_name (from);

  zb_package_remove (self->package, part);
  return strike (self, relations, "Target", from, zb_package_name (self->package, part), error)
         && strike (self, CONTENTS, "PartName", "", zb_package_name (self->package, part), error);
}

void
zb_form_fill_one (ZbForm *self, ZbTexts *texts, ZbTextsWay way, const int *rows, ZbXmlEdits *edits)
{
  g_autoptr(GPtrArray) values = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < texts->marks->len; i++)
    g_ptr_array_add (values, zb_filling_value (self->data, &g_array_index (texts->marks, ZbMark, i), rows != NULL ? rows[i] : -1, NULL));
  zb_texts_fill (texts, way, (const char *const *) values->pdata, edits);
}

gboolean
zb_form_fill_plain (ZbForm *self, const ZbXmlPart *xml, ZbXmlNode *node, ZbTextsWay way, const ZbTemplatePlace *place, ZbXmlEdits *edits, GError **error)
{
  g_autoptr(ZbTexts) texts = zb_texts_new (xml, node);

  if (texts == NULL)
    return TRUE;
  if (self->data == NULL)
    return zb_template_out_marks (self->out, texts->text, texts->marks, place, error);
  zb_form_fill_one (self, texts, way, NULL, edits);
  return TRUE;
}

gboolean
zb_form_fill_texts (ZbForm *self, const ZbXmlPart *xml, ZbTextsWay way, const ZbTemplatePlace *place, ZbFormSkip skip, ZbFormRefine refine, gpointer user_data,
                    ZbXmlEdits *edits, GError **error)
{
  for (guint i = 0; i < xml->n_nodes; i++)
    {
      ZbXmlNode *node = &xml->nodes[i];
      ZbTemplatePlace here = *place;

      if (!zb_texts_is_container (node) || node->first == NULL || (skip != NULL && skip (node, user_data)))
        continue;
      if (refine != NULL && self->data == NULL)
        refine (xml, node, &here, user_data);
      /* What old programs show instead of a text box says the same again. */
      if (self->data == NULL && zb_xml_node_under (node, "Fallback") != NULL)
        continue;
      if (!zb_form_fill_plain (self, xml, node, way, &here, edits, error))
        return FALSE;
    }
  return TRUE;
}

/* Title and subject, as the window of the program that opens it shows them. */
static gboolean
fill_properties (ZbForm *self, GError **error)
{
  const ZbTemplatePlace place = { ZB_PLACE_PROPERTY, NULL, NULL, 0, 0, 0 };
  int part = zb_package_find (self->package, "docProps/core.xml");
  g_autoptr(ZbXmlPart) xml = part >= 0 ? zb_form_open (self, (guint) part, error) : NULL;
  g_autoptr(ZbXmlEdits) edits = zb_xml_edits_new ();

  if (xml == NULL)
    return part < 0;
  for (ZbXmlNode *node = xml->nodes->first; node != NULL; node = node->next)
    if (node->first == NULL && !zb_form_fill_plain (self, xml, node, ZB_TEXTS_PLAIN, &place, edits, error))
      return FALSE;
  zb_form_close (self, (guint) part, xml, edits);
  return TRUE;
}

/* A template of a program (.xltx, .dotx) becomes a document: what is filled is one. */
static gboolean
set_main_type (ZbForm *self, GError **error)
{
  static const char *const ends[][2] = { { "spreadsheetml.template.main+xml", "spreadsheetml.sheet.main+xml" },
                                         { "wordprocessingml.template.main+xml", "wordprocessingml.document.main+xml" } };
  int part = zb_package_find (self->package, CONTENTS);
  g_autoptr(ZbXmlPart) xml = zb_form_open (self, (guint) part, error);
  g_autoptr(ZbXmlEdits) edits = zb_xml_edits_new ();

  if (xml == NULL)
    return FALSE;
  for (ZbXmlNode *node = xml->nodes->first; node != NULL; node = node->next)
    {
      g_autofree char *type = zb_xml_part_attribute (xml, node, "ContentType", NULL, NULL);
      g_autoptr(GString) other = g_string_new (type);

      for (guint i = 0; type != NULL && i < G_N_ELEMENTS (ends); i++)
        if (g_str_has_suffix (type, ends[i][0]) && g_string_replace (other, ends[i][0], ends[i][1], 1) > 0)
          zb_xml_edits_attribute (edits, xml, node, "ContentType", other->str);
    }
  zb_form_close (self, (guint) part, xml, edits);
  return TRUE;
}

/* What the file is, by its main part. */
static gboolean
find_main (ZbForm *self, GError **error)
{
  g_autoptr(GArray) relations = zb_form_relations (self, "", error);
  int part = relations != NULL ? zb_form_related (relations, "officeDocument") : -1;
  const char *type;

  if (relations == NULL)
    return FALSE;
  if (part < 0)
    return refuse (error, ZB_TEMPLATE_ERROR_OTHER_KIND, "no main part");
  self->main_part = (guint) part;
  type = zb_form_type (self, zb_package_name (self->package, self->main_part));
  if (strstr (type, "macroEnabled") != NULL)
    return refuse (error, ZB_TEMPLATE_ERROR_MACROS, "macros");
  if (strstr (type, "spreadsheetml") != NULL)
    self->kind = 'x';
  else if (strstr (type, "wordprocessingml") != NULL)
    self->kind = 'd';
  else
    return refuse (error, ZB_TEMPLATE_ERROR_OTHER_KIND, "another kind of office file");
  for (guint i = 0; i < zb_package_n_parts (self->package); i++)
    if (strstr (zb_form_type (self, zb_package_name (self->package, i)), "vbaProject") != NULL)
      return refuse (error, ZB_TEMPLATE_ERROR_MACROS, "macros");
  return TRUE;
}

/* Compound files (OLE 2) are old ones, and the envelope of those with a password. */
static gboolean
refuse_compound (GBytes *bytes, GError **error)
{
  static const char encrypted[] = "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e";
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);

  if (memmem (data, size, encrypted, sizeof encrypted - 1) != NULL)
    return refuse (error, ZB_TEMPLATE_ERROR_PASSWORD, "encrypted");
  return refuse (error, ZB_TEMPLATE_ERROR_OLD_FORMAT, "a compound file");
}

static gboolean
check_head (GBytes *bytes, GError **error)
{
  static const char open_document[] = "mimetypeapplication/vnd.oasis.opendocument.";
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);

  if (size == 0)
    return refuse (error, ZB_TEMPLATE_ERROR_EMPTY, "no bytes");
  if (size >= 8 && memcmp (data, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 8) == 0)
    return refuse_compound (bytes, error);
  if (size < 4 || memcmp (data, "PK", 2) != 0)
    return refuse (error, ZB_TEMPLATE_ERROR_OTHER_KIND, "no office file");
  if (memmem (data, MIN (size, 200), open_document, sizeof open_document - 1) != NULL)
    return refuse (error, ZB_TEMPLATE_ERROR_OPEN_DOCUMENT, "OpenDocument");
  return TRUE;
}

static GBytes *
read_file (int fd, GError **error)
{
  struct stat status;
  g_autofree guint8 *data = NULL;
  gsize have = 0;

  if (fstat (fd, &status) != 0 || status.st_size < 0)
    {
      refuse (error, ZB_TEMPLATE_ERROR_DAMAGED, "cannot be read");
      return NULL;
    }
  if (status.st_size > ZB_PACKAGE_MAX_FILE)
    {
      refuse (error, ZB_TEMPLATE_ERROR_TOO_BIG, "larger than any form");
      return NULL;
    }
  data = g_malloc ((gsize) status.st_size + 1);
  while (have < (gsize) status.st_size)
    {
      gssize n = pread (fd, data + have, (gsize) status.st_size - have, (off_t) have);

      if (n == 0 || (n < 0 && errno != EINTR))
        break;
      have += n > 0 ? (gsize) n : 0;
    }
  return g_bytes_new_take (g_steal_pointer (&data), have);
}

static void
form_clear (ZbForm *self)
{
  g_clear_pointer (&self->package, zb_package_free);
  g_clear_pointer (&self->types, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ZbForm, form_clear)

gboolean
zb_form_run (int fd, ZbTemplateData *data, ZbTemplateOut *out, char *out_kind, GError **error)
{
  g_autoptr(GBytes) bytes = read_file (fd, error);
  g_auto(ZbForm) self = { .data = data, .out = out };

  if (bytes == NULL || !check_head (bytes, error) || !(self.package = zb_package_new (bytes, error)))
    return FALSE;
  self.types = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  if (!read_types (&self, error) || !find_main (&self, error)
      || !(self.kind == 'x' ? zb_form_workbook (&self, error) : zb_form_document (&self, error)) || !fill_properties (&self, error))
    return FALSE;
  *out_kind = self.kind;
  return data == NULL || (set_main_type (&self, error) && zb_package_write (self.package, zb_template_out_data, out, error));
}
