/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "service/zb-registry-import.h"

#include "service/zb-registry-private.h"
#include "service/zb-words.h"
#include "store/zb-history.h"

/* What one call needs and brings back. */
typedef struct {
  ZbRegistryTeller teller;
  char *path;
  char *name;
  char *sheet;
  char *mapping;
  char *answers;
  char *answers_of;
  const ZbKind *kind;
  const ZbKind *hint;
  gint64 org;
  GPtrArray *imports;       /* (owned) (element-type ZbImport): unowned */
  GPtrArray *remember;      /* (owned) (element-type utf8): %NULL for those that are not remembered */
  gboolean skip_bad;
  GArray *sets;             /* (owned) (element-type gint64) */
  GArray *kept;             /* (owned) (element-type gint64): change sets of the mappings */
} Job;

static void
job_free (Job *job)
{
  g_free (job->path);
  g_free (job->name);
  g_free (job->sheet);
  g_free (job->mapping);
  g_free (job->answers);
  g_free (job->answers_of);
  g_clear_pointer (&job->imports, g_ptr_array_unref);
  g_clear_pointer (&job->remember, g_ptr_array_unref);
  g_clear_pointer (&job->sets, g_array_unref);
  g_clear_pointer (&job->kept, g_array_unref);
  g_free (job);
}

static GTask *
job_task (ZbRegistry *self, gpointer tag, ZbRegistryProgress progress, gpointer progress_data, GCancellable *cancellable,
          GAsyncReadyCallback callback, gpointer user_data, Job **out_job)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  Job *job = g_new0 (Job, 1);

  job->teller = (ZbRegistryTeller) { progress, progress_data, 0, cancellable };
  job->imports = g_ptr_array_new ();
  g_task_set_source_tag (task, tag);
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  *out_job = job;
  return task;
}

/* Reading */

/* What the organisation of a list is that names none: the one above all others, or the only branch. */
static gint64
usual_org (const ZbKind *kind, ZbOrgTree *tree)
{
  const ZbOrg *first = zb_org_tree_size (tree) > 0 ? zb_org_tree_at (tree, 0) : NULL;
  gint64 branch = 0;
  guint n = 0;

  if (first == NULL)
    return 0;
  if (kind == &zb_kind_organization)
    return first->kind < ZB_ORG_BRANCH && first->below + 1 == zb_org_tree_size (tree) ? first->id : 0;
  for (guint i = 0; kind == &zb_kind_wish && i < zb_org_tree_size (tree); i++)
    if (zb_org_tree_at (tree, i)->kind == ZB_ORG_BRANCH)
      {
        branch = zb_org_tree_at (tree, i)->id;
        n++;
      }
  return n == 1 ? branch : 0;
}

static gboolean
choose_org (Job *job, ZbDb *db, ZbImport *import, GError **error)
{
  g_autoptr(GError) failure = NULL;
  ZbOrgTree *tree;

  if (job->org >= 0)
    {
      zb_import_set_org (import, job->org);
      return TRUE;
    }
  if (!(tree = zb_org_tree_load (db, zb_db_today (db), FALSE, error)))
    return FALSE;
  zb_import_set_org (import, usual_org (zb_import_kind (import), tree));
  zb_org_tree_unref (tree);
  return TRUE;
}

/* As the last list of the kind was read that had these headings, or as the one that was named. */
static gboolean
take_mapping (Job *job, ZbDb *db, ZbImport *import, GError **error)
{
  g_autoptr(GPtrArray) mappings = NULL;

  if (job->mapping != NULL && *job->mapping == '\0')
    g_clear_pointer (&job->mapping, g_free);
  else if (job->mapping == NULL)
    {
      if (!(mappings = zb_import_mappings (import, db, error)))
        return FALSE;
      if (mappings->len > 0)
        job->mapping = g_strdup (zb_record_title (g_ptr_array_index (mappings, 0)));
    }
  if (job->mapping != NULL)
    {
      gboolean found;

      /* One that was removed meanwhile changes nothing. */
      if (!zb_import_recall (import, job->mapping, &found, error) && found)
        return FALSE;
      if (!found)
        g_clear_error (error);
    }
  return TRUE;
}

