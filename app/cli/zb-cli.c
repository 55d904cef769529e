/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli/zb-cli.h"

#include <glib/gi18n.h>
#include <locale.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "service/zb-words.h"
#include "store/zb-records.h"

static const ZbCliCommand commands[] = {
  { "init", "", N_("make an empty registry"), zb_cli_init },
  { "demo", "[--members N] [--seed S] [--meetings]", N_("make an invented registry to try things out; from 5,000 people on with meetings only if asked"), zb_cli_demo },
  { "import", "KIND|auto FILE|-… [--sheet NAME] [--branch NAME] [--map NAME|FILE] [--save-map NAME] [--answers FILE] [--dry-run] [--skip-bad] [--report FILE.xlsx]",
    N_("take a list of members, organisations, posts, meetings, wishes, claims or hours in: all rows or none"), zb_cli_import },
  { "export", "ROSTER --to FILE.(xlsx|pdf|docx|csv) [--template NAME|FILE [--keep-unknown]] [--branch NAME | --meeting ID | --member NAME] [--year Y | --month M | --from DAY --until DAY] "
    "[--where FILTER] [--filter NAME] [--order NAME] [--descending] [--columns A,B] [--blocks N] [--blank-rows N] [--title TEXT] [--internal | --public] "
    "[--paper a4|a3] [--direction portrait|landscape] [--size POINTS] [--spread] [--foot] [--widths A=4,B=12] [--people A,B] [--sequence A,B] [--save-occasion NAME] "
    "[--encoding utf-8|gb18030] [--force] | --occasion NAME --to FILE … | DOCUMENT --to FILE.(pdf|docx|txt) "
    "[--meeting ID | --member NAME | --wish NUMBER | --certificate NUMBER [--id-number masked|whole] | --letter NUMBER [--id-number masked|whole] | --names A、B | --elect N [--equal] [--copies N] | --per-row N [--right-first] | --branch NAME [--month M]] [--addressee TEXT] [--requirements TEXT] [--per-page 1|2|4] [--a3] [--force] "
    "| calendar --to FILE.ics [--branch NAME] [--from DAY] [--until DAY] | --list",
    N_("write a roster, a document, or the calendar of meetings"), zb_cli_export },
  { "template", "add FILE [--name NAME] [--for ROSTER] [--keep-unknown] | check FILE|NAME [--for ROSTER] | list | labels [--for ROSTER] | remove NAME",
    N_("forms of the upper committee, filled by export --template: look into one, remember it"), zb_cli_template },
  { "list", "KIND [--where FILTER] [--branch NAME] [--from DAY] [--to DAY] [--scope here|left|all] [--order NAME] [--descending] [--private]",
    N_("list records; meetings by their day"), zb_cli_list },
  { "show", "KIND ID [--private] [--history]", N_("show one record"), zb_cli_show },
  { "add", "KIND field=value… | ceremony type=… org=… planned_on=… people=A,B | service_activity title=… org=… held_on=… people=A,B",
    N_("enter a record; a ceremony or a service activity with its meeting and people"),
    zb_cli_add },
  { "set", "KIND ID field=value…", N_("correct a record"), zb_cli_set },
  { "do", "KIND ID ACTION field=value… | KIND ID", N_("do a step: confirm, transfer-out, rename, hold …"), zb_cli_do },
  { "roll", "MEETING [缺 3 7 12] [--add NAME] [--observer NAME] [--guest NAME] [--refresh] [--why NUMBER]",
    N_("the roll of a meeting by its numbers, and who was not there"), zb_cli_roll },
  { "year", "[--branch NAME] [--year YEAR]", N_("which meetings were held in which month, and which are missing"), zb_cli_year },
  { "renumber", "[--branch NAME] [--year YEAR]", N_("number a year’s meetings anew, kind by kind in the order of their days"), zb_cli_renumber },
  { "study", "[--branch NAME | --member NAME] [--year YEAR]", N_("study hours against what is asked for"), zb_cli_study },
  { "oaths", "[--branch NAME]", N_("who has not sworn yet, who waits longest first"), zb_cli_oaths },
  { "attach", "RECORD FILE… [--of meeting|wish|delivery] [--kind NAME] [--caption TEXT]", N_("add photos and papers to a meeting, a wish or a delivery"), zb_cli_attach },
  { "attachment", "ID --to FILE [--force]", N_("write a photo or paper into a file"), zb_cli_attachment },
  { "search", "TEXT", N_("find people by name, pinyin, initials, phone, end of the ID number"), zb_cli_search },
  { "stats", "[NAME] [--branch NAME]", N_("figures, each with the condition that finds its people"), zb_cli_stats },
  { "due", "", N_("what is due and why"), zb_cli_due },
  { "check", "[--quick]", N_("check the file, the log and the consistency of the records"), zb_cli_check },
  { "log", "[--limit N] [--access]", N_("what was changed; which private values were shown and what was exported"), zb_cli_log },
  { "remove", "occasion|filter|mapping|template NAME", N_("take a usual list, a saved filter, a saved mapping or a form away"), zb_cli_remove },
  { "undo", "[SET]", N_("take the last change back, or the one named"), zb_cli_undo },
  { "undo-import", "[SET] [--dry-run]", N_("take the last import back, or the one named, however long ago; what was edited or used since is kept and listed"),
    zb_cli_undo_import },
  { "redo", "", N_("do again what was undone"), zb_cli_redo },
  { "backup", "TO [--force]", N_("make a copy that is opened and checked"), zb_cli_backup },
  { "restore", "FROM", N_("put a copy in place; what it replaces is kept"), zb_cli_restore },
};

