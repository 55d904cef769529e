/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/zb-kind.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "core/zb-clock.h"
#include "core/zb-codes.h"
#include "core/zb-date.h"
#include "core/zb-error.h"
#include "core/zb-id-number.h"
#include "core/zb-name.h"

/* Longest one-line text that a record keeps, in characters; longer ones are a mistake of pasting. */
#define MAX_TEXT 1000
#define MAX_LONG_TEXT 100000
#define MAX_HOURS 10000
/* Bytes of the longest heading worth looking at, hints in brackets included. */
#define MAX_HEADING 300

static const ZbKind *const kinds[] = {
  &zb_kind_organization,
  &zb_kind_organization_event,
  &zb_kind_member,
  &zb_kind_membership,
  &zb_kind_membership_event,
  &zb_kind_term,
  &zb_kind_post,
  &zb_kind_letter,
  &zb_kind_venue,
  &zb_kind_campaign,
  &zb_kind_plan_item,
  &zb_kind_meeting,
  &zb_kind_agenda_item,
  &zb_kind_resolution,
  &zb_kind_attendance,
  &zb_kind_exemption,
  &zb_kind_duty_exemption,
  &zb_kind_appraisal,
  &zb_kind_talk,
  &zb_kind_life_problem,
  &zb_kind_ceremony,
  &zb_kind_ceremony_person,
  &zb_kind_household,
  &zb_kind_wish,
  &zb_kind_wish_event,
  &zb_kind_team,
  &zb_kind_team_member,
  &zb_kind_claim,
  &zb_kind_claimer,
  &zb_kind_delivery,
  &zb_kind_volunteer,
  &zb_kind_community_feedback,
  &zb_kind_service_activity,
  &zb_kind_service_hours,
  &zb_kind_service_certificate,
  &zb_kind_attachment,
  &zb_kind_saved_filter,
  &zb_kind_import_mapping,
  &zb_kind_occasion,
  &zb_kind_template,
  &zb_kind_rule,
  NULL
};

const ZbKind *const *
zb_kinds (void)
{
  return kinds;
}

const ZbKind *
zb_kind_get (const char *name)
{
  if (g_strcmp0 (name, "branch") == 0 || g_strcmp0 (name, "org") == 0)
    return &zb_kind_organization;
  for (guint i = 0; kinds[i] != NULL; i++)
    if (g_strcmp0 (kinds[i]->name, name) == 0)
      return kinds[i];
  return NULL;
}

int
zb_kind_field_index (const ZbKind *kind, const char *name)
{
  /* Asked for a few times a record, of which a file has a million: most names differ in their first letter. */
  for (guint i = 0; name != NULL && i < kind->n_fields; i++)
    if (kind->fields[i].name[0] == name[0] && strcmp (kind->fields[i].name, name) == 0)
      return (int) i;
  return -1;
}

const ZbField *
zb_kind_field (const ZbKind *kind, const char *name)
{
  int i = zb_kind_field_index (kind, name);

  return i < 0 ? NULL : &kind->fields[i];
}

/* The sign that closes a hint that @c opens, 0. */
static gunichar
closing_of (gunichar c)
{
  static const gunichar pairs[][2] = { { '(', ')' }, { '[', ']' }, { 0x3010, 0x3011 }, { 0x3014, 0x3015 }, { '{', '}' }, { '<', '>' }, { 0x300a, 0x300b } };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    if (pairs[i][0] == c)
      return pairs[i][1];
  return 0;
}

/* What stands after the hint in brackets that begins at @p; the end when it is never closed. */
static const char *
skip_hint (const char *p)
{
  gunichar closing = closing_of (g_utf8_get_char (p));

  while (*p != '\0' && g_utf8_get_char (p) != closing)
    p = g_utf8_next_char (p);
  return *p != '\0' ? g_utf8_next_char (p) : p;
}

/* 必填 before or behind a heading, 1. before it. */
static char *
without_marks (char *folded)
{
  static const char *const marks[] = { "必填项", "选填项", "必填", "选填" };
  gsize digits = strspn (folded, "0123456789");

  if (digits > 0 && (folded[digits] == '.' || g_str_has_prefix (folded + digits, "、")))
    memmove (folded, g_utf8_next_char (folded + digits), strlen (g_utf8_next_char (folded + digits)) + 1);
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      gsize length = strlen (folded), n = strlen (marks[i]);

      if (length > n && g_str_has_suffix (folded, marks[i]))
        folded[length - n] = '\0';
      else if (length > n && g_str_has_prefix (folded, marks[i]))
        memmove (folded, folded + n, length - n + 1);
    }
  return folded;
}

/* A heading as it is compared: without blanks, line breaks, ★ and *; with @drop_hint also without hints in
 * brackets (which may be part of a declared heading), numbers before it and 必填; brackets full width; Latin
 * in lower case. */
