/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/life/zb-ceremonies.h"
#include "store/life/zb-meetings.h"
#include "store/life/zb-oaths.h"
#include "store/zb-history.h"
#include "store/zb-records.h"
#include "zb-test-db.h"

typedef struct {
  ZbTestDb *test;
  ZbDb *db;
  gint64 first;
  gint64 second;
  gint64 people[3]; /* two probationers of the first branch, a full member of the second */
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  self->test = zb_test_db_new ();
  self->db = self->test->db;
  zb_db_set_today (self->db, zb_test_date ("2026-07-10"));
  self->first = zb_test_organization (self->db, "branch", "第一党支部", 0);
  self->second = zb_test_organization (self->db, "branch", "第二党支部", 0);
  self->people[0] = zb_test_member (self->db, "甲", self->first, "category", "probationary", "sex", "2", "birth_date", "1998-02-03", "joined_on",
                                    "2026-03-05", "introducer1", "丁一", "introducer2", "王二", NULL);
  self->people[1] = zb_test_member (self->db, "乙", self->first, "category", "probationary", "joined_on", "2026-06-20", NULL);
  self->people[2] = zb_test_member (self->db, "丙", self->second, "category", "full", "joined_on", "2010-07-01", "confirmed_on", "2011-07-01", NULL);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  zb_test_db_free (self->test);
}

/* A ceremony of the first branch; @day_field: held_on or planned_on. Returns: the meeting; the ceremony in @out_ceremony */
static gint64
add (Fixture *self, const char *type, const char *day_field, const char *day, guint n_people, gint64 *out_ceremony)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ZbChangeSet) set = zb_change_set_begin (self->db, "ceremony.add", NULL, &error);
  g_autoptr(ZbRecord) meeting = zb_record_new (&zb_kind_meeting);
  g_autoptr(ZbRecord) ceremony = zb_record_new (&zb_kind_ceremony);

  zb_record_set_int (meeting, "org", self->first);
  zb_record_set (meeting, day_field, day);
  zb_record_set (ceremony, "type", type);
  zb_ceremonies_add (set, meeting, ceremony, self->people, n_people, &error);
  g_assert_no_error (error);
  zb_change_set_commit (set, NULL, &error);
  g_assert_no_error (error);
  if (out_ceremony != NULL)
    *out_ceremony = ceremony->id;
  return meeting->id;
}

/* One field of everybody, in their order. */
static char *
told (Fixture *self, gint64 ceremony, const char *field)
{
  g_autoptr(GPtrArray) people = zb_ceremonies_people (self->db, ceremony, NULL);
  GString *out = g_string_new (NULL);

  g_assert_nonnull (people);
  for (guint i = 0; i < people->len; i++)
    {
      const char *value = zb_record_get (g_ptr_array_index (people, i), field);

      g_string_append_printf (out, "%s%s", i > 0 ? "|" : "", value != NULL ? value : "-");
    }
  return g_string_free (out, FALSE);
}

static void
assert_told (Fixture *self, gint64 ceremony, const char *field, const char *expected)
{
  g_autofree char *text = told (self, ceremony, field);

  g_assert_cmpstr (text, ==, expected);
}

/* One step makes all of it: name, oath, programme, roll, and people with what is true of them on the day. */
static void
test_add (Fixture *self, gconstpointer data)
{
  gint64 ceremony, meeting = add (self, "oath", "held_on", "2026-07-01", 2, &ceremony);
  g_autoptr(GPtrArray) steps = zb_meetings_parts (self->db, &zb_kind_agenda_item, meeting, NULL);
  g_autoptr(ZbRecord) of_meeting = zb_ceremonies_of_meeting (self->db, meeting, NULL);
  ZbMeetingCount count;

  g_assert_cmpint (of_meeting->id, ==, ceremony);
  zb_test_assert_value (self->db, &zb_kind_meeting, meeting, "kind", "ceremony");
  zb_test_assert_value (self->db, &zb_kind_meeting, meeting, "title", "入党宣誓仪式");
  zb_test_assert_value (self->db, &zb_kind_meeting, meeting, "state", "held");
  zb_test_assert_value (self->db, &zb_kind_ceremony, ceremony, "text", "constitution");
  g_assert_cmpuint (steps->len, ==, 12);
  g_assert_cmpstr (zb_record_title (g_ptr_array_index (steps, 4)), ==, "新党员面向党旗宣誓");
  g_assert_true (zb_meetings_count (self->db, meeting, &count, NULL));
  g_assert_cmpuint (count.expected, ==, 2);
  assert_told (self, ceremony, "name", "甲|乙");
  assert_told (self, ceremony, "number", "1|2");
  assert_told (self, ceremony, "role", "swearer|swearer");
  assert_told (self, ceremony, "sex", "2|-");
  assert_told (self, ceremony, "joined_on", "2026-03-05|2026-06-20");
  assert_told (self, ceremony, "introducers", "丁一、王二|-");
  assert_told (self, ceremony, "branch_name", "第一党支部|第一党支部");
}

