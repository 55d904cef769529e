/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was done, and taking it back. */
#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "cli/zb-cli.h"
#include "service/zb-words.h"
#include "store/zb-access-log.h"
#include "store/zb-history.h"
#include "store/zb-records.h"

/* What a set did, without the words for an undo around it. */
static char *
plain_words (const ZbHistorySet *set)
{
  const char *colon = strrchr (set->action, ':');

  return zb_words_action (colon != NULL ? colon + 1 : set->action, set->subject, set->n_records);
}

static ZbCliStatus
list_access (ZbCli *cli, guint limit)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) log = zb_access_log_list (cli->db, limit, &error);
  g_autoptr(JsonBuilder) builder = json_builder_new ();

  if (log == NULL)
    return zb_cli_refuse (error);
  json_builder_begin_array (builder);
  for (guint i = 0; i < log->len; i++)
    {
      const ZbAccess *access = g_ptr_array_index (log, i);
      g_autofree char *words = zb_words_access (access);

      if (!cli->json)
        zb_cli_say ("%s\t%s\t%s", access->at, access->who, words);
      json_builder_begin_object (builder);
      zb_cli_put_string (builder, "at", access->at);
      zb_cli_put_string (builder, "who", access->who);
      zb_cli_put_string (builder, "name", access->name);
      zb_cli_put_string (builder, access->record != 0 ? "field" : "list", access->what);
      zb_cli_put_string (builder, "format", access->format);
      zb_cli_put_int (builder, "rows", access->n_rows);
      zb_cli_put_string (builder, "private", access->private_columns);
      zb_cli_put_string (builder, "words", words);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  if (cli->json)
    zb_cli_print_json (json_builder_get_root (builder));
  return ZB_CLI_DONE;
}

ZbCliStatus
zb_cli_log (ZbCli *cli, int argc, char **argv)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) sets = NULL;
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  int limit = 50;
  gboolean access = FALSE;
  const GOptionEntry entries[] = { { "limit", 0, 0, G_OPTION_ARG_INT, &limit, NULL, NULL },
                                   { "access", 0, 0, G_OPTION_ARG_NONE, &access, NULL, NULL }, { NULL } };

  if (!zb_cli_options (cli, "log", entries, &argc, &argv, 0, 0))
    return ZB_CLI_USAGE;
  if (!zb_cli_open (cli, ZB_DB_READ))
    return ZB_CLI_REFUSED;
  if (access)
    return list_access (cli, (guint) MAX (limit, 1));
  if (!(sets = zb_history_list (cli->db, 0, (guint) MAX (limit, 1), &error)))
    return zb_cli_refuse (error);
  json_builder_begin_array (builder);
  for (guint i = 0; i < sets->len; i++)
    {
      const ZbHistorySet *set = g_ptr_array_index (sets, i);
      g_autofree char *words = zb_words_action (set->action, set->subject, set->n_records);

      if (!cli->json)
        zb_cli_say ("%" G_GINT64_FORMAT "\t%s\t%s\t%s%s", set->id, set->at, set->who, words,
                    set->undone_by != 0 ? _(" (undone)") : "");
      json_builder_begin_object (builder);
      zb_cli_put_int (builder, "set", set->id);
      zb_cli_put_string (builder, "at", set->at);
      zb_cli_put_string (builder, "who", set->who);
      zb_cli_put_string (builder, "action", set->action);
      zb_cli_put_string (builder, "subject", set->subject);
      zb_cli_put_int (builder, "records", set->n_records);
      zb_cli_put_int (builder, "undoes", set->undoes);
      zb_cli_put_int (builder, "undone_by", set->undone_by);
      zb_cli_put_string (builder, "words", words);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  if (cli->json)
    zb_cli_print_json (json_builder_get_root (builder));
  return ZB_CLI_DONE;
}

ZbCliStatus
zb_cli_undo (ZbCli *cli, int argc, char **argv)
{
  g_autoptr(GError) error = NULL;
  ZbHistorySet *next;
  g_autofree char *words = NULL;
  gint64 set_id = 0;

  if (!zb_cli_options (cli, "undo", NULL, &argc, &argv, 0, 1))
    return ZB_CLI_USAGE;
  if (argc > 1 && !g_ascii_string_to_signed (argv[1], 10, 1, G_MAXINT64, &set_id, NULL))
    return zb_cli_wrong (_("“%s” is not the number of a change; see zhibu-cli log."), argv[1]);
  if (!zb_cli_open (cli, ZB_DB_WRITE))
    return ZB_CLI_REFUSED;
  next = set_id == 0 ? zb_history_next_undo (cli->db, NULL) : NULL;
  words = next != NULL ? plain_words (next) : g_strdup (argc > 1 ? argv[1] : "");
  g_clear_pointer (&next, zb_history_set_free);
  if (!zb_history_undo (cli->db, set_id, NULL, &error))
    return zb_cli_refuse (error);
  zb_cli_say (_("Undone: %s"), words);
  return ZB_CLI_DONE;
}

