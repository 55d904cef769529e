/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/zb-letters.h"
#include "store/zb-history.h"
#include "store/zb-records.h"
#include "zb-test-db.h"

#define TODAY "2026-11-24"

typedef struct {
  ZbTestDb *test;
  ZbDb *db;
  gint64 committee;
  gint64 other; /* a committee of its own */
  gint64 people[4]; /* a member of a branch of the first, another, one of the other committee, an activist */
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  gint64 branch, third;

  self->test = zb_test_db_new ();
  self->db = self->test->db;
  zb_db_set_today (self->db, zb_test_date (TODAY));
  self->committee = zb_test_organization (self->db, "committee", "中共甲公司委员会", 0);
  branch = zb_test_organization (self->db, "branch", "中共甲公司第一支部委员会", self->committee);
  self->other = zb_test_organization (self->db, "committee", "中共乙公司委员会", 0);
  third = zb_test_organization (self->db, "branch", "中共乙公司支部", self->other);
  zb_test_set (self->db, &zb_kind_organization, self->committee, "phone", "0579-85000000");
  self->people[0] = zb_test_member (self->db, "王丁", branch, "category", "full", NULL);
  self->people[1] = zb_test_member (self->db, "李二", branch, "category", "probationary", NULL);
  self->people[2] = zb_test_member (self->db, "赵三", third, "category", "full", NULL);
  self->people[3] = zb_test_member (self->db, "钱四", branch, "category", "activist", NULL);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  zb_test_db_free (self->test);
}

static void
leave (Fixture *self, guint who, const char *letter)
{
  g_autoptr(GError) error = NULL;

  zb_test_do (self->db, &zb_kind_member, self->people[who], "transfer-out", TODAY, &error, "on", "2026-11-20", "to_org", "中共丙公司委员会", "dues_until",
              "2026-11", letter != NULL ? "letter" : NULL, letter, NULL);
  g_assert_no_error (error);
}

/* Returns: the id of the letter, 0 with @error */
static gint64
issue (Fixture *self, guint who, const char *kind, const char *issued_on, GError **error)
{
  g_autoptr(ZbChangeSet) set = zb_change_set_begin (self->db, "letter.add", NULL, NULL);
  g_autoptr(ZbRecord) letter = zb_record_new (&zb_kind_letter);

  zb_record_set_int (letter, "person", self->people[who]);
  zb_record_set (letter, "kind", kind);
  zb_record_set (letter, "issued_on", issued_on);
  return zb_letters_issue (set, letter, error) && zb_change_set_commit (set, NULL, error) ? letter->id : 0;
}

static void
assert_issued (Fixture *self, guint who, const char *kind, const char *issued_on, const char *number)
{
  g_autoptr(GError) error = NULL;
  gint64 id = issue (self, who, kind, issued_on, &error);

  g_assert_no_error (error);
  zb_test_assert_value (self->db, &zb_kind_letter, id, "number", number);
}

static void
assert_refused (Fixture *self, guint who, const char *kind, const char *reason)
{
  g_autoptr(GError) error = NULL;

  g_assert_cmpint (issue (self, who, kind, NULL, &error), ==, 0);
  g_assert_cmpstr (error->message, ==, reason);
}

static gint64
membership_of (Fixture *self, guint who)
{
  g_autoptr(GPtrArray) all = zb_records_list (self->db, &zb_kind_membership, "person", zb_test_id (self->people[who]), FALSE, NULL);

  return ((ZbRecord *) g_ptr_array_index (all, all->len - 1))->id;
}

static void
undo (Fixture *self)
{
  g_autoptr(GError) error = NULL;

  g_assert_true (zb_history_undo (self->db, 0, NULL, &error));
  g_assert_no_error (error);
}

/* What is known of the transfer stands in the letter, and the number in the transfer. */
static void
test_transfer (Fixture *self, gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  gint64 id;

  assert_refused (self, 0, "transfer", "no-transfer");
  leave (self, 0, NULL);
  id = issue (self, 0, "transfer", NULL, &error);
  g_assert_no_error (error);
  zb_test_assert_value (self->db, &zb_kind_letter, id, "number", "2026-0001");
  zb_test_assert_value (self->db, &zb_kind_letter, id, "name", "王丁");
  zb_test_assert_value (self->db, &zb_kind_letter, id, "issuer", "中共甲公司委员会");
  zb_test_assert_value (self->db, &zb_kind_letter, id, "from_org", "中共甲公司第一支部委员会");
  zb_test_assert_value (self->db, &zb_kind_letter, id, "to_org", "中共丙公司委员会");
  zb_test_assert_value (self->db, &zb_kind_letter, id, "dues_until", "2026-11");
  zb_test_assert_value (self->db, &zb_kind_letter, id, "valid_days", "30");
  zb_test_assert_value (self->db, &zb_kind_letter, id, "phone", "0579-85000000");
  zb_test_assert_value (self->db, &zb_kind_letter, id, "issued_on", TODAY);
  zb_test_assert_value (self->db, &zb_kind_membership, membership_of (self, 0), "letter", "2026-0001");
  zb_test_assert_value (self->db, &zb_kind_membership, membership_of (self, 0), "valid_days", "30");
  g_assert_cmpint (zb_letters_last (self->db, self->people[0], NULL), ==, id);
  assert_refused (self, 0, "transfer", "letter-issued|2026-0001");
}

