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
  GtkLabel *page_label;
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

  gtk_label_set_text (self->page_label, text);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "paper.page-before", page > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "paper.page-next", page + 1 < n);
}

static void
turn_page (GtkWidget *widget, const char *action, GVariant *parameter)
{
  zb_paper_pane_turn (ZB_PAPER_PANE (widget), strcmp (action, "paper.page-next") == 0 ? 1 : -1);
}

static void
change_zoom (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ZbPaperPane *self = ZB_PAPER_PANE (widget);
  double zoom = zb_paper_view_get_zoom (self->view);

  if (strcmp (action, "paper.zoom-fit") == 0)
    zb_paper_view_set_zoom (self->view, 0);
  else
    zb_paper_view_set_zoom (self->view, (zoom > 0 ? zoom : 0.8) * (strcmp (action, "paper.zoom-in") == 0 ? 1.25 : 0.8));
}

static void
zb_paper_pane_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), ZB_TYPE_PAPER_PANE);
  G_OBJECT_CLASS (zb_paper_pane_parent_class)->dispose (object);
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
  gtk_widget_class_bind_template_child (widget_class, ZbPaperPane, page_label);
  gtk_widget_class_bind_template_child (widget_class, ZbPaperPane, note_label);
  gtk_widget_class_install_action (widget_class, "paper.page-before", NULL, turn_page);
  gtk_widget_class_install_action (widget_class, "paper.page-next", NULL, turn_page);
  gtk_widget_class_install_action (widget_class, "paper.zoom-in", NULL, change_zoom);
  gtk_widget_class_install_action (widget_class, "paper.zoom-out", NULL, change_zoom);
  gtk_widget_class_install_action (widget_class, "paper.zoom-fit", NULL, change_zoom);
}

static void
zb_paper_pane_init (ZbPaperPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
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
  zb_paper_view_set_page (self->view, (guint) page);
  update_page_label (self);
}
