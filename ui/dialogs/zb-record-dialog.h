/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "service/zb-registry.h"
#include "widgets/zb-record-form.h"

G_BEGIN_DECLS

#define ZB_TYPE_RECORD_DIALOG (zb_record_dialog_get_type ())

/**
 * ZbRecordDialog:
 *
 * A record in its form, to be saved or left. Leaving with changes asks once: save or discard.
 *
 * Signals:
 *  - `saved (gint64 id, const char *words)`
 *  - `open-record (gint64 id)`: the person wants to look at somebody who may be the same, or to take the one who is there
 */
G_DECLARE_FINAL_TYPE (ZbRecordDialog, zb_record_dialog, ZB, RECORD_DIALOG, AdwWindow)

/** zb_record_dialog_new: @record: id 0 for a new one, which goes to @org (0 unknown) */
ZbRecordDialog *zb_record_dialog_new (ZbRegistry *registry, const ZbRecord *record, gint64 org);

/** zb_record_dialog_new_with: a form of which @spec (nullable, outlives the dialog) says more than the declaration. */
ZbRecordDialog *zb_record_dialog_new_with (ZbRegistry *registry, const ZbRecord *record, gint64 org, const ZbFormSpec *spec, const char *title);

/** zb_record_dialog_set_prepared: what the form proposes for a record that is there already may be taken as it is. */
void zb_record_dialog_set_prepared (ZbRecordDialog *self);

/** zb_record_dialog_get_editor: see zb_record_form_get_editor(). */
GtkWidget *zb_record_dialog_get_editor (ZbRecordDialog *self, const char *name);

/** zb_record_dialog_focus_field: begins at the field of that name. */
void zb_record_dialog_focus_field (ZbRecordDialog *self, const char *name);

G_END_DECLS
