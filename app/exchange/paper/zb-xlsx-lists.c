/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/paper/zb-xlsx-lists.h"

#include <string.h>

#include "core/zb-codes.h"
#include "exchange/paper/zb-row-source.h"

/* Bytes of a list that stands in the rule itself: spreadsheets take 255 characters, the library has room for as many bytes. */
#define MAX_LITERAL 255

/* Words that are chosen from. @name: of the list in the workbook, where it stands on the hidden page */
typedef struct {
  char *name;        /* (owned) */
  GPtrArray *words;  /* (owned) (element-type utf8), ended by %NULL */
} Choice;

/* Long lists, each a column of the hidden page and a name of the workbook. */
typedef struct {
  ZbXlsxFile *file;
  GPtrArray *choices; /* (owned) (element-type Choice) */
} Lists;

static void
choice_free (gpointer data)
{
  Choice *choice = data;

  g_free (choice->name);
  g_ptr_array_unref (choice->words);
  g_free (choice);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Choice, choice_free)

static Choice *
choice_new (const char *name)
{
  Choice *choice = g_new0 (Choice, 1);

  choice->name = g_strdup_printf ("zb_%s", name);
  choice->words = g_ptr_array_new ();
  return choice;
}

/* What a field is chosen from. Returns: (transfer full) (nullable): its texts stay where they are */
static Choice *
choice_of (const ZbField *field)
{
  const ZbCodeTable *table = field != NULL && field->type == ZB_FIELD_CODE ? zb_code_table_get (field->codes) : NULL;
  Choice *choice;

  if (table == NULL && (field == NULL || field->type != ZB_FIELD_BOOLEAN))
    return NULL;
  choice = choice_new (table != NULL ? table->name : "yes_no");
  for (guint i = 0; table != NULL && i < table->n_codes; i++)
    g_ptr_array_add (choice->words, (gpointer) table->codes[i].label);
  if (table == NULL)
    {
      g_ptr_array_add (choice->words, "是");
      g_ptr_array_add (choice->words, "否");
    }
  g_ptr_array_add (choice->words, NULL);
  return choice;
}

/* Branches of members are chosen from those that there are. */
static Choice *
choice_of_branches (ZbSheet *sheet, const ZbSheetColumn *column)
{
  Choice *choice;

  if (sheet->branches == NULL || sheet->branches->len == 0 || strcmp (column->name, "branch") != 0)
    return NULL;
  choice = choice_new ("branches");
  for (guint i = 0; i < sheet->branches->len; i++)
    g_ptr_array_add (choice->words, g_ptr_array_index (sheet->branches, i));
  g_ptr_array_add (choice->words, NULL);
  return choice;
}

/* Whether the words can stand in the rule, commas between. */
static gboolean
is_short (const GPtrArray *words)
{
  gsize length = 0;

  for (guint i = 0; i + 1 < words->len; i++)
    {
      if (strpbrk (g_ptr_array_index (words, i), ",\"") != NULL)
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

static gboolean
has_name (gconstpointer choice, gconstpointer name)
{
  return strcmp (((const Choice *) choice)->name, name) == 0;
}

/* @choice: (transfer full) */
static void
add_rule (Lists *lists, lxw_col_t column, lxw_row_t first, lxw_row_t last, Choice *choice)
{
  g_autoptr(Choice) owned = choice;
  lxw_data_validation rule = { 0 };
  g_autofree char *formula = g_strconcat ("=", choice->name, NULL);
  gboolean is_literal = is_short (choice->words);

  rule.ignore_blank = LXW_VALIDATION_ON;
  rule.error_type = LXW_VALIDATION_ERROR_TYPE_WARNING;
  rule.error_title = "不在列表中";
  rule.error_message = "请从列表中选择。其他写法导入时可能需要您说明是什么意思。";
  rule.validate = is_literal ? LXW_VALIDATION_TYPE_LIST : LXW_VALIDATION_TYPE_LIST_FORMULA;
  rule.value_list = is_literal ? (char **) choice->words->pdata : NULL;
  rule.value_formula = is_literal ? NULL : formula;
  worksheet_data_validation_range (lists->file->page, first, column, last, column, &rule);
  if (!is_literal && !g_ptr_array_find_with_equal_func (lists->choices, choice->name, has_name, NULL))
    g_ptr_array_add (lists->choices, g_steal_pointer (&owned));
}

/* The rows of a page are written from the top down, so all lists side by side. */
static void
write_page (Lists *lists)
{
  gboolean more = TRUE;

  for (guint row = 0; more; row++)
    {
      more = FALSE;
      for (guint i = 0; i < lists->choices->len; i++)
        {
          const Choice *choice = g_ptr_array_index (lists->choices, i);

          if (row + 1 >= choice->words->len)
            continue;
          worksheet_write_string (lists->file->page, row, (lxw_col_t) i, g_ptr_array_index (choice->words, row), NULL);
          more = TRUE;
        }
    }
}

static gboolean
add_page (Lists *lists, GError **error)
{
  lxw_worksheet *page = lists->file->page;

  if (lists->choices->len == 0)
    return TRUE;
  if (!zb_xlsx_file_add_page (lists->file, ZB_SHEET_LISTS_PAGE, error))
    return FALSE;
  worksheet_hide (lists->file->page);
  write_page (lists);
  lists->file->page = page;
  for (guint i = 0; i < lists->choices->len; i++)
    {
      const Choice *choice = g_ptr_array_index (lists->choices, i);
      char range[64];
      g_autofree char *place = NULL;

      lxw_rowcol_to_range_abs (range, 0, (lxw_col_t) i, choice->words->len - 2, (lxw_col_t) i);
      place = g_strdup_printf ("=%s!%s", ZB_SHEET_LISTS_PAGE, range);
      workbook_define_name (lists->file->book, choice->name, place);
    }
  return TRUE;
}

gboolean
zb_xlsx_lists_add (ZbXlsxFile *file, ZbSheet *sheet, lxw_row_t first, lxw_row_t last, GError **error)
{
  g_autoptr(GPtrArray) choices = g_ptr_array_new_with_free_func (choice_free);
  Lists lists = { file, choices };

  for (guint i = 0; i < zb_sheet_n_columns (sheet) && last >= first; i++)
    {
      Choice *choice = choice_of_branches (sheet, zb_sheet_column (sheet, i));

      if (choice == NULL)
        choice = choice_of (field_of (sheet, i));
      if (choice != NULL)
        add_rule (&lists, (lxw_col_t) i, first, last, choice);
    }
  return add_page (&lists, error);
}
