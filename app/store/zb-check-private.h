/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/zb-check.h"
#include "store/zb-db-private.h"

G_BEGIN_DECLS

/** ZbChecker: one run of the check. */
typedef struct {
  ZbDb *db;
  ZbDate as_of;
  ZbRules *rules;
  GPtrArray *out;
  ZbProgressFunc progress;
  gpointer user_data;
} ZbChecker;

/** zb_checker_add: a finding; the values are the dates and numbers its words take, %NULL at the end. */
void zb_checker_add (ZbChecker *checker, ZbFindingLevel level, const char *rule, const ZbKind *kind, gint64 record, const char *title,
                     const char *rule_key, ...) G_GNUC_NULL_TERMINATED;

gboolean zb_check_file (ZbChecker *checker, GError **error);
gboolean zb_check_log (ZbChecker *checker, GError **error);
gboolean zb_check_attachments (ZbChecker *checker, GError **error);
gboolean zb_check_templates (ZbChecker *checker, GError **error);
gboolean zb_check_people (ZbChecker *checker, GError **error);
gboolean zb_check_organizations (ZbChecker *checker, GError **error);
gboolean zb_check_life (ZbChecker *checker, GError **error);
gboolean zb_check_service (ZbChecker *checker, GError **error);

/** zb_check_copies: minutes that are those of an earlier meeting of the organisation, or nearly. @meeting: only this one, 0: all */
gboolean zb_check_copies (ZbChecker *checker, gint64 meeting, GError **error);

/** zb_check_presences: people who were at two meetings at one time. @meeting: only this one, 0: all */
gboolean zb_check_presences (ZbChecker *checker, gint64 meeting, GError **error);

/** zb_check_numbers: meetings of a kind that are not numbered through the year as they were held. @meeting: only this one, 0: all */
gboolean zb_check_numbers (ZbChecker *checker, gint64 meeting, GError **error);

void zb_check_one_person (ZbChecker *checker, const ZbRecord *record);

G_END_DECLS
