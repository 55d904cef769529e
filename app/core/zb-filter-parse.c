/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "core/zb-codes.h"
#include "core/zb-error.h"
#include "core/zb-filter-private.h"

/* Fields that only conditions have, or have under another name than the member kind. */
static const struct {
  const char *name;
  const char *heading;
  ZbFilterShape shape;
  const char *codes;
} own_fields[] = {
  { "age", "年龄", ZB_FILTER_SHAPE_NUMBER, NULL },   { "standing", "党龄", ZB_FILTER_SHAPE_NUMBER, NULL },
  { "org", "所在党支部", ZB_FILTER_SHAPE_ORG, NULL }, { "group", "党小组", ZB_FILTER_SHAPE_ORG, NULL },
  { "post", "党内职务", ZB_FILTER_SHAPE_CODE, "post" }, { "birth_date", "出生日期", ZB_FILTER_SHAPE_DATE, NULL },
  { "joined_on", "入党时间", ZB_FILTER_SHAPE_DATE, NULL }, { "confirmed_on", "转正时间", ZB_FILTER_SHAPE_DATE, NULL },
  { "applied_on", "申请入党时间", ZB_FILTER_SHAPE_DATE, NULL }, { "activist_on", "确定积极分子时间", ZB_FILTER_SHAPE_DATE, NULL },
  { "candidate_on", "确定发展对象时间", ZB_FILTER_SHAPE_DATE, NULL }, { "state", "在册情况", ZB_FILTER_SHAPE_CODE, "member_state" },
};

/* The coded fields of the member kind that the columns carry. */
static const char *const coded_fields[] = { "sex", "ethnicity", "education", "degree", "marital", "job", "stratum", "frontline",
  "entry_kind", "confirmation_kind", "migrant_worker", "lost", "floating", "category" };

ZbFilterShape
zb_filter_shape (const char *name, const char **out_codes)
{
  const ZbField *field = zb_kind_field (&zb_kind_member, name);

  if (out_codes != NULL)
    *out_codes = NULL;
  for (guint i = 0; i < G_N_ELEMENTS (own_fields); i++)
    if (strcmp (own_fields[i].name, name) == 0)
      {
        if (out_codes != NULL)
          *out_codes = own_fields[i].codes;
        return own_fields[i].shape;
      }
  for (guint i = 0; field != NULL && i < G_N_ELEMENTS (coded_fields); i++)
    if (strcmp (coded_fields[i], name) == 0)
      {
        if (out_codes != NULL)
          *out_codes = field->codes;
        return field->type == ZB_FIELD_BOOLEAN ? ZB_FILTER_SHAPE_BOOLEAN : ZB_FILTER_SHAPE_CODE;
      }
  return ZB_FILTER_SHAPE_NONE;
}

const char *
zb_filter_heading (const char *name)
{
  const ZbField *field = zb_kind_field (&zb_kind_member, name);

  for (guint i = 0; i < G_N_ELEMENTS (own_fields); i++)
    if (strcmp (own_fields[i].name, name) == 0)
      return own_fields[i].heading;
  return field != NULL ? field->heading : name;
}

/* The condition field that a word means; NULL when it is none. */
static const char *
field_named (const char *word)
{
  const ZbField *field;

  if (strcmp (word, "branch") == 0)
    return "org";
  if (zb_filter_shape (word, NULL) != ZB_FILTER_SHAPE_NONE)
    return word;
  for (guint i = 0; i < G_N_ELEMENTS (own_fields); i++)
    if (strcmp (own_fields[i].heading, word) == 0)
      return own_fields[i].name;
  field = zb_kind_field_by_heading (&zb_kind_member, word);
  if (field == NULL)
    return NULL;
  if (strcmp (field->name, "branch") == 0)
    return "org";
  return zb_filter_shape (field->name, NULL) != ZB_FILTER_SHAPE_NONE ? field->name : NULL;
}

static void
add1 (ZbFilter *filter, const char *field, ZbFilterOp op, const char *value)
{
  zb_filter_add (filter, field, op, (const char *const[]) { value, NULL });
}

static void
add_number (ZbFilter *filter, const char *field, ZbFilterOp op, int number)
{
  g_autofree char *text = g_strdup_printf ("%d", number);

  add1 (filter, field, op, text);
}

static void
add_between (ZbFilter *filter, const char *field, const char *from, const char *to)
{
  zb_filter_add (filter, field, ZB_FILTER_BETWEEN, (const char *const[]) { from, to, NULL });
}

