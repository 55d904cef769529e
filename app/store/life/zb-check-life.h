/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/zb-check.h"

G_BEGIN_DECLS

/**
 * zb_check_meeting:
 *
 * What inspectors look for in one meeting, for its page while it is filled in: absent people without a reason, votes
 * without figures or with impossible ones, voters who may not vote, one person in two places, who chairs writing the
 * minutes, minutes copied from another meeting, the order of 支委会 and 大会, oaths on the wrong day.
 *
 * Returns: (transfer full) (element-type ZbFinding): empty when all is well
 */
GPtrArray *zb_check_meeting (ZbDb *db, gint64 meeting, ZbDate as_of, GError **error);

G_END_DECLS
