/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "dialogs/zb-leave-question.h"

#include <glib/gi18n.h>

typedef struct {
  GtkWindow *form; /* (owned) */
  ZbLeaveAnswer answer;
  char *response;  /* (owned) */
} Answered;

static void
answered_free (gpointer data)
{
  Answered *self = data;

  g_object_unref (self->form);
  g_free (self->response);
  g_free (self);
}

static gboolean
pass_on (gpointer data)
{
  Answered *self = data;
  g_autoptr(GtkWindow) behind = gtk_window_get_transient_for (self->form);

  if (behind != NULL)
    g_object_ref (behind);
  self->answer (self->form, self->response);
  /* Question and form went at nearly the same moment: some window managers then give the keys to nobody. */
  if (behind != NULL && !gtk_widget_get_visible (GTK_WIDGET (self->form)))
    gtk_window_present (behind);
  return G_SOURCE_REMOVE;
}

/* The question goes with the form it stands before: first it must have finished answering. */
static void
on_response (GtkWindow *form, const char *response, GtkWidget *question)
{
  Answered *self = g_new0 (Answered, 1);

  self->form = g_object_ref (form);
  self->answer = (ZbLeaveAnswer) g_object_get_data (G_OBJECT (question), "zb-answer");
  self->response = g_strdup (response);
  g_idle_add_full (G_PRIORITY_DEFAULT, pass_on, self, answered_free);
}

void
zb_leave_question_ask (GtkWindow *form, const char *save_label, ZbLeaveAnswer answer)
{
  GtkWidget *question = save_label == NULL
    ? adw_message_dialog_new (form, _("Save the Changes?"), _("What was typed here is lost if it is not saved."))
    : adw_message_dialog_new (form, _("Leave Without Finishing?"), _("Nothing has been written yet. What was typed here is lost."));
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (question);

  adw_message_dialog_add_responses (dialog, "cancel", _("_Go On Editing"), "discard", _("_Discard"), NULL);
  if (save_label == NULL || *save_label != '\0')
    adw_message_dialog_add_response (dialog, "save", save_label != NULL ? save_label : _("_Save"));
  adw_message_dialog_set_response_appearance (dialog, "discard", ADW_RESPONSE_DESTRUCTIVE);
  if (adw_message_dialog_has_response (dialog, "save"))
    adw_message_dialog_set_response_appearance (dialog, "save", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (dialog, save_label != NULL ? "cancel" : "save");
  adw_message_dialog_set_close_response (dialog, "cancel");
  g_object_set_data (G_OBJECT (question), "zb-answer", (gpointer) answer);
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_response), form, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (question));
}
