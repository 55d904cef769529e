/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "zb-test-widgets.h"

#include <gdk/x11/gdkx.h>
#include <string.h>

#include "shell/zb-settings.h"
#include "widgets/zb-table-cell.h"
#include "widgets/zb-text.h"
#include "zb-test-spin.h"

/* The bar of folders in GTK 4.8's file dialog now and then draws a button before it has a size, and says so. Every
 * other warning ends the test. */
static GLogWriterOutput
write_log (GLogLevelFlags level, const GLogField *fields, gsize n_fields, gpointer user_data)
{
  for (gsize i = 0; i < n_fields; i++)
    if (strcmp (fields[i].key, "MESSAGE") == 0 && g_str_has_prefix (fields[i].value, "Trying to snapshot GtkButton")
        && zb_test_window (GTK_TYPE_FILE_CHOOSER_DIALOG) != NULL)
      return G_LOG_WRITER_HANDLED;
  return g_log_writer_default (level, fields, n_fields, user_data);
}

/* Nobody holds the mouse: over a window it would rest on whatever opens there, whose tooltip comes half a second later. The screen is
 * larger than the windows. */
static void
put_mouse_away (void)
{
  Display *display = gdk_x11_display_get_xdisplay (gdk_display_get_default ());
  int screen = DefaultScreen (display);

  XWarpPointer (display, None, RootWindow (display, screen), 0, 0, 0, 0, DisplayWidth (display, screen) - 1, DisplayHeight (display, screen) - 1);
  XFlush (display);
}

/* A popover that takes the mouse makes GTK 4.8 look for a tooltip half a second later, and complain when the popover is gone by then. */
static gboolean
is_late_tooltip (const char *message)
{
  return strstr (message, "gdk_surface_get_device_position: assertion 'GDK_IS_SURFACE (surface)' failed") != NULL;
}

static gboolean
ends_test (const char *domain, GLogLevelFlags level, const char *message, gpointer user_data)
{
  return !is_late_tooltip (message);
}

/* GLib forgets the handler with each case. */
static gboolean
install_handler (GSource *source, int *timeout)
{
  g_test_log_set_fatal_handler (ends_test, NULL);
  *timeout = -1;
  return FALSE;
}

static gboolean
has_nothing (GSource *source)
{
  return FALSE;
}

static void
bear_late_tooltips (void)
{
  static GSourceFuncs functions = { .prepare = install_handler, .check = has_nothing };
  g_autoptr(GSource) source = g_source_new (&functions, sizeof (GSource));

  g_source_set_static_name (source, "late tooltips");
  g_source_attach (source, NULL);
}

void
zb_test_widgets_init (int *argc, char ***argv)
{
  g_log_set_writer_func (write_log, NULL, NULL);
  /* Icons need the shared folders, so the directories are not isolated; tests/lib/headless gives a home of its own. */
  g_test_init (argc, argv, NULL);
  gtk_init ();
  adw_init ();
  put_mouse_away ();
  bear_late_tooltips ();
}

void
zb_test_reset_settings (void)
{
  g_autoptr(GSettingsSchema) schema = NULL;
  g_auto(GStrv) keys = NULL;

  g_object_get (zb_settings_get (), "settings-schema", &schema, NULL);
  keys = g_settings_schema_list_keys (schema);
  for (guint i = 0; keys[i] != NULL; i++)
    g_settings_reset (zb_settings_get (), keys[i]);
}

static const char *
text_of (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget))
    return gtk_label_get_text (GTK_LABEL (widget));
  if (GTK_IS_INSCRIPTION (widget))
    return gtk_inscription_get_text (GTK_INSCRIPTION (widget));
  if (ZB_IS_TABLE_CELL (widget))
    return zb_table_cell_get_text (ZB_TABLE_CELL (widget));
  if (ZB_IS_TEXT (widget))
    return zb_text_get_text (ZB_TEXT (widget));
  return NULL;
}

/* The first text inside it that contains, or is, @text. */
static GtkWidget *
find_text (GtkWidget *root, const char *text, gboolean whole)
{
  const char *own = text_of (root);

  if (!gtk_widget_get_mapped (root))
    return NULL;
  if (own != NULL && (whole ? strcmp (own, text) == 0 : strstr (own, text) != NULL))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_text (child, text, whole);

      if (found != NULL)
        return found;
    }
  return NULL;
}

GtkWidget *
zb_test_find (GtkWidget *root, GtkAccessibleRole role, const char *text)
{
  if (!gtk_widget_get_mapped (root))
    return NULL;
  if (gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (root)) == role
      && (g_strcmp0 (gtk_widget_get_tooltip_text (root), text) == 0 || find_text (root, text, TRUE) != NULL))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = zb_test_find (child, role, text);

      if (found != NULL)
        return found;
    }
  return NULL;
}