/* One value of a field in its stored form. Returns: (transfer full) (nullable) */
static char *
read_value (const char *field, const char *text, ZbOrgTree *tree)
{
  const char *codes;
  ZbFilterShape shape = zb_filter_shape (field, &codes);
  ZbDate date;

  if (shape == ZB_FILTER_SHAPE_CODE)
    {
      const ZbCode *code = zb_code_read (zb_code_table_get (codes), text, NULL);

      return code != NULL ? g_strdup (code->code) : NULL;
    }
  if (shape == ZB_FILTER_SHAPE_DATE)
    return zb_date_read (text, &date, NULL) ? zb_date_to_text (date) : NULL;
  if (shape == ZB_FILTER_SHAPE_ORG)
    {
      const ZbOrg *org = tree != NULL ? zb_org_tree_find (tree, text, NULL) : NULL;

      return org != NULL ? g_strdup_printf ("%" G_GINT64_FORMAT, org->id) : NULL;
    }
  if (shape == ZB_FILTER_SHAPE_BOOLEAN)
    {
      const ZbField *own = zb_kind_field (&zb_kind_member, field);
      char *value = NULL;

      return zb_field_read (own, text, &value, NULL) ? value : NULL;
    }
  {
    char *end = NULL;
    long number;

    errno = 0;
    number = strtol (text, &end, 10);
    return end != text && *end == '\0' && errno == 0 && ABS (number) < 10000 ? g_strdup_printf ("%ld", number) : NULL;
  }
}

/* VALUE, A|B|C, A..B, or ? for unknown, after the operator. */
static gboolean
add_values (ZbFilter *filter, const char *field, ZbFilterOp op, const char *text, ZbOrgTree *tree)
{
  const char *dots = strstr (text, "..");
  g_auto(GStrv) parts = NULL;
  g_autoptr(GStrvBuilder) values = g_strv_builder_new ();
  g_auto(GStrv) read = NULL;

  if (strcmp (text, "?") == 0 && (op == ZB_FILTER_EQUAL || op == ZB_FILTER_NOT))
    {
      zb_filter_add (filter, field, op == ZB_FILTER_EQUAL ? ZB_FILTER_UNKNOWN : ZB_FILTER_KNOWN, NULL);
      return TRUE;
    }
  if (dots != NULL && op == ZB_FILTER_EQUAL)
    {
      g_autofree char *from = g_strndup (text, (gsize) (dots - text));

      parts = g_new0 (char *, 3);
      parts[0] = g_steal_pointer (&from);
      parts[1] = g_strdup (dots + 2);
      op = ZB_FILTER_BETWEEN;
    }
  else
    parts = g_strsplit (text, "|", -1);
  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_autofree char *value = read_value (field, g_strstrip (parts[i]), tree);

      if (value == NULL)
        return FALSE;
      g_strv_builder_add (values, value);
    }
  read = g_strv_builder_end (values);
  if (g_strv_length (read) == 0)
    return FALSE;
  if (g_strv_length (read) > 1 && op == ZB_FILTER_EQUAL)
    op = ZB_FILTER_IN;
  else if (g_strv_length (read) > 1 && op != ZB_FILTER_BETWEEN && op != ZB_FILTER_NOT)
    return FALSE;
  zb_filter_add (filter, field, op, (const char *const *) read);
  return TRUE;
}

static const struct {
  const char *text;
  ZbFilterOp op;
} operators[] = {
  { "!=", ZB_FILTER_NOT }, { "<=", ZB_FILTER_AT_MOST }, { ">=", ZB_FILTER_AT_LEAST }, { "≠", ZB_FILTER_NOT },
  { "≤", ZB_FILTER_AT_MOST }, { "≥", ZB_FILTER_AT_LEAST }, { "=", ZB_FILTER_EQUAL }, { "<", ZB_FILTER_LESS }, { ">", ZB_FILTER_MORE },
  { "~", ZB_FILTER_EQUAL },
};

gboolean
zb_filter_split (const char *word, char **out_name, ZbFilterOp *out_op, const char **out_value)
{
  const char *at = NULL;
  guint which = 0;

  for (guint i = 0; i < G_N_ELEMENTS (operators); i++)
    {
      const char *found = strstr (word, operators[i].text);

      if (found != NULL && (at == NULL || found < at))
        {
          at = found;
          which = i;
        }
    }
  /* In 30~45岁 the sign stands for a dash. */
  if (at == NULL || (*at == '~' && at > word && g_ascii_isdigit (at[-1])))
    return FALSE;
  *out_name = g_strstrip (g_strndup (word, (gsize) (at - word)));
  *out_op = operators[which].op;
  *out_value = at + strlen (operators[which].text);
  return TRUE;
}

static gboolean
parse_comparison (ZbFilter *filter, const char *word, ZbOrgTree *tree, gboolean *out_is_one)
{
  g_autofree char *name = NULL;
  const char *value;
  const char *field;
  ZbFilterOp op;

  *out_is_one = zb_filter_split (word, &name, &op, &value);
  if (!*out_is_one)
    return FALSE;
  field = field_named (name);
  return field != NULL && add_values (filter, field, op, value, tree);
}

