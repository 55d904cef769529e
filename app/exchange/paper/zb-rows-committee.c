/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "core/zb-codes.h"
#include "exchange/paper/zb-made-rows.h"
#include "exchange/paper/zb-person-cells.h"
#include "store/zb-records.h"
#include "store/zb-terms.h"

/* 支部委员分工表: who is in the committee of an organisation on the day of the list, in 职务序; somebody with two posts once. */

enum { ORG, POST, NAME, WORK, STARTED_ON, TERM, PERIOD, HOW = 9, DOCUMENT };

static const ZbRowColumn columns[] = {
  [ORG] = { "org", "党组织", 7, FALSE, FALSE, NULL },
  [POST] = { "post", "职务", 6, FALSE, FALSE, NULL },
  [NAME] = { "name", "姓名", 4, FALSE, FALSE, "member.name" },
  [WORK] = { "work", "分工", 10, FALSE, FALSE, NULL },
  [STARTED_ON] = { "started_on", "任职时间", 6, FALSE, TRUE, NULL },
  [TERM] = { "term", "届次", 3, FALSE, FALSE, NULL },
  [PERIOD] = { "period", "任期", 4.8, FALSE, FALSE, NULL },
  { "landline", "办公电话", 6.5, FALSE, FALSE, "member.landline" },
  { "phone", "手机号", 6.5, FALSE, FALSE, "member.phone" },
  [HOW] = { "how", "产生方式", 4, FALSE, FALSE, NULL },
  [DOCUMENT] = { "document", "任职文号", 6, FALSE, FALSE, NULL },
  { "sex", "性别", 2.5, FALSE, FALSE, "member.sex" },
  { "birth_date", "出生年月", 4.5, FALSE, TRUE, "member.birth_date" },
  { "education", "学历", 5, FALSE, FALSE, "member.education" },
  { "work_unit", "工作单位及职务", 9, FALSE, FALSE, "member.work_unit" },
};

/* A post that is held, with what it is sorted by. */
typedef struct {
  const ZbRecord *record;
  guint position; /* of the organisation */
  int rank;       /* 职务序 */
} Held;

static int
compare_held (gconstpointer a, gconstpointer b)
{
  const Held *left = a, *right = b;

  if (left->position != right->position)
    return left->position < right->position ? -1 : 1;
  if (left->rank != right->rank)
    return left->rank - right->rank;
  return left->record->id < right->record->id ? -1 : left->record->id > right->record->id;
}

static gboolean
is_on_day (const ZbRecord *post, ZbDate day)
{
  ZbDate from = zb_record_get_date (post, "started_on"), to = zb_record_get_date (post, "ended_on");

  return (!zb_date_is_set (from) || zb_date_compare (from, day) <= 0) && (!zb_date_is_set (to) || zb_date_compare (to, day) > 0);
}

static GArray *
find_held (const ZbRosterWorld *world, const GPtrArray *posts)
{
  const ZbCodeTable *table = zb_code_table_get ("post");
  GArray *out = g_array_new (FALSE, FALSE, sizeof (Held));

  for (guint i = 0; i < posts->len; i++)
    {
      const ZbRecord *post = g_ptr_array_index (posts, i);
      const char *code = zb_record_get (post, "post");
      const ZbOrg *org = zb_org_tree_get (world->tree, zb_record_get_int (post, "org"));

      if (org == NULL || !zb_post_is_of_committee (code) || !is_on_day (post, world->request->as_of) || !zb_roster_world_has_org (world, org->id)
          || (zb_date_is_set (org->closed) && zb_date_compare (org->closed, world->request->as_of) <= 0))
        continue;
      g_array_append_val (out, ((Held) { post, org->position, zb_code_index (table, code) }));
    }
  g_array_sort (out, compare_held);
  return out;
}

static char *
month_words (ZbDate date)
{
  return zb_date_to_print ((ZbDate) { date.year, date.month, 0 });
}

/* 2022.05—2025.05 */
static char *
period_words (const ZbRecord *term)
{
  g_autofree char *from = month_words (zb_record_get_date (term, "appointed_on"));
  g_autofree char *to = month_words (zb_term_end (term));

  return *from != '\0' || *to != '\0' ? g_strdup_printf ("%s—%s", from, to) : NULL;
}

/* Words of a further post go behind those that are there. */
static void
append (char **cell, const char *words)
{
  char *before = *cell;

  if (words == NULL || *words == '\0' || (before != NULL && strcmp (before, words) == 0))
    return;
  *cell = before != NULL ? g_strdup_printf ("%s、%s", before, words) : g_strdup (words);
  g_free (before);
}

