/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "service/zb-registry.h"

G_BEGIN_DECLS

/**
 * zb_record_history_new: every change of a record and of its parts in words, newest first, each earlier value with a way back to it.
 *
 * Returns: (transfer floating)
 */
GtkWidget *zb_record_history_new (ZbRegistry *registry, const ZbKind *kind, gint64 id);

G_END_DECLS
