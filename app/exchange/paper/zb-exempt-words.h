/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/zb-record.h"
#include "store/zb-db.h"

G_BEGIN_DECLS

/**
 * ZbExemptWords:
 *
 * Who is freed from meetings, when and why: what papers say beside somebody who was not expected. All of it Chinese.
 */
typedef struct _ZbExemptWords ZbExemptWords;

/** zb_exempt_words_load: @person: 0: of everybody. Cost: the exemptions, which are few. Returns: (transfer full) */
ZbExemptWords *zb_exempt_words_load (ZbDb *db, gint64 person, GError **error);
void zb_exempt_words_free (ZbExemptWords *words);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZbExemptWords, zb_exempt_words_free)

/** zb_exempt_words_reason: 因病：手术后休养, of the day. Returns: (transfer full) (nullable): %NULL when nothing frees the person */
char *zb_exempt_words_reason (const ZbExemptWords *words, gint64 person, ZbDate day);

/**
 * zb_exempt_words_time:
 *
 * What freed the person from meetings at any time between two days, without the private reason: 因病免于参会
 * （2026.03.01—2026.10.31）. Returns: (transfer full) (nullable)
 */
char *zb_exempt_words_time (const ZbExemptWords *words, gint64 person, ZbDate from, ZbDate to);

G_END_DECLS
