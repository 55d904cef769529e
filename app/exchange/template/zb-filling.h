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

G_END_DECLS
