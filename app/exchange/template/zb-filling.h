/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/template/zb-template-data.h"

G_BEGIN_DECLS

/* What a mark becomes, whatever the form is. In the child process. */

/** zb_filling_meaning: Returns: (nullable): %NULL for a mark that stays */
const ZbMarkMeaning *zb_filling_meaning (const ZbTemplateData *data, const ZbMark *mark);

/** zb_filling_is_of_row: whether the mark is a column of the list, so that its row repeats. */
gboolean zb_filling_is_of_row (const ZbTemplateData *data, const ZbMark *mark);

/**
 * zb_filling_value:
 * @row: of the list; −1: the mark stands in no row that repeats, and names everybody, with 、 between
 * @out_kind: (out) (optional): what it is, and then it comes as it is, not as the list writes it; TEXT where the mark asks for a format
 *
 * Returns: (transfer full) (nullable): "" beyond the last row; %NULL for a mark that stays
 */
char *zb_filling_value (const ZbTemplateData *data, const ZbMark *mark, int row, ZbValueKind *out_kind);

/**
 * ZbPlacedMark:
 * @mark: in a row that repeats
 * @number: filled in: the how-manieth person of the row it is of, from 1
 */
typedef struct {
  const ZbMark *mark;
  guint number;
} ZbPlacedMark;

/**
 * zb_filling_number:
 * @marks: (element-type ZbPlacedMark): of the rows that repeat together, those of the list's columns only
 *
 * Several people stand beside each other where every mark comes equally often, or where marks say so: {{姓名#2}}.
 *
 * Returns: how many people the rows hold
 */
guint zb_filling_number (GArray *marks);

/**
 * ZbFillingOrder:
 * @n_people: how many people the rows hold side by side
 * @down: in forms whose numbers run down each column (1 … 10 beside 11 … 20): how many stand below each other; 0: side by side first
 * @down_before: what it is in the form
 *
 * In which order people go into rows that hold several of them.
 */
typedef struct {
  guint n_people;
  guint down;
  guint down_before;
} ZbFillingOrder;

/**
 * zb_filling_order:
 * @numbers: (array length=n): numbers that stand in the marked rows and go on in prepared ones by one each, in their order
 * @n_rows: of the list
 * @out_copies: (out): how many rows are filled
 */
ZbFillingOrder zb_filling_order (guint n_people, const gint64 *numbers, guint n, guint n_rows, guint *out_copies);

/** zb_filling_person: row of the list of the @number-th person, from 1, of the @copy-th rows, from 0. */
int zb_filling_person (const ZbFillingOrder *order, guint copy, guint number);

/** zb_filling_counted: what a number in the marked rows is in the @copy-th rows. @first: the first of all such numbers; @step: to the next prepared row */
gint64 zb_filling_counted (const ZbFillingOrder *order, gint64 number, gint64 first, gint64 step, guint copy);

G_END_DECLS
