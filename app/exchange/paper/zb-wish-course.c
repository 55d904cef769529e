/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/paper/zb-wish-course.h"

#include <string.h>

#include "exchange/paper/zb-meeting-words.h"
#include "store/wishes/zb-wishes.h"

void
zb_wish_course_free (ZbWishCourse *course)
{
  if (course == NULL)
    return;
  g_free (course->names);
  g_free (course->branches);
  g_free (course->what);
  g_free (course->vouchers);
  g_free (course);
}

char *
zb_money_words (gint64 fen)
{
  g_autofree char *stored = g_strdup_printf ("%" G_GINT64_FORMAT, fen);

  return zb_field_show (zb_kind_field (&zb_kind_delivery, "cost"), stored, FALSE);
}

gboolean
zb_wish_is_fulfilled (const char *state)
{
  static const char *const fulfilled[] = { "fulfilled", "confirmed", "visited", "thanked", NULL };

  return state != NULL && g_strv_contains (fulfilled, state);
}

char *
zb_wish_total_words (guint n, guint fulfilled, gint64 cost)
{
  g_autofree char *money = zb_money_words (cost);

  return g_strdup_printf ("共 %u 件，已圆梦 %u 件，花费 %s 元。", n, fulfilled, money);
}

/* Adds a word to a line of them, each once. */
static void
add_word (GString *line, GHashTable *known, const char *word)
{
  if (word == NULL || *word == '\0' || !g_hash_table_add (known, g_strdup (word)))
    return;
  g_string_append_printf (line, "%s%s", line->len > 0 ? "、" : "", word);
}

static gboolean
add_claims (ZbWishCourse *course, ZbDb *db, gint64 wish, GError **error)
{
  g_autoptr(GPtrArray) claims = zb_wishes_parts (db, &zb_kind_claim, wish, error);
  g_autoptr(GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(GHashTable) branches = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(GString) line = g_string_new (NULL), from = g_string_new (NULL);

  for (guint i = 0; claims != NULL && i < claims->len; i++)
    {
      const ZbRecord *claim = g_ptr_array_index (claims, i);
      const char *state = zb_text_words (claim, "state"), *branch = zb_record_get (claim, "branch_name");
      ZbDate claimed = zb_record_get_date (claim, "claimed_on"), promised = zb_record_get_date (claim, "promised_on");

      if (strcmp (state, "active") != 0 && strcmp (state, "delivered") != 0)
        continue;
      add_word (line, names, zb_record_get (claim, "name"));
      add_word (from, branches, branch != NULL ? branch : zb_label_words (claim, "kind"));
      if (!zb_date_is_set (course->claimed_on) || zb_date_compare (claimed, course->claimed_on) < 0)
        course->claimed_on = claimed;
      if (!zb_date_is_set (course->promised_on) || zb_date_compare (promised, course->promised_on) > 0)
        course->promised_on = promised;
    }
  course->names = g_string_free (g_steal_pointer (&line), FALSE);
  course->branches = g_string_free (g_steal_pointer (&from), FALSE);
  return claims != NULL;
}

static gboolean
add_deliveries (ZbWishCourse *course, ZbDb *db, gint64 wish, GError **error)
{
  g_autoptr(GPtrArray) deliveries = zb_wishes_parts (db, &zb_kind_delivery, wish, error);
  g_autoptr(GHashTable) whats = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(GHashTable) numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(GString) what = g_string_new (NULL), vouchers = g_string_new (NULL);

  for (guint i = 0; deliveries != NULL && i < deliveries->len; i++)
    {
      const ZbRecord *delivery = g_ptr_array_index (deliveries, i);

      add_word (what, whats, zb_record_get (delivery, "what"));
      add_word (vouchers, numbers, zb_record_get (delivery, "voucher"));
      course->cost += zb_record_get_int (delivery, "cost");
      course->hours += zb_record_get_int (delivery, "hours");
      course->n_receipts += zb_record_get_int (delivery, "receipt") == 1;
      course->n_deliveries++;
    }
  course->what = g_string_free (g_steal_pointer (&what), FALSE);
  course->vouchers = g_string_free (g_steal_pointer (&vouchers), FALSE);
  return deliveries != NULL;
}

ZbWishCourse *
zb_wish_course_load (ZbDb *db, gint64 wish, GError **error)
{
  g_autoptr(ZbWishCourse) course = g_new0 (ZbWishCourse, 1);
  g_autoptr(GPtrArray) photos = NULL;

  if (!add_claims (course, db, wish, error) || !add_deliveries (course, db, wish, error)
      || !(photos = zb_wishes_parts (db, &zb_kind_attachment, wish, error)))
    return NULL;
  for (guint i = 0; i < photos->len; i++)
    course->n_photos += g_strcmp0 (zb_record_get (g_ptr_array_index (photos, i), "kind"), "photo") == 0;
  return g_steal_pointer (&course);
}
