/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/template/zb-formula.h"

#include <string.h>

#define MAX_COLUMN 16384
#define MAX_ROW 1048576
#define MAX_NESTED 64

/* What becomes of references. */
typedef struct {
  const ZbFormulaMove *move; /* (nullable) */
  int rows;
  int columns;
  const ZbRowMap *map;       /* (nullable): of the sheet that the next reference is to; %NULL: not to be touched */
  gboolean is_own;           /* the sheet of the formula itself */
  gboolean adds_up[MAX_NESTED];
  guint depth;
} Way;

gsize
zb_cell_ref_parse (const char *text, ZbCellRef *out)
{
  const char *p = text;
  ZbCellRef ref = { 0 };

  if ((ref.column_fixed = *p == '$'))
    p++;
  for (guint n = 0; g_ascii_isalpha (*p) && n < 4; n++)
    ref.column = ref.column * 26 + (guint) (g_ascii_toupper (*p++) - 'A' + 1);
  if (ref.column == 0 || ref.column > MAX_COLUMN)
    return 0;
  if ((ref.row_fixed = *p == '$'))
    p++;
  if (*p < '1' || *p > '9')
    return 0;
  for (guint n = 0; g_ascii_isdigit (*p) && n < 8; n++)
    ref.row = ref.row * 10 + (guint) (*p++ - '0');
  if (ref.row > MAX_ROW)
    return 0;
  *out = ref;
  return (gsize) (p - text);
}

void
zb_cell_ref_append (GString *out, const ZbCellRef *ref)
{
  char letters[8];
  guint n = sizeof letters, column = ref->column;

  for (letters[--n] = '\0'; column > 0; column = (column - 1) / 26)
    letters[--n] = (char) ('A' + (column - 1) % 26);
  g_string_append_printf (out, "%s%s%s%u", ref->column_fixed ? "$" : "", letters + n, ref->row_fixed ? "$" : "", ref->row);
}

/* Whether what stands here is given to a function that takes many cells. */
static gboolean
is_adding (const Way *way)
{
  if (way->move != NULL && way->move->widens == ZB_WIDENS_EVERYWHERE)
    return TRUE;
  return way->depth > 0 && way->depth <= MAX_NESTED && way->adds_up[way->depth - 1];
}

/* Where a row is seen from a copy of a block: as after copying downwards what lies in the block or just above it. */
static guint
row_from_copy (const Way *way, guint row, gboolean is_fixed, guint (*outside) (const ZbRowMap *, guint))
{
  const ZbRowBlock *block = way->move->block;
  guint height = block->last - block->first + 1;

  if (!is_fixed && row <= block->last && row + height >= block->first)
    return zb_row_map_first (way->map, block->first) + row + way->move->copy * height - block->first;
  return row >= block->first && row <= block->last ? zb_row_map_first (way->map, row) : outside (way->map, row);
}

static guint
move_row (const Way *way, guint row, gboolean is_fixed, gboolean is_last)
{
  guint (*outside) (const ZbRowMap *, guint) = is_last ? zb_row_map_last : zb_row_map_first;

  if (way->map == NULL)
    return row;
  if (way->move->block != NULL && way->is_own)
    return row_from_copy (way, row, is_fixed, outside);
  return outside (way->map, row);
}

static void
shift_ref (const Way *way, ZbCellRef *ref, gboolean is_last)
{
  if (way->move != NULL)
    {
      ref->row = move_row (way, ref->row, ref->row_fixed, is_last);
      return;
    }
  if (!ref->row_fixed)
    ref->row = (guint) CLAMP ((int) ref->row + way->rows, 1, MAX_ROW);
  if (!ref->column_fixed)
    ref->column = (guint) CLAMP ((int) ref->column + way->columns, 1, MAX_COLUMN);
}

/* A single cell, or a range. @text: stands on it. Returns: bytes taken */
static gsize
take_ref (Way *way, const char *text, GString *out)
{
  ZbCellRef first, last;
  gsize n = zb_cell_ref_parse (text, &first), m = 0;
  gboolean widens;

  if (n == 0)
    return 0;
  if (text[n] == ':')
    m = zb_cell_ref_parse (text + n + 1, &last);
  if (m > 0)
    {
      shift_ref (way, &first, FALSE);
      shift_ref (way, &last, TRUE);
      zb_cell_ref_append (out, &first);
      g_string_append_c (out, ':');
      zb_cell_ref_append (out, &last);
      return n + 1 + m;
    }
  last = first;
  widens = way->move != NULL && way->move->widens != ZB_WIDENS_NOT && way->map != NULL && is_adding (way)
           && !(way->move->block != NULL && way->is_own) && zb_row_map_block (way->map, first.row) != NULL;
  shift_ref (way, &first, FALSE);
  zb_cell_ref_append (out, &first);
  if (widens)
    {
      shift_ref (way, &last, TRUE);
      if (last.row != first.row)
        {
          g_string_append_c (out, ':');
          zb_cell_ref_append (out, &last);
        }
    }
  return n;
}

