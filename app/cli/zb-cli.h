/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "core/zb-date.h"
#include "core/zb-record.h"
#include "store/zb-members.h"

G_BEGIN_DECLS

/** ZbCliStatus: exit status of the program. */
typedef enum {
  ZB_CLI_DONE = 0,
  ZB_CLI_REFUSED = 1,
  ZB_CLI_USAGE = 2
} ZbCliStatus;

/**
 * ZbCli:
 * @registry: file name
 * @today: the day that everything is true for (`--as-of`)
 * @db: (nullable): opened by zb_cli_open()
 *
 * One run of the command line: what every command is given.
 */
typedef struct {
  char *registry;
  ZbDate today;
  gboolean json;
  ZbDb *db;
} ZbCli;

/**
 * ZbCliCommand:
 * @usage: what follows the name, for the help
 * @about: (translatable): one line, N_()
 * @run: gets the words after the command's name
 */
typedef struct {
  const char *name;
  const char *usage;
  const char *about;
  ZbCliStatus (*run) (ZbCli *cli, int argc, char **argv);
} ZbCliCommand;

/** zb_cli_run: the whole program, without the locale's set-up. Returns: the exit status */
int zb_cli_run (int argc, char **argv);

/* What the commands share. */

/** zb_cli_options: parses @entries out of @argv (and the common options); positional words stay. @min, @max: how many of them (max -1: any). Says what is wrong by itself. */
gboolean zb_cli_options (ZbCli *cli, const char *command, const GOptionEntry *entries, int *argc, char ***argv, int min, int max);

/** zb_cli_open: opens the registry if it is not open. Says what is wrong by itself. */
gboolean zb_cli_open (ZbCli *cli, ZbDbMode mode);

/** zb_cli_refuse: prints the words for @error to standard error. Returns: %ZB_CLI_REFUSED */
ZbCliStatus zb_cli_refuse (const GError *error);

/** zb_cli_wrong: prints one sentence to standard error. Returns: %ZB_CLI_USAGE */
ZbCliStatus zb_cli_wrong (const char *format, ...) G_GNUC_PRINTF (1, 2);

/** zb_cli_say: prints a line to standard output. */
void zb_cli_say (const char *format, ...) G_GNUC_PRINTF (1, 2);

/** zb_cli_say_usage: prints @prefix and how it goes on, in lines that a terminal holds. @usage: words, options in brackets, other ways behind ` | ` */
void zb_cli_say_usage (const char *prefix, const char *usage);
/** zb_cli_say_command: how a command is used and what it does. */
void zb_cli_say_command (const ZbCliCommand *command);
/** zb_cli_asks_for_help: whether --help or -h stands behind the command. */
gboolean zb_cli_asks_for_help (int argc, char **argv);

/** zb_cli_print_json: prints and frees @node. */
void zb_cli_print_json (JsonNode *node);

/** zb_cli_progress: #ZbProgressFunc that shows a counter on a terminal. */
void zb_cli_progress (guint64 done, guint64 total, gpointer user_data);

/** zb_cli_tree: organisations of the day; says what is wrong by itself. Returns: (transfer full) (nullable) */
ZbOrgTree *zb_cli_tree (ZbCli *cli, gboolean with_closed);

/** zb_cli_columns: everybody on the day. Returns: (transfer full) (nullable) */
ZbMemberColumns *zb_cli_columns (ZbCli *cli, GError **error);

/**
 * zb_cli_find:
 *
 * The record that @text means where one is only looked at or printed: by name, number or uid, or by its #id, which of kinds
 * that have no numbers of their own may stand without the #. set, do and remove take no bare number: 3 may be that of a
 * row on paper. Returns: 0 with @error
 */
gint64 zb_cli_find (ZbCli *cli, const ZbKind *kind, const char *text, GError **error);

/** zb_cli_find_org: id of the organisation that @text means; 0 with @error. */
gint64 zb_cli_find_org (ZbCli *cli, const char *text, GError **error);

/** zb_cli_put_string: a member of the object that is being built. @value: (nullable): null */
void zb_cli_put_string (JsonBuilder *builder, const char *name, const char *value);
void zb_cli_put_int (JsonBuilder *builder, const char *name, gint64 value);

