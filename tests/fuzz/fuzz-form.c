/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * fuzz-form: damages honest forms at random, looks into them and fills them in this process, and what the child says in the
 * program. What is asked: no crash, no leak under a sanitizer, no warning; what is filled is a container again whose parts
 * are well-formed.
 *
 * By default a fixed number of inputs from a fixed seed; for longer runs ZB_FUZZ_RUNS and ZB_FUZZ_SEED, and ZB_FUZZ_KEEP
 * for the last input, as with fuzz-sheet. LLVMFuzzerTestOneInput() is what libFuzzer calls.
 */
#include <archive.h>
#include <archive_entry.h>
#include <fcntl.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "exchange/template/zb-form.h"
#include "exchange/template/zb-formula.h"

#define DEFAULT_RUNS 600
#define LARGEST (128 * 1024)

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

/* Three people, whoever asks. Returns: (transfer full) */
static ZbTemplateData *
make_list (void)
{
  static const char *const labels[] = { "姓名", "入党时间", "序号", "标题" };
  int fd = memfd_create ("list", MFD_CLOEXEC);
  g_autoptr(ZbTemplateWriter) writer = zb_template_writer_new (fd);
  ZbTemplateData *data;

  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      const ZbMarkMeaning meaning = { i < 3 ? ZB_MARK_OF_ROW : ZB_MARK_OF_LIST, i < 3 ? i : 0, ZB_MARK_PLAIN };

      zb_template_writer_meaning (writer, labels[i], &meaning);
    }
  zb_template_writer_fact (writer, ZB_VALUE_TEXT, "名册<&>\n");
  zb_template_writer_size (writer, 3, 3);
  for (guint i = 0; i < 3; i++)
    {
      zb_template_writer_cell (writer, ZB_VALUE_TEXT, i == 1 ? "" : "欧阳_x0041_修文");
      zb_template_writer_cell (writer, ZB_VALUE_DATE, "1985.07.12");
      zb_template_writer_cell (writer, ZB_VALUE_NUMBER, "7");
    }
  g_assert_true (zb_template_writer_finish (writer, NULL));
  data = zb_template_data_read (fd, NULL);
  g_assert_nonnull (data);
  close (fd);
  return data;
}

/* Whole frames, marks that decode. Returns: (transfer full): the filled file */
static GBytes *
check_output (int fd)
{
  gsize size = (gsize) lseek (fd, 0, SEEK_CUR), at = 0;
  g_autofree guint8 *bytes = g_malloc (size + 1);
  GByteArray *out = g_byte_array_new ();

  g_assert_cmpint (pread (fd, bytes, size, 0), ==, (gssize) size);
  while (at < size)
    {
      ZbTemplatePlace place;
      const char *text;
      guint32 length;
      ZbMark mark;

      g_assert_cmpuint (size - at, >=, ZB_TEMPLATE_FRAME_HEAD);
      memcpy (&length, bytes + at + 1, sizeof length);
      length = GUINT32_FROM_LE (length);
      g_assert_cmpuint (size - at - ZB_TEMPLATE_FRAME_HEAD, >=, length);
      if (bytes[at] == ZB_TEMPLATE_FRAME_MARK)
        g_assert_true (zb_template_mark_decode (bytes + at + ZB_TEMPLATE_FRAME_HEAD, length, &text, &mark, &place));
      else
        g_byte_array_append (out, bytes + at + ZB_TEMPLATE_FRAME_HEAD, length);
      at += ZB_TEMPLATE_FRAME_HEAD + length;
    }
  return g_byte_array_free_to_bytes (out);
}

static gboolean
is_untouched (int in, GBytes *part)
{
  gsize size = (gsize) lseek (in, 0, SEEK_END), length;
  const void *data = g_bytes_get_data (part, &length);
  g_autofree guint8 *form = g_malloc (size + 1);

  return pread (in, form, size, 0) == (gssize) size && memmem (form, size, data, length) != NULL;
}

