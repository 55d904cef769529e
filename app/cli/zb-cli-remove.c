/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli/zb-cli.h"

#include <glib/gi18n.h>

#include "store/zb-change-set.h"
#include "store/zb-records.h"

/* What serves the work and is nobody's record: everything else is closed, ended or corrected, never removed. */
static const ZbKind *const removable[] = { &zb_kind_occasion, &zb_kind_saved_filter, &zb_kind_import_mapping, &zb_kind_template };

static const ZbKind *
find_kind (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (removable); i++)
    if (g_strcmp0 (removable[i]->name, name) == 0)
      return removable[i];
  return NULL;
}

ZbCliStatus
zb_cli_remove (ZbCli *cli, int argc, char **argv)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ZbChangeSet) set = NULL;
  g_autofree char *title = NULL, *action = NULL;
  const ZbKind *kind;
  gint64 id;

  if (!zb_cli_options (cli, "remove", NULL, &argc, &argv, 2, 2))
    return ZB_CLI_USAGE;
  if (!(kind = find_kind (argv[1])))
    return zb_cli_wrong (_("Only what serves the work is removed: occasion, filter, mapping, template. Records stay."));
  if (!zb_cli_open (cli, ZB_DB_WRITE))
    return ZB_CLI_REFUSED;
  if ((id = zb_records_find (cli->db, kind, argv[2], &error)) == 0)
    return zb_cli_refuse (error);
  title = zb_records_title (cli->db, kind, id);
  action = g_strdup_printf ("%s.withdraw", kind->name);
  if (!(set = zb_change_set_begin (cli->db, action, title, &error)) || !zb_change_set_withdraw (set, kind, id, &error)
      || !zb_change_set_commit (set, NULL, &error))
    return zb_cli_refuse (error);
  zb_cli_say (_("Removed: %s"), title);
  return ZB_CLI_DONE;
}
