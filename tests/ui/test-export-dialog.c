/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "dialogs/zb-export-dialog.h"
#include "dialogs/zb-sequence-dialog.h"
#include "widgets/zb-paper-pane.h"
#include "widgets/zb-paper-view.h"
#include "zb-test-registry.h"
#include "zb-test-widgets.h"

#define N_PEOPLE 60

typedef struct {
  ZbTestRegistry *here;
  GtkWidget *dialog;
} Fixture;

/* Sixty people in the branch, written at once; the first and the last are told apart by whatever a list is put in
 * order by. */
static void
add_people (ZbDb *db, gint64 branch)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ZbChangeSet) set = zb_change_set_begin (db, "member.add", NULL, &error);

  for (guint i = 0; i < N_PEOPLE; i++)
    {
      g_autoptr(ZbRecord) record = zb_record_new (&zb_kind_member);
      g_autofree char *name = g_strdup_printf ("%s样本", i == 0 ? "赵" : i + 1 == N_PEOPLE ? "丁" : "李");
      g_autofree char *joined = g_strdup_printf ("20%02u-07-01", i % 20);
      g_autofree char *phone = g_strdup_printf ("1990000%04u", i);

      record->has_private = TRUE;
      zb_record_set (record, "name", name);
      zb_record_set (record, "category", "full");
      zb_record_set (record, "joined_on", joined);
      zb_record_set (record, "confirmed_on", "2021-07-01");
      zb_record_set (record, "native_place", "某地");
      zb_record_set (record, "phone", phone);
      zb_members_add (set, record, branch, 0, ZB_DATE_NONE, "imported", &error);
      g_assert_no_error (error);
    }
  zb_change_set_commit (set, NULL, &error);
  g_assert_no_error (error);
}

static void
set_up (Fixture *self, gconstpointer data)
{
  zb_test_reset_settings ();
  self->here = zb_test_registry_new ();
  zb_test_db_reopen (self->here->files);
  add_people (self->here->files->db, self->here->branch);
  g_clear_pointer (&self->here->files->db, zb_db_close);
  zb_test_registry_wait_columns (self->here->registry, N_PEOPLE);
}

static void
open_dialog (Fixture *self, const char *roster)
{
  g_autoptr(ZbRosterRequest) request = zb_roster_request_new (zb_roster_get (roster), zb_registry_today (self->here->registry));

  self->dialog = GTK_WIDGET (zb_export_dialog_new (self->here->registry, request));
  gtk_window_present (GTK_WINDOW (self->dialog));
  zb_test_spin_idle ();
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  zb_test_close (self->dialog);
  zb_test_spin_idle ();
  zb_test_registry_free (self->here);
}

/* The words about the list may need several lines: the buttons beside them keep their own height. */
static void
test_long_note (Fixture *self, gconstpointer data)
{
  GtkWidget *button, *pane;
  int natural;

  open_dialog (self, "members");
  pane = zb_test_find_type (self->dialog, ZB_TYPE_PAPER_PANE);
  button = zb_test_find (pane, GTK_ACCESSIBLE_ROLE_BUTTON, "Next Page");
  zb_paper_pane_set_paper (ZB_PAPER_PANE (pane), NULL, "一\n二\n三\n四\n五\n六\n七\n八");
  zb_test_wait_frame (self->dialog);
  gtk_widget_measure (button, GTK_ORIENTATION_VERTICAL, -1, NULL, &natural, NULL, NULL);
  g_assert_cmpint (gtk_widget_get_height (button), <=, natural);
}

static AdwComboRow *
combo (Fixture *self, const char *title)
{
  GtkWidget *row = zb_test_find (self->dialog, GTK_ACCESSIBLE_ROLE_COMBO_BOX, title);

  g_assert_true (ADW_IS_COMBO_ROW (row));
  return ADW_COMBO_ROW (row);
}

static void
choose (Fixture *self, const char *title, const char *text)
{
  GListModel *entries = adw_combo_row_get_model (combo (self, title));

  for (guint i = 0; i < g_list_model_get_n_items (entries); i++)
    {
      g_autoptr(GtkStringObject) entry = g_list_model_get_item (entries, i);

      if (g_str_equal (gtk_string_object_get_string (entry), text))
        {
          adw_combo_row_set_selected (combo (self, title), i);
          zb_test_spin_idle ();
          return;
        }
    }
  g_error ("“%s” cannot be chosen for “%s”", text, title);
}

