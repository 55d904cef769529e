/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "service/zb-words.h"

/* What each rule of the check has to say: the finding with its dates, and what to do. */
static const struct {
  const char *rule;
  const char *words;
} findings[] = {
  { "integrity", N_("The file is damaged. Keep it as it is and restore the newest backup.") },
  { "foreign-key", N_("A record of “%1$s” (%2$s) refers to one that is not there. Restore the newest backup.") },
  { "log-chain", N_("The change log does not agree with itself at change %1$s of %2$s: it was altered afterwards. Compare with a backup.") },
  { "log-row", N_("The record is not as the change log left it (field: %1$s): it was altered from outside. Compare with a backup.") },
  { "log-row-missing", N_("The change log knows this record, but it is not there any more. Restore a backup.") },
  { "log-missing", N_("This record is not in the change log: it was put in from outside. Compare with a backup.") },
  { "attachment-altered", N_("The photo or paper is not the one that was kept: its bytes were altered from outside. Take it from a backup.") },
  { "attachment-missing", N_("The bytes of the photo or paper are not there any more. Take it from a backup.") },
  { "template-altered", N_("The form is not the one that was kept: its bytes were altered from outside. Take it in again.") },
  { "template-missing", N_("The bytes of the form are not there any more. Take it in again.") },
  { "path", N_("Its place in the tree of organisations is damaged. Move it once under the organisation above.") },
  { "dates-out-of-order", N_("“%1$s” (%2$s) is before “%3$s” (%4$s). Check both dates in the file.") },
  { "date-in-future", N_("“%1$s” is %2$s, which has not come yet. Check the date.") },
  { "under-age", N_("“%1$s” (%2$s) is before the 18th birthday (born %3$s). Check both dates in the file.") },
  { "full-without-confirmation", N_("Full member without a date of confirmation: the Party standing cannot be counted. Look it up in the file.") },
  { "joined-missing", N_("The date of joining is missing. Look it up in the file.") },
  { "probation-expired", N_("Probation since %1$s was over on %2$s. Discuss the confirmation, or record the extension.") },
  { "probation-short", N_("Confirmed on %2$s, less than a year after joining on %1$s. Check both dates in the file.") },
  { "activist-too-short", N_("Development candidate on %2$s, less than a year after becoming activist on %1$s. Check both dates.") },
  { "id-check-digit", N_("The check digit of the ID number %1$s is not right. Compare with the ID card.") },
  { "id-bad-birth", N_("The ID number %1$s holds no date of birth. Compare with the ID card.") },
  { "birth-differs", N_("The ID number %1$s has another date of birth than %2$s. The file’s date counts; check whether it was typed right.") },
  { "sex-differs", N_("The ID number %1$s is one of the other sex. Check both.") },
  { "id-number-twice", N_("The ID number %1$s stands with %2$s people. Check whether they are one person.") },
  { "branch-too-small", N_("The branch has %1$s full members; a branch has at least %2$s. Consider a joint branch.") },
  { "branch-too-large", N_("The branch has %1$s members; generally not more than %2$s. Consider dividing it.") },
  { "two-secretaries", N_("%1$s people are secretary at the same time. End the post of those who left it.") },
  { "no-secretary", N_("Nobody is secretary. Enter the post.") },
  { "committee-in-small-branch", N_("A committee of %2$s with %1$s full members; a committee is set up from %3$s on. Check the posts.") },
  { "probationer-in-committee", N_("A probationary member holds the post “%1$s”. Only full members may; end the post.") },
  { "holder-not-here", N_("Holds the post “%1$s” but is not here any more. End the post.") },
  { "term-expired", N_("The committee’s term was over on %1$s. Hold the election, or record the approved extension.") },
  { "absent-without-reason", N_("%1$s people are absent without a reason: %2$s. Write down each one’s reason.") },
  { "no-chair", N_("The chair is missing. Fill it in.") },
  { "no-recorder", N_("The recorder is missing. Fill it in.") },
  { "chair-is-recorder", N_("%1$s is in the chair and keeps the minutes. Let another person keep the minutes.") },
  { "no-contents", N_("The contents of the minutes are empty. Fill them in.") },
  { "copied-contents", N_("The minutes are word for word those of “%2$s” of %1$s. Write what was really said.") },
  { "alike-contents", N_("%3$s of the minutes is the same as in those of “%2$s” of %1$s; only single words, such as names and dates, differ. Write what was really said.") },
  { "two-places", N_("%1$s was at “%2$s” at the same time. Check who came where, and the times.") },
  { "many-in-two-places", N_("%3$s people were at “%2$s” at the same time: %1$s. Check who came where, and the times.") },
  { "probationer-votes", N_("%1$s was not a full member on that day (confirmed: %2$s) and has no vote. Take the person out of the voters.") },
  { "voter-unknown", N_("%1$s stands among the voters but is nobody of the registry, so that nobody can tell whether there is a vote. Enter which member it is, or take the mark away.") },
  { "confirmed-too-early", N_("The confirmation of %1$s was decided on %2$s; the probation since %3$s is over only on %4$s. Check the dates, or discuss it again then.") },
  { "number-twice", N_("It is No. %1$s of the year, and so is “%3$s” of %2$s. Change one of the numbers.") },
  { "number-out-of-order", N_("It is No. %1$s of the year, but “%3$s” was held before it, on %2$s, and is No. %4$s. Number the meetings in their order.") },
  { "number-first", N_("It is No. %1$s of the year, and none of its kind was held before it in that year. Record what is missing, or number the meetings in their order.") },
  { "number-left-out", N_("It is No. %1$s of the year; the one before it, “%3$s” of %2$s, is No. %4$s. Record what is missing, or change the number.") },
  { "vote-without-figures", N_("The vote on “%1$s” has no figures. Fill in who was entitled, who came, and the votes.") },
  { "more-voters-than-entitled", N_("In the vote on “%1$s” more people voted than were entitled. Check the figures.") },
  { "more-votes-than-voters", N_("In the vote on “%1$s” there are more votes than voters. Check the figures.") },
  { "votes-missing", N_("In the vote on “%1$s” there are fewer votes than voters. Check whether somebody abstained.") },
  { "written-in-election", N_("In the election “%1$s” written opinions do not count. Take them out.") },
  { "voters-differ", N_("The vote says %1$s were entitled; by the roll of that day they were %2$s. Check both.") },
  { "voters-present-differ", N_("The vote says %1$s of those entitled were present; by the roll of that day they were %2$s. Check both.") },
  { "vote-without-person", N_("The vote on “%1$s” does not say on whom. Each person is voted on alone: enter the person.") },
  { "group-before-committee", N_("“%1$s” was before the group on this day and before the committee only on %2$s. The committee comes first; check the dates.") },
  { "assembly-before-committee", N_("“%1$s” was before the assembly on this day and before the committee or group only on %2$s. The committee comes first; check the dates.") },
  { "oath-before-admission", N_("%1$s swears before being accepted (joined: %2$s). Check both dates.") },
  { "oath-after-confirmation", N_("%1$s swears after being confirmed on %2$s. Check both dates.") },
  { "too-many-outstanding", N_("In %1$s %2$s of %3$s were graded 优秀; at most a third may be. Check the grades.") },
  { "too-many-hours", N_("%2$s hours of service on %1$s; more than %3$s are to be checked. Correct them if they are wrong.") },
  { "hours-overlap", N_("On %1$s “%2$s” began before “%3$s” ended at %4$s. Check both times, and correct the hours.") },
  { "correction-alone", N_("The hours of %1$s that this corrects were taken back. Undo the correction as well.") },
  { "hours-of-nothing", N_("%2$s hours of %1$s are of an activity that was taken back or cancelled. Correct them, with the reason.") },
  { "hours-though-absent", N_("%2$s hours of %1$s are credited, but by the roll of “%3$s” nobody of that name was there. Correct the one or the other.") },
  { "nobody-in-charge", N_("Nobody is in charge of this activity. Enter who is.") },
  { "meeting-missing", N_("%1$s was not held in these months of %2$s: %3$s. Record it if it was held, or enter the exemption with its reason.") },
};

