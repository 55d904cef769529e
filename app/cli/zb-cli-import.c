/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "cli/zb-cli.h"
#include "core/zb-error.h"
#include "exchange/zb-import.h"
#include "service/zb-words.h"
#include "store/zb-history.h"
#include "store/zb-records.h"

typedef struct {
  char *sheet;
  char *branch;
  char *map;
  char *report;
  gboolean dry_run;
  gboolean skip_bad;
} ImportOptions;

static char *
problem_words (const ZbImportProblem *problem)
{
  return zb_words_import_problem (problem);
}

/* A file of lines “heading TAB field” that says what columns mean; an empty field: leave it out. */
static gboolean
apply_map (ZbImport *import, const ZbKind *kind, const char *path, GError **error)
{
  g_autofree char *text = NULL;
  g_auto(GStrv) lines = NULL;

  if (!g_file_get_contents (path, &text, NULL, error))
    return FALSE;
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto(GStrv) cells = g_strsplit (g_strchomp (lines[i]), "\t", 2);

      for (guint j = 0; cells[0] != NULL && j < zb_import_n_columns (import); j++)
        if (strcmp (zb_import_column (import, j)->heading, cells[0]) == 0)
          zb_import_map (import, j, cells[1] == NULL ? NULL : zb_cli_field (kind, cells[1]));
    }
  return TRUE;
}

static void
add_counts (JsonBuilder *builder, const ZbImportCounts *counts)
{
  const struct { const char *name; guint n; } members[] = {
    { "read", counts->read }, { "new", counts->fresh }, { "updated", counts->updated }, { "same", counts->same },
    { "skipped", counts->skipped }, { "errors", counts->errors }, { "new_organizations", counts->new_organizations },
  };

  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    {
      json_builder_set_member_name (builder, members[i].name);
      json_builder_add_int_value (builder, members[i].n);
    }
}

static void
add_string (JsonBuilder *builder, const char *name, const char *value)
{
  json_builder_set_member_name (builder, name);
  if (value != NULL)
    json_builder_add_string_value (builder, value);
  else
    json_builder_add_null_value (builder);
}

static const char *
verdict_name (ZbImportVerdict verdict)
{
  switch (verdict)
    {
    case ZB_IMPORT_NEW: return "new";
    case ZB_IMPORT_UPDATE: return "update";
    case ZB_IMPORT_SAME: return "same";
    case ZB_IMPORT_SKIP: return "skipped";
    case ZB_IMPORT_CONFLICT: return "conflict";
    case ZB_IMPORT_ERROR: return "error";
    }
  g_assert_not_reached ();
}

/* What was read, under the names of `list`; a link is the word of the file. Private fields are shown: they stand in the file. */
static void
add_record (ZbCli *cli, JsonBuilder *builder, ZbRecord *record)
{
  g_autoptr(ZbRecord) plain = zb_record_copy (record);
  JsonNode *node;

  for (guint i = 0; i < record->kind->n_fields; i++)
    if (record->kind->fields[i].type == ZB_FIELD_LINK)
      g_clear_pointer (&plain->values[i], g_free);
  node = zb_cli_record_json (cli, NULL, plain, TRUE);
  for (guint i = 0; i < record->kind->n_fields; i++)
    if (record->kind->fields[i].type == ZB_FIELD_LINK && record->values[i] != NULL)
      json_object_set_string_member (json_node_get_object (node), record->kind->fields[i].name, record->values[i]);
  json_builder_set_member_name (builder, "record");
  json_builder_add_value (builder, node);
}

