/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "core/zb-id-number.h"
#include "exchange/import/zb-import-private.h"
#include "store/wishes/zb-wishes.h"
#include "store/zb-records.h"

static ZbRecord *
household_of (const ZbImportTaking *row, gint64 org)
{
  ZbRecord *record = zb_record_new (&zb_kind_household);

  for (guint i = 0; i < zb_kind_household.n_fields; i++)
    record->values[i] = g_strdup (zb_import_draft_also (row->draft, &zb_kind_household, zb_kind_household.fields[i].name));
  record->has_private = TRUE;
  if (org != 0)
    zb_record_set_int (record, "org", org);
  return record;
}

/* Two dates of birth agree as far as both are known. */
static gboolean
agree (const char *one, const char *two)
{
  return one == NULL || two == NULL || g_str_has_prefix (one, two) || g_str_has_prefix (two, one);
}

/* Whether what is known of both cannot be of one person. */
static gboolean
contradict (const ZbRecord *one, const ZbRecord *two)
{
  const char *number = zb_record_get (one, "id_number"), *other = zb_record_get (two, "id_number");
  g_autofree char *long_number = number != NULL ? zb_id_number_eighteen (number) : NULL;
  g_autofree char *long_other = other != NULL ? zb_id_number_eighteen (other) : NULL;

  if (long_number != NULL && long_other != NULL)
    return strcmp (long_number, long_other) != 0;
  return !agree (zb_record_get (one, "birth_date"), zb_record_get (two, "birth_date"))
         || (zb_record_get (one, "sex") != NULL && zb_record_get (two, "sex") != NULL
             && strcmp (zb_record_get (one, "sex"), zb_record_get (two, "sex")) != 0);
}

/* Where only the name for publication is given, it means the household of that name in the community. */
static GPtrArray *
like_by_alias (ZbImportTaking *row, const ZbRecord *household, GError **error)
{
  const char *community = zb_record_get (household, "community");
  g_autoptr(GPtrArray) found = zb_records_list (row->import->db, &zb_kind_household, "alias", zb_record_get (household, "alias"), FALSE, error);

  for (guint i = found != NULL ? found->len : 0; i-- > 0;)
    {
      const char *other = zb_record_get (g_ptr_array_index (found, i), "community");

      if (community != NULL && other != NULL && strcmp (community, other) != 0)
        g_ptr_array_remove_index (found, i);
    }
  return g_steal_pointer (&found);
}

/* The households that may be meant, with their private fields. */
static GPtrArray *
candidates (ZbImportTaking *row, const ZbRecord *household, GError **error)
{
  gboolean has_name = zb_record_get (household, "name") != NULL || zb_record_get (household, "id_number") != NULL;
  g_autoptr(GPtrArray) like = has_name ? zb_households_like (row->import->db, household, error) : like_by_alias (row, household, error);
  g_autoptr(GPtrArray) out = g_ptr_array_new_with_free_func ((GDestroyNotify) zb_record_free);

  for (guint i = 0; like != NULL && i < like->len; i++)
    {
      ZbRecord *found = zb_records_get (row->import->db, &zb_kind_household, ((ZbRecord *) g_ptr_array_index (like, i))->id, TRUE, error);

      if (found == NULL)
        return NULL;
      if (contradict (found, household))
        zb_record_free (found);
      else
        g_ptr_array_add (out, found);
    }
  return like != NULL ? g_steal_pointer (&out) : NULL;
}

