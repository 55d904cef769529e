/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "undo-fixture.h"

#include "store/zb-records.h"

/* Four people into a branch of their own: one untouched, one edited, one used, one whose place was changed. */
static void
test_new_people (UndoFixture *self, gconstpointer data)
{
  ZbChangeSet *set = undo_begin (self, "member");
  gint64 org = undo_insert (set, &zb_kind_organization, "name", "第二党支部", "kind", "branch", NULL);
  gint64 people[4], import, term, again;
  g_autoptr(ZbHistoryRest) rest = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  undo_insert (set, &zb_kind_organization_event, "org", zb_test_id (org), "kind", "opened", NULL);
  for (guint i = 0; i < 4; i++)
    people[i] = undo_enter (set, (const char *[]) { "张三", "李四", "王五", "赵六" }[i], org);
  undo_insert (set, &zb_kind_post, "org", zb_test_id (org), "person", zb_test_id (people[0]), "post", "secretary", NULL);
  term = undo_insert (set, &zb_kind_post, "org", zb_test_id (org), "person", zb_test_id (people[1]), "post", "organization_officer", NULL);
  import = undo_finish (set);
  zb_test_member (self->db, "孙七", self->branch, NULL);
  zb_test_set (self->db, &zb_kind_member, people[1], "phone", "19900000099");
  zb_test_record (self->db, &zb_kind_talk, "org", zb_test_id (self->branch), "on", "2026-11-01", "person", zb_test_id (people[2]), "other",
                  zb_test_id (people[2]), NULL);
  g_assert_true (zb_test_do (self->db, &zb_kind_member, people[3], "decease", TODAY, NULL, "on", "2026-11-10", NULL)
                 || zb_test_do (self->db, &zb_kind_member, people[3], "transfer-out", TODAY, NULL, "on", "2026-11-10", "to_org", "云溪街道党工委", NULL));
  before = zb_test_db_state (self->db);
  rest = undo_checked (self, import);
  undo_assert_rest (rest, 1, 0, 0, "李四: edited member; 王五: referred talk; 第二党支部: referred member; 赵六: edited membership");
  g_assert_false (undo_is_there (self, &zb_kind_member, people[0]));
  g_assert_true (undo_is_there (self, &zb_kind_member, people[1]));
  g_assert_true (undo_is_there (self, &zb_kind_post, term));
  g_assert_true (undo_is_there (self, &zb_kind_organization, org));
  /* 李四, 王五, 孙七 and the ended one of 赵六. */
  g_assert_cmpuint (undo_count_of (self, &zb_kind_membership), ==, 4);
  g_assert_cmpuint (undo_count_of (self, &zb_kind_post), ==, 1);
  zb_test_assert_value (self->db, &zb_kind_member, people[1], "phone", "19900000099");
  /* The undo of the undo. */
  g_assert_true (zb_history_redo (self->db, &again, &error));
  g_assert_no_error (error);
  after = zb_test_db_state (self->db);
  g_assert_cmpstr (after, ==, before);
}

/* Nothing since: all of it goes, the branch with it, as by an ordinary undo. */
static void
test_all (UndoFixture *self, gconstpointer data)
{
  g_autofree char *before = zb_test_db_state (self->db);
  ZbChangeSet *set = undo_begin (self, "member");
  gint64 org = undo_insert (set, &zb_kind_organization, "name", "第二党支部", "kind", "branch", NULL), import;
  g_autoptr(ZbHistoryRest) rest = NULL;
  g_autoptr(ZbHistoryRest) none = NULL;
  g_autofree char *after = NULL;

  undo_enter (set, "张三", org);
  undo_enter (set, "李四", org);
  import = undo_finish (set);
  rest = undo_checked (self, import);
  undo_assert_rest (rest, 2, 0, 1, "");
  after = zb_test_db_state (self->db);
  g_assert_cmpstr (after, ==, before);
  /* There is nothing left, and nothing is written. */
  none = undo_checked (self, import);
  undo_assert_rest (none, 0, 0, 0, "");
}

