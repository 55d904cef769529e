/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ZB_TYPE_PARTY_FLAG (zb_party_flag_get_type ())

/**
 * ZbPartyFlag:
 *
 * The Party flag, as large as its place allows, never out of proportion: three to two, the emblem in the upper left quarter. Drawn
 * after the 制法说明 that belongs to the 《中国共产党党徽党旗条例》 of 2021.
 */
G_DECLARE_FINAL_TYPE (ZbPartyFlag, zb_party_flag, ZB, PARTY_FLAG, GtkWidget)

GtkWidget *zb_party_flag_new (void);

/** zb_party_flag_draw: a flag of @width, two thirds as high, from the origin of @cr. */
void zb_party_flag_draw (cairo_t *cr, double width);

G_END_DECLS
