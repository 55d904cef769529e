/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "service/zb-registry.h"

G_BEGIN_DECLS

/*
 * The forms of organisational life, opened from inside a page: what was saved is said there, and a new meeting is shown.
 */

/** zb_life_form_new_meeting: @prepared: what it begins with: organisation, kind, day … (copied) */
void zb_life_form_new_meeting (GtkWidget *widget, ZbRegistry *registry, const ZbRecord *prepared);

/** zb_life_form_meeting: time, place, people and study of a meeting. @field (nullable): where to begin */
void zb_life_form_meeting (GtkWidget *widget, ZbRegistry *registry, gint64 meeting, const char *field);

/** zb_life_form_record: any other record in its plain form; id 0 a new one. */
void zb_life_form_record (GtkWidget *widget, ZbRegistry *registry, const ZbRecord *record);

G_END_DECLS
