/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "service/zb-registry.h"
#include "service/zb-unsworn.h"
#include "store/life/zb-ceremonies.h"

G_BEGIN_DECLS

/*
 * Ceremonies of an open registry, and who has not sworn yet.
 */

/** zb_registry_ceremony_of: what a meeting has beyond a meeting. Returns: (transfer full) (nullable) */
ZbRecord *zb_registry_ceremony_of (ZbRegistry *self, gint64 meeting);

/** zb_registry_ceremony_people: Returns: (transfer full) (element-type ZbRecord): in their order */
GPtrArray *zb_registry_ceremony_people (ZbRegistry *self, gint64 ceremony, GError **error);

/** zb_registry_ceremonies_async: @org: with what stands below it, 0: of the whole registry; read on the reader */
void zb_registry_ceremonies_async (ZbRegistry *self, gint64 org, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
/**
 * zb_registry_ceremonies_finish:
 * @out_unsworn: (out) (transfer full) (element-type ZbUnsworn): who has not sworn, who waits longest first
 *
 * Returns: (transfer full) (element-type ZbCeremonyLine): the latest first
 */
GPtrArray *zb_registry_ceremonies_finish (ZbRegistry *self, GAsyncResult *result, GPtrArray **out_unsworn, GError **error);

/** zb_registry_add_ceremony_async: see zb_ceremonies_add(), for a @meeting that is there zb_ceremonies_set_up(); finished by zb_registry_save_finish() with the meeting's id. */
void zb_registry_add_ceremony_async (ZbRegistry *self, const ZbRecord *meeting, const ZbRecord *ceremony, const gint64 *people, guint n_people, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);

/* Finished by zb_registry_write_finish(). */

/** zb_registry_add_swearers_async: see zb_ceremonies_add_people(). */
void zb_registry_add_swearers_async (ZbRegistry *self, gint64 ceremony, const gint64 *people, guint n_people, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
/** zb_registry_freeze_swearers_async: see zb_ceremonies_freeze(). */
void zb_registry_freeze_swearers_async (ZbRegistry *self, gint64 ceremony, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);

G_END_DECLS
