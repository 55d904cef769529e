/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/life/zb-meeting-lists.h"

#include <glib/gi18n.h>

#include "core/zb-codes.h"
#include "service/zb-registry-life.h"
#include "widgets/zb-facts.h"

/* The texts of some fields, the unknown ones left out. */
static char *
join (ZbRegistry *registry, const ZbRecord *record, const char *const *fields, const char *between)
{
  g_autoptr(GString) out = g_string_new (NULL);

  for (guint i = 0; fields[i] != NULL; i++)
    {
      g_autofree char *part = zb_facts_text (registry, record, zb_kind_field (record->kind, fields[i]));

      if (part != NULL && *part != '\0')
        g_string_append_printf (out, "%s%s", out->len > 0 ? between : "", part);
    }
  return g_string_free (g_steal_pointer (&out), FALSE);
}

/* Another part of the same meeting, behind the one before. */
static void
go_on (const ZbRecord *saved, ZbRecord *fresh)
{
  zb_record_set (fresh, "meeting", zb_record_get (saved, "meeting"));
  zb_record_set_int (fresh, "number", zb_record_get_int (saved, "number") + 1);
}

static char *
numbered (const ZbRecord *record, const char *text)
{
  /* From the command line or a file it may have none. */
  if (zb_record_get_int (record, "number") <= 0)
    return g_strdup (text);
  return g_strdup_printf ("%" G_GINT64_FORMAT ". %s", zb_record_get_int (record, "number"), text);
}

/* Agenda */

static const char *const agenda_fields[] = { "title", "speaker", "minutes", "text", "outcome", NULL };
static const ZbFormSpec agenda_form = { .fields = agenda_fields, .next = go_on };

static char *
agenda_line (ZbRegistry *registry, const ZbRecord *item)
{
  return numbered (item, zb_record_title (item));
}

static char *
agenda_detail (ZbRegistry *registry, const ZbRecord *item)
{
  static const char *const fields[] = { "speaker", "text", "outcome", NULL };
  g_autofree char *rest = join (registry, item, fields, " · ");
  gint64 minutes = zb_record_get_int (item, "minutes");
  g_autofree char *length = g_strdup_printf (ngettext ("%d minute", "%d minutes", (gulong) minutes), (int) minutes);

  if (minutes <= 0)
    return g_steal_pointer (&rest);
  if (*rest == '\0')
    return g_steal_pointer (&length);
  return g_strdup_printf ("%s · %s", rest, length);
}

const ZbRecordListSpec zb_meeting_agenda = {
  .kind = &zb_kind_agenda_item,
  .title = N_("Agenda"),
  .add = N_("Add A_genda Item…"),
  .none = N_("No items are entered yet."),
  .ordered = TRUE,
  .form = &agenda_form,
  .line = agenda_line,
  .detail = agenda_detail,
};

/* The same items as the steps of a ceremony: what kind of step it is decides what the big screen shows with it. */

static const char *const programme_fields[] = { "title", "kind", "speaker", "minutes", "text", NULL };
static const ZbFormSpec programme_form = { .fields = programme_fields, .next = go_on };

const ZbRecordListSpec zb_meeting_programme = {
  .kind = &zb_kind_agenda_item,
  .title = N_("Programme"),
  .add = N_("Add _Step…"),
  .none = N_("No steps are entered yet."),
  .ordered = TRUE,
  .form = &programme_form,
  .line = agenda_line,
  .detail = agenda_detail,
};

/* Votes. Persons one by one: the next form keeps what is the same for all of them. */

static const char *const vote_fields[] = {
  "kind", "subject", "person", "method", "entitled", "present", "written", "votes_for", "votes_against", "abstained", "text", NULL
};

static void
next_vote (const ZbRecord *saved, ZbRecord *fresh)
{
  static const char *const same[] = { "kind", "method", "entitled", "present" };

  go_on (saved, fresh);
  for (guint i = 0; i < G_N_ELEMENTS (same); i++)
    zb_record_set (fresh, same[i], zb_record_get (saved, same[i]));
}

/* The working, live; and what the roll of that day says where the figures are others. */
static char *
vote_notice (ZbRegistry *registry, const ZbRecord *draft)
{
  g_autofree char *working = zb_registry_vote_words (registry, draft);
  ZbMeetingCount count = { 0 };

  if (!zb_registry_meeting_count (registry, zb_record_get_int (draft, "meeting"), &count, NULL) || count.voters == 0
      || (zb_record_get_int (draft, "entitled") == count.voters && zb_record_get_int (draft, "present") == count.voters_present))
    return g_steal_pointer (&working);
  /* Translators: %1$s the working of a vote, %2$u who may vote by the roll, %3$u who of them came */
  return g_strdup_printf (_("%1$s By the roll of that day %2$u may vote and %3$u of them came."), working, count.voters, count.voters_present);
}

static const ZbFormSpec vote_form = { .fields = vote_fields, .notice = vote_notice, .next = next_vote };

static char *
vote_line (ZbRegistry *registry, const ZbRecord *vote)
{
  g_autofree char *person = zb_record_get (vote, "person") != NULL
                              ? zb_registry_title (registry, &zb_kind_member, zb_record_get_int (vote, "person")) : NULL;
  const char *kind = zb_code_label (zb_code_table_get ("decision_kind"), zb_record_get (vote, "kind"));
  g_autofree char *text = g_strdup_printf ("%s　%s%s%s", kind, zb_record_title (vote), person != NULL ? "　" : "", person != NULL ? person : "");

  return numbered (vote, text);
}

