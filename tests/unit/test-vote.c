/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/zb-codes.h"
#include "core/life/zb-vote.h"

#define DAY ((ZbDate) { 2026, 6, 1 })

static ZbVoteResult
count (ZbDecision decision, int entitled, int present, int written, int votes_for, int against, int abstained)
{
  g_autoptr(ZbRules) rules = zb_rules_new (NULL);
  ZbVote vote = { .decision = decision, .entitled = entitled, .present = present, .written = written, .votes_for = votes_for,
                  .votes_against = against, .abstained = abstained };
  ZbVoteResult result;

  g_assert_nonnull (rules);
  zb_vote_count (&vote, rules, DAY, &result);
  return result;
}

/* Counted by hand: of 20 entitled 11 must come and 11 be in favour; of 21 likewise. */
static void
test_admission (void)
{
  ZbVoteResult result = count (ZB_DECISION_ADMISSION, 20, 18, 0, 17, 1, 0);

  g_assert_cmpuint (result.faults, ==, 0);
  g_assert_cmpint (result.quorum_needed, ==, 11);
  g_assert_cmpint (result.needed, ==, 11);
  g_assert_true (result.of_entitled);
  g_assert_true (result.passed);
  g_assert_false (count (ZB_DECISION_ADMISSION, 20, 18, 0, 10, 8, 0).passed);
  g_assert_true (count (ZB_DECISION_ADMISSION, 20, 18, 0, 11, 7, 0).passed);
  g_assert_true (count (ZB_DECISION_ADMISSION, 21, 18, 0, 11, 7, 0).passed);
  g_assert_false (count (ZB_DECISION_ADMISSION, 21, 18, 0, 10, 8, 0).passed);
  g_assert_false (count (ZB_DECISION_ADMISSION, 22, 18, 0, 11, 7, 0).passed);
  /* Half came: no quorum, although all were in favour. */
  result = count (ZB_DECISION_ADMISSION, 20, 10, 5, 15, 0, 0);
  g_assert_false (result.has_quorum);
  g_assert_false (result.passed);
}

/* Who wrote beforehand is among the votes, not among those present. */
static void
test_written (void)
{
  ZbVoteResult result = count (ZB_DECISION_CONFIRMATION, 10, 6, 2, 8, 0, 0);

  g_assert_cmpuint (result.faults, ==, 0);
  g_assert_true (result.passed);
  g_assert_true (count (ZB_DECISION_CONFIRMATION, 10, 6, 2, 6, 2, 0).passed);
  g_assert_cmpuint (count (ZB_DECISION_CONFIRMATION, 10, 9, 2, 11, 0, 0).faults & ZB_VOTE_MORE_PRESENT, !=, 0);
  g_assert_cmpuint (count (ZB_DECISION_ELECTION, 10, 9, 1, 9, 0, 0).faults & ZB_VOTE_WRITTEN, !=, 0);
}

/* Four fifths of 50 are 40, of 51 41 (40.8); more than half of those present. */
static void
test_election (void)
{
  g_assert_cmpint (count (ZB_DECISION_ELECTION, 50, 40, 0, 21, 19, 0).quorum_needed, ==, 40);
  g_assert_true (count (ZB_DECISION_ELECTION, 50, 40, 0, 21, 19, 0).passed);
  g_assert_false (count (ZB_DECISION_ELECTION, 50, 40, 0, 20, 20, 0).passed);
  g_assert_false (count (ZB_DECISION_ELECTION, 50, 39, 0, 39, 0, 0).passed);
  g_assert_cmpint (count (ZB_DECISION_ELECTION, 51, 45, 0, 30, 15, 0).quorum_needed, ==, 41);
  /* Fewer ballots came back than were given out: valid. */
  g_assert_cmpuint (count (ZB_DECISION_ELECTION, 50, 45, 0, 30, 10, 0).faults, ==, 0);
}

static void
test_committee (void)
{
  g_autoptr(ZbRules) rules = zb_rules_new (NULL);
  ZbVote vote = { .decision = ZB_DECISION_MATTER, .in_committee = TRUE, .entitled = 4, .present = 2, .votes_for = 2 };
  ZbVoteResult result;

  zb_vote_count (&vote, rules, DAY, &result);
  g_assert_cmpint (result.quorum_needed, ==, 2);
  g_assert_true (result.has_quorum);
  g_assert_false (result.passed);
  vote.present = vote.votes_for = 3;
  zb_vote_count (&vote, rules, DAY, &result);
  g_assert_true (result.passed);
}

static void
test_faults (void)
{
  g_assert_cmpuint (count (ZB_DECISION_MATTER, -1, 5, 0, 5, 0, 0).faults, ==, ZB_VOTE_MISSING);
  g_assert_cmpuint (count (ZB_DECISION_MATTER, 10, 8, 0, -1, 0, 0).faults, ==, ZB_VOTE_MISSING);
  g_assert_cmpuint (count (ZB_DECISION_MATTER, 10, 11, 0, 11, 0, 0).faults, ==, ZB_VOTE_MORE_PRESENT);
  g_assert_cmpuint (count (ZB_DECISION_MATTER, 10, 8, 0, 9, 0, 0).faults, ==, ZB_VOTE_MORE_VOTES);
  g_assert_cmpuint (count (ZB_DECISION_MATTER, 10, 8, 0, 6, 1, 0).faults, ==, ZB_VOTE_FEWER_VOTES);
  g_assert_false (count (ZB_DECISION_MATTER, 10, 8, 0, 9, 0, 0).passed);
  /* What cannot be right is told before the last figure is there. */
  g_assert_cmpuint (count (ZB_DECISION_MATTER, 10, 9, 0, 12, 0, -1).faults, ==, ZB_VOTE_MISSING | ZB_VOTE_MORE_VOTES);
  g_assert_cmpuint (count (ZB_DECISION_MATTER, 10, -1, 0, 12, -1, -1).faults, ==, ZB_VOTE_MISSING | ZB_VOTE_MORE_VOTES);
  g_assert_cmpuint (count (ZB_DECISION_MATTER, 10, 11, -1, -1, -1, -1).faults, ==, ZB_VOTE_MISSING | ZB_VOTE_MORE_PRESENT);
  g_assert_cmpuint (count (ZB_DECISION_MATTER, -1, 9, 0, 12, 0, 0).faults, ==, ZB_VOTE_MISSING | ZB_VOTE_MORE_VOTES);
  /* Nobody entitled: nothing passes. */
  g_assert_false (count (ZB_DECISION_MATTER, 0, 0, 0, 0, 0, 0).passed);
}

/* The enumeration and the code table name the same things. */
static void
test_codes (void)
{
  const ZbCodeTable *table = zb_code_table_get ("decision_kind");

  g_assert_cmpuint (table->n_codes, ==, ZB_DECISION_MATTER + 1);
  g_assert_cmpint (zb_code_index (table, "election"), ==, ZB_DECISION_ELECTION);
  g_assert_cmpint (zb_code_index (table, "confirmation"), ==, ZB_DECISION_CONFIRMATION);
  g_assert_cmpint (zb_code_index (table, "matter"), ==, ZB_DECISION_MATTER);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/vote/admission", test_admission);
  g_test_add_func ("/vote/written", test_written);
  g_test_add_func ("/vote/election", test_election);
  g_test_add_func ("/vote/committee", test_committee);
  g_test_add_func ("/vote/faults", test_faults);
  g_test_add_func ("/vote/codes", test_codes);
  return g_test_run ();
}
