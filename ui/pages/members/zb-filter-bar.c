/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/members/zb-filter-bar.h"

#include <glib/gi18n.h>

#include "pages/members/zb-condition-popover.h"
#include "pages/members/zb-saved-filters.h"
#include "widgets/zb-flow.h"

struct _ZbFilterBar
{
  GtkWidget parent_instance;

  ZbRegistry *registry; /* (owned) */
  ZbFilter *filter;     /* (owned) */

  GtkWidget *flow;
  GtkWidget *add_button;
  GtkWidget *saved_button;
  GtkWidget *saved;
  GPtrArray *chips;     /* (owned): unowned widgets */
};

enum {
  CHANGED,
  TOAST,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ZbFilterBar, zb_filter_bar, GTK_TYPE_WIDGET)

static void rebuild_chips (ZbFilterBar *self);

static void
take_filter (ZbFilterBar *self, ZbFilter *filter)
{
  zb_filter_unref (self->filter);
  self->filter = filter;
  rebuild_chips (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
on_remove_clicked (GtkButton *button, ZbFilterBar *self)
{
  guint without = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "condition"));
  ZbFilter *rest = zb_filter_new ();

  for (guint i = 0; i < zb_filter_size (self->filter); i++)
    {
      const ZbCondition *condition = zb_filter_at (self->filter, i);

      if (i != without)
        zb_filter_add (rest, condition->field, condition->op, (const char *const *) condition->values);
    }
  take_filter (self, rest);
  gtk_widget_grab_focus (self->add_button);
}

static GtkWidget *
chip_new (ZbFilterBar *self, guint i)
{
  const ZbCondition *condition = zb_filter_at (self->filter, i);
  g_autoptr(ZbFilter) one = zb_filter_new ();
  GtkWidget *chip = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *button = gtk_button_new_from_icon_name ("window-close-symbolic");
  g_autofree char *words = NULL;
  g_autofree char *tooltip = NULL;
  GtkWidget *label;

  zb_filter_add (one, condition->field, condition->op, (const char *const *) condition->values);
  words = zb_filter_to_words (one, zb_registry_tree (self->registry));
  label = gtk_label_new (words);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 32);
  gtk_widget_set_tooltip_text (label, words);
  /* Translators: %s is a condition such as “female” */
  tooltip = g_strdup_printf (_("Remove the condition: %s"), words);
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, tooltip, -1);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "circular");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_object_set_data (G_OBJECT (button), "condition", GUINT_TO_POINTER (i));
  g_signal_connect (button, "clicked", G_CALLBACK (on_remove_clicked), self);
  gtk_widget_add_css_class (chip, "chip");
  gtk_widget_set_valign (chip, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (chip), label);
  gtk_box_append (GTK_BOX (chip), button);
  return chip;
}

static void
rebuild_chips (ZbFilterBar *self)
{
  for (guint i = 0; i < self->chips->len; i++)
    gtk_widget_unparent (g_ptr_array_index (self->chips, i));
  g_ptr_array_set_size (self->chips, 0);
  for (guint i = 0; i < zb_filter_size (self->filter); i++)
    {
      GtkWidget *chip = chip_new (self, i);

      g_ptr_array_add (self->chips, chip);
      zb_flow_append (ZB_FLOW (self->flow), chip);
    }
  zb_saved_filters_set_current (ZB_SAVED_FILTERS (self->saved), self->filter);
}

/* Adding. */

static void
on_added (ZbFilterBar *self, ZbFilter *more)
{
  ZbFilter *sum = zb_filter_new ();

  for (guint i = 0; i < zb_filter_size (self->filter); i++)
    {
      const ZbCondition *condition = zb_filter_at (self->filter, i);

      zb_filter_add (sum, condition->field, condition->op, (const char *const *) condition->values);
    }
  for (guint i = 0; i < zb_filter_size (more); i++)
    {
      const ZbCondition *condition = zb_filter_at (more, i);

      zb_filter_add (sum, condition->field, condition->op, (const char *const *) condition->values);
    }
  take_filter (self, sum);
}

