/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/import/zb-import-layout.h"
#include "exchange/zb-import.h"

G_BEGIN_DECLS

/**
 * ZbImportPlace:
 * @name: as the file has it
 * @id: 0 until it is made
 * @parent: (nullable): the branch of a group
 * @is_new: to be made by this import
 * @is_ambiguous: several organisations could be meant
 * @is_used: by a row that will be taken
 *
 * What a word for an organisation in the file means.
 */
typedef struct _ZbImportPlace ZbImportPlace;
struct _ZbImportPlace {
  char *name;
  gint64 id;
  ZbImportPlace *parent;
  ZbOrgKind kind;
  gboolean is_new;
  gboolean is_ambiguous;
  gboolean is_used;
};

/* The page of a report that holds what is to be looked at; an import of the report passes it over. */
#define ZB_IMPORT_REMARKS "导入提示"

/** ZbImportPlaces: all words for organisations in a file, each resolved once. */
typedef struct _ZbImportPlaces ZbImportPlaces;

/** ZbImportAnswers: what a person said about the file, see zb-import-answers.h. */
typedef struct _ZbImportAnswers ZbImportAnswers;

/** ZbImportMatcher: who is in the registry and in the file, by ID number and by name; see zb-import-match.c. */
typedef struct _ZbImportMatcher ZbImportMatcher;

/**
 * ZbImportOrg:
 * @name: (owned) (nullable): folded for comparing
 * @parent: id of the organisation above when it is in the registry, 0
 * @parent_line: line of the organisation above when it is in the file, −1
 * @id: of the record; 0 until it is made
 *
 * What a row of a list of organisations makes.
 */
typedef struct {
  char *name;
  ZbOrgKind kind;
  gint64 parent;
  gint parent_line;
  gint64 id;
} ZbImportOrg;

/**
 * ZbImportLine:
 * @match: id of the record meant, 0 for a new one
 * @row: index among the rows of its table’s sheet
 * @fills, @n_fills: the cells that it takes from above
 * @section: what rows above say of it, an index
 * @table: index of its table
 * @skip: why it is no record, see #ZbImportSkip
 *
 * A row of a table, and what the check found of it.
 */
typedef struct {
  gint64 match;
  guint32 row;
  guint32 fills;
  guint32 section;
  guint16 table;
  guint8 n_fills;
  guint8 skip;
  guint8 verdict;
} ZbImportLine;

/** ZbImportRole: what a column is besides a field. */
typedef enum {
  ZB_IMPORT_ROLE_FIELD,      /* its field, or nothing when there is none */
  ZB_IMPORT_ROLE_SILENT,     /* 序号 and the reasons of an earlier report: not taken, nothing lost */
  ZB_IMPORT_ROLE_TWICE       /* means what an earlier column means */
} ZbImportRole;

/* A column with what is needed to read it. @placed: the last table that has it; @is_bare: values and no heading; @is_below: of the second line of each record; @part, @code: see #ZbImportHeading; @cache: (nullable): text → stored value, for values that repeat; @second: (nullable): what stands behind a stroke in its cells, 性别/民族; @has_padded: 1985.07; @has_bare: 1985.7; @has_ten: 1985.10 */
typedef struct {
  ZbImportColumn shown;
  ZbImportRole role;
  const ZbImportTable *placed;
  gboolean is_bare;
  gboolean is_below;
  ZbImportPart part;
  const char *code;
  GHashTable *cache;
  const ZbField *second;
  gboolean has_padded;
  gboolean has_bare;
  gboolean has_ten;
} ZbImportColumnState;

typedef struct _ZbImportDraft ZbImportDraft;

/**
 * ZbImportTaking: a row on its way into a set.
 * @is_check: whether what is found is told and all of it taken back afterwards
 * @verdict: what the row does
 * @match: id of the record meant, 0 for a new one
 * @changes: headings of the fields that change, 、 between
 * @sought_in, @sought: (nullable): the field and its word that named no record
 */
