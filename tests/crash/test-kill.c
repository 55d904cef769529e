/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <errno.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include "store/zb-check.h"
#include "store/zb-history.h"
#include "store/zb-records.h"
#include "zb-test-db.h"

#define ROUNDS 20
#define TODAY "2026-06-01"

/* Writes until it is killed; after every commit says so with one byte. */
static void
write_for_ever (const char *path, int acknowledge)
{
  ZbDb *db = zb_db_open (path, ZB_DB_WRITE, NULL);

  while (db != NULL)
    {
      g_autoptr(ZbChangeSet) set = zb_change_set_begin (db, "test", NULL, NULL);

      /* Two people a set: half a set would show. */
      for (guint i = 0; set != NULL && i < 2; i++)
        {
          g_autoptr(ZbRecord) record = zb_record_new (&zb_kind_member);

          zb_record_set (record, "name", "张三");
          zb_record_set (record, "phone", "19900000001");
          if (!zb_members_add (set, record, 0, 0, ZB_DATE_NONE, "imported", NULL))
            _exit (1);
        }
      if (set == NULL || !zb_change_set_commit (set, NULL, NULL) || write (acknowledge, "x", 1) != 1)
        _exit (1);
    }
  _exit (2);
}

/* How many commits the child told of before it died. */
static gint64
count_acknowledged (int from)
{
  gint64 n = 0;
  char bytes[256];
  ssize_t got;

  while ((got = read (from, bytes, sizeof bytes)) > 0 || (got < 0 && errno == EINTR))
    n += MAX (got, 0);
  return n;
}

static void
assert_sound (ZbTestDb *test)
{
  g_autoptr(GPtrArray) findings = zb_check_run (test->db, zb_test_date (TODAY), FALSE, NULL, NULL, NULL);

  for (guint i = 0; i < findings->len; i++)
    g_assert_cmpint (((ZbFinding *) findings->pdata[i])->level, !=, ZB_FINDING_DAMAGE);
}

static void
test_kill (void)
{
  g_autoptr(ZbTestDb) test = zb_test_db_new ();
  gint64 known = 0;

  for (guint round = 0; round < ROUNDS; round++)
    {
      int pipe_ends[2], status;
      gint64 people, acknowledged;
      pid_t child;
      char first;

      g_clear_pointer (&test->db, zb_db_close);
      g_assert_cmpint (pipe (pipe_ends), ==, 0);
      child = fork ();
      if (child == 0)
        write_for_ever (test->path, pipe_ends[1]);
      close (pipe_ends[1]);
      g_assert_cmpint (read (pipe_ends[0], &first, 1), ==, 1);
      g_usleep ((gulong) g_test_rand_int_range (0, 30000));
      kill (child, SIGKILL);
      g_assert_cmpint (waitpid (child, &status, 0), ==, child);
      g_assert_true (WIFSIGNALED (status));
      acknowledged = 1 + count_acknowledged (pipe_ends[0]);
      close (pipe_ends[0]);

      /* No lock is left, nothing told of is lost, nothing is half there. */
      zb_test_db_reopen (test);
      people = zb_records_count (test->db, &zb_kind_member, NULL);
      g_assert_cmpint (people, >=, known + 2 * acknowledged);
      g_assert_cmpint (people, <=, known + 2 * acknowledged + 2);
      g_assert_cmpint (people % 2, ==, 0);
      known = people;
    }
  assert_sound (test);
  g_assert_true (zb_history_undo (test->db, 0, NULL, NULL));
  g_assert_cmpint (zb_records_count (test->db, &zb_kind_member, NULL), ==, known - 2);
}

