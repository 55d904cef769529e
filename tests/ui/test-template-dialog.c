/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <archive.h>
#include <archive_entry.h>
#include <glib/gstdio.h>
#include <string.h>

#include "dialogs/templates/zb-template-dialog.h"
#include "service/zb-registry-template.h"
#include "zb-test-registry.h"
#include "zb-test-widgets.h"

typedef struct {
  ZbTestRegistry *here;
  GtkWidget *dialog;
  char *folder;
} Fixture;

#define TYPES "http://schemas.openxmlformats.org/package/2006/content-types"
#define RELATIONS "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
#define OFFICE "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define MAIN "http://schemas.openxmlformats.org/spreadsheetml/2006/main"

/* A workbook of one sheet. Returns: (transfer full): its path */
static char *
make_form (Fixture *self, const char *name, const char *first, const char *second)
{
  g_autofree char *sheet = g_strdup_printf ("<worksheet xmlns=\"" MAIN "\"><sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>%s</t></is></c>"
                                            "<c r=\"B1\" t=\"inlineStr\"><is><t>%s</t></is></c></row></sheetData></worksheet>", first, second);
  const struct { const char *name; const char *text; } parts[] = {
    { "[Content_Types].xml", "<Types xmlns=\"" TYPES "\"><Override PartName=\"/xl/workbook.xml\" "
                             "ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/></Types>" },
    { "_rels/.rels", RELATIONS "<Relationship Id=\"a\" Type=\"" OFFICE "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>" },
    { "xl/workbook.xml", "<workbook xmlns=\"" MAIN "\" xmlns:r=\"" OFFICE "\"><sheets><sheet name=\"表\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>" },
    { "xl/_rels/workbook.xml.rels", RELATIONS "<Relationship Id=\"r1\" Type=\"" OFFICE "/worksheet\" Target=\"sheet1.xml\"/></Relationships>" },
    { "xl/sheet1.xml", sheet },
  };
  char *path = g_build_filename (self->folder, name, NULL);
  struct archive *archive = archive_write_new ();
  struct archive_entry *entry = archive_entry_new ();

  archive_write_set_format_zip (archive);
  g_assert_cmpint (archive_write_open_filename (archive, path), ==, ARCHIVE_OK);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      archive_entry_clear (entry);
      archive_entry_set_pathname (entry, parts[i].name);
      archive_entry_set_filetype (entry, AE_IFREG);
      archive_entry_set_perm (entry, 0644);
      archive_entry_set_size (entry, (la_int64_t) strlen (parts[i].text));
      archive_write_header (archive, entry);
      archive_write_data (archive, parts[i].text, strlen (parts[i].text));
    }
  archive_write_close (archive);
  archive_entry_free (entry);
  archive_write_free (archive);
  return path;
}

