/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files that the program is started with, or that are dropped on its icon. */
#include "config.h"

#include <archive.h>
#include <archive_entry.h>
#include <glib/gstdio.h>

#include "dialogs/import/zb-import-dialog.h"
#include "dialogs/templates/zb-template-dialog.h"
#include "shell/zb-application.h"
#include "shell/zb-settings.h"
#include "shell/zb-window.h"
#include "zb-test-registry.h"
#include "zb-test-widgets.h"

typedef struct {
  ZbTestDb *files;
  ZbApplication *application;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autofree char *id = g_strdup_printf ("io.github.zhibu.%s", (const char *) data);

  self->files = zb_test_db_new ();
  g_clear_pointer (&self->files->db, zb_db_close);
  zb_test_reset_settings ();
  self->application = zb_application_new ();
  /* The bus keeps the names of those before. */
  g_application_set_application_id (G_APPLICATION (self->application), id);
  g_application_set_flags (G_APPLICATION (self->application), G_APPLICATION_NON_UNIQUE | G_APPLICATION_HANDLES_OPEN);
  g_assert_true (g_application_register (G_APPLICATION (self->application), NULL, NULL));
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_autoptr(GList) windows = g_list_copy (gtk_application_get_windows (GTK_APPLICATION (self->application)));

  for (GList *at = windows; at != NULL; at = at->next)
    if (ZB_IS_WINDOW (at->data))
      zb_test_close (at->data);
  g_object_unref (self->application);
  zb_test_db_free (self->files);
}

static gboolean
has_window (gpointer data)
{
  return gtk_application_get_windows (data) != NULL;
}

/* The only window of a registry. */
static GtkWidget *
window_of (Fixture *self)
{
  GtkWidget *window = NULL;

  zb_test_spin_until (has_window, self->application);
  for (GList *at = gtk_application_get_windows (GTK_APPLICATION (self->application)); at != NULL; at = at->next)
    if (ZB_IS_WINDOW (at->data))
      {
        g_assert_null (window);
        window = at->data;
      }
  return window;
}

static char *
write_list (Fixture *self, const char *name, const char *text)
{
  char *path = zb_test_db_file (self->files, name);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  return path;
}

/* As the shell does it: all names at once. */
static void
open_files (Fixture *self, const char *first, const char *second)
{
  GFile *files[] = { g_file_new_for_path (first), second != NULL ? g_file_new_for_path (second) : NULL };

  g_application_open (G_APPLICATION (self->application), files, second != NULL ? 2 : 1, "");
  g_object_unref (files[0]);
  g_clear_object (&files[1]);
}

static void
have_registry (Fixture *self)
{
  zb_settings_set_string ("last-registry", self->files->path);
}

/* One import for all, on the registry that was open last. */
static void
test_lists (Fixture *self, gconstpointer data)
{
  g_autofree char *first = write_list (self, "甲支部.csv", "姓名,性别\n王听雨,女\n"), *second = write_list (self, "乙支部.CSV", "姓名,性别\n赵望山,男\n");
  GtkDropDown *files;
  GtkWidget *dialog;

  have_registry (self);
  open_files (self, first, second);
  dialog = zb_test_wait_window (ZB_TYPE_IMPORT_DIALOG);
  zb_test_wait_shows (dialog, "王听雨");
  files = GTK_DROP_DOWN (zb_test_find_type (dialog, GTK_TYPE_DROP_DOWN));
  g_assert_cmpuint (g_list_model_get_n_items (gtk_drop_down_get_model (files)), ==, 2);
  g_assert_cmpstr (zb_window_get_path (ZB_WINDOW (window_of (self))), ==, self->files->path);
  zb_test_close (dialog);
}

/* Those that come while an import is open are taken into it. */
static void
test_while_importing (Fixture *self, gconstpointer data)
{
  g_autofree char *first = write_list (self, "甲支部.csv", "姓名,性别\n王听雨,女\n"), *second = write_list (self, "乙支部.csv", "姓名,性别\n赵望山,男\n");
  GtkWidget *dialog;

  have_registry (self);
  open_files (self, first, NULL);
  dialog = zb_test_wait_window (ZB_TYPE_IMPORT_DIALOG);
  zb_test_wait_shows (dialog, "王听雨");
  open_files (self, second, NULL);
  zb_test_wait_shows (dialog, "赵望山");
  g_assert_true (zb_test_window (ZB_TYPE_IMPORT_DIALOG) == dialog);
  zb_test_close (dialog);
}

/* On the first day there is no registry: the list waits, and says so. */
static void
test_before_a_registry (Fixture *self, gconstpointer data)
{
  g_autofree char *list = write_list (self, "花名册.csv", "姓名,性别\n王听雨,女\n"), *more = write_list (self, "再一份.csv", "姓名,性别\n赵望山,男\n");
  GtkWidget *window;

  open_files (self, list, NULL);
  window = window_of (self);
  zb_test_wait_shows (window, "“花名册.csv” has arrived and is taken in as soon as a registry is open.");
  g_assert_null (zb_test_window (ZB_TYPE_IMPORT_DIALOG));
  open_files (self, more, NULL);
  zb_test_wait_shows (window, "“花名册.csv” and 1 more have arrived");
  g_assert_false (zb_test_shows (window, "has arrived"));
  zb_test_press (window, "Begin With an Empty Registry");
  zb_test_wait_shows (zb_test_wait_window (ZB_TYPE_IMPORT_DIALOG), "王听雨");
  zb_test_close (zb_test_window (ZB_TYPE_IMPORT_DIALOG));
}

