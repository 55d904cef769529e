/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "dialogs/zb-record-dialog.h"
#include "pages/life/zb-life-page.h"
#include "pages/life/zb-meetings-view.h"
#include "pages/life/zb-plan-view.h"
#include "pages/life/zb-year-view.h"
#include "shell/zb-page.h"
#include "zb-test-life.h"
#include "zb-test-widgets.h"

typedef struct {
  ZbTestRegistry *here;
  GtkWidget *window;
  GtkWidget *page;
  GString *said;     /* what the page said, a line each */
  gint64 opened;     /* the record that the page asked for */
} Fixture;

static void
on_toast (Fixture *self, const char *words, gboolean can_undo)
{
  g_string_append_printf (self->said, "%s\n", words);
}

static void
on_open_record (Fixture *self, const ZbKind *kind, gint64 id)
{
  g_assert_true (kind == &zb_kind_meeting);
  self->opened = id;
}

static void
open_page (Fixture *self)
{
  self->page = zb_life_page_new (self->here->registry);
  g_signal_connect_swapped (self->page, "toast", G_CALLBACK (on_toast), self);
  g_signal_connect_swapped (self->page, "open-record", G_CALLBACK (on_open_record), self);
  adw_window_set_content (ADW_WINDOW (self->window), self->page);
  gtk_window_present (GTK_WINDOW (self->window));
  zb_test_spin_idle ();
}

static void
set_up (Fixture *self, gconstpointer data)
{
  self->here = zb_test_registry_new ();
  self->said = g_string_new (NULL);
  self->window = g_object_new (ADW_TYPE_WINDOW, "default-width", 1100, "default-height", 640, NULL);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  zb_test_close (self->window);
  zb_test_registry_free (self->here);
  g_string_free (self->said, TRUE);
}

/* The page begins with this year; the one before is over whenever the test runs. */
static ZbYearView *
last_year (Fixture *self)
{
  gtk_widget_activate_action (self->page, "area.previous", NULL);
  zb_test_spin_idle ();
  return ZB_YEAR_VIEW (zb_test_find_type (self->page, ZB_TYPE_YEAR_VIEW));
}

static gboolean
is_opened (gpointer data)
{
  return ((Fixture *) data)->opened != 0;
}

static void
save_dialog (Fixture *self)
{
  GtkWidget *dialog = zb_test_window (ZB_TYPE_RECORD_DIALOG);

  g_assert_nonnull (dialog);
  gtk_widget_activate_action (dialog, "form.save", NULL);
}

/* Behind a gap stands why, and what fills it: the meeting is recorded from there, and the gap is gone. */
static void
test_gap_is_filled (Fixture *self, gconstpointer data)
{
  ZbYearView *view;
  g_autoptr(ZbRecord) record = NULL;

  open_page (self);
  view = last_year (self);
  g_assert_true (zb_year_view_choose (view, self->here->branch, ZB_MEETING_THEME_DAY, 2));
  g_assert_true (zb_test_shows (self->page, "主题党日 was not held in "));
  g_assert_true (zb_test_shows (self->page, "⚠ gap"));
  zb_test_press (self->page, "Record a Meeting That Was Held…");
  zb_test_spin_idle ();
  save_dialog (self);
  zb_test_spin_until (is_opened, self);
  record = zb_registry_get (self->here->registry, &zb_kind_meeting, self->opened, FALSE, NULL);
  g_assert_cmpstr (zb_record_get (record, "kind"), ==, "theme_day");
  g_assert_cmpstr (zb_record_get (record, "state"), ==, "held");
  g_assert_cmpint (zb_record_get_date (record, "held_on").month, ==, 3);
  zb_test_wait_shows (self->page, "主题党日: held 1 time in this month.");
  g_assert_true (zb_test_shows (self->page, "√ 1"));
  g_assert_cmpuint (self->said->len, >, 0);
}

/* Or the exemption, with its reason, over the whole period of the rule. */
static void
test_gap_is_excused (Fixture *self, gconstpointer data)
{
  ZbYearView *view;
  GtkWidget *dialog;

  open_page (self);
  view = last_year (self);
  g_assert_true (zb_year_view_choose (view, self->here->branch, ZB_MEETING_ASSEMBLY, 1));
  zb_test_press (self->page, "Enter an Exemption…");
  zb_test_spin_idle ();
  dialog = zb_test_window (ZB_TYPE_RECORD_DIALOG);
  zb_test_type (dialog, "Reason *", "装修停用");
  save_dialog (self);
  zb_test_wait_shows (self->page, "支部党员大会 need not be held in ");
  g_assert_true (zb_test_shows (self->page, "装修停用"));
}