static char *
fold_heading (const char *heading, gboolean drop_hint)
{
  g_autoptr(GString) out = g_string_new (NULL);
  g_autofree char *normal = g_utf8_normalize (heading, -1, G_NORMALIZE_NFKC);
  const char *p = normal;

  while (p != NULL && *p != '\0')
    {
      gunichar c = g_utf8_get_char (p);

      if (drop_hint && closing_of (c) != 0)
        {
          p = skip_hint (p);
          continue;
        }
      if (!g_unichar_isspace (c) && c != '*' && c != 0x2605 && c != ':' && !g_unichar_iscntrl (c))
        g_string_append_unichar (out, g_unichar_tolower (c));
      p = g_utf8_next_char (p);
    }
  return drop_hint ? without_marks (g_string_free (g_steal_pointer (&out), FALSE)) : g_string_free (g_steal_pointer (&out), FALSE);
}

/* One character of a declared heading as fold_heading() would leave it; 0 for one that is passed over.
 * Declared headings need no more than this, and nothing is allocated for each of them. */
static gunichar
fold_character (gunichar c)
{
  if (c >= 0xff01 && c <= 0xff5e)
    c -= 0xfee0;
  if (g_unichar_isspace (c) || c == '*' || c == 0x2605 || c == ':')
    return 0;
  return g_unichar_tolower (c);
}

/* Whether one of the words in @declared, with | between, is the folded heading. */
static gboolean
heading_is (const char *declared, const char *folded)
{
  const char *p = declared;

  while (*p != '\0')
    {
      const char *at = folded;
      gboolean same = TRUE;

      for (; *p != '\0' && *p != '|'; p = g_utf8_next_char (p))
        {
          gunichar c = same ? fold_character (g_utf8_get_char (p)) : 0;

          if (c == 0)
            continue;
          same = *at != '\0' && g_utf8_get_char (at) == c;
          at = same ? g_utf8_next_char (at) : at;
        }
      if (same && *at == '\0')
        return TRUE;
      p += *p == '|';
    }
  return FALSE;
}

static gboolean
field_has_heading (const ZbField *field, const char *folded)
{
  return heading_is (field->name, folded) || heading_is (field->heading, folded)
         || (field->words != NULL && heading_is (field->words, folded));
}

const ZbField *
zb_kind_field_by_heading (const ZbKind *kind, const char *heading)
{
  if (heading == NULL || strlen (heading) > MAX_HEADING)
    return NULL;
  for (guint drop_hint = 0; drop_hint < 2; drop_hint++)
    {
      g_autofree char *folded = fold_heading (heading, drop_hint);

      if (folded[0] == '\0')
        return NULL;
      for (guint i = 0; i < kind->n_fields; i++)
        if (field_has_heading (&kind->fields[i], folded))
          return &kind->fields[i];
    }
  return NULL;
}

const ZbStep *
zb_kind_step (const ZbKind *kind, const char *name)
{
  for (guint i = 0; i < kind->n_steps; i++)
    if (g_strcmp0 (kind->steps[i].name, name) == 0)
      return &kind->steps[i];
  return NULL;
}

static ZbDate
date_at (char *const *values, int at)
{
  ZbDate date = ZB_DATE_NONE;

  zb_date_parse (values[at], &date, NULL);
  return date;
}

const ZbDateOrder *
zb_kind_reversed (const ZbKind *kind, char *const *values, char *const *old)
{
  for (guint i = 0; i < kind->n_orders; i++)
    {
      int earlier = zb_kind_field_index (kind, kind->orders[i].earlier), later = zb_kind_field_index (kind, kind->orders[i].later);

      if (values[earlier] != NULL && values[later] != NULL
          && !(old != NULL && g_strcmp0 (old[earlier], values[earlier]) == 0 && g_strcmp0 (old[later], values[later]) == 0)
          && zb_date_is_before (date_at (values, later), date_at (values, earlier)))
        return &kind->orders[i];
    }
  return NULL;
}

gboolean
zb_field_is_stored (const ZbField *field)
{
  return (field->flags & ZB_FIELD_DERIVED) == 0;
}

static gboolean
read_text (const char *text, glong max, gboolean lines, char **out_value, GError **error)
{
  if (!g_utf8_validate (text, -1, NULL))
    {
      g_set_error_literal (error, ZB_DATA_ERROR, ZB_DATA_ERROR_BAD_VALUE, "text is not UTF-8");
      return FALSE;
    }
  if (g_utf8_strlen (text, -1) > max)
    {
      g_set_error (error, ZB_DATA_ERROR, ZB_DATA_ERROR_BAD_VALUE, "text is longer than %ld characters", max);
      return FALSE;
    }
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_iscntrl (c) && !(lines && (c == '\n' || c == '\t')))
        {
          g_set_error (error, ZB_DATA_ERROR, ZB_DATA_ERROR_BAD_VALUE, "text holds the control character U+%04X", c);
          return FALSE;
        }
    }
  *out_value = g_strdup (text);
  return TRUE;
}