/* `$1:$4`. Returns: bytes taken */
static gsize
take_rows (Way *way, const char *text, GString *out)
{
  guint rows[2];
  gboolean fixed[2];
  const char *p = text;

  for (guint i = 0; i < 2; i++)
    {
      guint64 row = 0;

      if ((fixed[i] = *p == '$'))
        p++;
      if (!g_ascii_isdigit (*p))
        return 0;
      for (guint n = 0; g_ascii_isdigit (*p) && n < 8; n++)
        row = row * 10 + (guint64) (*p++ - '0');
      if (row == 0 || row > MAX_ROW || (i == 0 && *p++ != ':'))
        return 0;
      rows[i] = (guint) row;
    }
  for (guint i = 0; i < 2; i++)
    {
      ZbCellRef ref = { 1, rows[i], TRUE, fixed[i] };

      shift_ref (way, &ref, i == 1);
      g_string_append_printf (out, "%s%s%u", i == 1 ? ":" : "", fixed[i] ? "$" : "", ref.row);
    }
  return (gsize) (p - text);
}

static gboolean
is_word (gunichar letter)
{
  return letter == '_' || letter == '.' || letter == '\\' || letter == '$' || letter == '?' || letter > 0x7f || g_unichar_isalnum (letter);
}

/* Functions that take many cells. */
static gboolean
adds_up (const char *name, gsize length)
{
  static const char *const names[] = {
    "SUM", "COUNT", "COUNTA", "COUNTBLANK", "AVERAGE", "AVERAGEA", "MAX", "MIN", "COUNTIF", "COUNTIFS", "SUMIF", "SUMIFS", "AVERAGEIF",
    "AVERAGEIFS", "SUBTOTAL", "AGGREGATE", "SUMPRODUCT", "MEDIAN", "ROWS", "PRODUCT"
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (strlen (names[i]) == length && g_ascii_strncasecmp (names[i], name, length) == 0)
      return TRUE;
  return FALSE;
}

/* Turns to the sheet of that name: what follows is seen there. */
static void
turn_to (Way *way, const char *name, gsize length)
{
  g_autofree char *sheet = g_strndup (name, length);
  g_autoptr(GString) plain = g_string_new (sheet);

  way->is_own = FALSE;
  way->map = NULL;
  g_string_replace (plain, "''", "'", 0);
  /* Of another file, or of several sheets at once. */
  if (way->move != NULL && strpbrk (plain->str, "[]:") == NULL && way->move->other != NULL)
    way->map = way->move->other (plain->str, way->move->user_data);
  if (way->move != NULL && way->map == way->move->map)
    way->is_own = TRUE;
}

static void
turn_home (Way *way)
{
  way->map = way->move != NULL ? way->move->map : NULL;
  way->is_own = TRUE;
}

/* Text in quotes, and names of sheets in quotes. Returns: bytes taken */
static gsize
take_quoted (Way *way, const char *text, GString *out)
{
  const char *p = text + 1;

  while (*p != '\0' && (*p != *text || p[1] == *text))
    p += *p == *text ? 2 : 1;
  if (*p != '\0')
    p++;
  if (*text == '\'' && *p == '!')
    {
      p++;
      turn_to (way, text + 1, (gsize) (p - text) - 3);
    }
  g_string_append_len (out, text, p - text);
  return (gsize) (p - text);
}

/* A name, a function, a sheet, a number or a reference. @is_home: no sheet was named before it. Returns: bytes taken */
static gsize
take_word (Way *way, const char *text, GString *out)
{
  const char *p = text;
  gsize n;

  while (*p != '\0' && is_word (g_utf8_get_char (p)))
    p = g_utf8_next_char (p);
  if (*p == '!')
    {
      turn_to (way, text, (gsize) (p - text));
      p++;
      g_string_append_len (out, text, p - text);
      return (gsize) (p - text);
    }
  if (*p == '(')
    {
      if (way->depth < MAX_NESTED)
        way->adds_up[way->depth] = adds_up (text, (gsize) (p - text));
      way->depth++;
      p++;
      g_string_append_len (out, text, p - text);
      return (gsize) (p - text);
    }
  {
    g_autoptr(GString) made = g_string_new (NULL);

    n = take_rows (way, text, made);
    if (n == 0)
      {
        n = take_ref (way, text, made);
        if (n > 0 && is_word (g_utf8_get_char (text + n)))
          n = 0;
      }
    if (n > 0)
      {
        g_string_append (out, made->str);
        turn_home (way);
        return n;
      }
  }
  turn_home (way);
  g_string_append_len (out, text, p - text);
  return (gsize) (p - text);
}

/* Columns of tables, and numbers of other files: `[1]Sheet!A1`. Returns: bytes taken */
static gsize
take_brackets (Way *way, const char *text, GString *out)
{
  const char *p = text;
  guint depth = 0;

  do
    {
      depth += *p == '[' ? 1 : 0;
      depth -= *p == ']' ? 1 : 0;
      p++;
    }
  while (depth > 0 && *p != '\0');
  g_string_append_len (out, text, p - text);
  if (is_word (g_utf8_get_char (p)))
    {
      const char *end = p;

      while (*end != '\0' && is_word (g_utf8_get_char (end)))
        end = g_utf8_next_char (end);
      if (*end == '!')
        {
          way->map = NULL;
          way->is_own = FALSE;
          g_string_append_len (out, p, end + 1 - p);
          return (gsize) (end + 1 - text);
        }
    }
  return (gsize) (p - text);
}

static char *
walk (Way *way, const char *formula)
{
  GString *out = g_string_new (NULL);
  const char *p = formula;

  turn_home (way);
  while (*p != '\0')
    {
      if (*p == '"' || *p == '\'')
        p += take_quoted (way, p, out);
      else if (*p == '[')
        p += take_brackets (way, p, out);
      else if (is_word (g_utf8_get_char (p)))
        p += take_word (way, p, out);
      else
        {
          if (*p == '(' && way->depth < MAX_NESTED)
            way->adds_up[way->depth] = is_adding (way);
          if (*p == '(')
            way->depth++;
          else if (*p == ')' && way->depth > 0)
            way->depth--;
          g_string_append_c (out, *p++);
        }
    }
  return g_string_free (out, FALSE);
}

char *
zb_formula_move (const char *formula, const ZbFormulaMove *move)
{
  Way way = { .move = move };

  return walk (&way, formula);
}

char *
zb_formula_offset (const char *formula, int rows, int columns)
{
  Way way = { .rows = rows, .columns = columns };

  return walk (&way, formula);
}

static void
append_range (GString *out, const ZbCellRef *first, const ZbCellRef *last, gboolean is_range)
{
  if (out->len > 0)
    g_string_append_c (out, ' ');
  zb_cell_ref_append (out, first);
  if (is_range || first->row != last->row)
    {
      g_string_append_c (out, ':');
      zb_cell_ref_append (out, last);
    }
}

static void
move_range (const char *text, const ZbRowMap *map, gboolean repeats, GString *out)
{
  ZbCellRef first, last;
  gsize n = zb_cell_ref_parse (text, &first);
  gboolean is_range = n > 0 && text[n] == ':' && zb_cell_ref_parse (text + n + 1, &last) > 0;
  const ZbRowBlock *block = n > 0 ? zb_row_map_block (map, first.row) : NULL;

  if (n == 0)
    {
      /* Whole columns and the like. */
      g_string_append_printf (out, "%s%s", out->len > 0 ? " " : "", text);
      return;
    }
  if (!is_range)
    last = first;
  /* Of a block of several lines, each has its own. */
  if (block != NULL && block == zb_row_map_block (map, last.row) && (repeats || (first.row > block->first) || last.row < block->last))
    {
      guint height = block->last - block->first + 1, begin = zb_row_map_first (map, first.row), span = last.row - first.row;

      for (guint i = 0; i < block->copies; i++)
        {
          /* Prepared rows have their own. */
          if (zb_row_block_spare (block, i) > 0)
            continue;
          first.row = begin + i * height;
          last.row = first.row + span;
          append_range (out, &first, &last, is_range);
        }
      return;
    }
  first.row = zb_row_map_first (map, first.row);
  last.row = zb_row_map_last (map, last.row);
  append_range (out, &first, &last, is_range);
}

char *
zb_cell_ranges_move (const char *text, const ZbRowMap *map, gboolean repeats)
{
  g_auto(GStrv) ranges = g_strsplit_set (text, " \t\n", -1);
  GString *out = g_string_new (NULL);

  for (guint i = 0; ranges[i] != NULL; i++)
    if (ranges[i][0] != '\0')
      move_range (ranges[i], map, repeats, out);
  return g_string_free (out, FALSE);
}
