/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/zb-change-set.h"

G_BEGIN_DECLS

/**
 * zb_import_log_add:
 * @file_name: without its folders
 * @file_hash: SHA-256 of its content
 * @sheet: (nullable): name of the sheet
 * @n_rows: how many rows were taken
 *
 * Notes within the set where its records came from.
 */
gboolean zb_import_log_add (ZbChangeSet *set, const char *file_name, const char *file_hash, const char *sheet, guint n_rows, GError **error);

G_END_DECLS
