/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "dialogs/zb-record-dialog.h"
#include "dialogs/zb-step-dialog.h"
#include "pages/life/zb-attachments-section.h"
#include "pages/wishes/zb-wish-claim-bar.h"
#include "pages/wishes/zb-wish-moves.h"
#include "pages/wishes/zb-wish-page.h"
#include "pages/wishes/zb-wish-screen.h"
#include "pages/wishes/zb-wish-wall.h"
#include "pages/wishes/zb-wishes-page.h"
#include "shell/zb-page.h"
#include "store/wishes/zb-wishes.h"
#include "store/zb-records.h"
#include "widgets/zb-big-text.h"
#include "widgets/zb-suggest-entry.h"
#include "zb-test-life.h"
#include "zb-test-spin.h"
#include "zb-test-widgets.h"

#include <glib/gstdio.h>
#include <string.h>

/* What only the inside may know. */
#define SECRET "张桂兰"
#define SECRET_PHONE "19900000011"

typedef struct {
  ZbTestRegistry *here;
  ZbDb *db;            /* another program's: fills the registry before the page is there */
  GtkWidget *window;
  GtkWidget *page;
  GtkWidget *wall;
  gint64 person;
  gint64 wishes[3];    /* collected, published, claimed */
  gint64 opened;       /* what the page asked for */
  char *said;
} Fixture;

static void
on_open_record (Fixture *self, const ZbKind *kind, gint64 id)
{
  self->opened = kind == &zb_kind_wish ? id : -1;
}

static void
on_said (Fixture *self, const char *words)
{
  g_free (self->said);
  self->said = g_strdup (words);
}

static char *
days_ago (Fixture *self, int days)
{
  return zb_date_to_text (zb_date_add_days (zb_registry_today (self->here->registry), -days));
}

static gint64
add (Fixture *self, gint64 household, const char *title)
{
  g_autoptr(ZbChangeSet) set = zb_change_set_begin (self->db, "wish.add", title, NULL);
  g_autoptr(ZbRecord) wish = zb_record_new (&zb_kind_wish);
  g_autofree char *day = days_ago (self, 60);

  zb_record_set_int (wish, "household", household);
  zb_record_set_int (wish, "org", self->here->branch);
  zb_record_set (wish, "title", title);
  zb_record_set (wish, "collected_on", day);
  g_assert_true (zb_wishes_add (set, wish, NULL));
  g_assert_true (zb_change_set_commit (set, NULL, NULL));
  return wish->id;
}

static void
step (Fixture *self, gint64 wish, const char *name, int days)
{
  g_autofree char *today = days_ago (self, 0), *on = days_ago (self, days), *promised = days_ago (self, -20);
  g_autoptr(GError) error = NULL;

  zb_test_do (self->db, &zb_kind_wish, wish, name, today, &error, "on", on, "by", "李测", "words", "属实", "person", zb_test_id (self->person),
              "promised_on", promised, NULL);
  g_assert_no_error (error);
}

static void
fill (Fixture *self)
{
  g_autofree char *consent = days_ago (self, 61);
  gint64 household = zb_test_record (self->db, &zb_kind_household, "alias", "张奶奶", "community", "云溪社区", "name", SECRET, "phone", SECRET_PHONE,
                                     "consent_on", consent, NULL);
  static const char *const titles[] = { "一台电风扇", "一件棉衣", "上门理发" };

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      self->wishes[i] = add (self, household, titles[i]);
      if (i == 0)
        continue;
      step (self, self->wishes[i], "check", 50);
      step (self, self->wishes[i], "approve", 45);
      step (self, self->wishes[i], "publish", 40);
      if (i == 2)
        step (self, self->wishes[i], "claim", 10);
    }
}

