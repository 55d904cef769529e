/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "service/zb-registry.h"

G_BEGIN_DECLS

/** zb_field_is_offered: whether the plain form asks for @field. */
gboolean zb_field_is_offered (const ZbField *field);

/**
 * zb_field_editor_new:
 * @record: what the field belongs to
 *
 * What a field is entered with when its type alone does not say it: a list for a link, an entry that offers members, or
 * what was written there before.
 *
 * Returns: (transfer floating) (nullable): for zb_field_row_new()
 */
GtkWidget *zb_field_editor_new (ZbRegistry *registry, const ZbRecord *record, const ZbField *field);

/** zb_field_editor_lists: whether a link to that kind is chosen from all of them: there are few, or they have no other name. */
gboolean zb_field_editor_lists (const char *kind);

/** zb_field_editor_new_records: all of a kind to choose from. Returns: (transfer floating) */
GtkWidget *zb_field_editor_new_records (ZbRegistry *registry, const ZbKind *kind, gboolean required);

G_END_DECLS
