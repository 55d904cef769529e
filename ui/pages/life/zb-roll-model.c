/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/life/zb-roll-model.h"

#include <string.h>

#include "core/zb-hanzi.h"
#include "service/zb-words-life.h"

struct _ZbRollRow
{
  GObject parent_instance;

  ZbRecord *record; /* (owned) */
  char **readings;  /* (owned) (nullable): made when somebody is looked for */
};

struct _ZbRollModel
{
  GObject parent_instance;

  ZbRegistry *registry; /* (owned) */
  gint64 meeting;
  GPtrArray *rows;      /* (owned) (element-type ZbRollRow) */
  ZbMeetingCount count;
  guint n_writes;       /* under way: what is stored is behind what is shown */
  GPtrArray *written;   /* (owned) (element-type ZbRollRow): that those mark; nothing else of the roll changes with them */
  int n_told;           /* changes that the registry told of meanwhile, without those of our marks */
  gboolean is_stale;    /* something else was written meanwhile, or a mark refused */
};

enum {
  CHANGED,
  MARKED,
  FAILED,
  N_SIGNALS
};

static guint row_changed;
static guint signals[N_SIGNALS];

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE (ZbRollRow, zb_roll_row, G_TYPE_OBJECT)
G_DEFINE_FINAL_TYPE_WITH_CODE (ZbRollModel, zb_roll_model, G_TYPE_OBJECT, G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

/* A row */

static void
zb_roll_row_finalize (GObject *object)
{
  ZbRollRow *self = ZB_ROLL_ROW (object);

  zb_record_free (self->record);
  g_strfreev (self->readings);
  G_OBJECT_CLASS (zb_roll_row_parent_class)->finalize (object);
}

static void
zb_roll_row_class_init (ZbRollRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = zb_roll_row_finalize;
  row_changed = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
zb_roll_row_init (ZbRollRow *self)
{
}

const ZbRecord *
zb_roll_row_get_record (ZbRollRow *self)
{
  return self->record;
}

guint
zb_roll_row_get_seat (ZbRollRow *self)
{
  return (guint) zb_record_get_int (self->record, "seat");
}

const char *
zb_roll_row_get_name (ZbRollRow *self)
{
  return zb_record_title (self->record);
}

const char *
zb_roll_row_get_state (ZbRollRow *self)
{
  return zb_record_get (self->record, "state");
}

gboolean
zb_roll_row_is_expected (ZbRollRow *self)
{
  return zb_record_get_int (self->record, "expected") == 1 && g_strcmp0 (zb_record_get (self->record, "role"), "member") == 0;
}

gboolean
zb_roll_row_is_called (ZbRollRow *self)
{
  return zb_record_get_int (self->record, "expected") == 1 || g_strcmp0 (zb_record_get (self->record, "role"), "member") != 0;
}

gboolean
zb_roll_row_has_come (ZbRollRow *self)
{
  const char *state = zb_roll_row_get_state (self);

  return g_strcmp0 (state, "present") == 0 || g_strcmp0 (state, "late") == 0;
}

gboolean
zb_roll_row_matches (ZbRollRow *self, const char *typed)
{
  if (g_str_has_prefix (zb_roll_row_get_name (self), typed))
    return TRUE;
  if (self->readings == NULL)
    {
      g_autofree char *all = zb_hanzi_search_readings (zb_roll_row_get_name (self), NULL);

      self->readings = g_strsplit (all, "|", -1);
    }
  for (guint i = 0; self->readings[i] != NULL; i++)
    if (g_ascii_strncasecmp (self->readings[i], typed, strlen (typed)) == 0)
      return TRUE;
  return FALSE;
}

/* As roll_mark does it when it is written. */
static void
show_mark (ZbRollRow *self, const char *state, const char *reason)
{
  gboolean is_there = g_strcmp0 (state, "present") == 0 || g_strcmp0 (state, "late") == 0;

  zb_record_set (self->record, "state", state);
  if (is_there || state == NULL)
    zb_record_set (self->record, "reason", NULL);
  else if (reason != NULL)
    zb_record_set (self->record, "reason", reason);
  g_signal_emit (self, row_changed, 0);
}

/* GListModel */

static GType
get_item_type (GListModel *model)
{
  return ZB_TYPE_ROLL_ROW;
}

static guint
get_n_items (GListModel *model)
{
  return ZB_ROLL_MODEL (model)->rows->len;
}

static gpointer
get_item (GListModel *model, guint position)
{
  ZbRollModel *self = ZB_ROLL_MODEL (model);

  return position < self->rows->len ? g_object_ref (g_ptr_array_index (self->rows, position)) : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

/* What is stored */

static void
count_anew (ZbRollModel *self)
{
  self->count = (ZbMeetingCount) { 0 };
  for (guint i = 0; i < self->rows->len; i++)
    {
      const ZbRecord *record = ((ZbRollRow *) g_ptr_array_index (self->rows, i))->record;

      zb_meeting_count_add (&self->count, zb_record_get (record, "role"), zb_record_get_int (record, "expected") == 1,
                            zb_record_get_int (record, "voter") == 1, zb_record_get (record, "state"));
    }
  g_signal_emit (self, signals[CHANGED], 0);
}

static gboolean
is_same_list (ZbRollModel *self, GPtrArray *records)
{
  if (records->len != self->rows->len)
    return FALSE;
  for (guint i = 0; i < records->len; i++)
    if (((ZbRecord *) g_ptr_array_index (records, i))->id != ((ZbRollRow *) g_ptr_array_index (self->rows, i))->record->id)
      return FALSE;
  return TRUE;
}

/* Only a mark shows. */
static void
refresh_row (ZbRollRow *row, const ZbRecord *record)
{
  if (record->version == row->record->version && g_strcmp0 (zb_record_get (record, "state"), zb_roll_row_get_state (row)) == 0)
    return;
  zb_record_free (row->record);
  row->record = zb_record_copy (record);
  g_signal_emit (row, row_changed, 0);
}

/* The same people keep their rows, so that the list stays where it is. */
static void
refresh_rows (ZbRollModel *self, GPtrArray *records)
{
  for (guint i = 0; i < records->len; i++)
    refresh_row (g_ptr_array_index (self->rows, i), g_ptr_array_index (records, i));
}

void
zb_roll_model_reload (ZbRollModel *self)
{
  g_autoptr(GPtrArray) records = zb_registry_roll (self->registry, self->meeting, NULL);
  guint before = self->rows->len;

  if (records == NULL)
    return;
  if (is_same_list (self, records))
    refresh_rows (self, records);
  else
    {
      g_ptr_array_set_size (self->rows, 0);
      for (guint i = 0; i < records->len; i++)
        {
          ZbRollRow *row = g_object_new (ZB_TYPE_ROLL_ROW, NULL);

          row->record = zb_record_copy (g_ptr_array_index (records, i));
          g_ptr_array_add (self->rows, row);
        }
      g_list_model_items_changed (G_LIST_MODEL (self), 0, before, self->rows->len);
    }
  count_anew (self);
}

/* What is stored is behind the hand as long as marks are being written. */
static void
on_registry_changed (ZbRollModel *self, guint what)
{
  if (self->n_writes == 0)
    {
      zb_roll_model_reload (self);
      return;
    }
  self->n_told++;
  self->is_stale = self->is_stale || what == ZB_CHANGED_EVERYTHING;
}

/* Of a roll of thousands only the rows that were marked are read again, when nothing but marks was written. */
static void
catch_up (ZbRollModel *self)
{
  gboolean is_stale = self->is_stale || self->n_told != 0;

  for (guint i = 0; i < self->written->len && !is_stale; i++)
    {
      ZbRollRow *row = g_ptr_array_index (self->written, i);
      g_autoptr(ZbRecord) record = zb_registry_get (self->registry, &zb_kind_attendance, row->record->id, FALSE, NULL);

      if (record != NULL && g_strcmp0 (zb_record_get (record, "state"), zb_roll_row_get_state (row)) == 0)
        refresh_row (row, record);
      else
        is_stale = TRUE;
    }
  g_ptr_array_set_size (self->written, 0);
  self->n_told = 0;
  self->is_stale = FALSE;
  if (is_stale)
    zb_roll_model_reload (self);
}

static void
on_written (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr(ZbRollModel) self = ZB_ROLL_MODEL (user_data);
  g_autoptr(GError) error = NULL;
  g_autofree char *words = NULL;
  gboolean good = zb_registry_write_finish (ZB_REGISTRY (source), result, &words, &error);

  self->is_stale = self->is_stale || !good;
  self->n_told -= good;
  if (--self->n_writes == 0)
    catch_up (self);
  if (good)
    g_signal_emit (self, signals[MARKED], 0, words);
  else
    g_signal_emit (self, signals[FAILED], 0, error);
}

/* Marking */

void
zb_roll_model_mark (ZbRollModel *self, guint position, const char *state, const char *reason)
{
  ZbRollRow *row = zb_roll_model_get_row (self, position);

  if (row == NULL || zb_registry_is_read_only (self->registry))
    return;
  if (g_strcmp0 (zb_roll_row_get_state (row), state) == 0 && (reason == NULL || g_strcmp0 (zb_record_get (row->record, "reason"), reason) == 0))
    return;
  show_mark (row, state, reason);
  count_anew (self);
  self->n_writes++;
  g_ptr_array_add (self->written, g_object_ref (row));
  zb_registry_mark_async (self->registry, self->meeting, &row->record->id, 1, state, reason, NULL, on_written, g_object_ref (self));
}

void
zb_roll_model_mark_rest (ZbRollModel *self, const char *state)
{
  if (zb_registry_is_read_only (self->registry) || self->count.unmarked == 0)
    return;
  for (guint i = 0; i < self->rows->len; i++)
    {
      ZbRollRow *row = g_ptr_array_index (self->rows, i);

      if (zb_roll_row_get_state (row) == NULL && zb_record_get_int (row->record, "expected") == 1)
        show_mark (row, state, NULL);
    }
  count_anew (self);
  self->n_writes++;
  self->is_stale = TRUE;
  zb_registry_mark_async (self->registry, self->meeting, NULL, 0, state, NULL, NULL, on_written, g_object_ref (self));
}

void
zb_roll_model_command (ZbRollModel *self, const char *text)
{
  if (zb_registry_is_read_only (self->registry))
    return;
  self->n_writes++;
  self->is_stale = TRUE;
  zb_registry_roll_command_async (self->registry, self->meeting, text, NULL, on_written, g_object_ref (self));
}

static GPtrArray *
records_of (ZbRollModel *self)
{
  GPtrArray *records = g_ptr_array_sized_new (self->rows->len);

  for (guint i = 0; i < self->rows->len; i++)
    g_ptr_array_add (records, ((ZbRollRow *) g_ptr_array_index (self->rows, i))->record);
  return records;
}

char *
zb_roll_model_command_words (ZbRollModel *self, const char *text, gboolean *out_good)
{
  g_autoptr(GPtrArray) records = records_of (self);

  return zb_words_roll_command (records, text, out_good);
}

/* Looking */

gint64
zb_roll_model_get_meeting (ZbRollModel *self)
{
  return self->meeting;
}

ZbRegistry *
zb_roll_model_get_registry (ZbRollModel *self)
{
  return self->registry;
}

void
zb_roll_model_get_count (ZbRollModel *self, ZbMeetingCount *out_count)
{
  *out_count = self->count;
}

ZbRollRow *
zb_roll_model_get_row (ZbRollModel *self, guint position)
{
  return position < self->rows->len ? g_ptr_array_index (self->rows, position) : NULL;
}

guint
zb_roll_model_get_size (ZbRollModel *self)
{
  return self->rows->len;
}

guint
zb_roll_model_next (ZbRollModel *self, guint position)
{
  guint n = zb_roll_model_get_size (self);

  do
    position++;
  while (position < n && !zb_roll_row_is_called (zb_roll_model_get_row (self, position)));
  return MIN (position, n);
}

int
zb_roll_model_find_seat (ZbRollModel *self, guint seat)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (zb_roll_row_get_seat (g_ptr_array_index (self->rows, i)) == seat)
      return (int) i;
  return -1;
}

int
zb_roll_model_find_text (ZbRollModel *self, guint from, const char *typed)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      guint at = (from + i) % self->rows->len;

      if (zb_roll_row_matches (g_ptr_array_index (self->rows, at), typed))
        return (int) at;
    }
  return -1;
}

static void
zb_roll_model_finalize (GObject *object)
{
  ZbRollModel *self = ZB_ROLL_MODEL (object);

  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->written);
  g_clear_object (&self->registry);
  G_OBJECT_CLASS (zb_roll_model_parent_class)->finalize (object);
}

static void
zb_roll_model_class_init (ZbRollModelClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = zb_roll_model_finalize;
  signals[CHANGED] = g_signal_new ("changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[MARKED] = g_signal_new ("marked", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[FAILED] = g_signal_new ("failed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
zb_roll_model_init (ZbRollModel *self)
{
  self->rows = g_ptr_array_new_with_free_func (g_object_unref);
  self->written = g_ptr_array_new_with_free_func (g_object_unref);
}

ZbRollModel *
zb_roll_model_new (ZbRegistry *registry, gint64 meeting)
{
  ZbRollModel *self = g_object_new (ZB_TYPE_ROLL_MODEL, NULL);

  self->registry = g_object_ref (registry);
  self->meeting = meeting;
  g_signal_connect_object (registry, "changed", G_CALLBACK (on_registry_changed), self, G_CONNECT_SWAPPED);
  zb_roll_model_reload (self);
  return self;
}
