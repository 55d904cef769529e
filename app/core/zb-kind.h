/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ZbFieldType:
 * @ZB_FIELD_TEXT: one line
 * @ZB_FIELD_LONG_TEXT: several lines
 * @ZB_FIELD_NAME: the name of a person
 * @ZB_FIELD_DATE: `YYYY[-MM[-DD]]`, see #ZbDate
 * @ZB_FIELD_INTEGER: a whole number
 * @ZB_FIELD_MONEY: whole 分
 * @ZB_FIELD_BOOLEAN: `0` or `1`
 * @ZB_FIELD_CODE: a code of the field's code table
 * @ZB_FIELD_LINK: the id of a record of another kind
 * @ZB_FIELD_ID_NUMBER: a citizen's ID number
 * @ZB_FIELD_PHONE: one or more telephone numbers
 * @ZB_FIELD_CLOCK: a time of day, `HH:MM`
 * @ZB_FIELD_HOURS: hours of study or service in whole tenths; shown as `1.5`
 */
typedef enum {
  ZB_FIELD_TEXT,
  ZB_FIELD_LONG_TEXT,
  ZB_FIELD_NAME,
  ZB_FIELD_DATE,
  ZB_FIELD_INTEGER,
  ZB_FIELD_MONEY,
  ZB_FIELD_BOOLEAN,
  ZB_FIELD_CODE,
  ZB_FIELD_LINK,
  ZB_FIELD_ID_NUMBER,
  ZB_FIELD_PHONE,
  ZB_FIELD_CLOCK,
  ZB_FIELD_HOURS
} ZbFieldType;

/**
 * ZbFieldFlags:
 * @ZB_FIELD_REQUIRED: a record without it is refused
 * @ZB_FIELD_PRIVATE: kept in the kind's private table; masked unless asked for, which is logged
 * @ZB_FIELD_DERIVED: computed for a day, never stored (age, branch, post …)
 * @ZB_FIELD_BY_STEP: changes only through a step, never by a plain edit
 * @ZB_FIELD_HIDDEN: not offered in forms and rosters
 * @ZB_FIELD_PAST: a day that cannot lie in the future when it is written down
 * @ZB_FIELD_PART_OF: a link to the record that this one is a part of: it has no life and no history without it
 * @ZB_FIELD_PUBLIC: may stand where everybody reads: on the wall, in the public edition of a list; never together with
 *   %ZB_FIELD_PRIVATE
 * @ZB_FIELD_SIGNED: a number that may be below nothing; people, votes and places in a list are not
 * @ZB_FIELD_OF_NAME: a text that is the name of a person, who need not be in the registry
 */
typedef enum {
  ZB_FIELD_PLAIN = 0,
  ZB_FIELD_REQUIRED = 1 << 0,
  ZB_FIELD_PRIVATE = 1 << 1,
  ZB_FIELD_DERIVED = 1 << 2,
  ZB_FIELD_BY_STEP = 1 << 3,
  ZB_FIELD_HIDDEN = 1 << 4,
  ZB_FIELD_PAST = 1 << 5,
  ZB_FIELD_PART_OF = 1 << 6,
  ZB_FIELD_SIGNED = 1 << 7,
  ZB_FIELD_PUBLIC = 1 << 8,
  ZB_FIELD_OF_NAME = 1 << 9
} ZbFieldFlags;

/**
 * ZbField:
 * @name: column of the table, name on the command line and in JSON
 * @label: (translatable): what the window calls it, N_()
 * @heading: what forms and rosters print; always Chinese
 * @group: (translatable): the group of the form it stands in, N_()
 * @type: the shape of its values
 * @codes: (nullable): name of the code table, for %ZB_FIELD_CODE
 * @link: (nullable): name of the other kind, for %ZB_FIELD_LINK
 * @flags: see #ZbFieldFlags
 * @width: width of an exported column, in Chinese characters
 * @words: (nullable): further headings that mean it in files, separated by `|`
 */
typedef struct {
  const char *name;
  const char *label;
  const char *heading;
  const char *group;
  ZbFieldType type;
  const char *codes;
  const char *link;
  ZbFieldFlags flags;
  double width;
  const char *words;
} ZbField;

