/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "service/zb-due.h"

G_BEGIN_DECLS

/** ZbDueFinder: one search for what is due. */
typedef struct {
  ZbDb *db;
  ZbMemberColumns *columns;
  ZbRules *rules;
  ZbDate today;
  GPtrArray *out;
} ZbDueFinder;

/** zb_due_add: Returns: (transfer none): what was added */
ZbDue *zb_due_add (ZbDueFinder *finder, ZbDueKind kind, const ZbKind *record_kind, gint64 record, const char *title, ZbDate since, ZbDate on,
                   const char *rule_key);

/** zb_due_find_life: meetings not held yet, oaths not sworn, absences not made up. */
gboolean zb_due_find_life (ZbDueFinder *finder, GError **error);

G_END_DECLS
