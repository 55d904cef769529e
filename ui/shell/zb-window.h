/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "service/zb-registry.h"

G_BEGIN_DECLS

#define ZB_TYPE_WINDOW (zb_window_get_type ())

/**
 * ZbWindow:
 *
 * The window on one registry: a sidebar of areas and the page of the one chosen. It opens and
 * closes the registry, carries out what pages ask for, and says in words what was done.
 */
G_DECLARE_FINAL_TYPE (ZbWindow, zb_window, ZB, WINDOW, AdwApplicationWindow)

/**
 * ZbStart: how a registry that does not exist yet begins.
 */
typedef enum {
  ZB_START_NONE,
  ZB_START_EMPTY,
  ZB_START_FILE,
  ZB_START_DEMO
} ZbStart;

ZbWindow *zb_window_new (AdwApplication *application);

/** zb_window_open: opens the registry at @path, or makes it first as @start says. */
void zb_window_open (ZbWindow *self, const char *path, ZbStart start);

/** zb_window_present_soon: as soon as there is something to see in it, or when that takes too long. */
void zb_window_present_soon (ZbWindow *self);

/** zb_window_welcome: offers the ways to begin a registry at @path. */
void zb_window_welcome (ZbWindow *self, const char *path);

/** zb_window_get_path: Returns: (nullable): of the registry shown or about to be */
const char *zb_window_get_path (ZbWindow *self);
/** zb_window_get_registry: Returns: (transfer none) (nullable): %NULL until it is open */
ZbRegistry *zb_window_get_registry (ZbWindow *self);

/** zb_window_takes_file: whether it has the name of a list or of a form, and not that of a registry. */
gboolean zb_window_takes_file (GFile *file);
/**
 * zb_window_take_files:
 * @files: (element-type GFile): lists and forms
 *
 * Imports lists, and fills a form; once there is a registry, if none is open yet.
 */
void zb_window_take_files (ZbWindow *self, GSList *files);

/** zb_window_toast: says @words; with @can_undo beside a button that takes it back. */
void zb_window_toast (ZbWindow *self, const char *words, gboolean can_undo);
void zb_window_toast_error (ZbWindow *self, const GError *error);

G_END_DECLS
