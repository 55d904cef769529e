/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "dialogs/zb-document-dialog.h"
#include "dialogs/zb-export-dialog.h"
#include "pages/life/zb-life-page.h"
#include "shell/zb-page.h"
#include "store/life/zb-meetings.h"
#include "widgets/zb-paper-view.h"
#include "zb-test-registry.h"
#include "zb-test-widgets.h"

typedef struct {
  ZbTestRegistry *here;
  GtkWidget *dialog;
  gint64 meeting;
  const ZbDocumentKind *asked; /* by the page of the meeting */
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ZbChangeSet) set = NULL;
  g_autoptr(ZbRecord) record = zb_record_new (&zb_kind_meeting);

  zb_test_reset_settings ();
  self->here = zb_test_registry_new ();
  zb_test_db_reopen (self->here->files);
  set = zb_change_set_begin (self->here->files->db, "meeting.add", NULL, &error);
  g_assert_no_error (error);
  zb_record_set_int (record, "org", self->here->branch);
  zb_record_set (record, "kind", "assembly");
  zb_record_set (record, "title", "讨论年度工作");
  zb_record_set (record, "held_on", "2026-03-05");
  zb_record_set (record, "place", "三楼会议室");
  zb_meetings_add (set, record, &error);
  g_assert_no_error (error);
  zb_change_set_commit (set, NULL, &error);
  g_assert_no_error (error);
  self->meeting = record->id;
  g_clear_pointer (&self->here->files->db, zb_db_close);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  zb_test_close (self->dialog);
  zb_test_spin_idle ();
  zb_test_registry_free (self->here);
}

static void
open_dialog (Fixture *self, const char *kind)
{
  g_autoptr(ZbDocumentRequest) request = zb_document_request_new (zb_document_kind_get (kind), (ZbDate) { 2026, 3, 1 });

  request->meeting = self->meeting;
  self->dialog = GTK_WIDGET (zb_document_dialog_new (self->here->registry, request));
  gtk_window_present (GTK_WINDOW (self->dialog));
  zb_test_spin_idle ();
}

static AdwComboRow *
combo (Fixture *self, const char *title)
{
  return ADW_COMBO_ROW (zb_test_find (self->dialog, GTK_ACCESSIBLE_ROLE_COMBO_BOX, title));
}

/* What can be chosen, with blanks between. */
static char *
entries_of (AdwComboRow *row)
{
  GListModel *entries = adw_combo_row_get_model (row);
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (entries); i++)
    {
      g_autoptr(GtkStringObject) entry = g_list_model_get_item (entries, i);

      g_string_append_printf (out, "%s|", gtk_string_object_get_string (entry));
    }
  return g_string_free (out, FALSE);
}

/* Presses a button and answers the file dialog. Returns: (transfer full): what was written */
static char *
write_as (Fixture *self, const char *button, const char *name)
{
  g_autoptr(GFile) folder = g_file_new_for_path (self->here->files->folder);
  g_autofree char *path = zb_test_db_file (self->here->files, name);
  g_autofree char *words = g_strdup_printf ("Written: %s", name);
  GtkWidget *chooser;
  char *text = NULL;

  zb_test_press (self->dialog, button);
  chooser = zb_test_wait_window (GTK_TYPE_FILE_CHOOSER_DIALOG);
  zb_test_answer_save (chooser, folder, name);
  zb_test_wait_no_window (GTK_TYPE_FILE_CHOOSER_DIALOG);
  zb_test_wait_shows (self->dialog, words);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  return text;
}

/* The papers of the meeting can be chosen, seen page by page, and written. */
static void
test_papers (Fixture *self, gconstpointer data)
{
  g_autofree char *offered = NULL;
  g_autofree char *pdf = NULL;
  g_autofree char *text = NULL;
  g_autofree char *docx = NULL;

  open_dialog (self, "minutes");
  zb_test_wait_shows (self->dialog, "Page 1 of ");
  g_assert_true (zb_test_shows (self->dialog, "讨论年度工作会议记录"));
  offered = entries_of (combo (self, "Kind of Document"));
  g_assert_cmpstr (offered, ==,
                   "Notice of a Meeting|Programme|Words of the Host|Minutes|Resolutions|Draft of a News Note|Record With Photos|"
                   "Ballot|Tally Sheet|Name Cards|Plan of Seats|");
  zb_test_press (self->dialog, "Next Page");
  g_assert_cmpuint (zb_paper_view_get_page (ZB_PAPER_VIEW (zb_test_find_type (self->dialog, ZB_TYPE_PAPER_VIEW))), ==, 1);
  pdf = write_as (self, "PDF…", "minutes.pdf");
  g_assert_true (g_str_has_prefix (pdf, "%PDF"));
  text = write_as (self, "Text…", "minutes.txt");
  g_assert_nonnull (strstr (text, "地点：三楼会议室"));
  docx = write_as (self, "Word…", "minutes.docx");
  g_assert_true (g_str_has_prefix (docx, "PK"));
  g_assert_cmpint (zb_test_db_number (self->here->files, "SELECT count(*) FROM export_log WHERE roster = 'minutes'"), ==, 3);
}

