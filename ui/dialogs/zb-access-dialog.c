/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "dialogs/zb-access-dialog.h"

#include <glib/gi18n.h>

#include "service/zb-words.h"

/* Further back than anybody scrolls; the command line lists all. */
#define MAX_SHOWN 500

struct _ZbAccessDialog
{
  AdwWindow parent_instance;

  GPtrArray *log; /* (owned) (nullable) */
};

static guint open_record_signal;

G_DEFINE_FINAL_TYPE (ZbAccessDialog, zb_access_dialog, ADW_TYPE_WINDOW)

static void
on_row_activated (ZbAccessDialog *self, GtkWidget *row)
{
  const ZbAccess *access = g_object_get_data (G_OBJECT (row), "access");

  g_signal_emit (self, open_record_signal, 0, (gpointer) access->kind, access->record);
  gtk_window_close (GTK_WINDOW (self));
}

static GtkWidget *
access_row (ZbAccessDialog *self, ZbAccess *access)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *words = zb_words_access (access);
  g_autofree char *when = zb_words_moment (access->at);
  /* Translators: %1$s a time, %2$s who did it */
  g_autofree char *about = g_strdup_printf (_("%1$s, %2$s"), when, *access->who != '\0' ? access->who : _("unknown"));

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), words);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), about);
  if (access->record != 0)
    {
      g_object_set_data (G_OBJECT (row), "access", access);
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
      g_signal_connect_object (row, "activated", G_CALLBACK (on_row_activated), self, G_CONNECT_SWAPPED);
    }
  return row;
}

static GtkWidget *
make_list (ZbAccessDialog *self)
{
  GtkWidget *page = adw_preferences_page_new ();
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group),
                                         _("Covered values that were shown, and lists and papers written to files."));
  for (guint i = 0; i < self->log->len; i++)
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), access_row (self, g_ptr_array_index (self->log, i)));
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (group));
  return page;
}

static GtkWidget *
make_status (const GError *error)
{
  GtkWidget *status = adw_status_page_new ();

  if (error != NULL)
    {
      g_autofree char *words = zb_words_sentence (error);
      g_autofree char *markup = g_markup_escape_text (words, -1);

      adw_status_page_set_icon_name (ADW_STATUS_PAGE (status), "dialog-warning-symbolic");
      adw_status_page_set_description (ADW_STATUS_PAGE (status), markup);
      return status;
    }
  adw_status_page_set_icon_name (ADW_STATUS_PAGE (status), "view-reveal-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (status), _("Nothing Was Shown or Exported Yet"));
  return status;
}

static void
zb_access_dialog_finalize (GObject *object)
{
  g_clear_pointer (&ZB_ACCESS_DIALOG (object)->log, g_ptr_array_unref);
  G_OBJECT_CLASS (zb_access_dialog_parent_class)->finalize (object);
}

static void
zb_access_dialog_class_init (ZbAccessDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = zb_access_dialog_finalize;
  open_record_signal = g_signal_new ("open-record", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 2, G_TYPE_POINTER, G_TYPE_INT64);
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
zb_access_dialog_init (ZbAccessDialog *self)
{
  gtk_window_set_title (GTK_WINDOW (self), _("Shown and Exported"));
  gtk_window_set_default_size (GTK_WINDOW (self), 640, 560);
}

GtkWindow *
zb_access_dialog_new (ZbRegistry *registry)
{
  ZbAccessDialog *self = g_object_new (ZB_TYPE_ACCESS_DIALOG, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autoptr(GError) error = NULL;
  GtkWidget *content;

  self->log = zb_registry_access_log (registry, MAX_SHOWN, &error);
  content = self->log != NULL && self->log->len > 0 ? make_list (self) : make_status (error);
  gtk_widget_set_vexpand (content, TRUE);
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), content);
  adw_window_set_content (ADW_WINDOW (self), box);
  return GTK_WINDOW (self);
}
