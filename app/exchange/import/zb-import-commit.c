/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "core/zb-codes.h"
#include "core/zb-error.h"
#include "exchange/import/zb-import-private.h"
#include "store/zb-history.h"
#include "store/zb-import-log.h"
#include "store/zb-member-reader.h"
#include "store/zb-records.h"

/* How often cancelling is looked at and progress told, in rows. */
#define STEP 256

/* What one writing needs besides the import. */
typedef struct {
  ZbImport *import;
  ZbChangeSet *set;
  ZbImportDraft *draft;
  GHashTable *posts;    /* (nullable): posts held, by member */
} Writing;

static gboolean
add_posts (Writing *self, gint64 person, gint64 org, GError **error)
{
  const ZbImportDraft *draft = self->draft;
  const char *held = self->posts != NULL ? g_hash_table_lookup (self->posts, &person) : NULL;
  g_auto(GStrv) labels = held != NULL ? g_strsplit (held, "、", -1) : g_new0 (char *, 1);
  g_autoptr(GPtrArray) posts = NULL;
  gboolean unknown;

  if (draft->post == NULL || org == 0)
    return TRUE;
  posts = zb_import_posts (draft->post, &unknown);
  for (guint i = 0; i < posts->len; i++)
    {
      const ZbCode *code = g_ptr_array_index (posts, i);
      g_autoptr(ZbRecord) post = NULL;

      if (g_strv_contains ((const char *const *) labels, code->label))
        continue;
      post = zb_record_new (&zb_kind_post);
      zb_record_set_int (post, "org", org);
      zb_record_set_int (post, "person", person);
      zb_record_set (post, "post", code->code);
      if (!zb_change_set_insert (self->set, post, error))
        return FALSE;
    }
  return TRUE;
}

/* Branch and group of the row, made if need be; 0 where there is none. */
static gboolean
make_places (Writing *self, gint64 *out_org, gint64 *out_group, GError **error)
{
  ZbImport *import = self->import;
  gboolean by_end;
  ZbImportPlace *branch = zb_import_places_branch (import->places, self->draft->branch, &by_end);
  ZbImportPlace *group = NULL;

  *out_org = *out_group = 0;
  if (branch != NULL && branch->kind == ZB_ORG_BRANCH && self->draft->group != NULL)
    group = zb_import_places_group (import->places, branch, self->draft->group);
  if (branch != NULL && (*out_org = zb_import_places_make (import->places, branch, self->set, error)) == 0)
    return FALSE;
  return group == NULL || (*out_group = zb_import_places_make (import->places, group, self->set, error)) != 0;
}

static gboolean
write_new (Writing *self, GError **error)
{
  g_autoptr(ZbRecord) record = zb_record_new (self->import->kind);
  ZbDate started_on = ZB_DATE_NONE;
  gint64 org, group;

  for (guint i = 0; i < self->draft->n_values; i++)
    record->values[i] = g_steal_pointer (&self->draft->values[i]);
  record->has_private = TRUE;
  zb_date_parse (self->draft->started_on, &started_on, NULL);
  return make_places (self, &org, &group, error)
         && zb_members_add (self->set, record, org, group, started_on, "imported", error)
         && add_posts (self, record->id, org, error);
}

static gboolean
write_membership (Writing *self, gint64 person, GError **error)
{
  g_autoptr(GError) failure = NULL;
  g_autoptr(ZbRecord) membership = zb_members_membership (self->import->db, person, &failure);
  gint64 org, group, stored;

  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  stored = membership != NULL ? zb_record_get_int (membership, "org") : 0;
  if (stored != 0)
    {
      gboolean by_end;
      ZbImportPlace *branch = zb_import_places_branch (self->import->places, self->draft->branch, &by_end);

      /* In another branch: moving is a step, and was told. */
      if (branch == NULL || branch->id != stored)
        return add_posts (self, person, stored, error);
    }
  if (!make_places (self, &org, &group, error))
    return FALSE;
  if (stored != 0)
    return (group == 0 || zb_members_set_group (self->set, person, group, error)) && add_posts (self, person, stored, error);
  if (org == 0)
    return TRUE;
  membership = zb_record_new (&zb_kind_membership);
  zb_record_set_int (membership, "person", person);
  zb_record_set_int (membership, "org", org);
  if (group != 0)
    zb_record_set_int (membership, "group", group);
  zb_record_set (membership, "kind", "organizational");
  zb_record_set (membership, "started_on", self->draft->started_on);
  zb_record_set (membership, "begun_by", "imported");
  return zb_change_set_insert (self->set, membership, error) && add_posts (self, person, org, error);
}

static gboolean
write_update (Writing *self, gint64 person, GError **error)
{
  ZbImport *import = self->import;
  g_autoptr(ZbRecord) record = zb_records_get (import->db, import->kind, person, TRUE, error);

  if (record == NULL)
    return FALSE;
  for (guint i = 0; i < self->draft->n_values; i++)
    if (zb_import_draft_changes (import, self->draft, i, record->values[i]))
      {
        g_free (record->values[i]);
        record->values[i] = g_steal_pointer (&self->draft->values[i]);
      }
  return zb_change_set_update (self->set, record, error) && write_membership (self, person, error);
}