static void
set_up (Fixture *self, gconstpointer data)
{
  zb_test_reset_settings ();
  self->here = zb_test_registry_new ();
  self->folder = g_dir_make_tmp ("zhibu-form-XXXXXX", NULL);
  self->dialog = GTK_WIDGET (zb_template_dialog_new (self->here->registry, NULL));
  gtk_window_present (GTK_WINDOW (self->dialog));
  zb_test_spin_idle ();
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_autoptr(GDir) folder = g_dir_open (self->folder, 0, NULL);
  const char *name;

  zb_test_close (self->dialog);
  zb_test_spin_idle ();
  zb_test_registry_free (self->here);
  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = g_build_filename (self->folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (self->folder);
  g_free (self->folder);
}

static void
activate (Fixture *self, const char *action)
{
  g_assert_true (gtk_widget_activate_action (self->dialog, action, NULL));
}

/* Before there is a form, the dialog says what one is. */
static void
test_empty (Fixture *self, gconstpointer data)
{
  g_assert_true (zb_test_shows (self->dialog, "Drop the Form Here"));
  g_assert_nonnull (zb_test_find (self->dialog, GTK_ACCESSIBLE_ROLE_BUTTON, "Choose a File…"));
  g_assert_null (zb_test_find (self->dialog, GTK_ACCESSIBLE_ROLE_BUTTON, "Fill…"));
}

/* What forms may say is there to be read before there is one. */
static void
test_labels (Fixture *self, gconstpointer data)
{
  g_autoptr(GList) windows = NULL;
  GtkWidget *labels = NULL;

  zb_test_press (self->dialog, "All Marks");
  windows = gtk_window_list_toplevels ();
  for (GList *at = windows; at != NULL && labels == NULL; at = at->next)
    labels = gtk_window_get_transient_for (at->data) == GTK_WINDOW (self->dialog) ? at->data : NULL;
  g_assert_nonnull (labels);
  g_assert_true (zb_test_shows (labels, "{{姓名}}") && zb_test_shows (labels, "{{填报单位}}") && zb_test_shows (labels, "{{正式党员数}}"));
  g_assert_false (zb_test_shows (labels, "{{应到}}"));
  zb_test_close (labels);
}

/* A form is looked into, remembered, and filled. */
static void
test_fill (Fixture *self, gconstpointer data)
{
  g_autofree char *path = make_form (self, "县委花名册.xlsx", "{{姓名}}", "{{联系电话}}");
  g_autofree char *filled = g_build_filename (self->folder, "填好.xlsx", NULL);
  g_autoptr(GFile) folder = g_file_new_for_path (self->folder);
  g_autoptr(GPtrArray) forms = NULL;

  zb_template_dialog_open (ZB_TEMPLATE_DIALOG (self->dialog), path);
  zb_test_wait_shows (self->dialog, "Every mark has a meaning");
  g_assert_true (zb_test_shows (self->dialog, "{{姓名}}") && zb_test_shows (self->dialog, "表!A1: 姓名"));
  g_assert_true (zb_test_shows (self->dialog, "联系电话 (private)") && zb_test_shows (self->dialog, "ID Numbers and Telephones in Full"));
  activate (self, "template.keep");
  zb_test_wait_shows (self->dialog, "Entered: 县委花名册");
  forms = zb_registry_templates (self->here->registry, NULL);
  g_assert_cmpuint (forms->len, ==, 1);
  g_assert_cmpstr (zb_record_get (g_ptr_array_index (forms, 0), "roster"), ==, "members");
  activate (self, "template.fill");
  zb_test_answer_save (zb_test_wait_window (GTK_TYPE_FILE_CHOOSER_DIALOG), folder, "填好.xlsx");
  zb_test_wait_shows (self->dialog, "Written: 填好.xlsx");
  g_assert_true (g_file_test (filled, G_FILE_TEST_IS_REGULAR));
}

/* What cannot be filled is named, with what may have been meant, and stands in the way until it is allowed to stay. */
static void
test_unknown (Fixture *self, gconstpointer data)
{
  g_autofree char *path = make_form (self, "错.xlsx", "{{姓民}}", "{{姓名}}");

  zb_template_dialog_open (ZB_TEMPLATE_DIALOG (self->dialog), path);
  zb_test_wait_shows (self->dialog, "1 mark cannot be filled.");
  g_assert_true (zb_test_shows (self->dialog, "表!A1: unknown; perhaps 姓名"));
  g_assert_false (gtk_widget_is_sensitive (zb_test_find (self->dialog, GTK_ACCESSIBLE_ROLE_BUTTON, "Fill…")));
  gtk_switch_set_active (GTK_SWITCH (zb_test_editor (self->dialog, "Unknown Marks Stay as They Are", GTK_TYPE_SWITCH)), TRUE);
  g_assert_true (gtk_widget_is_sensitive (zb_test_find (self->dialog, GTK_ACCESSIBLE_ROLE_BUTTON, "Fill…")));
}

/* What is no form gets its sentence, and the dialog stays as it was. */
static void
test_no_form (Fixture *self, gconstpointer data)
{
  g_autofree char *path = g_build_filename (self->folder, "旧.xls", NULL);

  g_assert_true (g_file_set_contents (path, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 and so on", -1, NULL));
  zb_template_dialog_open (ZB_TEMPLATE_DIALOG (self->dialog), path);
  zb_test_wait_shows (self->dialog, "old format .xls or .doc");
}

/* A form that was taken back is gone from the list, and comes again by undo. */
static void
test_take_back (Fixture *self, gconstpointer data)
{
  g_autofree char *path = make_form (self, "一.xlsx", "{{姓名}}", "{{性别}}");
  g_autoptr(GPtrArray) forms = NULL;

  zb_template_dialog_open (ZB_TEMPLATE_DIALOG (self->dialog), path);
  zb_test_wait_shows (self->dialog, "Every mark has a meaning");
  activate (self, "template.keep");
  zb_test_wait_shows (self->dialog, "Entered: 一");
  activate (self, "template.remove");
  zb_test_wait_shows (self->dialog, "Drop the Form Here");
  forms = zb_registry_templates (self->here->registry, NULL);
  g_assert_cmpuint (forms->len, ==, 0);
}

int
main (int argc, char **argv)
{
  zb_test_widgets_init (&argc, &argv);
#define ADD(name, function) g_test_add ("/template-dialog/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("empty", test_empty);
  ADD ("labels", test_labels);
  ADD ("fill", test_fill);
  ADD ("unknown", test_unknown);
  ADD ("no-form", test_no_form);
  ADD ("take-back", test_take_back);
#undef ADD
  return g_test_run ();
}
