/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "service/zb-registry-life.h"

#include <string.h>

#include "core/life/zb-campaigns.h"
#include "core/zb-codes.h"
#include "exchange/zb-calendar.h"
#include "service/zb-registry-write-private.h"
#include "service/zb-words-life.h"
#include "store/life/zb-check-life.h"
#include "store/life/zb-meetings.h"
#include "store/zb-records.h"

/* Words that a field offers. */
#define MAX_SUGGESTIONS 20

/* Reading */

GPtrArray *
zb_registry_meetings (ZbRegistry *self, gint64 org, ZbDate from, ZbDate to, GError **error)
{
  return zb_meetings_list (self->db, org, from, to, error);
}

gboolean
zb_registry_meeting_count (ZbRegistry *self, gint64 meeting, ZbMeetingCount *out_count, GError **error)
{
  return zb_meetings_count (self->db, meeting, out_count, error);
}

GPtrArray *
zb_registry_roll (ZbRegistry *self, gint64 meeting, GError **error)
{
  return zb_meetings_parts (self->db, &zb_kind_attendance, meeting, error);
}

GPtrArray *
zb_registry_meeting_parts (ZbRegistry *self, const ZbKind *kind, gint64 meeting, GError **error)
{
  return zb_meetings_parts (self->db, kind, meeting, error);
}

char *
zb_registry_roll_words (ZbRegistry *self, const ZbRecord *row)
{
  return zb_words_roll (self->db, row);
}

char *
zb_registry_count_words (ZbRegistry *self, gint64 meeting)
{
  return zb_words_count (self->db, meeting);
}

char *
zb_registry_vote_words (ZbRegistry *self, const ZbRecord *resolution)
{
  return zb_words_vote (self->db, resolution);
}

GPtrArray *
zb_registry_meeting_findings (ZbRegistry *self, gint64 meeting)
{
  GPtrArray *findings = zb_check_meeting (self->db, meeting, self->today, NULL);

  return findings != NULL ? findings : g_ptr_array_new ();
}

GPtrArray *
zb_registry_year (ZbRegistry *self, gint64 org, int year, GError **error)
{
  return zb_year_matrix (self->db, org, year, self->today, error);
}

typedef struct {
  gint64 org;
  int year;
  ZbDate today;
} YearQuestion;