/* The check button of a column. */
static GtkWidget *
column (Fixture *self, const char *heading)
{
  return zb_test_find_type (zb_test_find (self->dialog, GTK_ACCESSIBLE_ROLE_LIST_ITEM, heading), GTK_TYPE_CHECK_BUTTON);
}

/* Presses Export, and answers the file dialog with a name in the fixture's folder. */
static void
export (Fixture *self, const char *button, const char *name)
{
  g_autoptr(GFile) folder = g_file_new_for_path (self->here->files->folder);
  GtkWidget *chooser;

  zb_test_press (self->dialog, button);
  chooser = zb_test_wait_window (GTK_TYPE_FILE_CHOOSER_DIALOG);
  zb_test_answer_save (chooser, folder, name);
  zb_test_spin_idle ();
}

static char *
content (Fixture *self, const char *name)
{
  g_autofree char *path = zb_test_db_file (self->here->files, name);
  char *text = NULL;

  return g_file_get_contents (path, &text, NULL, NULL) ? text : NULL;
}

static void
wait_written (Fixture *self, const char *name)
{
  g_autofree char *words = g_strdup_printf ("Written: %s", name);

  zb_test_wait_no_window (GTK_TYPE_FILE_CHOOSER_DIALOG);
  zb_test_wait_shows (self->dialog, words);
}

static gint64
number (Fixture *self, const char *sql)
{
  return zb_test_db_number (self->here->files, sql);
}

static guint
n_pages (Fixture *self)
{
  const char *text = zb_test_text (self->dialog, "Page ");
  const char *of = text != NULL ? strstr (text, " of ") : NULL;

  return of != NULL ? (guint) g_ascii_strtoull (of + strlen (" of "), NULL, 10) : 0;
}

typedef struct {
  Fixture *self;
  guint n;
} Counted;

static gboolean
has_more_pages (gpointer data)
{
  Counted *counted = data;

  return n_pages (counted->self) > counted->n;
}

/* Tests. */

/* The pages can be turned to the end and back, and follow the size of the type. */
static void
test_pages (Fixture *self, gconstpointer data)
{
  ZbPaperView *view;
  GtkWidget *size;
  guint n;

  open_dialog (self, "members");
  view = ZB_PAPER_VIEW (zb_test_find_type (self->dialog, ZB_TYPE_PAPER_VIEW));
  zb_test_wait_focus (GTK_WIDGET (combo (self, "Roster")));
  zb_test_wait_shows (self->dialog, "Page 1 of ");
  n = n_pages (self);
  g_assert_cmpuint (n, >, 1);
  g_assert_true (zb_test_shows (self->dialog, "共 60 人，其中正式党员 60 人"));
  g_assert_false (gtk_widget_is_sensitive (zb_test_find (self->dialog, GTK_ACCESSIBLE_ROLE_BUTTON, "Page Before")));
  for (guint i = 1; i < n; i++)
    zb_test_press (self->dialog, "Next Page");
  g_assert_cmpuint (zb_paper_view_get_page (view), ==, n - 1);
  g_assert_false (gtk_widget_is_sensitive (zb_test_find (self->dialog, GTK_ACCESSIBLE_ROLE_BUTTON, "Next Page")));
  zb_test_press (self->dialog, "Page Before");
  g_assert_cmpuint (zb_paper_view_get_page (view), ==, n - 2);
  size = zb_test_find_type (zb_test_find (self->dialog, GTK_ACCESSIBLE_ROLE_LIST_ITEM, "Type Size"), GTK_TYPE_SPIN_BUTTON);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (size), 18);
  zb_test_spin_until (has_more_pages, &(Counted) { self, n });
  g_assert_cmpfloat (zb_paper_view_get_zoom (view), ==, 0);
  zb_test_press (self->dialog, "Larger");
  g_assert_cmpfloat (zb_paper_view_get_zoom (view), >, 0.8);
  zb_test_press (self->dialog, "Fit the Width");
  g_assert_cmpfloat (zb_paper_view_get_zoom (view), ==, 0);
}