static void
add_flags (JsonBuilder *builder, ZbImport *import, GArray *flags)
{
  static const char *const severities[] = { "info", "warning", "error" };

  json_builder_set_member_name (builder, "flags");
  json_builder_begin_array (builder);
  for (guint i = 0; flags != NULL && i < flags->len; i++)
    {
      const ZbImportProblem *problem = g_array_index (flags, const ZbImportProblem *, i);
      g_autofree char *sentence = zb_words_import_problem (problem);

      json_builder_begin_object (builder);
      add_string (builder, "field", zb_import_problem_field (import, problem));
      add_string (builder, "kind", problem->rule);
      add_string (builder, "severity", severities[zb_import_problem_severity (problem)]);
      add_string (builder, "sentence", sentence);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_changes (JsonBuilder *builder, const ZbImportFound *found)
{
  json_builder_set_member_name (builder, "changes");
  json_builder_begin_array (builder);
  for (guint i = 0; i < found->changes->len; i++)
    {
      const ZbImportChange *change = g_ptr_array_index (found->changes, i);

      json_builder_begin_object (builder);
      add_string (builder, "field", change->field);
      add_string (builder, "old", change->old);
      add_string (builder, "new", change->value);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

/* The problems of each row: index of the row → its problems. */
static GHashTable *
flags_by_row (ZbImport *import)
{
  GHashTable *out = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_array_unref);
  GPtrArray *problems = zb_import_problems (import);

  for (guint i = 0; i < problems->len; i++)
    {
      const ZbImportProblem *problem = g_ptr_array_index (problems, i);
      GArray *flags = g_hash_table_lookup (out, GINT_TO_POINTER (problem->line));

      if (problem->line < 0)
        continue;
      if (flags == NULL)
        g_hash_table_insert (out, GINT_TO_POINTER (problem->line), flags = g_array_new (FALSE, FALSE, sizeof problem));
      g_array_append_val (flags, problem);
    }
  return out;
}

/* The record of the registry that the row means. */
static void
add_match (ZbCli *cli, JsonBuilder *builder, ZbImport *import, gint64 id)
{
  g_autoptr(ZbRecord) record = id != 0 ? zb_records_get (cli->db, zb_import_kind (import), id, FALSE, NULL) : NULL;

  add_string (builder, "match", record != NULL ? record->uid : NULL);
}

static void
add_rows (ZbCli *cli, JsonBuilder *builder, ZbImport *import, const char *file)
{
  g_autoptr(GHashTable) flags = flags_by_row (import);

  json_builder_set_member_name (builder, "rows");
  json_builder_begin_array (builder);
  for (guint i = 0; i < zb_import_n_rows (import); i++)
    {
      g_autoptr(ZbImportFound) found = zb_import_row (import, i, NULL);

      if (found == NULL)
        continue;
      json_builder_begin_object (builder);
      add_string (builder, "file", file);
      add_string (builder, "sheet", found->sheet);
      json_builder_set_member_name (builder, "row");
      json_builder_add_int_value (builder, found->row);
      add_string (builder, "verdict", verdict_name (found->verdict));
      if (found->record != NULL)
        add_record (cli, builder, found->record);
      add_match (cli, builder, import, found->match);
      add_changes (builder, found);
      add_flags (builder, import, g_hash_table_lookup (flags, GINT_TO_POINTER ((gint) i)));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

/* One file in the answer for programs. Returns: (transfer full) */
static JsonNode *
import_json (ZbCli *cli, ZbImport *import, const char *file, gboolean written)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  GPtrArray *problems = zb_import_problems (import);

  json_builder_begin_object (builder);
  add_string (builder, "file", file);
  add_string (builder, "kind", zb_import_kind (import)->name);
  json_builder_set_member_name (builder, "written");
  json_builder_add_boolean_value (builder, written);
  add_counts (builder, zb_import_counts (import));
  json_builder_set_member_name (builder, "problems");
  json_builder_begin_array (builder);
  for (guint i = 0; i < problems->len; i++)
    {
      const ZbImportProblem *problem = g_ptr_array_index (problems, i);
      g_autofree char *reason = zb_words_import_problem (problem);

      json_builder_begin_object (builder);
      add_string (builder, "sheet", problem->sheet);
      json_builder_set_member_name (builder, "row");
      json_builder_add_int_value (builder, problem->row);
      add_string (builder, "column", problem->column);
      add_string (builder, "value", problem->value);
      add_string (builder, "rule", problem->rule);
      add_string (builder, "level", problem->is_error ? "error" : "warning");
      add_string (builder, "reason", reason);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  add_rows (cli, builder, import, file);
  json_builder_end_object (builder);
  return json_builder_get_root (builder);
}

static void
print_import (ZbImport *import, const char *file)
{
  GPtrArray *problems = zb_import_problems (import);
  g_autofree char *counts = zb_words_import_counts (zb_import_counts (import));

  for (guint i = 0; i < problems->len; i++)
    {
      g_autofree char *words = zb_words_import_problem (g_ptr_array_index (problems, i));

      g_printerr ("%s\n", words);
    }
  zb_cli_say ("%s: %s", file, counts);
}

/* @kind: (nullable): told by the headings when it is not given */
static ZbImport *
read_file (ZbCli *cli, const ZbKind *given, const char *file, const ImportOptions *options, GError **error)
{
  const ZbKind *kind = given != NULL ? given : zb_import_guess_kind (file, options->sheet, NULL, error);
  g_autoptr(ZbImport) import = kind == NULL ? NULL : zb_import_new (cli->db, kind, file, options->sheet, zb_cli_progress, NULL, NULL, error);
  gint64 org = 0;

  if (import == NULL || (options->map != NULL && !apply_map (import, kind, options->map, error))
      || (options->branch != NULL && (org = zb_cli_find_org (cli, options->branch, error)) == 0))
    return NULL;
  zb_import_set_org (import, org);
  if (!zb_import_check (import, zb_cli_progress, NULL, NULL, error)
      || (options->report != NULL && !zb_import_write_report (import, options->report, TRUE, problem_words, error)))
    return NULL;
  return g_steal_pointer (&import);
}

static gboolean
keep_json (ZbCli *cli, ZbImport *import, const char *file, GPtrArray *nodes)
{
  if (cli->json)
    g_ptr_array_add (nodes, import_json (cli, import, file, TRUE));
  return TRUE;
}

/* Writes the files one after the other, each checked again when others went before it; what was written is
 * taken back when a later one fails. @nodes: what each was about to change, for programs */
static gboolean
write_files (ZbCli *cli, GPtrArray *imports, char **files, gboolean skip_bad, GPtrArray *nodes, GError **error)
{
  g_autofree gint64 *sets = g_new0 (gint64, imports->len);

  for (guint i = 0; i < imports->len; i++)
    {
      ZbImport *import = g_ptr_array_index (imports, i);

      if ((i == 0 || zb_import_check (import, zb_cli_progress, NULL, NULL, error))
          && keep_json (cli, import, files[i], nodes) && zb_import_commit (import, skip_bad, &sets[i], zb_cli_progress, NULL, NULL, error))
        continue;
      g_ptr_array_set_size (nodes, 0);
      while (i-- > 0)
        if (sets[i] != 0)
          zb_history_undo (cli->db, sets[i], NULL, NULL);
      return FALSE;
    }
  return TRUE;
}

/* The sum of the errors in all files. */
static guint
count_errors (GPtrArray *imports)
{
  guint n = 0;

  for (guint i = 0; i < imports->len; i++)
    n += zb_import_counts (g_ptr_array_index (imports, i))->errors;
  return n;
}

/* One object for one file, an array of them for several. */
static void
print_imports (ZbCli *cli, GPtrArray *imports, char **files, GPtrArray *nodes)
{
  JsonNode *node = json_node_new (JSON_NODE_ARRAY);

  json_node_take_array (node, json_array_new ());
  for (guint i = 0; i < imports->len; i++)
    if (!cli->json)
      print_import (g_ptr_array_index (imports, i), files[i]);
    else
      json_array_add_element (json_node_get_array (node), i < nodes->len ? json_node_ref (g_ptr_array_index (nodes, i))
                              : import_json (cli, g_ptr_array_index (imports, i), files[i], FALSE));
  if (cli->json)
    zb_cli_print_json (imports->len > 1 ? json_node_ref (node) : json_node_ref (json_array_get_element (json_node_get_array (node), 0)));
  json_node_unref (node);
}

/* All the files or, unless the bad rows are left out, none of them. */
static ZbCliStatus
import_files (ZbCli *cli, const ZbKind *kind, char **files, guint n_files, const ImportOptions *options)
{
  g_autoptr(GPtrArray) imports = g_ptr_array_new_with_free_func ((GDestroyNotify) zb_import_free);
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) nodes = g_ptr_array_new_with_free_func ((GDestroyNotify) json_node_unref);
  gboolean written = FALSE;
  guint errors;

  for (guint i = 0; i < n_files; i++)
    {
      ZbImport *import = read_file (cli, kind, files[i], options, &error);

      if (import == NULL)
        return zb_cli_refuse (error);
      g_ptr_array_add (imports, import);
    }
  errors = count_errors (imports);
  if (!options->dry_run && errors > 0 && !options->skip_bad)
    g_set_error (&error, ZB_DATA_ERROR, ZB_DATA_ERROR_REFUSED, "import-errors|%u", errors);
  else if (!options->dry_run)
    written = write_files (cli, imports, files, options->skip_bad, nodes, &error);
  print_imports (cli, imports, files, nodes);
  if (error != NULL)
    return zb_cli_refuse (error);
  return written || errors == 0 ? ZB_CLI_DONE : ZB_CLI_REFUSED;
}

ZbCliStatus
zb_cli_import (ZbCli *cli, int argc, char **argv)
{
  g_autofree char *sheet = NULL;
  g_autofree char *branch = NULL;
  g_autofree char *map = NULL;
  g_autofree char *report = NULL;
  gboolean dry_run = FALSE, skip_bad = FALSE;
  const ZbKind *kind = NULL;
  const GOptionEntry entries[] = {
    { "sheet", 0, 0, G_OPTION_ARG_STRING, &sheet, NULL, NULL },
    { "branch", 0, 0, G_OPTION_ARG_STRING, &branch, NULL, NULL },
    { "map", 0, 0, G_OPTION_ARG_FILENAME, &map, NULL, NULL },
    { "report", 0, 0, G_OPTION_ARG_FILENAME, &report, NULL, NULL },
    { "dry-run", 0, 0, G_OPTION_ARG_NONE, &dry_run, NULL, NULL },
    { "skip-bad", 0, 0, G_OPTION_ARG_NONE, &skip_bad, NULL, NULL },
    { NULL }
  };

  if (!zb_cli_options (cli, "import", entries, &argc, &argv, 2, -1)
      || (strcmp (argv[1], "auto") != 0 && (kind = zb_cli_kind (argv[1])) == NULL))
    return ZB_CLI_USAGE;
  if (!zb_cli_open (cli, ZB_DB_WRITE))
    return ZB_CLI_REFUSED;
  return import_files (cli, kind, argv + 2, (guint) argc - 2,
                       &(ImportOptions) { sheet, branch, map, report, dry_run, skip_bad });
}
