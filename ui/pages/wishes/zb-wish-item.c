/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/wishes/zb-wish-item.h"

struct _ZbWishItem
{
  GObject parent_instance;

  GPtrArray *lines; /* (owned) */
  guint index;
};

G_DEFINE_FINAL_TYPE (ZbWishItem, zb_wish_item, G_TYPE_OBJECT)

static void
zb_wish_item_finalize (GObject *object)
{
  g_ptr_array_unref (ZB_WISH_ITEM (object)->lines);
  G_OBJECT_CLASS (zb_wish_item_parent_class)->finalize (object);
}

static void
zb_wish_item_class_init (ZbWishItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = zb_wish_item_finalize;
}

static void
zb_wish_item_init (ZbWishItem *self)
{
}

ZbWishItem *
zb_wish_item_new (GPtrArray *lines, guint index)
{
  ZbWishItem *self = g_object_new (ZB_TYPE_WISH_ITEM, NULL);

  self->lines = g_ptr_array_ref (lines);
  self->index = index;
  return self;
}

const ZbWishLine *
zb_wish_item_get_line (ZbWishItem *self)
{
  return g_ptr_array_index (self->lines, self->index);
}
