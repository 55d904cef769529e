/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "core/zb-error.h"
#include "store/zb-check.h"
#include "store/zb-history.h"
#include "store/zb-records.h"
#include "zb-test-db.h"

#define TODAY "2026-06-01"

static void
undo (ZbDb *db)
{
  g_autoptr(GError) error = NULL;

  zb_history_undo (db, 0, NULL, &error);
  g_assert_no_error (error);
}

static void
redo (ZbDb *db)
{
  g_autoptr(GError) error = NULL;

  zb_history_redo (db, NULL, &error);
  g_assert_no_error (error);
}

static void
assert_nothing (gboolean (*verb) (ZbDb *, gint64 *, GError **), ZbDb *db)
{
  g_autoptr(GError) error = NULL;

  g_assert_false (verb (db, NULL, &error));
  g_assert_error (error, ZB_STORE_ERROR, ZB_STORE_ERROR_NOTHING);
}

static gboolean
undo_last (ZbDb *db, gint64 *out_new, GError **error)
{
  return zb_history_undo (db, 0, out_new, error);
}

static gint64
last_set (ZbDb *db)
{
  g_autoptr(GPtrArray) sets = zb_history_list (db, 0, 1, NULL);

  return ((ZbHistorySet *) sets->pdata[0])->id;
}

static void
assert_state (ZbDb *db, const char *expected)
{
  g_autofree char *state = zb_test_db_state (db);

  g_assert_cmpstr (state, ==, expected);
}

static void
test_list (void)
{
  g_autoptr(ZbTestDb) test = zb_test_db_new ();
  gint64 person = zb_test_member (test->db, "张三", 0, NULL);
  g_autoptr(ZbChangeSet) set = zb_change_set_begin (test->db, "member.set", "张三", NULL);
  g_autoptr(GPtrArray) all = NULL;
  g_autoptr(GPtrArray) older = NULL;
  const ZbHistorySet *newest;

  g_assert_true (zb_change_set_set (set, &zb_kind_member, person, "note", "x", NULL));
  g_assert_true (zb_change_set_commit (set, NULL, NULL));
  all = zb_history_list (test->db, 0, 10, NULL);
  g_assert_cmpuint (all->len, ==, 2);
  newest = all->pdata[0];
  g_assert_cmpstr (newest->action, ==, "member.set");
  g_assert_cmpstr (newest->subject, ==, "张三");
  g_assert_cmpuint (newest->n_records, ==, 1);
  g_assert_cmpint (newest->undoes, ==, 0);
  g_assert_true (g_str_has_suffix (newest->at, "Z"));
  g_assert_cmpuint (strlen (newest->who), >, 0);
  older = zb_history_list (test->db, newest->id, 10, NULL);
  g_assert_cmpuint (older->len, ==, 1);
}

/* Everything about a person: the record, memberships, events and posts, newest first. */
static void
test_of_record (void)
{
  g_autoptr(ZbTestDb) test = zb_test_db_new ();
  gint64 branch = zb_test_organization (test->db, "branch", "第一党支部", 0);
  gint64 person = zb_test_member (test->db, "张三", branch, NULL);
  gint64 other = zb_test_member (test->db, "李四", branch, NULL);
  g_autoptr(GPtrArray) changes = NULL;
  g_autoptr(GString) seen = g_string_new (NULL);
  gint64 last = G_MAXINT64;

  zb_test_set (test->db, &zb_kind_member, person, "phone", "19900000001");
  zb_test_set (test->db, &zb_kind_member, other, "note", "x");
  zb_test_record (test->db, &zb_kind_post, "org", zb_test_id (branch), "person", zb_test_id (person), "post", "secretary", NULL);
  changes = zb_history_of_record (test->db, &zb_kind_member, person, NULL);
  for (guint i = 0; i < changes->len; i++)
    {
      const ZbHistoryChange *change = changes->pdata[i];

      g_assert_cmpint (change->set_id, <=, last);
      last = change->set_id;
      g_string_append_printf (seen, "%s/%s/%s ", change->kind, change->op, change->field != NULL ? change->field : "");
    }
  g_assert_cmpstr (seen->str, ==, "post/insert/ member/update/phone member/insert/ membership/insert/ ");
}