static char *
default_registry (void)
{
  return g_build_filename (g_get_user_data_dir (), "zhibu", "registry.zhibu", NULL);
}

ZbCliStatus
zb_cli_refuse (const GError *error)
{
  g_autofree char *words = zb_words_sentence (error);

  g_printerr ("%s\n", words);
  return ZB_CLI_REFUSED;
}

ZbCliStatus
zb_cli_wrong (const char *format, ...)
{
  g_autofree char *text = NULL;
  g_autofree char *line = NULL;
  va_list args;

  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);
  line = zb_words_line (text);
  g_printerr ("%s\n", line);
  return ZB_CLI_USAGE;
}

void
zb_cli_say (const char *format, ...)
{
  g_autofree char *text = NULL;
  g_autofree char *tame = NULL;
  va_list args;

  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);
  tame = zb_words_tame (text);
  /* g_print() converts, and writes each line at once. */
  if (!g_get_charset (NULL))
    g_print ("%s\n", tame);
  else
    {
      fputs (tame, stdout);
      fputc ('\n', stdout);
    }
}

void
zb_cli_print_json (JsonNode *node)
{
  g_autoptr(JsonNode) owned = node;
  g_autofree char *text = json_to_string (owned, TRUE);

  fputs (text, stdout);
  fputc ('\n', stdout);
}

void
zb_cli_progress (guint64 done, guint64 total, gpointer user_data)
{
  if (!isatty (STDERR_FILENO))
    return;
  if (total > 0)
    g_printerr ("\r%" G_GUINT64_FORMAT " / %" G_GUINT64_FORMAT "%s", done, total, done >= total ? "\n" : "");
  else
    g_printerr ("\r%" G_GUINT64_FORMAT, done);
}

static gboolean
set_as_of (ZbCli *cli, const char *text)
{
  ZbDate day;

  if (text == NULL)
    return TRUE;
  if (!zb_date_read (text, &day, NULL) || !zb_date_is_complete (day))
    {
      zb_cli_wrong (_("“%s” is not a day; write it like 2026-07-01."), text);
      return FALSE;
    }
  cli->today = day;
  return TRUE;
}

static void
set_registry (ZbCli *cli, const char *path)
{
  if (path == NULL)
    return;
  g_free (cli->registry);
  cli->registry = g_strdup (path);
}

/* The words are UTF-8 already: GLib would read texts once more as the terminal's. Names of files it leaves alone. */
static void
add_entries (GOptionContext *context, const GOptionEntry *entries)
{
  for (; entries->long_name != NULL; entries++)
    {
      GOptionEntry entry[] = { *entries, { NULL } };

      if (entry[0].arg == G_OPTION_ARG_STRING)
        entry[0].arg = G_OPTION_ARG_FILENAME;
      g_option_context_add_main_entries (context, entry, NULL);
    }
}

