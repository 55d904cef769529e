/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/paper/zb-exempt-words.h"

#include "exchange/paper/zb-meeting-words.h"
#include "store/zb-records.h"

struct _ZbExemptWords
{
  GPtrArray *records;    /* (owned) (element-type ZbRecord) */
  GHashTable *by_person; /* (owned): id → GPtrArray of records, borrowed */
};

void
zb_exempt_words_free (ZbExemptWords *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->by_person, g_hash_table_unref);
  g_clear_pointer (&self->records, g_ptr_array_unref);
  g_free (self);
}

ZbExemptWords *
zb_exempt_words_load (ZbDb *db, gint64 person, GError **error)
{
  g_autoptr(ZbExemptWords) self = g_new0 (ZbExemptWords, 1);
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, person);

  self->by_person = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  self->records = zb_records_list (db, &zb_kind_exemption, person != 0 ? "person" : NULL, person != 0 ? text : NULL, FALSE, error);
  for (guint i = 0; self->records != NULL && i < self->records->len; i++)
    {
      ZbRecord *record = g_ptr_array_index (self->records, i);
      gint64 id = zb_record_get_int (record, "person");
      GPtrArray *own = g_hash_table_lookup (self->by_person, &id);

      /* Who loses only the vote is expected like everybody. */
      if (zb_record_get_int (record, "attends") == 1)
        continue;
      if (own == NULL)
        {
          own = g_ptr_array_new ();
          g_hash_table_insert (self->by_person, g_memdup2 (&id, sizeof id), own);
        }
      g_ptr_array_add (own, record);
    }
  return self->records != NULL ? g_steal_pointer (&self) : NULL;
}

/* What holds at some time between the two days; an end known to the month holds to the month's end. */
static gboolean
holds (const ZbRecord *record, ZbDate from, ZbDate to)
{
  ZbDate first = zb_record_get_date (record, "started_on"), last = zb_record_get_date (record, "ended_on");

  return !zb_date_is_before (to, first) && (!zb_date_is_set (last) || !zb_date_is_before (last, from));
}

char *
zb_exempt_words_reason (const ZbExemptWords *self, gint64 person, ZbDate day)
{
  GPtrArray *own = g_hash_table_lookup (self->by_person, &person);

  for (guint i = 0; own != NULL && i < own->len; i++)
    {
      const ZbRecord *record = g_ptr_array_index (own, i);

      if (!holds (record, day, day))
        continue;
      /* A reason that says the kind already is not said twice. */
      if (g_str_has_prefix (zb_text_words (record, "reason"), zb_label_words (record, "kind")))
        return g_strdup (zb_text_words (record, "reason"));
      return g_strdup_printf ("%s：%s", zb_label_words (record, "kind"), zb_text_words (record, "reason"));
    }
  return NULL;
}

char *
zb_exempt_words_time (const ZbExemptWords *self, gint64 person, ZbDate from, ZbDate to)
{
  GPtrArray *own = g_hash_table_lookup (self->by_person, &person);
  g_autoptr(GString) out = g_string_new (NULL);

  for (guint i = 0; own != NULL && i < own->len; i++)
    {
      const ZbRecord *record = g_ptr_array_index (own, i);
      g_autofree char *first = zb_date_to_print (zb_record_get_date (record, "started_on"));
      g_autofree char *last = zb_date_to_print (zb_record_get_date (record, "ended_on"));

      if (!holds (record, from, to))
        continue;
      g_string_append_printf (out, "%s%s免于参会（%s%s%s）", out->len > 0 ? "；" : "", zb_label_words (record, "kind"), first,
                              *last != '\0' ? "—" : "起", last);
    }
  return out->len > 0 ? g_string_free (g_steal_pointer (&out), FALSE) : NULL;
}