/* Fields by themselves: untouched, edited, another edited, edited and put back. */
static void
test_changed_people (UndoFixture *self, gconstpointer data)
{
  gint64 people[4], import;
  ZbChangeSet *set;
  g_autoptr(ZbHistoryRest) rest = NULL;

  for (guint i = 0; i < 4; i++)
    people[i] = zb_test_member (self->db, (const char *[]) { "张三", "李四", "王五", "赵六" }[i], self->branch, "phone", "19900000010", NULL);
  set = undo_begin (self, "member");
  for (guint i = 0; i < 4; i++)
    {
      undo_change (set, &zb_kind_member, people[i], "phone", "19900000020");
      undo_change (set, &zb_kind_member, people[i], "note", "导入");
    }
  import = undo_finish (set);
  zb_test_set (self->db, &zb_kind_member, people[1], "phone", "19900000030");
  zb_test_set (self->db, &zb_kind_member, people[2], "school", "云溪中学");
  zb_test_set (self->db, &zb_kind_member, people[3], "phone", "19900000040");
  zb_test_set (self->db, &zb_kind_member, people[3], "phone", "19900000020");
  rest = undo_checked (self, import);
  undo_assert_rest (rest, 0, 4, 0, "李四 (联系电话): edited member");
  for (guint i = 0; i < 4; i++)
    {
      zb_test_assert_value (self->db, &zb_kind_member, people[i], "note", NULL);
      zb_test_assert_value (self->db, &zb_kind_member, people[i], "phone", i == 1 ? "19900000030" : "19900000010");
    }
  zb_test_assert_value (self->db, &zb_kind_member, people[2], "school", "云溪中学");
}

/* A value that the set wrote twice goes back to the first before; an edit to what stood between is an edit. */
static void
test_changed_twice (UndoFixture *self, gconstpointer data)
{
  gint64 one = zb_test_member (self->db, "张三", self->branch, "note", "a", NULL), other = zb_test_member (self->db, "李四", self->branch, "note", "a", NULL);
  ZbChangeSet *set = undo_begin (self, "member");
  gint64 import;
  g_autoptr(ZbHistoryRest) rest = NULL;

  for (guint i = 0; i < 2; i++)
    {
      undo_change (set, &zb_kind_member, one, "note", i == 0 ? "b" : "c");
      undo_change (set, &zb_kind_member, other, "note", i == 0 ? "b" : "c");
    }
  import = undo_finish (set);
  zb_test_set (self->db, &zb_kind_member, other, "note", "b");
  rest = undo_checked (self, import);
  undo_assert_rest (rest, 0, 1, 0, "李四 (备注): edited member");
  zb_test_assert_value (self->db, &zb_kind_member, one, "note", "a");
  zb_test_assert_value (self->db, &zb_kind_member, other, "note", "b");
}

/* Before 2012 he joined; the import said 2010; who confirmed him in 2011 since must not get the later day back. */
static void
test_no_contradiction (UndoFixture *self, gconstpointer data)
{
  gint64 person = zb_test_member (self->db, "张三", self->branch, "joined_on", "2012-01-01", NULL), import;
  ZbChangeSet *set = undo_begin (self, "member");
  g_autoptr(ZbHistoryRest) rest = NULL;

  undo_change (set, &zb_kind_member, person, "joined_on", "2010-01-01");
  undo_change (set, &zb_kind_member, person, "note", "导入");
  import = undo_finish (set);
  zb_test_set (self->db, &zb_kind_member, person, "confirmed_on", "2011-01-01");
  rest = undo_checked (self, import);
  undo_assert_rest (rest, 0, 0, 0, "张三 (入党时间、备注): rule member");
  zb_test_assert_value (self->db, &zb_kind_member, person, "joined_on", "2010-01-01");
}

/* Somebody in no branch was given a place; a second one holds a post there since. */
static void
test_places (UndoFixture *self, gconstpointer data)
{
  gint64 free = zb_test_member (self->db, "张三", 0, NULL), used = zb_test_member (self->db, "李四", 0, NULL);
  ZbChangeSet *set = undo_begin (self, "member");
  gint64 import, places[2];
  g_autoptr(ZbHistoryRest) rest = NULL;

  places[0] = undo_insert (set, &zb_kind_membership, "person", zb_test_id (free), "org", zb_test_id (self->branch), "kind", "organizational", NULL);
  places[1] = undo_insert (set, &zb_kind_membership, "person", zb_test_id (used), "org", zb_test_id (self->branch), "kind", "organizational", NULL);
  import = undo_finish (set);
  zb_test_record (self->db, &zb_kind_post, "org", zb_test_id (self->branch), "person", zb_test_id (used), "post", "secretary", NULL);
  rest = undo_checked (self, import);
  undo_assert_rest (rest, 0, 1, 0, "李四 (组织关系): referred post");
  g_assert_false (undo_is_there (self, &zb_kind_membership, places[0]));
  g_assert_true (undo_is_there (self, &zb_kind_membership, places[1]));
}

