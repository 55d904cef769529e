/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "service/zb-registry.h"

G_BEGIN_DECLS

/*
 * Hours of service, row by row: where each comes from, who confirmed it, what corrects it, and what is to be looked at in it. They
 * are never edited: “Correct…” writes another row.
 */

/** zb_service_hours_new: those of an activity, by zb_record_list_show(). Returns: (transfer floating) */
GtkWidget *zb_hours_list_new (ZbRegistry *registry);

/** zb_hours_list_of_person: all of a member in a window of their own. */
void zb_hours_list_of_person (GtkWidget *widget, ZbRegistry *registry, gint64 person);

G_END_DECLS
