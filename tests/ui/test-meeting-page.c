/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "dialogs/zb-record-dialog.h"
#include "dialogs/zb-step-dialog.h"
#include "pages/life/zb-appraisal-dialog.h"
#include "pages/life/zb-life-page.h"
#include "pages/life/zb-meeting-page.h"
#include "pages/life/zb-roll-section.h"
#include "shell/zb-page.h"
#include "zb-test-life.h"
#include "zb-test-widgets.h"

typedef struct {
  ZbTestRegistry *here;
  GtkWidget *window;
  GtkWidget *page;
  GtkWidget *meeting_page;
  gint64 people[3];
  gint64 opened; /* another meeting that the page asked for */
} Fixture;

static void
on_open_record (Fixture *self, const ZbKind *kind, gint64 id)
{
  self->opened = id;
}

/* Three who may vote, the second of them ill all year; the page stands in its area. */
static void
set_up (Fixture *self, gconstpointer data)
{
  static const char *const names[] = { "丁一", "王二", "张三" };
  g_autofree char *from = NULL;

  self->here = zb_test_registry_new ();
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    self->people[i] = zb_test_life_member (self->here, names[i]);
  from = zb_test_life_day (self->here, "01-01");
  zb_test_life_save (self->here, &zb_kind_exemption, "person", zb_test_id (self->people[1]), "kind", "illness", "started_on", from, "reason", "住院",
                     NULL);
  self->window = g_object_new (ADW_TYPE_WINDOW, "default-width", 1100, "default-height", 2000, NULL);
  self->page = zb_life_page_new (self->here->registry);
  g_signal_connect_swapped (self->page, "open-record", G_CALLBACK (on_open_record), self);
  adw_window_set_content (ADW_WINDOW (self->window), self->page);
  gtk_window_present (GTK_WINDOW (self->window));
  self->meeting_page = zb_test_find_type (self->page, ZB_TYPE_MEETING_PAGE);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  zb_test_close (self->window);
  zb_test_registry_free (self->here);
}

static gint64
open_meeting (Fixture *self, const char *kind)
{
  g_autofree char *day = zb_test_life_day (self->here, "03-05");
  gint64 id = zb_test_life_meeting (self->here, kind, day);

  zb_page_open_record (ZB_PAGE (self->page), &zb_kind_meeting, id);
  zb_test_spin_idle ();
  return id;
}

static void
command (Fixture *self, const char *text)
{
  zb_roll_model_command (zb_meeting_page_get_roll (ZB_MEETING_PAGE (self->meeting_page)), text);
}

static void
press_toggle (GtkWidget *root, const char *text)
{
  GtkWidget *button = zb_test_find (root, GTK_ACCESSIBLE_ROLE_BUTTON, text);

  g_assert_nonnull (button);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), TRUE);
}

/* A figure opens to its names, a name says why. */
static void
test_figures (Fixture *self, gconstpointer data)
{
  GtkWidget *list;

  open_meeting (self, "assembly");
  g_assert_true (zb_test_shows (self->page, "Expected 2"));
  g_assert_true (zb_test_shows (self->page, "Not expected 1"));
  command (self, "缺 3 值班；全到");
  zb_test_wait_shows (self->page, "Absent 1");
  g_assert_true (zb_test_shows (self->page, "Present 1"));
  g_assert_true (zb_test_shows (self->page, "May vote 2, came 1"));
  press_toggle (self->page, "Absent 1");
  zb_test_wait_shows (self->page, "3　张三");
  g_assert_false (zb_test_shows (self->page, "1　丁一"));
  press_toggle (self->page, "Not expected 1");
  zb_test_wait_shows (self->page, "2　王二");
  list = zb_test_find_type (zb_test_find_type (self->page, ZB_TYPE_ROLL_SECTION), GTK_TYPE_LIST_VIEW);
  g_signal_emit_by_name (list, "activate", 0u);
  g_assert_true (zb_test_shows (self->page, "王二 is not expected. 因病 from "));
}

