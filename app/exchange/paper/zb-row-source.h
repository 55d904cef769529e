/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/paper/zb-sheet-private.h"

G_BEGIN_DECLS

/*
 * The seam between a list and what it is a list of. A roster is a declaration; its kind says here where the
 * rows come from. A kind that has no source of its own is listed plainly: its records, as they are stored.
 */

/**
 * ZbRosterWorld:
 * @tree: organisations as they stood on the day of the list, closed ones too
 * @columns: (nullable): everybody as of that day; see zb_roster_world_columns()
 *
 * What the rows of any list are worked out from.
 */
typedef struct {
  ZbDb *db;                       /* (unowned) */
  const ZbRosterRequest *request; /* (unowned) */
  ZbOrgTree *tree;                /* (owned) */
  ZbMemberColumns *columns;       /* (owned) (nullable) */
} ZbRosterWorld;

/** zb_roster_world_columns: loads everybody where no one has yet. Returns: (transfer none) (nullable): %NULL with @error set */
ZbMemberColumns *zb_roster_world_columns (ZbRosterWorld *world, GError **error);

/** zb_roster_world_has_org: whether an organisation is among those that the list is about. */
gboolean zb_roster_world_has_org (const ZbRosterWorld *world, gint64 org);

/**
 * zb_roster_world_org_names:
 *
 * The words for every organisation where a list names it: the short name, or the whole name where two have the
 * same short one (第一党支部 of two committees). Returns: (transfer full): by id; ids and words stay the tree's
 */
GHashTable *zb_roster_world_org_names (const ZbRosterWorld *world);

/**
 * ZbRowColumn:
 *
 * A column that rows of a kind have beside the kind's fields: computed for the day of the list.
 */
typedef struct {
  const char *name;
  const char *heading;
  double width;
  gboolean is_number;
  gboolean is_date;
} ZbRowColumn;

/**
 * ZbRowSource:
 * @kind: name of the kind; %NULL for any other
 * @columns: (array length=n_columns)
 * @list: works out which rows there are, in which order: zb_sheet_set_source(), and the line of totals
 * @prepare: (nullable): called when the columns of the sheet are there: how each of their cells is made
 */
typedef struct {
  const char *kind;
  const ZbRowColumn *columns;
  guint n_columns;
  gboolean (*list) (ZbSheet *sheet, ZbRosterWorld *world, GError **error);
  gboolean (*prepare) (ZbSheet *sheet, ZbRosterWorld *world, GError **error);
} ZbRowSource;

/** zb_row_source_for: never %NULL. */
const ZbRowSource *zb_row_source_for (const char *kind);

/** zb_row_source_column: Returns: (nullable): the column of that name or heading. */
const ZbRowColumn *zb_row_source_column (const ZbRowSource *source, const char *name);

extern const ZbRowSource zb_row_source_people;
extern const ZbRowSource zb_row_source_organizations;
extern const ZbRowSource zb_row_source_terms;

G_END_DECLS
