/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Several columns that are one value: 出生 over 年, 月 and 日; 性别 over 男 and 女 with a tick in one of them. */
#include "config.h"

#include <string.h>

#include "core/zb-codes.h"
#include "exchange/import/zb-import-private.h"

static const struct { const char *end; ZbImportPart part; } ends[] = {
  { "年份", ZB_IMPORT_YEAR }, { "年", ZB_IMPORT_YEAR }, { "月份", ZB_IMPORT_MONTH }, { "月", ZB_IMPORT_MONTH }, { "日", ZB_IMPORT_DAY },
};

static const char *const yes[] = { "√", "✓", "✔", "☑", "■", "●", "是", "有", "对", "1", "Y", "y", "v", "V", "ü", "þ", "P", "R", "◎", "★", "＊", "*", NULL };
static const char *const no[] = { "×", "✗", "✘", "☐", "□", "○", "否", "不是", "没有", "0", "N", "n", "x", "X", NULL };

/* The headings above a column as one, but for the last of them unless @whole. */
static char *
join (GPtrArray *path, gboolean whole)
{
  g_autoptr(GString) out = g_string_new (NULL);

  for (guint i = 0; i + !whole < path->len; i++)
    g_string_append (out, g_ptr_array_index (path, i));
  return zb_import_fold_org (out->str);
}

static const char *
last_of (GPtrArray *path)
{
  return path->len > 0 ? g_ptr_array_index (path, path->len - 1) : "";
}

/* The date of which @text is the year, the month or the day. */
static const ZbField *
date_of (ZbImport *self, const char *text, ZbImportPart part)
{
  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    if (ends[i].part == part && g_str_has_suffix (text, ends[i].end) && strlen (text) > strlen (ends[i].end))
      {
        g_autofree char *stem = g_strndup (text, strlen (text) - strlen (ends[i].end));
        g_autofree char *time = g_strconcat (stem, "时间", NULL);
        const ZbField *field = zb_import_field_of_heading (self, stem);

        field = field != NULL ? field : zb_import_field_of_heading (self, time);
        return field != NULL && field->type == ZB_FIELD_DATE ? field : NULL;
      }
  return NULL;
}

static void
mark (ZbImportHeading *heading, const ZbField *field, ZbImportPart part, const char *code)
{
  heading->field = field;
  heading->part = part;
  heading->code = code;
}

/* A year is a part of a date only where its month follows. Returns: how many columns are one date, 0 */
static guint
find_date (ZbImport *self, GArray *headings, GPtrArray *paths, guint i)
{
  const ZbField *field = NULL;
  guint n = 0;

  for (; n < 3 && i + n < headings->len; n++)
    {
      g_autofree char *text = join (g_ptr_array_index (paths, i + n), TRUE);
      const ZbField *found = date_of (self, text, (ZbImportPart) (ZB_IMPORT_YEAR + n));

      if (found == NULL || (n > 0 && found != field))
        break;
      field = found;
    }
  if (n < 2)
    return 0;
  for (guint k = 0; k < n; k++)
    mark (&g_array_index (headings, ZbImportHeading, i + k), field, (ZbImportPart) (ZB_IMPORT_YEAR + k), NULL);
  return n;
}

/* What a tick in a column of this heading says. */
static const ZbCode *
code_of (ZbImport *self, GPtrArray *path, const ZbField **out_field)
{
  /* Without a heading above that says what they are, only these are plain enough. */
  static const char *const sexes[] = { "男", "女", NULL };
  static const char *const categories[] = { "正式", "预备", "正式党员", "预备党员", NULL };
  g_autofree char *above = join (path, FALSE), *text = zb_import_fold_org (last_of (path));
  const ZbField *field = *above != '\0' ? zb_import_field_of_heading (self, above) : NULL;

  if (*text == '\0' || g_ascii_isalnum (*text))
    return NULL;
  if (field == NULL && g_strv_contains (sexes, text))
    field = zb_kind_field (self->kind, "sex");
  else if (field == NULL && g_strv_contains (categories, text))
    field = zb_kind_field (self->kind, "category");
  if (field == NULL || field->type != ZB_FIELD_CODE)
    return NULL;
  *out_field = field;
  return zb_code_read (zb_code_table_get (field->codes), text, NULL);
}

/* Columns of which one is ticked. Returns: how many, 0 */
static guint
find_ticks (ZbImport *self, GArray *headings, GPtrArray *paths, guint i)
{
  g_autoptr(GPtrArray) codes = g_ptr_array_new ();
  const ZbField *field = NULL;

  for (guint k = i; k < headings->len; k++)
    {
      const ZbField *own = NULL;
      const ZbCode *code = code_of (self, g_ptr_array_index (paths, k), &own);

      if (code == NULL || (k > i && own != field) || g_ptr_array_find (codes, code, NULL))
        break;
      field = own;
      g_ptr_array_add (codes, (gpointer) code);
    }
  if (codes->len < 2)
    return 0;
  for (guint k = 0; k < codes->len; k++)
    mark (&g_array_index (headings, ZbImportHeading, i + k), field, ZB_IMPORT_TICK, ((const ZbCode *) g_ptr_array_index (codes, k))->code);
  return codes->len;
}

