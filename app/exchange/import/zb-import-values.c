/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "core/zb-codes.h"
#include "core/zb-error.h"
#include "core/zb-id-number.h"
#include "core/zb-name.h"
#include "exchange/import/zb-import-private.h"

/* Values that repeat are read once; a column of all different ones stops filling its cache here. */
#define MAX_CACHE 20000

/* Longest one-line text of a record, in characters, as zb_field_read() has it. */
#define MAX_TEXT 1000

/* What people write where nothing is known. */
static const char *const blanks[] = {
  "无", "—", "——", "－", "-", "--", "/", "\\", "不详", "未知", "空", "暂无", "N/A", "n/a", "NULL", "null", "*", "／", "〇", "无。", "不清楚", "不明", "待查", "待补", "不知道", "未填", "…", "……", "***", "**", "不祥", "记不清", "待核实", "待定", "未提供", "-—", "---", "————", "·", "。", NULL
};

/* Whether a text can stay as it is: nothing invisible, no blanks at the ends, no sign at its beginning. */
static gboolean
is_plain (const char *text)
{
  const guchar *p = (const guchar *) text;

  if (*p == '\'' || *p == '`' || *p == '=' || *p == ' ' || (*p == 0xef && p[1] == 0xbc && p[2] == 0x87))
    return FALSE;
  for (; *p != '\0'; p++)
    if (*p < 0x20 || (*p == 0xc2 && (p[1] == 0xa0 || p[1] == 0xad)) || (*p == 0xe2 && (p[1] == 0x80 || p[1] == 0x81))
        || (*p == 0xe3 && p[1] == 0x80 && p[2] == 0x80) || (*p == 0xef && p[1] == 0xbb && p[2] == 0xbf))
      return FALSE;
  return p == (const guchar *) text || p[-1] != ' ';
}

static gboolean
is_invisible (gunichar c)
{
  return (c >= 0x200b && c <= 0x200f) || (c >= 0x202a && c <= 0x202e) || (c >= 0x2060 && c <= 0x2064) || c == 0xfeff || c == 0xad;
}

/* A line break in a narrow cell: nothing between Chinese characters, a blank between words. */
static void
append_break (GString *out, const char *next)
{
  gunichar before = out->len > 0 ? g_utf8_get_char (g_utf8_prev_char (out->str + out->len)) : 0;
  gunichar after = g_utf8_get_char (next);

  if (before != 0 && before < 0x2e80 && after != 0 && after < 0x2e80 && before != ' ')
    g_string_append_c (out, ' ');
}

static void
trim_ends (GString *text)
{
  const char *start = text->str;

  while (g_unichar_isspace (g_utf8_get_char (start)))
    start = g_utf8_next_char (start);
  g_string_erase (text, 0, start - text->str);
  while (text->len > 0 && g_unichar_isspace (g_utf8_get_char (g_utf8_prev_char (text->str + text->len))))
    g_string_truncate (text, (gsize) (g_utf8_prev_char (text->str + text->len) - text->str));
}

/* What is put before a text so that a spreadsheet leaves it alone: '=1+1, ="0123". Of several apostrophes the first is the
 * guard: see zb_sheet_needs_guard(). */
static void
remove_guards (GString *text)
{
  static const char *const quotes[] = { "‘", "’", "＇" };
  const char *behind;

  if (text->len > 3 && g_str_has_prefix (text->str, "=\"") && text->str[text->len - 1] == '"')
    {
      g_string_truncate (text, text->len - 1);
      g_string_erase (text, 0, 2);
    }
  /* What somebody has typed in the place of an apostrophe. */
  if (*text->str == '`' && g_ascii_isdigit (text->str[1]))
    g_string_erase (text, 0, 1);
  for (guint i = 0; i < G_N_ELEMENTS (quotes); i++)
    if (g_str_has_prefix (text->str, quotes[i]) && g_ascii_isdigit (text->str[strlen (quotes[i])]))
      g_string_erase (text, 0, (gssize) strlen (quotes[i]));
  behind = text->str + strspn (text->str, "'");
  if (behind > text->str && *behind != '\0' && (strchr ("=+-@", *behind) != NULL || g_ascii_isdigit (*behind)))
    g_string_erase (text, 0, 1);
}

