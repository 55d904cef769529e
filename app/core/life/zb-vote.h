/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/zb-rules.h"

G_BEGIN_DECLS

/**
 * ZbDecision:
 *
 * What is decided; in the order of the code table `decision_kind`. The rule of the vote hangs on it.
 */
typedef enum {
  ZB_DECISION_ADMISSION,
  ZB_DECISION_CONFIRMATION,
  ZB_DECISION_EXTENSION,
  ZB_DECISION_DISQUALIFICATION,
  ZB_DECISION_ELECTION,
  ZB_DECISION_DISCIPLINE,
  ZB_DECISION_HANDLING,
  ZB_DECISION_AWARD,
  ZB_DECISION_CANDIDATE,
  ZB_DECISION_ACTIVIST,
  ZB_DECISION_MATTER
} ZbDecision;

/**
 * ZbVote:
 * @decision: what is decided
 * @in_committee: decided by the 支部委员会, whose quorum is another
 * @entitled: 应到会有表决权（选举权）的人数; −1 unknown, as all of them
 * @present: of those, how many came
 * @written: written opinions handed in before the meeting by voters who did not come; they are among the votes
 * @votes_for, @votes_against, @abstained: the figures
 */
typedef struct {
  ZbDecision decision;
  gboolean in_committee;
  int entitled;
  int present;
  int written;
  int votes_for;
  int votes_against;
  int abstained;
} ZbVote;

/**
 * ZbVoteFault:
 * @ZB_VOTE_MISSING: a figure is not there
 * @ZB_VOTE_MORE_PRESENT: more voters came than are entitled
 * @ZB_VOTE_MORE_VOTES: more votes than voters who came or wrote
 * @ZB_VOTE_FEWER_VOTES: fewer votes than voters who came and wrote: somebody’s is not accounted for
 * @ZB_VOTE_WRITTEN: written opinions do not count in this kind of decision
 */
typedef enum {
  ZB_VOTE_SOUND = 0,
  ZB_VOTE_MISSING = 1 << 0,
  ZB_VOTE_MORE_PRESENT = 1 << 1,
  ZB_VOTE_MORE_VOTES = 1 << 2,
  ZB_VOTE_FEWER_VOTES = 1 << 3,
  ZB_VOTE_WRITTEN = 1 << 4
} ZbVoteFault;

/**
 * ZbVoteResult:
 * @faults: mask of #ZbVoteFault; with %ZB_VOTE_MISSING only what cannot be right whatever the rest is, and nothing else is worked out
 * @quorum_needed: fewest voters who must be present
 * @has_quorum: whether they were
 * @needed: fewest votes in favour
 * @of_entitled: whether @needed is counted of those entitled; of those present otherwise
 * @passed: whether quorum and majority are there
 * @quorum_rule, @majority_rule: keys of the rules used
 *
 * The working, so that every figure can be shown with its reason. “Passed” is never stored.
 */
typedef struct {
  guint faults;
  int quorum_needed;
  gboolean has_quorum;
  int needed;
  gboolean of_entitled;
  gboolean passed;
  const char *quorum_rule;
  const char *majority_rule;
} ZbVoteResult;

/**
 * zb_vote_count:
 * @rules: the rules in force
 * @day: day of the vote
 *
 * Works a vote out. Admission and confirmation: more than half of those entitled present, more than half of all
 * entitled in favour, written opinions counted; an election: at least four fifths present, more than half of those
 * present; in a committee: at least half present. All other decisions: as admission.
 * Source: 发展党员工作细则 (接收、转正), 基层组织选举工作条例; the shares stand in data/rules.tsv.
 */
void zb_vote_count (const ZbVote *vote, ZbRules *rules, ZbDate day, ZbVoteResult *out_result);

G_END_DECLS
