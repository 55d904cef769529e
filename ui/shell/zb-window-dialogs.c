/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "shell/zb-window-private.h"

#include <glib/gi18n.h>

#include "dialogs/zb-access-dialog.h"
#include "dialogs/zb-document-dialog.h"
#include "dialogs/zb-export-dialog.h"
#include "dialogs/zb-export-file.h"
#include "dialogs/zb-findings-dialog.h"
#include "dialogs/templates/zb-template-dialog.h"
#include "exchange/zb-import.h"
#include "service/zb-registry-occasion.h"
#include "dialogs/zb-log-dialog.h"
#include "dialogs/zb-present.h"
#include "widgets/zb-toast.h"

/* What the menu opens in a window of its own. A dialog is one function here. */

/* Print and export. */

static void
on_exported (ZbWindow *self, const char *path)
{
  zb_toast_show (self->toasts, zb_export_file_toast (path));
}

static void
present_export (ZbWindow *self, const ZbRosterRequest *request, const char *occasion)
{
  ZbExportDialog *dialog = zb_export_dialog_new_for (self->registry, request, occasion);

  g_signal_connect_object (dialog, "exported", G_CALLBACK (on_exported), self, G_CONNECT_SWAPPED);
  zb_present_over (GTK_WINDOW (dialog), GTK_WIDGET (self));
}

void
zb_window_present_export (ZbWindow *self, const ZbRosterRequest *request)
{
  present_export (self, request, NULL);
}

void
zb_window_present_occasion (ZbWindow *self, gint64 id)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ZbRosterRequest) request = self->registry != NULL ? zb_registry_occasion_request (self->registry, id, 0, &error) : NULL;
  g_autofree char *name = request != NULL ? zb_registry_title (self->registry, &zb_kind_occasion, id) : NULL;

  if (request != NULL)
    present_export (self, request, name);
  else if (error != NULL)
    zb_window_toast_error (self, error);
}

void
zb_window_present_document (ZbWindow *self, const ZbDocumentRequest *request)
{
  ZbDocumentDialog *dialog = zb_document_dialog_new (self->registry, request);

  g_signal_connect_object (dialog, "exported", G_CALLBACK (on_exported), self, G_CONNECT_SWAPPED);
  zb_present_over (GTK_WINDOW (dialog), GTK_WIDGET (self));
}

static void
export (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ZbWindow *self = ZB_WINDOW (widget);
  ZbPage *page = zb_window_get_page (self);
  g_autoptr(ZbRosterRequest) request = page != NULL ? zb_page_make_request (page) : NULL;

  if (self->registry == NULL)
    return;
  if (request == NULL)
    request = zb_roster_request_new (zb_roster_get ("members"), zb_registry_today (self->registry));
  zb_window_present_export (self, request);
}

/* The forms of others, filled with whom the page shows. */
static void
show_templates (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ZbWindow *self = ZB_WINDOW (widget);
  ZbPage *page = zb_window_get_page (self);
  g_autoptr(ZbRosterRequest) request = page != NULL ? zb_page_make_request (page) : NULL;

  if (self->registry != NULL)
    zb_template_dialog_show (GTK_WINDOW (self), self->registry, request);
}

/* Import. */

static void
import (GtkWidget *widget, const char *action, GVariant *parameter)
{
  const ZbKind *kind = g_str_equal (action, "win.import-organizations") ? &zb_kind_organization : &zb_kind_member;

  if (parameter != NULL)
    kind = zb_kind_get (g_variant_get_string (parameter, NULL));
  if (kind != NULL && zb_import_knows (kind))
    zb_window_present_import (ZB_WINDOW (widget), kind);
}

/* The log and the check: both lead to records. */

static void
on_open_record (ZbWindow *self, const ZbKind *kind, gint64 id)
{
  ZbPage *page = zb_window_get_page (self);

  if (page != NULL)
    zb_page_ask_for_record (GTK_WIDGET (page), kind, id);
}

static void
show_log (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ZbWindow *self = ZB_WINDOW (widget);
  GtkWindow *dialog;

  if (self->registry == NULL)
    return;
  dialog = zb_log_dialog_new (self->registry);
  g_signal_connect_object (dialog, "open-record", G_CALLBACK (on_open_record), self, G_CONNECT_SWAPPED);
  zb_present_over (dialog, GTK_WIDGET (self));
}

static void
show_access (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ZbWindow *self = ZB_WINDOW (widget);
  GtkWindow *dialog;

  if (self->registry == NULL)
    return;
  dialog = zb_access_dialog_new (self->registry);
  g_signal_connect_object (dialog, "open-record", G_CALLBACK (on_open_record), self, G_CONNECT_SWAPPED);
  zb_present_over (dialog, GTK_WIDGET (self));
}

static void
check (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ZbWindow *self = ZB_WINDOW (widget);
  GtkWindow *dialog;

  if (self->registry == NULL)
    return;
  dialog = zb_findings_dialog_new (self->registry);
  g_signal_connect_object (dialog, "open-record", G_CALLBACK (on_open_record), self, G_CONNECT_SWAPPED);
  zb_present_over (dialog, GTK_WIDGET (self));
}

/* Backup. */

static void
on_backed_up (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr(ZbWindow) self = ZB_WINDOW (user_data);
  g_autoptr(GError) error = NULL;
  g_autofree char *words = NULL;

  if (!zb_registry_backup_finish (ZB_REGISTRY (source), result, &words, &error))
    zb_window_toast_error (self, error);
  else
    zb_window_toast (self, words, FALSE);
}

/* The file dialog has asked before it gives the name of an existing file. */
static void
on_backup_chosen (ZbWindow *self, const char *path)
{
  if (self->registry != NULL)
    zb_registry_backup_async (self->registry, path, TRUE, NULL, on_backed_up, g_object_ref (self));
}

static void
back_up (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_autoptr(GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *day = g_date_time_format (now, "%Y%m%d");
  /* Translators: name of a backup file; %s is the date */
  g_autofree char *name = g_strdup_printf (_("registry-backup-%s.zhibu"), day);

  zb_window_choose_file (ZB_WINDOW (widget), _("Back Up the Registry"), _("_Back Up"), GTK_FILE_CHOOSER_ACTION_SAVE,
                         name, on_backup_chosen);
}

void
zb_window_install_dialog_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.print", NULL, export);
  gtk_widget_class_install_action (widget_class, "win.export", NULL, export);
  gtk_widget_class_install_action (widget_class, "win.templates", NULL, show_templates);
  gtk_widget_class_install_action (widget_class, "win.import", NULL, import);
  gtk_widget_class_install_action (widget_class, "win.import-organizations", NULL, import);
  gtk_widget_class_install_action (widget_class, "win.import-list", "s", import);
  gtk_widget_class_install_action (widget_class, "win.log", NULL, show_log);
  gtk_widget_class_install_action (widget_class, "win.access-log", NULL, show_access);
  gtk_widget_class_install_action (widget_class, "win.check", NULL, check);
  gtk_widget_class_install_action (widget_class, "win.backup", NULL, back_up);
}
