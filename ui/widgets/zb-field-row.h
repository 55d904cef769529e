/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/zb-kind.h"
#include "core/zb-org-tree.h"

G_BEGIN_DECLS

#define ZB_TYPE_FIELD_ROW (zb_field_row_get_type ())

/**
 * ZbFieldRow:
 *
 * The row in which one field is typed or chosen, made from its declaration; what is wrong with the
 * value stands under its name.
 *
 * Signals: `changed`: the person changed it; `left`: the focus went elsewhere
 */
G_DECLARE_FINAL_TYPE (ZbFieldRow, zb_field_row, ZB, FIELD_ROW, AdwActionRow)

/**
 * zb_field_row_new:
 * @field: must outlive the row
 * @editor: (nullable) (transfer floating): a drop-down of zb-choice.h or a #ZbSuggestEntry for a link; either of them for
 *   a text; %NULL: made here by the field's type
 */
GtkWidget *zb_field_row_new (const ZbField *field, GtkWidget *editor);

/** zb_field_row_new_optional: as zb_field_row_new(), for a field that may be left empty here; @hint (nullable): what happens then */
GtkWidget *zb_field_row_new_optional (const ZbField *field, GtkWidget *editor, const char *hint);

/** zb_field_row_new_for_step: a step's question. Returns: (transfer floating) */
GtkWidget *zb_field_row_new_for_step (const ZbStepField *question, GtkWidget *choice);

const ZbField *zb_field_row_get_field (ZbFieldRow *self);
/** zb_field_row_get_editor: what it is entered with. */
GtkWidget *zb_field_row_get_editor (ZbFieldRow *self);
void zb_field_row_set_value (ZbFieldRow *self, const char *stored);

/** zb_field_row_read: what stands in the row, as it is stored. @error: as zb_field_read() */
gboolean zb_field_row_read (ZbFieldRow *self, char **out_value, GError **error);

/** zb_field_row_check: reads, and says under the name what is wrong, also when something needed is missing. */
gboolean zb_field_row_check (ZbFieldRow *self);
void zb_field_row_set_problem (ZbFieldRow *self, const char *words);
void zb_field_row_focus (ZbFieldRow *self);

/** zb_field_row_cover: shows @masked with a button instead of the value; signal `uncover` asks for the value itself. */
void zb_field_row_cover (ZbFieldRow *self, const char *masked);
gboolean zb_field_row_is_covered (ZbFieldRow *self);
void zb_field_row_uncover (ZbFieldRow *self, const char *stored);

G_END_DECLS