/* A number at the beginning of *text. */
static gboolean
take_number (const char **text, int *out_number)
{
  char *end;
  long number;

  if (!g_ascii_isdigit (**text))
    return FALSE;
  number = strtol (*text, &end, 10);
  if (number > 9999)
    return FALSE;
  *text = end;
  *out_number = (int) number;
  return TRUE;
}

static gboolean
take_word (const char **text, const char *word)
{
  if (!g_str_has_prefix (*text, word))
    return FALSE;
  *text += strlen (word);
  return TRUE;
}

static gboolean
take_dash (const char **text)
{
  return take_word (text, "-") || take_word (text, "–") || take_word (text, "—") || take_word (text, "~") || take_word (text, "至")
         || take_word (text, "到");
}

/* 以上, 及以上, 以下, 及以下, or nothing. */
static gboolean
take_bound (const char **text, ZbFilterOp *out_op)
{
  *out_op = ZB_FILTER_EQUAL;
  if (take_word (text, "及以上") || take_word (text, "以上") || take_word (text, "(含)以上"))
    *out_op = ZB_FILTER_AT_LEAST;
  else if (take_word (text, "及以下") || take_word (text, "以下") || take_word (text, "(含)以下"))
    *out_op = ZB_FILTER_AT_MOST;
  return **text == '\0';
}

/* 45岁以下, 30-45岁, 党龄50年以上, 党龄10至20年. */
static gboolean
parse_years (ZbFilter *filter, const char *word)
{
  const char *field = take_word (&word, "党龄") ? "standing" : "age";
  int from, to;
  ZbFilterOp op;

  if (strcmp (field, "age") == 0)
    take_word (&word, "年龄");
  if (!take_number (&word, &from))
    return FALSE;
  if (take_dash (&word))
    {
      g_autofree char *low = g_strdup_printf ("%d", from);
      g_autofree char *high = NULL;

      if (!take_number (&word, &to) || !(take_word (&word, "周岁") || take_word (&word, "岁") || take_word (&word, "年")) || *word != '\0')
        return FALSE;
      high = g_strdup_printf ("%d", to);
      add_between (filter, field, low, high);
      return TRUE;
    }
  if (!(take_word (&word, "周岁") || take_word (&word, "岁") || (strcmp (field, "standing") == 0 && take_word (&word, "年")))
      || !take_bound (&word, &op))
    return FALSE;
  add_number (filter, field, op, from);
  return TRUE;
}

/* 2020年入党, 2015-2020年入党, 2020年后入党, 2020年前入党; the same with 转正. */
static gboolean
parse_joining (ZbFilter *filter, const char *word)
{
  int from, to;
  const char *field;
  g_autofree char *low = NULL;
  g_autofree char *high = NULL;
  int direction = 0;

  if (!take_number (&word, &from) || from < 1900)
    return FALSE;
  to = from;
  if (take_dash (&word) && (!take_number (&word, &to) || to < 1900))
    return FALSE;
  take_word (&word, "年");
  if (take_word (&word, "以后") || take_word (&word, "后") || take_word (&word, "以来"))
    direction = 1;
  else if (take_word (&word, "以前") || take_word (&word, "前"))
    direction = -1;
  field = take_word (&word, "入党") ? "joined_on" : take_word (&word, "转正") ? "confirmed_on" : take_word (&word, "出生") ? "birth_date" : NULL;
  if (field == NULL || *word != '\0')
    return FALSE;
  low = g_strdup_printf ("%04d", from);
  high = g_strdup_printf ("%04d-12-31", to);
  if (direction > 0)
    add1 (filter, field, ZB_FILTER_AT_LEAST, low);
  else if (direction < 0)
    add1 (filter, field, ZB_FILTER_LESS, low);
  else
    add_between (filter, field, low, high);
  return TRUE;
}

/* 本科以上, 大专及以下: entries of one level have one rank in the table, so the level itself is included. */
static gboolean
parse_education (ZbFilter *filter, const char *word)
{
  const char *bound = strstr (word, "以上") != NULL ? strstr (word, "以上") : strstr (word, "以下");
  g_autofree char *level = NULL;
  const ZbCode *code;

  if (bound == NULL || bound[strlen ("以上")] != '\0')
    return FALSE;
  level = g_strndup (word, (gsize) (bound - word));
  if (g_str_has_suffix (level, "及"))
    level[strlen (level) - strlen ("及")] = '\0';
  code = zb_code_read (zb_code_table_get ("education"), level, NULL);
  if (code == NULL)
    return FALSE;
  add1 (filter, "education", g_str_has_prefix (bound, "以上") ? ZB_FILTER_AT_LEAST : ZB_FILTER_AT_MOST, code->code);
  return TRUE;
}

