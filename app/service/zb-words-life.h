/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/zb-record.h"
#include "store/zb-db.h"

G_BEGIN_DECLS

/** zb_words_roll: why somebody stands on the roll as he does: the rule and the record used, with its dates. Returns: (transfer full) */
char *zb_words_roll (ZbDb *db, const ZbRecord *row);

/** zb_words_vote: a vote's working: quorum, majority, passed or not, what is wrong with its figures. Returns: (transfer full) */
char *zb_words_vote (ZbDb *db, const ZbRecord *resolution);

/** zb_words_count: the figures of a roll as minutes have them: 应到 20 人，实到 17 人，请假 2 人，缺席 1 人 … Returns: (transfer full) */
char *zb_words_count (ZbDb *db, gint64 meeting);

/**
 * zb_words_roll_command:
 * @rows: (element-type ZbRecord): the roll
 * @text: as zb_roll_command_parse() reads it
 * @out_good: (out): whether it is understood
 *
 * What an order would do, with the names behind the numbers; or what is not understood, and how to write it.
 *
 * Returns: (transfer full)
 */
char *zb_words_roll_command (GPtrArray *rows, const char *text, gboolean *out_good);

G_END_DECLS
