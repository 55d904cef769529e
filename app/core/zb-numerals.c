/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/zb-numerals.h"

static const char *const digits[] = { "零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖" };

/* Four digits with their units; 零 stands once for any places that are skipped between others. */
static void
append_group (GString *out, guint group, gboolean is_first)
{
  static const struct { guint value; const char *unit; } places[] = { { 1000, "仟" }, { 100, "佰" }, { 10, "拾" }, { 1, "" } };
  gboolean skipped = !is_first && group < 1000;

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      guint digit = group / places[i].value % 10;

      if (digit == 0)
        {
          skipped = skipped || (out->len > 0 && i > 0);
          continue;
        }
      if (skipped && out->len > 0)
        g_string_append (out, digits[0]);
      skipped = FALSE;
      g_string_append (out, digits[digit]);
      g_string_append (out, places[i].unit);
    }
}

char *
zb_numerals_capital (guint number)
{
  static const struct { guint value; const char *unit; } groups[] = { { 100000000, "亿" }, { 10000, "万" }, { 1, "" } };
  GString *out = g_string_new (NULL);

  if (number == 0)
    g_string_append (out, digits[0]);
  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    {
      guint group = number / groups[i].value % 10000;

      if (group == 0)
        continue;
      append_group (out, group, out->len == 0);
      g_string_append (out, groups[i].unit);
    }
  return g_string_free (out, FALSE);
}

char *
zb_numerals_capital_digits (guint number)
{
  g_autofree char *text = g_strdup_printf ("%u", number);
  GString *out = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p++)
    g_string_append (out, digits[*p - '0']);
  return g_string_free (out, FALSE);
}

char *
zb_numerals_capital_month (ZbDate date)
{
  g_autofree char *year = zb_numerals_capital_digits ((guint) MAX (date.year, 0));
  g_autofree char *month = zb_numerals_capital (date.month);

  if (!zb_date_is_set (date))
    return g_strdup ("");
  return date.month != 0 ? g_strdup_printf ("%s年%s月", year, month) : g_strdup_printf ("%s年", year);
}
