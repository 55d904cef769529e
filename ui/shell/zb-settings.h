/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/*
 * How the window looked last: the only thing kept outside the registry. Where the settings are not
 * installed the defaults hold and nothing is kept.
 */

/** zb_settings_get: Returns: (transfer none) (nullable): one for the program, made at first use. */
GSettings *zb_settings_get (void);

gboolean zb_settings_get_boolean (const char *key, gboolean fallback);
int zb_settings_get_int (const char *key, int fallback);
/** zb_settings_get_string: Returns: (transfer full) */
char *zb_settings_get_string (const char *key, const char *fallback);
/** zb_settings_get_strv: Returns: (transfer full) */
char **zb_settings_get_strv (const char *key, const char *const *fallback);
void zb_settings_set_boolean (const char *key, gboolean value);
void zb_settings_set_int (const char *key, int value);
void zb_settings_set_string (const char *key, const char *value);
void zb_settings_set_strv (const char *key, const char *const *value);

/** zb_settings_get_width: remembered width of a column, 0 when there is none. */
int zb_settings_get_width (const char *key, const char *column);
void zb_settings_set_width (const char *key, const char *column, int width);

G_END_DECLS
