/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/zb-template.h"
#include "service/zb-registry.h"

G_BEGIN_DECLS

/*
 * The forms of upper committees: looked into and filled by workers, in a process of their own.
 */

/** zb_registry_templates: the forms that are remembered. Returns: (transfer full) (element-type ZbRecord) */
GPtrArray *zb_registry_templates (ZbRegistry *self, GError **error);

/** zb_registry_read_template: the file of a form that is remembered. Returns: (transfer full) */
GBytes *zb_registry_read_template (ZbRegistry *self, const ZbRecord *record, GError **error);

/**
 * zb_registry_check_template_async:
 * @path: (nullable): a file; otherwise @bytes
 * @roster: (nullable): the list it is for; %NULL: the likeliest
 */
void zb_registry_check_template_async (ZbRegistry *self, const char *path, GBytes *bytes, const ZbRoster *roster, GCancellable *cancellable,
                                       GAsyncReadyCallback callback, gpointer user_data);

/** zb_registry_check_template_finish: @out_bytes: (out) (transfer full): the form. Returns: (transfer full) */
ZbTemplateCheck *zb_registry_check_template_finish (ZbRegistry *self, GAsyncResult *result, GBytes **out_bytes, GError **error);

/** zb_registry_keep_template_async: remembers a form by a name, in place of one that has it; finished by zb_registry_write_finish(). */
void zb_registry_keep_template_async (ZbRegistry *self, const char *name, const char *file_name, const ZbTemplateCheck *check, GBytes *bytes,
                                      GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);

/** zb_registry_fill_template_async: see zb_template_fill(). */
void zb_registry_fill_template_async (ZbRegistry *self, GBytes *bytes, const ZbRosterRequest *request, const char *path, gboolean force, gboolean keep_unknown,
                                      ZbRegistryProgress progress, gpointer progress_data, GCancellable *cancellable, GAsyncReadyCallback callback,
                                      gpointer user_data);

/** zb_registry_fill_template_finish: Returns: how many rows went in, −1 with @error */
int zb_registry_fill_template_finish (ZbRegistry *self, GAsyncResult *result, GError **error);

G_END_DECLS
