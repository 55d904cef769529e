/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "exchange/paper/zb-made-rows.h"
#include "exchange/paper/zb-people-list.h"
#include "exchange/paper/zb-person-cells.h"
#include "store/zb-records.h"
#include "store/zb-terms.h"

/* 党小组名册: the groups of every branch that has some, the leader first, and behind them who is in none. A group without
 * members stands there, too: it is to be seen. */

enum { BRANCH, GROUP, LEADER, ROLE, NAME, NOTE = 10 };

static const ZbRowColumn columns[] = {
  [BRANCH] = { "branch", "所在党支部", 7, FALSE, FALSE, NULL },
  [GROUP] = { "group", "党小组", 6, FALSE, FALSE, NULL },
  [LEADER] = { "leader", "组长", 4, FALSE, FALSE, NULL, TRUE },
  [ROLE] = { "role", "组内职务", 4.2, FALSE, FALSE, NULL },
  [NAME] = { "name", "姓名", 4, FALSE, FALSE, "member.name" },
  { "sex", "性别", 2.5, FALSE, FALSE, "member.sex" },
  { "ethnicity", "民族", 4, FALSE, FALSE, "member.ethnicity" },
  { "birth_date", "出生年月", 4.5, FALSE, TRUE, "member.birth_date" },
  { "category", "人员类别", 4, FALSE, FALSE, "member.category" },
  { "joined_on", "入党时间", 6, FALSE, TRUE, "member.joined_on" },
  [NOTE] = { "note", "备注", 6, FALSE, FALSE, "member.note" },
  { "post", "党内职务", 5, FALSE, FALSE, "member.post" },
  { "work_unit", "工作单位及职务", 9, FALSE, FALSE, "member.work_unit" },
  { "education", "学历", 5, FALSE, FALSE, "member.education" },
  { "phone", "联系电话", 7, FALSE, FALSE, "member.phone" },
};

/* Of a group: 组长, 副组长, everybody else. */
enum { LEADS = 1, HELPS, BELONGS };

typedef struct {
  GHashTable *people;  /* (owned): id of a group or a branch → its people (element-type gint64), as the list orders them */
  GHashTable *leaders; /* (owned): id of the person → the record of the post by which they lead or help */
  GHashTable *groups;  /* (owned): id of a branch → its groups (element-type ZbOrg) */
  GHashTable *listed;  /* (owned): ids of the groups, as a set */
  GHashTable *names;   /* (owned): of organisations */
  GHashTable *heads;   /* (owned): leaders by the group of which they are entered as such */
  gboolean is_narrowed; /* only some of the people are asked for: groups without any of them are left out */
  guint n_groups;
  guint n_without;     /* branches */
  guint n_unplaced;
  guint n_people;
  guint n_probationary;
} Groups;

static void
groups_clear (Groups *self)
{
  g_clear_pointer (&self->people, g_hash_table_unref);
  g_clear_pointer (&self->leaders, g_hash_table_unref);
  g_clear_pointer (&self->groups, g_hash_table_unref);
  g_clear_pointer (&self->listed, g_hash_table_unref);
  g_clear_pointer (&self->heads, g_hash_table_unref);
  g_clear_pointer (&self->names, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Groups, groups_clear)

static gboolean
is_on_day (const ZbRecord *post, ZbDate day)
{
  ZbDate from = zb_record_get_date (post, "started_on"), to = zb_record_get_date (post, "ended_on");

  return (!zb_date_is_set (from) || zb_date_compare (from, day) <= 0) && (!zb_date_is_set (to) || zb_date_compare (to, day) > 0);
}

static gboolean
load_leaders (Groups *self, const ZbRosterWorld *world, GError **error)
{
  static const char *const posts[] = { "deputy_group_leader", "group_leader" };

  self->leaders = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) zb_record_free);
  if (!(self->heads = zb_organizations_heads (world->db, world->request->as_of, error)))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (posts); i++)
    {
      g_autoptr(GPtrArray) held = zb_records_list (world->db, &zb_kind_post, "post", posts[i], FALSE, error);

      if (held == NULL)
        return FALSE;
      for (guint j = 0; j < held->len; j++)
        {
          gint64 person = zb_record_get_int (g_ptr_array_index (held, j), "person");

          if (is_on_day (g_ptr_array_index (held, j), world->request->as_of))
            g_hash_table_insert (self->leaders, g_memdup2 (&person, sizeof person), g_steal_pointer (&held->pdata[j]));
        }
    }
  return TRUE;
}

