/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <libintl.h>
#include <locale.h>
#include <string.h>

#include "core/zb-error.h"
#include "exchange/zb-sheet-error.h"
#include "service/zb-words.h"

/* Raised as the store raises them; what follows is what people may see of the message. */
typedef struct {
  int code;
  const char *message;
  const char *shown; /* (nullable): a name or value that the words must hold */
} Case;

static const Case store_cases[] = {
  { ZB_STORE_ERROR_CORRUPT, "/资料/台账.zhibu is not a registry", "/资料/台账.zhibu" },
  { ZB_STORE_ERROR_CORRUPT, "/资料/台账.zhibu is damaged", "/资料/台账.zhibu" },
  { ZB_STORE_ERROR_CORRUPT, "database disk image is malformed (11)", NULL },
  { ZB_STORE_ERROR_TOO_NEW, "/资料/台账.zhibu is of version 99", "/资料/台账.zhibu" },
  { ZB_STORE_ERROR_BUSY, "database is locked (5)", NULL },
  { ZB_STORE_ERROR_NO_SPACE, "database or disk is full (13)", NULL },
  { ZB_STORE_ERROR_READ_ONLY, "/资料/台账.zhibu", "/资料/台账.zhibu" },
  { ZB_STORE_ERROR_READ_ONLY, "/资料/备份.zhibu: Permission denied", "/资料/备份.zhibu" },
  { ZB_STORE_ERROR_READ_ONLY, "attempt to write a readonly database (8)", NULL },
  { ZB_STORE_ERROR_READ_ONLY, "/资料/台账.zhibu is of an older version", "/资料/台账.zhibu" },
  { ZB_STORE_ERROR_OPEN, "/资料/名册.xlsx: is open in another program", "名册.xlsx" },
  { ZB_STORE_ERROR_DUPLICATE, "UNIQUE constraint failed: person.uid (2067)", NULL },
  { ZB_STORE_ERROR_IN_USE, "FOREIGN KEY constraint failed (787)", NULL },
  { ZB_STORE_ERROR_INVALID, "CHECK constraint failed: sex (275)", NULL },
  { ZB_STORE_ERROR_CONFLICT, "张三 was changed meanwhile", "张三" },
  { ZB_STORE_ERROR_CONFLICT, "阿依古丽 was changed later", "阿依古丽" },
  { ZB_STORE_ERROR_CONFLICT, "member #12 was changed meanwhile", NULL },
  { ZB_STORE_ERROR_NOT_FOUND, "/资料/没有.zhibu", "/资料/没有.zhibu" },
  { ZB_STORE_ERROR_NOT_FOUND, "王五", "王五" },
  { ZB_STORE_ERROR_NOT_FOUND, "no member #12", NULL },
  { ZB_STORE_ERROR_AMBIGUOUS, "张三: 张三（一支部）、张三（二支部）", "张三（二支部）" },
  { ZB_STORE_ERROR_EXISTS, "/资料/备份.zhibu", "/资料/备份.zhibu" },
  { ZB_STORE_ERROR_NOTHING, "nothing to undo", NULL },
  { ZB_STORE_ERROR_FAILED, "disk I/O error (10)", NULL },
};

static const Case data_cases[] = {
  { ZB_DATA_ERROR_BAD_DATE, "“1985.02.30” is not a date", "1985.02.30" },
  { ZB_DATA_ERROR_BAD_AMOUNT, "“十二” is not a whole number", "十二" },
  { ZB_DATA_ERROR_BAD_NAME, "Name is longer than 60 characters", NULL },
  { ZB_DATA_ERROR_BAD_ID_NUMBER, "“123” is not an ID number", "123" },
  { ZB_DATA_ERROR_BAD_CODE, "“男性” is none of: 男、女", "男、女" },
  { ZB_DATA_ERROR_BAD_CODE, "“男: 性” is none of: 男、女", "男: 性" },
  { ZB_DATA_ERROR_BAD_FIELD, "“身高” is not a field that can be set", "身高" },
  { ZB_DATA_ERROR_BAD_CSV, "row 3: quote is not closed", NULL },
  { ZB_DATA_ERROR_BAD_FILTER, "“高个子” is not a condition", "高个子" },
  { ZB_DATA_ERROR_BAD_VALUE, "“零零” is not a telephone number", "零零" },
  { ZB_DATA_ERROR_BAD_VALUE, "“也许” is neither yes nor no", "也许" },
  { ZB_DATA_ERROR_BAD_VALUE, "text is longer than 1000 characters", NULL },
  { ZB_DATA_ERROR_BAD_VALUE, "text holds the control character U+0007", NULL },
  { ZB_DATA_ERROR_MISSING, "“姓名” is missing", "姓名" },
  { ZB_DATA_ERROR_REFUSED, "closed|第一党支部", "第一党支部" },
};

