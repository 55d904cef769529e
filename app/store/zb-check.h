/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/zb-rules.h"
#include "store/zb-members.h"

G_BEGIN_DECLS

/** ZbFindingLevel: @ZB_FINDING_DAMAGE the file, @ZB_FINDING_ERROR cannot be right, @ZB_FINDING_WARNING should be looked at */
typedef enum {
  ZB_FINDING_DAMAGE,
  ZB_FINDING_ERROR,
  ZB_FINDING_WARNING
} ZbFindingLevel;

/**
 * ZbFinding:
 * @rule: stable key: `integrity`, `foreign-key`, `log-row`, `log-chain`, `joined-under-age`,
 *   `full-without-confirmation`, `probation-expired`, `two-secretaries`, …
 * @kind, @record: what it concerns; %NULL and 0 for the file
 * @title: its name
 * @values: the dates and numbers used, in order, as the words for @rule take them
 * @source: (nullable): the rule's source
 */
typedef struct {
  ZbFindingLevel level;
  char *rule;
  const ZbKind *kind;
  gint64 record;
  char *title;
  char **values;
  char *source;
} ZbFinding;

void zb_finding_free (ZbFinding *finding);

/** zb_rules_load: the bundled rules with the office's overrides. Returns: (transfer full) */
ZbRules *zb_rules_load (ZbDb *db, GError **error);

/**
 * zb_check_run:
 * @quick: only the consistency rules, not the file and the log
 *
 * File integrity, foreign keys, the change log's chain and its last images against the rows, and the
 * consistency rules. The words for each are made in the service (zb_words_finding()).
 *
 * Returns: (transfer full) (element-type ZbFinding): empty when all is well
 */
GPtrArray *zb_check_run (ZbDb *db, ZbDate as_of, gboolean quick, ZbProgressFunc progress, gpointer user_data, GError **error);

/** zb_check_member: the rules for one person, for the form while it is edited; @record may be unsaved. Returns: (transfer full) (element-type ZbFinding) */
GPtrArray *zb_check_member (ZbDb *db, const ZbRecord *record, ZbDate as_of, GError **error);

G_END_DECLS
