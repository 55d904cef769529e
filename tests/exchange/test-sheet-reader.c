/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "exchange/sheet/zb-sheet-reader.h"
#include "zb-test-nobody.h"

/* The real helper on real files: what it reads, and what it refuses. */

/* Where make-sheets.py has put its files; made once for all tests. */
static const char *
samples (void)
{
  return g_getenv ("ZB_TEST_SHEETS");
}

/* All that a file says: sheets, then `row: column=kind text` for every cell. NULL with @error. */
static char *
read_all (const char *path, const char *sheet, GError **error)
{
  g_autoptr(ZbSheetReader) reader = zb_sheet_reader_new (path, sheet, error);
  g_autoptr(GString) out = g_string_new (NULL);
  ZbSheetEvent event = { 0 };

  g_assert_nonnull (reader);
  while (event.kind != ZB_SHEET_FRAME_END)
    {
      if (!zb_sheet_reader_next (reader, &event, NULL, error))
        return NULL;
      if (event.kind == ZB_SHEET_FRAME_LISTED)
        g_string_append_printf (out, "[%s%s]", event.name, event.is_hidden ? " hidden" : "");
      else if (event.kind == ZB_SHEET_FRAME_SHEET)
        g_string_append_printf (out, "{%s}", event.name);
      if (event.kind == ZB_SHEET_FRAME_MERGED)
        g_string_append_printf (out, "\n%u:%u+%u:%u", event.merged.first_row, event.merged.first_column, event.merged.last_row,
                                event.merged.last_column);
      for (guint i = 0; event.kind == ZB_SHEET_FRAME_ROW && i < event.n_cells; i++)
        g_string_append_printf (out, "\n%u:%u=%c%s", event.row, event.cells[i].column, "tndbef"[event.cells[i].kind], event.cells[i].text);
    }
  g_assert_cmpuint (strlen (zb_sheet_reader_hash (reader)), ==, 64);
  return g_string_free (g_steal_pointer (&out), FALSE);
}

static char *
read_sample (const char *name, const char *sheet, GError **error)
{
  g_autofree char *path = g_build_filename (samples (), name, NULL);

  return read_all (path, sheet, error);
}

static void
assert_sample (const char *name, const char *sheet, const char *expected)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *found = read_sample (name, sheet, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (found, ==, expected);
}

static void
assert_refused (const char *name, const char *sheet, ZbSheetError code)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *found = read_sample (name, sheet, &error);

  g_test_message ("%s: %s", name, error != NULL ? error->message : found);
  g_assert_null (found);
  g_assert_error (error, ZB_SHEET_ERROR, (int) code);
}

#define CELLS                                                                                                            \
  "\n2:1=tinline\n2:3=tChinese 中文\n2:4=tformula\n2:5=b1\n2:6=e#N/A\n2:7=f"                                            \
  "\n3:0=n42\n3:1=n3\n3:2=n1985.07\n3:3=n990101198507120000\n3:4=n-0.5"                                                 \
  "\n10:0=d1985-07-01\n10:1=d1985-07\n10:2=d1985-07-01 12:00:00\n10:3=d1985-07-17\n10:4=t12:00:00\n10:5=n1985.10"       \
  "\n10:6=n00007\n10:7=d1985-07-01\n10:8=d1985-07-01\n10:9=d2023-05-06\n10:10=d1980\n10:11=n60"

/* Every kind of cell; dates as their cells show them; the number of 18 digits rounded as a double is. */
static void
test_cells (void)
{
  assert_sample ("cells.xlsx", NULL, "[甲]{甲}" CELLS);
}

static void
test_other_spellings (void)
{
  assert_sample ("strict.xlsx", NULL, "[甲]{甲}" CELLS);
  assert_sample ("prefixed.xlsx", NULL, "[甲]{甲}" CELLS);
  assert_sample ("backslash.xlsx", NULL, "[甲]{甲}\n1:0=tx");
  assert_sample ("from1904.xlsx", NULL, "[甲]{甲}\n1:0=d1985-07-01");
}

