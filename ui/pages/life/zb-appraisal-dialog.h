/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "service/zb-registry.h"

G_BEGIN_DECLS

#define ZB_TYPE_APPRAISAL_DIALOG (zb_appraisal_dialog_get_type ())

/**
 * ZbAppraisalDialog:
 *
 * 民主评议 of a branch in one form: a line a member with own judgement, votes, grade and comment; the rule on 优秀 is counted while
 * one types. On a grade the keys 1 to 5 choose it.
 *
 * Signal `saved (const char *words)`
 */
G_DECLARE_FINAL_TYPE (ZbAppraisalDialog, zb_appraisal_dialog, ZB, APPRAISAL_DIALOG, AdwWindow)

GtkWindow *zb_appraisal_dialog_new (ZbRegistry *registry, const ZbRecord *meeting);

/** zb_appraisal_words: what the rule says to the grades of @records (element-type ZbRecord); @out_good: whether it is kept. Returns: (transfer full) */
char *zb_appraisal_words (ZbRegistry *registry, GPtrArray *records, int year, gboolean *out_good);

/** zb_appraisal_records: of a meeting: those that are there, and new ones for who else is expected. Returns: (transfer full) (element-type ZbRecord) */
GPtrArray *zb_appraisal_records (ZbRegistry *registry, const ZbRecord *meeting, int year, gboolean with_new);

/** zb_appraisal_year: the year a meeting is about: until March the one before. */
int zb_appraisal_year (const ZbRecord *meeting);

G_END_DECLS
