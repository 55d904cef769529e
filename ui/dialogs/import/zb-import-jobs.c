/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "dialogs/import/zb-import-jobs.h"

#include <glib/gi18n.h>
#include <string.h>

#include "service/zb-words.h"

struct _ZbImportJobs
{
  GObject parent_instance;

  ZbRegistry *registry;      /* (owned) (nullable): %NULL once nobody looks any more */
  const ZbKind *hint;
  GPtrArray *jobs;           /* (owned) (element-type ZbImportJob): not touched while is_busy */
  guint place;
  GCancellable *cancellable; /* (owned) (nullable): of what is under way */
  gboolean is_busy;
  gboolean is_undoing;       /* what is under way cannot be stopped */
  GArray *sets;              /* (owned) (nullable) (element-type gint64): what was written and can be taken back */
  char *words;               /* (owned) (nullable) */
};

enum { BEGUN, PROGRESS, ENDED, SAID, WRITTEN, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ZbImportJobs, zb_import_jobs, G_TYPE_OBJECT)

guint
zb_import_jobs_size (ZbImportJobs *self)
{
  return self->jobs->len;
}

ZbImportJob *
zb_import_jobs_at (ZbImportJobs *self, guint i)
{
  return g_ptr_array_index (self->jobs, i);
}

ZbImportJob *
zb_import_jobs_current (ZbImportJobs *self)
{
  return self->place < self->jobs->len ? g_ptr_array_index (self->jobs, self->place) : NULL;
}

guint
zb_import_jobs_get_place (ZbImportJobs *self)
{
  return self->place;
}

void
zb_import_jobs_set_place (ZbImportJobs *self, guint place)
{
  self->place = place;
}

gboolean
zb_import_jobs_is_busy (ZbImportJobs *self)
{
  return self->is_busy;
}

gboolean
zb_import_jobs_is_undoing (ZbImportJobs *self)
{
  return self->is_undoing;
}

gboolean
zb_import_jobs_is_written (ZbImportJobs *self)
{
  return self->sets != NULL;
}

const char *
zb_import_jobs_words (ZbImportJobs *self)
{
  return self->words;
}

gboolean
zb_import_jobs_count (ZbImportJobs *self, guint *out_rows, guint *out_errors)
{
  *out_rows = *out_errors = 0;
  for (guint i = 0; i < self->jobs->len; i++)
    {
      const ZbImportJob *job = g_ptr_array_index (self->jobs, i);
      const ZbImportCounts *counts = job->import != NULL && job->is_checked ? zb_import_counts (job->import) : NULL;

      if (counts == NULL)
        return FALSE;
      *out_rows += counts->fresh + counts->updated;
      *out_errors += counts->errors;
    }
  return self->jobs->len > 0;
}

gint
zb_import_jobs_next_bad (ZbImportJobs *self)
{
  for (guint i = 0; i < self->jobs->len; i++)
    {
      const ZbImportJob *job = g_ptr_array_index (self->jobs, i);

      if (i != self->place && job->import != NULL && job->is_checked && zb_import_counts (job->import)->errors > 0)
        return (gint) i;
    }
  return -1;
}

/* From here until end() the imports are the writer's. */
static void
begin (ZbImportJobs *self, const char *name)
{
  self->is_busy = TRUE;
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  g_signal_emit (self, signals[BEGUN], 0, name);
}

static void
end (ZbImportJobs *self, gboolean is_same)
{
  self->is_busy = FALSE;
  g_signal_emit (self, signals[ENDED], 0, is_same);
}

static void
on_progress (guint64 done, guint64 total, gpointer user_data)
{
  g_signal_emit (user_data, signals[PROGRESS], 0, done, total);
}

/* The files */

void
zb_import_jobs_add (ZbImportJobs *self, ZbImportJob *job)
{
  self->place = self->jobs->len;
  g_ptr_array_add (self->jobs, job);
}

void
zb_import_jobs_remove (ZbImportJobs *self, guint place)
{
  g_ptr_array_remove_index (self->jobs, place);
  self->place -= self->place > place;
  self->place = MIN (self->place, self->jobs->len > 0 ? self->jobs->len - 1 : 0);
}

