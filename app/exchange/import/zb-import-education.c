/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Education in the words of rosters: 全日制大学本科学历, 本科/学士, 在职研究生. */
#include "config.h"

#include <string.h>

#include "core/zb-codes.h"
#include "exchange/import/zb-import-private.h"

/* Longer ones are no education, in bytes. */
#define LONGEST 120

static const ZbCode *
find (const char *text)
{
  return zb_code_read (zb_code_table_get ("education"), text, NULL);
}

/* Where and how it was got stands before the word, and 学历 behind it. */
static const ZbCode *
find_bare (const char *text)
{
  static const char *const before[] = { "全日制", "在职", "函授", "自考", "自学考试", "电大", "成人", "夜大", "网络教育", "网络", "普通", "国民教育", "广播电视" };
  static const char *const behind[] = { "学历", "毕业", "文化程度", "文化", "程度", "教育", "在读", "生" };
  g_autofree char *folded = zb_import_fold_org (text);
  char *start = folded;
  const ZbCode *code = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (before); i++)
    if (g_str_has_prefix (start, before[i]) && strlen (start) > strlen (before[i]))
      start += strlen (before[i]);
  code = *start != '\0' ? find (start) : NULL;
  for (guint i = 0; code == NULL && i < G_N_ELEMENTS (behind); i++)
    if (g_str_has_suffix (start, behind[i]) && strlen (start) > strlen (behind[i]))
      {
        start[strlen (start) - strlen (behind[i])] = '\0';
        code = find (start);
      }
  return code;
}

static ZbImportValue
found (const ZbCode *code, const char *rule)
{
  return (ZbImportValue) { g_strdup (code->code), rule, FALSE };
}

/* Of several words, 本科/学士, 大学本科（理学学士）, the first is the education; that there is more is told. */
ZbImportValue
zb_import_read_education (const ZbField *field, const char *text)
{
  const ZbCode *code = find (text);
  g_auto(GStrv) parts = NULL;

  if (code != NULL)
    return found (code, NULL);
  if (zb_import_is_blank (text))
    return (ZbImportValue) { 0 };
  if (strlen (text) > LONGEST)
    return (ZbImportValue) { NULL, "unknown-code", TRUE };
  if ((code = find_bare (text)) != NULL)
    return found (code, NULL);
  parts = g_regex_split_simple ("[/、,，；;（(\\s]+", text, 0, 0);
  if (g_strv_length (parts) > 1 && *parts[0] != '\0' && ((code = find (parts[0])) != NULL || (code = find_bare (parts[0])) != NULL))
    return found (code, "part-taken");
  return (ZbImportValue) { NULL, "unknown-code", TRUE };
}
