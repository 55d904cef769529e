/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/zb-paper-pane.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <string.h>

#include "service/zb-words.h"
#include "widgets/zb-paper-view.h"

struct _ZbPaperPane
{
  GtkBox parent_instance;

  ZbPaper *paper; /* (unowned) (nullable) */

  GtkStack *stack;
  AdwStatusPage *problem_page;
  ZbPaperView *view;
  GtkMenuButton *page_button;
  GtkSpinButton *page_spin;
  GtkLabel *note_label;
};

G_DEFINE_FINAL_TYPE (ZbPaperPane, zb_paper_pane, GTK_TYPE_BOX)

static void
update_page_label (ZbPaperPane *self)
{
  guint n = self->paper != NULL ? zb_paper_n_pages (self->paper) : 0;
  guint page = zb_paper_view_get_page (self->view);
  /* Translators: %1$u a page, %2$u the number of pages */
  g_autofree char *text = g_strdup_printf (_("Page %1$u of %2$u"), n > 0 ? page + 1 : 0, n);

  gtk_menu_button_set_label (self->page_button, text);
  gtk_widget_set_sensitive (GTK_WIDGET (self->page_button), n > 1);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "paper.page-before", page > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "paper.page-next", page + 1 < n);
}

static void
show_page (ZbPaperPane *self, guint page)
{
  zb_paper_view_set_page (self->view, page);
  update_page_label (self);
}

static void
turn_page (GtkWidget *widget, const char *action, GVariant *parameter)
{
  zb_paper_pane_turn (ZB_PAPER_PANE (widget), strcmp (action, "paper.page-next") == 0 ? 1 : -1);
}

static void
go_to_end (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ZbPaperPane *self = ZB_PAPER_PANE (widget);
  guint n = self->paper != NULL ? zb_paper_n_pages (self->paper) : 0;

  if (n > 0)
    show_page (self, strcmp (action, "paper.page-last") == 0 ? n - 1 : 0);
}

/* A list of four hundred pages is not leafed through: its page is named. */
static void
ask_page (GtkWidget *widget, const char *action, GVariant *parameter)
{
  if (gtk_widget_is_sensitive (GTK_WIDGET (ZB_PAPER_PANE (widget)->page_button)))
    gtk_menu_button_popup (ZB_PAPER_PANE (widget)->page_button);
}

static void
on_page_asked (ZbPaperPane *self)
{
  guint n = self->paper != NULL ? zb_paper_n_pages (self->paper) : 1;

  gtk_spin_button_set_range (self->page_spin, 1, MAX (n, 1));
  gtk_spin_button_set_value (self->page_spin, zb_paper_view_get_page (self->view) + 1);
  gtk_widget_grab_focus (GTK_WIDGET (self->page_spin));
  gtk_editable_select_region (GTK_EDITABLE (self->page_spin), 0, -1);
}

static void
on_page_named (ZbPaperPane *self)
{
  guint page = (guint) gtk_spin_button_get_value_as_int (self->page_spin);

  if (self->paper != NULL && page >= 1 && page <= zb_paper_n_pages (self->paper))
    show_page (self, page - 1);
}

static void
on_page_entered (ZbPaperPane *self)
{
  gtk_spin_button_update (self->page_spin);
  gtk_menu_button_popdown (self->page_button);
}

static void
change_zoom (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ZbPaperPane *self = ZB_PAPER_PANE (widget);

  if (strcmp (action, "paper.zoom-fit") == 0)
    zb_paper_view_set_zoom (self->view, 0);
  else
    zb_paper_view_set_zoom (self->view, zb_paper_view_get_scale (self->view) * (strcmp (action, "paper.zoom-in") == 0 ? 1.25 : 0.8));
}

static void
zb_paper_pane_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), ZB_TYPE_PAPER_PANE);
  G_OBJECT_CLASS (zb_paper_pane_parent_class)->dispose (object);
}

static GtkShortcutController *
add_controller (ZbPaperPane *self, GtkPropagationPhase phase)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (controller), GTK_SHORTCUT_SCOPE_GLOBAL);
  gtk_event_controller_set_propagation_phase (controller, phase);
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
  return GTK_SHORTCUT_CONTROLLER (controller);
}

/* Lists of rows would take these keys for their own ends; in a text they belong to the text. */
static gboolean
go_by_key (GtkWidget *widget, GVariant *to_last, gpointer user_data)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));

  if (GTK_IS_TEXT (focus) || GTK_IS_TEXT_VIEW (focus))
    return FALSE;
  gtk_widget_activate_action (widget, g_variant_get_boolean (to_last) ? "paper.page-last" : "paper.page-first", NULL);
  return TRUE;
}

