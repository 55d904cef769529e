/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/organizations/zb-organization-pane.h"

#include <glib/gi18n.h>

#include "core/zb-codes.h"
#include "dialogs/zb-present.h"
#include "dialogs/zb-record-dialog.h"
#include "dialogs/zb-step-dialog.h"
#include "pages/organizations/zb-organization-facts.h"
#include "pages/organizations/zb-organization-figures.h"
#include "pages/organizations/zb-organization-records.h"
#include "shell/zb-page.h"
#include "widgets/zb-first-focus.h"
#include "widgets/zb-flow.h"
#include "widgets/zb-section.h"

struct _ZbOrganizationPane
{
  GtkWidget parent_instance;

  ZbRegistry *registry; /* (owned) */
  gint64 id;

  GtkStack *stack;
  AdwStatusPage *none_page;
  GtkWidget *first_button;
  GtkWidget *edit_button;
  GtkScrolledWindow *scrolled;
  GtkBox *box;
  GtkLabel *name_label;
  GtkLabel *kind_label;
  GtkMenuButton *steps_button;
  GtkWidget *below_button;
  GtkWidget *figures;
  GtkWidget *posts;
  GtkWidget *terms;
  GtkWidget *facts;
  GtkWidget *history;
};

G_DEFINE_FINAL_TYPE (ZbOrganizationPane, zb_organization_pane, GTK_TYPE_WIDGET)

/* Forms. */

static void
on_record_saved (ZbOrganizationPane *self, gint64 id, const char *words)
{
  zb_page_say (GTK_WIDGET (self), words, TRUE);
}

static void
edit_record (ZbOrganizationPane *self, const ZbRecord *record, gint64 above)
{
  ZbRecordDialog *dialog = zb_record_dialog_new (self->registry, record, above);

  g_signal_connect_object (dialog, "saved", G_CALLBACK (on_record_saved), self, G_CONNECT_SWAPPED);
  zb_present_over (GTK_WINDOW (dialog), GTK_WIDGET (self));
}

void
zb_organization_pane_edit (ZbOrganizationPane *self)
{
  g_autoptr(ZbRecord) record = self->id != 0 ? zb_registry_get (self->registry, &zb_kind_organization, self->id, TRUE, NULL) : NULL;

  if (record != NULL)
    edit_record (self, record, 0);
}

void
zb_organization_pane_add_below (ZbOrganizationPane *self)
{
  g_autoptr(ZbRecord) record = zb_record_new (&zb_kind_organization);
  const ZbOrg *above = self->id != 0 ? zb_org_tree_get (zb_registry_tree (self->registry), self->id) : NULL;
  static const char *const below[] = { "branch", "branch", "group", NULL };

  record->has_private = TRUE;
  zb_record_set (record, "kind", above == NULL ? "branch" : below[MIN (above->kind, ZB_ORG_BRANCH)]);
  edit_record (self, record, above != NULL && above->kind != ZB_ORG_GROUP ? above->id : 0);
}

void
zb_organization_pane_add_beside (ZbOrganizationPane *self)
{
  g_autoptr(ZbRecord) record = zb_record_new (&zb_kind_organization);
  const ZbOrg *beside = self->id != 0 ? zb_org_tree_get (zb_registry_tree (self->registry), self->id) : NULL;

  record->has_private = TRUE;
  zb_record_set (record, "kind", beside != NULL && beside->kind == ZB_ORG_GROUP ? "group" : "branch");
  edit_record (self, record, beside != NULL ? beside->parent : 0);
}

static void
form_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  if (g_str_equal (action, "organization.edit"))
    zb_organization_pane_edit (ZB_ORGANIZATION_PANE (widget));
  else
    zb_organization_pane_add_below (ZB_ORGANIZATION_PANE (widget));
}

/* Steps. */

static void
on_step_done (ZbOrganizationPane *self, const char *words)
{
  zb_page_say (GTK_WIDGET (self), words, TRUE);
}

