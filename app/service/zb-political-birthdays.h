/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/zb-member-columns.h"

G_BEGIN_DECLS

/**
 * ZbPoliticalBirthday: 政治生日: the day of the year on which somebody joined the Party.
 * @branch: short name
 * @years: since then, in the month that was asked for; 0: joined in it
 */
typedef struct {
  gint64 person;
  char *name;
  char *branch;
  ZbDate joined;
  guint years;
} ZbPoliticalBirthday;

void zb_political_birthday_free (ZbPoliticalBirthday *birthday);

/** zb_political_birthday_words: the day and the years; tens are told apart. Returns: (transfer full) */
char *zb_political_birthday_words (const ZbPoliticalBirthday *birthday);

/**
 * zb_political_birthdays:
 * @org: with what stands below it, 0: everybody
 * @month: of a year
 *
 * The members who are here and joined in that month of whatever year; those of whom only the month is known stand first.
 *
 * Returns: (transfer full) (element-type ZbPoliticalBirthday): by their days
 */
GPtrArray *zb_political_birthdays (ZbMemberColumns *columns, gint64 org, ZbDate month);

G_END_DECLS
