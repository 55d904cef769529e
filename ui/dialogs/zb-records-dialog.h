/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "dialogs/zb-record-list.h"

G_BEGIN_DECLS

#define ZB_TYPE_RECORDS_DIALOG (zb_records_dialog_get_type ())

/**
 * ZbRecordsDialog:
 *
 * The records of a kind in a window of their own: venues, campaigns, exemptions, talks, rules. They can be searched, added, edited
 * and taken back; what was done is said here and can be undone here.
 */
G_DECLARE_FINAL_TYPE (ZbRecordsDialog, zb_records_dialog, ZB, RECORDS_DIALOG, AdwWindow)

/** zb_records_dialog_new: @field (nullable), @id: only those whose link is that one; @about (nullable): under the title */
ZbRecordsDialog *zb_records_dialog_new (ZbRegistry *registry, const ZbRecordListSpec *spec, const char *field, gint64 id, const char *about);

ZbRecordList *zb_records_dialog_get_list (ZbRecordsDialog *self);

/** zb_records_dialog_set_top: @top (transfer floating): above the list */
void zb_records_dialog_set_top (ZbRecordsDialog *self, GtkWidget *top);

G_END_DECLS
