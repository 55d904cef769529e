/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/zb-org-tree.h"
#include "core/zb-record.h"
#include "exchange/paper/zb-sheet-private.h"

G_BEGIN_DECLS

/**
 * ZbMeetingFacts:
 * @tree: organisations on the day of the meeting, or on the day asked for when it has none
 * @org: (nullable): the one that meets
 * @roll, @agenda, @resolutions: (element-type ZbRecord): in their order
 *
 * A meeting with what belongs to it: what its papers are written from.
 */
typedef struct {
  ZbRecord *meeting;      /* (owned) */
  ZbOrgTree *tree;        /* (owned) */
  const ZbOrg *org;       /* (unowned): the tree's */
  GPtrArray *roll;        /* (owned) */
  GPtrArray *agenda;      /* (owned) */
  GPtrArray *resolutions; /* (owned) */
} ZbMeetingFacts;

/**
 * zb_meeting_facts_load:
 * @today: the day for names when the meeting has no day yet
 * @error: NOT_FOUND
 *
 * Returns: (transfer full)
 */
ZbMeetingFacts *zb_meeting_facts_load (ZbDb *db, gint64 meeting, ZbDate today, GError **error);
void zb_meeting_facts_free (ZbMeetingFacts *facts);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZbMeetingFacts, zb_meeting_facts_free)

/** zb_meeting_facts_org_name: the whole name of the organisation as of the day; "" when it is not known. */
const char *zb_meeting_facts_org_name (const ZbMeetingFacts *facts);

/** zb_meeting_facts_org_short: 第一党支部, as of the day. */
const char *zb_meeting_facts_org_short (const ZbMeetingFacts *facts);

/** zb_meeting_facts_head: gives a list about the meeting its title, and a line over it: who held it, and when. */
void zb_meeting_facts_head (const ZbMeetingFacts *facts, ZbSheet *sheet);

/**
 * zb_meeting_parts:
 * @kind: one that links to a meeting, or another record, by the field @link
 * @order: (nullable): field of numbers by which they stand, those without one last; otherwise as they were entered
 *
 * Returns: (transfer full) (element-type ZbRecord)
 */
GPtrArray *zb_meeting_parts (ZbDb *db, const ZbKind *kind, const char *link, gint64 id, const char *order, GError **error);

G_END_DECLS