/* A group that the import made: empty again it goes, with somebody in it since it stays. */
static void
test_groups (UndoFixture *self, gconstpointer data)
{
  gint64 person = zb_test_member (self->db, "张三", self->branch, NULL), other = zb_test_member (self->db, "李四", self->branch, NULL);
  g_autoptr(ZbRecord) place = zb_members_membership (self->db, person, NULL);
  g_autoptr(ZbRecord) second = zb_members_membership (self->db, other, NULL);
  ZbChangeSet *set = undo_begin (self, "member");
  gint64 groups[2], import;
  g_autoptr(ZbHistoryRest) rest = NULL;

  for (guint i = 0; i < 2; i++)
    groups[i] = undo_insert (set, &zb_kind_organization, "name", i == 0 ? "第一党小组" : "第二党小组", "kind", "group", "parent", zb_test_id (self->branch), NULL);
  undo_change (set, &zb_kind_membership, place->id, "group", zb_test_id (groups[0]));
  import = undo_finish (set);
  zb_test_set (self->db, &zb_kind_membership, second->id, "group", zb_test_id (groups[1]));
  rest = undo_checked (self, import);
  undo_assert_rest (rest, 0, 1, 1, "第二党小组: referred membership");
  zb_test_assert_value (self->db, &zb_kind_membership, place->id, "group", NULL);
  g_assert_false (undo_is_there (self, &zb_kind_organization, groups[0]));
}

/* A list of organisations: an empty one goes with its event; one with another below it since stays, and what is above it. */
static void
test_organizations (UndoFixture *self, gconstpointer data)
{
  ZbChangeSet *set = undo_begin (self, "organization");
  gint64 orgs[3], import;
  g_autoptr(ZbHistoryRest) rest = NULL;

  orgs[0] = undo_insert (set, &zb_kind_organization, "name", "云溪总支", "kind", "general_branch", NULL);
  orgs[1] = undo_insert (set, &zb_kind_organization, "name", "第三党支部", "kind", "branch", "parent", zb_test_id (orgs[0]), NULL);
  orgs[2] = undo_insert (set, &zb_kind_organization, "name", "第四党支部", "kind", "branch", "parent", zb_test_id (orgs[0]), NULL);
  for (guint i = 0; i < 3; i++)
    undo_insert (set, &zb_kind_organization_event, "org", zb_test_id (orgs[i]), "kind", "opened", NULL);
  undo_change (set, &zb_kind_organization, self->branch, "contact", "李测");
  import = undo_finish (set);
  zb_test_organization (self->db, "group", "一组", orgs[1]);
  zb_test_set (self->db, &zb_kind_organization, self->branch, "phone", "19900000001");
  rest = undo_checked (self, import);
  undo_assert_rest (rest, 1, 1, 0, "云溪总支: referred organization; 第三党支部: referred organization");
  g_assert_false (undo_is_there (self, &zb_kind_organization, orgs[2]));
  zb_test_assert_value (self->db, &zb_kind_organization, self->branch, "contact", NULL);
  zb_test_assert_value (self->db, &zb_kind_organization, self->branch, "phone", "19900000001");
}

