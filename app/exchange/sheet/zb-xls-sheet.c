/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "exchange/sheet/zb-cell-table.h"
#include "exchange/sheet/zb-xls.h"

enum {
  FORMULA = 0x0006,
  END = 0x000a,
  MULTIPLE_RK = 0x00bd,
  RICH_TEXT = 0x00d6,
  MERGED_CELLS = 0x00e5,
  SHARED_TEXT = 0x00fd,
  NUMBER = 0x0203,
  TEXT = 0x0204,
  BOOLEAN_OR_ERROR = 0x0205,
  FORMULA_TEXT = 0x0207,
  RK = 0x027e,
  BEGIN = 0x0809
};

typedef struct {
  const ZbXlsBook *book;
  ZbXlsRecords records;
  ZbCellTable *table;
  GString *scratch;
  gboolean is_waiting;   /* for the text of a formula, which follows in a record of its own */
  guint row;
  guint column;
} Sheet;

static void
sheet_clear (Sheet *self)
{
  zb_cell_table_free (self->table);
  g_string_free (self->scratch, TRUE);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Sheet, sheet_clear)

static void
add_number (Sheet *self, guint row, guint column, guint style, double value)
{
  ZbCellFormat format = { ZB_CELL_SHOWS_NUMBER, 0, 0 };
  char digits[G_ASCII_DTOSTR_BUF_SIZE], text[ZB_CELL_NUMBER_SIZE];
  ZbCellKind kind;
  gsize length;

  if (style < self->book->formats->len)
    format = g_array_index (self->book->formats, ZbCellFormat, style);
  g_ascii_dtostr (digits, sizeof digits, value);
  length = zb_cell_text (digits, strlen (digits), format, self->book->from_1904, &kind, text);
  if (length > 0)
    zb_cell_table_add (self->table, row, column, kind, text, length);
}

static void
add_error (Sheet *self, guint row, guint column, guint8 code)
{
  static const struct { guint8 code; const char *text; } errors[] = {
    { 0x00, "#NULL!" }, { 0x07, "#DIV/0!" }, { 0x0f, "#VALUE!" }, { 0x17, "#REF!" }, { 0x1d, "#NAME?" }, { 0x24, "#NUM!" },
  };
  const char *text = "#N/A";

  for (guint i = 0; i < G_N_ELEMENTS (errors); i++)
    if (errors[i].code == code)
      text = errors[i].text;
  zb_cell_table_borrow (self->table, row, column, ZB_CELL_ERROR, text, strlen (text));
}

/* A number packed into thirty bits: whole or the upper half of a double, perhaps hundredths. */
static double
unpack (guint32 packed)
{
  guint64 bits = (guint64) (packed & ~3u) << 32;
  double value;

  if (packed & 2)
    value = (double) ((gint32) packed >> 2);
  else
    memcpy (&value, &bits, sizeof value);
  return packed & 1 ? value / 100 : value;
}

/* The result that a formula had; a text follows in the next record but a few. */
static void
take_formula (Sheet *self, guint row, guint column)
{
  const ZbXlsRecords *record = &self->records;

  if (zb_xls_u16 (record, 12) != 0xffff)
    {
      add_number (self, row, column, zb_xls_u16 (record, 4), zb_xls_double (record, 6));
      return;
    }
  switch (zb_xls_u8 (record, 6))
    {
    case 0:
      zb_cell_table_borrow (self->table, row, column, ZB_CELL_FORMULA, "", 0);
      self->is_waiting = TRUE;
      self->row = row;
      self->column = column;
      break;
    case 1: zb_cell_table_add (self->table, row, column, ZB_CELL_BOOLEAN, zb_xls_u8 (record, 8) != 0 ? "1" : "0", 1); break;
    case 2: add_error (self, row, column, zb_xls_u8 (record, 8)); break;
    default: zb_cell_table_borrow (self->table, row, column, ZB_CELL_FORMULA, "", 0); break;
    }
}

static void
take_formula_text (Sheet *self)
{
  g_string_truncate (self->scratch, 0);
  if (self->is_waiting && zb_xls_text (self->book, &self->records, 0, TRUE, self->scratch))
    zb_cell_table_add (self->table, self->row, self->column, ZB_CELL_TEXT, self->scratch->str, self->scratch->len);
  self->is_waiting = FALSE;
}

