/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/zb-org-scope.h"

#include <glib/gi18n.h>

#include "widgets/zb-choice.h"

struct _ZbOrgScope
{
  AdwBin parent_instance;

  ZbRegistry *registry; /* (owned) */
  GtkWidget *choice;
  gint64 org;
  gboolean branch_first;
  gboolean is_filling;
};

G_DEFINE_FINAL_TYPE (ZbOrgScope, zb_org_scope, ADW_TYPE_BIN)

static guint changed;

static void
on_chosen (ZbOrgScope *self)
{
  const char *value = zb_choice_get_value (self->choice);

  if (self->is_filling || value == NULL)
    return;
  self->org = g_ascii_strtoll (value, NULL, 10);
  g_signal_emit (self, changed, 0);
}

/* The one chosen before, else the one that most work is about. */
static gint64
likely (ZbOrgScope *self)
{
  ZbOrgTree *tree = zb_registry_tree (self->registry);

  if (self->org != 0 && zb_org_tree_get (tree, self->org) != NULL)
    return self->org;
  for (guint i = 0; self->branch_first && i < zb_org_tree_size (tree); i++)
    if (zb_org_tree_at (tree, i)->kind == ZB_ORG_BRANCH)
      return zb_org_tree_at (tree, i)->id;
  return zb_org_tree_size (tree) > 0 ? zb_org_tree_at (tree, 0)->id : 0;
}

static void
show_value (ZbOrgScope *self)
{
  g_autofree char *value = g_strdup_printf ("%" G_GINT64_FORMAT, self->org);

  if (self->org != 0)
    zb_choice_set_value (self->choice, value);
}

static void
fill (ZbOrgScope *self)
{
  self->is_filling = TRUE;
  self->org = likely (self);
  self->choice = zb_choice_new_orgs (zb_registry_tree (self->registry), ZB_CHOICE_ALL_ORGS, 0, NULL);
  gtk_widget_set_tooltip_text (self->choice, _("The organisation, with what stands below it"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->choice), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Organisation"), -1);
  adw_bin_set_child (ADW_BIN (self), self->choice);
  show_value (self);
  g_signal_connect_object (self->choice, "notify::selected", G_CALLBACK (on_chosen), self, G_CONNECT_SWAPPED);
  self->is_filling = FALSE;
}

/* Who uses it fills itself at every change of the registry; it is only told when it is another organisation. */
static void
on_registry_changed (ZbOrgScope *self, guint what)
{
  gint64 before = self->org;

  if ((what & ZB_CHANGED_ORGANIZATIONS) == 0)
    return;
  fill (self);
  if (self->org != before)
    g_signal_emit (self, changed, 0);
}

gint64
zb_org_scope_get (ZbOrgScope *self)
{
  return self->org;
}

void
zb_org_scope_set (ZbOrgScope *self, gint64 org)
{
  if (org == self->org || zb_org_tree_get (zb_registry_tree (self->registry), org) == NULL)
    return;
  self->is_filling = TRUE;
  self->org = org;
  show_value (self);
  self->is_filling = FALSE;
  g_signal_emit (self, changed, 0);
}

GtkWidget *
zb_org_scope_none (GtkWidget **first, const char *icon, const char *description)
{
  GtkWidget *none = adw_status_page_new ();

  *first = gtk_button_new_with_mnemonic (_("Go to _Organisations"));
  gtk_widget_set_halign (*first, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (*first, "pill");
  gtk_widget_add_css_class (*first, "suggested-action");
  gtk_actionable_set_detailed_action_name (GTK_ACTIONABLE (*first), "win.area(2)");
  adw_status_page_set_icon_name (ADW_STATUS_PAGE (none), icon);
  adw_status_page_set_title (ADW_STATUS_PAGE (none), _("No Branch Is in the Registry Yet"));
  adw_status_page_set_description (ADW_STATUS_PAGE (none), description);
  adw_status_page_set_child (ADW_STATUS_PAGE (none), *first);
  return none;
}

static void
zb_org_scope_dispose (GObject *object)
{
  g_clear_object (&ZB_ORG_SCOPE (object)->registry);
  G_OBJECT_CLASS (zb_org_scope_parent_class)->dispose (object);
}

static void
zb_org_scope_class_init (ZbOrgScopeClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = zb_org_scope_dispose;
  changed = g_signal_new ("changed", ZB_TYPE_ORG_SCOPE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
zb_org_scope_init (ZbOrgScope *self)
{
}

GtkWidget *
zb_org_scope_new (ZbRegistry *registry, gboolean branch_first)
{
  ZbOrgScope *self = g_object_new (ZB_TYPE_ORG_SCOPE, NULL);

  self->registry = g_object_ref (registry);
  self->branch_first = branch_first;
  fill (self);
  g_signal_connect_object (registry, "changed", G_CALLBACK (on_registry_changed), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