static void
set_up (Fixture *self, gconstpointer data)
{
  self->here = zb_test_registry_new ();
  self->person = zb_test_life_member (self->here, "王丁");
  self->db = zb_db_open (zb_registry_path (self->here->registry), ZB_DB_WRITE, NULL);
  if (data == NULL)
    fill (self);
  self->window = g_object_new (ADW_TYPE_WINDOW, "default-width", 1200, "default-height", 900, NULL);
  self->page = zb_wishes_page_new (self->here->registry);
  g_signal_connect_swapped (self->page, "open-record", G_CALLBACK (on_open_record), self);
  g_signal_connect_swapped (self->page, "toast", G_CALLBACK (on_said), self);
  adw_window_set_content (ADW_WINDOW (self->window), self->page);
  gtk_window_present (GTK_WINDOW (self->window));
  self->wall = zb_test_find_type (self->page, ZB_TYPE_WISH_WALL);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  zb_test_close (self->window);
  zb_db_close (self->db);
  zb_test_registry_free (self->here);
  g_free (self->said);
}

static gboolean
has_said (gpointer data)
{
  return ((Fixture *) data)->said != NULL;
}

typedef struct {
  ZbWishWall *wall;
  gint64 wish;
} Card;

static gboolean
has_card (gpointer data)
{
  Card *card = data;

  return zb_wish_wall_get_wish (card->wall) == card->wish;
}

static void
wait_for_card (Fixture *self, guint wish)
{
  Card card = { ZB_WISH_WALL (self->wall), self->wishes[wish] };

  zb_test_spin_for (has_card, &card, "the card with the focus");
}

/* Each in its column, with what it waits for; nothing private stands there. */
static void
test_wall (Fixture *self, gconstpointer data)
{
  zb_test_wait_shows (self->page, "一台电风扇");
  g_assert_true (zb_test_shows (self->page, "To Be Checked 1"));
  g_assert_true (zb_test_shows (self->page, "To Be Claimed 1"));
  g_assert_true (zb_test_shows (self->page, "In Hand 1"));
  g_assert_true (zb_test_shows (self->page, "To Be Confirmed 0"));
  g_assert_true (zb_test_shows (self->page, "Unclaimed for 40 days"));
  g_assert_true (zb_test_shows (self->page, "Waiting for 60 days"));
  g_assert_true (zb_test_shows (self->page, "张奶奶 · 云溪社区"));
  g_assert_true (zb_test_shows (self->page, "王丁"));
  g_assert_false (zb_test_shows (self->page, SECRET));
  g_assert_false (zb_test_shows (self->page, SECRET_PHONE));
}

/* The arrows go over empty columns; Return asks for the wish, Ctrl+Right for the step that leads on. */
static void
test_keys (Fixture *self, gconstpointer data)
{
  GtkWidget *dialog;

  zb_test_wait_shows (self->page, "一台电风扇");
  gtk_widget_grab_focus (self->page);
  zb_test_wait_focus (self->wall);
  wait_for_card (self, 0);
  g_assert_true (zb_wish_wall_key (ZB_WISH_WALL (self->wall), GDK_KEY_Right, 0));
  wait_for_card (self, 1);
  g_assert_true (zb_wish_wall_key (ZB_WISH_WALL (self->wall), GDK_KEY_Left, 0));
  wait_for_card (self, 0);
  g_assert_false (zb_wish_wall_key (ZB_WISH_WALL (self->wall), GDK_KEY_Left, 0));
  g_assert_true (zb_wish_wall_key (ZB_WISH_WALL (self->wall), GDK_KEY_Right, GDK_CONTROL_MASK));
  dialog = zb_test_wait_window (ZB_TYPE_STEP_DIALOG);
  g_assert_true (zb_test_shows (dialog, "What Was Found"));
  zb_test_close (dialog);
}

/* A card that is put where no single step leads opens the wish, and says so. */
static void
test_no_way (Fixture *self, gconstpointer data)
{
  zb_test_wait_shows (self->page, "一台电风扇");
  zb_wish_move (self->wall, self->here->registry, self->wishes[0], 4);
  g_assert_cmpint (self->opened, ==, self->wishes[0]);
  g_assert_nonnull (self->said);
}

