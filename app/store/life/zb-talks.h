/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/zb-db.h"

G_BEGIN_DECLS

/**
 * ZbTalkGap: a talk of the year that was not held yet.
 * @person: a member of the committee; 0: any of them
 * @other: with whom
 */
typedef struct {
  gint64 person;
  gint64 other;
  char *name;
  char *other_name;
} ZbTalkGap;

void zb_talk_gap_free (ZbTalkGap *gap);

/**
 * zb_talks_missing:
 * @day: who belongs to the branch and to its committee then; the talks of its year count
 * @out_held: (out) (optional): how many of the pairs have talked
 *
 * 谈心谈话: every two members of the committee talk with each other, and every other member with one of the committee at
 * least. Where there is no committee, with whoever holds a post. Source: 支部工作条例, the number stands in `freq.talk`.
 *
 * Returns: (transfer full) (element-type ZbTalkGap): in the order of the roll
 */
GPtrArray *zb_talks_missing (ZbDb *db, gint64 org, ZbDate day, guint *out_held, GError **error);

G_END_DECLS
