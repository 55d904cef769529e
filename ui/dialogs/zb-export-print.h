/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "exchange/zb-paper.h"

G_BEGIN_DECLS

/**
 * zb_export_print:
 * @paper: a list or a document
 * @title: name of the print job
 * @out_printed: (out): whether anything was printed, which is to be noted
 *
 * Shows the system's print dialog with the paper's own size and direction set, and prints the very
 * pages of the preview. Cancelling is no error.
 */
gboolean zb_export_print (GtkWindow *parent, ZbPaper *paper, const char *title, gboolean *out_printed, GError **error);

G_END_DECLS