/* What the household does not have yet is filled; where it has something else, that stays and is told. */
static gboolean
complete (ZbImportTaking *row, ZbRecord *stored, const ZbRecord *household, GError **error)
{
  for (guint i = 0; i < zb_kind_household.n_fields; i++)
    {
      const ZbField *field = &zb_kind_household.fields[i];
      const char *value = household->values[i];

      if (value == NULL || field->type == ZB_FIELD_LINK || g_strcmp0 (value, stored->values[i]) == 0)
        continue;
      if (stored->values[i] == NULL || (field->type == ZB_FIELD_DATE && g_str_has_prefix (value, stored->values[i])))
        zb_record_set (stored, field->name, value);
      else if (field->type != ZB_FIELD_DATE || !g_str_has_prefix (stored->values[i], value))
        zb_import_tell (row, field->name, (field->flags & ZB_FIELD_PRIVATE) ? NULL : value, "household-kept");
    }
  return zb_change_set_update (row->set, stored, error);
}

/* Whether the household has a wish that is called the same and was collected on the same day. */
static gboolean
has_the_wish (ZbImportTaking *row, const ZbRecord *household)
{
  const char *title = zb_import_draft_value (row->import, row->draft, "title"), *day = zb_import_draft_value (row->import, row->draft, "collected_on");
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, household->id);
  g_autoptr(GPtrArray) wishes = zb_records_list (row->import->db, &zb_kind_wish, "household", id, FALSE, NULL);

  for (guint i = 0; wishes != NULL && day != NULL && i < wishes->len; i++)
    if (g_strcmp0 (zb_record_get (g_ptr_array_index (wishes, i), "title"), title) == 0
        && g_strcmp0 (zb_record_get (g_ptr_array_index (wishes, i), "collected_on"), day) == 0)
      return TRUE;
  return FALSE;
}

/* Of several that may be meant, the one that the wish itself tells: by its number, else by what and when it was.
 * Returns: (nullable): %NULL when it tells none, or several */
static ZbRecord *
told_by_wish (ZbImportTaking *row, GPtrArray *found, gint64 known)
{
  ZbRecord *told = NULL;

  for (guint i = 0; i < found->len; i++)
    {
      ZbRecord *one = g_ptr_array_index (found, i);

      if (known != 0 ? one->id != known : !has_the_wish (row, one))
        continue;
      if (told != NULL)
        return NULL;
      told = one;
    }
  return told;
}

/* 李某, 王女士 below 心愿人: not what somebody is called, but already what everybody may read. */
static gboolean
is_for_publication (const char *name)
{
  return strstr (name, "某") != NULL || g_str_has_suffix (name, "女士") || g_str_has_suffix (name, "先生");
}

gint64
zb_import_wish_household (ZbImportTaking *row, gint64 org, gint64 known, GError **error)
{
  g_autoptr(ZbRecord) household = household_of (row, org);
  const char *alias = zb_import_draft_value (row->import, row->draft, "household");
  g_autoptr(GPtrArray) found = NULL;
  ZbRecord *stored;

  /* 心愿人（公示称呼） is the wish's link to the household, and in a list the household's own name for publication. */
  if (zb_record_get (household, "alias") == NULL)
    zb_record_set (household, "alias", alias);
  if (zb_record_get (household, "alias") == NULL && zb_record_get (household, "name") != NULL && is_for_publication (zb_record_get (household, "name")))
    {
      zb_record_set (household, "alias", zb_record_get (household, "name"));
      zb_record_set (household, "name", NULL);
    }
  if (zb_record_get (household, "alias") == NULL && zb_record_get (household, "name") == NULL)
    {
      zb_import_stop (row, "household", NULL, "wisher-missing");
      return 0;
    }
  if (!(found = candidates (row, household, error)))
    return 0;
  stored = told_by_wish (row, found, known);
  if (stored != NULL)
    return complete (row, stored, household, error) ? stored->id : 0;
  if (found->len > 1)
    {
      zb_import_stop (row, "household", NULL, "several-households");
      row->verdict = ZB_IMPORT_CONFLICT;
      return 0;
    }
  if (found->len == 0)
    return zb_households_add (row->set, household, error) ? household->id : 0;
  stored = g_ptr_array_index (found, 0);
  zb_import_tell (row, "household", zb_record_get (stored, "alias"), "household-matched");
  return complete (row, stored, household, error) ? stored->id : 0;
}
