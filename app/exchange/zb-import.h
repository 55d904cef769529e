/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/zb-sheet-error.h"
#include "store/zb-members.h"

G_BEGIN_DECLS

/** ZbImportVerdict: what a row of the file would do. */
typedef enum {
  ZB_IMPORT_NEW,        /* a new record */
  ZB_IMPORT_UPDATE,     /* fills or changes fields of a record that is there */
  ZB_IMPORT_SAME,       /* nothing new */
  ZB_IMPORT_SKIP,       /* empty, a title, a total … */
  ZB_IMPORT_CONFLICT,   /* may be the same person, may not */
  ZB_IMPORT_ERROR       /* cannot be taken as it is */
} ZbImportVerdict;

/*
 * Rules that a value, a row or a file can break: keys of #ZbImportProblem.rule. The words for them are
 * made in the service. Errors refuse the row, warnings take it and say what was done.
 *
 * errors of a value
 *   bad-date             a day that does not exist, or no date at all
 *   ambiguous-day        7/8/1985 may be two days
 *   in-future            a day that has not come where only one of the past can be
 *   bad-id-number        not the shape of an ID number
 *   id-lost-digits       a number of more than 15 digits: the spreadsheet has rounded it
 *   bad-phone            no telephone number, or one that a spreadsheet has rounded (1.99E+10)
 *   unknown-code         a word that the code table does not know; never taken as another
 *   bad-number           not a whole number, not an amount
 *   bad-boolean          neither yes nor no
 *   bad-name             a name with control characters or nothing but signs
 *   bad-value            control characters
 *   too-long             longer than the field can be
 *   two-ticks            two columns are ticked of which only one can be
 *   error-value          #N/A, #REF! …
 * errors of a row
 *   name-missing         nobody's row
 *   double-in-file       the same person (or organisation) as the row given in @value
 *   double-in-registry   several records could be meant, or one that nothing but the name and birth date speak for
 *   name-differs         the ID number (or the organisation's number) belongs to somebody of another name: @value
 *   left-already         the person has left the registry (转出, 去世 …); coming back is a step of its own
 *   ambiguous-branch     the word means several organisations
 *   unknown-parent       the organisation above is neither in the registry nor in the file
 *   wrong-parent         a group not below a branch, or anything else below a branch or a group
 *   parent-loop          organisations above each other in a ring
 *   dates-reversed       an end before its beginning
 *   kind-missing         an organisation whose kind cannot be told
 *   refused              what the store said to the row is in @refusal: a step out of order, more than is left …
 *   wisher-missing, title-missing, day-missing, org-missing, wish-missing, claimer-missing
 *                        what a wish or a claim cannot do without
 *   several-households   the wisher may be one of several households
 *   number-taken         the number of a wish of another household
 * warnings
 *   id-check-digit       the check digit is another one
 *   id-birth             the digits of the ID number that tell the birth date are no date
 *   birth-differs        birth date and ID number contradict each other
 *   sex-differs          sex and ID number contradict each other
 *   dates-out-of-order   a date before one that comes first: 转正时间 before 入党时间; taken as it is
 *   under-age            joined before the eighteenth birthday; taken as it is
 *   probation-short      confirmed sooner than the probation takes; taken as it is
 *   ambiguous-date       1985.1 as a number, or in a column that has 1985.07 and no 1985.10, is January or October: only the year was taken
 *   date-from-serial     a bare day number of a spreadsheet was taken as the date
 *   two-digit-year       85.7: taken as 1985-07, the last that can be meant
 *   part-taken           本科/学士 in one cell: the first word was taken, and a degree behind it
 *   cell-of-two          男/汉族 below 性别: each was taken as what it is
 *   words-aside          1960.5/湖南长沙 below a date: the date was taken, and all of it put into the notes
 *   two-educations       全日制：大专 在职：本科 in one cell: each was taken, and the higher one as the education
 *   phone-lost-zero, phone-odd  a number that cannot be whole; taken as it is
 *   formula-without-value  the file has a formula there and not its result: nothing was taken
 *   masked-value         asterisks in place of digits: nothing was taken
 *   name-note            a remark behind the name was moved to the notes
 *   branch-differs       the registry has the person in another branch: moving is a step; not moved
 *   step-differs         kind or parent of an organisation differs: changing it is a step; not changed
 *   matched-by-name      taken as the one person of that name in the branch, with nothing that contradicts
 *   post-assumed         no post is given: taken as 委员
 *   category-missing     who joined longer ago than the probation with its longest extension has no category: zb_import_set_default()
 *   branch-missing       no branch given: the person is in none
 *   group-without-branch the Party group was not taken
 *   post-without-branch  a new member without a branch can have no post in one; it was not taken
 *   unknown-post         a post that the table does not have was not taken
 *   unknown-column       @column is not known and was not taken; @value is its first value
 *   column-post, column-duty  职务 may be either; taken as what most of its values are
 *   column-of-two        性别/民族: each of its cells holds two facts, and each is taken
 *   column-twice         two columns mean the same; the second was not taken
 *   column-by-step       a course that is recorded by steps; the column was not taken
 *   household-kept       the household has another value in the registry; it stays
 *   wish-differs         the wish of that number is called otherwise: @value
 *   sheet-not-taken      a sheet of another shape has rows too: @value
 *   status-by-step       停止党籍, 已转出 …: not taken, that is a step; the person is
 *   note-of-leaving      2024年去世 among the remarks: the person is taken as present
 *   row-left             somebody new who is said to have left (转出, 去世 …), by the row or what stands above it: passed over; as a
 *                        record, with the decision to take it, it is somebody present
 *   category-from-title  rows without a category are what the title or the name of the sheet says: @value
 *   answer-unused        a line of answers that meets nothing in the file: @value
 *   form-read            a form of one person: what stands beside the labels that are known was taken, nothing else
 *   posts-in-columns     a column for each post: each name in it is taken as who holds it
 *   table-turned         the fields stand below each other and the records side by side: the number of a row is that of the column
 *   floating-from-title  whoever is on a list of floating members is one, as its title says
 *   row-continued        a second line of the record above; not taken
 *   row-joined           the same, joined to the record above; what cannot be joined stands in its notes
 *   branch-from-above    taken as the branch that stands above, in the first of the rows that have it
 *   branch-from-title    rows without a branch are of @value, which the title or 填报单位 names
 * notes
 *   household-matched    the household @value that is there already was taken
 *   name-fact            what stood beside the name was taken as sex, ethnic group, category or post
 *   phones-split         two numbers in a cell: each was taken, a landline in its own field
 *   from-id-number       sex or birth date was taken from the ID number
 *   branch-matched       @value was taken as the organisation that ends so
 *   column-computed      the registry computes this (age, standing …); the column was not taken
 *   row-skipped          not a record: a title, a remark
 *   row-section, row-total, row-footer, row-sample, row-template, row-headings
 *                        not a record, but: the branch or group of the rows below; a sum; signatures; an example;
 *                        必填; the headings again
 *   branch-new           @value is no organisation of the registry: it is made
 *   row-left-out         left out by a person's decision
 *   row-repeated         somebody of another sheet who is the same there; taken once
 *   hidden-sheet-not-taken  @value
 *   remarks-not-taken    the page of remarks in a report of ours: @value
 *   table-below          another list begins in row @value; it is taken, too
 *   branch-from-sheet    rows without a branch are of @value, which the sheet is named after
 */