const char *
zb_import_plain_text (ZbImport *self, const char *text, gboolean keep_lines)
{
  GString *out = self->scratch;

  if (is_plain (text))
    return text;
  g_string_truncate (out, 0);
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (is_invisible (c) || (c == '\r' && p[1] == '\n'))
        continue;
      if ((c == '\n' || c == '\r') && keep_lines)
        g_string_append_c (out, '\n');
      else if (c == '\n' || c == '\r' || c == '\v')
        append_break (out, g_utf8_next_char (p));
      else
        g_string_append_unichar (out, c == '\t' || c == 0xa0 ? ' ' : c);
    }
  trim_ends (out);
  remove_guards (out);
  return out->str;
}

static ZbImportValue
good (char *value)
{
  return (ZbImportValue) { value, NULL, FALSE };
}

static ZbImportValue
bad (const char *rule)
{
  return (ZbImportValue) { NULL, rule, TRUE };
}

static ZbImportValue
warned (char *value, const char *rule)
{
  return (ZbImportValue) { value, rule, FALSE };
}

gboolean
zb_import_is_blank (const char *text)
{
  /* Asked of each text of a file; the longest of these words has twelve bytes, and few begin as the text does. */
  if (strnlen (text, 13) == 13)
    return FALSE;
  for (guint i = 0; blanks[i] != NULL; i++)
    if (blanks[i][0] == text[0] && strcmp (blanks[i], text) == 0)
      return TRUE;
  return FALSE;
}

/* The forms that nearly all numbers and names have already, and in which they are kept: a million of
 * them need not be folded and taken apart. */
static gboolean
is_kept_id_number (const char *text)
{
  return strspn (text, "0123456789") >= 17 && strlen (text) == 18 && (g_ascii_isdigit (text[17]) || text[17] == 'X');
}

/* Up to ten of the common Chinese characters, U+4E00–U+9FFF: three bytes each, canonical as they are. */
gboolean
zb_import_is_kept_name (const char *text)
{
  const guchar *p = (const guchar *) text;

  while (*p >= 0xe4 && *p <= 0xe9 && (*p > 0xe4 || p[1] >= 0xb8))
    p += 3;
  return *p == '\0' && p > (const guchar *) text && p - (const guchar *) text <= 30;
}

gboolean
zb_import_is_rounded (const char *text)
{
  const char *e = strpbrk (text, "eE");

  return e != NULL && e > text && g_ascii_isdigit (e[-1]) && (e[1] == '+' || g_ascii_isdigit (e[1]))
         && strspn (text, "0123456789.") == (gsize) (e - text);
}

gboolean
zb_import_is_masked (const char *text)
{
  return strstr (text, "***") != NULL;
}

static ZbImportValue
read_id_number (const ZbField *field, ZbCellKind kind, const char *text)
{
  char *value = NULL;

  if (kind == ZB_CELL_TEXT && is_kept_id_number (text))
    return good (g_strdup (text));
  if (zb_import_is_rounded (text) || (kind == ZB_CELL_NUMBER && strlen (text) > 15))
    return bad ("id-lost-digits");
  if (zb_import_is_masked (text))
    return warned (NULL, "masked-value");
  if (zb_field_read (field, text, &value, NULL))
    return good (value);
  return zb_import_is_blank (text) ? good (NULL) : bad ("bad-id-number");
}

static ZbImportValue
read_name (const char *text)
{
  g_autofree char *name = NULL;

  if (zb_import_is_kept_name (text))
    return good (g_strdup (text));
  name = zb_name_normalize (text);
  if (name != NULL && g_utf8_strlen (name, -1) > ZB_NAME_MAX_CHARS)
    return bad ("too-long");
  if (!zb_name_check (name, NULL) || zb_import_is_ditto (text))
    return bad ("bad-name");
  return good (g_steal_pointer (&name));
}

static ZbImportValue
read_text (const ZbField *field, const char *text)
{
  gboolean is_long = field->type == ZB_FIELD_LONG_TEXT;
  char *value = NULL;

  if ((field->flags & ZB_FIELD_PRIVATE) && zb_import_is_masked (text))
    return warned (NULL, "masked-value");
  if (zb_import_is_blank (text) && (!is_long || strcmp (text, "无") != 0))
    return good (NULL);
  if (!is_long && strlen (text) > MAX_TEXT && g_utf8_strlen (text, -1) > MAX_TEXT)
    return bad ("too-long");
  if (zb_field_read (field, text, &value, NULL))
    return good (value);
  return bad (is_long && g_utf8_strlen (text, -1) > MAX_TEXT * 10 ? "too-long" : "bad-value");
}