/* What was filled can be looked into again: every part of it that was written is well-formed. */
static void
check_filled (int in, GBytes *filled)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ZbPackage) package = zb_package_new (filled, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < zb_package_n_parts (package); i++)
    {
      const char *name = zb_package_name (package, i);
      g_autoptr(GBytes) bytes = NULL;
      g_autoptr(ZbXmlPart) xml = NULL;

      if (strcmp (name, "xl/worksheets/sheet1.xml") != 0 && strcmp (name, "word/document.xml") != 0)
        continue;
      /* What nobody asked for goes out as it came in, be it damaged. */
      bytes = zb_package_read (package, i, NULL);
      if (bytes == NULL || is_untouched (in, bytes))
        continue;
      xml = zb_xml_part_new (bytes, name, &error);
      g_assert_no_error (error);
    }
}

static gboolean
run (int in, ZbTemplateData *list)
{
  int fd = memfd_create ("output", MFD_CLOEXEC);
  g_autoptr(ZbTemplateOut) out = zb_template_out_new (fd);
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) filled = NULL;
  char kind = 0;
  gboolean good = zb_form_run (in, list, out, &kind, &error);

  g_assert_true (good == (error == NULL));
  g_assert_true (good || error->domain == ZB_TEMPLATE_ERROR);
  g_assert_true (!good || kind == 'x' || kind == 'd');
  filled = check_output (fd);
  if (good && list != NULL)
    check_filled (in, filled);
  close (fd);
  return good;
}

/* Returns: whether it was a form, and could be filled */
static gboolean
look_and_fill (const guint8 *data, gsize size)
{
  int in = memfd_create ("input", MFD_CLOEXEC);
  g_autoptr(ZbTemplateData) list = make_list ();
  gboolean is_form;

  g_assert_cmpint (write (in, data, size), ==, (gssize) size);
  is_form = run (in, NULL);
  is_form = run (in, list) && is_form;
  close (in);
  return is_form;
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  look_and_fill (data, size);
  return 0;
}

/* Damaging */

static void
damage_once (GRand *random, GByteArray *bytes)
{
  static const char *const words[] = {
    "{{", "}}", "{{姓名}}", "｛｛入党时间｜年月｝｝", "<c r=\"A2\"/>", "</row>", "<row r=\"2\">", "<mergeCell ref=\"A1:XFD1048576\"/>", "<w:tr>", "</w:tr>", "<w:p>",
    "</w:p>", "<w:t>", "</w:t>", "&lt;", "&#0;", "<![CDATA[", "]]>", "<!--", "-->", "<?x?>", "\"", "'", "/>", "1048576", "A1048576", "4294967295", "<!DOCTYPE a>", "#2", "|年",
    "<f>SUM(A1)</f>", "$", ":", "!", "(", "\xff", "\xe5"
  };
  guint at = bytes->len > 0 ? (guint) g_rand_int_range (random, 0, (gint32) bytes->len) : 0;
  const char *word = words[g_rand_int_range (random, 0, G_N_ELEMENTS (words))];
  g_autoptr(GByteArray) tail = g_byte_array_new ();

  switch (bytes->len == 0 ? 2 : g_rand_int_range (random, 0, 6))
    {
    case 0: bytes->data[at] ^= (guint8) (1 << g_rand_int_range (random, 0, 8)); break;
    case 1: g_byte_array_set_size (bytes, at); break;
    case 3: g_byte_array_remove_range (bytes, at, (guint) g_rand_int_range (random, 0, (gint32) MIN (bytes->len - at, 40))); break;
    case 4: memcpy (bytes->data + at, word, MIN (strlen (word), bytes->len - at)); break;
    default:
      g_byte_array_append (tail, bytes->data + at, bytes->len - at);
      g_byte_array_set_size (bytes, at);
      g_byte_array_append (bytes, (const guint8 *) word, (guint) strlen (word));
      g_byte_array_append (bytes, tail->data, tail->len);
    }
  if (bytes->len > LARGEST)
    g_byte_array_set_size (bytes, LARGEST);
}

