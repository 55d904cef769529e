/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "exchange/zb-sheet.h"
#include "service/zb-registry.h"

G_BEGIN_DECLS

/*
 * Who is in a list, beside its organisation: everybody, whoever meets the conditions that the dialog was opened with,
 * or whoever meets those of a filter that was saved.
 */

/** zb_export_conditions_fill: what may be chosen for the list of @request; not seen where there is no choice. */
void zb_export_conditions_fill (AdwComboRow *row, ZbRegistry *registry, const ZbRosterRequest *request);

/** zb_export_conditions_take: puts the conditions that are chosen into @request. @error: those of zb_filter_parse() */
gboolean zb_export_conditions_take (AdwComboRow *row, ZbRegistry *registry, ZbRosterRequest *request, GError **error);

G_END_DECLS
