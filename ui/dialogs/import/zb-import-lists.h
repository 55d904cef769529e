/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/zb-kind.h"

G_BEGIN_DECLS

/**
 * ZbImportList: what the dialog says of a kind of list.
 * @title: (translatable): of the window
 * @name: (translatable): what such a list is called
 * @org: (nullable) (translatable): what is chosen for rows that name no organisation; %NULL: nothing is
 */
typedef struct {
  const ZbKind *kind;
  const char *title;
  const char *name;
  const char *org;
} ZbImportList;

/** zb_import_lists: (array length=out_n): the kinds of lists that are taken in. */
const ZbImportList *zb_import_lists (guint *out_n);

/** zb_import_list_of: (nullable) */
const ZbImportList *zb_import_list_of (const ZbKind *kind);

G_END_DECLS
