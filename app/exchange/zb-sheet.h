/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/zb-roster.h"
#include "store/zb-members.h"

G_BEGIN_DECLS

/**
 * ZbRosterRequest:
 * @roster: which list
 * @as_of: the day it is true for; printed as 截至日期
 * @subject: id of the meeting or the person that it is about, where the roster is about one
 * @from, @to: of a list of what happened: the first and the last day; unknown: see zb_roster_request_period()
 * @org: organisation it is about, 0 for the whole registry; its name of that day is in the title
 * @with_below: with the organisations below it
 * @ids: (nullable) (array length=n_ids): exactly these records, in place of organisation and filter
 * @filter: (nullable): further conditions
 * @text: (nullable): a search for members, as in the window
 * @scope: here, left or all; of organisations: open, closed or all
 * @order: (nullable): name of the order of the rows, see zb_roster_request_set_order(); %NULL: the roster's own
 * @sequence: (nullable) (array length=n_sequence): of lists of people: these first, as they stand here, whoever else is in the list
 *   after them in @order; see zb_roster_request_set_sequence()
 * @descending: of members: the order backwards, the unknown last all the same
 * @columns: (nullable) (array zero-terminated=1): names of columns in their order; %NULL: the roster's shown ones
 * @widths: (nullable): name of a column → its width in Chinese characters (double), where it is not the column's own; see
 *   zb_roster_request_set_width()
 * @internal: private columns in full; otherwise those asked for are masked, the others left out
 * @title: (nullable): another title
 * @reporter: (nullable): 填报单位, otherwise the organisation's name
 * @paper_a3, @portrait: paper, A4 landscape otherwise as the roster says; @portrait −1 roster's own, 0, 1
 * @font_size: points of the cells, 0: the roster's own
 * @blocks: of a list that may stand in several blocks side by side: how many; 0: as many as it needs
 * @blank_rows: of a sheet to sign: empty rows for those who attend without being expected (列席); −1: three
 * @spread_names: two-character names spread to three (张　三)
 * @note_export: a small line at the foot of every page says who made it, when, and of how many
 */
typedef struct {
  const ZbRoster *roster;
  ZbDate as_of;
  gint64 subject;
  ZbDate from;
  ZbDate to;
  gint64 org;
  gboolean with_below;
  gint64 *ids;
  guint n_ids;
  ZbFilter *filter;
  char *text;
  ZbMemberScope scope;
  char *order;
  gboolean descending;
  gint64 *sequence;
  guint n_sequence;
  char **columns;
  GHashTable *widths;
  gboolean internal;
  char *title;
  char *reporter;
  gboolean paper_a3;
  int portrait;
  double font_size;
  guint blocks;
  int blank_rows;
  gboolean spread_names;
  gboolean note_export;
} ZbRosterRequest;

#define ZB_TYPE_ROSTER_REQUEST (zb_roster_request_get_type ())
GType zb_roster_request_get_type (void);
ZbRosterRequest *zb_roster_request_new (const ZbRoster *roster, ZbDate as_of);
ZbRosterRequest *zb_roster_request_copy (const ZbRosterRequest *request);
void zb_roster_request_free (ZbRosterRequest *request);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZbRosterRequest, zb_roster_request_free)

/**
 * zb_roster_request_set_order:
 * @order: of members as zb_member_order_from_name() knows it; of other kinds `tree`, in the order of the
 *   organisations, or the name of a column
 *
 * Returns: %FALSE when there is no such order; nothing is changed then
 */
gboolean zb_roster_request_set_order (ZbRosterRequest *request, const char *order);

/**
 * zb_roster_request_set_sequence:
 * @people: (array length=n_people): as they are to stand
 *
 * An order that was made by hand. zb_roster_request_set_order() drops it.
 */
void zb_roster_request_set_sequence (ZbRosterRequest *request, const gint64 *people, guint n_people);

/** zb_roster_request_takes_sequence: whether the rows of @roster are people that may be put in an order by hand. */
gboolean zb_roster_request_takes_sequence (const ZbRoster *roster);

