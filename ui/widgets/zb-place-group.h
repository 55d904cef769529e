/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "service/zb-registry.h"

G_BEGIN_DECLS

#define ZB_TYPE_PLACE_GROUP (zb_place_group_get_type ())

/**
 * ZbPlaceGroup:
 *
 * The rows of a form that say where a record belongs: branch and Party group of a member, the
 * organisation above a new organisation. What only a step may change is shown and cannot be chosen.
 *
 * Signal `changed`: the person chose another place
 */
G_DECLARE_FINAL_TYPE (ZbPlaceGroup, zb_place_group, ZB, PLACE_GROUP, AdwPreferencesGroup)

/** zb_place_group_new: @kind of a new record, which goes to @org unless another is chosen (0: none). */
GtkWidget *zb_place_group_new (ZbRegistry *registry, const ZbKind *kind, gint64 org);

/** zb_place_group_new_for_member: of somebody who is in the registry: the group can be changed. */
GtkWidget *zb_place_group_new_for_member (ZbRegistry *registry, gint64 person);

/** zb_place_group_get_org: 0 for none. */
gint64 zb_place_group_get_org (ZbPlaceGroup *self);

/** zb_place_group_get_group: 0 for none, -1 when it stays as it is. */
gint64 zb_place_group_get_group (ZbPlaceGroup *self);

G_END_DECLS
