/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "service/zb-political-birthdays.h"

#include <glib/gi18n.h>

void
zb_political_birthday_free (ZbPoliticalBirthday *birthday)
{
  if (birthday == NULL)
    return;
  g_free (birthday->name);
  g_free (birthday->branch);
  g_free (birthday);
}

char *
zb_political_birthday_words (const ZbPoliticalBirthday *birthday)
{
  g_autofree char *joined = zb_date_to_print (birthday->joined);

  if (birthday->years == 0)
    /* Translators: %s is a day */
    return g_strdup_printf (_("Joined on %s, in this month"), joined);
  if (birthday->years % 10 == 0)
    /* Translators: %1$s is a day, %2$u years: ten, twenty … */
    return g_strdup_printf (_("Joined on %1$s · whole %2$u years"), joined, birthday->years);
  /* Translators: %1$s is a day, %2$u years */
  return g_strdup_printf (ngettext ("Joined on %1$s · %2$u year", "Joined on %1$s · %2$u years", birthday->years), joined, birthday->years);
}

static int
compare_birthdays (gconstpointer a, gconstpointer b)
{
  const ZbPoliticalBirthday *left = *(ZbPoliticalBirthday *const *) a, *right = *(ZbPoliticalBirthday *const *) b;

  if (left->joined.day != right->joined.day)
    return left->joined.day < right->joined.day ? -1 : 1;
  return left->years != right->years ? (left->years > right->years ? -1 : 1) : left->person < right->person ? -1 : left->person > right->person;
}

GPtrArray *
zb_political_birthdays (ZbMemberColumns *columns, gint64 org, ZbDate month)
{
  GPtrArray *out = g_ptr_array_new_with_free_func ((GDestroyNotify) zb_political_birthday_free);
  ZbOrgTree *tree = zb_member_columns_tree (columns);

  for (guint i = 0; i < zb_member_columns_size (columns); i++)
    {
      ZbCategory category = zb_member_columns_category (columns, i);
      ZbPoliticalBirthday *birthday;
      ZbMemberEntry entry;
      const ZbOrg *branch;

      if (category != ZB_CATEGORY_FULL && category != ZB_CATEGORY_PROBATIONARY)
        continue;
      zb_member_columns_get (columns, i, &entry);
      if (entry.state != ZB_MEMBER_HERE || entry.standing.joined.month != month.month || entry.standing.joined.year > month.year
          || (org != 0 && !zb_org_tree_is_below (tree, entry.org, org)))
        continue;
      branch = zb_org_tree_get (tree, entry.org);
      birthday = g_new0 (ZbPoliticalBirthday, 1);
      birthday->person = entry.id;
      birthday->name = g_strdup (entry.name);
      birthday->branch = g_strdup (branch != NULL ? zb_org_short (branch) : "");
      birthday->joined = entry.standing.joined;
      birthday->years = (guint) (month.year - entry.standing.joined.year);
      g_ptr_array_add (out, birthday);
    }
  g_ptr_array_sort (out, compare_birthdays);
  return out;
}
