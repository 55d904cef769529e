/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "shell/zb-window-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "dialogs/import/zb-import-dialog.h"
#include "dialogs/import/zb-import-file.h"
#include "dialogs/templates/zb-template-dialog.h"
#include "dialogs/zb-present.h"
#include "service/zb-registry-template.h"

/* Files that come from outside: dropped on the window or on the program's icon, or named when it was started. */

/* Import. */

static void
on_imported (ZbWindow *self, const char *words)
{
  zb_window_toast (self, words, TRUE);
}

static void
on_import_stopped (ZbWindow *self, const char *words)
{
  zb_window_toast (self, words, FALSE);
}

static ZbImportDialog *
present_import (ZbWindow *self, const ZbKind *kind)
{
  ZbImportDialog *dialog = zb_import_dialog_new (self->registry, kind, NULL);

  g_signal_connect_object (dialog, "imported", G_CALLBACK (on_imported), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (dialog, "stopped", G_CALLBACK (on_import_stopped), self, G_CONNECT_SWAPPED);
  zb_present_over (GTK_WINDOW (dialog), GTK_WIDGET (self));
  return dialog;
}

void
zb_window_present_import (ZbWindow *self, const ZbKind *kind)
{
  if (self->registry != NULL)
    present_import (self, kind);
}

/* Returns: (nullable): the import that is open over the window */
static ZbImportDialog *
open_import (ZbWindow *self)
{
  g_autoptr(GList) windows = gtk_window_list_toplevels ();

  for (GList *at = windows; at != NULL; at = at->next)
    if (ZB_IS_IMPORT_DIALOG (at->data) && gtk_widget_get_visible (at->data) && gtk_window_get_transient_for (at->data) == GTK_WINDOW (self))
      return at->data;
  return NULL;
}

void
zb_window_import_files (ZbWindow *self, GSList *files)
{
  ZbImportDialog *dialog = open_import (self);
  g_autoptr(GError) error = NULL;

  if (self->registry == NULL)
    return;
  if (zb_registry_is_read_only (self->registry))
    {
      error = g_error_new_literal (ZB_STORE_ERROR, ZB_STORE_ERROR_READ_ONLY, "the registry can only be read");
      zb_window_toast_error (self, error);
      return;
    }
  if (dialog == NULL)
    dialog = present_import (self, &zb_kind_member);
  else
    gtk_window_present (GTK_WINDOW (dialog));
  zb_import_dialog_add (dialog, files);
}

/* What is a list and what a form. */

typedef struct {
  ZbWindow *window; /* (owned) */
  GSList *left;     /* (owned) (element-type GFile): not looked at yet */
  GSList *lists;    /* (owned) (element-type GFile) */
  GFile *form;      /* (owned) (nullable): the first */
} Sorting;

static void
sorting_free (Sorting *sorting)
{
  g_slist_free_full (sorting->left, g_object_unref);
  g_slist_free_full (sorting->lists, g_object_unref);
  g_clear_object (&sorting->form);
  g_object_unref (sorting->window);
  g_free (sorting);
}

/* A form comes after the lists: it is filled with who is in the registry. */
static void
present_sorted (Sorting *sorting)
{
  ZbWindow *self = sorting->window;

  if (self->registry != NULL && sorting->lists != NULL)
    zb_window_import_files (self, sorting->lists);
  else if (self->registry != NULL && sorting->form != NULL)
    zb_template_dialog_open (zb_template_dialog_show (GTK_WINDOW (self), self->registry, NULL), g_file_peek_path (sorting->form));
  sorting_free (sorting);
}

static gboolean
ends_with (const char *path, const char *suffix)
{
  gsize length = strlen (path), of_suffix = strlen (suffix);

  return length >= of_suffix && g_ascii_strcasecmp (path + length - of_suffix, suffix) == 0;
}

static void sort_next (Sorting *sorting);

/* Marks make a form of a workbook or a document. Whatever is wrong with a file, the one who reads lists says better. */
static void
on_looked_into (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Sorting *sorting = user_data;
  GFile *file = sorting->left->data;
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(ZbTemplateCheck) check = zb_registry_check_template_finish (ZB_REGISTRY (source), result, &bytes, NULL);

  sorting->left = g_slist_delete_link (sorting->left, sorting->left);
  if (check == NULL)
    sorting->lists = g_slist_append (sorting->lists, file);
  else if (sorting->form == NULL)
    sorting->form = file;
  else
    g_object_unref (file);
  sort_next (sorting);
}

static void
sort_next (Sorting *sorting)
{
  ZbWindow *self = sorting->window;

  while (sorting->left != NULL && self->registry != NULL)
    {
      const char *path = g_file_peek_path (sorting->left->data);

      if (ends_with (path, ".docx") || ends_with (path, ".xlsx"))
        {
          zb_registry_check_template_async (self->registry, path, NULL, NULL, self->cancellable, on_looked_into, sorting);
          return;
        }
      sorting->lists = g_slist_append (sorting->lists, sorting->left->data);
      sorting->left = g_slist_delete_link (sorting->left, sorting->left);
    }
  present_sorted (sorting);
}

/* Waiting for a registry. */

/* A page that asks what to do first says that the files are not forgotten. */
void
zb_window_tell_waiting (ZbWindow *self)
{
  GtkWidget *page = gtk_stack_get_visible_child (self->stack);
  g_autofree char *name = NULL, *words = NULL, *markup = NULL, *text = NULL;
  const char *before;
  guint n = g_slist_length (self->waiting);

  if (n == 0 || !ADW_IS_STATUS_PAGE (page))
    return;
  name = g_filename_display_basename (g_file_peek_path (self->waiting->data));
  if (n == 1)
    /* Translators: %s is the name of a file that was given to the program before it has a registry */
    words = g_strdup_printf (_("“%s” has arrived and is taken in as soon as a registry is open."), name);
  else
    /* Translators: %1$s is the name of a file that was given to the program before it has a registry, %2$u how many came with it */
    words = g_strdup_printf (ngettext ("“%1$s” and %2$u more have arrived and are taken in as soon as a registry is open.",
                                       "“%1$s” and %2$u more have arrived and are taken in as soon as a registry is open.", n - 1), name, n - 1);
  markup = g_markup_escape_text (words, -1);
  if (g_object_get_data (G_OBJECT (page), "zb-before") == NULL)
    g_object_set_data_full (G_OBJECT (page), "zb-before", g_strdup (adw_status_page_get_description (ADW_STATUS_PAGE (page))), g_free);
  before = g_object_get_data (G_OBJECT (page), "zb-before");
  text = before != NULL && *before != '\0' ? g_strconcat (before, "\n", markup, NULL) : g_steal_pointer (&markup);
  adw_status_page_set_description (ADW_STATUS_PAGE (page), text);
}

void
zb_window_take_waiting (ZbWindow *self)
{
  Sorting *sorting;

  if (self->registry == NULL || self->waiting == NULL)
    return;
  sorting = g_new0 (Sorting, 1);
  sorting->window = g_object_ref (self);
  sorting->left = g_steal_pointer (&self->waiting);
  sort_next (sorting);
}

gboolean
zb_window_takes_file (GFile *file)
{
  const char *path = g_file_peek_path (file);

  return path != NULL && zb_import_file_is_list (path);
}

void
zb_window_take_files (ZbWindow *self, GSList *files)
{
  g_return_if_fail (ZB_IS_WINDOW (self));

  for (GSList *at = files; at != NULL; at = at->next)
    if (g_file_peek_path (at->data) != NULL)
      self->waiting = g_slist_append (self->waiting, g_object_ref (at->data));
  if (self->registry != NULL)
    zb_window_take_waiting (self);
  else
    zb_window_tell_waiting (self);
}

/* Dropping: a registry is opened, everything else taken in or told why not. */
static gboolean
on_drop (ZbWindow *self, const GValue *value)
{
  GSList *files = gdk_file_list_get_files (g_value_get_boxed (value));
  const char *first = files != NULL ? g_file_peek_path (files->data) : NULL;

  if (first != NULL && files->next == NULL && ends_with (first, ".zhibu"))
    zb_window_open (self, first, ZB_START_NONE);
  else if (first != NULL)
    zb_window_take_files (self, files);
  g_slist_free (files);
  return first != NULL;
}

void
zb_window_accept_files (ZbWindow *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  g_signal_connect_swapped (target, "drop", G_CALLBACK (on_drop), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}
