/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ZbFigure:
 * @label: Chinese term of the forms: 正式党员
 * @words: (nullable): what forms call the number, with | between, the one to show first: 正式党员数|正式党员人数
 * @filter: conditions that find exactly these people, as zb_filter_parse() reads them
 * @count: where the figure stands in #ZbMemberCounts; −1: it has to be counted by its conditions
 * @before_joining: it counts people who are no members yet
 * @only_if_any: nobody wants to read that there are none
 *
 * A figure of statistics. It is nothing but a term and the conditions that find its people, so it always opens to them, and
 * is the same wherever it stands.
 */
typedef struct {
  char *label;
  char *words;
  char *filter;
  glong count;
  gboolean before_joining;
  gboolean only_if_any;
} ZbFigure;

/**
 * zb_figures_new:
 * @table: `summary` of everybody; `sex`, `ethnicity`, `age`, `education`, `joined`, `standing`, `job` of Party members; `list`:
 *   what is told of the people of any list, whether they are members or not
 *
 * Returns: (transfer full) (element-type ZbFigure) (nullable): in their order, bands as in the yearly bulletin; %NULL for an unknown table
 */
GPtrArray *zb_figures_new (const char *table);

G_END_DECLS