static gboolean
read_integer (const char *text, gboolean is_signed, char **out_value, GError **error)
{
  g_autofree char *normal = g_utf8_normalize (text, -1, G_NORMALIZE_NFKC);
  char *end = NULL;
  gint64 number;

  errno = 0;
  number = normal == NULL ? 0 : g_ascii_strtoll (normal, &end, 10);
  if (normal == NULL || end == normal || *end != '\0' || errno != 0 || number < -G_MAXINT32 || number > G_MAXINT32 || (number < 0 && !is_signed))
    {
      g_set_error (error, ZB_DATA_ERROR, ZB_DATA_ERROR_BAD_AMOUNT, "“%s” is not a whole number", text);
      return FALSE;
    }
  *out_value = g_strdup_printf ("%" G_GINT64_FORMAT, number);
  return TRUE;
}

/* Yuan with at most two decimals, kept as whole 分. */
static gboolean
read_money (const char *text, char **out_value, GError **error)
{
  g_autofree char *normal = g_utf8_normalize (text, -1, G_NORMALIZE_NFKC);
  gint64 fen = 0;
  int decimals = -1;
  gboolean good = normal != NULL && *normal != '\0';

  for (const char *p = normal; good && *p != '\0'; p++)
    {
      if (*p == '.' && decimals < 0)
        decimals = 0;
      else if (g_ascii_isdigit (*p) && decimals < 2 && fen < G_GINT64_CONSTANT (100000000000))
        {
          fen = fen * 10 + (*p - '0');
          decimals += decimals >= 0;
        }
      else
        good = *p == ',' && decimals < 0;
    }
  if (!good)
    {
      g_set_error (error, ZB_DATA_ERROR, ZB_DATA_ERROR_BAD_AMOUNT, "“%s” is not an amount of money", text);
      return FALSE;
    }
  for (int i = MAX (decimals, 0); i < 2; i++)
    fen *= 10;
  *out_value = g_strdup_printf ("%" G_GINT64_FORMAT, fen);
  return TRUE;
}

static gboolean
read_code (const char *table_name, const char *text, char **out_value, GError **error)
{
  const ZbCode *code = zb_code_read (zb_code_table_get (table_name), text, error);

  if (code == NULL)
    return FALSE;
  *out_value = g_strdup (code->code);
  return TRUE;
}

static gboolean
read_boolean (const char *text, char **out_value, GError **error)
{
  static const char *const yes[] = { "1", "是", "有", "√", "yes", "true", "y", NULL };
  static const char *const no[] = { "0", "否", "无", "×", "no", "false", "n", NULL };
  g_autofree char *lower = g_utf8_strdown (text, -1);

  if (g_strv_contains (yes, lower))
    *out_value = g_strdup ("1");
  else if (g_strv_contains (no, lower))
    *out_value = g_strdup ("0");
  else
    {
      g_set_error (error, ZB_DATA_ERROR, ZB_DATA_ERROR_BAD_VALUE, "“%s” is neither yes nor no", text);
      return FALSE;
    }
  return TRUE;
}

static gboolean
read_date (const char *text, char **out_value, GError **error)
{
  ZbDate date;

  if (!zb_date_read (text, &date, error))
    return FALSE;
  *out_value = zb_date_to_text (date);
  return TRUE;
}

static gboolean
read_clock (const char *text, char **out_value, GError **error)
{
  int minutes;

  if (!zb_clock_read (text, &minutes, error))
    return FALSE;
  *out_value = zb_clock_to_text (minutes);
  return TRUE;
}

/* Hours with at most one decimal, kept as whole tenths. */
static gboolean
read_hours (const char *text, gboolean is_signed, char **out_value, GError **error)
{
  g_autofree char *normal = g_utf8_normalize (text, -1, G_NORMALIZE_NFKC);
  char *end = NULL;
  double hours = normal != NULL ? g_ascii_strtod (normal, &end) : 0;
  double tenths = hours * 10;

  if (normal == NULL || end == normal || *end != '\0' || !(hours >= (is_signed ? -MAX_HOURS : 0) && hours <= MAX_HOURS)
      || ABS (ABS (tenths) - (int) (ABS (tenths) + 0.5)) > 1e-6)
    {
      g_set_error (error, ZB_DATA_ERROR, ZB_DATA_ERROR_BAD_AMOUNT, "“%s” is not a number of hours", text);
      return FALSE;
    }
  *out_value = g_strdup_printf ("%d", (tenths < 0 ? -1 : 1) * (int) (ABS (tenths) + 0.5));
  return TRUE;
}

