/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/zb-member-columns.h"

G_BEGIN_DECLS

/**
 * ZbStat:
 * @label: Chinese term of the form
 * @count: how many people
 * @filter: conditions that find exactly these people: every figure opens to the names behind it
 */
typedef struct {
  char *label;
  guint count;
  char *filter;
} ZbStat;

/** ZbStatTable: one table of figures. @name: on the command line; @heading: Chinese title */
typedef struct {
  const char *name;
  const char *heading;
} ZbStatTable;

/** zb_stat_tables: (array length=out_n): summary, age, education, ethnicity, sex, joined, standing, job, orgs. */
const ZbStatTable *zb_stat_tables (guint *out_n);

void zb_stat_free (ZbStat *stat);

/**
 * zb_stats_compute:
 * @name: of a table
 * @scope: (nullable): conditions on top (an organisation …)
 *
 * The figures of a table over Party members (summary: everybody), bands as in the yearly bulletin.
 *
 * Returns: (transfer full) (element-type ZbStat) (nullable): %NULL for an unknown table
 */
GPtrArray *zb_stats_compute (ZbMemberColumns *columns, const char *name, const char *scope);

G_END_DECLS
