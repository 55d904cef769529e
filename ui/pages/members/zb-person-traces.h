/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "service/zb-registry.h"

G_BEGIN_DECLS

/** zb_person_traces_fill: appends what is kept about a person beside the record: memberships, posts, events, changes. */
void zb_person_traces_fill (GtkBox *box, ZbRegistry *registry, gint64 person);

G_END_DECLS