/**
 * ZbStepField:
 * @name: name on the command line; when it is a field of the kind, the step sets that field
 * @label: (translatable): N_()
 * @type: shape
 * @codes: (nullable): code table
 * @link: (nullable): kind linked to
 * @required: the step is refused without it
 * @likely: (nullable): the field of the record that the answer is likely to be: what was planned
 */
typedef struct {
  const char *name;
  const char *label;
  ZbFieldType type;
  const char *codes;
  const char *link;
  gboolean required;
  const char *likely;
} ZbStepField;

/**
 * ZbStep:
 * @name: the action's name: `confirm`, `transfer-out` …
 * @label: (translatable): the verb on the button, N_()
 * @heading: the term that histories and papers use; Chinese
 * @from: mask of the states from which it is allowed (see the kind's states)
 * @event: (nullable): code written to the kind's event table (`membership_event`, `organization_event`)
 * @ends: (nullable): code with which it ends the organisational membership, or closes the record
 * @begins: (nullable): code with which it begins a new organisational membership
 * @to: (nullable): the state after it, of a kind that keeps its state in a field `state`
 * @fields: (array length=n_fields): what it asks for
 */
typedef struct {
  const char *name;
  const char *label;
  const char *heading;
  guint from;
  const char *event;
  const char *ends;
  const char *begins;
  const ZbStepField *fields;
  guint n_fields;
  const char *to;
} ZbStep;

/**
 * ZbDateOrder:
 *
 * Two date fields of a kind, by name, of which the second is never before the first.
 */
typedef struct {
  const char *earlier;
  const char *later;
} ZbDateOrder;

/**
 * ZbKeeps:
 * @ZB_KEEPS_VALUES: its records are not corrected: a log, or figures that another record sets right
 * @ZB_KEEPS_RECORDS: its records are not taken back one by one, only with what they are a part of
 *
 * Undo takes back both: it is what was done that is undone.
 */
typedef enum {
  ZB_KEEPS_NOTHING = 0,
  ZB_KEEPS_VALUES = 1 << 0,
  ZB_KEEPS_RECORDS = 1 << 1
} ZbKeeps;

/**
 * ZbKind:
 * @name: `member`, `organization`, `term` …: name on the command line and in the change log
 * @table: its table
 * @private_table: (nullable): table of its private fields, keyed by `<table>_id`
 * @label: (translatable): one of it, N_()
 * @label_plural: (translatable): many of it, N_()
 * @heading: Chinese name for papers and reports
 * @title_field: the field by which people name a record
 * @fields: (array length=n_fields)
 * @states: (array zero-terminated=1) (nullable): names of the states, bit i of #ZbStep.from is state i
 * @steps: (array length=n_steps)
 * @list_columns: (array zero-terminated=1): fields of the default table, in order
 * @keeps: what of it stays as it was written, see #ZbKeeps
 * @orders: (array length=n_orders): dates that follow each other; a record that reverses them is refused
 * @known_by: (array zero-terminated=1) (nullable): the fields by which a record of it is asked for; no two are alike in all of them
 *
 * One ledger of the registry, declared once. The store's record functions, validation, history,
 * import matching, export columns, command line and the plain forms all follow from this.
 */
typedef struct {
  const char *name;
  const char *table;
  const char *private_table;
  const char *label;
  const char *label_plural;
  const char *heading;
  const char *title_field;
  const ZbField *fields;
  guint n_fields;
  const char *const *states;
  const ZbStep *steps;
  guint n_steps;
  const char *const *list_columns;
  const ZbDateOrder *orders;
  guint n_orders;
  ZbKeeps keeps;
  const char *const *known_by;
} ZbKind;