typedef struct {
  ZbImport *import;
  ZbChangeSet *set;
  ZbImportDraft *draft;
  gboolean is_check;
  ZbImportVerdict verdict;
  gint64 match;
  GString *changes;
  const char *sought_in;
  const char *sought;
} ZbImportTaking;

/**
 * ZbImportWay:
 * @also: (nullable) (array zero-terminated=1): kinds of further records that a row tells of: the household of a wish
 * @also_field: (nullable): their field that a heading means
 * @title: (nullable): the field without which a row is no record; %NULL: the kind’s title
 * @branch_field: (nullable): where the branch goes that a section, a sheet or a title names
 * @as_words: (nullable): fields whose words @take reads itself
 * @not_taken: fields whose columns are not taken, and the rule by which that is told
 * @unit: what the log counts
 * @check, @commit: the verdict of every row, and the writing
 * @take: (nullable): for the ways that write row by row: writes one row with the store's own steps
 *
 * How the rows of a list become records of a kind.
 */
typedef struct {
  const ZbKind *kind;
  const ZbKind *const *also;
  const ZbField *(*also_field) (const char *heading);
  const char *title;
  const char *branch_field;
  const char *const *as_words;
  const char *const *not_taken;
  const char *not_taken_rule;
  const char *unit;
  gboolean (*check) (ZbImport *self, ZbProgressFunc progress, gpointer user_data, GCancellable *cancellable, GError **error);
  gboolean (*commit) (ZbImport *self, ZbChangeSet *set, ZbProgressFunc progress, gpointer user_data, GCancellable *cancellable, GError **error);
  gboolean (*take) (ZbImportTaking *row, GError **error);
} ZbImportWay;

struct _ZbImport {
  ZbDb *db;                  /* (unowned) */
  const ZbKind *kind;
  const ZbImportWay *way;
  char *path;
  char *name;                /* of the file, for the log */
  char *sheet;               /* those that are taken, 、 between */
  guint n_sheets;            /* so many are taken */
  gboolean is_chosen;        /* whether a person has asked for the one sheet */
  char *hash;
  GPtrArray *sheets;         /* (owned) (element-type utf8): ends with NULL */
  GPtrArray *read;           /* (owned) (element-type ZbImportSheet): all that came */
  GPtrArray *tables;         /* (owned) (element-type ZbImportTable): those that are taken */
  GPtrArray *columns;        /* (owned) (element-type ZbImportColumnState) */
  GHashTable *by_heading;    /* (owned) (nullable): heading without blanks → places in columns */
  gint64 org;
  const ZbField *branch_field;   /* (nullable): where the branch goes that stands above the rows */
  int category;              /* index of that field, −1 */
  ZbDate today;              /* of the check: what lies after it has not come */
  gboolean is_checked;
  gint64 checked_at;         /* newest change set of the registry at the check */
  gboolean has_forms;        /* whether sheets are forms of one person */
  gboolean has_turned;       /* whether sheets lay on their side */
  gboolean has_matrix;       /* whether sheets had a column for each post */
  gboolean is_united;        /* whether rows of several sheets were made one */
  gboolean is_surveyed;      /* whether the lines are told apart by what the columns mean now */
  GArray *lines;             /* (owned) (element-type ZbImportLine): one for each row of a table that has something */
  GArray *fills;             /* (owned) (element-type ZbImportFill) */
  GArray *sections;          /* (owned) (element-type ZbImportSection): the first says nothing */
  GStringChunk *words;       /* (owned): of the sections */
  const ZbImportTable *in_hand;  /* (nullable): of the row in hand */
  guint line;                /* the one in hand */
  gboolean from_1904;        /* of the row in hand */
  GPtrArray *other_sheets;   /* (owned) (element-type utf8): sheets with rows that are not taken */
  GArray *below;             /* (owned) (element-type ZbImportBelow) */
  GPtrArray *hidden_sheets;  /* (owned) (element-type utf8): they are not taken unless asked for */
  GPtrArray *problems;       /* (owned) (element-type ZbImportProblem) */
  GHashTable *changes;       /* (owned): row index → headings of the fields that change, for the first rows */
  gboolean lacks_branch;     /* some row has none */
  int probation_months;      /* of the probation with its longest extension; 0 before the check */
  int probation_least;       /* of the probation, in months */
  int least_age;             /* of whoever joins, in years */
  gboolean lacks_category;   /* somebody cannot be what the registry would think; told once */
  gboolean derives_sex;      /* told once that the file has no such column */
  gboolean derives_birth;
  ZbImportCounts counts;
  GArray *orgs;              /* (owned) (nullable) (element-type ZbImportOrg): by line */
  ZbImportPlaces *places;    /* (owned) (nullable) */
  ZbImportMatcher *matcher;  /* (owned) (nullable) */
  GHashTable *found;         /* (owned): “kind:word” → id of the record that the word means, see zb_import_find() */
  ZbImportAnswers *answers;  /* (owned) (nullable) */
  GArray *cells;             /* (owned) (element-type ZbSheetCell): of the row in hand */
  GString *scratch;          /* (owned): of the value in hand */
};