static GPtrArray *
groups_of (const Groups *self, gint64 branch)
{
  return g_hash_table_lookup (self->groups, &branch);
}

static void
find_groups (Groups *self, const ZbRosterWorld *world)
{
  ZbDate day = world->request->as_of;

  self->groups = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, (GDestroyNotify) g_ptr_array_unref);
  self->listed = g_hash_table_new (g_int64_hash, g_int64_equal);
  for (guint i = 0; i < zb_org_tree_size (world->tree); i++)
    {
      const ZbOrg *org = zb_org_tree_at (world->tree, i);
      gboolean is_closed = zb_date_is_set (org->closed) && zb_date_compare (org->closed, day) <= 0;

      if (org->kind != ZB_ORG_GROUP || is_closed || (zb_date_is_set (org->opened) && zb_date_compare (org->opened, day) > 0)
          || !(zb_roster_world_has_org (world, org->id) || org->parent == world->request->org))
        continue;
      if (groups_of (self, org->parent) == NULL)
        g_hash_table_insert (self->groups, (gpointer) &org->parent, g_ptr_array_new ());
      g_ptr_array_add (groups_of (self, org->parent), (gpointer) org);
      g_hash_table_add (self->listed, (gpointer) &org->id);
    }
}

static void
put (Groups *self, gint64 place, gint64 person)
{
  GArray *people = g_hash_table_lookup (self->people, &place);

  if (people == NULL)
    {
      people = g_array_new (FALSE, FALSE, sizeof (gint64));
      g_hash_table_insert (self->people, g_memdup2 (&place, sizeof place), people);
    }
  g_array_append_val (people, person);
}

/* Puts everybody who is asked for into the group, or to those of the branch who are in none. */
static gboolean
place_people (Groups *self, ZbRosterWorld *world, GError **error)
{
  ZbMemberColumns *everybody = zb_roster_world_columns (world, error);
  g_autofree gint64 *ids = NULL;
  guint n;

  self->people = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) g_array_unref);
  if (everybody == NULL || !zb_people_list (world, everybody, &ids, &n, error))
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      int index = zb_member_columns_find (everybody, ids[i]);
      ZbMemberEntry entry;

      if (index < 0)
        continue;
      zb_member_columns_get (everybody, (guint) index, &entry);
      put (self, g_hash_table_contains (self->listed, &entry.group) ? entry.group : entry.org, ids[i]);
    }
  return TRUE;
}

/* The post is one of the group, or, where people wrote it down so, of its branch. */
static guint
rank_of (const Groups *self, gint64 person, const ZbOrg *group)
{
  const ZbRecord *post = g_hash_table_lookup (self->leaders, &person);
  gint64 org = post != NULL ? zb_record_get_int (post, "org") : 0;

  if (group == NULL || post == NULL || (org != group->id && org != group->parent))
    return BELONGS;
  return strcmp (zb_record_get (post, "post"), "group_leader") == 0 ? LEADS : HELPS;
}

/* 组长, then 副组长, then the others as the list orders them. */
static void
put_leaders_first (const Groups *self, const ZbOrg *group, GArray *people)
{
  g_autoptr(GArray) sorted = g_array_sized_new (FALSE, FALSE, sizeof (gint64), people->len);

  for (guint rank = LEADS; rank <= BELONGS; rank++)
    for (guint i = 0; i < people->len; i++)
      if (rank_of (self, g_array_index (people, gint64, i), group) == rank)
        g_array_append_val (sorted, g_array_index (people, gint64, i));
  memcpy (people->data, sorted->data, people->len * sizeof (gint64));
}

static char *
leader_words (const Groups *self, const ZbOrg *group, const GArray *people, ZbMemberColumns *everybody)
{
  const char *head = g_hash_table_lookup (self->heads, &group->id);
  GString *out = g_string_new (NULL);

  for (guint i = 0; people != NULL && i < people->len; i++)
    {
      gint64 person = g_array_index (people, gint64, i);
      int index = zb_member_columns_find (everybody, person);
      ZbMemberEntry entry;

      if (rank_of (self, person, group) != LEADS || index < 0)
        continue;
      zb_member_columns_get (everybody, (guint) index, &entry);
      g_string_append_printf (out, "%s%s", out->len > 0 ? "、" : "", entry.name);
    }
  /* One who leads a group without being entered in it. */
  if (out->len == 0 && head != NULL)
    g_string_append (out, head);
  return g_string_free (out, FALSE);
}

