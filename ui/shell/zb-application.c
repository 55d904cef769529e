/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "shell/zb-application.h"

#include <glib/gi18n.h>

#include "dialogs/zb-help-dialog.h"
#include "shell/zb-preferences.h"
#include "shell/zb-settings.h"
#include "shell/zb-shortcuts.h"
#include "shell/zb-window.h"
#include "zb-actions.h"

struct _ZbApplication
{
  AdwApplication parent_instance;
};

G_DEFINE_FINAL_TYPE (ZbApplication, zb_application, ADW_TYPE_APPLICATION)

static const ZbAction actions_with_keys[] = { ZB_ACTIONS (ZB_ACTION_ROW) };

char *
zb_application_default_path (void)
{
  return g_build_filename (g_get_user_data_dir (), "zhibu", "registry.zhibu", NULL);
}

static ZbWindow *
window_of (ZbApplication *self, const char *path)
{
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    if (ZB_IS_WINDOW (l->data) && (path == NULL || g_strcmp0 (zb_window_get_path (l->data), path) == 0))
      return l->data;
  return NULL;
}

static ZbWindow *
present_path (ZbApplication *self, const char *path, gboolean may_begin)
{
  ZbWindow *window = window_of (self, path);

  if (window != NULL)
    {
      gtk_window_present (GTK_WINDOW (window));
      return window;
    }
  window = zb_window_new (ADW_APPLICATION (self));
  zb_window_present_soon (window);
  if (may_begin && !g_file_test (path, G_FILE_TEST_EXISTS))
    zb_window_welcome (window, path);
  else
    zb_window_open (window, path, ZB_START_NONE);
  return window;
}

/* The window in use, else one on the registry that was open last. */
static ZbWindow *
present_last (ZbApplication *self)
{
  g_autofree char *path = zb_settings_get_string ("last-registry", "");
  g_autofree char *usual = zb_application_default_path ();
  ZbWindow *window = window_of (self, NULL);

  if (window != NULL)
    {
      gtk_window_present (GTK_WINDOW (window));
      return window;
    }
  /* One that is not where it was is missed, in words; another is not opened instead of it. */
  if (*path == '\0')
    {
      g_free (path);
      path = g_strdup (usual);
    }
  return present_path (self, path, g_str_equal (path, usual));
}

static void
zb_application_activate (GApplication *application)
{
  present_last (ZB_APPLICATION (application));
}

/* Registries are opened, each in a window of its own; lists and forms are taken in where somebody works. */
static void
zb_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  ZbApplication *self = ZB_APPLICATION (application);
  GSList *taken = NULL;

  for (int i = 0; i < n_files; i++)
    {
      g_autofree char *path = g_file_get_path (files[i]);

      if (zb_window_takes_file (files[i]))
        taken = g_slist_append (taken, files[i]);
      else if (path != NULL)
        present_path (self, path, FALSE);
    }
  if (taken != NULL)
    zb_window_take_files (present_last (self), taken);
  g_slist_free (taken);
}

static void
show_shortcuts (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GtkWindow *parent = gtk_application_get_active_window (GTK_APPLICATION (user_data));
  GtkWindow *window = zb_shortcuts_window_new ();

  gtk_window_set_transient_for (window, parent);
  gtk_window_present (window);
}

static void
show_preferences (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GtkWindow *window = zb_preferences_new ();

  gtk_window_set_transient_for (window, gtk_application_get_active_window (GTK_APPLICATION (user_data)));
  gtk_window_present (window);
}

static void
show_help (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GtkWindow *window = zb_help_dialog_new ();

  gtk_window_set_transient_for (window, gtk_application_get_active_window (GTK_APPLICATION (user_data)));
  gtk_window_present (window);
}