/**
 * ZbImportDraft:
 * @index: of the row, counted from the one after the headings
 * @row: its number in the sheet
 * @table, @section: where it stands, and what rows above say of it
 * @cells: (array length=n_cells): one a column, %NULL where nothing stands
 * @replaced: (array length=n_cells) (nullable): cells that a person has answered
 * @is_of_file: whether the cells are those of the file, without the answers
 * @values: (array length=n_values): stored texts by field of the kind, %NULL unknown
 * @also: (element-type ZbImportAlso): the same of further records, see #ZbImportWay
 * @branch, @group, @post: (nullable): texts for what is no field of the record
 * @started_on: since when in the branch
 * @aside: (nullable): words beside a value, for the notes
 * @introducers: indexes of the two fields, −1 where the kind has none
 * @phone, @landline: the same of these
 * @is_from_name: whether the note stood behind the name
 * @is_default: (array length=n_values): whether a value is what a person said of all rows that say nothing
 * @sex_is_derived, @birth_is_derived: taken from the ID number
 * @has_error: whether a value was refused
 *
 * One row as it is understood.
 */
struct _ZbImportDraft {
  guint index;
  guint row;
  ZbImportTable *table;
  const ZbImportSection *section;
  const ZbSheetCell **cells;
  ZbSheetCell *replaced;
  guint n_cells;
  gboolean is_of_file;
  char **values;
  gboolean *is_default;
  guint n_values;
  GArray *also;
  char *branch;
  char *group;
  char *post;
  char *state;
  char *started_on;
  char *aside;
  int introducers[2];
  int phone;
  int landline;
  gboolean is_from_name;
  gboolean sex_is_derived;
  gboolean birth_is_derived;
  gboolean has_error;
};

/** ZbImportAlso: a value of a further record that a row tells of. @value: (owned) */
typedef struct {
  const ZbField *field;
  char *value;
} ZbImportAlso;

/* zb-import-ways.c */

/** zb_import_way: (nullable): %NULL for a kind that is not imported */
const ZbImportWay *zb_import_way (const ZbKind *kind);

/* zb-import.c */

/** zb_import_tell_kind: (nullable): the kind that knows most of the headings of what was read, @hint (nullable) where others know as many */
const ZbKind *zb_import_tell_kind (ZbImport *self, const ZbKind *hint);
/** zb_import_set_kind: before columns are made of it. */
void zb_import_set_kind (ZbImport *self, const ZbKind *kind);

/* zb-import-headings.c */

/** zb_import_field_of_heading: (nullable): what a column of this heading means */
const ZbField *zb_import_field_of_heading (ZbImport *self, const char *heading);

/* zb-import-columns.c */

