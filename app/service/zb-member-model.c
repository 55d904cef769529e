/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "service/zb-member-model.h"

/* People shown before the columns are loaded: more than any screen has rows for. */
#define FIRST_PAGE 60

struct _ZbMemberRow
{
  GObject parent_instance;

  ZbMemberModel *model; /* (unowned) (nullable): clears this when it goes, or when the position does */
  char **cells;         /* (owned) (nullable): %NULL until somebody asks */
  guint n_cells;
  gint64 id;
  guint position;
  guint revision;
};

struct _ZbMemberModel
{
  GObject parent_instance;

  ZbRegistry *registry; /* (owned) */
  char **fields;        /* (owned) */
  char *text;           /* (owned) (nullable): what the query's text points to */
  ZbMemberQuery query;  /* its filter is owned */
  gint64 *ids;          /* (owned) (array length=n_ids) */
  guint n_ids;
  GHashTable *rows;     /* (owned): position → living ZbMemberRow (unowned): it takes itself out */
};

typedef enum { PROP_REVISION = 1 } ZbMemberRowProperty;
static GParamSpec *props[PROP_REVISION + 1];

enum { QUERIED, N_SIGNALS };
static guint signals[N_SIGNALS];

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE (ZbMemberRow, zb_member_row, G_TYPE_OBJECT)
G_DEFINE_FINAL_TYPE_WITH_CODE (ZbMemberModel, zb_member_model, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static void
zb_member_row_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch ((ZbMemberRowProperty) prop_id)
    {
    case PROP_REVISION:
      g_value_set_uint (value, ZB_MEMBER_ROW (object)->revision);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
zb_member_row_finalize (GObject *object)
{
  ZbMemberRow *self = ZB_MEMBER_ROW (object);

  if (self->model != NULL)
    g_hash_table_remove (self->model->rows, GUINT_TO_POINTER (self->position));
  g_strfreev (self->cells);
  G_OBJECT_CLASS (zb_member_row_parent_class)->finalize (object);
}

static void
zb_member_row_class_init (ZbMemberRowClass *klass)
{
  G_OBJECT_CLASS (klass)->get_property = zb_member_row_get_property;
  G_OBJECT_CLASS (klass)->finalize = zb_member_row_finalize;

  props[PROP_REVISION] = g_param_spec_uint ("revision", NULL, NULL, 0, G_MAXUINT, 0,
                                            G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_property (G_OBJECT_CLASS (klass), PROP_REVISION, props[PROP_REVISION]);
}

static void
zb_member_row_init (ZbMemberRow *self)
{
}

guint
zb_member_row_position (ZbMemberRow *self)
{
  g_return_val_if_fail (ZB_IS_MEMBER_ROW (self), 0);

  return self->position;
}

gint64
zb_member_row_id (ZbMemberRow *self)
{
  g_return_val_if_fail (ZB_IS_MEMBER_ROW (self), 0);

  return self->id;
}

const char *
zb_member_row_cell (ZbMemberRow *self, guint i)
{
  g_return_val_if_fail (ZB_IS_MEMBER_ROW (self), "");

  if (self->cells == NULL && self->model != NULL)
    {
      self->cells = zb_registry_fill_cells (self->model->registry, self->id,
                                            (const char *const *) self->model->fields);
      self->n_cells = self->cells != NULL ? g_strv_length (self->cells) : 0;
    }
  return self->cells != NULL && i < self->n_cells ? self->cells[i] : "";
}

/* Another person, or another text, stands there now; read anew when a cell is asked for. */
static void
empty_row (ZbMemberRow *row, gint64 id)
{
  g_clear_pointer (&row->cells, g_strfreev);
  row->n_cells = 0;
  row->id = id;
  row->revision++;
}

/* Lets go of the rows whose positions go away: should a position come back, it is another row's. */
static void
drop_rows_from (ZbMemberModel *self, guint first)
{
  GHashTableIter iter;
  gpointer row;

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, NULL, &row))
    if (ZB_MEMBER_ROW (row)->position >= first)
      {
        empty_row (row, 0);
        ZB_MEMBER_ROW (row)->model = NULL;
        g_hash_table_iter_remove (&iter);
      }
}

/* Which living rows show something else now. */
typedef struct {
  gboolean all;
  GHashTable *people; /* (unowned) (nullable) (element-type gint64) */
} Stale;

/* Gives the living rows the people who stand there now, without telling anybody yet.
 * Returns: (transfer full): those that changed, kept alive */
static GPtrArray *
revise_rows (ZbMemberModel *self, const Stale *stale)
{
  GPtrArray *revised = g_ptr_array_new_with_free_func (g_object_unref);
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      ZbMemberRow *row = value;
      gint64 id = self->ids[row->position];

      if (row->id == id && !stale->all && (stale->people == NULL || !g_hash_table_contains (stale->people, &id)))
        continue;
      empty_row (row, id);
      g_ptr_array_add (revised, g_object_ref (row));
    }
  return revised;
}