/* A page is named, not only leafed to; keys lead to both ends. */
static void
test_go_to_page (Fixture *self, gconstpointer data)
{
  GtkWidget *pane;
  GtkMenuButton *button;
  ZbPaperView *view;
  guint n;

  open_dialog (self, "members");
  zb_test_wait_shows (self->dialog, "Page 1 of ");
  n = n_pages (self);
  g_assert_cmpuint (n, >, 2);
  pane = zb_test_find_type (self->dialog, ZB_TYPE_PAPER_PANE);
  view = ZB_PAPER_VIEW (zb_test_find_type (pane, ZB_TYPE_PAPER_VIEW));
  gtk_widget_activate_action (pane, "paper.page-last", NULL);
  g_assert_cmpuint (zb_paper_view_get_page (view), ==, n - 1);
  gtk_widget_activate_action (pane, "paper.page-first", NULL);
  g_assert_cmpuint (zb_paper_view_get_page (view), ==, 0);
  gtk_widget_activate_action (pane, "paper.page-ask", NULL);
  button = GTK_MENU_BUTTON (zb_test_find_type (pane, GTK_TYPE_MENU_BUTTON));
  zb_test_spin_idle ();
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (zb_test_find_type (GTK_WIDGET (gtk_menu_button_get_popover (button)), GTK_TYPE_SPIN_BUTTON)), 2);
  g_assert_cmpuint (zb_paper_view_get_page (view), ==, 1);
  g_assert_true (zb_test_shows (self->dialog, "Page 2 of "));
  gtk_menu_button_popdown (button);
}

/* Larger is larger than what is seen, also where the page was fitted to a wide pane. */
static void
test_larger (Fixture *self, gconstpointer data)
{
  ZbPaperView *view;
  double before;

  open_dialog (self, "contacts");
  zb_test_wait_shows (self->dialog, "Page 1 of ");
  zb_test_wait_frame (self->dialog);
  view = ZB_PAPER_VIEW (zb_test_find_type (self->dialog, ZB_TYPE_PAPER_VIEW));
  before = zb_paper_view_get_scale (view);
  zb_test_press (self->dialog, "Larger");
  g_assert_cmpfloat (zb_paper_view_get_scale (view), >, before);
  zb_test_press (self->dialog, "Smaller");
  g_assert_cmpfloat_with_epsilon (zb_paper_view_get_scale (view), before, 0.01);
}

/* Escape leaves what is being written, not the dialog. */
static void
test_cancel (Fixture *self, gconstpointer data)
{
  g_autoptr(GFile) folder = g_file_new_for_path (self->here->files->folder);
  g_autofree char *left = NULL;
  GtkWidget *chooser;

  open_dialog (self, "members");
  zb_test_press (self->dialog, "CSV…");
  chooser = zb_test_wait_window (GTK_TYPE_FILE_CHOOSER_DIALOG);
  gtk_widget_activate_action (self->dialog, "export.leave", NULL);
  zb_test_answer_save (chooser, folder, "out.csv");
  zb_test_wait_no_window (GTK_TYPE_FILE_CHOOSER_DIALOG);
  zb_test_wait_shows (self->dialog, "Canceled: nothing was written");
  left = content (self, "out.csv");
  g_assert_null (left);
  g_assert_cmpint (number (self, "SELECT count(*) FROM export_log"), ==, 0);
  g_assert_true (gtk_widget_get_visible (self->dialog));
}

/* For programs that know no UTF-8, in the menu beside the button. */
static void
test_encoding (Fixture *self, gconstpointer data)
{
  g_autoptr(GFile) folder = g_file_new_for_path (self->here->files->folder);
  g_autofree char *path = zb_test_db_file (self->here->files, "old.csv"), *text = NULL, *bytes = NULL;
  GtkWidget *chooser;
  gsize length;

  open_dialog (self, "members");
  zb_test_menu (self->dialog, "Other Encodings", "CSV for Programs That Know No UTF-8 (GB18030)…");
  chooser = zb_test_wait_window (GTK_TYPE_FILE_CHOOSER_DIALOG);
  zb_test_answer_save (chooser, folder, "old.csv");
  wait_written (self, "old.csv");
  g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
  g_assert_false (g_utf8_validate (bytes, (gssize) length, NULL));
  text = g_convert (bytes, (gssize) length, "UTF-8", "GB18030", NULL, NULL, NULL);
  g_assert_nonnull (strstr (text, "姓名,"));
}

