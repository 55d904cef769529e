/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "exchange/zb-sheet.h"
#include "service/zb-registry.h"

G_BEGIN_DECLS

#define ZB_TYPE_SEQUENCE_DIALOG (zb_sequence_dialog_get_type ())

/** ZB_SEQUENCE_MOST: more people than this are not put in order by hand. */
#define ZB_SEQUENCE_MOST 500

/**
 * ZbSequenceDialog:
 *
 * The people of a list, to be put in order by hand: dragged, with arrows, with Alt and the arrow keys.
 *
 * Signal `arranged (GArray *people)` (element-type gint64): as they stand now.
 */
G_DECLARE_FINAL_TYPE (ZbSequenceDialog, zb_sequence_dialog, ZB, SEQUENCE_DIALOG, AdwWindow)

/** zb_sequence_dialog_new: @sheet: whose rows are people, at most %ZB_SEQUENCE_MOST. */
GtkWindow *zb_sequence_dialog_new (ZbRegistry *registry, ZbSheet *sheet);

G_END_DECLS
