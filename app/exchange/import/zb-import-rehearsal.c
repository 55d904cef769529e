/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/zb-error.h"
#include "exchange/import/zb-import-private.h"
#include "store/zb-records.h"

/* How often cancelling is looked at and progress told, in rows. */
#define STEP 64

/* For how many rows the changes are kept in words, for the preview. */
#define MAX_CHANGES 2000

static const char *
heading_of (ZbImportTaking *row, const char *field)
{
  const char *heading = field != NULL ? zb_import_heading_of (row->import, field) : NULL;

  return heading != NULL || field == NULL || zb_kind_field (row->import->kind, field) == NULL
         ? heading : zb_kind_field (row->import->kind, field)->heading;
}

void
zb_import_tell (ZbImportTaking *row, const char *field, const char *value, const char *rule)
{
  if (row->is_check)
    zb_import_add_problem (row->import, row->draft->row, heading_of (row, field), value, rule, FALSE);
}

gboolean
zb_import_stop (ZbImportTaking *row, const char *field, const char *value, const char *rule)
{
  if (row->is_check)
    zb_import_add_problem (row->import, row->draft->row, heading_of (row, field), value, rule, TRUE);
  row->verdict = ZB_IMPORT_ERROR;
  return TRUE;
}

/* 第一党支部 for 云溪厂第一党支部, where only one ends so. */
static gint64
find_by_end (ZbImport *self, const char *text)
{
  gboolean by_end;
  const ZbOrg *org = zb_import_places_find (self->places, text, &by_end);

  if (org == NULL)
    return 0;
  zb_import_add_problem (self, zb_import_row_number (self, self->line), self->branch_field != NULL ? zb_import_heading_of (self, self->branch_field->name) : NULL, text,
                         "branch-matched", FALSE);
  return org->id;
}

char *
zb_import_within (ZbImport *self, const char *name, const char *branch)
{
  gboolean by_end;
  const ZbOrg *org = branch != NULL && self->places != NULL ? zb_import_places_find (self->places, branch, &by_end) : NULL;

  if (branch == NULL)
    return g_strdup (name);
  return g_strdup_printf ("%s@%s", name, org != NULL ? org->name : branch);
}

gint64
zb_import_find (ZbImport *self, const ZbKind *kind, const char *text, GError **error)
{
  g_autofree char *key = g_strdup_printf ("%s:%s", kind->name, text);
  const gint64 *known = g_hash_table_lookup (self->found, key);
  g_autoptr(GError) failure = NULL;
  gint64 id = known != NULL ? *known : zb_records_find (self->db, kind, text, &failure);

  if (id == 0 && kind == &zb_kind_organization && self->places != NULL)
    id = find_by_end (self, text);
  if (id == 0)
    g_propagate_error (error, g_steal_pointer (&failure));
  if (known == NULL && id != 0)
    g_hash_table_insert (self->found, g_steal_pointer (&key), g_memdup2 (&id, sizeof id));
  return id;
}

gint64
zb_import_seek (ZbImportTaking *row, const char *field, const ZbKind *kind, const char *text, GError **error)
{
  gint64 id = zb_import_find (row->import, kind, text, error);

  if (id == 0)
    {
      row->sought_in = field;
      row->sought = zb_import_draft_value (row->import, row->draft, field);
    }
  return id;
}

gint64
zb_import_seek_org (ZbImportTaking *row, GError **error)
{
  const char *text = zb_import_draft_value (row->import, row->draft, "org");

  if (text != NULL)
    return zb_import_seek (row, "org", &zb_kind_organization, text, error);
  if (row->import->org == 0)
    zb_import_stop (row, "org", NULL, "org-missing");
  return row->import->org;
}

ZbRecord *
zb_import_draft_record (const ZbImportTaking *row)
{
  ZbRecord *record = zb_record_new (row->import->kind);

  for (guint i = 0; i < row->draft->n_values; i++)
    if (row->import->kind->fields[i].type != ZB_FIELD_LINK && !g_strv_contains (row->import->way->not_taken, row->import->kind->fields[i].name))
      record->values[i] = g_strdup (row->draft->values[i]);
  record->has_private = TRUE;
  return record;
}

