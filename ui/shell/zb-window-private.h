/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "shell/zb-page.h"
#include "shell/zb-window.h"

G_BEGIN_DECLS

struct _ZbWindow
{
  AdwApplicationWindow parent_instance;

  char *path;                /* (owned) (nullable) */
  char *before;              /* (owned) (nullable): the registry that was left for the one that is being opened */
  ZbStart start;             /* what follows when the registry is open */
  ZbRegistry *registry;      /* (owned) (nullable) */
  GCancellable *cancellable; /* (owned): of what is under way */
  GSList *waiting;           /* (owned) (element-type GFile): given before there was a registry */
  gboolean is_closing;
  guint busy_id;
  guint present_id;          /* not on the screen yet */

  AdwToastOverlay *toasts;
  AdwLeaflet *leaflet;
  GtkWidget *sidebar;
  GtkListBox *areas_list;
  GtkLabel *registry_label;
  AdwWindowTitle *title;
  GtkWidget *sidebar_button;
  GtkWidget *back_button;
  GtkWidget *undo_button;
  GtkWidget *redo_button;
  GtkMenuButton *menu_button;
  GMenuModel *primary_menu;
  GtkSpinner *busy_spinner;
  GtkRevealer *read_only_revealer;
  GtkStack *stack;
};

/* zb-window.c */
void zb_window_set_registry (ZbWindow *self, ZbRegistry *registry);
void zb_window_show (ZbWindow *self, const char *child);
ZbPage *zb_window_get_page (ZbWindow *self);
void zb_window_go_to_area (ZbWindow *self, guint position);
void zb_window_update_actions (ZbWindow *self);

/* zb-window-registry.c: opening, closing, beginning */
void zb_window_install_registry_actions (GtkWidgetClass *widget_class);
gboolean zb_window_close_registry (ZbWindow *self);
void zb_window_choose_file (ZbWindow *self, const char *title, const char *accept, GtkFileChooserAction action,
                            const char *suggested, void (*chosen) (ZbWindow *self, const char *path));

/* zb-window-dialogs.c: what the menu opens */
void zb_window_install_dialog_actions (GtkWidgetClass *widget_class);
void zb_window_present_export (ZbWindow *self, const ZbRosterRequest *request);
/** zb_window_present_occasion: a list that was remembered, ready to be printed. */
void zb_window_present_occasion (ZbWindow *self, gint64 id);
void zb_window_present_document (ZbWindow *self, const ZbDocumentRequest *request);

/* zb-window-files.c: what comes from outside */
void zb_window_present_import (ZbWindow *self, const ZbKind *kind);
/** zb_window_import_files: takes lists in: what they are lists of is told by their headings. @files: (element-type GFile) */
void zb_window_import_files (ZbWindow *self, GSList *files);
/** zb_window_accept_files: what is dropped on the window is opened or taken in. */
void zb_window_accept_files (ZbWindow *self);
/** zb_window_take_waiting: takes in what was given before the registry was open. */
void zb_window_take_waiting (ZbWindow *self);
/** zb_window_tell_waiting: has the page that asks how to begin say that files wait. */
void zb_window_tell_waiting (ZbWindow *self);

G_END_DECLS