static const int io_codes[] = {
  G_IO_ERROR_CANCELLED, G_IO_ERROR_NO_SPACE, G_IO_ERROR_NOT_FOUND, G_IO_ERROR_EXISTS, G_IO_ERROR_PERMISSION_DENIED,
  G_IO_ERROR_IS_DIRECTORY, G_IO_ERROR_FAILED,
};

static const int file_codes[] = {
  G_FILE_ERROR_NOSPC, G_FILE_ERROR_NOENT, G_FILE_ERROR_EXIST, G_FILE_ERROR_ACCES, G_FILE_ERROR_ROFS, G_FILE_ERROR_ISDIR,
  G_FILE_ERROR_IO,
};

/* The words of the texts' own language are Chinese, save a few that are the same in every language. */
static void
assert_chinese (const char *sentence)
{
  static const char *const allowed = "--force|\\.xlsx?|\\.ods|\\.csv|\\.docx|Word|WPS|\\.zhibu";
  g_autoptr(GRegex) drop = g_regex_new (allowed, 0, 0, NULL);
  g_autofree char *rest = g_regex_replace_literal (drop, sentence, -1, 0, "", 0, NULL);

  if (g_regex_match_simple ("[A-Za-z]{3,}", rest, 0, 0))
    g_error ("English for a Chinese reader: %s", sentence);
  g_assert_true (g_regex_match_simple ("\\p{Han}", rest, 0, 0));
}

static void
check_error (GQuark domain, const Case *c, gboolean chinese)
{
  g_autoptr(GError) error = g_error_new_literal (domain, c->code, c->message);
  g_autofree char *sentence = zb_words_sentence (error);
  ZbWords words;

  zb_words_error (error, &words);
  g_assert_nonnull (words.title);
  g_assert_true (g_str_has_prefix (sentence, words.title));
  if (c->shown != NULL && strstr (sentence, c->shown) == NULL)
    g_error ("“%s” is not told: %s", c->shown, sentence);
  g_assert_null (strchr (sentence, '|'));
  g_assert_null (strstr (sentence, "%s"));
  if (chinese)
    assert_chinese (sentence);
  zb_words_clear (&words);
}

/* Code by code, so that one added later without words is found. */
static void
assert_every_code (const Case *cases, guint n, int last)
{
  for (int code = 0; code <= last; code++)
    {
      gboolean is_there = FALSE;

      for (guint i = 0; i < n; i++)
        is_there = is_there || cases[i].code == code;
      g_assert_true (is_there);
    }
}

static void
check_all_errors (gboolean chinese)
{
  assert_every_code (store_cases, G_N_ELEMENTS (store_cases), ZB_STORE_ERROR_FAILED);
  assert_every_code (data_cases, G_N_ELEMENTS (data_cases), ZB_DATA_ERROR_REFUSED);
  for (guint i = 0; i < G_N_ELEMENTS (store_cases); i++)
    check_error (ZB_STORE_ERROR, &store_cases[i], chinese);
  for (guint i = 0; i < G_N_ELEMENTS (data_cases); i++)
    check_error (ZB_DATA_ERROR, &data_cases[i], chinese);
  for (int code = 0; code <= ZB_SHEET_ERROR_FAILED; code++)
    check_error (ZB_SHEET_ERROR, &(Case) { code, "inflate: invalid stored block lengths", NULL }, chinese);
  for (guint i = 0; i < G_N_ELEMENTS (io_codes); i++)
    check_error (G_IO_ERROR, &(Case) { io_codes[i], "Error opening file: Input/output error", NULL }, chinese);
  for (guint i = 0; i < G_N_ELEMENTS (file_codes); i++)
    check_error (G_FILE_ERROR, &(Case) { file_codes[i], "Failed to open file: Input/output error", NULL }, chinese);
}

static void
test_errors (void)
{
  check_all_errors (FALSE);
}