/* What was said of cells and rows is of one content; of a file that was mended meanwhile what its words mean is kept, as far as it has them. */
static gboolean
take_answers (Job *job, ZbImport *import, GError **error)
{
  g_autoptr(GString) out = g_string_new (NULL);
  g_auto(GStrv) lines = NULL;

  if (job->answers == NULL)
    return TRUE;
  if (job->answers_of == NULL || g_strcmp0 (job->answers_of, zb_import_hash (import)) == 0)
    return zb_import_take_answers (import, job->answers, error);
  lines = g_strsplit (job->answers, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    if (!g_str_has_prefix (lines[i], "cell\t") && !g_str_has_prefix (lines[i], "row\t"))
      g_string_append_printf (out, "%s\n", lines[i]);
  zb_import_take_answers (import, out->str, NULL);
  return TRUE;
}

static void
read_thread (GTask *task, ZbDb **db)
{
  Job *job = g_task_get_task_data (task);
  GCancellable *cancellable = g_task_get_cancellable (task);
  GError *error = NULL;
  g_autoptr(ZbImport) import = job->kind != NULL
    ? zb_import_new (*db, job->kind, job->path, job->sheet, zb_registry_tell, &job->teller, cancellable, &error)
    : zb_import_open (*db, job->hint, job->path, job->sheet, zb_registry_tell, &job->teller, cancellable, &error);

  if (import != NULL && job->name != NULL)
    zb_import_call (import, job->name);
  if (import != NULL && choose_org (job, *db, import, &error) && take_mapping (job, *db, import, &error)
      && take_answers (job, import, &error)
      && zb_import_check (import, zb_registry_tell, &job->teller, cancellable, &error))
    g_task_return_pointer (task, g_steal_pointer (&import), (GDestroyNotify) zb_import_free);
  else
    g_task_return_error (task, error);
}

void
zb_registry_import_read_async (ZbRegistry *self, const ZbImportRequest *request, ZbRegistryProgress progress, gpointer progress_data,
                               GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  Job *job;
  GTask *task = job_task (self, zb_registry_import_read_async, progress, progress_data, cancellable, callback, user_data, &job);

  job->path = g_strdup (request->path);
  job->name = g_strdup (request->name);
  job->sheet = g_strdup (request->sheet);
  job->mapping = g_strdup (request->mapping);
  job->answers = g_strdup (request->answers);
  job->answers_of = g_strdup (request->answers_of);
  job->kind = request->kind;
  job->hint = request->hint;
  job->org = request->org;
  zb_worker_push (self->writer, task, read_thread);
}

ZbImport *
zb_registry_import_read_finish (ZbRegistry *self, GAsyncResult *result, char **out_mapping, GError **error)
{
  Job *job = g_task_get_task_data (G_TASK (result));
  ZbImport *import = g_task_propagate_pointer (G_TASK (result), error);

  if (out_mapping != NULL)
    *out_mapping = import != NULL ? g_strdup (job->mapping) : NULL;
  return import;
}

/* Checking */

static void
check_thread (GTask *task, ZbDb **db)
{
  Job *job = g_task_get_task_data (task);
  GError *error = NULL;

  if (zb_import_check (g_ptr_array_index (job->imports, 0), zb_registry_tell, &job->teller, g_task_get_cancellable (task), &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
zb_registry_import_check_async (ZbRegistry *self, ZbImport *import, ZbRegistryProgress progress, gpointer progress_data,
                                GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  Job *job;
  GTask *task = job_task (self, zb_registry_import_check_async, progress, progress_data, cancellable, callback, user_data, &job);

  g_ptr_array_add (job->imports, import);
  zb_worker_push (self->writer, task, check_thread);
}

gboolean
zb_registry_import_check_finish (ZbRegistry *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

GArray *
zb_registry_import_candidates (ZbRegistry *self, ZbImport *import, guint row)
{
  return zb_import_candidates (import, self->db, row, NULL);
}

/* The rows that are not taken */

static void
report_thread (GTask *task, ZbDb **db)
{
  Job *job = g_task_get_task_data (task);
  GError *error = NULL;

  if (zb_import_write_report (g_ptr_array_index (job->imports, 0), job->path, TRUE, zb_words_import_problem, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
zb_registry_import_report_async (ZbRegistry *self, ZbImport *import, const char *path, GAsyncReadyCallback callback, gpointer user_data)
{
  Job *job;
  GTask *task = job_task (self, zb_registry_import_report_async, NULL, NULL, NULL, callback, user_data, &job);

  g_ptr_array_add (job->imports, import);
  job->path = g_strdup (path);
  zb_worker_push (self->writer, task, report_thread);
}

gboolean
zb_registry_import_report_finish (ZbRegistry *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

/* Writing */

/* Before the lists, so that undoing the last step takes a list back. That this failed keeps no list out. */
static void
remember (Job *job)
{
  for (guint i = job->imports->len; i-- > 0;)
    {
      const char *name = g_ptr_array_index (job->remember, i);
      g_autoptr(GError) failure = NULL;
      gint64 set = 0;

      if (name != NULL && !zb_import_remember (g_ptr_array_index (job->imports, i), name, &set, &failure))
        g_message ("The mapping “%s” was not kept: %s", name, failure->message);
      if (set != 0)
        g_array_append_val (job->kept, set);
    }
}

/* The lists stay out: nothing was changed, not even that. */
static void
forget (Job *job, ZbDb *db)
{
  for (guint i = job->kept->len; i-- > 0;)
    {
      gint64 set = 0;

      if (zb_history_undo (db, g_array_index (job->kept, gint64, i), &set, NULL))
        g_array_append_val (job->kept, set);
    }
}

static void
commit_thread (GTask *task, ZbDb **db)
{
  Job *job = g_task_get_task_data (task);
  g_autofree gint64 *sets = g_new0 (gint64, job->imports->len + 1);
  GError *error = NULL;

  remember (job);
  if (!zb_import_commit_all ((ZbImport *const *) job->imports->pdata, job->imports->len, job->skip_bad, sets, NULL, NULL, zb_registry_tell,
                             &job->teller, g_task_get_cancellable (task), &error))
    {
      forget (job, *db);
      g_task_return_error (task, error);
      return;
    }
  g_array_append_vals (job->sets, sets, job->imports->len);
  g_task_return_boolean (task, TRUE);
}

void
zb_registry_import_commit_async (ZbRegistry *self, ZbImport *const *imports, const char *const *remember, guint n, gboolean skip_bad,
                                 ZbRegistryProgress progress, gpointer progress_data, GCancellable *cancellable, GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  Job *job;
  GTask *task = job_task (self, zb_registry_import_commit_async, progress, progress_data, cancellable, callback, user_data, &job);

  g_task_set_check_cancellable (task, FALSE);
  job->remember = g_ptr_array_new_with_free_func (g_free);
  job->sets = g_array_new (FALSE, FALSE, sizeof (gint64));
  job->kept = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = 0; i < n; i++)
    {
      g_ptr_array_add (job->imports, imports[i]);
      g_ptr_array_add (job->remember, remember != NULL ? g_strdup (remember[i]) : NULL);
    }
  job->skip_bad = skip_bad;
  zb_registry_begin_write (self);
  zb_worker_push (self->writer, task, commit_thread);
}

gboolean
zb_registry_import_commit_finish (ZbRegistry *self, GAsyncResult *result, GArray **out_sets, char **out_words, GError **error)
{
  Job *job = g_task_get_task_data (G_TASK (result));
  gboolean good = g_task_propagate_boolean (G_TASK (result), error);
  ZbImportCounts sum = { 0 };

  zb_registry_end_write (self);
  for (guint i = 0; i < job->kept->len; i++)
    zb_registry_take_note (self, g_array_index (job->kept, gint64, i));
  if (!good)
    return FALSE;
  for (guint i = 0; i < job->sets->len; i++)
    if (g_array_index (job->sets, gint64, i) != 0)
      zb_registry_take_note (self, g_array_index (job->sets, gint64, i));
  for (guint i = 0; i < job->imports->len; i++)
    {
      const ZbImportCounts *counts = zb_import_counts (g_ptr_array_index (job->imports, i));

      sum.read += counts->read;
      sum.fresh += counts->fresh;
      sum.updated += counts->updated;
      sum.same += counts->same;
      sum.skipped += counts->skipped;
      sum.errors += counts->errors;
    }
  if (out_words != NULL)
    *out_words = zb_words_import_counts (&sum);
  if (out_sets != NULL)
    *out_sets = g_array_ref (job->sets);
  return TRUE;
}