/* Two programs at once: each waits for the other, and nothing is lost. */
static void
test_two_writers (void)
{
  g_autoptr(ZbTestDb) test = zb_test_db_new ();
  pid_t children[2];

  g_clear_pointer (&test->db, zb_db_close);
  for (guint i = 0; i < 2; i++)
    {
      children[i] = fork ();
      if (children[i] != 0)
        continue;
      g_autoptr(ZbDb) db = zb_db_open (test->path, ZB_DB_WRITE, NULL);

      for (guint j = 0; j < 50; j++)
        {
          g_autoptr(ZbChangeSet) set = zb_change_set_begin (db, "test", NULL, NULL);
          g_autoptr(ZbRecord) record = zb_record_new (&zb_kind_member);

          zb_record_set (record, "name", "张三");
          if (set == NULL || !zb_change_set_insert (set, record, NULL) || !zb_change_set_commit (set, NULL, NULL))
            _exit (1);
        }
      g_clear_pointer (&db, zb_db_close);
      _exit (0);
    }
  for (guint i = 0; i < 2; i++)
    {
      int status;

      g_assert_cmpint (waitpid (children[i], &status, 0), ==, children[i]);
      g_assert_true (WIFEXITED (status));
      g_assert_cmpint (WEXITSTATUS (status), ==, 0);
    }
  zb_test_db_reopen (test);
  g_assert_cmpint (zb_records_count (test->db, &zb_kind_member, NULL), ==, 100);
  assert_sound (test);
}

/* Dies when it has been told so often how far the work is. */
static void
die_at (guint64 done, guint64 total, gpointer user_data)
{
  guint *left = user_data;

  if ((*left)-- == 0)
    kill (getpid (), SIGKILL);
}

static gint64
import_people (ZbDb *db, guint n)
{
  g_autoptr(ZbChangeSet) set = zb_change_set_begin (db, "import.member", NULL, NULL);
  g_autoptr(ZbRecord) branch = zb_record_new (&zb_kind_organization);
  gint64 import = 0;

  zb_record_set (branch, "name", "第一党支部");
  zb_record_set (branch, "kind", "branch");
  g_assert_true (zb_organizations_add (set, branch, 0, NULL));
  for (guint i = 0; i < n; i++)
    {
      g_autoptr(ZbRecord) record = zb_record_new (&zb_kind_member);

      zb_record_set (record, "name", "张三");
      g_assert_true (zb_members_add (set, record, branch->id, 0, ZB_DATE_NONE, "imported", NULL));
    }
  g_assert_true (zb_change_set_commit (set, &import, NULL));
  return import;
}

/* Killed anywhere while an import is taken back, all of it is there still. */
static void
test_undo_import (void)
{
  g_autoptr(ZbTestDb) test = zb_test_db_new ();
  gint64 import = import_people (test->db, 1000);
  g_autofree char *before = NULL;
  g_autoptr(ZbHistoryRest) rest = NULL;

  zb_test_set (test->db, &zb_kind_member, 1, "note", "改过");
  before = zb_test_db_state (test->db);
  /* Told every 256 of about 6,000 steps, the last 2,000 of which write. */
  for (guint at = 0; at < 24; at += 3)
    {
      g_autofree char *after = NULL;
      int status;
      pid_t child;

      g_clear_pointer (&test->db, zb_db_close);
      child = fork ();
      if (child == 0)
        {
          ZbDb *db = zb_db_open (test->path, ZB_DB_WRITE, NULL);

          zb_history_undo_rest (db, import, NULL, die_at, &at, NULL, NULL);
          _exit (1);
        }
      g_assert_cmpint (waitpid (child, &status, 0), ==, child);
      g_assert_true (WIFSIGNALED (status));
      zb_test_db_reopen (test);
      after = zb_test_db_state (test->db);
      g_assert_cmpstr (after, ==, before);
    }
  assert_sound (test);
  rest = zb_history_undo_rest (test->db, import, NULL, NULL, NULL, NULL, NULL);
  g_assert_cmpuint (rest->n_new, ==, 999);
  g_assert_cmpint (zb_records_count (test->db, &zb_kind_member, NULL), ==, 1);
  assert_sound (test);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/kill/random-moments", test_kill);
  g_test_add_func ("/kill/two-writers", test_two_writers);
  g_test_add_func ("/kill/undo-import", test_undo_import);
  return g_test_run ();
}