/* What the rules find goes away with what is filled in. */
static void
test_findings (Fixture *self, gconstpointer data)
{
  gint64 id = open_meeting (self, "assembly");
  g_autoptr(ZbRecord) record = NULL;
  GAsyncResult *waiting = NULL;
  g_autoptr(GAsyncResult) result = NULL;

  g_assert_true (zb_test_shows (self->page, "The chair is missing."));
  record = zb_registry_get (self->here->registry, &zb_kind_meeting, id, FALSE, NULL);
  zb_record_set (record, "chair", "丁一");
  zb_registry_save_async (self->here->registry, record, 0, -1, NULL, zb_test_take_result, &waiting);
  result = zb_test_wait (&waiting);
  g_assert_cmpint (zb_registry_save_finish (self->here->registry, result, NULL, NULL), ==, id);
  zb_test_wait_shows (self->page, "The recorder is missing.");
  g_assert_false (zb_test_shows (self->page, "The chair is missing."));
}

/* The last of the working is the result: all its lines are in sight. */
static gboolean
is_whole (gpointer data)
{
  GtkWidget *notice = data;
  GtkWidget *scrolled = gtk_widget_get_ancestor (notice, GTK_TYPE_SCROLLED_WINDOW);
  int needed;

  gtk_widget_measure (notice, GTK_ORIENTATION_VERTICAL, gtk_widget_get_width (notice), &needed, NULL, NULL, NULL);
  return gtk_widget_get_height (scrolled) >= needed;
}

/* The working of a vote stands there while one types; who may vote comes from the roll. */
static void
test_vote (Fixture *self, gconstpointer data)
{
  GtkWidget *dialog;

  open_meeting (self, "assembly");
  command (self, "全到");
  zb_test_wait_shows (self->page, "Present 2");
  zb_test_press (self->page, "Add Vote…");
  zb_test_spin_idle ();
  dialog = zb_test_window (ZB_TYPE_RECORD_DIALOG);
  zb_test_wait_shows (dialog, "The figures are not complete");
  zb_test_spin_until (is_whole, zb_test_find (dialog, GTK_ACCESSIBLE_ROLE_LABEL, zb_test_text (dialog, "The figures are not")));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (zb_test_editor (dialog, "Entitled to Vote", GTK_TYPE_ENTRY))), ==, "2");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (zb_test_editor (dialog, "Voters Present", GTK_TYPE_ENTRY))), ==, "2");
  zb_test_type (dialog, "On What *", "李四转正");
  zb_test_type (dialog, "For", "2");
  zb_test_type (dialog, "Against", "0");
  zb_test_type (dialog, "Abstained", "0");
  zb_test_wait_shows (dialog, "2 in favour, at least 2 are needed: enough");
  zb_test_type (dialog, "For", "3");
  zb_test_wait_shows (dialog, "There are more votes than voters.");
  zb_test_spin_until (is_whole, zb_test_find (dialog, GTK_ACCESSIBLE_ROLE_LABEL, zb_test_text (dialog, "There are more votes")));
  zb_test_type (dialog, "For", "2");
  zb_test_choose (dialog, "Kind of Decision *", "预备党员转正");
  gtk_widget_activate_action (dialog, "form.save", NULL);
  zb_test_wait_no_window (ZB_TYPE_RECORD_DIALOG);
  zb_test_wait_shows (self->page, "1. 预备党员转正　李四转正");
  g_assert_true (zb_test_shows (self->page, "For 2, against 0, abstained 0."));
}

static GtkTextView *
find_text (GtkWidget *root)
{
  return GTK_TEXT_VIEW (zb_test_find_type (root, GTK_TYPE_TEXT_VIEW));
}

typedef struct {
  Fixture *fixture;
  gint64 meeting;
  const char *contents;
} Wanted;

static gboolean
is_written (gpointer data)
{
  Wanted *wanted = data;
  g_autoptr(ZbRecord) record = zb_registry_get (wanted->fixture->here->registry, &zb_kind_meeting, wanted->meeting, FALSE, NULL);

  return g_strcmp0 (zb_record_get (record, "contents"), wanted->contents) == 0;
}

