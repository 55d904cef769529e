/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/zb-change-set.h"

G_BEGIN_DECLS

/**
 * zb_templates_find:
 * @out_record: (out) (nullable) (transfer full): %NULL when no form has that name
 *
 * The form of that name; that is how people speak of them.
 */
gboolean zb_templates_find (ZbDb *db, const char *name, ZbRecord **out_record, GError **error);

/**
 * zb_templates_put:
 * @record: of the template kind, with its name; size, checksum and the day are filled in
 * @data: the file
 *
 * Remembers a form with its bytes. One that has the name is replaced; undo brings it back.
 */
gboolean zb_templates_put (ZbDb *db, ZbRecord *record, GBytes *data, gint64 *out_set, GError **error);

/** zb_templates_read: the file of a form. @error: NOT_FOUND, CORRUPT when it is not the one that was kept. Returns: (transfer full) */
GBytes *zb_templates_read (ZbDb *db, const ZbRecord *record, GError **error);

G_END_DECLS
