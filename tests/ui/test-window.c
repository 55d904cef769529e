/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "dialogs/import/zb-import-dialog.h"
#include "dialogs/zb-help-dialog.h"
#include "shell/zb-application.h"
#include "shell/zb-areas.h"
#include "shell/zb-page.h"
#include "shell/zb-settings.h"
#include "shell/zb-shortcuts.h"
#include "shell/zb-window.h"
#include "zb-actions.h"
#include "zb-test-registry.h"
#include "zb-test-widgets.h"

/* More than any page has of what takes the focus. */
#define MOST_TABS 500

typedef struct {
  ZbTestDb *files;
  ZbWindow *window;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  self->files = zb_test_db_new ();
  g_clear_pointer (&self->files->db, zb_db_close);
  zb_test_reset_settings ();
  self->window = zb_window_new (NULL);
  gtk_window_present (GTK_WINDOW (self->window));
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  zb_test_close (GTK_WIDGET (self->window));
  zb_test_db_free (self->files);
}

/* Nothing there yet: three ways to begin. */
static void
test_first_run_demo (Fixture *self, gconstpointer data)
{
  g_autofree char *path = zb_test_db_file (self->files, "new/registry.zhibu");

  zb_window_welcome (self->window, path);
  zb_test_wait_shows (GTK_WIDGET (self->window), "The Registry of Your Branch");
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  zb_test_press (GTK_WIDGET (self->window), "Look Around in an Invented Branch");
  zb_test_wait_shows (GTK_WIDGET (self->window), "党员总数");
  g_assert_cmpint (zb_test_registry_people (zb_window_get_registry (self->window)), ==, 60);
}

static void
test_first_run_empty (Fixture *self, gconstpointer data)
{
  g_autofree char *path = zb_test_db_file (self->files, "new/registry.zhibu");
  GStatBuf status;
  g_autofree char *folder = g_path_get_dirname (path);

  zb_window_welcome (self->window, path);
  zb_test_wait_shows (GTK_WIDGET (self->window), "Begin With an Empty Registry");
  zb_test_press (GTK_WIDGET (self->window), "Begin With an Empty Registry");
  zb_test_wait_shows (GTK_WIDGET (self->window), "The Registry Is Empty");
  g_assert_cmpint (g_stat (folder, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0700);
}

/* A figure leads to the people it counts. */
static void
test_figure_opens_names (Fixture *self, gconstpointer data)
{
  g_autofree char *path = zb_test_db_file (self->files, "new/registry.zhibu");
  g_autofree char *shown = NULL;
  ZbMemberCounts counts;

  zb_window_open (self->window, path, ZB_START_DEMO);
  zb_test_wait_shows (GTK_WIDGET (self->window), "女党员");
  zb_member_columns_count (zb_registry_columns (zb_window_get_registry (self->window)), NULL, &counts);
  zb_test_press (GTK_WIDGET (self->window), "女党员");
  shown = g_strdup_printf ("%u people", counts.women);
  zb_test_wait_shows (GTK_WIDGET (self->window), shown);
}

static void
test_damaged (Fixture *self, gconstpointer data)
{
  g_autofree char *path = zb_test_db_file (self->files, "bad.zhibu");

  g_assert_true (g_file_set_contents (path, "this is no registry, only some words in a file", -1, NULL));
  zb_window_open (self->window, path, ZB_START_NONE);
  zb_test_wait_shows (GTK_WIDGET (self->window), "Choose Another File…");
  g_assert_null (zb_window_get_registry (self->window));
  g_assert_true (zb_test_shows (GTK_WIDGET (self->window), path));
}

/* A registry on a stick that is not there is missed, and found when the stick is. */
static void
test_missing (Fixture *self, gconstpointer data)
{
  g_autofree char *away = g_strconcat (self->files->path, ".away", NULL);

  g_assert_cmpint (g_rename (self->files->path, away), ==, 0);
  zb_window_open (self->window, self->files->path, ZB_START_NONE);
  zb_test_wait_shows (GTK_WIDGET (self->window), "Try Again");
  g_assert_true (zb_test_shows (GTK_WIDGET (self->window), self->files->path));
  zb_test_wait_focus (zb_test_find (GTK_WIDGET (self->window), GTK_ACCESSIBLE_ROLE_BUTTON, "Try Again"));
  g_assert_false (g_file_test (self->files->path, G_FILE_TEST_EXISTS));
  g_assert_cmpint (g_rename (away, self->files->path), ==, 0);
  zb_test_press (GTK_WIDGET (self->window), "Try Again");
  zb_test_wait_shows (GTK_WIDGET (self->window), "The Registry Is Empty");
}

static gboolean
is_window (gpointer data)
{
  return gtk_application_get_active_window (data) != NULL;
}

/* The program looks for the registry opened last and, where it is not, does not begin another in silence. */
static void
test_last_registry_is_missed (void)
{
  g_autoptr(ZbApplication) application = zb_application_new ();
  g_autofree char *folder = g_dir_make_tmp ("zhibu-ui-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "away.zhibu", NULL);
  GtkWidget *window;

  zb_test_reset_settings ();
  zb_settings_set_string ("last-registry", path);
  /* The bus keeps the name of the one before. */
  g_application_set_application_id (G_APPLICATION (application), "io.github.zhibu.Other");
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE | G_APPLICATION_HANDLES_OPEN);
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));
  g_application_activate (G_APPLICATION (application));
  zb_test_spin_until (is_window, application);
  window = GTK_WIDGET (gtk_application_get_active_window (GTK_APPLICATION (application)));
  zb_test_wait_shows (window, "Try Again");
  g_assert_true (zb_test_shows (window, path));
  zb_test_close (window);
  g_rmdir (folder);
}

