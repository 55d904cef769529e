/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "service/zb-demo.h"

#include "service/zb-demo-life.h"
#include "service/zb-demo-people.h"
#include "store/zb-letters.h"
#include "store/zb-steps.h"

#define UNIT "云溪产业投资集团"

/* Sizes that make a believable tree: a branch may have 50 members, a group a dozen. */
#define PER_BRANCH 30
#define PER_BRANCH_IN_A_CITY 45
#define PER_GROUP 10
#define BRANCHES_PER_GENERAL_BRANCH 12
/* From here on it is a city's registry, whose branches keep their groups to themselves. */
#define CITY 5000

typedef struct {
  ZbChangeSet *set;
  GRand *rand;
  ZbDemoLife *life; /* (unowned) (nullable) */
  ZbDate today;
  guint serial;
  guint done;
  guint total;
  ZbProgressFunc progress;
  gpointer progress_data;
} Demo;

static char *
chinese_number (guint n)
{
  static const char *const digits[] = { "", "一", "二", "三", "四", "五", "六", "七", "八", "九" };
  GString *out = g_string_new (NULL);

  if (n >= 100)
    g_string_append_printf (out, "%u", n);
  else
    g_string_append_printf (out, "%s%s%s", n >= 20 ? digits[n / 10] : "", n >= 10 ? "十" : "", digits[n % 10]);
  return g_string_free (out, FALSE);
}

static ZbRecord *
new_organization (const char *kind, const char *name, const char *short_name, guint order)
{
  ZbRecord *record = zb_record_new (&zb_kind_organization);

  zb_record_set (record, "name", name);
  zb_record_set (record, "short_name", short_name);
  zb_record_set (record, "kind", kind);
  zb_record_set_int (record, "display_order", order * 10);
  return record;
}

static gint64
add_organization (Demo *demo, ZbRecord *record, gint64 parent, GError **error)
{
  g_autoptr(ZbRecord) owned = record;

  zb_record_set (owned, "opened_on", "2012-03-01");
  if (!zb_organizations_add (demo->set, owned, parent, error))
    return 0;
  return owned->id;
}

static gboolean
add_post (Demo *demo, gint64 org, gint64 person, const char *post, gint64 term, const char *since, GError **error)
{
  g_autoptr(ZbRecord) record = zb_record_new (&zb_kind_post);

  zb_record_set_int (record, "org", org);
  zb_record_set_int (record, "person", person);
  zb_record_set (record, "post", post);
  if (term != 0)
    zb_record_set_int (record, "term", term);
  zb_record_set (record, "started_on", since);
  zb_record_set (record, "how", term != 0 ? "elected" : "appointed");
  return zb_change_set_insert (demo->set, record, error);
}

static gint64
add_term (Demo *demo, gint64 org, ZbDate appointed, GError **error)
{
  g_autoptr(ZbRecord) record = zb_record_new (&zb_kind_term);
  g_autofree char *from = zb_date_to_text (appointed);
  g_autofree char *due = zb_date_to_text (zb_date_add_months (appointed, 36));

  zb_record_set_int (record, "org", org);
  zb_record_set (record, "number", "3");
  zb_record_set (record, "appointed_on", from);
  zb_record_set (record, "due_on", due);
  return zb_change_set_insert (demo->set, record, error) ? record->id : 0;
}

