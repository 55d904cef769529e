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

/** zb_step_refuse: sets %ZB_DATA_ERROR_REFUSED. Returns: always %FALSE */
gboolean zb_step_refuse (GError **error, const char *format, ...) G_GNUC_PRINTF (2, 3);

gboolean zb_step_apply_member (ZbStepRun *run, GError **error);
gboolean zb_step_apply_organization (ZbStepRun *run, GError **error);

/** zb_organizations_rebuild_paths: gives every organisation its path; the rows' versions stay. Cost: one pass. */
gboolean zb_organizations_rebuild_paths (ZbDb *db, GError **error);

G_END_DECLS