/* A workbook of Excel 97 as a library of another language writes it; texts that go on in further records are whole. */
static void
test_old_workbook (void)
{
  g_autoptr(GString) expected = g_string_new ("[花名册][旧的 hidden]{花名册}\n1:0=t花名册\n2:0=n00007\n2:1=d1985-07\n2:2=d1985-07-01 12:30:00\n2:3=t李四"
                                              "\n3:0=t张三\n3:1=n1\n3:2=n-0.5\n3:3=n12345.678\n3:4=n990101198507120000\n3:5=b1\n3:6=f\n3:7=n1e+300\n3:8=t");

  for (guint i = 0; i < 6000; i++)
    g_string_append (expected, "很长");
  g_string_append (expected, "\n3:9=t");
  for (guint i = 0; i < 9000; i++)
    g_string_append_c (expected, 'a');
  g_string_append (expected, "\n1:0+1:5");
  assert_sample ("old.xls", NULL, expected->str);
  assert_sample ("old.xls", "旧的", "[花名册][旧的 hidden]{旧的}\n1:0=t不要");
  assert_sample ("biff5.xls", NULL, "[花名册]{花名册}\n1:0=t某公司第一党支部党员花名册\n2:0=t序号\n2:1=t姓名\n2:2=t性别\n2:3=t出生年月\n2:4=t入党时间"
                 "\n2:5=t身份证号\n2:6=t备注\n3:0=n1\n3:1=t张三\n3:2=t男\n3:3=d1985-07\n3:4=d2010-07-01\n3:5=t990101198507120018\n3:6=n2"
                 "\n4:0=n2\n4:1=t李四\n4:2=t女\n4:3=n1990.12\n4:4=t2011.07\n5:3=b1\n5:4=n-0.5\n1:0+1:5");
}

#define ODS_CELLS "[藏 hidden][甲]{甲}\n1:0+1:1\n1:0=t张三  丰\n二\n1:2=n00007\n1:3=n00007\n2:0=t张三  丰\n二\n2:2=n00007\n2:3=n00007" \
  "\n8:0=d1985-07\n8:1=d1985\n8:2=d1985-07-01 12:30:00\n8:3=d1985-07-17\n8:4=b1\n8:5=f\n8:6=e#REF!\n8:7=n0.5\n8:8=t串"
#define XML_CELLS "[甲]{甲}\n1:0=t题\n1:3=t后\n5:1=t张三\n5:2=d1985-07\n5:3=d1985-07-01\n5:4=d1985-07-01 12:30:00\n5:5=n0.5\n5:6=b1\n5:7=f" \
  "\n5:8=e#REF!\n5:9=d1985-07-01\n1:0+1:2[藏 hidden]"
#define PAGE_CELLS "[]{}\n1:0=t姓 名\n1:1=t出生 年月\n2:0=t张三\n丰\n3:0=t合计\n3:2=t尾\n1:1+2:1\n3:0+3:1[2]{2}\n1:0=t版面"

/* What a file is, is told by its content. */
static void
test_open_document (void)
{
  assert_sample ("calc.ods", NULL, ODS_CELLS);
  assert_sample ("calc.fods", NULL, ODS_CELLS);
  assert_sample ("calc.ods", "藏", "[藏 hidden]{藏}\n1:0=t不要[甲]");
  assert_refused ("calc.ods", "乙", ZB_SHEET_ERROR_NO_SHEET);
}

static void
test_markup (void)
{
  assert_sample ("calc.xml", NULL, XML_CELLS);
  assert_sample ("xml.xls", NULL, XML_CELLS);
  assert_sample ("page.xls", NULL, PAGE_CELLS);
  assert_sample ("page.html", NULL, PAGE_CELLS);
  assert_refused ("page.html", "3", ZB_SHEET_ERROR_NO_SHEET);
}