static GByteArray *
damage (GRand *random, const void *data, gsize size)
{
  GByteArray *bytes = g_byte_array_new ();
  gint32 times = g_rand_int_range (random, 1, 5);

  g_byte_array_append (bytes, data, (guint) size);
  while (times-- > 0)
    damage_once (random, bytes);
  return bytes;
}

/* Honest forms */

typedef struct { const char *name; const char *text; } Part;

#define TYPES "http://schemas.openxmlformats.org/package/2006/content-types"
#define RELATIONS "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
#define OFFICE "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define SHEET_TYPE "application/vnd.openxmlformats-officedocument.spreadsheetml."
#define WORD_TYPE "application/vnd.openxmlformats-officedocument.wordprocessingml."

static const Part workbook[] = {
  { "[Content_Types].xml", "<Types xmlns=\"" TYPES "\"><Override PartName=\"/xl/workbook.xml\" ContentType=\"" SHEET_TYPE "sheet.main+xml\"/>"
                           "<Override PartName=\"/xl/calcChain.xml\" ContentType=\"" SHEET_TYPE "calcChain+xml\"/>"
                           "<Override PartName=\"/xl/comments1.xml\" ContentType=\"" SHEET_TYPE "comments+xml\"/>"
                           "<Override PartName=\"/xl/drawing1.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.drawing+xml\"/></Types>" },
  { "_rels/.rels", RELATIONS "<Relationship Id=\"a\" Type=\"" OFFICE "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>" },
  { "xl/workbook.xml", "<workbook xmlns:r=\"" OFFICE "\"><workbookPr date1904=\"0\"/><sheets><sheet name=\"表'一\" sheetId=\"1\" r:id=\"r1\"/></sheets><definedNames>"
                       "<definedName name=\"_xlnm.Print_Area\" localSheetId=\"0\">'表''一'!$A$1:$D$9,'表''一'!$1:$2</definedName></definedNames></workbook>" },
  { "xl/_rels/workbook.xml.rels", RELATIONS "<Relationship Id=\"r1\" Type=\"" OFFICE "/worksheet\" Target=\"worksheets/sheet1.xml\"/>"
                                  "<Relationship Id=\"r2\" Type=\"" OFFICE "/sharedStrings\" Target=\"sharedStrings.xml\"/>"
                                  "<Relationship Id=\"r4\" Type=\"" OFFICE "/calcChain\" Target=\"calcChain.xml\"/>"
                                  "<Relationship Id=\"r3\" Type=\"" OFFICE "/styles\" Target=\"styles.xml\"/></Relationships>" },
  { "xl/worksheets/_rels/sheet1.xml.rels", RELATIONS "<Relationship Id=\"r1\" Type=\"" OFFICE "/drawing\" Target=\"../drawing1.xml\"/>"
                                           "<Relationship Id=\"r2\" Type=\"" OFFICE "/comments\" Target=\"../comments1.xml\"/></Relationships>" },
  { "xl/calcChain.xml", "<calcChain><c r=\"D2\"/></calcChain>" },
  { "xl/styles.xml", "<styleSheet><numFmts><numFmt numFmtId=\"164\" formatCode=\"yyyy/m/d\"/></numFmts><borders><border/><border><left style=\"thin\"/></border></borders>"
                     "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"164\"/><xf numFmtId=\"49\"/><xf numFmtId=\"0\" borderId=\"1\"/></cellXfs></styleSheet>" },
  { "xl/sharedStrings.xml", "<sst><si><t>{{标题}}</t></si><si><r><rPr><b/></rPr><t>{{</t></r><r><t>姓名</t></r><r><t xml:space=\"preserve\">}} </t></r><rPh><t>x</t></rPh></si></sst>" },
  { "xl/drawing1.xml", "<xdr:wsDr xmlns:xdr=\"x\" xmlns:a=\"a\"><xdr:twoCellAnchor><xdr:from><xdr:row>3</xdr:row></xdr:from><xdr:to><xdr:row>5</xdr:row></xdr:to><a:p><a:r><a:t>{{姓名}}</a:t></a:r></a:p></xdr:twoCellAnchor></xdr:wsDr>" },
  { "xl/comments1.xml", "<comments><commentList><comment ref=\"A4\"><text><r><t>{{标题}}</t></r></text></comment></commentList></comments>" },
  { "xl/worksheets/sheet1.xml",
    "<worksheet xmlns:r=\"" OFFICE "\"><dimension ref=\"A1:D5\"/><sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row>"
    "<row r=\"2\" ht=\"20\"><c r=\"A2\" t=\"s\"><v>1</v></c><c r=\"B2\" s=\"1\" t=\"inlineStr\"><is><t>{{入党时间}}</t></is></c><c r=\"C2\" t=\"inlineStr\"><is><t>{{序号}}</t></is></c>"
    "<c r=\"D2\"><f t=\"shared\" si=\"0\" ref=\"D2:D3\">C2+$C$2+SUM(C2:C3)</f><v>1</v></c></row>"
    "<row r=\"3\"><c r=\"A3\"><v>1</v></c><c r=\"D3\" t=\"str\"><f t=\"shared\" si=\"0\"/><v>1</v></c></row><row r=\"4\"><c r=\"D4\"><f>SUM(D2)&amp;IF(A1=\"A2\",'表''一'!D2,Z$9)</f></c></row>"
    "<row r=\"6\" spans=\"1:4\"><c r=\"A6\" s=\"3\"><v>1</v></c><c r=\"B6\" s=\"3\" t=\"inlineStr\"><is><t>{{姓名}}</t></is></c><c r=\"D6\" s=\"3\"><f>A6+D5</f></c><c r=\"E6\" t=\"str\"><v>甲</v></c></row>"
    "<row r=\"7\"><c r=\"A7\" s=\"3\"><v>2</v></c><c r=\"B7\" s=\"3\"/><c r=\"C7\" s=\"3\"/><c r=\"D7\"><f>A7+D6</f></c></row><row r=\"8\" ht=\"9\"><c r=\"B8\" s=\"1\"><v>合计</v></c></row></sheetData>"
    "<mergeCells count=\"5\"><mergeCell ref=\"A2:A3\"/><mergeCell ref=\"A4:B4\"/><mergeCell ref=\"B6:C6\"/><mergeCell ref=\"B7:C7\"/><mergeCell ref=\"E6:E7\"/></mergeCells><conditionalFormatting sqref=\"A2:B2 D4\"><cfRule><formula>$A$4</formula></cfRule></conditionalFormatting>"
    "<dataValidations><dataValidation sqref=\"B2\"><formula1>\"a,b\"</formula1></dataValidation></dataValidations><headerFooter><oddHeader>&amp;C{{标题}}</oddHeader></headerFooter>"
    "<rowBreaks><brk id=\"3\"/></rowBreaks></worksheet>" },
};

