/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/zb-occasion.h"
#include "service/zb-registry.h"

G_BEGIN_DECLS

/** zb_registry_occasions: the lists that are remembered, by name. Returns: (transfer full) (element-type ZbRecord) */
GPtrArray *zb_registry_occasions (ZbRegistry *self);

/** zb_registry_occasion_request: what was remembered as the record @id, for today; see zb_occasion_request(). Returns: (transfer full) */
ZbRosterRequest *zb_registry_occasion_request (ZbRegistry *self, gint64 id, gint64 subject, GError **error);

/** zb_registry_occasion_record: the record that remembers @request, for zb_registry_save_async(); see zb_occasion_record(). Returns: (transfer full) */
ZbRecord *zb_registry_occasion_record (ZbRegistry *self, const char *name, const ZbRosterRequest *request, GError **error);

G_END_DECLS
