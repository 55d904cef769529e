/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/paper/zb-sheet-private.h"

G_BEGIN_DECLS

/*
 * The seam between a list and what it is a list of. A roster is a declaration; its kind, or the name of the rows that
 * it asks for, says here where the rows come from. What has no source of its own is listed plainly: the records of
 * the kind, as they are stored.
 */

/**
 * ZbRosterWorld:
 * @request: the sheet's; its day is that of the list, which of a time that is over is the last day of that time
 * @today: the day that was asked for
 * @tree: organisations as they stood on the day of the list, closed ones too
 * @columns: (nullable): everybody as of that day; see zb_roster_world_columns()
 *
 * What the rows of any list are worked out from.
 */
typedef struct {
  ZbDb *db;                       /* (unowned) */
  const ZbRosterRequest *request; /* (unowned) */
  ZbDate today;
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
 * @of: (nullable): the field that it shows, `household.phone`, which says whether it is private and whether it is public
 * @is_name: the name of a person; so is what shows such a field
 */
typedef struct {
  const char *name;
  const char *heading;
  double width;
  gboolean is_number;
  gboolean is_date;
  const char *of;
  gboolean is_name;
} ZbRowColumn;

/**
 * ZbRowSource:
 * @name: of the kind, or of the rows that rosters ask for; %NULL for any other kind
 * @is_made: the rows are worked out here instead of being the kind's records: they have no other columns than
 *   @columns, and no other orders than the roster offers
 * @takes_filter: of rows that are made: conditions on the kind are heeded; otherwise they are refused
 * @columns: (array length=n_columns)
 * @list: works out which rows there are, in which order: zb_sheet_set_source(), and the line of totals
 * @prepare: (nullable): called when the columns of the sheet are there: how each of their cells is made
 */
typedef struct {
  const char *name;
  gboolean is_made;
  gboolean takes_filter;
  const ZbRowColumn *columns;
  guint n_columns;
  gboolean (*list) (ZbSheet *sheet, ZbRosterWorld *world, GError **error);
  gboolean (*prepare) (ZbSheet *sheet, ZbRosterWorld *world, GError **error);
} ZbRowSource;

/** zb_row_source_for: never %NULL. */
const ZbRowSource *zb_row_source_for (const ZbRoster *roster);

/** zb_row_source_column: Returns: (nullable): the column of that name or heading. */
const ZbRowColumn *zb_row_source_column (const ZbRowSource *source, const char *name);

/** zb_row_column_field: Returns: (nullable): the field that a column shows. */
const ZbField *zb_row_column_field (const ZbRowColumn *column);

/** zb_row_column_is_public: whether everybody may read it: it shows a field that is public, or is a figure that is counted. */
gboolean zb_row_column_is_public (const ZbRowColumn *column);

/** zb_roster_column_is_private: whether a column of the roster, by name, shows a private field: of its kind, or of another. */
gboolean zb_roster_column_is_private (const ZbRoster *roster, const char *name);

extern const ZbRowSource zb_row_source_people;
extern const ZbRowSource zb_row_source_groups;
extern const ZbRowSource zb_row_source_committee;
extern const ZbRowSource zb_row_source_medal;
extern const ZbRowSource zb_row_source_letters;
extern const ZbRowSource zb_row_source_organizations;
extern const ZbRowSource zb_row_source_terms;
extern const ZbRowSource zb_row_source_sign_in;
extern const ZbRowSource zb_row_source_sign_in_people;
extern const ZbRowSource zb_row_source_attendance;
extern const ZbRowSource zb_row_source_study_person;
extern const ZbRowSource zb_row_source_study_hours;
extern const ZbRowSource zb_row_source_meeting_year;
extern const ZbRowSource zb_row_source_make_up;
extern const ZbRowSource zb_row_source_appraisal;
extern const ZbRowSource zb_row_source_plan;
extern const ZbRowSource zb_row_source_meetings;
extern const ZbRowSource zb_row_source_swearers;
extern const ZbRowSource zb_row_source_birthdays;
extern const ZbRowSource zb_row_source_public_wishes;
extern const ZbRowSource zb_row_source_wishes;
extern const ZbRowSource zb_row_source_wish_form;
extern const ZbRowSource zb_row_source_wish_claims;
extern const ZbRowSource zb_row_source_wish_open;
extern const ZbRowSource zb_row_source_wish_year;
extern const ZbRowSource zb_row_source_service_person;
extern const ZbRowSource zb_row_source_service_hours;
extern const ZbRowSource zb_row_source_service_teams;
extern const ZbRowSource zb_row_source_service_year;
extern const ZbRowSource zb_row_source_service_activities;
extern const ZbRowSource zb_row_source_reported;
extern const ZbRowSource zb_row_source_certificates_issued;

G_END_DECLS
