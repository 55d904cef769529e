/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Telephone numbers as rosters have them: 手机：19900000001 座机：0579-85550001, several in a cell, damaged by spreadsheets. */
#include "config.h"

#include <string.h>

#include "exchange/import/zb-import-private.h"

/* Longer ones are no numbers, in bytes. */
#define LONGEST 100

/* Words that say nothing that the number does not. Longer ones before those that they contain. */
static const char *const said[] = { "微信同号", "同微信", "联系方式", "联系电话", "手机号码", "手机号", "手机", "本人", "电话", "号码", "联系", ":" };

/* Words that tell one number from another; not needed beside a mobile number. */
static const char *const told_apart[] = { "固定", "固话", "座机", "宅电", "家庭", "办公室", "办公", "单位", "短号", "小号", "长号", "宅", "办", "家" };

/* The forms that nearly all numbers have already, and in which they are kept. */
static gboolean
is_kept (const char *text)
{
  return text[0] == '1' && strspn (text, "0123456789") == 11 && text[11] == '\0';
}

static gboolean
is_mobile (const char *number)
{
  return number[0] == '1' && strspn (number, "0123456789") == 11 && !g_ascii_isdigit (number[11]) && number[11] != '-';
}

/* 0579-85550001, 85550001, 660001, 85550001转801 */
static gboolean
is_landline (const char *number)
{
  gsize n = strspn (number, "0123456789-");

  if (n == 0 || is_mobile (number))
    return FALSE;
  return (number[n] == '\0' && (*number == '0' || n <= 8 || strchr (number, '-') != NULL)) || g_str_has_prefix (number + n, "转");
}

/* Whether a number in digits cannot be a whole one: 5798555 0001 has lost its 0, 199000001 a digit. */
static const char *
rule_of (const char *value)
{
  g_auto(GStrv) parts = g_strsplit (value, "/", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      gsize length = strlen (parts[i]);

      if (strspn (parts[i], "0123456789") != length || length < 9 || *parts[i] == '0' || (*parts[i] == '1' && length == 11)
          || (length == 10 && (g_str_has_prefix (parts[i], "400") || g_str_has_prefix (parts[i], "800"))))
        continue;
      return *parts[i] != '1' && length <= 11 ? "phone-lost-zero" : "phone-odd";
    }
  return NULL;
}

/* What stands in brackets: (0579)85550001 is an area code, (660001) another number, () nothing any more; other words stay. */
static void
open_brackets (GString *text)
{
  for (char *open = strchr (text->str, '('); open != NULL; open = strchr (open + 1, '('))
    {
      gsize inside = strspn (open + 1, "0123456789-/ ");
      gboolean is_area = open[1] == '0' && inside <= 4 && inside >= 3 && open[inside + 1] == ')' && g_ascii_isdigit (open[inside + 2]);

      if (open[inside + 1] != ')')
        continue;
      open[inside + 1] = is_area ? '-' : '/';
      *open = '/';
    }
}

/* One stroke between numbers, none at the ends; 转801 belongs to the number before it. */
static char *
close_up (const char *text)
{
  g_autoptr(GString) out = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p++)
    {
      gsize gap = strspn (p, "/ ");

      if (gap == 0 || memchr (p, '/', gap) == NULL)
        g_string_append_c (out, *p);
      else
        {
          if (out->len > 0 && p[gap] != '\0' && !g_str_has_prefix (p + gap, "转") && p[gap] != ')' && out->str[out->len - 1] != '(')
            g_string_append_c (out, '/');
          p += gap - 1;
        }
    }
  return g_string_free (g_steal_pointer (&out), FALSE);
}

/* 199-00000001, 1990000 0001: a mobile number however its digits stand together. */
static char *
as_mobile (const char *text)
{
  g_autoptr(GString) digits = g_string_new (NULL);

  if (strspn (text, "0123456789- ") != strlen (text))
    return NULL;
  for (const char *p = text; *p != '\0'; p++)
    if (g_ascii_isdigit (*p))
      g_string_append_c (digits, *p);
  return digits->str[0] == '1' && digits->len == 11 ? g_string_free (g_steal_pointer (&digits), FALSE) : NULL;
}

