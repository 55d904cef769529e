/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "dialogs/templates/zb-template-file.h"

#include <glib/gi18n.h>

#include "dialogs/zb-export-folder.h"

typedef struct {
  GBytes *bytes;
  ZbRosterRequest *request;
  char kind;
  gboolean keep_unknown;
  ZbRegistryProgress progress;
  gpointer progress_data;
  GtkFileChooserNative *chooser; /* (owned): must live until it has answered */
  char *path;
} Filling;

static void
filling_free (Filling *filling)
{
  g_bytes_unref (filling->bytes);
  zb_roster_request_free (filling->request);
  g_clear_object (&filling->chooser);
  g_free (filling->path);
  g_free (filling);
}

gboolean
zb_template_takes_people (const ZbRosterRequest *given, const ZbRoster *roster)
{
  gboolean is_plain = g_strcmp0 (roster->kind, given->roster->kind) == 0 && roster->rows == NULL && given->roster->rows == NULL;

  return given->ids != NULL && (roster == given->roster || is_plain);
}

ZbRosterRequest *
zb_template_request (const ZbRosterRequest *given, const ZbRoster *roster)
{
  ZbRosterRequest *request;

  if (roster == given->roster)
    return zb_roster_request_copy (given);
  request = zb_roster_request_new (roster, given->as_of);
  request->with_below = given->with_below;
  request->org = given->org;
  if (roster->subject == given->roster->subject)
    request->subject = given->subject;
  if (zb_template_takes_people (given, roster))
    {
      request->ids = g_memdup2 (given->ids, given->n_ids * sizeof *given->ids);
      request->n_ids = given->n_ids;
    }
  return request;
}

static void
on_filled (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr(GTask) task = G_TASK (user_data);
  Filling *filling = g_task_get_task_data (task);
  GError *error = NULL;

  if (zb_registry_fill_template_finish (ZB_REGISTRY (source), result, &error) >= 0)
    g_task_return_pointer (task, g_strdup (filling->path), g_free);
  else
    g_task_return_error (task, error);
}

/* The file dialog has asked already whether a file of that name may be replaced; one whose ending was added here has not
 * been seen by it and is never replaced. */
static void
on_target_chosen (GtkFileChooserNative *chooser, int response, GTask *owned)
{
  g_autoptr(GTask) task = owned;
  Filling *filling = g_task_get_task_data (task);
  g_autoptr(GFile) file = response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser)) : NULL;
  const char *end = filling->kind == 'd' ? ".docx" : ".xlsx";
  gboolean is_complete;

  gtk_native_dialog_destroy (GTK_NATIVE_DIALOG (chooser));
  g_clear_object (&filling->chooser);
  if (file == NULL || g_file_peek_path (file) == NULL)
    {
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "no file was chosen");
      return;
    }
  is_complete = g_str_has_suffix (g_file_peek_path (file), end);
  filling->path = is_complete ? g_file_get_path (file) : g_strconcat (g_file_peek_path (file), end, NULL);
  zb_export_folder_keep (filling->path);
  zb_registry_fill_template_async (g_task_get_source_object (task), filling->bytes, filling->request, filling->path, is_complete, filling->keep_unknown,
                                   filling->progress, filling->progress_data, g_task_get_cancellable (task), on_filled, g_object_ref (task));
}

void
zb_template_file_async (GtkWindow *parent, ZbRegistry *registry, const ZbTemplateCheck *check, GBytes *bytes, const ZbRosterRequest *request, const char *name,
                        gboolean keep_unknown, ZbRegistryProgress progress, gpointer progress_data, GCancellable *cancellable, GAsyncReadyCallback callback,
                        gpointer user_data)
{
  GTask *task = g_task_new (registry, cancellable, callback, user_data);
  Filling *filling = g_new0 (Filling, 1);
  g_autofree char *file_name = g_strconcat (name, check->kind == 'd' ? ".docx" : ".xlsx", NULL);

  filling->bytes = g_bytes_ref (bytes);
  filling->request = zb_roster_request_copy (request);
  filling->kind = check->kind;
  filling->keep_unknown = keep_unknown;
  filling->progress = progress;
  filling->progress_data = progress_data;
  filling->chooser = gtk_file_chooser_native_new (_("Fill the Form"), parent, GTK_FILE_CHOOSER_ACTION_SAVE, _("_Fill"), _("_Cancel"));
  g_task_set_source_tag (task, zb_template_file_async);
  g_task_set_task_data (task, filling, (GDestroyNotify) filling_free);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (filling->chooser), TRUE);
  zb_export_folder_propose (filling->chooser);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (filling->chooser), g_strdelimit (file_name, "/", '-'));
  g_signal_connect (filling->chooser, "response", G_CALLBACK (on_target_chosen), task);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (filling->chooser));
}

char *
zb_template_file_finish (ZbRegistry *registry, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

typedef struct {
  GtkFileChooserNative *chooser; /* (owned) */
  ZbTemplateChosen chosen;
  gpointer user_data;
  GDestroyNotify destroy;
} Opening;

static void
on_opened (GtkFileChooserNative *chooser, int response, Opening *opening)
{
  g_autoptr(GFile) file = response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser)) : NULL;

  gtk_native_dialog_destroy (GTK_NATIVE_DIALOG (chooser));
  opening->chosen (file != NULL ? g_file_peek_path (file) : NULL, opening->user_data);
  opening->destroy (opening->user_data);
  g_object_unref (opening->chooser);
  g_free (opening);
}

void
zb_template_file_open (GtkWindow *parent, ZbTemplateChosen chosen, gpointer user_data, GDestroyNotify destroy)
{
  static const char *const patterns[] = { "*.[xX][lL][sS][xX]", "*.[dD][oO][cC][xX]", "*.[xX][lL][tT][xX]", "*.[dD][oO][tT][xX]" };
  g_autoptr(GtkFileFilter) filter = gtk_file_filter_new ();
  Opening *opening = g_new0 (Opening, 1);

  gtk_file_filter_set_name (filter, _("Forms (.xlsx, .docx)"));
  for (guint i = 0; i < G_N_ELEMENTS (patterns); i++)
    gtk_file_filter_add_pattern (filter, patterns[i]);
  opening->chooser = gtk_file_chooser_native_new (_("Choose a Form"), parent, GTK_FILE_CHOOSER_ACTION_OPEN, _("_Open"), _("_Cancel"));
  opening->chosen = chosen;
  opening->user_data = user_data;
  opening->destroy = destroy;
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (opening->chooser), filter);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (opening->chooser), TRUE);
  g_signal_connect (opening->chooser, "response", G_CALLBACK (on_opened), opening);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (opening->chooser));
}
