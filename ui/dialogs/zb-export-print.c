/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "dialogs/zb-export-print.h"

static void
on_begin_print (GtkPrintOperation *operation, GtkPrintContext *context, ZbPaper *paper)
{
  gtk_print_operation_set_n_pages (operation, (int) zb_paper_n_pages (paper));
}

static void
on_draw_page (GtkPrintOperation *operation, GtkPrintContext *context, int page, ZbPaper *paper)
{
  g_autoptr(GError) error = NULL;

  if (!zb_paper_draw (paper, gtk_print_context_get_cairo_context (context), (guint) page, &error))
    {
      g_debug ("page %d could not be drawn: %s", page, error->message);
      gtk_print_operation_cancel (operation);
    }
}

/* Points of the long side of A4, with some play. */
#define A4_LONG_SIDE 850

static GtkPageSetup *
page_setup (ZbPaper *paper)
{
  GtkPageSetup *setup = gtk_page_setup_new ();
  g_autoptr(GtkPaperSize) size = NULL;
  double width, height;

  zb_paper_size (paper, &width, &height);
  size = gtk_paper_size_new (MAX (width, height) > A4_LONG_SIDE ? GTK_PAPER_NAME_A3 : GTK_PAPER_NAME_A4);
  gtk_page_setup_set_paper_size (setup, size);
  gtk_page_setup_set_orientation (setup, width > height ? GTK_PAGE_ORIENTATION_LANDSCAPE : GTK_PAGE_ORIENTATION_PORTRAIT);
  /* The pages carry their own margins. */
  gtk_page_setup_set_top_margin (setup, 0, GTK_UNIT_POINTS);
  gtk_page_setup_set_bottom_margin (setup, 0, GTK_UNIT_POINTS);
  gtk_page_setup_set_left_margin (setup, 0, GTK_UNIT_POINTS);
  gtk_page_setup_set_right_margin (setup, 0, GTK_UNIT_POINTS);
  return setup;
}

gboolean
zb_export_print (GtkWindow *parent, ZbPaper *paper, const char *title, gboolean *out_printed, GError **error)
{
  g_autoptr(GtkPrintOperation) operation = gtk_print_operation_new ();
  g_autoptr(GtkPageSetup) setup = page_setup (paper);
  GtkPrintOperationResult result;

  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_job_name (operation, title);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  g_signal_connect (operation, "begin-print", G_CALLBACK (on_begin_print), paper);
  g_signal_connect (operation, "draw-page", G_CALLBACK (on_draw_page), paper);
  result = gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, parent, error);
  *out_printed = result == GTK_PRINT_OPERATION_RESULT_APPLY || result == GTK_PRINT_OPERATION_RESULT_IN_PROGRESS;
  return result != GTK_PRINT_OPERATION_RESULT_ERROR;
}
