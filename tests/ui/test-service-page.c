/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "dialogs/zb-document-dialog.h"
#include "dialogs/zb-record-dialog.h"
#include "dialogs/zb-records-dialog.h"
#include "dialogs/zb-step-dialog.h"
#include "pages/service/zb-service-page.h"
#include "pages/service/zb-service-view.h"
#include "pages/service/zb-sign-up-dialog.h"
#include "shell/zb-page.h"
#include "store/zb-access-log.h"
#include "widgets/zb-suggest-entry.h"
#include "zb-test-life.h"
#include "zb-test-spin.h"
#include "zb-test-widgets.h"

typedef struct {
  ZbTestRegistry *here;
  GtkWidget *window;
  GtkWidget *page;
  GtkWidget *view;
  gint64 people[2];
  gint64 certificate; /* whose paper the page asked for */
} Fixture;

static void
on_make_document (Fixture *self, const ZbDocumentRequest *request)
{
  self->certificate = request->certificate;
}

static void
set_up (Fixture *self, gconstpointer data)
{
  self->here = zb_test_registry_new ();
  self->people[0] = zb_test_life_member (self->here, "周远");
  self->people[1] = zb_test_life_member (self->here, "安宁");
  self->window = g_object_new (ADW_TYPE_WINDOW, "default-width", 1100, "default-height", 1200, NULL);
  self->page = zb_service_page_new (self->here->registry);
  g_signal_connect_swapped (self->page, "document", G_CALLBACK (on_make_document), self);
  adw_window_set_content (ADW_WINDOW (self->window), self->page);
  gtk_window_present (GTK_WINDOW (self->window));
  self->view = zb_test_find_type (self->page, ZB_TYPE_SERVICE_VIEW);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  zb_test_close (self->window);
  zb_test_registry_free (self->here);
}

static char *
days_ago (Fixture *self, int days)
{
  return zb_date_to_text (zb_date_add_days (zb_registry_today (self->here->registry), -days));
}

static void
serve (Fixture *self, guint who, const char *tenths)
{
  g_autofree char *person = g_strdup_printf ("%" G_GINT64_FORMAT, self->people[who]);
  g_autofree char *on = days_ago (self, 0);

  zb_test_life_save (self->here, &zb_kind_service_hours, "person", person, "on", on, "hours", tenths, "contents", "送餐", "source", "sheet",
                     "confirmed_by", "李测", NULL);
}

static void
look_at (Fixture *self, const char *view)
{
  gtk_stack_set_visible_child_name (GTK_STACK (zb_test_find_type (self->view, GTK_TYPE_STACK)), view);
}

/* One form makes the activity with its meeting; everybody signs up with one press; the list tells it. */
static void
test_activity (Fixture *self, gconstpointer data)
{
  g_autofree char *on = days_ago (self, 1);
  GtkWidget *dialog;

  zb_test_wait_shows (self->page, "No service activities yet.");
  zb_test_press (self->page, "New Activity…");
  dialog = zb_test_wait_window (ZB_TYPE_RECORD_DIALOG);
  zb_test_type (dialog, "Title *", "清洁日");
  zb_test_type (dialog, "Held On", on);
  zb_test_type (dialog, "Began", "9:00");
  zb_test_type (dialog, "Ended", "11:30");
  zb_test_type (dialog, "Chair", "周远");
  gtk_widget_activate_action (dialog, "form.save", NULL);
  zb_test_wait_no_window (ZB_TYPE_RECORD_DIALOG);
  zb_test_wait_shows (self->page, "Service Activity");
  g_assert_true (zb_page_can_go_back (ZB_PAGE (self->page)));
  zb_test_press (self->page, "Sign Up Everybody");
  zb_page_go_back (ZB_PAGE (self->page));
  zb_test_wait_shows (self->page, "2 signed up");
  zb_test_registry_undo (self->here);
  zb_test_wait_shows (self->page, "0 signed up");
}

static gint64
activity_of (Fixture *self, const char *title)
{
  g_autoptr(GPtrArray) all = zb_registry_list (self->here->registry, &zb_kind_service_activity, "title", title, NULL);

  g_assert_cmpuint (all->len, ==, 1);
  return ((ZbRecord *) g_ptr_array_index (all, 0))->id;
}

static void
change (Fixture *self, gint64 activity, const char *field, const char *value)
{
  g_autoptr(ZbRecord) record = zb_registry_get (self->here->registry, &zb_kind_service_activity, activity, FALSE, NULL);

  GAsyncResult *waiting = NULL;

  zb_record_set (record, field, value);
  zb_registry_save_async (self->here->registry, record, 0, -1, NULL, zb_test_take_result, &waiting);
  {
    g_autoptr(GAsyncResult) result = zb_test_wait (&waiting);

    g_assert_cmpint (zb_registry_save_finish (self->here->registry, result, NULL, NULL), !=, 0);
  }
}

