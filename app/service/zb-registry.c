/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "service/zb-registry-private.h"

#include <string.h>

#include "service/zb-words.h"
#include "store/zb-records.h"

/* How often another program's writes and the turn of the day are looked for. */
#define POLL_SECONDS 2
/* From so many changed records on, everything is loaded anew. */
#define MANY 1000

typedef enum {
  PROP_PATH = 1,
  PROP_READ_ONLY,
  PROP_BUSY,
  PROP_UNDO_LABEL,
  PROP_REDO_LABEL
} ZbRegistryProperty;

static GParamSpec *props[PROP_REDO_LABEL + 1];

enum {
  CHANGED,
  FIGURES_READY,
  COLUMNS_READY,
  ORDER_READY,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ZbRegistry, zb_registry, G_TYPE_OBJECT)

static ZbDate
local_today (void)
{
  g_autoptr(GDateTime) now = g_date_time_new_now_local ();

  return (ZbDate) { (gint16) g_date_time_get_year (now), (guint8) g_date_time_get_month (now),
                    (guint8) g_date_time_get_day_of_month (now) };
}

/* What undo or redo is about: the change itself, whether it was undone or done again before. */
static char *
set_words (ZbHistorySet *set)
{
  const char *colon = set != NULL ? strrchr (set->action, ':') : NULL;
  char *words = set != NULL ? zb_words_action (colon != NULL ? colon + 1 : set->action, set->subject, set->n_records) : NULL;

  g_clear_pointer (&set, zb_history_set_free);
  return words;
}

static void
update_label (ZbRegistry *self, char **label, char *words, ZbRegistryProperty prop)
{
  if (g_strcmp0 (*label, words) == 0)
    {
      g_free (words);
      return;
    }
  g_free (*label);
  *label = words;
  g_object_notify_by_pspec (G_OBJECT (self), props[prop]);
}

static void
update_labels (ZbRegistry *self)
{
  update_label (self, &self->undo_label, set_words (zb_history_next_undo (self->db, NULL)), PROP_UNDO_LABEL);
  update_label (self, &self->redo_label, set_words (zb_history_next_redo (self->db, NULL)), PROP_REDO_LABEL);
}

static gboolean
load_tree (ZbRegistry *self, GError **error)
{
  ZbOrgTree *tree = zb_org_tree_load (self->db, self->today, FALSE, error);

  if (tree == NULL)
    return FALSE;
  g_clear_pointer (&self->tree, zb_org_tree_unref);
  self->tree = tree;
  return TRUE;
}

static gboolean
on_start (gpointer user_data)
{
  ZbRegistry *self = ZB_REGISTRY (user_data);

  self->start_id = 0;
  if (self->columns == NULL && self->loading == NULL)
    zb_registry_load_columns (self);
  return G_SOURCE_REMOVE;
}

/* Id of the newest change set before @before_id (0: of all), 0 when there is none. */
static gint64
newest_set (ZbDb *db, gint64 before_id)
{
  g_autoptr(GPtrArray) sets = zb_history_list (db, before_id, 1, NULL);

  return sets != NULL && sets->len == 1 ? ((ZbHistorySet *) g_ptr_array_index (sets, 0))->id : 0;
}

/* The area that everything in a change set is of: of organisational life, of wishes and service; 0 for people and organisations. */
static guint
area_of_set (ZbRegistry *self, gint64 set_id)
{
  static const ZbKind *const wishes[] = {
    &zb_kind_household, &zb_kind_wish, &zb_kind_wish_event, &zb_kind_claim, &zb_kind_claimer, &zb_kind_delivery, &zb_kind_team,
    &zb_kind_team_member, &zb_kind_volunteer, &zb_kind_community_feedback, &zb_kind_service_activity, &zb_kind_service_hours,
    &zb_kind_service_certificate,
  };
  static const ZbKind *const life[] = {
    &zb_kind_venue, &zb_kind_campaign, &zb_kind_plan_item, &zb_kind_meeting, &zb_kind_agenda_item, &zb_kind_resolution, &zb_kind_attendance,
    &zb_kind_exemption, &zb_kind_duty_exemption, &zb_kind_appraisal, &zb_kind_talk, &zb_kind_life_problem, &zb_kind_ceremony,
    &zb_kind_ceremony_person, &zb_kind_attachment,
  };
  g_autoptr(GPtrArray) kinds = zb_history_kinds (self->db, set_id, NULL);
  guint what = 0, n = 0;

  for (guint i = 0; kinds != NULL && i < kinds->len; i++)
    {
      guint area = 0;

      for (guint k = 0; k < G_N_ELEMENTS (life); k++)
        area |= g_ptr_array_index (kinds, i) == life[k] ? ZB_CHANGED_LIFE : 0;
      for (guint k = 0; k < G_N_ELEMENTS (wishes); k++)
        area |= g_ptr_array_index (kinds, i) == wishes[k] ? ZB_CHANGED_WISHES : 0;
      what |= area;
      n += area != 0;
    }
  return kinds != NULL && n == kinds->len ? what : 0;
}

