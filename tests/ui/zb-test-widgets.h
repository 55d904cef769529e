/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/** zb_test_widgets_init: GTK, Adwaita and the program's own styles; call it once, in main. */
void zb_test_widgets_init (int *argc, char ***argv);

/** zb_test_reset_settings: as on the first day. */
void zb_test_reset_settings (void);

/**
 * zb_test_find:
 * @text: what a person reads on it: its title, tooltip, or a text inside it, mnemonics left out
 *
 * Returns: (transfer none) (nullable): the first widget on screen below @root with that role and text
 */
GtkWidget *zb_test_find (GtkWidget *root, GtkAccessibleRole role, const char *text);

/** zb_test_shows: whether a text on screen below @root contains @text. */
gboolean zb_test_shows (GtkWidget *root, const char *text);

/** zb_test_wait_shows: turns the main loop until zb_test_shows(). */
void zb_test_wait_shows (GtkWidget *root, const char *text);

/** zb_test_press: finds a button that can be pressed, and presses it. */
void zb_test_press (GtkWidget *root, const char *text);

/** zb_test_window: the window on screen of that type. Returns: (transfer none) (nullable) */
GtkWidget *zb_test_window (GType type);

/** zb_test_close: closes @window and waits until it is gone. */
void zb_test_close (GtkWidget *window);

G_END_DECLS