typedef struct {
  GtkFileChooser *chooser;
  GFile *file;
} Choosing;

static gboolean
is_file_chosen (gpointer data)
{
  Choosing *choosing = data;
  g_autoptr(GFile) file = gtk_file_chooser_get_file (choosing->chooser);

  return file != NULL && g_file_equal (file, choosing->file);
}

/* The dialog may still be reading the folder that it opened with, and forget what was chosen when that is read. */
static gboolean
choose_again (gpointer data)
{
  Choosing *choosing = data;

  if (!is_file_chosen (choosing))
    gtk_file_chooser_set_file (choosing->chooser, choosing->file, NULL);
  return G_SOURCE_CONTINUE;
}

/* Answers the file dialog with a file, when it has found it in its folder. */
static void
choose_file (Fixture *self, const char *path)
{
  GtkWidget *chooser = zb_test_wait_window (GTK_TYPE_FILE_CHOOSER_DIALOG);
  g_autoptr(GFile) file = g_file_new_for_path (path);
  Choosing choosing = { GTK_FILE_CHOOSER (chooser), file };
  guint again = g_timeout_add_seconds (3, choose_again, &choosing);

  g_assert_true (gtk_file_chooser_set_file (choosing.chooser, file, NULL));
  zb_test_spin_until (is_file_chosen, &choosing);
  g_source_remove (again);
  gtk_dialog_response (GTK_DIALOG (chooser), GTK_RESPONSE_ACCEPT);
  zb_test_wait_no_window (GTK_TYPE_FILE_CHOOSER_DIALOG);
}

/* The registry of the fixture with somebody in it, copied; then without. Returns: (transfer full): the copy */
static char *
make_backup (Fixture *self)
{
  char *copy = zb_test_db_file (self->files, "copy.zhibu");
  ZbBackupReport report = { 0 };
  gint64 branch;

  zb_test_db_reopen (self->files);
  branch = zb_test_organization (self->files->db, "branch", "第一党支部", 0);
  zb_test_member (self->files->db, "王样本", branch, "category", "full", NULL);
  g_assert_true (zb_backup_make (self->files->db, copy, FALSE, NULL, NULL, &report, NULL));
  zb_backup_report_clear (&report);
  zb_test_member (self->files->db, "李样本", branch, "category", "full", NULL);
  g_clear_pointer (&self->files->db, zb_db_close);
  return copy;
}

