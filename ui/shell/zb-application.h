/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define ZB_TYPE_APPLICATION (zb_application_get_type ())

/**
 * ZbApplication:
 *
 * The program with a window: opens the registry that is given, else the one opened last, else the
 * one in the user's data folder; where there is none it offers the ways to begin.
 */
G_DECLARE_FINAL_TYPE (ZbApplication, zb_application, ZB, APPLICATION, AdwApplication)

ZbApplication *zb_application_new (void);

/** zb_application_default_path: where the registry is unless another is named. Returns: (transfer full) */
char *zb_application_default_path (void);

G_END_DECLS