/* What only a notice has is asked for a notice only, and stands on it. */
static void
test_notice (Fixture *self, gconstpointer data)
{
  g_autofree char *text = NULL;
  GtkWidget *requirements;

  open_dialog (self, "minutes");
  g_assert_null (zb_test_find (self->dialog, GTK_ACCESSIBLE_ROLE_TEXT_BOX, "Requirements"));
  adw_combo_row_set_selected (combo (self, "Kind of Document"), 0);
  zb_test_wait_shows (self->dialog, "关于召开支部党员大会的通知");
  requirements = zb_test_find_type (self->dialog, GTK_TYPE_TEXT_VIEW);
  g_assert_true (gtk_widget_is_visible (requirements));
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (requirements)), "带好笔记本。\n提前十分钟到场。", -1);
  /* Written at once: what was typed a moment ago is there. */
  text = write_as (self, "Text…", "notice.txt");
  g_assert_nonnull (strstr (text, "（一）带好笔记本。"));
  g_assert_nonnull (strstr (text, "（二）提前十分钟到场。"));
  g_assert_nonnull (strstr (text, "2026年3月1日"));
}

/* A paper that cannot be made says why, and nothing can be printed. */
static void
test_problem (Fixture *self, gconstpointer data)
{
  open_dialog (self, "resolution");
  zb_test_wait_shows (self->dialog, "Nothing was voted on at this meeting.");
  g_assert_false (gtk_widget_is_sensitive (zb_test_find (self->dialog, GTK_ACCESSIBLE_ROLE_BUTTON, "Print…")));
  adw_combo_row_set_selected (combo (self, "Kind of Document"), 3);
  zb_test_wait_shows (self->dialog, "Page 1 of ");
  g_assert_true (gtk_widget_is_sensitive (zb_test_find (self->dialog, GTK_ACCESSIBLE_ROLE_BUTTON, "Print…")));
}

/* Beside a list about one meeting stand the others about it; an organisation is not asked for. */
static void
test_lists_of_a_meeting (Fixture *self, gconstpointer data)
{
  g_autoptr(ZbRosterRequest) request = zb_roster_request_new (zb_roster_get ("sign-in"), zb_registry_today (self->here->registry));
  g_autofree char *offered = NULL;

  request->subject = self->meeting;
  self->dialog = GTK_WIDGET (zb_export_dialog_new (self->here->registry, request));
  gtk_window_present (GTK_WINDOW (self->dialog));
  zb_test_wait_shows (self->dialog, "Page 1 of ");
  offered = entries_of (combo (self, "Roster"));
  g_assert_cmpstr (offered, ==, "Sign-In Sheet|Problems and Remedies of a Meeting|Who Swears the Oath|");
  g_assert_null (zb_test_find (self->dialog, GTK_ACCESSIBLE_ROLE_COMBO_BOX, "Organisation"));
  g_assert_true (zb_test_shows (self->dialog, "应到＿＿＿＿人"));
}

static GtkWidget *
find_entry (GtkWidget *root, const char *title)
{
  GtkWidget *found = NULL;

  if (ADW_IS_ENTRY_ROW (root) && g_str_equal (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (root)), title))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL; child = gtk_widget_get_next_sibling (child))
    found = find_entry (child, title);
  return found;
}

static void
enter (Fixture *self, const char *title, const char *text)
{
  GtkWidget *row = find_entry (self->dialog, title);

  g_assert_true (gtk_widget_is_visible (row));
  gtk_editable_set_text (GTK_EDITABLE (row), text);
  g_signal_emit_by_name (row, "apply");
}

/* A list of what happened takes two days. */
static void
test_lists_of_a_time (Fixture *self, gconstpointer data)
{
  g_autoptr(ZbRosterRequest) request = zb_roster_request_new (zb_roster_get ("meetings"), (ZbDate) { 2026, 6, 30 });

  self->dialog = GTK_WIDGET (zb_export_dialog_new (self->here->registry, request));
  gtk_window_present (GTK_WINDOW (self->dialog));
  zb_test_wait_shows (self->dialog, "共 1 次。");
  enter (self, "First Day", "2026.04");
  zb_test_wait_shows (self->dialog, "共 0 次。");
  enter (self, "Last Day", "2026.03");
  zb_test_wait_shows (self->dialog, "is before the beginning");
}

static void
on_document (Fixture *self, const ZbDocumentRequest *request)
{
  g_assert_cmpint (request->meeting, ==, self->meeting);
  self->asked = request->kind;
}