/* What is ticked and in which order is what the file has; it is noted that it left. */
/* A list that has to be worked out: what is pressed before its pages are there waits for them. */
static void
test_worked_out (Fixture *self, gconstpointer data)
{
  g_autofree char *text = NULL;

  open_dialog (self, "members");
  choose (self, "Roster", "Study Hours of a Year");
  export (self, "CSV…", "out.csv");
  wait_written (self, "out.csv");
  zb_test_wait_shows (self->dialog, "Page 1 of ");
  g_assert_true (zb_test_shows (self->dialog, "共 60 人，达标 "));
  text = content (self, "out.csv");
  g_assert_nonnull (strstr (text, "应完成学时"));
}

static void
test_columns_and_order (Fixture *self, gconstpointer data)
{
  g_autofree char *text = NULL;
  g_auto(GStrv) lines = NULL;
  GtkWidget *up;

  open_dialog (self, "members");
  choose (self, "Order", "By strokes of the surname");
  gtk_check_button_set_active (GTK_CHECK_BUTTON (column (self, "籍贯")), FALSE);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (column (self, "人员类别")), TRUE);
  up = zb_test_find (zb_test_find (self->dialog, GTK_ACCESSIBLE_ROLE_LIST_ITEM, "性别"), GTK_ACCESSIBLE_ROLE_BUTTON, "Move Up");
  gtk_widget_grab_focus (up);
  g_signal_emit_by_name (up, "clicked");
  zb_test_wait_focus (up);
  export (self, "CSV…", "out.csv");
  wait_written (self, "out.csv");
  text = content (self, "out.csv");
  lines = g_strsplit (text, "\r\n", 3);
  g_assert_true (g_str_has_prefix (lines[0], "\xef\xbb\xbf序号,性别,姓名,"));
  g_assert_null (strstr (lines[0], "籍贯"));
  g_assert_nonnull (strstr (lines[0], "人员类别"));
  /* 丁 has two strokes, 赵 nine. */
  g_assert_nonnull (strstr (lines[1], "丁样本"));
  g_assert_cmpint (number (self, "SELECT n_rows FROM export_log WHERE roster = 'members' AND format = 'csv' AND private_columns IS NULL"),
                   ==, N_PEOPLE);
}

static void
assert_first (Fixture *self, const char *file, const char *name)
{
  g_autofree char *text = NULL;
  g_auto(GStrv) lines = NULL;

  export (self, "CSV…", file);
  wait_written (self, file);
  text = content (self, file);
  lines = g_strsplit (text, "\r\n", 3);
  g_assert_nonnull (strstr (lines[1], name));
}

/* The list begins as the table stands; its own orders can be chosen in place of that. */
static void
assert_given_order (Fixture *self, const char *order, gboolean descending)
{
  g_autoptr(ZbRosterRequest) request = zb_roster_request_new (zb_roster_get ("members"), zb_registry_today (self->here->registry));

  g_assert_true (zb_roster_request_set_order (request, order));
  request->descending = descending;
  self->dialog = GTK_WIDGET (zb_export_dialog_new (self->here->registry, request));
  gtk_window_present (GTK_WINDOW (self->dialog));
  zb_test_spin_idle ();
  assert_first (self, "table.csv", "赵样本");
  choose (self, "Order", "By pinyin");
  assert_first (self, "list.csv", "丁样本");
  choose (self, "Order", "As in the table");
  assert_first (self, "again.csv", "赵样本");
}

/* 赵 has the first telephone number. */
static void
test_order_of_column (Fixture *self, gconstpointer data)
{
  assert_given_order (self, "phone", FALSE);
}

static void
test_order_turned_round (Fixture *self, gconstpointer data)
{
  assert_given_order (self, "pinyin", TRUE);
}

/* A file that is there is replaced only when somebody says so. */
static void
test_existing_file (Fixture *self, gconstpointer data)
{
  g_autofree char *path = zb_test_db_file (self->here->files, "out.csv");
  g_autofree char *kept = NULL;
  g_autofree char *replaced = NULL;
  GtkWidget *question;

  g_assert_true (g_file_set_contents (path, "of before", -1, NULL));
  open_dialog (self, "members");
  export (self, "CSV…", "out.csv");
  question = zb_test_wait_window (GTK_TYPE_MESSAGE_DIALOG);
  g_assert_true (zb_test_shows (question, "out.csv"));
  gtk_dialog_response (GTK_DIALOG (question), GTK_RESPONSE_CANCEL);
  zb_test_wait_no_window (GTK_TYPE_MESSAGE_DIALOG);
  gtk_dialog_response (GTK_DIALOG (zb_test_wait_window (GTK_TYPE_FILE_CHOOSER_DIALOG)), GTK_RESPONSE_CANCEL);
  zb_test_wait_no_window (GTK_TYPE_FILE_CHOOSER_DIALOG);
  kept = content (self, "out.csv");
  g_assert_cmpstr (kept, ==, "of before");

  export (self, "CSV…", "out.csv");
  gtk_dialog_response (GTK_DIALOG (zb_test_wait_window (GTK_TYPE_MESSAGE_DIALOG)), GTK_RESPONSE_ACCEPT);
  wait_written (self, "out.csv");
  replaced = content (self, "out.csv");
  g_assert_nonnull (strstr (replaced, "赵样本"));
}

