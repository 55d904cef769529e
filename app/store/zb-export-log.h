/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/zb-db.h"

G_BEGIN_DECLS

/** ZB_EXPORT_PRINTED: in place of a kind of file, of what went to a printer. */
#define ZB_EXPORT_PRINTED "print"

/**
 * zb_export_log_add:
 * @roster, @format: names of the list and of the kind of file
 * @private_columns: (nullable): names of private columns that left in full, with commas between
 *
 * Notes that a list left the registry: when, who, how many people. On a read-only connection nothing
 * can be noted and nothing is refused.
 */
gboolean zb_export_log_add (ZbDb *db, const char *roster, const char *format, guint n_rows, const char *private_columns, GError **error);

/** zb_export_log_who: the person at the desk, as the log names them. */
const char *zb_export_log_who (void);

G_END_DECLS
