/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "service/zb-registry.h"

G_BEGIN_DECLS

#define ZB_TYPE_SECRET (zb_secret_get_type ())

/**
 * ZbSecret:
 *
 * A private value, masked, with a button that shows it for half a minute. The registry's log keeps
 * that it was shown.
 */
G_DECLARE_FINAL_TYPE (ZbSecret, zb_secret, ZB, SECRET, GtkWidget)

/** zb_secret_new: @masked: what is shown until the button is pressed */
GtkWidget *zb_secret_new (ZbRegistry *registry, const ZbKind *kind, gint64 record, const ZbField *field, const char *masked);

G_END_DECLS