static char *
titles_of (GPtrArray *changes)
{
  g_autoptr(GString) out = g_string_new (NULL);

  for (guint i = 0; i < changes->len; i++)
    {
      const ZbHistoryChange *change = changes->pdata[i];

      if (change->field == NULL)
        g_string_append_printf (out, "%s %s: %s\n", change->kind, change->op, change->title);
      else
        g_assert_null (change->title);
    }
  return g_string_free (g_steal_pointer (&out), FALSE);
}

/* What was entered is called by its name: the event with its date and paper, the post with its place. */
static void
test_titles (void)
{
  g_autoptr(ZbTestDb) test = zb_test_db_new ();
  gint64 branch = zb_test_organization (test->db, "branch", "第一党支部", 0);
  gint64 person = zb_test_member (test->db, "张三", branch, "joined_on", "2020-07-01", "category", "probationary", NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) of_person = NULL;
  g_autoptr(GPtrArray) of_branch = NULL;
  g_autoptr(GPtrArray) of_set = NULL;
  g_autoptr(GPtrArray) newest = NULL;
  g_autofree char *person_titles = NULL;
  g_autofree char *branch_titles = NULL;
  g_autofree char *set_titles = NULL;

  zb_test_record (test->db, &zb_kind_post, "org", zb_test_id (branch), "person", zb_test_id (person), "post", "secretary",
                  "started_on", "2021-08", "document", "云委〔2021〕5号", NULL);
  zb_test_record (test->db, &zb_kind_term, "org", zb_test_id (branch), "number", "2", "appointed_on", "2021-08", NULL);
  g_assert_true (zb_test_do (test->db, &zb_kind_organization, branch, "rename", "2024-05-06", &error, "on", "2024-05-06",
                             "name", "创新党支部", "document", "云委〔2024〕7号", NULL));
  g_assert_true (zb_test_do (test->db, &zb_kind_member, person, "confirm", "2021-07-01", &error, "on", "2021-07-01",
                             "document", "云委〔2021〕3号", NULL));
  g_assert_no_error (error);
  of_person = zb_history_of_record (test->db, &zb_kind_member, person, NULL);
  person_titles = titles_of (of_person);
  g_assert_cmpstr (person_titles, ==, "membership_event insert: 转正 2021.07.01 云委〔2021〕3号\n"
                                      "post insert: 书记 创新党支部 2021.08 云委〔2021〕5号\n"
                                      "member insert: 张三\nmembership insert: 创新党支部\n");
  of_branch = zb_history_of_record (test->db, &zb_kind_organization, branch, NULL);
  branch_titles = titles_of (of_branch);
  g_assert_cmpstr (branch_titles, ==, "organization_event insert: 更名 2024.05.06 云委〔2024〕7号\nterm insert: 2 2021.08\n"
                                      "post insert: 张三 书记 2021.08 云委〔2021〕5号\n"
                                      "organization insert: 第一党支部\norganization_event insert: 成立\n");
  of_set = zb_history_changes (test->db, ((ZbHistoryChange *) of_person->pdata[0])->set_id, 10, NULL);
  set_titles = titles_of (of_set);
  g_assert_cmpstr (set_titles, ==, "membership_event insert: 张三 转正 2021.07.01 云委〔2021〕3号\n");

  /* Taken back as a whole, and called the same. */
  g_assert_true (zb_history_undo (test->db, 0, NULL, &error));
  g_clear_pointer (&of_set, g_ptr_array_unref);
  g_clear_pointer (&set_titles, g_free);
  newest = zb_history_list (test->db, 0, 1, NULL);
  of_set = zb_history_changes (test->db, ((ZbHistorySet *) newest->pdata[0])->id, 10, NULL);
  set_titles = titles_of (of_set);
  g_assert_cmpstr (set_titles, ==, "membership_event withdraw: 张三 转正 2021.07.01 云委〔2021〕3号\n");
}

static void
test_undo_and_redo (void)
{
  g_autoptr(ZbTestDb) test = zb_test_db_new ();
  g_autofree char *empty = zb_test_db_state (test->db);
  gint64 person = zb_test_member (test->db, "张三", 0, "note", "一", NULL);
  g_autofree char *one = zb_test_db_state (test->db);
  g_autofree char *two = NULL;

  zb_test_set (test->db, &zb_kind_member, person, "note", "二");
  two = zb_test_db_state (test->db);
  assert_nothing (zb_history_redo, test->db);
  undo (test->db);
  assert_state (test->db, one);
  zb_test_db_reopen (test);
  undo (test->db);
  assert_state (test->db, empty);
  assert_nothing (undo_last, test->db);
  zb_test_db_reopen (test);
  redo (test->db);
  assert_state (test->db, one);
  redo (test->db);
  assert_state (test->db, two);
  assert_nothing (zb_history_redo, test->db);
  undo (test->db);
  assert_state (test->db, one);
  /* Something new ends what could be done again. */
  zb_test_set (test->db, &zb_kind_member, person, "note", "三");
  assert_nothing (zb_history_redo, test->db);
  undo (test->db);
  assert_state (test->db, one);
}

