/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "service/zb-registry.h"

G_BEGIN_DECLS

#define ZB_TYPE_ORG_SCOPE (zb_org_scope_get_type ())

/**
 * ZbOrgScope:
 *
 * The organisation that an area is about, with what stands below it, chosen from the tree. It follows the tree, and stays with
 * what was chosen as long as that is there.
 *
 * Signal `changed`: another one was chosen, or there is none any more
 */
G_DECLARE_FINAL_TYPE (ZbOrgScope, zb_org_scope, ZB, ORG_SCOPE, AdwBin)

/** zb_org_scope_new: @branch_first: begins with the first branch instead of the highest organisation. Returns: (transfer floating) */
GtkWidget *zb_org_scope_new (ZbRegistry *registry, gboolean branch_first);

/** zb_org_scope_get: 0 where no organisation is there yet */
gint64 zb_org_scope_get (ZbOrgScope *self);

/** zb_org_scope_set: chooses @org; tells it like a person's choice. */
void zb_org_scope_set (ZbOrgScope *self, gint64 org);

/**
 * zb_org_scope_none:
 * @first: (out): the button that goes to the organisations
 *
 * What an area shows before there is an organisation: what to do first.
 *
 * Returns: (transfer floating)
 */
GtkWidget *zb_org_scope_none (GtkWidget **first, const char *icon, const char *description);

G_END_DECLS