/* A name whose ending is added here was never asked about: the file of that name stays. */
static void
test_added_ending (Fixture *self, gconstpointer data)
{
  g_autofree char *path = zb_test_db_file (self->here->files, "out.csv");
  g_autofree char *kept = NULL;

  g_assert_true (g_file_set_contents (path, "of before", -1, NULL));
  open_dialog (self, "members");
  export (self, "CSV…", "out");
  zb_test_wait_no_window (GTK_TYPE_FILE_CHOOSER_DIALOG);
  zb_test_wait_shows (self->dialog, "out.csv");
  kept = content (self, "out.csv");
  g_assert_cmpstr (kept, ==, "of before");
}

static void
test_excel_and_pdf (Fixture *self, gconstpointer data)
{
  g_autofree char *xlsx = NULL;
  g_autofree char *pdf = NULL;
  g_autofree char *docx = NULL;

  open_dialog (self, "members");
  export (self, "Export Excel…", "out.xlsx");
  wait_written (self, "out.xlsx");
  export (self, "PDF…", "out.pdf");
  wait_written (self, "out.pdf");
  export (self, "Word…", "out.docx");
  wait_written (self, "out.docx");
  docx = content (self, "out.docx");
  g_assert_true (g_str_has_prefix (docx, "PK"));
  g_assert_cmpint (zb_test_db_number (self->here->files, "SELECT count(*) FROM export_log WHERE format = 'docx'"), ==, 1);
  xlsx = content (self, "out.xlsx");
  pdf = content (self, "out.pdf");
  g_assert_true (g_str_has_prefix (xlsx, "PK"));
  g_assert_true (g_str_has_prefix (pdf, "%PDF"));
}

static gboolean
is_on (gpointer data)
{
  return gtk_switch_get_active (data);
}

/* Numbers leave in full only in the internal edition, and the log says which did. */
static void
test_internal (Fixture *self, gconstpointer data)
{
  g_autofree char *public = NULL;
  g_autofree char *internal = NULL;
  GtkWidget *row;

  open_dialog (self, "members");
  gtk_check_button_set_active (GTK_CHECK_BUTTON (column (self, "联系电话")), TRUE);
  export (self, "CSV…", "public.csv");
  wait_written (self, "public.csv");
  public = content (self, "public.csv");
  g_assert_nonnull (strstr (public, "199****0000"));
  g_assert_null (strstr (public, "19900000000"));
  row = zb_test_find (self->dialog, GTK_ACCESSIBLE_ROLE_LIST_ITEM, "Internal Edition");
  gtk_widget_activate (row);
  zb_test_spin_until (is_on, zb_test_find_type (row, GTK_TYPE_SWITCH));
  export (self, "CSV…", "internal.csv");
  wait_written (self, "internal.csv");
  internal = content (self, "internal.csv");
  g_assert_nonnull (strstr (internal, "19900000000"));
  g_assert_cmpint (number (self, "SELECT count(*) FROM export_log WHERE private_columns = 'phone'"), ==, 1);
}

/* A day that is none: the reason stands where the pages stood, and nothing can be written. */
static void
test_bad_day (Fixture *self, gconstpointer data)
{
  GtkWidget *row;

  open_dialog (self, "members");
  row = zb_test_find_type (self->dialog, ADW_TYPE_ENTRY_ROW);
  gtk_editable_set_text (GTK_EDITABLE (row), "2026.02.30");
  g_signal_emit_by_name (row, "entry-activated");
  zb_test_wait_shows (self->dialog, "“2026.02.30”");
  g_assert_false (gtk_widget_is_sensitive (zb_test_find (self->dialog, GTK_ACCESSIBLE_ROLE_BUTTON, "CSV…")));
  gtk_editable_set_text (GTK_EDITABLE (row), "2005.12.31");
  g_signal_emit_by_name (row, "entry-activated");
  zb_test_wait_shows (self->dialog, "Page 1 of");
  g_assert_true (gtk_widget_is_sensitive (zb_test_find (self->dialog, GTK_ACCESSIBLE_ROLE_BUTTON, "CSV…")));
}

