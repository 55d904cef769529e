/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "exchange/paper/zb-meeting-words.h"
#include "exchange/paper/zb-record-rows.h"
#include "exchange/paper/zb-wish-course.h"
#include "store/zb-records.h"

/* 认领表: who took which wish on, to be signed. A claim says neither where its wish belongs nor whose it is: its wish does. */

typedef struct {
  ZbDb *db; /* (unowned) */
  gboolean internal;
  GHashTable *wishes; /* (owned): id → ZbRecord */
} Known;

static void
known_free (gpointer data)
{
  Known *self = data;

  g_hash_table_unref (self->wishes);
  g_free (self);
}

static const ZbRowColumn columns[] = {
  { "wish_number", "心愿编号", 5, FALSE, FALSE, "wish.number" },
  { "wish_title", "心愿摘要", 11, FALSE, FALSE, "wish.title" },
  { "alias", "心愿人（化名）", 5, FALSE, FALSE, "household.alias" },
  { "lead", "认领人（支部、队伍、单位）", 7, FALSE, FALSE, "claim.name" },
  { "together", "联合认领人", 6, FALSE, FALSE, "claimer.name" },
  { "phone", "联系电话", 6.5, FALSE, FALSE, "member.phone" },
  { "share", "份额或分工", 7, FALSE, FALSE, "claim.task" },
};

/* The first of the people signs; the others stand behind. */
static char *
people_words (Known *self, const ZbRecord *claim, gboolean others)
{
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, claim->id);
  g_autoptr(GPtrArray) people = zb_records_list (self->db, &zb_kind_claimer, "claim", id, FALSE, NULL);
  gboolean is_people = strcmp (zb_text_words (claim, "kind"), "member") == 0 || strcmp (zb_text_words (claim, "kind"), "together") == 0;
  g_autoptr(GString) out = g_string_new (NULL);

  if (!others && !(is_people && people != NULL && people->len > 0))
    return g_strdup (zb_record_title (claim));
  for (guint i = 0; people != NULL && i < people->len; i++)
    {
      const ZbRecord *person = g_ptr_array_index (people, i);
      gboolean is_first = is_people && zb_record_get_int (person, "number") == 1;

      if (is_first != others)
        g_string_append_printf (out, "%s%s", out->len > 0 ? "、" : "", zb_record_title (person));
    }
  return g_string_free (g_steal_pointer (&out), FALSE);
}

static char *
phone_words (Known *self, const ZbRecord *claim)
{
  gint64 person = zb_record_get_int (claim, "person");
  g_autoptr(ZbRecord) member = person != 0 ? zb_records_get (self->db, &zb_kind_member, person, TRUE, NULL) : NULL;

  return member != NULL ? zb_field_show (zb_kind_field (&zb_kind_member, "phone"), zb_record_get (member, "phone"), !self->internal) : NULL;
}

/* 2件；100.00元；送货上门 */
static char *
share_words (const ZbRecord *claim, const ZbRecord *wish)
{
  gint64 pieces = zb_record_get_int (claim, "pieces"), money = zb_record_get_int (claim, "money");
  const char *unit = zb_record_get (wish, "unit"), *task = zb_record_get (claim, "task");
  g_autofree char *yuan = money > 0 ? zb_money_words (money) : NULL;
  g_autoptr(GString) out = g_string_new (NULL);

  if (pieces > 0)
    g_string_append_printf (out, "%" G_GINT64_FORMAT "%s", pieces, unit != NULL ? unit : "件");
  if (yuan != NULL)
    g_string_append_printf (out, "%s%s元", out->len > 0 ? "；" : "", yuan);
  if (task != NULL)
    g_string_append_printf (out, "%s%s", out->len > 0 ? "；" : "", task);
  return g_string_free (g_steal_pointer (&out), FALSE);
}

static char *
cell (gpointer data, const ZbRecord *claim, const char *column, ZbDate day)
{
  Known *self = data;
  gint64 id = zb_record_get_int (claim, "wish");
  const ZbRecord *wish = g_hash_table_lookup (self->wishes, &id);

  if (strcmp (column, "wish_number") == 0)
    return g_strdup (zb_record_get (wish, "number"));
  if (strcmp (column, "wish_title") == 0)
    return g_strdup (zb_record_title (wish));
  if (strcmp (column, "alias") == 0)
    return zb_records_title (self->db, &zb_kind_household, zb_record_get_int (wish, "household"));
  if (strcmp (column, "lead") == 0 || strcmp (column, "together") == 0)
    return people_words (self, claim, column[0] == 't');
  if (strcmp (column, "phone") == 0)
    return phone_words (self, claim);
  return strcmp (column, "share") == 0 ? share_words (claim, wish) : NULL;
}

/* The claims whose wishes belong to the list. */
static GPtrArray *
load (ZbRosterWorld *world, Known *known, GError **error)
{
  g_autoptr(GPtrArray) all = zb_records_list (world->db, &zb_kind_claim, NULL, NULL, FALSE, error);
  GPtrArray *out = all != NULL ? g_ptr_array_new_with_free_func ((GDestroyNotify) zb_record_free) : NULL;

  for (guint i = 0; out != NULL && i < all->len; i++)
    {
      ZbRecord *claim = g_ptr_array_index (all, i);
      gint64 id = zb_record_get_int (claim, "wish");
      ZbRecord *wish = g_hash_table_lookup (known->wishes, &id);

      if (wish == NULL)
        {
          if (!(wish = zb_records_get (world->db, &zb_kind_wish, id, FALSE, error)))
            {
              g_ptr_array_unref (out);
              return NULL;
            }
          g_hash_table_insert (known->wishes, &wish->id, wish);
        }
      if (wish->withdrawn || !zb_roster_world_has_org (world, zb_record_get_int (wish, "org")))
        continue;
      g_ptr_array_add (out, g_steal_pointer (&all->pdata[i]));
    }
  return out;
}

static gboolean
list (ZbSheet *sheet, ZbRosterWorld *world, GError **error)
{
  Known *known = g_new0 (Known, 1);
  GPtrArray *claims;
  guint delivered = 0;

  known->db = world->db;
  known->internal = world->request->internal;
  known->wishes = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, (GDestroyNotify) zb_record_free);
  if (!(claims = load (world, known, error)))
    {
      known_free (known);
      return FALSE;
    }
  if (!zb_record_rows_set (sheet, world, claims, NULL, cell, known, known_free, error))
    return FALSE;
  for (guint i = 0; i < sheet->n_rows; i++)
    delivered += strcmp (zb_text_words (zb_record_rows_at (sheet, i), "state"), "delivered") == 0;
  g_free (sheet->total);
  sheet->total = g_strdup_printf ("共认领 %u 项，已圆梦 %u 项，办理中 %u 项。", sheet->n_rows, delivered, sheet->n_rows - delivered);
  return TRUE;
}

const ZbRowSource zb_row_source_wish_claims = {
  .name = "wish-claims",
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .list = list,
};
