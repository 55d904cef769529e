/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dialogs/zb-export-dialog.h"
#include "exchange/zb-paper.h"
#include "widgets/zb-paper-pane.h"

G_BEGIN_DECLS

struct _ZbExportDialog
{
  AdwWindow parent_instance;

  ZbRegistry *registry;     /* (owned) */
  ZbRosterRequest *given;   /* (owned): what it began with */
  ZbRosterRequest *request; /* (owned) */
  GPtrArray *rosters;       /* (owned) (element-type ZbRoster): those that are offered */
  ZbPaper *paper;           /* (owned) (nullable): freed before the sheet */
  ZbSheet *sheet;           /* (owned) (nullable) */
  GCancellable *cancellable; /* (owned) (nullable): while a file is written */
  GCancellable *working;     /* (owned) (nullable): while the pages are worked out */
  char *occasion;            /* (owned) (nullable): the name under which the list was taken up */
  const char *wanted;        /* (nullable): the action that waits for the pages */
  guint refresh_id;
  guint busy_id;
  gboolean filling;
  guint as_given;            /* place in the choice of orders; G_MAXUINT: it is not there */
  guint by_hand;             /* the same */

  AdwToastOverlay *toasts;
  AdwWindowTitle *title;
  GtkMenuButton *occasions_button;
  GtkRevealer *progress_revealer;
  GtkProgressBar *progress_bar;
  AdwComboRow *roster_row;
  AdwPreferencesRow *people_row;
  AdwComboRow *org_row;
  AdwActionRow *below_row;
  GtkSwitch *below_switch;
  AdwEntryRow *as_of_row;
  AdwEntryRow *from_row;
  AdwEntryRow *until_row;
  AdwComboRow *order_row;
  GtkWidget *sequence_row;
  GtkWidget *internal_row;
  GtkSwitch *internal_switch;
  AdwEntryRow *title_row;
  AdwComboRow *paper_row;
  GtkSpinButton *size_spin;
  AdwComboRow *filter_row;
  AdwComboRow *blocks_row;
  GtkWidget *blank_row;
  GtkSpinButton *blank_spin;
  GtkWidget *spread_row;
  GtkSwitch *spread_switch;
  GtkSwitch *foot_switch;
  GtkListBox *columns_list;
  ZbPaperPane *pane;
};

/* zb-export-dialog-fill.c: between the rows and the request */

/** zb_export_dialog_fill: shows what the request says. */
void zb_export_dialog_fill (ZbExportDialog *self);
/** zb_export_dialog_fill_for_roster: shows what depends on the list. */
void zb_export_dialog_fill_for_roster (ZbExportDialog *self);
/** zb_export_dialog_fill_orders: shows the orders that may be chosen, and the one that is. */
void zb_export_dialog_fill_orders (ZbExportDialog *self);
/** zb_export_dialog_read: takes what the rows say into the request. */
gboolean zb_export_dialog_read (ZbExportDialog *self, GError **error);

/* zb-export-dialog.c */

/** zb_export_dialog_choice_changed: the pages are made anew when the hand has rested. */
void zb_export_dialog_choice_changed (ZbExportDialog *self);

G_END_DECLS