/* The people of a group, or those of a branch who are in none. */
static gboolean
add_section (Groups *self, ZbRosterWorld *world, ZbMadeRows *rows, ZbPersonCells *cells, const ZbOrg *branch, const ZbOrg *group, GError **error)
{
  GArray *people = g_hash_table_lookup (self->people, group != NULL ? &group->id : &branch->id);
  guint n = people != NULL ? people->len : 0;

  if (n > 0 && group != NULL)
    put_leaders_first (self, group, people);
  if (n == 0 && (group == NULL || self->is_narrowed))
    return TRUE;
  self->n_groups += group != NULL;
  self->n_unplaced += group == NULL ? n : 0;
  for (guint i = 0; i < MAX (n, 1); i++)
    {
      gint64 person = i < n ? g_array_index (people, gint64, i) : 0;
      guint rank = rank_of (self, person, group);
      char **row = zb_made_rows_add (rows);

      row[BRANCH] = g_strdup (g_hash_table_lookup (self->names, &branch->id));
      row[GROUP] = g_strdup (group != NULL ? zb_org_short (group) : "未编入党小组");
      row[LEADER] = group != NULL ? leader_words (self, group, people, world->columns) : NULL;
      row[ROLE] = g_strdup (rank == LEADS ? "组长" : rank == HELPS ? "副组长" : NULL);
      if (person == 0)
        {
          row[NOTE] = g_strdup ("暂无党员");
          continue;
        }
      zb_made_rows_of (rows, person);
      if (!zb_person_cells_fill (cells, person, row, error))
        return FALSE;
      self->n_people++;
      self->n_probationary += zb_member_columns_category (world->columns, (guint) zb_member_columns_find (world->columns, person)) == ZB_CATEGORY_PROBATIONARY;
    }
  return TRUE;
}

static gboolean
add_branch (Groups *self, ZbRosterWorld *world, ZbMadeRows *rows, ZbPersonCells *cells, const ZbOrg *branch, GError **error)
{
  GPtrArray *groups = groups_of (self, branch->id);

  for (guint i = 0; i < groups->len; i++)
    if (!add_section (self, world, rows, cells, branch, g_ptr_array_index (groups, i), error))
      return FALSE;
  return add_section (self, world, rows, cells, branch, NULL, error);
}

/* 共 2 个党小组，党员 7 人，其中正式党员 5 人，预备党员 2 人；未编入党小组 1 人。另有 3 个党支部未设党小组。 */
static char *
total_line (const Groups *self)
{
  GString *out = g_string_new (NULL);

  g_string_printf (out, "共 %u 个党小组，党员 %u 人，其中正式党员 %u 人，预备党员 %u 人", self->n_groups, self->n_people,
                   self->n_people - self->n_probationary, self->n_probationary);
  if (self->n_unplaced > 0)
    g_string_append_printf (out, "；未编入党小组 %u 人", self->n_unplaced);
  g_string_append (out, "。");
  if (self->n_without > 0)
    g_string_append_printf (out, "另有 %u 个党支部未设党小组。", self->n_without);
  return g_string_free (out, FALSE);
}

static gboolean
list (ZbSheet *sheet, ZbRosterWorld *world, GError **error)
{
  const ZbRosterRequest *request = world->request;
  g_auto(Groups) self = {
    .is_narrowed = request->ids != NULL || request->text != NULL || (request->filter != NULL && zb_filter_size (request->filter) > 0),
    .names = zb_roster_world_org_names (world),
  };
  g_autoptr(ZbPersonCells) cells = zb_person_cells_new (world, &zb_row_source_groups, error);
  ZbMadeRows *rows;
  guint n_branches = 0;

  find_groups (&self, world);
  if (cells == NULL || !place_people (&self, world, error) || !load_leaders (&self, world, error))
    return FALSE;
  rows = zb_made_rows_new (sheet, &zb_row_source_groups);
  for (guint i = 0; i < zb_org_tree_size (world->tree); i++)
    {
      const ZbOrg *org = zb_org_tree_at (world->tree, i);

      if (groups_of (&self, org->id) != NULL)
        {
          n_branches++;
          if (!add_branch (&self, world, rows, cells, org, error))
            return FALSE;
        }
      else if (org->kind == ZB_ORG_BRANCH && !zb_date_is_set (org->closed) && zb_roster_world_has_org (world, org->id) && !self.is_narrowed)
        self.n_without++;
    }
  sheet->several = n_branches > 1;
  zb_made_rows_finish (rows);
  g_free (sheet->total);
  sheet->total = total_line (&self);
  return TRUE;
}

const ZbRowSource zb_row_source_groups = {
  .name = "groups",
  .is_made = TRUE,
  .takes_filter = TRUE,
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .list = list,
};
