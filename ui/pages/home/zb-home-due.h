/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "service/zb-due.h"

G_BEGIN_DECLS

/*
 * What is due on the overview: one row a kind.
 */

/**
 * zb_home_due_groups:
 * @due: (element-type ZbDue): soonest first; emptied
 *
 * Returns: (transfer full) (element-type GPtrArray): those of one kind together, the kinds in the order in which they are due,
 *   birthdays last
 */
GPtrArray *zb_home_due_groups (GPtrArray *due);

/** zb_home_due_row_new: @group: (element-type ZbDue): one of them as it is, several as a row that opens to them. Returns: (transfer floating) */
GtkWidget *zb_home_due_row_new (GPtrArray *group, ZbDate today);

/** zb_home_due_row_kind: `1 << ZbDueKind` of what the row is about; 0: nothing is due. */
guint zb_home_due_row_kind (GtkWidget *row);

/** zb_home_due_row_lead: once the row stands in its list: the row of one leads to its record. */
void zb_home_due_row_lead (GtkWidget *row);

G_END_DECLS
