/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/zb-rules.h"

G_BEGIN_DECLS

/**
 * zb_study_hours:
 * @days: on how many days it was held, 1 or more
 * @minutes: from beginning to end on a day; −1 when not known
 *
 * 学时 that a meeting credits: a whole day, a half day, or hour by hour in halves, as the rules `study.*` have it.
 * Several days count whole. Source: local practice, an office's own rules go before.
 *
 * Returns: tenths of an hour; 0 when nothing is known
 */
int zb_study_hours (int days, int minutes, ZbRules *rules, ZbDate day);

G_END_DECLS