/* The same roster out of other programs: what it says is the same in all of them. */
static void
test_other_programs (void)
{
  static const char *const names[] = { "libreoffice.xlsx", "libreoffice.xls", "libreoffice.ods", "libreoffice.fods", "gnumeric.xlsx", "gnumeric.xls", "gnumeric.ods" };
  static const char *const pages[] = { "libreoffice.html", "gnumeric.html" };
  static const char *const parts[] = {
    "{花名册}", "\n2:0=t序号\n2:1=t姓名\n2:2=t性别\n2:3=t出生年月\n2:4=t入党时间\n2:5=t身份证号\n2:6=t在册\n2:7=t备注",
    "\n3:0=n1\n3:1=t张三\n3:2=t男\n3:3=d1985-07\n3:4=d2010-07-01\n3:5=t990101198507120018\n3:6=", "1\n3:7=t第一行\n第二行",
    "\n4:0=n2\n4:1=t买买提·吐尔逊\n4:2=t女\n4:3=n1990.12\n4:4=t2011.07\n4:6=", "\n5:0=n-0.5\n5:2=t𠮷\n5:3=n12345.678\n5:4=t  两端 空格  ",
    "\n7:0=t合并", "\n1:0+1:5", "\n7:0+9:1", "{二支部}\n1:0=t姓名",
  };
  static const char *const page_parts[] = {
    "\n3:1=t张三\n3:2=t男\n3:3=t1985年7月\n3:4=t2010/7/1\n3:5=t990101198507120018", "\n3:7=t第一行\n第二行", "\n7:0=t合并", "\n1:0+1:5", "\n7:0+9:1",
  };

  for (guint i = 0; i < G_N_ELEMENTS (names) + G_N_ELEMENTS (pages); i++)
    {
      gboolean is_page = i >= G_N_ELEMENTS (names);
      const char *name = is_page ? pages[i - G_N_ELEMENTS (names)] : names[i];
      g_autoptr(GError) error = NULL;
      g_autofree char *found = read_sample (name, NULL, &error);

      g_assert_no_error (error);
      for (guint p = 0; p < (is_page ? G_N_ELEMENTS (page_parts) : G_N_ELEMENTS (parts)); p++)
        if (strstr (found, is_page ? page_parts[p] : parts[p]) == NULL)
          g_error ("%s has no “%s”: %s", name, is_page ? page_parts[p] : parts[p], found);
    }
}

/* What is merged comes after the rows; what is no rectangle in the sheet is passed over. */
static void
test_merged (void)
{
  assert_sample ("merged.xlsx", NULL, "[甲]{甲}\n1:0=t题\n2:0=t支部\n1:0+1:5\n2:0+4:0\n9:25+9:26");
}

/* Tables of text documents, with the words over them; what is struck out, hidden or in a drawing is not there. */
static void
test_documents (void)
{
  assert_sample ("document.docx", NULL, "[]{}\n1:0=t云溪厂第一党支部\n2:0=t填报单位：甲\n3:0=t序号\n3:1=t姓 名\n3:2=t联系方式\n4:2=t手机\n4:3=t座机"
                 "\n5:0=t1\n5:1=t张\n三\n5:2=t第一行\n第二行\n5:3=t好了显\n6:0=t\t☑\n6:1=t外\n里一\n里二\n6:2=t框里\n7:0=t3\n7:1=t李四"
                 "\n3:0+4:0\n3:1+4:1\n3:2+3:3[2]{2}\n1:0=t别的表\n2:0=t只此\n3:0=t填表人：赵六");
  assert_sample ("document.docx", "2", "[][2]{2}\n1:0=t别的表\n2:0=t只此\n3:0=t填表人：赵六");
  assert_refused ("document.docx", "3", ZB_SHEET_ERROR_NO_SHEET);
  assert_sample ("strict.docx", NULL, "[]{}\n1:0=t甲\n1:1=t乙");
  assert_sample ("before.docx", NULL, "[]{}\n1:0=t甲\n1:1=t乙\n1:2=t丙\n2:2=t丁");
  assert_sample ("document.odt", NULL, "[]{}\n1:0=t题\n2:0=t合\n2:2=t手  机\n号\n3:2=t里\n4:0=t尾\n2:0+3:1");
}

