/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "exchange/sheet/zb-cell-number.h"
#include "exchange/sheet/zb-csv.h"
#include "exchange/sheet/zb-sheet-file.h"
#include "exchange/sheet/zb-text-file.h"

/* Text files and numbers, read in this process: separators, quotes, encodings, dates. */

static int
memory_file (const char *data, gsize length)
{
  int fd = memfd_create ("sheet", MFD_CLOEXEC);

  g_assert_cmpint (write (fd, data, length), ==, (gssize) length);
  return fd;
}

/* Rows as `number:cell|cell`, an empty cell as nothing. NULL with @error. */
static char *
read_bytes (const char *data, gsize length, GError **error)
{
  int in = memory_file (data, length), out = memory_file ("", 0);
  g_autoptr(ZbSheetStream) stream = zb_sheet_stream_new (out);
  gboolean good = zb_sheet_file_read (in, NULL, stream, error);
  g_autoptr(GString) text = g_string_new (NULL);
  g_autoptr(GArray) cells = g_array_new (FALSE, FALSE, sizeof (ZbSheetCell));
  g_autofree guint8 *bytes = NULL;
  gsize size;

  g_assert_true (zb_sheet_stream_finish (stream, "", NULL));
  size = (gsize) lseek (out, 0, SEEK_END);
  bytes = g_malloc (size);
  g_assert_cmpint (pread (out, bytes, size, 0), ==, (gssize) size);
  for (gsize at = 0; at < size;)
    {
      guint32 n;
      guint row;

      memcpy (&n, bytes + at + 1, 4);
      n = GUINT32_FROM_LE (n);
      if (bytes[at] == ZB_SHEET_FRAME_ROW)
        {
          guint column = 0;

          g_assert_true (zb_sheet_row_decode (bytes + at + 5, n, cells, &row));
          g_string_append_printf (text, "%s%u:", text->len > 0 ? "\n" : "", row);
          for (guint i = 0; i < cells->len; i++, column++)
            {
              for (; column < g_array_index (cells, ZbSheetCell, i).column; column++)
                g_string_append_c (text, '|');
              g_string_append_printf (text, "%s%s", i > 0 ? "|" : "", g_array_index (cells, ZbSheetCell, i).text);
            }
        }
      at += 5 + n;
    }
  close (in);
  close (out);
  return good ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}

