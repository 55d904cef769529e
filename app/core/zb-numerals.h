/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "core/zb-date.h"

G_BEGIN_DECLS

/** zb_numerals_capital: 叁拾, 壹佰零伍: a number in the capital numerals of forms, which nobody changes by a stroke. Returns: (transfer full) */
char *zb_numerals_capital (guint number);

/** zb_numerals_capital_digits: 贰零贰陆: digit by digit, as years are written. Returns: (transfer full) */
char *zb_numerals_capital_digits (guint number);

/** zb_numerals_capital_month: 贰零贰陆年壹拾月; the year alone when no month is known, "" for nothing. Returns: (transfer full) */
char *zb_numerals_capital_month (ZbDate date);

G_END_DECLS