gboolean
zb_cli_options (ZbCli *cli, const char *command, const GOptionEntry *entries, int *argc, char ***argv, int min, int max)
{
  g_autoptr(GOptionContext) context = g_option_context_new (NULL);
  g_autoptr(GError) error = NULL;
  g_autofree char *registry = NULL;
  g_autofree char *as_of = NULL;
  GOptionEntry common[] = {
    { "registry", 0, 0, G_OPTION_ARG_FILENAME, &registry, NULL, NULL },
    { "as-of", 0, 0, G_OPTION_ARG_STRING, &as_of, NULL, NULL },
    { "json", 0, 0, G_OPTION_ARG_NONE, &cli->json, NULL, NULL },
    { NULL }
  };

  g_option_context_set_help_enabled (context, FALSE);
  add_entries (context, common);
  if (entries != NULL)
    add_entries (context, entries);
  if (!g_option_context_parse (context, argc, argv, &error))
    {
      zb_cli_wrong (_("Zhibu does not understand an option of “%s”: %s"), command, error->message);
      return FALSE;
    }
  if (*argc > 1 && strcmp ((*argv)[1], "--") == 0)
    {
      (*argv)[1] = (*argv)[0];
      (*argv)++;
      (*argc)--;
    }
  set_registry (cli, registry);
  if (!set_as_of (cli, as_of))
    return FALSE;
  if (*argc - 1 < min || (max >= 0 && *argc - 1 > max))
    {
      for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
        if (strcmp (commands[i].name, command) == 0)
          zb_cli_wrong (_("Usage: zhibu-cli %s %s"), command, commands[i].usage);
      return FALSE;
    }
  return TRUE;
}

gboolean
zb_cli_open (ZbCli *cli, ZbDbMode mode)
{
  g_autoptr(GError) error = NULL;

  if (cli->db != NULL)
    return TRUE;
  cli->db = zb_db_open (cli->registry, mode, &error);
  /* One of an older version is brought up to date before it can be read. */
  if (cli->db == NULL && mode == ZB_DB_READ && g_error_matches (error, ZB_STORE_ERROR, ZB_STORE_ERROR_READ_ONLY))
    {
      g_clear_error (&error);
      cli->db = zb_db_open (cli->registry, ZB_DB_WRITE, &error);
    }
  if (cli->db == NULL)
    {
      zb_cli_refuse (error);
      return FALSE;
    }
  zb_db_set_today (cli->db, cli->today);
  if (zb_db_migrated_copy (cli->db) != NULL)
    g_printerr (_("The registry was of an older version and has been brought up to date; the old file is kept as %s.\n"),
                zb_db_migrated_copy (cli->db));
  return TRUE;
}

ZbOrgTree *
zb_cli_tree (ZbCli *cli, gboolean with_closed)
{
  g_autoptr(GError) error = NULL;
  ZbOrgTree *tree = zb_org_tree_load (cli->db, cli->today, with_closed, &error);

  if (tree == NULL)
    zb_cli_refuse (error);
  return tree;
}

ZbMemberColumns *
zb_cli_columns (ZbCli *cli, GError **error)
{
  g_autoptr(ZbOrgTree) tree = zb_org_tree_load (cli->db, cli->today, FALSE, error);

  return tree == NULL ? NULL : zb_member_columns_load (cli->db, tree, cli->today, NULL, NULL, error);
}

/* People read a number on those, and mean it. */
static gboolean
has_numbers (const ZbKind *kind)
{
  return kind == &zb_kind_organization || kind == &zb_kind_wish || kind == &zb_kind_letter || kind == &zb_kind_service_certificate;
}

gint64
zb_cli_find (ZbCli *cli, const ZbKind *kind, const char *text, GError **error)
{
  gboolean is_bare = *text != '\0' && strspn (text, "0123456789") == strlen (text);
  g_autofree char *with_sign = is_bare && !has_numbers (kind) ? g_strconcat ("#", text, NULL) : NULL;
  g_autoptr(GError) problem = NULL;
  gint64 id = zb_records_find (cli->db, kind, text, &problem);

  if (id == 0 && with_sign != NULL && g_error_matches (problem, ZB_STORE_ERROR, ZB_STORE_ERROR_NOT_FOUND))
    return zb_records_find (cli->db, kind, with_sign, error);
  if (id == 0)
    g_propagate_error (error, g_steal_pointer (&problem));
  return id;
}

