/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * fuzz-sheet: damages honest files at random and reads them in this process. What is asked: no crash, no
 * leak under a sanitizer, no warning, and whatever comes out is rows that decode and that are text.
 *
 * By default a fixed number of inputs from a fixed seed, so that a run of the suite is the same every time.
 * For longer runs by hand: ZB_FUZZ_RUNS=1000000 ZB_FUZZ_SEED=7 fuzz-sheet. With ZB_FUZZ_KEEP=FILE each input
 * is written there before it is read, so that the last one is at hand after a crash.
 * LLVMFuzzerTestOneInput() is what libFuzzer calls, when it is built with that in place of main().
 */
#include <archive.h>
#include <archive_entry.h>
#include <fcntl.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "exchange/sheet/zb-cell-number.h"
#include "exchange/sheet/zb-sheet-file.h"
#include "exchange/sheet/zb-xlsx.h"

#define DEFAULT_RUNS 1000
#define LARGEST (256 * 1024)

/* A short file may say that a row comes a million times over; so much of what is read is looked at. */
#define LARGEST_OUTPUT (8 * 1024 * 1024)

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

/* Everything that a reader wrote: whole frames, and rows that decode. @is_cut: the last one may be in pieces */
static void
check_output (int fd, gboolean is_cut)
{
  gsize size = (gsize) lseek (fd, 0, SEEK_CUR);
  g_autofree guint8 *bytes = g_malloc (size + 1);
  g_autoptr(GArray) cells = g_array_new (FALSE, FALSE, sizeof (ZbSheetCell));
  gsize at = 0;

  g_assert_cmpint (pread (fd, bytes, size, 0), ==, (gssize) size);
  while (at < size)
    {
      ZbSheetMerged merged;
      guint32 length;
      guint row;

      if (is_cut && size - at < 5)
        return;
      g_assert_cmpuint (size - at, >=, 5);
      memcpy (&length, bytes + at + 1, sizeof length);
      length = GUINT32_FROM_LE (length);
      if (is_cut && size - at - 5 < length)
        return;
      g_assert_cmpuint (size - at - 5, >=, length);
      if (bytes[at] == ZB_SHEET_FRAME_ROW)
        g_assert_true (zb_sheet_row_decode (bytes + at + 5, length, cells, &row));
      else if (bytes[at] == ZB_SHEET_FRAME_MERGED)
        g_assert_true (zb_sheet_merged_decode (bytes + at + 5, length, &merged));
      at += 5 + length;
    }
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  int in = memfd_create ("input", MFD_CLOEXEC), out = memfd_create ("output", MFD_CLOEXEC | MFD_ALLOW_SEALING);
  g_autoptr(ZbSheetStream) stream = zb_sheet_stream_new (out);
  g_autoptr(GError) error = NULL;
  gboolean good, is_whole;

  g_assert_cmpint (write (in, data, size), ==, (gssize) size);
  g_assert_no_errno (ftruncate (out, LARGEST_OUTPUT));
  g_assert_no_errno (fcntl (out, F_ADD_SEALS, F_SEAL_GROW));
  good = zb_sheet_file_read (in, NULL, stream, &error);
  g_assert_true (good == (error == NULL));
  g_assert_true (good || error->domain == ZB_SHEET_ERROR);
  is_whole = zb_sheet_stream_finish (stream, "", error);
  g_assert_true (is_whole || lseek (out, 0, SEEK_CUR) > LARGEST_OUTPUT / 2);
  check_output (out, !is_whole);
  close (in);
  close (out);
  return 0;
}

/* Damaging */