static void
show_view (Fixture *self, const char *name)
{
  GtkWidget *stack = gtk_widget_get_parent (zb_test_find_type (self->page, ZB_TYPE_YEAR_VIEW));

  gtk_stack_set_visible_child_name (GTK_STACK (stack), name);
  zb_test_spin_idle ();
}

/* The list finds by what is shown and by initials. */
static void
test_list (Fixture *self, gconstpointer data)
{
  g_autofree char *march = zb_test_life_day (self->here, "03-05");
  g_autofree char *april = zb_test_life_day (self->here, "04-05");
  GtkWidget *search;

  zb_test_life_member (self->here, "王二");
  zb_test_life_meeting (self->here, "theme_day", march);
  zb_test_life_meeting (self->here, "lecture", april);
  open_page (self);
  last_year (self);
  show_view (self, "meetings");
  g_assert_true (zb_test_shows (self->page, "2 meetings"));
  g_assert_true (zb_test_shows (self->page, "0 / 1 · 0 excused · 1 absent"));
  search = zb_test_find_type (zb_test_find_type (self->page, ZB_TYPE_MEETINGS_VIEW), GTK_TYPE_SEARCH_ENTRY);
  gtk_editable_set_text (GTK_EDITABLE (search), "ztdr");
  zb_test_wait_shows (self->page, "1 meeting");
  g_assert_true (zb_test_shows (self->page, "主题党日"));
  gtk_editable_set_text (GTK_EDITABLE (search), "没有这个");
  zb_test_wait_shows (self->page, "No Meeting Is Found");
}

static gint64
number_of (Fixture *self, gint64 meeting)
{
  g_autoptr(ZbRecord) record = zb_registry_get (self->here->registry, &zb_kind_meeting, meeting, FALSE, NULL);

  return zb_record_get_int (record, "number");
}

static gboolean
has_said (gpointer data)
{
  return *((Fixture *) data)->said->str != '\0';
}

/* Entered out of their order, the year's meetings are numbered anew from the menu; a second time there is nothing to do. */
static void
test_renumber (Fixture *self, gconstpointer data)
{
  g_autofree char *march = zb_test_life_day (self->here, "03-05");
  g_autofree char *april = zb_test_life_day (self->here, "04-05");
  gint64 later, earlier;

  zb_test_life_member (self->here, "王二");
  later = zb_test_life_meeting (self->here, "lecture", april);
  earlier = zb_test_life_meeting (self->here, "lecture", march);
  open_page (self);
  last_year (self);
  g_assert_cmpint (number_of (self, earlier), ==, 2);
  zb_test_menu (self->page, "Talks, exemptions, venues, rules and lists", "Number the Year’s Meetings in Their Order");
  zb_test_spin_until (has_said, self);
  g_assert_true (g_str_has_prefix (self->said->str, "Meetings numbered in their order: "));
  g_assert_cmpint (number_of (self, earlier), ==, 1);
  g_assert_cmpint (number_of (self, later), ==, 2);
  g_string_truncate (self->said, 0);
  gtk_widget_activate_action (self->page, "life.renumber", NULL);
  zb_test_spin_until (has_said, self);
  g_assert_cmpstr (self->said->str, ==, "The meetings are numbered in their order already.\n");
}

/* A meeting out of an item of the plan, in one step; then both stand side by side. */
static void
test_plan (Fixture *self, gconstpointer data)
{
  g_autofree char *month = zb_test_life_day (self->here, "09");
  g_autofree char *item = NULL;
  g_autoptr(ZbRecord) record = NULL;

  open_page (self);
  last_year (self);
  show_view (self, "plan");
  g_assert_true (zb_test_shows (self->page, "No Plan for This Year Yet"));
  item = g_strdup (zb_test_id (zb_test_life_save (self->here, &zb_kind_plan_item, "org", zb_test_id (self->here->branch), "month", month, "kind",
                                                  "lecture", "title", "专题党课", NULL)));
  zb_test_wait_shows (self->page, "1 planned, 0 held, 0 to come, 1 missed; 0 held besides");
  zb_test_press (self->page, "Arrange…");
  zb_test_spin_idle ();
  save_dialog (self);
  zb_test_spin_until (is_opened, self);
  record = zb_registry_get (self->here->registry, &zb_kind_meeting, self->opened, FALSE, NULL);
  g_assert_cmpstr (zb_record_get (record, "plan_item"), ==, item);
  g_assert_cmpstr (zb_record_get (record, "title"), ==, "专题党课");
  zb_test_wait_shows (self->page, "Planned for ");
}

