/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an import found, for programs. */
#include "config.h"

#include <string.h>

#include "cli/zb-cli-import.h"
#include "service/zb-words.h"
#include "store/zb-records.h"

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
      zb_cli_put_string (builder, "field", zb_import_problem_field (import, problem));
      zb_cli_put_string (builder, "kind", problem->rule);
      zb_cli_put_string (builder, "severity", severities[zb_import_problem_severity (problem)]);
      zb_cli_put_string (builder, "sentence", sentence);
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
      zb_cli_put_string (builder, "field", change->field);
      zb_cli_put_string (builder, "old", change->old);
      zb_cli_put_string (builder, "new", change->value);
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

  zb_cli_put_string (builder, "match", record != NULL ? record->uid : NULL);
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
      zb_cli_put_string (builder, "file", file);
      zb_cli_put_string (builder, "sheet", found->sheet);
      json_builder_set_member_name (builder, "row");
      json_builder_add_int_value (builder, found->row);
      zb_cli_put_string (builder, "verdict", verdict_name (found->verdict));
      if (found->record != NULL)
        add_record (cli, builder, found->record);
      add_match (cli, builder, import, found->match);
      add_changes (builder, found);
      add_flags (builder, import, g_hash_table_lookup (flags, GINT_TO_POINTER ((gint) i)));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

JsonNode *
zb_cli_import_json (ZbCli *cli, ZbImport *import, const char *file, gboolean written)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  GPtrArray *problems = zb_import_problems (import);

  json_builder_begin_object (builder);
  zb_cli_put_string (builder, "file", file);
  zb_cli_put_string (builder, "kind", zb_import_kind (import)->name);
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
      zb_cli_put_string (builder, "sheet", problem->sheet);
      json_builder_set_member_name (builder, "row");
      json_builder_add_int_value (builder, problem->row);
      zb_cli_put_string (builder, "column", problem->column);
      zb_cli_put_string (builder, "value", problem->value);
      zb_cli_put_string (builder, "rule", problem->rule);
      zb_cli_put_string (builder, "level", problem->is_error ? "error" : "warning");
      zb_cli_put_string (builder, "reason", reason);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  add_rows (cli, builder, import, file);
  json_builder_end_object (builder);
  return json_builder_get_root (builder);
}