/* Puts a result in place. Everything is as it will be before anybody is told, so that n_items and
 * rows agree in every handler; then the tail that came or went, then the rows that were refilled. */
static void
put_result (ZbMemberModel *self, gint64 *ids, guint n_ids, const Stale *stale)
{
  guint before = self->n_ids;
  g_autoptr(GPtrArray) revised = NULL;

  g_free (self->ids);
  self->ids = ids;
  self->n_ids = n_ids;
  drop_rows_from (self, n_ids);
  revised = revise_rows (self, stale);
  if (n_ids > before)
    g_list_model_items_changed (G_LIST_MODEL (self), before, 0, n_ids - before);
  else if (n_ids < before)
    g_list_model_items_changed (G_LIST_MODEL (self), n_ids, before - n_ids, 0);
  for (guint i = 0; i < revised->len; i++)
    g_object_notify_by_pspec (g_ptr_array_index (revised, i), props[PROP_REVISION]);
  g_signal_emit (self, signals[QUERIED], 0);
}

/* Whether a first page is a beginning of what the query finds. */
static gboolean
is_everybody (const ZbMemberQuery *query)
{
  return (query->text == NULL || *query->text == '\0') && query->scope == ZB_SCOPE_HERE
         && (query->filter == NULL || zb_filter_size (query->filter) == 0);
}

static void
work_out (ZbMemberModel *self, const Stale *stale)
{
  ZbMemberColumns *columns = zb_registry_columns (self->registry);
  gint64 *ids = NULL;
  guint n = 0;

  zb_registry_need_order (self->registry, self->query.order);
  if (columns != NULL)
    ids = zb_member_columns_query (columns, &self->query, &n);
  else if (is_everybody (&self->query))
    ids = zb_registry_first_page (self->registry, &self->query, FIRST_PAGE, &n);
  put_result (self, ids, ids != NULL ? n : 0, stale);
}

static void
on_columns_ready (ZbMemberModel *self)
{
  work_out (self, &(Stale) { .all = TRUE });
}

/* The same people, elsewhere. */
static void
on_order_ready (ZbMemberModel *self)
{
  work_out (self, &(Stale) { 0 });
}

static void
on_changed (ZbMemberModel *self, guint what, GArray *people)
{
  g_autoptr(GHashTable) set = NULL;

  if ((what & (ZB_CHANGED_MEMBERS | ZB_CHANGED_ORGANIZATIONS | ZB_CHANGED_POSTS)) == 0)
    return;
  /* The name of an organisation stands in rows of people who were not touched themselves. */
  if (people == NULL || (what & ZB_CHANGED_ORGANIZATIONS) != 0)
    {
      work_out (self, &(Stale) { .all = TRUE });
      return;
    }
  set = g_hash_table_new (g_int64_hash, g_int64_equal);
  for (guint i = 0; i < people->len; i++)
    g_hash_table_add (set, &g_array_index (people, gint64, i));
  work_out (self, &(Stale) { .people = set });
}

static GType
get_item_type (GListModel *list)
{
  return ZB_TYPE_MEMBER_ROW;
}

static guint
get_n_items (GListModel *list)
{
  return ZB_MEMBER_MODEL (list)->n_ids;
}