/* Whether an error speaks of the row; a full disk or a registry that is held speaks of everything. */
static gboolean
is_of_row (const GError *error)
{
  return error->domain == ZB_DATA_ERROR || g_error_matches (error, ZB_STORE_ERROR, ZB_STORE_ERROR_NOT_FOUND)
         || g_error_matches (error, ZB_STORE_ERROR, ZB_STORE_ERROR_AMBIGUOUS) || g_error_matches (error, ZB_STORE_ERROR, ZB_STORE_ERROR_DUPLICATE)
         || g_error_matches (error, ZB_STORE_ERROR, ZB_STORE_ERROR_INVALID);
}

static void
add_refusal (ZbImportTaking *row, GError *failure)
{
  ZbImportProblem *problem;

  zb_import_add_problem (row->import, row->draft->row, heading_of (row, row->sought_in), row->sought, "refused", TRUE);
  problem = g_ptr_array_index (row->import->problems, row->import->problems->len - 1);
  problem->refusal = failure;
}

/* A row that is refused, or changes nothing, leaves nothing behind. FALSE only for what concerns more than the row. */
static gboolean
take_row (ZbImportTaking *row, GError **error)
{
  g_autoptr(GError) failure = NULL;
  gboolean good;

  if (!zb_change_set_mark (row->set, error))
    return FALSE;
  good = row->import->way->take (row, &failure);
  /* After a full disk nothing is left to go back to: what happened is to be told, not that. */
  if (!good && !is_of_row (failure))
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  if (!zb_change_set_unmark (row->set, good && (row->verdict == ZB_IMPORT_NEW || row->verdict == ZB_IMPORT_UPDATE), error))
    return FALSE;
  if (!good && !row->is_check)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  if (!row->is_check)
    return TRUE;
  if (!good)
    {
      row->verdict = ZB_IMPORT_ERROR;
      row->match = 0;
      add_refusal (row, g_steal_pointer (&failure));
    }
  zb_import_set_line (row->import, row->draft, row->verdict, row->match);
  if (row->changes->len > 0 && g_hash_table_size (row->import->changes) < MAX_CHANGES)
    g_hash_table_insert (row->import->changes, GUINT_TO_POINTER (row->draft->index), g_strdup (row->changes->str));
  return TRUE;
}

static gboolean
read_row (ZbImport *self, ZbImportDraft *draft, guint i, gboolean is_check)
{
  if (!zb_import_draft_load (self, draft, i, is_check))
    {
      if (is_check)
        zb_import_set_line (self, draft, ZB_IMPORT_SKIP, 0);
      return FALSE;
    }
  zb_import_draft_read (self, draft, is_check);
  if (draft->has_error && is_check)
    zb_import_set_line (self, draft, ZB_IMPORT_ERROR, 0);
  return !draft->has_error;
}

static gboolean
take_rows (ZbImport *self, ZbChangeSet *set, gboolean is_check, ZbProgressFunc progress, gpointer user_data, GCancellable *cancellable,
           GError **error)
{
  g_autoptr(ZbImportDraft) draft = zb_import_draft_new (self);
  g_autoptr(GString) changes = g_string_new (NULL);

  for (guint i = 0; i < self->lines->len; i++)
    {
      const ZbImportLine *line = &g_array_index (self->lines, ZbImportLine, i);
      ZbImportTaking row = { self, set, draft, is_check, ZB_IMPORT_NEW, 0, changes, NULL, NULL };

      if (i % STEP == 0)
        {
          if (g_cancellable_set_error_if_cancelled (cancellable, error))
            return FALSE;
          if (progress != NULL)
            progress (i, self->lines->len, user_data);
        }
      if (!is_check && line->verdict != ZB_IMPORT_NEW && line->verdict != ZB_IMPORT_UPDATE)
        continue;
      g_string_truncate (changes, 0);
      if (read_row (self, draft, i, is_check) && !take_row (&row, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
zb_import_check_rows (ZbImport *self, ZbProgressFunc progress, gpointer user_data, GCancellable *cancellable, GError **error)
{
  g_autoptr(ZbChangeSet) rehearsal = NULL;

  if (!(self->places = zb_import_places_new (self->db, self->org, error)))
    return FALSE;
  zb_import_know_titles (self);
  rehearsal = zb_change_set_begin (self->db, "rehearsal", NULL, error);
  return rehearsal != NULL && take_rows (self, rehearsal, TRUE, progress, user_data, cancellable, error);
}

gboolean
zb_import_commit_rows (ZbImport *self, ZbChangeSet *set, ZbProgressFunc progress, gpointer user_data, GCancellable *cancellable, GError **error)
{
  return take_rows (self, set, FALSE, progress, user_data, cancellable, error);
}