/* What a change set touched: which areas, which people. @people is cleared when there are too many. */
static guint
changed_by_set (ZbRegistry *self, gint64 set_id, GArray *people, gboolean *out_many)
{
  g_autoptr(GPtrArray) changes = NULL;
  guint what = 0;

  /* The roll of a large meeting is many rows, and touches nobody's own record. */
  what = area_of_set (self, set_id);
  if (what != 0)
    {
      *out_many = FALSE;
      return what;
    }
  changes = zb_history_changes (self->db, set_id, MANY + 1, NULL);
  *out_many = changes == NULL || changes->len > MANY;
  for (guint i = 0; changes != NULL && i < changes->len; i++)
    {
      const ZbHistoryChange *change = g_ptr_array_index (changes, i);
      const ZbKind *kind = zb_kind_get (change->kind);
      gint64 person = 0;

      if (kind == &zb_kind_member)
        person = change->record;
      else if (kind == &zb_kind_membership || kind == &zb_kind_post || kind == &zb_kind_letter)
        {
          g_autoptr(ZbRecord) record = zb_records_get (self->db, kind, change->record, FALSE, NULL);

          person = record != NULL ? zb_record_get_int (record, "person") : 0;
        }
      else if (kind == &zb_kind_organization)
        what |= ZB_CHANGED_ORGANIZATIONS;
      else if (kind == &zb_kind_saved_filter)
        what |= ZB_CHANGED_FILTERS;
      what |= kind == &zb_kind_post || kind == &zb_kind_term ? ZB_CHANGED_POSTS : 0;
      if (person != 0 && (people->len == 0 || g_array_index (people, gint64, people->len - 1) != person))
        g_array_append_val (people, person);
    }
  return what | (people->len > 0 ? ZB_CHANGED_MEMBERS : 0);
}

void
zb_registry_take_note (ZbRegistry *self, gint64 set_id)
{
  g_autoptr(GArray) people = g_array_new (FALSE, FALSE, sizeof (gint64));
  gboolean many = TRUE;
  guint what = ZB_CHANGED_EVERYTHING;

  if (self->db == NULL)
    return;
  /* Another program's set in between is not known by this one alone. */
  if (set_id != 0 && newest_set (self->db, set_id) != self->last_set)
    set_id = 0;
  self->last_set = set_id != 0 ? set_id : newest_set (self->db, 0);
  if (set_id != 0)
    what = changed_by_set (self, set_id, people, &many);
  if (many)
    what = ZB_CHANGED_EVERYTHING;
  if (many || people->len > 0)
    zb_registry_stop_ranking (self);
  if ((what & ZB_CHANGED_ORGANIZATIONS) && self->tree != NULL)
    load_tree (self, NULL);
  if (many || self->columns == NULL || self->loading != NULL)
    zb_registry_load_columns (self);
  else
    {
      if (what & ZB_CHANGED_ORGANIZATIONS)
        zb_member_columns_set_tree (self->columns, self->tree);
      if (people->len > 0)
        {
          zb_member_columns_reload (self->db, self->columns, (const gint64 *) people->data, people->len, NULL);
          g_clear_pointer (&self->figures, g_ptr_array_unref);
        }
    }
  update_labels (self);
  g_signal_emit (self, signals[CHANGED], 0, what, many ? NULL : people);
}

char *
zb_registry_words_of_set (ZbRegistry *self, gint64 set_id)
{
  g_autoptr(GPtrArray) sets = self->db != NULL && set_id != 0 ? zb_history_list (self->db, set_id + 1, 1, NULL) : NULL;
  const ZbHistorySet *set = sets != NULL && sets->len == 1 ? g_ptr_array_index (sets, 0) : NULL;

  return set != NULL ? zb_words_action (set->action, set->subject, set->n_records) : NULL;
}

