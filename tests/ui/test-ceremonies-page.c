/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/ceremonies/zb-ceremonies-page.h"
#include "pages/ceremonies/zb-ceremonies-view.h"
#include "pages/ceremonies/zb-ceremony-dialog.h"
#include "pages/ceremonies/zb-ceremony-screen.h"
#include "shell/zb-page.h"
#include "widgets/zb-big-text.h"
#include "widgets/zb-people-picker.h"
#include "zb-test-life.h"
#include "zb-test-widgets.h"

typedef struct {
  ZbTestRegistry *here;
  GtkWidget *window;
  GtkWidget *page;
  GtkWidget *view;
  gint64 people[3]; /* accepted 40 and 10 days ago; long in the Party */
  gint64 opened;    /* what the page asked for */
} Fixture;

static char *
days_ago (Fixture *self, int days)
{
  return zb_date_to_text (zb_date_add_days (zb_registry_today (self->here->registry), -days));
}

static gint64
join (Fixture *self, const char *name, int days)
{
  g_autofree char *on = days_ago (self, days);

  return zb_test_life_save (self->here, &zb_kind_member, "name", name, "category", "probationary", "joined_on", on, NULL);
}

static void
on_open_record (Fixture *self, const ZbKind *kind, gint64 id)
{
  self->opened = id;
}

static void
set_up (Fixture *self, gconstpointer data)
{
  self->here = zb_test_registry_new ();
  if (data == NULL)
    {
      self->people[0] = join (self, "甲", 40);
      self->people[1] = join (self, "乙", 10);
      self->people[2] = zb_test_life_member (self->here, "丙");
    }
  self->window = g_object_new (ADW_TYPE_WINDOW, "default-width", 1100, "default-height", 1600, NULL);
  self->page = zb_ceremonies_page_new (self->here->registry);
  g_signal_connect_swapped (self->page, "open-record", G_CALLBACK (on_open_record), self);
  adw_window_set_content (ADW_WINDOW (self->window), self->page);
  gtk_window_present (GTK_WINDOW (self->window));
  self->view = zb_test_find_type (self->page, ZB_TYPE_CEREMONIES_VIEW);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  zb_test_close (self->window);
  zb_test_registry_free (self->here);
}

static GtkWidget *
row_of (GtkWidget *root, const char *title)
{
  GtkWidget *row = zb_test_find (root, GTK_ACCESSIBLE_ROLE_LIST_ITEM, title);

  g_assert_nonnull (row);
  return row;
}

static void
activate (GtkWidget *row)
{
  g_signal_emit_by_name (gtk_widget_get_parent (row), "row-activated", row);
}

/* Plans the oath on a day that is over, and waits for its page. */
static void
swear (Fixture *self, int days)
{
  g_autofree char *on = days_ago (self, days);
  GtkWidget *dialog;

  zb_test_wait_shows (self->page, "甲　");
  zb_test_press (self->page, "Plan the Oath…");
  dialog = zb_test_wait_window (ZB_TYPE_CEREMONY_DIALOG);
  zb_test_wait_shows (dialog, "2 of 2 chosen");
  zb_test_type (dialog, "Held On", on);
  zb_test_type (dialog, "Leader of the Oath", "丙");
  gtk_widget_activate_action (dialog, "form.save", NULL);
  zb_test_wait_no_window (ZB_TYPE_CEREMONY_DIALOG);
  zb_test_wait_shows (self->page, "People of the Ceremony");
}

/* Who waits longest stands first, and opens. */
static void
test_unsworn (Fixture *self, gconstpointer data)
{
  zb_test_wait_shows (self->page, "40 days ago; longer than is advised");
  g_assert_true (zb_test_shows (self->page, "10 days ago"));
  g_assert_true (zb_test_shows (self->page, "No ceremonies yet."));
  activate (row_of (self->page, zb_test_text (self->page, "甲　")));
  g_assert_cmpint (self->opened, ==, self->people[0]);
}

/* One form makes the ceremony with those who wait; its page has the oath, the programme, the people; taken back, they wait again. */
static void
test_swear (Fixture *self, gconstpointer data)
{
  swear (self, 1);
  g_assert_true (zb_test_shows (self->page, "入党宣誓仪式"));
  g_assert_true (zb_test_shows (self->page, "1. 甲　宣誓人"));
  g_assert_true (zb_test_shows (self->page, "2. 乙　宣誓人"));
  g_assert_true (zb_test_shows (self->page, "Programme"));
  g_assert_false (zb_test_shows (self->page, "Agenda"));
  g_assert_true (zb_test_shows (self->page, "5. 新党员面向党旗宣誓"));
  /* Nobody speaks yet: there is nothing to part the length from. */
  g_assert_cmpstr (zb_test_text (self->page, "5 minutes"), ==, "5 minutes");
  g_assert_true (zb_test_shows (self->page, "随时准备为党和人民牺牲一切，"));
  g_assert_true (zb_page_can_go_back (ZB_PAGE (self->page)));
  zb_page_go_back (ZB_PAGE (self->page));
  zb_test_wait_shows (self->page, "Every probationary member has sworn.");
  g_assert_true (zb_test_shows (self->page, "led by 丙 · 2 people"));
  zb_test_registry_undo (self->here);
  zb_test_wait_shows (self->page, "40 days ago; longer than is advised");
  g_assert_true (zb_test_shows (self->page, "No ceremonies yet."));
}

