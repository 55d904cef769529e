/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>

#include "dialogs/zb-record-dialog.h"
#include "dialogs/zb-records-dialog.h"
#include "pages/life/zb-attachments-section.h"
#include "pages/life/zb-life-lists.h"
#include "pages/life/zb-life-page.h"
#include "pages/life/zb-meeting-page.h"
#include "shell/zb-page.h"
#include "widgets/zb-suggest-entry.h"
#include "zb-test-life.h"
#include "zb-test-widgets.h"

typedef struct {
  ZbTestRegistry *here;
  GtkWidget *window;
  GtkWidget *page;
  gint64 people[3];
  ZbRosterRequest *wanted; /* the list that the page asked for */
  char *said;
} Fixture;

static void
on_export (Fixture *self, const ZbRosterRequest *request)
{
  g_clear_pointer (&self->wanted, zb_roster_request_free);
  self->wanted = zb_roster_request_copy (request);
}

static void
on_toast (Fixture *self, const char *words, gboolean can_undo)
{
  g_free (self->said);
  self->said = g_strdup (words);
}

/* A branch whose secretary is the first of three. */
static void
set_up (Fixture *self, gconstpointer data)
{
  static const char *const names[] = { "丁一", "王二", "张三" };

  self->here = zb_test_registry_new ();
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    self->people[i] = zb_test_life_member (self->here, names[i]);
  zb_test_life_save (self->here, &zb_kind_post, "org", zb_test_id (self->here->branch), "person", zb_test_id (self->people[0]), "post", "secretary",
                     "started_on", "2024-03-01", NULL);
  self->window = g_object_new (ADW_TYPE_WINDOW, "default-width", 1100, "default-height", 2000, NULL);
  self->page = zb_life_page_new (self->here->registry);
  g_signal_connect_swapped (self->page, "export", G_CALLBACK (on_export), self);
  g_signal_connect_swapped (self->page, "toast", G_CALLBACK (on_toast), self);
  adw_window_set_content (ADW_WINDOW (self->window), self->page);
  gtk_window_present (GTK_WINDOW (self->window));
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  zb_test_close (self->window);
  zb_test_registry_free (self->here);
  g_clear_pointer (&self->wanted, zb_roster_request_free);
  g_clear_pointer (&self->said, g_free);
}

static GtkWidget *
open_records (Fixture *self, const char *name)
{
  gtk_widget_activate_action (self->page, "life.records", "s", name);
  return zb_test_wait_window (ZB_TYPE_RECORDS_DIALOG);
}

static GtkWidget *
form (void)
{
  return zb_test_wait_window (ZB_TYPE_RECORD_DIALOG);
}

static void
save (GtkWidget *dialog)
{
  gtk_widget_activate_action (dialog, "form.save", NULL);
  zb_test_wait_no_window (ZB_TYPE_RECORD_DIALOG);
}

/* As if the offer of that person had been taken. */
static void
name (Fixture *self, GtkWidget *dialog, const char *title, guint person)
{
  zb_suggest_entry_show_value (ZB_SUGGEST_ENTRY (zb_test_editor (dialog, title, ZB_TYPE_SUGGEST_ENTRY)), zb_test_id (self->people[person]));
}

static gboolean
has_row (GtkWidget *dialog, const char *text)
{
  return zb_test_find (dialog, GTK_ACCESSIBLE_ROLE_LIST_ITEM, text) != NULL;
}

static void
wait_row (GtkWidget *dialog, const char *text, gboolean is_there)
{
  while (has_row (dialog, text) != is_there)
    g_main_context_iteration (NULL, TRUE);
}

/* Added by its form, found again by a part of what is written there, taken back and put back. */
static void
test_venues (Fixture *self, gconstpointer data)
{
  static const char *const names[] = { "革命纪念馆", "党员活动室" };
  GtkWidget *dialog = open_records (self, "venue");

  g_assert_true (zb_test_shows (dialog, "No venues are entered yet."));
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      GtkWidget *venue;

      zb_test_press (dialog, "Add Venue…");
      venue = form ();
      zb_test_type (venue, "Name of the Venue *", names[i]);
      save (venue);
      zb_test_wait_shows (dialog, names[i]);
    }
  gtk_editable_set_text (GTK_EDITABLE (zb_test_find_type (dialog, GTK_TYPE_SEARCH_ENTRY)), "纪念");
  g_signal_emit_by_name (zb_test_find_type (dialog, GTK_TYPE_SEARCH_ENTRY), "search-changed");
  zb_test_spin_idle ();
  g_assert_true (has_row (dialog, "革命纪念馆"));
  g_assert_false (has_row (dialog, "党员活动室"));
  zb_test_press (dialog, "Take Back 革命纪念馆");
  wait_row (dialog, "革命纪念馆", FALSE);
  zb_test_press (dialog, "Undo");
  wait_row (dialog, "革命纪念馆", TRUE);
}

/* Escape takes back what was searched, then closes. */
static void
test_escape (Fixture *self, gconstpointer data)
{
  GtkWidget *dialog = open_records (self, "campaign");
  GtkWidget *search = zb_test_find_type (dialog, GTK_TYPE_SEARCH_ENTRY);

  gtk_editable_set_text (GTK_EDITABLE (search), "学习");
  g_signal_emit_by_name (search, "stop-search");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (search)), ==, "");
  g_signal_emit_by_name (search, "stop-search");
  zb_test_wait_no_window (ZB_TYPE_RECORDS_DIALOG);
}