/* Columns are what one sees, however the lines between them were drawn. */
static void
test_lines_astray (void)
{
  assert_sample ("hair.docx", NULL, "[]{}\n1:0=t题\n2:0=t姓名\n2:1=t性别\n2:2=t民族\n3:0=t张三\n3:1=t男\n3:2=t汉\n4:0=t李四\n4:1=t女\n4:2=t回"
                 "\n5:0=t王五\n5:1=t男\n5:2=t汉\n6:0=t合计\n6:1=t3\n1:0+1:2\n6:1+6:2");
}

static void
test_sheets (void)
{
  assert_sample ("sheets.xlsx", NULL, "[空][藏 hidden][乙][丙]{空}{乙}\n1:0=t乙{丙}\n1:0=t丙");
  assert_sample ("sheets.xlsx", "藏", "[空][藏 hidden][乙][丙]{藏}\n1:0=t藏");
  assert_refused ("sheets.xlsx", "丁", ZB_SHEET_ERROR_NO_SHEET);
  assert_refused ("sheets.xlsx", "空", ZB_SHEET_ERROR_EMPTY);
}

static void
test_refused (void)
{
  static const struct { const char *name; ZbSheetError code; } files[] = {
    { "bomb.xlsx", ZB_SHEET_ERROR_TOO_BIG }, { "laughs.xlsx", ZB_SHEET_ERROR_DAMAGED }, { "outside.xlsx", ZB_SHEET_ERROR_DAMAGED },
    { "deep.xlsx", ZB_SHEET_ERROR_TOO_BIG }, { "hugecell.xlsx", ZB_SHEET_ERROR_TOO_BIG }, { "farcell.xlsx", ZB_SHEET_ERROR_DAMAGED },
    { "farrow.xlsx", ZB_SHEET_ERROR_TOO_MANY_ROWS }, { "nostring.xlsx", ZB_SHEET_ERROR_DAMAGED },
    { "nosheet.xlsx", ZB_SHEET_ERROR_DAMAGED }, { "empty.xlsx", ZB_SHEET_ERROR_EMPTY }, { "broken.xlsx", ZB_SHEET_ERROR_DAMAGED },
    { "climbing.xlsx", ZB_SHEET_ERROR_OLD_FORMAT }, { "archive.zip", ZB_SHEET_ERROR_PACKED },
    { "notable.docx", ZB_SHEET_ERROR_NOT_A_SHEET }, { "torn.docx", ZB_SHEET_ERROR_DAMAGED }, { "slides.pptx", ZB_SHEET_ERROR_NOT_A_SHEET },
    { "rich.doc", ZB_SHEET_ERROR_OLD_DOCUMENT }, { "locked.xlsx", ZB_SHEET_ERROR_PASSWORD },
    { "bomb.ods", ZB_SHEET_ERROR_TOO_BIG }, { "farrow.ods", ZB_SHEET_ERROR_TOO_MANY_ROWS }, { "locked.ods", ZB_SHEET_ERROR_PASSWORD },
    { "empty.ods", ZB_SHEET_ERROR_EMPTY }, { "text.ods", ZB_SHEET_ERROR_NOT_A_SHEET }, { "nothing.ods", ZB_SHEET_ERROR_NOT_A_SHEET },
    { "cut.html", ZB_SHEET_ERROR_DAMAGED }, { "cut.xml", ZB_SHEET_ERROR_DAMAGED }, { "notable.html", ZB_SHEET_ERROR_NOT_A_SHEET },
    { "svg.xls", ZB_SHEET_ERROR_NOT_A_SHEET }, { "deep.html", ZB_SHEET_ERROR_TOO_BIG }, { "wide.html", ZB_SHEET_ERROR_TOO_BIG },
    { "cut.xls", ZB_SHEET_ERROR_DAMAGED }, { "header.xls", ZB_SHEET_ERROR_DAMAGED }, { "magic.xls", ZB_SHEET_ERROR_DAMAGED },
    { "locked.xls", ZB_SHEET_ERROR_PASSWORD }, { "biff4.xls", ZB_SHEET_ERROR_OLD_FORMAT }, { "other.xls", ZB_SHEET_ERROR_NOT_A_SHEET },
    { "astray.xls", ZB_SHEET_ERROR_DAMAGED }, { "texts.xls", ZB_SHEET_ERROR_DAMAGED }, { "far.xls", ZB_SHEET_ERROR_DAMAGED },
    { "picture.csv", ZB_SHEET_ERROR_NOT_A_SHEET }, { "binary.csv", ZB_SHEET_ERROR_NOT_A_SHEET },
    { "missing.xlsx", ZB_SHEET_ERROR_NOT_FOUND }, { ".", ZB_SHEET_ERROR_NOT_A_FILE }, { "pipe", ZB_SHEET_ERROR_NOT_A_FILE },
    { "nothing.csv", ZB_SHEET_ERROR_EMPTY }, { "ring", ZB_SHEET_ERROR_NOT_FOUND },
  };

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    assert_refused (files[i].name, NULL, files[i].code);
}

