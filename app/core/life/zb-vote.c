/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/life/zb-vote.h"

#include <math.h>

/* Shares are decimal numbers of the rule table: four fifths of 50 are 40 and not a hair more. */
#define EPSILON 1e-6

/* Fewest people who are more than @share of @n. */
static int
more_than (int n, double share)
{
  return (int) floor (n * share + EPSILON) + 1;
}

/* Fewest people who are at least @share of @n. */
static int
at_least (int n, double share)
{
  return (int) ceil (n * share - EPSILON);
}

static gboolean
is_complete (const ZbVote *vote)
{
  return vote->entitled >= 0 && vote->present >= 0 && vote->votes_for >= 0 && vote->votes_against >= 0 && vote->abstained >= 0;
}

/* What cannot be right whatever is filled in yet. */
static guint
certain_faults (const ZbVote *vote, gboolean is_election)
{
  int votes = MAX (vote->votes_for, 0) + MAX (vote->votes_against, 0) + MAX (vote->abstained, 0);
  int written = is_election ? 0 : MAX (vote->written, 0);
  int voters = vote->present >= 0 ? vote->present + written : vote->entitled;
  guint faults = 0;

  if (vote->present >= 0 && vote->entitled >= 0 && voters > vote->entitled)
    faults |= ZB_VOTE_MORE_PRESENT;
  if (voters >= 0 && votes > voters)
    faults |= ZB_VOTE_MORE_VOTES;
  return faults;
}

void
zb_vote_count (const ZbVote *vote, ZbRules *rules, ZbDate day, ZbVoteResult *out)
{
  gboolean is_election = vote->decision == ZB_DECISION_ELECTION;
  int written = MAX (vote->written, 0);
  int votes = vote->votes_for + vote->votes_against + vote->abstained;
  int voters;

  *out = (ZbVoteResult) {
    .of_entitled = !is_election,
    .quorum_rule = is_election ? "election.quorum" : vote->in_committee ? "meeting.quorum_committee" : "meeting.quorum_assembly",
    .majority_rule = is_election ? "election.majority" : "resolution.majority",
  };
  if (!is_complete (vote))
    {
      out->faults = ZB_VOTE_MISSING | certain_faults (vote, is_election);
      return;
    }
  /* Nobody votes by letter in an election. */
  if (is_election && written > 0)
    out->faults |= ZB_VOTE_WRITTEN;
  voters = vote->present + (is_election ? 0 : written);
  out->faults |= certain_faults (vote, is_election);
  /* Ballots may be taken back fewer than were given out; a show of hands leaves nobody out. */
  if (votes < voters && !is_election)
    out->faults |= ZB_VOTE_FEWER_VOTES;
  out->quorum_needed = is_election || vote->in_committee ? at_least (vote->entitled, zb_rules_value (rules, out->quorum_rule, day))
                                                         : more_than (vote->entitled, zb_rules_value (rules, out->quorum_rule, day));
  out->has_quorum = vote->present >= out->quorum_needed;
  out->needed = more_than (is_election ? vote->present : vote->entitled, zb_rules_value (rules, out->majority_rule, day));
  out->passed = out->has_quorum && vote->votes_for >= out->needed
                && !(out->faults & (ZB_VOTE_MORE_PRESENT | ZB_VOTE_MORE_VOTES | ZB_VOTE_WRITTEN));
}
