/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "core/zb-codes.h"
#include "exchange/paper/zb-made-rows.h"
#include "exchange/paper/zb-meeting-facts.h"
#include "exchange/paper/zb-people-list.h"
#include "exchange/paper/zb-record-rows.h"
#include "store/zb-member-reader.h"

/* 宣誓人名单: who swore at a ceremony, in their order, as they were on the day. */

static gboolean
list_swearers (ZbSheet *sheet, ZbRosterWorld *world, GError **error)
{
  gint64 meeting = world->request->subject;
  g_autoptr(ZbMeetingFacts) facts = zb_meeting_facts_load (world->db, meeting, world->request->as_of, error);
  g_autoptr(GPtrArray) ceremonies = facts != NULL ? zb_meeting_parts (world->db, &zb_kind_ceremony, "meeting", meeting, NULL, error) : NULL;
  GPtrArray *people;

  if (ceremonies == NULL)
    return FALSE;
  people = g_ptr_array_new_with_free_func ((GDestroyNotify) zb_record_free);
  for (guint i = 0; i < ceremonies->len; i++)
    {
      const ZbRecord *ceremony = g_ptr_array_index (ceremonies, i);
      g_autoptr(GPtrArray) some = zb_meeting_parts (world->db, &zb_kind_ceremony_person, "ceremony", ceremony->id, "number", error);

      if (some == NULL)
        {
          g_ptr_array_unref (people);
          return FALSE;
        }
      g_ptr_array_extend_and_steal (people, g_steal_pointer (&some));
    }
  zb_meeting_facts_head (facts, sheet);
  if (!zb_record_rows_set (sheet, world, people, NULL, NULL, NULL, NULL, error))
    return FALSE;
  g_free (sheet->total);
  sheet->total = g_strdup_printf ("共 %u 人。", sheet->n_rows);
  return TRUE;
}

const ZbRowSource zb_row_source_swearers = {
  .name = "swearers",
  .list = list_swearers,
};

/* 政治生日: who joined the Party in the month, of whatever year. */

enum { NAME, SEX, BRANCH, POST, DAY, JOINED_ON, YEARS, STANDING, NOTE, ID };

static const ZbRowColumn columns[] = {
  [NAME] = { "name", "姓名", 4, FALSE, FALSE, NULL, TRUE },
  [SEX] = { "sex", "性别", 2.5, FALSE, FALSE },
  [BRANCH] = { "branch", "所在党支部", 7, FALSE, FALSE },
  [POST] = { "post", "党内职务", 6, FALSE, FALSE },
  [DAY] = { "day", "政治生日", 5, FALSE, FALSE },
  [JOINED_ON] = { "joined_on", "入党时间", 6, FALSE, TRUE },
  [YEARS] = { "years", "入党周年", 4, TRUE, FALSE },
  [STANDING] = { "standing", "党龄", 4, FALSE, FALSE },
  [NOTE] = { "note", "备注", 6, FALSE, FALSE },
  [ID] = { "id", "编号", 3, TRUE, FALSE },
};

static void
add_birthday (ZbMadeRows *rows, const ZbMemberEntry *entry, ZbDate month, GHashTable *names, GHashTable *posts)
{
  const ZbCodeTable *sexes = zb_code_table_get ("sex");
  ZbDate joined = entry->standing.joined;
  int years = month.year - joined.year;
  char **cells = zb_made_rows_add (rows);

  zb_made_rows_of (rows, entry->id);
  cells[NAME] = g_strdup (entry->name);
  cells[SEX] = g_strdup (entry->codes[ZB_MEMBER_SEX] > 0 ? sexes->codes[entry->codes[ZB_MEMBER_SEX] - 1].label : "");
  cells[BRANCH] = g_strdup (g_hash_table_lookup (names, &entry->org));
  cells[POST] = g_strdup (g_hash_table_lookup (posts, &entry->id));
  cells[DAY] = joined.day != 0 ? g_strdup_printf ("%d月%d日", joined.month, joined.day) : g_strdup_printf ("%d月", joined.month);
  cells[JOINED_ON] = zb_date_to_print (joined);
  cells[YEARS] = g_strdup_printf ("%d", years);
  /* On the birthday itself. */
  cells[STANDING] = zb_standing_show (&entry->standing, (ZbDate) { month.year, joined.month, MAX (joined.day, 1) });
  cells[ID] = g_strdup_printf ("%" G_GINT64_FORMAT, entry->id);
  cells[NOTE] = years > 0 && years % 10 == 0 ? g_strdup_printf ("满%d周年", years) : NULL;
}

typedef struct {
  ZbMemberEntry entry;
  guint place; /* in the order of people that was asked for */
} Birthday;

static int
compare_birthdays (gconstpointer a, gconstpointer b)
{
  const Birthday *left = a, *right = b;

  if (left->entry.standing.joined.day != right->entry.standing.joined.day)
    return left->entry.standing.joined.day < right->entry.standing.joined.day ? -1 : 1;
  return left->place < right->place ? -1 : left->place > right->place;
}

/* Who of the list's people has the birthday in the month. */
static GArray *
find_birthdays (ZbRosterWorld *world, ZbMemberColumns *everybody, ZbDate month, GError **error)
{
  GArray *found;
  g_autofree gint64 *ids = NULL;
  guint n;

  if (!zb_people_list (world, everybody, &ids, &n, error))
    return NULL;
  found = g_array_new (FALSE, FALSE, sizeof (Birthday));
  for (guint i = 0; i < n; i++)
    {
      int index = zb_member_columns_find (everybody, ids[i]);
      Birthday birthday = { .place = i };

      if (index < 0)
        continue;
      zb_member_columns_get (everybody, (guint) index, &birthday.entry);
      if (birthday.entry.standing.joined.month == month.month && birthday.entry.standing.joined.year <= month.year)
        g_array_append_val (found, birthday);
    }
  if (strcmp (zb_roster_request_get_order (world->request), "day") == 0)
    g_array_sort (found, compare_birthdays);
  return found;
}

static gboolean
list_birthdays (ZbSheet *sheet, ZbRosterWorld *world, GError **error)
{
  ZbMemberColumns *everybody = zb_roster_world_columns (world, error);
  g_autoptr(GHashTable) names = zb_roster_world_org_names (world);
  g_autoptr(GHashTable) posts = NULL;
  g_autoptr(GArray) found = NULL;
  ZbDate month, last;
  ZbMadeRows *rows;
  guint tens = 0;

  zb_roster_request_period (world->request, &month, &last);
  if (everybody == NULL || !(found = find_birthdays (world, everybody, month, error))
      || !(posts = zb_members_posts (world->db, world->request->as_of, error)))
    return FALSE;
  rows = zb_made_rows_new (sheet, &zb_row_source_birthdays);
  for (guint i = 0; i < found->len; i++)
    {
      const ZbMemberEntry *entry = &g_array_index (found, Birthday, i).entry;

      add_birthday (rows, entry, month, names, posts);
      tens += zb_made_rows_at (rows, i, NOTE) != NULL;
      sheet->several = sheet->several || entry->org != g_array_index (found, Birthday, 0).entry.org;
    }
  zb_made_rows_finish (rows);
  g_free (sheet->total);
  sheet->total = g_strdup_printf ("共 %u 人，其中整十周年 %u 人。", sheet->n_rows, tens);
  return TRUE;
}

const ZbRowSource zb_row_source_birthdays = {
  .name = "birthdays",
  .is_made = TRUE,
  .takes_filter = TRUE,
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .list = list_birthdays,
};
