/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "dialogs/zb-export-dialog.h"
#include "zb-test-registry.h"
#include "zb-test-widgets.h"

/* What the dialog of lists chooses by itself, and what stays as somebody chose it. */

typedef struct {
  ZbTestRegistry *here;
  GtkWidget *dialog;
  gint64 first; /* 赵样本 */
} Fixture;

/* Two branches, one member each. */
static void
set_up (Fixture *self, gconstpointer data)
{
  gint64 second;

  zb_test_reset_settings ();
  self->here = zb_test_registry_new ();
  zb_test_db_reopen (self->here->files);
  second = zb_test_organization (self->here->files->db, "branch", "第二党支部", 0);
  self->first = zb_test_member (self->here->files->db, "赵样本", self->here->branch, "category", "full", "joined_on", "2001-07-01", "confirmed_on", "2002-07-01",
                                "phone", "19900000001", NULL);
  zb_test_member (self->here->files->db, "钱样本", second, "category", "full", "joined_on", "2001-12-09", "confirmed_on", "2002-12-09", "phone",
                  "19900000002", NULL);
  g_clear_pointer (&self->here->files->db, zb_db_close);
  zb_test_registry_wait_columns (self->here->registry, 2);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  zb_test_close (self->dialog);
  zb_test_spin_idle ();
  zb_test_registry_free (self->here);
}

static void
open_dialog (Fixture *self, const char *roster, gint64 org, ZbDate as_of)
{
  g_autoptr(ZbRosterRequest) request = zb_roster_request_new (zb_roster_get (roster), as_of);

  request->org = org;
  self->dialog = GTK_WIDGET (zb_export_dialog_new (self->here->registry, request));
  gtk_window_present (GTK_WINDOW (self->dialog));
  zb_test_wait_shows (self->dialog, "Page 1 of ");
}

static GtkCheckButton *
tick (Fixture *self, const char *heading)
{
  return GTK_CHECK_BUTTON (zb_test_find_type (zb_test_find (self->dialog, GTK_ACCESSIBLE_ROLE_LIST_ITEM, heading), GTK_TYPE_CHECK_BUTTON));
}

typedef struct {
  Fixture *self;
  const char *heading;
  gboolean ticked;
} Ticked;

static gboolean
is_so (gpointer data)
{
  Ticked *wanted = data;

  return gtk_check_button_get_active (tick (wanted->self, wanted->heading)) == wanted->ticked;
}

static void
wait_ticked (Fixture *self, const char *heading, gboolean ticked)
{
  zb_test_spin_until (is_so, &(Ticked) { self, heading, ticked });
}

static void
set_internal (Fixture *self, gboolean internal)
{
  GtkWidget *row = zb_test_find (self->dialog, GTK_ACCESSIBLE_ROLE_LIST_ITEM, "Internal Edition");

  gtk_switch_set_active (GTK_SWITCH (zb_test_find_type (row, GTK_TYPE_SWITCH)), internal);
}

static void
choose_org (Fixture *self, guint i)
{
  adw_combo_row_set_selected (ADW_COMBO_ROW (zb_test_find (self->dialog, GTK_ACCESSIBLE_ROLE_COMBO_BOX, "Organisation")), i);
}

/* The CSV that the dialog writes. */
static char *
written (Fixture *self, const char *name)
{
  g_autoptr(GFile) folder = g_file_new_for_path (self->here->files->folder);
  g_autofree char *path = zb_test_db_file (self->here->files, name), *words = g_strdup_printf ("Written: %s", name);
  char *text = NULL;

  zb_test_press (self->dialog, "CSV…");
  zb_test_answer_save (zb_test_wait_window (GTK_TYPE_FILE_CHOOSER_DIALOG), folder, name);
  zb_test_wait_no_window (GTK_TYPE_FILE_CHOOSER_DIALOG);
  zb_test_wait_shows (self->dialog, words);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  return text;
}

/* A list of several branches names them, as it does on the command line; that of one does not. */
static void
test_branches (Fixture *self, gconstpointer data)
{
  static const struct { const char *roster, *heading; } lists[] = { { "members", "所在党支部" }, { "contacts", "所在党支部" } };

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      g_autofree char *all = NULL, *one = NULL, *name = g_strdup_printf ("%s.csv", lists[i].roster), *again = g_strdup_printf ("one-%s", name);

      open_dialog (self, lists[i].roster, 0, (ZbDate) { 2026, 7, 1 });
      wait_ticked (self, lists[i].heading, TRUE);
      all = written (self, name);
      g_assert_nonnull (strstr (all, lists[i].heading));
      choose_org (self, 1);
      wait_ticked (self, lists[i].heading, FALSE);
      one = written (self, again);
      g_assert_null (strstr (one, lists[i].heading));
      if (i + 1 < G_N_ELEMENTS (lists))
        zb_test_close (self->dialog);
    }
}

