/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "service/zb-registry.h"

G_BEGIN_DECLS

/** zb_registry_columns_on_async: everybody as of a day, loaded on the reader; the registry's own columns stay as they are. Cost: about 0.7 s a million. */
void zb_registry_columns_on_async (ZbRegistry *self, ZbDate day, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
/** zb_registry_columns_on_finish: Returns: (transfer full) */
ZbMemberColumns *zb_registry_columns_on_finish (ZbRegistry *self, GAsyncResult *result, GError **error);

G_END_DECLS
