/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>

#include "shell/zb-drawing.h"
#include "zb-test-widgets.h"

/* A folder of devices, with this one in it. */
static char *
make_devices (const char *name)
{
  char *folder = g_dir_make_tmp ("zhibu-devices-XXXXXX", NULL);
  g_autofree char *file = g_build_filename (folder, name, NULL);

  g_assert_true (g_file_set_contents (file, "", 0, NULL));
  return folder;
}

static void
remove_devices (const char *folder, const char *name)
{
  g_autofree char *file = g_build_filename (folder, name, NULL);

  g_assert_cmpint (g_unlink (file), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static void
assert_chosen (const char *devices, const char *renderer, const char *debug, const char *wanted_renderer, const char *wanted_debug)
{
  ZbDrawing said = { (char *) renderer, (char *) debug };
  g_autoptr(ZbDrawing) chosen = zb_drawing_choose (devices, &said);

  g_assert_cmpstr (chosen->renderer, ==, wanted_renderer);
  g_assert_cmpstr (chosen->debug, ==, wanted_debug);
}

static void
assert_without_processor (const char *devices)
{
  assert_chosen (devices, NULL, NULL, "cairo", "gl-disable");
  assert_chosen (devices, "", "", "cairo", "gl-disable");
  assert_chosen (devices, NULL, "no-portals", "cairo", "no-portals,gl-disable");
  /* What somebody chose is left to them. */
  assert_chosen (devices, "gl", NULL, "gl", NULL);
  assert_chosen (devices, "ngl", "no-portals", "ngl", "no-portals");
  assert_chosen (devices, NULL, "gl-gles", NULL, "gl-gles");
  assert_chosen (devices, NULL, "no-portals:gl-gles", NULL, "no-portals:gl-gles");
}

static void
test_without_processor (void)
{
  g_autofree char *screen_only = make_devices ("card0");

  assert_without_processor ("/no/such/folder");
  assert_without_processor (screen_only);
  remove_devices (screen_only, "card0");
}

static void
test_with_processor (void)
{
  g_autofree char *devices = make_devices ("renderD128");

  assert_chosen (devices, NULL, NULL, NULL, NULL);
  assert_chosen (devices, "", "no-portals", "", "no-portals");
  assert_chosen (devices, "gl", "all", "gl", "all");
  remove_devices (devices, "renderD128");
}

/* Who asked for cairo needs no OpenGL, processor or not. */
static void
test_by_cairo (void)
{
  g_autofree char *devices = make_devices ("renderD129");

  assert_chosen (devices, "cairo", NULL, "cairo", "gl-disable");
  assert_chosen (devices, "cairo", "no-portals", "cairo", "no-portals,gl-disable");
  assert_chosen (devices, "cairo", "gl-disable", "cairo", "gl-disable");
  assert_chosen (devices, "cairo", "no-portals gl-disable", "cairo", "no-portals gl-disable");
  assert_chosen (devices, "cairo", "all", "cairo", "all");
  remove_devices (devices, "renderD129");
}

static void
on_activate (GtkApplication *application, GtkWidget **out_window)
{
  *out_window = gtk_application_window_new (application);
  g_assert_cmpstr (g_getenv ("GSK_RENDERER"), ==, "cairo");
  gtk_window_present (GTK_WINDOW (*out_window));
  g_assert_cmpstr (g_getenv ("GSK_RENDERER"), ==, NULL);
  g_assert_cmpstr (g_getenv ("GDK_DEBUG"), ==, "no-portals");
  gtk_window_destroy (GTK_WINDOW (*out_window));
}

/* What is started from a window finds the environment as the user had it. */
static void
test_restored (void)
{
  g_autoptr(GtkApplication) application = gtk_application_new ("io.github.zhibu.Zhibu.Drawing", G_APPLICATION_NON_UNIQUE);
  ZbDrawing *said = g_new0 (ZbDrawing, 1);
  GtkWidget *window = NULL;

  said->debug = g_strdup ("no-portals");
  zb_drawing_restore_later (application, said);
  g_signal_connect (application, "activate", G_CALLBACK (on_activate), &window);
  g_assert_cmpint (g_application_run (G_APPLICATION (application), 0, NULL), ==, 0);
  g_assert_nonnull (window);
  g_assert_finalize_object (g_steal_pointer (&application));
}

/* Where cairo was asked for, it draws, and nothing of OpenGL has been loaded. */
static void
test_unloaded (void)
{
  g_autofree char *maps = NULL;

  g_assert_true (g_file_get_contents ("/proc/self/maps", &maps, NULL, NULL));
  g_assert_nonnull (strstr (maps, "libgtk-4"));
  g_assert_null (strstr (maps, "libLLVM"));
  g_assert_null (strstr (maps, "_dri.so"));
}

int
main (int argc, char **argv)
{
  g_autoptr(ZbDrawing) said = NULL;

  /* As a person may have it: the words of the other tests say it already. */
  g_unsetenv ("GDK_DEBUG");
  said = zb_drawing_start ();
  zb_test_widgets_init (&argc, &argv);
  g_test_add_func ("/drawing/without-processor", test_without_processor);
  g_test_add_func ("/drawing/with-processor", test_with_processor);
  g_test_add_func ("/drawing/by-cairo", test_by_cairo);
  g_test_add_func ("/drawing/restored", test_restored);
  g_test_add_func ("/drawing/unloaded", test_unloaded);
  return g_test_run ();
}
