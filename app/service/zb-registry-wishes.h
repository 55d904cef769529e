/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "service/zb-registry.h"
#include "store/wishes/zb-household-list.h"
#include "store/wishes/zb-wish-list.h"
#include "store/wishes/zb-wishes.h"

G_BEGIN_DECLS

/*
 * Wishes of an open registry. Saving, steps, withdrawing and history are those of every record: a wish that is saved anew
 * gets its number and its log; the steps of wishes and claims are declared with their kinds.
 */

/** zb_registry_wishes_async: see zb_wish_finder_list(); on the reader. Ages are counted for today unless @query names a day. */
void zb_registry_wishes_async (ZbRegistry *self, const ZbWishQuery *query, GCancellable *cancellable, GAsyncReadyCallback callback,
                               gpointer user_data);

/** zb_registry_wishes_finish: Returns: (transfer full) (nullable) (element-type ZbWishLine) */
GPtrArray *zb_registry_wishes_finish (ZbRegistry *self, GAsyncResult *result, GError **error);

/** zb_registry_wish_parts: see zb_wishes_parts(). Returns: (transfer full) (element-type ZbRecord) */
GPtrArray *zb_registry_wish_parts (ZbRegistry *self, const ZbKind *kind, gint64 wish, GError **error);

/** zb_registry_wish_numbered: the wish of that number, or of which the number in this year ends so: `12` is 2026-0012. Returns: its id, 0 none */
gint64 zb_registry_wish_numbered (ZbRegistry *self, const char *number);

/** zb_registry_propose_alias: see zb_alias_propose(). Returns: (transfer full) */
char *zb_registry_propose_alias (ZbRegistry *self, const ZbRecord *household);

/** zb_registry_households_like: see zb_households_like(). Returns: (transfer full) (element-type ZbRecord) */
GPtrArray *zb_registry_households_like (ZbRegistry *self, const ZbRecord *household);

/** zb_registry_address_notice: what to look at in what everybody will read of a wish or a household, unsaved. Returns: (transfer full) (nullable) */
char *zb_registry_address_notice (ZbRegistry *self, const ZbRecord *draft);

/** zb_registry_households: see zb_households_names(). Returns: (transfer full) (element-type ZbHouseholdName) */
GPtrArray *zb_registry_households (ZbRegistry *self);

G_END_DECLS
