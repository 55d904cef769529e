/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "service/zb-due-private.h"

#include <glib/gi18n.h>

#include "store/zb-check.h"
#include "store/zb-records.h"
#include "store/zb-terms.h"

void
zb_due_free (ZbDue *due)
{
  g_free (due->title);
  g_free (due->unit);
  g_free (due->source);
  g_free (due);
}

const char *
zb_due_name (ZbDueKind kind)
{
  switch (kind)
    {
    case ZB_DUE_CONFIRMATION: return "confirmation";
    case ZB_DUE_ELECTION: return "election";
    case ZB_DUE_RECEIPT: return "receipt";
    case ZB_DUE_TALK: return "talk";
    case ZB_DUE_ACTIVIST: return "activist";
    case ZB_DUE_MEETING: return "meeting";
    case ZB_DUE_OATH: return "oath";
    case ZB_DUE_MAKE_UP: return "make-up";
    }
  g_assert_not_reached ();
}

ZbDue *
zb_due_add (ZbDueFinder *finder, ZbDueKind kind, const ZbKind *record_kind, gint64 record, const char *title, ZbDate since, ZbDate on,
            const char *rule_key)
{
  const ZbRule *rule = zb_rules_get (finder->rules, rule_key, finder->today);
  ZbDue *due = g_new0 (ZbDue, 1);

  due->kind = kind;
  due->record_kind = record_kind;
  due->record = record;
  due->title = g_strdup (title);
  due->since = since;
  due->on = on;
  due->value = rule != NULL ? rule->value : 0;
  due->unit = g_strdup (rule != NULL ? rule->unit : "");
  due->source = g_strdup (rule != NULL ? rule->source : "");
  g_ptr_array_add (finder->out, due);
  return due;
}

static int
number (ZbDueFinder *finder, const char *key)
{
  return (int) zb_rules_value (finder->rules, key, finder->today);
}

/* Whether @on comes within @months from today, or has passed. */
static gboolean
is_near (ZbDueFinder *finder, ZbDate on, int months)
{
  return zb_date_is_set (on) && zb_date_compare (on, zb_date_add_months (finder->today, months)) <= 0;
}

static void
find_probation (ZbDueFinder *finder, const ZbMemberEntry *entry)
{
  g_autoptr(ZbRecord) record = NULL;
  ZbDate on = zb_date_add_months (entry->standing.joined, 12 * number (finder, "probation.length"));
  ZbDate until;

  if (!zb_date_is_set (entry->standing.joined))
    return;
  record = zb_records_get (finder->db, &zb_kind_member, entry->id, FALSE, NULL);
  if (record != NULL && zb_date_parse (zb_record_get (record, "probation_until"), &until, NULL))
    on = until;
  if (is_near (finder, on, 1))
    zb_due_add (finder, ZB_DUE_CONFIRMATION, &zb_kind_member, entry->id, entry->name, entry->standing.joined, on,
         "probation.length");
}

static void
find_on_the_way (ZbDueFinder *finder, const ZbMemberEntry *entry, ZbCategory category)
{
  ZbDate on;

  if (category == ZB_CATEGORY_APPLICANT && zb_date_is_set (entry->standing.applied))
    {
      on = zb_date_add_months (entry->standing.applied, number (finder, "dev.talk_deadline"));
      if (zb_date_months_between (on, finder->today) < 6)
        zb_due_add (finder, ZB_DUE_TALK, &zb_kind_member, entry->id, entry->name, entry->standing.applied, on, "dev.talk_deadline");
    }
  else if (category == ZB_CATEGORY_ACTIVIST && zb_date_is_set (entry->standing.activist))
    {
      on = zb_date_add_months (entry->standing.activist, 12 * number (finder, "dev.activist_to_target_min"));
      if (is_near (finder, on, 0))
        zb_due_add (finder, ZB_DUE_ACTIVIST, &zb_kind_member, entry->id, entry->name, entry->standing.activist, on,
             "dev.activist_to_target_min");
    }
}