/* Nothing typed is lost: not by going to another meeting, not by leaving the page at once. */
static void
test_minutes (Fixture *self, gconstpointer data)
{
  gint64 first = open_meeting (self, "assembly"), second;

  gtk_text_buffer_set_text (gtk_text_view_get_buffer (find_text (self->meeting_page)), "学习了文件", -1);
  second = open_meeting (self, "lecture");
  zb_test_spin_until (is_written, &(Wanted) { self, first, "学习了文件" });
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (find_text (self->meeting_page)), "讲党课", -1);
  zb_page_go_back (ZB_PAGE (self->page));
  zb_test_spin_until (is_written, &(Wanted) { self, second, "讲党课" });
}

/* Who was absent makes up for it; the form begins with today. */
static void
test_make_up (Fixture *self, gconstpointer data)
{
  GtkWidget *dialog;

  open_meeting (self, "lecture");
  g_assert_true (zb_test_shows (self->page, "Nobody has anything to make up."));
  command (self, "假 3 出差；全到");
  zb_test_wait_shows (self->page, "Not made up yet");
  zb_test_press (self->page, "Edit 张三　请假　出差");
  zb_test_spin_idle ();
  dialog = zb_test_window (ZB_TYPE_RECORD_DIALOG);
  zb_test_type (dialog, "Hours Made Up", "1.5");
  gtk_widget_activate_action (dialog, "form.save", NULL);
  zb_test_wait_shows (self->page, "Made up: ");
  g_assert_true (zb_test_shows (self->page, "自学 · 1.5 hours"));
}

/* An item that came without a number has none, not a nought. */
static void
test_item_without_number (Fixture *self, gconstpointer data)
{
  gint64 id = open_meeting (self, "assembly");

  zb_test_life_save (self->here, &zb_kind_agenda_item, "meeting", zb_test_id (id), "title", "听取报告", NULL);
  zb_test_wait_shows (self->page, "听取报告");
  g_assert_cmpstr (zb_test_text (self->page, "听取报告"), ==, "听取报告");
}

/* What the form proposes can be taken with one key. */
static void
test_make_up_as_proposed (Fixture *self, gconstpointer data)
{
  open_meeting (self, "lecture");
  command (self, "假 3 出差；全到");
  zb_test_wait_shows (self->page, "Not made up yet");
  zb_test_press (self->page, "Edit 张三　请假　出差");
  gtk_widget_activate_action (zb_test_wait_window (ZB_TYPE_RECORD_DIALOG), "form.save", NULL);
  zb_test_wait_no_window (ZB_TYPE_RECORD_DIALOG);
  zb_test_wait_shows (self->page, "Made up: ");
}

/* Taken back, the page goes away; undone, it is there again. */
static void
test_withdraw (Fixture *self, gconstpointer data)
{
  gint64 id = open_meeting (self, "assembly");

  g_assert_true (zb_page_can_go_back (ZB_PAGE (self->page)));
  gtk_widget_activate_action (self->meeting_page, "meeting.withdraw", NULL);
  zb_test_wait_shows (self->page, "New Meeting…");
  g_assert_false (zb_page_can_go_back (ZB_PAGE (self->page)));
  zb_test_registry_undo (self->here);
  zb_page_open_record (ZB_PAGE (self->page), &zb_kind_meeting, id);
  zb_test_wait_shows (self->page, "Expected 2");
}

static gboolean
is_opened (gpointer data)
{
  return ((Fixture *) data)->opened != 0;
}

/* Keys of what is on the screen, each with what it presses. */
static void
collect_keys (GtkWidget *widget, GHashTable *keys)
{
  guint key = GTK_IS_LABEL (widget) ? gtk_label_get_mnemonic_keyval (GTK_LABEL (widget)) : GDK_KEY_VoidSymbol;

  if (!gtk_widget_get_mapped (widget))
    return;
  if (key != GDK_KEY_VoidSymbol)
    {
      const char *other = g_hash_table_lookup (keys, GUINT_TO_POINTER (gdk_keyval_to_lower (key)));

      if (other != NULL)
        g_error ("“%s” and “%s” have one key", other, gtk_label_get_label (GTK_LABEL (widget)));
      g_hash_table_insert (keys, GUINT_TO_POINTER (gdk_keyval_to_lower (key)), (gpointer) gtk_label_get_label (GTK_LABEL (widget)));
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    collect_keys (child, keys);
}

/* A key that two things want presses neither. */
static void
test_keys (Fixture *self, gconstpointer data)
{
  static const char *const kinds[] = { "assembly", "life", "appraisal", "ceremony" };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr(GHashTable) keys = g_hash_table_new (NULL, NULL);

      open_meeting (self, kinds[i]);
      collect_keys (self->meeting_page, keys);
      g_assert_true (g_hash_table_contains (keys, GUINT_TO_POINTER (GDK_KEY_r)));
    }
}