/** zb_import_is_silent: whether a column of this heading holds nothing of a record: 序号 */
gboolean zb_import_is_silent (const char *heading);
/** zb_import_title: the field without which a row is no record. */
const ZbField *zb_import_title (ZbImport *self);
/** zb_import_add_columns: the headings from @from to before @to as columns of a table. */
void zb_import_add_columns (ZbImport *self, ZbImportTable *table, const ZbImportHead *head, guint from, guint to);
/** zb_import_add_bare_column: a column of the sheet that has values and no heading. Returns: its place among the columns */
gint zb_import_add_bare_column (ZbImport *self, ZbImportTable *table, guint column);
/** zb_import_add_column_below: a heading of the second line of each record. Returns: its place among the columns */
gint zb_import_add_column_below (ZbImport *self, guint column, const char *heading);
void zb_import_column_state_free (ZbImportColumnState *state);
/** zb_import_guess_columns: what a heading means that has two meanings, by the values below it. */
void zb_import_guess_columns (ZbImport *self);
/** zb_import_report_columns: what is not taken, as problems of the file. */
void zb_import_report_columns (ZbImport *self);

/* zb-import-head.c */

/** zb_import_find_head: where the headings of a sheet stand. @out: to be cleared. Returns: whether there are any that make a table */
gboolean zb_import_find_head (ZbImport *import, const ZbImportSheet *sheet, ZbImportHead *out);
/** zb_import_head_at: the headings that begin at row @first. @out: to be cleared. Returns: whether they make a table */
gboolean zb_import_head_at (ZbImport *import, const ZbImportSheet *sheet, guint first, ZbImportHead *out);
void zb_import_head_clear (ZbImportHead *head);

/* zb-import-form.c */

/** zb_import_unfold_forms: puts a list of one row in the place of each sheet that is a form of one person. Returns: whether there is any */
gboolean zb_import_unfold_forms (ZbImport *self);

/* zb-import-turned.c */

/** zb_import_turn_tables: turns the sheets whose fields stand below each other, so that they have a row of headings. Returns: whether there is any */
gboolean zb_import_turn_tables (ZbImport *import);

/* zb-import-matrix.c */

/** zb_import_unfold_matrix: puts a list of posts in the place of each sheet that has a column for each post; the kind is then that of posts. Returns: whether there is any */
gboolean zb_import_unfold_matrix (ZbImport *import);

/* zb-import-below.c */

/** zb_import_find_below: the headings below those of a sheet. Returns: (transfer full) (element-type ZbImportHead): from the top */
GArray *zb_import_find_below (ZbImport *import, const ZbImportSheet *sheet, const ZbImportHead *head);

/* zb-import-layout.c */

/** zb_import_lay_out: the tables and columns of what was read. Returns: whether there is a table */
gboolean zb_import_lay_out (ZbImport *self);
/** zb_import_unit_of_text: the branch that a title names: 某公司第一党支部党员花名册. Returns: (transfer full) (nullable) */
char *zb_import_unit_of_text (const char *text);

/* zb-import-survey.c */

/** zb_import_survey: tells records from other rows, and what a row takes from above it. */
void zb_import_survey (ZbImport *self);
/** zb_import_skip_rule: the rule that says why a row is no record. */
const char *zb_import_skip_rule (ZbImportSkip skip);

/* zb-import-telling.c */

/** zb_import_tell_text: what a row is that begins so; %ZB_IMPORT_IS_RECORD when the words say nothing. */
ZbImportSkip zb_import_tell_text (const char *text);
/** zb_import_is_sample: whether first cell, name or note (each nullable) say that the row is an example. */
gboolean zb_import_is_sample (const char *first, const char *name, const char *note);
gboolean zb_import_is_template_word (const char *text);
/** zb_import_is_number_of_people: 12, 12人, 共12人 */
gboolean zb_import_is_number_of_people (const char *text);
/** zb_import_read_section: a row that is said of those below it. @section: changed when it is one */
gboolean zb_import_read_section (ZbImport *self, const char *text, ZbImportSection *section);
/** zb_import_section_name: “一、第一党支部（12 人）” → 第一党支部. Returns: (transfer full) (nullable) */
char *zb_import_section_name (const char *text);
/** zb_import_is_ditto: 〃, ″, 同上 */
gboolean zb_import_is_ditto (const char *text);