static void
show_about (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GtkWindow *parent = gtk_application_get_active_window (GTK_APPLICATION (user_data));
  g_autofree char *path = zb_application_default_path ();
  g_autofree char *debug = NULL;

  if (parent != NULL && ZB_IS_WINDOW (parent) && zb_window_get_path (ZB_WINDOW (parent)) != NULL)
    {
      g_free (path);
      path = g_strdup (zb_window_get_path (ZB_WINDOW (parent)));
    }
  debug = g_strdup_printf ("zhibu %s (%s)\nGTK %u.%u.%u, libadwaita %u.%u.%u, GLib %u.%u.%u\n%s\n", PACKAGE_VERSION, PROFILE,
                           gtk_get_major_version (), gtk_get_minor_version (), gtk_get_micro_version (),
                           adw_get_major_version (), adw_get_minor_version (), adw_get_micro_version (),
                           glib_major_version, glib_minor_version, glib_micro_version, path);
  adw_show_about_window (parent,
                         "application-name", _("Zhibu"),
                         "application-icon", APPLICATION_ID,
                         "version", PACKAGE_VERSION,
                         "developer-name", _("The Zhibu project"),
                         "license-type", GTK_LICENSE_GPL_3_0,
                         "comments", _("Members, meetings and rosters of a Party branch. No points, no ranking, no clock-in: "
                                       "this program keeps records and prints lists."),
                         "debug-info", debug,
                         "debug-info-filename", "zhibu.txt",
                         NULL);
}

static void
quit (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GList *windows = g_list_copy (gtk_application_get_windows (GTK_APPLICATION (user_data)));

  for (GList *l = windows; l != NULL; l = l->next)
    if (ZB_IS_WINDOW (l->data))
      gtk_window_close (GTK_WINDOW (l->data));
  g_list_free (windows);
}

static void
zb_application_startup (GApplication *application)
{
  static const GActionEntry entries[] = {
    { .name = "shortcuts", .activate = show_shortcuts },
    { .name = "preferences", .activate = show_preferences },
    { .name = "help", .activate = show_help },
    { .name = "about", .activate = show_about },
    { .name = "quit", .activate = quit },
  };

  G_APPLICATION_CLASS (zb_application_parent_class)->startup (application);
  gtk_window_set_default_icon_name (APPLICATION_ID);
  zb_preferences_apply ();
  g_action_map_add_action_entries (G_ACTION_MAP (application), entries, G_N_ELEMENTS (entries), application);
  for (guint i = 0; i < G_N_ELEMENTS (actions_with_keys); i++)
    {
      g_auto(GStrv) keys = g_strsplit (actions_with_keys[i].keys, " ", -1);

      gtk_application_set_accels_for_action (GTK_APPLICATION (application), actions_with_keys[i].name,
                                             (const char *const *) keys);
    }
}

static int
zb_application_handle_local_options (GApplication *application, GVariantDict *options)
{
  if (!g_variant_dict_contains (options, "version"))
    return -1;
  g_print ("zhibu %s\n", PACKAGE_VERSION);
  return 0;
}

static void
zb_application_class_init (ZbApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  application_class->activate = zb_application_activate;
  application_class->open = zb_application_open;
  application_class->startup = zb_application_startup;
  application_class->handle_local_options = zb_application_handle_local_options;
}

static void
zb_application_init (ZbApplication *self)
{
  static const GOptionEntry options[] = {
    { "version", 'v', 0, G_OPTION_ARG_NONE, NULL, N_("Print the version and leave"), NULL },
    { NULL }
  };

  g_application_add_main_option_entries (G_APPLICATION (self), options);
  g_application_set_option_context_parameter_string (G_APPLICATION (self), _("[REGISTRY | FILE TO IMPORT…]"));
  g_application_set_option_context_summary (G_APPLICATION (self), _("The registry of a Party branch, in a window."));
}

ZbApplication *
zb_application_new (void)
{
  return g_object_new (ZB_TYPE_APPLICATION, "application-id", APPLICATION_ID, "flags", G_APPLICATION_HANDLES_OPEN,
                       "resource-base-path", "/io/github/zhibu/Zhibu", NULL);
}