/* What cannot be is said under the field, and the form stays. */
static void
test_refused (Fixture *self, gconstpointer data)
{
  GtkWidget *dialog;

  zb_test_wait_shows (self->page, "甲　");
  zb_page_create (ZB_PAGE (self->page));
  dialog = zb_test_wait_window (ZB_TYPE_CEREMONY_DIALOG);
  zb_test_type (dialog, "Planned For", "某天");
  gtk_widget_activate_action (dialog, "form.save", NULL);
  zb_test_spin_idle ();
  g_assert_nonnull (zb_test_window (ZB_TYPE_CEREMONY_DIALOG));
  /* What was typed is not lost without a question. */
  gtk_window_close (GTK_WINDOW (dialog));
  zb_test_press (zb_test_wait_window (ADW_TYPE_MESSAGE_DIALOG), "Discard");
  zb_test_wait_no_window (ZB_TYPE_CEREMONY_DIALOG);
  g_assert_true (zb_test_shows (self->page, "No ceremonies yet."));
}

/* Another type is for other people; Space chooses one of them. */
static void
test_types (Fixture *self, gconstpointer data)
{
  GtkWidget *dialog;

  zb_test_wait_shows (self->page, "甲　");
  zb_page_create (ZB_PAGE (self->page));
  dialog = zb_test_wait_window (ZB_TYPE_CEREMONY_DIALOG);
  zb_test_choose (dialog, "Type *", "重温入党誓词");
  zb_test_wait_shows (dialog, "0 of 3 chosen");
  g_signal_emit_by_name (zb_test_find_type (zb_test_find_type (dialog, ZB_TYPE_PEOPLE_PICKER), GTK_TYPE_LIST_VIEW), "activate", 0u);
  g_assert_true (zb_test_shows (dialog, "1 of 3 chosen"));
  zb_test_press (dialog, "All");
  g_assert_true (zb_test_shows (dialog, "3 of 3 chosen"));
  gtk_widget_activate_action (dialog, "form.save", NULL);
  zb_test_wait_no_window (ZB_TYPE_CEREMONY_DIALOG);
  zb_test_wait_shows (self->page, "重温入党誓词仪式");
  g_assert_true (zb_test_shows (self->page, "3. "));
  /* Who has only re-affirmed has not sworn. */
  zb_page_go_back (ZB_PAGE (self->page));
  zb_test_wait_shows (self->page, "40 days ago; longer than is advised");
}

/* Month by month, with a ceremony for those of the month. */
static void
test_birthdays (Fixture *self, gconstpointer data)
{
  ZbDate today = zb_registry_today (self->here->registry);
  int back = today.month >= 5 ? today.month - 5 : today.month + 7;
  GtkWidget *dialog;

  zb_test_wait_shows (self->page, "甲　");
  for (int i = 0; i < back; i++)
    zb_test_press (self->page, "The Month Before (Ctrl+Page Up)");
  g_assert_true (zb_test_shows (self->page, "Joined on 2010.05.01"));
  activate (row_of (self->page, zb_test_text (self->page, "丙　")));
  g_assert_cmpint (self->opened, ==, self->people[2]);
  zb_test_press (self->page, "Plan a Birthday…");
  dialog = zb_test_wait_window (ZB_TYPE_CEREMONY_DIALOG);
  g_assert_true (zb_test_shows (dialog, "1 of 1 chosen"));
  zb_test_close (dialog);
}

static const char *
shown (GtkWidget *screen, const char *style)
{
  for (GtkWidget *child = gtk_widget_get_first_child (screen); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      const char *found;

      if (ZB_IS_BIG_TEXT (child) && gtk_widget_has_css_class (child, style))
        return zb_big_text_get_text (ZB_BIG_TEXT (child));
      if ((found = shown (child, style)) != NULL)
        return found;
    }
  return NULL;
}

static void
keys (GtkWidget *screen, guint key, guint times)
{
  for (guint i = 0; i < times; i++)
    g_assert_true (zb_ceremony_screen_key (ZB_CEREMONY_SCREEN (screen), key));
}