static const Part document[] = {
  { "[Content_Types].xml", "<Types xmlns=\"" TYPES "\"><Override PartName=\"/word/document.xml\" ContentType=\"" WORD_TYPE "document.main+xml\"/>"
                           "<Override PartName=\"/word/header1.xml\" ContentType=\"" WORD_TYPE "header+xml\"/></Types>" },
  { "_rels/.rels", RELATIONS "<Relationship Id=\"a\" Type=\"" OFFICE "/officeDocument\" Target=\"/word/document.xml\"/></Relationships>" },
  { "word/header1.xml", "<w:hdr xmlns:w=\"w\"><w:p><w:r><w:t>{{标题}}</w:t></w:r></w:p></w:hdr>" },
  { "word/document.xml",
    "<w:document xmlns:w=\"w\" xmlns:w14=\"x\"><w:body><w:p><w:r><w:t>{{</w:t></w:r><w:proofErr/><w:r><w:t>标题</w:t></w:r><w:r><w:tab/><w:t>}}</w:t></w:r></w:p>"
    "<w:p><w:r><w:t>名单：{{姓名}}</w:t></w:r></w:p><w:tbl><w:tr w14:paraId=\"1\"><w:tc><w:tcPr><w:vMerge w:val=\"restart\"/></w:tcPr><w:p w14:paraId=\"2\"><w:r><w:t>{{姓</w:t></w:r>"
    "<w:r><w:t>名}}</w:t></w:r><w:bookmarkStart w:id=\"1\"/></w:p></w:tc><w:tc><w:tbl><w:tr><w:tc><w:p><w:r><w:t>{{入党时间|年}}</w:t></w:r></w:p></w:tc></w:tr></w:tbl></w:tc></w:tr>"
    "<w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc></w:tr><w:tr><w:tc><w:p><w:r><w:drawing><docPr id=\"4\"/></w:drawing><w:t>尾</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
    "<w:tbl><w:tr><w:trPr><w:trHeight w:val=\"1\"/></w:trPr><w:tc><w:tcPr><w:vMerge w:val=\"restart\"/></w:tcPr><w:p><w:r><w:t>侧</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>1</w:t></w:r></w:p></w:tc>"
    "<w:tc><w:tcPr><w:gridSpan w:val=\"2\"/></w:tcPr><w:p w14:paraId=\"3\"><w:r><w:t>{{姓名}}</w:t></w:r></w:p></w:tc></w:tr><w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p w14:paraId=\"4\"/></w:tc><w:tc><w:p><w:r><w:t>2</w:t></w:r></w:p></w:tc>"
    "<w:tc><w:tcPr><w:gridSpan w:val=\"2\"/><w:shd/></w:tcPr><w:p/></w:tc></w:tr><w:tr><w:tc><w:p><w:r><w:t>填表人</w:t></w:r></w:p></w:tc></w:tr></w:tbl></w:body></w:document>" },
};