/* The page of the meeting offers the papers that it can have. */
static void
test_from_the_meeting (Fixture *self, gconstpointer data)
{
  GtkWidget *page = zb_life_page_new (self->here->registry);

  self->dialog = g_object_new (ADW_TYPE_WINDOW, "default-width", 1100, "default-height", 800, NULL);
  g_signal_connect_swapped (page, "document", G_CALLBACK (on_document), self);
  adw_window_set_content (ADW_WINDOW (self->dialog), page);
  gtk_window_present (GTK_WINDOW (self->dialog));
  zb_page_open_record (ZB_PAGE (page), &zb_kind_meeting, self->meeting);
  zb_test_wait_shows (self->dialog, "讨论年度工作");
  zb_test_menu (page, "Print", "Minutes…");
  g_assert_true (self->asked == zb_document_kind_get ("minutes"));
}

/* Ballots are made of the names that are typed, and it is said when too few stand. */
static void
test_ballot (Fixture *self, gconstpointer data)
{
  g_autofree char *words = NULL;

  open_dialog (self, "ballot");
  zb_test_wait_shows (self->dialog, "Nobody stands in this election.");
  enter (self, "In This Order", "王一、李二、张三");
  enter (self, "To Be Elected", "3");
  zb_test_wait_shows (self->dialog, "3 stand for 3 places; by the rule at least 4");
  gtk_switch_set_active (GTK_SWITCH (zb_test_find_type (self->dialog, GTK_TYPE_SWITCH)), TRUE);
  words = write_as (self, "Text…", "ballot.txt");
  g_assert_nonnull (strstr (words, "本次选举实行等额选举，应选3名，候选人3名。"));
  g_assert_false (zb_test_shows (self->dialog, "by the rule at least"));
}

static guint
times_in (const char *text, const char *part)
{
  guint n = 0;

  for (const char *at = strstr (text, part); at != NULL; at = strstr (at + strlen (part), part))
    n++;
  return n;
}

/* A page of ballots, or as many as are asked for. */
static void
test_copies (Fixture *self, gconstpointer data)
{
  GtkSpinButton *copies;
  g_autofree char *page = NULL;
  g_autofree char *seven = NULL;

  open_dialog (self, "ballot");
  copies = GTK_SPIN_BUTTON (zb_test_editor (self->dialog, "Ballots", GTK_TYPE_SPIN_BUTTON));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (copies)), ==, "One page");
  enter (self, "In This Order", "王一、李二、张三、赵四");
  zb_test_wait_shows (self->dialog, "Page 1 of ");
  page = write_as (self, "Text…", "page.txt");
  g_assert_cmpuint (times_in (page, "王一"), ==, 2);
  gtk_spin_button_set_value (copies, 7);
  seven = write_as (self, "Text…", "seven.txt");
  g_assert_cmpuint (times_in (seven, "王一"), ==, 7);
}

/* Five people in rows of three: the first three in the first row, the second on the hand that was chosen. */
static void
test_seats (Fixture *self, gconstpointer data)
{
  g_autofree char *left = NULL;
  g_autofree char *right = NULL;

  open_dialog (self, "seats");
  g_assert_cmpint (gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (zb_test_editor (self->dialog, "Seats in a Row", GTK_TYPE_SPIN_BUTTON))), ==, 9);
  enter (self, "In This Order", "甲一、乙二、丙三、丁四、戊五");
  zb_test_wait_shows (self->dialog, "Page 1 of ");
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (zb_test_editor (self->dialog, "Seats in a Row", GTK_TYPE_SPIN_BUTTON)), 3);
  left = write_as (self, "Text…", "left.txt");
  g_assert_true (strstr (left, "甲一") < strstr (left, "乙二") && strstr (left, "丙三") < strstr (left, "甲一"));
  g_assert_null (strchr (strstr (left, "丙三"), '\n') > strstr (left, "丁四") ? left : NULL);
  adw_combo_row_set_selected (combo (self, "The Second Sits"), 1);
  right = write_as (self, "Text…", "right.txt");
  g_assert_true (strstr (right, "乙二") < strstr (right, "甲一"));
}

#define CASE(path, function) g_test_add ("/document-dialog/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  zb_test_widgets_init (&argc, &argv);
  CASE ("ballot", test_ballot);
  CASE ("copies", test_copies);
  CASE ("seats", test_seats);
  CASE ("papers", test_papers);
  CASE ("notice", test_notice);
  CASE ("problem", test_problem);
  CASE ("lists-of-a-meeting", test_lists_of_a_meeting);
  CASE ("lists-of-a-time", test_lists_of_a_time);
  CASE ("from-the-meeting", test_from_the_meeting);
  return g_test_run ();
}