/* zb-import-leavers.c */

/** zb_import_leaving_of_line: (nullable): what became of the people below a line that says nothing else, as the registry calls it: 以下为转出党员 → 已转出 */
const char *zb_import_leaving_of_line (const char *text);
/** zb_import_leaving_of_title: (nullable): the same for the title of a list, which may begin with a unit */
const char *zb_import_leaving_of_title (const char *text);
/** zb_import_tells_leaving: whether a remark says that its person has left: 2025.3转出 */
gboolean zb_import_tells_leaving (const char *note);
/** zb_import_is_gone: whether @state says that somebody is not there any more */
gboolean zb_import_is_gone (const char *state);

/* zb-import-values.c */

/**
 * ZbImportValue:
 * @value: (owned) (nullable): the stored text; %NULL unknown
 * @rule: (nullable): what is wrong or was done
 * @is_error: whether @rule refuses the row
 */
typedef struct {
  char *value;
  const char *rule;
  gboolean is_error;
} ZbImportValue;

/* zb-import-dates.c */

/** zb_import_lacks_nought: 1985.1, which may have been 1985.10 before a spreadsheet read it as a number. */
gboolean zb_import_lacks_nought (const char *text);

/* zb-import-education.c */

/** zb_import_read_education: the code of an education as people write it; of several words the first. */
ZbImportValue zb_import_read_education (const ZbField *field, const char *text);

/* zb-import-phones.c */

/** zb_import_read_phone: numbers with or without words around them; several with / between. */
ZbImportValue zb_import_read_phone (const ZbField *field, const char *given);
/** zb_import_split_phones: mobile phones and landlines of one cell, each sort in its field. */
void zb_import_split_phones (ZbImport *self, ZbImportDraft *draft, gboolean report);

/* zb-import-parts.c */

/** zb_import_fields_of_two: 性别/民族: two headings in one. Returns: whether it is that */
gboolean zb_import_fields_of_two (ZbImport *self, const char *heading, const ZbField **out_first, const ZbField **out_second);
/** zb_import_split_two: the two values of a cell below such a heading. Returns: (transfer full) (nullable): %NULL when there are not two */
char **zb_import_split_two (ZbImport *self, const ZbSheetCell *cell, const ZbField *first, const ZbField *second);

/** zb_import_find_parts: marks the @headings that are parts of one value. @paths: (element-type GPtrArray): the headings over each column */
void zb_import_find_parts (ZbImport *self, GArray *headings, GPtrArray *paths);

/** zb_import_read_part: the value of a column that is a part, with the other parts of the row; for a part that was read with another nothing. */
ZbImportValue zb_import_read_part (ZbImport *self, const ZbImportDraft *draft, ZbImportColumnState *column, const ZbSheetCell *cell);

/* zb-import-strays.c */

/**
 * zb_import_take_strays:
 * @value: what the column's own way of reading made of the cell: an error, or a part of it; changed when the cell was taken
 *
 * Takes two facts below a heading of one apart, where what they are is certain: 男/汉族.
 */
gboolean zb_import_take_strays (ZbImport *import, ZbImportDraft *draft, ZbImportColumnState *column, const ZbSheetCell *cell, ZbImportValue *value);

/* zb-import-unite.c */

/** zb_import_unite: passes over the rows of people who are on another sheet, too, and the same there; what only one of the two rows says is kept. Needs the places. */
void zb_import_unite (ZbImport *import);

/* zb-import-values.c */

/** zb_import_read_value: a cell as a value of the column's field. */
ZbImportValue zb_import_read_value (ZbImport *self, ZbImportColumnState *column, const ZbSheetCell *cell);

/** zb_import_plain_text: @text without what files put around it: invisible characters, blanks at the ends, the apostrophe before formulas. Returns: borrowed until the next call, "" when nothing is left */
const char *zb_import_plain_text (ZbImport *self, const char *text, gboolean keep_lines);