static ZbImportValue
read_other (const ZbField *field, const char *text, const char *rule)
{
  char *value = NULL;

  if ((field->flags & ZB_FIELD_PRIVATE) && zb_import_is_masked (text))
    return warned (NULL, "masked-value");
  if (strlen (text) <= MAX_TEXT && zb_field_read (field, text, &value, NULL))
    return good (value);
  return zb_import_is_blank (text) ? good (NULL) : bad (rule);
}

/* 停止党籍, 已转出, 去世: what becomes of a member is recorded by steps. */
static gboolean
is_by_step (const char *text)
{
  return zb_code_read (zb_code_table_get ("member_state"), text, NULL) != NULL || zb_code_read (zb_code_table_get ("membership_end"), text, NULL) != NULL
         || zb_code_read (zb_code_table_get ("expulsion"), text, NULL) != NULL;
}

/* 在册情况 is computed; only what speaks against it is told. */
static ZbImportValue
read_state (const char *text)
{
  static const char *const here[] = { "正常", "在册", "正式", "预备", "有效", "在籍", NULL };

  if (g_strv_contains (here, text) || zb_import_is_blank (text) || zb_code_read (zb_code_table_get ("category"), text, NULL) != NULL)
    return good (NULL);
  return warned (g_strdup (text), "status-by-step");
}

/* 预备党员（未转正）, 正式党员（2011.7转正）: what stands in brackets says it again, or more; never another category. */
static ZbImportValue
read_bracketed (const char *text)
{
  static const char *const again[] = { "未转正", "尚未转正", "未到期", "待转正", "预备期", "预备期内", "预备期未满", "已转正", "转正", "已按期转正", NULL };
  const ZbCodeTable *table = zb_code_table_get ("category");
  g_autofree char *normal = strlen (text) < 90 ? g_utf8_normalize (text, -1, G_NORMALIZE_NFKC) : NULL;
  char *open = normal != NULL && g_str_has_suffix (normal, ")") ? strchr (normal, '(') : NULL;
  const ZbCode *code, *inside;

  if (open == NULL || open == normal)
    return bad ("unknown-code");
  normal[strlen (normal) - 1] = '\0';
  *open = '\0';
  code = zb_code_read (table, g_strchomp (normal), NULL);
  inside = zb_code_read (table, open + 1, NULL);
  if (code == NULL || (inside != NULL && inside != code))
    return bad ("unknown-code");
  return g_strv_contains (again, open + 1) && g_str_has_prefix (open + 1, "已") == (strcmp (code->code, "full") == 0) ? good (g_strdup (code->code))
                                                                                                                : warned (g_strdup (code->code), "part-taken");
}

/* 是否预备党员: 是 — a yes or no that says the category. */
static ZbImportValue
read_category (const ZbField *field, const char *heading, const char *text)
{
  static const char *const yes[] = { "是", "√", "✓", "✔", "Y", "y", "有", "对", NULL };
  static const char *const no[] = { "否", "×", "✗", "N", "n", "不是", "非", NULL };
  gboolean is_yes = g_strv_contains (yes, text);
  ZbImportValue value;

  /* 党籍状态 is told by steps; 正常 says nothing of the category. */
  if (strcmp (text, "正常") == 0)
    return good (NULL);
  if (zb_code_read (zb_code_table_get ("category"), text, NULL) == NULL && is_by_step (text))
    return warned (NULL, "status-by-step");
  if (is_yes || g_strv_contains (no, text))
    {
      if (strstr (heading, "预备") != NULL && strstr (heading, "正式") == NULL)
        return good (g_strdup (is_yes ? "probationary" : "full"));
      if (strstr (heading, "正式") != NULL && strstr (heading, "预备") == NULL)
        return good (g_strdup (is_yes ? "full" : "probationary"));
    }
  value = read_other (field, text, "unknown-code");
  return value.is_error ? read_bracketed (text) : value;
}

