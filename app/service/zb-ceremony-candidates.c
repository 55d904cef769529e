/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "service/zb-ceremony-candidates.h"

#include <glib/gi18n.h>

#include "service/zb-political-birthdays.h"
#include "service/zb-registry-duty.h"

void
zb_candidate_free (ZbCandidate *candidate)
{
  if (candidate == NULL)
    return;
  g_free (candidate->name);
  g_free (candidate->detail);
  g_free (candidate);
}

/* @detail: (transfer full) */
static void
add (GPtrArray *out, gint64 person, const char *name, char *detail, gboolean is_meant)
{
  ZbCandidate *candidate = g_new0 (ZbCandidate, 1);

  candidate->person = person;
  candidate->name = g_strdup (name);
  candidate->detail = detail;
  candidate->is_meant = is_meant;
  g_ptr_array_add (out, candidate);
}

static char *
with_branch (const char *branch, const char *rest)
{
  return *branch != '\0' ? g_strdup_printf ("%s · %s", branch, rest) : g_strdup (rest);
}

static void
add_unsworn (GPtrArray *out, GPtrArray *unsworn)
{
  for (guint i = 0; unsworn != NULL && i < unsworn->len; i++)
    {
      const ZbUnsworn *one = g_ptr_array_index (unsworn, i);
      g_autofree char *words = zb_unsworn_words (one);

      add (out, one->person, one->name, with_branch (one->branch, words), TRUE);
    }
}

static void
add_birthdays (GPtrArray *out, ZbMemberColumns *columns, gint64 org, ZbDate month)
{
  g_autoptr(GPtrArray) birthdays = zb_political_birthdays (columns, org, month);

  for (guint i = 0; i < birthdays->len; i++)
    {
      const ZbPoliticalBirthday *one = g_ptr_array_index (birthdays, i);
      g_autofree char *words = zb_political_birthday_words (one);

      add (out, one->person, one->name, with_branch (one->branch, words), TRUE);
    }
}

/* @least: years of 党龄 on @day, 0: every member. */
static void
add_members (GPtrArray *out, ZbMemberColumns *columns, gint64 org, ZbDate day, int least)
{
  ZbMemberQuery query = { .order = ZB_ORDER_POST, .scope = ZB_SCOPE_HERE, .party_only = TRUE };
  ZbOrgTree *tree = zb_member_columns_tree (columns);
  guint n;
  g_autofree gint64 *ids = zb_member_columns_query (columns, &query, &n);

  for (guint i = 0; i < n && out->len <= ZB_CANDIDATES_MAX; i++)
    {
      const ZbOrg *branch;
      ZbMemberEntry entry;
      g_autofree char *years = NULL;
      const char *name;

      zb_member_columns_get (columns, (guint) zb_member_columns_find (columns, ids[i]), &entry);
      if ((org != 0 && !zb_org_tree_is_below (tree, entry.org, org)) || (least > 0 && zb_standing_months (&entry.standing, day) < least * 12))
        continue;
      branch = zb_org_tree_get (tree, entry.org);
      name = branch != NULL ? zb_org_short (branch) : "";
      /* Translators: %d years in the Party */
      years = least > 0 ? g_strdup_printf (_("%d years in the Party"), zb_standing_months (&entry.standing, day) / 12) : NULL;
      add (out, entry.id, entry.name, years != NULL ? with_branch (name, years) : g_strdup (name), least > 0);
    }
}

/* The day of the year to which the years are counted. */
static ZbDate
medal_day (ZbRegistry *registry, ZbDate when)
{
  return (ZbDate) { when.year, (guint8) zb_registry_rule (registry, "medal50.month", when), (guint8) zb_registry_rule (registry, "medal50.day", when) };
}

GPtrArray *
zb_ceremony_candidates (ZbRegistry *registry, const char *type, gint64 org, ZbDate day, GPtrArray *unsworn)
{
  GPtrArray *out = g_ptr_array_new_with_free_func ((GDestroyNotify) zb_candidate_free);
  ZbMemberColumns *columns = zb_registry_columns (registry);
  ZbDate when = zb_date_is_set (day) ? day : zb_registry_today (registry);

  if (columns == NULL)
    return out;
  if (g_strcmp0 (type, "oath") == 0)
    add_unsworn (out, unsworn);
  else if (g_strcmp0 (type, "birthday") == 0)
    add_birthdays (out, columns, org, when);
  else if (g_strcmp0 (type, "medal") == 0)
    add_members (out, columns, org, medal_day (registry, when), (int) zb_registry_rule (registry, "medal50.years", when));
  else
    add_members (out, columns, org, when, 0);
  return out;
}
