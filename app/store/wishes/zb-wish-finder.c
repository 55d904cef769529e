/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/wishes/zb-wish-finder.h"

struct _ZbWishFinder
{
  GPtrArray *lines; /* (owned) (nullable) (element-type ZbWishLine): that the query means, whatever its text */
  ZbWishQuery query;
  char *category;   /* (owned) (nullable): of the query */
  gint64 version;   /* of the registry, before they were read */
};

ZbWishFinder *
zb_wish_finder_new (void)
{
  return g_new0 (ZbWishFinder, 1);
}

void
zb_wish_finder_free (ZbWishFinder *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->lines, g_ptr_array_unref);
  g_free (self->category);
  g_free (self);
}

static gboolean
is_kept (const ZbWishFinder *self, const ZbWishQuery *query, gint64 version)
{
  return self->lines != NULL && self->version == version && self->query.org == query->org && self->query.states == query->states
         && g_strcmp0 (self->category, query->category) == 0 && zb_date_compare (self->query.from, query->from) == 0
         && zb_date_compare (self->query.to, query->to) == 0 && zb_date_compare (self->query.day, query->day) == 0;
}

static void
keep (ZbWishFinder *self, GPtrArray *lines, const ZbWishQuery *query, gint64 version)
{
  g_clear_pointer (&self->lines, g_ptr_array_unref);
  g_free (self->category);
  self->lines = lines;
  self->query = *query;
  self->category = g_strdup (query->category);
  self->version = version;
}

GPtrArray *
zb_wish_finder_list (ZbWishFinder *self, ZbDb *db, const ZbWishQuery *query, GError **error)
{
  gint64 version = zb_db_data_version (db);
  gboolean has_text = query->text != NULL && *query->text != '\0';
  g_autoptr(GPtrArray) out = NULL;

  /* The first few are not those among which to search. */
  if (query->limit > 0)
    return zb_wishes_list (db, query, error);
  if (!is_kept (self, query, version))
    {
      ZbWishQuery all = *query;
      GPtrArray *lines;

      all.text = NULL;
      if (!(lines = zb_wishes_list (db, &all, error)))
        return NULL;
      keep (self, lines, &all, version);
    }
  out = g_ptr_array_new_with_free_func ((GDestroyNotify) zb_wish_line_unref);
  for (guint i = 0; i < self->lines->len; i++)
    {
      ZbWishLine *line = g_ptr_array_index (self->lines, i);

      if (!has_text || zb_wish_line_has (line, query->text))
        g_ptr_array_add (out, zb_wish_line_ref (line));
    }
  return g_steal_pointer (&out);
}
