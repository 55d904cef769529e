/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/zb-date.h"
#include "core/zb-record.h"
#include "store/zb-change-set.h"

G_BEGIN_DECLS

/** zb_steps_state: index of the state the record is in on the day (see #ZbKind.states), or -1 with @error. */
int zb_steps_state (ZbDb *db, const ZbKind *kind, gint64 id, ZbDate as_of, GError **error);

/** zb_steps_allowed: (element-type ZbStep): the steps possible from the present state. Returns: (transfer container) */
GPtrArray *zb_steps_allowed (ZbDb *db, const ZbKind *kind, gint64 id, ZbDate as_of, GError **error);

/**
 * zb_steps_apply:
 * @fields: (element-type utf8 utf8): stored values by name of the step's fields (links as ids)
 * @error: %ZB_DATA_ERROR_MISSING, %ZB_DATA_ERROR_REFUSED (not from this state; a date before the
 *   one it must follow; an organisation with people or organisations below cannot be closed …)
 *
 * Does a declared step: the record's fields, its memberships and the event, all in @set. The rules
 * are enforced here, not only in the window.
 */
gboolean zb_steps_apply (ZbChangeSet *set, const ZbKind *kind, gint64 id, const ZbStep *step, GHashTable *fields, ZbDate as_of, GError **error);

/** zb_organizations_add: stores a new organisation below @parent (0: top), with its path and founding event. */
gboolean zb_organizations_add (ZbChangeSet *set, ZbRecord *record, gint64 parent, GError **error);

/** zb_organizations_reorder: gives the siblings, in this order, display orders 10, 20, 30 … */
gboolean zb_organizations_reorder (ZbChangeSet *set, const gint64 *ids, guint n_ids, GError **error);

/** zb_has_no_probation: who was admitted between April 1969 and August 1977, or after death (追认), was never on probation. */
gboolean zb_has_no_probation (ZbDate joined, const char *entry_kind);

G_END_DECLS