static char *
vote_detail (ZbRegistry *registry, const ZbRecord *vote)
{
  g_autofree char *working = zb_registry_vote_words (registry, vote);

  if (zb_record_get (vote, "votes_for") == NULL)
    return g_steal_pointer (&working);
  /* Translators: figures of a vote: %1$s for, %2$s against, %3$s abstained; %4$s the working */
  return g_strdup_printf (_("For %1$s, against %2$s, abstained %3$s. %4$s"), zb_record_get (vote, "votes_for"),
                          zb_record_get (vote, "votes_against") != NULL ? zb_record_get (vote, "votes_against") : "—",
                          zb_record_get (vote, "abstained") != NULL ? zb_record_get (vote, "abstained") : "—", working);
}

/* Who may vote and who of them came is on the roll. */
static void
begin_vote (ZbRegistry *registry, ZbRecord *vote)
{
  ZbMeetingCount count = { 0 };

  if (!zb_registry_meeting_count (registry, zb_record_get_int (vote, "meeting"), &count, NULL) || count.voters == 0)
    return;
  zb_record_set_int (vote, "entitled", count.voters);
  if (count.voters_present > 0)
    zb_record_set_int (vote, "present", count.voters_present);
}

const ZbRecordListSpec zb_meeting_votes = {
  .kind = &zb_kind_resolution,
  .title = N_("Votes"),
  .add = N_("Add _Vote…"),
  .none = N_("No votes are entered. Persons are voted on one by one."),
  .ordered = TRUE,
  .form = &vote_form,
  .line = vote_line,
  .detail = vote_detail,
  .begin = begin_vote,
};

/* Make-ups: who was expected and was not there. */

static const char *const make_up_fields[] = { "made_up_on", "made_up_how", "made_up_with", "made_up_hours", "reason", NULL };
static const ZbFormSpec make_up_form = { .fields = make_up_fields };

static gboolean
was_missed (const ZbRecord *row, gpointer data)
{
  const char *state = zb_record_get (row, "state");

  return (g_strcmp0 (state, "excused") == 0 || g_strcmp0 (state, "absent") == 0) && zb_record_get_int (row, "expected") == 1;
}

static char *
make_up_line (ZbRegistry *registry, const ZbRecord *row)
{
  static const char *const fields[] = { "name", "state", "reason", NULL };

  return join (registry, row, fields, "　");
}

static char *
make_up_detail (ZbRegistry *registry, const ZbRecord *row)
{
  static const char *const fields[] = { "made_up_on", "made_up_how", "made_up_with", NULL };
  g_autofree char *how = join (registry, row, fields, " · ");
  g_autofree char *hours = zb_facts_text (registry, row, zb_kind_field (row->kind, "made_up_hours"));

  if (zb_record_get (row, "made_up_on") == NULL)
    return g_strdup (_("Not made up yet"));
  if (*hours == '\0')
    return g_strdup_printf (_("Made up: %s"), how);
  /* Translators: %1$s when, how and with whom something was made up, %2$s hours of study */
  return g_strdup_printf (_("Made up: %1$s · %2$s hours"), how, hours);
}

/* Made up whole, today, unless somebody says otherwise. */
static void
begin_make_up (ZbRegistry *registry, ZbRecord *row)
{
  g_autofree char *today = zb_date_to_text (zb_registry_today (registry));
  g_autoptr(ZbRecord) meeting = zb_registry_get (registry, &zb_kind_meeting, zb_record_get_int (row, "meeting"), FALSE, NULL);

  if (zb_record_get (row, "made_up_on") != NULL)
    return;
  zb_record_set (row, "made_up_on", today);
  zb_record_set (row, "made_up_how", "self");
  if (meeting != NULL)
    zb_record_set (row, "made_up_hours", zb_record_get (meeting, "hours"));
}

const ZbRecordListSpec zb_meeting_make_ups = {
  .kind = &zb_kind_attendance,
  .title = N_("Make-Up Study"),
  .none = N_("Nobody has anything to make up."),
  .fixed = TRUE,
  .form = &make_up_form,
  .line = make_up_line,
  .detail = make_up_detail,
  .begin = begin_make_up,
  .keeps = was_missed,
};

/* Problems and remedies of an 组织生活会 */

static const char *const problem_fields[] = { "person", "problem", "remedy", "responsible", "due_on", "done_on", "result", NULL };
static const ZbFormSpec problem_form = { .fields = problem_fields, .next = go_on };

static char *
problem_line (ZbRegistry *registry, const ZbRecord *problem)
{
  static const char *const fields[] = { "person", "problem", NULL };
  g_autofree char *text = join (registry, problem, fields, "　");

  return numbered (problem, text);
}

static char *
problem_detail (ZbRegistry *registry, const ZbRecord *problem)
{
  static const char *const fields[] = { "remedy", "responsible", "result", NULL };
  g_autofree char *what = join (registry, problem, fields, " · ");
  g_autofree char *due = zb_facts_text (registry, problem, zb_kind_field (problem->kind, "due_on"));
  g_autofree char *done = zb_facts_text (registry, problem, zb_kind_field (problem->kind, "done_on"));

  if (*done != '\0')
    /* Translators: %1$s what is done about a problem, %2$s the day it was done */
    return g_strdup_printf (_("%1$s · done on %2$s"), what, done);
  if (*due != '\0')
    /* Translators: %1$s what is done about a problem, %2$s until when */
    return g_strdup_printf (_("%1$s · due on %2$s"), what, due);
  return g_steal_pointer (&what);
}

const ZbRecordListSpec zb_meeting_problems = {
  .kind = &zb_kind_life_problem,
  .title = N_("Problems and Remedies"),
  .add = N_("Add Proble_m…"),
  .none = N_("No problems are entered yet."),
  .ordered = TRUE,
  .form = &problem_form,
  .line = problem_line,
  .detail = problem_detail,
};