/* One by one, for a shift; hours are credited, corrected by other rows, and taken back before the activity can be. */
static void
test_sign_up (Fixture *self, gconstpointer data)
{
  g_autofree char *on = days_ago (self, 1);
  g_autofree char *org = g_strdup_printf ("%" G_GINT64_FORMAT, self->here->branch);
  gint64 activity;
  GtkWidget *dialog;

  zb_test_life_save (self->here, &zb_kind_meeting, "org", org, "kind", "service", "title", "清洁日", "held_on", on, "chair", "周远", NULL);
  activity = activity_of (self, "清洁日");
  change (self, activity, "needed", "3");
  change (self, activity, "shifts", "上午\n下午");
  zb_page_open_record (ZB_PAGE (self->page), &zb_kind_service_activity, activity);
  zb_test_wait_shows (self->page, "0 of 3 needed; 3 more are looked for");
  zb_test_press (self->page, "Sign Up…");
  dialog = zb_test_wait_window (ZB_TYPE_SIGN_UP_DIALOG);
  gtk_widget_activate_action (dialog, "form.save", NULL);
  zb_test_wait_shows (dialog, "Choose at least one person");
  zb_test_press (dialog, "All");
  adw_combo_row_set_selected (ADW_COMBO_ROW (zb_test_find_type (dialog, ADW_TYPE_COMBO_ROW)), 2);
  gtk_widget_activate_action (dialog, "form.save", NULL);
  zb_test_wait_no_window (ZB_TYPE_SIGN_UP_DIALOG);
  zb_test_wait_shows (self->page, "2 of 3 needed; 1 more are looked for");
  zb_test_wait_shows (self->page, "2 people: 安宁, 周远");
  zb_test_press (self->page, "Sign Up…");
  dialog = zb_test_wait_window (ZB_TYPE_SIGN_UP_DIALOG);
  zb_test_wait_shows (dialog, "signed up · 下午");
  zb_test_close (dialog);
}

static void
do_step (GtkWidget *dialog, const char *const *answers)
{
  for (guint i = 0; answers[i] != NULL; i += 2)
    zb_test_type (dialog, answers[i], answers[i + 1]);
  gtk_widget_activate_action (dialog, "form.save", NULL);
  zb_test_wait_no_window (ZB_TYPE_STEP_DIALOG);
}

static void
test_correct (Fixture *self, gconstpointer data)
{
  static const char *const right[] = { "Hours as They Should Be *", "2", "Why *", "多记一小时", "Confirmed By *", "李测", NULL };
  GtkWidget *dialog;

  look_at (self, "hours");
  serve (self, 0, "30");
  serve (self, 0, "100");
  zb_test_wait_shows (self->page, "2 times · 13 hours in the year");
  zb_test_press (self->view, "Hours…");
  dialog = zb_test_wait_window (ZB_TYPE_RECORDS_DIALOG);
  g_assert_true (zb_test_shows (dialog, "Confirmed By 李测"));
  /* What is too much is told where it stands; nothing is edited. */
  g_assert_true (zb_test_shows (dialog, "13 hours of service"));
  g_assert_null (zb_test_find (dialog, GTK_ACCESSIBLE_ROLE_BUTTON, "Edit"));
  zb_test_press (dialog, "Correct…");
  do_step (zb_test_wait_window (ZB_TYPE_STEP_DIALOG), right);
  zb_test_wait_shows (dialog, "correction of “送餐”");
  g_assert_true (zb_test_shows (dialog, "-8 hours"));
  g_assert_true (zb_test_shows (dialog, "Why 多记一小时"));
  zb_test_close (dialog);
  zb_test_wait_shows (self->page, "5 hours in the year");
}

/* In the order of names, although the second served less. */
static void
test_hours (Fixture *self, gconstpointer data)
{
  GtkWidget *first, *second;

  look_at (self, "hours");
  zb_test_wait_shows (self->page, "Nobody has hours of service in this year yet.");
  serve (self, 0, "300");
  serve (self, 1, "15");
  zb_test_wait_shows (self->page, "1 time · 30 hours in the year, 30 altogether");
  zb_test_wait_shows (self->page, "1 time · 1.5 hours in the year, 1.5 altogether");
  first = zb_test_find (self->view, GTK_ACCESSIBLE_ROLE_LIST_ITEM, zb_test_text (self->page, "安宁　"));
  second = zb_test_find (self->view, GTK_ACCESSIBLE_ROLE_LIST_ITEM, zb_test_text (self->page, "周远　"));
  g_assert_nonnull (first);
  g_assert_nonnull (second);
  g_assert_cmpint (gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (first)), <, gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (second)));
}

