/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/zb-filter.h"
#include "core/zb-kind.h"

G_BEGIN_DECLS

struct _ZbFilter
{
  gatomicrefcount refs;
  GPtrArray *conditions; /* (owned) (element-type ZbCondition) */
};

/**
 * ZbFilterShape:
 *
 * What kind of values a field that can be filtered has.
 */
typedef enum {
  ZB_FILTER_SHAPE_NONE,
  ZB_FILTER_SHAPE_CODE,
  ZB_FILTER_SHAPE_BOOLEAN,
  ZB_FILTER_SHAPE_NUMBER,
  ZB_FILTER_SHAPE_DATE,
  ZB_FILTER_SHAPE_ORG
} ZbFilterShape;

/** zb_filter_shape: how the values of the condition field @name look; @out_codes (optional): name of its code table. */
ZbFilterShape zb_filter_shape (const char *name, const char **out_codes);

/** zb_filter_heading: the Chinese word for a condition field. */
const char *zb_filter_heading (const char *name);

/** zb_filter_tidy: half width, conditions separated by line ends, no blanks around operators. Returns: (transfer full) */
char *zb_filter_tidy (const char *text);

/**
 * zb_filter_split:
 * @word: one condition, tidied
 * @out_name: (out) (transfer full): what stands before the operator
 * @out_value: (out): what stands behind it, inside @word
 *
 * Returns: %FALSE when there is no operator in it
 */
gboolean zb_filter_split (const char *word, char **out_name, ZbFilterOp *out_op, const char **out_value);

G_END_DECLS
