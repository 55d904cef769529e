/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "cli/zb-cli-life.h"
#include "exchange/zb-sheet.h"
#include "store/zb-records.h"

static void
add_string (JsonBuilder *builder, const char *name, const char *value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, value);
}

static void
list_papers (ZbCli *cli)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  const ZbRoster *const *rosters = zb_rosters ();

  json_builder_begin_array (builder);
  for (guint i = 0; rosters[i] != NULL; i++)
    {
      if (!cli->json)
        zb_cli_say ("%-16s %s", rosters[i]->name, _(rosters[i]->label));
      json_builder_begin_object (builder);
      add_string (builder, "name", rosters[i]->name);
      add_string (builder, "label", _(rosters[i]->label));
      json_builder_end_object (builder);
    }
  if (!cli->json)
    zb_cli_say ("%-16s %s", "calendar", _("Calendar of meetings (.ics)"));
  json_builder_end_array (builder);
  if (cli->json)
    zb_cli_print_json (json_builder_get_root (builder));
}

typedef struct {
  char *to;
  char *branch;
  char *where;
  char *order;
  char *columns;
  char *scope;
  char *title;
  char *meeting;
  char *member;
  char *from;
  char *to_day;
  int year;
  int blocks;
  gboolean internal;
  gboolean force;
} ExportOptions;

/* The meeting or the member that a paper is about; a meeting is meant by its number, too. */
static gboolean
find_subject (ZbCli *cli, const ZbKind *kind, const char *text, gint64 *out_id, GError **error)
{
  g_autofree char *number = NULL;

  if (text == NULL)
    return TRUE;
  if (*text != '\0' && strspn (text, "0123456789") == strlen (text))
    number = g_strconcat ("#", text, NULL);
  return (*out_id = zb_records_find (cli->db, kind, number != NULL ? number : text, error)) != 0;
}

static gboolean
read_day (const char *text, ZbDate *out_day, GError **error)
{
  return text == NULL || zb_date_read (text, out_day, error);
}

/* What the list is about, and of which time. */
static gboolean
read_subject (ZbCli *cli, const ExportOptions *options, ZbRosterRequest *request, GError **error)
{
  const ZbRoster *roster = request->roster;
  gboolean of_meeting = roster->subject == ZB_ROSTER_OF_MEETING, of_person = roster->subject == ZB_ROSTER_OF_PERSON;

  if (options->year != 0)
    request->from = request->to = (ZbDate) { (gint16) options->year, 0, 0 };
  return (!of_meeting || find_subject (cli, &zb_kind_meeting, options->meeting, &request->subject, error))
         && (!of_person || find_subject (cli, &zb_kind_member, options->member, &request->subject, error))
         && read_day (options->from, &request->from, error) && read_day (options->to_day, &request->to, error);
}

/* An option that this list would pass over in silence. */
static const char *
needless_option (const ZbRoster *roster, const ExportOptions *options)
{
  gboolean of_meeting = roster->subject == ZB_ROSTER_OF_MEETING, of_person = roster->subject == ZB_ROSTER_OF_PERSON;

  if (options->meeting != NULL && !of_meeting)
    return "--meeting";
  if (options->member != NULL && !of_person)
    return "--member";
  if (options->branch != NULL && (of_meeting || of_person))
    return "--branch";
  if (roster->time != ZB_ROSTER_ON_DAY)
    return NULL;
  return options->year != 0 ? "--year" : options->from != NULL ? "--from" : options->to_day != NULL ? "--until" : NULL;
}

static gboolean
make_request (ZbCli *cli, const ExportOptions *options, ZbOrgTree *tree, ZbRosterRequest *request, GError **error)
{
  request->with_below = TRUE;
  request->internal = options->internal;
  request->title = g_strdup (options->title);
  request->blocks = (guint) options->blocks;
  if (!read_subject (cli, options, request, error))
    return FALSE;
  if (g_strcmp0 (options->scope, "left") == 0)
    request->scope = ZB_SCOPE_LEFT;
  else if (g_strcmp0 (options->scope, "all") == 0)
    request->scope = ZB_SCOPE_ALL;
  if (options->columns != NULL)
    request->columns = g_strsplit_set (options->columns, ",，", -1);
  if (options->branch != NULL && (request->org = zb_cli_find_org (cli, options->branch, error)) == 0)
    return FALSE;
  if (options->where == NULL)
    return TRUE;
  request->filter = strcmp (request->roster->kind, zb_kind_member.name) == 0
                      ? zb_filter_parse (options->where, tree, error)
                      : zb_filter_parse_fields (zb_kind_get (request->roster->kind), options->where, tree, error);
  return request->filter != NULL;
}