gboolean zb_import_is_blank (const char *text);
/** zb_import_is_masked: 199****0001 */
gboolean zb_import_is_masked (const char *text);
/** zb_import_is_rounded: 1.99E+10 */
gboolean zb_import_is_rounded (const char *text);
/** zb_import_is_kept_name: whether a name is kept just so: few common characters and nothing else. */
gboolean zb_import_is_kept_name (const char *text);

/* zb-import-dates.c */

ZbImportValue zb_import_read_date (ZbImport *self, const ZbField *field, ZbCellKind kind, const char *text);

/* zb-import-names.c */

/** zb_import_split_name: 张三（书记）★: the name is 张三. Returns: (transfer full) (nullable): what stands beside it */
char *zb_import_split_name (const char *text, char **out_name);
/** zb_import_split_introducers: 介绍人 with two names in one cell. */
void zb_import_split_introducers (ZbImportDraft *draft);
/** zb_import_place_facts: takes what stood beside the name as sex, ethnic group, category or post. Returns: (transfer full) (nullable): @behind, when not all of it could be placed */
char *zb_import_place_facts (ZbImport *self, ZbImportDraft *draft, const char *behind);

/* zb-import-draft.c */

ZbImportDraft *zb_import_draft_new (ZbImport *self);
void zb_import_draft_free (ZbImportDraft *draft);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZbImportDraft, zb_import_draft_free)

/** zb_import_draft_load: the cells of a row, nothing read yet. Returns: %FALSE when it is no record: empty, a title, a total … */
gboolean zb_import_draft_load (ZbImport *self, ZbImportDraft *draft, guint index, gboolean report);

/** zb_import_row_number: number of a line’s row in its sheet. */
guint zb_import_row_number (ZbImport *self, guint index);

/** zb_import_draft_read: reads the values. @report: whether what is wrong becomes a problem */
void zb_import_draft_read (ZbImport *self, ZbImportDraft *draft, gboolean report);

/** zb_import_draft_value: the stored text of the field @name. */
const char *zb_import_draft_value (ZbImport *self, const ZbImportDraft *draft, const char *name);

/** zb_import_draft_also: (nullable): what the row says for a field of a further record */
const char *zb_import_draft_also (const ZbImportDraft *draft, const ZbKind *kind, const char *name);

/** zb_import_is_own: whether @field is one of the kind, not of a further record */
gboolean zb_import_is_own (ZbImport *self, const ZbField *field);

/** zb_import_heading_of: (nullable): heading of the column that fills the field @name. */
const char *zb_import_heading_of (ZbImport *self, const char *name);

/* zb-import-differences.c */

/** zb_import_draft_compare: compares ID number, sex and birth date, and takes from the number what the row does not have. */
void zb_import_draft_compare (ZbImport *self, ZbImportDraft *draft, gboolean report);

/**
 * zb_import_draft_changes:
 * @field: index of the field
 * @stored: (nullable): what the registry has
 *
 * Whether the row changes what is stored: it knows the value, it is another one and not less precise,
 * and it was not only derived.
 */
gboolean zb_import_draft_changes (ZbImport *self, const ZbImportDraft *draft, guint field, const char *stored);

/* zb-import-weigh.c */

/** zb_import_draft_weigh: tells which dates of a member cannot be true together. */
void zb_import_draft_weigh (ZbImport *self, const ZbImportDraft *draft);

/* zb-import-answers.c */

void zb_import_answers_free (ZbImportAnswers *self);
/** zb_import_answers_begin: before a check: nothing has been met yet. */
void zb_import_answers_begin (ZbImport *import);
/** zb_import_answers_apply: puts what was answered in the place of the cells of @draft. @count: as for zb_import_meaning() */
void zb_import_answers_apply (ZbImport *import, ZbImportDraft *draft, gboolean count);
/** zb_import_meaning: (nullable): what a person said that @text means. @count: whether it was met at the check, and not only asked for */
const char *zb_import_meaning (ZbImport *import, const ZbField *field, const char *text, gboolean count);

