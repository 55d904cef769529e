/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/zb-toast.h"

#define LINE_CHARS 64
#define REFUSAL_SECONDS 15
/* Beside the words, in pixels: margins and the button that closes the toast; padding of another button. */
#define BESIDE 112
#define BUTTON_PADDING 46
#define LEAST_CHARS 8
/* How much wider bold letters are, at most. */
#define BOLD 1.25

AdwToast *
zb_toast_new (const char *words)
{
  g_autofree char *markup = g_markup_escape_text (words, -1);
  AdwToast *toast = adw_toast_new (markup);
  GtkWidget *label = gtk_label_new (words);

  /* The toast's own label cuts what does not fit on one line. */
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_max_width_chars (GTK_LABEL (label), LINE_CHARS);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  adw_toast_set_custom_title (toast, label);
  return toast;
}

AdwToast *
zb_toast_new_refusal (const char *words)
{
  AdwToast *toast = zb_toast_new (words);

  adw_toast_set_timeout (toast, REFUSAL_SECONDS);
  adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH);
  return toast;
}

static int
text_width (GtkWidget *widget, const char *text)
{
  g_autoptr(PangoLayout) layout = gtk_widget_create_pango_layout (widget, text);
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);
  return (int) (width * BOLD);
}

/* The overlay gives a toast the width that it would like to have, in a narrow window more than there is. */
static void
fit_words (AdwToastOverlay *overlay, AdwToast *toast)
{
  GtkWidget *widget = GTK_WIDGET (overlay);
  GtkWidget *label = adw_toast_get_custom_title (toast);
  const char *button = adw_toast_get_button_label (toast);
  PangoFontMetrics *metrics = pango_context_get_metrics (gtk_widget_get_pango_context (widget), NULL, NULL);
  int character = MAX (pango_font_metrics_get_approximate_char_width (metrics), pango_font_metrics_get_approximate_digit_width (metrics));
  int room = gtk_widget_get_width (widget) - BESIDE;

  pango_font_metrics_unref (metrics);
  if (button != NULL)
    room -= text_width (widget, button) + BUTTON_PADDING;
  if (!GTK_IS_LABEL (label) || gtk_widget_get_width (widget) <= 0 || character <= 0)
    return;
  gtk_label_set_max_width_chars (GTK_LABEL (label), (int) CLAMP (room * PANGO_SCALE / (character * BOLD), LEAST_CHARS, LINE_CHARS));
}

static void
on_dismissed (AdwToast *toast, AdwToastOverlay *overlay)
{
  if (g_object_get_data (G_OBJECT (overlay), "zb-toast") == toast)
    g_object_set_data (G_OBJECT (overlay), "zb-toast", NULL);
}

/* While a toast is there the overlay would keep Escape for itself. In a dialog the key means the dialog. The toast goes
 * with it: put away first, its animation would end when the overlay is gone already. */
static gboolean
on_escape (GtkWidget *overlay, GVariant *args, gpointer user_data)
{
  GtkRoot *root = gtk_widget_get_root (overlay);

  if (g_object_get_data (G_OBJECT (overlay), "zb-toast") == NULL || !GTK_IS_WINDOW (root)
      || gtk_window_get_transient_for (GTK_WINDOW (root)) == NULL)
    return GDK_EVENT_PROPAGATE;
  gtk_window_close (GTK_WINDOW (root));
  return GDK_EVENT_STOP;
}

static void
pass_escape_on (AdwToastOverlay *overlay)
{
  GtkEventController *keys;

  if (g_object_get_data (G_OBJECT (overlay), "zb-keys") != NULL)
    return;
  keys = gtk_shortcut_controller_new ();
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0),
                                                          gtk_callback_action_new (on_escape, NULL, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (overlay), keys);
  g_object_set_data (G_OBJECT (overlay), "zb-keys", keys);
}

void
zb_toast_show (AdwToastOverlay *overlay, AdwToast *toast)
{
  AdwToast *before = g_object_get_data (G_OBJECT (overlay), "zb-toast");

  if (before != NULL)
    adw_toast_dismiss (before);
  fit_words (overlay, toast);
  pass_escape_on (overlay);
  g_object_set_data_full (G_OBJECT (overlay), "zb-toast", g_object_ref (toast), g_object_unref);
  g_signal_connect_object (toast, "dismissed", G_CALLBACK (on_dismissed), overlay, 0);
  adw_toast_overlay_add_toast (overlay, toast);
}