gboolean
zb_test_shows (GtkWidget *root, const char *text)
{
  return find_text (root, text, FALSE) != NULL;
}

const char *
zb_test_text (GtkWidget *root, const char *part)
{
  GtkWidget *found = find_text (root, part, FALSE);

  return found != NULL ? text_of (found) : NULL;
}

typedef struct {
  GtkWidget *root;
  const char *text;
} Shown;

static gboolean
is_shown (gpointer data)
{
  Shown *shown = data;

  return zb_test_shows (shown->root, shown->text);
}

void
zb_test_wait_shows (GtkWidget *root, const char *text)
{
  zb_test_spin_for (is_shown, &(Shown) { root, text }, text);
}

void
zb_test_press (GtkWidget *root, const char *text)
{
  GtkWidget *button = zb_test_find (root, GTK_ACCESSIBLE_ROLE_BUTTON, text);

  g_assert_nonnull (button);
  g_assert_true (gtk_widget_is_sensitive (button));
  /* A press takes the focus there, as the pointer and the keyboard do. */
  gtk_widget_grab_focus (button);
  g_signal_emit_by_name (button, "clicked");
}

static gboolean
answer (GtkWidget *widget, GListModel *shortcuts, guint keyval, GdkModifierType modifiers)
{
  for (guint i = 0; i < g_list_model_get_n_items (shortcuts); i++)
    {
      g_autoptr(GtkShortcut) shortcut = g_list_model_get_item (shortcuts, i);
      GtkShortcutTrigger *trigger = gtk_shortcut_get_trigger (shortcut);

      if (GTK_IS_KEYVAL_TRIGGER (trigger) && gtk_keyval_trigger_get_keyval (GTK_KEYVAL_TRIGGER (trigger)) == keyval
          && gtk_keyval_trigger_get_modifiers (GTK_KEYVAL_TRIGGER (trigger)) == modifiers
          && gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0, widget, gtk_shortcut_get_arguments (shortcut)))
        return TRUE;
    }
  return FALSE;
}

gboolean
zb_test_key (GtkWidget *widget, guint keyval, GdkModifierType modifiers)
{
  for (; widget != NULL; widget = gtk_widget_get_parent (widget))
    {
      g_autoptr(GListModel) controllers = gtk_widget_observe_controllers (widget);

      for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
        {
          g_autoptr(GtkEventController) controller = g_list_model_get_item (controllers, i);

          if (GTK_IS_SHORTCUT_CONTROLLER (controller) && answer (widget, G_LIST_MODEL (controller), gdk_keyval_to_lower (keyval), modifiers))
            return TRUE;
        }
    }
  return FALSE;
}

static void
on_after_paint (GdkFrameClock *clock, gboolean *is_through)
{
  *is_through = TRUE;
}

static gboolean
is_true (gpointer data)
{
  return *(gboolean *) data;
}

void
zb_test_wait_frame (GtkWidget *window)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (window);
  gboolean is_through = FALSE;
  gulong id = g_signal_connect (clock, "after-paint", G_CALLBACK (on_after_paint), &is_through);

  gdk_frame_clock_request_phase (clock, GDK_FRAME_CLOCK_PHASE_LAYOUT);
  zb_test_spin_until (is_true, &is_through);
  g_signal_handler_disconnect (clock, id);
}

