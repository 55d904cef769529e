/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "shell/zb-drawing.h"

#include <string.h>

#define DEVICES "/dev/dri"
#define RENDERER "GSK_RENDERER"
#define DEBUG "GDK_DEBUG"

void
zb_drawing_free (ZbDrawing *drawing)
{
  if (drawing == NULL)
    return;
  g_free (drawing->renderer);
  g_free (drawing->debug);
  g_free (drawing);
}

static gboolean
has_render_node (const char *devices)
{
  g_autoptr(GDir) dir = g_dir_open (devices, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_prefix (name, "renderD"))
      return TRUE;
  return FALSE;
}

/* Whether the words ask for something of OpenGL themselves; “all” turns the others round. */
static gboolean
speaks_of_gl (const char *debug)
{
  g_auto(GStrv) words = debug != NULL ? g_strsplit_set (debug, ":;, \t", -1) : NULL;

  for (guint i = 0; words != NULL && words[i] != NULL; i++)
    if (g_str_has_prefix (words[i], "gl-") || strcmp (words[i], "all") == 0)
      return TRUE;
  return FALSE;
}

ZbDrawing *
zb_drawing_choose (const char *devices, const ZbDrawing *said)
{
  ZbDrawing *chosen = g_new0 (ZbDrawing, 1);
  gboolean has_renderer = said->renderer != NULL && *said->renderer != '\0';
  gboolean by_cairo = has_renderer ? strcmp (said->renderer, "cairo") == 0
                                   : !speaks_of_gl (said->debug) && !has_render_node (devices);

  chosen->renderer = g_strdup (by_cairo ? "cairo" : said->renderer);
  if (!by_cairo || speaks_of_gl (said->debug))
    chosen->debug = g_strdup (said->debug);
  else if (said->debug == NULL || *said->debug == '\0')
    chosen->debug = g_strdup ("gl-disable");
  else
    chosen->debug = g_strconcat (said->debug, ",gl-disable", NULL);
  return chosen;
}

static void
set (const char *name, const char *value)
{
  if (value != NULL)
    g_setenv (name, value, TRUE);
  else
    g_unsetenv (name);
}

ZbDrawing *
zb_drawing_start (void)
{
  ZbDrawing *said = g_new0 (ZbDrawing, 1);
  g_autoptr(ZbDrawing) chosen = NULL;

  said->renderer = g_strdup (g_getenv (RENDERER));
  said->debug = g_strdup (g_getenv (DEBUG));
  chosen = zb_drawing_choose (DEVICES, said);
  set (RENDERER, chosen->renderer);
  /* From 4.16 on GTK loads OpenGL only to draw with it, and does not know the word any more. */
  if (gtk_get_major_version () == 4 && gtk_get_minor_version () < 16)
    set (DEBUG, chosen->debug);
  return said;
}

static void
on_realize (GtkWidget *window, const ZbDrawing *said)
{
  set (RENDERER, said->renderer);
  set (DEBUG, said->debug);
}

static void
on_window_added (GtkApplication *application, GtkWindow *window, ZbDrawing *said)
{
  g_signal_handlers_disconnect_by_func (application, on_window_added, said);
  g_signal_connect_after (window, "realize", G_CALLBACK (on_realize), said);
}

void
zb_drawing_restore_later (GtkApplication *application, ZbDrawing *said)
{
  g_object_set_data_full (G_OBJECT (application), "zb-drawing", said, (GDestroyNotify) zb_drawing_free);
  g_signal_connect (application, "window-added", G_CALLBACK (on_window_added), said);
}
