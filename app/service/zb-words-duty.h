/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/life/zb-year.h"
#include "store/zb-db.h"

G_BEGIN_DECLS

/**
 * zb_words_duty:
 * @month: 0 is January
 *
 * What the rule says to one cell of the year matrix: held, open, missed or not demanded, the days it was counted with, what
 * can be done, and the rule with its source.
 *
 * Returns: (transfer full)
 */
char *zb_words_duty (ZbDb *db, const ZbYearRow *row, int year, guint month);

/** zb_words_rule: a rule that holds on @day as its source has it; "" when there is none. Returns: (transfer full) */
char *zb_words_rule (ZbDb *db, const char *key, ZbDate day);

G_END_DECLS
