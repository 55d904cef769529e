/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "pages/life/zb-life-page.h"
#include "pages/life/zb-meeting-page.h"
#include "pages/life/zb-roll-call.h"
#include "pages/life/zb-roll-list.h"
#include "pages/life/zb-roll-screen.h"
#include "shell/zb-page.h"
#include "widgets/zb-big-text.h"
#include "widgets/zb-suggest-entry.h"
#include "zb-test-life.h"
#include "zb-test-widgets.h"

typedef struct {
  ZbTestRegistry *here;
  GtkWidget *window;
  GtkWidget *page;
  GtkWidget *screen;
  ZbRollList *list;
  gint64 meeting;
  gint64 people[5];
  const char *kind; /* (nullable): of the meeting, assembly unless told */
  GString *said;
} Fixture;

static void
on_toast (Fixture *self, const char *words, gboolean can_undo)
{
  g_string_append_printf (self->said, "%s\n", words);
}

static void
open_screen (Fixture *self, const char *field, const char *day)
{
  self->meeting = zb_test_life_save (self->here, &zb_kind_meeting, "org", zb_test_id (self->here->branch), "kind", self->kind != NULL ? self->kind : "assembly", field, day,
                                     NULL);
  zb_page_open_record (ZB_PAGE (self->page), &zb_kind_meeting, self->meeting);
  zb_test_spin_idle ();
  gtk_widget_activate_action (zb_test_find_type (self->page, ZB_TYPE_MEETING_PAGE), "meeting.roll", NULL);
  zb_test_spin_idle ();
  self->screen = zb_test_find_type (self->page, ZB_TYPE_ROLL_SCREEN);
  self->list = ZB_ROLL_LIST (zb_test_find_type (self->screen, ZB_TYPE_ROLL_LIST));
}

/* Five people in the order of their strokes: 丁一 王二 王三 张三 赵六. */
static void
set_up (Fixture *self, gconstpointer data)
{
  static const char *const names[] = { "丁一", "王二", "王三", "张三", "赵六" };

  self->here = zb_test_registry_new ();
  self->said = g_string_new (NULL);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    self->people[i] = zb_test_life_member (self->here, names[i]);
  self->window = g_object_new (ADW_TYPE_WINDOW, "default-width", 1000, "default-height", 640, NULL);
  self->page = zb_life_page_new (self->here->registry);
  g_signal_connect_swapped (self->page, "toast", G_CALLBACK (on_toast), self);
  adw_window_set_content (ADW_WINDOW (self->window), self->page);
  gtk_window_present (GTK_WINDOW (self->window));
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  zb_test_close (self->window);
  zb_test_registry_free (self->here);
  g_string_free (self->said, TRUE);
}

static void
open_last_year (Fixture *self)
{
  g_autofree char *day = zb_test_life_day (self->here, "03-05");

  open_screen (self, "held_on", day);
}

static void
press (Fixture *self, guint key)
{
  g_assert_true (zb_roll_list_key (self->list, key, 0));
}

static ZbRollRow *
row_at (Fixture *self, guint position)
{
  GtkListView *view = GTK_LIST_VIEW (zb_test_find_type (GTK_WIDGET (self->list), GTK_TYPE_LIST_VIEW));
  g_autoptr(ZbRollRow) row = g_list_model_get_item (G_LIST_MODEL (gtk_list_view_get_model (view)), position);

  return row;
}

/* The stored roll: a letter a person, `.` without a mark. */
static char *
stored (Fixture *self)
{
  g_autoptr(GPtrArray) roll = zb_registry_roll (self->here->registry, self->meeting, NULL);
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < roll->len; i++)
    {
      const char *state = zb_record_get (g_ptr_array_index (roll, i), "state");

      g_string_append_c (out, state != NULL ? *state : '.');
    }
  return g_string_free (out, FALSE);
}

typedef struct {
  Fixture *fixture;
  const char *wanted;
} Stored;

static gboolean
is_stored (gpointer data)
{
  Stored *wanted = data;
  g_autofree char *now = stored (wanted->fixture);

  return g_strcmp0 (now, wanted->wanted) == 0;
}

static void
wait_stored (Fixture *self, const char *wanted)
{
  zb_test_spin_until (is_stored, &(Stored) { self, wanted });
}

