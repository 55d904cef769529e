/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/zb-change-check.h"

#include <errno.h>

#include "core/zb-clock.h"
#include "core/zb-codes.h"
#include "core/zb-date.h"
#include "store/life/zb-roll.h"
#include "store/service/zb-service-hours.h"
#include "store/service/zb-teams.h"
#include "store/wishes/zb-publication.h"
#include "store/wishes/zb-wishes.h"
#include "store/zb-records.h"
#include "store/zb-steps-private.h"

static gboolean
is_whole_number (const char *value)
{
  char *end = NULL;

  errno = 0;
  g_ascii_strtoll (value, &end, 10);
  return errno == 0 && end != value && *end == '\0';
}

/* What the tables cannot tell: text that is no number, an unknown code. */
static gboolean
is_possible (const ZbField *field, const ZbCodeTable *codes, const char *value)
{
  switch (field->type)
    {
    case ZB_FIELD_INTEGER:
    case ZB_FIELD_MONEY:
    case ZB_FIELD_HOURS:
    case ZB_FIELD_BOOLEAN:
    case ZB_FIELD_LINK: return is_whole_number (value);
    case ZB_FIELD_DATE: return FALSE; /* looked at apart */
    case ZB_FIELD_CLOCK: return zb_clock_parse (value) >= 0;
    case ZB_FIELD_CODE: return zb_code_get (codes, value) != NULL;
    case ZB_FIELD_TEXT:
    case ZB_FIELD_LONG_TEXT:
    case ZB_FIELD_NAME:
    case ZB_FIELD_ID_NUMBER:
    case ZB_FIELD_PHONE: break;
    }
  return g_utf8_validate (value, -1, NULL);
}

/* Whom or what the record belongs to, when it has no name of its own. */
static char *
owner_title (ZbDb *db, const ZbRecord *record)
{
  static const struct { const char *field; const ZbKind *kind; } owners[] = {
    { "person", &zb_kind_member }, { "org", &zb_kind_organization },
  };

  for (guint i = 0; i < G_N_ELEMENTS (owners); i++)
    if (zb_kind_field_index (record->kind, owners[i].field) >= 0)
      return zb_records_title (db, owners[i].kind, zb_record_get_int (record, owners[i].field));
  return NULL;
}

static gboolean
refuse_order (ZbDb *db, const ZbRecord *record, const ZbDateOrder *order, GError **error)
{
  g_autofree char *owner = owner_title (db, record);

  return zb_step_refuse (error, owner != NULL ? "reversed-of" : "reversed", zb_kind_field (record->kind, order->later)->heading,
                         zb_record_get (record, order->later), zb_kind_field (record->kind, order->earlier)->heading,
                         zb_record_get (record, order->earlier), owner, NULL);
}

/* A day that exists and, where it must, has come. @today: none: nobody asks */
static gboolean
check_date (const ZbField *field, const char *value, ZbDate today, gboolean *out_possible, GError **error)
{
  ZbDate date;

  *out_possible = zb_date_parse (value, &date, NULL);
  if (!*out_possible || !(field->flags & ZB_FIELD_PAST) || !zb_date_is_set (today) || zb_date_compare (date, today) <= 0)
    return TRUE;
  return zb_field_check_day (field, value, today, error);
}

static gboolean
are_alike (const ZbRecord *one, const ZbRecord *other)
{
  for (guint i = 0; one->kind->known_by[i] != NULL; i++)
    if (g_strcmp0 (zb_record_get (one, one->kind->known_by[i]), zb_record_get (other, one->kind->known_by[i])) != 0)
      return FALSE;
  return TRUE;
}

gboolean
zb_change_is_taken (ZbDb *db, const ZbRecord *record, gboolean *out_taken, GError **error)
{
  const char *first = record->kind->known_by[0];
  g_autoptr(GPtrArray) others = NULL;

  *out_taken = FALSE;
  if (zb_record_get (record, first) == NULL)
    return TRUE;
  if (!(others = zb_records_list (db, record->kind, first, zb_record_get (record, first), FALSE, error)))
    return FALSE;
  for (guint i = 0; i < others->len; i++)
    {
      const ZbRecord *other = g_ptr_array_index (others, i);

      *out_taken |= other->id != record->id && are_alike (record, other);
    }
  return TRUE;
}

/* What is asked for by its name must be one: of two that are alike nobody could say which is meant. */
static gboolean
check_known_by (ZbDb *db, const ZbRecord *record, const ZbRecord *old, GError **error)
{
  gboolean is_taken;

  if (old != NULL && are_alike (record, old))
    return TRUE;
  if (!zb_change_is_taken (db, record, &is_taken, error))
    return FALSE;
  return !is_taken || zb_step_refuse (error, "name-taken", zb_record_title (record), NULL);
}

gboolean
zb_change_check (ZbDb *db, const ZbKindSql *sql, const ZbRecord *record, const ZbRecord *old, ZbDate today, GError **error)
{
  const ZbDateOrder *order = NULL;
  guint n_dates = 0, n_changed = 0;

  for (guint i = 0; i < record->kind->n_fields; i++)
    {
      const ZbField *field = &record->kind->fields[i];
      gboolean is_date = field->type == ZB_FIELD_DATE, possible;

      if (record->values[i] == NULL || !zb_field_is_stored (field))
        continue;
      n_dates += is_date;
      if (old != NULL && g_strcmp0 (old->values[i], record->values[i]) == 0)
        continue;
      n_changed += is_date;
      if (!is_date)
        possible = is_possible (field, sql->codes[i], record->values[i]);
      else if (!check_date (field, record->values[i], today, &possible, error))
        return FALSE;
      if (!possible)
        {
          g_set_error (error, ZB_STORE_ERROR, ZB_STORE_ERROR_INVALID, "“%s” cannot be %s", record->values[i], field->name);
          return FALSE;
        }
    }
  if (zb_date_is_set (today) && record->kind->known_by != NULL && !check_known_by (db, record, old, error))
    return FALSE;
  if (zb_date_is_set (today) && record->kind == &zb_kind_attendance && !zb_roll_check_row (db, record, old, error))
    return FALSE;
  if (zb_date_is_set (today)
      && (!zb_publication_check (db, record, old, error)
          || (record->kind == &zb_kind_wish && !zb_wishes_check_quantity (db, record, old, error))
          || (record->kind == &zb_kind_service_hours && old == NULL && !zb_service_hours_check (db, record, error))
          || !zb_teams_check (db, record, error)))
    return FALSE;
  if (n_dates >= 2 && n_changed > 0 && zb_date_is_set (today))
    order = zb_kind_reversed (record->kind, record->values, old != NULL ? old->values : NULL);
  return order == NULL || refuse_order (db, record, order, error);
}
