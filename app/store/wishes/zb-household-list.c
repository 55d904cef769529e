/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/wishes/zb-household-list.h"

#include <string.h>

#include "core/zb-hanzi.h"
#include "store/zb-db-private.h"

void
zb_household_name_free (ZbHouseholdName *household)
{
  if (household == NULL)
    return;
  g_free (household->alias);
  g_free (household->community);
  g_free (household->name);
  g_free (household->readings);
  g_free (household);
}

GPtrArray *
zb_households_names (ZbDb *db, GError **error)
{
  g_autoptr(ZbStmt) stmt = zb_db_borrow (db,
    "SELECT h.id, h.alias, h.community, p.name FROM household h LEFT JOIN household_private p ON p.household_id = h.id "
    "WHERE h.withdrawn = 0 ORDER BY h.id", error);
  g_autoptr(GPtrArray) out = g_ptr_array_new_with_free_func ((GDestroyNotify) zb_household_name_free);
  int row = -1;

  while (stmt != NULL && (row = zb_db_step (db, stmt, error)) == 1)
    {
      ZbHouseholdName *household = g_new0 (ZbHouseholdName, 1);
      g_autofree char *alias = zb_hanzi_search_readings (zb_stmt_text (stmt, 1), NULL);
      g_autofree char *name = zb_hanzi_search_readings (zb_stmt_text (stmt, 3), NULL);

      household->id = sqlite3_column_int64 (stmt, 0);
      household->alias = g_strdup (zb_stmt_text (stmt, 1));
      household->community = g_strdup (zb_stmt_text (stmt, 2));
      household->name = g_strdup (zb_stmt_text (stmt, 3));
      household->readings = g_strdup_printf ("|%s|%s", alias, name);
      g_ptr_array_add (out, household);
    }
  return row == 0 ? g_steal_pointer (&out) : NULL;
}

static gboolean
has_word (const ZbHouseholdName *household, const char *word)
{
  g_autofree char *lower = g_ascii_strdown (word, -1);
  g_autofree char *reading = g_strconcat ("|", lower, NULL);

  return strstr (household->alias, word) != NULL || (household->name != NULL && strstr (household->name, word) != NULL)
         || (household->community != NULL && strstr (household->community, word) != NULL)
         || (g_ascii_isalpha (*word) && strstr (household->readings, reading) != NULL);
}

gboolean
zb_household_name_matches (const ZbHouseholdName *household, const char *typed)
{
  g_auto(GStrv) words = g_strsplit_set (typed, " \t", -1);

  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0' && !has_word (household, words[i]))
      return FALSE;
  return TRUE;
}