/* What was told stays until somebody asks for it anew; then it is that of the day, not of today. */
static void
test_freeze (Fixture *self, gconstpointer data)
{
  gint64 ceremony;
  g_autoptr(ZbChangeSet) set = NULL;

  add (self, "reaffirm", "held_on", "2026-07-01", 3, &ceremony);
  assert_told (self, ceremony, "branch_name", "第一党支部|第一党支部|第二党支部");
  zb_test_set (self->db, &zb_kind_member, self->people[0], "name", "甲一");
  g_assert_true (zb_test_do (self->db, &zb_kind_member, self->people[1], "move", "2026-07-05", NULL, "on", "2026-07-05", "to", zb_test_id (self->second), NULL));
  zb_test_record (self->db, &zb_kind_ceremony_person, "ceremony", zb_test_id (ceremony), "number", "4", "role", "speaker", "name", "老兵", NULL);
  assert_told (self, ceremony, "name", "甲|乙|丙|老兵");
  set = zb_change_set_begin (self->db, "ceremony.freeze", NULL, NULL);
  g_assert_true (zb_ceremonies_freeze (set, ceremony, NULL));
  g_assert_true (zb_change_set_commit (set, NULL, NULL));
  assert_told (self, ceremony, "name", "甲一|乙|丙|老兵");
  assert_told (self, ceremony, "branch_name", "第一党支部|第一党支部|第二党支部|-");
  assert_told (self, ceremony, "role", "swearer|swearer|swearer|speaker");
}

/* Nobody stands twice; those who come later stand behind. Each type has its own role. */
static void
test_people (Fixture *self, gconstpointer data)
{
  gint64 ceremony;
  g_autoptr(ZbChangeSet) set = NULL;

  add (self, "birthday", "planned_on", "2026-07-20", 1, &ceremony);
  set = zb_change_set_begin (self->db, "ceremony.people", NULL, NULL);
  g_assert_true (zb_ceremonies_add_people (set, ceremony, self->people, 3, NULL));
  g_assert_true (zb_change_set_commit (set, NULL, NULL));
  assert_told (self, ceremony, "name", "甲|乙|丙");
  assert_told (self, ceremony, "number", "1|2|3");
  assert_told (self, ceremony, "role", "honoured|honoured|honoured");
  add (self, "flag", "planned_on", "2026-07-20", 1, &ceremony);
  assert_told (self, ceremony, "role", "team");
  zb_test_assert_value (self->db, &zb_kind_ceremony, ceremony, "text", "own");
}

/* A meeting that has its agenda becomes a ceremony and keeps it. */
static void
test_set_up (Fixture *self, gconstpointer data)
{
  gint64 meeting = zb_test_record (self->db, &zb_kind_meeting, "org", zb_test_id (self->first), "kind", "theme_day", "title", "主题党日", "state", "planned",
                                   "planned_on", "2026-07-20", NULL);
  g_autoptr(ZbChangeSet) set = NULL;
  g_autoptr(ZbRecord) ceremony = zb_record_new (&zb_kind_ceremony);
  g_autoptr(GPtrArray) steps = NULL;

  zb_test_record (self->db, &zb_kind_agenda_item, "meeting", zb_test_id (meeting), "number", "1", "title", "参观", NULL);
  set = zb_change_set_begin (self->db, "ceremony.add", NULL, NULL);
  zb_record_set_int (ceremony, "meeting", meeting);
  zb_record_set (ceremony, "type", "reaffirm");
  g_assert_true (zb_ceremonies_set_up (set, ceremony, self->people, 1, NULL));
  g_assert_true (zb_change_set_commit (set, NULL, NULL));
  steps = zb_meetings_parts (self->db, &zb_kind_agenda_item, meeting, NULL);
  g_assert_cmpuint (steps->len, ==, 1);
  zb_test_assert_value (self->db, &zb_kind_meeting, meeting, "kind", "theme_day");
  zb_test_assert_value (self->db, &zb_kind_ceremony, ceremony->id, "title", "重温入党誓词仪式");
}