/* A key a person, seen at once and written behind it; undo takes back one. */
static void
test_keys (Fixture *self, gconstpointer data)
{
  open_last_year (self);
  g_assert_true (zb_test_shows (self->screen, "Expected 5, present 0, excused 0, absent 5 (of these 5 not called yet)"));
  press (self, GDK_KEY_space);
  press (self, GDK_KEY_F6);
  press (self, GDK_KEY_F8);
  g_assert_true (zb_test_shows (self->screen, "Expected 5, present 2, excused 0, absent 3 (of these 2 not called yet); late 1"));
  g_assert_cmpuint (zb_roll_list_get_position (self->list), ==, 3);
  wait_stored (self, "pla..");
  zb_test_registry_undo (self->here);
  wait_stored (self, "pl...");
  zb_test_wait_shows (self->screen, "(of these 3 not called yet)");
  press (self, GDK_KEY_Up);
  press (self, GDK_KEY_Up);
  press (self, GDK_KEY_Delete);
  wait_stored (self, "p....");
}

/* Whom nobody expects is passed by, on the list and on the big screen: a hand on the space bar calls nobody by mistake. */
static void
test_exempt (Fixture *self, gconstpointer data)
{
  g_autofree char *from = zb_test_life_day (self->here, "01-01");
  ZbRollCall *call;

  zb_test_life_save (self->here, &zb_kind_exemption, "person", zb_test_id (self->people[2]), "kind", "illness", "started_on", from, "reason", "住院", NULL);
  zb_test_life_save (self->here, &zb_kind_exemption, "person", zb_test_id (self->people[4]), "kind", "illness", "started_on", from, "reason", "住院", NULL);
  open_last_year (self);
  press (self, GDK_KEY_space);
  press (self, GDK_KEY_space);
  g_assert_cmpuint (zb_roll_list_get_position (self->list), ==, 3);
  wait_stored (self, "pp...");
  gtk_widget_activate_action (self->screen, "roll.call", NULL);
  zb_test_spin_idle ();
  call = ZB_ROLL_CALL (zb_test_window (ZB_TYPE_ROLL_CALL));
  g_assert_true (zb_roll_call_key (call, GDK_KEY_space));
  wait_stored (self, "pp.p.");
  /* The last is not called either: the roll is at its end. */
  g_assert_true (zb_roll_call_key (call, GDK_KEY_space));
  g_assert_true (zb_test_shows (self->screen, "Expected 3, present 3, excused 0, absent 0"));
  gtk_window_close (GTK_WINDOW (call));
}

/* Numbers of the sheet and initials lead to a person. */
static void
test_finding (Fixture *self, gconstpointer data)
{
  open_last_year (self);
  press (self, GDK_KEY_4);
  g_assert_cmpuint (zb_roll_list_get_position (self->list), ==, 3);
  press (self, GDK_KEY_w);
  g_assert_cmpuint (zb_roll_list_get_position (self->list), ==, 1);
  press (self, GDK_KEY_s);
  g_assert_cmpuint (zb_roll_list_get_position (self->list), ==, 2);
  g_assert_true (zb_test_shows (self->screen, "Find: ws"));
  press (self, GDK_KEY_BackSpace);
  press (self, GDK_KEY_F3);
  g_assert_cmpuint (zb_roll_list_get_position (self->list), ==, 1);
  /* What would find nobody begins anew. */
  press (self, GDK_KEY_z);
  press (self, GDK_KEY_l);
  g_assert_cmpuint (zb_roll_list_get_position (self->list), ==, 4);
  press (self, GDK_KEY_b);
  g_assert_true (zb_test_shows (self->screen, "Nobody is found by b"));
  press (self, GDK_KEY_Escape);
  g_assert_false (zb_roll_list_key (self->list, GDK_KEY_Escape, 0));
  press (self, GDK_KEY_space);
  wait_stored (self, "....p");
}

/* For an excuse the reason is asked; what was given before is offered. */
static void
test_reason (Fixture *self, gconstpointer data)
{
  GtkWidget *entry;
  g_autoptr(GPtrArray) roll = NULL;

  open_last_year (self);
  press (self, GDK_KEY_F7);
  zb_test_wait_shows (self->screen, "丁一　请假");
  entry = zb_test_find_type (self->screen, ZB_TYPE_SUGGEST_ENTRY);
  gtk_editable_set_text (GTK_EDITABLE (entry), "出差");
  gtk_widget_activate_action (self->screen, "roll.reason", NULL);
  wait_stored (self, "e....");
  g_assert_cmpuint (zb_roll_list_get_position (self->list), ==, 1);
  roll = zb_registry_roll (self->here->registry, self->meeting, NULL);
  g_assert_cmpstr (zb_record_get (g_ptr_array_index (roll, 0), "reason"), ==, "出差");
  /* Left without an answer nothing is marked. */
  press (self, GDK_KEY_F7);
  gtk_widget_activate_action (self->screen, "roll.leave", NULL);
  zb_test_spin_idle ();
  wait_stored (self, "e....");
}

