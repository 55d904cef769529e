/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "service/zb-registry.h"

G_BEGIN_DECLS

/**
 * ZbArea:
 * @name: stable key, kept in the settings
 * @label: (translatable): N_()
 * @icon: in the sidebar
 * @kinds: (nullable) (array zero-terminated=1): names of the kinds whose records it shows
 * @create: makes its page, a #ZbPage, at the first visit
 *
 * One area of the window. A new one is one line in `zb-areas.c`.
 */
typedef struct {
  const char *name;
  const char *label;
  const char *icon;
  const char *const *kinds;
  GtkWidget *(*create) (ZbRegistry *registry);
} ZbArea;

/** zb_areas: (array length=out_n): in the order of the sidebar; Alt+1 is the first. */
const ZbArea *zb_areas (guint *out_n);

/** zb_area_for_kind: position of the area that shows records of @kind, or -1. */
int zb_area_for_kind (const ZbKind *kind);

/** zb_area_find: position of the area of that name, or -1. */
int zb_area_find (const char *name);

G_END_DECLS