/**
 * zb_roster_request_set_width:
 * @column: name of a column
 * @width: in Chinese characters; 0: the column's own
 */
void zb_roster_request_set_width (ZbRosterRequest *request, const char *column, double width);

/**
 * zb_roster_request_period:
 * @out_from, @out_to: (out): the first and the last day
 *
 * The time that the list speaks of. What the request leaves open follows from its day: the month or the year that
 * the day is in, or what has gone of that year.
 */
void zb_roster_request_period (const ZbRosterRequest *request, ZbDate *out_from, ZbDate *out_to);

/** zb_roster_request_takes_guests: whether a list is a sheet to sign: it may stand in blocks, and has empty rows. */
gboolean zb_roster_request_takes_guests (const ZbRoster *roster);

/** zb_roster_request_blank_rows: how many empty rows a sheet to sign will have. */
guint zb_roster_request_blank_rows (const ZbRosterRequest *request);

/** zb_roster_request_can_descend: whether the rows of @roster are members, which may stand backwards. */
gboolean zb_roster_request_can_descend (const ZbRoster *roster);

/** zb_roster_request_get_order: the name of the order that the rows will have. */
const char *zb_roster_request_get_order (const ZbRosterRequest *request);

/**
 * zb_roster_request_add_saved:
 * @name: of a saved filter on the kind that the roster lists
 * @error: REFUSED: `no-saved-filter`; BAD_FILTER when its conditions are not understood any more
 *
 * Adds the conditions of a saved filter to those of the request.
 */
gboolean zb_roster_request_add_saved (ZbRosterRequest *request, ZbDb *db, const char *name, GError **error);

/**
 * ZbSheetColumn:
 *
 * A column as it comes out.
 * @field: (nullable): columns that are computed, 序号 and blank ones have none
 * @is_number: whole numbers become numbers in xlsx
 * @is_date: complete dates become real dates in xlsx
 * @to_month: paper shows dates to the month, xlsx by its format; the day is kept
 * @dash: paper shows — for what is unknown
 * @joined: paper draws equal cells below each other as one
 * @is_name: of the name of a person, which paper may spread
 */
typedef struct {
  const ZbField *field;
  char *name;
  char *heading;
  double width;
  ZbRosterAlign align;
  gboolean is_number;
  gboolean is_date;
  gboolean to_month;
  gboolean dash;
  gboolean joined;
  gboolean is_name;
} ZbSheetColumn;

/**
 * ZbSheet:
 *
 * A finished list: texts only, ready for paper or file. Rows come on demand, so a list of a million
 * costs no memory. Used on the thread of the connection it was made with.
 */
typedef struct _ZbSheet ZbSheet;

/**
 * zb_sheet_new:
 * @columns: (nullable): loaded columns to take people from, else they are loaded where the list needs them
 * @error: of %ZB_STORE_ERROR and %ZB_DATA_ERROR (unknown column)
 *
 * Works a request out: which rows, in which order, with which columns.
 *
 * Returns: (transfer full)
 */
ZbSheet *zb_sheet_new (ZbDb *db, ZbMemberColumns *columns, const ZbRosterRequest *request, GError **error);
void zb_sheet_free (ZbSheet *sheet);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZbSheet, zb_sheet_free)

const ZbRosterRequest *zb_sheet_request (ZbSheet *sheet);
const char *zb_sheet_title (ZbSheet *sheet);

/** zb_sheet_order_line: 按姓氏笔画为序, under the title; "" when the order is not one to name. */
const char *zb_sheet_order_line (ZbSheet *sheet);

