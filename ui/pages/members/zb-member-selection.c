/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/members/zb-member-selection.h"

struct _ZbMemberSelection
{
  GObject parent_instance;

  ZbMemberModel *model; /* (owned) */
  GHashTable *ids;      /* (owned) (element-type gint64): selected, or in mode all: not selected */
  gboolean is_all;
};

static void list_model_init (GListModelInterface *iface);
static void selection_model_init (GtkSelectionModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (ZbMemberSelection, zb_member_selection, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init)
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SELECTION_MODEL, selection_model_init))

static guint
size_of (ZbMemberSelection *self)
{
  return self->model != NULL ? zb_member_model_size (self->model) : 0;
}

static GType
get_item_type (GListModel *list)
{
  return ZB_TYPE_MEMBER_ROW;
}

static guint
get_n_items (GListModel *list)
{
  return size_of (ZB_MEMBER_SELECTION (list));
}

static gpointer
get_item (GListModel *list, guint position)
{
  ZbMemberSelection *self = ZB_MEMBER_SELECTION (list);

  return self->model != NULL ? g_list_model_get_item (G_LIST_MODEL (self->model), position) : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

gboolean
zb_member_selection_has (ZbMemberSelection *self, gint64 id)
{
  return g_hash_table_contains (self->ids, &id) != self->is_all;
}

static void
set_selected (ZbMemberSelection *self, gint64 id, gboolean selected)
{
  if (selected != self->is_all)
    g_hash_table_add (self->ids, g_memdup2 (&id, sizeof id));
  else
    g_hash_table_remove (self->ids, &id);
}

static void
unselect_everybody (ZbMemberSelection *self)
{
  self->is_all = FALSE;
  g_hash_table_remove_all (self->ids);
}

static void
tell_all (ZbMemberSelection *self)
{
  if (size_of (self) > 0)
    gtk_selection_model_selection_changed (GTK_SELECTION_MODEL (self), 0, size_of (self));
}

static gboolean
is_selected (GtkSelectionModel *model, guint position)
{
  ZbMemberSelection *self = ZB_MEMBER_SELECTION (model);

  return position < size_of (self) && zb_member_selection_has (self, zb_member_model_id_at (self->model, position));
}

static gboolean
select_range (GtkSelectionModel *model, guint position, guint n_items, gboolean unselect_rest)
{
  ZbMemberSelection *self = ZB_MEMBER_SELECTION (model);

  if (unselect_rest)
    unselect_everybody (self);
  for (guint i = position; i < MIN (position + n_items, size_of (self)); i++)
    set_selected (self, zb_member_model_id_at (self->model, i), TRUE);
  if (unselect_rest)
    tell_all (self);
  else
    gtk_selection_model_selection_changed (model, position, n_items);
  return TRUE;
}

static gboolean
unselect_range (GtkSelectionModel *model, guint position, guint n_items)
{
  ZbMemberSelection *self = ZB_MEMBER_SELECTION (model);

  for (guint i = position; i < MIN (position + n_items, size_of (self)); i++)
    set_selected (self, zb_member_model_id_at (self->model, i), FALSE);
  gtk_selection_model_selection_changed (model, position, n_items);
  return TRUE;
}

static gboolean
select_item (GtkSelectionModel *model, guint position, gboolean unselect_rest)
{
  return select_range (model, position, 1, unselect_rest);
}

static gboolean
unselect_item (GtkSelectionModel *model, guint position)
{
  return unselect_range (model, position, 1);
}

static gboolean
select_all (GtkSelectionModel *model)
{
  ZbMemberSelection *self = ZB_MEMBER_SELECTION (model);

  g_hash_table_remove_all (self->ids);
  self->is_all = TRUE;
  tell_all (self);
  return TRUE;
}

static gboolean
unselect_all (GtkSelectionModel *model)
{
  zb_member_selection_clear (ZB_MEMBER_SELECTION (model));
  return TRUE;
}

static void
selection_model_init (GtkSelectionModelInterface *iface)
{
  iface->is_selected = is_selected;
  iface->select_item = select_item;
  iface->unselect_item = unselect_item;
  iface->select_range = select_range;
  iface->unselect_range = unselect_range;
  iface->select_all = select_all;
  iface->unselect_all = unselect_all;
}

/* Another person may stand at a position now: the rows show whether that one is selected. */
static void
on_queried (ZbMemberSelection *self)
{
  if (self->is_all)
    unselect_everybody (self);
  tell_all (self);
}

gint64 *
zb_member_selection_ids (ZbMemberSelection *self, guint *out_n)
{
  guint n;
  const gint64 *all = zb_member_model_ids (self->model, &n);
  g_autoptr(GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (self->is_all || g_hash_table_size (self->ids) > 0)
    for (guint i = 0; i < n; i++)
      if (zb_member_selection_has (self, all[i]))
        g_array_append_val (ids, all[i]);
  *out_n = ids->len;
  return (gint64 *) g_array_free (g_steal_pointer (&ids), FALSE);
}

guint
zb_member_selection_size (ZbMemberSelection *self)
{
  guint n = 0;
  GHashTableIter iter;
  gpointer id;

  if (self->is_all)
    return zb_member_model_size (self->model) - g_hash_table_size (self->ids);
  if (g_hash_table_size (self->ids) > 2)
    {
      g_free (zb_member_selection_ids (self, &n));
      return n;
    }
  g_hash_table_iter_init (&iter, self->ids);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    n += zb_member_model_find (self->model, *(gint64 *) id) >= 0;
  return n;
}

gint64
zb_member_selection_first (ZbMemberSelection *self)
{
  gint first = G_MAXINT;
  GHashTableIter iter;
  gpointer id;

  if (self->is_all || g_hash_table_size (self->ids) > 2)
    {
      guint n;
      g_autofree gint64 *ids = zb_member_selection_ids (self, &n);

      return n > 0 ? ids[0] : 0;
    }
  g_hash_table_iter_init (&iter, self->ids);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    {
      gint position = zb_member_model_find (self->model, *(gint64 *) id);

      if (position >= 0 && position < first)
        first = position;
    }
  return first == G_MAXINT ? 0 : zb_member_model_id_at (self->model, (guint) first);
}

void
zb_member_selection_clear (ZbMemberSelection *self)
{
  unselect_everybody (self);
  tell_all (self);
}

void
zb_member_selection_select_only (ZbMemberSelection *self, gint64 id)
{
  unselect_everybody (self);
  set_selected (self, id, TRUE);
  tell_all (self);
}

static void
zb_member_selection_dispose (GObject *object)
{
  ZbMemberSelection *self = ZB_MEMBER_SELECTION (object);

  if (self->model != NULL)
    g_signal_handlers_disconnect_by_data (self->model, self);
  g_clear_object (&self->model);
  G_OBJECT_CLASS (zb_member_selection_parent_class)->dispose (object);
}

static void
zb_member_selection_finalize (GObject *object)
{
  g_hash_table_unref (ZB_MEMBER_SELECTION (object)->ids);
  G_OBJECT_CLASS (zb_member_selection_parent_class)->finalize (object);
}

static void
zb_member_selection_class_init (ZbMemberSelectionClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = zb_member_selection_dispose;
  G_OBJECT_CLASS (klass)->finalize = zb_member_selection_finalize;
}

static void
zb_member_selection_init (ZbMemberSelection *self)
{
  self->ids = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
}

ZbMemberSelection *
zb_member_selection_new (ZbMemberModel *model)
{
  ZbMemberSelection *self = g_object_new (ZB_TYPE_MEMBER_SELECTION, NULL);

  self->model = g_object_ref (model);
  g_signal_connect_swapped (model, "items-changed", G_CALLBACK (g_list_model_items_changed), self);
  g_signal_connect_swapped (model, "queried", G_CALLBACK (on_queried), self);
  return self;
}
