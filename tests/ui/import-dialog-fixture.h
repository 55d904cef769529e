/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dialogs/import/zb-import-dialog.h"
#include "zb-test-registry.h"
#include "zb-test-widgets.h"

/* A registry and the import's dialog on a list of a few lines. */

typedef struct {
  ZbTestRegistry *here;
  GtkWidget *dialog;
  char *words; /* of `imported` */
} ImportDialog;

/* Two people, and two of whom one was born on a day that does not exist. */
extern const char import_dialog_good[];
extern const char import_dialog_one_bad[];

void import_dialog_set_up (ImportDialog *self, gconstpointer data);
void import_dialog_tear_down (ImportDialog *self, gconstpointer data);
void import_dialog_on_imported (ImportDialog *self, const char *words);
void import_dialog_open_of (ImportDialog *self, const ZbKind *kind, const char *name, const char *content);
void import_dialog_open (ImportDialog *self, const char *name, const char *content);
gboolean import_dialog_can_import (gpointer data);
gboolean import_dialog_is_imported (gpointer data);
void import_dialog_take (ImportDialog *self);
int import_dialog_count (ImportDialog *self, const char *label);
