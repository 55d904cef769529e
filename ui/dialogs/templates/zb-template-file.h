/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "service/zb-registry-template.h"

G_BEGIN_DECLS

/** zb_template_takes_people: whether people chosen for one list can be those of another. */
gboolean zb_template_takes_people (const ZbRosterRequest *given, const ZbRoster *roster);

/** zb_template_request: what was asked for, as far as it fits the list that a form is filled with. Returns: (transfer full) */
ZbRosterRequest *zb_template_request (const ZbRosterRequest *given, const ZbRoster *roster);

/**
 * zb_template_file_async:
 * @check: of the form, for its kind of file
 * @name: suggested name of the file, without its end
 *
 * Asks for a file name (the file dialog asks before it replaces one) and fills the form.
 */
void zb_template_file_async (GtkWindow *parent, ZbRegistry *registry, const ZbTemplateCheck *check, GBytes *bytes, const ZbRosterRequest *request,
                             const char *name, gboolean keep_unknown, ZbRegistryProgress progress, gpointer progress_data, GCancellable *cancellable,
                             GAsyncReadyCallback callback, gpointer user_data);

/** zb_template_file_finish: Returns: (transfer full) (nullable): the file; %NULL with %G_IO_ERROR_CANCELLED when the dialog was closed */
char *zb_template_file_finish (ZbRegistry *registry, GAsyncResult *result, GError **error);

/** zb_template_file_open: asks for a form. @chosen: gets its name; called with %NULL when none was chosen. */
typedef void (*ZbTemplateChosen) (const char *path, gpointer user_data);
void zb_template_file_open (GtkWindow *parent, ZbTemplateChosen chosen, gpointer user_data, GDestroyNotify destroy);

G_END_DECLS