/* Step by step to the oath, clause by clause through it, back again, and out. */
static void
test_big_screen (Fixture *self, gconstpointer data)
{
  GtkWidget *screen;

  swear (self, 1);
  zb_test_press (self->page, "Big Screen");
  screen = zb_test_wait_window (ZB_TYPE_CEREMONY_SCREEN);
  g_assert_cmpstr (shown (screen, "text"), ==, "入党宣誓仪式");
  keys (screen, GDK_KEY_space, 3);
  g_assert_cmpstr (shown (screen, "text"), ==, "甲　乙");
  keys (screen, GDK_KEY_Left, 1);
  g_assert_cmpstr (shown (screen, "text"), ==, "宣读宣誓人名单");
  keys (screen, GDK_KEY_o, 1);
  g_assert_cmpstr (shown (screen, "text"), ==, "我志愿加入中国共产党，");
  g_assert_cmpstr (shown (screen, "below"), ==, "拥护党的纲领，");
  /* In the dark the first press brings back what was there. */
  keys (screen, GDK_KEY_b, 1);
  keys (screen, GDK_KEY_Right, 1);
  g_assert_cmpstr (shown (screen, "text"), ==, "我志愿加入中国共产党，");
  keys (screen, GDK_KEY_Page_Down, 11);
  g_assert_cmpstr (shown (screen, "text"), ==, "永不叛党。");
  keys (screen, GDK_KEY_Return, 1);
  g_assert_cmpstr (shown (screen, "text"), ==, "宣誓人：");
  g_assert_cmpstr (shown (screen, "below"), ==, "甲　乙");
  keys (screen, GDK_KEY_End, 1);
  keys (screen, GDK_KEY_space, 1);
  g_assert_cmpstr (shown (screen, "text"), ==, "主持人宣布仪式结束");
  g_assert_false (zb_ceremony_screen_key (ZB_CEREMONY_SCREEN (screen), GDK_KEY_x));
  keys (screen, GDK_KEY_Escape, 1);
  zb_test_wait_no_window (ZB_TYPE_CEREMONY_SCREEN);
}

/* More people from the ceremony's page; who stands there is not offered again. */
static void
test_more_people (Fixture *self, gconstpointer data)
{
  gint64 late;
  GtkWidget *dialog;

  swear (self, 1);
  late = join (self, "丁", 5);
  zb_test_press (self->page, "Add People…");
  dialog = zb_test_wait_window (ZB_TYPE_CEREMONY_DIALOG);
  zb_test_wait_shows (dialog, "0 of 1 chosen");
  zb_test_press (dialog, "All");
  gtk_widget_activate_action (dialog, "form.save", NULL);
  zb_test_wait_no_window (ZB_TYPE_CEREMONY_DIALOG);
  zb_test_wait_shows (self->page, "3. 丁　宣誓人");
  g_assert_cmpint (late, >, 0);
}

/* Only the branch is there: what to do is said, nothing else. */
static void
test_empty (Fixture *self, gconstpointer data)
{
  zb_test_wait_shows (self->page, "Every probationary member has sworn.");
  g_assert_true (zb_test_shows (self->page, "Nobody joined the Party in this month of any year."));
  g_assert_true (zb_test_shows (self->page, "No ceremonies yet."));
  g_assert_null (zb_test_find (self->page, GTK_ACCESSIBLE_ROLE_BUTTON, "Plan the Oath…"));
}

/* No line of the big screen ends within a term or within short brackets; wherever it ends, the text is the same. */
static void
test_terms_stay_whole (void)
{
  static const struct { const char *text; const char *kept; } cases[] = {
    { "我志愿加入中国共产党，", "我志愿加入中|国|共|产|党，" },
    { "全体起立，奏（唱）《国际歌》", "全体起立，奏（|唱|）《|国|际|歌|》" },
    { "随时准备为党和人民牺牲一切，", "随时准备为党和人|民牺牲一切，" },
    { "林一帆　周小禾　欧阳明远", "林|一|帆　周|小|禾　欧|阳|明|远" },
    { "“铭初心”入党宣誓仪式", "“|铭|初|心|”/入|党宣|誓仪|式" },
    { "（一句很长很长的补充说明）", "（一句很长很长的补充说明）" }, { "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *kept = zb_big_text_keep_together (cases[i].text);
      g_auto(GStrv) parts = g_strsplit (kept, "\342\201\240", -1);
      g_autofree char *joined = g_strjoinv ("|", parts);
      g_auto(GStrv) breaks = g_strsplit (joined, "\342\200\213", -1);
      g_autofree char *shown = g_strjoinv ("/", breaks);

      g_assert_cmpstr (shown, ==, cases[i].kept);
    }
}

int
main (int argc, char **argv)
{
  static const struct { const char *path; void (*func) (Fixture *, gconstpointer); const char *data; } tests[] = {
    { "/ceremonies-page/unsworn", test_unsworn, NULL }, { "/ceremonies-page/swear", test_swear, NULL },
    { "/ceremonies-page/refused", test_refused, NULL }, { "/ceremonies-page/types", test_types, NULL },
    { "/ceremonies-page/birthdays", test_birthdays, NULL }, { "/ceremonies-page/big-screen", test_big_screen, NULL },
    { "/ceremonies-page/more-people", test_more_people, NULL }, { "/ceremonies-page/empty", test_empty, "empty" },
  };

  zb_test_widgets_init (&argc, &argv);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, tests[i].data, set_up, tests[i].func, tear_down);
  g_test_add_func ("/ceremonies/terms-stay-whole", test_terms_stay_whole);
  return g_test_run ();
}
