/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "service/zb-words-duty.h"

#include <glib/gi18n.h>

#include "core/zb-codes.h"
#include "store/zb-check.h"
#include "store/zb-records.h"

/* The months that one meeting fulfils, first and last. */
static void
period_of (const ZbYearRow *row, int year, guint month, ZbDate *out_first, ZbDate *out_last)
{
  guint length = MAX (row->period, 1), from = month - month % length;

  *out_first = (ZbDate) { (gint16) year, (guint8) (from + 1), 1 };
  *out_last = zb_date_add_days (zb_date_add_months (*out_first, (int) (MIN (from + length, 12) - from)), -1);
}

/* 2026.03, or 2026.01–2026.03. */
static char *
period_words (ZbDate first, ZbDate last)
{
  g_autofree char *from = zb_date_to_print ((ZbDate) { first.year, first.month, 0 });
  g_autofree char *to = zb_date_to_print ((ZbDate) { last.year, last.month, 0 });

  return first.month == last.month ? g_steal_pointer (&from) : g_strdup_printf ("%s–%s", from, to);
}

/* Why it need not be held: the exemption that covers the month. */
static char *
exemption_words (ZbDb *db, const ZbYearRow *row, ZbDate first)
{
  const char *kind = zb_code_table_get ("meeting_kind")->codes[row->kind].code;
  g_autofree char *org = g_strdup_printf ("%" G_GINT64_FORMAT, row->org);
  g_autoptr(GPtrArray) all = zb_records_list (db, &zb_kind_duty_exemption, "org", org, FALSE, NULL);

  for (guint i = 0; all != NULL && i < all->len; i++)
    {
      const ZbRecord *record = g_ptr_array_index (all, i);
      ZbDate from = zb_record_get_date (record, "started_on"), to = zb_record_get_date (record, "ended_on");
      g_autofree char *from_text = zb_date_to_print (from);
      g_autofree char *to_text = zb_date_is_set (to) ? zb_date_to_print (to) : g_strdup (_("further notice"));

      if (g_strcmp0 (zb_record_get (record, "kind"), kind) != 0 || zb_date_compare (from, first) > 0
          || (zb_date_is_set (to) && zb_date_is_before (to, first)))
        continue;
      /* Translators: why something need not be held: %1$s the reason, %2$s and %3$s from and until */
      return g_strdup_printf (_("%1$s (from %2$s until %3$s)"), zb_record_get (record, "reason"), from_text, to_text);
    }
  return g_strdup ("—");
}

static char *
held_words (const ZbYearRow *row, const char *kind, const char *when, guint month)
{
  if (row->known.held[month] > 0)
    /* Translators: %1$s a kind of meeting, %2$u how often; it stands in one month of the year matrix */
    return g_strdup_printf (ngettext ("%1$s: held %2$u time in this month.", "%1$s: held %2$u times in this month.", row->known.held[month]),
                            kind, row->known.held[month]);
  /* Translators: %1$s a kind of meeting, %2$s the months of the rule's period, such as 2026.01–2026.03 */
  return g_strdup_printf (_("%1$s was held in %2$s already, in another month."), kind, when);
}

static char *
no_body_words (ZbDb *db, const ZbYearRow *row, ZbDate first)
{
  g_autofree char *rule = zb_words_rule (db, "branch.committee_size_min", first);

  if (row->kind == ZB_MEETING_COMMITTEE)
    /* Translators: %s is a rule with its source */
    return g_strdup_printf (_("There is no committee here, so none of its meetings is demanded (%s)."), rule);
  return g_strdup (_("There are no Party groups here, so none of their meetings is demanded."));
}

static gboolean
was_there (const ZbYearRow *row, ZbDate first, ZbDate last)
{
  return (!zb_date_is_set (row->known.opened) || zb_date_compare (row->known.opened, first) <= 0)
         && (!zb_date_is_set (row->known.closed) || zb_date_compare (row->known.closed, last) > 0);
}

static char *
cell_words (ZbDb *db, const ZbYearRow *row, int year, guint month)
{
  const char *kind = zb_code_table_get ("meeting_kind")->codes[row->kind].label;
  ZbDate first, last;
  g_autofree char *when = NULL;
  g_autofree char *until = NULL;
  g_autofree char *why = NULL;

  period_of (row, year, month, &first, &last);
  when = period_words (first, last);
  until = zb_date_to_print (last);
  switch (row->cells[month])
    {
    case ZB_DUTY_HELD:
      return held_words (row, kind, when, month);
    case ZB_DUTY_OPEN:
      /* Translators: %1$s a kind of meeting, %2$s the months of the rule's period, %3$s its last day */
      return g_strdup_printf (_("%1$s was not held in %2$s yet; the time runs until %3$s. Plan it, or record it when it was held."), kind, when, until);
    case ZB_DUTY_GAP:
      return g_strdup_printf (_("%1$s was not held in %2$s; the time was over on %3$s. Record it if it was held, or enter the exemption with its reason."),
                              kind, when, until);
    case ZB_DUTY_EXEMPT:
      why = exemption_words (db, row, first);
      /* Translators: %1$s a kind of meeting, %2$s the months, %3$s the reason */
      return g_strdup_printf (_("%1$s need not be held in %2$s: %3$s."), kind, when, why);
    case ZB_DUTY_NO_BODY:
      return no_body_words (db, row, first);
    case ZB_DUTY_NONE:
      break;
    }
  if (row->period == 0)
    return g_strdup_printf (_("No rule says how often this is held here: %s."), kind);
  if (!was_there (row, first, last))
    return g_strdup_printf (_("In %s the organisation was founded or closed, so nothing is demanded."), when);
  return g_strdup_printf (_("%1$s: the time of %2$s has not come yet."), kind, when);
}

char *
zb_words_duty (ZbDb *db, const ZbYearRow *row, int year, guint month)
{
  g_autofree char *cell = cell_words (db, row, year, month);
  g_autofree char *rule = row->period > 0 ? zb_words_rule (db, zb_duty_rule (row->kind), (ZbDate) { (gint16) year, 1, 1 }) : g_strdup ("");

  if (*rule == '\0')
    return g_steal_pointer (&cell);
  /* Translators: %1$s what was found, %2$s a rule with its source */
  return g_strdup_printf (_("%1$s Rule: %2$s."), cell, rule);
}

char *
zb_words_rule (ZbDb *db, const char *key, ZbDate day)
{
  g_autoptr(ZbRules) rules = zb_rules_load (db, NULL);
  const ZbRule *rule = rules != NULL && key != NULL ? zb_rules_get (rules, key, day) : NULL;

  if (rule == NULL)
    return g_strdup ("");
  return rule->reason != NULL ? g_strdup_printf ("%s；%s", rule->source != NULL ? rule->source : key, rule->reason) : g_strdup (rule->source);
}
