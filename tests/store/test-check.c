/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "store/zb-change-log.h"
#include "store/zb-check.h"
#include "store/zb-history.h"
#include "zb-test-db.h"

#define TODAY "2026-06-01"

/* The rules that were found for a record (0: any), with blanks between. */
static char *
found (ZbDb *db, gint64 record, gboolean quick)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) findings = zb_check_run (db, zb_test_date (TODAY), quick, NULL, NULL, &error);
  GString *out = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < findings->len; i++)
    {
      const ZbFinding *finding = findings->pdata[i];

      if (record == 0 || finding->record == record)
        g_string_append_printf (out, "%s%s", out->len > 0 ? " " : "", finding->rule);
    }
  return g_string_free (out, FALSE);
}

static void
assert_found (ZbTestDb *test, gint64 record, const char *rule)
{
  g_autofree char *rules = found (test->db, record, FALSE);

  if (strstr (rules, rule) == NULL)
    g_error ("“%s” is not among “%s”", rule, rules);
}

static void
assert_clean (ZbTestDb *test)
{
  g_autofree char *rules = found (test->db, 0, FALSE);

  g_assert_cmpstr (rules, ==, "");
}

/* A registry with something in its log, and nothing wrong: three full members, one of them secretary. */
static gint64
fill (ZbTestDb *test)
{
  gint64 branch = zb_test_organization (test->db, "branch", "第一党支部", 0), person = 0;

  for (guint i = 0; i < 3; i++)
    {
      person = zb_test_member (test->db, "张三", branch, "birth_date", "1980-01-01", "joined_on", "2004-07-01", "confirmed_on",
                               "2005-07-01", "category", "full", "phone", "19900000001", NULL);
      if (i == 0)
        zb_test_record (test->db, &zb_kind_post, "org", zb_test_id (branch), "person", zb_test_id (person), "post", "secretary", NULL);
    }
  zb_test_set (test->db, &zb_kind_member, person, "note", "x");
  zb_test_set (test->db, &zb_kind_member, person, "note", "y");
  return person;
}

static void
test_sound (void)
{
  g_autoptr(ZbTestDb) test = zb_test_db_new ();

  assert_clean (test);
  fill (test);
  assert_clean (test);
  g_assert_true (zb_history_undo (test->db, 0, NULL, NULL));
  assert_clean (test);
  g_assert_true (zb_history_redo (test->db, NULL, NULL));
  assert_clean (test);
}