/* A sentence without a name is not one with an empty name. */
static void
test_errors_without_names (void)
{
  g_autoptr(GError) damaged = g_error_new_literal (ZB_STORE_ERROR, ZB_STORE_ERROR_CORRUPT, "database disk image is malformed (11)");
  g_autoptr(GError) gone = g_error_new_literal (ZB_STORE_ERROR, ZB_STORE_ERROR_NOT_FOUND, "no member #12");
  g_autoptr(GError) changed = g_error_new_literal (ZB_STORE_ERROR, ZB_STORE_ERROR_CONFLICT, "member #12 was changed meanwhile");
  g_autofree char *first = zb_words_sentence (damaged);
  g_autofree char *second = zb_words_sentence (gone);
  g_autofree char *third = zb_words_sentence (changed);

  g_assert_cmpstr (first, ==, "The registry is damaged. Choose another file, or restore a backup.");
  g_assert_null (strstr (second, "12"));
  g_assert_null (strstr (third, "12"));
}

/* A name of ten thousand characters is not repeated to the one who pasted it. */
static void
test_errors_are_short (void)
{
  g_autofree char *long_text = g_strnfill (10000, 'x');
  g_autofree char *message = g_strdup_printf ("“%s” is not a date", long_text);
  g_autoptr(GError) error = g_error_new_literal (ZB_DATA_ERROR, ZB_DATA_ERROR_BAD_DATE, message);
  g_autofree char *sentence = zb_words_sentence (error);

  g_assert_cmpuint (g_utf8_strlen (sentence, -1), <, 200);
  g_assert_nonnull (strstr (sentence, "…"));
}

static void
test_retry (void)
{
  g_autoptr(GError) busy = g_error_new_literal (ZB_STORE_ERROR, ZB_STORE_ERROR_BUSY, "database is locked (5)");
  g_autoptr(GError) newer = g_error_new_literal (ZB_STORE_ERROR, ZB_STORE_ERROR_TOO_NEW, "/a is of version 99");
  ZbWords words;

  zb_words_error (busy, &words);
  g_assert_true (words.can_retry);
  zb_words_clear (&words);
  zb_words_error (newer, &words);
  g_assert_false (words.can_retry);
  zb_words_clear (&words);
}

/* Every word that @pattern finds in the sources of a room: (1) is the word. */
static GPtrArray *
words_in_sources (const char *room, const char *pattern)
{
  GPtrArray *found = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *folder = g_build_filename (g_getenv ("ZB_SOURCEDIR"), "app", room, NULL);
  g_autoptr(GRegex) regex = g_regex_new (pattern, 0, 0, NULL);
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *file = g_build_filename (folder, name, NULL);
      g_autofree char *text = NULL;
      g_autoptr(GMatchInfo) match = NULL;

      if (!g_str_has_suffix (name, ".c") || !g_file_get_contents (file, &text, NULL, NULL))
        continue;
      g_regex_match (regex, text, 0, &match);
      for (; g_match_info_matches (match); g_match_info_next (match, NULL))
        g_ptr_array_add (found, g_match_info_fetch (match, 1));
    }
  return found;
}

static void
assert_refusals_have_words (const char *room, const char *pattern, guint at_least)
{
  g_autoptr(GPtrArray) reasons = words_in_sources (room, pattern);

  g_assert_cmpuint (reasons->len, >=, at_least);
  for (guint i = 0; i < reasons->len; i++)
    {
      g_autofree char *message = g_strconcat (g_ptr_array_index (reasons, i), "|甲|乙|丙", NULL);
      ZbWords words = { 0 };

      zb_words_refused (message, &words);
      if (strcmp (words.title, "The rules do not allow this now.") == 0)
        g_error ("no words for the refusal “%s”", (char *) g_ptr_array_index (reasons, i));
      zb_words_clear (&words);
    }
}

static void
test_refusals (void)
{
  ZbWords words = { 0 };

  assert_refusals_have_words ("store", "zb_step_refuse \\(error, \"([a-z-]+)\"", 20);
  assert_refusals_have_words ("store", "ZB_DATA_ERROR_REFUSED, \"([a-z-]+)", 2);
  zb_words_refused ("before|2024-03-01|入党时间|2023-06-30", &words);
  g_assert_cmpstr (words.title, ==, "2024.03.01 is before “入党时间” (2023.06.30).");
  zb_words_clear (&words);
  zb_words_refused ("reversed|撤销日期|2019-05|成立日期|2020-01-01", &words);
  g_assert_cmpstr (words.title, ==, "“撤销日期” (2019.05) is before “成立日期” (2020.01.01).");
  zb_words_clear (&words);
  zb_words_refused ("a reason from the future", &words);
  g_assert_cmpstr (words.title, ==, "The rules do not allow this now.");
  zb_words_clear (&words);
}