/* Phrases that are said of people as they stand. */
static gboolean
parse_phrase (ZbFilter *filter, const char *word)
{
  static const struct {
    const char *word;
    const char *field;
    ZbFilterOp op;
    const char *values[3];
  } phrases[] = {
    { "少数民族", "ethnicity", ZB_FILTER_NOT, { "01" } }, { "党员", "category", ZB_FILTER_IN, { "full", "probationary" } },
    { "流动党员", "floating", ZB_FILTER_EQUAL, { "1" } }, { "失联党员", "lost", ZB_FILTER_EQUAL, { "1" } },
    { "农民工", "migrant_worker", ZB_FILTER_EQUAL, { "1" } }, { "女党员", "sex", ZB_FILTER_EQUAL, { "2" } },
    { "男党员", "sex", ZB_FILTER_EQUAL, { "1" } },
  };
  static const char *const tables[] = { "sex", "category", "ethnicity", "education", "degree", "post", "job", "frontline" };
  /* Words of several tables: what they are said of is not told. */
  static const char *const vague[] = { "其他", "其它", "无", "否", "没有", "未说明", "未知", "组织", NULL };

  for (guint i = 0; i < G_N_ELEMENTS (phrases); i++)
    if (strcmp (phrases[i].word, word) == 0)
      {
        zb_filter_add (filter, phrases[i].field, phrases[i].op, phrases[i].values);
        return TRUE;
      }
  for (guint i = 0; i < G_N_ELEMENTS (tables) && !g_strv_contains (vague, word); i++)
    {
      const ZbCode *code = zb_code_read (zb_code_table_get (tables[i]), word, NULL);

      /* Bare numbers and single letters are codes only where a field was named. */
      if (code != NULL && !g_ascii_isalnum (*word))
        {
          add1 (filter, tables[i], ZB_FILTER_EQUAL, code->code);
          return TRUE;
        }
    }
  return FALSE;
}

static gboolean
parse_org (ZbFilter *filter, const char *word, ZbOrgTree *tree)
{
  const ZbOrg *org = tree != NULL ? zb_org_tree_find (tree, word, NULL) : NULL;
  g_autofree char *id = NULL;

  if (org == NULL)
    return FALSE;
  id = g_strdup_printf ("%" G_GINT64_FORMAT, org->id);
  add1 (filter, org->kind == ZB_ORG_GROUP ? "group" : "org", ZB_FILTER_EQUAL, id);
  return TRUE;
}

static gboolean
parse_word (ZbFilter *filter, const char *word, ZbOrgTree *tree)
{
  gboolean is_comparison;

  if (parse_comparison (filter, word, tree, &is_comparison))
    return TRUE;
  if (is_comparison)
    return FALSE;
  return parse_phrase (filter, word) || parse_years (filter, word) || parse_joining (filter, word) || parse_education (filter, word)
         || parse_org (filter, word, tree);
}

/* No blanks around an operator, so that blanks only separate conditions. */
char *
zb_filter_tidy (const char *text)
{
  g_autofree char *normal = g_utf8_normalize (text, -1, G_NORMALIZE_NFKC);
  g_autoptr(GRegex) around = g_regex_new ("\\s*(!=|<=|>=|≠|≤|≥|=|<|>|\\.\\.|\\|)\\s*", 0, 0, NULL);
  g_autoptr(GRegex) joints = g_regex_new ("(?:\\s*(?:且|并且|&&?|,|、|;)\\s*|\\s+and\\s+|\\s+)+", G_REGEX_CASELESS, 0, NULL);
  g_autofree char *close = g_regex_replace (around, normal, -1, 0, "\\1", 0, NULL);

  return g_strstrip (g_regex_replace_literal (joints, close, -1, 0, "\n", 0, NULL));
}

ZbFilter *
zb_filter_parse (const char *text, ZbOrgTree *tree, GError **error)
{
  g_autoptr(ZbFilter) filter = zb_filter_new ();
  g_autofree char *tidied = NULL;
  g_auto(GStrv) words = NULL;

  if (text == NULL || !g_utf8_validate (text, -1, NULL) || strlen (text) > 10000)
    {
      if (text == NULL)
        return g_steal_pointer (&filter);
      g_set_error_literal (error, ZB_DATA_ERROR, ZB_DATA_ERROR_BAD_FILTER, "condition is not UTF-8 or too long");
      return NULL;
    }
  tidied = zb_filter_tidy (text);
  words = g_strsplit (tidied, "\n", -1);
  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0' && !parse_word (filter, words[i], tree))
      {
        g_set_error (error, ZB_DATA_ERROR, ZB_DATA_ERROR_BAD_FILTER, "“%s” is not a condition", words[i]);
        return NULL;
      }
  return g_steal_pointer (&filter);
}
