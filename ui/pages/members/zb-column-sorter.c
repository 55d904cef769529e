/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/members/zb-column-sorter.h"

/* What the view's sorter is given to compare; it takes the answer in. */
#define ZB_TYPE_PROBE (zb_probe_get_type ())
G_DECLARE_FINAL_TYPE (ZbProbe, zb_probe, ZB, PROBE, GObject)

struct _ZbProbe
{
  GObject parent_instance;

  int id;
};

G_DEFINE_FINAL_TYPE (ZbProbe, zb_probe, G_TYPE_OBJECT)

static void
zb_probe_class_init (ZbProbeClass *klass)
{
}

static void
zb_probe_init (ZbProbe *self)
{
  self->id = -1;
}

struct _ZbColumnSorter
{
  GtkSorter parent_instance;

  guint id;
};

G_DEFINE_FINAL_TYPE (ZbColumnSorter, zb_column_sorter, GTK_TYPE_SORTER)

static GtkOrdering
zb_column_sorter_compare (GtkSorter *sorter, gpointer a, gpointer b)
{
  ZbProbe *probe = ZB_IS_PROBE (a) ? a : NULL;

  if (probe != NULL && probe->id < 0)
    probe->id = (int) ZB_COLUMN_SORTER (sorter)->id;
  return GTK_ORDERING_SMALLER;
}

static GtkSorterOrder
zb_column_sorter_get_order (GtkSorter *sorter)
{
  return GTK_SORTER_ORDER_PARTIAL;
}

static void
zb_column_sorter_class_init (ZbColumnSorterClass *klass)
{
  GTK_SORTER_CLASS (klass)->compare = zb_column_sorter_compare;
  GTK_SORTER_CLASS (klass)->get_order = zb_column_sorter_get_order;
}

static void
zb_column_sorter_init (ZbColumnSorter *self)
{
}

GtkSorter *
zb_column_sorter_new (guint id)
{
  ZbColumnSorter *self = g_object_new (ZB_TYPE_COLUMN_SORTER, NULL);

  self->id = id;
  return GTK_SORTER (self);
}

int
zb_column_sorter_probe (GtkSorter *view_sorter, gboolean *out_descending)
{
  g_autoptr(ZbProbe) a = g_object_new (ZB_TYPE_PROBE, NULL);
  g_autoptr(ZbProbe) b = g_object_new (ZB_TYPE_PROBE, NULL);

  *out_descending = FALSE;
  if (view_sorter == NULL)
    return -1;
  *out_descending = gtk_sorter_compare (view_sorter, a, b) == GTK_ORDERING_LARGER;
  return a->id;
}
