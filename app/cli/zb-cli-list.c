/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>

#include "cli/zb-cli-life.h"
#include "core/zb-codes.h"
#include "core/zb-filter.h"
#include "service/zb-words.h"
#include "store/life/zb-meeting-list.h"
#include "store/zb-history.h"
#include "store/zb-records.h"

typedef struct {
  char *where;
  char *branch;
  char *from;
  char *to;
  char *scope;
  char *order;
  gboolean descending;
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

/* The people of an organisation and of what stands below it. */
static gboolean
add_branch (ZbCli *cli, const char *branch, ZbMemberQuery *query, GError **error)
{
  gint64 org = zb_cli_find_org (cli, branch, error);
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, org);
  const char *const values[] = { id, NULL };

  if (query->filter == NULL)
    query->filter = zb_filter_new ();
  zb_filter_add (query->filter, "org", ZB_FILTER_EQUAL, values);
  return org != 0;
}

static gboolean
make_query (ZbCli *cli, const ListOptions *options, ZbOrgTree *tree, ZbMemberQuery *out_query, GError **error)
{
  *out_query = (ZbMemberQuery) { .order = ZB_ORDER_POST, .descending = options->descending, .scope = ZB_SCOPE_HERE };
  if (!read_scope (options->scope, &out_query->scope))
    return FALSE;
  if (options->order != NULL && !zb_member_order_from_name (options->order, &out_query->order))
    {
      zb_cli_wrong (_("Zhibu does not know the order “%s”."), options->order);
      return FALSE;
    }
  if (options->where != NULL && !(out_query->filter = zb_filter_parse (options->where, tree, error)))
    return FALSE;
  return options->branch == NULL || add_branch (cli, options->branch, out_query, error);
}