/* Numbers run on within the year, the kind and the organisation. */
static void
test_numbers (Fixture *self, gconstpointer data)
{
  for (guint i = 0; i < 3; i++)
    leave (self, i, NULL);
  assert_issued (self, 0, "transfer", "2025-12-31", "2025-0001");
  assert_issued (self, 1, "transfer", "2026-11-21", "2026-0001");
  assert_issued (self, 2, "transfer", NULL, "2026-0001");
  zb_test_assert_value (self->db, &zb_kind_letter, 3, "issuer", "中共乙公司委员会");
}

static void
test_proofs (Fixture *self, gconstpointer data)
{
  assert_issued (self, 0, "proof", NULL, "2026-0001");
  assert_issued (self, 0, "proof", NULL, "2026-0002");
  assert_issued (self, 1, "proof", NULL, "2026-0003");
  assert_refused (self, 3, "proof", "not-a-member|钱四");
  leave (self, 1, NULL);
  assert_refused (self, 1, "proof", "nowhere");
  assert_issued (self, 1, "transfer", NULL, "2026-0001");
}

/* The number that somebody wrote down with the transfer is that of its letter. */
static void
test_given_numbers (Fixture *self, gconstpointer data)
{
  leave (self, 0, "组介15");
  leave (self, 1, "组介15");
  assert_issued (self, 0, "transfer", NULL, "组介15");
  assert_refused (self, 1, "transfer", "letter-number|组介15");
  undo (self);
  assert_issued (self, 0, "transfer", NULL, "组介15");
}

/* What was taken back stays used, and leaves nothing in the transfer. */
static void
test_undo (Fixture *self, gconstpointer data)
{
  leave (self, 0, NULL);
  assert_issued (self, 0, "transfer", NULL, "2026-0001");
  undo (self);
  zb_test_assert_value (self->db, &zb_kind_membership, membership_of (self, 0), "letter", NULL);
  g_assert_cmpint (zb_letters_last (self->db, self->people[0], NULL), ==, 0);
  assert_issued (self, 0, "transfer", NULL, "2026-0002");
}

static void
assert_proposed (Fixture *self, guint who, const char *kind, const char *field, const char *wanted)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ZbRecord) letter = zb_letters_propose (self->db, self->people[who], kind, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (zb_record_get (letter, field), ==, wanted);
}

/* What is proposed is what would be issued; nothing is written by it. */
static void
test_proposed (Fixture *self, gconstpointer data)
{
  static const char *const same[] = { "number", "kind", "name", "from_org", "issuer", "to_org", "dues_until", "valid_days", "phone", "issued_on" };
  g_autoptr(GError) error = NULL;
  g_autoptr(ZbRecord) letter = NULL, next = NULL;
  g_autoptr(ZbChangeSet) set = NULL;
  gint64 id;

  assert_proposed (self, 0, NULL, "kind", "proof");
  assert_proposed (self, 0, "transfer", "number", NULL);
  assert_proposed (self, 3, NULL, "number", NULL);
  leave (self, 0, NULL);
  letter = zb_letters_propose (self->db, self->people[0], NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (zb_test_db_number (self->test, "SELECT count(*) FROM party_letter"), ==, 0);
  id = issue (self, 0, "transfer", NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (same); i++)
    zb_test_assert_value (self->db, &zb_kind_letter, id, same[i], zb_record_get (letter, same[i]));
  g_assert_cmpstr (zb_record_get (letter, "dues_until"), ==, "2026-11");
  assert_proposed (self, 1, NULL, "number", "2026-0001");
  /* Who handled the last letter handles the next one, of that organisation. */
  set = zb_change_set_begin (self->db, "letter.add", NULL, NULL);
  next = zb_letters_propose (self->db, self->people[1], "proof", NULL);
  zb_record_set (next, "handler", "赵四");
  g_assert_true (zb_letters_issue (set, next, &error) && zb_change_set_commit (set, NULL, &error));
  assert_proposed (self, 1, NULL, "handler", "赵四");
  assert_proposed (self, 1, NULL, "number", "2026-0002");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, function) g_test_add ("/letters/" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("transfer", test_transfer);
  ADD ("numbers", test_numbers);
  ADD ("proofs", test_proofs);
  ADD ("given-numbers", test_given_numbers);
  ADD ("undo", test_undo);
  ADD ("proposed", test_proposed);
  return g_test_run ();
}