/* The day, the time and the place that were planned are not typed again. */
static void
test_hold (Fixture *self, gconstpointer data)
{
  g_autofree char *day = zb_test_life_day (self->here, "03-05");
  gint64 id = zb_test_life_save (self->here, &zb_kind_meeting, "org", zb_test_id (self->here->branch), "kind", "assembly", "title", "大会", "planned_on", day,
                                 "planned_at", "14:30", "place", "三楼会议室", NULL);
  g_autoptr(ZbRecord) record = NULL;

  zb_page_open_record (ZB_PAGE (self->page), &zb_kind_meeting, id);
  zb_test_wait_shows (self->page, "Expected 2");
  gtk_widget_activate_action (self->meeting_page, "meeting.step", "s", "hold");
  zb_test_spin_idle ();
  gtk_widget_activate_action (zb_test_window (ZB_TYPE_STEP_DIALOG), "form.save", NULL);
  zb_test_wait_no_window (ZB_TYPE_STEP_DIALOG);
  record = zb_registry_get (self->here->registry, &zb_kind_meeting, id, FALSE, NULL);
  g_assert_cmpstr (zb_record_get (record, "state"), ==, "held");
  g_assert_cmpstr (zb_record_get (record, "held_on"), ==, day);
  g_assert_cmpstr (zb_record_get (record, "started_at"), ==, "14:30");
  g_assert_cmpstr (zb_record_get (record, "place"), ==, "三楼会议室");
}

/* The same occasion, recorded as another kind in one step. */
static void
test_beside (Fixture *self, gconstpointer data)
{
  g_autoptr(ZbRecord) record = NULL;

  open_meeting (self, "assembly");
  gtk_widget_activate_action (self->meeting_page, "meeting.beside", "s", "lecture");
  zb_test_spin_until (is_opened, self);
  record = zb_registry_get (self->here->registry, &zb_kind_meeting, self->opened, FALSE, NULL);
  g_assert_cmpstr (zb_record_get (record, "kind"), ==, "lecture");
}

/* The share of 优秀 is counted while grades are given. */
static void
test_appraisal (Fixture *self, gconstpointer data)
{
  GtkWidget *dialog;
  GtkWidget *choice;

  open_meeting (self, "appraisal");
  g_assert_true (zb_test_shows (self->page, "No grades yet."));
  zb_test_press (self->page, "Enter Grades…");
  zb_test_spin_idle ();
  dialog = zb_test_window (ZB_TYPE_APPRAISAL_DIALOG);
  zb_test_press (dialog, "All Others 合格");
  zb_test_wait_shows (dialog, "合格 3. Of 3 graded at most 1 may be 优秀");
  choice = zb_test_find_type (zb_test_find_type (dialog, GTK_TYPE_LIST_VIEW), GTK_TYPE_DROP_DOWN);
  g_assert_nonnull (choice);
  gtk_widget_activate_action (dialog, "form.save", NULL);
  zb_test_wait_shows (self->page, "合格 3. Of 3 graded at most 1 may be 优秀");
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  zb_test_widgets_init (&argc, &argv);
  ADD ("/ui/meeting/figures", test_figures);
  ADD ("/ui/meeting/findings", test_findings);
  ADD ("/ui/meeting/vote", test_vote);
  ADD ("/ui/meeting/minutes", test_minutes);
  ADD ("/ui/meeting/item-without-number", test_item_without_number);
  ADD ("/ui/meeting/make-up", test_make_up);
  ADD ("/ui/meeting/make-up-as-proposed", test_make_up_as_proposed);
  ADD ("/ui/meeting/withdraw", test_withdraw);
  ADD ("/ui/meeting/keys", test_keys);
  ADD ("/ui/meeting/hold", test_hold);
  ADD ("/ui/meeting/beside", test_beside);
  ADD ("/ui/meeting/appraisal", test_appraisal);
  return g_test_run ();
}
