/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/zb-db-private.h"

G_BEGIN_DECLS

/* What a record must be before it is written. @old: (nullable): what stands there now is not looked at again. */

/** zb_change_check_values: what the tables cannot tell: text that is no number, a day that does not exist, an unknown code. */
gboolean zb_change_check_values (const ZbKindSql *sql, const ZbRecord *record, const ZbRecord *old, GError **error);

/** zb_change_check_dates: no day that has not come where the field is of the past, no end before its beginning. @error: %ZB_DATA_ERROR_REFUSED */
gboolean zb_change_check_dates (ZbDb *db, const ZbRecord *record, const ZbRecord *old, ZbDate today, GError **error);

G_END_DECLS
