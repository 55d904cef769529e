/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "service/zb-registry.h"

G_BEGIN_DECLS

/*
 * The registry as it stood on another day than today, and single sets of its log.
 */

/** zb_registry_tree_on: organisations on a day, on the main thread's connection. @with_closed: also those closed by then. Returns: (transfer full) */
ZbOrgTree *zb_registry_tree_on (ZbRegistry *self, ZbDate day, gboolean with_closed, GError **error);

/** zb_registry_columns_on_async: everybody as of a day, loaded on the reader; the registry's own columns stay as they are. Cost: about 0.7 s a million. */
void zb_registry_columns_on_async (ZbRegistry *self, ZbDate day, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
/** zb_registry_columns_on_finish: Returns: (transfer full) */
ZbMemberColumns *zb_registry_columns_on_finish (ZbRegistry *self, GAsyncResult *result, GError **error);

/** zb_registry_set_changes: what a set of the log changed, at most @limit fields. Returns: (transfer full) (element-type ZbHistoryChange) */
GPtrArray *zb_registry_set_changes (ZbRegistry *self, gint64 set_id, guint limit, GError **error);

G_END_DECLS
