/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "service/zb-registry.h"

G_BEGIN_DECLS

/** zb_organization_facts_new: what is entered of an organisation. Returns: (transfer floating) */
GtkWidget *zb_organization_facts_new (ZbRegistry *registry, const ZbRecord *record);

/** zb_organization_history_new: how it was founded, renamed, moved and closed, newest first. Returns: (transfer floating) */
GtkWidget *zb_organization_history_new (ZbRegistry *registry, gint64 id);

G_END_DECLS
