/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "dialogs/zb-help-dialog.h"
#include "zb-test-widgets.h"

/* What is searched for stays with its answer open; what fits nothing is said. */
static void
test_search (void)
{
  GtkWidget *dialog = GTK_WIDGET (zb_help_dialog_new ());
  GtkWidget *search;

  gtk_window_present (GTK_WINDOW (dialog));
  zb_test_wait_shows (dialog, "How do I enter a vote?");
  g_assert_true (zb_test_shows (dialog, "To Begin With"));
  search = zb_test_find_type (dialog, GTK_TYPE_SEARCH_ENTRY);
  gtk_editable_set_text (GTK_EDITABLE (search), "QUORUM");
  zb_test_wait_shows (dialog, "quorum and majority are worked out");
  g_assert_true (zb_test_shows (dialog, "How do I enter a vote?"));
  g_assert_false (zb_test_shows (dialog, "To Begin With"));
  gtk_editable_set_text (GTK_EDITABLE (search), "no such word");
  zb_test_wait_shows (dialog, "Nothing in the help fits.");
  g_assert_false (zb_test_shows (dialog, "How do I enter a vote?"));
  gtk_editable_set_text (GTK_EDITABLE (search), "");
  zb_test_wait_shows (dialog, "To Begin With");
  zb_test_close (dialog);
}

int
main (int argc, char **argv)
{
  zb_test_widgets_init (&argc, &argv);
  g_test_add_func ("/help-dialog/search", test_search);
  return g_test_run ();
}
