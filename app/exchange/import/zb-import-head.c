/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the headings of a sheet stand: one row of them, or several, parent above child. */
#include "config.h"

#include <string.h>

#include "exchange/import/zb-import-private.h"

/* Titles, units, dates and notes stand above the headings; no more than this many rows of them. */
#define HEAD_ROWS 48

/* Rows that one block of headings has at most: 学历学位, 全日制教育, 学历. */
#define MAX_DEPTH 4

/* No list has headings in more columns, nor more merged cells among its first rows; a file that has would only cost time. */
#define MAX_COLUMNS 512
#define MAX_MERGED 4096

/* Known headings that leave no doubt that they are those of a list. */
#define ENOUGH 3

/* Longest heading that may stand below another, in bytes. */
#define LONGEST_CHILD 90

typedef struct {
  guint number;
  guint n_columns;
  char **texts;     /* by column, NULL where nothing stands */
} Row;

typedef struct {
  ZbImport *import;
  const ZbImportSheet *sheet;
  GArray *rows;          /* (owned) (element-type Row) */
  GArray *merged;        /* (owned) (element-type ZbSheetMerged): those among these rows */
  GHashTable *fields;    /* (owned): heading → field or NULL */
  gboolean has_form;     /* whether some rows are a form of one person */
} Top;

static void
row_clear (gpointer data)
{
  Row *row = data;

  for (guint i = 0; i < row->n_columns; i++)
    g_free (row->texts[i]);
  g_free (row->texts);
}

static void
load_row (Top *self, guint i)
{
  GArray *cells = self->import->cells;
  Row row = { 0 };

  row.number = zb_import_rows_get (self->sheet->rows, i, cells);
  for (guint c = 0; c < cells->len; c++)
    row.n_columns = MAX (row.n_columns, MIN (g_array_index (cells, ZbSheetCell, c).column + 1, MAX_COLUMNS));
  row.texts = g_new0 (char *, row.n_columns + 1);
  for (guint c = 0; c < cells->len; c++)
    {
      const ZbSheetCell *cell = &g_array_index (cells, ZbSheetCell, c);
      const char *text = zb_import_plain_text (self->import, cell->text, FALSE);

      if (cell->column < MAX_COLUMNS && *text != '\0' && row.texts[cell->column] == NULL && !zb_import_is_ditto (text))
        row.texts[cell->column] = g_strdup (text);
    }
  g_array_append_val (self->rows, row);
}

/* @from: index of the first row that is looked at; the others are counted from it */
static void
top_init (Top *self, ZbImport *import, const ZbImportSheet *sheet, guint from, guint rows)
{
  guint n = MIN (zb_import_rows_size (sheet->rows) - from, rows + MAX_DEPTH);

  self->import = import;
  self->sheet = sheet;
  self->rows = g_array_new (FALSE, FALSE, sizeof (Row));
  g_array_set_clear_func (self->rows, row_clear);
  self->merged = g_array_new (FALSE, FALSE, sizeof (ZbSheetMerged));
  self->fields = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < n; i++)
    load_row (self, from + i);
  for (guint i = 0; n > 0 && i < sheet->merged->len && self->merged->len < MAX_MERGED; i++)
    {
      const ZbSheetMerged *merged = &g_array_index (sheet->merged, ZbSheetMerged, i);

      if (merged->first_row <= g_array_index (self->rows, Row, n - 1).number && merged->last_row >= g_array_index (self->rows, Row, 0).number)
        g_array_append_val (self->merged, *merged);
    }
}

static void
top_clear (Top *self)
{
  g_array_unref (self->rows);
  g_array_unref (self->merged);
  g_hash_table_unref (self->fields);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Top, top_clear)

static const char *
text_at (const Top *self, guint row, guint column)
{
  const Row *at = &g_array_index (self->rows, Row, row);

  return column < at->n_columns ? at->texts[column] : NULL;
}

/* The merged area that a cell belongs to. */
static const ZbSheetMerged *
merged_at (const Top *self, guint row, guint column)
{
  guint number = g_array_index (self->rows, Row, row).number;

  for (guint i = 0; i < self->merged->len; i++)
    {
      const ZbSheetMerged *merged = &g_array_index (self->merged, ZbSheetMerged, i);

      if (merged->first_row <= number && number <= merged->last_row && merged->first_column <= column && column <= merged->last_column)
        return merged;
    }
  return NULL;
}

