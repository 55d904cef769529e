/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ZB_TYPE_FLOW (zb_flow_get_type ())

/**
 * ZbFlow:
 *
 * Children one after another, on as many lines as they need: a tool row that still works in a
 * narrow window and with large text. Property `spacing`, between children and lines. A child that
 * expands horizontally takes what is left of its line.
 */
G_DECLARE_FINAL_TYPE (ZbFlow, zb_flow, ZB, FLOW, GtkWidget)

GtkWidget *zb_flow_new (int spacing);
void zb_flow_append (ZbFlow *self, GtkWidget *child);
void zb_flow_clear (ZbFlow *self);

G_END_DECLS
