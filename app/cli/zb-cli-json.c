/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "cli/zb-cli.h"
#include "core/zb-codes.h"
#include "store/zb-records.h"

void
zb_cli_put_string (JsonBuilder *builder, const char *name, const char *value)
{
  /* JSON is text; names of files need not be. */
  g_autofree char *valid = value != NULL ? g_utf8_make_valid (value, -1) : NULL;

  json_builder_set_member_name (builder, name);
  if (valid != NULL)
    json_builder_add_string_value (builder, valid);
  else
    json_builder_add_null_value (builder);
}

void
zb_cli_put_int (JsonBuilder *builder, const char *name, gint64 value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, value);
}

static char *
link_title (ZbCli *cli, ZbOrgTree *tree, const ZbField *field, const char *value)
{
  gint64 id = g_ascii_strtoll (value, NULL, 10);
  const ZbOrg *org = tree != NULL && strcmp (field->link, "organization") == 0 ? zb_org_tree_get (tree, id) : NULL;

  return org != NULL ? g_strdup (org->name) : zb_records_title (cli->db, zb_kind_get (field->link), id);
}

char *
zb_cli_show_value (ZbCli *cli, ZbOrgTree *tree, const ZbRecord *record, guint field, gboolean masked)
{
  const ZbField *f = &record->kind->fields[field];

  if (record->values[field] != NULL && f->type == ZB_FIELD_LINK)
    return link_title (cli, tree, f, record->values[field]);
  return zb_field_show (f, record->values[field], masked);
}

static void
add_text (JsonObject *object, const char *name, const char *value)
{
  if (value == NULL)
    json_object_set_null_member (object, name);
  else
    json_object_set_string_member (object, name, value);
}

static void
add_field (ZbCli *cli, ZbOrgTree *tree, JsonObject *object, const ZbRecord *record, guint i)
{
  const ZbField *field = &record->kind->fields[i];
  const char *value = record->values[i];

  if (value == NULL)
    json_object_set_null_member (object, field->name);
  else if (field->type == ZB_FIELD_LINK)
    {
      g_autofree char *title = link_title (cli, tree, field, value);

      add_text (object, field->name, title);
    }
  else if (field->type == ZB_FIELD_BOOLEAN)
    json_object_set_boolean_member (object, field->name, strcmp (value, "1") == 0);
  else if ((field->type == ZB_FIELD_INTEGER || field->type == ZB_FIELD_MONEY) && g_ascii_isdigit (value[strlen (value) - 1]))
    json_object_set_int_member (object, field->name, g_ascii_strtoll (value, NULL, 10));
  else if (field->type == ZB_FIELD_HOURS)
    json_object_set_double_member (object, field->name, (double) g_ascii_strtoll (value, NULL, 10) / 10);
  else
    add_text (object, field->name, value);
  if (field->type == ZB_FIELD_CODE)
    {
      g_autofree char *name = g_strdup_printf ("%s_label", field->name);

      add_text (object, name, value == NULL ? NULL : zb_code_label (zb_code_table_get (field->codes), value));
    }
}

JsonNode *
zb_cli_record_json (ZbCli *cli, ZbOrgTree *tree, const ZbRecord *record, gboolean with_private)
{
  JsonObject *object = json_object_new ();
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);

  add_text (object, "uid", record->uid);
  for (guint i = 0; i < record->kind->n_fields; i++)
    if (!(record->kind->fields[i].flags & ZB_FIELD_HIDDEN)
        && (with_private || !(record->kind->fields[i].flags & ZB_FIELD_PRIVATE)))
      add_field (cli, tree, object, record, i);
  json_node_take_object (node, object);
  return node;
}
