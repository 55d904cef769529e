/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "service/zb-registry.h"

G_BEGIN_DECLS

#define ZB_TYPE_PLAIN_DIALOG (zb_plain_dialog_get_type ())

/**
 * ZbPlainDialog:
 *
 * A small record (a term, a post) in a short form made from its kind.
 *
 * Signal `saved (const char *words)`
 */
G_DECLARE_FINAL_TYPE (ZbPlainDialog, zb_plain_dialog, ZB, PLAIN_DIALOG, AdwWindow)

/**
 * zb_plain_dialog_new:
 * @record: to be changed, or with id 0 entered; copied
 * @people: (nullable): drop-down (see zb-choice.h) for a link to a member; %NULL: such links are not shown
 *
 * Links to organisations and terms are taken from @record and not shown.
 */
GtkWindow *zb_plain_dialog_new (ZbRegistry *registry, const ZbRecord *record, GtkWidget *people);

G_END_DECLS