/* Columns that were chosen stay, whatever the list is of. */
static void
test_chosen (Fixture *self, gconstpointer data)
{
  g_autofree char *text = NULL;

  open_dialog (self, "members", self->here->branch, (ZbDate) { 2026, 7, 1 });
  wait_ticked (self, "所在党支部", FALSE);
  gtk_check_button_set_active (tick (self, "籍贯"), FALSE);
  choose_org (self, 0);
  text = written (self, "chosen.csv");
  g_assert_nonnull (strstr (text, "钱样本"));
  g_assert_null (strstr (text, "所在党支部"));
  g_assert_null (strstr (text, "籍贯"));
}

/* The internal edition brings what it is for; the public one takes it away. */
static void
test_edition (Fixture *self, gconstpointer data)
{
  g_autofree char *internal = NULL, *public = NULL;

  open_dialog (self, "committee", 0, (ZbDate) { 2026, 7, 1 });
  wait_ticked (self, "手机号", FALSE);
  set_internal (self, TRUE);
  wait_ticked (self, "手机号", TRUE);
  zb_test_close (self->dialog);
  /* A list of contacts is for inside from the beginning. */
  open_dialog (self, "contacts", 0, (ZbDate) { 2026, 7, 1 });
  wait_ticked (self, "手机", TRUE);
  internal = written (self, "internal.csv");
  g_assert_nonnull (strstr (internal, "19900000001"));
  set_internal (self, FALSE);
  wait_ticked (self, "手机", FALSE);
  public = written (self, "public.csv");
  g_assert_null (strstr (public, "手机"));
}

/* The same where columns were chosen, unless a private one is among them: then it is that one, and no other. */
static void
test_edition_of_chosen (Fixture *self, gconstpointer data)
{
  open_dialog (self, "contacts", 0, (ZbDate) { 2026, 7, 1 });
  wait_ticked (self, "手机", TRUE);
  gtk_check_button_set_active (tick (self, "性别"), FALSE);
  g_assert_true (gtk_check_button_get_active (tick (self, "手机")));
  g_assert_true (gtk_check_button_get_active (tick (self, "家庭住址")));
  g_assert_false (gtk_check_button_get_active (tick (self, "性别")));
  set_internal (self, FALSE);
  g_assert_false (gtk_check_button_get_active (tick (self, "手机")));
  g_assert_false (gtk_check_button_get_active (tick (self, "家庭住址")));
  gtk_check_button_set_active (tick (self, "手机"), TRUE);
  set_internal (self, TRUE);
  g_assert_true (gtk_check_button_get_active (tick (self, "手机")));
  g_assert_false (gtk_check_button_get_active (tick (self, "家庭住址")));
  set_internal (self, FALSE);
  g_assert_true (gtk_check_button_get_active (tick (self, "手机")));
}

static GtkWidget *
find_entry_row (GtkWidget *root, const char *title)
{
  GtkWidget *found = ADW_IS_ENTRY_ROW (root) && gtk_widget_get_mapped (root) && g_str_equal (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (root)), title) ? root : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL; child = gtk_widget_get_next_sibling (child))
    found = find_entry_row (child, title);
  return found;
}

static GtkWidget *
entry_row (Fixture *self, const char *title)
{
  GtkWidget *row = find_entry_row (self->dialog, title);

  g_assert_nonnull (row);
  return row;
}

/* A list of a month asks for the month, one of a year for the year: not for a day. */
static void
test_month_and_year (Fixture *self, gconstpointer data)
{
  GtkWidget *month;

  open_dialog (self, "birthdays", 0, (ZbDate) { 2026, 7, 15 });
  month = entry_row (self, "Month");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (month)), ==, "2026.07");
  g_assert_true (zb_test_shows (self->dialog, "共 1 人"));
  gtk_editable_set_text (GTK_EDITABLE (month), "2026.08");
  g_signal_emit_by_name (month, "entry-activated");
  zb_test_wait_shows (self->dialog, "共 0 人");
  gtk_editable_set_text (GTK_EDITABLE (month), "2026年12月");
  g_signal_emit_by_name (month, "entry-activated");
  zb_test_wait_shows (self->dialog, "共 1 人");
  zb_test_close (self->dialog);

  open_dialog (self, "medal50", 0, (ZbDate) { 2026, 7, 15 });
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry_row (self, "Year"))), ==, "2026");
  zb_test_close (self->dialog);

  open_dialog (self, "attendance", 0, (ZbDate) { 2026, 7, 15 });
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry_row (self, "First Day"))), ==, "2026.01.01");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry_row (self, "Last Day"))), ==, "2026.07.15");
}

