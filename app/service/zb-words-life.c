/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "service/zb-words-life.h"

#include <glib/gi18n.h>
#include <string.h>

#include "core/life/zb-roll-command.h"
#include "core/life/zb-vote.h"
#include "core/zb-codes.h"
#include "service/zb-words.h"
#include "store/life/zb-meetings.h"
#include "store/zb-check.h"
#include "store/zb-records.h"

static ZbDate
day_of (const ZbRecord *meeting)
{
  ZbDate day = ZB_DATE_NONE;
  const char *text = zb_record_get (meeting, "held_on") != NULL ? zb_record_get (meeting, "held_on") : zb_record_get (meeting, "planned_on");

  zb_date_parse (text, &day, NULL);
  return day;
}

static ZbRecord *
meeting_of (ZbDb *db, const ZbRecord *part)
{
  return zb_records_get (db, &zb_kind_meeting, zb_record_get_int (part, "meeting"), FALSE, NULL);
}

/* The exemption that holds on the day. */
static char *
exemption_words (ZbDb *db, gint64 person, ZbDate day)
{
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, person);
  g_autoptr(GPtrArray) all = zb_records_list (db, &zb_kind_exemption, "person", id, FALSE, NULL);

  for (guint i = 0; all != NULL && i < all->len; i++)
    {
      const ZbRecord *record = g_ptr_array_index (all, i);
      ZbDate from = ZB_DATE_NONE, until = ZB_DATE_NONE;
      g_autofree char *from_text = NULL;
      g_autofree char *until_text = NULL;

      zb_date_parse (zb_record_get (record, "started_on"), &from, NULL);
      zb_date_parse (zb_record_get (record, "ended_on"), &until, NULL);
      if (zb_date_is_before (day, from) || (zb_date_is_set (until) && zb_date_is_before (until, day)))
        continue;
      from_text = zb_date_to_print (from);
      until_text = zb_date_is_set (until) ? zb_date_to_print (until) : g_strdup (_("further notice"));
      /* Translators: %1$s kind of exemption, %2$s and %3$s from and until, %4$s the reason given */
      return g_strdup_printf (_("%1$s from %2$s until %3$s: %4$s"),
                              zb_code_label (zb_code_table_get ("exemption_kind"), zb_record_get (record, "kind")), from_text, until_text,
                              zb_record_get (record, "reason"));
    }
  return NULL;
}

char *
zb_words_roll (ZbDb *db, const ZbRecord *row)
{
  g_autoptr(ZbRecord) meeting = meeting_of (db, row);
  ZbDate day = meeting != NULL ? day_of (meeting) : ZB_DATE_NONE;
  g_autofree char *on = zb_date_to_print (day);
  g_autofree char *exemption = zb_record_get (row, "person") != NULL ? exemption_words (db, zb_record_get_int (row, "person"), day) : NULL;
  const char *name = zb_record_get (row, "name"), *place = zb_record_get (row, "place_of"), *why = zb_record_get (row, "why");
  g_autoptr(GString) out = g_string_new (NULL);

  if (place == NULL)
    place = "—";
  if (g_strcmp0 (why, "exempt") == 0)
    /* Translators: %1$s a name */
    g_string_append_printf (out, _("%1$s is not expected."), name);
  else if (g_strcmp0 (why, "committee") == 0)
    /* Translators: %1$s a name, %2$s a day, %3$s a post */
    g_string_append_printf (out, _("%1$s is expected: held a post of the committee on %2$s (%3$s)."), name, on,
                            zb_record_get (row, "post") != NULL ? zb_record_get (row, "post") : "—");
  else if (g_strcmp0 (why, "second") == 0)
    g_string_append_printf (out, _("%1$s is expected: belonged to %3$s on %2$s by a temporary or functional membership."), name, on, place);
  else if (g_strcmp0 (why, "added") == 0 || why == NULL)
    g_string_append_printf (out, _("%1$s was added by hand."), name);
  else
    /* Translators: %1$s a name, %2$s a day, %3$s a branch or group */
    g_string_append_printf (out, _("%1$s is expected: Party member of %3$s on %2$s."), name, on, place);
  if (exemption != NULL)
    g_string_append_printf (out, " %s.", exemption);
  if (g_strcmp0 (zb_record_get (row, "role"), "member") == 0 && zb_record_get_int (row, "voter") != 1)
    g_string_append_printf (out, " %s", _("No vote: only full members of the branch whose rights are not suspended vote."));
  return g_string_free (g_steal_pointer (&out), FALSE);
}