/* An import a week ago with two on top: what the second of them changed stays, until that one is taken back. */
static void
test_imports_on_top (UndoFixture *self, gconstpointer data)
{
  ZbChangeSet *set = undo_begin (self, "member");
  gint64 people[3], first, second, third;
  g_autoptr(ZbHistoryRest) rest = NULL;
  g_autoptr(ZbHistoryRest) more = NULL;
  g_autoptr(ZbHistoryRest) last = NULL;
  g_autoptr(GPtrArray) sets = NULL;
  g_autoptr(GError) error = NULL;

  for (guint i = 0; i < 3; i++)
    people[i] = undo_enter (set, (const char *[]) { "张三", "李四", "王五" }[i], self->branch);
  first = undo_finish (set);
  set = undo_begin (self, "member");
  undo_enter (set, "赵六", self->branch);
  undo_change (set, &zb_kind_member, people[0], "note", "第二次导入");
  second = undo_finish (set);
  set = undo_begin (self, "post");
  undo_insert (set, &zb_kind_post, "org", zb_test_id (self->branch), "person", zb_test_id (people[1]), "post", "secretary", NULL);
  third = undo_finish (set);
  rest = undo_checked (self, first);
  undo_assert_rest (rest, 1, 0, 0, "张三: edited member; 李四: referred post");
  sets = zb_history_list (self->db, first + 1, 1, NULL);
  g_assert_true (((ZbHistorySet *) sets->pdata[0])->may_stand);
  more = undo_checked (self, second);
  undo_assert_rest (more, 1, 1, 0, "");
  g_assert_true (zb_history_undo (self->db, third, NULL, &error));
  last = undo_checked (self, first);
  undo_assert_rest (last, 2, 0, 0, "");
  g_assert_cmpuint (undo_count_of (self, &zb_kind_member), ==, 0);
  g_assert_cmpuint (undo_count_of (self, &zb_kind_membership), ==, 0);
  /* Taking that second part back leaves the first in place. */
  g_assert_true (zb_history_redo (self->db, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (undo_count_of (self, &zb_kind_member), ==, 2);
  g_assert_cmpint (zb_test_db_number (self->test, "SELECT undone_by > 0 FROM change_set WHERE action = 'import.member' ORDER BY id LIMIT 1"), ==, 1);
}

/* What a partial undo left is a change like any other: an earlier entry cannot be taken back under it. */
static void
test_left_is_in_the_way (UndoFixture *self, gconstpointer data)
{
  gint64 person = zb_test_member (self->db, "张三", self->branch, NULL), entered, import;
  ZbChangeSet *set;
  g_autoptr(GPtrArray) sets = zb_history_list (self->db, 0, 1, NULL);
  g_autoptr(GPtrArray) edits = NULL;
  g_autoptr(ZbHistoryRest) rest = NULL;
  g_autoptr(GError) error = NULL;

  entered = ((ZbHistorySet *) sets->pdata[0])->id;
  set = undo_begin (self, "post");
  undo_insert (set, &zb_kind_post, "org", zb_test_id (self->branch), "person", zb_test_id (person), "post", "secretary", NULL);
  undo_change (set, &zb_kind_member, person, "note", "导入");
  import = undo_finish (set);
  zb_test_set (self->db, &zb_kind_member, person, "note", "改过");
  edits = zb_history_list (self->db, 0, 1, NULL);
  rest = undo_checked (self, import);
  undo_assert_rest (rest, 1, 0, 0, "张三 (备注): edited member");
  /* With the edit gone the import's own value stands there again. */
  zb_history_undo (self->db, ((ZbHistorySet *) edits->pdata[0])->id, NULL, &error);
  g_assert_no_error (error);
  zb_test_assert_value (self->db, &zb_kind_member, person, "note", "导入");
  g_assert_false (zb_history_undo (self->db, entered, NULL, &error));
  g_assert_error (error, ZB_STORE_ERROR, ZB_STORE_ERROR_CONFLICT);
}

static void
test_no_import (UndoFixture *self, gconstpointer data)
{
  g_autoptr(GPtrArray) sets = zb_history_list (self->db, 0, 1, NULL);
  g_autoptr(GError) error = NULL;

  g_assert_null (zb_history_plan_rest (self->db, ((ZbHistorySet *) sets->pdata[0])->id, NULL, NULL, NULL, &error));
  g_assert_error (error, ZB_STORE_ERROR, ZB_STORE_ERROR_NOTHING);
  g_clear_error (&error);
  g_assert_null (zb_history_undo_rest (self->db, 999, NULL, NULL, NULL, NULL, &error));
  g_assert_error (error, ZB_STORE_ERROR, ZB_STORE_ERROR_NOTHING);
}

static void
cancel_late (guint64 done, guint64 total, gpointer cancellable)
{
  if (done > 2 * total / 3)
    g_cancellable_cancel (cancellable);
}

/* Cancelled half-way nothing is changed, and it can be done after all. */
static void
test_cancel (UndoFixture *self, gconstpointer data)
{
  ZbChangeSet *set = undo_begin (self, "member");
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr(ZbHistoryRest) rest = NULL;
  gint64 import;

  for (guint i = 0; i < 1000; i++)
    undo_enter (set, "张三", self->branch);
  import = undo_finish (set);
  before = zb_test_db_state (self->db);
  g_assert_null (zb_history_undo_rest (self->db, import, NULL, cancel_late, cancellable, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  after = zb_test_db_state (self->db);
  g_assert_cmpstr (after, ==, before);
  rest = undo_checked (self, import);
  undo_assert_rest (rest, 1000, 0, 0, "");
}

#define ADD(path, test) g_test_add (path, UndoFixture, NULL, undo_set_up, test, undo_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/undo-rest/new-people", test_new_people);
  ADD ("/undo-rest/all", test_all);
  ADD ("/undo-rest/changed-people", test_changed_people);
  ADD ("/undo-rest/changed-twice", test_changed_twice);
  ADD ("/undo-rest/no-contradiction", test_no_contradiction);
  ADD ("/undo-rest/places", test_places);
  ADD ("/undo-rest/groups", test_groups);
  ADD ("/undo-rest/organizations", test_organizations);
  ADD ("/undo-rest/imports-on-top", test_imports_on_top);
  ADD ("/undo-rest/left-is-in-the-way", test_left_is_in_the_way);
  ADD ("/undo-rest/no-import", test_no_import);
  ADD ("/undo-rest/cancel", test_cancel);
  return g_test_run ();
}