static void
find_people (ZbDueFinder *finder)
{
  guint n = zb_member_columns_size (finder->columns);

  for (guint i = 0; i < n; i++)
    {
      ZbCategory category = zb_member_columns_category (finder->columns, i);
      ZbMemberEntry entry;

      if (category == ZB_CATEGORY_FULL || category == ZB_CATEGORY_NONE)
        continue;
      zb_member_columns_get (finder->columns, i, &entry);
      if (entry.state != ZB_MEMBER_HERE)
        continue;
      if (category == ZB_CATEGORY_PROBATIONARY)
        find_probation (finder, &entry);
      else
        find_on_the_way (finder, &entry, category);
    }
}

/* The term in which each organisation is decides; an extension moves its end. */
static gboolean
find_elections (ZbDueFinder *finder, GError **error)
{
  g_autoptr(GHashTable) terms = zb_terms_current (finder->db, finder->today, error);
  GHashTableIter iter;
  gpointer value;

  if (terms == NULL)
    return FALSE;
  g_hash_table_iter_init (&iter, terms);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      const ZbOrg *org = zb_org_tree_get (zb_member_columns_tree (finder->columns), zb_record_get_int (value, "org"));
      ZbDate on = zb_term_end (value);
      ZbDate since = ZB_DATE_NONE;

      zb_date_parse (zb_record_get (value, "appointed_on"), &since, NULL);
      if (org != NULL && !zb_term_is_held (value, finder->today) && is_near (finder, on, number (finder, "term.remind_before")))
        zb_due_add (finder, ZB_DUE_ELECTION, &zb_kind_organization, org->id, zb_org_short (org), since, on, "term.remind_before");
    }
  return TRUE;
}

static gboolean
find_receipts (ZbDueFinder *finder, GError **error)
{
  g_autoptr(GPtrArray) gone = zb_records_list (finder->db, &zb_kind_membership, "ended_by", "transferred_out", FALSE, error);

  for (guint i = 0; gone != NULL && i < gone->len; i++)
    {
      ZbRecord *membership = g_ptr_array_index (gone, i);
      gint64 person = zb_record_get_int (membership, "person");
      const char *days = zb_record_get (membership, "valid_days");
      ZbDate since = ZB_DATE_NONE;
      g_autofree char *name = NULL;

      if (zb_record_get (membership, "receipt_on") != NULL
          || !zb_date_parse (zb_record_get (membership, "ended_on"), &since, NULL)
          || zb_date_months_between (since, finder->today) >= 24)
        continue;
      name = zb_records_title (finder->db, &zb_kind_member, person);
      zb_due_add (finder, ZB_DUE_RECEIPT, &zb_kind_member, person, name, since,
           zb_date_add_days (since, days != NULL ? (int) g_ascii_strtoll (days, NULL, 10)
                                                 : number (finder, "transfer.letter_valid_days")),
           "transfer.letter_valid_days");
    }
  return gone != NULL;
}

static int
compare_due (gconstpointer a, gconstpointer b)
{
  const ZbDue *left = *(ZbDue *const *) a;
  const ZbDue *right = *(ZbDue *const *) b;
  int order = zb_date_compare (left->on, right->on);

  return order != 0 ? order : left->record < right->record ? -1 : left->record > right->record;
}

GPtrArray *
zb_due_list (ZbDb *db, ZbMemberColumns *columns, GError **error)
{
  g_autoptr(GPtrArray) out = g_ptr_array_new_with_free_func ((GDestroyNotify) zb_due_free);
  g_autoptr(ZbRules) rules = zb_rules_load (db, error);
  ZbDueFinder finder = { db, columns, rules, zb_member_columns_as_of (columns), out };

  if (rules == NULL)
    return NULL;
  find_people (&finder);
  if (!find_elections (&finder, error) || !find_receipts (&finder, error) || !zb_due_find_life (&finder, error))
    return NULL;
  g_ptr_array_sort (out, compare_due);
  return g_steal_pointer (&out);
}

