/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "service/zb-registry.h"

G_BEGIN_DECLS

#define ZB_TYPE_ORGANIZATION_RECORDS (zb_organization_records_get_type ())

/**
 * ZbOrganizationRecords:
 *
 * The records of one kind that belong to an organisation — posts, or terms — one row each, which
 * opens its form; and a button that begins a new one.
 */
G_DECLARE_FINAL_TYPE (ZbOrganizationRecords, zb_organization_records, ZB, ORGANIZATION_RECORDS, AdwBin)

/** zb_organization_records_new: @kind: #zb_kind_post or #zb_kind_term */
GtkWidget *zb_organization_records_new (ZbRegistry *registry, const ZbKind *kind);

/** zb_organization_records_show: reads the records of @id anew; a row that has the focus keeps it. */
void zb_organization_records_show (ZbOrganizationRecords *self, gint64 id);

G_END_DECLS
