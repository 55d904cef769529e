/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "core/zb-codes.h"
#include "core/zb-org-tree.h"

G_BEGIN_DECLS

/*
 * Drop-downs whose rows stand for stored values: codes of a table, organisations of a tree. A long
 * one can be searched. The first row may be the unknown value.
 */

/** zb_choice_new_codes: @unknown (nullable): label of the row for no value. Returns: (transfer floating) */
GtkWidget *zb_choice_new_codes (const ZbCodeTable *table, const char *unknown);

/**
 * zb_choice_new_orgs:
 * @kinds: mask of `1 << ZbOrgKind`: those that may be chosen
 * @within: only organisations below that one, 0: all
 *
 * Returns: (transfer floating)
 */
GtkWidget *zb_choice_new_orgs (ZbOrgTree *tree, guint kinds, gint64 within, const char *unknown);

/** zb_choice_drop: takes the row of @value out; nothing when there is none. */
void zb_choice_drop (GtkWidget *choice, const char *value);

/** zb_choice_new_names: labels and values by hand; both (array zero-terminated=1). Returns: (transfer floating) */
GtkWidget *zb_choice_new_names (const char *const *labels, const char *const *values);

/** zb_choice_get_value: Returns: (nullable): the stored value chosen; %NULL for unknown. */
const char *zb_choice_get_value (GtkWidget *choice);

/** zb_choice_set_value: a value that is not offered chooses the first row. */
void zb_choice_set_value (GtkWidget *choice, const char *value);

#define ZB_CHOICE_ALL_ORGS (~0u)
#define ZB_CHOICE_BRANCHES ((1u << ZB_ORG_COMMITTEE) | (1u << ZB_ORG_GENERAL_BRANCH) | (1u << ZB_ORG_BRANCH))
#define ZB_CHOICE_GROUPS (1u << ZB_ORG_GROUP)

G_END_DECLS
