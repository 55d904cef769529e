/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "pages/members/zb-member-table.h"

G_BEGIN_DECLS

/** zb_columns_popover_new: ticks for every field that can be a column of @table. Returns: (transfer floating) */
GtkWidget *zb_columns_popover_new (ZbMemberTable *table);

G_END_DECLS