static void
test_findings (void)
{
  g_autoptr(GPtrArray) rules = words_in_sources ("store", "ZB_FINDING_[A-Z]+, \"([a-z-]+)\"");
  char *dates[] = { "2024-03-01", "2025-03-01", NULL };
  char *column[] = { "joined_on", NULL };
  char *table[] = { "person", "7", NULL };
  ZbFinding expired = { ZB_FINDING_WARNING, "probation-expired", &zb_kind_member, 1, "张三", dates, "党章第七条" };
  ZbFinding altered = { ZB_FINDING_DAMAGE, "log-row", &zb_kind_member, 1, "张三", column, NULL };
  ZbFinding loose = { ZB_FINDING_DAMAGE, "foreign-key", NULL, 0, NULL, table, NULL };
  g_autofree char *words = zb_words_finding (&expired);
  g_autofree char *altered_words = zb_words_finding (&altered);
  g_autofree char *loose_words = zb_words_finding (&loose);

  g_assert_cmpuint (rules->len, >=, 20);
  for (guint i = 0; i < rules->len; i++)
    {
      ZbFinding finding = { ZB_FINDING_ERROR, g_ptr_array_index (rules, i), NULL, 0, NULL, dates, NULL };
      g_autofree char *text = zb_words_finding (&finding);

      if (strcmp (text, finding.rule) == 0)
        g_error ("no words for the finding “%s”", finding.rule);
      g_assert_null (strchr (text, '%'));
    }
  /* The rule, the dates used, what to do, the source. */
  g_assert_nonnull (strstr (words, "2024.03.01"));
  g_assert_nonnull (strstr (words, "2025.03.01"));
  g_assert_nonnull (strstr (words, "Discuss the confirmation"));
  g_assert_true (g_str_has_suffix (words, "(党章第七条)"));
  g_assert_nonnull (strstr (altered_words, "入党时间"));
  g_assert_null (strstr (altered_words, "joined_on"));
  g_assert_nonnull (strstr (loose_words, "党员"));
}

static void
test_import_problems (void)
{
  g_autoptr(GPtrArray) rules = words_in_sources ("exchange/import", "(?|(?:bad|undecided) \\(\"([a-z-]+)\"|\"([a-z-]+)\", (?:TRUE|FALSE)\\)|rule = (?:[^;\"]*: )?\"([a-z-]+)\"|\"(row-[a-z]+)\")");
  ZbImportProblem cell = { "花名册", 7, "出生日期", "1985.02.30", "bad-date", TRUE };
  ZbImportProblem row = { "花名册", 9, NULL, "3", "double-in-file", TRUE };
  ZbImportProblem column = { "花名册", 0, "身高", NULL, "unknown-column", FALSE };
  g_autofree char *cell_words = zb_words_import_problem (&cell);
  g_autofree char *row_words = zb_words_import_problem (&row);
  g_autofree char *column_words = zb_words_import_problem (&column);

  g_assert_cmpuint (rules->len, >=, 15);
  for (guint i = 0; i < rules->len; i++)
    {
      ZbImportProblem problem = { NULL, 0, NULL, NULL, g_ptr_array_index (rules, i), TRUE };
      g_autofree char *text = zb_words_import_problem (&problem);

      if (strcmp (text, problem.rule) == 0)
        g_error ("no words for the problem “%s”", problem.rule);
    }
  g_assert_cmpstr (cell_words, ==, "Row 7, 出生日期 “1985.02.30”: is not a date, or a day that does not exist");
  g_assert_cmpstr (row_words, ==, "Row 9: the same as in row 3");
  g_assert_cmpstr (column_words, ==, "Column “身高”: this column is not known; not taken");
}

static void
test_actions (void)
{
  const ZbKind *stepping[] = { &zb_kind_member, &zb_kind_organization };
  static const char *const plain[] = { "member.add", "member.set", "member.set-many", "organization.add", "organization.reorder",
                                       "import.member", "import.organization", "filter.add", "post.add", "post.set",
                                       "post.withdraw", "term.add", "term.set", "restore-value", "demo" };

  for (guint k = 0; k < G_N_ELEMENTS (stepping); k++)
    for (guint i = 0; i < stepping[k]->n_steps; i++)
      {
        g_autofree char *action = g_strconcat (stepping[k]->name, ".", stepping[k]->steps[i].name, NULL);
        g_autofree char *words = zb_words_action (action, "张三", 1);
        g_autofree char *expected = g_strconcat (stepping[k]->steps[i].heading, ": 张三", NULL);

        g_assert_cmpstr (words, ==, expected);
      }
  for (guint i = 0; i < G_N_ELEMENTS (plain); i++)
    {
      g_autofree char *words = zb_words_action (plain[i], "张三", 60);
      g_autofree char *undone = g_strconcat ("undo:", plain[i], NULL);
      g_autofree char *undone_words = zb_words_action (undone, "张三", 60);

      /* More than the bare subject, and never the key. */
      g_assert_cmpstr (words, !=, "张三");
      g_assert_null (strstr (words, plain[i]));
      g_assert_true (g_str_has_prefix (undone_words, "Undone: "));
      g_assert_true (g_str_has_suffix (undone_words, words));
    }
}