/* 01-汉族, 回族(03), 60普通高中: a word with its number before or behind it. Returns: (nullable) */
static char *
without_number (const char *text)
{
  g_autofree char *normal = g_utf8_normalize (text, -1, G_NORMALIZE_NFKC);
  const char *start = normal;
  gsize n = strspn (start, "0123456789"), length;

  if (n > 0 && n <= 3)
    start += n + strspn (start + n, "-_.: ");
  length = strlen (start);
  if (start == normal && length > 0)
    {
      if (start[length - 1] == ')')
        length--;
      for (n = length; n > 0 && g_ascii_isdigit (start[n - 1]); n--)
        ;
      if (n < length && n > 0 && strchr ("(-_. ", start[n - 1]) != NULL)
        length = n - 1;
      else
        return NULL;
    }
  return length > 0 && (guchar) start[0] >= 0x80 ? g_strndup (start, length) : NULL;
}

static ZbImportValue
read_code_word (const ZbField *field, const char *heading, const char *text)
{
  if (strcmp (field->name, "category") == 0)
    return read_category (field, heading, text);
  if (strcmp (field->codes, "education") == 0)
    return zb_import_read_education (field, text);
  return read_other (field, text, "unknown-code");
}

/* 200元, ￥1,200.00, 2.5小时, 12人: what is counted stands in the heading, and behind the number again. */
static ZbImportValue
read_number (const ZbField *field, const char *text)
{
  static const char *const before[] = { "人民币", "¥" };
  static const char *const behind[] = { "元整", "元", "个小时", "小时", "学时", "h", "人", "个", "岁", "年", "名" };
  ZbImportValue value = read_other (field, text, "bad-number");
  g_autofree char *folded = value.is_error && strlen (text) < 60 ? zb_import_fold_org (text) : NULL;
  char *start = folded;

  /* “About” is no number. */
  if (folded == NULL || strstr (folded, "约") != NULL)
    return value;
  for (guint i = 0; i < G_N_ELEMENTS (before); i++)
    start += g_str_has_prefix (start, before[i]) ? strlen (before[i]) : 0;
  for (guint i = 0; i < G_N_ELEMENTS (behind); i++)
    if (g_str_has_suffix (start, behind[i]) && strlen (start) > strlen (behind[i]))
      {
        start[strlen (start) - strlen (behind[i])] = '\0';
        break;
      }
  return read_other (field, start, "bad-number");
}

static ZbImportValue
read_code (const ZbField *field, const char *heading, const char *text)
{
  ZbImportValue value = read_code_word (field, heading, text);
  g_autofree char *word = (value.is_error || value.rule != NULL) && strlen (text) < 60 && strpbrk (text, "0123456789") != NULL ? without_number (text) : NULL;
  ZbImportValue of_word = word != NULL ? read_code_word (field, heading, word) : (ZbImportValue) { .is_error = TRUE };

  if (of_word.is_error || of_word.rule != NULL)
    {
      g_free (of_word.value);
      return value;
    }
  g_free (value.value);
  return of_word;
}

/* 第一党支部（12人）: how many there are is no part of the name. */
static char *
without_count (const char *text)
{
  g_autofree char *normal = g_utf8_normalize (text, -1, G_NORMALIZE_NFKC);
  const char *open = strrchr (normal, '(');
  const char *end = open != NULL ? open + 1 + (g_str_has_prefix (open + 1, "共") ? strlen ("共") : 0) : NULL;
  gsize n = end != NULL ? strspn (end, "0123456789 ") : 0;

  if (n == 0 || open == normal || (strcmp (end + n, "人)") != 0 && strcmp (end + n, "名)") != 0))
    return g_strdup (text);
  return g_strchomp (g_strndup (normal, (gsize) (open - normal)));
}

