/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/sheet/zb-xls.h"

#include <gsf/gsf-infile-msole.h>
#include <gsf/gsf-input-memory.h>
#include <gsf/gsf-utils.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum {
  END = 0x000a,
  CALENDAR = 0x0022,
  PASSWORD = 0x002f,
  CODE_PAGE = 0x0042,
  SHEET = 0x0085,
  STYLE = 0x00e0,
  SHARED_TEXTS = 0x00fc,
  FORMAT = 0x041e,
  BEGIN = 0x0809
};

#define BIFF5 0x0500
#define BIFF8 0x0600

/* The largest file of 65,536 rows that anybody has is far below. */
#define MAX_FILE (192 * 1024 * 1024)

typedef struct {
  char *name;
  gsize offset;
  gboolean hidden;
} SheetEntry;

typedef struct {
  ZbXlsBook book;
  GPtrArray *sheets;     /* (element-type SheetEntry) */
  GHashTable *formats;   /* number of a format → its code */
  GArray *styles;        /* (element-type guint16): number of the format, by style */
} Globals;

static void
entry_free (gpointer data)
{
  g_free (((SheetEntry *) data)->name);
  g_free (data);
}

static void
globals_clear (Globals *self)
{
  g_string_free (self->book.strings, TRUE);
  g_array_unref (self->book.starts);
  g_array_unref (self->book.formats);
  g_ptr_array_unref (self->sheets);
  g_hash_table_unref (self->formats);
  g_array_unref (self->styles);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Globals, globals_clear)

static gboolean
refuse (GError **error, ZbSheetError code, const char *why)
{
  g_set_error_literal (error, ZB_SHEET_ERROR, (int) code, why);
  return FALSE;
}

/* What bytes of a workbook are written in; Chinese unless it says otherwise. */
static const char *
encoding_of (guint16 page)
{
  switch (page)
    {
    case 950: return "BIG5";
    case 1200: return "UTF-16LE";
    case 1252: return "CP1252";
    case 65001: return "UTF-8";
    default: return "GB18030";
    }
}

static void
take_sheet (Globals *self, ZbXlsRecords *records)
{
  g_autoptr(GString) name = g_string_new (NULL);
  gsize offset = zb_xls_u32 (records, 0);
  gboolean hidden = (zb_xls_u8 (records, 4) & 3) != 0, has_rows = zb_xls_u8 (records, 5) == 0;
  SheetEntry *entry;

  if (!has_rows || !zb_xls_text (&self->book, records, 6, FALSE, name))
    return;
  entry = g_new0 (SheetEntry, 1);
  entry->name = g_string_free (g_steal_pointer (&name), FALSE);
  entry->offset = offset;
  entry->hidden = hidden;
  g_ptr_array_add (self->sheets, entry);
}

static void
take_format (Globals *self, ZbXlsRecords *records)
{
  guint number = zb_xls_u16 (records, 0);
  g_autoptr(GString) code = g_string_new (NULL);

  if (zb_xls_text (&self->book, records, 2, self->book.is_biff8, code))
    g_hash_table_insert (self->formats, GUINT_TO_POINTER (number), g_string_free (g_steal_pointer (&code), FALSE));
}

static gboolean
take_record (Globals *self, ZbXlsRecords *records, GError **error)
{
  guint16 value = zb_xls_u16 (records, 0), format = zb_xls_u16 (records, 2);

  switch (records->type)
    {
    case CALENDAR: self->book.from_1904 = value == 1; return TRUE;
    case CODE_PAGE: self->book.encoding = encoding_of (value); return TRUE;
    case PASSWORD: return refuse (error, ZB_SHEET_ERROR_PASSWORD, "an encrypted workbook");
    case SHEET: take_sheet (self, records); return TRUE;
    case FORMAT: take_format (self, records); return TRUE;
    case STYLE: g_array_append_val (self->styles, format); return TRUE;
    case SHARED_TEXTS: return zb_xls_shared_texts (&self->book, records, error);
    default: return TRUE;
    }
}

static void
resolve_formats (Globals *self)
{
  for (guint i = 0; i < self->styles->len; i++)
    {
      guint number = g_array_index (self->styles, guint16, i);
      const char *code = g_hash_table_lookup (self->formats, GUINT_TO_POINTER (number));
      ZbCellFormat format = code != NULL ? zb_cell_format_parse (code) : zb_cell_format_builtin (number);

      g_array_append_val (self->book.formats, format);
    }
}

static gboolean
read_globals (Globals *self, ZbXlsRecords *records, GError **error)
{
  if (!zb_xls_records_next (records) || records->type != BEGIN)
    return refuse (error, ZB_SHEET_ERROR_OLD_FORMAT, "a workbook older than Excel 5");
  if (zb_xls_u16 (records, 0) != BIFF8 && zb_xls_u16 (records, 0) != BIFF5)
    return refuse (error, ZB_SHEET_ERROR_OLD_FORMAT, "a workbook of an unknown version");
  self->book.is_biff8 = zb_xls_u16 (records, 0) == BIFF8;
  while (zb_xls_records_next (records))
    {
      if (records->type == END)
        {
          resolve_formats (self);
          return TRUE;
        }
      if (!take_record (self, records, error))
        return FALSE;
    }
  return refuse (error, ZB_SHEET_ERROR_DAMAGED, "a workbook without its end");
}