/* A form, with one part replaced by @bytes unless it is %NULL. Returns: its length in @out */
static gsize
pack (const Part *parts, guint n, guint replaced, const GByteArray *bytes, gboolean deflated, char *out, gsize room)
{
  struct archive *archive = archive_write_new ();
  struct archive_entry *entry = archive_entry_new ();
  gsize used = 0;

  archive_write_set_format_zip (archive);
  archive_write_set_options (archive, deflated ? "zip:compression=deflate" : "zip:compression=store");
  archive_write_open_memory (archive, out, room, &used);
  for (guint i = 0; i < n; i++)
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

  return (Fuzz) { g_rand_new_with_seed (seed != NULL ? (guint32) g_ascii_strtoull (seed, NULL, 10) : 20261129),
                  runs != NULL ? (guint) g_ascii_strtoull (runs, NULL, 10) : DEFAULT_RUNS, g_getenv ("ZB_FUZZ_KEEP") };
}

static void
try_input (Fuzz *fuzz, const void *data, gsize size)
{
  if (fuzz->keep != NULL)
    g_file_set_contents (fuzz->keep, data, (gssize) size, NULL);
  LLVMFuzzerTestOneInput (data, size);
}

/* One part of a form damaged inside a whole container, mostly the one with the rows. */
static void
damage_parts (const Part *parts, guint n)
{
  Fuzz fuzz = fuzz_begin ();
  const gsize room = LARGEST * 2;
  g_autofree char *packed = g_malloc (room);

  /* Honest ones are filled: otherwise nothing would be tried below. */
  g_assert_true (look_and_fill ((const guint8 *) packed, pack (parts, n, 0, NULL, TRUE, packed, room)));
  for (guint i = 0; i < fuzz.runs; i++)
    {
      guint part = i % 2 == 0 ? n - 1 : (guint) g_rand_int_range (fuzz.random, 0, (gint32) n);
      g_autoptr(GByteArray) bytes = damage (fuzz.random, parts[part].text, strlen (parts[part].text));

      try_input (&fuzz, packed, pack (parts, n, part, bytes, FALSE, packed, room));
    }
  g_rand_free (fuzz.random);
}

static void
test_workbooks (void)
{
  damage_parts (workbook, G_N_ELEMENTS (workbook));
}