static void
test_next (void)
{
  g_autoptr(ZbTestDb) test = zb_test_db_new ();
  g_autoptr(ZbChangeSet) set = NULL;
  g_autoptr(ZbRecord) record = zb_record_new (&zb_kind_member);
  ZbHistorySet *next;

  g_assert_null (zb_history_next_undo (test->db, NULL));
  g_assert_null (zb_history_next_redo (test->db, NULL));
  set = zb_change_set_begin (test->db, "member.add", "张三", NULL);
  zb_record_set (record, "name", "张三");
  g_assert_true (zb_change_set_insert (set, record, NULL));
  g_assert_true (zb_change_set_commit (set, NULL, NULL));
  next = zb_history_next_undo (test->db, NULL);
  g_assert_cmpstr (next->action, ==, "member.add");
  zb_history_set_free (next);
  undo (test->db);
  g_assert_null (zb_history_next_undo (test->db, NULL));
  next = zb_history_next_redo (test->db, NULL);
  g_assert_nonnull (next);
  g_assert_cmpstr (next->subject, ==, "张三");
  zb_history_set_free (next);
}

static void
test_undo_of_an_earlier_one (void)
{
  g_autoptr(ZbTestDb) test = zb_test_db_new ();
  gint64 zhang = zb_test_member (test->db, "张三", 0, "note", "一", NULL), li = zb_test_member (test->db, "李四", 0, NULL);
  g_autoptr(GError) error = NULL;
  gint64 first, conflicting;

  zb_test_set (test->db, &zb_kind_member, zhang, "note", "二");
  first = last_set (test->db);
  zb_test_set (test->db, &zb_kind_member, li, "note", "别的");
  g_assert_true (zb_history_undo (test->db, first, NULL, &error));
  zb_test_assert_value (test->db, &zb_kind_member, zhang, "note", "一");
  zb_test_assert_value (test->db, &zb_kind_member, li, "note", "别的");
  g_assert_false (zb_history_undo (test->db, first, NULL, &error));
  g_assert_error (error, ZB_STORE_ERROR, ZB_STORE_ERROR_NOTHING);
  g_clear_error (&error);
  zb_test_set (test->db, &zb_kind_member, zhang, "note", "三");
  conflicting = last_set (test->db);
  zb_test_set (test->db, &zb_kind_member, zhang, "note", "四");
  g_assert_false (zb_history_undo (test->db, conflicting, NULL, &error));
  g_assert_error (error, ZB_STORE_ERROR, ZB_STORE_ERROR_CONFLICT);
  g_assert_nonnull (strstr (error->message, "张三"));
  zb_test_assert_value (test->db, &zb_kind_member, zhang, "note", "四");
}

/* What others came to depend on cannot be taken away from under them. */
static void
test_undo_under_others (void)
{
  g_autoptr(ZbTestDb) test = zb_test_db_new ();
  gint64 branch = zb_test_organization (test->db, "branch", "第一党支部", 0), founded = last_set (test->db), added;
  gint64 person = zb_test_member (test->db, "张三", branch, NULL);
  g_autoptr(GError) error = NULL;
  g_autofree char *before = NULL;

  added = last_set (test->db);
  zb_test_record (test->db, &zb_kind_post, "org", zb_test_id (branch), "person", zb_test_id (person), "post", "secretary", NULL);
  before = zb_test_db_state (test->db);
  g_assert_false (zb_history_undo (test->db, founded, NULL, &error));
  g_assert_error (error, ZB_STORE_ERROR, ZB_STORE_ERROR_CONFLICT);
  g_clear_error (&error);
  g_assert_false (zb_history_undo (test->db, added, NULL, &error));
  g_assert_error (error, ZB_STORE_ERROR, ZB_STORE_ERROR_CONFLICT);
  assert_state (test->db, before);
}