static void
add_faults (guint faults, GString *out)
{
  static const struct { ZbVoteFault fault; const char *words; } all[] = {
    { ZB_VOTE_MORE_PRESENT, N_("More people voted than were entitled.") },
    { ZB_VOTE_MORE_VOTES, N_("There are more votes than voters.") },
    { ZB_VOTE_FEWER_VOTES, N_("There are fewer votes than voters.") },
    { ZB_VOTE_WRITTEN, N_("Written opinions do not count in an election.") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    if (faults & all[i].fault)
      g_string_append_printf (out, " ⚠ %s", _(all[i].words));
}

char *
zb_words_vote (ZbDb *db, const ZbRecord *resolution)
{
  g_autoptr(ZbRecord) meeting = meeting_of (db, resolution);
  g_autoptr(ZbRules) rules = zb_rules_load (db, NULL);
  g_autoptr(GString) out = g_string_new (NULL);
  const ZbRule *quorum, *majority;
  ZbVoteResult result;
  ZbVote vote;
  ZbDate day;

  if (meeting == NULL || rules == NULL || !zb_meetings_vote (db, resolution, &vote, NULL))
    return g_strdup ("");
  day = day_of (meeting);
  zb_vote_count (&vote, rules, day, &result);
  if (result.faults & ZB_VOTE_MISSING)
    {
      g_string_append (out, _("The figures are not complete: entitled, present, for, against and abstained are needed."));
      add_faults (result.faults, out);
      return g_string_free (g_steal_pointer (&out), FALSE);
    }
  quorum = zb_rules_get (rules, result.quorum_rule, day);
  majority = zb_rules_get (rules, result.majority_rule, day);
  /* Translators: %1$d entitled to vote, %2$d present, %3$d needed, %4$s the rule's source */
  g_string_append_printf (out, result.has_quorum ? _("Of %1$d entitled %2$d came, at least %3$d are needed: valid (%4$s).")
                                                 : _("Of %1$d entitled %2$d came, at least %3$d are needed: not valid (%4$s)."),
                          vote.entitled, vote.present, result.quorum_needed, quorum != NULL ? quorum->source : "");
  g_string_append_c (out, ' ');
  /* Translators: %1$d votes for, %2$d needed, %3$s the rule's source */
  g_string_append_printf (out, vote.votes_for >= result.needed ? _("%1$d in favour, at least %2$d are needed: enough (%3$s).")
                                                               : _("%1$d in favour, at least %2$d are needed: not enough (%3$s)."),
                          vote.votes_for, result.needed, majority != NULL ? majority->source : "");
  add_faults (result.faults, out);
  g_string_append_printf (out, " %s", result.passed ? _("Passed.") : _("Not passed."));
  return g_string_free (g_steal_pointer (&out), FALSE);
}

char *
zb_words_count (ZbDb *db, gint64 meeting)
{
  g_autoptr(GString) out = g_string_new (NULL);
  ZbMeetingCount count;

  if (!zb_meetings_count (db, meeting, &count, NULL))
    return g_strdup ("");
  /* Translators: %1$u expected, %2$u present, %3$u excused, %4$u absent */
  g_string_append_printf (out, _("Expected %1$u, present %2$u, excused %3$u, absent %4$u"), count.expected, count.present, count.excused, count.absent);
  if (count.unmarked > 0)
    g_string_append_printf (out, _(" (of these %u not called yet)"), count.unmarked);
  if (count.late > 0)
    g_string_append_printf (out, _("; late %u"), count.late);
  if (count.extra > 0)
    g_string_append_printf (out, _("; came although not expected %u"), count.extra);
  return g_string_free (g_steal_pointer (&out), FALSE);
}

/* Orders of the roll */

static const ZbRecord *
row_at (GPtrArray *rows, guint seat)
{
  for (guint i = 0; i < rows->len; i++)
    if (zb_record_get_int (g_ptr_array_index (rows, i), "seat") == (gint64) seat)
      return g_ptr_array_index (rows, i);
  return NULL;
}

static guint
count_unmarked (GPtrArray *rows, GHashTable *named)
{
  guint n = 0;

  for (guint i = 0; i < rows->len; i++)
    {
      const ZbRecord *row = g_ptr_array_index (rows, i);

      n += zb_record_get (row, "state") == NULL && zb_record_get_int (row, "expected") == 1 && !g_hash_table_contains (named, row);
    }
  return n;
}

/* One order: the state, then numbers and names. Returns: (nullable): NULL when a number is nobody's */
static char *
mark_words (GPtrArray *rows, const ZbRollMark *mark, GHashTable *named)
{
  g_autoptr(GString) out = g_string_new (NULL);
  guint others = mark->n_seats == 0 ? count_unmarked (rows, named) : 0;

  if (mark->n_seats == 0)
    g_string_append_printf (out, ngettext ("the other %u", "the other %u", others), others);
  for (guint i = 0; i < mark->n_seats; i++)
    {
      const ZbRecord *row = row_at (rows, mark->seats[i]);

      if (row == NULL)
        return NULL;
      g_hash_table_add (named, (gpointer) row);
      g_string_append_printf (out, "%s%u %s", i > 0 ? "、" : "", mark->seats[i], zb_record_title (row));
    }
  if (mark->reason != NULL)
    g_string_append_printf (out, " (%s)", mark->reason);
  /* Translators: %1$s what is marked, such as 缺席, %2$s whom */
  return g_strdup_printf (_("%1$s: %2$s"), zb_code_label (zb_code_table_get ("attendance_state"), mark->state), out->str);
}

static guint
last_seat (GPtrArray *rows)
{
  gint64 last = 1;

  for (guint i = 0; i < rows->len; i++)
    last = MAX (last, zb_record_get_int (g_ptr_array_index (rows, i), "seat"));
  return (guint) last;
}

char *
zb_words_roll_command (GPtrArray *rows, const char *text, gboolean *out_good)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) marks = zb_roll_command_parse (text, last_seat (rows), &error);
  g_autoptr(GHashTable) named = g_hash_table_new (NULL, NULL);
  g_autoptr(GString) out = g_string_new (NULL);

  *out_good = marks != NULL;
  if (marks == NULL)
    return zb_words_sentence (error);
  for (guint i = 0; i < marks->len; i++)
    {
      g_autofree char *words = mark_words (rows, g_ptr_array_index (marks, i), named);

      if (words == NULL)
        {
          *out_good = FALSE;
          return g_strdup (_("One of these numbers is nobody’s on this sheet."));
        }
      g_string_append_printf (out, "%s%s", i > 0 ? "; " : "", words);
    }
  return g_string_free (g_steal_pointer (&out), FALSE);
}
