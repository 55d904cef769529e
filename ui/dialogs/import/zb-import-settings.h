/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "dialogs/import/zb-import-job.h"

G_BEGIN_DECLS

#define ZB_TYPE_IMPORT_SETTINGS (zb_import_settings_get_type ())

/**
 * ZbImportSettings:
 *
 * How one file is taken: as what kind of list, which sheet, read as which one before, and whose the rows are that name nobody.
 * What is chosen is written into the job.
 *
 * Signals:
 *  - `read-anew`: the file has to be read anew
 *  - `changed`: only its check is due
 */
G_DECLARE_FINAL_TYPE (ZbImportSettings, zb_import_settings, ZB, IMPORT_SETTINGS, AdwPreferencesGroup)

GtkWidget *zb_import_settings_new (ZbRegistry *registry);

/** zb_import_settings_set: @job: (transfer none): read and checked; must outlive the settings or a later call */
void zb_import_settings_set (ZbImportSettings *self, ZbImportJob *job);

G_END_DECLS