static GtkWidget *
command_entry (Fixture *self)
{
  GtkWidget *words = zb_test_find_type (self->screen, GTK_TYPE_STACK);

  return zb_test_find_type (gtk_widget_get_next_sibling (words), GTK_TYPE_ENTRY);
}

/* An order says beforehand what it will do, and what is wrong with it. */
static void
test_command (Fixture *self, gconstpointer data)
{
  GtkWidget *entry;

  open_last_year (self);
  entry = command_entry (self);
  gtk_editable_set_text (GTK_EDITABLE (entry), "缺 3 5 值班；全到");
  g_assert_true (zb_test_shows (self->screen, "缺席: 3 王三、5 赵六 (值班); 到会: the other 3"));
  gtk_editable_set_text (GTK_EDITABLE (entry), "缺 9");
  g_assert_true (zb_test_shows (self->screen, "“9” is not a number of the sheet."));
  g_signal_emit_by_name (entry, "activate");
  gtk_editable_set_text (GTK_EDITABLE (entry), "去 3");
  g_assert_true (zb_test_shows (self->screen, "“去 3” was not understood."));
  gtk_editable_set_text (GTK_EDITABLE (entry), "缺 3 5 值班；全到");
  g_signal_emit_by_name (entry, "activate");
  wait_stored (self, "ppapa");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "");
}

/* Everybody at first, then the exceptions. */
static void
test_all (Fixture *self, gconstpointer data)
{
  open_last_year (self);
  press (self, GDK_KEY_F8);
  gtk_widget_activate_action (self->screen, "roll.all", NULL);
  g_assert_true (zb_test_shows (self->screen, "Expected 5, present 4, excused 0, absent 1"));
  wait_stored (self, "apppp");
}

/* Who is not on the sheet is added in place: not in the registry, a guest. */
static void
test_add (Fixture *self, gconstpointer data)
{
  GtkWidget *entry;

  open_last_year (self);
  gtk_widget_activate_action (self->screen, "roll.add", NULL);
  zb_test_spin_idle ();
  entry = zb_test_find_type (gtk_stack_get_visible_child (GTK_STACK (zb_test_find_type (self->screen, GTK_TYPE_STACK))), ZB_TYPE_SUGGEST_ENTRY);
  gtk_editable_set_text (GTK_EDITABLE (entry), "老兵孙七");
  gtk_widget_activate_action (self->screen, "roll.take", NULL);
  zb_test_wait_shows (self->screen, "guests 1");
  zb_test_wait_shows (self->screen, "老兵孙七");
  g_assert_cmpuint (zb_roll_list_get_position (self->list), ==, 5);
}

/* Nobody has attended what is to come: what was pressed is taken from the screen again, and said. */
static void
test_future (Fixture *self, gconstpointer data)
{
  g_autofree char *day = g_strdup_printf ("%04d-03-05", zb_registry_today (self->here->registry).year + 1);

  open_screen (self, "planned_on", day);
  press (self, GDK_KEY_space);
  zb_test_wait_shows (self->screen, "present 0");
  g_assert_nonnull (strstr (self->said->str, "has not come yet."));
  wait_stored (self, ".....");
}

/* On the big screen: a name at a time, in letters as large as they fit. */
static void
test_call (Fixture *self, gconstpointer data)
{
  ZbRollCall *call;

  open_last_year (self);
  gtk_widget_activate_action (self->screen, "roll.call", NULL);
  zb_test_spin_idle ();
  call = ZB_ROLL_CALL (zb_test_window (ZB_TYPE_ROLL_CALL));
  g_assert_nonnull (call);
  g_assert_true (zb_roll_call_key (call, GDK_KEY_space));
  g_assert_true (zb_roll_call_key (call, GDK_KEY_J));
  g_assert_true (zb_roll_call_key (call, GDK_KEY_Down));
  g_assert_true (zb_roll_call_key (call, GDK_KEY_q));
  g_assert_true (zb_roll_call_key (call, GDK_KEY_BackSpace));
  g_assert_true (zb_roll_call_key (call, GDK_KEY_c));
  g_assert_true (zb_roll_call_key (call, GDK_KEY_f));
  wait_stored (self, "pe.lp");
  g_assert_true (zb_roll_call_key (call, GDK_KEY_Escape));
  zb_test_wait_no_window (ZB_TYPE_ROLL_CALL);
  g_assert_true (zb_test_shows (self->screen, "Expected 5, present 3, excused 1, absent 1"));
}

