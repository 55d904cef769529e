/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "exchange/zb-import-answers.h"

G_BEGIN_DECLS

/** ZbImportFilter: which rows of a list are shown. */
typedef enum {
  ZB_IMPORT_SHOW_ALL,
  ZB_IMPORT_SHOW_DOUBTFUL,  /* refused, unclear, or with a warning */
  ZB_IMPORT_SHOW_NEW,
  ZB_IMPORT_SHOW_UPDATED,
  ZB_IMPORT_SHOW_SAME,
  ZB_IMPORT_SHOW_REFUSED,   /* with an error, or unclear */
  ZB_IMPORT_SHOW_SKIPPED,
  ZB_IMPORT_SHOW_READ,      /* all but those skipped */
  ZB_IMPORT_N_SHOWN
} ZbImportFilter;

#define ZB_TYPE_IMPORT_ROW_ITEM (zb_import_row_item_get_type ())
G_DECLARE_FINAL_TYPE (ZbImportRowItem, zb_import_row_item, ZB, IMPORT_ROW_ITEM, GObject)

/** zb_import_row_item_get_index: of the row in the import. */
guint zb_import_row_item_get_index (ZbImportRowItem *self);
/** zb_import_row_item_get: (nullable): what is shown of it; %NULL while nobody may look at the import. */
const ZbImportRow *zb_import_row_item_get (ZbImportRowItem *self);
/** zb_import_row_item_get_why: what changes, and every remark, one a line; "" for nothing. */
const char *zb_import_row_item_get_why (ZbImportRowItem *self);

#define ZB_TYPE_IMPORT_ROW_LIST (zb_import_row_list_get_type ())

/**
 * ZbImportRowList:
 *
 * The rows of a checked import as a list model of #ZbImportRowItem; a row is read when it is looked at.
 */
G_DECLARE_FINAL_TYPE (ZbImportRowList, zb_import_row_list, ZB, IMPORT_ROW_LIST, GObject)

/** zb_import_row_list_new: all rows of @import, which must not change until zb_import_row_list_forget(). */
ZbImportRowList *zb_import_row_list_new (ZbImport *import);
/** zb_import_row_list_forget: somebody else has the import from now on; what was read of it stays to be seen. */
void zb_import_row_list_forget (ZbImportRowList *self);
void zb_import_row_list_filter (ZbImportRowList *self, ZbImportFilter filter);
/** zb_import_row_list_count: how many rows a filter would show. */
guint zb_import_row_list_count (ZbImportRowList *self, ZbImportFilter filter);
/** zb_import_row_list_find: place of the row @index among those that are shown, −1. */
gint zb_import_row_list_find (ZbImportRowList *self, guint index);
/** zb_import_row_list_problems: (nullable) (element-type ZbImportProblem): what is to be said of a row */
GPtrArray *zb_import_row_list_problems (ZbImportRowList *self, guint index);

G_END_DECLS