static guint
day_of (GHashTable *days, gint64 person)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (days, &person));
}

/* Who swore, and who stands in a ceremony to come; a cancelled one is none, and only 入党宣誓 counts. */
static void
test_oaths (Fixture *self, gconstpointer data)
{
  g_autoptr(GHashTable) sworn = NULL;
  g_autoptr(GHashTable) planned = NULL;
  gint64 to_come;

  add (self, "oath", "held_on", "2026-07-01", 1, NULL);
  add (self, "reaffirm", "held_on", "2026-07-01", 3, NULL);
  to_come = add (self, "oath", "planned_on", "2026-07-20", 2, NULL);
  sworn = zb_oaths_sworn (self->db, zb_test_date ("2026-07-10"), NULL);
  planned = zb_oaths_planned (self->db, NULL);
  g_assert_cmpuint (g_hash_table_size (sworn), ==, 1);
  g_assert_cmpuint (day_of (sworn, self->people[0]), ==, zb_date_pack (zb_test_date ("2026-07-01")));
  g_assert_cmpuint (day_of (planned, self->people[1]), ==, zb_date_pack (zb_test_date ("2026-07-20")));
  g_assert_true (zb_test_do (self->db, &zb_kind_meeting, to_come, "cancel", "2026-07-10", NULL, "reason", "下雨", NULL));
  g_clear_pointer (&planned, g_hash_table_unref);
  planned = zb_oaths_planned (self->db, NULL);
  g_assert_cmpuint (g_hash_table_size (planned), ==, 0);
}

/* The latest first, with what stands below an organisation; undone, everything is gone together. */
static void
test_list (Fixture *self, gconstpointer data)
{
  g_autoptr(GPtrArray) all = NULL;
  g_autoptr(GPtrArray) second = NULL;
  g_autofree char *before = zb_test_db_state (self->db);
  g_autofree char *after = NULL;
  const ZbCeremonyLine *line;

  add (self, "oath", "held_on", "2026-07-01", 2, NULL);
  add (self, "birthday", "planned_on", "2026-07-20", 1, NULL);
  all = zb_ceremonies_list (self->db, 0, NULL);
  second = zb_ceremonies_list (self->db, self->second, NULL);
  g_assert_cmpuint (all->len, ==, 2);
  g_assert_cmpuint (second->len, ==, 0);
  line = g_ptr_array_index (all, 1);
  g_assert_cmpstr (line->type, ==, "oath");
  g_assert_cmpstr (line->title, ==, "入党宣誓仪式");
  g_assert_cmpstr (line->state, ==, "held");
  g_assert_cmpuint (line->n_people, ==, 2);
  g_assert_cmpint (zb_date_compare (line->day, zb_test_date ("2026-07-01")), ==, 0);
  g_assert_true (zb_history_undo (self->db, 0, NULL, NULL));
  g_assert_true (zb_history_undo (self->db, 0, NULL, NULL));
  after = zb_test_db_state (self->db);
  g_assert_cmpstr (after, ==, before);
}

/* What cannot be is refused whole: nothing of it stays. */
static void
test_refused (Fixture *self, gconstpointer data)
{
  g_autofree char *before = zb_test_db_state (self->db);
  g_autofree char *after = NULL;

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(ZbChangeSet) set = zb_change_set_begin (self->db, "ceremony.add", NULL, NULL);
      g_autoptr(ZbRecord) meeting = zb_record_new (&zb_kind_meeting);
      g_autoptr(ZbRecord) ceremony = zb_record_new (&zb_kind_ceremony);

      zb_record_set_int (meeting, "org", self->first);
      zb_record_set (meeting, "held_on", i == 0 ? "2026-08-01" : "2026-07-01");
      zb_record_set (ceremony, "type", i == 0 ? "oath" : NULL);
      g_assert_false (zb_ceremonies_add (set, meeting, ceremony, self->people, 1, &error));
      g_assert_nonnull (error);
    }
  after = zb_test_db_state (self->db);
  g_assert_cmpstr (after, ==, before);
}

int
main (int argc, char **argv)
{
  static const struct { const char *path; void (*func) (Fixture *, gconstpointer); } tests[] = {
    { "/ceremonies/add", test_add }, { "/ceremonies/freeze", test_freeze }, { "/ceremonies/people", test_people }, { "/ceremonies/set-up", test_set_up },
    { "/ceremonies/oaths", test_oaths }, { "/ceremonies/list", test_list }, { "/ceremonies/refused", test_refused },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].func, tear_down);
  return g_test_run ();
}