static void
take_step (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ZbOrganizationPane *self = ZB_ORGANIZATION_PANE (widget);
  const ZbStep *step = zb_kind_step (&zb_kind_organization, g_variant_get_string (parameter, NULL));
  g_autofree char *name = zb_registry_title (self->registry, &zb_kind_organization, self->id);
  GtkWindow *dialog;

  if (step == NULL || self->id == 0)
    return;
  dialog = zb_step_dialog_new (self->registry, &zb_kind_organization, &self->id, 1, step, name);
  g_signal_connect_object (dialog, "done", G_CALLBACK (on_step_done), self, G_CONNECT_SWAPPED);
  zb_present_over (dialog, GTK_WIDGET (self));
}

static void
make_steps (GtkMenuButton *button, gpointer user_data)
{
  ZbOrganizationPane *self = ZB_ORGANIZATION_PANE (user_data);
  g_autoptr(GPtrArray) steps = zb_registry_allowed_steps (self->registry, &zb_kind_organization, self->id);
  g_autoptr(GMenu) menu = g_menu_new ();

  for (guint i = 0; steps != NULL && i < steps->len; i++)
    {
      const ZbStep *step = g_ptr_array_index (steps, i);
      g_autofree char *label = g_strdup_printf ("%s…", _(step->label));
      g_autoptr(GMenuItem) item = g_menu_item_new (label, NULL);

      g_menu_item_set_action_and_target (item, "organization.step", "s", step->name);
      g_menu_append_item (menu, item);
    }
  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (menu));
}

/* What is shown. */

static void
fill_head (ZbOrganizationPane *self, const ZbRecord *record)
{
  const char *closed = zb_record_get (record, "closed_on");
  g_autofree char *day = zb_field_show (zb_kind_field (&zb_kind_organization, "closed_on"), closed, FALSE);
  g_autofree char *kind = g_strdup_printf ("%s%s%s", zb_code_label (zb_code_table_get ("org_kind"), zb_record_get (record, "kind")),
                                           closed != NULL ? "　已撤销 " : "", closed != NULL ? day : "");

  gtk_label_set_text (self->name_label, zb_record_title (record));
  gtk_label_set_text (self->kind_label, kind);
  gtk_widget_set_visible (self->below_button, g_strcmp0 (zb_record_get (record, "kind"), "group") != 0);
}

static void
fill_none (ZbOrganizationPane *self)
{
  gboolean is_empty = zb_org_tree_size (zb_registry_tree (self->registry)) == 0;

  adw_status_page_set_title (self->none_page, is_empty ? _("No Organisation Is in the Registry Yet") : _("No Organisation Chosen"));
  adw_status_page_set_description (self->none_page, is_empty ? _("Enter the highest one first, or take them all from a list.")
                                                             : _("Choose one in the tree, or enter another."));
}

void
zb_organization_pane_refresh (ZbOrganizationPane *self)
{
  g_autoptr(ZbRecord) record = self->id != 0 ? zb_registry_get (self->registry, &zb_kind_organization, self->id, FALSE, NULL) : NULL;
  gboolean is_there = record != NULL && !record->withdrawn;
  gboolean is_open = is_there && zb_org_tree_get (zb_registry_tree (self->registry), self->id) != NULL;

  gtk_stack_set_visible_child_name (self->stack, is_there ? "organization" : "none");
  if (!is_there)
    {
      fill_none (self);
      return;
    }
  fill_head (self, record);
  gtk_widget_set_visible (self->figures, is_open);
  gtk_widget_set_visible (self->terms, g_strcmp0 (zb_record_get (record, "kind"), "group") != 0);
  if (is_open)
    zb_organization_figures_show (ZB_ORGANIZATION_FIGURES (self->figures), self->id);
  zb_organization_records_show (ZB_ORGANIZATION_RECORDS (self->posts), self->id);
  zb_organization_records_show (ZB_ORGANIZATION_RECORDS (self->terms), self->id);
  zb_section_set_content (self->facts, zb_organization_facts_new (self->registry, record));
  zb_section_set_content (self->history, zb_organization_history_new (self->registry, self->id));
}