typedef struct {
  Fixture *fixture;
  const char *name;
} Sight;

/* Whole inside the list, not only made. */
static gboolean
is_in_sight (gpointer data)
{
  Sight *sight = data;
  GtkWidget *list = GTK_WIDGET (sight->fixture->list), *row = zb_test_find (list, GTK_ACCESSIBLE_ROLE_LABEL, sight->name);
  graphene_rect_t bounds;

  return row != NULL && gtk_widget_compute_bounds (row, list, &bounds) && bounds.origin.y >= 0
         && bounds.origin.y + bounds.size.height <= (float) gtk_widget_get_height (list);
}

static gboolean
is_out_of_sight (gpointer sight)
{
  return !is_in_sight (sight);
}

/* A hall of 60: whoever is called is in sight, with the arrow held down, from the end, and back at the beginning. */
static void
test_scroll (Fixture *self, gconstpointer data)
{
  ZbDb *db = zb_db_open (zb_registry_path (self->here->registry), ZB_DB_WRITE, NULL);

  for (guint i = 5; i < 60; i++)
    {
      g_autofree char *name = g_strdup_printf ("赵六%02u", i);

      zb_test_member (db, name, self->here->branch, "category", "full", "joined_on", "2010-07-01", "confirmed_on", "2011-07-01", NULL);
    }
  zb_db_close (db);
  open_last_year (self);
  zb_test_spin_until (is_in_sight, &(Sight) { self, "丁一" });
  for (guint i = 0; i < 40; i++)
    press (self, GDK_KEY_Down);
  g_assert_cmpuint (zb_roll_list_get_position (self->list), ==, 40);
  zb_test_spin_until (is_in_sight, &(Sight) { self, "赵六40" });
  /* The row that left may keep its place until the list is laid out again. */
  zb_test_spin_until (is_out_of_sight, &(Sight) { self, "丁一" });
  press (self, GDK_KEY_End);
  zb_test_spin_until (is_in_sight, &(Sight) { self, "赵六59" });
  press (self, GDK_KEY_Home);
  zb_test_spin_until (is_in_sight, &(Sight) { self, "丁一" });
}

/* Nobody is expected where nobody holds a post: nothing to mark is no harm, and who came is added. */
static void
test_nobody (Fixture *self, gconstpointer data)
{
  static const guint keys[] = { GDK_KEY_space, GDK_KEY_F7, GDK_KEY_F8, GDK_KEY_Delete, GDK_KEY_Down, GDK_KEY_End, GDK_KEY_3, GDK_KEY_z, GDK_KEY_F3 };
  g_autofree char *day = zb_test_life_day (self->here, "03-05");
  GtkWidget *entry;

  self->kind = "committee";
  open_screen (self, "held_on", day);
  g_assert_true (zb_test_shows (self->screen, "Expected 0, present 0, excused 0, absent 0"));
  g_assert_true (zb_test_shows (self->screen, "Nobody is expected at this meeting. Add whoever came."));
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    press (self, keys[i]);
  gtk_widget_activate_action (self->screen, "roll.all", NULL);
  gtk_widget_activate_action (self->screen, "roll.call", NULL);
  zb_test_spin_idle ();
  g_assert_null (zb_test_window (ZB_TYPE_ROLL_CALL));
  gtk_editable_set_text (GTK_EDITABLE (command_entry (self)), "缺 1");
  g_assert_true (zb_test_shows (self->screen, "One of these numbers is nobody’s on this sheet."));
  gtk_widget_activate_action (self->screen, "roll.add", NULL);
  zb_test_spin_idle ();
  entry = zb_test_find_type (gtk_stack_get_visible_child (GTK_STACK (zb_test_find_type (self->screen, GTK_TYPE_STACK))), ZB_TYPE_SUGGEST_ENTRY);
  gtk_editable_set_text (GTK_EDITABLE (entry), "老兵孙七");
  gtk_widget_activate_action (self->screen, "roll.take", NULL);
  zb_test_wait_shows (self->screen, "guests 1");
  g_assert_false (zb_test_shows (self->screen, "Nobody is expected at this meeting. Add whoever came."));
  press (self, GDK_KEY_F6);
  wait_stored (self, "l");
}