static void
test_undo_of_steps (void)
{
  g_autoptr(ZbTestDb) test = zb_test_db_new ();
  gint64 committee = zb_test_organization (test->db, "committee", "党委", 0);
  gint64 one = zb_test_organization (test->db, "branch", "第一党支部", committee);
  gint64 two = zb_test_organization (test->db, "branch", "第二党支部", committee);
  gint64 general = zb_test_organization (test->db, "general_branch", "总支", committee);
  gint64 person = zb_test_member (test->db, "张三", one, "category", "full", NULL);
  g_autofree char *before = zb_test_db_state (test->db);
  gint64 path = zb_test_db_number (test, "SELECT sum (length (path)) FROM organization");

  zb_test_record (test->db, &zb_kind_post, "org", zb_test_id (one), "person", zb_test_id (person), "post", "secretary", NULL);
  g_assert_true (zb_test_do (test->db, &zb_kind_member, person, "transfer-out", TODAY, NULL, "on", "2025-01-01", "to_org", "x", NULL));
  undo (test->db);
  g_assert_true (zb_test_do (test->db, &zb_kind_organization, one, "merge", TODAY, NULL, "on", "2025-01-01", "into", zb_test_id (two), NULL));
  undo (test->db);
  g_assert_true (zb_test_do (test->db, &zb_kind_organization, two, "move", TODAY, NULL, "on", "2025-01-01", "parent", zb_test_id (general),
                             NULL));
  g_assert_cmpint (zb_test_db_number (test, "SELECT sum (length (path)) FROM organization"), >, path);
  undo (test->db);
  g_assert_cmpint (zb_test_db_number (test, "SELECT sum (length (path)) FROM organization"), ==, path);
  undo (test->db);
  assert_state (test->db, before);
}

static void
test_restore_value (void)
{
  g_autoptr(ZbTestDb) test = zb_test_db_new ();
  gint64 branch = zb_test_organization (test->db, "branch", "第一党支部", 0);
  gint64 person = zb_test_member (test->db, "张三", 0, "phone", "19900000001", NULL);
  g_autoptr(GError) error = NULL;

  zb_test_set (test->db, &zb_kind_member, person, "phone", "19900000002");
  g_assert_true (zb_history_restore_value (test->db, &zb_kind_member, person, "phone", "19900000001", NULL));
  zb_test_assert_value (test->db, &zb_kind_member, person, "phone", "19900000001");
  undo (test->db);
  zb_test_assert_value (test->db, &zb_kind_member, person, "phone", "19900000002");
  g_assert_false (zb_history_restore_value (test->db, &zb_kind_organization, branch, "closed_on", "2020-01-01", &error));
  g_assert_error (error, ZB_DATA_ERROR, ZB_DATA_ERROR_REFUSED);
}

/* Whatever a text holds, the log gives it back. */
static void
test_odd_texts (void)
{
  static const char *const texts[] = { "\"quoted\"", "back\\slash\\\\", "two\nlines\tand a tab", "{\"a\":null}", "null", "\\u0041", "𠮷 · ü", "," };
  g_autoptr(ZbTestDb) test = zb_test_db_new ();
  gint64 person = zb_test_member (test->db, "张三", 0, "note", "x", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      zb_test_set (test->db, &zb_kind_member, person, "note", texts[i]);
      zb_test_set (test->db, &zb_kind_member, person, "note", "x");
      undo (test->db);
      zb_test_assert_value (test->db, &zb_kind_member, person, "note", texts[i]);
      undo (test->db);
      zb_test_assert_value (test->db, &zb_kind_member, person, "note", "x");
    }
}

static void
test_undo_of_many (void)
{
  g_autoptr(ZbTestDb) test = zb_test_db_new ();
  g_autofree char *empty = zb_test_db_state (test->db), *full = NULL;
  g_autoptr(ZbChangeSet) set = zb_change_set_begin (test->db, "import.member", NULL, NULL);

  for (guint i = 0; i < 3000; i++)
    {
      g_autoptr(ZbRecord) record = zb_record_new (&zb_kind_member);
      g_autofree char *name = g_strdup_printf ("某人%u", i);

      zb_record_set (record, "name", name);
      g_assert_true (zb_members_add (set, record, 0, 0, ZB_DATE_NONE, "imported", NULL));
    }
  g_assert_true (zb_change_set_commit (set, NULL, NULL));
  full = zb_test_db_state (test->db);
  undo (test->db);
  assert_state (test->db, empty);
  redo (test->db);
  assert_state (test->db, full);
}

/* Random changes: undone they give the beginning, done again the end; the model is the text of every step. */

