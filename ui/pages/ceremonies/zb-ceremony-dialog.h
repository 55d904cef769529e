/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "service/zb-registry-ceremony.h"

G_BEGIN_DECLS

#define ZB_TYPE_CEREMONY_DIALOG (zb_ceremony_dialog_get_type ())

/**
 * ZbCeremonyDialog:
 *
 * A new ceremony in one form: what it is, when and where, who leads it, and who stands in it, picked from those for whom such
 * ceremonies are held.
 *
 * Signals:
 *  - `saved (gint64 meeting, const char *words)`
 */
G_DECLARE_FINAL_TYPE (ZbCeremonyDialog, zb_ceremony_dialog, ZB, CEREMONY_DIALOG, AdwWindow)

/**
 * zb_ceremony_dialog_new:
 * @meeting: what it begins with: organisation, day …; one that is there (with an id) becomes a ceremony and is not asked about
 * @type: (nullable): code of `ceremony_type`
 */
GtkWindow *zb_ceremony_dialog_new (ZbRegistry *registry, const ZbRecord *meeting, const char *type);

/** zb_ceremony_dialog_new_people: more people for a ceremony that is there. */
GtkWindow *zb_ceremony_dialog_new_people (ZbRegistry *registry, const ZbRecord *meeting, const ZbRecord *ceremony);

G_END_DECLS