static void
print_row (ZbCli *cli, ZbOrgTree *tree, const ZbRecord *record, gboolean private)
{
  g_autoptr(GString) line = g_string_new (record->uid);

  for (guint i = 0; record->kind->list_columns[i] != NULL; i++)
    {
      int at = zb_kind_field_index (record->kind, record->kind->list_columns[i]);
      g_autofree char *text = at < 0 ? g_strdup ("") : zb_cli_show_value (cli, tree, record, (guint) at, !private);

      g_string_append_printf (line, "\t%s", g_strdelimit (text, "\n\t", ' '));
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
    {
      g_clear_pointer (&query.filter, zb_filter_unref);
      return error != NULL ? zb_cli_refuse (error) : ZB_CLI_USAGE;
    }
  if (zb_member_columns_rank (cli->db, columns, query.order, &error))
    ids = zb_member_columns_query (columns, &query, &n);
  g_clear_pointer (&query.filter, zb_filter_unref);
  if (ids == NULL)
    return zb_cli_refuse (error);
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

/* `FIELD=NAME` where the field links to another record; filters know organisations alone by name. */
static gboolean
read_link (ZbCli *cli, const ZbKind *kind, const char *where, const ZbField **out_field, char **out_value, GError **error)
{
  const char *equals = strchr (where, '=');
  g_autofree char *name = equals != NULL ? g_strstrip (g_strndup (where, (gsize) (equals - where))) : NULL;
  const ZbField *field = name != NULL ? zb_cli_field (kind, name) : NULL;
  gint64 id;

  *out_field = NULL;
  if (field == NULL || field->type != ZB_FIELD_LINK || equals[1] == '?')
    return TRUE;
  if (!zb_cli_find_link (cli, field->link, equals + 1, &id, error))
    return FALSE;
  *out_field = field;
  *out_value = id != 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, id) : NULL;
  return TRUE;
}

/* Meetings by their day. Returns: (transfer full) (nullable) */
static GPtrArray *
meetings_of (ZbCli *cli, const ListOptions *options, gint64 org, GError **error)
{
  g_autoptr(GPtrArray) out = g_ptr_array_new_with_free_func ((GDestroyNotify) zb_record_free);
  g_autoptr(GPtrArray) lines = NULL;
  ZbDate from, to;

  if (!zb_cli_read_days (options->from, options->to, &from, &to, error)
      || !(lines = zb_meetings_list (cli->db, org, from, to, error)))
    return NULL;
  for (guint i = 0; i < lines->len; i++)
    {
      ZbRecord *record = zb_records_get (cli->db, &zb_kind_meeting, ((ZbMeetingLine *) g_ptr_array_index (lines, i))->id, FALSE, error);

      if (record == NULL)
        return NULL;
      g_ptr_array_add (out, record);
    }
  return g_steal_pointer (&out);
}

/* Everything of a kind, or what belongs to an organisation and what stands below it. Returns: (transfer full) (nullable) */
static GPtrArray *
records_of (ZbCli *cli, const ZbKind *kind, ZbOrgTree *tree, const ListOptions *options, const ZbField *link, const char *value, gint64 org, GError **error)
{
  g_autoptr(GPtrArray) records = kind == &zb_kind_meeting
    ? meetings_of (cli, options, org, error)
    : zb_records_list (cli->db, kind, link != NULL ? link->name : NULL, value, options->private, error);

  for (guint i = records != NULL ? records->len : 0; i > 0; i--)
    {
      ZbRecord *record = g_ptr_array_index (records, i - 1);

      if ((org != 0 && !zb_org_tree_is_below (tree, zb_record_get_int (record, "org"), org))
          || (link != NULL && g_strcmp0 (zb_record_get (record, link->name), value) != 0))
        g_ptr_array_remove_index (records, i - 1);
    }
  return g_steal_pointer (&records);
}

static void
print_list (ZbCli *cli, const ZbKind *kind, ZbOrgTree *tree, GPtrArray *records, const ZbFilter *filter, gboolean private)
{
  guint n = 0;

  if (cli->json)
    printf ("[");
  else
    print_headings (kind);
  for (guint i = 0; i < records->len; i++)
    if (zb_filter_matches (filter, g_ptr_array_index (records, i)))
      print_record (cli, tree, g_ptr_array_index (records, i), private, n++);
  if (cli->json)
    printf ("\n]\n");
}

static ZbCliStatus
list_plain (ZbCli *cli, const ZbKind *kind, const ListOptions *options)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ZbOrgTree) tree = zb_cli_tree (cli, TRUE);
  g_autoptr(ZbFilter) filter = NULL;
  g_autoptr(GPtrArray) records = NULL;
  g_autofree char *value = NULL;
  const ZbField *link = NULL;
  gint64 org = 0;

  if (tree == NULL)
    return ZB_CLI_REFUSED;
  if ((options->branch != NULL && (org = zb_cli_find_org (cli, options->branch, &error)) == 0)
      || (options->where != NULL && !read_link (cli, kind, options->where, &link, &value, &error))
      || (options->where != NULL && link == NULL && !(filter = zb_filter_parse_fields (kind, options->where, tree, &error)))
      || !(records = records_of (cli, kind, tree, options, link, value, org, &error)))
    return zb_cli_refuse (error);
  print_list (cli, kind, tree, records, filter, options->private);
  return ZB_CLI_DONE;
}

static ZbCliStatus
list_organizations (ZbCli *cli, const ListOptions *options)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ZbOrgTree) tree = zb_cli_tree (cli, TRUE);
  g_autoptr(ZbFilter) filter = NULL;
  g_autoptr(GPtrArray) records = NULL;
  g_autofree char *value = NULL;
  const ZbField *link = NULL;
  ZbMemberScope scope;

  if (tree == NULL)
    return ZB_CLI_REFUSED;
  if (!read_scope (options->scope, &scope))
    return ZB_CLI_USAGE;
  if ((options->where != NULL && !read_link (cli, &zb_kind_organization, options->where, &link, &value, &error))
      || (options->where != NULL && link == NULL && !(filter = zb_filter_parse_fields (&zb_kind_organization, options->where, tree, &error)))
      || !(records = zb_records_list (cli->db, &zb_kind_organization, NULL, NULL, options->private, &error)))
    return zb_cli_refuse (error);
  keep_organizations (tree, records, scope, link != NULL ? link->name : NULL, value);
  print_list (cli, &zb_kind_organization, tree, records, filter, options->private);
  return ZB_CLI_DONE;
}

