/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "service/zb-registry.h"

G_BEGIN_DECLS

/**
 * zb_kept_list_fill:
 * @rest: (transfer full): lives as long as the list shows it
 *
 * Shows what of an import stays, each with why; rows are made as they come into sight.
 */
void zb_kept_list_fill (GtkListView *list, ZbHistoryRest *rest);

G_END_DECLS