/* In a program of its own that is not root's. */
static void
test_no_permission (void)
{
  g_autofree char *folder = NULL;
  g_autofree char *secret = NULL;

  if (!g_test_subprocess ())
    {
      g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
      g_test_trap_assert_passed ();
      return;
    }
  zb_test_become_nobody ();
  folder = g_dir_make_tmp ("zhibu-sheets-XXXXXX", NULL);
  secret = g_build_filename (folder, "secret.csv", NULL);
  g_assert_true (g_file_set_contents (secret, "a,b\n", -1, NULL));
  g_assert_cmpint (g_chmod (secret, 0), ==, 0);
  g_setenv ("ZB_TEST_SHEETS", folder, TRUE);
  assert_refused ("secret.csv", NULL, ZB_SHEET_ERROR_NO_PERMISSION);
  g_unlink (secret);
  g_rmdir (folder);
}

/* Cut at any byte, a workbook is refused, whatever is left of it. */
static void
test_cut_short (void)
{
  g_autofree char *whole = g_build_filename (samples (), "cells.xlsx", NULL);
  g_autofree char *cut = g_build_filename (samples (), "cut.xlsx", NULL);
  g_autofree char *data = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (whole, &data, &length, NULL));
  for (gsize n = 4; n < length; n += 61)
    {
      g_autoptr(GError) error = NULL;
      g_autofree char *found = NULL;

      g_assert_true (g_file_set_contents (cut, data, (gssize) n, NULL));
      found = read_sample ("cut.xlsx", NULL, &error);
      g_assert_null (found);
      g_assert_true (error->domain == ZB_SHEET_ERROR && error->code != ZB_SHEET_ERROR_FAILED);
    }
}

static char *
text_file (const char *name, guint first, guint last)
{
  g_autofree char *path = g_build_filename (samples (), name, NULL);
  FILE *file = fopen (path, "w");

  for (guint i = first; i <= last; i++)
    fprintf (file, "%u,x\n", i);
  fclose (file);
  return g_steal_pointer (&path);
}

static void
test_most_rows (void)
{
  g_autofree char *most = text_file ("most.csv", 1, ZB_SHEET_MAX_ROWS);
  g_autofree char *more = text_file ("more.csv", 1, ZB_SHEET_MAX_ROWS + 1);
  g_autoptr(ZbSheetReader) reader = zb_sheet_reader_new (most, NULL, NULL);
  g_autoptr(GError) error = NULL;
  ZbSheetEvent event = { 0 };
  guint rows = 0, last = 0;

  while (event.kind != ZB_SHEET_FRAME_END)
    {
      g_assert_true (zb_sheet_reader_next (reader, &event, NULL, &error));
      rows += event.kind == ZB_SHEET_FRAME_ROW;
      last = MAX (last, event.row);
    }
  g_assert_cmpuint (rows, ==, ZB_SHEET_MAX_ROWS);
  g_assert_cmpuint (last, ==, ZB_SHEET_MAX_ROWS);
  assert_refused ("more.csv", NULL, ZB_SHEET_ERROR_TOO_MANY_ROWS);
  g_remove (most);
  g_remove (more);
}

