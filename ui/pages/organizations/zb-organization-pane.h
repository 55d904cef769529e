/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "service/zb-registry.h"

G_BEGIN_DECLS

#define ZB_TYPE_ORGANIZATION_PANE (zb_organization_pane_get_type ())

/**
 * ZbOrganizationPane:
 *
 * One organisation: its figures (each opens to the people), facts, committee, terms, groups and
 * history. It stands inside a #ZbPage and speaks through it.
 */
G_DECLARE_FINAL_TYPE (ZbOrganizationPane, zb_organization_pane, ZB, ORGANIZATION_PANE, GtkWidget)

GtkWidget *zb_organization_pane_new (ZbRegistry *registry);

/** zb_organization_pane_show: @id 0: nothing chosen. */
void zb_organization_pane_show (ZbOrganizationPane *self, gint64 id);

/** zb_organization_pane_refresh: after a change of the registry. */
void zb_organization_pane_refresh (ZbOrganizationPane *self);

/** zb_organization_pane_edit: opens the form of the organisation shown. */
void zb_organization_pane_edit (ZbOrganizationPane *self);

/** zb_organization_pane_add_below: begins a new organisation below the one shown (or at the top). */
void zb_organization_pane_add_below (ZbOrganizationPane *self);

/** zb_organization_pane_add_beside: begins a new organisation below the one the shown stands under. */
void zb_organization_pane_add_beside (ZbOrganizationPane *self);

G_END_DECLS