/* The file that is there already is read anew: somebody may have mended it meanwhile. What was answered stays true of the same content. */
static gboolean
read_anew (ZbImportJobs *self, const char *path)
{
  for (guint i = 0; i < self->jobs->len; i++)
    {
      ZbImportJob *job = g_ptr_array_index (self->jobs, i);

      if (strcmp (job->path, path) != 0)
        continue;
      if (job->import != NULL)
        {
          zb_import_job_keep_answers (job);
          g_free (job->answers_of);
          job->answers_of = g_strdup (zb_import_hash (job->import));
        }
      zb_import_job_reset (job);
      self->place = i;
      job->is_fresh = TRUE;
      return TRUE;
    }
  return FALSE;
}

void
zb_import_jobs_add_files (ZbImportJobs *self, GSList *files)
{
  for (guint i = self->jobs->len; i-- > 0;)
    if (((ZbImportJob *) g_ptr_array_index (self->jobs, i))->trouble != NULL && ((ZbImportJob *) g_ptr_array_index (self->jobs, i))->import == NULL)
      zb_import_jobs_remove (self, i);
  for (GSList *at = files; at != NULL; at = at->next)
    {
      const char *path = g_file_peek_path (at->data);

      if (path == NULL || read_anew (self, path))
        continue;
      zb_import_jobs_add (self, zb_import_job_new (path));
      zb_import_jobs_current (self)->is_fresh = TRUE;
    }
}

/* How much a file needs somebody: it cannot be read, it has rows with problems. */
static guint
urgency (const ZbImportJob *job)
{
  const ZbImportCounts *counts = job->import != NULL && job->is_checked ? zb_import_counts (job->import) : NULL;

  return job->trouble != NULL ? 2 : counts != NULL && counts->errors > 0 ? 1 : 0;
}

/* Of several files that were given at once the one is shown that needs somebody most, else the first. */
static void
show_fresh (ZbImportJobs *self)
{
  gint best = -1;

  for (guint i = 0; i < self->jobs->len; i++)
    {
      ZbImportJob *job = g_ptr_array_index (self->jobs, i);

      if (job->is_fresh && (best < 0 || urgency (job) > urgency (g_ptr_array_index (self->jobs, (guint) best))))
        best = (gint) i;
      job->is_fresh = FALSE;
    }
  if (best >= 0)
    self->place = (guint) best;
}

/* Reading and checking */

/* The first file that is not read or not checked. */
static ZbImportJob *
next_job (ZbImportJobs *self)
{
  for (guint i = 0; i < self->jobs->len; i++)
    {
      ZbImportJob *job = g_ptr_array_index (self->jobs, i);

      if (job->trouble == NULL && !job->is_checked)
        return job;
    }
  return NULL;
}

static void
on_checked (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr(ZbImportJobs) self = ZB_IMPORT_JOBS (user_data);
  g_autoptr(GError) error = NULL;
  gboolean done = zb_registry_import_check_finish (ZB_REGISTRY (source), result, &error);
  ZbImportJob *job = next_job (self);

  if (job != NULL)
    job->is_checked = done;
  /* Half of it was judged anew when somebody stopped it; what was answered is still there. */
  if (job != NULL && !done)
    job->trouble = g_steal_pointer (&error);
  zb_import_jobs_go_on (self, TRUE);
}