static void
damage_once (GRand *random, GByteArray *bytes)
{
  static const char *const words[] = {
    "<row>", "</row>", "<c r=\"A1\" t=\"s\"><v>", "</v></c>", "<is><t>", "\"", ",", "\n", "\xe4\xb8\xad", "\xd6\xd0", "99999999999999999999",
    "-1", "1e308", "<w:tbl>", "</w:tbl>", "<w:tr>", "</w:tc>", "<table-cell>", "</table>", "<w:r>", "&#x10FFFF;", "&amp;", "_xD800_", "_x0041_", "<!DOCTYPE x>", "]]>", "\xef\xbb\xbf", "\xff\xfe", "\0\0", "r=\"XFE1\"",
    "s=\"4294967295\"", "t=\"e\"", "t=\"d\"", "<f/>", "<rPh>", "</rPh>", "<sheetData>", "</sheetData>", "1985-07-12T00:00:00"
  };
  guint at = bytes->len > 0 ? (guint) g_rand_int_range (random, 0, (gint32) bytes->len) : 0;
  const char *word = words[g_rand_int_range (random, 0, G_N_ELEMENTS (words))];
  g_autoptr(GByteArray) tail = g_byte_array_new ();

  switch (bytes->len == 0 ? 3 : g_rand_int_range (random, 0, 6))
    {
    case 0: bytes->data[at] ^= (guint8) (1 << g_rand_int_range (random, 0, 8)); break;
    case 1: bytes->data[at] = (guint8) g_rand_int_range (random, 0, 256); break;
    case 2: g_byte_array_set_size (bytes, at); break;
    case 3:
      g_byte_array_append (tail, bytes->data + at, bytes->len - at);
      g_byte_array_set_size (bytes, at);
      g_byte_array_append (bytes, (const guint8 *) word, (guint) MAX (strlen (word), 2));
      g_byte_array_append (bytes, tail->data, tail->len);
      break;
    case 4:
      g_byte_array_remove_range (bytes, at, (guint) g_rand_int_range (random, 0, (gint32) MIN (bytes->len - at, 40)));
      break;
    default:
      g_byte_array_append (tail, bytes->data + at, MIN (bytes->len - at, 200));
      g_byte_array_append (bytes, tail->data, tail->len);
      break;
    }
  if (bytes->len > LARGEST)
    g_byte_array_set_size (bytes, LARGEST);
}

static GByteArray *
damage (GRand *random, const void *data, gsize size)
{
  GByteArray *bytes = g_byte_array_new ();
  gint32 times = g_rand_int_range (random, 1, 9);

  g_byte_array_append (bytes, data, (guint) size);
  while (times-- > 0)
    damage_once (random, bytes);
  return bytes;
}

/* Running */

typedef struct {
  GRand *random;
  guint runs;
  const char *keep;
} Fuzz;

static Fuzz
fuzz_begin (void)
{
  const char *runs = g_getenv ("ZB_FUZZ_RUNS"), *seed = g_getenv ("ZB_FUZZ_SEED");

  return (Fuzz) {
    g_rand_new_with_seed (seed != NULL ? (guint32) g_ascii_strtoull (seed, NULL, 10) : 20261124),
    runs != NULL ? (guint) g_ascii_strtoull (runs, NULL, 10) : DEFAULT_RUNS,
    g_getenv ("ZB_FUZZ_KEEP"),
  };
}

static void
try_input (const Fuzz *fuzz, const void *data, gsize size)
{
  if (fuzz->keep != NULL)
    g_file_set_contents (fuzz->keep, data, (gssize) size, NULL);
  LLVMFuzzerTestOneInput (data, size);
}

static const char *const texts[] = {
  "序号,姓名,性别\n1,张三,男\n2,\"李\n四\",\"说\"\"好\"\"\"\n",
  "\xef\xbb\xbf姓名\t性别\r\n张三\t男\r\n",
  "\xd0\xd5\xc3\xfb,\xd0\xd4\xb1\xf0\r\n\xd5\xc5\xc8\xfd,\xc4\xd0\r\n",
  "sep=;\nname;x\n1;2\n",
  "<html><body><table><tr><th rowspan=2>姓&nbsp;名<td colspan=3>a<br>b<table><tr><td>x</table><tr><td>张三<script>s</script></table></body></html>",
  "<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\" xmlns:ss=\"urn:schemas-microsoft-com:office:spreadsheet\"><Styles>"
  "<Style ss:ID=\"m\"><NumberFormat ss:Format=\"yyyy-mm\"/></Style></Styles><Worksheet ss:Name=\"a\"><Table><Row ss:Index=\"3\"><Cell ss:Index=\"2\" ss:MergeAcross=\"2\">"
  "<Data ss:Type=\"String\">张<b>三</b></Data><Comment><Data>x</Data></Comment></Cell><Cell ss:StyleID=\"m\"><Data ss:Type=\"DateTime\">1985-07-01T00:00:00.000</Data></Cell>"
  "<Cell><Data ss:Type=\"Number\">1</Data></Cell><Cell ss:Formula=\"=A1\"/></Row></Table><WorksheetOptions><Visible>SheetHidden</Visible></WorksheetOptions></Worksheet>"
  "<Worksheet ss:Name=\"b\"><Table><Row><Cell><Data>y</Data></Cell></Row></Table></Worksheet></Workbook>",
  "<o:document xmlns:o=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\"><date-style name=\"d\"><year/><month/></date-style><style name=\"c\" family=\"table-cell\" "
  "data-style-name=\"d\"/><spreadsheet><table name=\"a\"><table-row number-rows-repeated=\"3\"><table-cell number-columns-repeated=\"2\" number-rows-spanned=\"2\" "
  "value-type=\"string\"><annotation><p>n</p></annotation><p>张<s c=\"3\"/>三</p><p>b</p></table-cell><covered-table-cell/><table-cell value-type=\"date\" "
  "date-value=\"1985-07-01\" style-name=\"c\"/><table-cell value-type=\"float\" value=\"7\"/><table-cell formula=\"x\"/></table-row></table></spreadsheet></o:document>",
};