/* zb-import-places.c */

ZbImportPlaces *zb_import_places_new (ZbDb *db, gint64 default_org, GError **error);
void zb_import_places_free (ZbImportPlaces *self);
/** zb_import_places_branch: (nullable): what @text means; the default when it is %NULL. @out_by_end: whether only the end of a name matched */
ZbImportPlace *zb_import_places_branch (ZbImportPlaces *self, const char *text, gboolean *out_by_end);
/** zb_import_places_find: (nullable): the one organisation of the registry that @text means; @out_by_end: whether only the end of its name matched */
const ZbOrg *zb_import_places_find (ZbImportPlaces *self, const char *text, gboolean *out_by_end);
/** zb_import_places_in_title: (nullable): the one organisation of the registry with whose name @text ends: 第一党支部 for 某公司第一党支部 */
const char *zb_import_places_in_title (ZbImportPlaces *self, const char *text);
/** ZbImportPlacesFunc: @text: a word of the file; @by_end: whether it was guessed by its end; @n_rows: how many rows have it */
typedef void (*ZbImportPlacesFunc) (const char *text, const ZbImportPlace *place, gboolean by_end, guint n_rows, gpointer user_data);

/** zb_import_places_words: every word for a branch that zb_import_places_count() was told of. */
void zb_import_places_words (ZbImportPlaces *self, ZbImportPlacesFunc func, gpointer user_data);
/** zb_import_places_count: a row has the word @text. Returns: whether it is the first */
gboolean zb_import_places_count (ZbImportPlaces *self, const char *text);
ZbImportPlace *zb_import_places_group (ZbImportPlaces *self, ZbImportPlace *branch, const char *text);
ZbOrgTree *zb_import_places_tree (ZbImportPlaces *self);
guint zb_import_places_n_new (ZbImportPlaces *self);
/** zb_import_places_reset: forgets what a commit that failed has made. */
void zb_import_places_reset (ZbImportPlaces *self);
/** zb_import_places_make: the place's id, making it and what it stands under if need be; 0 with @error. */
gint64 zb_import_places_make (ZbImportPlaces *self, ZbImportPlace *place, ZbChangeSet *set, GError **error);
/** zb_import_fold_org: a name as organisations are compared: half width, no blanks. Returns: (transfer full) */
char *zb_import_fold_org (const char *name);
/** zb_import_kind_of_name: what kind an organisation of this name is; −1 when the name does not tell. */
int zb_import_kind_of_name (const char *name);

/* zb-import-match.c */

/** ZbImportMatch: @id: the record meant, 0 none; @state: of a member; @rule: (nullable): why it cannot be decided, or a warning */
typedef struct {
  gint64 id;
  gint64 org;
  gint64 group;
  ZbMemberState state;
  const char *rule;
  gboolean is_error;
  char *with;
} ZbImportMatch;

ZbImportMatcher *zb_import_matcher_new (ZbImport *self, GError **error);
void zb_import_matcher_free (ZbImportMatcher *self);

/** zb_import_matcher_find: who in the registry the row means, and whether an earlier row of the file means the same. */
ZbImportMatch zb_import_matcher_find (ZbImportMatcher *self, const ZbImportDraft *draft, ZbImport *import, ZbImportPlace *branch);

/* zb-import-rehearsal.c */

/**
 * zb_import_check_rows:
 *
 * Writes every row with the store's own steps, each after the ones before it, and takes all of it back: what is told of a row
 * is what the store would say.
 */
gboolean zb_import_check_rows (ZbImport *self, ZbProgressFunc progress, gpointer user_data, GCancellable *cancellable, GError **error);
gboolean zb_import_commit_rows (ZbImport *self, ZbChangeSet *set, ZbProgressFunc progress, gpointer user_data, GCancellable *cancellable, GError **error);

/** zb_import_tell: adds a problem of the row at the check; at the writing it was told before. @field: (nullable): of the kind or a further record */
void zb_import_tell (ZbImportTaking *row, const char *field, const char *value, const char *rule);

