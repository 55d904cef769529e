/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>

#include "cli/zb-cli.h"
#include "core/zb-codes.h"
#include "service/zb-words.h"
#include "store/zb-history.h"
#include "store/zb-records.h"

typedef struct {
  char *where;
  char *scope;
  char *order;
  gboolean private;
} ListOptions;

static gboolean
read_scope (const char *text, ZbMemberScope *out_scope)
{
  static const char *const names[] = { [ZB_SCOPE_HERE] = "here", [ZB_SCOPE_LEFT] = "left", [ZB_SCOPE_ALL] = "all" };

  *out_scope = ZB_SCOPE_HERE;
  for (guint i = 0; text != NULL && i < G_N_ELEMENTS (names); i++)
    if (strcmp (text, names[i]) == 0)
      {
        *out_scope = (ZbMemberScope) i;
        return TRUE;
      }
  if (text != NULL)
    zb_cli_wrong (_("--scope is here, left or all."));
  return text == NULL;
}

static gboolean
make_query (ZbCli *cli, const ListOptions *options, ZbOrgTree *tree, ZbMemberQuery *out_query, GError **error)
{
  *out_query = (ZbMemberQuery) { .order = ZB_ORDER_POST, .scope = ZB_SCOPE_HERE };
  if (!read_scope (options->scope, &out_query->scope))
    return FALSE;
  if (options->order != NULL && !zb_member_order_from_name (options->order, &out_query->order))
    {
      zb_cli_wrong (_("Zhibu does not know the order “%s”."), options->order);
      return FALSE;
    }
  if (options->where != NULL && !(out_query->filter = zb_filter_parse (options->where, tree, error)))
    return FALSE;
  return TRUE;
}

static void
print_row (ZbCli *cli, ZbOrgTree *tree, const ZbRecord *record, gboolean private)
{
  g_autoptr(GString) line = g_string_new (record->uid);

  for (guint i = 0; record->kind->list_columns[i] != NULL; i++)
    {
      int at = zb_kind_field_index (record->kind, record->kind->list_columns[i]);
      g_autofree char *text = at < 0 ? g_strdup ("") : zb_cli_show_value (cli, tree, record, (guint) at, !private);

      g_string_append_printf (line, "\t%s", text);
    }
  zb_cli_say ("%s", line->str);
}

static void
print_headings (const ZbKind *kind)
{
  g_autoptr(GString) line = g_string_new ("uid");

  for (guint i = 0; kind->list_columns[i] != NULL; i++)
    g_string_append_printf (line, "\t%s", zb_kind_field (kind, kind->list_columns[i])->heading);
  zb_cli_say ("%s", line->str);
}

/* Prints a record, in a JSON array one element at a time so that a list of any length costs no memory. */
static void
print_record (ZbCli *cli, ZbOrgTree *tree, const ZbRecord *record, gboolean private, guint i)
{
  g_autoptr(JsonNode) node = NULL;
  g_autofree char *text = NULL;

  if (!cli->json)
    {
      print_row (cli, tree, record, private);
      return;
    }
  node = zb_cli_record_json (cli, tree, record, private);
  text = json_to_string (node, FALSE);
  printf ("%s\n%s", i > 0 ? "," : "", text);
}

static ZbCliStatus
list_members (ZbCli *cli, const ListOptions *options)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ZbMemberColumns) columns = zb_cli_columns (cli, &error);
  g_autofree gint64 *ids = NULL;
  ZbMemberQuery query;
  guint n;

  if (columns == NULL)
    return zb_cli_refuse (error);
  if (!make_query (cli, options, zb_member_columns_tree (columns), &query, &error))
    return error != NULL ? zb_cli_refuse (error) : ZB_CLI_USAGE;
  ids = zb_member_columns_query (columns, &query, &n);
  g_clear_pointer (&query.filter, zb_filter_unref);
  if (cli->json)
    printf ("[");
  else
    print_headings (&zb_kind_member);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr(ZbRecord) record = zb_records_get (cli->db, &zb_kind_member, ids[i], options->private || !cli->json, &error);

      if (record == NULL || !zb_members_derive (cli->db, record, cli->today, &error))
        return zb_cli_refuse (error);
      print_record (cli, zb_member_columns_tree (columns), record, options->private, i);
    }
  if (cli->json)
    printf ("\n]\n");
  return ZB_CLI_DONE;
}

/* The organisations of the day; what is closed is one of those that left. */
static void
keep_organizations (ZbOrgTree *tree, GPtrArray *records, ZbMemberScope scope, const char *field, const char *value)
{
  for (guint i = records->len; i > 0; i--)
    {
      ZbRecord *record = g_ptr_array_index (records, i - 1);
      gboolean was = zb_org_as_it_was (tree, record);
      gboolean is_open = zb_record_get (record, "closed_on") == NULL;

      if (!was || (scope == ZB_SCOPE_HERE && !is_open) || (scope == ZB_SCOPE_LEFT && is_open)
          || (field != NULL && g_strcmp0 (zb_record_get (record, field), value) != 0))
        g_ptr_array_remove_index (records, i - 1);
    }
}