static void
test_tampering (void)
{
  static const struct { const char *sql; const char *rule; } tricks[] = {
    { "UPDATE person SET note = 'z' WHERE id = (SELECT max(id) FROM person)", "log-row" },
    { "UPDATE person SET confirmed_on = NULL WHERE id = 1", "log-row" },
    { "UPDATE person_private SET phone = '19900000666' WHERE person_id = 1", "log-row" },
    { "UPDATE person SET withdrawn = 1 WHERE id = 1", "log-row" },
    { "PRAGMA foreign_keys = OFF; DELETE FROM post_holding", "log-row-missing" },
    { "INSERT INTO person (uid, stamp, device, name) VALUES ('00000000-0000-7000-8000-000000000000', 1, 1, '后门')", "log-missing" },
    { "UPDATE change SET after = replace (after, 'y', 'z') WHERE set_id = (SELECT max(id) FROM change_set)", "log-chain" },
    { "DELETE FROM change WHERE set_id = (SELECT max(id) FROM change_set)", "log-chain" },
    { "PRAGMA foreign_keys = OFF; DELETE FROM change_set WHERE id = 3; DELETE FROM change WHERE set_id = 3", "log-chain" },
    { "UPDATE change_set SET who = '别人' WHERE id = 2", "log-chain" },
    { "UPDATE change_set SET at = '2001-01-01T00:00:00Z' WHERE id = 2", "log-chain" },
    { "UPDATE change_set SET subject = '别人' WHERE id = 2", "log-chain" },
    { "UPDATE change_set SET hash = zeroblob (32) WHERE id = 2", "log-chain" },
    { "UPDATE change_set SET stamp = stamp - 65536 WHERE id = 2", "log-chain" },
    { "INSERT INTO device (id, uid, name) VALUES (7, '00000000-0000-7000-8000-000000000007', '别处'); "
      "UPDATE change_set SET device = 7 WHERE id = 2", "log-chain" },
    { "UPDATE device SET uid = '00000000-0000-7000-8000-000000000007'", "log-chain" },
    { "PRAGMA foreign_keys = OFF; UPDATE membership SET org = 4711 WHERE id = 1", "foreign-key" },
    { "UPDATE organization SET path = 'zzzzzzzz'", "path" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (tricks); i++)
    {
      g_autoptr(ZbTestDb) test = zb_test_db_new ();

      fill (test);
      g_test_message ("%s", tricks[i].sql);
      zb_test_db_sql (test, tricks[i].sql);
      assert_found (test, 0, tricks[i].rule);
    }
}

/* The forged set is named, and not those after it. */
static void
test_the_set_is_named (void)
{
  g_autoptr(ZbTestDb) test = zb_test_db_new ();
  g_autoptr(GPtrArray) findings = NULL;
  guint chain = 0;

  fill (test);
  zb_test_db_sql (test, "UPDATE change_set SET who = '别人' WHERE id = 2");
  findings = zb_check_run (test->db, zb_test_date (TODAY), FALSE, NULL, NULL, NULL);
  for (guint i = 0; i < findings->len; i++)
    {
      const ZbFinding *finding = findings->pdata[i];

      if (strcmp (finding->rule, "log-chain") != 0)
        continue;
      chain++;
      g_assert_cmpstr (finding->values[0], ==, "2");
      g_assert_cmpint (finding->level, ==, ZB_FINDING_DAMAGE);
    }
  g_assert_cmpuint (chain, ==, 1);
}

/* Gives the sets from @first on the hashes of that form, as a program that writes that form would. */
static void
rehash (ZbTestDb *test, gint64 first, ZbChainForm form)
{
  g_autoptr(ZbStmt) sets = zb_db_borrow (test->db,
    "SELECT s.id, s.uid, s.at, s.who, s.action, s.subject, s.n_records, s.undoes, s.hash, s.stamp, d.uid "
    "FROM change_set s JOIN device d ON d.id = s.device ORDER BY s.id", NULL);
  g_autoptr(GString) sql = g_string_new (NULL);
  guint8 previous[32] = { 0 };

  while (zb_db_step (test->db, sets, NULL) == 1)
    {
      g_autoptr(ZbStmt) rows = zb_db_borrow (test->db, "SELECT seq, kind, record, op, before, after FROM change WHERE set_id = ?1 ORDER BY seq", NULL);
      g_autoptr(ZbDigest) digest = zb_change_log_digest_new (form);
      ZbChainSet set = { zb_stmt_text (sets, 1), zb_stmt_text (sets, 2), zb_stmt_text (sets, 3), zb_stmt_text (sets, 4), zb_stmt_text (sets, 5),
                         sqlite3_column_int64 (sets, 6), sqlite3_column_int64 (sets, 7), sqlite3_column_int64 (sets, 9), zb_stmt_text (sets, 10) };

      if (sqlite3_column_int64 (sets, 0) < first)
        {
          memcpy (previous, sqlite3_column_blob (sets, 8), sizeof previous);
          continue;
        }
      sqlite3_bind_int64 (rows, 1, sqlite3_column_int64 (sets, 0));
      while (zb_db_step (test->db, rows, NULL) == 1)
        zb_change_log_digest (digest, sqlite3_column_int64 (rows, 0), zb_stmt_text (rows, 1), sqlite3_column_int64 (rows, 2),
                              zb_stmt_text (rows, 3), zb_stmt_text (rows, 4), zb_stmt_text (rows, 5));
      zb_change_log_digest_set (digest, form, &set, previous, previous);
      g_string_append (sql, "UPDATE change_set SET hash = x'");
      for (guint i = 0; i < sizeof previous; i++)
        g_string_append_printf (sql, "%02x", previous[i]);
      g_string_append_printf (sql, "' WHERE id = %" G_GINT64_FORMAT ";", (gint64) sqlite3_column_int64 (sets, 0));
    }
  g_clear_pointer (&sets, zb_stmt_release);
  zb_test_db_sql (test, sql->str);
}

/* Sets that an earlier program hashed without stamp and desk hold; new ones follow in the new form, and behind
 * one of those the old form is a forgery. */
static void
test_the_earlier_form (void)
{
  g_autoptr(ZbTestDb) test = zb_test_db_new ();
  gint64 person = fill (test), last;

  rehash (test, 1, ZB_CHAIN_FIRST);
  assert_clean (test);
  zb_test_set (test->db, &zb_kind_member, person, "note", "z");
  assert_clean (test);
  last = zb_test_db_number (test, "SELECT max(id) FROM change_set");
  zb_test_set (test->db, &zb_kind_member, person, "note", "zz");
  assert_clean (test);

  /* A forged set hashed in the form that cannot tell: the one before has the other already. */
  zb_test_db_sql (test, "UPDATE change_set SET stamp = stamp + 65536 WHERE id = (SELECT max(id) FROM change_set)");
  assert_found (test, 0, "log-chain");
  rehash (test, last + 1, ZB_CHAIN_FIRST);
  assert_found (test, 0, "log-chain");
  rehash (test, last + 1, ZB_CHAIN_SECOND);
  assert_clean (test);
}

static void
test_quick_leaves_the_log (void)
{
  g_autoptr(ZbTestDb) test = zb_test_db_new ();
  g_autofree char *rules = NULL;

  fill (test);
  zb_test_db_sql (test, "UPDATE change_set SET who = '别人' WHERE id = 2");
  rules = found (test->db, 0, TRUE);
  g_assert_cmpstr (rules, ==, "");
}

/* Appendix of consistency rules: one person or organisation for each, wrong in just that way. */

static void
test_people (void)
{
  g_autoptr(ZbTestDb) test = zb_test_db_new ();
  gint64 branch = zb_test_organization (test->db, "branch", "第一党支部", 0);
#define PERSON(...) zb_test_member (test->db, "李四", branch, __VA_ARGS__, NULL)

  assert_found (test, PERSON ("birth_date", "2004-03-02", "joined_on", "2022-03-01", "confirmed_on", "2023-03-01"), "under-age");
  assert_found (test, PERSON ("joined_on", "2022-03-01", "confirmed_on", "2022-02-01"), "dates-out-of-order");
  assert_found (test, PERSON ("applied_on", "2022-03-01", "activist_on", "2021"), "dates-out-of-order");
  assert_found (test, PERSON ("category", "full", "joined_on", "2022-03-01"), "full-without-confirmation");
  assert_found (test, PERSON ("category", "probationary", "joined_on", "2024-03-01"), "probation-expired");
  assert_found (test, PERSON ("joined_on", "2022-03-01", "confirmed_on", "2022-10-01"), "probation-short");
  assert_found (test, PERSON ("activist_on", "2022-03-01", "candidate_on", "2022-10-01"), "activist-too-short");
  assert_found (test, PERSON ("id_number", "11010519491231002X", "birth_date", "1949-12-30"), "birth-differs");
  assert_found (test, PERSON ("id_number", "110105194912310029"), "id-check-digit");
#undef PERSON
}

static void
test_people_without_fault (void)
{
  static const char *const fine[][6] = {
    /* Months do not contradict the days in them. */
    { "joined_on", "2022-03", "confirmed_on", "2023-03-01", "category", "full" },
    /* Nobody was on probation in those years. */
    { "joined_on", "1972-07-01", "confirmed_on", "1972-07-01", "category", "full" },
    { "joined_on", "1970-05", "category", "full", "note", "x" },
    { "entry_kind", "posthumous", "joined_on", "2022-03-01", "confirmed_on", "2022-03-01" },
    /* The eighteenth birthday itself. */
    { "birth_date", "2004-03-02", "joined_on", "2022-03-02", "confirmed_on", "2023-03-02" },
    { "id_number", "11010519491231002X", "birth_date", "1949-12-31", "sex", "2" },
  };
  g_autoptr(ZbTestDb) test = zb_test_db_new ();

  for (guint i = 0; i < G_N_ELEMENTS (fine); i++)
    {
      gint64 person = zb_test_member (test->db, "李四", 0, fine[i][0], fine[i][1], fine[i][2], fine[i][3], fine[i][4], fine[i][5], NULL);
      g_autofree char *rules = found (test->db, person, FALSE);

      g_test_message ("%s=%s %s=%s", fine[i][0], fine[i][1], fine[i][2], fine[i][3]);
      g_assert_cmpstr (rules, ==, "");
    }
}

static void
test_doubles (void)
{
  g_autoptr(ZbTestDb) test = zb_test_db_new ();

  zb_test_member (test->db, "张三", 0, "id_number", "11010519491231002X", NULL);
  /* The same number in its old form of 15 digits. */
  zb_test_member (test->db, "张三", 0, "id_number", "110105491231002", NULL);
  assert_found (test, 0, "id-number-twice");
}

static void
test_branches (void)
{
  g_autoptr(ZbTestDb) test = zb_test_db_new ();
  gint64 small = zb_test_organization (test->db, "branch", "第一党支部", 0), large = zb_test_organization (test->db, "branch", "第二党支部", 0);
  gint64 person = zb_test_member (test->db, "张三", small, "category", "full", "confirmed_on", "2005", NULL);
  gint64 probationer = zb_test_member (test->db, "李四", small, "category", "probationary", "joined_on", "2026-01-01", NULL);

  for (guint i = 0; i < 51; i++)
    zb_test_member (test->db, "王五", large, "category", "full", "joined_on", "2004", "confirmed_on", "2005", NULL);
  zb_test_record (test->db, &zb_kind_post, "org", zb_test_id (small), "person", zb_test_id (person), "post", "secretary", NULL);
  zb_test_record (test->db, &zb_kind_post, "org", zb_test_id (small), "person", zb_test_id (probationer), "post", "secretary", NULL);
  zb_test_record (test->db, &zb_kind_post, "org", zb_test_id (small), "person", zb_test_id (person), "post", "officer", NULL);
  zb_test_record (test->db, &zb_kind_term, "org", zb_test_id (small), "appointed_on", "2020-01-01", "due_on", "2023-01-01", NULL);
  assert_found (test, small, "branch-too-small");
  assert_found (test, large, "branch-too-large");
  assert_found (test, small, "two-secretaries");
  assert_found (test, large, "no-secretary");
  assert_found (test, small, "committee-in-small-branch");
  assert_found (test, small, "term-expired");
  assert_found (test, probationer, "probationer-in-committee");
}

static void
test_held_election (void)
{
  g_autoptr(ZbTestDb) test = zb_test_db_new ();
  gint64 branch = zb_test_organization (test->db, "branch", "第一党支部", 0);
  g_autofree char *rules = NULL;

  zb_test_record (test->db, &zb_kind_term, "org", zb_test_id (branch), "appointed_on", "2020-01-01", "due_on", "2023-01-01", NULL);
  zb_test_record (test->db, &zb_kind_term, "org", zb_test_id (branch), "appointed_on", "2025-01-01", "due_on", "2028-01-01", NULL);
  rules = found (test->db, branch, FALSE);
  g_assert_cmpstr (rules, ==, "");
}

static void
test_own_rules (void)
{
  g_autoptr(ZbTestDb) test = zb_test_db_new ();
  gint64 branch = zb_test_organization (test->db, "branch", "第一党支部", 0);
  g_autoptr(ZbRules) rules = NULL;

  zb_test_member (test->db, "张三", branch, "category", "full", "joined_on", "2004", "confirmed_on", "2005", NULL);
  assert_found (test, branch, "branch-too-small");
  zb_test_record (test->db, &zb_kind_rule, "key", "branch.min_full_members", "value", "1", "reason", "上级批准", NULL);
  rules = zb_rules_load (test->db, NULL);
  g_assert_cmpfloat (zb_rules_value (rules, "branch.min_full_members", zb_test_date (TODAY)), ==, 1);
  g_assert_cmpfloat (zb_rules_value (rules, "branch.max_members", zb_test_date (TODAY)), ==, 50);
  assert_clean (test);
}

static void
test_while_editing (void)
{
  g_autoptr(ZbTestDb) test = zb_test_db_new ();
  g_autoptr(ZbRecord) record = zb_record_new (&zb_kind_member);
  g_autoptr(GPtrArray) findings = NULL;

  zb_record_set (record, "name", "张三");
  zb_record_set (record, "joined_on", "2022-03-01");
  zb_record_set (record, "confirmed_on", "2022-02-01");
  findings = zb_check_member (test->db, record, zb_test_date (TODAY), NULL);
  g_assert_cmpuint (findings->len, ==, 1);
  g_assert_cmpstr (((ZbFinding *) findings->pdata[0])->rule, ==, "dates-out-of-order");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/check/sound", test_sound);
  g_test_add_func ("/check/tampering", test_tampering);
  g_test_add_func ("/check/the-set-is-named", test_the_set_is_named);
  g_test_add_func ("/check/the-earlier-form", test_the_earlier_form);
  g_test_add_func ("/check/quick-leaves-the-log", test_quick_leaves_the_log);
  g_test_add_func ("/check/people", test_people);
  g_test_add_func ("/check/people-without-fault", test_people_without_fault);
  g_test_add_func ("/check/doubles", test_doubles);
  g_test_add_func ("/check/branches", test_branches);
  g_test_add_func ("/check/held-election", test_held_election);
  g_test_add_func ("/check/own-rules", test_own_rules);
  g_test_add_func ("/check/while-editing", test_while_editing);
  return g_test_run ();
}
