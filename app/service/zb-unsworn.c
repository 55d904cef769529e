/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "service/zb-unsworn.h"

#include <glib/gi18n.h>

void
zb_unsworn_free (ZbUnsworn *unsworn)
{
  if (unsworn == NULL)
    return;
  g_free (unsworn->name);
  g_free (unsworn->branch);
  g_free (unsworn);
}

char *
zb_unsworn_words (const ZbUnsworn *unsworn)
{
  g_autofree char *joined = zb_date_to_print (unsworn->joined);
  g_autofree char *planned = zb_date_is_set (unsworn->planned) ? zb_date_to_print (unsworn->planned) : NULL;
  g_autofree char *since = NULL;

  if (!zb_date_is_set (unsworn->joined))
    since = g_strdup (_("The day of admission is not known"));
  else if (unsworn->days < 0)
    /* Translators: %s is a month or a year */
    since = g_strdup_printf (_("Admitted in %s"), joined);
  else
    /* Translators: %1$s the day somebody was admitted, %2$d days */
    since = g_strdup_printf (ngettext ("Admitted on %1$s, %2$d day ago", "Admitted on %1$s, %2$d days ago", (gulong) unsworn->days), joined, unsworn->days);
  if (planned == NULL)
    return g_steal_pointer (&since);
  /* Translators: %1$s since when somebody waits for the oath, %2$s the day it is planned for */
  return g_strdup_printf (_("%1$s; planned for %2$s"), since, planned);
}

static int
compare_unsworn (gconstpointer a, gconstpointer b)
{
  const ZbUnsworn *left = *(ZbUnsworn *const *) a, *right = *(ZbUnsworn *const *) b;

  return left->days != right->days ? (left->days > right->days ? -1 : 1) : left->person < right->person ? -1 : left->person > right->person;
}

static ZbUnsworn *
unsworn_new (ZbOrgTree *tree, ZbDate today, const ZbMemberEntry *entry, int months, guint planned)
{
  const ZbOrg *org = zb_org_tree_get (tree, entry->org);
  ZbUnsworn *unsworn = g_new0 (ZbUnsworn, 1);

  unsworn->person = entry->id;
  unsworn->name = g_strdup (entry->name);
  unsworn->branch = g_strdup (org != NULL ? zb_org_short (org) : "");
  unsworn->joined = entry->standing.joined;
  unsworn->days = zb_date_is_complete (entry->standing.joined) ? zb_date_days_between (entry->standing.joined, today) : -1;
  unsworn->is_late = zb_date_is_before (zb_date_add_months (entry->standing.joined, months), today);
  unsworn->planned = planned != 0 ? zb_date_unpack (planned) : ZB_DATE_NONE;
  return unsworn;
}

GPtrArray *
zb_unsworn_list (ZbMemberColumns *columns, gint64 org, GHashTable *sworn, GHashTable *planned, int months)
{
  GPtrArray *out = g_ptr_array_new_with_free_func ((GDestroyNotify) zb_unsworn_free);
  ZbOrgTree *tree = zb_member_columns_tree (columns);
  ZbDate today = zb_member_columns_as_of (columns);

  for (guint i = 0; i < zb_member_columns_size (columns); i++)
    {
      ZbMemberEntry entry;

      if (zb_member_columns_category (columns, i) != ZB_CATEGORY_PROBATIONARY)
        continue;
      zb_member_columns_get (columns, i, &entry);
      if (entry.state == ZB_MEMBER_HERE && (org == 0 || zb_org_tree_is_below (tree, entry.org, org)) && !g_hash_table_contains (sworn, &entry.id))
        g_ptr_array_add (out, unsworn_new (tree, today, &entry, months, GPOINTER_TO_UINT (g_hash_table_lookup (planned, &entry.id))));
    }
  g_ptr_array_sort (out, compare_unsworn);
  return out;
}
