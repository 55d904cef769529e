/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "shell/zb-window.h"

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

/** zb_test_text: Returns: (transfer none) (nullable): the whole text on screen below @root that contains @part */
const char *zb_test_text (GtkWidget *root, const char *part);

/** zb_test_wait_shows: turns the main loop until zb_test_shows(). */
void zb_test_wait_shows (GtkWidget *root, const char *text);

/** zb_test_press: finds a button that can be pressed, and presses it. */
void zb_test_press (GtkWidget *root, const char *text);

/** zb_test_find_type: Returns: (transfer none) (nullable): the first widget below @root of that type, on screen or not */
GtkWidget *zb_test_find_type (GtkWidget *root, GType type);

/** zb_test_editor: what one types or chooses in, in the row of a form with that title. */
GtkWidget *zb_test_editor (GtkWidget *dialog, const char *title, GType type);
void zb_test_type (GtkWidget *dialog, const char *title, const char *text);
/** zb_test_choose: the entry of a drop-down that reads @text. */
void zb_test_choose (GtkWidget *dialog, const char *title, const char *text);

/**
 * zb_test_popup: opens the popover of a menu button, when it has closed.
 *
 * As nobody can do it by hand, GTK forgets a popover that opens while the keys are leaving it: it is not freed
 * with its window, nor is what it holds.
 *
 * Returns: (transfer none): the popover
 */
GtkWidget *zb_test_popup (GtkMenuButton *button);

/** zb_test_menu: opens the menu of the button that reads @button and activates the item that reads @item. */
void zb_test_menu (GtkWidget *root, const char *button, const char *item);

/** zb_test_wait_window: turns the main loop until a window of that type is on screen. Returns: (transfer none) */
GtkWidget *zb_test_wait_window (GType type);

/** zb_test_wait_no_window: turns the main loop until no window of that type is on screen. */
void zb_test_wait_no_window (GType type);

/** zb_test_answer_save: answers a file dialog with a name in a folder, as soon as it has read the folder. */
void zb_test_answer_save (GtkWidget *chooser, GFile *folder, const char *name);

/** zb_test_wait_focus: turns the main loop until the window’s focus is in @widget: it comes when the window is drawn. */
void zb_test_wait_focus (GtkWidget *widget);

/** zb_test_has_focus: whether the window's focus is in @widget. */
gboolean zb_test_has_focus (GtkWidget *widget);

/** zb_test_shell: the whole window on the registry at @path, at the area of that number, when everything is loaded. */
ZbWindow *zb_test_shell (const char *path, int area);

/**
 * zb_test_key:
 * @widget: that has the focus
 *
 * Does what pressing a key there does: the first binding of @widget or of what is around it.
 *
 * Returns: whether anybody answered to it
 */
gboolean zb_test_key (GtkWidget *widget, guint keyval, GdkModifierType modifiers);

/** zb_test_wait_frame: turns the main loop until @window was laid out and drawn once more. */
void zb_test_wait_frame (GtkWidget *window);

/** zb_test_window: the window on screen of that type. Returns: (transfer none) (nullable) */
GtkWidget *zb_test_window (GType type);

/** zb_test_close: closes @window and waits until it is gone. */
void zb_test_close (GtkWidget *window);

G_END_DECLS