gboolean
zb_import_commit_members (ZbImport *self, ZbChangeSet *set, ZbProgressFunc progress, gpointer user_data, GCancellable *cancellable, GError **error)
{
  g_autoptr(ZbImportDraft) draft = zb_import_draft_new (self);
  gboolean has_posts = zb_import_heading_of (self, "post") != NULL;
  g_autoptr(GHashTable) posts = has_posts ? zb_members_posts (self->db, ZB_IMPORT_LATEST, error) : NULL;
  Writing writing = { self, set, draft, posts };

  if ((has_posts && posts == NULL) || !zb_change_set_expect (set, self->counts.fresh, self->counts.updated == 0, error))
    return FALSE;
  zb_import_places_reset (self->places);
  for (guint i = 0; i < self->lines->len; i++)
    {
      const ZbImportLine *line = &g_array_index (self->lines, ZbImportLine, i);

      if (i % STEP == 0)
        {
          if (g_cancellable_set_error_if_cancelled (cancellable, error))
            return FALSE;
          if (progress != NULL)
            progress (i, self->lines->len, user_data);
        }
      if (line->verdict != ZB_IMPORT_NEW && line->verdict != ZB_IMPORT_UPDATE)
        continue;
      zb_import_draft_load (self, draft, i, FALSE);
      zb_import_draft_read (self, draft, FALSE);
      zb_import_draft_compare (self, draft, FALSE);
      if (!(line->verdict == ZB_IMPORT_NEW ? write_new (&writing, error) : write_update (&writing, line->match, error)))
        return FALSE;
    }
  return TRUE;
}

/* Somebody may have written since the check; what was found then may not hold any more. */
static gboolean
check_again (ZbImport *self, GCancellable *cancellable, GError **error)
{
  gint64 newest = zb_import_newest_set (self, 0, error);

  if (newest < 0)
    return FALSE;
  return (self->is_checked && newest == self->checked_at) || zb_import_check (self, NULL, NULL, cancellable, error);
}

static gboolean
write_all (ZbImport *self, ZbChangeSet *set, ZbProgressFunc progress, gpointer user_data, GCancellable *cancellable, GError **error)
{
  if (zb_import_newest_set (self, 1, error) != self->checked_at)
    {
      if (error != NULL && *error == NULL)
        g_set_error_literal (error, ZB_STORE_ERROR, ZB_STORE_ERROR_CONFLICT, "somebody wrote between check and commit");
      return FALSE;
    }
  if (!self->way->commit (self, set, progress, user_data, cancellable, error))
    return FALSE;
  return zb_change_set_size (set) == 0
         || zb_import_log_add (set, self->name, self->hash, self->sheet, self->counts.fresh + self->counts.updated, error);
}

/* The file and how many people or organisations came of it: what the log says it was about. */
static char *
subject_of (ZbImport *self)
{
  g_autoptr(GString) out = g_string_new (NULL);
  g_autofree char *valid = g_utf8_make_valid (self->name, -1);

  if (self->counts.fresh > 0)
    g_string_append_printf (out, "新增 %u %s", self->counts.fresh, self->way->unit);
  if (self->counts.updated > 0)
    g_string_append_printf (out, "%s更新 %u %s", out->len > 0 ? "，" : "", self->counts.updated, self->way->unit);
  return out->len > 0 ? g_strdup_printf ("%s（%s）", valid, out->str) : g_steal_pointer (&valid);
}

gboolean
zb_import_commit (ZbImport *self, gboolean skip_bad, gint64 *out_set, ZbProgressFunc progress, gpointer user_data,
                  GCancellable *cancellable, GError **error)
{
  g_autoptr(ZbChangeSet) set = NULL;
  g_autofree char *action = g_strdup_printf ("import.%s", self->kind->name);
  g_autofree char *subject = NULL;
  gboolean good;

  if (!check_again (self, cancellable, error))
    return FALSE;
  if (self->counts.errors > 0 && !skip_bad)
    {
      g_set_error (error, ZB_DATA_ERROR, ZB_DATA_ERROR_REFUSED, "import-errors|%u", self->counts.errors);
      return FALSE;
    }
  subject = subject_of (self);
  if (!(set = zb_change_set_begin (self->db, action, subject, error)))
    return FALSE;
  zb_db_set_cancellable (self->db, cancellable);
  good = write_all (self, set, progress, user_data, cancellable, error);
  zb_db_set_cancellable (self->db, NULL);
  if (!good || g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  self->is_checked = FALSE;
  return zb_change_set_commit (set, out_set, error);
}

gboolean
zb_import_commit_all (ZbImport *const *imports, guint n, gboolean skip_bad, gint64 *out_sets, ZbImportBefore before, gpointer before_data,
                      ZbProgressFunc progress, gpointer user_data, GCancellable *cancellable, GError **error)
{
  for (guint i = 0; i < n; i++)
    {
      gboolean good = i == 0 || zb_import_check (imports[i], progress, user_data, cancellable, error);

      out_sets[i] = 0;
      if (good && before != NULL)
        before (imports[i], i, before_data);
      if (good && zb_import_commit (imports[i], skip_bad, &out_sets[i], progress, user_data, cancellable, error))
        continue;
      while (i-- > 0)
        if (out_sets[i] != 0)
          {
            zb_history_undo (imports[i]->db, out_sets[i], NULL, NULL);
            out_sets[i] = 0;
          }
      return FALSE;
    }
  return TRUE;
}