typedef struct {
  Fixture *self;
  int people;
} Wanted;

static gboolean
has_people (gpointer data)
{
  Wanted *wanted = data;
  ZbRegistry *registry = zb_window_get_registry (wanted->self->window);

  return registry != NULL && zb_test_registry_people (registry) == wanted->people;
}

static void
wait_people (Fixture *self, int people)
{
  zb_test_spin_until (has_people, &(Wanted) { self, people });
}

/* A backup over the registry that is open, and that taken back by the file that was kept. */
static void
test_restore (Fixture *self, gconstpointer data)
{
  g_autofree char *copy = make_backup (self);
  g_autofree char *letter = zb_test_db_file (self->files, "letter.zhibu");
  g_autofree char *kept = NULL;
  g_autofree char *kept_path = NULL;
  const char *words, *begin;

  zb_window_open (self->window, self->files->path, ZB_START_NONE);
  wait_people (self, 2);
  g_assert_true (g_file_set_contents (letter, "only a letter, long enough to be a file of its own", -1, NULL));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self->window), "win.restore", NULL));
  choose_file (self, letter);
  zb_test_wait_shows (GTK_WIDGET (self->window), "“letter.zhibu” is not a backup");
  wait_people (self, 2);

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self->window), "win.restore", NULL));
  choose_file (self, copy);
  wait_people (self, 1);
  zb_test_wait_shows (GTK_WIDGET (self->window), "Backup restored: 1 people");
  words = zb_test_text (GTK_WIDGET (self->window), "is kept as");
  g_assert_nonnull (words);
  begin = strstr (words, "kept as “") + strlen ("kept as “");
  kept = g_strndup (begin, (gsize) (strstr (begin, "”") - begin));
  kept_path = zb_test_db_file (self->files, kept);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self->window), "win.restore", NULL));
  choose_file (self, kept_path);
  wait_people (self, 2);
}

/* In the place of a damaged registry, which is kept; a file that is no backup changes nothing. */
static void
test_restore_over_damage (Fixture *self, gconstpointer data)
{
  g_autofree char *copy = make_backup (self);
  g_autofree char *content = NULL;
  g_autofree char *names = NULL;

  g_assert_true (g_file_set_contents (self->files->path, "this is no registry, only some words in a file", -1, NULL));
  zb_window_open (self->window, self->files->path, ZB_START_NONE);
  zb_test_wait_shows (GTK_WIDGET (self->window), "Restore a Backup…");
  zb_test_press (GTK_WIDGET (self->window), "Restore a Backup…");
  choose_file (self, self->files->path);
  zb_test_spin_idle ();
  g_assert_true (g_file_get_contents (self->files->path, &content, NULL, NULL));
  g_assert_true (g_str_has_prefix (content, "this is no registry"));
  g_assert_true (zb_test_shows (GTK_WIDGET (self->window), "Choose Another File…"));

  zb_test_press (GTK_WIDGET (self->window), "Restore a Backup…");
  choose_file (self, copy);
  wait_people (self, 1);
  names = zb_test_db_files (self->files);
  g_assert_nonnull (strstr (names, "before-restore-"));
}

/* On a new computer: the first thing that one has is the backup of the old one. */
static void
test_first_run_backup (Fixture *self, gconstpointer data)
{
  g_autofree char *copy = make_backup (self);
  g_autofree char *path = zb_test_db_file (self->files, "new/registry.zhibu");

  zb_window_welcome (self->window, path);
  zb_test_wait_shows (GTK_WIDGET (self->window), "Restore a Backup…");
  zb_test_wait_focus (zb_test_find (GTK_WIDGET (self->window), GTK_ACCESSIBLE_ROLE_BUTTON, "Import a Roster File…"));
  zb_test_press (GTK_WIDGET (self->window), "Restore a Backup…");
  choose_file (self, copy);
  wait_people (self, 1);
  g_assert_cmpstr (zb_registry_path (zb_window_get_registry (self->window)), ==, path);
}

