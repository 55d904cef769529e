/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "cli/zb-cli-life.h"
#include "exchange/zb-calendar.h"

ZbCliStatus
zb_cli_export_calendar (ZbCli *cli, const char *to, const char *branch, const char *from, const char *until, gboolean force)
{
  g_autoptr(GError) error = NULL;
  ZbDate first, end;
  gint64 org = 0;
  guint n;

  if (to == NULL || !g_str_has_suffix (to, ".ics"))
    return zb_cli_wrong (_("Say where to: zhibu-cli export calendar --to FILE.ics"));
  /* The export is noted in the registry; one that may only be read is exported all the same. */
  if (!(cli->db = zb_db_open (cli->registry, ZB_DB_WRITE, NULL)) && !zb_cli_open (cli, ZB_DB_READ))
    return ZB_CLI_REFUSED;
  if (!zb_cli_read_days (from, until, &first, &end, &error) || (branch != NULL && (org = zb_cli_find_org (cli, branch, &error)) == 0)
      || !zb_calendar_write (cli->db, org, first, end, to, force, &n, &error))
    return zb_cli_refuse (error);
  if (cli->json)
    {
      g_autoptr(JsonBuilder) builder = json_builder_new ();

      json_builder_begin_object (builder);
      zb_cli_put_string (builder, "file", to);
      zb_cli_put_int (builder, "meetings", n);
      json_builder_end_object (builder);
      zb_cli_print_json (json_builder_get_root (builder));
    }
  else
    /* Translators: %1$u a number of meetings, %2$s a file */
    zb_cli_say (_("A calendar of %1$u meetings was written: %2$s"), n, to);
  return ZB_CLI_DONE;
}