GtkWidget *
zb_test_find_type (GtkWidget *root, GType type)
{
  if (g_type_is_a (G_OBJECT_TYPE (root), type))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = zb_test_find_type (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

GtkWidget *
zb_test_editor (GtkWidget *dialog, const char *title, GType type)
{
  GtkWidget *row = zb_test_find (dialog, GTK_ACCESSIBLE_ROLE_LIST_ITEM, title);

  if (row == NULL)
    g_test_message ("no row: %s", title);
  g_assert_nonnull (row);
  return zb_test_find_type (row, type);
}

void
zb_test_type (GtkWidget *dialog, const char *title, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (zb_test_editor (dialog, title, GTK_TYPE_ENTRY)), text);
}

void
zb_test_choose (GtkWidget *dialog, const char *title, const char *text)
{
  GtkDropDown *choice = GTK_DROP_DOWN (zb_test_editor (dialog, title, GTK_TYPE_DROP_DOWN));
  GListModel *entries = gtk_drop_down_get_model (choice);

  for (guint i = 0; i < g_list_model_get_n_items (entries); i++)
    {
      g_autoptr(GtkStringObject) entry = g_list_model_get_item (entries, i);

      if (g_str_has_suffix (gtk_string_object_get_string (entry), text))
        {
          gtk_drop_down_set_selected (choice, i);
          zb_test_spin_idle ();
          return;
        }
    }
  g_error ("“%s” cannot be chosen for “%s”", text, title);
}

static gboolean
is_left (gpointer popover)
{
  return !gtk_widget_get_visible (popover) && !zb_test_has_focus (popover);
}

GtkWidget *
zb_test_popup (GtkMenuButton *button)
{
  /* A menu may be made only when it opens. */
  if (gtk_menu_button_get_popover (button) != NULL)
    zb_test_spin_until (is_left, gtk_menu_button_get_popover (button));
  zb_test_spin_idle ();
  gtk_menu_button_popup (button);
  zb_test_spin_idle ();
  return GTK_WIDGET (gtk_menu_button_get_popover (button));
}

void
zb_test_menu (GtkWidget *root, const char *button, const char *item)
{
  GtkWidget *found = zb_test_find (root, GTK_ACCESSIBLE_ROLE_BUTTON, button);
  GtkWidget *entry;

  g_assert_nonnull (found);
  found = GTK_IS_MENU_BUTTON (found) ? found : gtk_widget_get_ancestor (found, GTK_TYPE_MENU_BUTTON);
  entry = zb_test_find (zb_test_popup (GTK_MENU_BUTTON (found)), GTK_ACCESSIBLE_ROLE_MENU_ITEM, item);
  if (entry == NULL)
    g_error ("the menu has no “%s”", item);
  g_assert_true (gtk_widget_is_sensitive (entry));
  g_signal_emit_by_name (entry, "clicked");
  zb_test_spin_idle ();
}

static gboolean
is_window (gpointer type)
{
  return zb_test_window (GPOINTER_TO_SIZE (type)) != NULL;
}

GtkWidget *
zb_test_wait_window (GType type)
{
  zb_test_spin_for (is_window, GSIZE_TO_POINTER (type), g_type_name (type));
  zb_test_spin_idle ();
  return zb_test_window (type);
}

static gboolean
no_window (gpointer type)
{
  return zb_test_window (GPOINTER_TO_SIZE (type)) == NULL;
}

void
zb_test_wait_no_window (GType type)
{
  zb_test_spin_for (no_window, GSIZE_TO_POINTER (type), g_type_name (type));
  zb_test_spin_idle ();
}

gboolean
zb_test_has_focus (GtkWidget *widget)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));

  return focus != NULL && (focus == widget || gtk_widget_is_ancestor (focus, widget));
}

static gboolean
has_focus (gpointer widget)
{
  return zb_test_has_focus (widget);
}

void
zb_test_wait_focus (GtkWidget *widget)
{
  zb_test_spin_for (has_focus, widget, G_OBJECT_TYPE_NAME (widget));
}

static gboolean
has_columns (gpointer window)
{
  ZbRegistry *registry = zb_window_get_registry (window);

  return registry != NULL && zb_registry_columns (registry) != NULL;
}

ZbWindow *
zb_test_shell (const char *path, int area)
{
  ZbWindow *window;

  zb_test_reset_settings ();
  window = zb_window_new (NULL);
  gtk_window_set_default_size (GTK_WINDOW (window), 1280, 1000);
  gtk_window_present (GTK_WINDOW (window));
  zb_window_open (window, path, ZB_START_NONE);
  zb_test_spin_until (has_columns, window);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.area", "i", area));
  zb_test_spin_idle ();
  return window;
}

GtkWidget *
zb_test_window (GType type)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr(GtkWidget) window = g_list_model_get_item (windows, i);

      if (g_type_is_a (G_OBJECT_TYPE (window), type) && gtk_widget_get_mapped (window))
        return window;
    }
  return NULL;
}

static gboolean
is_gone (gpointer data)
{
  return *(gpointer *) data == NULL;
}

void
zb_test_close (GtkWidget *window)
{
  gpointer weak = window;

  g_object_add_weak_pointer (G_OBJECT (window), &weak);
  gtk_window_close (GTK_WINDOW (window));
  zb_test_spin_until (is_gone, &weak);
}

typedef struct {
  GtkFileChooser *chooser;
  GFile *file;
} Choosing;

static gboolean
is_chosen (gpointer data)
{
  Choosing *choosing = data;
  g_autoptr(GFile) file = gtk_file_chooser_get_file (choosing->chooser);

  return file != NULL && g_file_equal (file, choosing->file);
}

void
zb_test_answer_save (GtkWidget *chooser, GFile *folder, const char *name)
{
  g_autoptr(GFile) file = g_file_get_child (folder, name);

  g_assert_true (gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (chooser), folder, NULL));
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), name);
  zb_test_spin_until (is_chosen, &(Choosing) { GTK_FILE_CHOOSER (chooser), file });
  zb_test_spin_idle ();
  gtk_dialog_response (GTK_DIALOG (chooser), GTK_RESPONSE_ACCEPT);
}
