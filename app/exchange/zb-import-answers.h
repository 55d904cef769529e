/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/zb-import.h"

G_BEGIN_DECLS

/*
 * What a person says about a list before it is taken in: what its columns mean (zb_import_map()), what a
 * word means wherever it stands, what a cell should have said, and what is to become of a row. The file
 * itself stays as it is. After any of these zb_import_check() has to be called again.
 */

/** ZbImportDecision: what a person decided about a row. */
typedef enum {
  ZB_IMPORT_AS_FOUND,       /* nothing: the check judges */
  ZB_IMPORT_LEAVE_OUT,      /* not taken */
  ZB_IMPORT_TAKE,           /* a record, although it was passed over as a title, a total … */
  ZB_IMPORT_AS_NEW,         /* somebody else than whom the check found by the name */
  ZB_IMPORT_AS_RECORD       /* the record that is named */
} ZbImportDecision;

/**
 * zb_import_answer:
 * @field: of zb_import_fields()
 * @text: as it stands in the file; blanks and invisible characters around it do not matter
 * @meaning: (nullable): what to read in its place; "" leaves the value out; for an organisation its name, number or uid, or `+name`
 *   for a new one; %NULL takes the answer back
 *
 * Says once what a word means, in every cell of the columns that mean @field and where a section, a sheet or the title says it.
 */
void zb_import_answer (ZbImport *import, const ZbField *field, const char *text, const char *meaning);

/**
 * zb_import_correct:
 * @row: index among the rows, see zb_import_row()
 * @column: index among the columns
 * @text: (nullable): what the cell should have said, "" nothing; %NULL takes the correction back
 */
void zb_import_correct (ZbImport *import, guint row, guint column, const char *text);

/** zb_import_correction: (nullable): what zb_import_correct() was told */
const char *zb_import_correction (ZbImport *import, guint row, guint column);

/**
 * zb_import_decide:
 * @record: id of the record for %ZB_IMPORT_AS_RECORD
 *
 * Only lists of members know %ZB_IMPORT_AS_NEW and %ZB_IMPORT_AS_RECORD. Two people cannot have one ID number: a row with the
 * number of somebody who is there stays unclear however it was decided.
 */
void zb_import_decide (ZbImport *import, guint row, ZbImportDecision decision, gint64 record);

/** zb_import_decision: @out_record: (out) (optional) */
ZbImportDecision zb_import_decision (ZbImport *import, guint row, gint64 *out_record);

/**
 * zb_import_set_default:
 * @field: a stored field of the kind
 * @text: (nullable): as zb_field_read() takes it; %NULL: nothing
 *
 * What is true of all rows that say nothing of a field. It never replaces what the registry has.
 */
void zb_import_set_default (ZbImport *import, const ZbField *field, const char *text);

/** zb_import_default: (nullable): what zb_import_set_default() was told */
const char *zb_import_default (ZbImport *import, const ZbField *field);

/** zb_import_lacks_category: whether the check found people without a category who would count as what they cannot be, see the rule `category-missing`. */
gboolean zb_import_lacks_category (ZbImport *import);

/** zb_import_n_answers: how many words, cells and rows were answered. */
guint zb_import_n_answers (ZbImport *import);

/**
 * ZbImportQuestion:
 * @field: what the column means
 * @heading: of the column; the field’s where the word stands in none
 * @text: the word
 * @rule: what is the matter with it, see zb-import.h; %NULL when it was answered and nothing is the matter any more
 * @is_error: whether its rows are refused without an answer
 * @n_rows: how many rows have it
 * @answer: (nullable): see zb_import_answer()
 * @found: (nullable): the organisation that the word was taken for by the end of its name
 */
typedef struct {
  const ZbField *field;
  char *heading;
  char *text;
  char *rule;
  gboolean is_error;
  guint n_rows;
  char *answer;
  char *found;
} ZbImportQuestion;

void zb_import_question_free (ZbImportQuestion *question);

/**
 * zb_import_questions:
 *
 * The words of the checked file that one answer settles: words of code tables and organisations that are not known, may mean
 * several or were guessed, and other values that are refused in several rows. Those that keep most rows out come first.
 * Cost: one pass over the problems.
 *
 * Returns: (transfer full) (element-type ZbImportQuestion)
 */
GPtrArray *zb_import_questions (ZbImport *import);

/**
 * zb_import_candidates:
 * @row: index of a row of a list of members
 *
 * Whom of the registry the row may mean: those of the name, and who has the ID number.
 *
 * Returns: (transfer full) (element-type gint64): at most 20 ids; %NULL with @error
 */
GArray *zb_import_candidates (ZbImport *import, ZbDb *db, guint row, GError **error);

/**
 * zb_import_answers_text:
 * @is_for_next: only what the next file of the same shape can use: columns, words and defaults
 *
 * The answers as text, one a line with tabs between: `column`, heading, field; `word`, field, text, meaning; `default`, field, value; `cell`, sheet, row,
 * heading, text; `row`, sheet, row, `skip`, `take`, `new`, a uid or `#id`. Where tables stand side by side a row is `12#2` in the second.
 *
 * Returns: (transfer full)
 */
char *zb_import_answers_text (ZbImport *import, gboolean is_for_next);

/**
 * zb_import_take_answers:
 * @text: of zb_import_answers_text(), or lines of heading and field; lines that begin with # are passed over
 * @error: %ZB_DATA_ERROR_REFUSED (`import-answers`) with the number of the line that means nothing here
 *
 * Headings, words and rows that the file does not have do not matter; zb_import_idle_answers() has them.
 */
gboolean zb_import_take_answers (ZbImport *import, const char *text, GError **error);

/**
 * zb_import_idle_answers:
 *
 * The lines of the last text of zb_import_take_answers() that met nothing in the checked file: a heading, a word or a row that it
 * does not have.
 *
 * Returns: (transfer full) (element-type utf8): in the order of the text, columns first
 */
GPtrArray *zb_import_idle_answers (ZbImport *import);

/** zb_import_tell_idle: tells of such a line among the problems of the file; to be called after the check. */
void zb_import_tell_idle (ZbImport *import, const char *line);

/** zb_import_fits: whether the file has all the headings that answers of another file name, and hardly more: they are two thirds of its own. */
gboolean zb_import_fits (ZbImport *import, const char *answers);

/** zb_import_remember: saves columns and words under @name, in place of what had this name before, as a change set of its own. @out_set: (out) (optional): its id, 0 when nothing changed */
gboolean zb_import_remember (ZbImport *import, const char *name, gint64 *out_set, GError **error);

/** zb_import_recall: takes what was saved under @name. @out_found: (out): whether anything was. Returns: FALSE with @error, or when there was none */
gboolean zb_import_recall (ZbImport *import, const char *name, gboolean *out_found, GError **error);

/**
 * zb_import_mappings:
 *
 * What was saved of lists of this kind whose headings the file has: those of the same sender first, then the newest.
 *
 * Returns: (transfer full) (element-type ZbRecord)
 */
GPtrArray *zb_import_mappings (ZbImport *import, ZbDb *db, GError **error);

/** zb_import_sender: (nullable): the organisation that the file's title or 填报单位 names, or its sheet. Returns: (transfer full) */
char *zb_import_sender (ZbImport *import);

G_END_DECLS
