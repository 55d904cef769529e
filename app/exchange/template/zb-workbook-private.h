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

/** ZbFormSheet: a sheet with what is marked in it. */
typedef struct {
  char *name;          /* (owned) */
  guint part;
  ZbXmlPart *xml;      /* (owned) */
  ZbXmlNode *data;     /* (nullable): with the rows */
  GArray *row_numbers; /* (owned) (element-type guint): of the children of @data, by their order */
  GPtrArray *own_texts; /* (owned) (element-type ZbTexts): of cells with a text of their own */
  GPtrArray *marked;   /* (owned) (element-type ZbMarkedCell): in the order of the sheet */
  GHashTable *by_cell; /* (owned): cell → ZbMarkedCell */
  GHashTable *shared;  /* (owned): number of a shared formula → the cell that has its text */
  ZbRowMap *map;       /* (owned) */
  GArray *people;      /* (owned) (element-type guint): how many people each block of @map holds */
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
  GArray *is_text;     /* (owned) (element-type gboolean): styles for texts, by style */
  gboolean from_1904;
  gboolean has_formulas;
  gboolean moves;      /* rows of some sheet go elsewhere */
} ZbFormBook;

/** zb_form_sheet_plan: which rows repeat, how often, and whom each mark in them is of. @error: TOO_MANY_ROWS */
gboolean zb_form_sheet_plan (ZbFormBook *book, ZbFormSheet *sheet, GError **error);

/** zb_form_sheet_fill: cells and rows. */
void zb_form_sheet_fill (ZbFormBook *book, ZbFormSheet *sheet, ZbXmlEdits *edits);

/** zb_form_cell_append: a marked cell as it becomes, in the row @row. @first: row of the list of the first person in its rows. */
void zb_form_cell_append (ZbFormBook *book, const ZbFormSheet *sheet, const ZbMarkedCell *marked, guint row, int first, GString *out);

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
