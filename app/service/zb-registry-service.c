/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "service/zb-registry-service.h"

#include <glib/gi18n.h>
#include <string.h>

#include "core/zb-hanzi.h"
#include "service/zb-registry-private.h"
#include "service/zb-registry-write-private.h"
#include "service/zb-words-service.h"
#include "store/service/zb-check-service.h"
#include "store/service/zb-service-activities.h"
#include "store/zb-records.h"

/* What the reader brings, for the people in memory to be named on the main thread. */
typedef struct {
  gint64 org;
  int year;
  ZbDate today;
  GPtrArray *lines;  /* (owned) (nullable) */
  GHashTable *years; /* (owned) (nullable) */
  ZbRules *rules;    /* (owned) (nullable) */
} Reading;

void
zb_served_free (ZbServed *served)
{
  g_free (served->name);
  g_free (served->branch);
  g_free (served);
}

static void
reading_free (Reading *reading)
{
  g_clear_pointer (&reading->lines, g_ptr_array_unref);
  g_clear_pointer (&reading->years, g_hash_table_unref);
  g_clear_pointer (&reading->rules, zb_rules_free);
  g_free (reading);
}

/* The last day of the year, as far as it is known. */
static ZbDate
last_day (const Reading *reading)
{
  return reading->year == reading->today.year ? reading->today : (ZbDate) { (gint16) reading->year, 12, 31 };
}

static void
service_thread (GTask *task, ZbDb **db)
{
  ZbRegistry *self = g_task_get_source_object (task);
  Reading *reading = g_task_get_task_data (task);
  GError *error = NULL;

  if (zb_registry_open_reader (self, db, &error) && (reading->rules = zb_rules_load (*db, &error)) != NULL
      && (reading->lines = zb_service_activities_list (*db, reading->org, ZB_DATE_NONE, ZB_DATE_NONE, &error)) != NULL
      && (reading->years = zb_service_years (*db, (ZbDate) { (gint16) reading->year, 0, 0 }, last_day (reading), TRUE, &error)) != NULL)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
zb_registry_service_async (ZbRegistry *self, gint64 org, int year, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  Reading *reading = g_new0 (Reading, 1);

  reading->org = org;
  reading->year = year;
  reading->today = self->today;
  g_task_set_source_tag (task, zb_registry_service_async);
  g_task_set_task_data (task, reading, (GDestroyNotify) reading_free);
  zb_worker_push (self->reader, task, service_thread);
}

static ZbServed *
served_new (ZbMemberColumns *columns, const Reading *reading, const ZbMemberEntry *entry, const ZbServiceYear *year)
{
  const ZbOrg *branch = zb_org_tree_get (zb_member_columns_tree (columns), entry->org);
  ZbDate day = last_day (reading);
  ZbServed *served = g_new0 (ZbServed, 1);

  served->person = entry->id;
  served->name = g_strdup (entry->name);
  served->branch = g_strdup (branch != NULL ? zb_org_short (branch) : "");
  served->times = year->times;
  served->tenths = year->tenths;
  served->all = year->all;
  served->stars = zb_service_stars (zb_service_stars_by_year (reading->rules, day) ? year->tenths : year->all, reading->rules, day);
  return served;
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  const ZbServed *left = *(ZbServed *const *) a, *right = *(ZbServed *const *) b;
  guint8 one[ZB_HANZI_KEY_MAX], other[ZB_HANZI_KEY_MAX];
  gsize length = zb_hanzi_pinyin_key (left->name, NULL, one, sizeof one), size = zb_hanzi_pinyin_key (right->name, NULL, other, sizeof other);
  int order = memcmp (one, other, MIN (length, size));

  if (order == 0 && length != size)
    order = length < size ? -1 : 1;
  return order != 0 ? order : left->person < right->person ? -1 : left->person > right->person;
}

/* In the order of names, whoever served more. */
static GPtrArray *
name_people (ZbMemberColumns *columns, const Reading *reading)
{
  GPtrArray *out = g_ptr_array_new_with_free_func ((GDestroyNotify) zb_served_free);
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, reading->years);
  while (columns != NULL && g_hash_table_iter_next (&iter, NULL, &value))
    {
      const ZbServiceYear *year = value;
      int index = zb_member_columns_find (columns, year->person);
      ZbMemberEntry entry;

      if (index < 0)
        continue;
      zb_member_columns_get (columns, (guint) index, &entry);
      if (reading->org == 0 || zb_org_tree_is_below (zb_member_columns_tree (columns), entry.org, reading->org) || entry.group == reading->org)
        g_ptr_array_add (out, served_new (columns, reading, &entry, year));
    }
  g_ptr_array_sort (out, compare_names);
  return out;
}