static gboolean
read_sheets (Globals *self, const ZbXlsRecords *records, const char *wanted, ZbSheetStream *out, GError **error)
{
  gboolean any = FALSE;

  for (guint i = 0; i < self->sheets->len; i++)
    {
      const SheetEntry *entry = g_ptr_array_index (self->sheets, i);

      zb_sheet_stream_listed (out, entry->name, entry->hidden);
    }
  for (guint i = 0; i < self->sheets->len; i++)
    {
      const SheetEntry *entry = g_ptr_array_index (self->sheets, i);

      if (wanted != NULL ? strcmp (wanted, entry->name) != 0 : entry->hidden)
        continue;
      any = TRUE;
      zb_sheet_stream_sheet (out, entry->name, self->book.from_1904);
      if (!zb_xls_read_sheet (&self->book, records, entry->offset, out, error))
        return FALSE;
    }
  return any || refuse (error, wanted != NULL ? ZB_SHEET_ERROR_NO_SHEET : ZB_SHEET_ERROR_EMPTY, "no sheet to read");
}

static gboolean
read_stream (const guint8 *data, gsize length, const char *wanted, ZbSheetStream *out, GError **error)
{
  g_auto(Globals) globals = {
    .book = {
      .encoding = "GB18030",
      .strings = g_string_new (NULL),
      .starts = g_array_new (FALSE, FALSE, sizeof (guint32)),
      .formats = g_array_new (FALSE, FALSE, sizeof (ZbCellFormat)),
    },
    .sheets = g_ptr_array_new_with_free_func (entry_free),
    .formats = g_hash_table_new_full (NULL, NULL, NULL, g_free),
    .styles = g_array_new (FALSE, FALSE, sizeof (guint16)),
  };
  ZbXlsRecords records = { .data = data, .length = length };

  return read_globals (&globals, &records, error) && read_sheets (&globals, &records, wanted, out, error);
}

/* Returns: (transfer full) (nullable) */
static GObject *
child_of (GObject *container, const char *name)
{
  GsfInput *child = gsf_infile_child_by_name (GSF_INFILE (container), name);

  return child != NULL ? G_OBJECT (child) : NULL;
}

/* Excel 97 calls the stream Workbook, Excel 5 Book; a file for both has both, and the newer one is whole. */
static gboolean
read_container (GObject *container, const char *wanted, ZbSheetStream *out, GError **error)
{
  g_autoptr(GObject) stream = child_of (container, "Workbook");
  g_autoptr(GObject) package = child_of (container, "EncryptedPackage");
  g_autoptr(GObject) document = child_of (container, "WordDocument");
  g_autofree guint8 *data = NULL;
  gsize length;

  if (stream == NULL)
    stream = child_of (container, "Book");
  if (stream == NULL && package != NULL)
    return refuse (error, ZB_SHEET_ERROR_PASSWORD, "an encrypted workbook");
  if (stream == NULL && document != NULL)
    return refuse (error, ZB_SHEET_ERROR_OLD_DOCUMENT, "a text document of the old kind");
  if (stream == NULL)
    return refuse (error, ZB_SHEET_ERROR_NOT_A_SHEET, "a compound file without a workbook");
  length = (gsize) gsf_input_size (GSF_INPUT (stream));
  data = g_try_malloc (MAX (length, 1));
  if (data == NULL || length > MAX_FILE)
    return refuse (error, ZB_SHEET_ERROR_TOO_BIG, "a workbook out of all measure");
  if (gsf_input_read (GSF_INPUT (stream), length, data) == NULL)
    return refuse (error, ZB_SHEET_ERROR_DAMAGED, "the workbook is cut short");
  return read_stream (data, length, wanted, out, error);
}

/* The library complains of broken files as of mistakes of the program; the error tells it. */
static void
ignore_message (const char *domain, GLogLevelFlags level, const char *message, gpointer unused)
{
}

gboolean
zb_xls_read (int fd, const char *sheet, ZbSheetStream *out, GError **error)
{
  g_autofree guint8 *data = NULL;
  g_autoptr(GObject) input = NULL;
  g_autoptr(GObject) container = NULL;
  GsfInfile *opened;
  GLogLevelFlags fatal;
  guint handler;
  gboolean good;
  struct stat status;
  gsize length;

  if (fstat (fd, &status) != 0 || status.st_size > MAX_FILE)
    return refuse (error, ZB_SHEET_ERROR_TOO_BIG, "a workbook out of all measure");
  length = (gsize) status.st_size;
  data = g_malloc (MAX (length, 1));
  for (gsize at = 0; at < length;)
    {
      gssize n = pread (fd, data + at, length - at, (off_t) at);

      if (n <= 0)
        return refuse (error, ZB_SHEET_ERROR_DAMAGED, "cannot be read");
      at += (gsize) n;
    }
  fatal = g_log_set_always_fatal (G_LOG_LEVEL_ERROR);
  handler = g_log_set_handler ("libgsf:msole", G_LOG_LEVEL_MASK, ignore_message, NULL);
  input = G_OBJECT (gsf_input_memory_new (data, (gsf_off_t) length, FALSE));
  opened = gsf_infile_msole_new (GSF_INPUT (input), NULL);
  container = opened != NULL ? G_OBJECT (opened) : NULL;
  good = container != NULL ? read_container (container, sheet, out, error) : refuse (error, ZB_SHEET_ERROR_DAMAGED, "a compound file that is broken");
  g_log_remove_handler ("libgsf:msole", handler);
  g_log_set_always_fatal (fatal);
  return good;
}