void
zb_import_find_parts (ZbImport *self, GArray *headings, GPtrArray *paths)
{
  for (guint i = 0; i < headings->len;)
    {
      guint n = find_date (self, headings, paths, i);

      n = n > 0 ? n : find_ticks (self, headings, paths, i);
      i += MAX (n, 1);
    }
}

/* The cell of another part of the same date in the row. */
static const ZbSheetCell *
cell_of (ZbImport *self, const ZbImportDraft *draft, const ZbField *field, ZbImportPart part)
{
  for (guint i = 0; i < self->columns->len; i++)
    {
      const ZbImportColumnState *state = g_ptr_array_index (self->columns, i);

      if (state->part == part && state->shown.field == field && draft->cells[i] != NULL)
        return draft->cells[i];
    }
  return NULL;
}

static ZbImportValue
read_date (ZbImport *self, const ZbImportDraft *draft, ZbImportColumnState *column, const ZbSheetCell *year)
{
  const ZbField *field = column->shown.field;
  const ZbSheetCell *parts[] = { year, cell_of (self, draft, field, ZB_IMPORT_MONTH), cell_of (self, draft, field, ZB_IMPORT_DAY) };
  g_autoptr(GString) whole = g_string_new (NULL);
  ZbSheetCell cell = { year->column, ZB_CELL_TEXT, NULL };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autofree char *text = parts[i] != NULL ? zb_import_fold_org (parts[i]->text) : NULL;
      gboolean is_blank = text == NULL || zb_import_is_blank (text);

      if (parts[i] != NULL && (parts[i]->kind == ZB_CELL_ERROR || parts[i]->kind == ZB_CELL_FORMULA))
        return zb_import_read_value (self, column, parts[i]);
      for (guint k = 0; !is_blank && k < G_N_ELEMENTS (ends); k++)
        if (ends[k].part == ZB_IMPORT_YEAR + i && g_str_has_suffix (text, ends[k].end))
          text[strlen (text) - strlen (ends[k].end)] = '\0';
      if (i == 0 && is_blank && parts[1] == NULL)
        return (ZbImportValue) { 0 };
      /* A day without its month would become a month. */
      if (i == 2 && !is_blank && whole->len > 0 && strchr (whole->str, '.') == NULL)
        return (ZbImportValue) { NULL, "bad-date", TRUE };
      if (!is_blank)
        g_string_append_printf (whole, "%s%s", i > 0 ? "." : "", text);
    }
  if (strchr (whole->str, '.') == NULL)
    return zb_import_read_value (self, column, year);
  cell.text = whole->str;
  return zb_import_read_value (self, column, &cell);
}

static ZbImportValue
read_tick (ZbImport *self, const ZbImportDraft *draft, const ZbImportColumnState *column, const ZbSheetCell *cell)
{
  const char *text = zb_import_plain_text (self, cell->text, FALSE);
  const ZbField *field = column->shown.field;
  const ZbCode *word;
  const char *known;

  if (cell->kind == ZB_CELL_ERROR || cell->kind == ZB_CELL_FORMULA)
    return (ZbImportValue) { NULL, cell->kind == ZB_CELL_ERROR ? "error-value" : "formula-without-value", cell->kind == ZB_CELL_ERROR };
  if (*text == '\0' || g_strv_contains (no, text) || zb_import_is_blank (text))
    return (ZbImportValue) { 0 };
  word = g_strv_contains (yes, text) ? NULL : zb_code_read (zb_code_table_get (field->codes), text, NULL);
  if (!g_strv_contains (yes, text) && (word == NULL || strcmp (word->code, column->code) != 0))
    return (ZbImportValue) { NULL, "bad-boolean", TRUE };
  known = zb_import_is_own (self, field) ? zb_import_draft_value (self, draft, field->name) : NULL;
  if (known != NULL && strcmp (known, column->code) != 0)
    return (ZbImportValue) { NULL, "two-ticks", TRUE };
  return (ZbImportValue) { g_strdup (column->code), NULL, FALSE };
}

ZbImportValue
zb_import_read_part (ZbImport *self, const ZbImportDraft *draft, ZbImportColumnState *column, const ZbSheetCell *cell)
{
  switch (column->part)
    {
    case ZB_IMPORT_YEAR: return read_date (self, draft, column, cell);
    case ZB_IMPORT_TICK: return read_tick (self, draft, column, cell);
    case ZB_IMPORT_MONTH:
    case ZB_IMPORT_DAY:
      /* Read with the year; without one it is no date. */
      if (cell_of (self, draft, column->shown.field, ZB_IMPORT_YEAR) != NULL || zb_import_is_blank (zb_import_plain_text (self, cell->text, FALSE)))
        return (ZbImportValue) { 0 };
      return (ZbImportValue) { NULL, "bad-date", TRUE };
    case ZB_IMPORT_WHOLE:
    default: return zb_import_read_value (self, column, cell);
    }
}

