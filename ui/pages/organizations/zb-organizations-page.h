/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "service/zb-registry.h"

G_BEGIN_DECLS

#define ZB_TYPE_ORGANIZATIONS_PAGE (zb_organizations_page_get_type ())

/** ZbOrganizationsPage: the tree of organisations and, beside it, the chosen one. */
G_DECLARE_FINAL_TYPE (ZbOrganizationsPage, zb_organizations_page, ZB, ORGANIZATIONS_PAGE, AdwBin)

GtkWidget *zb_organizations_page_new (ZbRegistry *registry);

G_END_DECLS