/* What is claimed goes forward by delivery, and back by giving up. */
static void
test_move_claim (Fixture *self, gconstpointer data)
{
  static const struct { int column; const char *asks; } ways[] = { { 4, "What Was Bought or Done" }, { 2, "Reason" } };

  zb_test_wait_shows (self->page, "上门理发");
  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      GtkWidget *dialog;

      zb_wish_move (self->wall, self->here->registry, self->wishes[2], ways[i].column);
      dialog = zb_test_wait_window (ZB_TYPE_STEP_DIALOG);
      g_assert_true (zb_test_shows (dialog, ways[i].asks));
      zb_test_close (dialog);
      zb_test_wait_no_window (ZB_TYPE_STEP_DIALOG);
    }
}

/* Number, member, day: the wish is claimed, and the next one can be. */
static void
test_claim_bar (Fixture *self, gconstpointer data)
{
  GtkWidget *bar = zb_test_find_type (self->page, ZB_TYPE_WISH_CLAIM_BAR);
  GtkWidget *number, *person;

  zb_test_wait_shows (self->page, "一件棉衣");
  number = zb_test_find (bar, GTK_ACCESSIBLE_ROLE_TEXT_BOX, "Number on the Card");
  person = zb_test_find_type (bar, ZB_TYPE_SUGGEST_ENTRY);
  g_assert_nonnull (number);
  gtk_editable_set_text (GTK_EDITABLE (number), "99");
  zb_test_press (bar, "Claim");
  g_assert_nonnull (strstr (self->said, "no wish of that number"));
  gtk_editable_set_text (GTK_EDITABLE (number), "2");
  zb_test_press (bar, "Claim");
  g_assert_nonnull (strstr (self->said, "initials"));
  zb_suggest_entry_set (ZB_SUGGEST_ENTRY (person), "王丁", zb_test_id (self->person));
  g_clear_pointer (&self->said, g_free);
  zb_test_press (bar, "Claim");
  zb_test_spin_for (has_said, self, "the claim");
  zb_test_assert_value (self->db, &zb_kind_wish, self->wishes[1], "state", "claimed");
  zb_test_wait_shows (self->page, "In Hand 2");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (number)), ==, "");
}

static gboolean
leads_on (GtkWidget *page, const char *label)
{
  GtkWidget *button = zb_test_find (page, GTK_ACCESSIBLE_ROLE_BUTTON, label);

  g_assert_nonnull (button);
  return gtk_widget_has_css_class (button, "suggested-action");
}

/* What leads on is offered first, also where a wish could be sent back. */
static void
test_onward (Fixture *self, gconstpointer data)
{
  GtkWidget *page = zb_test_find_type (self->page, ZB_TYPE_WISH_PAGE);

  step (self, self->wishes[0], "check", 50);
  zb_page_open_record (ZB_PAGE (self->page), &zb_kind_wish, self->wishes[0]);
  zb_test_wait_shows (page, "2026-0001");
  g_assert_true (leads_on (page, "Approve…"));
  g_assert_false (leads_on (page, "Send Back…"));
  step (self, self->wishes[2], "start", 5);
  zb_page_open_record (ZB_PAGE (self->page), &zb_kind_wish, self->wishes[2]);
  zb_test_wait_shows (page, "2026-0003");
  g_assert_false (leads_on (page, "Taken Back by the Wisher…"));
}

/* An open wish: what is private is covered, each step it took is there, and the first step can be taken. */
static void
test_open (Fixture *self, gconstpointer data)
{
  GtkWidget *page = zb_test_find_type (self->page, ZB_TYPE_WISH_PAGE);

  zb_test_wait_shows (self->page, "上门理发");
  zb_page_open_record (ZB_PAGE (self->page), &zb_kind_wish, self->wishes[2]);
  zb_test_wait_shows (page, "2026-0003");
  g_assert_false (zb_test_shows (page, SECRET));
  g_assert_false (zb_test_shows (page, SECRET_PHONE));
  g_assert_true (zb_test_shows (page, "发布"));
  g_assert_true (leads_on (page, "Begin…"));
  g_assert_true (zb_page_can_go_back (ZB_PAGE (self->page)));
  zb_test_press (page, "Delivered…");
  zb_test_close (zb_test_wait_window (ZB_TYPE_STEP_DIALOG));
  zb_page_go_back (ZB_PAGE (self->page));
  g_assert_false (zb_page_can_go_back (ZB_PAGE (self->page)));
}

