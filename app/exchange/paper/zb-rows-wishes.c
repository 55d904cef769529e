/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "exchange/paper/zb-meeting-words.h"
#include "exchange/paper/zb-record-rows.h"
#include "exchange/paper/zb-wish-course.h"
#include "store/wishes/zb-wish-list.h"
#include "store/zb-records.h"

/* 征集表, 台账 and the internal edition of the list: wishes with their household and what came of them. What is private of
 * either stays masked unless it is asked for, as everywhere. */

typedef struct {
  gboolean internal;
  GHashTable *households; /* (owned): id → ZbRecord */
  GHashTable *courses;    /* (owned): id of the wish → ZbWishCourse */
} Known;

static void
known_free (gpointer data)
{
  Known *self = data;

  g_hash_table_unref (self->households);
  g_hash_table_unref (self->courses);
  g_free (self);
}

static const ZbRowColumn columns[] = {
  { "alias", "心愿人（化名）", 5, FALSE, FALSE, "household.alias" },
  { "community", "所在社区（村）", 6, FALSE, FALSE, "household.community" },
  { "household_category", "身份类别", 5, FALSE, FALSE, "household.category" },
  { "name", "心愿人", 4, FALSE, FALSE, "household.name" },
  { "sex", "性别", 2.5, FALSE, FALSE, "household.sex" },
  { "age", "年龄", 2.5, FALSE, FALSE, "household.birth_date" },
  { "situation", "家庭情况", 9, FALSE, FALSE, "household.situation" },
  { "address", "详细地址", 9, FALSE, FALSE, "household.address" },
  { "phone", "联系电话", 6.5, FALSE, FALSE, "household.phone" },
  { "guardian", "监护人", 4, FALSE, FALSE, "household.guardian" },
  { "guardian_phone", "监护人电话", 6.5, FALSE, FALSE, "household.guardian_phone" },
  { "claimers", "认领人", 6, FALSE, FALSE, "claim.name" },
  { "branch_name", "认领党支部", 7, FALSE, FALSE, "claim.branch_name" },
  { "claimed_on", "认领日期", 5.5, FALSE, TRUE, "claim.claimed_on" },
  { "promised_on", "承诺日期", 5.5, FALSE, TRUE, "claim.promised_on" },
  { "what", "完成情况", 8, FALSE, FALSE, "delivery.what" },
  { "cost", "花费（元）", 5, TRUE, FALSE, "delivery.cost" },
  { "vouchers", "凭证号", 5, FALSE, FALSE, "delivery.voucher" },
  { "hours", "服务时长（小时）", 4, TRUE, FALSE, "delivery.hours" },
  { "proof", "佐证", 6, FALSE, FALSE, NULL },
};

/* 照片2张、签收1份 */
static char *
proof_words (const ZbWishCourse *course)
{
  g_autoptr(GString) out = g_string_new (NULL);

  if (course->n_photos > 0)
    g_string_append_printf (out, "照片%u张", course->n_photos);
  if (course->n_receipts > 0)
    g_string_append_printf (out, "%s签收%u份", out->len > 0 ? "、" : "", course->n_receipts);
  return g_string_free (g_steal_pointer (&out), FALSE);
}

static char *
course_cell (const ZbWishCourse *course, const char *column)
{
  if (strcmp (column, "claimers") == 0)
    return g_strdup (course->names);
  if (strcmp (column, "branch_name") == 0)
    return g_strdup (course->branches);
  if (strcmp (column, "claimed_on") == 0)
    return zb_date_to_print (course->claimed_on);
  if (strcmp (column, "promised_on") == 0)
    return zb_date_to_print (course->promised_on);
  if (strcmp (column, "what") == 0)
    return g_strdup (course->what);
  if (strcmp (column, "vouchers") == 0)
    return g_strdup (course->vouchers);
  if (strcmp (column, "proof") == 0)
    return proof_words (course);
  if (course->n_deliveries == 0)
    return NULL;
  return strcmp (column, "cost") == 0 ? zb_money_words (course->cost) : course->hours > 0 ? zb_hours_words ((int) course->hours) : NULL;
}

