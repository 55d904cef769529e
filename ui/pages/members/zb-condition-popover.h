/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "core/zb-filter.h"

G_BEGIN_DECLS

#define ZB_TYPE_CONDITION_POPOVER (zb_condition_popover_get_type ())

/**
 * ZbConditionPopover:
 *
 * Puts together one condition from a field and its values, or takes a phrase as people say it:
 * 女 且 45岁以下 且 本科以上.
 *
 * Signal `added (const ZbFilter *conditions)`
 */
G_DECLARE_FINAL_TYPE (ZbConditionPopover, zb_condition_popover, ZB, CONDITION_POPOVER, GtkPopover)

GtkWidget *zb_condition_popover_new (ZbOrgTree *tree);
void zb_condition_popover_set_tree (ZbConditionPopover *self, ZbOrgTree *tree);

G_END_DECLS