/* The popover is made when it is first wanted. */
static void
make_popover (GtkMenuButton *button, gpointer user_data)
{
  ZbFilterBar *self = ZB_FILTER_BAR (user_data);
  GtkPopover *popover = gtk_menu_button_get_popover (button);

  if (popover == NULL)
    {
      popover = GTK_POPOVER (zb_condition_popover_new (zb_registry_tree (self->registry)));
      g_signal_connect_object (popover, "added", G_CALLBACK (on_added), self, G_CONNECT_SWAPPED);
      gtk_menu_button_set_popover (button, GTK_WIDGET (popover));
    }
  else
    zb_condition_popover_set_tree (ZB_CONDITION_POPOVER (popover), zb_registry_tree (self->registry));
}

static void
on_saved_chosen (ZbFilterBar *self, ZbFilter *filter)
{
  take_filter (self, zb_filter_ref (filter));
}

static void
on_saved_toast (ZbFilterBar *self, const char *words, gboolean can_undo)
{
  g_signal_emit (self, signals[TOAST], 0, words, can_undo);
}

ZbFilter *
zb_filter_bar_get_filter (ZbFilterBar *self)
{
  return self->filter;
}

void
zb_filter_bar_set_filter (ZbFilterBar *self, ZbFilter *filter)
{
  take_filter (self, filter != NULL ? zb_filter_ref (filter) : zb_filter_new ());
}

void
zb_filter_bar_clear (ZbFilterBar *self)
{
  if (zb_filter_size (self->filter) > 0)
    take_filter (self, zb_filter_new ());
}

static void
zb_filter_bar_dispose (GObject *object)
{
  ZbFilterBar *self = ZB_FILTER_BAR (object);

  g_clear_pointer (&self->flow, gtk_widget_unparent);
  g_clear_object (&self->registry);
  G_OBJECT_CLASS (zb_filter_bar_parent_class)->dispose (object);
}

static void
zb_filter_bar_finalize (GObject *object)
{
  ZbFilterBar *self = ZB_FILTER_BAR (object);

  g_ptr_array_unref (self->chips);
  zb_filter_unref (self->filter);
  G_OBJECT_CLASS (zb_filter_bar_parent_class)->finalize (object);
}

static void
zb_filter_bar_class_init (ZbFilterBarClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = zb_filter_bar_dispose;
  G_OBJECT_CLASS (klass)->finalize = zb_filter_bar_finalize;
  signals[CHANGED] = g_signal_new ("changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[TOAST] = g_signal_new ("toast", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_BOOLEAN);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
zb_filter_bar_init (ZbFilterBar *self)
{
  self->filter = zb_filter_new ();
  self->chips = g_ptr_array_new ();
  self->flow = zb_flow_new (6);
  self->add_button = gtk_menu_button_new ();
  gtk_menu_button_set_label (GTK_MENU_BUTTON (self->add_button), _("Add Condition"));
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->add_button), make_popover, self, NULL);
  self->saved_button = gtk_menu_button_new ();
  gtk_menu_button_set_label (GTK_MENU_BUTTON (self->saved_button), _("Saved Filters"));
  zb_flow_append (ZB_FLOW (self->flow), self->add_button);
  zb_flow_append (ZB_FLOW (self->flow), self->saved_button);
  gtk_widget_set_parent (self->flow, GTK_WIDGET (self));
}

GtkWidget *
zb_filter_bar_new (ZbRegistry *registry)
{
  ZbFilterBar *self = g_object_new (ZB_TYPE_FILTER_BAR, NULL);

  self->registry = g_object_ref (registry);
  self->saved = zb_saved_filters_new (registry);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->saved_button), self->saved);
  g_signal_connect_object (self->saved, "chosen", G_CALLBACK (on_saved_chosen), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->saved, "toast", G_CALLBACK (on_saved_toast), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
