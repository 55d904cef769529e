/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/organizations/zb-org-item.h"

struct _ZbOrgItem
{
  GObject parent_instance;

  gint64 id;
  char *name;
  char *count;
};

G_DEFINE_FINAL_TYPE (ZbOrgItem, zb_org_item, G_TYPE_OBJECT)

static void
zb_org_item_finalize (GObject *object)
{
  ZbOrgItem *self = ZB_ORG_ITEM (object);

  g_free (self->name);
  g_free (self->count);
  G_OBJECT_CLASS (zb_org_item_parent_class)->finalize (object);
}

static void
zb_org_item_class_init (ZbOrgItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = zb_org_item_finalize;
}

static void
zb_org_item_init (ZbOrgItem *self)
{
}

gint64
zb_org_item_id (ZbOrgItem *self)
{
  return self->id;
}

const char *
zb_org_item_name (ZbOrgItem *self)
{
  return self->name;
}

const char *
zb_org_item_count (ZbOrgItem *self)
{
  return self->count;
}

static ZbOrgItem *
item_new (const ZbOrg *org, const ZbMemberCounts *counts)
{
  ZbOrgItem *self = g_object_new (ZB_TYPE_ORG_ITEM, NULL);

  self->id = org->id;
  self->name = g_strdup (zb_org_short (org));
  self->count = counts != NULL ? g_strdup_printf ("%'u", counts[org->position].party) : g_strdup ("");
  return self;
}

GListModel *
zb_org_item_children (ZbOrgTree *tree, const ZbMemberCounts *counts, gint64 parent)
{
  const ZbOrg *above = parent != 0 ? zb_org_tree_get (tree, parent) : NULL;
  guint begin = above != NULL ? above->position + 1 : 0;
  guint end = above != NULL ? begin + above->below : zb_org_tree_size (tree);
  g_autoptr(GListStore) store = NULL;

  if (parent != 0 && (above == NULL || above->below == 0))
    return NULL;
  store = g_list_store_new (ZB_TYPE_ORG_ITEM);
  for (guint i = begin; i < end;)
    {
      const ZbOrg *org = zb_org_tree_at (tree, i);
      g_autoptr(ZbOrgItem) item = item_new (org, counts);

      g_list_store_append (store, item);
      i += org->below + 1;
    }
  return G_LIST_MODEL (g_steal_pointer (&store));
}
