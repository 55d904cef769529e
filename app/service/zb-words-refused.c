/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "service/zb-words.h"

/* What a step was refused for: the sentence takes the values in their order. */
static const struct {
  const char *reason;
  const char *title;
  const char *advice;
} refusals[] = {
  { "not-now", N_("“%1$s” is not possible for this record now."), N_("Look at its state; a step that comes before may be missing.") },
  { "in-future", N_("%1$s has not come yet."), N_("Give a day that has passed, or today.") },
  { "before", N_("%1$s is before “%2$s” (%3$s)."), N_("Check both dates.") },
  { "reversed", N_("“%1$s” (%2$s) is before “%3$s” (%4$s)."), N_("Check both dates.") },
  /* Translators: as before; %5$s is whose dates they are, a person or an organisation */
  { "reversed-of", N_("%5$s: “%1$s” (%2$s) is before “%3$s” (%4$s)."), N_("Check both dates.") },
  { "under-age", N_("On %1$s the person was not yet 18 (that is on %2$s)."), N_("Check the date and the date of birth.") },
  { "probation-not-over", N_("On %1$s the probation was not over (it ends on %2$s)."), N_("Give the day probation ended, or later.") },
  { "extension", N_("An extension of probation is at least %1$s and at most %2$s months."), N_("Check until when it was extended.") },
  { "extended-already", N_("The probation was extended already, until %1$s."), N_("It is extended once only: confirm the person, or record the disqualification.") },
  { "closed", N_("“%1$s” is closed."), N_("Choose an organisation that is open.") },
  { "is-group", N_("“%1$s” is a Party group, not a branch."), N_("Choose the branch it belongs to.") },
  { "use-move", N_("The person is a member of a branch already."), N_("To change the branch use “Move to Another Branch”.") },
  { "nowhere", N_("The person is not a member of any branch."), N_("Record the transfer in first.") },
  { "there-already", N_("The person is in that branch already."), NULL },
  { "other-group", N_("“%1$s” is not a group of this person’s branch."), N_("Choose a group of the branch.") },
  { "group-below-branch", N_("A Party group stands below a branch."), N_("Choose the branch it belongs to.") },
  { "wrong-parent", N_("Such an organisation cannot stand below “%1$s”."), N_("Groups stand below branches; branches below committees or general branches.") },
  { "below-itself", N_("An organisation cannot stand below itself."), N_("Choose another one above.") },
  { "group-kind", N_("A Party group is not changed into another kind."), N_("Found a branch and move the people.") },
  { "still-below", N_("“%1$s” still stands below it."), N_("Move or close that first.") },
  { "people-in-it", N_("%1$s people are still in it."), N_("Move them to another branch, or merge it into one.") },
  { "cannot-absorb", N_("“%1$s” cannot take it in: it is closed, of another kind, or the same."), N_("Choose an open organisation of the same kind.") },
  { "groups-not-merged", N_("Party groups are not merged."), N_("Give its people another group, then close it.") },
  { "ends-before", N_("The end (%1$s) is before the beginning (%2$s)."), N_("Check both.") },
  { "no-day-yet", N_("The meeting has no day yet."), N_("Give the day it is planned for, or the day it was held.") },
  { "not-held-yet", N_("The meeting is on %1$s, which has not come yet."), N_("Mark the attendance on the day, or correct the date.") },
  { "meeting-cancelled", N_("The meeting was cancelled."), N_("Put it back into the plan first.") },
  { "made-up-before", N_("Made up on %1$s, before the meeting of %2$s."), N_("What was missed is made up afterwards; correct the day.") },
  { "made-up-was-there", N_("“%1$s” was at the meeting and has nothing to make up."), N_("Correct the mark first if that is not so.") },
  { "no-such-seat", N_("Nobody has the number %1$s on this sheet."), N_("Look at the numbers of the roll.") },
  { "on-the-roll", N_("“%1$s” is on the roll already."), NULL },
  { "not-a-photo", N_("“%1$s” is not a photo."), N_("Choose a picture, or another kind of paper.") },
  { "which-meeting", N_("This paper is about one meeting."), N_("Choose the meeting.") },
  { "which-certificate", N_("This paper is about one certificate of service."), N_("Choose the certificate.") },
  { "which-person", N_("This paper is about one member."), N_("Choose the member.") },
  { "not-in-word", N_("Name cards are folded: their back stands upside down, which Word cannot print."), N_("Write them as PDF, or print them from here.") },
  { "no-ceremony", N_("There is no ceremony in this meeting."), N_("Enter it with the meeting: its kind, who leads the oath, who swears.") },
  { "no-oath-text", N_("There is no oath in this ceremony."), N_("Choose the text of the oath, or write your own.") },
  { "no-resolution", N_("Nothing was voted on at this meeting."), N_("Enter the vote with its figures first.") },
  { "which-wish", N_("This paper is about one wish."), N_("Choose the wish.") },
  { "no-wishes", N_("No wish is on the wall to be claimed."), N_("Publish one first, or choose another organisation.") },
  { "not-published", N_("“%1$s” is not on the wall."), N_("Only what is published and not fulfilled gets a card.") },
  { "nobody-to-name", N_("There is nobody to make it for."), N_("Enter the people of the ceremony, or choose another month.") },
  { "no-saved-filter", N_("No filter was saved under the name “%1$s” for this list."), N_("Save it beside the search of the members, or give the conditions.") },
  { "name-taken", N_("Something else has the name “%1$s” already."), N_("Give another name, or remove the other one first.") },
  { "no-occasion", N_("No list was remembered under the name “%1$s”."), N_("Look at the usual lists: list occasion.") },
  { "occasion-name", N_("The occasion has no name."), N_("Give it a name that says when the list is wanted, such as “Sign-in for the July meeting”.") },
  { "occasion-list", N_("The list “%1$s” is not known to this version of the program."), N_("Choose the list anew and remember it.") },
  { "no-meeting-ahead", N_("No meeting is planned from that day on."), N_("Enter the meeting first, or say which one is meant.") },
  { "no-conditions", N_("This list takes no conditions."), N_("Leave the conditions out; organisation and period can be chosen.") },
  { "not-chosen", N_("Nobody is chosen by “%1$s”."), N_("Type the name or its initials and choose from the list.") },
  { "who-claims", N_("It is not said who claims it."), N_("Give one: a member, a team, an organisation, or a partner.") },
  { "more-than-left", N_("%1$s pieces were asked for; %2$s are left."), N_("Somebody may have claimed meanwhile. Claim what is left, or another wish.") },
  { "more-money-than-needed", N_("%1$s yuan were offered; %2$s are needed still."), N_("Offer less, or correct the estimate of the wish first.") },
  { "too-many-claims", N_("“%1$s” has %2$s wishes in hand already."), N_("Finish one first, or change the ceiling in the rules.") },
  { "promised-before", N_("The promise is for %1$s, before it is claimed (%2$s)."), N_("Check both dates.") },
  { "one-witness", N_("Both witnesses are “%1$s”."), N_("Two different people witness a delivery.") },
  { "no-consent", N_("“%1$s” has not agreed to publication by that day."), N_("Enter in the household when and by whom it was agreed.") },
  { "no-guardian", N_("“%1$s” is not of age, and no guardian is known."), N_("Enter the guardian in the household first.") },
  { "tells-private", N_("“%1$s” tells the household’s “%2$s”."), N_("Everybody can read it: write it without; the full account goes into the fields for inside.") },
  { "looks-private", N_("“%1$s” contains a number like that of a telephone or of papers: %2$s."), N_("Everybody can read it: put the number into the household.") },
  { "looks-like-address", N_("“%1$s” seems to tell where somebody lives: %2$s."), N_("Everybody can read it: write it without. If it is no address, say that you looked through it.") },
  { "no-quantity", N_("At least one piece is wished for."), N_("Give the quantity, 1 or more.") },
  { "fewer-than-claimed", N_("%1$s pieces are fewer than the %2$s that are claimed already."), N_("Let a claim go first.") },
  { "hours-not-positive", N_("Hours of service are more than nothing."), N_("What was entered wrongly is set right by a correction.") },
  { "corrects-another", N_("These are hours of “%1$s”."), N_("A correction is of the same person.") },
  { "corrects-other-day", N_("The hours that are corrected are of %1$s."), N_("A correction is of the same day.") },
  { "corrects-correction", N_("This is a correction itself."), N_("Correct the hours that it corrects.") },
  { "why-corrected", N_("It is not said why the hours are corrected."), N_("Give the reason.") },
  { "nothing-to-correct", N_("The hours are so already."), NULL },
  { "hours-below-nothing", N_("Only %1$s hours are there to be taken away."), N_("Give the hours as they should be; nothing at least.") },
  { "not-done-yet", N_("The activity is planned for %1$s; nobody has served yet."), N_("Record that it was held first.") },
  { "nobody-came", N_("Nobody was there by the roll."), N_("Mark who came first.") },
  { "which-hours", N_("Nobody knows how long it took."), N_("Enter when it began and ended, or give the hours.") },
  { "who-confirms", N_("Nobody confirms the hours."), N_("Give who confirms them, or enter who is in charge of the activity.") },
  { "no-such-shift", N_("The activity has no shift “%1$s”."), N_("Choose one of its shifts, or enter it with the activity first.") },
  { "hours-credited", N_("This activity credits %1$s hours still."), N_("Take the hours back first, with the reason: each is set right by a row of its own.") },
  { "no-team", N_("The activity has no team."), N_("Enter the team with the activity, or sign up people one by one.") },
  { "in-team-already", N_("“%1$s” is in this team already."), N_("End the earlier membership first, or check the dates.") },
  { "volunteer-already", N_("“%1$s” is entered as a volunteer already."), N_("Correct that record instead.") },
  { "no-quarter", N_("There is no quarter %1$s."), N_("Give 1, 2, 3 or 4.") },
  { "quarter-already", N_("The community’s word of quarter %2$s of %1$s is entered already."), N_("Correct that record instead.") },
  { "no-hours-to-certify", N_("“%1$s” has no hours of service from %2$s to %3$s."), N_("Enter the hours first, or check the dates.") },
  { "no-transfer", N_("This member has not been transferred out."), N_("Record the step “Transfer Out” first; the letter takes its destination from there.") },
  { "letter-issued", N_("The letter of this transfer was issued already: %1$s."), N_("Print it again; it keeps its number.") },
  { "letter-number", N_("A letter with the number %1$s was issued already."), N_("Leave the number out; the next one is given.") },
  { "not-a-member", N_("“%1$s” is not a member of the Party on that day."), N_("Letters are issued to full and probationary members.") },
  { "which-letter", N_("This paper is about one letter."), N_("Issue it first, or choose it.") },
  { "no-candidates", N_("Nobody stands in this election."), N_("Enter a vote for each candidate with the meeting, or give the names.") },
  { "no-names", N_("There are no names."), N_("Choose people, give the names, or make the roll of the meeting first.") },
  { "few-candidates", N_("%1$s stand for %2$s places; by the rule at least %3$s (%4$s)."), N_("Name further candidates; where as many may stand as are to be elected, say so.") },
  { "not-equal", N_("%1$s stand for %2$s places, though as many should stand as are to be elected."), N_("Correct the names or the number to be elected.") },
  { "number-issued", N_("A certificate with the number %1$s was issued already."), N_("Leave the number out; the next one is given.") },
  { "keeps-values", N_("This record stays as it was written."), N_("Undo what was done, or enter another record that sets it right.") },
  { "keeps-records", N_("This record is not taken back by itself."), N_("Undo the step that made it.") },
  { "import-kind", N_("Lists of the kind “%1$s” are not taken in yet."), N_("Members, organisations, wishes, claims and hours of service are.") },
  { "import-answers", N_("Line %1$s of the answers means nothing here."), N_("A line says what a column, a word, a cell or a row means: “%2$s”.") },
  { "import-errors", N_("%1$s rows have errors; nothing was taken in."), N_("Correct the file, or leave those rows out.") },
};

/* Puts the values in place of %1$s … %5$s; a translation may have them in another order. */
static char *
fill (const char *format, const char *const *values)
{
  g_autoptr(GString) out = g_string_new (format);
  static const char *const places[] = { "%1$s", "%2$s", "%3$s", "%4$s", "%5$s" };
  gboolean more = values[0] != NULL;

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autofree char *value = NULL;

      more = more && values[i] != NULL;
      value = zb_words_value (more ? values[i] : "—");
      g_string_replace (out, places[i], value, 0);
    }
  return g_string_free (g_steal_pointer (&out), FALSE);
}

void
zb_words_refused (const char *message, ZbWords *out_words)
{
  g_auto(GStrv) parts = g_strsplit (message, "|", -1);

  out_words->can_retry = FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (refusals); i++)
    if (g_strcmp0 (refusals[i].reason, parts[0]) == 0)
      {
        out_words->title = fill (_(refusals[i].title), (const char *const *) parts + 1);
        out_words->advice = refusals[i].advice != NULL ? g_strdup (_(refusals[i].advice)) : NULL;
        return;
      }
  out_words->title = g_strdup (_("The rules do not allow this now."));
  out_words->advice = NULL;
}