/* What its mapping would be called: as before, as the sender, or as the file. */
static char *
mapping_name (const ZbImportJob *job)
{
  g_autofree char *sender = zb_import_sender (job->import);
  const char *dot = strrchr (job->name, '.');

  if (job->used != NULL || sender != NULL)
    return g_strdup (job->used != NULL ? job->used : sender);
  return dot != NULL ? g_strndup (job->name, (gsize) (dot - job->name)) : g_strdup (job->name);
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr(ZbImportJobs) self = ZB_IMPORT_JOBS (user_data);
  g_autoptr(GError) error = NULL;
  g_autofree char *used = NULL;
  g_autoptr(ZbImport) import = zb_registry_import_read_finish (ZB_REGISTRY (source), result, &used, &error);
  ZbImportJob *job = next_job (self);

  if (import == NULL && g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    for (guint i = self->jobs->len; i-- > 0;)
      {
        ZbImportJob *other = g_ptr_array_index (self->jobs, i);

        /* Read before, and only anew when somebody stopped it: it can be read again, with what was answered. */
        if (other->import == NULL && other->keep_as != NULL && other->trouble == NULL)
          other->trouble = g_error_copy (error);
        else if (other->import == NULL && other->keep_as == NULL)
          zb_import_jobs_remove (self, i);
      }
  else if (job != NULL && import == NULL)
    job->trouble = g_steal_pointer (&error);
  else if (job != NULL)
    {
      job->import = g_steal_pointer (&import);
      /* Of another content only what was taken of the answers is left of them. */
      if (job->answers_of != NULL && g_strcmp0 (job->answers_of, zb_import_hash (job->import)) != 0)
        {
          g_free (job->answers);
          job->answers = zb_import_answers_text (job->import, FALSE);
        }
      g_clear_pointer (&job->answers_of, g_free);
      job->is_checked = TRUE;
      job->used = g_steal_pointer (&used);
      if (job->keep_as == NULL)
        job->keep_as = mapping_name (job);
    }
  zb_import_jobs_go_on (self, FALSE);
}

void
zb_import_jobs_go_on (ZbImportJobs *self, gboolean is_same)
{
  const ZbImportJob *job = self->registry != NULL ? next_job (self) : NULL;
  ZbImportRequest request = { 0 };

  if (job == NULL)
    {
      show_fresh (self);
      end (self, is_same);
      return;
    }
  begin (self, job->import == NULL ? job->name : NULL);
  if (job->import != NULL)
    {
      zb_registry_import_check_async (self->registry, job->import, on_progress, self, self->cancellable, on_checked, g_object_ref (self));
      return;
    }
  request = (ZbImportRequest) { job->path, job->kind, self->hint, job->is_scratch ? job->name : NULL, job->sheet, job->org, job->mapping, job->answers, job->answers_of };
  zb_registry_import_read_async (self->registry, &request, on_progress, self, self->cancellable, on_read, g_object_ref (self));
}

void
zb_import_jobs_check (ZbImportJobs *self)
{
  ZbImportJob *job = zb_import_jobs_current (self);

  if (job == NULL || (job->import == NULL && job->keep_as == NULL))
    return;
  job->is_checked = FALSE;
  g_clear_error (&job->trouble);
  zb_import_jobs_go_on (self, TRUE);
}

static void
say_error (ZbImportJobs *self, const GError *error)
{
  g_autofree char *words = zb_words_sentence (error);

  g_signal_emit (self, signals[SAID], 0, words);
}

static void
on_reported (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr(ZbImportJobs) self = ZB_IMPORT_JOBS (user_data);
  g_autoptr(GError) error = NULL;
  gboolean done = zb_registry_import_report_finish (ZB_REGISTRY (source), result, &error);

  end (self, TRUE);
  if (done)
    g_signal_emit (self, signals[SAID], 0, _("Saved. Mend the rows there and import that file."));
  else
    say_error (self, error);
}

void
zb_import_jobs_report (ZbImportJobs *self, const char *path)
{
  ZbImportJob *job = zb_import_jobs_current (self);

  if (self->registry == NULL || self->is_busy || job == NULL || job->import == NULL)
    return;
  begin (self, NULL);
  zb_registry_import_report_async (self->registry, job->import, path, on_reported, g_object_ref (self));
}

/* Writing, and taking it back */

static void
on_committed (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr(ZbImportJobs) self = ZB_IMPORT_JOBS (user_data);
  g_autoptr(GError) error = NULL;
  g_autoptr(GArray) sets = NULL;
  g_autofree char *words = NULL;
  gboolean done = zb_registry_import_commit_finish (ZB_REGISTRY (source), result, &sets, &words, &error);

  if (done)
    {
      self->sets = g_array_new (FALSE, FALSE, sizeof (gint64));
      for (guint i = 0; i < sets->len; i++)
        if (g_array_index (sets, gint64, i) != 0)
          g_array_append_val (self->sets, g_array_index (sets, gint64, i));
      self->words = g_strdup (words);
    }
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    words = g_strdup (_("The import was stopped; nothing was changed."));
  else
    words = zb_words_sentence (error);
  g_signal_emit (self, signals[WRITTEN], 0, done, words);
  end (self, !done);
}

void
zb_import_jobs_commit (ZbImportJobs *self, gboolean skip_bad)
{
  g_autoptr(GPtrArray) imports = g_ptr_array_new ();
  g_autoptr(GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < self->jobs->len; i++)
    {
      const ZbImportJob *job = g_ptr_array_index (self->jobs, i);

      g_ptr_array_add (imports, job->import);
      g_ptr_array_add (names, job->is_kept ? job->keep_as : NULL);
    }
  begin (self, NULL);
  zb_registry_import_commit_async (self->registry, (ZbImport *const *) imports->pdata, (const char *const *) names->pdata, imports->len, skip_bad,
                                   on_progress, self, self->cancellable, on_committed, g_object_ref (self));
}

static void
on_undone (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr(ZbImportJobs) self = ZB_IMPORT_JOBS (user_data);
  g_autoptr(GError) error = NULL;

  if (zb_registry_write_finish (ZB_REGISTRY (source), result, NULL, &error))
    {
      g_array_set_size (self->sets, self->sets->len - 1);
      zb_import_jobs_undo (self);
      return;
    }
  self->is_undoing = FALSE;
  end (self, TRUE);
  say_error (self, error);
}

void
zb_import_jobs_undo (ZbImportJobs *self)
{
  if (self->registry != NULL && self->sets->len > 0)
    {
      self->is_undoing = TRUE;
      begin (self, NULL);
      zb_registry_undo_async (self->registry, g_array_index (self->sets, gint64, self->sets->len - 1), NULL, on_undone, g_object_ref (self));
      return;
    }
  self->is_undoing = FALSE;
  g_clear_pointer (&self->sets, g_array_unref);
  g_clear_pointer (&self->words, g_free);
  g_signal_emit (self, signals[SAID], 0, _("The import was taken back."));
  /* What was answered stays: only what would happen is judged anew. */
  for (guint i = 0; i < self->jobs->len; i++)
    ((ZbImportJob *) g_ptr_array_index (self->jobs, i))->is_checked = FALSE;
  zb_import_jobs_go_on (self, TRUE);
}

void
zb_import_jobs_stop (ZbImportJobs *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
}

void
zb_import_jobs_close (ZbImportJobs *self)
{
  zb_import_jobs_stop (self);
  g_clear_object (&self->registry);
}

/* What is under way holds the jobs, so nobody uses the imports any more. */
static void
zb_import_jobs_finalize (GObject *object)
{
  ZbImportJobs *self = ZB_IMPORT_JOBS (object);

  g_clear_object (&self->registry);
  g_ptr_array_unref (self->jobs);
  g_clear_pointer (&self->sets, g_array_unref);
  g_clear_object (&self->cancellable);
  g_free (self->words);
  G_OBJECT_CLASS (zb_import_jobs_parent_class)->finalize (object);
}

static void
zb_import_jobs_class_init (ZbImportJobsClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = zb_import_jobs_finalize;
  signals[BEGUN] = g_signal_new ("begun", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[PROGRESS] = g_signal_new ("progress", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_UINT64, G_TYPE_UINT64);
  signals[ENDED] = g_signal_new ("ended", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
  signals[SAID] = g_signal_new ("said", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[WRITTEN] = g_signal_new ("written", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_BOOLEAN, G_TYPE_STRING);
}

static void
zb_import_jobs_init (ZbImportJobs *self)
{
  self->jobs = g_ptr_array_new_with_free_func ((GDestroyNotify) zb_import_job_free);
}

ZbImportJobs *
zb_import_jobs_new (ZbRegistry *registry, const ZbKind *hint)
{
  ZbImportJobs *self = g_object_new (ZB_TYPE_IMPORT_JOBS, NULL);

  self->registry = g_object_ref (registry);
  self->hint = hint;
  return self;
}