static char *
without (const char *text, const char *const *words, guint n)
{
  g_autoptr(GString) out = g_string_new (text);

  for (guint i = 0; i < n; i++)
    g_string_replace (out, words[i], "/", 0);
  open_brackets (out);
  return close_up (out->str);
}

/* Whether it is some mobile numbers and one other at most, told apart by themselves. */
static gboolean
is_plain (const char *text)
{
  g_auto(GStrv) parts = g_strsplit (text, "/", -1);
  guint n_landlines = 0, n = 0;

  for (; parts[n] != NULL; n++)
    {
      g_autoptr(GString) close = g_string_new (parts[n]);

      g_string_replace (close, " ", "", 0);
      n_landlines += is_landline (close->str);
      if (!is_landline (close->str) && !is_mobile (close->str))
        return FALSE;
    }
  return n_landlines <= 1;
}

/* 手机：19900000001（本人）, 19900000001（短号660001）: without the words. */
static char *
bare (const char *text)
{
  g_autofree char *normal = g_utf8_normalize (text, -1, G_NORMALIZE_NFKC);
  g_autoptr(GString) even = g_string_new (normal);
  g_autofree char *some = NULL, *all = NULL;

  for (char *p = even->str; *p != '\0'; p++)
    if (*p == '\n' || *p == '\r' || *p == '\t')
      *p = ' ';
  g_string_replace (even, "(+86)", "", 0);
  g_string_replace (even, "、", "/", 0);
  some = without (even->str, said, G_N_ELEMENTS (said));
  all = without (some, told_apart, G_N_ELEMENTS (told_apart));
  return is_plain (all) ? g_steal_pointer (&all) : g_steal_pointer (&some);
}

ZbImportValue
zb_import_read_phone (const ZbField *field, const char *given)
{
  g_autofree char *normal = strlen (given) < LONGEST && !is_kept (given) ? bare (given) : NULL;
  g_autofree char *mobile = normal != NULL ? as_mobile (normal) : NULL;
  const char *text = mobile != NULL ? mobile : normal != NULL && *normal != '\0' ? normal : given;
  char *value = NULL;

  if (is_kept (text))
    return (ZbImportValue) { g_strdup (text), NULL, FALSE };
  if (zb_import_is_masked (text))
    return (ZbImportValue) { NULL, "masked-value", FALSE };
  if (!zb_import_is_rounded (text) && zb_field_read (field, text, &value, NULL))
    return (ZbImportValue) { value, rule_of (value), FALSE };
  return (ZbImportValue) { NULL, zb_import_is_blank (text) ? NULL : "bad-phone", !zb_import_is_blank (text) };
}

/* 19900000001/0579-85550001: mobile phones and landlines, each sort in its field. Several of one sort stay together. */
void
zb_import_split_phones (ZbImport *self, ZbImportDraft *draft, gboolean report)
{
  char **phone = &draft->values[draft->phone], **landline = &draft->values[draft->landline];
  g_auto(GStrv) parts = NULL;
  g_autoptr(GString) mobiles = g_string_new (NULL), others = g_string_new (NULL);

  if (*phone == NULL || *landline != NULL || strchr (*phone, '/') == NULL)
    return;
  if (report)
    zb_import_add_problem (self, draft->row, zb_import_heading_of (self, "phone"), *phone, "phones-split", FALSE);
  parts = g_strsplit (*phone, "/", -1);
  for (guint i = 0; parts[i] != NULL; i++)
    {
      GString *sort = is_landline (parts[i]) ? others : mobiles;

      if (sort == mobiles && !is_mobile (parts[i]))
        return;
      g_string_append_printf (sort, "%s%s", sort->len > 0 ? "/" : "", parts[i]);
    }
  if (mobiles->len == 0 || others->len == 0)
    return;
  g_free (*phone);
  *phone = g_string_free (g_steal_pointer (&mobiles), FALSE);
  *landline = g_string_free (g_steal_pointer (&others), FALSE);
}