static ZbCliStatus
list_plain (ZbCli *cli, const ZbKind *kind, const ListOptions *options)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ZbOrgTree) tree = zb_cli_tree (cli, TRUE);
  g_autoptr(GPtrArray) records = NULL;
  g_autofree char *name = NULL;
  const char *value = NULL;
  g_autofree char *read = NULL;
  gboolean by_day = kind == &zb_kind_organization;
  ZbMemberScope scope;

  if (tree == NULL)
    return ZB_CLI_REFUSED;
  if (!read_scope (options->scope, &scope))
    return ZB_CLI_USAGE;
  if (options->where != NULL)
    {
      const ZbField *field;
      gint64 link;

      if (!zb_cli_split (options->where, &name, &value))
        return ZB_CLI_USAGE;
      if ((field = zb_cli_field (kind, name)) == NULL)
        return zb_cli_wrong (_("“%1$s” is not a field of a %2$s."), name, kind->name);
      if (field->type == ZB_FIELD_LINK && zb_cli_find_link (cli, field->link, value, &link, &error))
        read = g_strdup_printf ("%" G_GINT64_FORMAT, link);
      else if (field->type == ZB_FIELD_LINK || !zb_field_read (field, value, &read, &error))
        return zb_cli_refuse (error);
      g_free (name);
      name = g_strdup (field->name);
    }
  records = zb_records_list (cli->db, kind, by_day ? NULL : name, by_day ? NULL : read, options->private, &error);
  if (records == NULL)
    return zb_cli_refuse (error);
  if (by_day)
    keep_organizations (tree, records, scope, name, read);
  if (cli->json)
    printf ("[");
  else
    print_headings (kind);
  for (guint i = 0; i < records->len; i++)
    print_record (cli, tree, g_ptr_array_index (records, i), options->private, i);
  if (cli->json)
    printf ("\n]\n");
  return ZB_CLI_DONE;
}

ZbCliStatus
zb_cli_list (ZbCli *cli, int argc, char **argv)
{
  g_autofree char *where = NULL;
  g_autofree char *scope = NULL;
  g_autofree char *order = NULL;
  gboolean private = FALSE;
  const ZbKind *kind;
  const GOptionEntry entries[] = {
    { "where", 0, 0, G_OPTION_ARG_STRING, &where, NULL, NULL },
    { "scope", 0, 0, G_OPTION_ARG_STRING, &scope, NULL, NULL },
    { "order", 0, 0, G_OPTION_ARG_STRING, &order, NULL, NULL },
    { "private", 0, 0, G_OPTION_ARG_NONE, &private, NULL, NULL },
    { NULL }
  };

  if (!zb_cli_options (cli, "list", entries, &argc, &argv, 1, 1) || (kind = zb_cli_kind (argv[1])) == NULL)
    return ZB_CLI_USAGE;
  if (!zb_cli_open (cli, ZB_DB_READ))
    return ZB_CLI_REFUSED;
  return kind == &zb_kind_member ? list_members (cli, &(ListOptions) { where, scope, order, private })
                          : list_plain (cli, kind, &(ListOptions) { where, scope, order, private });
}

static void
print_history (ZbCli *cli, const ZbKind *kind, gint64 id)
{
  g_autoptr(GPtrArray) changes = zb_history_of_record (cli->db, kind, id, NULL);

  for (guint i = 0; changes != NULL && i < changes->len; i++)
    {
      const ZbHistoryChange *change = g_ptr_array_index (changes, i);
      g_autofree char *words = zb_words_change (change);

      zb_cli_say ("%s\t%s\t%s", change->at, change->who, words);
    }
}

ZbCliStatus
zb_cli_show (ZbCli *cli, int argc, char **argv)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ZbRecord) record = NULL;
  g_autoptr(ZbOrgTree) tree = NULL;
  gboolean private = FALSE, history = FALSE;
  const ZbKind *kind;
  gint64 id;
  const GOptionEntry entries[] = {
    { "private", 0, 0, G_OPTION_ARG_NONE, &private, NULL, NULL },
    { "history", 0, 0, G_OPTION_ARG_NONE, &history, NULL, NULL },
    { NULL }
  };

  if (!zb_cli_options (cli, "show", entries, &argc, &argv, 2, 2) || (kind = zb_cli_kind (argv[1])) == NULL)
    return ZB_CLI_USAGE;
  if (!zb_cli_open (cli, ZB_DB_READ))
    return ZB_CLI_REFUSED;
  if ((id = zb_records_find (cli->db, kind, argv[2], &error)) == 0
      || !(record = zb_records_get (cli->db, kind, id, TRUE, &error))
      || (kind == &zb_kind_member && !zb_members_derive (cli->db, record, cli->today, &error))
      || !(tree = zb_org_tree_load (cli->db, cli->today, TRUE, &error)))
    return zb_cli_refuse (error);
  if (cli->json)
    {
      zb_cli_print_json (zb_cli_record_json (cli, tree, record, private));
      return ZB_CLI_DONE;
    }
  for (guint i = 0; i < kind->n_fields; i++)
    {
      g_autofree char *text = zb_cli_show_value (cli, tree, record, i, !private);

      if (*text != '\0')
        zb_cli_say ("%s\t%s", kind->fields[i].heading, text);
    }
  zb_cli_say ("uid\t%s", record->uid);
  if (history)
    print_history (cli, kind, id);
  return ZB_CLI_DONE;
}
