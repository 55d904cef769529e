/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "exchange/paper/zb-record-rows.h"
#include "store/zb-records.h"

/* 介绍信、证明信登记簿: a letter holds for some days; of a transfer the receipt has to come back. */

typedef struct {
  GHashTable *receipts; /* (owned): id of a membership → day, packed */
} Known;

static void
known_free (gpointer data)
{
  Known *self = data;

  g_hash_table_unref (self->receipts);
  g_free (self);
}

static ZbDate
receipt_of (const Known *self, const ZbRecord *letter)
{
  gint64 membership = zb_record_get_int (letter, "membership");

  return zb_date_unpack (GPOINTER_TO_UINT (g_hash_table_lookup (self->receipts, &membership)));
}

static ZbDate
end_of (const ZbRecord *letter)
{
  ZbDate issued = zb_record_get_date (letter, "issued_on");
  gint64 days = zb_record_get_int (letter, "valid_days");

  return days > 0 && zb_date_is_complete (issued) ? zb_date_add_days (issued, (int) days) : ZB_DATE_NONE;
}

static gboolean
is_known (ZbDate date, ZbDate day)
{
  return zb_date_is_set (date) && zb_date_compare (date, day) <= 0;
}

static char *
result_words (const Known *self, const ZbRecord *letter, ZbDate day)
{
  ZbDate end = end_of (letter);
  gboolean is_over = zb_date_is_set (end) && zb_date_is_before (end, day);

  if (g_strcmp0 (zb_record_get (letter, "kind"), "transfer") != 0)
    return g_strdup (is_over ? "已过有效期" : "有效");
  if (is_known (receipt_of (self, letter), day))
    return g_strdup ("已收回执");
  return g_strdup (is_over ? "逾期未收回执" : "待回执");
}

static char *
cell (gpointer data, const ZbRecord *letter, const char *column, ZbDate day)
{
  const Known *self = data;

  if (strcmp (column, "expires_on") == 0)
    return zb_date_to_print (end_of (letter));
  if (strcmp (column, "receipt_on") == 0)
    return is_known (receipt_of (self, letter), day) ? zb_date_to_print (receipt_of (self, letter)) : NULL;
  return strcmp (column, "result") == 0 ? result_words (self, letter, day) : NULL;
}

static gboolean
load_receipts (Known *self, ZbDb *db, const GPtrArray *letters, GError **error)
{
  for (guint i = 0; i < letters->len; i++)
    {
      gint64 id = zb_record_get_int (g_ptr_array_index (letters, i), "membership");
      g_autoptr(ZbRecord) membership = id != 0 ? zb_records_get (db, &zb_kind_membership, id, FALSE, error) : NULL;

      if (id != 0 && membership == NULL)
        return FALSE;
      if (membership != NULL)
        g_hash_table_insert (self->receipts, g_memdup2 (&id, sizeof id), GUINT_TO_POINTER (zb_date_pack (zb_record_get_date (membership, "receipt_on"))));
    }
  return TRUE;
}

/* The list of a branch has the letters of those who belonged to it, whoever issued them. */
static GPtrArray *
of_asked (ZbRosterWorld *world, GPtrArray *all, GError **error)
{
  g_autoptr(GPtrArray) kept = g_ptr_array_new_with_free_func ((GDestroyNotify) zb_record_free);
  ZbMemberColumns *everybody = zb_roster_world_columns (world, error);

  for (guint i = 0; everybody != NULL && i < all->len; i++)
    {
      const ZbRecord *letter = g_ptr_array_index (all, i);
      gint64 membership = zb_record_get_int (letter, "membership"), org = zb_record_get_int (letter, "org");
      g_autoptr(ZbRecord) left = membership != 0 ? zb_records_get (world->db, &zb_kind_membership, membership, FALSE, error) : NULL;
      int index = zb_member_columns_find (everybody, zb_record_get_int (letter, "person"));
      ZbMemberEntry entry;

      if (membership != 0 && left == NULL)
        return NULL;
      if (left != NULL)
        org = zb_record_get_int (left, "org");
      else if (index >= 0)
        {
          zb_member_columns_get (everybody, (guint) index, &entry);
          org = entry.org != 0 ? entry.org : org;
        }
      if (zb_roster_world_has_org (world, org))
        g_ptr_array_add (kept, g_steal_pointer (&all->pdata[i]));
    }
  return everybody != NULL ? g_steal_pointer (&kept) : NULL;
}

static gboolean
list (ZbSheet *sheet, ZbRosterWorld *world, GError **error)
{
  g_autoptr(GPtrArray) all = zb_records_list (world->db, &zb_kind_letter, NULL, NULL, FALSE, error);
  GPtrArray *letters = all != NULL ? of_asked (world, all, error) : NULL;
  Known *known;
  guint waiting = 0;

  if (letters == NULL)
    return FALSE;
  known = g_new0 (Known, 1);
  known->receipts = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  if (!load_receipts (known, world->db, letters, error))
    {
      known_free (known);
      g_ptr_array_unref (letters);
      return FALSE;
    }
  if (!zb_record_rows_set (sheet, world, letters, NULL, cell, known, known_free, error))
    return FALSE;
  for (guint i = 0; i < sheet->n_rows; i++)
    {
      const ZbRecord *letter = zb_record_rows_at (sheet, i);

      waiting += zb_record_get (letter, "membership") != NULL && !is_known (receipt_of (known, letter), world->request->as_of);
    }
  g_free (sheet->total);
  sheet->total = g_strdup_printf ("共 %u 份，其中未收回执 %u 份。", sheet->n_rows, waiting);
  return TRUE;
}

static const ZbRowColumn computed[] = {
  { "expires_on", "有效期至", 5.5, FALSE, TRUE, NULL },
  { "receipt_on", "回执日期", 5.5, FALSE, TRUE, NULL },
  { "result", "办理情况", 5, FALSE, FALSE, NULL },
};

const ZbRowSource zb_row_source_letters = {
  .name = "letter",
  .columns = computed,
  .n_columns = G_N_ELEMENTS (computed),
  .list = list,
};