void
zb_registry_begin_write (ZbRegistry *self)
{
  if (self->n_writes++ == 0)
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_BUSY]);
}

void
zb_registry_end_write (ZbRegistry *self)
{
  if (--self->n_writes == 0)
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_BUSY]);
}

/* Whether there is a change set that nobody here was told of: another program's. What is written
 * without one (exports, looks at private fields) changes nothing that is shown. */
static gboolean
others_wrote (ZbRegistry *self)
{
  gboolean renewed = zb_registry_renew (self);
  gint64 version = zb_db_data_version (self->db);

  if (!renewed && version == self->data_version)
    return FALSE;
  self->data_version = version;
  return newest_set (self->db, 0) != self->last_set;
}

void
zb_registry_look (ZbRegistry *self)
{
  ZbDate today = local_today ();
  gboolean is_new_day = zb_date_compare (today, self->today) != 0;

  self->today = today;
  if (is_new_day || (self->n_writes == 0 && others_wrote (self)))
    zb_registry_take_note (self, 0);
}

static gboolean
on_poll (gpointer user_data)
{
  zb_registry_look (ZB_REGISTRY (user_data));
  return G_SOURCE_CONTINUE;
}

/* Opening */

static void
open_thread (GTask *task, ZbDb **db)
{
  ZbRegistry *self = g_task_get_task_data (task);
  GError *error = NULL;
  gboolean create = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (self), "zb-create"));

  *db = zb_db_open (self->path, create ? ZB_DB_CREATE : ZB_DB_WRITE, &error);
  if (*db == NULL && g_error_matches (error, ZB_STORE_ERROR, ZB_STORE_ERROR_READ_ONLY))
    {
      g_clear_error (&error);
      *db = zb_db_open (self->path, ZB_DB_READ, &error);
      self->read_only = TRUE;
    }
  if (*db != NULL)
    self->last_set = newest_set (*db, 0);
  /* A small registry is shown whole at once, not first some people and then the rest. */
  if (*db != NULL && zb_members_are_few (*db, ZB_REGISTRY_SMALL) && (self->tree = zb_org_tree_load (*db, self->today, FALSE, &error)))
    self->columns = zb_member_columns_load (*db, self->tree, self->today, NULL, NULL, &error);
  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
}

static void
on_writer_open (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr(GTask) outer = G_TASK (user_data);
  ZbRegistry *self = g_task_get_task_data (outer);
  GError *error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error) || !(self->db = zb_db_open (self->path, ZB_DB_READ, &error)))
    {
      g_task_return_error (outer, error);
      return;
    }
  self->guard = zb_db_guard_new (self->path);
  self->data_version = zb_db_data_version (self->db);
  update_labels (self);
  self->poll_id = g_timeout_add_seconds (POLL_SECONDS, on_poll, self);
  /* When the window has been drawn: its first picture needs no more than is here. */
  if (self->columns == NULL)
    self->start_id = g_idle_add_full (G_PRIORITY_LOW, on_start, self, NULL);
  /* Written by another program since the tree was read. */
  if (newest_set (self->db, 0) != self->last_set)
    zb_registry_take_note (self, 0);
  g_task_return_pointer (outer, g_object_ref (self), g_object_unref);
}

void
zb_registry_open_async (const char *path, gboolean create, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *outer = g_task_new (NULL, cancellable, callback, user_data);
  ZbRegistry *self = g_object_new (ZB_TYPE_REGISTRY, NULL);
  GTask *task = g_task_new (NULL, cancellable, on_writer_open, outer);

  self->path = g_strdup (path);
  self->today = local_today ();
  self->writer = zb_worker_new ("zb-writer");
  self->reader = zb_worker_new ("zb-reader");
  g_object_set_data (G_OBJECT (self), "zb-create", GINT_TO_POINTER (create));
  g_task_set_source_tag (outer, zb_registry_open_async);
  g_task_set_task_data (outer, self, g_object_unref);
  g_task_set_task_data (task, g_object_ref (self), g_object_unref);
  zb_worker_push (self->writer, task, open_thread);
}

