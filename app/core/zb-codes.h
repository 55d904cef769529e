/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ZbCode:
 * @code: what the registry stores
 * @label: the Chinese term that forms print (a term of the standard: never translated)
 * @words: (nullable): further words that mean it in rosters, separated by `|`
 * @band: (nullable): the code of the statistics band or parent it belongs to
 * @rank: order of the table's own sense (education: higher is more; posts: lower is earlier)
 */
typedef struct {
  const char *code;
  const char *label;
  const char *words;
  const char *band;
  int rank;
} ZbCode;

/**
 * ZbCodeTable:
 * @name: `sex`, `ethnicity`, `education`, `degree`, `category`, `post`, …
 * @source: the standard or form it follows
 * @codes: (array length=n_codes): in the order that people expect in a list
 */
typedef struct {
  const char *name;
  const char *source;
  const ZbCode *codes;
  guint n_codes;
} ZbCodeTable;

/** zb_code_table_get: Returns: (nullable): the table of that name. */
const ZbCodeTable *zb_code_table_get (const char *name);

/** zb_code_get: Returns: (nullable): the entry with exactly this @code. Cost: linear in a short table. */
const ZbCode *zb_code_get (const ZbCodeTable *table, const char *code);

/** zb_code_label: Returns: the label of @code, or @code itself when the table does not know it, "" for %NULL. */
const char *zb_code_label (const ZbCodeTable *table, const char *code);

/**
 * zb_code_read:
 * @text: a code, a label or one of the words, spaces inside and outside ignored, full width folded
 * @error: %ZB_DATA_ERROR_BAD_CODE, the message naming some allowed labels
 *
 * Returns: (nullable): the entry meant
 */
const ZbCode *zb_code_read (const ZbCodeTable *table, const char *text, GError **error);

/** zb_code_index: position in the table (fits a byte) or -1. */
int zb_code_index (const ZbCodeTable *table, const char *code);

/** zb_post_is_of_committee: whether a code of the table `post` is a post of a committee (书记, 委员 …). */
gboolean zb_post_is_of_committee (const char *post);


G_END_DECLS
