/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "service/zb-registry.h"

G_BEGIN_DECLS

/**
 * zb_steps_menu_new:
 * @ids: (array length=n_ids): whom they concern
 *
 * The steps that are allowed for every one of these members, as items of the action `members.step`.
 * For very many the present states are not looked up one by one: all steps are offered, and the
 * registry refuses what does not fit.
 *
 * Returns: (transfer full)
 */
GMenuModel *zb_steps_menu_new (ZbRegistry *registry, const gint64 *ids, guint n_ids);

G_END_DECLS
