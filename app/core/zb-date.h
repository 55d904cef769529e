/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ZbDate:
 * @year: 1–9999, or 0 when nothing is known
 * @month: 1–12, or 0 when only the year is known
 * @day: 1–31, or 0 when only year and month are known
 *
 * A civil date with the precision that its source had. Old files know only the month: no day is
 * ever invented. A value type: pass it by value, compare with zb_date_compare().
 */
typedef struct {
  gint16 year;
  guint8 month;
  guint8 day;
} ZbDate;

#define ZB_DATE_NONE ((ZbDate) { 0, 0, 0 })

/**
 * zb_date_parse:
 * @text: (nullable): `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, the stored form
 * @out_date: (out): set on success only
 * @error: %ZB_DATA_ERROR_BAD_DATE
 *
 * Reads the stored form strictly. Cost: constant, no allocation.
 */
gboolean zb_date_parse (const char *text, ZbDate *out_date, GError **error);

/**
 * zb_date_read:
 * @text: as people write it: `1985.07`, `1985.7.1`, `1985/7/1`, `19850701`, `198507`,
 *   `1985年7月1日`, full-width digits, spaces around; a time of day behind it (`1985/7/1 0:00:00`) is passed over
 * @out_date: (out): set on success only
 * @error: %ZB_DATA_ERROR_BAD_DATE, also for days that do not exist (never moved to another day)
 *
 * Reads a date as it is typed or as rosters have it, and keeps its precision.
 */
gboolean zb_date_read (const char *text, ZbDate *out_date, GError **error);

/** zb_date_of: a complete day; %ZB_DATE_NONE when there is no such day. */
ZbDate zb_date_of (int year, int month, int day);

gboolean zb_date_is_set (ZbDate date);
gboolean zb_date_is_complete (ZbDate date);

/** zb_date_to_text: the stored form; %NULL for an unknown date. Returns: (transfer full) (nullable) */
char *zb_date_to_text (ZbDate date);

/** zb_date_to_print: the form of rosters, `1985.07` or `1985.07.01`; "" for unknown. Returns: (transfer full) */
char *zb_date_to_print (ZbDate date);

/**
 * zb_date_compare:
 *
 * Orders by year, month, day; an unknown part sorts before any known one (so `1985-07` is before
 * `1985-07-01`, and "not later than that day").
 */
int zb_date_compare (ZbDate a, ZbDate b);

/**
 * zb_date_is_before:
 *
 * Whether @a is certainly before @b, as far as both are known: `2020-07` is before `2020-08-01`, not before
 * `2020-07-15`, and an unknown date is before nothing.
 */
gboolean zb_date_is_before (ZbDate a, ZbDate b);

/**
 * zb_date_add_months:
 *
 * Calendar months, clamped to the month's end (31 Jan + 1 = 28/29 Feb); precision kept: a date of which
 * only the year is known moves by whole years. Years stay within 1–9999.
 */
ZbDate zb_date_add_months (ZbDate date, int months);

/** zb_date_add_days: needs a complete date; others come back unchanged. */
ZbDate zb_date_add_days (ZbDate date, int days);

/** zb_date_days_between: from @from to @to, negative when @to is earlier; 0 where one is not known to the day. */
int zb_date_days_between (ZbDate from, ZbDate to);

/** zb_date_months_between: whole months from @from to @to, floor, negative when @to is earlier; a missing day counts as the first, a missing month as January. */
int zb_date_months_between (ZbDate from, ZbDate to);

/** zb_date_years_between: whole years (an age), floor; as zb_date_months_between() for missing parts. */
int zb_date_years_between (ZbDate from, ZbDate to);

/** zb_date_pack: 32 bits that sort as zb_date_compare() does; 0 is unknown. */
guint32 zb_date_pack (ZbDate date);
ZbDate zb_date_unpack (guint32 packed);

G_END_DECLS