/* Which of the options go with the kind. */
static gboolean
check_options (const ZbKind *kind, const ListOptions *options)
{
  const ZbField *org = zb_kind_field (kind, "org");

  if ((options->from != NULL || options->to != NULL) && kind != &zb_kind_meeting)
    zb_cli_wrong (_("--from and --to are for meetings."));
  else if ((options->order != NULL || options->descending) && kind != &zb_kind_member)
    zb_cli_wrong (_("--order and --descending are for members."));
  else if (options->branch != NULL && kind != &zb_kind_member && (org == NULL || org->type != ZB_FIELD_LINK))
    zb_cli_wrong (_("--branch is not for this kind; use --where."));
  else
    return TRUE;
  return FALSE;
}

ZbCliStatus
zb_cli_list (ZbCli *cli, int argc, char **argv)
{
  g_autofree char *where = NULL;
  g_autofree char *branch = NULL;
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  g_autofree char *scope = NULL;
  g_autofree char *order = NULL;
  gboolean descending = FALSE, private = FALSE;
  const ZbKind *kind;
  ListOptions options;
  const GOptionEntry entries[] = {
    { "where", 0, 0, G_OPTION_ARG_STRING, &where, NULL, NULL },
    { "branch", 0, 0, G_OPTION_ARG_STRING, &branch, NULL, NULL },
    { "from", 0, 0, G_OPTION_ARG_STRING, &from, NULL, NULL },
    { "to", 0, 0, G_OPTION_ARG_STRING, &to, NULL, NULL },
    { "scope", 0, 0, G_OPTION_ARG_STRING, &scope, NULL, NULL },
    { "order", 0, 0, G_OPTION_ARG_STRING, &order, NULL, NULL },
    { "descending", 0, 0, G_OPTION_ARG_NONE, &descending, NULL, NULL },
    { "private", 0, 0, G_OPTION_ARG_NONE, &private, NULL, NULL },
    { NULL }
  };

  if (!zb_cli_options (cli, "list", entries, &argc, &argv, 1, 1) || (kind = zb_cli_kind (argv[1])) == NULL)
    return ZB_CLI_USAGE;
  options = (ListOptions) { where, branch, from, to, scope, order, descending, private };
  if (!check_options (kind, &options))
    return ZB_CLI_USAGE;
  if (!zb_cli_open (cli, ZB_DB_READ))
    return ZB_CLI_REFUSED;
  return kind == &zb_kind_member ? list_members (cli, &options)
         : kind == &zb_kind_organization ? list_organizations (cli, &options)
         : list_plain (cli, kind, &options);
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

static gboolean
show_json (ZbCli *cli, ZbOrgTree *tree, const ZbRecord *record, gboolean private, GError **error)
{
  JsonNode *node = zb_cli_record_json (cli, tree, record, private);

  JsonObject *object = json_node_get_object (node);

  if ((record->kind == &zb_kind_meeting && !zb_cli_meeting_json (cli, tree, record->id, object, error))
      || (record->kind == &zb_kind_ceremony && !zb_cli_ceremony_json (cli, tree, record, object, error))
      || !zb_cli_service_json (cli, tree, record, object, error))
    {
      json_node_free (node);
      return FALSE;
    }
  zb_cli_print_json (node);
  return TRUE;
}

static gboolean
show_text (ZbCli *cli, ZbOrgTree *tree, const ZbRecord *record, gboolean private, GError **error)
{
  for (guint i = 0; i < record->kind->n_fields; i++)
    {
      g_autofree char *text = zb_cli_show_value (cli, tree, record, i, !private);

      if (*text != '\0')
        zb_cli_say ("%s\t%s", record->kind->fields[i].heading, text);
    }
  zb_cli_say ("uid\t%s", record->uid);
  if (record->kind == &zb_kind_ceremony)
    return zb_cli_ceremony_print (cli, record, error);
  return record->kind == &zb_kind_meeting ? zb_cli_meeting_print (cli, record->id, error) : zb_cli_service_print (cli, record, error);
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
  if ((id = zb_cli_find (cli, kind, argv[2], &error)) == 0
      || !(record = zb_records_get (cli->db, kind, id, TRUE, &error))
      || (kind == &zb_kind_member && !zb_members_derive (cli->db, record, cli->today, &error))
      || !(tree = zb_org_tree_load (cli->db, cli->today, TRUE, &error)))
    return zb_cli_refuse (error);
  if (!(cli->json ? show_json (cli, tree, record, private, &error) : show_text (cli, tree, record, private, &error)))
    return zb_cli_refuse (error);
  if (history && !cli->json)
    print_history (cli, kind, id);
  return ZB_CLI_DONE;
}
