/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "cli/zb-cli.h"
#include "service/zb-due.h"
#include "service/zb-stats.h"
#include "service/zb-words.h"
#include "store/zb-check.h"
#include "store/zb-records.h"

ZbCliStatus
zb_cli_search (ZbCli *cli, int argc, char **argv)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ZbMemberColumns) columns = NULL;
  g_autofree gint64 *ids = NULL;
  g_autofree char *text = NULL;
  guint n;

  if (!zb_cli_options (cli, "search", NULL, &argc, &argv, 1, -1))
    return ZB_CLI_USAGE;
  if (!zb_cli_open (cli, ZB_DB_READ))
    return ZB_CLI_REFUSED;
  if (!(columns = zb_cli_columns (cli, &error)))
    return zb_cli_refuse (error);
  text = g_strjoinv (" ", argv + 1);
  ids = zb_member_columns_query (columns, &(ZbMemberQuery) { .text = text, .order = ZB_ORDER_PINYIN, .scope = ZB_SCOPE_ALL }, &n);
  if (cli->json)
    g_print ("[");
  for (guint i = 0; i < n; i++)
    {
      g_autoptr(ZbRecord) record = zb_records_get (cli->db, &zb_kind_member, ids[i], FALSE, &error);

      if (record == NULL || !zb_members_derive (cli->db, record, cli->today, &error))
        return zb_cli_refuse (error);
      if (cli->json)
        {
          g_autoptr(JsonNode) node = zb_cli_record_json (cli, zb_member_columns_tree (columns), record, FALSE);
          g_autofree char *json = json_to_string (node, FALSE);

          g_print ("%s\n%s", i > 0 ? "," : "", json);
        }
      else
        {
          int branch = zb_kind_field_index (&zb_kind_member, "branch");
          int category = zb_kind_field_index (&zb_kind_member, "category");
          g_autofree char *where = zb_cli_show_value (cli, zb_member_columns_tree (columns), record, (guint) branch, TRUE);
          g_autofree char *what = zb_cli_show_value (cli, NULL, record, (guint) category, TRUE);

          zb_cli_say ("%s\t%s\t%s\t%s", zb_record_title (record), what, where, record->uid);
        }
    }
  if (cli->json)
    g_print ("\n]\n");
  else
    g_printerr (g_dngettext (GETTEXT_PACKAGE, "%u person found.\n", "%u people found.\n", n), n);
  return ZB_CLI_DONE;
}

static void
print_stats (ZbCli *cli, ZbMemberColumns *columns, const ZbStatTable *table, const char *scope, JsonBuilder *builder)
{
  g_autoptr(GPtrArray) stats = zb_stats_compute (columns, table->name, scope);

  json_builder_begin_object (builder);
  zb_cli_put_string (builder, "name", table->name);
  zb_cli_put_string (builder, "heading", table->heading);
  json_builder_set_member_name (builder, "figures");
  json_builder_begin_array (builder);
  if (!cli->json)
    zb_cli_say ("%s", table->heading);
  for (guint i = 0; i < stats->len; i++)
    {
      const ZbStat *stat = g_ptr_array_index (stats, i);

      if (!cli->json)
        zb_cli_say ("  %8u  %s\t[%s]", stat->count, stat->label, stat->filter);
      json_builder_begin_object (builder);
      zb_cli_put_string (builder, "label", stat->label);
      zb_cli_put_int (builder, "count", stat->count);
      zb_cli_put_string (builder, "filter", stat->filter);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

ZbCliStatus
zb_cli_stats (ZbCli *cli, int argc, char **argv)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ZbMemberColumns) columns = NULL;
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  g_autofree char *branch = NULL;
  g_autofree char *scope = NULL;
  const ZbOrg *org = NULL;
  const ZbStatTable *tables;
  gboolean found = FALSE;
  guint n;
  const GOptionEntry entries[] = { { "branch", 0, 0, G_OPTION_ARG_STRING, &branch, NULL, NULL }, { NULL } };

  if (!zb_cli_options (cli, "stats", entries, &argc, &argv, 0, 1))
    return ZB_CLI_USAGE;
  if (!zb_cli_open (cli, ZB_DB_READ))
    return ZB_CLI_REFUSED;
  if (!(columns = zb_cli_columns (cli, &error)))
    return zb_cli_refuse (error);
  if (branch != NULL)
    {
      gint64 id = zb_cli_find_org (cli, branch, &error);

      if (id == 0)
        return zb_cli_refuse (error);
      org = zb_org_tree_get (zb_member_columns_tree (columns), id);
      scope = org != NULL ? g_strdup_printf ("org=%s", org->uid) : NULL;
    }
  tables = zb_stat_tables (&n);
  json_builder_begin_array (builder);
  for (guint i = 0; i < n; i++)
    if (argc < 2 || strcmp (argv[1], tables[i].name) == 0)
      {
        found = TRUE;
        print_stats (cli, columns, &tables[i], scope, builder);
      }
  json_builder_end_array (builder);
  if (!found)
    return zb_cli_wrong (_("Zhibu has no table “%s”."), argv[1]);
  if (cli->json)
    zb_cli_print_json (json_builder_get_root (builder));
  return ZB_CLI_DONE;
}