GPtrArray *
zb_registry_service_finish (ZbRegistry *self, GAsyncResult *result, GPtrArray **out_served, GError **error)
{
  Reading *reading = g_task_get_task_data (G_TASK (result));

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return NULL;
  *out_served = name_people (self->columns, reading);
  return g_steal_pointer (&reading->lines);
}

ZbRecord *
zb_registry_activity_of (ZbRegistry *self, gint64 meeting)
{
  return zb_service_activities_of_meeting (self->db, meeting, NULL);
}

GPtrArray *
zb_registry_activity_findings (ZbRegistry *self, gint64 activity)
{
  return zb_check_activity (self->db, activity, self->today, NULL);
}

GPtrArray *
zb_registry_hours_findings (ZbRegistry *self, const ZbRecord *hours)
{
  return zb_check_hours (self->db, zb_record_get_int (hours, "person"), zb_record_get (hours, "on"), self->today, NULL);
}

static gboolean
write_sign_up (ZbRegistryWrite *write, ZbDb *db, GError **error)
{
  g_autofree char *title = zb_records_title (db, &zb_kind_service_activity, write->made);
  g_autoptr(ZbChangeSet) set = zb_change_set_begin (db, "service_activity.enrol", title, error);

  return set != NULL && zb_service_activities_sign_up (set, write->made, write->ids, write->n_ids, write->value, error)
         && zb_change_set_commit (set, &write->set_id, error);
}

void
zb_registry_sign_up_async (ZbRegistry *self, gint64 activity, const gint64 *people, guint n_people, const char *shift, GCancellable *cancellable,
                           GAsyncReadyCallback callback, gpointer user_data)
{
  ZbRegistryWrite *write = zb_registry_write_new (self, write_sign_up, &zb_kind_service_activity);

  write->made = activity;
  write->ids = g_memdup2 (people, n_people * sizeof *people);
  write->n_ids = n_people;
  write->value = g_strdup (shift);
  zb_registry_write_push (self, write, cancellable, callback, user_data);
}

/* Whether two services of one day were at the same time, as far as that is known. */
static gboolean
is_at_once (const ZbRecord *one, const ZbRecord *other)
{
  const char *begin = zb_record_get (one, "started_at"), *end = zb_record_get (one, "ended_at");
  const char *from = zb_record_get (other, "started_at"), *to = zb_record_get (other, "ended_at");

  return begin != NULL && end != NULL && from != NULL && to != NULL && strcmp (begin, to) < 0 && strcmp (from, end) < 0;
}

char *
zb_registry_hours_notice (ZbRegistry *self, const ZbRecord *draft)
{
  g_autoptr(ZbRules) rules = zb_rules_load (self->db, NULL);
  g_autoptr(GPtrArray) rows = zb_records_list (self->db, &zb_kind_service_hours, "person", zb_record_get (draft, "person"), FALSE, NULL);
  gint64 sum = zb_record_get_int (draft, "hours"), most;
  ZbDate day = zb_record_get_date (draft, "on");
  g_autofree char *hours = NULL;

  if (rules == NULL || rows == NULL || zb_record_get (draft, "person") == NULL || !zb_date_is_complete (day))
    return NULL;
  for (guint i = 0; i < rows->len; i++)
    {
      const ZbRecord *row = g_ptr_array_index (rows, i);

      if (row->id == draft->id || g_strcmp0 (zb_record_get (row, "on"), zb_record_get (draft, "on")) != 0)
        continue;
      sum += zb_record_get_int (row, "hours");
      if (zb_record_get (row, "corrects") == NULL && is_at_once (draft, row))
        /* Translators: %1$s what was done, %2$s and %3$s times of day */
        return g_strdup_printf (_("At the same time as “%1$s” (%2$s – %3$s), which is entered already."), zb_record_get (row, "contents"),
                                zb_record_get (row, "started_at"), zb_record_get (row, "ended_at"));
    }
  most = (gint64) (zb_rules_value (rules, "volunteer.max_hours_day", day) * 10 + 0.5);
  hours = zb_service_hours_text (sum);
  return sum > most ? g_strdup_printf (_("%s hours on that day, with those entered already. Check whether that is right."), hours) : NULL;
}

char *
zb_registry_service_words (ZbRegistry *self, gint64 person)
{
  ZbServiceStanding standing;

  return zb_service_standing (self->db, person, self->today, &standing, NULL) && standing.all > 0 ? zb_words_service (&standing) : NULL;
}
