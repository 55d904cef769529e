/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/home/zb-home-page.h"
#include "shell/zb-page.h"
#include "zb-test-life.h"
#include "zb-test-widgets.h"

typedef struct {
  ZbTestRegistry *here;
  GtkWidget *window;
  GtkWidget *page;
  gint64 people[3]; /* accepted three months ago; of them the last alone has sworn */
  gint64 opened;
} Fixture;

static void
on_open_record (Fixture *self, const ZbKind *kind, gint64 id)
{
  self->opened = id;
}

static void
set_up (Fixture *self, gconstpointer data)
{
  static const char *const names[] = { "甲", "乙", "丙" };
  ZbDate today;
  g_autofree char *joined = NULL;

  self->here = zb_test_registry_new ();
  today = zb_registry_today (self->here->registry);
  joined = zb_date_to_text (zb_date_add_months ((ZbDate) { today.year, today.month, 1 }, -3));
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    self->people[i] = zb_test_life_save (self->here, &zb_kind_member, "name", names[i], "category", "probationary", "joined_on", joined, NULL);
  self->window = g_object_new (ADW_TYPE_WINDOW, "default-width", 1100, "default-height", 1400, NULL);
  self->page = zb_home_page_new (self->here->registry);
  g_signal_connect_swapped (self->page, "open-record", G_CALLBACK (on_open_record), self);
  adw_window_set_content (ADW_WINDOW (self->window), self->page);
  gtk_window_present (GTK_WINDOW (self->window));
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  zb_test_close (self->window);
  zb_test_registry_free (self->here);
}

static void
swear (Fixture *self, guint person)
{
  g_autofree char *today = zb_date_to_text (zb_registry_today (self->here->registry));
  gint64 meeting = zb_test_life_meeting (self->here, "ceremony", today);
  gint64 ceremony = zb_test_life_save (self->here, &zb_kind_ceremony, "meeting", zb_test_id (meeting), "type", "oath", "title", "宣誓", "text", "constitution", NULL);

  zb_test_life_save (self->here, &zb_kind_ceremony_person, "ceremony", zb_test_id (ceremony), "person", zb_test_id (self->people[person]), "role", "swearer",
                     "name", "某", NULL);
}

/* Looked for anew each time: rows are made anew when something has changed. */
static gboolean
is_in_row (gpointer page)
{
  GtkWidget *item = zb_test_find (page, GTK_ACCESSIBLE_ROLE_LIST_ITEM, "Not sworn yet: 2");

  return item != NULL && zb_test_has_focus (gtk_widget_get_ancestor (item, ADW_TYPE_EXPANDER_ROW));
}

/* Several of a kind stand under one heading with their names, open to rows that say why, and those lead to the people. */
static void
test_several (Fixture *self, gconstpointer data)
{
  GtkWidget *row, *child;

  zb_test_wait_shows (self->page, "Not sworn yet: 3");
  g_assert_true (zb_test_shows (self->page, "甲、乙、丙"));
  g_assert_false (zb_test_shows (self->page, "has not sworn; the oath is advised by"));
  row = gtk_widget_get_ancestor (zb_test_find (self->page, GTK_ACCESSIBLE_ROLE_LIST_ITEM, "Not sworn yet: 3"), ADW_TYPE_EXPANDER_ROW);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
  zb_test_wait_shows (row, "has not sworn; the oath is advised by");
  /* The row is a list item too, and holds all of them. */
  child = zb_test_find (gtk_widget_get_first_child (row), GTK_ACCESSIBLE_ROLE_LIST_ITEM, "乙");
  g_signal_emit_by_name (gtk_widget_get_parent (child), "row-activated", child);
  g_assert_cmpint (self->opened, ==, self->people[1]);
  /* Still open, and the focus still there, when something has changed. */
  gtk_widget_grab_focus (child);
  zb_test_wait_focus (child);
  swear (self, 0);
  zb_test_wait_shows (self->page, "Not sworn yet: 2");
  zb_test_wait_shows (self->page, "has not sworn; the oath is advised by");
  zb_test_spin_until (is_in_row, self->page);
}

/* What was done goes away; the last one stands by itself and leads there. */
static void
test_one (Fixture *self, gconstpointer data)
{
  GtkWidget *row;

  swear (self, 0);
  swear (self, 2);
  zb_test_wait_shows (self->page, "乙: joined on ");
  g_assert_false (zb_test_shows (self->page, "Not sworn yet"));
  row = zb_test_find (self->page, GTK_ACCESSIBLE_ROLE_LIST_ITEM, zb_test_text (self->page, "乙: joined on "));
  g_signal_emit_by_name (gtk_widget_get_parent (row), "row-activated", row);
  g_assert_cmpint (self->opened, ==, self->people[1]);
}

/* What stood on the screen when the columns came. */
typedef struct {
  GtkWidget *page;
  gboolean came;
  gboolean had_figures;
  gboolean had_due;
} Columns;

static void
on_columns_ready (Columns *self)
{
  self->came = TRUE;
  self->had_figures = zb_test_shows (self->page, "党员总数") && zb_test_shows (self->page, "2001");
  self->had_due = zb_test_shows (self->page, "Nothing is due now");
}

static gboolean
has_come (gpointer columns)
{
  return ((Columns *) columns)->came;
}

/* Of many people the figures stand there before the rest is loaded; what is due is told when it is known. */
static void
test_figures_first (void)
{
  g_autoptr(ZbTestDb) files = zb_test_db_new ();
  gint64 branch = zb_test_organization (files->db, "branch", "第一党支部", 0);
  ZbRegistry *registry;
  GtkWidget *window;
  Columns columns = { 0 };

  for (guint i = 0; i <= ZB_REGISTRY_SMALL; i++)
    zb_test_member (files->db, "张四", branch, "category", "full", NULL);
  g_clear_pointer (&files->db, zb_db_close);
  registry = zb_test_registry_open (files->path, FALSE, NULL);
  g_signal_connect_swapped (registry, "columns-ready", G_CALLBACK (on_columns_ready), &columns);
  window = g_object_new (ADW_TYPE_WINDOW, "default-width", 1100, "default-height", 700, NULL);
  columns.page = zb_home_page_new (registry);
  adw_window_set_content (ADW_WINDOW (window), columns.page);
  gtk_window_present (GTK_WINDOW (window));
  zb_test_spin_until (has_come, &columns);
  g_assert_true (columns.had_figures);
  g_assert_false (columns.had_due);
  zb_test_wait_shows (columns.page, "Nothing is due now");
  g_signal_handlers_disconnect_by_data (registry, &columns);
  zb_test_close (window);
  zb_test_registry_close (registry);
}

int
main (int argc, char **argv)
{
  zb_test_widgets_init (&argc, &argv);
  g_test_add ("/home-page/several", Fixture, NULL, set_up, test_several, tear_down);
  g_test_add ("/home-page/one", Fixture, NULL, set_up, test_one, tear_down);
  g_test_add_func ("/home-page/figures-first", test_figures_first);
  return g_test_run ();
}
