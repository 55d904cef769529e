/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/sheet/zb-cell-number.h"
#include "exchange/template/zb-form.h"
#include "exchange/template/zb-formula.h"

G_BEGIN_DECLS

/**
 * ZbMarkedCell:
 * @texts: (unowned): of the cell, or of the string that it shares with others
 * @numbers: (owned) (nullable): of a cell in a row that repeats: by mark, the how-manieth person it is of; 0 for none
 */
typedef struct {
  ZbXmlNode *cell;
  ZbTexts *texts;
  guint row;
  guint *numbers;
} ZbMarkedCell;

/** ZbCellLook: what matters of a style: the number of its format, and whether it draws a line. */
typedef struct {
  guint number_format;
  gboolean has_border;
} ZbCellLook;

/** ZbMergedCells: rows and columns from 1. */
typedef struct {
  ZbCellRef first;
  ZbCellRef last;
} ZbMergedCells;

/** ZbFormSheet: a sheet with what is marked in it. */
typedef struct {
  char *name;          /* (owned) */
  guint part;
  ZbXmlPart *xml;      /* (owned) */
  ZbXmlNode *data;     /* (nullable): with the rows */
  GPtrArray *rows;     /* (owned): the children of @data */
  GArray *merges;      /* (owned) (element-type ZbMergedCells) */
  GArray *row_numbers; /* (owned) (element-type guint): of the children of @data, by their order */
  GPtrArray *own_texts; /* (owned) (element-type ZbTexts): of cells with a text of their own */
  GPtrArray *marked;   /* (owned) (element-type ZbMarkedCell): in the order of the sheet */
  GHashTable *by_cell; /* (owned): cell → ZbMarkedCell */
  GHashTable *shared;  /* (owned): number of a shared formula → the cell that has its text */
  ZbRowMap *map;       /* (owned) */
  GArray *orders;      /* (owned) (element-type ZbFillingOrder): of people in each block of @map */
} ZbFormSheet;

/** ZbFormBook: a workbook. */
typedef struct {
  ZbForm *form;        /* (unowned) */
  ZbXmlPart *xml;      /* (owned): the workbook itself */
  GArray *relations;   /* (owned) */
  GPtrArray *sheets;   /* (owned) (element-type ZbFormSheet) */
  int strings_part;
  ZbXmlPart *strings;  /* (owned) (nullable) */
  GPtrArray *string_nodes; /* (owned) */
  GPtrArray *string_texts; /* (owned) (element-type ZbTexts): %NULL for those without marks */
  GArray *formats;     /* (owned) (element-type ZbCellFormat): by style */
  GArray *looks;       /* (owned) (element-type ZbCellLook): by style */
  GArray *is_text;     /* (owned) (element-type gboolean): styles for texts, by style */
  gboolean from_1904;
  gboolean has_formulas;
  gboolean moves;      /* rows of some sheet go elsewhere */
} ZbFormBook;

/** zb_form_sheet_plan: which rows repeat, how often, and whom each mark in them is of. @error: TOO_MANY_ROWS */
gboolean zb_form_sheet_plan (ZbFormBook *book, ZbFormSheet *sheet, GError **error);

/** zb_form_sheet_fill: cells and rows. */
void zb_form_sheet_fill (ZbFormBook *book, ZbFormSheet *sheet, ZbXmlEdits *edits);

/** zb_form_cell_append: a marked cell as it becomes, in the row @row. @style: its own, or that of a prepared cell. @order: (nullable): of a row that repeats */
void zb_form_cell_append (ZbFormBook *book, const ZbFormSheet *sheet, const ZbMarkedCell *marked, guint row, guint style, const ZbFillingOrder *order, guint copy, GString *out);

/** zb_form_sheet_order: of a block of the sheet. */
const ZbFillingOrder *zb_form_sheet_order (const ZbFormSheet *sheet, const ZbRowBlock *block);

/** zb_form_cell_number: a cell as @like is, with a number in it; −1: with nothing. */
void zb_form_cell_number (const ZbFormSheet *sheet, const ZbXmlNode *like, guint row, guint style, gint64 number, GString *out);

/** zb_form_cell_style: of a cell, 0 where it has none. */
guint zb_form_cell_style (const ZbFormSheet *sheet, const ZbXmlNode *cell);

/** zb_form_sheet_spare: how many times as many empty rows the form has prepared below the rows from @first to @last, which hold @n_people; no more than @most. */
guint zb_form_sheet_spare (const ZbFormBook *book, const ZbFormSheet *sheet, guint first, guint last, guint n_people, guint most);

/** zb_form_spare_fill: a prepared row with a person in it. @row: the marked one that it is like, @spare: the prepared one; @from, @to: where it stood and stands; @copy: at which place */
void zb_form_spare_fill (ZbFormBook *book, ZbFormSheet *sheet, ZbXmlNode *row, ZbXmlNode *spare, guint from, guint to, const ZbRowBlock *block, guint copy, GString *out);

/** zb_form_spare_counts: whether prepared rows go on counting from a number in the cell of a marked row. @out_number: that number; @out_step: to the next */
gboolean zb_form_spare_counts (const ZbFormBook *book, const ZbFormSheet *sheet, ZbXmlNode *cell, guint row, guint height, gint64 *out_number, gint64 *out_step);

/** zb_form_spare_numbers: those numbers of the marked rows that go on by one each, in the order of the sheet. Returns: (transfer full) (element-type gint64) */
GArray *zb_form_spare_numbers (const ZbFormBook *book, const ZbFormSheet *sheet, guint first, guint last);

/** zb_form_cell_goes_on: whether a cell lies under one that is merged over more than the rows from @first to @last. */
gboolean zb_form_cell_goes_on (const ZbFormSheet *sheet, const ZbXmlNode *cell, guint first, guint last);

/** zb_form_cell_set_ref: another row for a cell. */
void zb_form_cell_set_ref (const ZbFormSheet *sheet, const ZbXmlNode *cell, guint row, ZbXmlEdits *edits);

/** zb_form_cell_has_row_mark: whether a column of the list stands in the cell. */
gboolean zb_form_cell_has_row_mark (const ZbFormBook *book, const ZbMarkedCell *marked);

/** zb_form_cell_row: the number of a row of the sheet, @i-th of its data. */
guint zb_form_sheet_row (const ZbFormSheet *sheet, guint i);

/** zb_form_formula_edit: what becomes of a formula in a cell. @copy: of the block its row is in */
void zb_form_formula_edit (ZbFormBook *book, const ZbFormSheet *sheet, ZbXmlNode *cell, guint row, const ZbRowBlock *block, guint copy, ZbXmlEdits *edits);

/** zb_form_sheet_refer: merged cells, ranges with conditions, and whatever else of the sheet names its rows. */
void zb_form_sheet_refer (ZbFormBook *book, ZbFormSheet *sheet, ZbXmlEdits *edits);

/** zb_form_parts_refer: tables, drawings and comments of a sheet. */
gboolean zb_form_parts_refer (ZbFormBook *book, ZbFormSheet *sheet, GError **error);

/** zb_form_names_refer: names and charts of the workbook. */
gboolean zb_form_names_refer (ZbFormBook *book, GError **error);

/** zb_form_move: how formulas of a sheet move. */
ZbFormulaMove zb_form_move (ZbFormBook *book, const ZbFormSheet *sheet, ZbFormulaWidens widens);

/** zb_form_text_edit: replaces the text of an element that has nothing else. @text: (transfer full) */
void zb_form_text_edit (const ZbXmlNode *node, char *text, ZbXmlEdits *edits);

G_END_DECLS