/* The committee of a branch and the leaders of its groups, each in the group, out of its first people. @out_since: when the committee began */
static gboolean
add_posts (Demo *demo, gint64 branch, GArray *people, GArray *groups, ZbDate *out_since, GError **error)
{
  static const char *const posts[] = { "secretary", "deputy_secretary", "organization_officer", "publicity_officer",
                                       "discipline_officer" };
  ZbDate appointed = zb_date_add_months (demo->today, -g_rand_int_range (demo->rand, 6, 35));
  g_autofree char *since = zb_date_to_text (appointed);
  guint n_posts = people->len >= 7 ? G_N_ELEMENTS (posts) : 1;
  gint64 term = people->len >= 3 ? add_term (demo, branch, appointed, error) : 0;

  *out_since = n_posts > 1 ? appointed : ZB_DATE_NONE;
  if (people->len >= 3 && term == 0)
    return FALSE;
  for (guint i = 0; i < n_posts && i < people->len; i++)
    if (!add_post (demo, branch, g_array_index (people, gint64, i), posts[i], term, since, error))
      return FALSE;
  for (guint i = 0; i < groups->len && n_posts + i < people->len; i++)
    if (!add_post (demo, g_array_index (groups, gint64, (n_posts + i) % groups->len), g_array_index (people, gint64, n_posts + i),
                   "group_leader", 0, since, error))
      return FALSE;
  return TRUE;
}

static ZbCategory
category_of (guint in_branch)
{
  /* The first of a branch carry its posts and are full members; a few further on are on their way. */
  switch (in_branch)
    {
    case 12: case 19: return ZB_CATEGORY_PROBATIONARY;
    case 22: return ZB_CATEGORY_CANDIDATE;
    case 25: return ZB_CATEGORY_ACTIVIST;
    case 28: return ZB_CATEGORY_APPLICANT;
    default: return ZB_CATEGORY_FULL;
    }
}

static gint64
add_person (Demo *demo, ZbCategory category, gint64 branch, gint64 group, int min_age, int max_age, GError **error)
{
  ZbDemoPerson wanted = { category, demo->today, min_age, max_age };
  g_autoptr(ZbRecord) record = zb_demo_invent (demo->rand, &wanted, demo->serial++);

  if (!zb_members_add (demo->set, record, branch, group, ZB_DATE_NONE, "imported", error))
    return 0;
  if (++demo->done % 1000 == 0 && demo->progress != NULL)
    demo->progress (demo->done, demo->total, demo->progress_data);
  return record->id;
}

static gboolean
add_groups (Demo *demo, gint64 branch, guint n_people, GArray *groups, GError **error)
{
  guint n = n_people >= 2 * PER_GROUP && demo->total < CITY ? n_people / PER_GROUP : 0;

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *number = chinese_number (i + 1);
      g_autofree char *name = g_strdup_printf ("第%s党小组", number);
      gint64 id = add_organization (demo, new_organization ("group", name, NULL, i + 1), branch, error);

      if (id == 0)
        return FALSE;
      g_array_append_val (groups, id);
    }
  return TRUE;
}

/* What went with the one who moved away, in the register of letters. */
static gboolean
add_letter (Demo *demo, gint64 person, const char *on, GError **error)
{
  g_autoptr(ZbRecord) letter = zb_record_new (&zb_kind_letter);

  zb_record_set_int (letter, "person", person);
  zb_record_set (letter, "kind", "transfer");
  zb_record_set (letter, "issued_on", on);
  zb_record_set (letter, "handler", "苏晓");
  return zb_letters_issue (demo->set, letter, error);
}

/* Somebody who moved away and somebody who died, so that 历史党员 is not empty. */
static gboolean
add_former (Demo *demo, gint64 branch, GError **error)
{
  static const char *const steps[] = { "transfer-out", "decease" };
  g_autofree char *on = zb_date_to_text (zb_date_add_days (demo->today, -g_rand_int_range (demo->rand, 40, 300)));

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_autoptr(GHashTable) fields = g_hash_table_new (g_str_hash, g_str_equal);
      gint64 person = add_person (demo, ZB_CATEGORY_FULL, branch, 0, i == 0 ? 28 : 78, i == 0 ? 45 : 90, error);

      demo->done -= person != 0;
      g_hash_table_insert (fields, (gpointer) "on", on);
      if (i == 0)
        {
          g_hash_table_insert (fields, (gpointer) "to_org", (gpointer) "中共白渡市城市建设集团委员会");
          g_hash_table_insert (fields, (gpointer) "valid_days", (gpointer) "30");
        }
      if (person == 0 || !zb_steps_apply (demo->set, &zb_kind_member, person, zb_kind_step (&zb_kind_member, steps[i]),
                                          fields, demo->today, error)
          || (i == 0 && !add_letter (demo, person, on, error)))
        return FALSE;
    }
  return TRUE;
}