static char *
make_up_words (const ZbDue *due, const char *since, const char *on)
{
  g_autofree char *stored = g_strdup_printf ("%d", due->tenths);
  g_autofree char *hours = zb_field_show (zb_kind_field (&zb_kind_attendance, "hours"), stored, FALSE);

  /* Translators: %1$s a name, %2$u a number of meetings, %3$s the day of the first, %4$s hours, %5$s the year's end, %6$s the rule's source */
  return g_strdup_printf (ngettext ("%1$s: %2$u meeting missed since %3$s (%4$s study hours); make up for it by %5$s (%6$s)",
                                    "%1$s: %2$u meetings missed since %3$s (%4$s study hours); make up for them by %5$s (%6$s)", due->count),
                          due->title, due->count, since, hours, on, due->source);
}

char *
zb_due_words (const ZbDue *due, ZbDate today)
{
  g_autofree char *since = zb_date_to_print (due->since);
  g_autofree char *on = zb_date_to_print (due->on);
  gboolean late = zb_date_compare (due->on, today) < 0;

  switch (due->kind)
    {
    case ZB_DUE_CONFIRMATION:
      /* Translators: %1$s a name, %2$s the day of joining, %3$s the day probation ends, %4$s the rule's source */
      return g_strdup_printf (late ? _("%1$s: probation since %2$s was over on %3$s; discuss the confirmation now (%4$s)")
                                   : _("%1$s: probation since %2$s is over on %3$s; prepare the confirmation (%4$s)"),
                              due->title, since, on, due->source);
    case ZB_DUE_ELECTION:
      /* Translators: %1$s an organisation, %2$s the begin of the term, %3$s its end, %4$s the rule's source */
      return g_strdup_printf (late ? _("%1$s: the term that began %2$s was over on %3$s; hold the election or have it put off (%4$s)")
                                   : _("%1$s: the term that began %2$s is over on %3$s; prepare the election (%4$s)"),
                              due->title, since, on, due->source);
    case ZB_DUE_RECEIPT:
      /* Translators: %1$s a name, %2$s the day of the letter, %3$s the day it loses validity, %4$s the rule's source */
      return g_strdup_printf (_("%1$s: the letter of %2$s is valid until %3$s and no receipt has come; ask for it (%4$s)"),
                              due->title, since, on, due->source);
    case ZB_DUE_TALK:
      /* Translators: %1$s a name, %2$s the day of the application, %3$s the last day for the talk, %4$s the rule's source */
      return g_strdup_printf (_("%1$s: applied on %2$s; somebody talks with the applicant by %3$s (%4$s)"),
                              due->title, since, on, due->source);
    case ZB_DUE_ACTIVIST:
      /* Translators: %1$s a name, %2$s the day named activist, %3$s a year later, %4$s the rule's source */
      return g_strdup_printf (_("%1$s: activist since %2$s, a year on %3$s; may be discussed as development candidate (%4$s)"),
                              due->title, since, on, due->source);
    case ZB_DUE_MEETING:
      /* Translators: %1$s an organisation, %2$s a kind of meeting, %3$s and %4$s first and last day, %5$s the rule's source */
      return g_strdup_printf (_("%1$s: %2$s was not held yet since %3$s; hold it by %4$s (%5$s)"), due->title, due->what, since, on, due->source);
    case ZB_DUE_OATH:
      /* Translators: %1$s a name, %2$s the day of joining, %3$s the day advised, %4$s the rule's source */
      return g_strdup_printf (_("%1$s: joined on %2$s and has not sworn; the oath is advised by %3$s (%4$s)"), due->title, since, on, due->source);
    case ZB_DUE_MAKE_UP:
      return make_up_words (due, since, on);
    }
  g_assert_not_reached ();
}