static ZbImportValue
read_by_type (ZbImport *self, const ZbField *field, const char *heading, ZbCellKind kind, const char *text)
{
  if (self->way->as_words != NULL && g_strv_contains (self->way->as_words, field->name))
    return strlen (text) > MAX_TEXT ? bad ("too-long") : good (zb_import_is_blank (text) ? NULL : g_strdup (text));
  if (self->kind == &zb_kind_member && strcmp (field->name, "state") == 0)
    return read_state (text);
  switch (field->type)
    {
    case ZB_FIELD_NAME: return read_name (text);
    case ZB_FIELD_DATE: return zb_import_read_date (self, field, kind, text);
    case ZB_FIELD_ID_NUMBER: return read_id_number (field, kind, text);
    case ZB_FIELD_PHONE: return zb_import_read_phone (field, text);
    case ZB_FIELD_CODE: return read_code (field, heading, text);
    case ZB_FIELD_BOOLEAN: return read_other (field, text, "bad-boolean");
    case ZB_FIELD_INTEGER:
    case ZB_FIELD_MONEY:
    case ZB_FIELD_HOURS:
      /* What is computed is not taken, whatever it says: 党龄 of a probationer is 预备期. */
      return field->flags & ZB_FIELD_DERIVED ? good (NULL) : read_number (field, text);
    case ZB_FIELD_CLOCK: return read_other (field, text, "bad-clock");
    case ZB_FIELD_TEXT:
    case ZB_FIELD_LONG_TEXT: return read_text (field, text);
    /* The words for an organisation; what they mean is told elsewhere. */
    case ZB_FIELD_LINK: return strlen (text) > MAX_TEXT ? bad ("too-long") : good (zb_import_is_blank (text) ? NULL : without_count (text));
    }
  g_assert_not_reached ();
}

/* Two names in a cell, one below the other, stay two. */
static gboolean
names_people (const ZbField *field)
{
  static const char *const fields[] = { "introducer1", "introducer2", "mentors", NULL };

  return g_strv_contains (fields, field->name);
}

static char *
with_commas (const char *text)
{
  g_auto(GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    g_strstrip (lines[i]);
  return g_strjoinv ("、", lines);
}

/* #N/A: what a page or a text has where the sheet shows an error. In free text somebody may have meant it. */
static gboolean
is_error_text (const ZbField *field, const char *text)
{
  static const char *const errors[] = { "#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NUM!", "#NULL!", "#SPILL!", "#CALC!", "Err:502", "Err:504", "Err:508", "Err:522", NULL };

  if ((*text != '#' && *text != 'E') || field->type == ZB_FIELD_TEXT || field->type == ZB_FIELD_LONG_TEXT)
    return FALSE;
  return g_strv_contains (errors, text);
}

static gboolean
repeats (const ZbField *field)
{
  return field->type == ZB_FIELD_CODE || field->type == ZB_FIELD_DATE || field->type == ZB_FIELD_BOOLEAN
         || (field->type == ZB_FIELD_TEXT && !(field->flags & ZB_FIELD_PRIVATE));
}

ZbImportValue
zb_import_read_value (ZbImport *self, ZbImportColumnState *column, const ZbSheetCell *cell)
{
  const ZbField *field = column->shown.field;
  gboolean is_cached = repeats (field) && cell->kind != ZB_CELL_NUMBER;
  const char *text;
  gpointer known;
  ZbImportValue value;

  if (cell->kind == ZB_CELL_ERROR)
    return bad ("error-value");
  if (cell->kind == ZB_CELL_FORMULA)
    return warned (NULL, "formula-without-value");
  if (is_cached && column->cache != NULL && (known = g_hash_table_lookup (column->cache, cell->text)) != NULL)
    return good (g_strdup (known));
  text = zb_import_plain_text (self, cell->text, field->type == ZB_FIELD_LONG_TEXT || field->type == ZB_FIELD_PHONE || names_people (field));
  if (*text == '\0')
    return good (NULL);
  if (column->has_padded && !column->has_bare && !column->has_ten && zb_import_lacks_nought (text))
    return warned (g_strndup (text, 4), "ambiguous-date");
  if (is_error_text (field, text))
    return bad ("error-value");
  if (names_people (field) && strchr (text, '\n') != NULL)
    {
      g_autofree char *one = with_commas (text);

      value = read_by_type (self, field, column->shown.heading, cell->kind, one);
    }
  else
    value = read_by_type (self, field, column->shown.heading, cell->kind, text);
  /* 本科 over 学士: two words, where the lines together are none. */
  if (value.is_error && field->type == ZB_FIELD_CODE && strcmp (field->codes, "education") == 0 && strchr (cell->text, '\n') != NULL)
    value = zb_import_read_education (field, zb_import_plain_text (self, cell->text, TRUE));
  if (!is_cached || value.value == NULL || value.rule != NULL)
    return value;
  if (column->cache == NULL)
    column->cache = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  if (g_hash_table_size (column->cache) < MAX_CACHE)
    g_hash_table_insert (column->cache, g_strdup (cell->text), g_strdup (value.value));
  return value;
}