/* Another list begins as it is declared: its columns, its order, and what can be chosen for it. */
static gboolean
is_internal (Fixture *self)
{
  return gtk_switch_get_active (GTK_SWITCH (zb_test_find_type (zb_test_find (self->dialog, GTK_ACCESSIBLE_ROLE_LIST_ITEM, "Internal Edition"), GTK_TYPE_SWITCH)));
}

static void
test_another_roster (Fixture *self, gconstpointer data)
{
  g_autofree char *text = NULL;

  open_dialog (self, "members");
  choose (self, "Roster", "List of Organisations");
  zb_test_wait_shows (self->dialog, "共 1 个党组织，其中党支部 1 个；党员 60 人，其中预备党员 0 人。");
  g_assert_null (zb_test_find (self->dialog, GTK_ACCESSIBLE_ROLE_LIST_ITEM, "Internal Edition"));
  g_assert_null (zb_test_find (self->dialog, GTK_ACCESSIBLE_ROLE_LIST_ITEM, "籍贯"));
  g_assert_nonnull (column (self, "预备党员数"));
  choose (self, "Order", "By date of founding");
  export (self, "CSV…", "organizations.csv");
  wait_written (self, "organizations.csv");
  text = content (self, "organizations.csv");
  g_assert_nonnull (strstr (text, "1,第一党支部,党支部,"));
  choose (self, "Roster", "Member Roster");
  zb_test_wait_shows (self->dialog, "共 60 人");
  g_assert_false (is_internal (self));
  /* Each list begins in the edition that it is made for. */
  choose (self, "Roster", "Contact List");
  g_assert_true (is_internal (self));
  choose (self, "Roster", "Member Roster");
  g_assert_false (is_internal (self));
}

static GtkWidget *
column_row (Fixture *self, const char *title)
{
  return zb_test_find (self->dialog, GTK_ACCESSIBLE_ROLE_LIST_ITEM, title);
}

static gint64
occasions (Fixture *self)
{
  return zb_test_db_number (self->here->files, "SELECT count(*) FROM occasion WHERE withdrawn = 0");
}

static gboolean
is_remembered (gpointer data)
{
  return occasions (data) == 1;
}

static gboolean
is_forgotten (gpointer data)
{
  return occasions (data) == 0;
}

/* What stands in the popover ends above its edge. */
static void
assert_not_cut (GtkWidget *popover)
{
  GtkWidget *content = gtk_popover_get_child (GTK_POPOVER (popover));
  GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (popover));
  graphene_rect_t bounds;
  double across, down;
  int least;

  gtk_native_get_surface_transform (GTK_NATIVE (popover), &across, &down);
  gtk_widget_measure (content, GTK_ORIENTATION_VERTICAL, gtk_widget_get_width (content), &least, NULL, NULL, NULL);
  g_assert_true (gtk_widget_compute_bounds (content, popover, &bounds));
  g_assert_cmpint ((int) (down + bounds.origin.y) + least, <=, gdk_surface_get_height (surface));
}

static gboolean
is_renamed (gpointer data)
{
  return zb_test_db_number (((Fixture *) data)->here->files, "SELECT count(*) FROM occasion WHERE name = '每月名册' AND choices LIKE '%native_place=12%'") == 1;
}

