/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "service/zb-registry.h"

G_BEGIN_DECLS

/** zb_registry_set: one set of the log. Returns: (transfer full) (nullable) */
ZbHistorySet *zb_registry_set (ZbRegistry *self, gint64 set_id);

/** zb_registry_plan_rest_async: what taking an import back would do now; on the reader, see zb_history_plan_rest(). */
void zb_registry_plan_rest_async (ZbRegistry *self, gint64 set_id, ZbRegistryProgress progress, gpointer progress_data, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
/** zb_registry_plan_rest_finish: Returns: (transfer full) */
ZbHistoryRest *zb_registry_plan_rest_finish (ZbRegistry *self, GAsyncResult *result, GError **error);

/** zb_registry_undo_rest_async: takes an import back but for what was edited or used since; on the writer. */
void zb_registry_undo_rest_async (ZbRegistry *self, gint64 set_id, ZbRegistryProgress progress, gpointer progress_data, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
/** zb_registry_undo_rest_finish: Returns: (transfer full): what went and what stayed */
ZbHistoryRest *zb_registry_undo_rest_finish (ZbRegistry *self, GAsyncResult *result, GError **error);

G_END_DECLS