static void
test_newer (Fixture *self, gconstpointer data)
{
  zb_test_db_sql (self->files, "PRAGMA user_version = 9999");
  zb_window_open (self->window, self->files->path, ZB_START_NONE);
  zb_test_wait_shows (GTK_WIDGET (self->window), "newer");
  g_assert_null (zb_window_get_registry (self->window));
}

/* Another registry in the same window: the first is let go. */
static void
test_open_another (Fixture *self, gconstpointer data)
{
  g_autofree char *first = zb_test_db_file (self->files, "first.zhibu");
  g_autofree char *second = zb_test_db_file (self->files, "second.zhibu");

  zb_window_open (self->window, first, ZB_START_DEMO);
  zb_test_wait_shows (GTK_WIDGET (self->window), "党员总数");
  zb_window_open (self->window, second, ZB_START_EMPTY);
  zb_test_wait_shows (GTK_WIDGET (self->window), "The Registry Is Empty");
  g_assert_cmpstr (zb_registry_path (zb_window_get_registry (self->window)), ==, second);
}

/* A file that is no registry costs nothing: what was open stays, and a list chosen by mistake may come in. */
static void
test_open_list (Fixture *self, gconstpointer data)
{
  g_autofree char *path = zb_test_db_file (self->files, "first.zhibu");
  g_autofree char *list = zb_test_db_file (self->files, "名册.csv");
  GtkWidget *question;

  g_assert_true (g_file_set_contents (list, "姓名,性别\n王听雨,女\n", -1, NULL));
  zb_window_open (self->window, path, ZB_START_EMPTY);
  zb_test_wait_shows (GTK_WIDGET (self->window), "The Registry Is Empty");
  zb_window_open (self->window, list, ZB_START_NONE);
  question = zb_test_wait_window (ADW_TYPE_MESSAGE_DIALOG);
  g_assert_true (zb_test_shows (question, "The registry that was open stays open."));
  zb_test_wait_shows (GTK_WIDGET (self->window), "The Registry Is Empty");
  g_assert_cmpstr (zb_registry_path (zb_window_get_registry (self->window)), ==, path);
  zb_test_press (question, "Import This List");
  zb_test_wait_shows (zb_test_wait_window (ZB_TYPE_IMPORT_DIALOG), "王听雨");
  zb_test_close (zb_test_window (ZB_TYPE_IMPORT_DIALOG));
}

/* The key of the help works in dialogs too. */
static void
test_help_in_dialog (Fixture *self, gconstpointer data)
{
  g_autofree char *path = zb_test_db_file (self->files, "first.zhibu");

  zb_window_open (self->window, path, ZB_START_EMPTY);
  zb_test_wait_shows (GTK_WIDGET (self->window), "The Registry Is Empty");
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.import", NULL);
  g_assert_true (zb_test_key (zb_test_wait_window (ZB_TYPE_IMPORT_DIALOG), GDK_KEY_F1, 0));
  zb_test_wait_window (ZB_TYPE_HELP_DIALOG);
  zb_test_close (zb_test_window (ZB_TYPE_HELP_DIALOG));
  zb_test_close (zb_test_window (ZB_TYPE_IMPORT_DIALOG));
}

static void
test_areas (Fixture *self, gconstpointer data)
{
  static const char *const titles[] = { "Overview", "Organisations", "Members", "Organisational Life", "Oaths and Ceremonies" };
  g_autofree char *path = zb_test_db_file (self->files, "new.zhibu");

  zb_window_open (self->window, path, ZB_START_DEMO);
  zb_test_wait_shows (GTK_WIDGET (self->window), "党员总数");
  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self->window), "win.area", "i", (int) i + 1));
      zb_test_spin_idle ();
      g_assert_nonnull (zb_test_find (GTK_WIDGET (self->window), GTK_ACCESSIBLE_ROLE_LIST_ITEM, titles[i]));
      if (i == 3)
        zb_test_wait_shows (GTK_WIDGET (self->window), "New Meeting…");
    }
  zb_test_wait_shows (GTK_WIDGET (self->window), "New Ceremony…");
}