static gboolean
read_name (const char *text, char **out_value, GError **error)
{
  g_autofree char *name = zb_name_normalize (text);

  if (!zb_name_check (name, error))
    return FALSE;
  *out_value = g_steal_pointer (&name);
  return TRUE;
}

gboolean
zb_field_read (const ZbField *field, const char *text, char **out_value, GError **error)
{
  g_autofree char *trimmed = NULL;

  g_return_val_if_fail (field->type != ZB_FIELD_LINK, FALSE);

  if (text != NULL && !g_utf8_validate (text, -1, NULL))
    {
      g_set_error_literal (error, ZB_DATA_ERROR, ZB_DATA_ERROR_BAD_VALUE, "text is not UTF-8");
      return FALSE;
    }
  trimmed = g_strdup (text != NULL ? text : "");
  g_strstrip (trimmed);
  if (trimmed[0] == '\0')
    {
      *out_value = NULL;
      return TRUE;
    }
  switch (field->type)
    {
    case ZB_FIELD_TEXT: return read_text (trimmed, MAX_TEXT, FALSE, out_value, error);
    case ZB_FIELD_LONG_TEXT: return read_text (trimmed, MAX_LONG_TEXT, TRUE, out_value, error);
    case ZB_FIELD_NAME: return read_name (trimmed, out_value, error);
    case ZB_FIELD_DATE: return read_date (trimmed, out_value, error);
    case ZB_FIELD_INTEGER: return read_integer (trimmed, (field->flags & ZB_FIELD_SIGNED) != 0, out_value, error);
    case ZB_FIELD_MONEY: return read_money (trimmed, out_value, error);
    case ZB_FIELD_BOOLEAN: return read_boolean (trimmed, out_value, error);
    case ZB_FIELD_CODE: return read_code (field->codes, trimmed, out_value, error);
    case ZB_FIELD_ID_NUMBER: return (*out_value = zb_id_number_normalize (trimmed, error)) != NULL;
    case ZB_FIELD_PHONE: return (*out_value = zb_phone_normalize (trimmed, error)) != NULL;
    case ZB_FIELD_CLOCK: return read_clock (trimmed, out_value, error);
    case ZB_FIELD_HOURS: return read_hours (trimmed, (field->flags & ZB_FIELD_SIGNED) != 0, out_value, error);
    case ZB_FIELD_LINK: break;
    }
  g_assert_not_reached ();
}

static char *
show_masked (const ZbField *field, const char *value)
{
  if (field->type == ZB_FIELD_ID_NUMBER)
    return zb_id_number_mask (value);
  if (field->type == ZB_FIELD_PHONE)
    return zb_phone_mask (value);
  if (field->type == ZB_FIELD_MONEY)
    return g_strdup ("****");
  return zb_text_mask (value);
}

static char *
show_hours (gint64 tenths)
{
  if (tenths % 10 == 0)
    return g_strdup_printf ("%" G_GINT64_FORMAT, tenths / 10);
  return g_strdup_printf ("%s%" G_GINT64_FORMAT ".%d", tenths < 0 ? "-" : "", ABS (tenths) / 10, (int) (ABS (tenths) % 10));
}

char *
zb_field_show (const ZbField *field, const char *value, gboolean masked)
{
  ZbDate date;
  gint64 fen;

  if (value == NULL)
    return g_strdup ("");
  if (masked && (field->flags & ZB_FIELD_PRIVATE))
    return show_masked (field, value);
  switch (field->type)
    {
    case ZB_FIELD_CODE:
      return g_strdup (zb_code_label (zb_code_table_get (field->codes), value));
    case ZB_FIELD_DATE:
      return zb_date_parse (value, &date, NULL) ? zb_date_to_print (date) : g_strdup (value);
    case ZB_FIELD_BOOLEAN:
      return g_strdup (strcmp (value, "1") == 0 ? "是" : "否");
    case ZB_FIELD_MONEY:
      fen = g_ascii_strtoll (value, NULL, 10);
      return g_strdup_printf ("%s%" G_GINT64_FORMAT ".%02d", fen < 0 ? "-" : "", ABS (fen) / 100, (int) (ABS (fen) % 100));
    case ZB_FIELD_HOURS:
      return show_hours (g_ascii_strtoll (value, NULL, 10));
    case ZB_FIELD_TEXT:
    case ZB_FIELD_LONG_TEXT:
    case ZB_FIELD_NAME:
    case ZB_FIELD_INTEGER:
    case ZB_FIELD_LINK:
    case ZB_FIELD_ID_NUMBER:
    case ZB_FIELD_PHONE:
    case ZB_FIELD_CLOCK:
      break;
    }
  return g_strdup (value);
}