static void
test_texts (void)
{
  Fuzz fuzz = fuzz_begin ();

  for (guint i = 0; i < fuzz.runs; i++)
    {
      const char *text = texts[i % G_N_ELEMENTS (texts)];
      g_autoptr(GByteArray) bytes = damage (fuzz.random, text, strlen (text));

      try_input (&fuzz, bytes->data, bytes->len);
    }
  g_rand_free (fuzz.random);
}

/* A workbook of the fixtures, unpacked. Returns: (transfer full) */
static GByteArray *
unpack (const char *name)
{
  g_autofree char *path = g_build_filename (g_getenv ("ZB_SOURCEDIR"), "tests", "fixtures", "sheets", name, NULL);
  GByteArray *out = g_byte_array_new ();
  struct archive *archive = archive_read_new ();
  struct archive_entry *entry;
  guint8 buffer[4096];
  la_ssize_t n;

  archive_read_support_filter_xz (archive);
  archive_read_support_format_raw (archive);
  g_assert_cmpint (archive_read_open_filename (archive, path, 4096), ==, ARCHIVE_OK);
  g_assert_cmpint (archive_read_next_header (archive, &entry), ==, ARCHIVE_OK);
  while ((n = archive_read_data (archive, buffer, sizeof buffer)) > 0)
    g_byte_array_append (out, buffer, (guint) n);
  g_assert_cmpint (n, ==, 0);
  archive_read_free (archive);
  return out;
}

/* Old workbooks: records that lie about their lengths, texts that never end, sheets that are elsewhere. */
static void
test_old_workbooks (void)
{
  static const char *const names[] = { "biff5.xls.xz", "libreoffice.xls.xz", "gnumeric.xls.xz" };
  Fuzz fuzz = fuzz_begin ();
  g_autoptr(GPtrArray) books = g_ptr_array_new_with_free_func ((GDestroyNotify) g_byte_array_unref);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_ptr_array_add (books, unpack (names[i]));
  for (guint i = 0; i < fuzz.runs; i++)
    {
      const GByteArray *book = g_ptr_array_index (books, i % books->len);
      g_autoptr(GByteArray) bytes = damage (fuzz.random, book->data, book->len);

      try_input (&fuzz, bytes->data, bytes->len);
    }
  g_rand_free (fuzz.random);
}

#define NS "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\""
#define OFFICE "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define PACKAGE "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"

typedef struct {
  const char *name;
  const char *text;
} Part;

static const Part workbook[] = {
  { "xl/worksheets/sheet1.xml",
    "<worksheet " NS "><sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"inlineStr\"><is><r><t>a</t></r><rPh><t>b</t></rPh></is></c></row>"
    "<row><c s=\"1\"><v>31229</v></c><c t=\"str\"><f>A1</f><v>x</v></c><c t=\"b\"><v>1</v></c><c t=\"e\"><v>#N/A</v></c><c><f>1</f></c>"
    "<c t=\"d\"><v>1985-07-12T08:00:00</v></c></row></sheetData></worksheet>" },
  { "xl/sharedStrings.xml", "<sst " NS "><si><t>姓名_x000D_</t></si><si><r><t>x</t></r><r><t>y</t></r><rPh sb=\"0\" eb=\"1\"><t>z</t></rPh></si></sst>" },
  { "xl/styles.xml", "<styleSheet " NS "><numFmts><numFmt numFmtId=\"164\" formatCode=\"yyyy&quot;年&quot;m&quot;月&quot;\"/></numFmts>"
                     "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"164\"/></cellXfs></styleSheet>" },
  { "xl/workbook.xml", "<workbook " NS " xmlns:r=\"" OFFICE "\"><workbookPr date1904=\"0\"/><sheets>"
                       "<sheet name=\"a\" sheetId=\"1\" r:id=\"r1\"/><sheet name=\"b\" sheetId=\"2\" state=\"hidden\" r:id=\"r1\"/></sheets></workbook>" },
  { "xl/_rels/workbook.xml.rels", PACKAGE "<Relationship Id=\"r1\" Type=\"" OFFICE "/worksheet\" Target=\"worksheets/sheet1.xml\"/>"
                                  "<Relationship Id=\"r2\" Type=\"" OFFICE "/sharedStrings\" Target=\"/xl/sharedStrings.xml\"/>"
                                  "<Relationship Id=\"r3\" Type=\"" OFFICE "/styles\" Target=\"./../xl/styles.xml\"/></Relationships>" },
  { "_rels/.rels", PACKAGE "<Relationship Id=\"r\" Type=\"" OFFICE "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>" },
};

