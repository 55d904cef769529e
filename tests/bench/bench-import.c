/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * bench-import [ROWS]: a roster of 15 columns from file to committed registry, checks and search for
 * doubles included, beside its floor: bare streaming (libarchive and expat, every cell's text) plus bare
 * prepared inserts into tables with the same columns and indexes. Three times: into an empty registry, the
 * same file again over all that is there, and another one, of as many other people. bare.with-log is the floor
 * with the rows of the change log too, as undo and history need them: what nothing that keeps a log can beat.
 */
#include <archive.h>
#include <archive_entry.h>
#include <expat.h>
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <xlsxwriter.h>

#include "exchange/zb-import.h"
#include "store/zb-history.h"
#include "zb-test-db.h"

#define N_COLUMNS 15

static const char *const headings[N_COLUMNS] = {
  "序号", "姓名", "性别", "民族", "出生日期", "籍贯", "学历", "入党时间", "转正时间", "人员类别", "所在党支部", "身份证号", "联系电话",
  "工作单位及职务", "备注"
};

/* Where the fields go in the bare inserts; the first is not stored, the branch goes to the membership. */
static const char *const columns[N_COLUMNS] = {
  NULL, "name", "sex", "ethnicity", "birth_date", "native_place", "education", "joined_on", "confirmed_on", "category", NULL,
  "id_number", "phone", "work_unit", "note"
};

static char
check_digit (const char *number)
{
  static const int weights[17] = { 7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2 };
  int sum = 0;

  for (int i = 0; i < 17; i++)
    sum += (number[i] - '0') * weights[i];
  return "10X98765432"[sum % 11];
}

/* Invented people, the same in every run. */
static char *
invent (guint i, guint column)
{
  static const char *const surnames[] = { "王", "李", "张", "刘", "陈", "杨", "黄", "赵", "吴", "周", "欧阳", "单", "曾" };
  static const char *const given[] = { "伟", "芳", "娜", "秀英", "敏", "静", "丽", "强", "磊", "军", "洋", "勇", "艳", "杰", "娟", "涛" };
  static const char *const education[] = { "本科", "大专", "高中", "研究生", "初中" };
  guint year = 1950 + i % 55, month = 1 + i % 12, day = 1 + i % 28;
  char number[19];

  switch (column)
    {
    case 0: return g_strdup_printf ("%u", i + 1);
    case 1: return g_strdup_printf ("%s%s%s", surnames[i % 13], given[i / 13 % 16], given[i / 208 % 16]);
    case 2: return g_strdup (i % 2 == 0 ? "女" : "男");
    case 3: return g_strdup (i % 11 == 0 ? "回族" : "汉族");
    case 4: return g_strdup_printf ("%u-%02u-%02u", year, month, day);
    case 5: return g_strdup ("浙江义乌");
    case 6: return g_strdup (education[i % 5]);
    case 7: return g_strdup_printf ("%u.%02u", year + 22, month);
    case 8: return g_strdup_printf ("%u.%02u", year + 23, month);
    case 9: return g_strdup ("正式党员");
    case 10: return g_strdup_printf ("第%u党支部", i / 40 + 1);
    case 11:
      g_snprintf (number, sizeof number, "99%04u%04u%02u%02u%03u", i / 1000 % 10000, year, month, day, i % 1000 / 2 * 2 + i % 2);
      return g_strdup_printf ("%.17s%c", number, check_digit (number));
    case 12: return g_strdup_printf ("1990%07u", i % 10000000);
    case 13: return g_strdup_printf ("某某公司第%u部门职员", i % 50);
    default: return g_strdup (i % 7 == 0 ? "2021.3转入" : "");
    }
}

static void
write_roster (const char *path, guint first, guint n)
{
  lxw_workbook_options options = { .constant_memory = LXW_TRUE };
  lxw_workbook *book = workbook_new_opt (path, &options);
  lxw_worksheet *sheet = workbook_add_worksheet (book, NULL);

  for (guint c = 0; c < N_COLUMNS; c++)
    worksheet_write_string (sheet, 0, (lxw_col_t) c, headings[c], NULL);
  for (guint i = 0; i < n; i++)
    for (guint c = 0; c < N_COLUMNS; c++)
      {
        g_autofree char *text = invent (first + i, c);

        if (*text != '\0')
          worksheet_write_string (sheet, i + 1, (lxw_col_t) c, text, NULL);
      }
  workbook_close (book);
}

/* Processor seconds of this process and of the children it has waited for. */
static double
seconds (void)
{
  struct rusage own, children;

  getrusage (RUSAGE_SELF, &own);
  getrusage (RUSAGE_CHILDREN, &children);
  return (double) (own.ru_utime.tv_sec + own.ru_stime.tv_sec + children.ru_utime.tv_sec + children.ru_stime.tv_sec)
         + (double) (own.ru_utime.tv_usec + own.ru_stime.tv_usec + children.ru_utime.tv_usec + children.ru_stime.tv_usec) / 1e6;
}

static long
resident_kib (void)
{
  struct rusage own;

  getrusage (RUSAGE_SELF, &own);
  return own.ru_maxrss;
}

/* The floor */

typedef struct {
  sqlite3 *db;
  sqlite3_stmt *person;
  sqlite3_stmt *private;
  sqlite3_stmt *membership;
  sqlite3_stmt *change; /* (nullable) */
  GString *log;
  GString *cells[N_COLUMNS];
  gboolean in_text;
  guint column;
  guint row;
  gint64 n_changes; /* the few before were made with the registry */
} Bare;

/* What is not kept would cost next to nothing. */
static void
step_bare (Bare *self, sqlite3_stmt *stmt)
{
  if (sqlite3_step (stmt) != SQLITE_DONE)
    g_error ("%s", sqlite3_errmsg (self->db));
  sqlite3_reset (stmt);
}

static void
log_bare (Bare *self, const char *kind, sqlite3_int64 record)
{
  sqlite3_bind_int64 (self->change, 1, ++self->n_changes);
  sqlite3_bind_text (self->change, 2, kind, -1, SQLITE_STATIC);
  sqlite3_bind_int64 (self->change, 3, record);
  sqlite3_bind_text (self->change, 4, self->log->str, (int) self->log->len, SQLITE_STATIC);
  step_bare (self, self->change);
}

/* Nothing here needs escaping. */
static void
log_both (Bare *self, sqlite3_int64 person)
{
  sqlite3_int64 membership = sqlite3_last_insert_rowid (self->db);

  g_string_assign (self->log, "{");
  for (guint c = 0; c < N_COLUMNS; c++)
    if (columns[c] != NULL && self->cells[c]->len > 0)
      g_string_append_printf (self->log, "%s\"%s\":\"%s\"", self->log->len > 1 ? "," : "", columns[c], self->cells[c]->str);
  g_string_append_c (self->log, '}');
  log_bare (self, "member", person);
  g_string_printf (self->log, "{\"person\":%" G_GINT64_FORMAT ",\"org\":%u,\"kind\":\"organizational\",\"begun_by\":\"imported\"}", (gint64) person,
                   self->row / 40 + 1);
  log_bare (self, "membership", membership);
}

static void
insert_bare (Bare *self)
{
  int at[2] = { 1, 2 };
  sqlite3_int64 id;

  for (guint c = 0; c < N_COLUMNS; c++)
    {
      gboolean is_private = c == 11 || c == 12;

      /* 1972.05: the tables take 1972-05 only. */
      if (c == 7 || c == 8)
        self->cells[c]->str[4] = '-';
      if (columns[c] != NULL)
        sqlite3_bind_text (is_private ? self->private : self->person, at[is_private]++, self->cells[c]->str, (int) self->cells[c]->len,
                           SQLITE_STATIC);
    }
  sqlite3_bind_blob (self->person, at[0], self->cells[1]->str, (int) self->cells[1]->len, SQLITE_STATIC);
  step_bare (self, self->person);
  id = sqlite3_last_insert_rowid (self->db);
  sqlite3_bind_int64 (self->private, 1, id);
  step_bare (self, self->private);
  sqlite3_bind_int64 (self->membership, 1, id);
  sqlite3_bind_int64 (self->membership, 2, self->row / 40 + 1);
  step_bare (self, self->membership);
  if (self->change != NULL)
    log_both (self, id);
}

static void XMLCALL
on_start (void *user_data, const char *name, const char **attributes)
{
  Bare *self = user_data;

  if (strcmp (name, "row") == 0)
    for (guint c = 0; c < N_COLUMNS; c++)
      g_string_truncate (self->cells[c], 0);
  else if (strcmp (name, "c") == 0)
    self->column = (guint) (attributes[1][0] - 'A') % N_COLUMNS;
  else if (strcmp (name, "t") == 0)
    self->in_text = TRUE;
}

static void XMLCALL
on_end (void *user_data, const char *name)
{
  Bare *self = user_data;

  if (strcmp (name, "t") == 0)
    self->in_text = FALSE;
  else if (strcmp (name, "row") == 0 && self->row++ > 0 && self->db != NULL)
    insert_bare (self);
}

static void XMLCALL
on_text (void *user_data, const char *text, int length)
{
  Bare *self = user_data;

  if (self->in_text)
    g_string_append_len (self->cells[self->column], text, length);
}

static void
read_bare (Bare *self, const char *path)
{
  struct archive *archive = archive_read_new ();
  struct archive_entry *entry;
  XML_Parser parser = XML_ParserCreate (NULL);
  la_ssize_t n = 1;

  XML_SetUserData (parser, self);
  XML_SetElementHandler (parser, on_start, on_end);
  XML_SetCharacterDataHandler (parser, on_text);
  archive_read_support_format_zip (archive);
  g_assert_cmpint (archive_read_open_filename (archive, path, 64 * 1024), ==, ARCHIVE_OK);
  while (archive_read_next_header (archive, &entry) == ARCHIVE_OK)
    if (g_str_has_suffix (archive_entry_pathname (entry), "sheet1.xml"))
      while (n > 0)
        {
          void *buffer = XML_GetBuffer (parser, 64 * 1024);

          n = archive_read_data (archive, buffer, 64 * 1024);
          g_assert_cmpint (XML_ParseBuffer (parser, (int) n, n == 0), ==, XML_STATUS_OK);
        }
  XML_ParserFree (parser);
  archive_read_free (archive);
}

static void
exec_bare (sqlite3 *db, const char *sql)
{
  if (sqlite3_exec (db, sql, NULL, NULL, NULL) != SQLITE_OK)
    g_error ("%s: %s", sql, sqlite3_errmsg (db));
}

/* Into the registry's own tables, with their indexes, as one transaction; what they refer to is not looked up. */
static double
run_floor (const char *path, const char *database, gboolean with_inserts, gboolean with_log)
{
  Bare self = { .log = g_string_new (NULL), .n_changes = 1000 };
  double start;

  for (guint c = 0; c < N_COLUMNS; c++)
    self.cells[c] = g_string_new (NULL);
  start = seconds ();
  if (with_inserts)
    {
      sqlite3_open (database, &self.db);
      exec_bare (self.db, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -32768; BEGIN IMMEDIATE");
      sqlite3_prepare_v2 (self.db, "INSERT INTO person (uid, stamp, device, name, sex, ethnicity, birth_date, native_place, education, joined_on, "
                                   "confirmed_on, category, work_unit, note, name_key) VALUES (printf ('%036d', (SELECT ifnull (max (id), 0) FROM person)), 1, 1, ?1, ?2, ?3, ?4, ?5, "
                                   "?6, ?7, ?8, ?9, ?10, ?11, ?12)", -1, &self.person, NULL);
      sqlite3_prepare_v2 (self.db, "INSERT INTO person_private (person_id, id_number, phone) VALUES (?1, ?2, ?3)", -1, &self.private, NULL);
      sqlite3_prepare_v2 (self.db, "INSERT INTO membership (uid, stamp, device, person, org, kind) "
                                   "VALUES (printf ('%036d', ?1), 1, 1, ?1, ?2, 'organizational')", -1, &self.membership, NULL);
      if (with_log)
        sqlite3_prepare_v2 (self.db, "INSERT INTO change (set_id, seq, kind, record, op, after) VALUES (1, ?1, ?2, ?3, 'insert', ?4)", -1, &self.change, NULL);
    }
  read_bare (&self, path);
  if (with_inserts)
    {
      sqlite3_finalize (self.person);
      sqlite3_finalize (self.private);
      sqlite3_finalize (self.membership);
      sqlite3_finalize (self.change);
      exec_bare (self.db, "COMMIT");
      sqlite3_close (self.db);
    }
  for (guint c = 0; c < N_COLUMNS; c++)
    g_string_free (self.cells[c], TRUE);
  g_string_free (self.log, TRUE);
  return seconds () - start;
}

/* An empty registry for the floor. */
static void
make_bare (const char *path)
{
  ZbDb *made = zb_db_open (path, ZB_DB_CREATE, NULL);

  zb_test_organization (made, "branch", "bare", 0);
  zb_db_close (made);
}

static void
print (const char *name, double value, const char *unit, double floor)
{
  if (floor > 0)
    g_print ("%s\t%.4f\t%s\t%.4f\t%.3f\n", name, value, unit, floor, value / floor);
  else
    g_print ("%s\t%.4f\t%s\t\t\n", name, value, unit);
}

/* @name: of the figures */
static double
run_import (ZbTestDb *test, const char *name, const char *path, guint expected_new, guint expected_same)
{
  g_autofree char *reading = g_strdup_printf ("import.%s.read", name);
  g_autofree char *checking = g_strdup_printf ("import.%s.check", name);
  g_autofree char *writing = g_strdup_printf ("import.%s.write", name);
  g_autoptr(GError) error = NULL;
  double start = seconds (), read, checked;
  g_autoptr(ZbImport) import = zb_import_new (test->db, &zb_kind_member, path, NULL, NULL, NULL, NULL, &error);
  const ZbImportCounts *counts;

  g_assert_no_error (error);
  read = seconds ();
  g_assert_true (zb_import_check (import, NULL, NULL, NULL, &error));
  checked = seconds ();
  counts = zb_import_counts (import);
  g_assert_cmpuint (counts->errors, ==, 0);
  g_assert_cmpuint (counts->fresh, ==, expected_new);
  g_assert_cmpuint (counts->same, ==, expected_same);
  g_assert_true (zb_import_commit (import, FALSE, NULL, NULL, NULL, NULL, &error));
  print (reading, read - start, "s", 0);
  print (checking, checked - read, "s", 0);
  print (writing, seconds () - checked, "s", 0);
  return seconds () - start;
}

int
main (int argc, char **argv)
{
  guint n = argc > 1 ? (guint) g_ascii_strtoull (argv[1], NULL, 10) : 100000;
  g_autoptr(ZbTestDb) test = zb_test_db_new ();
  g_autofree char *path = zb_test_db_file (test, "roster.xlsx");
  g_autofree char *others = zb_test_db_file (test, "others.xlsx");
  g_autofree char *database = zb_test_db_file (test, "bare.db");
  g_autofree char *with_log = zb_test_db_file (test, "bare-log.db");
  double bare, whole, more, logged, first, again, start;
  long before, after;

  write_roster (path, 0, n);
  write_roster (others, n, n);
  make_bare (database);
  make_bare (with_log);
  bare = run_floor (path, database, FALSE, FALSE);
  whole = run_floor (path, database, TRUE, FALSE);
  more = run_floor (others, database, TRUE, FALSE);
  logged = run_floor (path, with_log, TRUE, TRUE);
  print ("bare.read", bare, "s", 0);
  print ("bare.read-and-insert", whole, "s", 0);
  print ("bare.read-and-insert-more", more, "s", 0);
  print ("bare.with-log", logged, "s", 0);
  before = resident_kib ();
  first = run_import (test, "new", path, n, 0);
  after = resident_kib ();
  print ("import.new", first, "s", whole);
  print ("import.memory", (double) (after - before) / 1024, "MiB", 0);
  again = run_import (test, "again", path, 0, n);
  print ("import.again", again, "s", whole);
  print ("import.more", run_import (test, "more", others, n, 0), "s", more);
  start = seconds ();
  g_assert_true (zb_history_undo (test->db, 0, NULL, NULL));
  print ("import.undo", seconds () - start, "s", 0);
  return 0;
}