static char *
cell (gpointer data, const ZbRecord *wish, const char *column, ZbDate day)
{
  Known *self = data;
  gint64 id = zb_record_get_int (wish, "household");
  const ZbRecord *household = g_hash_table_lookup (self->households, &id);
  const ZbField *field = zb_row_column_field (zb_row_source_column (&zb_row_source_wishes, column));
  ZbDate birth;

  if (field == NULL || zb_kind_field (&zb_kind_household, field->name) != field)
    return course_cell (g_hash_table_lookup (self->courses, &wish->id), column);
  if (strcmp (column, "age") != 0 || !self->internal)
    return zb_field_show (field, zb_record_get (household, field->name), !self->internal);
  birth = zb_record_get_date (household, "birth_date");
  return zb_date_is_set (birth) ? g_strdup_printf ("%d", zb_date_years_between (birth, day)) : NULL;
}

/* The wishes that can be meant: those of the time and the organisation, or those that were chosen. */
static GPtrArray *
load_wishes (ZbRosterWorld *world, GError **error)
{
  const ZbRosterRequest *request = world->request;
  ZbWishQuery query = { .org = request->org, .day = request->as_of };
  g_autoptr(GPtrArray) records = g_ptr_array_new_with_free_func ((GDestroyNotify) zb_record_free);
  g_autoptr(GPtrArray) lines = NULL;
  guint n = request->n_ids;

  zb_roster_request_period (request, &query.from, &query.to);
  if (request->ids == NULL && !(lines = zb_wishes_list (world->db, &query, error)))
    return NULL;
  for (guint i = 0; i < (lines != NULL ? lines->len : n); i++)
    {
      gint64 id = lines != NULL ? ((ZbWishLine *) g_ptr_array_index (lines, i))->id : request->ids[i];
      ZbRecord *wish = zb_records_get (world->db, &zb_kind_wish, id, TRUE, error);

      if (wish == NULL)
        return NULL;
      g_ptr_array_add (records, wish);
    }
  return g_steal_pointer (&records);
}

static gboolean
know (Known *self, ZbDb *db, const ZbRecord *wish, GError **error)
{
  gint64 id = zb_record_get_int (wish, "household");
  ZbRecord *household;
  ZbWishCourse *course = zb_wish_course_load (db, wish->id, error);

  if (course == NULL)
    return FALSE;
  g_hash_table_insert (self->courses, g_memdup2 (&wish->id, sizeof wish->id), course);
  if (g_hash_table_contains (self->households, &id))
    return TRUE;
  if (!(household = zb_records_get (db, &zb_kind_household, id, TRUE, error)))
    return FALSE;
  g_hash_table_insert (self->households, &household->id, household);
  return TRUE;
}

static gboolean
list (ZbSheet *sheet, ZbRosterWorld *world, GError **error)
{
  GPtrArray *wishes = load_wishes (world, error);
  Known *known;
  guint fulfilled = 0;
  gint64 cost = 0;

  if (wishes == NULL)
    return FALSE;
  known = g_new0 (Known, 1);
  known->internal = world->request->internal;
  known->households = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, (GDestroyNotify) zb_record_free);
  known->courses = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) zb_wish_course_free);
  for (guint i = 0; i < wishes->len; i++)
    if (!know (known, world->db, g_ptr_array_index (wishes, i), error))
      {
        g_ptr_array_unref (wishes);
        known_free (known);
        return FALSE;
      }
  if (!zb_record_rows_set (sheet, world, wishes, "org", cell, known, known_free, error))
    return FALSE;
  for (guint i = 0; i < sheet->n_rows; i++)
    {
      const ZbRecord *wish = zb_record_rows_at (sheet, i);

      fulfilled += zb_wish_is_fulfilled (zb_record_get (wish, "state"));
      cost += ((ZbWishCourse *) g_hash_table_lookup (known->courses, &wish->id))->cost;
    }
  g_free (sheet->total);
  sheet->total = zb_wish_total_words (sheet->n_rows, fulfilled, cost);
  return TRUE;
}

const ZbRowSource zb_row_source_wishes = {
  .name = "wishes",
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .list = list,
};