/* What is too much for a day is told while it is typed; the hours are kept all the same. */
static void
test_too_many (Fixture *self, gconstpointer data)
{
  g_autofree char *on = days_ago (self, 0), *person = g_strdup_printf ("%" G_GINT64_FORMAT, self->people[0]);
  GtkWidget *dialog;

  serve (self, 0, "100");
  zb_test_press (self->page, "Enter Hours…");
  dialog = zb_test_wait_window (ZB_TYPE_RECORD_DIALOG);
  zb_suggest_entry_show_value (ZB_SUGGEST_ENTRY (zb_test_editor (dialog, "Member *", ZB_TYPE_SUGGEST_ENTRY)), person);
  zb_test_type (dialog, "Date *", on);
  zb_test_type (dialog, "Hours *", "2");
  g_assert_false (zb_test_shows (dialog, "hours on that day, with those entered already."));
  zb_test_type (dialog, "Hours *", "2.5");
  zb_test_wait_shows (dialog, "12.5 hours on that day, with those entered already.");
  zb_test_type (dialog, "What Was Done *", "送餐");
  zb_test_type (dialog, "Confirmed By *", "李测");
  gtk_widget_activate_action (dialog, "form.save", NULL);
  zb_test_wait_no_window (ZB_TYPE_RECORD_DIALOG);
  look_at (self, "hours");
  zb_test_wait_shows (self->page, "2 times · 12.5 hours in the year");
}

/* The number of the ID card is shown in full only when somebody asks for it, and the log keeps that. */
static void
look_at_paper (Fixture *self)
{
  g_autoptr(ZbDocumentRequest) request = zb_document_request_new (zb_document_kind_get ("service-certificate"), zb_registry_today (self->here->registry));
  g_autoptr(ZbDb) db = zb_db_open (zb_registry_path (self->here->registry), ZB_DB_READ, NULL);
  g_autoptr(GPtrArray) before = zb_access_log_list (db, 10, NULL), after = NULL;
  GtkWidget *dialog, *row;

  g_assert_cmpuint (before->len, ==, 0);
  request->certificate = self->certificate;
  dialog = GTK_WIDGET (zb_document_dialog_new (self->here->registry, request));
  gtk_window_present (GTK_WINDOW (dialog));
  row = zb_test_find (dialog, GTK_ACCESSIBLE_ROLE_COMBO_BOX, "ID Number");
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), ZB_IDENTITY_MASKED);
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), ZB_IDENTITY_WHOLE);
  zb_test_close (dialog);
  zb_test_registry_undo (self->here);
  after = zb_access_log_list (db, 10, NULL);
  g_assert_cmpuint (after->len, ==, 1);
  g_assert_cmpstr (((const ZbAccess *) g_ptr_array_index (after, 0))->what, ==, "id_number");
  g_assert_cmpint (((const ZbAccess *) g_ptr_array_index (after, 0))->record, ==, self->people[1]);
}

/* The certificate is issued from the row of hours, and its paper asked for. */
static void
test_certificate (Fixture *self, gconstpointer data)
{
  g_autofree char *from = days_ago (self, 30), *to = days_ago (self, 0);
  GtkWidget *dialog;

  look_at (self, "hours");
  serve (self, 1, "15");
  zb_test_wait_shows (self->page, "1 time · 1.5 hours in the year, 1.5 altogether");
  zb_test_press (self->view, "Certificate…");
  dialog = zb_test_wait_window (ZB_TYPE_STEP_DIALOG);
  zb_test_type (dialog, "From *", from);
  zb_test_type (dialog, "To *", to);
  zb_test_type (dialog, "Handled By *", "李测");
  gtk_widget_activate_action (dialog, "form.save", NULL);
  zb_test_wait_no_window (ZB_TYPE_STEP_DIALOG);
  g_assert_cmpint (self->certificate, !=, 0);
  look_at (self, "certificates");
  zb_test_wait_shows (self->page, "-0001 · 安宁");
  look_at_paper (self);
}

/* Before there is an organisation the page says what to do first. */
static void
test_nothing_yet (void)
{
  ZbTestRegistry *here = zb_test_registry_new ();
  GtkWidget *window = g_object_new (ADW_TYPE_WINDOW, "default-width", 1100, "default-height", 800, NULL), *page;

  zb_test_registry_undo (here);
  page = zb_service_page_new (here->registry);
  adw_window_set_content (ADW_WINDOW (window), page);
  gtk_window_present (GTK_WINDOW (window));
  zb_test_wait_shows (page, "Enter your branch and its members first.");
  g_assert_null (zb_page_make_request (ZB_PAGE (page)));
  zb_test_close (window);
  zb_test_registry_free (here);
}

#define ADD(path, function) g_test_add ("/service-page/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  zb_test_widgets_init (&argc, &argv);
  ADD ("activity", test_activity);
  ADD ("sign-up", test_sign_up);
  ADD ("correct", test_correct);
  ADD ("hours", test_hours);
  ADD ("too-many", test_too_many);
  ADD ("certificate", test_certificate);
  g_test_add_func ("/service-page/nothing-yet", test_nothing_yet);
  return g_test_run ();
}