/* The registry that was open last is on a stick that is not there. */
static void
test_registry_is_missed (Fixture *self, gconstpointer data)
{
  g_autofree char *list = write_list (self, "花名册.csv", "姓名,性别\n王听雨,女\n"), *away = g_strconcat (self->files->path, ".away", NULL);
  GtkWidget *window;

  have_registry (self);
  g_assert_cmpint (g_rename (self->files->path, away), ==, 0);
  open_files (self, list, NULL);
  window = window_of (self);
  zb_test_wait_shows (window, "“花名册.csv” has arrived");
  g_assert_true (zb_test_shows (window, self->files->path));
  g_assert_cmpint (g_rename (away, self->files->path), ==, 0);
  zb_test_press (window, "Try Again");
  zb_test_wait_shows (zb_test_wait_window (ZB_TYPE_IMPORT_DIALOG), "王听雨");
  zb_test_close (zb_test_window (ZB_TYPE_IMPORT_DIALOG));
}

/* A registry among them is where the lists go. */
static void
test_registry_and_list (Fixture *self, gconstpointer data)
{
  g_autofree char *list = write_list (self, "花名册.csv", "姓名,性别\n王听雨,女\n");

  open_files (self, list, self->files->path);
  zb_test_wait_shows (zb_test_wait_window (ZB_TYPE_IMPORT_DIALOG), "王听雨");
  g_assert_cmpstr (zb_window_get_path (ZB_WINDOW (window_of (self))), ==, self->files->path);
  zb_test_close (zb_test_window (ZB_TYPE_IMPORT_DIALOG));
}

/* A file of the fixtures, unpacked. Returns: (transfer full) */
static char *
unpack (Fixture *self, const char *folder, const char *packed, const char *name)
{
  g_autofree char *from = g_build_filename (g_getenv ("ZB_SOURCEDIR"), "tests", "fixtures", folder, packed, NULL);
  char *path = zb_test_db_file (self->files, name);
  g_autoptr(GByteArray) bytes = g_byte_array_new ();
  struct archive *archive = archive_read_new ();
  struct archive_entry *entry;
  guint8 buffer[4096];
  la_ssize_t n;

  archive_read_support_filter_xz (archive);
  archive_read_support_format_raw (archive);
  g_assert_cmpint (archive_read_open_filename (archive, from, 4096), ==, ARCHIVE_OK);
  g_assert_cmpint (archive_read_next_header (archive, &entry), ==, ARCHIVE_OK);
  while ((n = archive_read_data (archive, buffer, sizeof buffer)) > 0)
    g_byte_array_append (bytes, buffer, (guint) n);
  g_assert_cmpint (n, ==, 0);
  archive_read_free (archive);
  g_assert_true (g_file_set_contents (path, (const char *) bytes->data, bytes->len, NULL));
  return path;
}

/* What has marks is a form, be it a workbook or a document. */
static void
test_forms (Fixture *self, gconstpointer data)
{
  static const char *const names[][2] = { { "libreoffice.xlsx.xz", "县委表.xlsx" }, { "libreoffice.docx.xz", "登记表.docx" } };

  have_registry (self);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *form = unpack (self, "forms", names[i][0], names[i][1]);
      GtkWidget *dialog;

      open_files (self, form, NULL);
      dialog = zb_test_wait_window (ZB_TYPE_TEMPLATE_DIALOG);
      zb_test_wait_shows (dialog, names[i][1]);
      zb_test_wait_shows (dialog, "Every mark has a meaning");
      zb_test_close (dialog);
    }
}

/* A document without marks holds a list. */
static void
test_document (Fixture *self, gconstpointer data)
{
  g_autofree char *roster = unpack (self, "rosters", "libreoffice.docx.xz", "名册.docx");
  GtkWidget *dialog;

  have_registry (self);
  open_files (self, roster, NULL);
  dialog = zb_test_wait_window (ZB_TYPE_IMPORT_DIALOG);
  zb_test_wait_shows (dialog, "张三");
  zb_test_close (dialog);
}

#define ADD(name, test) g_test_add ("/open-files/" name, Fixture, "T" #test, set_up, test, tear_down)

int
main (int argc, char *argv[])
{
  zb_test_widgets_init (&argc, &argv);
  ADD ("lists", test_lists);
  ADD ("while-importing", test_while_importing);
  ADD ("before-a-registry", test_before_a_registry);
  ADD ("registry-is-missed", test_registry_is_missed);
  ADD ("registry-and-list", test_registry_and_list);
  ADD ("forms", test_forms);
  ADD ("document", test_document);
  return g_test_run ();
}
