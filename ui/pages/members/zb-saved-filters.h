/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "service/zb-registry.h"

G_BEGIN_DECLS

#define ZB_TYPE_SAVED_FILTERS (zb_saved_filters_get_type ())

/**
 * ZbSavedFilters:
 *
 * The filters that were saved by name, to be taken again, and a way to save the present one.
 *
 * Signals: `chosen (ZbFilter *filter)`; `toast (const char *words, gboolean can_undo)`
 */
G_DECLARE_FINAL_TYPE (ZbSavedFilters, zb_saved_filters, ZB, SAVED_FILTERS, GtkPopover)

GtkWidget *zb_saved_filters_new (ZbRegistry *registry);

/** zb_saved_filters_set_current: what would be saved. */
void zb_saved_filters_set_current (ZbSavedFilters *self, ZbFilter *filter);

G_END_DECLS