/* What was chosen is remembered by name, comes again in another dialog, gets another name, and can be forgotten. */
static void
test_remember (Fixture *self, gconstpointer data)
{
  GtkWidget *button, *popover, *entry, *width;

  open_dialog (self, "members");
  width = zb_test_find_type (column_row (self, "籍贯"), GTK_TYPE_ENTRY);
  gtk_editable_set_text (GTK_EDITABLE (width), "12");
  g_assert_true (zb_test_key (column_row (self, "性别"), GDK_KEY_Up, GDK_ALT_MASK));
  button = zb_test_find_type (self->dialog, GTK_TYPE_MENU_BUTTON);
  popover = zb_test_popup (GTK_MENU_BUTTON (button));
  zb_test_wait_shows (popover, "No list has been remembered yet.");
  zb_test_wait_frame (self->dialog);
  assert_not_cut (popover);
  entry = zb_test_find_type (popover, GTK_TYPE_ENTRY);
  gtk_editable_set_text (GTK_EDITABLE (entry), "七月名册");
  zb_test_press (popover, "Remember");
  zb_test_spin_until (is_remembered, self);
  zb_test_wait_shows (self->dialog, "Remembered: 七月名册");
  g_assert_cmpint (zb_test_db_number (self->here->files, "SELECT count(*) FROM occasion WHERE name = '七月名册' AND roster = 'members' "
                                                         "AND choices LIKE '%columns\trow,sex,name,%' AND choices LIKE '%width\tnative_place=12\n%'"), ==, 1);
  zb_test_close (self->dialog);

  open_dialog (self, "former");
  button = zb_test_find_type (self->dialog, GTK_TYPE_MENU_BUTTON);
  popover = zb_test_popup (GTK_MENU_BUTTON (button));
  zb_test_wait_shows (popover, "七月名册");
  g_signal_emit_by_name (zb_test_find_type (popover, GTK_TYPE_LIST_BOX), "row-activated", gtk_widget_get_first_child (zb_test_find_type (popover, GTK_TYPE_LIST_BOX)));
  zb_test_spin_idle ();
  g_assert_cmpstr (gtk_string_object_get_string (adw_combo_row_get_selected_item (combo (self, "Roster"))), ==, "Member Roster");
  g_assert_cmpint (gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (column_row (self, "性别"))), ==, 1);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (zb_test_find_type (column_row (self, "籍贯"), GTK_TYPE_ENTRY))), ==, "12");
  zb_test_popup (GTK_MENU_BUTTON (button));
  zb_test_wait_shows (popover, "七月名册");
  zb_test_press (popover, "Give another name: 七月名册");
  entry = zb_test_find_type (zb_test_find_type (popover, GTK_TYPE_LIST_BOX), GTK_TYPE_ENTRY);
  g_assert_true (zb_test_has_focus (entry));
  gtk_editable_set_text (GTK_EDITABLE (entry), "每月名册");
  g_signal_emit_by_name (entry, "activate");
  zb_test_spin_until (is_renamed, self);
  zb_test_spin_idle ();
  g_assert_cmpint (occasions (self), ==, 1);
  zb_test_popup (GTK_MENU_BUTTON (button));
  zb_test_wait_shows (popover, "每月名册");
  zb_test_press (popover, "Forget the list: 每月名册");
  zb_test_spin_until (is_forgotten, self);
}

/* Names are put in order by hand, and whoever is moved stands there on the pages. */
static void
test_by_hand (Fixture *self, gconstpointer data)
{
  GtkWidget *arranging, *row;

  open_dialog (self, "members");
  choose (self, "Order", "By strokes of the surname");
  gtk_widget_activate_action (self->dialog, "export.arrange", NULL);
  arranging = zb_test_wait_window (ZB_TYPE_SEQUENCE_DIALOG);
  row = zb_test_find (arranging, GTK_ACCESSIBLE_ROLE_LIST_ITEM, "赵样本");
  while (gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)) > 0)
    g_assert_true (zb_test_key (row, GDK_KEY_Up, GDK_ALT_MASK));
  zb_test_press (arranging, "Done");
  zb_test_spin_idle ();
  g_assert_cmpstr (gtk_string_object_get_string (adw_combo_row_get_selected_item (combo (self, "Order"))), ==, "By hand");
}

#define ADD(name, test) g_test_add ("/export/" name, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char *argv[])
{
  zb_test_widgets_init (&argc, &argv);
  ADD ("encoding", test_encoding);
  ADD ("remember", test_remember);
  ADD ("by-hand", test_by_hand);
  ADD ("worked-out", test_worked_out);
  ADD ("pages", test_pages);
  ADD ("go-to-page", test_go_to_page);
  ADD ("larger", test_larger);
  ADD ("cancel", test_cancel);
  ADD ("columns-and-order", test_columns_and_order);
  ADD ("order-of-column", test_order_of_column);
  ADD ("order-turned-round", test_order_turned_round);
  ADD ("existing-file", test_existing_file);
  ADD ("added-ending", test_added_ending);
  ADD ("excel-and-pdf", test_excel_and_pdf);
  ADD ("internal", test_internal);
  ADD ("bad-day", test_bad_day);
  ADD ("another-roster", test_another_roster);
  ADD ("long-note", test_long_note);
  return g_test_run ();
}