/* Photos and the signed receipt are kept with the wish, which says that nobody has agreed to their being shown. */
static void
test_attachments (Fixture *self, gconstpointer data)
{
  g_autofree char *folder = g_dir_make_tmp ("zhibu-receipts-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "签收.pdf", NULL);
  const char *const paths[] = { path, NULL };
  g_autofree char *today = days_ago (self, 0);
  g_autoptr(GPtrArray) claims = zb_wishes_parts (self->db, &zb_kind_claim, self->wishes[2], NULL);
  g_autoptr(GPtrArray) deliveries = NULL;
  GtkWidget *page = zb_test_find_type (self->page, ZB_TYPE_WISH_PAGE), *section;
  gint64 delivery;

  g_assert_true (g_file_set_contents (path, "%PDF-1.7", -1, NULL));
  zb_test_do (self->db, &zb_kind_claim, ((ZbRecord *) g_ptr_array_index (claims, 0))->id, "deliver", today, NULL, "on", today, "what", "理发一次",
              "witness1", "李测", "witness2", "周六", NULL);
  deliveries = zb_wishes_parts (self->db, &zb_kind_delivery, self->wishes[2], NULL);
  delivery = ((ZbRecord *) g_ptr_array_index (deliveries, 0))->id;
  zb_page_open_record (ZB_PAGE (self->page), &zb_kind_wish, self->wishes[2]);
  zb_test_wait_shows (page, "Add Signed Receipt…");
  section = zb_test_find_type (page, ZB_TYPE_ATTACHMENTS_SECTION);
  g_assert_true (zb_test_shows (section, "张奶奶 has not been asked yet whether photos may be shown"));
  zb_attachments_section_add_receipt (ZB_ATTACHMENTS_SECTION (section), delivery, paths);
  zb_test_wait_shows (section, "签收单 · 理发一次 · 签收.pdf");
  zb_test_assert_value (self->db, &zb_kind_delivery, delivery, "receipt", "1");
  zb_attachments_section_add (ZB_ATTACHMENTS_SECTION (section), paths);
  zb_test_wait_shows (section, "其他材料 · 签收.pdf");
  g_unlink (path);
  g_rmdir (folder);
}

static gboolean
asks_for_wish (gpointer data)
{
  GtkWidget *dialog = zb_test_window (ZB_TYPE_RECORD_DIALOG);

  return dialog != NULL && g_strcmp0 (gtk_window_get_title (GTK_WINDOW (dialog)), "New Wish") == 0;
}

/* The first wish: its household is asked for before it, and gets a name for publication. */
static void
test_first (Fixture *self, gconstpointer data)
{
  GtkWidget *dialog;

  zb_test_wait_shows (self->page, "No Wish Is Open");
  zb_page_create (ZB_PAGE (self->page));
  dialog = zb_test_wait_window (ZB_TYPE_RECORD_DIALOG);
  zb_test_type (dialog, "Name", "李秀英");
  zb_test_choose (dialog, "Sex", "女");
  gtk_widget_activate_action (dialog, "form.save", NULL);
  zb_test_spin_for (asks_for_wish, NULL, "the form of the wish");
  dialog = zb_test_window (ZB_TYPE_RECORD_DIALOG);
  zb_test_type (dialog, "What Is Wished *", "一双棉鞋");
  gtk_widget_activate_action (dialog, "form.save", NULL);
  zb_test_wait_no_window (ZB_TYPE_RECORD_DIALOG);
  zb_test_wait_shows (self->page, "李女士");
}

static GtkWidget *
dialog_titled (const char *title)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr(GtkWindow) window = g_list_model_get_item (windows, i);

      if (ZB_IS_RECORD_DIALOG (window) && gtk_widget_get_mapped (GTK_WIDGET (window)) && g_strcmp0 (gtk_window_get_title (window), title) == 0)
        return GTK_WIDGET (window);
    }
  return NULL;
}

static gboolean
asks_for_household (gpointer data)
{
  return dialog_titled ("New Household") != NULL;
}