static const ZbField *
field_of (Top *self, const char *heading)
{
  gpointer field = NULL;

  if (!g_hash_table_lookup_extended (self->fields, heading, NULL, &field))
    {
      field = (gpointer) zb_import_field_of_heading (self->import, heading);
      g_hash_table_insert (self->fields, g_strdup (heading), field);
    }
  return field;
}

/* A heading that speaks of somebody else. */
static gboolean
is_of_others (const char *parent)
{
  static const char *const others[] = { "家庭", "亲属", "配偶", "父", "母", "子女", "联系人", "介绍人", "培养人", "入党前", "入党时", "单位" };

  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    if (strstr (parent, others[i]) != NULL)
      return TRUE;
  return FALSE;
}

/* A heading that only says what group its children are of: their own words are enough. */
static gboolean
is_neutral (const char *parent)
{
  static const char *const ends[] = { "情况", "信息", "资料", "简况", "经历", "方式", "内容", "一栏" };
  static const char *const begins[] = { "学历", "学位", "教育", "文化" };

  if (is_of_others (parent))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    if (g_str_has_suffix (parent, ends[i]))
      return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (begins); i++)
    if (g_str_has_prefix (parent, begins[i]))
      return TRUE;
  return FALSE;
}

/* 时间 over 入党: the day stands the other way round. */
static const ZbField *
date_of_path (Top *self, GPtrArray *path)
{
  g_autofree char *joined = g_strconcat (g_ptr_array_index (path, path->len - 1), g_ptr_array_index (path, path->len - 2), NULL);
  const ZbField *field = field_of (self, joined);

  return field != NULL && field->type == ZB_FIELD_DATE ? field : NULL;
}

/*
 * What parent and child mean together: 入党 over 时间 is 入党时间. The child alone counts where the parent
 * only groups (党内情况), says it too (学历学位 over 学历), means the same (家庭住址 over 现住址), or where the child is
 * of four characters and more, and says enough (入党 over 转正时间); never 姓名 below 配偶.
 */
static const ZbField *
field_of_path (Top *self, GPtrArray *path)
{
  for (guint from = 0; from < path->len; from++)
    {
      g_autoptr(GString) joined = g_string_new (NULL);
      const ZbField *field;
      gboolean may = TRUE;

      for (guint i = from; i < path->len; i++)
        g_string_append (joined, g_ptr_array_index (path, i));
      field = field_of (self, joined->str);
      for (guint i = 0; field != NULL && may && i < from; i++)
        {
          const char *parent = g_ptr_array_index (path, i);

          may = (g_utf8_strlen (joined->str, -1) >= 4 && !is_of_others (parent)) || is_neutral (parent) || field_of (self, parent) == field || strstr (parent, g_ptr_array_index (path, from)) != NULL;
        }
      if (field != NULL && may)
        return field;
    }
  return path->len >= 2 ? date_of_path (self, path) : NULL;
}

static gboolean
has_text_below (const Top *self, guint row, guint last, guint column)
{
  for (guint r = row + 1; r <= last; r++)
    if (text_at (self, r, column) != NULL)
      return TRUE;
  return FALSE;
}

/* The parent that stands in another column of the row: of the merged area, or the next one to the left with children of its own. */
static const char *
parent_of (const Top *self, guint first, guint row, guint last, guint column)
{
  const ZbSheetMerged *merged = merged_at (self, row, column);

  if (merged != NULL)
    return merged->first_column < column && merged->first_row == g_array_index (self->rows, Row, row).number
             ? text_at (self, row, merged->first_column) : NULL;
  if (row == last || !has_text_below (self, row, last, column))
    return NULL;
  for (guint c = column; c-- > 0;)
    if (text_at (self, row, c) != NULL)
      return merged_at (self, row, c) == NULL && has_text_below (self, row, last, c) ? text_at (self, row, c) : NULL;
  return NULL;
}

/* The headings over a column, from the top. Returns: (element-type utf8): unowned texts */
static GPtrArray *
path_of (const Top *self, guint first, guint last, guint column)
{
  GPtrArray *path = g_ptr_array_new ();

  for (guint row = first; row <= last; row++)
    {
      const char *text = text_at (self, row, column);

      if (text == NULL)
        text = parent_of (self, first, row, last, column);
      if (text != NULL && (path->len == 0 || strcmp (g_ptr_array_index (path, path->len - 1), text) != 0))
        g_ptr_array_add (path, (gpointer) text);
    }
  return path;
}