/* What a cell may hold as one of two: what is stored, and no text that may have strokes itself. */
static gboolean
may_be_of_two (ZbImport *self, const ZbField *field)
{
  return field != NULL && field != zb_import_title (self) && zb_import_is_own (self, field) && zb_field_is_stored (field)
         && (field->type == ZB_FIELD_CODE || field->type == ZB_FIELD_DATE || field->type == ZB_FIELD_TEXT);
}

/* The two headings in one: 性别/民族, 性别及民族, 性别民族, 入党时间（转正时间）. */
static gboolean
find_two (ZbImport *self, const char *heading, const ZbField **out_first, const ZbField **out_second)
{
  g_autofree char *normal = g_utf8_normalize (heading, -1, G_NORMALIZE_NFKC);
  g_auto(GStrv) parts = g_regex_split_simple ("\\s*[/、|,]\\s*|\\s+|\\s*[及和与]\\s*|\\s*[()]\\s*$|\\s*[(]\\s*", normal, 0, 0);
  guint n = g_strv_length (parts);

  n -= n > 0 && *parts[n - 1] == '\0';
  if (n == 2)
    {
      *out_first = zb_import_field_of_heading (self, parts[0]);
      *out_second = zb_import_field_of_heading (self, parts[1]);
    }
  for (const char *at = n == 1 ? g_utf8_next_char (normal) : ""; *at != '\0'; at = g_utf8_next_char (at))
    {
      g_autofree char *first = g_strndup (normal, (gsize) (at - normal));

      *out_first = zb_import_field_of_heading (self, first);
      *out_second = *out_first != NULL ? zb_import_field_of_heading (self, at) : NULL;
      if (*out_second != NULL)
        break;
    }
  return *out_first != NULL && *out_second != NULL;
}

gboolean
zb_import_fields_of_two (ZbImport *self, const char *heading, const ZbField **out_first, const ZbField **out_second)
{
  *out_first = *out_second = NULL;
  return strlen (heading) < 60 && find_two (self, heading, out_first, out_second) && may_be_of_two (self, *out_first) && may_be_of_two (self, *out_second)
         && *out_first != *out_second;
}

/* Whether the text is a value of the field. */
static gboolean
is_of_field (ZbImport *self, const ZbField *field, const char *text)
{
  ZbImportValue value = { 0 };
  gboolean is;

  if (field->type == ZB_FIELD_TEXT)
    return strpbrk (text, "0123456789") == NULL;
  if (field->type == ZB_FIELD_DATE)
    value = zb_import_read_date (self, field, ZB_CELL_TEXT, text);
  else if (!g_ascii_isalnum (*text))
    zb_field_read (field, text, &value.value, NULL);
  is = value.value != NULL && !value.is_error;
  g_free (value.value);
  return is;
}

/* 男汉族, 1960.5湖南长沙, 2008.06-2009.06: nothing, or a sign that dates have too, stands between them. The one place where both are values. */
static char **
split_close (ZbImport *self, const char *text, const ZbField *first, const ZbField *second)
{
  g_autoptr(GStrvBuilder) parts = g_strv_builder_new ();
  guint n = 0;

  for (const char *at = g_utf8_next_char (text); *at != '\0' && strlen (text) < 100; at = g_utf8_next_char (at))
    {
      g_autofree char *one = g_strchomp (g_strndup (text, (gsize) (at - text)));
      const char *two = at;

      if (*at == ' ' || (first->type == ZB_FIELD_DATE && second->type == ZB_FIELD_DATE && strchr ("-~", *at) == NULL && !g_str_has_prefix (at, "至")))
        continue;
      if (strchr ("-~", *at) != NULL || g_str_has_prefix (at, "至"))
        two = g_utf8_next_char (at);
      while (*two == ' ')
        two++;
      if (!is_of_field (self, first, one) || *two == '\0' || !is_of_field (self, second, two))
        continue;
      /* 1960.5 is whole where 1960 is, too: what is longest counts. */
      if (n++ > 0 && first->type != ZB_FIELD_DATE)
        return NULL;
      g_strv_builder_unref (g_steal_pointer (&parts));
      parts = g_strv_builder_new ();
      g_strv_builder_add (parts, one);
      g_strv_builder_add (parts, two);
    }
  return n > 0 ? g_strv_builder_end (parts) : NULL;
}

char **
zb_import_split_two (ZbImport *self, const ZbSheetCell *cell, const ZbField *first, const ZbField *second)
{
  g_autofree char *text = cell->kind == ZB_CELL_TEXT ? g_utf8_normalize (zb_import_plain_text (self, cell->text, TRUE), -1, G_NORMALIZE_NFKC) : NULL;
  g_auto(GStrv) parts = text != NULL ? g_regex_split_simple ("\\s*[/、,;|\\n]\\s*|\\s*[()]\\s*$|\\s*\\(\\s*", text, 0, 0) : NULL;
  guint n = parts != NULL ? g_strv_length (parts) : 0;

  if (n == 3 && *parts[2] == '\0')
    {
      g_clear_pointer (&parts[2], g_free);
      n = 2;
    }
  if (n == 2)
    return g_steal_pointer (&parts);
  return text != NULL && *text != '\0' && !is_of_field (self, first, text) ? split_close (self, text, first, second) : NULL;
}