/* The talks still to be held stand there as buttons; one press and two names are in the form. */
static void
test_talks (Fixture *self, gconstpointer data)
{
  GtkWidget *dialog = open_records (self, "talk");
  GtkWidget *talk;

  zb_test_wait_shows (dialog, "Held: 0; still to be held: 2.");
  zb_test_press (dialog, "王二");
  talk = form ();
  name (self, talk, "Who Talks *", 0);
  save (talk);
  zb_test_wait_shows (dialog, "Held: 1; still to be held: 1.");
  g_assert_true (zb_test_shows (dialog, "丁一 — 王二"));
  g_assert_null (zb_test_find (dialog, GTK_ACCESSIBLE_ROLE_BUTTON, "王二"));
}

/* A rule is chosen by what it says, not by its key, and the line says what it stands in for. */
static void
test_rules (Fixture *self, gconstpointer data)
{
  GtkWidget *dialog = open_records (self, "rule");
  GtkWidget *rule;

  zb_test_press (dialog, "Change a Rule…");
  rule = form ();
  zb_test_choose (rule, "Rule *", "不少于32学时 [32]");
  zb_test_type (rule, "Value *", "40");
  zb_test_type (rule, "Reason *", "上级要求");
  save (rule);
  zb_test_wait_shows (dialog, ": 40 instead of 32");
}

static void
test_exemption (Fixture *self, gconstpointer data)
{
  GtkWidget *dialog = open_records (self, "exemption");
  GtkWidget *exemption;

  zb_test_press (dialog, "Add Exemption…");
  exemption = form ();
  name (self, exemption, "Member *", 2);
  zb_test_choose (exemption, "Kind *", "因病");
  zb_test_type (exemption, "Reason *", "住院");
  save (exemption);
  zb_test_wait_shows (dialog, "张三 · 因病");
}

/* What each view shows is what Ctrl+P prints. */
static void
test_lists (Fixture *self, gconstpointer data)
{
  g_autoptr(ZbRosterRequest) year = zb_page_make_request (ZB_PAGE (self->page));

  g_assert_cmpstr (year->roster->name, ==, "meeting-year");
  g_assert_cmpint (year->org, ==, self->here->branch);
  gtk_widget_activate_action (self->page, "area.previous", NULL);
  gtk_widget_activate_action (self->page, "life.list", "s", "study-hours");
  g_assert_cmpstr (self->wanted->roster->name, ==, "study-hours");
  g_assert_cmpint (self->wanted->from.year, ==, zb_registry_today (self->here->registry).year - 1);
}

static void
test_calendar (Fixture *self, gconstpointer data)
{
  g_autofree char *folder = g_dir_make_tmp ("zhibu-calendar-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "a.ics", NULL);
  g_autofree char *day = zb_test_life_day (self->here, "03-05");
  g_autofree char *text = NULL;

  zb_test_life_meeting (self->here, "lecture", day);
  zb_life_lists_write_calendar (self->page, self->here->registry, self->here->branch, zb_registry_today (self->here->registry).year - 1, path, FALSE);
  while (self->said == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (self->said, ==, "1 meeting was written to a.ics");
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_unlink (path);
  g_rmdir (folder);
}

/* Files that are dropped on a meeting are kept with it. */
static void
test_attachments (Fixture *self, gconstpointer data)
{
  g_autofree char *folder = g_dir_make_tmp ("zhibu-papers-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "讲稿.pdf", NULL);
  const char *const paths[] = { path, NULL };
  g_autofree char *day = zb_test_life_day (self->here, "03-05");
  GtkWidget *section;

  g_assert_true (g_file_set_contents (path, "%PDF-1.7", -1, NULL));
  zb_page_open_record (ZB_PAGE (self->page), &zb_kind_meeting, zb_test_life_meeting (self->here, "lecture", day));
  zb_test_spin_idle ();
  section = zb_test_find_type (self->page, ZB_TYPE_ATTACHMENTS_SECTION);
  g_assert_true (zb_test_shows (section, "No photos or papers yet."));
  zb_attachments_section_add (ZB_ATTACHMENTS_SECTION (section), paths);
  zb_test_wait_shows (section, "讲稿.pdf");
  zb_test_press (section, "Take Back 讲稿.pdf");
  zb_test_wait_shows (section, "No photos or papers yet.");
  g_unlink (path);
  g_rmdir (folder);
}

/* The lists that a meeting has depend on its kind. */
static void
test_papers (Fixture *self, gconstpointer data)
{
  g_autofree char *day = zb_test_life_day (self->here, "03-05");
  gint64 meeting = zb_test_life_meeting (self->here, "life", day);

  zb_page_open_record (ZB_PAGE (self->page), &zb_kind_meeting, meeting);
  zb_test_spin_idle ();
  gtk_widget_activate_action (zb_test_find_type (self->page, ZB_TYPE_MEETING_PAGE), "meeting.paper", "s", "life-problems");
  g_assert_cmpstr (self->wanted->roster->name, ==, "life-problems");
  g_assert_cmpint (self->wanted->subject, ==, meeting);
}

#define ADD(name, test) g_test_add ("/ui/life-records/" name, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char *argv[])
{
  zb_test_widgets_init (&argc, &argv);
  ADD ("venues", test_venues);
  ADD ("escape", test_escape);
  ADD ("talks", test_talks);
  ADD ("rules", test_rules);
  ADD ("exemption", test_exemption);
  ADD ("lists", test_lists);
  ADD ("calendar", test_calendar);
  ADD ("attachments", test_attachments);
  ADD ("papers", test_papers);
  return g_test_run ();
}
