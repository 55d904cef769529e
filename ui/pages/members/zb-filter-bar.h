/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "service/zb-registry.h"

G_BEGIN_DECLS

#define ZB_TYPE_FILTER_BAR (zb_filter_bar_get_type ())

/**
 * ZbFilterBar:
 *
 * The conditions in force, each a chip that can be taken away, a button to add one and the filters
 * that were saved by name.
 *
 * Signals: `changed`; `toast (const char *words, gboolean can_undo)`
 */
G_DECLARE_FINAL_TYPE (ZbFilterBar, zb_filter_bar, ZB, FILTER_BAR, GtkWidget)

GtkWidget *zb_filter_bar_new (ZbRegistry *registry);

/** zb_filter_bar_get_filter: Returns: (transfer none) */
ZbFilter *zb_filter_bar_get_filter (ZbFilterBar *self);
void zb_filter_bar_set_filter (ZbFilterBar *self, ZbFilter *filter);
void zb_filter_bar_clear (ZbFilterBar *self);

G_END_DECLS