/* The row that was just entered has the keys: from there its meeting is made. */
static void
test_plan_goes_on (Fixture *self, gconstpointer data)
{
  static const struct { const char *month; const char *title; } items[] = { { "03", "早" }, { "05", "晚" }, { "04", "新" } };
  GtkWidget *list, *focus;

  open_page (self);
  show_view (self, "plan");
  for (guint i = 0; i < G_N_ELEMENTS (items); i++)
    {
      g_autofree char *month = g_strdup_printf ("%d-%s", zb_registry_today (self->here->registry).year, items[i].month);
      g_autofree char *planned = g_strdup_printf ("%u planned", i + 1);

      zb_test_life_save (self->here, &zb_kind_plan_item, "org", zb_test_id (self->here->branch), "month", month, "kind", "lecture", "title", items[i].title,
                         NULL);
      zb_test_wait_shows (self->page, planned);
    }
  list = zb_test_find_type (zb_test_find_type (self->page, ZB_TYPE_PLAN_VIEW), GTK_TYPE_LIST_BOX);
  focus = gtk_window_get_focus (GTK_WINDOW (self->window));
  g_assert_true (focus == GTK_WIDGET (gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 1)));
}

typedef struct {
  GtkWidget *row;
  GtkWidget *list;
} Sight;

static gboolean
is_in_sight (gpointer data)
{
  Sight *sight = data;
  GtkWidget *scrolled = gtk_widget_get_ancestor (sight->list, GTK_TYPE_SCROLLED_WINDOW);
  graphene_rect_t bounds;

  return gtk_widget_compute_bounds (sight->row, scrolled, &bounds) && bounds.size.height > 0 && bounds.origin.y >= 0
         && bounds.origin.y + bounds.size.height <= (float) gtk_widget_get_height (scrolled);
}

/* In a plan longer than the window, the row that was just entered is seen, not only there. */
static void
test_plan_shows_new (Fixture *self, gconstpointer data)
{
  g_autofree char *last = g_strdup_printf ("%d-12", zb_registry_today (self->here->registry).year);
  GtkWidget *dialog;
  Sight sight;

  open_page (self);
  show_view (self, "plan");
  for (guint i = 0; i < 24; i++)
    {
      g_autofree char *month = g_strdup_printf ("%d-%02u", zb_registry_today (self->here->registry).year, i / 2 + 1);

      zb_test_life_save (self->here, &zb_kind_plan_item, "org", zb_test_id (self->here->branch), "month", month, "kind", "lecture", "title", "党课", NULL);
    }
  zb_test_wait_shows (self->page, "24 planned");
  sight.list = zb_test_find_type (zb_test_find_type (self->page, ZB_TYPE_PLAN_VIEW), GTK_TYPE_LIST_BOX);
  sight.row = GTK_WIDGET (gtk_list_box_get_row_at_index (GTK_LIST_BOX (sight.list), 0));
  gtk_widget_grab_focus (sight.row);
  zb_test_spin_until (is_in_sight, &sight);
  zb_page_create (ZB_PAGE (self->page));
  dialog = zb_test_wait_window (ZB_TYPE_RECORD_DIALOG);
  zb_test_type (dialog, "Month *", last);
  zb_test_choose (dialog, "Kind *", "主题党日");
  zb_test_type (dialog, "Subject *", "年终");
  gtk_widget_activate_action (dialog, "form.save", NULL);
  zb_test_wait_no_window (ZB_TYPE_RECORD_DIALOG);
  zb_test_wait_shows (self->page, "25 planned");
  sight.row = gtk_window_get_focus (GTK_WINDOW (self->window));
  g_assert_true (zb_test_shows (sight.row, "年终"));
  zb_test_spin_until (is_in_sight, &sight);
}

/* Nothing there yet: the page says where to begin. */
static void
test_empty (Fixture *self, gconstpointer data)
{
  open_page (self);
  show_view (self, "meetings");
  g_assert_true (zb_test_shows (self->page, "No Meetings in This Year Yet"));
  zb_page_create (ZB_PAGE (self->page));
  zb_test_wait_shows (zb_test_window (ZB_TYPE_RECORD_DIALOG), "Give the day it is planned for");
  gtk_window_destroy (GTK_WINDOW (zb_test_window (ZB_TYPE_RECORD_DIALOG)));
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  zb_test_widgets_init (&argc, &argv);
  ADD ("/ui/life/gap-is-filled", test_gap_is_filled);
  ADD ("/ui/life/gap-is-excused", test_gap_is_excused);
  ADD ("/ui/life/list", test_list);
  ADD ("/ui/life/renumber", test_renumber);
  ADD ("/ui/life/plan", test_plan);
  ADD ("/ui/life/plan-goes-on", test_plan_goes_on);
  ADD ("/ui/life/plan-shows-new", test_plan_shows_new);
  ADD ("/ui/life/empty", test_empty);
  return g_test_run ();
}