/**
 * ZbImportProblem:
 * @sheet: the sheet, "" where the file has none
 * @row: as the spreadsheet counts, from 1; 0 for the file
 * @column: heading of the column; %NULL for the whole row
 * @value: what stood there
 * @rule: stable key, see above
 * @is_error: %FALSE is a warning or a note: the row is taken
 * @refusal: (nullable): for the rule `refused`: what the store said
 * @is_of_several: whether rows of other sheets are taken, too, so that the sheet has to be told
 * @line: index of the row among zb_import_row(), −1 for the file
 */
typedef struct {
  char *sheet;
  guint row;
  char *column;
  char *value;
  char *rule;
  gboolean is_error;
  GError *refusal;
  gboolean is_of_several;
  gint line;
} ZbImportProblem;

void zb_import_problem_free (ZbImportProblem *problem);

/** ZbImportCounts: rows by verdict. @read: records, without the rows skipped; @errors: conflicts too */
typedef struct {
  guint read;
  guint fresh;
  guint updated;
  guint same;
  guint skipped;
  guint errors;
  guint new_organizations;
} ZbImportCounts;

/**
 * ZbImportColumn: one column of the file.
 * @field: (nullable): what it means; %NULL: not taken
 * @sample: (nullable): first value
 * @other: (nullable): the first value after it that is another one
 * @is_guessed: whether its values told what it means, because the heading may mean several things
 */
