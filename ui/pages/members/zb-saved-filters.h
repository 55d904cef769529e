/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "widgets/zb-remembered.h"

G_BEGIN_DECLS

#define ZB_TYPE_SAVED_FILTERS (zb_saved_filters_get_type ())

/**
 * ZbSavedFilters:
 *
 * The filters of the members that were saved by name.
 *
 * Signals: `chosen (ZbFilter *filter)`
 */
G_DECLARE_FINAL_TYPE (ZbSavedFilters, zb_saved_filters, ZB, SAVED_FILTERS, ZbRemembered)

GtkWidget *zb_saved_filters_new (ZbRegistry *registry);

/** zb_saved_filters_set_current: what would be saved. */
void zb_saved_filters_set_current (ZbSavedFilters *self, ZbFilter *filter);

G_END_DECLS
