/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/zb-toast.h"

#define LINE_CHARS 64
#define REFUSAL_SECONDS 15

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