static void
test_cancel (void)
{
  g_autofree char *path = g_build_filename (samples (), "cells.xlsx", NULL);
  g_autoptr(ZbSheetReader) reader = zb_sheet_reader_new (path, NULL, NULL);
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) error = NULL;
  ZbSheetEvent event;

  g_cancellable_cancel (cancellable);
  g_assert_false (zb_sheet_reader_next (reader, &event, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* A helper that misbehaves: @script is its body. Returns: the error of reading with it. */
static GError *
read_with_helper (const char *script)
{
  g_autofree char *folder = g_dir_make_tmp ("zhibu-helper-XXXXXX", NULL);
  g_autofree char *helper = g_build_filename (folder, "zhibu-sheet", NULL);
  g_autofree char *text = g_strdup_printf ("#!/bin/sh\n%s\n", script);
  g_autofree char *before = g_strdup (g_getenv ("ZB_LIBEXECDIR"));
  g_autoptr(ZbSheetReader) reader = NULL;
  ZbSheetEvent event = { 0 };
  GError *error = NULL;

  g_assert_true (g_file_set_contents (helper, text, -1, NULL));
  g_chmod (helper, 0755);
  g_setenv ("ZB_LIBEXECDIR", folder, TRUE);
  reader = zb_sheet_reader_new ("x", NULL, &error);
  g_setenv ("ZB_LIBEXECDIR", before, TRUE);
  if (reader != NULL)
    {
      zb_sheet_reader_set_patience (reader, 300);
      while (event.kind != ZB_SHEET_FRAME_END && zb_sheet_reader_next (reader, &event, NULL, &error))
        ;
    }
  g_remove (helper);
  g_rmdir (folder);
  g_assert_nonnull (error);
  g_assert_true (error->domain == ZB_SHEET_ERROR);
  return error;
}

static void
test_helper_breaks_down (void)
{
  static const struct { const char *script; ZbSheetError code; } helpers[] = {
    { "exit 0", ZB_SHEET_ERROR_FAILED },
    { "exit 3", ZB_SHEET_ERROR_FAILED },
    { "kill -SEGV $$", ZB_SHEET_ERROR_FAILED },
    { "kill -XCPU $$", ZB_SHEET_ERROR_TOO_BIG },
    { "kill -KILL $$", ZB_SHEET_ERROR_TOO_BIG },
    { "exec sleep 60", ZB_SHEET_ERROR_STUCK },
    /* Closes its pipe and stays: who waited for its end would wait for a day. */
    { "exec sleep 86400 >&-", ZB_SHEET_ERROR_FAILED },
    { "echo what is this, a helper that talks", ZB_SHEET_ERROR_FAILED },
    { "printf 'R\\377\\377\\377\\377'", ZB_SHEET_ERROR_FAILED },
    { "printf 'R\\010\\000\\000\\000\\001\\000\\000\\000\\377\\377\\377\\377'", ZB_SHEET_ERROR_FAILED },
    { "printf 'R\\010\\000\\000\\000\\000\\000\\000\\000\\000\\000\\000\\000'", ZB_SHEET_ERROR_FAILED },
    { "printf 'L\\003\\000\\000\\000\\000\\377\\376'", ZB_SHEET_ERROR_FAILED },
    { "printf 'Z\\003\\000\\000\\000abc'", ZB_SHEET_ERROR_FAILED },
    { "printf 'E\\003\\000\\000\\000\\377no'", ZB_SHEET_ERROR_FAILED },
    { "printf 'L\\001\\000\\000\\000\\000'; printf 'S\\001'", ZB_SHEET_ERROR_FAILED },
  };

  for (guint i = 0; i < G_N_ELEMENTS (helpers); i++)
    {
      g_autoptr(GError) error = read_with_helper (helpers[i].script);

      g_test_message ("%s: %s", helpers[i].script, error->message);
      g_assert_cmpint (error->code, ==, helpers[i].code);
    }
}

/* It cannot be started: nothing can run it. */
static void
test_no_helper (void)
{
  g_autofree char *folder = g_dir_make_tmp ("zhibu-helper-XXXXXX", NULL);
  g_autofree char *helper = g_build_filename (folder, "zhibu-sheet", NULL);
  g_autofree char *before = g_strdup (g_getenv ("ZB_LIBEXECDIR"));
  g_autoptr(GError) error = NULL;

  g_assert_true (g_file_set_contents (helper, "#!/nowhere/sh\n", -1, NULL));
  g_chmod (helper, 0755);
  g_setenv ("ZB_LIBEXECDIR", folder, TRUE);
  g_assert_null (zb_sheet_reader_new ("x", NULL, &error));
  g_assert_error (error, ZB_SHEET_ERROR, ZB_SHEET_ERROR_FAILED);
  g_setenv ("ZB_LIBEXECDIR", before, TRUE);
  g_remove (helper);
  g_rmdir (folder);
}

/* What cannot be told from the honest samples: a name that looks like an option, one with blanks. */
static void
test_odd_paths (void)
{
  g_autofree char *here = g_get_current_dir ();
  g_autoptr(GError) error = NULL;
  g_autofree char *found = NULL;

  g_assert_cmpint (g_chdir (samples ()), ==, 0);
  g_assert_true (g_file_set_contents ("--sheet", "a,b\n", -1, NULL));
  found = read_all ("--sheet", NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (found, ==, "[]{}\n1:0=ta\n1:1=tb");
  g_assert_cmpint (g_chdir (here), ==, 0);
}

static void
make_samples (const char *folder)
{
  g_autofree char *script = g_build_filename (g_getenv ("ZB_SOURCEDIR"), "tests/exchange/make-sheets.py", NULL);
  g_autofree char *pipe_path = g_build_filename (folder, "pipe", NULL);
  g_autofree char *nothing = g_build_filename (folder, "nothing.csv", NULL);
  g_autofree char *ring = g_build_filename (folder, "ring", NULL);
  /* Debian's own Python has openpyxl. */
  const char *argv[] = { "/usr/bin/python3", script, folder, NULL };
  g_autoptr(GError) error = NULL;
  int status;

  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, NULL, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_true (g_spawn_check_wait_status (status, &error));
  g_assert_cmpint (mkfifo (pipe_path, 0600), ==, 0);
  g_assert_true (g_file_set_contents (nothing, "", 0, NULL));
  g_assert_cmpint (symlink ("ring", ring), ==, 0);
}

static void
remove_folder (const char *folder)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_remove (path);
    }
  g_rmdir (folder);
}

int
main (int argc, char **argv)
{
  g_autofree char *folder = NULL;
  int status;

  g_test_init (&argc, &argv, NULL);
  if (!g_test_subprocess ())
    {
      folder = g_dir_make_tmp ("zhibu-sheets-XXXXXX", NULL);
      make_samples (folder);
      g_setenv ("ZB_TEST_SHEETS", folder, TRUE);
    }
  g_test_add_func ("/sheet-reader/cells", test_cells);
  g_test_add_func ("/sheet-reader/other-spellings", test_other_spellings);
  g_test_add_func ("/sheet-reader/merged", test_merged);
  g_test_add_func ("/sheet-reader/old-workbook", test_old_workbook);
  g_test_add_func ("/sheet-reader/open-document", test_open_document);
  g_test_add_func ("/sheet-reader/markup", test_markup);
  g_test_add_func ("/sheet-reader/other-programs", test_other_programs);
  g_test_add_func ("/sheet-reader/sheets", test_sheets);
  g_test_add_func ("/sheet-reader/documents", test_documents);
  g_test_add_func ("/sheet-reader/lines-astray", test_lines_astray);
  g_test_add_func ("/sheet-reader/refused", test_refused);
  g_test_add_func ("/sheet-reader/no-permission", test_no_permission);
  g_test_add_func ("/sheet-reader/cut-short", test_cut_short);
  g_test_add_func ("/sheet-reader/most-rows", test_most_rows);
  g_test_add_func ("/sheet-reader/cancel", test_cancel);
  g_test_add_func ("/sheet-reader/helper-breaks-down", test_helper_breaks_down);
  g_test_add_func ("/sheet-reader/no-helper", test_no_helper);
  g_test_add_func ("/sheet-reader/odd-paths", test_odd_paths);
  status = g_test_run ();
  if (folder != NULL)
    remove_folder (folder);
  return status;
}
