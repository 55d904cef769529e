/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two facts in a cell whose heading names one: 男/汉族 below 性别, 2010.07（预备）2011.07（转正） below 入党时间, 全日制：大专 在职：本科. What is
 * certain is taken apart, and told; the rest stays an error. */
#include "config.h"

#include <string.h>

#include "core/zb-codes.h"
#include "exchange/import/zb-import-private.h"

/* Longer ones are sentences, in bytes. */
#define LONGEST 120

/* So are two dates with their words. */
#define LONGEST_DATES 70

/* A date as it may stand among words. */
#define DATE "[12]\\d{3}(?:年\\d{1,2}(?:月(?:\\d{1,2}日)?)?|[.\\-/]\\d{1,2}(?:[.\\-/]\\d{1,2})?)"

typedef struct {
  ZbImport *import;
  ZbImportDraft *draft;
  ZbImportColumnState *column;
  const char *text;         /* half width */
} Stray;

static gboolean
is_named (const Stray *self, const char *field)
{
  return strcmp (self->column->shown.field->name, field) == 0;
}

/* A field that no column fills, and the row does not know yet. Returns: its index, −1 */
static int
free_field (const Stray *self, const char *name)
{
  int at = zb_kind_field_index (self->import->kind, name);

  return zb_import_heading_of (self->import, name) == NULL && self->draft->values[at] == NULL ? at : -1;
}

static ZbImportValue
taken (const char *value, const char *rule)
{
  return (ZbImportValue) { g_strdup (value), rule, FALSE };
}

/* The one of these fields that knows the word. */
static const ZbCode *
code_of (const char *word, const char **out_field)
{
  static const char *const fields[] = { "sex", "ethnicity", "category" };
  const ZbCode *code = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (fields) && code == NULL && !g_ascii_isalnum (*word); i++)
    {
      code = zb_code_read (zb_code_table_get (fields[i]), word, NULL);
      *out_field = fields[i];
    }
  return code;
}

/* 男/汉族, 男，预备党员: each word is one of another field. */
static gboolean
take_codes (Stray *self, ZbImportValue *out)
{
  g_auto(GStrv) words = g_regex_split_simple ("[/、,;|()\\s]+", self->text, 0, 0);
  const ZbCode *own = NULL, *others[2] = { NULL };
  int places[2];
  guint n = 0;

  for (guint i = 0; words[i] != NULL; i++)
    {
      const char *field = NULL;
      const ZbCode *code = code_of (words[i], &field);

      if (*words[i] == '\0')
        continue;
      if (code == NULL)
        return FALSE;
      if (is_named (self, field))
        {
          if (own != NULL)
            return FALSE;
          own = code;
          continue;
        }
      if (n == G_N_ELEMENTS (others) || (places[n] = free_field (self, field)) < 0 || (n > 0 && places[0] == places[n]))
        return FALSE;
      others[n++] = code;
    }
  if (own == NULL || n == 0)
    return FALSE;
  for (guint i = 0; i < n; i++)
    self->draft->values[places[i]] = g_strdup (others[i]->code);
  *out = taken (own->code, "cell-of-two");
  return TRUE;
}

static char *
date_of (const Stray *self, const char *field, const char *text)
{
  ZbImportValue value = zb_import_read_date (self->import, zb_kind_field (self->import->kind, field), ZB_CELL_TEXT, text);

  if (value.value != NULL && value.rule == NULL)
    return value.value;
  g_free (value.value);
  return NULL;
}

/* 2010.07（预备）2011.07（转正）: what each of two dates is stands beside it. */
static gboolean
take_dates (Stray *self, ZbImportValue *out)
{
  static const char *const joined = "(?:入党|接收|预备党员|预备)?", *const filler = "(?:时间|日期|年月|为|于|党员|[:,;、/()\\s])*";
  g_autofree char *pattern = g_strdup_printf ("^%1$s%2$s%1$s(" DATE ")%1$s%2$s%1$s(转正|转为正式|正式)?%1$s(" DATE ")%1$s(转正|转为正式|正式)?%1$s$", filler, joined);
  g_autoptr(GRegex) regex = g_regex_new (pattern, 0, 0, NULL);
  g_autoptr(GMatchInfo) match = NULL;
  g_auto(GStrv) parts = NULL;
  g_autofree char *first = NULL, *second = NULL;
  int at = is_named (self, "joined_on") ? free_field (self, "confirmed_on") : -1;

  if (at < 0 || strlen (self->text) > LONGEST_DATES || !g_regex_match (regex, self->text, 0, &match))
    return FALSE;
  parts = g_match_info_fetch_all (match);
  /* Exactly one of both says that the second is the confirmation. */
  if (g_strv_length (parts) < 4 || (*parts[2] != '\0') == (parts[4] != NULL && *parts[4] != '\0'))
    return FALSE;
  first = date_of (self, "joined_on", parts[1]);
  second = date_of (self, "confirmed_on", parts[3]);
  if (first == NULL || second == NULL || strcmp (first, second) >= 0)
    return FALSE;
  self->draft->values[at] = g_steal_pointer (&second);
  *out = taken (first, "cell-of-two");
  return TRUE;
}

/* What stands beside a date and makes it uncertain. */
static gboolean
is_doubt (const char *words)
{
  static const char *const doubts[] = { "左右", "前后", "大约", "以前", "以后", "之前", "之后", "待", "疑", "估", "上下", "底", "初", "或", "至", "?", "约" };

  for (guint i = 0; i < G_N_ELEMENTS (doubts); i++)
    if (strstr (words, doubts[i]) != NULL)
      return TRUE;
  return FALSE;
}

