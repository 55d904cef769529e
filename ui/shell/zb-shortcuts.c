/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "shell/zb-shortcuts.h"

#include "zb-actions.h"

/* GTK 4.8 fills these windows from GtkBuilder only: the description is written from the table. */
static void
add_group (GString *ui, const ZbAction *actions, guint n_actions, const char *group)
{
  g_autofree char *title = g_markup_escape_text (_(group), -1);

  g_string_append_printf (ui, "<child><object class='GtkShortcutsGroup'><property name='title'>%s</property>", title);
  for (guint i = 0; i < n_actions; i++)
    if (g_str_equal (actions[i].group, group))
      {
        g_autofree char *label = g_markup_escape_text (_(actions[i].label), -1);
        g_autofree char *keys = g_markup_escape_text (actions[i].keys, -1);

        g_string_append_printf (ui,
                                "<child><object class='GtkShortcutsShortcut'><property name='title'>%s</property>"
                                "<property name='accelerator'>%s</property></object></child>",
                                label, keys);
      }
  g_string_append (ui, "</object></child>");
}

GtkWindow *
zb_shortcuts_window_new (void)
{
  static const ZbAction actions[] = { ZB_ACTIONS (ZB_ACTION_ROW) ZB_ACTIONS_LOCAL (ZB_ACTION_ROW) };
  static const char *const groups[] = { ZB_ACTIONS_GENERAL, ZB_ACTIONS_AREAS, ZB_ACTIONS_RECORDS, ZB_ACTIONS_TABLE };
  g_autoptr(GString) ui = g_string_new ("<interface><object class='GtkShortcutsWindow' id='window'>"
                                        "<property name='modal'>true</property><child>"
                                        "<object class='GtkShortcutsSection'><property name='section-name'>keys</property>"
                                        "<property name='max-height'>14</property>");
  g_autoptr(GtkBuilder) builder = gtk_builder_new ();
  g_autoptr(GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    add_group (ui, actions, G_N_ELEMENTS (actions), groups[i]);
  g_string_append (ui, "</object></child></object></interface>");
  if (!gtk_builder_add_from_string (builder, ui->str, (gssize) ui->len, &error))
    g_error ("The shortcuts window: %s", error->message);
  return GTK_WINDOW (gtk_builder_get_object (builder, "window"));
}