/* Every area in the sidebar has its key, and is called there as it is called here. */
static void
test_areas_have_keys (void)
{
  static const ZbAction actions[] = { ZB_ACTIONS (ZB_ACTION_ROW) };
  guint n;
  const ZbArea *areas = zb_areas (&n);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name = g_strdup_printf ("win.area(%u)", i + 1);
      g_autofree char *key = g_strdup_printf ("<Alt>%u", i + 1);
      const ZbAction *found = NULL;

      for (guint k = 0; k < G_N_ELEMENTS (actions); k++)
        if (g_str_equal (actions[k].name, name))
          found = &actions[k];
      g_assert_nonnull (found);
      g_assert_cmpstr (found->keys, ==, key);
      g_assert_cmpstr (found->label, ==, areas[i].label);
    }
}

/* Whatever has a key is an action that somebody answers to. */
static void
test_actions_exist (void)
{
  static const ZbAction actions[] = { ZB_ACTIONS (ZB_ACTION_ROW) };
  g_autoptr(ZbApplication) application = zb_application_new ();
  GtkWidgetClass *window_class = g_type_class_ref (ZB_TYPE_WINDOW);

  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE | G_APPLICATION_HANDLES_OPEN);
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      g_autofree char *name = NULL;
      g_autoptr(GVariant) target = NULL;
      gboolean found = FALSE;

      g_assert_true (g_action_parse_detailed_name (actions[i].name, &name, &target, NULL));
      if (g_str_has_prefix (name, "app."))
        found = g_action_map_lookup_action (G_ACTION_MAP (application), name + strlen ("app.")) != NULL;
      for (guint j = 0; !found; j++)
        {
          GType owner;
          const char *installed;
          const GVariantType *parameter;
          const char *property;

          if (!gtk_widget_class_query_action (window_class, j, &owner, &installed, &parameter, &property))
            break;
          found = strcmp (installed, name) == 0;
        }
      if (!found)
        g_test_message ("no such action: %s", name);
      g_assert_true (found);
    }
  g_type_class_unref (window_class);
}

static void
test_shortcuts_window (void)
{
  static const ZbAction actions[] = { ZB_ACTIONS (ZB_ACTION_ROW) ZB_ACTIONS_LOCAL (ZB_ACTION_ROW) };
  GtkWidget *window = GTK_WIDGET (zb_shortcuts_window_new ());

  gtk_window_present (GTK_WINDOW (window));
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    zb_test_wait_shows (window, actions[i].label);
  zb_test_close (window);
}

static gboolean
is_in_page (gpointer window)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (window));

  return focus != NULL && gtk_widget_get_ancestor (focus, ZB_TYPE_PAGE) != NULL;
}

/* Tab and Shift+Tab lead out of every area, from where one goes on in it. */
static void
assert_tab_leaves (ZbWindow *window, const char *area, GtkDirectionType direction)
{
  GtkWidget *page;

  g_test_message ("%s, %s", area, direction == GTK_DIR_TAB_FORWARD ? "Tab" : "Shift+Tab");
  zb_test_spin_until (is_in_page, window);
  page = gtk_widget_get_ancestor (gtk_window_get_focus (GTK_WINDOW (window)), ZB_TYPE_PAGE);
  for (guint n = 0; n < MOST_TABS; n++)
    {
      GtkWidget *focus;

      gtk_widget_child_focus (GTK_WIDGET (window), direction);
      focus = gtk_window_get_focus (GTK_WINDOW (window));
      g_assert_nonnull (focus);
      if (!gtk_widget_is_ancestor (focus, page))
        return;
    }
  g_error ("no way out of %s", area);
}

