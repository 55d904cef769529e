/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "member-world.h"

#include <string.h>

#include "core/zb-codes.h"
#include "core/zb-hanzi.h"

static void
add_org (ZbOrgTree *tree, gint64 id, gint64 parent, ZbOrgKind kind, const char *name, const char *short_name)
{
  g_autofree char *uid = g_strdup_printf ("uid-%" G_GINT64_FORMAT, id);

  zb_org_tree_add (tree, &(ZbOrg) { .id = id, .parent = parent, .kind = kind, .order = (int) id, .uid = uid, .name = (char *) name,
                                    .short_name = (char *) short_name });
}

ZbOrgTree *
tree_new (void)
{
  static const char *const numbers[] = { "一", "二", "三", "四", "五", "六", "七" };
  ZbOrgTree *tree = zb_org_tree_new (TODAY);

  add_org (tree, 1, 0, ZB_ORG_COMMITTEE, "中共示范集团委员会", "集团党委");
  add_org (tree, 2, 1, ZB_ORG_GENERAL_BRANCH, "中共示范置业总支部委员会", "置业党总支");
  for (int i = 0; i < N_BRANCHES; i++)
    {
      g_autofree char *name = g_strdup_printf ("中共示范第%s支部委员会", numbers[i]);
      g_autofree char *short_name = g_strdup_printf ("第%s党支部", numbers[i]);

      add_org (tree, 3 + i, i < 2 ? 2 : 1, ZB_ORG_BRANCH, name, short_name);
    }
  add_org (tree, FIRST_GROUP, 5, ZB_ORG_GROUP, "甲小组", NULL);
  add_org (tree, FIRST_GROUP + 1, 5, ZB_ORG_GROUP, "乙小组", NULL);
  zb_org_tree_seal (tree);
  return tree;
}

guint
pick (GRand *rand, guint n)
{
  return (guint) g_rand_int_range (rand, 0, (gint32) n);
}

static ZbDate
pick_date (GRand *rand, int from, int years)
{
  ZbDate date = { (gint16) (from + (int) pick (rand, (guint) years)), (guint8) (1 + pick (rand, 12)), (guint8) (1 + pick (rand, 28)) };
  guint precision = pick (rand, 10);

  if (precision < 3)
    date.day = 0;
  if (precision == 0)
    date.month = 0;
  return pick (rand, 12) == 0 ? ZB_DATE_NONE : date;
}

static void
fill_texts (Person *person, GRand *rand)
{
  static const char *const surnames[] = { "王", "张", "张", "李", "欧阳", "单", "曾", "尉迟", "林", "买买提·" };
  static const char *const given[] = { "伟", "芳", "晓云", "一鸣", "大鸣", "富", "大富", "少东", "丽", "安", "安安" };

  g_snprintf (person->name, sizeof person->name, "%s%s", surnames[pick (rand, G_N_ELEMENTS (surnames))],
              given[pick (rand, G_N_ELEMENTS (given))]);
  if (pick (rand, 8) != 0)
    g_snprintf (person->phone, sizeof person->phone, "199%04u%04u", pick (rand, 3), pick (rand, 10000));
  if (pick (rand, 8) != 0)
    g_snprintf (person->id_number, sizeof person->id_number, "990101%u%02u%02u%03u%c", 1950 + pick (rand, 50), 1 + pick (rand, 12),
                1 + pick (rand, 28), pick (rand, 1000), "0123456789X"[pick (rand, 11)]);
  if (pick (rand, 20) == 0)
    g_strlcpy (person->reading, "zeng li", sizeof person->reading);
  person->entry.name = person->name;
  person->entry.phone = *person->phone != '\0' ? person->phone : NULL;
  person->entry.id_number = *person->id_number != '\0' ? person->id_number : NULL;
  person->entry.reading = *person->reading != '\0' ? person->reading : NULL;
}

Person *
person_new (gint64 id, GRand *rand)
{
  Person *person = g_new0 (Person, 1);
  ZbMemberEntry *entry = &person->entry;

  fill_texts (person, rand);
  entry->id = id;
  entry->state = pick (rand, 4) == 0 ? (ZbMemberState) pick (rand, 7) : ZB_MEMBER_HERE;
  entry->org = entry->state == ZB_MEMBER_UNPLACED ? 0 : 3 + pick (rand, N_BRANCHES);
  entry->group = entry->org == 5 ? FIRST_GROUP + pick (rand, 3) % 2 : 0;
  for (guint code = 0; code < ZB_MEMBER_MIGRANT_WORKER; code++)
    entry->codes[code] = (guint8) pick (rand, 1 + MIN (4, zb_code_table_get (zb_member_code_field ((ZbMemberCode) code))->n_codes));
  entry->codes[ZB_MEMBER_EDUCATION] = (guint8) pick (rand, zb_code_table_get ("education")->n_codes + 1);
  for (guint code = ZB_MEMBER_MIGRANT_WORKER; code < ZB_MEMBER_N_CODES; code++)
    entry->codes[code] = (guint8) pick (rand, 3);
  entry->birth = pick_date (rand, 1940, 68);
  entry->standing.declared = (ZbCategory) pick (rand, 6);
  entry->standing.applied = pick_date (rand, 1965, 62);
  entry->standing.joined = pick_date (rand, 1966, 62);
  entry->standing.confirmed = zb_date_is_set (entry->standing.joined) ? zb_date_add_months (entry->standing.joined, 12) : ZB_DATE_NONE;
  entry->standing.correction_months = pick (rand, 10) == 0 ? (int) pick (rand, 40) - 20 : 0;
  entry->post_rank = pick (rand, 5) == 0 ? (guint16) (1 + pick (rand, 10)) : 0xffff;
  entry->own_order = pick (rand, 3) == 0 ? (gint32) pick (rand, 50) - 5 : 0;
  return person;
}

