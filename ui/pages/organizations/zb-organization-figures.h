/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "service/zb-registry.h"

G_BEGIN_DECLS

#define ZB_TYPE_ORGANIZATION_FIGURES (zb_organization_figures_get_type ())

/**
 * ZbOrganizationFigures:
 *
 * How many members of which kind an organisation has, with or without those below it, today or on
 * another day; a figure of today opens to its people.
 */
G_DECLARE_FINAL_TYPE (ZbOrganizationFigures, zb_organization_figures, ZB, ORGANIZATION_FIGURES, AdwBin)

GtkWidget *zb_organization_figures_new (ZbRegistry *registry);

/** zb_organization_figures_show: counts @id anew. */
void zb_organization_figures_show (ZbOrganizationFigures *self, gint64 id);

G_END_DECLS
