/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "import-dialog-fixture.h"

const char import_dialog_good[] = "姓名,性别,所在党支部\n李测试,男,第一党支部\n王小样,女,第一党支部\n";
const char import_dialog_one_bad[] = "姓名,出生日期,所在党支部\n李测试,1985.07,第一党支部\n王小样,1990-13-40,第一党支部\n";

void
import_dialog_on_imported (ImportDialog *self, const char *words)
{
  self->words = g_strdup (words);
}

/* Opens the dialog on a file with that content. */
void
import_dialog_open_of (ImportDialog *self, const ZbKind *kind, const char *name, const char *content)
{
  g_autofree char *path = zb_test_db_file (self->here->files, name);

  g_assert_true (g_file_set_contents (path, content, -1, NULL));
  self->dialog = GTK_WIDGET (zb_import_dialog_new (self->here->registry, kind, path));
  g_signal_connect_swapped (self->dialog, "imported", G_CALLBACK (import_dialog_on_imported), self);
  gtk_window_present (GTK_WINDOW (self->dialog));
}

void
import_dialog_open (ImportDialog *self, const char *name, const char *content)
{
  import_dialog_open_of (self, &zb_kind_member, name, content);
}

void
import_dialog_set_up (ImportDialog *self, gconstpointer data)
{
  self->here = zb_test_registry_new ();
}

void
import_dialog_tear_down (ImportDialog *self, gconstpointer data)
{
  g_free (self->words);
  zb_test_registry_free (self->here);
}

gboolean
import_dialog_can_import (gpointer data)
{
  ImportDialog *self = data;

  return gtk_widget_is_sensitive (zb_test_find (self->dialog, GTK_ACCESSIBLE_ROLE_BUTTON, "Import"));
}


gboolean
import_dialog_is_imported (gpointer data)
{
  return ((ImportDialog *) data)->words != NULL;
}

/* Takes the list in, sees what was done, and closes. */
void
import_dialog_take (ImportDialog *self)
{
  zb_test_press (self->dialog, "Import");
  zb_test_wait_shows (self->dialog, "Result of the Import");
  zb_test_press (self->dialog, "Close");
  zb_test_spin_until (import_dialog_is_imported, self);
}

/* The number that stands beside a count, -1 where there is no such count. */
int
import_dialog_count (ImportDialog *self, const char *label)
{
  GtkWidget *name = zb_test_find (self->dialog, GTK_ACCESSIBLE_ROLE_LABEL, label);
  GtkWidget *value = name != NULL ? gtk_widget_get_next_sibling (name) : NULL;

  if (value == NULL)
    return -1;
  return (int) g_ascii_strtoll (GTK_IS_BUTTON (value) ? gtk_button_get_label (GTK_BUTTON (value)) : gtk_label_get_text (GTK_LABEL (value)), NULL, 10);
}