/** zb_cli_record_json: a record as an object: uid, every field by name, labels beside codes. Private ones only when @with_private. */
JsonNode *zb_cli_record_json (ZbCli *cli, ZbOrgTree *tree, const ZbRecord *record, gboolean with_private);

/** zb_cli_show_value: a field's value as people see it, links by title. Returns: (transfer full) */
char *zb_cli_show_value (ZbCli *cli, ZbOrgTree *tree, const ZbRecord *record, guint field, gboolean masked);

/** zb_cli_kind: the kind of that name; says what is wrong by itself. Returns: (nullable) */
const ZbKind *zb_cli_kind (const char *name);

/** zb_cli_field: a field by its name or a Chinese heading. Returns: (nullable) */
const ZbField *zb_cli_field (const ZbKind *kind, const char *name);

/** zb_cli_split: splits `field=value`; says what is wrong by itself. @out_value points into @word. */
gboolean zb_cli_split (const char *word, char **out_name, const char **out_value);

/** zb_cli_find_link: id of the record of another kind that @text means; 0 for an empty text. */
gboolean zb_cli_find_link (ZbCli *cli, const char *kind_name, const char *text, gint64 *out_id, GError **error);

/** zb_cli_say_made: what was entered, in words or as a record. Returns: %ZB_CLI_DONE */
ZbCliStatus zb_cli_say_made (ZbCli *cli, const ZbKind *kind, gint64 id);

/* The commands, by file. */
ZbCliStatus zb_cli_init (ZbCli *cli, int argc, char **argv);
ZbCliStatus zb_cli_demo (ZbCli *cli, int argc, char **argv);
ZbCliStatus zb_cli_backup (ZbCli *cli, int argc, char **argv);
ZbCliStatus zb_cli_restore (ZbCli *cli, int argc, char **argv);
ZbCliStatus zb_cli_import (ZbCli *cli, int argc, char **argv);
ZbCliStatus zb_cli_export (ZbCli *cli, int argc, char **argv);
ZbCliStatus zb_cli_list (ZbCli *cli, int argc, char **argv);
ZbCliStatus zb_cli_show (ZbCli *cli, int argc, char **argv);
ZbCliStatus zb_cli_add (ZbCli *cli, int argc, char **argv);
ZbCliStatus zb_cli_set (ZbCli *cli, int argc, char **argv);
ZbCliStatus zb_cli_do (ZbCli *cli, int argc, char **argv);
ZbCliStatus zb_cli_roll (ZbCli *cli, int argc, char **argv);
ZbCliStatus zb_cli_renumber (ZbCli *cli, int argc, char **argv);
ZbCliStatus zb_cli_year (ZbCli *cli, int argc, char **argv);
ZbCliStatus zb_cli_study (ZbCli *cli, int argc, char **argv);
ZbCliStatus zb_cli_oaths (ZbCli *cli, int argc, char **argv);
ZbCliStatus zb_cli_attach (ZbCli *cli, int argc, char **argv);
ZbCliStatus zb_cli_attachment (ZbCli *cli, int argc, char **argv);
ZbCliStatus zb_cli_template (ZbCli *cli, int argc, char **argv);
ZbCliStatus zb_cli_search (ZbCli *cli, int argc, char **argv);
ZbCliStatus zb_cli_stats (ZbCli *cli, int argc, char **argv);
ZbCliStatus zb_cli_due (ZbCli *cli, int argc, char **argv);
ZbCliStatus zb_cli_check (ZbCli *cli, int argc, char **argv);
ZbCliStatus zb_cli_log (ZbCli *cli, int argc, char **argv);
ZbCliStatus zb_cli_undo (ZbCli *cli, int argc, char **argv);
ZbCliStatus zb_cli_undo_import (ZbCli *cli, int argc, char **argv);
ZbCliStatus zb_cli_redo (ZbCli *cli, int argc, char **argv);
ZbCliStatus zb_cli_remove (ZbCli *cli, int argc, char **argv);

G_END_DECLS