static void
test_documents (void)
{
  damage_parts (document, G_N_ELEMENTS (document));
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
      gsize size = i % 2 == 0 ? pack (workbook, G_N_ELEMENTS (workbook), 0, NULL, i % 4 == 0, packed, room)
                              : pack (document, G_N_ELEMENTS (document), 0, NULL, i % 4 == 1, packed, room);
      g_autoptr(GByteArray) bytes = damage (fuzz.random, packed, size);

      try_input (&fuzz, bytes->data, bytes->len);
    }
  g_rand_free (fuzz.random);
}

static void
test_formulas (void)
{
  static const char *const formulas[] = { "SUM(A1:$B$2,'a''b'!C3:D4)+[1]x!A1*LOG10(5)&\"A1\"\"A2\"", "A1:A1048576", "$1:$1048576", "Table[[#All],[列]]+XFD1", "((((A1))))" };
  Fuzz fuzz = fuzz_begin ();
  g_autoptr(ZbRowMap) map = zb_row_map_new ();

  zb_row_map_add (map, 2, 3, 100, 0);
  for (guint i = 0; i < fuzz.runs * 20; i++)
    {
      const char *text = formulas[i % G_N_ELEMENTS (formulas)];
      g_autoptr(GByteArray) bytes = damage (fuzz.random, text, strlen (text));
      g_autofree char *raw = g_strndup ((const char *) bytes->data, bytes->len);
      g_autofree char *valid = g_utf8_make_valid (raw, -1);
      const ZbFormulaMove move = { .map = map, .block = i % 3 == 0 ? zb_row_map_block (map, 2) : NULL, .copy = i % 7, .widens = (ZbFormulaWidens) (i % 3) };
      g_autofree char *moved = zb_formula_move (valid, &move);
      g_autofree char *offset = zb_formula_offset (valid, (int) (i % 9) - 4, (int) (i % 5) - 2);
      g_autofree char *ranges = zb_cell_ranges_move (valid, map, i % 2 == 0);
      g_autoptr(GArray) marks = zb_marks_find (valid);

      g_assert_true (g_utf8_validate (moved, -1, NULL) && g_utf8_validate (offset, -1, NULL) && g_utf8_validate (ranges, -1, NULL));
      for (guint m = 0; m < marks->len; m++)
        g_assert_cmpuint (g_array_index (marks, ZbMark, m).end, <=, strlen (valid));
    }
  g_rand_free (fuzz.random);
}

/* What a child that has been taken over could send. */
static void
test_frames (void)
{
  const ZbTemplatePlace place = { ZB_PLACE_CELL, "表", "A1", 1, 2, 3 };
  g_autoptr(GArray) marks = zb_marks_find ("{{姓名|年月}}");
  int fd = memfd_create ("frame", MFD_CLOEXEC);
  g_autoptr(ZbTemplateOut) out = zb_template_out_new (fd);
  Fuzz fuzz = fuzz_begin ();
  guint8 frame[512];
  gssize size;

  g_assert_true (zb_template_out_marks (out, "{{姓名|年月}}", marks, &place, NULL));
  size = pread (fd, frame, sizeof frame, ZB_TEMPLATE_FRAME_HEAD);
  g_assert_cmpint (size, >, 0);
  for (guint i = 0; i < fuzz.runs * 20; i++)
    {
      g_autoptr(GByteArray) bytes = damage (fuzz.random, frame, (gsize) size);
      g_autofree guint8 *exact = g_memdup2 (bytes->data, bytes->len);
      ZbTemplatePlace found;
      const char *text;
      ZbMark mark;

      if (zb_template_mark_decode (exact, bytes->len, &text, &mark, &found))
        g_assert_true (g_utf8_validate (text, -1, NULL) && g_utf8_validate (mark.label, -1, NULL) && found.kind < ZB_N_PLACES);
    }
  close (fd);
  g_rand_free (fuzz.random);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/fuzz-form/workbooks", test_workbooks);
  g_test_add_func ("/fuzz-form/documents", test_documents);
  g_test_add_func ("/fuzz-form/containers", test_containers);
  g_test_add_func ("/fuzz-form/formulas", test_formulas);
  g_test_add_func ("/fuzz-form/frames", test_frames);
  return g_test_run ();
}
