/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/zb-record.h"
#include "store/zb-db.h"

G_BEGIN_DECLS

/**
 * zb_terms_current:
 *
 * The term in which each organisation was on a day: of those that had begun by then, the newest; one of which
 * nobody knows when it began counts as the oldest. Cost: one pass over the terms.
 *
 * Returns: (transfer full) (element-type gint64 ZbRecord): by id of the organisation
 */
GHashTable *zb_terms_current (ZbDb *db, ZbDate day, GError **error);

/** zb_term_end: when the term is over: the day to which it was extended, else the one when the election is due. */
ZbDate zb_term_end (const ZbRecord *term);

/** zb_term_is_held: whether the election that ends the term had been held by that day. */
gboolean zb_term_is_held (const ZbRecord *term, ZbDate day);

/**
 * zb_organizations_heads:
 *
 * Who heads each organisation on a day: its secretary, or the leader of a group.
 *
 * Returns: (transfer full) (element-type gint64 utf8): names by id of the organisation, 、 between several
 */
GHashTable *zb_organizations_heads (ZbDb *db, ZbDate day, GError **error);

G_END_DECLS