gint64
zb_cli_find_org (ZbCli *cli, const char *text, GError **error)
{
  g_autoptr(ZbOrgTree) tree = zb_org_tree_load (cli->db, cli->today, FALSE, error);
  const ZbOrg *org;
  guint n = 0;

  if (tree == NULL)
    return 0;
  org = zb_org_tree_find (tree, text, &n);
  if (org != NULL)
    return org->id;
  return zb_records_find (cli->db, &zb_kind_organization, text, error);
}

static void
print_help (void)
{
  zb_cli_say (_("Usage: zhibu-cli [--registry FILE] [--as-of DATE] COMMAND"));
  zb_cli_say ("%s", "");
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    zb_cli_say_command (&commands[i]);
  zb_cli_say ("%s", "");
  zb_cli_say (_("zhibu-cli COMMAND --help tells of one command."));
  zb_cli_say (_("With --json a command prints for programs. Exit status: 0 done, 1 refused and nothing changed, 2 wrong usage."));
}

static const ZbCliCommand *
find_command (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (strcmp (commands[i].name, name) == 0)
      return &commands[i];
  return NULL;
}

/* The common options may stand before the command too: the words up to the command's name. */
static int
command_position (int argc, char **argv)
{
  int i = 1;

  while (i < argc && argv[i][0] == '-')
    i += (strcmp (argv[i], "--registry") == 0 || strcmp (argv[i], "--as-of") == 0) ? 2 : 1;
  return i;
}

/* Reads the options before the command. Returns: -1 to go on, else the exit status */
static int
read_leading_options (ZbCli *cli, int at, char **argv)
{
  for (int i = 1; i < at; i++)
    {
      const char *value = strchr (argv[i], '=');
      gboolean is_registry = strcmp (argv[i], "--registry") == 0 || g_str_has_prefix (argv[i], "--registry=");
      gboolean is_as_of = strcmp (argv[i], "--as-of") == 0 || g_str_has_prefix (argv[i], "--as-of=");

      if (is_registry || is_as_of)
        {
          value = value != NULL ? value + 1 : argv[++i];
          if (is_registry)
            set_registry (cli, value);
          else if (!set_as_of (cli, value))
            return ZB_CLI_USAGE;
        }
      else if (strcmp (argv[i], "--json") == 0)
        cli->json = TRUE;
      else if (strcmp (argv[i], "--help") == 0 || strcmp (argv[i], "-h") == 0)
        {
          print_help ();
          return ZB_CLI_DONE;
        }
      else if (strcmp (argv[i], "--version") == 0)
        {
          zb_cli_say ("zhibu-cli %s", PACKAGE_VERSION);
          return ZB_CLI_DONE;
        }
      else
        return zb_cli_wrong (_("Zhibu does not know the option “%s”; see zhibu-cli --help."), argv[i]);
    }
  return -1;
}

static ZbDate
local_today (void)
{
  g_autoptr(GDateTime) now = g_date_time_new_now_local ();

  return (ZbDate) { (gint16) g_date_time_get_year (now), (guint8) g_date_time_get_month (now),
                    (guint8) g_date_time_get_day_of_month (now) };
}

int
zb_cli_run (int argc, char **argv)
{
  ZbCli cli = { .registry = default_registry (), .today = local_today () };
  int at = command_position (argc, argv);
  const ZbCliCommand *command;
  int status;

  if (at > argc)
    status = zb_cli_wrong (_("The option “%s” needs a value."), argv[argc - 1]);
  else if ((status = read_leading_options (&cli, at, argv)) < 0)
    {
      if (at + 1 < argc && strcmp (argv[at], "help") == 0 && (command = find_command (argv[at + 1])) != NULL)
        {
          zb_cli_say_command (command);
          status = ZB_CLI_DONE;
        }
      else if (at >= argc || strcmp (argv[at], "help") == 0)
        {
          print_help ();
          status = at >= argc ? ZB_CLI_USAGE : ZB_CLI_DONE;
        }
      else if ((command = find_command (argv[at])) == NULL)
        status = zb_cli_wrong (_("Zhibu does not know the command “%s”; see zhibu-cli --help."), argv[at]);
      else if (zb_cli_asks_for_help (argc - at, argv + at))
        {
          zb_cli_say_command (command);
          status = ZB_CLI_DONE;
        }
      else
        status = command->run (&cli, argc - at, argv + at);
    }
  zb_db_close (cli.db);
  g_free (cli.registry);
  return status;
}
