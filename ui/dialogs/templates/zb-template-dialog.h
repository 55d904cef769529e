/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "service/zb-registry.h"

G_BEGIN_DECLS

#define ZB_TYPE_TEMPLATE_DIALOG (zb_template_dialog_get_type ())

/**
 * ZbTemplateDialog:
 *
 * The forms of upper committees: a file is dropped or chosen, its marks are shown with what they mean, it is remembered
 * by a name, and filled with a list.
 *
 * Signal `exported (const char *path)`: a form was filled.
 */
G_DECLARE_FINAL_TYPE (ZbTemplateDialog, zb_template_dialog, ZB, TEMPLATE_DIALOG, AdwWindow)

/** zb_template_dialog_new: @request: (nullable): whom to fill forms with (copied): people, organisation, day, order, privacy. */
ZbTemplateDialog *zb_template_dialog_new (ZbRegistry *registry, const ZbRosterRequest *request);

/**
 * zb_template_dialog_show:
 * @parent: the window over which it opens
 *
 * Opens the dialog; what was filled is said in it, with a way to its folder.
 *
 * Returns: (transfer none)
 */
ZbTemplateDialog *zb_template_dialog_show (GtkWindow *parent, ZbRegistry *registry, const ZbRosterRequest *request);

/** zb_template_dialog_open: looks into a file, as if it had been dropped. */
void zb_template_dialog_open (ZbTemplateDialog *self, const char *path);

G_END_DECLS