typedef struct {
  guint index;
  char *heading;
  const ZbField *field;
  char *sample;
  char *other;
  gboolean is_guessed;
} ZbImportColumn;

/**
 * ZbImportRow: a row for the preview
 * @cells: (array zero-terminated=1): one text a column of zb_import_column(), "" where nothing stands
 * @explanation: (nullable): for an update the headings of the fields that change, 、 between
 */
typedef struct {
  char *sheet;
  guint row;
  ZbImportVerdict verdict;
  char **cells;
  char *explanation;
} ZbImportRow;

void zb_import_row_free (ZbImportRow *row);

/**
 * ZbImport:
 *
 * One file on its way in: read → columns → check → change set. Nothing is written before
 * zb_import_commit(). Used on one thread at a time, with the connection it was made with.
 */
typedef struct _ZbImport ZbImport;

/**
 * zb_import_new:
 * @kind: kind of record its rows become; zb_import_knows() it
 * @path: the file; parsed in a child process with limits
 * @sheet: (nullable): name of the one sheet to take; %NULL: the first with a table, and all others of its shape
 * @error: of %ZB_SHEET_ERROR: what the file is instead of a list; %ZB_DATA_ERROR_REFUSED (`import-kind`)
 *   for a kind that is not imported; %G_IO_ERROR_CANCELLED
 *
 * Reads the file and recognises its headings.
 */
ZbImport *zb_import_new (ZbDb *db, const ZbKind *kind, const char *path, const char *sheet, ZbProgressFunc progress, gpointer user_data, GCancellable *cancellable, GError **error);

/**
 * zb_import_open:
 * @hint: (nullable): the kind that is meant when the headings fit others as well
 *
 * As zb_import_new() for a file whose kind is told by its headings.
 */
ZbImport *zb_import_open (ZbDb *db, const ZbKind *hint, const char *path, const char *sheet, ZbProgressFunc progress, gpointer user_data, GCancellable *cancellable, GError **error);

void zb_import_free (ZbImport *import);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZbImport, zb_import_free)

const ZbKind *zb_import_kind (ZbImport *import);

/** zb_import_knows: whether lists of this kind are taken in */
gboolean zb_import_knows (const ZbKind *kind);

/**
 * zb_import_fields:
 *
 * What a column of such a list may mean: the fields of the kind, and of a second record that its rows tell of.
 *
 * Returns: (transfer container) (element-type ZbField)
 */
GPtrArray *zb_import_fields (const ZbKind *kind);

/** zb_import_set_org: branch for rows that name none; 0: none. */
void zb_import_set_org (ZbImport *import, gint64 org);

gint64 zb_import_org (ZbImport *import);

/** zb_import_sheets: (array zero-terminated=1): names of the file's sheets. */
const char *const *zb_import_sheets (ZbImport *import);
guint zb_import_n_columns (ZbImport *import);
const ZbImportColumn *zb_import_column (ZbImport *import, guint i);

/** zb_import_map: lets column @i mean @field, or nothing. */
void zb_import_map (ZbImport *import, guint i, const ZbField *field);

/** zb_import_check: works out every row's verdict against the registry. */
gboolean zb_import_check (ZbImport *import, ZbProgressFunc progress, gpointer user_data, GCancellable *cancellable, GError **error);
const ZbImportCounts *zb_import_counts (ZbImport *import);
/** zb_import_problems: (element-type ZbImportProblem): owned by the import */
GPtrArray *zb_import_problems (ZbImport *import);
/** zb_import_preview: the first rows. Returns: (transfer full) (element-type ZbImportRow) */
GPtrArray *zb_import_preview (ZbImport *import, guint limit);

/** zb_import_shown: row @i as the preview shows it; only what is in memory is read. Returns: (transfer full) */
ZbImportRow *zb_import_shown (ZbImport *import, guint i);

/** zb_import_verdict: of row @i after zb_import_check(). */
ZbImportVerdict zb_import_verdict (ZbImport *import, guint i);

/** zb_import_match: id of the record that row @i means, 0 for a new one or none. */
gint64 zb_import_match (ZbImport *import, guint i);

