/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/zb-steps-private.h"

G_BEGIN_DECLS

/**
 * zb_claims_make:
 * @run: the step that claims: one of `person`, `team`, `org`, `partner`; `together`: further members by name; `promised_on`
 * @pieces: pieces wanted, 0 for the rest of what is left, or none where a share in money is promised
 * @money: 分, 0 for none
 *
 * Writes a claim with its people, as they were called on the day. What is left is counted inside the transaction, so that
 * of two programs that want the last piece one gets it and the other is told.
 *
 * @error: REFUSED (`who-claims`, `more-than-left`, `more-money-than-needed`, `too-many-claims`, `promised-before`), NOT_FOUND, AMBIGUOUS
 */
gboolean zb_claims_make (ZbStepRun *run, const ZbRecord *wish, gint64 pieces, gint64 money, ZbRecord **out_claim, GError **error);

/** zb_claims_end: every claim of the wish that is still open ends on the day. */
gboolean zb_claims_end (ZbChangeSet *set, gint64 wish, const char *on, GError **error);

/** zb_step_apply_claim: a step of one claim, and what it means for its wish. */
gboolean zb_step_apply_claim (ZbStepRun *run, GError **error);

G_END_DECLS