/* 1960.5/湖南长沙: the date is one; the words beside it are kept as they are. */
static gboolean
take_date_with_words (Stray *self, const char *cell, ZbImportValue *out)
{
  g_autoptr(GRegex) regex = g_regex_new ("^(" DATE ")\\s*[/、,;(\\s]\\s*([^\\d]{2,})$", 0, 0, NULL);
  g_autoptr(GMatchInfo) match = NULL;
  g_autofree char *day = NULL, *words = NULL, *date = NULL;

  if (!g_regex_match (regex, self->text, 0, &match))
    return FALSE;
  day = g_match_info_fetch (match, 1);
  words = g_match_info_fetch (match, 2);
  if (is_doubt (words) || (date = date_of (self, self->column->shown.field->name, day)) == NULL)
    return FALSE;
  g_free (self->draft->aside);
  self->draft->aside = g_strdup_printf ("%s：%s", self->column->shown.heading, cell);
  *out = taken (date, "words-aside");
  return TRUE;
}

/* Each way of learning with its word: 全日制：大专 在职：本科, 大专（全日制）、本科（在职）. Returns: whether both are educations */
static gboolean
find_ways (const char *text, char **out_full, char **out_in_service)
{
  static const char *const patterns[] = {
    "^全日制(?:教育|学历)*[:\\s]*([^\\s:,;、/()]+?)[\\s,;、/]*在职(?:教育|学历)*[:\\s]*([^\\s:,;、/()]+)$",
    "^([^\\s:,;、/()]+?)\\(?全日制\\)?[\\s,;、/]*([^\\s:,;、/()]+?)\\(?在职\\)?$",
  };

  for (guint i = 0; i < G_N_ELEMENTS (patterns); i++)
    {
      g_autoptr(GRegex) regex = g_regex_new (patterns[i], 0, 0, NULL);
      g_autoptr(GMatchInfo) match = NULL;

      if (!g_regex_match (regex, text, 0, &match))
        continue;
      *out_full = g_match_info_fetch (match, 1);
      *out_in_service = g_match_info_fetch (match, 2);
      return TRUE;
    }
  return FALSE;
}

/* 大专/本科 below 学历（全日制/在职）. */
static gboolean
find_ways_of_heading (const Stray *self, char **out_full, char **out_in_service)
{
  const char *full = strstr (self->column->shown.heading, "全日制"), *in_service = strstr (self->column->shown.heading, "在职");
  g_auto(GStrv) parts = g_regex_split_simple ("\\s*[/、,;\\n]\\s*", self->text, 0, 0);

  if (full == NULL || in_service == NULL || g_strv_length (parts) != 2)
    return FALSE;
  *out_full = g_strdup (parts[full < in_service ? 0 : 1]);
  *out_in_service = g_strdup (parts[full < in_service ? 1 : 0]);
  return TRUE;
}

static const ZbCode *
education_of (const char *text)
{
  ZbImportValue value = zb_import_read_education (zb_kind_field (&zb_kind_member, "education"), text);
  g_autofree char *code = value.value;
  const ZbCodeTable *table = zb_code_table_get ("education");
  int at = code != NULL && value.rule == NULL ? zb_code_index (table, code) : -1;

  return at >= 0 ? &table->codes[at] : NULL;
}

/* Each in its field, and the higher one is the education. */
static gboolean
take_educations (Stray *self, ZbImportValue *out)
{
  g_autofree char *one = NULL, *other = NULL;
  const ZbCode *full, *in_service;
  int places[2];

  if (!is_named (self, "education") || (!find_ways (self->text, &one, &other) && !find_ways_of_heading (self, &one, &other)))
    return FALSE;
  full = education_of (one);
  in_service = education_of (other);
  places[0] = free_field (self, "full_time_education");
  places[1] = free_field (self, "in_service_education");
  if ((full == NULL && !zb_import_is_blank (one) && *one != '\0') || (in_service == NULL && !zb_import_is_blank (other) && *other != '\0')
      || (full == NULL && in_service == NULL) || places[0] < 0 || places[1] < 0)
    return FALSE;
  self->draft->values[places[0]] = g_strdup (full != NULL ? full->code : NULL);
  self->draft->values[places[1]] = g_strdup (in_service != NULL ? in_service->code : NULL);
  *out = taken (full == NULL || (in_service != NULL && in_service->rank > full->rank) ? in_service->code : full->code, "two-educations");
  return TRUE;
}

gboolean
zb_import_take_strays (ZbImport *import, ZbImportDraft *draft, ZbImportColumnState *column, const ZbSheetCell *cell, ZbImportValue *value)
{
  const ZbField *field = column->shown.field;
  const char *text = zb_import_plain_text (import, cell->text, TRUE);
  g_autofree char *lines = g_strdup (text), *normal = NULL;
  Stray self = { import, draft, column, NULL };
  ZbImportValue found = { 0 };
  gboolean is_taken = FALSE;

  if (cell->kind != ZB_CELL_TEXT || strlen (text) > LONGEST || import->kind != &zb_kind_member || column->part != ZB_IMPORT_WHOLE)
    return FALSE;
  normal = g_utf8_normalize (lines, -1, G_NORMALIZE_NFKC);
  self.text = g_strstrip (normal);
  if (field->type == ZB_FIELD_CODE && value->is_error && strcmp (field->codes, "education") != 0)
    is_taken = take_codes (&self, &found);
  else if (field->type == ZB_FIELD_CODE)
    is_taken = take_educations (&self, &found);
  else if (field->type == ZB_FIELD_DATE && value->is_error)
    is_taken = take_dates (&self, &found) || take_date_with_words (&self, lines, &found);
  if (!is_taken)
    return FALSE;
  g_free (value->value);
  *value = found;
  return TRUE;
}