ZbCliStatus
zb_cli_redo (ZbCli *cli, int argc, char **argv)
{
  g_autoptr(GError) error = NULL;
  ZbHistorySet *next;
  g_autofree char *words = NULL;

  if (!zb_cli_options (cli, "redo", NULL, &argc, &argv, 0, 0))
    return ZB_CLI_USAGE;
  if (!zb_cli_open (cli, ZB_DB_WRITE))
    return ZB_CLI_REFUSED;
  next = zb_history_next_redo (cli->db, NULL);
  words = next != NULL ? plain_words (next) : g_strdup ("");
  g_clear_pointer (&next, zb_history_set_free);
  if (!zb_history_redo (cli->db, NULL, &error))
    return zb_cli_refuse (error);
  zb_cli_say (_("Done again: %s"), words);
  return ZB_CLI_DONE;
}

/* The newest import of which something may hold; 0 with @error. */
static gint64
last_import (ZbDb *db, GError **error)
{
  gint64 before = 0;

  while (TRUE)
    {
      g_autoptr(GPtrArray) sets = zb_history_list (db, before, 100, error);

      for (guint i = 0; sets != NULL && i < sets->len; i++)
        {
          const ZbHistorySet *set = g_ptr_array_index (sets, i);

          before = set->id;
          if (set->undone_by == 0 && zb_history_is_import (set))
            return set->id;
        }
      if (sets != NULL && sets->len == 100)
        continue;
      if (sets != NULL)
        g_set_error_literal (error, ZB_STORE_ERROR, ZB_STORE_ERROR_NOTHING, "there is no import to take back");
      return 0;
    }
}

static const char *
reason_name (ZbKeptReason reason)
{
  static const char *const names[] = { "edited", "referred", "went-on", "rule", "along" };

  return names[reason];
}

static void
add_kept (JsonBuilder *builder, const ZbHistoryKept *kept)
{
  g_autofree char *words = zb_words_kept (kept);

  json_builder_begin_object (builder);
  zb_cli_put_string (builder, "kind", kept->kind->name);
  zb_cli_put_int (builder, "record", kept->record);
  zb_cli_put_string (builder, "title", kept->title);
  zb_cli_put_string (builder, "what", kept->what);
  zb_cli_put_string (builder, "reason", reason_name (kept->reason));
  zb_cli_put_string (builder, "by_kind", kept->by_kind->name);
  zb_cli_put_int (builder, "by", kept->by);
  zb_cli_put_string (builder, "by_title", kept->by_title);
  zb_cli_put_string (builder, "at", kept->at);
  zb_cli_put_string (builder, "who", kept->who);
  zb_cli_put_string (builder, "words", words);
  json_builder_end_object (builder);
}

static void
print_rest_json (gint64 set_id, gint64 undo, gboolean dry_run, const ZbHistoryRest *rest)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  zb_cli_put_int (builder, "set", set_id);
  zb_cli_put_string (builder, "kind", rest->kind->name);
  json_builder_set_member_name (builder, "dry_run");
  json_builder_add_boolean_value (builder, dry_run);
  zb_cli_put_int (builder, "undone_by", undo);
  zb_cli_put_int (builder, "new", rest->n_new);
  zb_cli_put_int (builder, "changed", rest->n_changed);
  zb_cli_put_int (builder, "along", rest->n_along);
  json_builder_set_member_name (builder, "kept");
  json_builder_begin_array (builder);
  for (guint i = 0; i < rest->kept->len; i++)
    add_kept (builder, g_ptr_array_index (rest->kept, i));
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  zb_cli_print_json (json_builder_get_root (builder));
}

static void
print_rest (gboolean dry_run, const ZbHistoryRest *rest)
{
  g_autofree char *words = zb_words_rest (rest);

  if (dry_run)
    zb_cli_say (_("Nothing was changed. Taking the import back would do this:"));
  zb_cli_say ("%s", words);
  for (guint i = 0; i < rest->kept->len; i++)
    {
      const ZbHistoryKept *kept = g_ptr_array_index (rest->kept, i);
      g_autofree char *title = zb_words_kept_title (kept);
      g_autofree char *why = zb_words_kept (kept);

      /* Translators: %1$s what is kept, %2$s why */
      zb_cli_say (_("  kept: %1$s\t%2$s"), title, why);
    }
}

ZbCliStatus
zb_cli_undo_import (ZbCli *cli, int argc, char **argv)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ZbHistoryRest) rest = NULL;
  gboolean dry_run = FALSE;
  gint64 set_id = 0, undo = 0;
  const GOptionEntry entries[] = { { "dry-run", 0, 0, G_OPTION_ARG_NONE, &dry_run, NULL, NULL }, { NULL } };

  if (!zb_cli_options (cli, "undo-import", entries, &argc, &argv, 0, 1))
    return ZB_CLI_USAGE;
  if (argc > 1 && !g_ascii_string_to_signed (argv[1], 10, 1, G_MAXINT64, &set_id, NULL))
    return zb_cli_wrong (_("“%s” is not the number of a change; see zhibu-cli log."), argv[1]);
  if (!zb_cli_open (cli, dry_run ? ZB_DB_READ : ZB_DB_WRITE))
    return ZB_CLI_REFUSED;
  if (set_id == 0 && !(set_id = last_import (cli->db, &error)))
    return zb_cli_refuse (error);
  rest = dry_run ? zb_history_plan_rest (cli->db, set_id, zb_cli_progress, NULL, NULL, &error)
                 : zb_history_undo_rest (cli->db, set_id, &undo, zb_cli_progress, NULL, NULL, &error);
  if (rest == NULL)
    return zb_cli_refuse (error);
  if (cli->json)
    print_rest_json (set_id, undo, dry_run, rest);
  else
    print_rest (dry_run, rest);
  return ZB_CLI_DONE;
}
