/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/zb-db-private.h"

G_BEGIN_DECLS

/**
 * zb_change_check:
 * @old: (nullable): what stands there now is not looked at again
 * @today: %ZB_DATE_NONE: what was there before is put back as it was
 * @error: %ZB_STORE_ERROR_INVALID, %ZB_DATA_ERROR_REFUSED
 *
 * What a record must be before it is written, as far as the tables cannot tell: numbers that are numbers, codes
 * that are known, days that exist, none to come where the field is of the past, no end before its beginning.
 */
gboolean zb_change_check (ZbDb *db, const ZbKindSql *sql, const ZbRecord *record, const ZbRecord *old, ZbDate today, GError **error);

/** zb_change_is_taken: whether another living record is alike @record in all by which its kind, which has a known_by, is known. */
gboolean zb_change_is_taken (ZbDb *db, const ZbRecord *record, gboolean *out_taken, GError **error);

G_END_DECLS