World *
world_new (guint n, GRand *rand)
{
  World *world = g_new0 (World, 1);

  world->tree = tree_new ();
  world->people = g_ptr_array_new_with_free_func (g_free);
  world->columns = zb_member_columns_new (world->tree, TODAY, n);
  for (guint i = 0; i < n; i++)
    {
      Person *person = person_new (10 + 3 * i, rand);

      g_ptr_array_add (world->people, person);
      zb_member_columns_add (world->columns, &person->entry);
    }
  return world;
}

void
world_free (World *world)
{
  zb_member_columns_unref (world->columns);
  zb_org_tree_unref (world->tree);
  g_ptr_array_unref (world->people);
  g_free (world);
}

const ZbMemberEntry *
world_entry (World *world, guint i)
{
  return &((Person *) g_ptr_array_index (world->people, i))->entry;
}

GRand *
rand_new (void)
{
  return g_rand_new_with_seed (g_test_rand_int () & 0x7fffffff);
}

/* The plain way: scope, search */

static gboolean
is_here (const ZbMemberEntry *entry)
{
  return entry->state == ZB_MEMBER_HERE || entry->state == ZB_MEMBER_UNPLACED;
}

gboolean
is_in_scope (const ZbMemberEntry *entry, const ZbMemberQuery *query)
{
  if (query->scope != ZB_SCOPE_ALL && is_here (entry) != (query->scope == ZB_SCOPE_HERE))
    return FALSE;
  return !query->party_only || zb_standing_category (&entry->standing, TODAY) >= ZB_CATEGORY_PROBATIONARY;
}

static gboolean
org_has_word (ZbOrgTree *tree, gint64 id, const char *word)
{
  for (const ZbOrg *org = zb_org_tree_get (tree, id); org != NULL; org = zb_org_tree_get (tree, org->parent))
    if (strstr (org->name, word) != NULL || (org->short_name != NULL && strstr (org->short_name, word) != NULL))
      return TRUE;
  return FALSE;
}

/* Only words whose meaning leaves no room: Chinese, or digits of three and more. */
static gboolean
has_word (ZbOrgTree *tree, const ZbMemberEntry *entry, const char *word)
{
  gsize length = strlen (word);

  if ((guchar) word[0] >= 0x80)
    return strstr (entry->name, word) != NULL || org_has_word (tree, entry->org, word) || org_has_word (tree, entry->group, word);
  if (entry->phone != NULL && strstr (entry->phone, word) != NULL)
    return TRUE;
  if (entry->id_number == NULL)
    return FALSE;
  return strncmp (entry->id_number, word, length) == 0 || g_str_has_suffix (entry->id_number, word);
}

static gboolean
matches (World *world, const ZbMemberEntry *entry, const ZbMemberQuery *query)
{
  g_auto(GStrv) words = g_strsplit (query->text != NULL ? query->text : "", " ", -1);

  if (!is_in_scope (entry, query))
    return FALSE;
  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0' && !has_word (world->tree, entry, words[i]))
      return FALSE;
  return TRUE;
}

/* The plain way: orders */

static int
compare_numbers (gint64 a, gint64 b)
{
  return a < b ? -1 : a > b;
}

/* What is unknown (0) comes last. */
static int
compare_known (gint64 a, gint64 b)
{
  return compare_numbers (a == 0 ? G_MAXINT64 : a, b == 0 ? G_MAXINT64 : b);
}

static int
compare_keys (gsize (*make) (const ZbMemberEntry *entry, guint8 *out), const ZbMemberEntry *a, const ZbMemberEntry *b)
{
  guint8 left[ZB_HANZI_KEY_MAX], right[ZB_HANZI_KEY_MAX];
  gsize n_left = make (a, left), n_right = make (b, right);
  int difference = memcmp (left, right, MIN (n_left, n_right));

  return difference != 0 ? difference : compare_numbers ((gint64) n_left, (gint64) n_right);
}

static gsize
surname_key (const ZbMemberEntry *entry, guint8 *out)
{
  return zb_hanzi_stroke_key (entry->name, ZB_STROKE_SURNAME, out, ZB_HANZI_KEY_MAX);
}

static gsize
name_key (const ZbMemberEntry *entry, guint8 *out)
{
  return zb_hanzi_stroke_key (entry->name, ZB_STROKE_NAME, out, ZB_HANZI_KEY_MAX);
}

