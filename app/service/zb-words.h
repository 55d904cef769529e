/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/zb-import.h"
#include "store/zb-access-log.h"
#include "store/zb-check.h"
#include "store/zb-history.h"

G_BEGIN_DECLS

/**
 * ZbWords: an error for people.
 * @title: what is wrong, one plain sentence
 * @advice: what to do, one plain sentence
 * @can_retry: whether trying again makes sense
 */
typedef struct {
  char *title;
  char *advice;
  gboolean can_retry;
} ZbWords;

void zb_words_clear (ZbWords *words);

/** zb_words_error: the words for any error of this program, in the user's language; the only place they are made. */
void zb_words_error (const GError *error, ZbWords *out_words);

/** zb_words_refused: the words for a refusal of the store, whose message is `reason|value|…`. */
void zb_words_refused (const char *message, ZbWords *out_words);

/** zb_words_sheet: the words for a code of %ZB_SHEET_ERROR: what a file is instead of a list. */
void zb_words_sheet (int code, ZbWords *out_words);

/** zb_words_picture: the words for an error of %ZB_PICTURE_ERROR: why a photo or paper is not taken in. */
void zb_words_picture (const GError *error, ZbWords *out_words);

/** zb_words_tame: @text without what a terminal would obey; lines and columns stay. Returns: (transfer full) */
char *zb_words_tame (const char *text);

/** zb_words_line: @text as one line: tame, and no value in it repeated at any length. Returns: (transfer full) */
char *zb_words_line (const char *text);

/** zb_words_value: a value of a refusal or finding as people read it: a stored date in the form of rosters. Returns: (transfer full) */
char *zb_words_value (const char *value);

/** zb_words_sentence: title and advice as one line. Returns: (transfer full) */
char *zb_words_sentence (const GError *error);

/**
 * zb_words_smaller_letters:
 * @asked, @size: points, see zb_paper_letter_size()
 *
 * Returns: (transfer full) (nullable): that the letters of a list are smaller than they were asked for, and what helps; %NULL when they are not
 */
char *zb_words_smaller_letters (double asked, double size);

/** zb_words_action: a change set in words: “转正：张三”, “导入：花名册.xlsx（新增 60 人）”. Returns: (transfer full) */
char *zb_words_action (const char *action, const char *subject, guint n_records);

/** zb_words_rest: how much of an import goes and how much stays: “党员：撤回新增 58，恢复原样 3，保留 2”. Returns: (transfer full) */
char *zb_words_rest (const ZbHistoryRest *rest);

/** zb_words_kept_title: what stays: “张三”, “张三：联系电话”. Returns: (transfer full) */
char *zb_words_kept_title (const ZbHistoryKept *kept);

/** zb_words_kept: why it stays: “2026年11月20日 09:30 由李测修改”. Returns: (transfer full) */
char *zb_words_kept (const ZbHistoryKept *kept);

/** zb_words_moment: a stored time as people read it, in their own zone. Returns: (transfer full) */
char *zb_words_moment (const char *at);

/** zb_words_access: what was shown or left the registry, in words: “查看：张三，公民身份号码”. Returns: (transfer full) */
char *zb_words_access (const ZbAccess *access);

/** zb_words_change: one changed field in words: “联系电话：199****0001 → 199****0002”. Private values masked. Returns: (transfer full) */
char *zb_words_change (const ZbHistoryChange *change);

/** zb_words_finding: a finding in words: what is found, the dates used, what to do. Returns: (transfer full) */
char *zb_words_finding (const ZbFinding *finding);

/** zb_words_import_problem: Returns: (transfer full) */
char *zb_words_import_problem (const ZbImportProblem *problem);

/** zb_words_import_row_problem: the same without the place, for where the row is seen. Returns: (transfer full) */
char *zb_words_import_row_problem (const ZbImportProblem *problem);

/** zb_words_import_rule: what a rule says. Returns: (transfer full) */
char *zb_words_import_rule (const char *rule);

/** zb_words_import_counts: Returns: (transfer full) */
char *zb_words_import_counts (const ZbImportCounts *counts);

/**
 * zb_words_not_restored:
 * @from: the file that was to be restored
 *
 * Why it was not: what is damaged is that file, not the registry. Returns: (transfer full): one sentence
 */
char *zb_words_not_restored (const GError *error, const char *from);

G_END_DECLS