#define MANY 5000

static void
add_many (Fixture *self)
{
  ZbDb *db = zb_db_open (zb_registry_path (self->here->registry), ZB_DB_WRITE, NULL);
  ZbChangeSet *set = zb_change_set_begin (db, "demo", NULL, NULL);

  for (guint i = 5; i < MANY; i++)
    {
      g_autoptr(ZbRecord) person = zb_record_new (&zb_kind_member);
      g_autofree char *name = g_strdup_printf ("赵六%04u", i);

      zb_record_set (person, "name", name);
      zb_record_set (person, "category", "full");
      zb_record_set (person, "joined_on", "2010-07-01");
      zb_record_set (person, "confirmed_on", "2011-07-01");
      g_assert_true (zb_members_add (set, person, self->here->branch, 0, ZB_DATE_NONE, "imported", NULL));
    }
  g_assert_true (zb_change_set_commit (set, NULL, NULL));
  zb_change_set_free (set);
  zb_db_close (db);
}

/* A congress of 5,000: the last is a key away, numbers lead into the midst, figures follow each mark, and what others write is seen. */
static void
test_congress (Fixture *self, gconstpointer data)
{
  g_autoptr(GString) marks = g_string_new (NULL);
  ZbDb *db;

  add_many (self);
  open_last_year (self);
  g_assert_true (zb_test_shows (self->screen, "Expected 5000, present 0, excused 0, absent 5000 (of these 5000 not called yet)"));
  press (self, GDK_KEY_End);
  zb_test_spin_until (is_in_sight, &(Sight) { self, "赵六4999" });
  for (const char *digit = "4321"; *digit != '\0'; digit++)
    press (self, (guint) *digit);
  g_assert_cmpuint (zb_roll_list_get_position (self->list), ==, 4320);
  zb_test_spin_until (is_in_sight, &(Sight) { self, "赵六4320" });
  for (guint i = 0; i < 20; i++)
    press (self, i % 2 == 0 ? GDK_KEY_F8 : GDK_KEY_F6);
  g_assert_true (zb_test_shows (self->screen, "Expected 5000, present 10, excused 0, absent 4990 (of these 4980 not called yet); late 10"));
  for (guint i = 0; i < MANY; i++)
    g_string_append_c (marks, i < 4320 || i >= 4340 ? '.' : i % 2 == 0 ? 'a' : 'l');
  wait_stored (self, marks->str);
  db = zb_db_open (zb_registry_path (self->here->registry), ZB_DB_WRITE, NULL);
  zb_test_set (db, &zb_kind_attendance, zb_roll_row_get_record (row_at (self, 0))->id, "state", "present");
  zb_db_close (db);
  press (self, GDK_KEY_F6);
  zb_test_wait_shows (self->screen, "Expected 5000, present 12, excused 0, absent 4988 (of these 4978 not called yet); late 11");
  gtk_widget_activate_action (self->screen, "roll.all", NULL);
  g_assert_true (zb_test_shows (self->screen, "Expected 5000, present 4990, excused 0, absent 10; late 11"));
  for (guint i = 0; i < MANY; i++)
    marks->str[i] = marks->str[i] == '.' ? 'p' : marks->str[i];
  marks->str[4340] = 'l';
  wait_stored (self, marks->str);
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  zb_test_widgets_init (&argc, &argv);
  ADD ("/ui/roll/keys", test_keys);
  ADD ("/ui/roll/exempt", test_exempt);
  ADD ("/ui/roll/finding", test_finding);
  ADD ("/ui/roll/reason", test_reason);
  ADD ("/ui/roll/command", test_command);
  ADD ("/ui/roll/all", test_all);
  ADD ("/ui/roll/add", test_add);
  ADD ("/ui/roll/future", test_future);
  ADD ("/ui/roll/call", test_call);
  ADD ("/ui/roll/scroll", test_scroll);
  ADD ("/ui/roll/nobody", test_nobody);
  ADD ("/ui/roll/congress", test_congress);
  return g_test_run ();
}