void
zb_organization_pane_show (ZbOrganizationPane *self, gint64 id)
{
  if (self->id == id)
    return;
  self->id = id;
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scrolled), 0);
  zb_organization_pane_refresh (self);
}

static gboolean
zb_organization_pane_grab_focus (GtkWidget *widget)
{
  ZbOrganizationPane *self = ZB_ORGANIZATION_PANE (widget);

  /* What is not on screen would take the focus too. */
  return gtk_widget_grab_focus (gtk_widget_get_mapped (self->edit_button) ? self->edit_button : self->first_button);
}

static void
zb_organization_pane_dispose (GObject *object)
{
  ZbOrganizationPane *self = ZB_ORGANIZATION_PANE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), ZB_TYPE_ORGANIZATION_PANE);
  g_clear_object (&self->registry);
  G_OBJECT_CLASS (zb_organization_pane_parent_class)->dispose (object);
}

static void
zb_organization_pane_class_init (ZbOrganizationPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = zb_organization_pane_dispose;
  zb_widget_class_set_first_focus (widget_class, zb_organization_pane_grab_focus);
  g_type_ensure (ZB_TYPE_FLOW);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/zhibu/Zhibu/pages/organizations/zb-organization-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, ZbOrganizationPane, stack);
  gtk_widget_class_bind_template_child (widget_class, ZbOrganizationPane, none_page);
  gtk_widget_class_bind_template_child (widget_class, ZbOrganizationPane, first_button);
  gtk_widget_class_bind_template_child (widget_class, ZbOrganizationPane, edit_button);
  gtk_widget_class_bind_template_child (widget_class, ZbOrganizationPane, scrolled);
  gtk_widget_class_bind_template_child (widget_class, ZbOrganizationPane, box);
  gtk_widget_class_bind_template_child (widget_class, ZbOrganizationPane, name_label);
  gtk_widget_class_bind_template_child (widget_class, ZbOrganizationPane, kind_label);
  gtk_widget_class_bind_template_child (widget_class, ZbOrganizationPane, steps_button);
  gtk_widget_class_bind_template_child (widget_class, ZbOrganizationPane, below_button);
  gtk_widget_class_install_action (widget_class, "organization.edit", NULL, form_action);
  gtk_widget_class_install_action (widget_class, "organization.add", NULL, form_action);
  gtk_widget_class_install_action (widget_class, "organization.step", "s", take_step);
}

static void
zb_organization_pane_init (ZbOrganizationPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_create_popup_func (self->steps_button, make_steps, self, NULL);
}

GtkWidget *
zb_organization_pane_new (ZbRegistry *registry)
{
  ZbOrganizationPane *self = g_object_new (ZB_TYPE_ORGANIZATION_PANE, NULL);
  gboolean can_write = !zb_registry_is_read_only (registry);

  self->registry = g_object_ref (registry);
  self->figures = zb_organization_figures_new (registry);
  self->posts = zb_organization_records_new (registry, &zb_kind_post);
  self->terms = zb_organization_records_new (registry, &zb_kind_term);
  self->facts = zb_section_new (_("Facts"), NULL);
  self->history = zb_section_new (_("History"), NULL);
  gtk_box_append (self->box, self->figures);
  gtk_box_append (self->box, self->posts);
  gtk_box_append (self->box, self->terms);
  gtk_box_append (self->box, self->facts);
  gtk_box_append (self->box, self->history);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "organization.edit", can_write);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "organization.add", can_write);
  gtk_widget_set_sensitive (GTK_WIDGET (self->steps_button), can_write);
  zb_organization_pane_refresh (self);
  return GTK_WIDGET (self);
}
