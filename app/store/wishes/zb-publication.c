/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/wishes/zb-publication.h"

#include "core/wishes/zb-alias.h"
#include "store/zb-check.h"
#include "store/zb-records.h"
#include "store/zb-steps-private.h"

/* Private fields whose words would tell who it is. How somebody lives is told in sentences, of which no piece can be looked for. */
static const char *const telling[] = { "name", "id_number", "phone", "address", "guardian", "guardian_phone", "consent_by" };

static gboolean
check_text (const ZbField *field, const char *text, const ZbRecord *household, GError **error)
{
  g_autofree char *number = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (telling); i++)
    if (zb_alias_tells (text, zb_record_get (household, telling[i])))
      return zb_step_refuse (error, "tells-private", field->heading, zb_kind_field (&zb_kind_household, telling[i])->heading, NULL);
  number = zb_alias_looks_private (text);
  return number == NULL || zb_step_refuse (error, "looks-private", field->heading, number, NULL);
}

/* Codes, dates and figures tell nobody's name; the number of a wish is digits by nature. */
static gboolean
is_told (const ZbField *field)
{
  return (field->flags & ZB_FIELD_PUBLIC) && (field->type == ZB_FIELD_TEXT || field->type == ZB_FIELD_LONG_TEXT)
         && g_strcmp0 (field->name, "number") != 0;
}

static gboolean
check_texts (const ZbRecord *record, const ZbRecord *household, GError **error)
{
  for (guint i = 0; i < record->kind->n_fields; i++)
    if (is_told (&record->kind->fields[i]) && record->values[i] != NULL
        && !check_text (&record->kind->fields[i], record->values[i], household, error))
      return FALSE;
  return TRUE;
}

static gboolean
differs (const ZbRecord *record, const ZbRecord *old, const char *field)
{
  return old == NULL || g_strcmp0 (zb_record_get (record, field), zb_record_get (old, field)) != 0;
}

/* A name that was set right may stand in what was written of the wishes before. */
static gboolean
check_household (ZbDb *db, const ZbRecord *record, const ZbRecord *old, GError **error)
{
  g_autoptr(ZbRecord) whole = zb_record_copy (record);
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, record->id);
  g_autoptr(GPtrArray) wishes = NULL;
  gboolean changed = FALSE;

  for (guint i = 0; i < record->kind->n_fields; i++)
    if (old != NULL && !record->has_private && (record->kind->fields[i].flags & ZB_FIELD_PRIVATE))
      {
        g_free (whole->values[i]);
        whole->values[i] = g_strdup (old->values[i]);
      }
  if (!check_texts (whole, whole, error))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (telling); i++)
    changed = changed || differs (whole, old, telling[i]);
  if (old == NULL || !changed)
    return TRUE;
  if (!(wishes = zb_records_list (db, &zb_kind_wish, "household", id, FALSE, error)))
    return FALSE;
  for (guint i = 0; i < wishes->len; i++)
    if (!check_texts (g_ptr_array_index (wishes, i), whole, error))
      return FALSE;
  return TRUE;
}

static gboolean
check_wish (ZbDb *db, const ZbRecord *record, const ZbRecord *old, GError **error)
{
  g_autoptr(ZbRecord) household = NULL;

  if (!differs (record, old, "title") && !differs (record, old, "unit") && !differs (record, old, "household"))
    return TRUE;
  household = zb_records_get (db, &zb_kind_household, zb_record_get_int (record, "household"), TRUE, error);
  return household != NULL && check_texts (record, household, error);
}

gboolean
zb_publication_check (ZbDb *db, const ZbRecord *record, const ZbRecord *old, GError **error)
{
  if (record->kind == &zb_kind_household)
    return check_household (db, record, old, error);
  return record->kind != &zb_kind_wish || check_wish (db, record, old, error);
}

gboolean
zb_publication_allowed (ZbDb *db, gint64 household, ZbDate on, GError **error)
{
  g_autoptr(ZbRecord) record = zb_records_get (db, &zb_kind_household, household, TRUE, error);
  g_autoptr(ZbRules) rules = record != NULL ? zb_rules_load (db, error) : NULL;
  ZbDate consent, birth;

  if (rules == NULL)
    return FALSE;
  consent = zb_record_get_date (record, "consent_on");
  birth = zb_record_get_date (record, "birth_date");
  if (!zb_date_is_set (consent) || zb_date_compare (consent, on) > 0)
    return zb_step_refuse (error, "no-consent", zb_record_title (record), NULL);
  if (zb_date_is_set (birth) && zb_date_years_between (birth, on) < (int) zb_rules_value (rules, "wish.minor_below", on)
      && zb_record_get (record, "guardian") == NULL)
    return zb_step_refuse (error, "no-guardian", zb_record_title (record), NULL);
  return TRUE;
}

char *
zb_publication_find_address (const ZbRecord *record, const ZbField **out_field)
{
  for (guint i = 0; i < record->kind->n_fields; i++)
    if (is_told (&record->kind->fields[i]) && record->values[i] != NULL)
      {
        char *found = zb_alias_looks_like_address (record->values[i]);

        if (found == NULL)
          continue;
        *out_field = &record->kind->fields[i];
        return found;
      }
  return NULL;
}

gboolean
zb_publication_looked (ZbDb *db, const ZbRecord *wish, GError **error)
{
  g_autoptr(ZbRecord) household = zb_records_get (db, &zb_kind_household, zb_record_get_int (wish, "household"), FALSE, error);
  const ZbRecord *const records[] = { wish, household };

  if (household == NULL)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (records); i++)
    {
      const ZbField *field = NULL;
      g_autofree char *found = zb_publication_find_address (records[i], &field);

      if (found != NULL)
        return zb_step_refuse (error, "looks-like-address", field->heading, found, NULL);
    }
  return TRUE;
}