static void
press_key (GtkWidget *entry, guint key)
{
  g_autoptr(GListModel) controllers = gtk_widget_observe_controllers (entry);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr(GtkEventController) controller = g_list_model_get_item (controllers, i);
      gboolean is_handled = FALSE;

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        g_signal_emit_by_name (controller, "key-pressed", key, 0, 0, &is_handled);
    }
}

/* Types, and has the offers shown: without a window manager no window is active, and typing alone does not show them. */
static void
look_for (GtkWidget *entry, const char *typed)
{
  GtkWidget *offers = zb_test_find_type (entry, GTK_TYPE_POPOVER);

  gtk_editable_set_text (GTK_EDITABLE (entry), typed);
  if (!gtk_widget_get_visible (offers))
    press_key (entry, GDK_KEY_Down);
}

static gboolean
reads (gpointer data)
{
  gpointer *pair = data;

  return g_str_equal (gtk_editable_get_text (pair[0]), pair[1]);
}

static void
wait_reads (GtkWidget *entry, const char *text)
{
  gpointer pair[] = { entry, (gpointer) text };

  zb_test_spin_for (reads, pair, text);
}

/* A household is found by letters; who is not there is entered in place, and who is there already is not typed again. */
static void
test_household (Fixture *self, gconstpointer data)
{
  GtkWidget *wish, *entry, *household;

  zb_test_wait_shows (self->page, "上门理发");
  zb_page_create (ZB_PAGE (self->page));
  wish = zb_test_wait_window (ZB_TYPE_RECORD_DIALOG);
  entry = zb_test_editor (wish, "Household *", ZB_TYPE_SUGGEST_ENTRY);
  look_for (entry, "znn");
  press_key (entry, GDK_KEY_Return);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "张奶奶 (云溪社区)");
  zb_test_wait_shows (wish, "This household has 3 wishes in the registry already: 2026-0003 上门理发");
  look_for (entry, "李秀英");
  press_key (entry, GDK_KEY_Return);
  zb_test_spin_for (asks_for_household, NULL, "the form of the household");
  household = dialog_titled ("New Household");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (zb_test_editor (household, "Name", GTK_TYPE_ENTRY))), ==, "李秀英");
  zb_test_choose (household, "Sex", "女");
  gtk_widget_activate_action (household, "form.save", NULL);
  wait_reads (entry, "李女士");
  look_for (entry, "张桂兰");
  press_key (entry, GDK_KEY_Down);
  press_key (entry, GDK_KEY_Return);
  zb_test_spin_for (asks_for_household, NULL, "the form of the household");
  household = dialog_titled ("New Household");
  zb_test_wait_shows (household, "This may be “张奶奶” (云溪社区)");
  zb_test_press (household, "Take This One");
  wait_reads (entry, "张奶奶 (云溪社区)");
  zb_test_type (wish, "What Is Wished *", "一副老花镜");
  gtk_widget_activate_action (wish, "form.save", NULL);
  zb_test_wait_no_window (ZB_TYPE_RECORD_DIALOG);
  zb_test_wait_shows (self->page, "一副老花镜");
  g_assert_cmpint (zb_records_find (self->db, &zb_kind_household, "张奶奶", NULL), !=, 0);
}

/* Everything that a screen for the hall says. */
static void
read_out (GtkWidget *widget, GString *out)
{
  if (ZB_IS_BIG_TEXT (widget))
    g_string_append_printf (out, "%s\n", zb_big_text_get_text (ZB_BIG_TEXT (widget)));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    read_out (child, out);
}

/* The hall sees what is to be claimed, and no more. */
static void
test_screen (Fixture *self, gconstpointer data)
{
  g_autoptr(GString) said = g_string_new (NULL);
  GtkWidget *screen;

  zb_test_wait_shows (self->page, "一件棉衣");
  gtk_widget_activate_action (self->page, "wishes.screen", NULL);
  screen = zb_test_wait_window (ZB_TYPE_WISH_SCREEN);
  read_out (screen, said);
  g_assert_nonnull (strstr (said->str, "一件棉衣"));
  g_assert_nonnull (strstr (said->str, "张奶奶 · 云溪社区"));
  g_assert_null (strstr (said->str, "上门理发"));
  g_assert_null (strstr (said->str, SECRET));
  g_assert_true (zb_wish_screen_key (ZB_WISH_SCREEN (screen), GDK_KEY_space));
  g_assert_true (zb_wish_screen_key (ZB_WISH_SCREEN (screen), GDK_KEY_Escape));
  zb_test_wait_no_window (ZB_TYPE_WISH_SCREEN);
}

