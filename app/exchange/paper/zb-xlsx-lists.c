/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/paper/zb-xlsx-lists.h"

#include <string.h>

#include "core/zb-codes.h"
#include "exchange/paper/zb-row-source.h"

/* Bytes of a list that stands in the rule itself: spreadsheets take 255 characters, the library has room for as many bytes. */
#define MAX_LITERAL 255

/* Long lists, each a column of the hidden page and a name of the workbook. */
typedef struct {
  ZbXlsxFile *file;
  GPtrArray *tables; /* (owned) (element-type ZbCodeTable) */
} Lists;

/* Words of the column's field. Returns: (transfer container) (nullable) (element-type utf8) */
static GPtrArray *
words_of (const ZbField *field, const ZbCodeTable **out_table)
{
  GPtrArray *words;

  *out_table = field != NULL && field->type == ZB_FIELD_CODE ? zb_code_table_get (field->codes) : NULL;
  if (*out_table == NULL && (field == NULL || field->type != ZB_FIELD_BOOLEAN))
    return NULL;
  words = g_ptr_array_new ();
  for (guint i = 0; *out_table != NULL && i < (*out_table)->n_codes; i++)
    g_ptr_array_add (words, (gpointer) (*out_table)->codes[i].label);
  if (*out_table == NULL)
    {
      g_ptr_array_add (words, "是");
      g_ptr_array_add (words, "否");
    }
  g_ptr_array_add (words, NULL);
  return words;
}

/* Whether the words can stand in the rule, commas between. */
static gboolean
is_short (const GPtrArray *words)
{
  gsize length = 0;

  for (guint i = 0; i + 1 < words->len; i++)
    {
      if (strchr (g_ptr_array_index (words, i), ',') != NULL)
        return FALSE;
      length += strlen (g_ptr_array_index (words, i)) + 1;
    }
  return length <= MAX_LITERAL;
}

/* The field that a column shows, also where the rows are worked out. */
static const ZbField *
field_of (ZbSheet *sheet, guint i)
{
  const ZbSheetColumn *column = zb_sheet_column (sheet, i);
  const ZbRowColumn *made = column->field == NULL ? zb_row_source_column (zb_row_source_for (sheet->request->roster), column->name) : NULL;

  return made != NULL ? zb_row_column_field (made) : column->field;
}

static void
add_rule (Lists *lists, lxw_col_t column, lxw_row_t first, lxw_row_t last, GPtrArray *words, const ZbCodeTable *table)
{
  lxw_data_validation rule = { 0 };
  g_autofree char *name = table != NULL ? g_strdup_printf ("=zb_%s", table->name) : NULL;

  rule.ignore_blank = LXW_VALIDATION_ON;
  rule.error_type = LXW_VALIDATION_ERROR_TYPE_WARNING;
  rule.error_title = "不在列表中";
  rule.error_message = "请从列表中选择。其他写法导入时可能需要您说明是什么意思。";
  if (is_short (words))
    {
      rule.validate = LXW_VALIDATION_TYPE_LIST;
      rule.value_list = (char **) words->pdata;
    }
  else
    {
      rule.validate = LXW_VALIDATION_TYPE_LIST_FORMULA;
      rule.value_formula = name;
      if (!g_ptr_array_find (lists->tables, table, NULL))
        g_ptr_array_add (lists->tables, (gpointer) table);
    }
  worksheet_data_validation_range (lists->file->page, first, column, last, column, &rule);
}

/* The rows of a page are written from the top down, so all lists side by side. */
static void
write_page (Lists *lists)
{
  gboolean more = TRUE;

  for (guint row = 0; more; row++)
    {
      more = FALSE;
      for (guint i = 0; i < lists->tables->len; i++)
        {
          const ZbCodeTable *table = g_ptr_array_index (lists->tables, i);

          if (row >= table->n_codes)
            continue;
          worksheet_write_string (lists->file->page, row, (lxw_col_t) i, table->codes[row].label, NULL);
          more = TRUE;
        }
    }
}

static gboolean
add_page (Lists *lists, GError **error)
{
  lxw_worksheet *page = lists->file->page;

  if (lists->tables->len == 0)
    return TRUE;
  if (!zb_xlsx_file_add_page (lists->file, ZB_SHEET_LISTS_PAGE, error))
    return FALSE;
  worksheet_hide (lists->file->page);
  write_page (lists);
  lists->file->page = page;
  for (guint i = 0; i < lists->tables->len; i++)
    {
      const ZbCodeTable *table = g_ptr_array_index (lists->tables, i);
      g_autofree char *name = g_strdup_printf ("zb_%s", table->name);
      char range[64];
      g_autofree char *place = NULL;

      lxw_rowcol_to_range_abs (range, 0, (lxw_col_t) i, table->n_codes - 1, (lxw_col_t) i);
      place = g_strdup_printf ("=%s!%s", ZB_SHEET_LISTS_PAGE, range);
      workbook_define_name (lists->file->book, name, place);
    }
  return TRUE;
}

gboolean
zb_xlsx_lists_add (ZbXlsxFile *file, ZbSheet *sheet, lxw_row_t first, lxw_row_t last, GError **error)
{
  g_autoptr(GPtrArray) tables = g_ptr_array_new ();
  Lists lists = { file, tables };

  for (guint i = 0; i < zb_sheet_n_columns (sheet) && last >= first; i++)
    {
      const ZbCodeTable *table;
      g_autoptr(GPtrArray) words = words_of (field_of (sheet, i), &table);

      if (words != NULL)
        add_rule (&lists, (lxw_col_t) i, first, last, words, table);
    }
  return add_page (&lists, error);
}
