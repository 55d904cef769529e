/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/life/zb-year-item.h"

typedef struct {
  GObjectClass parent_class;
} ZbYearItemClass;

G_DEFINE_TYPE (ZbYearItem, zb_year_item, G_TYPE_OBJECT)

static void
zb_year_item_finalize (GObject *object)
{
  g_free (((ZbYearItem *) object)->title);
  G_OBJECT_CLASS (zb_year_item_parent_class)->finalize (object);
}

static void
zb_year_item_class_init (ZbYearItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = zb_year_item_finalize;
}

static void
zb_year_item_init (ZbYearItem *self)
{
}

static char *
key_of (gint64 org, ZbMeetingKind kind, guint month)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT " %d %u", org, kind, month);
}

/* What is planned, by organisation, kind and month; meetings of groups stand in their branch's line. */
static GHashTable *
read_planned (ZbRegistry *registry, gint64 top, int year)
{
  GHashTable *planned = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  ZbDate from = { (gint16) year, 1, 0 }, to = { (gint16) (year + 1), 1, 0 };
  g_autoptr(GPtrArray) all = year >= zb_registry_today (registry).year ? zb_registry_meetings (registry, top, from, to, NULL) : NULL;

  for (guint i = 0; all != NULL && i < all->len; i++)
    {
      const ZbMeetingLine *line = g_ptr_array_index (all, i);
      const ZbOrg *org = zb_org_tree_get (zb_registry_tree (registry), line->org);
      char *key;

      if (g_strcmp0 (line->state, "planned") != 0 || line->day.month == 0)
        continue;
      key = key_of (org != NULL && org->kind == ZB_ORG_GROUP ? org->parent : line->org, line->kind, line->day.month - 1u);
      g_hash_table_insert (planned, key, GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (planned, key)) + 1));
    }
  return planned;
}

static void
add_item (GPtrArray *items, const ZbYearRow *row, const char *title, GHashTable *planned)
{
  ZbYearItem *item = g_object_new (ZB_TYPE_YEAR_ITEM, NULL);

  item->row = *row;
  item->title = g_strdup (title);
  for (guint month = 0; title == NULL && month < 12; month++)
    {
      g_autofree char *key = key_of (row->org, row->kind, month);

      item->planned[month] = GPOINTER_TO_UINT (g_hash_table_lookup (planned, key));
    }
  g_ptr_array_add (items, item);
}

GPtrArray *
zb_year_items_new (ZbRegistry *registry, GPtrArray *rows, gint64 org, int year)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GHashTable) planned = read_planned (registry, org, year);
  const ZbYearRow *before = NULL;
  gboolean several = rows->len > 0 && ((ZbYearRow *) g_ptr_array_index (rows, 0))->org != ((ZbYearRow *) g_ptr_array_index (rows, rows->len - 1))->org;

  for (guint i = 0; i < rows->len; i++)
    {
      const ZbYearRow *row = g_ptr_array_index (rows, i);

      if (several && (before == NULL || before->org != row->org))
        {
          g_autofree char *title = zb_registry_title (registry, &zb_kind_organization, row->org);

          add_item (items, row, title, planned);
        }
      add_item (items, row, NULL, planned);
      before = row;
    }
  return items;
}
