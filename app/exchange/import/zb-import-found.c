/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What became of the rows, one by one, for who shows or judges them. */
#include "config.h"

#include <string.h>

#include "core/zb-codes.h"
#include "exchange/import/zb-import-private.h"
#include "exchange/zb-import-answers.h"
#include "store/zb-records.h"

/* Done as it was meant to be: nothing to look at. */
static const char *const infos[] = {
  "household-matched", "from-id-number", "branch-matched", "column-computed", "row-skipped", "row-section", "row-total", "row-footer", "row-sample",
  "row-repeated", "table-below", "hidden-sheet-not-taken",
  "row-template", "row-headings", "branch-from-sheet", "branch-new", "row-left-out", "name-post", "name-fact", "phones-split", "remarks-not-taken", NULL
};

static void
change_free (gpointer data)
{
  ZbImportChange *change = data;

  g_free (change->field);
  g_free (change->old);
  g_free (change->value);
  g_free (change);
}

void
zb_import_found_free (ZbImportFound *self)
{
  if (self == NULL)
    return;
  g_free (self->sheet);
  g_clear_pointer (&self->record, zb_record_free);
  g_ptr_array_unref (self->changes);
  g_free (self);
}

guint
zb_import_n_rows (ZbImport *self)
{
  return self->lines->len;
}

static void
add_change (ZbImportFound *found, const char *field, const char *old, const char *value)
{
  ZbImportChange *change = g_new0 (ZbImportChange, 1);

  change->field = g_strdup (field);
  change->old = g_strdup (old);
  change->value = g_strdup (value);
  g_ptr_array_add (found->changes, change);
}

/* The stored fields in which the row differs from the record that it means. */
static gboolean
compare (ZbImport *self, const ZbImportDraft *draft, ZbImportFound *found, GError **error)
{
  g_autoptr(ZbRecord) stored = zb_records_get (self->db, self->kind, found->match, TRUE, error);

  for (guint i = 0; stored != NULL && i < self->kind->n_fields; i++)
    if (self->kind->fields[i].type != ZB_FIELD_LINK && zb_import_draft_changes (self, draft, i, stored->values[i]))
      add_change (found, self->kind->fields[i].name, stored->values[i], draft->values[i]);
  return stored != NULL;
}

/* The posts that are taken: 支部书记 is 书记. */
static char *
post_labels (const char *words)
{
  gboolean unknown = FALSE;
  g_autoptr(GPtrArray) posts = zb_import_posts (words, &unknown);
  g_autoptr(GString) out = g_string_new (NULL);

  for (guint i = 0; i < posts->len; i++)
    g_string_append_printf (out, "%s%s", i > 0 ? "、" : "", ((const ZbCode *) g_ptr_array_index (posts, i))->label);
  return posts->len > 0 ? g_string_free (g_steal_pointer (&out), FALSE) : NULL;
}

/* A list of members has three columns that are no stored fields of theirs. */
static void
take_derived (ZbImport *self, const ZbImportDraft *draft, ZbRecord *record)
{
  g_autofree char *post = draft->post != NULL ? post_labels (draft->post) : NULL;
  const struct { const char *name, *value; } derived[] = { { "branch", draft->branch }, { "group", draft->group }, { "post", post } };

  for (guint i = 0; self->kind == &zb_kind_member && i < G_N_ELEMENTS (derived); i++)
    zb_record_set (record, derived[i].name, derived[i].value);
}

/* Reads a row that is loaded. */
static void
read_draft (ZbImport *self, ZbImportDraft *draft)
{
  zb_import_draft_read (self, draft, FALSE);
  if (self->kind == &zb_kind_member)
    zb_import_draft_compare (self, draft, FALSE);
}

/* The values of a draft as a record, which takes them over. */
static ZbRecord *
take_record (ZbImport *self, ZbImportDraft *draft)
{
  ZbRecord *record = zb_record_new (self->kind);

  for (guint f = 0; f < draft->n_values; f++)
    record->values[f] = g_steal_pointer (&draft->values[f]);
  record->has_private = TRUE;
  take_derived (self, draft, record);
  return record;
}

ZbImportFound *
zb_import_row (ZbImport *self, guint i, GError **error)
{
  g_autoptr(ZbImportFound) found = g_new0 (ZbImportFound, 1);
  g_autoptr(ZbImportDraft) draft = zb_import_draft_new (self);
  const ZbImportLine *line = &g_array_index (self->lines, ZbImportLine, i);
  gboolean is_record = zb_import_draft_load (self, draft, i, FALSE);

  found->sheet = g_strdup (draft->table->sheet->name);
  found->row = draft->row;
  found->verdict = (ZbImportVerdict) line->verdict;
  found->match = line->match;
  found->changes = g_ptr_array_new_with_free_func (change_free);
  if (!is_record)
    return g_steal_pointer (&found);
  read_draft (self, draft);
  if (found->match != 0 && found->verdict == ZB_IMPORT_UPDATE && !compare (self, draft, found, error))
    return NULL;
  found->record = take_record (self, draft);
  return g_steal_pointer (&found);
}

ZbRecord *
zb_import_record (ZbImport *self, guint i)
{
  g_autoptr(ZbImportDraft) draft = zb_import_draft_new (self);

  if (!zb_import_draft_load (self, draft, i, FALSE))
    return NULL;
  read_draft (self, draft);
  return take_record (self, draft);
}

gint64
zb_import_match (ZbImport *self, guint i)
{
  return g_array_index (self->lines, ZbImportLine, i).match;
}

gboolean
zb_import_is_passed_over (ZbImport *self, guint i)
{
  const ZbImportLine *line = &g_array_index (self->lines, ZbImportLine, i);

  return line->skip != ZB_IMPORT_IS_RECORD || (line->verdict == ZB_IMPORT_SKIP && zb_import_decision (self, i, NULL) == ZB_IMPORT_AS_FOUND);
}

ZbImportSeverity
zb_import_problem_severity (const ZbImportProblem *problem)
{
  return problem->is_error ? ZB_IMPORT_BAD : g_strv_contains (infos, problem->rule) ? ZB_IMPORT_INFO : ZB_IMPORT_WARNING;
}

const char *
zb_import_problem_field (ZbImport *self, const ZbImportProblem *problem)
{
  const ZbField *field = NULL;

  if (problem->column == NULL)
    return NULL;
  for (guint i = 0; i < self->columns->len && field == NULL; i++)
    {
      const ZbImportColumnState *state = g_ptr_array_index (self->columns, i);

      if (strcmp (state->shown.heading, problem->column) == 0)
        field = state->shown.field;
    }
  if (field == NULL)
    field = zb_import_field_of_heading (self, problem->column);
  return field != NULL ? field->name : NULL;
}