#define WORD_CELL "<w:tc><w:tcPr><w:gridSpan w:val=\"2\"/><w:vMerge w:val=\"restart\"/></w:tcPr><w:p><w:r><w:rPr><w:vanish w:val=\"0\"/></w:rPr><w:t>姓</w:t><w:tab/>" \
  "<w:sym w:font=\"Wingdings\" w:char=\"F0FE\"/></w:r></w:p></w:tc>"

static const Part document[] = {
  { "_rels/.rels", PACKAGE "<Relationship Id=\"r\" Type=\"" OFFICE "/officeDocument\" Target=\"word/document.xml\"/></Relationships>" },
  { "word/document.xml",
    "<w:document xmlns:w=\"w\"><w:body><w:p><w:r><w:t>题</w:t></w:r></w:p><w:tbl><w:tr><w:trPr><w:gridBefore w:val=\"1\"/></w:trPr>" WORD_CELL WORD_CELL "</w:tr><w:tr>"
    "<w:tc><w:tcPr><w:vMerge/></w:tcPr><w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl></w:tc></w:tr><w:tr><w:trPr><w:del/></w:trPr><w:tc/></w:tr><w:tr><w:tc/><w:tc/></w:tr>"
    "<w:tr>" WORD_CELL "<w:tc/></w:tr><w:tr><w:tc/><w:tc/></w:tr></w:tbl><w:p/><w:tbl><w:tr><w:tc><w:p><w:del><w:r><w:delText>x</w:delText></w:r></w:del></w:p></w:tc></w:tr>"
    "</w:tbl><w:p><w:r><w:t>尾</w:t></w:r></w:p></w:body></w:document>" },
};

static const Part open_document[] = {
  { "mimetype", "application/vnd.oasis.opendocument.text" },
  { "content.xml",
    "<o:document xmlns:o=\"o\"><body><text><tracked-changes><p>x</p></tracked-changes><p>题<note><p>x</p></note></p><table name=\"a\"><table-row><table-cell "
    "number-rows-spanned=\"2\" number-columns-spanned=\"2\"><p>姓<s c=\"2\"/><tab/></p></table-cell><covered-table-cell/><table-cell number-columns-repeated=\"3\"><h>x</h></table-cell>"
    "</table-row><table-row><covered-table-cell number-columns-repeated=\"2\"/><table-cell><table><table-row><table-cell><p>里</p></table-cell></table-row></table></table-cell>"
    "</table-row></table><p>尾</p></text></body></o:document>" },
};

static const struct { const Part *parts; guint n_parts; } containers[] = {
  { workbook, G_N_ELEMENTS (workbook) }, { document, G_N_ELEMENTS (document) }, { open_document, G_N_ELEMENTS (open_document) }
};

/* A container of these parts, with one of them replaced by @bytes unless it is %NULL. Returns: its length in @out */
static gsize
pack (const Part *parts, guint n_parts, guint replaced, const GByteArray *bytes, gboolean deflated, char *out, gsize room)
{
  struct archive *archive = archive_write_new ();
  struct archive_entry *entry = archive_entry_new ();
  gsize used = 0;

  archive_write_set_format_zip (archive);
  archive_write_set_options (archive, deflated ? "zip:compression=deflate" : "zip:compression=store");
  archive_write_open_memory (archive, out, room, &used);
  for (guint i = 0; i < n_parts; i++)
    {
      gboolean is_replaced = bytes != NULL && i == replaced;
      gsize size = is_replaced ? bytes->len : strlen (parts[i].text);

      archive_entry_clear (entry);
      archive_entry_set_pathname (entry, parts[i].name);
      archive_entry_set_filetype (entry, AE_IFREG);
      archive_entry_set_perm (entry, 0644);
      archive_entry_set_size (entry, (la_int64_t) size);
      archive_write_header (archive, entry);
      archive_write_data (archive, is_replaced ? (const char *) bytes->data : parts[i].text, size);
    }
  archive_write_close (archive);
  archive_entry_free (entry);
  archive_write_free (archive);
  return used;
}

