/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "dialogs/import/zb-import-row-list.h"

#include "service/zb-words.h"

struct _ZbImportRowItem
{
  GObject parent_instance;

  ZbImportRowList *list;    /* (unowned) */
  guint index;
  ZbImportRow *row;         /* (owned) (nullable): read when it is asked for */
  char *why;                /* (owned) (nullable) */
};

struct _ZbImportRowList
{
  GObject parent_instance;

  ZbImport *import;         /* (unowned) (nullable) */
  GHashTable *problems;     /* (owned): index of a row → GPtrArray of its problems */
  GHashTable *items;        /* (owned): index of a row → its item (unowned), those that live */
  GArray *shown;            /* (owned) (element-type guint) */
  guint counts[ZB_IMPORT_N_SHOWN];
};

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE (ZbImportRowItem, zb_import_row_item, G_TYPE_OBJECT)
G_DEFINE_FINAL_TYPE_WITH_CODE (ZbImportRowList, zb_import_row_list, G_TYPE_OBJECT, G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

/* A row */

static void
zb_import_row_item_finalize (GObject *object)
{
  ZbImportRowItem *self = ZB_IMPORT_ROW_ITEM (object);

  if (self->list != NULL)
    g_hash_table_remove (self->list->items, GUINT_TO_POINTER (self->index));
  g_clear_pointer (&self->row, zb_import_row_free);
  g_free (self->why);
  G_OBJECT_CLASS (zb_import_row_item_parent_class)->finalize (object);
}

static void
zb_import_row_item_class_init (ZbImportRowItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = zb_import_row_item_finalize;
}

static void
zb_import_row_item_init (ZbImportRowItem *self)
{
}

guint
zb_import_row_item_get_index (ZbImportRowItem *self)
{
  return self->index;
}

const ZbImportRow *
zb_import_row_item_get (ZbImportRowItem *self)
{
  if (self->row == NULL && self->list != NULL && self->list->import != NULL)
    self->row = zb_import_shown (self->list->import, self->index);
  return self->row;
}

const char *
zb_import_row_item_get_why (ZbImportRowItem *self)
{
  const ZbImportRow *row = zb_import_row_item_get (self);
  GPtrArray *problems = self->list != NULL ? zb_import_row_list_problems (self->list, self->index) : NULL;
  g_autoptr(GString) why = NULL;

  if (self->why != NULL || row == NULL)
    return self->why != NULL ? self->why : "";
  why = g_string_new (row->explanation);
  for (guint i = 0; problems != NULL && i < problems->len; i++)
    {
      g_autofree char *words = zb_words_import_row_problem (g_ptr_array_index (problems, i));

      g_string_append_printf (why, "%s%s", why->len > 0 ? "\n" : "", words);
    }
  self->why = g_string_free (g_steal_pointer (&why), FALSE);
  return self->why;
}

/* The rows */

static GType
get_item_type (GListModel *model)
{
  return ZB_TYPE_IMPORT_ROW_ITEM;
}

static guint
get_n_items (GListModel *model)
{
  return ZB_IMPORT_ROW_LIST (model)->shown->len;
}

static gpointer
get_item (GListModel *model, guint position)
{
  ZbImportRowList *self = ZB_IMPORT_ROW_LIST (model);
  ZbImportRowItem *item;
  guint index;

  if (position >= self->shown->len)
    return NULL;
  index = g_array_index (self->shown, guint, position);
  if ((item = g_hash_table_lookup (self->items, GUINT_TO_POINTER (index))) != NULL)
    return g_object_ref (item);
  item = g_object_new (ZB_TYPE_IMPORT_ROW_ITEM, NULL);
  item->list = self;
  item->index = index;
  g_hash_table_insert (self->items, GUINT_TO_POINTER (index), item);
  return item;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
zb_import_row_list_finalize (GObject *object)
{
  ZbImportRowList *self = ZB_IMPORT_ROW_LIST (object);
  GHashTableIter iter;
  gpointer item;

  g_hash_table_iter_init (&iter, self->items);
  while (g_hash_table_iter_next (&iter, NULL, &item))
    ((ZbImportRowItem *) item)->list = NULL;
  g_hash_table_unref (self->items);
  g_hash_table_unref (self->problems);
  g_array_unref (self->shown);
  G_OBJECT_CLASS (zb_import_row_list_parent_class)->finalize (object);
}

static void
zb_import_row_list_class_init (ZbImportRowListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = zb_import_row_list_finalize;
}

static void
zb_import_row_list_init (ZbImportRowList *self)
{
  self->problems = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
  self->items = g_hash_table_new (NULL, NULL);
  self->shown = g_array_new (FALSE, FALSE, sizeof (guint));
}

static gboolean
is_shown (ZbImportRowList *self, guint index, ZbImportFilter filter)
{
  ZbImportVerdict verdict = zb_import_verdict (self->import, index);
  GPtrArray *problems;

  switch (filter)
    {
    case ZB_IMPORT_SHOW_NEW: return verdict == ZB_IMPORT_NEW;
    case ZB_IMPORT_SHOW_UPDATED: return verdict == ZB_IMPORT_UPDATE;
    case ZB_IMPORT_SHOW_SAME: return verdict == ZB_IMPORT_SAME;
    case ZB_IMPORT_SHOW_SKIPPED: return verdict == ZB_IMPORT_SKIP;
    case ZB_IMPORT_SHOW_READ: return verdict != ZB_IMPORT_SKIP;
    case ZB_IMPORT_SHOW_REFUSED: return verdict == ZB_IMPORT_ERROR || verdict == ZB_IMPORT_CONFLICT;
    case ZB_IMPORT_SHOW_DOUBTFUL:
      if (verdict == ZB_IMPORT_ERROR || verdict == ZB_IMPORT_CONFLICT)
        return TRUE;
      problems = zb_import_row_list_problems (self, index);
      for (guint i = 0; problems != NULL && i < problems->len; i++)
        if (zb_import_problem_severity (g_ptr_array_index (problems, i)) != ZB_IMPORT_INFO)
          return TRUE;
      return FALSE;
    case ZB_IMPORT_SHOW_ALL:
    case ZB_IMPORT_N_SHOWN:
    default:
      return TRUE;
    }
}

ZbImportRowList *
zb_import_row_list_new (ZbImport *import)
{
  ZbImportRowList *self = g_object_new (ZB_TYPE_IMPORT_ROW_LIST, NULL);
  GPtrArray *problems = zb_import_problems (import);

  self->import = import;
  for (guint i = 0; i < problems->len; i++)
    {
      ZbImportProblem *problem = g_ptr_array_index (problems, i);
      GPtrArray *of_row = g_hash_table_lookup (self->problems, GINT_TO_POINTER (problem->line));

      if (problem->line < 0)
        continue;
      if (of_row == NULL)
        g_hash_table_insert (self->problems, GINT_TO_POINTER (problem->line), of_row = g_ptr_array_new ());
      g_ptr_array_add (of_row, problem);
    }
  for (guint f = 0; f < ZB_IMPORT_N_SHOWN; f++)
    for (guint i = 0; i < zb_import_n_rows (import); i++)
      self->counts[f] += is_shown (self, i, (ZbImportFilter) f);
  for (guint i = 0; i < zb_import_n_rows (import); i++)
    g_array_append_val (self->shown, i);
  return self;
}

/* Rows that are in sight were read; those that come into sight now say nothing until the import is back. */
void
zb_import_row_list_forget (ZbImportRowList *self)
{
  self->import = NULL;
  g_hash_table_remove_all (self->problems);
}

void
zb_import_row_list_filter (ZbImportRowList *self, ZbImportFilter filter)
{
  guint before = self->shown->len;

  if (self->import == NULL)
    return;
  g_array_set_size (self->shown, 0);
  for (guint i = 0; i < zb_import_n_rows (self->import); i++)
    if (is_shown (self, i, filter))
      g_array_append_val (self->shown, i);
  g_list_model_items_changed (G_LIST_MODEL (self), 0, before, self->shown->len);
}

guint
zb_import_row_list_count (ZbImportRowList *self, ZbImportFilter filter)
{
  return self->counts[filter];
}

static int
compare_indexes (gconstpointer one, gconstpointer two)
{
  guint a = *(const guint *) one, b = *(const guint *) two;

  return a < b ? -1 : a > b;
}

gint
zb_import_row_list_find (ZbImportRowList *self, guint index)
{
  guint at;

  return g_array_binary_search (self->shown, &index, compare_indexes, &at) ? (gint) at : -1;
}

GPtrArray *
zb_import_row_list_problems (ZbImportRowList *self, guint index)
{
  return g_hash_table_lookup (self->problems, GUINT_TO_POINTER (index));
}