/* No number, no date, no sentence. */
static gboolean
may_be_child (const char *text)
{
  return strlen (text) <= LONGEST_CHILD && text[strspn (text, "0123456789./-:+ ")] != '\0';
}

/* Two words that are one heading together: 出生 over 年月. */
static gboolean
are_one (Top *self, const char *above, const char *below)
{
  g_autofree char *joined = g_strconcat (above, below, NULL);

  /* 学 over 号: one word, written downwards. */
  return field_of (self, joined) != NULL || zb_import_is_silent (joined) || (g_utf8_strlen (above, -1) == 1 && g_utf8_strlen (below, -1) == 1);
}

/* Whether a cell of the row below stands below a parent of the row above, and not below a heading that is whole. */
static gboolean
is_below_parent (Top *self, guint row, guint column)
{
  const ZbSheetMerged *merged = merged_at (self, row, column);

  if (merged != NULL)
    return merged->last_row == g_array_index (self->rows, Row, row).number && merged->first_column < merged->last_column;
  if (text_at (self, row, column) != NULL && are_one (self, text_at (self, row, column), text_at (self, row + 1, column)))
    return TRUE;
  if (text_at (self, row, column) != NULL)
    {
      const Row *next = &g_array_index (self->rows, Row, row + 1);

      for (guint c = column + 1; c < next->n_columns && text_at (self, row, c) == NULL && merged_at (self, row, c) == NULL; c++)
        if (text_at (self, row + 1, c) != NULL)
          return TRUE;
      return FALSE;
    }
  for (guint c = column; c-- > 0;)
    if (text_at (self, row, c) != NULL)
      return TRUE;
  return FALSE;
}

/* 填报单位：某公司 and 起止日期：…, side by side: what the list is about, and no headings. */
static gboolean
is_line_of_notes (const Top *self, guint row)
{
  for (guint c = 0; c < g_array_index (self->rows, Row, row).n_columns; c++)
    {
      const char *text = text_at (self, row, c), *colon = text != NULL ? strstr (text, "：") : NULL;

      if (text != NULL && (colon == NULL || colon == text || colon[strlen ("：")] == '\0'))
        return FALSE;
    }
  return TRUE;
}

/* Whether the row after @row carries on its headings. */
static gboolean
goes_on (Top *self, guint row)
{
  const Row *next = &g_array_index (self->rows, Row, row + 1);
  const ZbField *title = zb_import_title (self->import);
  guint n = 0, n_above = 0;

  if (next->number != g_array_index (self->rows, Row, row).number + 1)
    return FALSE;
  for (guint c = 0; c < g_array_index (self->rows, Row, row).n_columns; c++)
    n_above += text_at (self, row, c) != NULL;
  /* The title of a list is no heading of anything. */
  if (n_above < 2 || is_line_of_notes (self, row))
    return FALSE;
  for (guint c = 0; c < next->n_columns; c++)
    {
      const char *text = next->texts[c], *above = text_at (self, row, c);

      if (text == NULL)
        continue;
      if (!may_be_child (text) || !is_below_parent (self, row, c) || (above != NULL && field_of (self, above) == title))
        return FALSE;
      n++;
    }
  return n >= 2;
}

static gboolean
is_alone (const Top *self, guint row)
{
  guint n = 0;

  for (guint c = 0; c < g_array_index (self->rows, Row, row).n_columns; c++)
    n += text_at (self, row, c) != NULL;
  return n == 1;
}

/* Whether what stands below the name is a heading, too: a form of one person, 姓名 beside 张三 and 出生日期 below, and no list. */
static gboolean
is_form (Top *self, guint last, const ZbImportHead *head)
{
  const ZbField *title = zb_import_title (self->import), *below;

  for (guint i = 0; last + 1 < self->rows->len && i < head->headings->len; i++)
    {
      const ZbImportHeading *heading = &g_array_index (head->headings, ZbImportHeading, i);
      const char *text = heading->field == title ? text_at (self, last + 1, heading->column) : NULL;

      /* A line that stands alone, 正式党员, speaks of the rows below it. */
      below = text != NULL && !is_alone (self, last + 1) ? field_of (self, text) : NULL;
      if (below != NULL && below != title)
        return TRUE;
    }
  return FALSE;
}

static void
heading_clear (gpointer heading)
{
  g_free (((ZbImportHeading *) heading)->text);
}