ZbRegistry *
zb_registry_open_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
close_all (ZbRegistry *self)
{
  g_clear_handle_id (&self->poll_id, g_source_remove);
  g_clear_handle_id (&self->start_id, g_source_remove);
  if (self->loading != NULL)
    g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  zb_registry_stop_ranking (self);
  zb_db_guard_release (self->guard);
  g_clear_pointer (&self->writer, zb_worker_stop);
  g_clear_pointer (&self->reader, zb_worker_stop);
  g_clear_pointer (&self->wishes, zb_wish_finder_free);
  g_clear_pointer (&self->cells, zb_member_reader_free);
  g_clear_pointer (&self->cell_fields, g_strfreev);
  g_clear_pointer (&self->db, zb_db_close);
  g_clear_pointer (&self->guard, zb_db_guard_free);
}

static void
last_thread (GTask *task, ZbDb **db)
{
  g_task_return_boolean (task, TRUE);
}

static void
on_writer_idle (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr(GTask) outer = G_TASK (user_data);

  close_all (ZB_REGISTRY (source));
  g_task_return_boolean (outer, TRUE);
}

void
zb_registry_shutdown_async (ZbRegistry *self, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *outer = g_task_new (self, NULL, callback, user_data);
  GTask *task = g_task_new (self, NULL, on_writer_idle, outer);

  g_task_set_source_tag (outer, zb_registry_shutdown_async);
  /* Behind everything that was queued before. */
  g_task_set_priority (task, G_PRIORITY_LOW);
  if (self->writer != NULL)
    zb_worker_push (self->writer, task, last_thread);
  else
    {
      g_task_return_boolean (task, TRUE);
      g_object_unref (task);
    }
}

gboolean
zb_registry_shutdown_finish (ZbRegistry *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

/* The object */

static void
zb_registry_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  ZbRegistry *self = ZB_REGISTRY (object);

  switch ((ZbRegistryProperty) prop_id)
    {
    case PROP_PATH: g_value_set_string (value, self->path); break;
    case PROP_READ_ONLY: g_value_set_boolean (value, self->read_only); break;
    case PROP_BUSY: g_value_set_boolean (value, self->n_writes > 0); break;
    case PROP_UNDO_LABEL: g_value_set_string (value, self->undo_label); break;
    case PROP_REDO_LABEL: g_value_set_string (value, self->redo_label); break;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
zb_registry_dispose (GObject *object)
{
  close_all (ZB_REGISTRY (object));
  G_OBJECT_CLASS (zb_registry_parent_class)->dispose (object);
}

static void
zb_registry_finalize (GObject *object)
{
  ZbRegistry *self = ZB_REGISTRY (object);

  g_clear_pointer (&self->tree, zb_org_tree_unref);
  g_clear_pointer (&self->columns, zb_member_columns_unref);
  g_clear_pointer (&self->figures, g_ptr_array_unref);
  g_free (self->path);
  g_free (self->undo_label);
  g_free (self->redo_label);
  G_OBJECT_CLASS (zb_registry_parent_class)->finalize (object);
}

static void
zb_registry_class_init (ZbRegistryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = zb_registry_get_property;
  object_class->dispose = zb_registry_dispose;
  object_class->finalize = zb_registry_finalize;
  props[PROP_PATH] = g_param_spec_string ("path", NULL, NULL, NULL, flags);
  props[PROP_READ_ONLY] = g_param_spec_boolean ("read-only", NULL, NULL, FALSE, flags);
  props[PROP_BUSY] = g_param_spec_boolean ("busy", NULL, NULL, FALSE, flags);
  props[PROP_UNDO_LABEL] = g_param_spec_string ("undo-label", NULL, NULL, NULL, flags);
  props[PROP_REDO_LABEL] = g_param_spec_string ("redo-label", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_UINT,
                                   G_TYPE_ARRAY);
  signals[ORDER_READY] = g_signal_new ("order-ready", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[FIGURES_READY] = g_signal_new ("figures-ready", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[COLUMNS_READY] = g_signal_new ("columns-ready", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
zb_registry_init (ZbRegistry *self)
{
}

const char *
zb_registry_path (ZbRegistry *self)
{
  return self->path;
}

gboolean
zb_registry_is_read_only (ZbRegistry *self)
{
  return self->read_only;
}

ZbDate
zb_registry_today (ZbRegistry *self)
{
  return self->today;
}

ZbMemberColumns *
zb_registry_columns (ZbRegistry *self)
{
  return self->columns;
}

ZbOrgTree *
zb_registry_tree (ZbRegistry *self)
{
  if (self->tree == NULL && (self->db == NULL || !load_tree (self, NULL)))
    self->tree = zb_org_tree_new (self->today);
  return self->tree;
}