/** zb_import_is_passed_over: whether the program takes row @i for no record: a title, a total, somebody who left … */
gboolean zb_import_is_passed_over (ZbImport *import, guint i);

/** zb_import_record: row @i as it was understood, see #ZbImportFound.record; only what is in memory is read. Returns: (transfer full) (nullable) */
ZbRecord *zb_import_record (ZbImport *import, guint i);

/** ZbImportChange: what an update changes. @field: name; @old: (nullable) */
typedef struct {
  char *field;
  char *old;
  char *value;
} ZbImportChange;

/**
 * ZbImportFound:
 * @row: its number in the sheet
 * @verdict: of zb_import_check()
 * @match: id of the record meant, 0 none
 * @record: (nullable): what was read, stored texts; links are the words of the file; %NULL for what is no record
 * @changes: (element-type ZbImportChange): for an update
 *
 * One row as it was understood.
 */
typedef struct {
  char *sheet;
  guint row;
  ZbImportVerdict verdict;
  gint64 match;
  ZbRecord *record;
  GPtrArray *changes;
} ZbImportFound;

void zb_import_found_free (ZbImportFound *found);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZbImportFound, zb_import_found_free)

/** zb_import_n_rows: rows of the tables that have something. */
guint zb_import_n_rows (ZbImport *import);

/** zb_import_row: row @i after zb_import_check(). Returns: (transfer full) */
ZbImportFound *zb_import_row (ZbImport *import, guint i, GError **error);

/** ZbImportSeverity: how much a problem matters. */
typedef enum {
  ZB_IMPORT_INFO,       /* what was done, as it was meant to be */
  ZB_IMPORT_WARNING,    /* taken, but to be looked at; or not taken */
  ZB_IMPORT_BAD         /* the row is refused */
} ZbImportSeverity;

ZbImportSeverity zb_import_problem_severity (const ZbImportProblem *problem);

/** zb_import_problem_field: (nullable): name of the field that a problem is about */
const char *zb_import_problem_field (ZbImport *import, const ZbImportProblem *problem);

/**
 * zb_import_commit:
 * @skip_bad: take the good rows and leave those with errors; otherwise any error refuses the whole file
 * @out_set: (out) (optional): id of the change set; undoing it takes the whole import back
 * @error: %ZB_DATA_ERROR_REFUSED (`import-errors`) when there are errors and not @skip_bad; cancelled or failed: nothing changed
 *
 * Writes all rows in one change set, making organisations on demand. An empty cell never erases.
 */
gboolean zb_import_commit (ZbImport *import, gboolean skip_bad, gint64 *out_set, ZbProgressFunc progress, gpointer user_data, GCancellable *cancellable, GError **error);

/** ZbImportBefore: @import, the @i-th, is checked and about to be written */
typedef void (*ZbImportBefore) (ZbImport *import, guint i, gpointer user_data);

/**
 * zb_import_commit_all:
 * @imports: (array length=n): in the order in which they are written, each checked again when others went before it
 * @before: (nullable): called with each
 * @out_sets: (out) (array length=n): ids of the change sets, 0 where nothing changed
 * @error: as for zb_import_commit(); nothing of any file is left then
 *
 * Several files, all or none.
 */
gboolean zb_import_commit_all (ZbImport *const *imports, guint n, gboolean skip_bad, gint64 *out_sets, ZbImportBefore before, gpointer before_data, ZbProgressFunc progress, gpointer user_data, GCancellable *cancellable, GError **error);

/** zb_import_hash: what tells the bytes of the file from those of any other. */
const char *zb_import_hash (ZbImport *self);
/** zb_import_call: what the log calls the file, where its own name says nothing. */
void zb_import_call (ZbImport *import, const char *name);

/** zb_import_file_name: as the log has it. */
const char *zb_import_file_name (ZbImport *import);

/**
 * zb_import_write_report:
 * @words: makes the sentence for a problem
 *
 * The rows that are not taken as a workbook of the file's own layout (its titles, headings and columns, a page for each sheet)
 * with a red column of reasons behind, to be mended and read again; a last page says what else is to be looked at. What a person
 * corrected is in it, digits and formulas are text. Cells that were one over several rows stand apart.
 */
gboolean zb_import_write_report (ZbImport *import, const char *path, gboolean force, char *(*words) (const ZbImportProblem *problem), GError **error);

G_END_DECLS
