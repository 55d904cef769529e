/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "service/zb-registry.h"

G_BEGIN_DECLS

/*
 * Facts about somebody: names of fields at the left, values beside them, for reading.
 */

/** zb_facts_new: an empty list of facts. Returns: (transfer floating) */
GtkWidget *zb_facts_new (void);

/** zb_facts_add: one line; a selectable text, "—" for an empty one. */
void zb_facts_add (GtkWidget *facts, const char *label, const char *value);
void zb_facts_add_widget (GtkWidget *facts, const char *label, GtkWidget *value);

/** zb_facts_add_field: the field of @member as people read it; private ones masked with a button, unknown ones left out unless @keep_empty. */
gboolean zb_facts_add_field (GtkWidget *facts, ZbRegistry *registry, const ZbRecord *member, const ZbField *field, gboolean keep_empty);

/** zb_facts_text: the text of a field, links by their names. Returns: (transfer full) */
char *zb_facts_text (ZbRegistry *registry, const ZbRecord *record, const ZbField *field);

void zb_facts_clear (GtkWidget *facts);

G_END_DECLS