static gsize
pinyin_key (const ZbMemberEntry *entry, guint8 *out)
{
  return zb_hanzi_pinyin_key (entry->name, entry->reading, out, ZB_HANZI_KEY_MAX);
}

static gint64
org_position (ZbOrgTree *tree, gint64 id)
{
  const ZbOrg *org = zb_org_tree_get (tree, id);

  return org != NULL ? (gint64) org->position : G_MAXINT64;
}

/* The day from which the standing counts, as a number; 0 when there is none. */
static gint64
standing_from (const ZbMemberEntry *entry)
{
  ZbDate day = entry->standing.confirmed;

  if (zb_standing_months (&entry->standing, TODAY) < 0)
    return 0;
  day.month = MAX (day.month, 1);
  day.day = MAX (day.day, 1);
  return zb_date_pack (zb_date_add_months (day, -entry->standing.correction_months));
}

/* The first that an order looks at; ties are settled by compare_people(). */
static int
compare_first (World *world, ZbMemberOrder order, const ZbMemberEntry *a, const ZbMemberEntry *b)
{
  static const struct { ZbMemberOrder order; ZbMemberCode code; } coded[] = {
    { ZB_ORDER_SEX, ZB_MEMBER_SEX }, { ZB_ORDER_ETHNICITY, ZB_MEMBER_ETHNICITY }, { ZB_ORDER_EDUCATION, ZB_MEMBER_EDUCATION },
    { ZB_ORDER_DEGREE, ZB_MEMBER_DEGREE }, { ZB_ORDER_JOB, ZB_MEMBER_JOB },
  };
  int difference = 0;

  for (guint i = 0; i < G_N_ELEMENTS (coded); i++)
    if (coded[i].order == order)
      return compare_known (a->codes[coded[i].code], b->codes[coded[i].code]);
  if (order == ZB_ORDER_POST || order == ZB_ORDER_ORG)
    difference = compare_numbers (org_position (world->tree, a->org), org_position (world->tree, b->org));
  if (order == ZB_ORDER_POST && difference == 0)
    difference = compare_numbers (a->post_rank, b->post_rank);
  if ((order == ZB_ORDER_POST && difference == 0) || order == ZB_ORDER_STROKE)
    return compare_keys (surname_key, a, b);
  if (order == ZB_ORDER_STROKE_NAME)
    return compare_keys (name_key, a, b);
  if (order == ZB_ORDER_JOINED)
    return compare_known (zb_date_pack (a->standing.joined), zb_date_pack (b->standing.joined));
  if (order == ZB_ORDER_CONFIRMED)
    return compare_known (zb_date_pack (a->standing.confirmed), zb_date_pack (b->standing.confirmed));
  if (order == ZB_ORDER_STANDING)
    {
      difference = compare_known (standing_from (a), standing_from (b));
      return difference != 0 ? difference : compare_keys (surname_key, a, b);
    }
  if (order == ZB_ORDER_BIRTH)
    return compare_known (zb_date_pack (a->birth), zb_date_pack (b->birth));
  if (order == ZB_ORDER_OWN)
    return compare_known (a->own_order, b->own_order);
  if (order == ZB_ORDER_CATEGORY)
    return -compare_numbers (zb_standing_category (&a->standing, TODAY), zb_standing_category (&b->standing, TODAY));
  return difference;
}

typedef struct {
  World *world;
  ZbMemberOrder order;
} Sorting;

static int
compare_people (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const ZbMemberEntry *left = &(*(Person *const *) a)->entry;
  const ZbMemberEntry *right = &(*(Person *const *) b)->entry;
  const Sorting *sorting = user_data;
  int difference = compare_first (sorting->world, sorting->order, left, right);

  if (difference == 0 && sorting->order != ZB_ORDER_ID)
    difference = compare_keys (pinyin_key, left, right);
  return difference != 0 ? difference : compare_numbers (left->id, right->id);
}

static GPtrArray *
plain_query (World *world, const ZbMemberQuery *query)
{
  GPtrArray *out = g_ptr_array_new ();
  Sorting sorting = { world, query->order };

  for (guint i = 0; i < world->people->len; i++)
    if (matches (world, world_entry (world, i), query))
      g_ptr_array_add (out, g_ptr_array_index (world->people, i));
  g_ptr_array_sort_with_data (out, compare_people, &sorting);
  return out;
}

void
assert_same (World *world, const ZbMemberQuery *query)
{
  g_autoptr(GPtrArray) expected = plain_query (world, query);
  guint n;
  g_autofree gint64 *ids = zb_member_columns_query (world->columns, query, &n);

  if (n != expected->len)
    g_error ("“%s”, order %s: %u found, %u there are", query->text, zb_member_order_name (query->order), n, expected->len);
  for (guint i = 0; i < n; i++)
    {
      const Person *person = g_ptr_array_index (expected, i);

      if (ids[i] != person->entry.id)
        g_error ("“%s”, order %s: place %u of %u is %" G_GINT64_FORMAT ", not %" G_GINT64_FORMAT, query->text,
                 zb_member_order_name (query->order), i, n, ids[i], person->entry.id);
    }
}