/* One part of a workbook or of a document damaged inside a whole container. */
static void
test_parts (void)
{
  Fuzz fuzz = fuzz_begin ();
  const gsize room = LARGEST * 2;
  g_autofree char *packed = g_malloc (room);

  for (guint i = 0; i < fuzz.runs; i++)
    {
      const Part *parts = containers[i % G_N_ELEMENTS (containers)].parts;
      guint n_parts = containers[i % G_N_ELEMENTS (containers)].n_parts, part = (guint) g_rand_int_range (fuzz.random, 0, (gint32) n_parts);
      g_autoptr(GByteArray) bytes = damage (fuzz.random, parts[part].text, strlen (parts[part].text));

      try_input (&fuzz, packed, pack (parts, n_parts, part, bytes, FALSE, packed, room));
    }
  g_rand_free (fuzz.random);
}

/* The container itself damaged. */
static void
test_containers (void)
{
  Fuzz fuzz = fuzz_begin ();
  const gsize room = LARGEST * 2;
  g_autofree char *packed = g_malloc (room);

  for (guint i = 0; i < fuzz.runs; i++)
    {
      gsize size = pack (workbook, G_N_ELEMENTS (workbook), 0, NULL, i % 2 == 0, packed, room);
      g_autoptr(GByteArray) bytes = damage (fuzz.random, packed, size);

      try_input (&fuzz, bytes->data, bytes->len);
    }
  g_rand_free (fuzz.random);
}

/* What a child that has been taken over could send. */
static void
test_rows (void)
{
  static const guint8 row[] = { 3, 0, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0, 3, 0, 0, 0, 0xe4, 0xb8, 0xad, 0,
                                5, 0, 0, 0, 1, 1, 0, 0, 0, '7', 0 };
  Fuzz fuzz = fuzz_begin ();
  g_autoptr(GArray) cells = g_array_new (FALSE, FALSE, sizeof (ZbSheetCell));
  guint number;

  g_assert_true (zb_sheet_row_decode (row, sizeof row, cells, &number));
  g_assert_cmpuint (cells->len, ==, 2);
  for (guint i = 0; i < fuzz.runs * 10; i++)
    {
      g_autoptr(GByteArray) bytes = damage (fuzz.random, row, sizeof row);
      /* Its own allocation, so that a sanitizer sees a byte read behind the end. */
      g_autofree guint8 *exact = g_memdup2 (bytes->data, bytes->len);

      if (zb_sheet_row_decode (exact, bytes->len, cells, &number))
        for (guint c = 0; c < cells->len; c++)
          g_assert_true (g_utf8_validate (g_array_index (cells, ZbSheetCell, c).text, -1, NULL));
    }
  g_rand_free (fuzz.random);
}

static void
test_numbers (void)
{
  static const char *const codes[] = { "[$-804]yyyy\"年\"m\"月\"d\"日\";@", "0.00_);[Red]\\(0.00\\)", "h:mm AM/PM", "00000", "General" };
  static const char *const numbers[] = { "31229.5", "9.90101198507120018E+17", "-0.0", "2958465.9999999999", "1e-300", "nan", "0x10" };
  Fuzz fuzz = fuzz_begin ();

  for (guint i = 0; i < fuzz.runs * 10; i++)
    {
      const char *code = codes[i % G_N_ELEMENTS (codes)], *number = numbers[i % G_N_ELEMENTS (numbers)];
      g_autoptr(GByteArray) bytes = damage (fuzz.random, code, strlen (code));
      g_autoptr(GByteArray) digits = damage (fuzz.random, number, strlen (number));
      char text[ZB_CELL_NUMBER_SIZE];
      ZbCellFormat format;
      gsize length;

      g_byte_array_append (bytes, (const guint8 *) "", 1);
      format = zb_cell_format_parse ((const char *) bytes->data);
      length = zb_cell_number_text ((const char *) digits->data, digits->len, format, text);
      g_assert_true (length == 0 || strlen (text) == length);
      g_byte_array_append (digits, (const guint8 *) "", 1);
      length = zb_cell_date_text (g_ascii_strtod ((const char *) digits->data, NULL), i % 2 == 0, (ZbCellShows) (i % 5), text);
      g_assert_true (length == 0 || strlen (text) == length);
    }
  g_rand_free (fuzz.random);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/fuzz-sheet/texts", test_texts);
  g_test_add_func ("/fuzz-sheet/old-workbooks", test_old_workbooks);
  g_test_add_func ("/fuzz-sheet/parts", test_parts);
  g_test_add_func ("/fuzz-sheet/containers", test_containers);
  g_test_add_func ("/fuzz-sheet/rows", test_rows);
  g_test_add_func ("/fuzz-sheet/numbers", test_numbers);
  return g_test_run ();
}