static void
year_thread (GTask *task, ZbDb **db)
{
  ZbRegistry *self = g_task_get_source_object (task);
  const YearQuestion *question = g_task_get_task_data (task);
  GPtrArray *rows = NULL;
  GError *error = NULL;

  if (zb_registry_open_reader (self, db, &error))
    rows = zb_year_matrix (*db, question->org, question->year, question->today, &error);
  if (rows != NULL)
    g_task_return_pointer (task, rows, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

void
zb_registry_year_async (ZbRegistry *self, gint64 org, int year, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  YearQuestion question = { org, year, self->today };
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, zb_registry_year_async);
  g_task_set_task_data (task, g_memdup2 (&question, sizeof question), g_free);
  zb_worker_push (self->reader, task, year_thread);
}

GPtrArray *
zb_registry_year_finish (ZbRegistry *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* Suggestions */

static void
suggest (GPtrArray *out, const char *word)
{
  for (guint i = 0; i < out->len; i++)
    if (strcmp (g_ptr_array_index (out, i), word) == 0)
      return;
  g_ptr_array_add (out, g_strdup (word));
}

static void
suggest_campaigns (ZbRegistry *self, ZbDate day, GPtrArray *out)
{
  g_autoptr(GPtrArray) all = zb_campaigns ();
  g_autoptr(GPtrArray) own = zb_records_list (self->db, &zb_kind_campaign, NULL, NULL, FALSE, NULL);

  for (guint i = 0; own != NULL && i < own->len; i++)
    {
      const ZbRecord *record = g_ptr_array_index (own, i);
      ZbCampaign campaign = { .name = (char *) zb_record_title (record) };

      zb_date_parse (zb_record_get (record, "started_on"), &campaign.from, NULL);
      zb_date_parse (zb_record_get (record, "ended_on"), &campaign.to, NULL);
      if (!zb_date_is_set (day) || zb_campaign_holds (&campaign, day))
        suggest (out, campaign.name);
    }
  for (guint i = all->len; i > 0; i--)
    if (!zb_date_is_set (day) || zb_campaign_holds (g_ptr_array_index (all, i - 1), day))
      suggest (out, ((ZbCampaign *) g_ptr_array_index (all, i - 1))->name);
}

/* Why people are not there, before anything was written. */
static void
suggest_reasons (GPtrArray *out)
{
  static const char *const reasons[] = { "出差", "病假", "事假", "值班", "外出学习", "探亲", "产假", "住院" };

  for (guint i = 0; i < G_N_ELEMENTS (reasons); i++)
    suggest (out, reasons[i]);
}

static void
suggest_venues (ZbRegistry *self, GPtrArray *out)
{
  g_autoptr(GPtrArray) venues = zb_records_list (self->db, &zb_kind_venue, NULL, NULL, FALSE, NULL);

  for (guint i = 0; venues != NULL && i < venues->len; i++)
    suggest (out, zb_record_title (g_ptr_array_index (venues, i)));
}

char **
zb_registry_suggest (ZbRegistry *self, const ZbKind *kind, const char *field, ZbDate day)
{
  g_autoptr(GPtrArray) out = g_ptr_array_new_with_free_func (g_free);
  g_auto(GStrv) before = strcmp (field, "campaign") != 0 ? zb_records_suggest (self->db, kind, field, MAX_SUGGESTIONS, NULL) : NULL;

  if (strcmp (field, "campaign") == 0)
    suggest_campaigns (self, day, out);
  for (guint i = 0; before != NULL && before[i] != NULL; i++)
    suggest (out, before[i]);
  if (strcmp (field, "place") == 0)
    suggest_venues (self, out);
  if (kind == &zb_kind_attendance && strcmp (field, "reason") == 0)
    suggest_reasons (out);
  g_ptr_array_add (out, NULL);
  return (char **) g_ptr_array_steal (out, NULL);
}

/* Writing */

static ZbChangeSet *
begin (ZbRegistryWrite *write, ZbDb *db, const char *action, GError **error)
{
  g_autofree char *subject = zb_records_title (db, write->kind, write->ids[0]);

  return zb_change_set_begin (db, action, subject, error);
}

static ZbRegistryWrite *
write_about (ZbRegistry *self, ZbRegistryWriteFunc run, const ZbKind *kind, gint64 id)
{
  ZbRegistryWrite *write = zb_registry_write_new (self, run, kind);

  write->ids = g_memdup2 (&id, sizeof id);
  write->n_ids = 1;
  return write;
}

static gboolean
fill_roll (ZbRegistryWrite *write, ZbDb *db, GError **error)
{
  g_autoptr(ZbChangeSet) set = begin (write, db, "meeting.roll", error);

  return set != NULL && zb_roll_fill (set, write->ids[0], error) && zb_change_set_commit (set, &write->set_id, error);
}

void
zb_registry_fill_roll_async (ZbRegistry *self, gint64 meeting, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  zb_registry_write_push (self, write_about (self, fill_roll, &zb_kind_meeting, meeting), cancellable, callback, user_data);
}

/* The first id is the meeting's, the others those of its rows. */
static gboolean
mark (ZbRegistryWrite *write, ZbDb *db, GError **error)
{
  g_autoptr(ZbChangeSet) set = begin (write, db, "meeting.mark", error);

  return set != NULL && zb_roll_mark (set, write->ids[0], write->ids + 1, write->n_ids - 1, write->field, write->value, error)
         && zb_change_set_commit (set, &write->set_id, error);
}

void
zb_registry_mark_async (ZbRegistry *self, gint64 meeting, const gint64 *rows, guint n_rows, const char *state, const char *reason,
                        GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  ZbRegistryWrite *write = zb_registry_write_new (self, mark, &zb_kind_meeting);

  write->ids = g_new (gint64, n_rows + 1);
  write->ids[0] = meeting;
  if (n_rows > 0)
    memcpy (write->ids + 1, rows, n_rows * sizeof *rows);
  write->n_ids = n_rows + 1;
  write->field = g_strdup (state);
  write->value = g_strdup (reason);
  zb_registry_write_push (self, write, cancellable, callback, user_data);
}

static gboolean
command (ZbRegistryWrite *write, ZbDb *db, GError **error)
{
  g_autoptr(ZbChangeSet) set = begin (write, db, "meeting.mark", error);

  return set != NULL && zb_roll_command (set, write->ids[0], write->value, error) && zb_change_set_commit (set, &write->set_id, error);
}

void
zb_registry_roll_command_async (ZbRegistry *self, gint64 meeting, const char *text, GCancellable *cancellable, GAsyncReadyCallback callback,
                                gpointer user_data)
{
  ZbRegistryWrite *write = write_about (self, command, &zb_kind_meeting, meeting);

  write->value = g_strdup (text);
  zb_registry_write_push (self, write, cancellable, callback, user_data);
}

static gboolean
add_to_roll (ZbRegistryWrite *write, ZbDb *db, GError **error)
{
  g_autoptr(ZbChangeSet) set = begin (write, db, "meeting.roll", error);

  return set != NULL && zb_roll_add (set, write->ids[0], write->org, write->value, write->field, &write->made, error)
         && zb_change_set_commit (set, &write->set_id, error);
}

void
zb_registry_roll_add_async (ZbRegistry *self, gint64 meeting, gint64 person, const char *name, const char *role, GCancellable *cancellable,
                            GAsyncReadyCallback callback, gpointer user_data)
{
  ZbRegistryWrite *write = write_about (self, add_to_roll, &zb_kind_meeting, meeting);

  write->org = person;
  write->value = g_strdup (name);
  write->field = g_strdup (role);
  zb_registry_write_push (self, write, cancellable, callback, user_data);
}

static gboolean
add_beside (ZbRegistryWrite *write, ZbDb *db, GError **error)
{
  g_autoptr(ZbChangeSet) set = begin (write, db, "meeting.add", error);

  return set != NULL && zb_meetings_add_beside (set, write->ids[0], write->value, &write->made, error)
         && zb_change_set_commit (set, &write->set_id, error);
}

void
zb_registry_beside_async (ZbRegistry *self, gint64 meeting, const char *kind, GCancellable *cancellable, GAsyncReadyCallback callback,
                          gpointer user_data)
{
  ZbRegistryWrite *write = write_about (self, add_beside, &zb_kind_meeting, meeting);

  write->value = g_strdup (kind);
  zb_registry_write_push (self, write, cancellable, callback, user_data);
}

static gboolean
make_from_plan (ZbRegistryWrite *write, ZbDb *db, GError **error)
{
  g_autoptr(ZbChangeSet) set = begin (write, db, "meeting.add", error);
  ZbDate day = ZB_DATE_NONE;

  zb_date_parse (write->value, &day, NULL);
  return set != NULL && zb_meetings_from_plan (set, write->ids[0], day, &write->made, error)
         && zb_change_set_commit (set, &write->set_id, error);
}

void
zb_registry_from_plan_async (ZbRegistry *self, gint64 plan_item, ZbDate day, GCancellable *cancellable, GAsyncReadyCallback callback,
                             gpointer user_data)
{
  ZbRegistryWrite *write = write_about (self, make_from_plan, &zb_kind_plan_item, plan_item);

  write->value = zb_date_to_text (day);
  zb_registry_write_push (self, write, cancellable, callback, user_data);
}

static gboolean
save_one (ZbChangeSet *set, ZbRecord *record, GError **error)
{
  if (record->withdrawn)
    return record->id == 0 || zb_change_set_withdraw_whole (set, record->kind, record->id, error);
  return record->id == 0 ? zb_change_set_insert (set, record, error) : zb_change_set_update (set, record, error);
}

static gboolean
save_many (ZbRegistryWrite *write, ZbDb *db, GError **error)
{
  g_autoptr(ZbChangeSet) set = zb_change_set_begin (db, write->field, write->value, error);

  for (guint i = 0; set != NULL && i < write->records->len; i++)
    if (!save_one (set, g_ptr_array_index (write->records, i), error))
      return FALSE;
  return set != NULL && zb_change_set_commit (set, &write->set_id, error);
}

void
zb_registry_save_many_async (ZbRegistry *self, const char *action, const char *subject, GPtrArray *records, GCancellable *cancellable,
                             GAsyncReadyCallback callback, gpointer user_data)
{
  ZbRegistryWrite *write = zb_registry_write_new (self, save_many, NULL);

  write->records = g_ptr_array_new_with_free_func ((GDestroyNotify) zb_record_free);
  for (guint i = 0; i < records->len; i++)
    g_ptr_array_add (write->records, zb_record_copy (g_ptr_array_index (records, i)));
  write->field = g_strdup (action);
  write->value = g_strdup (subject);
  zb_registry_write_push (self, write, cancellable, callback, user_data);
}

static gboolean
renumber (ZbRegistryWrite *write, ZbDb *db, GError **error)
{
  g_autoptr(ZbChangeSet) set = zb_change_set_begin (db, "meeting.renumber", write->value, error);

  return set != NULL && zb_meetings_renumber_year (set, write->org, (int) write->ids[0], NULL, error)
         && zb_change_set_commit (set, &write->set_id, error);
}

void
zb_registry_renumber_async (ZbRegistry *self, gint64 org, int year, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  ZbRegistryWrite *write = write_about (self, renumber, &zb_kind_meeting, year);

  write->org = org;
  write->value = g_strdup_printf ("%d年", year);
  zb_registry_write_push (self, write, cancellable, callback, user_data);
}

/* The calendar */

typedef struct {
  gint64 org;
  ZbDate from;
  ZbDate to;
  char *path;
  gboolean force;
} CalendarJob;

static void
calendar_job_free (CalendarJob *job)
{
  g_free (job->path);
  g_free (job);
}

static void
calendar_thread (GTask *task, ZbDb **db)
{
  const CalendarJob *job = g_task_get_task_data (task);
  GError *error = NULL;
  guint n;

  if (zb_calendar_write (*db, job->org, job->from, job->to, job->path, job->force, &n, &error))
    g_task_return_int (task, n);
  else
    g_task_return_error (task, error);
}

void
zb_registry_export_calendar_async (ZbRegistry *self, gint64 org, ZbDate from, ZbDate to, const char *path, gboolean force,
                                   GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  CalendarJob job = { org, from, to, g_strdup (path), force };
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  /* A file that was written is there, however late somebody cancels. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_source_tag (task, zb_registry_export_calendar_async);
  g_task_set_task_data (task, g_memdup2 (&job, sizeof job), (GDestroyNotify) calendar_job_free);
  zb_worker_push (self->writer, task, calendar_thread);
}

gboolean
zb_registry_export_calendar_finish (ZbRegistry *self, GAsyncResult *result, guint *out_n, GError **error)
{
  gssize n = g_task_propagate_int (G_TASK (result), error);

  if (n >= 0 && out_n != NULL)
    *out_n = (guint) n;
  return n >= 0;
}