typedef struct {
  ZbTestDb *test;
  gint64 orgs[4];
  GArray *people;
} Walk;

static gint64
anybody (Walk *walk)
{
  return g_array_index (walk->people, gint64, g_test_rand_int_range (0, (gint32) walk->people->len));
}

static void
change_something (Walk *walk, guint round)
{
  static const char *const fields[] = { "note", "phone", "school", "own_order", "birth_date", "reading" };
  static const char *const values[] = { "12", "34", NULL };
  static const char *const dates[] = { "1980", "1980-05", NULL };
  ZbDb *db = walk->test->db;
  g_autofree char *name = g_strdup_printf ("某人%u", round);
  guint field = (guint) g_test_rand_int_range (0, G_N_ELEMENTS (fields)), value = (guint) g_test_rand_int_range (0, 3);
  gint64 org = walk->orgs[g_test_rand_int_range (0, 4)], person;

  switch (g_test_rand_int_range (0, 6))
    {
    case 0:
      person = zb_test_member (db, name, org, "phone", "19900000000", NULL);
      g_array_append_val (walk->people, person);
      break;
    case 1:
      zb_test_do (db, &zb_kind_member, anybody (walk), "move", TODAY, NULL, "on", "2025-01-01", "to", zb_test_id (org), NULL);
      break;
    case 2:
      zb_test_record (db, &zb_kind_post, "org", zb_test_id (org), "person", zb_test_id (anybody (walk)), "post", "officer", NULL);
      break;
    case 3:
      zb_test_do (db, &zb_kind_organization, org, "rename", TODAY, NULL, "on", "2025-02-01", "name", name, NULL);
      break;
    default:
      zb_test_set (db, &zb_kind_member, anybody (walk), fields[field], strcmp (fields[field], "birth_date") == 0 ? dates[value] : values[value]);
      break;
    }
}

static void
test_random_walk (void)
{
  Walk walk = { .test = zb_test_db_new (), .people = g_array_new (FALSE, FALSE, sizeof (gint64)) };
  g_autoptr(GPtrArray) states = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GPtrArray) findings = NULL;
  gint64 person;

  for (guint i = 0; i < 4; i++)
    walk.orgs[i] = zb_test_organization (walk.test->db, "branch", "党支部", 0);
  person = zb_test_member (walk.test->db, "张三", walk.orgs[0], NULL);
  g_array_append_val (walk.people, person);
  g_ptr_array_add (states, zb_test_db_state (walk.test->db));
  for (guint i = 0; i < 120; i++)
    {
      gint64 before = last_set (walk.test->db);

      change_something (&walk, i);
      if (last_set (walk.test->db) != before)
        g_ptr_array_add (states, zb_test_db_state (walk.test->db));
    }
  for (guint round = 0; round < 2; round++)
    {
      for (guint i = states->len - 1; i > 0; i--)
        {
          undo (walk.test->db);
          assert_state (walk.test->db, states->pdata[i - 1]);
        }
      zb_test_db_reopen (walk.test);
      for (guint i = 1; i < states->len; i++)
        {
          redo (walk.test->db);
          assert_state (walk.test->db, states->pdata[i]);
        }
      assert_nothing (zb_history_redo, walk.test->db);
    }
  findings = zb_check_run (walk.test->db, zb_test_date (TODAY), FALSE, NULL, NULL, NULL);
  for (guint i = 0; i < findings->len; i++)
    g_assert_cmpint (((ZbFinding *) findings->pdata[i])->level, !=, ZB_FINDING_DAMAGE);
  g_array_unref (walk.people);
  zb_test_db_free (walk.test);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/history/list", test_list);
  g_test_add_func ("/history/of-record", test_of_record);
  g_test_add_func ("/history/titles", test_titles);
  g_test_add_func ("/history/undo-and-redo", test_undo_and_redo);
  g_test_add_func ("/history/next", test_next);
  g_test_add_func ("/history/undo-of-an-earlier-one", test_undo_of_an_earlier_one);
  g_test_add_func ("/history/undo-under-others", test_undo_under_others);
  g_test_add_func ("/history/undo-of-steps", test_undo_of_steps);
  g_test_add_func ("/history/restore-value", test_restore_value);
  g_test_add_func ("/history/odd-texts", test_odd_texts);
  g_test_add_func ("/history/undo-of-many", test_undo_of_many);
  g_test_add_func ("/history/random-walk", test_random_walk);
  return g_test_run ();
}
