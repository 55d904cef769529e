/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "undo-fixture.h"

#include "store/wishes/zb-wishes.h"
#include "store/zb-records.h"

static gint64
enter_wish (ZbChangeSet *set, gint64 household, gint64 org, const char *title)
{
  g_autoptr(ZbRecord) wish = zb_record_new (&zb_kind_wish);
  g_autoptr(GError) error = NULL;

  zb_record_set_int (wish, "household", household);
  zb_record_set_int (wish, "org", org);
  zb_record_set (wish, "title", title);
  zb_record_set (wish, "collected_on", "2026-11-01");
  zb_record_set (wish, "quantity", "3");
  wish->has_private = TRUE;
  zb_wishes_add (set, wish, &error);
  g_assert_no_error (error);
  return wish->id;
}

static void
publish (UndoFixture *self, gint64 wish)
{
  static const struct { const char *step, *on; } steps[] = { { "check", "2026-11-02" }, { "approve", "2026-11-03" }, { "publish", "2026-11-04" } };
  g_autoptr(GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    zb_test_do (self->db, &zb_kind_wish, wish, steps[i].step, TODAY, &error, "on", steps[i].on, "by", "李测", "words", "属实", NULL);
  g_assert_no_error (error);
}

static void
test_wishes (UndoFixture *self, gconstpointer data)
{
  ZbChangeSet *set = undo_begin (self, "wish");
  gint64 households[3], wishes[3], import;
  g_autoptr(ZbHistoryRest) rest = NULL;

  for (guint i = 0; i < 3; i++)
    {
      households[i] = undo_insert (set, &zb_kind_household, "alias", (const char *[]) { "张奶奶", "李大爷", "王阿姨" }[i], "consent_on", "2026-11-01", NULL);
      wishes[i] = enter_wish (set, households[i], self->branch, "一件棉衣");
    }
  import = undo_finish (set);
  /* The first household wished for more; the second's wish was looked into. */
  set = zb_change_set_begin (self->db, "wish.add", NULL, NULL);
  enter_wish (set, households[0], self->branch, "一副老花镜");
  undo_finish (set);
  g_assert_true (zb_test_do (self->db, &zb_kind_wish, wishes[1], "check", TODAY, NULL, "on", "2026-11-02", "by", "李测", "words", "属实", NULL));
  rest = undo_checked (self, import);
  undo_assert_rest (rest, 2, 0, 1, "2026-0002 一件棉衣: edited wish; 张奶奶: referred wish; 李大爷: referred wish");
  g_assert_false (undo_is_there (self, &zb_kind_wish, wishes[0]));
  g_assert_false (undo_is_there (self, &zb_kind_wish, wishes[2]));
  /* Collecting and checking of the one that stays, collecting of the new one. */
  g_assert_cmpuint (undo_count_of (self, &zb_kind_wish_event), ==, 3);
}

/* How many are wished for does not go below how many were claimed since. */
static void
test_quantity (UndoFixture *self, gconstpointer data)
{
  ZbChangeSet *set = zb_change_set_begin (self->db, "wish.add", NULL, NULL);
  gint64 household = undo_insert (set, &zb_kind_household, "alias", "张奶奶", "consent_on", "2026-11-01", NULL);
  gint64 wish = enter_wish (set, household, self->branch, "一件棉衣"), person, import;
  g_autoptr(ZbHistoryRest) rest = NULL;

  undo_finish (set);
  person = zb_test_member (self->db, "张三", self->branch, NULL);
  zb_test_set (self->db, &zb_kind_wish, wish, "quantity", "1");
  publish (self, wish);
  set = undo_begin (self, "wish");
  undo_change (set, &zb_kind_wish, wish, "quantity", "5");
  import = undo_finish (set);
  g_assert_true (zb_test_do (self->db, &zb_kind_wish, wish, "claim", TODAY, NULL, "on", "2026-11-05", "person", zb_test_id (person), "promised_on", "2026-11-30",
                             "pieces", "2", NULL));
  rest = undo_checked (self, import);
  undo_assert_rest (rest, 0, 0, 0, "2026-0001 一件棉衣 (数量): rule wish");
  zb_test_assert_value (self->db, &zb_kind_wish, wish, "quantity", "5");
}

/* Three wishes, each claimed by the list: one left as it was, one delivered since, one claimed by hand besides. */
static void
test_claims (UndoFixture *self, gconstpointer data)
{
  ZbChangeSet *set = zb_change_set_begin (self->db, "wish.add", NULL, NULL);
  gint64 household = undo_insert (set, &zb_kind_household, "alias", "张奶奶", "consent_on", "2026-11-01", NULL);
  gint64 wishes[3], import, person;
  g_autoptr(GPtrArray) claims = NULL;
  g_autoptr(ZbHistoryRest) rest = NULL;
  g_autoptr(GError) error = NULL;

  for (guint i = 0; i < 3; i++)
    wishes[i] = enter_wish (set, household, self->branch, "一件棉衣");
  undo_finish (set);
  person = zb_test_member (self->db, "张三", self->branch, NULL);
  for (guint i = 0; i < 3; i++)
    publish (self, wishes[i]);
  set = undo_begin (self, "claim");
  for (guint i = 0; i < 3; i++)
    {
      g_autoptr(GHashTable) fields = g_hash_table_new (g_str_hash, g_str_equal);

      g_hash_table_insert (fields, "on", "2026-11-05");
      g_hash_table_insert (fields, "person", (gpointer) zb_test_id (person));
      g_hash_table_insert (fields, "promised_on", "2026-11-30");
      g_hash_table_insert (fields, "pieces", i == 2 ? "1" : "3");
      zb_steps_apply (set, &zb_kind_wish, wishes[i], zb_kind_step (&zb_kind_wish, "claim"), fields, zb_test_date (TODAY), &error);
      g_assert_no_error (error);
    }
  import = undo_finish (set);
  claims = zb_records_list (self->db, &zb_kind_claim, NULL, NULL, FALSE, NULL);
  zb_test_do (self->db, &zb_kind_claim, ((ZbRecord *) claims->pdata[1])->id, "deliver", TODAY, &error, "on", "2026-11-10", "what", "棉衣", "witness1", "李测",
              "witness2", "周六", "cost", "9900", NULL);
  g_assert_no_error (error);
  zb_test_do (self->db, &zb_kind_wish, wishes[2], "claim", TODAY, &error, "on", "2026-11-06", "org", zb_test_id (self->branch), "promised_on", "2026-11-30",
              "pieces", "2", NULL);
  g_assert_no_error (error);
  rest = undo_checked (self, import);
  g_assert_cmpuint (rest->n_new, ==, 1);
  g_assert_cmpuint (rest->kept->len, ==, 2);
  zb_test_assert_value (self->db, &zb_kind_wish, wishes[0], "state", "published");
  zb_test_assert_value (self->db, &zb_kind_wish, wishes[1], "state", "fulfilled");
  zb_test_assert_value (self->db, &zb_kind_wish, wishes[2], "state", "claimed");
  /* The delivered one, and the two of the last wish. */
  g_assert_cmpuint (undo_count_of (self, &zb_kind_claim), ==, 3);
  g_assert_cmpuint (undo_count_of (self, &zb_kind_claimer), ==, 2);
}

/* Hours: one corrected since, one of somebody to whom a certificate was issued since that counts it, and another day of his. */
static void
test_hours (UndoFixture *self, gconstpointer data)
{
  static const struct { guint who; const char *on; } rows[] = { { 0, "2026-10-01" }, { 0, "2026-10-02" }, { 1, "2026-10-03" }, { 1, "2026-11-03" } };
  gint64 people[2] = { zb_test_member (self->db, "张三", self->branch, NULL), zb_test_member (self->db, "李四", self->branch, NULL) };
  ZbChangeSet *set = undo_begin (self, "service_hours");
  gint64 hours[G_N_ELEMENTS (rows)], import;
  g_autoptr(ZbHistoryRest) rest = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    hours[i] = undo_insert (set, &zb_kind_service_hours, "person", zb_test_id (people[rows[i].who]), "on", rows[i].on, "hours", "20", "contents", "清扫",
                            "source", "sheet", "confirmed_by", "李测", NULL);
  import = undo_finish (set);
  zb_test_record (self->db, &zb_kind_service_hours, "person", zb_test_id (people[0]), "on", "2026-10-02", "hours", "-5", "contents", "清扫", "source", "sheet",
                  "corrects", zb_test_id (hours[1]), "confirmed_by", "李测", "why", "记多了", NULL);
  zb_test_record (self->db, &zb_kind_service_certificate, "person", zb_test_id (people[1]), "name", "李四", "from", "2026-10-01", "to", "2026-10-31", "hours",
                  "20", "contents", "清扫", "issuer", "云溪社区", "handler", "李测", "issued_on", "2026-11-05", "number", "2026-0001", NULL);
  rest = undo_checked (self, import);
  g_assert_cmpuint (rest->n_new, ==, 2);
  g_assert_cmpuint (rest->kept->len, ==, 2);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpint (undo_is_there (self, &zb_kind_service_hours, hours[i]), ==, i == 1 || i == 2);
}

#define ADD(path, test) g_test_add (path, UndoFixture, NULL, undo_set_up, test, undo_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/undo-rest/wishes", test_wishes);
  ADD ("/undo-rest/quantity", test_quantity);
  ADD ("/undo-rest/claims", test_claims);
  ADD ("/undo-rest/hours", test_hours);
  return g_test_run ();
}