static void
take_merged (Sheet *self)
{
  guint n = zb_xls_u16 (&self->records, 0);

  for (guint i = 0; i < n && 2 + (i + 1) * 8 <= self->records.size; i++)
    zb_cell_table_merge (self->table, zb_xls_u16 (&self->records, 2 + i * 8) + 1u, zb_xls_u16 (&self->records, 4 + i * 8) + 1u,
                         zb_xls_u16 (&self->records, 6 + i * 8), zb_xls_u16 (&self->records, 8 + i * 8));
}

static gboolean
take_shared (Sheet *self, guint row, guint column, GError **error)
{
  guint32 i = zb_xls_u32 (&self->records, 6);
  guint32 start, end;

  if (i >= self->book->starts->len)
    {
      g_set_error (error, ZB_SHEET_ERROR, ZB_SHEET_ERROR_DAMAGED, "row %u: a text that is not in the file", row);
      return FALSE;
    }
  start = g_array_index (self->book->starts, guint32, i);
  end = i + 1 < self->book->starts->len ? g_array_index (self->book->starts, guint32, i + 1) : (guint32) self->book->strings->len;
  zb_cell_table_borrow (self->table, row, column, ZB_CELL_TEXT, self->book->strings->str + start, end - start - 1);
  return TRUE;
}

static gboolean
take_text (Sheet *self, guint row, guint column, GError **error)
{
  g_string_truncate (self->scratch, 0);
  if (!zb_xls_text (self->book, &self->records, 6, TRUE, self->scratch))
    {
      g_set_error (error, ZB_SHEET_ERROR, ZB_SHEET_ERROR_DAMAGED, "row %u: a text that is cut short", row);
      return FALSE;
    }
  zb_cell_table_add (self->table, row, column, ZB_CELL_TEXT, self->scratch->str, self->scratch->len);
  return TRUE;
}

static gboolean
take_record (Sheet *self, GError **error)
{
  const ZbXlsRecords *record = &self->records;
  guint row = zb_xls_u16 (record, 0) + 1u, column = zb_xls_u16 (record, 2), style = zb_xls_u16 (record, 4);

  switch (record->type)
    {
    case FORMULA: take_formula (self, row, column); return TRUE;
    case FORMULA_TEXT: take_formula_text (self); return TRUE;
    case NUMBER: add_number (self, row, column, style, zb_xls_double (record, 6)); return TRUE;
    case RK: add_number (self, row, column, style, unpack (zb_xls_u32 (record, 6))); return TRUE;
    case MULTIPLE_RK:
      for (gsize at = 4; at + 8 <= record->size; at += 6, column++)
        add_number (self, row, column, zb_xls_u16 (record, at), unpack (zb_xls_u32 (record, at + 2)));
      return TRUE;
    case BOOLEAN_OR_ERROR:
      if (zb_xls_u8 (record, 7) != 0)
        add_error (self, row, column, zb_xls_u8 (record, 6));
      else
        zb_cell_table_add (self->table, row, column, ZB_CELL_BOOLEAN, zb_xls_u8 (record, 6) != 0 ? "1" : "0", 1);
      return TRUE;
    case SHARED_TEXT: return take_shared (self, row, column, error);
    case TEXT:
    case RICH_TEXT: return take_text (self, row, column, error);
    case MERGED_CELLS: take_merged (self); return TRUE;
    default: return TRUE;
    }
}

static gboolean
is_missing (GError **error)
{
  g_set_error_literal (error, ZB_SHEET_ERROR, ZB_SHEET_ERROR_DAMAGED, "a sheet that is not where it should be");
  return FALSE;
}

gboolean
zb_xls_read_sheet (const ZbXlsBook *book, const ZbXlsRecords *records, gsize offset, ZbSheetStream *out, GError **error)
{
  g_auto(Sheet) self = {
    .book = book,
    .records = { .data = records->data, .length = records->length, .next = offset },
    .table = zb_cell_table_new (),
    .scratch = g_string_new (NULL),
  };
  guint depth = 0;

  /* Charts that stand in the sheet have a beginning and an end of their own. */
  while (zb_xls_records_next (&self.records))
    {
      if (self.records.type == BEGIN)
        depth++;
      else if (self.records.type == END && depth <= 1)
        return depth == 1 ? zb_cell_table_write (self.table, out, error) : is_missing (error);
      else if (self.records.type == END)
        depth--;
      else if (depth == 1 && !take_record (&self, error))
        return FALSE;
    }
  g_set_error_literal (error, ZB_SHEET_ERROR, ZB_SHEET_ERROR_DAMAGED, "a sheet without its end");
  return FALSE;
}