static void
add_post (char **row, const ZbRecord *post)
{
  append (&row[POST], zb_code_label (zb_code_table_get ("post"), zb_record_get (post, "post")));
  append (&row[WORK], zb_record_get (post, "work"));
  append (&row[DOCUMENT], zb_record_get (post, "document"));
  append (&row[HOW], zb_code_label (zb_code_table_get ("post_how"), zb_record_get (post, "how")));
}

static gboolean
fill_row (ZbRosterWorld *world, ZbPersonCells *cells, GHashTable *terms, GHashTable *names, const ZbRecord *post, char **row, GError **error)
{
  gint64 org = zb_record_get_int (post, "org"), own = zb_record_get_int (post, "term");
  g_autoptr(ZbRecord) term = own != 0 ? zb_records_get (world->db, &zb_kind_term, own, FALSE, error) : NULL;
  const ZbRecord *known = term != NULL ? term : g_hash_table_lookup (terms, &org);

  if ((own != 0 && term == NULL) || !zb_person_cells_fill (cells, zb_record_get_int (post, "person"), row, error))
    return FALSE;
  row[ORG] = g_strdup (g_hash_table_lookup (names, &org));
  row[STARTED_ON] = zb_date_to_print (zb_record_get_date (post, "started_on"));
  row[TERM] = known != NULL && zb_record_get (known, "number") != NULL ? g_strdup_printf ("第%s届", zb_record_get (known, "number")) : NULL;
  row[PERIOD] = known != NULL ? period_words (known) : NULL;
  return TRUE;
}

/* The row in which the person stands already, of the same organisation; −1. */
static int
row_of (const GArray *held, guint at, const int *rows)
{
  const Held *one = &g_array_index (held, Held, at);
  gint64 person = zb_record_get_int (one->record, "person");

  for (guint i = at; i > 0 && g_array_index (held, Held, i - 1).position == one->position; i--)
    if (zb_record_get_int (g_array_index (held, Held, i - 1).record, "person") == person)
      return rows[i - 1];
  return -1;
}

static gboolean
add_rows (ZbSheet *sheet, ZbRosterWorld *world, const GArray *held, GHashTable *terms, guint *out_orgs, GError **error)
{
  ZbMadeRows *rows = zb_made_rows_new (sheet, &zb_row_source_committee);
  g_autoptr(ZbPersonCells) cells = zb_person_cells_new (world, &zb_row_source_committee, error);
  g_autoptr(GHashTable) names = zb_roster_world_org_names (world);
  g_autofree int *places = g_new (int, held->len + 1);

  *out_orgs = 0;
  for (guint i = 0; cells != NULL && i < held->len; i++)
    {
      const Held *one = &g_array_index (held, Held, i);

      *out_orgs += i == 0 || one->position != (one - 1)->position;
      places[i] = row_of (held, i, places);
      if (places[i] < 0)
        {
          char **row = zb_made_rows_add (rows);

          places[i] = (int) zb_made_rows_size (rows) - 1;
          if (!fill_row (world, cells, terms, names, one->record, row, error))
            return FALSE;
        }
      add_post (zb_made_rows_row (rows, (guint) places[i]), one->record);
    }
  zb_made_rows_finish (rows);
  return cells != NULL;
}

static gboolean
list (ZbSheet *sheet, ZbRosterWorld *world, GError **error)
{
  g_autoptr(GPtrArray) posts = zb_records_list (world->db, &zb_kind_post, NULL, NULL, FALSE, error);
  g_autoptr(GHashTable) terms = posts != NULL ? zb_terms_current (world->db, world->request->as_of, error) : NULL;
  g_autoptr(GArray) held = terms != NULL ? find_held (world, posts) : NULL;
  guint n_orgs;

  if (held == NULL || !add_rows (sheet, world, held, terms, &n_orgs, error))
    return FALSE;
  sheet->several = n_orgs > 1;
  g_free (sheet->total);
  sheet->total = n_orgs > 1 ? g_strdup_printf ("共 %u 个党组织，%u 人。", n_orgs, sheet->n_rows) : g_strdup_printf ("共 %u 人。", sheet->n_rows);
  return TRUE;
}

const ZbRowSource zb_row_source_committee = {
  .name = "committee",
  .is_made = TRUE,
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .list = list,
};