static ZbCliStatus
export_roster (ZbCli *cli, const ZbRoster *roster, const ExportOptions *options)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ZbRosterRequest) request = zb_roster_request_new (roster, cli->today);
  g_autoptr(ZbOrgTree) tree = zb_cli_tree (cli, FALSE);
  g_autoptr(ZbSheet) sheet = NULL;
  ZbSheetFormat format;

  if (tree == NULL)
    return ZB_CLI_REFUSED;
  if (!zb_sheet_format_from_name (options->to, &format))
    return zb_cli_wrong (_("The name of the file ends in .xlsx, .pdf or .csv."));
  if (options->order != NULL && !zb_roster_request_set_order (request, options->order))
    return zb_cli_wrong (_("Zhibu does not know the order “%s”."), options->order);
  if (roster->subject == ZB_ROSTER_OF_MEETING && options->meeting == NULL)
    return zb_cli_wrong (_("Say which meeting: --meeting NUMBER"));
  if (roster->subject == ZB_ROSTER_OF_PERSON && options->member == NULL)
    return zb_cli_wrong (_("Say which member: --member NAME"));
  if (needless_option (roster, options) != NULL)
    /* Translators: %1$s an option, %2$s a list */
    return zb_cli_wrong (_("%1$s says nothing about the list “%2$s”."), needless_option (roster, options), roster->name);
  if (!make_request (cli, options, tree, request, &error))
    return zb_cli_refuse (error);
  /* Programs read one row at a time. */
  if (format == ZB_SHEET_CSV)
    request->blocks = 1;
  if (!(sheet = zb_sheet_new (cli->db, NULL, request, &error))
      || !zb_sheet_write (sheet, cli->db, format, options->to, options->force, zb_cli_progress, NULL, NULL, &error))
    return zb_cli_refuse (error);
  if (cli->json)
    {
      g_autoptr(JsonBuilder) builder = json_builder_new ();

      json_builder_begin_object (builder);
      add_string (builder, "file", options->to);
      add_string (builder, "roster", roster->name);
      json_builder_set_member_name (builder, "rows");
      json_builder_add_int_value (builder, zb_sheet_n_rows (sheet));
      json_builder_end_object (builder);
      zb_cli_print_json (json_builder_get_root (builder));
    }
  else
    /* Translators: %1$s the title of a roster, %2$u a number of rows, %3$s a file */
    zb_cli_say (_("“%1$s” with %2$u rows was written: %3$s"), zb_sheet_title (sheet), zb_sheet_n_rows (sheet), options->to);
  return ZB_CLI_DONE;
}

/* The calendar is no list: it takes an organisation and a time, nothing else. */
static ZbCliStatus
export_calendar (ZbCli *cli, const ExportOptions *options)
{
  if (options->where != NULL || options->order != NULL || options->columns != NULL || options->scope != NULL || options->title != NULL
      || options->meeting != NULL || options->member != NULL || options->year != 0 || options->blocks != 0 || options->internal)
    return zb_cli_wrong (_("A calendar takes --branch, --from and --until."));
  return zb_cli_export_calendar (cli, options->to, options->branch, options->from, options->to_day, options->force);
}

ZbCliStatus
zb_cli_export (ZbCli *cli, int argc, char **argv)
{
  g_autofree char *to = NULL;
  g_autofree char *branch = NULL;
  g_autofree char *where = NULL;
  g_autofree char *order = NULL;
  g_autofree char *columns = NULL;
  g_autofree char *scope = NULL;
  g_autofree char *title = NULL;
  g_autofree char *meeting = NULL;
  g_autofree char *member = NULL;
  g_autofree char *from = NULL;
  g_autofree char *until = NULL;
  int year = 0, blocks = 0;
  gboolean internal = FALSE, force = FALSE, list = FALSE;
  const ZbRoster *roster;
  ExportOptions options;
  const GOptionEntry entries[] = {
    { "to", 0, 0, G_OPTION_ARG_FILENAME, &to, NULL, NULL },
    { "branch", 0, 0, G_OPTION_ARG_STRING, &branch, NULL, NULL },
    { "where", 0, 0, G_OPTION_ARG_STRING, &where, NULL, NULL },
    { "order", 0, 0, G_OPTION_ARG_STRING, &order, NULL, NULL },
    { "columns", 0, 0, G_OPTION_ARG_STRING, &columns, NULL, NULL },
    { "scope", 0, 0, G_OPTION_ARG_STRING, &scope, NULL, NULL },
    { "title", 0, 0, G_OPTION_ARG_STRING, &title, NULL, NULL },
    { "meeting", 0, 0, G_OPTION_ARG_STRING, &meeting, NULL, NULL },
    { "member", 0, 0, G_OPTION_ARG_STRING, &member, NULL, NULL },
    { "year", 0, 0, G_OPTION_ARG_INT, &year, NULL, NULL },
    { "from", 0, 0, G_OPTION_ARG_STRING, &from, NULL, NULL },
    { "until", 0, 0, G_OPTION_ARG_STRING, &until, NULL, NULL },
    { "blocks", 0, 0, G_OPTION_ARG_INT, &blocks, NULL, NULL },
    { "internal", 0, 0, G_OPTION_ARG_NONE, &internal, NULL, NULL },
    { "force", 0, 0, G_OPTION_ARG_NONE, &force, NULL, NULL },
    { "list", 0, 0, G_OPTION_ARG_NONE, &list, NULL, NULL },
    { NULL }
  };

  if (!zb_cli_options (cli, "export", entries, &argc, &argv, 0, 1))
    return ZB_CLI_USAGE;
  if (list)
    {
      list_papers (cli);
      return ZB_CLI_DONE;
    }
  options = (ExportOptions) { to, branch, where, order, columns, scope, title, meeting, member, from, until, year, blocks, internal, force };
  if (argc > 1 && strcmp (argv[1], "calendar") == 0)
    return export_calendar (cli, &options);
  if (year < 0 || year > 9999 || blocks < 0 || blocks > 3)
    return zb_cli_wrong (_("A year has four digits; a list stands in one, two or three blocks."));
  if (argc < 2 || to == NULL)
    return zb_cli_wrong (_("Say which roster and where to: zhibu-cli export members --to FILE.xlsx"));
  if ((roster = zb_roster_get (argv[1])) == NULL)
    return zb_cli_wrong (_("Zhibu does not know the roster “%s”; see zhibu-cli export --list."), argv[1]);
  /* The export is noted in the registry; one that may only be read is exported all the same. */
  if (!(cli->db = zb_db_open (cli->registry, ZB_DB_WRITE, NULL)) && !zb_cli_open (cli, ZB_DB_READ))
    return ZB_CLI_REFUSED;
  return export_roster (cli, roster, &options);
}
