/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dialogs/import/zb-import-columns.h"
#include "dialogs/import/zb-import-dialog.h"
#include "dialogs/import/zb-import-jobs.h"
#include "dialogs/import/zb-import-questions-page.h"
#include "dialogs/import/zb-import-rows-view.h"
#include "dialogs/import/zb-import-settings.h"

G_BEGIN_DECLS

struct _ZbImportDialog
{
  AdwWindow parent_instance;

  ZbRegistry *registry;      /* (owned) */
  const ZbKind *hint;
  ZbImportJobs *jobs;        /* (owned) */
  gboolean filling;
  gboolean is_left;          /* was asked, and what was answered may go */
  gboolean is_held;          /* by itself, while something is under way */
  GtkWidget *left;           /* (weak) (nullable): what had the focus when the review was made insensitive */

  AdwToastOverlay *toasts;
  GtkRevealer *progress_revealer;
  GtkProgressBar *progress_bar;
  GtkWidget *stop_button;
  GtkButton *close_button;
  GtkWidget *import_button;
  GtkDropDown *files;
  GtkStack *title_stack;
  AdwWindowTitle *window_title;
  GtkStack *stack;
  GtkWidget *choose_button;
  AdwStatusPage *reading_page;
  AdwStatusPage *trouble_page;
  GtkWidget *again_button;
  GtkWidget *remove_button;
  GtkWidget *check_button;
  GtkWidget *review;
  GtkBox *left_box;
  ZbImportSettings *settings;
  AdwPreferencesGroup *counts_group;
  GtkWidget *counts;
  GtkWidget *skip_group;
  GtkSwitch *skip_switch;
  GtkWidget *done_group;
  GtkWidget *report_button;
  GtkWidget *undo_button;
  GtkWidget *switcher;
  AdwViewStack *views;
  AdwViewStackPage *questions_view;
  AdwViewStackPage *remarks_view;
  GtkListView *problems;
  GtkLabel *problems_label;
  ZbImportRowsView *rows;
  ZbImportColumns *columns;
  ZbImportQuestionsPage *questions;
  guint pulse_id;            /* while an import is taken back */
  GtkWidget *others_box;
  GtkLabel *others_label;
  GtkWidget *waiting_box;
  GtkLabel *waiting_label;
};

/* zb-import-dialog-fill.c: what is known, on screen. */

/** zb_import_dialog_update_actions: what can be done now, and whether anything can. */
void zb_import_dialog_update_actions (ZbImportDialog *self);
/** zb_import_dialog_show_page: brings a page to the front: `choose`, `reading`, `trouble` or `review`. */
void zb_import_dialog_show_page (ZbImportDialog *self, const char *name);
/** zb_import_dialog_fill_files: the names of the files. */
void zb_import_dialog_fill_files (ZbImportDialog *self);
/** zb_import_dialog_fill: the file that is shown. @is_same: whether it was shown before, so that the eye finds its place again */
void zb_import_dialog_fill (ZbImportDialog *self, gboolean is_same);

G_END_DECLS
