/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/zb-rules.h"
#include "store/zb-steps.h"

G_BEGIN_DECLS

/** ZbStepRun: one step being done. */
typedef struct {
  ZbChangeSet *set;
  ZbDb *db;
  gint64 id;
  const ZbStep *step;
  GHashTable *fields;
  const char *on;
  ZbDate day;
  ZbDate as_of;
} ZbStepRun;

/** zb_step_value: what was given for a field of the step, %NULL when nothing. */
const char *zb_step_value (const ZbStepRun *run, const char *name);
gint64 zb_step_id (const ZbStepRun *run, const char *name);

/**
 * zb_step_refuse:
 * @reason: stable key of the reason; the words for it are made in the service
 *
 * Sets %ZB_DATA_ERROR_REFUSED with the message `reason|value|…`; the values, %NULL at the end, are what
 * the words take. Returns: always %FALSE
 */
gboolean zb_step_refuse (GError **error, const char *reason, ...) G_GNUC_NULL_TERMINATED;

/** zb_member_step_obstacle: why @step is not for somebody who is in a branch or, with @is_placed %FALSE, in none;
 * the key of a refusal. Returns: (nullable): %NULL when it may be taken */
const char *zb_member_step_obstacle (const ZbStep *step, gboolean is_placed);

gboolean zb_step_apply_member (ZbStepRun *run, GError **error);
gboolean zb_step_apply_organization (ZbStepRun *run, GError **error);

/** zb_step_finish_meeting: puts what a step of a meeting means beyond its own fields into @record and writes it; the roll follows its day. */
gboolean zb_step_finish_meeting (const ZbStepRun *run, ZbRecord *record, GError **error);

/** zb_organizations_rebuild_paths: gives every organisation its path; the rows' versions stay. Cost: one pass. */
gboolean zb_organizations_rebuild_paths (ZbDb *db, GError **error);

G_END_DECLS