ZbCliStatus
zb_cli_due (ZbCli *cli, int argc, char **argv)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ZbMemberColumns) columns = NULL;
  g_autoptr(GPtrArray) dues = NULL;
  g_autoptr(JsonBuilder) builder = json_builder_new ();

  if (!zb_cli_options (cli, "due", NULL, &argc, &argv, 0, 0))
    return ZB_CLI_USAGE;
  if (!zb_cli_open (cli, ZB_DB_READ))
    return ZB_CLI_REFUSED;
  if (!(columns = zb_cli_columns (cli, &error)) || !(dues = zb_due_list (cli->db, columns, &error)))
    return zb_cli_refuse (error);
  json_builder_begin_array (builder);
  for (guint i = 0; i < dues->len; i++)
    {
      const ZbDue *due = g_ptr_array_index (dues, i);
      g_autofree char *words = zb_due_words (due, cli->today);
      g_autofree char *on = zb_date_to_text (due->on);
      g_autofree char *since = zb_date_to_text (due->since);

      if (!cli->json)
        zb_cli_say ("%s\t%s", on, words);
      json_builder_begin_object (builder);
      zb_cli_put_string (builder, "kind", zb_due_name (due->kind));
      zb_cli_put_string (builder, "title", due->title);
      zb_cli_put_string (builder, "since", since);
      zb_cli_put_string (builder, "on", on);
      zb_cli_put_string (builder, "source", due->source);
      zb_cli_put_string (builder, "words", words);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  if (cli->json)
    zb_cli_print_json (json_builder_get_root (builder));
  else if (dues->len == 0)
    zb_cli_say (_("Nothing is due."));
  return ZB_CLI_DONE;
}

static const char *
level_name (ZbFindingLevel level)
{
  return level == ZB_FINDING_DAMAGE ? "damage" : level == ZB_FINDING_ERROR ? "error" : "warning";
}

ZbCliStatus
zb_cli_check (ZbCli *cli, int argc, char **argv)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) findings = NULL;
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  gboolean quick = FALSE, bad = FALSE;
  const GOptionEntry entries[] = { { "quick", 0, 0, G_OPTION_ARG_NONE, &quick, NULL, NULL }, { NULL } };

  if (!zb_cli_options (cli, "check", entries, &argc, &argv, 0, 0))
    return ZB_CLI_USAGE;
  if (!zb_cli_open (cli, ZB_DB_READ))
    return ZB_CLI_REFUSED;
  if (!(findings = zb_check_run (cli->db, cli->today, quick, zb_cli_progress, NULL, &error)))
    return zb_cli_refuse (error);
  json_builder_begin_array (builder);
  for (guint i = 0; i < findings->len; i++)
    {
      const ZbFinding *finding = g_ptr_array_index (findings, i);
      g_autofree char *words = zb_words_finding (finding);

      bad = bad || finding->level == ZB_FINDING_DAMAGE;
      if (!cli->json)
        zb_cli_say ("%s\t%s", finding->title != NULL ? finding->title : "", words);
      json_builder_begin_object (builder);
      zb_cli_put_string (builder, "level", level_name (finding->level));
      zb_cli_put_string (builder, "rule", finding->rule);
      zb_cli_put_string (builder, "kind", finding->kind != NULL ? finding->kind->name : NULL);
      zb_cli_put_int (builder, "record", finding->record);
      zb_cli_put_string (builder, "title", finding->title);
      zb_cli_put_string (builder, "words", words);
      zb_cli_put_string (builder, "source", finding->source);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  if (cli->json)
    zb_cli_print_json (json_builder_get_root (builder));
  else if (findings->len == 0)
    zb_cli_say (_("The registry is sound: file, links, log and records agree."));
  return bad ? ZB_CLI_REFUSED : ZB_CLI_DONE;
}