/* Names of tables and columns are the program's own: people read their headings. */
static const char *
readable (const ZbFinding *finding, guint i)
{
  const char *value = finding->values[i];
  const ZbField *field;

  if (strcmp (finding->rule, "log-row") == 0 && finding->kind != NULL)
    {
      field = zb_kind_field (finding->kind, value);
      return field != NULL ? field->heading : "—";
    }
  if (strcmp (finding->rule, "foreign-key") == 0 && i == 0)
    for (guint k = 0; zb_kinds ()[k] != NULL; k++)
      if (strcmp (zb_kinds ()[k]->table, value) == 0)
        return zb_kinds ()[k]->heading;
  return value;
}

char *
zb_words_finding (const ZbFinding *finding)
{
  static const char *const places[] = { "%1$s", "%2$s", "%3$s", "%4$s" };
  g_autoptr(GString) out = g_string_new (finding->rule);

  for (guint i = 0; i < G_N_ELEMENTS (findings); i++)
    if (strcmp (findings[i].rule, finding->rule) == 0)
      g_string_assign (out, _(findings[i].words));
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      gboolean there = finding->values != NULL && i < g_strv_length (finding->values);
      g_autofree char *value = zb_words_value (there ? readable (finding, i) : "—");

      g_string_replace (out, places[i], value, 0);
    }
  if (finding->source != NULL)
    /* Translators: %s is the rule's source */
    g_string_append_printf (out, _(" (%s)"), finding->source);
  return g_string_free (g_steal_pointer (&out), FALSE);
}