extern const ZbKind zb_kind_organization;
extern const ZbKind zb_kind_organization_event;
extern const ZbKind zb_kind_term;
extern const ZbKind zb_kind_post;
extern const ZbKind zb_kind_member;
extern const ZbKind zb_kind_membership;
extern const ZbKind zb_kind_membership_event;
extern const ZbKind zb_kind_letter;
extern const ZbKind zb_kind_venue;
extern const ZbKind zb_kind_campaign;
extern const ZbKind zb_kind_plan_item;
extern const ZbKind zb_kind_meeting;
extern const ZbKind zb_kind_agenda_item;
extern const ZbKind zb_kind_resolution;
extern const ZbKind zb_kind_attendance;
extern const ZbKind zb_kind_exemption;
extern const ZbKind zb_kind_duty_exemption;
extern const ZbKind zb_kind_appraisal;
extern const ZbKind zb_kind_talk;
extern const ZbKind zb_kind_life_problem;
extern const ZbKind zb_kind_ceremony;
extern const ZbKind zb_kind_ceremony_person;
extern const ZbKind zb_kind_household;
extern const ZbKind zb_kind_wish;
extern const ZbKind zb_kind_wish_event;
extern const ZbKind zb_kind_team;
extern const ZbKind zb_kind_team_member;
extern const ZbKind zb_kind_claim;
extern const ZbKind zb_kind_claimer;
extern const ZbKind zb_kind_delivery;
extern const ZbKind zb_kind_volunteer;
extern const ZbKind zb_kind_community_feedback;
extern const ZbKind zb_kind_service_activity;
extern const ZbKind zb_kind_service_hours;
extern const ZbKind zb_kind_service_certificate;
extern const ZbKind zb_kind_attachment;
extern const ZbKind zb_kind_saved_filter;
extern const ZbKind zb_kind_import_mapping;
extern const ZbKind zb_kind_occasion;
extern const ZbKind zb_kind_template;
extern const ZbKind zb_kind_rule;

/** zb_step_certify: issues a certificate of service to a member. No step of anybody's standing: not among those of the member kind. */
extern const ZbStep zb_step_certify;

/** zb_step_issue_letter: issues a letter of introduction or of proof to a member; no step of anybody's standing either. */
extern const ZbStep zb_step_issue_letter;

/** zb_kinds: (array zero-terminated=1): every kind, in dependency order (a kind links only to earlier ones and itself). */
const ZbKind *const *zb_kinds (void);

/** zb_kind_get: Returns: (nullable): the kind of that @name (also `branch` for organisations). */
const ZbKind *zb_kind_get (const char *name);

/** zb_kind_field: Returns: (nullable): the field of that @name. Cost: linear. */
const ZbField *zb_kind_field (const ZbKind *kind, const char *name);

/** zb_kind_field_index: position in @kind's fields, or -1. */
int zb_kind_field_index (const ZbKind *kind, const char *name);

/** zb_kind_field_by_heading: finds a field by any name, label in Chinese, or import word; spaces, line breaks and bracketed hints ignored. Returns: (nullable) */
const ZbField *zb_kind_field_by_heading (const ZbKind *kind, const char *heading);

/** zb_kind_step: Returns: (nullable): the step of that @name. */
const ZbStep *zb_kind_step (const ZbKind *kind, const char *name);

/**
 * zb_kind_reversed:
 * @values: (array length=n_fields): stored texts by field
 * @old: (array length=n_fields) (nullable): those before; a pair of which neither date changes is not looked at
 *
 * Returns: (nullable): the first of the kind's pairs of dates whose second is certainly before the first
 */
const ZbDateOrder *zb_kind_reversed (const ZbKind *kind, char *const *values, char *const *old);

/** zb_field_is_stored: whether @field has a column in the kind's table or private table. */
gboolean zb_field_is_stored (const ZbField *field);

/**
 * zb_field_read:
 * @field: of any type but link
 * @text: (nullable): as a person types it; empty or blank means unknown
 * @out_value: (out) (nullable) (transfer full): the stored text, %NULL for unknown
 * @error: of %ZB_DATA_ERROR: the value is impossible; nothing is guessed
 *
 * Turns typed text into the stored value, or says what is wrong with it.
 */
gboolean zb_field_read (const ZbField *field, const char *text, char **out_value, GError **error);

/**
 * zb_field_show:
 * @value: (nullable): a stored value
 * @masked: whether private fields are shown masked
 *
 * Returns: (transfer full): the text that people see: labels for codes, `1985.07` for dates, 是/否
 *   for booleans, "" for unknown. Links come back as they are: the store knows their titles.
 */
char *zb_field_show (const ZbField *field, const char *value, gboolean masked);

G_END_DECLS
