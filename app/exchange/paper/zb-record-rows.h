/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/zb-record.h"
#include "exchange/paper/zb-row-source.h"

G_BEGIN_DECLS

/** zb_row_source_records: any kind, plainly: its living records that belong to the organisations of the list. */
extern const ZbRowSource zb_row_source_records;

/**
 * ZbRecordCell:
 * @column: name of one of the source's own columns
 * @day: of the list
 *
 * Returns: (transfer full): the text of a column that is computed
 */
typedef char *(*ZbRecordCell) (gpointer data, const ZbRecord *record, const char *column, ZbDate day);

/**
 * zb_record_rows_set:
 * @records: (transfer full) (element-type ZbRecord): the rows
 * @org_field: name of the field that says where a record belongs; `id` when the record is an organisation itself
 * @cell: (nullable): makes the texts of computed columns
 * @data: (transfer full) (nullable): for @cell, freed with @destroy
 *
 * Lets the rows of @sheet be records: takes out those that the request does not ask for (organisation,
 * conditions, chosen ones), puts the rest in order, and shows every field as people read it.
 */
gboolean zb_record_rows_set (ZbSheet *sheet, ZbRosterWorld *world, GPtrArray *records, const char *org_field,
                             ZbRecordCell cell, gpointer data, GDestroyNotify destroy, GError **error);

/** zb_record_rows_at: Returns: (transfer none): the record of a row, after zb_record_rows_set(). */
const ZbRecord *zb_record_rows_at (ZbSheet *sheet, guint row);

/** zb_record_rows_can_order: whether a list of records can stand in that order: `tree`, or by a column. */
gboolean zb_record_rows_can_order (const ZbRoster *roster, const char *order);

G_END_DECLS
