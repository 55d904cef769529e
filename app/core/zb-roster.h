/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "core/zb-member-columns.h"

G_BEGIN_DECLS

/** ZbRosterAlign: how the cells of a column stand. */
typedef enum {
  ZB_ROSTER_CENTER,
  ZB_ROSTER_LEFT,
  ZB_ROSTER_RIGHT
} ZbRosterAlign;

/**
 * ZbRosterColumn:
 * @field: a field of the roster's kind, or `row` for 序号, `blank` for an empty column to write in, or what
 *   the rows of that kind know besides (预备期满日 of a member, 党员数 of an organisation)
 * @heading: (nullable): another heading than the field's own
 * @width: in Chinese characters; 0: the field's own
 * @shown: whether it is there unless the user changes the columns
 * @to_month: dates are printed to the month (出生年月); files keep the day
 * @if_several: there too, unless the user changes the columns, when the rows belong to several branches
 */
typedef struct {
  const char *field;
  const char *heading;
  double width;
  ZbRosterAlign align;
  gboolean shown;
  gboolean to_month;
  gboolean if_several;
} ZbRosterColumn;

/**
 * ZbRosterOrder:
 * @name: `stroke`, `tree` …: name on the command line
 * @label: (translatable): N_()
 *
 * An order that people choose for a list.
 */
typedef struct {
  const char *name;
  const char *label;
} ZbRosterOrder;

/**
 * ZbRoster:
 * @name: `members`, name on the command line
 * @label: (translatable): N_()
 * @title: title on paper, `%s` the name of the organisation, Chinese
 * @kind: name of the kind whose records are its rows
 * @filter: (nullable): condition every row meets, as zb_filter_parse() reads it for members and
 *   zb_filter_parse_fields() for every other kind
 * @party_only: only full and probationary members
 * @columns: (array length=n_columns)
 * @orders: (array zero-terminated=1): orders that are offered
 * @order: name of the order unless the user chooses another
 * @landscape: the paper's direction
 * @footer: line for the signatures under the table, Chinese
 * @scope: whom it is about unless the request says otherwise
 *
 * A list that a meeting needs, declared once; preview, paper, xlsx and CSV all come from this. Where its
 * rows come from is a matter of its kind: `exchange/paper/zb-row-source.h`.
 */
typedef struct {
  const char *name;
  const char *label;
  const char *title;
  const char *kind;
  const char *filter;
  gboolean party_only;
  const ZbRosterColumn *columns;
  guint n_columns;
  const ZbRosterOrder *orders;
  const char *order;
  gboolean landscape;
  const char *footer;
  ZbMemberScope scope;
} ZbRoster;

/** zb_rosters: (array zero-terminated=1): all rosters. */
const ZbRoster *const *zb_rosters (void);

/** zb_roster_get: Returns: (nullable): the roster of that @name. */
const ZbRoster *zb_roster_get (const char *name);

G_END_DECLS
