/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/service/zb-service.h"
#include "store/zb-steps-private.h"

G_BEGIN_DECLS

/**
 * zb_service_hours_check:
 * @record: of the service_hours kind, about to be stored
 * @error: REFUSED (`hours-not-positive`, `ends-before`; of a correction `corrects-another`, `corrects-other-day`,
 *   `corrects-correction`, `why-corrected`, `hours-below-nothing`)
 *
 * Hours are more than nothing, unless they correct others: of the same person and day, with a reason, and never so
 * that less than nothing is left. Asked of every row that is written.
 */
gboolean zb_service_hours_check (ZbDb *db, const ZbRecord *record, GError **error);

/**
 * zb_service_hours_correct:
 * @hours: the row that is wrong
 * @right: tenths of an hour that it should have been
 * @why: the reason
 * @by: who confirms it
 * @out_id: (out) (optional): the row that sets it right
 *
 * Writes the difference as another row. @error: REFUSED (`nothing-to-correct`) when it is right already
 */
gboolean zb_service_hours_correct (ZbChangeSet *set, gint64 hours, gint64 right, const char *why, const char *by, gint64 *out_id, GError **error);

/** zb_step_apply_service_hours: the step `correct`. */
gboolean zb_step_apply_service_hours (ZbStepRun *run, GError **error);

/** zb_service_hours_left: what a row comes to with what corrects it, tenths. */
gboolean zb_service_hours_left (ZbDb *db, gint64 hours, gint64 *out_tenths, GError **error);

/**
 * zb_service_sum:
 * @from, @to: first and last day; unknown: no bound
 *
 * Hours of a person with their corrections, in tenths. Cost: one index range.
 */
gboolean zb_service_sum (ZbDb *db, gint64 person, ZbDate from, ZbDate to, gint64 *out_tenths, GError **error);

/**
 * ZbServiceStanding: what somebody has served by a day.
 * @all: tenths of an hour, ever
 * @year: tenths, in the year of the day
 * @stars: 0 … 5, of the one or the other as the rule has it
 * @by_year: whether stars are those of the year
 */
typedef struct {
  gint64 all;
  gint64 year;
  guint stars;
  gboolean by_year;
} ZbServiceStanding;

gboolean zb_service_standing (ZbDb *db, gint64 person, ZbDate day, ZbServiceStanding *out, GError **error);

G_END_DECLS
