/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/paper/zb-people-extra.h"

#include <string.h>

#include "store/life/zb-oaths.h"
#include "store/zb-records.h"

struct _ZbPeopleExtra
{
  GHashTable *sworn; /* (owned) (nullable): id of the person → day, packed */
  GHashTable *left;  /* (owned) (nullable): id of the person → the membership that ended last */
};

gboolean
zb_people_extra_has (const char *column)
{
  return strcmp (column, "sworn_on") == 0 || strcmp (column, "left_on") == 0 || strcmp (column, "left_to") == 0;
}

void
zb_people_extra_free (ZbPeopleExtra *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->sworn, g_hash_table_unref);
  g_clear_pointer (&self->left, g_hash_table_unref);
  g_free (self);
}

/* A move from branch to branch is no leaving. */
static gboolean
has_left (const ZbRecord *membership, ZbDate day)
{
  ZbDate ended = zb_record_get_date (membership, "ended_on");
  const char *how = zb_record_get (membership, "ended_by");

  return how != NULL && strcmp (how, "moved") != 0 && strcmp (how, "merged") != 0 && (!zb_date_is_set (ended) || zb_date_compare (ended, day) <= 0);
}

static gboolean
read_left (ZbPeopleExtra *self, const ZbRosterWorld *world, GError **error)
{
  g_autoptr(GPtrArray) all = zb_records_list (world->db, &zb_kind_membership, "kind", "organizational", FALSE, error);

  self->left = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) zb_record_free);
  for (guint i = 0; all != NULL && i < all->len; i++)
    {
      const ZbRecord *one = g_ptr_array_index (all, i);
      gint64 person = zb_record_get_int (one, "person");
      const ZbRecord *last = g_hash_table_lookup (self->left, &person);

      if (has_left (one, world->request->as_of)
          && (last == NULL || g_strcmp0 (zb_record_get (one, "ended_on"), zb_record_get (last, "ended_on")) >= 0))
        g_hash_table_replace (self->left, g_memdup2 (&person, sizeof person), g_steal_pointer (&all->pdata[i]));
    }
  return all != NULL;
}

ZbPeopleExtra *
zb_people_extra_new (ZbSheet *sheet, const ZbRosterWorld *world, GError **error)
{
  ZbPeopleExtra *self = g_new0 (ZbPeopleExtra, 1);
  gboolean is_good = TRUE;

  for (guint i = 0; is_good && i < zb_sheet_n_columns (sheet); i++)
    {
      const char *name = zb_sheet_column (sheet, i)->name;

      if (strcmp (name, "sworn_on") == 0 && self->sworn == NULL)
        is_good = (self->sworn = zb_oaths_sworn (world->db, world->request->as_of, error)) != NULL;
      else if (g_str_has_prefix (name, "left_") && self->left == NULL)
        is_good = read_left (self, world, error);
    }
  if (is_good)
    return self;
  zb_people_extra_free (self);
  return NULL;
}

char *
zb_people_extra_text (const ZbPeopleExtra *self, const char *column, gint64 person)
{
  const ZbRecord *left = self->left != NULL ? g_hash_table_lookup (self->left, &person) : NULL;

  if (strcmp (column, "sworn_on") == 0)
    return zb_date_to_print (zb_date_unpack (GPOINTER_TO_UINT (g_hash_table_lookup (self->sworn, &person))));
  if (left == NULL)
    return NULL;
  if (strcmp (column, "left_on") == 0)
    return zb_date_to_print (zb_record_get_date (left, "ended_on"));
  return g_strdup (zb_record_get (left, zb_record_get (left, "to_org") != NULL ? "to_org" : "reason"));
}
