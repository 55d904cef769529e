/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "service/zb-registry-occasion.h"
#include "widgets/zb-remembered.h"

G_BEGIN_DECLS

#define ZB_TYPE_EXPORT_OCCASIONS (zb_export_occasions_get_type ())

/**
 * ZbExportOccasions:
 *
 * The lists that are remembered by the name of their occasion.
 *
 * Signals:
 *  - `chosen (gint64 id, const char *name)`: a list is to be taken up again
 *  - `naming ()`: what is chosen now is about to be remembered: zb_export_occasions_set_current() is due
 */
G_DECLARE_FINAL_TYPE (ZbExportOccasions, zb_export_occasions, ZB, EXPORT_OCCASIONS, ZbRemembered)

GtkWidget *zb_export_occasions_new (ZbRegistry *registry);

/** zb_export_occasions_set_current: what is remembered when a name is given. @name: (nullable): under which it was taken up */
void zb_export_occasions_set_current (ZbExportOccasions *self, const ZbRosterRequest *request, const char *name);

G_END_DECLS