/* People, not records of the log; an earlier version's set has no such count. */
static void
test_import_actions (void)
{
  g_autofree char *counted = zb_words_action ("import.member", "花名册.xlsx（新增 60 人，更新 3 人）", 180);
  g_autofree char *earlier = zb_words_action ("import.member", "花名册.xlsx", 180);

  g_assert_cmpstr (counted, ==, "Taken in: 花名册.xlsx（新增 60 人，更新 3 人）");
  g_assert_cmpstr (earlier, ==, "Taken in: 花名册.xlsx (180 records)");
}

static void
test_changes (void)
{
  ZbHistoryChange moved = { .kind = "member", .op = "update", .field = "joined_on", .before = "2020-07-01", .after = "2020-07" };
  ZbHistoryChange phone = { .kind = "member", .op = "update", .field = "phone", .before = NULL, .after = "19900001234" };
  ZbHistoryChange made = { .kind = "member", .op = "insert" };
  ZbHistoryChange event = { .kind = "membership_event", .op = "insert", .title = "转正 2021.07.01 云委〔2021〕3号" };
  ZbHistoryChange back = { .kind = "membership_event", .op = "withdraw", .title = "转正 2021.07.01" };
  ZbHistoryChange again = { .kind = "post", .op = "revive", .title = "张三 书记" };
  g_autofree char *event_words = zb_words_change (&event);
  g_autofree char *back_words = zb_words_change (&back);
  g_autofree char *again_words = zb_words_change (&again);
  g_autofree char *moved_words = zb_words_change (&moved);
  g_autofree char *phone_words = zb_words_change (&phone);
  g_autofree char *made_words = zb_words_change (&made);

  g_assert_cmpstr (moved_words, ==, "入党时间: 2020.07.01 → 2020.07");
  g_assert_null (strstr (phone_words, "19900001234"));
  g_assert_nonnull (strstr (phone_words, "联系电话"));
  g_assert_cmpstr (made_words, ==, "党员 entered");
  g_assert_cmpstr (event_words, ==, "党籍变动 entered: 转正 2021.07.01 云委〔2021〕3号");
  g_assert_cmpstr (back_words, ==, "党籍变动 taken back: 转正 2021.07.01");
  g_assert_cmpstr (again_words, ==, "党内任职 put back: 张三 书记");
}

static void
test_chinese (void)
{
  g_autofree char *texts = g_build_filename (g_getenv ("ZB_LOCALEDIR"), "zh_CN", "LC_MESSAGES", GETTEXT_PACKAGE ".mo", NULL);

  g_setenv ("LANGUAGE", "zh_CN", TRUE);
  setlocale (LC_ALL, "C.UTF-8");
  bindtextdomain (GETTEXT_PACKAGE, g_getenv ("ZB_LOCALEDIR"));
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  if (!g_file_test (texts, G_FILE_TEST_EXISTS))
    g_test_skip ("the Chinese texts are not built");
  else
    check_all_errors (TRUE);
  g_unsetenv ("LANGUAGE");
  setlocale (LC_ALL, "C.UTF-8");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/words/errors", test_errors);
  g_test_add_func ("/words/errors-without-names", test_errors_without_names);
  g_test_add_func ("/words/errors-are-short", test_errors_are_short);
  g_test_add_func ("/words/retry", test_retry);
  g_test_add_func ("/words/refusals", test_refusals);
  g_test_add_func ("/words/findings", test_findings);
  g_test_add_func ("/words/import-problems", test_import_problems);
  g_test_add_func ("/words/actions", test_actions);
  g_test_add_func ("/words/import-actions", test_import_actions);
  g_test_add_func ("/words/changes", test_changes);
  g_test_add_func ("/words/chinese", test_chinese);
  return g_test_run ();
}
