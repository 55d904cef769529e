/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "dialogs/zb-sequence-dialog.h"

#include <glib/gi18n.h>

#include "core/zb-kind.h"
#include "widgets/zb-row-order.h"

struct _ZbSequenceDialog
{
  AdwWindow parent_instance;

  GtkListBox *list;
};

static guint arranged_signal;

G_DEFINE_FINAL_TYPE (ZbSequenceDialog, zb_sequence_dialog, ADW_TYPE_WINDOW)

/* Places are told by the rows themselves. */
static void
show_places (ZbSequenceDialog *self)
{
  guint place = 0;

  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->list)); row != NULL; row = gtk_widget_get_next_sibling (row))
    {
      g_autofree char *text = g_strdup_printf ("%u", ++place);

      gtk_label_set_text (g_object_get_data (G_OBJECT (row), "zb-place"), text);
    }
}

static void
take (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ZbSequenceDialog *self = ZB_SEQUENCE_DIALOG (widget);
  g_autoptr(GArray) people = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->list)); row != NULL; row = gtk_widget_get_next_sibling (row))
    g_array_append_vals (people, g_object_get_data (G_OBJECT (row), "zb-person"), 1);
  g_signal_emit (self, arranged_signal, 0, people);
  gtk_window_close (GTK_WINDOW (self));
}

static void
add_person (ZbSequenceDialog *self, gint64 person, const char *name)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *place = gtk_label_new (NULL);

  gtk_label_set_width_chars (GTK_LABEL (place), 3);
  gtk_widget_add_css_class (place, "dim-label");
  gtk_widget_add_css_class (place, "tabular");
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), place);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), zb_row_order_arrow (-1));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), zb_row_order_arrow (1));
  zb_row_order_enable (GTK_LIST_BOX_ROW (row), G_CALLBACK (show_places), self);
  g_object_set_data (G_OBJECT (row), "zb-place", place);
  g_object_set_data_full (G_OBJECT (row), "zb-person", g_memdup2 (&person, sizeof person), g_free);
  gtk_list_box_append (self->list, row);
}

static void
zb_sequence_dialog_class_init (ZbSequenceDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  arranged_signal = g_signal_new ("arranged", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ARRAY);
  gtk_widget_class_install_action (widget_class, "sequence.take", NULL, take);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "sequence.take", NULL);
}

static GtkWidget *
make_bar (void)
{
  GtkWidget *bar = adw_header_bar_new ();
  GtkWidget *cancel = gtk_button_new_with_mnemonic (_("_Cancel")), *done = gtk_button_new_with_mnemonic (_("_Done"));

  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (bar), FALSE);
  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (bar), FALSE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (cancel), "window.close");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (done), "sequence.take");
  gtk_widget_add_css_class (done, "suggested-action");
  adw_header_bar_pack_start (ADW_HEADER_BAR (bar), cancel);
  adw_header_bar_pack_end (ADW_HEADER_BAR (bar), done);
  return bar;
}

static void
zb_sequence_dialog_init (ZbSequenceDialog *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *page = adw_preferences_page_new (), *group = adw_preferences_group_new ();
  GtkWidget *list = gtk_list_box_new ();

  self->list = GTK_LIST_BOX (list);
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Order by Hand"), -1);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group),
                                         _("Drag the names, or move them with the arrows, or with Alt and the arrow keys. Whoever joins the list later stands behind."));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), list);
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (group));
  gtk_widget_set_vexpand (page, TRUE);
  gtk_box_append (GTK_BOX (box), make_bar ());
  gtk_box_append (GTK_BOX (box), page);
  adw_window_set_content (ADW_WINDOW (self), box);
  gtk_window_set_title (GTK_WINDOW (self), _("Order by Hand"));
  gtk_window_set_default_size (GTK_WINDOW (self), 460, 600);
}

GtkWindow *
zb_sequence_dialog_new (ZbRegistry *registry, ZbSheet *sheet)
{
  ZbSequenceDialog *self = g_object_new (ZB_TYPE_SEQUENCE_DIALOG, NULL);

  for (guint i = 0; i < MIN (zb_sheet_n_rows (sheet), ZB_SEQUENCE_MOST); i++)
    {
      gint64 person = zb_sheet_person (sheet, i);
      g_autofree char *name = person != 0 ? zb_registry_title (registry, &zb_kind_member, person) : NULL;

      if (name != NULL)
        add_person (self, person, name);
    }
  show_places (self);
  if (gtk_widget_get_first_child (GTK_WIDGET (self->list)) != NULL)
    gtk_window_set_focus (GTK_WINDOW (self), gtk_widget_get_first_child (GTK_WIDGET (self->list)));
  return GTK_WINDOW (self);
}