static void
test_shapes (void)
{
  static const struct { const char *text; const char *expected; } cases[] = {
    { "a,b\nc,d\n", "1:a|b\n2:c|d" },
    { "a,b\r\nc,d", "1:a|b\n2:c|d" },
    { "a,b\rc,d\r", "1:a|b\n2:c|d" },
    { "a\tb,x\nc\td,y\n", "1:a|b,x\n2:c|d,y" },
    { "a;b\n1,5;2\n", "1:a|b\n2:1,5|2" },
    { "a，b\nc，d\n", "1:a|b\n2:c|d" },
    { "姓名\n张三，李四\n王五\n", "1:姓名\n2:张三，李四\n3:王五" },
    { "a,b\n\n\nc,d\n", "1:a|b\n4:c|d" },
    { "a,b,c\nd\n,e,,,f\n", "1:a|b|c\n2:d\n3:|e|||f" },
    { "\"a\",\"b, c\"\n\"d\"\"e\",f\"g\n", "1:a|b, c\n2:d\"e|f\"g" },
    { "\"a\nb\",c\nd,e\n", "1:a\nb|c\n2:d|e" },
    { "\"a\r\nb\",c\r\nd,e\r\n", "1:a\r\nb|c\n2:d|e" },
    { "\"a\" x,b\nc,d\n", "1:a x|b\n2:c|d" },
    { "sep=;\r\na;b,c\r\n", "2:a|b,c" },
    { "标题\n姓名,性别\n张三,男\n", "1:标题\n2:姓名|性别\n3:张三|男" },
    { "a,b", "1:a|b" },
    { "\"\",\"\"\nx,y\n", "2:x|y" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autofree char *found = read_bytes (cases[i].text, strlen (cases[i].text), &error);

      g_assert_no_error (error);
      g_assert_cmpstr (found, ==, cases[i].expected);
    }
}

/* 㐂 and 𠮷 need four bytes in GB 18030. */
#define CHINESE "姓名,单位\n張三，㐂𠮷,“某”公司\n"

static void
test_encodings (void)
{
  static const struct { const char *encoding; const char *mark; gsize n_mark; } cases[] = {
    { "UTF-8", "", 0 }, { "UTF-8", "\xef\xbb\xbf", 3 }, { "UTF-16LE", "\xff\xfe", 2 }, { "UTF-16BE", "\xfe\xff", 2 },
    { "UTF-16LE", "", 0 }, { "UTF-16BE", "", 0 }, { "GB18030", "", 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GByteArray) bytes = g_byte_array_new ();
      g_autoptr(GError) error = NULL;
      g_autofree char *found = NULL;
      gsize written;
      g_autofree char *converted = g_convert (CHINESE, -1, cases[i].encoding, "UTF-8", NULL, &written, &error);

      g_assert_no_error (error);
      g_byte_array_append (bytes, (const guint8 *) cases[i].mark, (guint) cases[i].n_mark);
      g_byte_array_append (bytes, (const guint8 *) converted, (guint) written);
      found = read_bytes ((const char *) bytes->data, bytes->len, &error);
      g_assert_no_error (error);
      g_assert_cmpstr (found, ==, "1:姓名|单位\n2:張三，㐂𠮷|“某”公司");
    }
}

/* Characters that lie across the borders of what is read at once. */
static void
test_long_files (void)
{
  static const char *const encodings[] = { "UTF-8", "GB18030", "UTF-16LE" };

  for (guint e = 0; e < G_N_ELEMENTS (encodings); e++)
    for (guint shift = 0; shift < 4; shift++)
      {
        g_autoptr(GString) text = g_string_new ("姓名,备注\n");
        g_autoptr(GString) expected = g_string_new ("1:姓名|备注");
        g_autoptr(GError) error = NULL;
        g_autofree char *converted = NULL;
        g_autofree char *found = NULL;
        gsize written;

        g_string_append_len (text, "xxxx", shift);
        g_string_append (text, ",中\n");
        g_string_append_printf (expected, "\n2:%.*s|中", (int) shift, "xxxx");
        for (guint i = 3; i < 9000; i++)
          {
            g_string_append_printf (text, "张三%u,一二三四五六\n", i);
            g_string_append_printf (expected, "\n%u:张三%u|一二三四五六", i, i);
          }
        converted = g_convert (text->str, -1, encodings[e], "UTF-8", NULL, &written, &error);
        g_assert_no_error (error);
        found = read_bytes (converted, written, &error);
        g_assert_no_error (error);
        g_assert_true (g_str_equal (found, expected->str));
      }
}

static void
test_refused_texts (void)
{
  g_autofree char *endless = g_strdup_printf ("a,b\n\"%*s", ZB_SHEET_MAX_CELL + 10, "x");
  const struct { const char *bytes; gsize length; ZbSheetError code; } cases[] = {
    { "a,b\n\"c,d\n", 9, ZB_SHEET_ERROR_DAMAGED },
    { endless, strlen (endless), ZB_SHEET_ERROR_DAMAGED },
    { "\xe5\xa7\x93\xe5\x90\x8d,b\n\xe5\xbc", 11, ZB_SHEET_ERROR_DAMAGED },
    { "\xef\xbb\xbf\xd0\xd5,b\n", 8, ZB_SHEET_ERROR_DAMAGED },
    { "a,\x80\xff\xff\xff\n", 7, ZB_SHEET_ERROR_NOT_A_SHEET },
    { "a,b\0c\n", 6, ZB_SHEET_ERROR_NOT_A_SHEET },
    { "%PDF-1.7\n", 9, ZB_SHEET_ERROR_NOT_A_SHEET },
    { "<html></html>", 13, ZB_SHEET_ERROR_NOT_A_SHEET },
    { "", 0, ZB_SHEET_ERROR_EMPTY },
    { "\n\n\n", 3, ZB_SHEET_ERROR_EMPTY },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autofree char *found = read_bytes (cases[i].bytes, cases[i].length, &error);

      g_test_message ("%u: %s", i, error != NULL ? error->message : found);
      g_assert_error (error, ZB_SHEET_ERROR, (int) cases[i].code);
    }
}

static void
test_formats (void)
{
  static const struct { const char *code; ZbCellShows shows; guint digits; guint decimals; } cases[] = {
    { "General", ZB_CELL_SHOWS_NUMBER, 0, 0 }, { "@", ZB_CELL_SHOWS_NUMBER, 0, 0 }, { "0.00", ZB_CELL_SHOWS_NUMBER, 1, 2 },
    { "00000", ZB_CELL_SHOWS_NUMBER, 5, 0 }, { "#,##0.00_);[Red]\\(#,##0.00\\)", ZB_CELL_SHOWS_NUMBER, 0, 0 },
    { "0.0E+00", ZB_CELL_SHOWS_NUMBER, 0, 0 }, { "0\"岁\"", ZB_CELL_SHOWS_NUMBER, 0, 0 }, { "[Red]0", ZB_CELL_SHOWS_NUMBER, 0, 0 },
    { "yyyy/m/d", ZB_CELL_SHOWS_DAY, 0, 0 }, { "yyyy\"年\"m\"月\"d\"日\"", ZB_CELL_SHOWS_DAY, 0, 0 },
    { "[$-804]yyyy\\-mm\\-dd;@", ZB_CELL_SHOWS_DAY, 0, 0 }, { "m/d/yy h:mm", ZB_CELL_SHOWS_DAY, 0, 0 },
    { "yyyy\"年\"m\"月\"", ZB_CELL_SHOWS_MONTH, 0, 0 }, { "yyyy.mm", ZB_CELL_SHOWS_MONTH, 0, 0 }, { "mmm-yy", ZB_CELL_SHOWS_MONTH, 0, 0 },
    { "[DBNum1][$-804]yyyy\"年\"m\"月\"", ZB_CELL_SHOWS_MONTH, 0, 0 }, { "yyyy", ZB_CELL_SHOWS_YEAR, 0, 0 },
    { "h:mm:ss", ZB_CELL_SHOWS_TIME, 0, 0 }, { "[h]:mm", ZB_CELL_SHOWS_TIME, 0, 0 }, { "h:mm AM/PM", ZB_CELL_SHOWS_TIME, 0, 0 },
    { "m\"月\"d\"日\"", ZB_CELL_SHOWS_DAY, 0, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      ZbCellFormat format = zb_cell_format_parse (cases[i].code);

      g_test_message ("%s", cases[i].code);
      g_assert_cmpint (format.shows, ==, cases[i].shows);
      g_assert_cmpuint (format.digits, ==, cases[i].digits);
      g_assert_cmpuint (format.decimals, ==, cases[i].decimals);
    }
}

/* The numbers that a Chinese Excel formats without defining the format. */
static void
test_builtin_formats (void)
{
  static const guint days[] = { 14, 15, 16, 22, 28, 29, 30, 31, 51, 53, 54, 58 };
  static const guint months[] = { 17, 27, 36, 50, 52, 57 };
  static const guint times[] = { 18, 19, 20, 21, 32, 33, 34, 35, 45, 46, 47, 55, 56 };
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    g_assert_cmpint (zb_cell_format_builtin (days[i]).shows, ==, ZB_CELL_SHOWS_DAY);
  for (guint i = 0; i < G_N_ELEMENTS (months); i++)
    g_assert_cmpint (zb_cell_format_builtin (months[i]).shows, ==, ZB_CELL_SHOWS_MONTH);
  for (guint i = 0; i < G_N_ELEMENTS (times); i++)
    g_assert_cmpint (zb_cell_format_builtin (times[i]).shows, ==, ZB_CELL_SHOWS_TIME);
  for (guint i = 0; i < 200; i++)
    n += zb_cell_format_builtin (i).shows != ZB_CELL_SHOWS_NUMBER;
  g_assert_cmpuint (n, ==, G_N_ELEMENTS (days) + G_N_ELEMENTS (months) + G_N_ELEMENTS (times));
}

/* Days by a spreadsheet's count: 1 is 1900-01-01, 59 the 28 February, 61 the 1 March (a leap day never was). */
static void
test_serial_dates (void)
{
  static const struct { double serial; gboolean from_1904; const char *expected; } cases[] = {
    { 1, FALSE, "1900-01-01" }, { 59, FALSE, "1900-02-28" }, { 60, FALSE, "" }, { 61, FALSE, "1900-03-01" },
    { 25569, FALSE, "1970-01-01" }, { 30247, FALSE, "1982-10-23" }, { 36585, FALSE, "2000-02-29" }, { 45351, FALSE, "2024-02-29" },
    { 2958465, FALSE, "9999-12-31" }, { 2958466, FALSE, "" }, { -1, FALSE, "" }, { 0, TRUE, "1904-01-01" }, { 24107, TRUE, "1970-01-01" },
    { 45351.75, FALSE, "2024-02-29 18:00:00" }, { 45351.999999999, FALSE, "2024-03-01" },
  };
  char text[ZB_CELL_NUMBER_SIZE];

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      text[0] = '\0';
      zb_cell_date_text (cases[i].serial, cases[i].from_1904, ZB_CELL_SHOWS_DAY, text);
      g_assert_cmpstr (text, ==, cases[i].expected);
    }
  /* A month is a month only on its first day: a real day behind it is not thrown away. */
  zb_cell_date_text (31229, FALSE, ZB_CELL_SHOWS_MONTH, text);
  g_assert_cmpstr (text, ==, "1985-07");
  zb_cell_date_text (31230, FALSE, ZB_CELL_SHOWS_MONTH, text);
  g_assert_cmpstr (text, ==, "1985-07-02");
}

static void
test_numbers (void)
{
  static const struct { const char *value; const char *expected; } cases[] = {
    { "42", "42" }, { "19900000001", "19900000001" }, { "1.9900000001E10", "19900000001" }, { "1985.0699999999999", "1985.07" },
    { "0.1", "0.1" }, { "0.30000000000000004", "0.30000000000000004" }, { "990101198507120018", "990101198507120018" },
    { "9.90101198507120018E17", "990101198507120000" }, { "1E30", "1e+30" }, { "-3", "-3" }, { "007", "7" }, { "abc", "" }, { "nan", "" },
    { "1 2", "" }, { "", "" },
  };
  char text[ZB_CELL_NUMBER_SIZE];

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      text[0] = '\0';
      zb_cell_number_text (cases[i].value, strlen (cases[i].value), (ZbCellFormat) { ZB_CELL_SHOWS_NUMBER, 0, 0 }, text);
      g_assert_cmpstr (text, ==, cases[i].expected);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/read-text/shapes", test_shapes);
  g_test_add_func ("/read-text/encodings", test_encodings);
  g_test_add_func ("/read-text/long-files", test_long_files);
  g_test_add_func ("/read-text/refused", test_refused_texts);
  g_test_add_func ("/read-text/formats", test_formats);
  g_test_add_func ("/read-text/builtin-formats", test_builtin_formats);
  g_test_add_func ("/read-text/serial-dates", test_serial_dates);
  g_test_add_func ("/read-text/numbers", test_numbers);
  return g_test_run ();
}
