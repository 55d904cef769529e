/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/zb-steps-private.h"

G_BEGIN_DECLS

/**
 * zb_letters_issue:
 * @record: of the letter kind, unsaved: whose it is and of which kind, and what is to be otherwise than known
 *
 * Issues a letter into the register: the next number of its year, its kind and its organisation (2026-0001) unless one was given. A
 * letter of introduction takes destination, validity and dues from the last transfer out, whose own number it keeps where somebody
 * wrote one down, and writes the number there; there is one letter of a transfer, which is printed again with its number. A letter of
 * proof is of a member who is here. It is issued by the nearest Party committee above, or by what stands at the top.
 *
 * @error: MISSING; REFUSED (`no-transfer`, `letter-issued`, `letter-number`, `not-a-member`, `nowhere`, `in-future`)
 */
gboolean zb_letters_issue (ZbChangeSet *set, ZbRecord *record, GError **error);

/**
 * zb_letters_propose:
 * @kind: (nullable): of which kind; %NULL: the likely one: of introduction for somebody who was transferred out, of proof for who is here
 *
 * What zb_letters_issue() would write into the register if it was asked now: to be shown, and changed, before it is. Who handles it is
 * whoever handled the last letter of the same organisation, else the user. What cannot be known is left out; nothing is written.
 *
 * Returns: (transfer full): unsaved
 */
ZbRecord *zb_letters_propose (ZbDb *db, gint64 person, const char *kind, GError **error);

/** zb_step_apply_letter: the step that issues one to a member. */
gboolean zb_step_apply_letter (ZbStepRun *run, GError **error);

/** zb_letters_last: the letter that was issued last to somebody. Returns: its id, 0 without @error when there is none */
gint64 zb_letters_last (ZbDb *db, gint64 person, GError **error);

G_END_DECLS
