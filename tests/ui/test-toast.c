/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/zb-toast.h"
#include "zb-test-spin.h"
#include "zb-test-widgets.h"

#define WORDS "On 2026-11-29 the probation was not over (it ends on 2027-09-22). " \
              "请填写预备期满之日或以后的日期，再重新办理这一事项。"

/* Every word of it is inside a window of that width, and so is the button that closes it. */
static void
assert_whole (int window_width, const char *button_label)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *overlay = adw_toast_overlay_new ();
  AdwToast *toast = zb_toast_new_refusal (WORDS);
  GtkWidget *label, *button;
  graphene_rect_t text, place;

  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (overlay), gtk_label_new ("Behind"));
  gtk_window_set_child (GTK_WINDOW (window), overlay);
  gtk_window_set_default_size (GTK_WINDOW (window), window_width, 300);
  gtk_window_present (GTK_WINDOW (window));
  zb_test_wait_shows (window, "Behind");
  zb_test_wait_frame (window);
  adw_toast_set_button_label (toast, button_label);
  zb_toast_show (ADW_TOAST_OVERLAY (overlay), toast);
  zb_test_wait_shows (window, "On 2026-11-29");
  zb_test_wait_frame (window);
  label = adw_toast_get_custom_title (toast);
  g_assert_true (gtk_widget_compute_bounds (label, overlay, &text));
  g_assert_cmpint (gtk_widget_get_width (overlay), <=, window_width);
  g_assert_cmpfloat (text.origin.x, >=, 0);
  g_assert_cmpfloat (text.origin.x + text.size.width, <=, gtk_widget_get_width (overlay));
  /* The last button beside the words closes it. */
  button = gtk_widget_get_last_child (gtk_widget_get_parent (gtk_widget_get_parent (label)));
  g_assert_true (GTK_IS_BUTTON (button));
  g_assert_true (gtk_widget_compute_bounds (button, overlay, &place));
  g_assert_cmpfloat (place.origin.x, >=, text.origin.x + text.size.width);
  g_assert_cmpfloat (place.origin.x + place.size.width, <=, gtk_widget_get_width (overlay));
  zb_test_close (window);
}

static void
test_narrow (void)
{
  assert_whole (360, NULL);
  assert_whole (560, NULL);
  assert_whole (560, "Undo");
}

static void
test_wide (void)
{
  assert_whole (1200, "Undo");
}

int
main (int argc, char **argv)
{
  zb_test_widgets_init (&argc, &argv);
  g_test_add_func ("/toast/narrow", test_narrow);
  g_test_add_func ("/toast/wide", test_wide);
  return g_test_run ();
}
