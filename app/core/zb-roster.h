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
 * ZbRosterSubject:
 * @ZB_ROSTER_OF_ORG: an organisation with what stands below it, or all of them
 * @ZB_ROSTER_OF_MEETING: one meeting
 * @ZB_ROSTER_OF_PERSON: one person
 *
 * What a list is about, and so what a request for it has to name.
 */
typedef enum {
  ZB_ROSTER_OF_ORG,
  ZB_ROSTER_OF_MEETING,
  ZB_ROSTER_OF_PERSON
} ZbRosterSubject;

/**
 * ZbRosterTime:
 * @ZB_ROSTER_ON_DAY: what is true on a day
 * @ZB_ROSTER_IN_PERIOD: what happened between two days: of the day's year until that day, unless asked otherwise
 * @ZB_ROSTER_IN_YEAR: a whole year, as far as it is known on the day
 * @ZB_ROSTER_IN_MONTH: what falls in a month: the day's, unless asked otherwise
 */
typedef enum {
  ZB_ROSTER_ON_DAY,
  ZB_ROSTER_IN_PERIOD,
  ZB_ROSTER_IN_YEAR,
  ZB_ROSTER_IN_MONTH
} ZbRosterTime;

/**
 * ZbRosterColumn:
 * @field: a field of the roster's kind, or `row` for 序号, `blank` for an empty column to write in, or what
 *   the rows of that kind know besides (预备期满日 of a member, 党员数 of an organisation)
 * @heading: (nullable): another heading than the field's own
 * @width: in Chinese characters; 0: the field's own
 * @shown: whether it is there unless the user changes the columns
 * @to_month: dates are printed to the month (出生年月); files keep the day
 * @if_several: there too, unless the user changes the columns, when the rows belong to several branches
 * @joined: on paper, equal cells below each other stand as one
 */
typedef struct {
  const char *field;
  const char *heading;
  double width;
  ZbRosterAlign align;
  gboolean shown;
  gboolean to_month;
  gboolean if_several;
  gboolean joined;
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
 * @title: title on paper, `%s` the name of the organisation or of what it is about, `%Y` the year, Chinese
 * @kind: name of the kind whose records are its rows
 * @rows: (nullable): name of the row source, where the kind's own is not what this list needs
 * @subject: what it is about
 * @time: of which time it speaks
 * @day_field: (nullable): the date field by which a record of the kind falls into that time
 * @filter: (nullable): condition every row meets, as zb_filter_parse() reads it for members and
 *   zb_filter_parse_fields() for every other kind
 * @party_only: only full and probationary members
 * @columns: (array length=n_columns)
 * @orders: (array zero-terminated=1): orders that are offered
 * @order: name of the order unless the user chooses another
 * @landscape: the paper's direction
 * @font_size: points of the cells, 0: 9
 * @row_height: of the rows at least, in millimetres; 0: what the letters need
 * @legend: (nullable): what the marks in the table mean, under it, Chinese
 * @footer: (nullable): line for the signatures under the table, Chinese
 * @scope: whom it is about unless the request says otherwise
 * @tells_total: the line over the table says how many rows there are, who are people
 * @is_internal: made for inside: private columns are in full unless the request says otherwise
 * @is_public: everybody may read it: its columns are fields that carry %ZB_FIELD_PUBLIC and figures that are counted,
 *   nothing else, whatever is asked for
 *
 * A list that a meeting needs, declared once; preview, paper, xlsx and CSV all come from this. Where its
 * rows come from is a matter of its kind: `exchange/paper/zb-row-source.h`.
 */
typedef struct {
  const char *name;
  const char *label;
  const char *title;
  const char *kind;
  const char *rows;
  ZbRosterSubject subject;
  ZbRosterTime time;
  const char *day_field;
  const char *filter;
  gboolean party_only;
  const ZbRosterColumn *columns;
  guint n_columns;
  const ZbRosterOrder *orders;
  const char *order;
  gboolean landscape;
  double font_size;
  double row_height;
  const char *legend;
  const char *footer;
  ZbMemberScope scope;
  gboolean tells_total;
  gboolean is_internal;
  gboolean is_public;
} ZbRoster;

/** zb_rosters: (array zero-terminated=1): all rosters. */
const ZbRoster *const *zb_rosters (void);

/** zb_roster_get: Returns: (nullable): the roster of that @name. */
const ZbRoster *zb_roster_get (const char *name);

/**
 * zb_roster_title:
 * @name: for `%s`
 * @year: for `%Y`
 *
 * Returns: (transfer full): the title of the list
 */
char *zb_roster_title (const ZbRoster *roster, const char *name, int year);

G_END_DECLS