static void
test_tab_leaves_page (Fixture *self, gconstpointer data)
{
  g_autofree char *path = zb_test_db_file (self->files, "new/registry.zhibu");
  guint n_areas;
  const ZbArea *areas = zb_areas (&n_areas);

  zb_window_open (self->window, path, ZB_START_DEMO);
  zb_test_wait_shows (GTK_WIDGET (self->window), "女党员");
  for (guint i = 0; i < n_areas; i++)
    for (guint back = 0; back < 2; back++)
      {
        /* Away and here again, to begin where the page begins. */
        g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self->window), "win.area", "i", (int) ((i + 1) % n_areas) + 1));
        zb_test_spin_idle ();
        g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self->window), "win.area", "i", (int) i + 1));
        zb_test_spin_idle ();
        assert_tab_leaves (self->window, areas[i].name, back ? GTK_DIR_TAB_BACKWARD : GTK_DIR_TAB_FORWARD);
      }
}

/* As if a file had been let go over the window. */
static gboolean
drop (ZbWindow *window, const char *path)
{
  g_autoptr(GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (window));
  g_autoptr(GFile) file = g_file_new_for_path (path);
  GSList only = { file, NULL };
  g_auto(GValue) value = G_VALUE_INIT;
  gboolean taken = FALSE;

  g_value_init (&value, GDK_TYPE_FILE_LIST);
  g_value_take_boxed (&value, gdk_file_list_new_from_list (&only));
  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr(GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_DROP_TARGET (controller))
        g_signal_emit_by_name (controller, "drop", &value, 0.0, 0.0, &taken);
    }
  return taken;
}

/* A list that is dropped on the window is taken in, a registry is opened. */
static void
test_drop (Fixture *self, gconstpointer data)
{
  g_autofree char *path = zb_test_db_file (self->files, "new/registry.zhibu"), *list = zb_test_db_file (self->files, "roster.csv");

  g_assert_true (g_file_set_contents (list, "姓名,性别\n张拖放,男\n", -1, NULL));
  zb_window_welcome (self->window, path);
  zb_test_wait_shows (GTK_WIDGET (self->window), "Begin With an Empty Registry");
  zb_test_press (GTK_WIDGET (self->window), "Begin With an Empty Registry");
  zb_test_wait_shows (GTK_WIDGET (self->window), "The Registry Is Empty");
  g_assert_true (drop (self->window, list));
  zb_test_wait_shows (zb_test_wait_window (ZB_TYPE_IMPORT_DIALOG), "张拖放");
  zb_test_close (zb_test_window (ZB_TYPE_IMPORT_DIALOG));
  g_assert_true (drop (self->window, self->files->path));
  zb_test_wait_shows (GTK_WIDGET (self->window), "The Registry Is Empty");
  g_assert_cmpstr (zb_registry_path (zb_window_get_registry (self->window)), ==, self->files->path);
}

#define ADD(name, test) g_test_add ("/window/" name, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char *argv[])
{
  zb_test_widgets_init (&argc, &argv);
  ADD ("first-run-demo", test_first_run_demo);
  ADD ("first-run-empty", test_first_run_empty);
  ADD ("drop", test_drop);
  ADD ("open-list", test_open_list);
  ADD ("help-in-dialog", test_help_in_dialog);
  ADD ("figure-opens-names", test_figure_opens_names);
  ADD ("damaged", test_damaged);
  ADD ("newer", test_newer);
  ADD ("missing", test_missing);
  ADD ("restore", test_restore);
  ADD ("restore-over-damage", test_restore_over_damage);
  ADD ("first-run-backup", test_first_run_backup);
  ADD ("open-another", test_open_another);
  ADD ("areas", test_areas);
  ADD ("tab-leaves-page", test_tab_leaves_page);
  g_test_add_func ("/window/areas-have-keys", test_areas_have_keys);
  g_test_add_func ("/window/actions-exist", test_actions_exist);
  g_test_add_func ("/window/last-registry-is-missed", test_last_registry_is_missed);
  g_test_add_func ("/window/shortcuts", test_shortcuts_window);
  return g_test_run ();
}