/* A size of type that is no whole number is shown as it is, and is not lost by looking at it. */
static void
test_half_size (Fixture *self, gconstpointer data)
{
  GtkSpinButton *size;

  open_dialog (self, "contacts", 0, (ZbDate) { 2026, 7, 1 });
  size = GTK_SPIN_BUTTON (zb_test_find_type (zb_test_find (self->dialog, GTK_ACCESSIBLE_ROLE_LIST_ITEM, "Type Size"), GTK_TYPE_SPIN_BUTTON));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (size)), ==, "10.5");
  gtk_spin_button_update (size);
  g_assert_cmpfloat (gtk_spin_button_get_value (size), ==, 10.5);
  gtk_spin_button_set_value (size, 12);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (size)), ==, "12");
}

/* Letters that had to be made smaller than was asked for are told. */
static void
test_smaller_letters (Fixture *self, gconstpointer data)
{
  GtkSpinButton *size;

  open_dialog (self, "members", 0, (ZbDate) { 2026, 7, 1 });
  g_assert_false (zb_test_shows (self->dialog, "the columns do not fit"));
  size = GTK_SPIN_BUTTON (zb_test_find_type (zb_test_find (self->dialog, GTK_ACCESSIBLE_ROLE_LIST_ITEM, "Type Size"), GTK_TYPE_SPIN_BUTTON));
  gtk_spin_button_set_value (size, 18);
  zb_test_wait_shows (self->dialog, "At 18 points the columns do not fit");
  gtk_spin_button_set_value (size, 9);
  zb_test_wait_shows (self->dialog, "共 2 人");
}

/* A list that nobody is in says so. */
static void
test_empty (Fixture *self, gconstpointer data)
{
  open_dialog (self, "former", 0, (ZbDate) { 2026, 7, 1 });
  zb_test_wait_shows (self->dialog, "the list is empty");
}

/* The next file dialog begins where the last file was written. */
static void
test_folder (Fixture *self, gconstpointer data)
{
  g_autoptr(GFile) folder = g_file_new_for_path (self->here->files->folder), current = NULL;
  g_autofree char *text = NULL;
  GtkWidget *chooser;

  open_dialog (self, "members", 0, (ZbDate) { 2026, 7, 1 });
  text = written (self, "first.csv");
  zb_test_press (self->dialog, "PDF…");
  chooser = zb_test_wait_window (GTK_TYPE_FILE_CHOOSER_DIALOG);
  current = gtk_file_chooser_get_current_folder (GTK_FILE_CHOOSER (chooser));
  g_assert_true (g_file_equal (current, folder));
  gtk_dialog_response (GTK_DIALOG (chooser), GTK_RESPONSE_CANCEL);
  zb_test_wait_no_window (GTK_TYPE_FILE_CHOOSER_DIALOG);
}

static void
open_for (Fixture *self, const ZbRosterRequest *request)
{
  self->dialog = GTK_WIDGET (zb_export_dialog_new (self->here->registry, request));
  gtk_window_present (GTK_WINDOW (self->dialog));
  zb_test_wait_shows (self->dialog, "共 1 人");
}

/* Who was selected or searched for is said, and can be left for everybody. */
static void
test_people (Fixture *self, gconstpointer data)
{
  g_autoptr(ZbRosterRequest) request = zb_roster_request_new (zb_roster_get ("members"), (ZbDate) { 2026, 7, 1 });

  request->text = g_strdup ("钱");
  open_for (self, request);
  g_assert_true (zb_test_shows (self->dialog, "Only what the search “钱” finds"));
  zb_test_press (self->dialog, "List All");
  zb_test_wait_shows (self->dialog, "共 2 人");
  g_assert_false (zb_test_shows (self->dialog, "Only what the search"));
  zb_test_close (self->dialog);

  g_clear_pointer (&request->text, g_free);
  request->ids = g_memdup2 (&self->first, sizeof self->first);
  request->n_ids = 1;
  open_for (self, request);
  g_assert_true (zb_test_shows (self->dialog, "Only those selected: 1"));
  g_assert_null (zb_test_find (self->dialog, GTK_ACCESSIBLE_ROLE_COMBO_BOX, "Organisation"));
  zb_test_press (self->dialog, "List All");
  zb_test_wait_shows (self->dialog, "共 2 人");
  g_assert_nonnull (zb_test_find (self->dialog, GTK_ACCESSIBLE_ROLE_COMBO_BOX, "Organisation"));
}

#define ADD(name, test) g_test_add ("/export-choices/" name, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char *argv[])
{
  zb_test_widgets_init (&argc, &argv);
  ADD ("branches", test_branches);
  ADD ("chosen", test_chosen);
  ADD ("edition", test_edition);
  ADD ("edition-of-chosen", test_edition_of_chosen);
  ADD ("month-and-year", test_month_and_year);
  ADD ("half-size", test_half_size);
  ADD ("people", test_people);
  ADD ("folder", test_folder);
  ADD ("empty", test_empty);
  ADD ("smaller-letters", test_smaller_letters);
  return g_test_run ();
}
