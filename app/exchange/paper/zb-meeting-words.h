/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/zb-record.h"

G_BEGIN_DECLS

/*
 * A meeting's facts as papers write them. All of it is Chinese, as papers are.
 */

/** zb_meeting_day: held on, else planned for; may be unknown. */
ZbDate zb_meeting_day (const ZbRecord *meeting);

/** zb_day_words: 2026年3月5日; as much of it as is known, "" for nothing. Returns: (transfer full) */
char *zb_day_words (ZbDate day);

/** zb_weekday_words: 星期四; "" when the day is not known. */
const char *zb_weekday_words (ZbDate day);

/** zb_meeting_time_words: 2026年3月5日（星期四）14:30—16:00, what is known of it; of several days both. Returns: (transfer full) */
char *zb_meeting_time_words (const ZbRecord *meeting);

/** zb_meeting_planned_words: the same of the time it was planned for; "" for none. Returns: (transfer full) */
char *zb_meeting_planned_words (const ZbRecord *meeting);

/** zb_hours_words: 1.5 of tenths. Returns: (transfer full) */
char *zb_hours_words (int tenths);

/** zb_label_words: the label of a code field of @record; "" for none. */
const char *zb_label_words (const ZbRecord *record, const char *field);

/** zb_text_words: the text of a field; "" for none. */
const char *zb_text_words (const ZbRecord *record, const char *field);

G_END_DECLS
