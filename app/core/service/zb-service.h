/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/zb-rules.h"

G_BEGIN_DECLS

/** ZB_MOST_STARS: stars there are. */
#define ZB_MOST_STARS 5

/**
 * zb_service_stars:
 * @tenths: hours served, in tenths: all of them or those of a year, as the rule `volunteer.star_by_year` has it
 *
 * Returns: 0 … 5: how many of the thresholds `volunteer.star1` … are reached
 */
guint zb_service_stars (gint64 tenths, ZbRules *rules, ZbDate day);

/** zb_service_stars_by_year: whether stars are those of a year; otherwise they are of a life. */
gboolean zb_service_stars_by_year (ZbRules *rules, ZbDate day);

/** zb_service_star_words: 三星; "" for none. Chinese. Returns: (transfer none) */
const char *zb_service_star_words (guint stars);

/**
 * zb_service_measured:
 * @started_at, @ended_at: (nullable): `HH:MM`
 *
 * The time between two clocks, without the way there and back. Returns: tenths of an hour, to the nearest; 0 when not known
 */
gint64 zb_service_measured (const char *started_at, const char *ended_at);

/** zb_service_shifts: @text (nullable): a shift a line. Returns: (transfer full) (array zero-terminated=1): without what is empty */
char **zb_service_shifts (const char *text);

/** zb_service_hours_text: 2.5; whole hours without a decimal. Returns: (transfer full) */
char *zb_service_hours_text (gint64 tenths);

G_END_DECLS
