/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/zb-record.h"

#include "core/zb-error.h"

G_DEFINE_BOXED_TYPE (ZbRecord, zb_record, zb_record_copy, zb_record_free)

ZbRecord *
zb_record_new (const ZbKind *kind)
{
  ZbRecord *self = g_new0 (ZbRecord, 1);

  self->kind = kind;
  self->values = g_new0 (char *, kind->n_fields);
  return self;
}

ZbRecord *
zb_record_copy (const ZbRecord *record)
{
  ZbRecord *copy = zb_record_new (record->kind);

  copy->id = record->id;
  copy->uid = g_strdup (record->uid);
  copy->version = record->version;
  copy->withdrawn = record->withdrawn;
  copy->has_private = record->has_private;
  for (guint i = 0; i < record->kind->n_fields; i++)
    copy->values[i] = g_strdup (record->values[i]);
  return copy;
}

void
zb_record_free (ZbRecord *record)
{
  if (record == NULL)
    return;
  for (guint i = 0; i < record->kind->n_fields; i++)
    g_free (record->values[i]);
  g_free (record->values);
  g_free (record->uid);
  g_free (record);
}

const char *
zb_record_get (const ZbRecord *record, const char *name)
{
  int i = zb_kind_field_index (record->kind, name);

  g_return_val_if_fail (i >= 0, NULL);
  return record->values[i];
}

void
zb_record_set (ZbRecord *record, const char *name, const char *value)
{
  int i = zb_kind_field_index (record->kind, name);
  char *old;

  g_return_if_fail (i >= 0);
  old = record->values[i];
  record->values[i] = g_strdup (value);
  g_free (old);
}

gint64
zb_record_get_int (const ZbRecord *record, const char *name)
{
  const char *text = zb_record_get (record, name);

  return text == NULL ? 0 : g_ascii_strtoll (text, NULL, 10);
}

ZbDate
zb_record_get_date (const ZbRecord *record, const char *name)
{
  ZbDate date = ZB_DATE_NONE;

  zb_date_parse (zb_record_get (record, name), &date, NULL);
  return date;
}

void
zb_record_set_int (ZbRecord *record, const char *name, gint64 value)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, value);

  zb_record_set (record, name, text);
}

const char *
zb_record_title (const ZbRecord *record)
{
  const char *title = zb_record_get (record, record->kind->title_field);

  return title != NULL ? title : "";
}

gboolean
zb_record_read (ZbRecord *record, const char *name, const char *text, GError **error)
{
  const ZbField *field = zb_kind_field (record->kind, name);
  g_autofree char *value = NULL;

  if (field == NULL)
    field = zb_kind_field_by_heading (record->kind, name);
  if (field == NULL || field->type == ZB_FIELD_LINK || !zb_field_is_stored (field))
    {
      g_set_error (error, ZB_DATA_ERROR, ZB_DATA_ERROR_BAD_FIELD, "“%s” is not a field that can be set", name);
      return FALSE;
    }
  if (!zb_field_read (field, text, &value, error))
    return FALSE;
  zb_record_set (record, field->name, value);
  return TRUE;
}

gboolean
zb_field_check_day (const ZbField *field, const char *value, ZbDate today, GError **error)
{
  ZbDate day = ZB_DATE_NONE;

  if (!(field->flags & ZB_FIELD_PAST) || !zb_date_parse (value, &day, NULL) || zb_date_compare (day, today) <= 0)
    return TRUE;
  g_set_error (error, ZB_DATA_ERROR, ZB_DATA_ERROR_REFUSED, "in-future|%s", value);
  return FALSE;
}

gboolean
zb_record_check (const ZbRecord *record, GError **error)
{
  for (guint i = 0; i < record->kind->n_fields; i++)
    if ((record->kind->fields[i].flags & ZB_FIELD_REQUIRED) && record->values[i] == NULL)
      {
        g_set_error (error, ZB_DATA_ERROR, ZB_DATA_ERROR_MISSING, "“%s” is missing", record->kind->fields[i].heading);
        return FALSE;
      }
  return TRUE;
}