static gpointer
get_item (GListModel *list, guint position)
{
  ZbMemberModel *self = ZB_MEMBER_MODEL (list);
  ZbMemberRow *row;

  if (position >= self->n_ids)
    return NULL;
  row = g_hash_table_lookup (self->rows, GUINT_TO_POINTER (position));
  if (row != NULL)
    return g_object_ref (row);
  row = g_object_new (ZB_TYPE_MEMBER_ROW, NULL);
  row->model = self;
  row->position = position;
  row->id = self->ids[position];
  g_hash_table_insert (self->rows, GUINT_TO_POINTER (position), row);
  return row;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
zb_member_model_finalize (GObject *object)
{
  ZbMemberModel *self = ZB_MEMBER_MODEL (object);

  drop_rows_from (self, 0);
  g_hash_table_unref (self->rows);
  g_clear_object (&self->registry);
  g_strfreev (self->fields);
  g_free (self->text);
  g_clear_pointer (&self->query.filter, zb_filter_unref);
  g_free (self->ids);
  G_OBJECT_CLASS (zb_member_model_parent_class)->finalize (object);
}

static void
zb_member_model_class_init (ZbMemberModelClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = zb_member_model_finalize;

  signals[QUERIED] = g_signal_new ("queried", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
zb_member_model_init (ZbMemberModel *self)
{
  self->rows = g_hash_table_new (NULL, NULL);
}

ZbMemberModel *
zb_member_model_new (ZbRegistry *registry, const char *const *fields)
{
  ZbMemberModel *self;

  g_return_val_if_fail (ZB_IS_REGISTRY (registry), NULL);

  self = g_object_new (ZB_TYPE_MEMBER_MODEL, NULL);
  self->registry = g_object_ref (registry);
  self->fields = g_strdupv ((char **) fields);
  g_signal_connect_object (registry, "columns-ready", G_CALLBACK (on_columns_ready), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (registry, "order-ready", G_CALLBACK (on_order_ready), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (registry, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  work_out (self, &(Stale) { 0 });
  return self;
}

void
zb_member_model_set_fields (ZbMemberModel *self, const char *const *fields)
{
  g_autoptr(GPtrArray) revised = NULL;
  char **old;

  g_return_if_fail (ZB_IS_MEMBER_MODEL (self));

  if (g_strv_equal ((const char *const *) self->fields, fields))
    return;
  old = self->fields;
  self->fields = g_strdupv ((char **) fields);
  g_strfreev (old);
  revised = revise_rows (self, &(Stale) { .all = TRUE });
  for (guint i = 0; i < revised->len; i++)
    g_object_notify_by_pspec (g_ptr_array_index (revised, i), props[PROP_REVISION]);
}

void
zb_member_model_set_query (ZbMemberModel *self, const ZbMemberQuery *query)
{
  ZbFilter *old;
  char *text;

  g_return_if_fail (ZB_IS_MEMBER_MODEL (self));
  g_return_if_fail (query != NULL);

  /* The new may be the old one with a field changed: copied before the old goes. */
  old = self->query.filter;
  text = g_strdup (query->text);
  self->query = *query;
  self->query.filter = query->filter != NULL ? zb_filter_ref (query->filter) : NULL;
  self->query.text = text;
  g_free (self->text);
  self->text = text;
  g_clear_pointer (&old, zb_filter_unref);
  work_out (self, &(Stale) { 0 });
}

const ZbMemberQuery *
zb_member_model_query (ZbMemberModel *self)
{
  g_return_val_if_fail (ZB_IS_MEMBER_MODEL (self), NULL);

  return &self->query;
}

guint
zb_member_model_size (ZbMemberModel *self)
{
  g_return_val_if_fail (ZB_IS_MEMBER_MODEL (self), 0);

  return self->n_ids;
}

gint64
zb_member_model_id_at (ZbMemberModel *self, guint position)
{
  g_return_val_if_fail (ZB_IS_MEMBER_MODEL (self), 0);

  return position < self->n_ids ? self->ids[position] : 0;
}

gint
zb_member_model_find (ZbMemberModel *self, gint64 id)
{
  g_return_val_if_fail (ZB_IS_MEMBER_MODEL (self), -1);

  for (guint i = 0; i < self->n_ids; i++)
    if (self->ids[i] == id)
      return (gint) i;
  return -1;
}

const gint64 *
zb_member_model_ids (ZbMemberModel *self, guint *out_n)
{
  g_return_val_if_fail (ZB_IS_MEMBER_MODEL (self), NULL);

  *out_n = self->n_ids;
  return self->ids;
}
