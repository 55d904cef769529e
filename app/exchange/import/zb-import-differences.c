/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the ID number says beside the other values of a row, and what a row says beside the registry. */
#include "config.h"

#include <string.h>

#include "core/zb-id-number.h"
#include "exchange/import/zb-import-private.h"

/* A value that only the ID number gives. Told for each row, or once for a file without such a column. */
static void
derive (ZbImport *self, ZbImportDraft *draft, const char *field, const char *value, gboolean *told, gboolean report)
{
  int at = zb_kind_field_index (self->kind, field);
  const char *heading = zb_import_heading_of (self, field);

  draft->values[at] = g_strdup (value);
  if (!report || (heading == NULL && *told))
    return;
  if (heading != NULL)
    zb_import_add_problem (self, draft->row, heading, NULL, "from-id-number", FALSE);
  else
    zb_import_add_problem (self, 0, self->kind->fields[at].heading, NULL, "from-id-number", FALSE);
  *told = heading == NULL;
}

static void
report_number (ZbImport *self, const ZbImportDraft *draft, const char *number, ZbIdNumberFlags flags)
{
  const char *heading = zb_import_heading_of (self, "id_number");

  if (flags & ZB_ID_NUMBER_BAD_BIRTH)
    zb_import_add_problem (self, draft->row, heading, number, "id-birth", FALSE);
  if (flags & ZB_ID_NUMBER_BAD_CHECK)
    zb_import_add_problem (self, draft->row, heading, number, "id-check-digit", FALSE);
  if (flags & ZB_ID_NUMBER_BIRTH_DIFFERS)
    zb_import_add_problem (self, draft->row, zb_import_heading_of (self, "birth_date"),
                           zb_import_draft_value (self, draft, "birth_date"), "birth-differs", FALSE);
  if (flags & ZB_ID_NUMBER_SEX_DIFFERS)
    zb_import_add_problem (self, draft->row, zb_import_heading_of (self, "sex"), NULL, "sex-differs", FALSE);
}

void
zb_import_draft_compare (ZbImport *self, ZbImportDraft *draft, gboolean report)
{
  const char *number = zb_import_draft_value (self, draft, "id_number");
  const char *sex = zb_import_draft_value (self, draft, "sex");
  ZbDate birth = ZB_DATE_NONE;
  ZbIdNumberFlags flags;

  if (number == NULL)
    return;
  zb_date_parse (zb_import_draft_value (self, draft, "birth_date"), &birth, NULL);
  /* What is wrong was told at the check; for writing only what is missing matters. */
  if (!report && sex != NULL && zb_date_is_set (birth))
    return;
  flags = zb_id_number_check (number, birth, sex);
  if (zb_date_compare (zb_id_number_birth (number), self->today) > 0)
    flags |= ZB_ID_NUMBER_BAD_BIRTH;
  if (flags & ZB_ID_NUMBER_LOST_DIGITS)
    {
      draft->has_error = TRUE;
      if (report)
        zb_import_add_problem (self, draft->row, zb_import_heading_of (self, "id_number"), number, "id-lost-digits", TRUE);
      return;
    }
  if (report && flags != ZB_ID_NUMBER_OK)
    report_number (self, draft, number, flags);
  if (draft->has_error || (flags & (ZB_ID_NUMBER_BAD_CHECK | ZB_ID_NUMBER_BAD_BIRTH)))
    return;
  if (sex == NULL)
    {
      draft->sex_is_derived = TRUE;
      derive (self, draft, "sex", zb_id_number_sex (number), &self->derives_sex, report);
    }
  if (!zb_date_is_set (birth))
    {
      g_autofree char *text = zb_date_to_text (zb_id_number_birth (number));

      draft->birth_is_derived = TRUE;
      derive (self, draft, "birth_date", text, &self->derives_birth, report);
    }
}

static gboolean
is_new_number (const char *stored, const char *value)
{
  g_autofree char *one = zb_id_number_eighteen (stored);
  g_autofree char *two = zb_id_number_eighteen (value);

  return strcmp (one, two) != 0 || strlen (value) > strlen (stored);
}

/* One of the numbers that are stored already. */
static gboolean
has_number (const char *stored, const char *value)
{
  g_auto(GStrv) parts = g_strsplit (stored, "/", -1);

  return g_strv_contains ((const char *const *) parts, value);
}

gboolean
zb_import_draft_changes (ZbImport *self, const ZbImportDraft *draft, guint field, const char *stored)
{
  const ZbField *declared = &self->kind->fields[field];
  const char *value = draft->values[field];

  if (value == NULL || !zb_field_is_stored (declared) || g_strcmp0 (stored, value) == 0)
    return FALSE;
  if (stored == NULL)
    return TRUE;
  if ((draft->sex_is_derived && strcmp (declared->name, "sex") == 0)
      || draft->is_default[field]
      || (draft->birth_is_derived && strcmp (declared->name, "birth_date") == 0)
      || (draft->is_from_name && strcmp (declared->name, "note") == 0))
    return FALSE;
  if (declared->type == ZB_FIELD_DATE)
    return !g_str_has_prefix (stored, value);
  if (declared->type == ZB_FIELD_PHONE && has_number (stored, value))
    return FALSE;
  if (declared->type == ZB_FIELD_ID_NUMBER)
    return is_new_number (stored, value);
  return TRUE;
}
