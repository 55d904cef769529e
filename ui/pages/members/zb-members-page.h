/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "service/zb-registry.h"

G_BEGIN_DECLS

#define ZB_TYPE_MEMBERS_PAGE (zb_members_page_get_type ())

/**
 * ZbMembersPage:
 *
 * The members: a table with search, filters and order, the selected one beside it, and the page of
 * one person in its place. A #ZbPage.
 */
G_DECLARE_FINAL_TYPE (ZbMembersPage, zb_members_page, ZB, MEMBERS_PAGE, GtkWidget)

GtkWidget *zb_members_page_new (ZbRegistry *registry);

G_END_DECLS
