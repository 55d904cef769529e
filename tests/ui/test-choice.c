/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/zb-choice.h"
#include "zb-test-spin.h"
#include "zb-test-widgets.h"

typedef struct {
  GtkWidget *window;
  GtkWidget *choice;
  GtkWidget *entry;
  GListModel *found;
} Fixture;

static gboolean
is_dropped (gpointer data)
{
  return gtk_widget_get_mapped (gtk_widget_get_ancestor (((Fixture *) data)->entry, GTK_TYPE_POPOVER));
}

static gboolean
is_closed (gpointer data)
{
  return !is_dropped (data);
}

/* A choice long enough to be searched, dropped down; its second entries stand one level deeper. */
static void
set_up (Fixture *self, gconstpointer data)
{
  static const char *const labels[] = { "请选择", "公司党委", "\342\200\207\342\200\207第一党支部", "\342\200\207\342\200\207第二党支部", "党课", "主题党日", "学习会", "报告会",
                                        "座谈会", "民主生活会", "组织生活会", "党员大会", "委员会", "小组会", NULL };
  static const char *const values[] = { NULL, "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "13", NULL };

  self->window = gtk_window_new ();
  self->choice = zb_choice_new_names (labels, values);
  gtk_window_set_child (GTK_WINDOW (self->window), self->choice);
  gtk_window_present (GTK_WINDOW (self->window));
  zb_test_wait_shows (self->window, "请选择");
  self->entry = zb_test_find_type (self->choice, GTK_TYPE_SEARCH_ENTRY);
  g_assert_nonnull (self->entry);
  self->found = G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (zb_test_find_type (self->choice, GTK_TYPE_LIST_VIEW))));
  gtk_widget_activate (self->choice);
  zb_test_spin_until (is_dropped, self);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  /* GTK asks a list that is open for the pointer once more after its window is gone. */
  gtk_popover_popdown (GTK_POPOVER (gtk_widget_get_ancestor (self->entry, GTK_TYPE_POPOVER)));
  zb_test_spin_until (is_closed, self);
  gtk_window_destroy (GTK_WINDOW (self->window));
}

static gboolean
is_searched (gpointer data)
{
  return g_list_model_get_n_items (((Fixture *) data)->found) < 14;
}

static void
search (Fixture *self, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  zb_test_spin_until (is_searched, self);
}

static gboolean
is_at_search (gpointer data)
{
  return zb_test_has_focus (((Fixture *) data)->entry);
}

/* Whoever opens the list can type at once; what was searched for before is gone. */
static void
test_keys (Fixture *self, gconstpointer data)
{
  zb_test_spin_until (is_at_search, self);
  search (self, "二党");
  gtk_popover_popdown (GTK_POPOVER (gtk_widget_get_ancestor (self->entry, GTK_TYPE_POPOVER)));
  zb_test_spin_until (is_closed, self);
  gtk_widget_activate (self->choice);
  zb_test_spin_until (is_dropped, self);
  zb_test_spin_until (is_at_search, self);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (self->entry)), ==, "");
}

/* What stands deeper in a tree is found, and what is typed need not be its beginning. */
static void
test_find (Fixture *self, gconstpointer data)
{
  search (self, "二党");
  g_assert_cmpuint (g_list_model_get_n_items (self->found), ==, 1);
  g_signal_emit_by_name (self->entry, "activate");
  zb_test_spin_until (is_closed, self);
  g_assert_cmpstr (zb_choice_get_value (self->choice), ==, "3");
}

static void
test_find_first (Fixture *self, gconstpointer data)
{
  search (self, "生活会");
  g_assert_cmpuint (g_list_model_get_n_items (self->found), ==, 2);
  g_signal_emit_by_name (self->entry, "activate");
  zb_test_spin_until (is_closed, self);
  g_assert_cmpstr (zb_choice_get_value (self->choice), ==, "9");
}

/* Nothing found is nothing chosen. */
static void
test_find_nothing (Fixture *self, gconstpointer data)
{
  zb_choice_set_value (self->choice, "4");
  search (self, "无");
  g_signal_emit_by_name (self->entry, "activate");
  zb_test_spin_idle ();
  g_assert_true (is_dropped (self));
  g_assert_cmpstr (zb_choice_get_value (self->choice), ==, "4");
}

static void
test_escape (Fixture *self, gconstpointer data)
{
  zb_choice_set_value (self->choice, "4");
  search (self, "生活会");
  g_signal_emit_by_name (self->entry, "stop-search");
  zb_test_spin_until (is_closed, self);
  g_assert_cmpstr (zb_choice_get_value (self->choice), ==, "4");
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  zb_test_widgets_init (&argc, &argv);
  ADD ("/ui/choice/keys", test_keys);
  ADD ("/ui/choice/find", test_find);
  ADD ("/ui/choice/find-first", test_find_first);
  ADD ("/ui/choice/find-nothing", test_find_nothing);
  ADD ("/ui/choice/escape", test_escape);
  return g_test_run ();
}
