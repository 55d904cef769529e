/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "zb-test-widgets.h"

#include <string.h>

#include "shell/zb-settings.h"
#include "zb-test-spin.h"

void
zb_test_widgets_init (int *argc, char ***argv)
{
  /* Icons need the shared folders, so the directories are not isolated; tests/lib/headless gives a home of its own. */
  g_test_init (argc, argv, NULL);
  gtk_init ();
  adw_init ();
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
  zb_test_spin_until (is_shown, &(Shown) { root, text });
}

void
zb_test_press (GtkWidget *root, const char *text)
{
  GtkWidget *button = zb_test_find (root, GTK_ACCESSIBLE_ROLE_BUTTON, text);

  g_assert_nonnull (button);
  g_assert_true (gtk_widget_is_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
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