/** zb_sheet_note_left, zb_sheet_note_right: the line over the table: 填报单位, 截至日期 and, of rosters of people, 总数. */
const char *zb_sheet_note_left (ZbSheet *sheet);
const char *zb_sheet_note_right (ZbSheet *sheet);
/** zb_sheet_total: the line of totals: 共 60 人，其中正式党员 52 人 … */
const char *zb_sheet_total (ZbSheet *sheet);
/** zb_sheet_legend: what the marks in the table mean; "" when there are none. */
const char *zb_sheet_legend (ZbSheet *sheet);
const char *zb_sheet_footer (ZbSheet *sheet);
/** zb_sheet_export_note: 由××于2026-11-29 14:05导出，共60人, at the foot of every page; "" when it was not asked for. */
const char *zb_sheet_export_note (ZbSheet *sheet);
/** zb_sheet_private_columns: Returns: (nullable): names of the private columns that stand in it in full, with commas between */
const char *zb_sheet_private_columns (ZbSheet *sheet);
guint zb_sheet_n_columns (ZbSheet *sheet);
const ZbSheetColumn *zb_sheet_column (ZbSheet *sheet, guint i);
guint zb_sheet_n_rows (ZbSheet *sheet);

/**
 * zb_sheet_row:
 * @out_cells: (array): as many as there are columns; borrowed until the next call
 *
 * The texts of one row, any row at any time, as files hold them: "" for unknown, dates with their
 * whole precision. Paper makes — and the month of that, see #ZbSheetColumn. Cost: a primary-key
 * read, about 10 µs.
 */
gboolean zb_sheet_row (ZbSheet *sheet, guint row, const char **out_cells, GError **error);

/** zb_sheet_person: the person whose row it is; 0 in a list of something else, or one that was kept. */
gint64 zb_sheet_person (ZbSheet *sheet, guint row);

/** zb_sheet_is_worked_out: whether the rows of a list have to be worked out as a whole; those of the members are read one by one. */
gboolean zb_sheet_is_worked_out (const ZbRoster *roster);

/** zb_sheet_can_be_internal: whether there is anything private that a list could show in full; never of one that everybody reads. */
gboolean zb_sheet_can_be_internal (const ZbRoster *roster);

/** zb_sheet_has_names: whether names of people may stand in a list. */
gboolean zb_sheet_has_names (const ZbRoster *roster);

/** zb_sheet_column_is_private: whether a column of a list, by name, is in full in the internal edition only. */
gboolean zb_sheet_column_is_private (const ZbRoster *roster, const char *name);

/**
 * zb_sheet_keep:
 * @error: %G_IO_ERROR_CANCELLED
 *
 * Reads every row and keeps it: from then on the sheet needs the registry no more, and may be handed to another thread.
 * Cost: the memory of all texts.
 */
gboolean zb_sheet_keep (ZbSheet *sheet, GCancellable *cancellable, GError **error);

/**
 * ZbSheetFormat: kinds of files a sheet can be written as.
 * @ZB_SHEET_CSV: UTF-8 with a byte order mark, which Excel asks for
 * @ZB_SHEET_CSV_GB18030: for programs that know no UTF-8
 * @ZB_SHEET_DOCX: for Word, laid out as on paper
 */
typedef enum {
  ZB_SHEET_XLSX,
  ZB_SHEET_PDF,
  ZB_SHEET_CSV,
  ZB_SHEET_CSV_GB18030,
  ZB_SHEET_DOCX
} ZbSheetFormat;

/** ZB_SHEET_LISTS_PAGE: in xlsx, the hidden page with the words that cells are chosen from; the import knows it and passes it over. */
#define ZB_SHEET_LISTS_PAGE "代码表"

/** zb_sheet_format_from_name: by the end of a file name. */
gboolean zb_sheet_format_from_name (const char *file_name, ZbSheetFormat *out_format);

/**
 * zb_sheet_write:
 * @force: replace an existing file
 * @error: EXISTS, NO_SPACE, READ_ONLY, %G_IO_ERROR_CANCELLED …; the old file stays whole
 *
 * Writes beside the name, flushes, renames, and notes the export in the registry's export log.
 */
gboolean zb_sheet_write (ZbSheet *sheet, ZbDb *log, ZbSheetFormat format, const char *path, gboolean force, ZbProgressFunc progress, gpointer user_data, GCancellable *cancellable, GError **error);

G_END_DECLS