#define MANY 120

/* A card is made when its place comes into sight. */
static gboolean
is_last_reached (gpointer data)
{
  Fixture *self = data;
  GtkWidget *list = zb_test_find_type (self->wall, GTK_TYPE_LIST_VIEW);
  GtkAdjustment *at = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (gtk_widget_get_parent (list)));

  gtk_adjustment_set_value (at, gtk_adjustment_get_upper (at));
  return zb_test_shows (self->wall, "第119件");
}

/* More than fit: all are counted, few have cards, and who scrolls comes to the last; what is written meanwhile does not throw him back. */
static void
test_many (Fixture *self, gconstpointer data)
{
  gint64 household = zb_test_record (self->db, &zb_kind_household, "alias", "小李", "name", "李明", NULL);
  GtkListView *list;
  GListModel *cards;

  for (guint i = 0; i < MANY; i++)
    {
      g_autofree char *title = g_strdup_printf ("第%u件", i);

      add (self, household, title);
    }
  zb_test_wait_shows (self->wall, "121");
  list = GTK_LIST_VIEW (zb_test_find_type (self->wall, GTK_TYPE_LIST_VIEW));
  cards = G_LIST_MODEL (gtk_list_view_get_model (list));
  g_assert_cmpuint (g_list_model_get_n_items (cards), <, MANY / 2);
  g_assert_false (zb_test_shows (self->wall, "第119件"));
  zb_test_spin_until (is_last_reached, self);
  g_assert_cmpuint (g_list_model_get_n_items (cards), ==, MANY + 1);
  add (self, household, "后来的心愿");
  zb_test_wait_shows (self->wall, "122");
  g_assert_cmpuint (g_list_model_get_n_items (cards), >, MANY);
  g_assert_cmpfloat (gtk_adjustment_get_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (gtk_widget_get_parent (GTK_WIDGET (list))))), >, 0);
}

/* The key to the end goes to the end of all. */
static void
test_end (Fixture *self, gconstpointer data)
{
  gint64 household = zb_test_record (self->db, &zb_kind_household, "alias", "小李", "name", "李明", NULL);
  GtkListView *list = GTK_LIST_VIEW (zb_test_find_type (self->wall, GTK_TYPE_LIST_VIEW));

  for (guint i = 0; i < MANY; i++)
    add (self, household, "一件棉衣");
  zb_test_wait_shows (self->wall, "121");
  gtk_widget_grab_focus (self->wall);
  zb_test_wait_focus (self->wall);
  g_assert_false (zb_wish_wall_key (ZB_WISH_WALL (self->wall), GDK_KEY_End, 0));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (list))), ==, MANY + 1);
}

#define ADD(name, func) g_test_add (name, Fixture, NULL, set_up, func, tear_down)
#define ADD_EMPTY(name, func) g_test_add (name, Fixture, "empty", set_up, func, tear_down)

int
main (int argc, char **argv)
{
  zb_test_widgets_init (&argc, &argv);
  ADD ("/wishes-page/wall", test_wall);
  ADD ("/wishes-page/keys", test_keys);
  ADD ("/wishes-page/no-way", test_no_way);
  ADD ("/wishes-page/move-claim", test_move_claim);
  ADD ("/wishes-page/claim-bar", test_claim_bar);
  ADD ("/wishes-page/open", test_open);
  ADD ("/wishes-page/onward", test_onward);
  ADD ("/wishes-page/many", test_many);
  ADD ("/wishes-page/end", test_end);
  ADD ("/wishes-page/attachments", test_attachments);
  ADD ("/wishes-page/household", test_household);
  ADD_EMPTY ("/wishes-page/first", test_first);
  ADD ("/wishes-page/screen", test_screen);
  return g_test_run ();
}