static char *
shown (GPtrArray *path)
{
  g_autoptr(GString) out = g_string_new (NULL);

  for (guint i = 0; i < path->len; i++)
    g_string_append_printf (out, "%s%s", i > 0 ? "/" : "", (const char *) g_ptr_array_index (path, i));
  return g_string_free (g_steal_pointer (&out), FALSE);
}

/* The block of headings from row @first to row @last. */
static void
read_block (Top *self, guint first, guint last, ZbImportHead *out)
{
  g_autoptr(GHashTable) seen = g_hash_table_new (NULL, NULL);
  g_autoptr(GPtrArray) paths = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  guint n_columns = 0;

  for (guint row = first; row <= last; row++)
    n_columns = MAX (n_columns, g_array_index (self->rows, Row, row).n_columns);
  out->first = first;
  out->next = last + 1;
  out->headings = g_array_new (FALSE, FALSE, sizeof (ZbImportHeading));
  g_array_set_clear_func (out->headings, heading_clear);
  for (guint c = 0; c < n_columns; c++)
    {
      g_autoptr(GPtrArray) path = path_of (self, first, last, c);
      ZbImportHeading heading = { .column = c };

      if (path->len == 0 || !(text_at (self, first, c) != NULL || has_text_below (self, first, last, c)))
        continue;
      heading.text = shown (path);
      heading.field = field_of_path (self, path);
      g_array_append_val (out->headings, heading);
      g_ptr_array_add (paths, g_steal_pointer (&path));
    }
  zb_import_find_parts (self->import, out->headings, paths);
  for (guint i = 0; i < out->headings->len; i++)
    if (g_array_index (out->headings, ZbImportHeading, i).field != NULL)
      g_hash_table_add (seen, (gpointer) g_array_index (out->headings, ZbImportHeading, i).field);
  self->has_form = self->has_form || is_form (self, last, out);
  out->score = g_hash_table_contains (seen, zb_import_title (self->import)) && !is_form (self, last, out) ? g_hash_table_size (seen) : 0;
}

void
zb_import_head_clear (ZbImportHead *head)
{
  g_clear_pointer (&head->headings, g_array_unref);
  head->score = 0;
}

/* The best of the blocks that begin at row @first, if it is better than @out. Returns: the last row that belongs to one */
static guint
try_at (Top *self, guint first, ZbImportHead *out)
{
  guint inside = 0;

  for (guint last = first; last < MIN (first + MAX_DEPTH, self->rows->len); last++)
    {
      ZbImportHead head = { 0 };

      if (last > first && !goes_on (self, last - 1))
        break;
      read_block (self, first, last, &head);
      /* What belongs to a block is not looked at as a row of headings by itself. */
      inside = head.score > 0 ? MAX (inside, last) : inside;
      if (head.score > out->score || (head.score == out->score && last > first && out->first == first && out->score > 0))
        {
          zb_import_head_clear (out);
          *out = head;
        }
      else
        zb_import_head_clear (&head);
    }
  return inside;
}

gboolean
zb_import_find_head (ZbImport *import, const ZbImportSheet *sheet, ZbImportHead *out)
{
  g_auto(Top) top = { 0 };

  *out = (ZbImportHead) { 0 };
  top_init (&top, import, sheet, 0, HEAD_ROWS);
  for (guint first = 0, inside = 0; first < MIN (top.rows->len, HEAD_ROWS); first = MAX (first, inside) + 1)
    {
      ZbImportHead head = { 0 };

      inside = MAX (inside, try_at (&top, first, &head));
      /* A list that begins below another one has headings of its own, perhaps more of them. */
      if (head.score > out->score && (out->score < ENOUGH || head.first < out->next + 1))
        {
          zb_import_head_clear (out);
          *out = head;
        }
      else
        zb_import_head_clear (&head);
    }
  /* What stands below a form is about its person: the family, the course of a life. */
  if (top.has_form)
    zb_import_head_clear (out);
  return out->score > 0;
}

gboolean
zb_import_head_at (ZbImport *import, const ZbImportSheet *sheet, guint first, ZbImportHead *out)
{
  g_auto(Top) top = { 0 };

  *out = (ZbImportHead) { 0 };
  top_init (&top, import, sheet, first, 1);
  try_at (&top, 0, out);
  out->first += first;
  out->next += first;
  return out->score > 0;
}