/* Wherever the keys are in the window: pages are looked at while choosing. */
static void
add_keys (ZbPaperPane *self)
{
  static const struct { const char *keys, *action; } shortcuts[] = {
    { "<Control>g", "paper.page-ask" },      { "<Control>plus", "paper.zoom-in" },          { "<Control>equal", "paper.zoom-in" },
    { "<Control>KP_Add", "paper.zoom-in" },  { "<Control>minus", "paper.zoom-out" },        { "<Control>KP_Subtract", "paper.zoom-out" },
    { "<Control>0", "paper.zoom-fit" },      { "<Control>KP_0", "paper.zoom-fit" },
  };
  GtkShortcutController *controller = add_controller (self, GTK_PHASE_BUBBLE), *early = add_controller (self, GTK_PHASE_CAPTURE);

  for (guint i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    gtk_shortcut_controller_add_shortcut (controller, gtk_shortcut_new (gtk_shortcut_trigger_parse_string (shortcuts[i].keys),
                                                                        gtk_named_action_new (shortcuts[i].action)));
  for (guint i = 0; i < 2; i++)
    gtk_shortcut_controller_add_shortcut (early, gtk_shortcut_new_with_arguments (gtk_keyval_trigger_new (i == 0 ? GDK_KEY_Home : GDK_KEY_End, GDK_CONTROL_MASK),
                                                                                  gtk_callback_action_new (go_by_key, NULL, NULL), "b", i == 1));
}

static void
zb_paper_pane_class_init (ZbPaperPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = zb_paper_pane_dispose;
  g_type_ensure (ZB_TYPE_PAPER_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/zhibu/Zhibu/widgets/zb-paper-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, ZbPaperPane, stack);
  gtk_widget_class_bind_template_child (widget_class, ZbPaperPane, problem_page);
  gtk_widget_class_bind_template_child (widget_class, ZbPaperPane, view);
  gtk_widget_class_bind_template_child (widget_class, ZbPaperPane, page_button);
  gtk_widget_class_bind_template_child (widget_class, ZbPaperPane, page_spin);
  gtk_widget_class_bind_template_child (widget_class, ZbPaperPane, note_label);
  gtk_widget_class_install_action (widget_class, "paper.page-before", NULL, turn_page);
  gtk_widget_class_install_action (widget_class, "paper.page-next", NULL, turn_page);
  gtk_widget_class_bind_template_callback (widget_class, on_page_asked);
  gtk_widget_class_bind_template_callback (widget_class, on_page_named);
  gtk_widget_class_install_action (widget_class, "paper.page-first", NULL, go_to_end);
  gtk_widget_class_install_action (widget_class, "paper.page-last", NULL, go_to_end);
  gtk_widget_class_install_action (widget_class, "paper.page-ask", NULL, ask_page);
  gtk_widget_class_install_action (widget_class, "paper.zoom-in", NULL, change_zoom);
  gtk_widget_class_install_action (widget_class, "paper.zoom-out", NULL, change_zoom);
  gtk_widget_class_install_action (widget_class, "paper.zoom-fit", NULL, change_zoom);
}

static void
zb_paper_pane_init (ZbPaperPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  add_keys (self);
  /* GTK 4.8: a spin button does not tell by itself that Enter was pressed in it. */
  g_signal_connect_swapped (gtk_editable_get_delegate (GTK_EDITABLE (self->page_spin)), "activate", G_CALLBACK (on_page_entered), self);
}

void
zb_paper_pane_set_paper (ZbPaperPane *self, ZbPaper *paper, const char *note)
{
  g_return_if_fail (ZB_IS_PAPER_PANE (self));

  self->paper = paper;
  zb_paper_view_set_paper (self->view, paper);
  if (paper != NULL)
    gtk_stack_set_visible_child_name (self->stack, "preview");
  gtk_label_set_text (self->note_label, note != NULL ? note : "");
  update_page_label (self);
}

void
zb_paper_pane_set_busy (ZbPaperPane *self)
{
  g_return_if_fail (ZB_IS_PAPER_PANE (self));

  zb_paper_pane_set_paper (self, NULL, NULL);
  gtk_stack_set_visible_child_name (self->stack, "busy");
}

void
zb_paper_pane_set_problem (ZbPaperPane *self, const GError *error)
{
  ZbWords words = { 0 };

  g_return_if_fail (ZB_IS_PAPER_PANE (self));

  zb_paper_pane_set_paper (self, NULL, NULL);
  zb_words_error (error, &words);
  adw_status_page_set_title (self->problem_page, words.title);
  adw_status_page_set_description (self->problem_page, words.advice);
  gtk_stack_set_visible_child_name (self->stack, "problem");
  zb_words_clear (&words);
}

void
zb_paper_pane_turn (ZbPaperPane *self, int by)
{
  int page = (int) zb_paper_view_get_page (self->view) + by;

  g_return_if_fail (ZB_IS_PAPER_PANE (self));

  if (self->paper == NULL || page < 0 || page >= (int) zb_paper_n_pages (self->paper))
    return;
  show_page (self, (guint) page);
}
