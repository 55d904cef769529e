/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/zb-date.h"
#include "store/zb-db.h"

G_BEGIN_DECLS

/**
 * zb_oaths_sworn:
 * @day: ceremonies held later do not count
 *
 * Who has sworn at an 入党宣誓. Swearing changes neither joining date nor probation; it is looked up here.
 *
 * Returns: (transfer full) (element-type gint64 guint32): person → day, see zb_date_pack()
 */
GHashTable *zb_oaths_sworn (ZbDb *db, ZbDate day, GError **error);

/** zb_oaths_planned: who stands in an 入党宣誓 that was not held yet. Returns: (transfer full) (element-type gint64 guint32): person → day it is planned for */
GHashTable *zb_oaths_planned (ZbDb *db, GError **error);

G_END_DECLS
