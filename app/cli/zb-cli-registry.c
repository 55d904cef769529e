/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "cli/zb-cli.h"
#include "service/zb-demo.h"
#include "service/zb-words.h"
#include "store/zb-backup.h"

/* The folder of a new registry is for its owner alone. */
static void
make_folder (const char *registry)
{
  g_autofree char *folder = g_path_get_dirname (registry);

  g_mkdir_with_parents (folder, 0700);
}

ZbCliStatus
zb_cli_init (ZbCli *cli, int argc, char **argv)
{
  if (!zb_cli_options (cli, "init", NULL, &argc, &argv, 0, 0))
    return ZB_CLI_USAGE;
  make_folder (cli->registry);
  if (!zb_cli_open (cli, ZB_DB_CREATE))
    return ZB_CLI_REFUSED;
  zb_cli_say (_("An empty registry was made: %s"), cli->registry);
  return ZB_CLI_DONE;
}

ZbCliStatus
zb_cli_demo (ZbCli *cli, int argc, char **argv)
{
  g_autoptr(GError) error = NULL;
  gboolean meetings = FALSE;
  int members = 60, seed = 1;
  const GOptionEntry entries[] = {
    { "members", 0, 0, G_OPTION_ARG_INT, &members, NULL, NULL },
    { "seed", 0, 0, G_OPTION_ARG_INT, &seed, NULL, NULL },
    { "meetings", 0, 0, G_OPTION_ARG_NONE, &meetings, NULL, NULL },
    { NULL }
  };

  if (!zb_cli_options (cli, "demo", entries, &argc, &argv, 0, 0))
    return ZB_CLI_USAGE;
  if (members < 1 || members > 1000000)
    return zb_cli_wrong (_("A demonstration has 1 to 1,000,000 members."));
  make_folder (cli->registry);
  if (!zb_cli_open (cli, ZB_DB_CREATE))
    return ZB_CLI_REFUSED;
  if (!zb_demo_fill (cli->db, (guint) members, (guint32) seed, cli->today, meetings, zb_cli_progress, NULL, &error))
    return zb_cli_refuse (error);
  /* Translators: %1$d a number of people, %2$s a file */
  zb_cli_say (_("A demonstration registry with %1$d invented people was made: %2$s"), members, cli->registry);
  return ZB_CLI_DONE;
}

static void
print_report (ZbCli *cli, const ZbBackupReport *report, const char *path)
{
  if (cli->json)
    {
      g_autoptr(JsonBuilder) builder = json_builder_new ();

      json_builder_begin_object (builder);
      zb_cli_put_string (builder, "file", path);
      zb_cli_put_int (builder, "people", (gint64) report->people);
      zb_cli_put_int (builder, "organizations", (gint64) report->organizations);
      zb_cli_put_int (builder, "records", (gint64) report->records);
      zb_cli_put_int (builder, "changes", (gint64) report->changes);
      json_builder_set_member_name (builder, "last_change");
      json_builder_add_string_value (builder, report->last_change != NULL ? report->last_change : "");
      json_builder_end_object (builder);
      zb_cli_print_json (json_builder_get_root (builder));
      return;
    }
  /* Translators: %1$s a file, %2$lu people, %3$lu organisations, %4$lu records in all */
  zb_cli_say (_("%1$s holds %2$lu people, %3$lu organisations and %4$lu records in all; opened and checked, it can be restored."),
              path, (gulong) report->people, (gulong) report->organizations, (gulong) report->records);
}

ZbCliStatus
zb_cli_backup (ZbCli *cli, int argc, char **argv)
{
  g_autoptr(GError) error = NULL;
  gboolean force = FALSE;
  ZbBackupReport report = { 0 };
  const GOptionEntry entries[] = { { "force", 0, 0, G_OPTION_ARG_NONE, &force, NULL, NULL }, { NULL } };

  if (!zb_cli_options (cli, "backup", entries, &argc, &argv, 1, 1))
    return ZB_CLI_USAGE;
  if (!zb_cli_open (cli, ZB_DB_READ))
    return ZB_CLI_REFUSED;
  if (!zb_backup_make (cli->db, argv[1], force, zb_cli_progress, NULL, &report, &error))
    return zb_cli_refuse (error);
  print_report (cli, &report, argv[1]);
  zb_backup_report_clear (&report);
  return ZB_CLI_DONE;
}

ZbCliStatus
zb_cli_restore (ZbCli *cli, int argc, char **argv)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *kept = NULL;
  ZbBackupReport report = { 0 };

  if (!zb_cli_options (cli, "restore", NULL, &argc, &argv, 1, 1))
    return ZB_CLI_USAGE;
  make_folder (cli->registry);
  if (!zb_backup_restore (cli->registry, argv[1], &kept, &report, &error))
    {
      g_autofree char *words = zb_words_not_restored (error, argv[1]);

      g_printerr ("%s\n", words);
      return ZB_CLI_REFUSED;
    }
  print_report (cli, &report, cli->registry);
  if (kept != NULL && !cli->json)
    zb_cli_say (_("What was there before is kept as %s; restoring that takes this back."), kept);
  zb_backup_report_clear (&report);
  return ZB_CLI_DONE;
}