static gboolean
add_branch (Demo *demo, guint number, guint n_people, gint64 parent, GError **error)
{
  g_autofree char *word = chinese_number (number);
  g_autofree char *name = g_strdup_printf ("中共" UNIT "第%s支部委员会", word);
  g_autofree char *short_name = g_strdup_printf ("第%s党支部", word);
  g_autoptr(GArray) groups = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr(GArray) people = g_array_new (FALSE, FALSE, sizeof (gint64));
  ZbDate since;
  gint64 branch = add_organization (demo, new_organization ("branch", name, short_name, number), parent, error);

  if (branch == 0 || !add_groups (demo, branch, n_people, groups, error))
    return FALSE;
  for (guint i = 0; i < n_people; i++)
    {
      gint64 group = groups->len > 0 ? g_array_index (groups, gint64, i % groups->len) : 0;
      gint64 person = add_person (demo, category_of (i), branch, group, category_of (i) < ZB_CATEGORY_FULL ? 23 : 26,
                                  category_of (i) < ZB_CATEGORY_FULL ? 34 : i < 8 ? 56 : 82, error);

      if (person == 0)
        return FALSE;
      g_array_append_val (people, person);
    }
  return add_posts (demo, branch, people, groups, &since, error) && (number != 1 || add_former (demo, branch, error))
         && (demo->life == NULL || zb_demo_life_branch (demo->life, &(ZbDemoBranch) { branch, number, people, groups, since }, error));
}

static gboolean
add_all (Demo *demo, guint members, GError **error)
{
  guint per_branch = members < CITY ? PER_BRANCH : PER_BRANCH_IN_A_CITY;
  guint n_branches = MAX (1, (members + per_branch - 1) / per_branch);
  gint64 top = add_organization (demo, new_organization ("committee", "中共" UNIT "有限公司委员会", UNIT "党委", 1), 0, error);
  gint64 parent = top;

  for (guint i = 0; top != 0 && i < n_branches; i++)
    {
      guint n_people = members / n_branches + (i < members % n_branches);

      if (n_branches > 2 * BRANCHES_PER_GENERAL_BRANCH && i % BRANCHES_PER_GENERAL_BRANCH == 0)
        {
          g_autofree char *word = chinese_number (i / BRANCHES_PER_GENERAL_BRANCH + 1);
          g_autofree char *name = g_strdup_printf ("中共" UNIT "第%s总支部委员会", word);
          g_autofree char *short_name = g_strdup_printf ("第%s党总支", word);

          parent = add_organization (demo, new_organization ("general_branch", name, short_name,
                                                             i / BRANCHES_PER_GENERAL_BRANCH + 1), top, error);
          if (parent == 0)
            return FALSE;
        }
      if (!add_branch (demo, i + 1, n_people, parent, error))
        return FALSE;
    }
  return top != 0;
}

gboolean
zb_demo_fill (ZbDb *db, guint members, guint32 seed, ZbDate today, gboolean meetings, ZbProgressFunc progress, gpointer user_data, GError **error)
{
  g_autoptr(ZbChangeSet) set = zb_change_set_begin (db, "demo", NULL, error);
  g_autoptr(GRand) rand = g_rand_new_with_seed (seed);
  g_autoptr(GRand) life_rand = g_rand_new_with_seed (seed + 1);
  ZbDemoLife life = { .set = set, .rand = life_rand, .today = today };
  Demo demo = { .set = set, .rand = rand, .today = today, .total = members, .progress = progress, .progress_data = user_data };

  if (meetings || members < CITY)
    demo.life = &life;
  return set != NULL && zb_change_set_expect (set, members, FALSE, error) && (demo.life == NULL || zb_demo_life_begin (&life, error))
         && add_all (&demo, members, error) && zb_change_set_commit (set, NULL, error);
}