/** zb_import_stop: the same for an error: the row is not taken. Returns: %TRUE, as a row that was judged */
gboolean zb_import_stop (ZbImportTaking *row, const char *field, const char *value, const char *rule);

/** zb_import_find: the record that a word of the file means, asked once for each word. @error: as zb_records_find() */
gint64 zb_import_find (ZbImport *self, const ZbKind *kind, const char *text, GError **error);

/** zb_import_seek: the same for the word @text of the row’s field @field; which it was is told with what the store says. */
gint64 zb_import_seek (ZbImportTaking *row, const char *field, const ZbKind *kind, const char *text, GError **error);

/** zb_import_seek_org: the organisation that the row’s field `org` names, else the one that was chosen for the file. Returns: 0 with @error, or when the row was refused for having none */
gint64 zb_import_seek_org (ZbImportTaking *row, GError **error);

/** zb_import_within: a name as zb_records_find() takes it within a branch, which may be given by the end of its name. @branch: (nullable). Returns: (transfer full) */
char *zb_import_within (ZbImport *self, const char *name, const char *branch);

/** zb_import_draft_record: the row as a record of its kind, without links and without what is no field of @row’s way. Returns: (transfer full) */
ZbRecord *zb_import_draft_record (const ZbImportTaking *row);

/** zb_import_take_meeting, zb_import_take_wish, zb_import_take_claim, zb_import_take_hours, zb_import_take_post: see #ZbImportWay.take */
gboolean zb_import_take_meeting (ZbImportTaking *row, GError **error);
gboolean zb_import_take_wish (ZbImportTaking *row, GError **error);
gboolean zb_import_take_claim (ZbImportTaking *row, GError **error);
gboolean zb_import_take_hours (ZbImportTaking *row, GError **error);
gboolean zb_import_take_post (ZbImportTaking *row, GError **error);

/** zb_import_wish_household: the household that the row tells of, found or made; @known: that of the wish which the row names, 0. Returns: 0 with @error, or when the row was refused */
gint64 zb_import_wish_household (ZbImportTaking *row, gint64 org, gint64 known, GError **error);

/* zb-import-check.c, zb-import-organizations.c, zb-import-commit.c */

void zb_import_add_problem (ZbImport *self, guint row, const char *column, const char *value, const char *rule, gboolean is_error);
/** zb_import_know_titles: what titles and names of sheets call a branch, as the registry calls it. Needs the places. */
void zb_import_know_titles (ZbImport *self);
void zb_import_set_line (ZbImport *self, const ZbImportDraft *draft, ZbImportVerdict verdict, gint64 match);
/** zb_import_newest_set: id of the newest change set but @skip, 0 for none; −1 with @error. */
gint64 zb_import_newest_set (ZbImport *self, guint skip, GError **error);
gboolean zb_import_check_members (ZbImport *self, ZbProgressFunc progress, gpointer user_data, GCancellable *cancellable, GError **error);
gboolean zb_import_commit_members (ZbImport *self, ZbChangeSet *set, ZbProgressFunc progress, gpointer user_data, GCancellable *cancellable, GError **error);
gboolean zb_import_check_organizations (ZbImport *self, ZbProgressFunc progress, gpointer user_data, GCancellable *cancellable, GError **error);
gboolean zb_import_commit_organizations (ZbImport *self, ZbChangeSet *set, ZbProgressFunc progress, gpointer user_data, GCancellable *cancellable, GError **error);
/** zb_import_posts: posts in the words of a roster. @out_unknown: (out): whether some word is none. Returns: (transfer container) (element-type ZbCode) */
GPtrArray *zb_import_posts (const char *text, gboolean *out_unknown);

/** ZB_IMPORT_COMRADE: said of everybody, behind the name. */
#define ZB_IMPORT_COMRADE "同志"

/** ZB_IMPORT_LATEST: the registry as it will have been: nothing that is open has ended. */
#define ZB_IMPORT_LATEST ((ZbDate) { 9999, 12, 31 })

G_END_DECLS
