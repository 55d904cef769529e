/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "service/zb-due.h"

#include <glib/gi18n.h>

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

static char *
birthday_words (const ZbDue *due, const char *since)
{
  /* An invented day is none: of some only the month is known. */
  g_autofree char *on = due->on.day != 0 ? g_strdup_printf ("%02d.%02d", due->on.month, due->on.day) : g_strdup_printf (_("month %d"), due->on.month);

  if (due->count == 0)
    /* Translators: %1$s a name, %2$s the day of joining */
    return g_strdup_printf (_("%1$s: joined the Party on %2$s, in this month"), due->title, since);
  /* Translators: %1$s a name, %2$s the day of joining, %3$s the political birthday, %4$u years */
  return g_strdup_printf (ngettext ("%1$s: joined the Party on %2$s; political birthday on %3$s, %4$u year",
                                    "%1$s: joined the Party on %2$s; political birthday on %3$s, %4$u years", due->count),
                          due->title, since, on, due->count);
}

char *
zb_due_group_words (ZbDueKind kind, guint n)
{
  switch (kind)
    {
    case ZB_DUE_CONFIRMATION: return g_strdup_printf (ngettext ("Probation that ends: %u", "Probations that end: %u", n), n);
    case ZB_DUE_ELECTION: return g_strdup_printf (ngettext ("Term that ends: %u", "Terms that end: %u", n), n);
    case ZB_DUE_RECEIPT: return g_strdup_printf (ngettext ("Receipt to come: %u", "Receipts to come: %u", n), n);
    case ZB_DUE_TALK: return g_strdup_printf (ngettext ("Applicant to talk with: %u", "Applicants to talk with: %u", n), n);
    case ZB_DUE_ACTIVIST: return g_strdup_printf (ngettext ("Activist for a year: %u", "Activists for a year: %u", n), n);
    case ZB_DUE_MEETING: return g_strdup_printf (ngettext ("Meeting to be held: %u", "Meetings to be held: %u", n), n);
    case ZB_DUE_OATH: return g_strdup_printf (ngettext ("Not sworn yet: %u", "Not sworn yet: %u", n), n);
    case ZB_DUE_MAKE_UP: return g_strdup_printf (ngettext ("Study to be made up: %u person", "Study to be made up: %u people", n), n);
    case ZB_DUE_PROMISE: return g_strdup_printf (ngettext ("Promised wish: %u", "Promised wishes: %u", n), n);
    case ZB_DUE_UNCLAIMED: return g_strdup_printf (ngettext ("Unclaimed wish: %u", "Unclaimed wishes: %u", n), n);
    case ZB_DUE_BIRTHDAY: return g_strdup_printf (ngettext ("Political birthday this month: %u", "Political birthdays this month: %u", n), n);
    }
  g_assert_not_reached ();
}

gboolean
zb_due_is_late (const ZbDue *due, ZbDate today)
{
  return due->kind != ZB_DUE_BIRTHDAY && zb_date_compare (due->on, today) < 0;
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
    case ZB_DUE_PROMISE:
      /* Translators: %1$s a wish, for whom and by whom, %2$s the day promised, %3$s the rule's source */
      return g_strdup_printf (late ? _("%1$s: promised for %2$s, which has passed; ask how it stands, or give it to others (%3$s)")
                                   : _("%1$s: promised for %2$s; ask how it stands (%3$s)"), due->title, on, due->source);
    case ZB_DUE_UNCLAIMED:
      /* Translators: %1$s a wish and for whom, %2$s the day it was published, %3$s the rule's source */
      return g_strdup_printf (_("%1$s: published on %2$s, and nobody has claimed it; bring it up at the next meeting (%3$s)"), due->title, since,
                              due->source);
    case ZB_DUE_BIRTHDAY:
      return birthday_words (due, since);
    }
  g_assert_not_reached ();
}
