/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "shell/zb-area-page.h"

#include <glib/gi18n.h>

#include "shell/zb-page.h"
#include "widgets/zb-first-focus.h"
#include "widgets/zb-org-scope.h"

typedef struct
{
  ZbRegistry *registry; /* (owned) */
  gboolean is_stale;    /* something changed since it was last shown */

  GtkStack *stack;      /* the front, what to do before there is one, or the desk */
  ZbOrgScope *scope;
  ZbFlow *bar;
  ZbDesk *desk;
  GtkWidget *first_button;
} ZbAreaPagePrivate;

static void zb_area_page_iface_init (ZbPageInterface *iface);

G_DEFINE_ABSTRACT_TYPE_WITH_CODE (ZbAreaPage, zb_area_page, ADW_TYPE_BIN,
                                  G_ADD_PRIVATE (ZbAreaPage) G_IMPLEMENT_INTERFACE (ZB_TYPE_PAGE, zb_area_page_iface_init))

static ZbAreaPagePrivate *
private_of (ZbAreaPage *self)
{
  return zb_area_page_get_instance_private (self);
}

ZbRegistry *
zb_area_page_get_registry (ZbAreaPage *self)
{
  return private_of (self)->registry;
}

gint64
zb_area_page_get_org (ZbAreaPage *self)
{
  return zb_org_scope_get (private_of (self)->scope);
}

gboolean
zb_area_page_can_add (ZbAreaPage *self)
{
  return zb_area_page_get_org (self) != 0 && !zb_registry_is_read_only (private_of (self)->registry);
}

gboolean
zb_area_page_is_open (ZbAreaPage *self)
{
  ZbAreaPagePrivate *priv = private_of (self);

  return gtk_stack_get_visible_child (priv->stack) == GTK_WIDGET (priv->desk);
}

static void
fill (ZbAreaPage *self)
{
  ZbAreaPagePrivate *priv = private_of (self);
  gboolean has_org = zb_area_page_get_org (self) != 0;

  priv->is_stale = zb_area_page_is_open (self);
  if (priv->is_stale)
    return;
  gtk_stack_set_visible_child_name (priv->stack, has_org ? "front" : "none");
  if (has_org)
    ZB_AREA_PAGE_GET_CLASS (self)->fill (self);
}

void
zb_area_page_refresh (ZbAreaPage *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    fill (self);
  else
    private_of (self)->is_stale = TRUE;
}

void
zb_area_page_set_org (ZbAreaPage *self, gint64 org)
{
  zb_org_scope_set (private_of (self)->scope, org);
}

static void
on_registry_changed (ZbAreaPage *self, guint what)
{
  if (what & ZB_AREA_PAGE_GET_CLASS (self)->follows)
    zb_area_page_refresh (self);
}

/* A record before the front */

void
zb_area_page_open (ZbAreaPage *self, gint64 id)
{
  ZbAreaPagePrivate *priv = private_of (self);

  if (!zb_desk_open (priv->desk, id))
    return;
  gtk_stack_set_visible_child (priv->stack, GTK_WIDGET (priv->desk));
  gtk_widget_grab_focus (GTK_WIDGET (priv->desk));
  zb_page_state_changed (GTK_WIDGET (self));
}

void
zb_area_page_close (ZbAreaPage *self)
{
  ZbAreaPagePrivate *priv = private_of (self);

  if (!zb_area_page_is_open (self))
    return;
  gtk_stack_set_visible_child_name (priv->stack, zb_area_page_get_org (self) != 0 ? "front" : "none");
  if (priv->is_stale)
    fill (self);
  gtk_widget_grab_focus (GTK_WIDGET (self));
  zb_page_state_changed (GTK_WIDGET (self));
}

/* ZbPage */

static void
page_find (ZbPage *page)
{
  ZbAreaPage *self = ZB_AREA_PAGE (page);

  if (zb_area_page_is_open (self) && zb_desk_find (private_of (self)->desk))
    return;
  zb_area_page_close (self);
  ZB_AREA_PAGE_GET_CLASS (self)->find (self);
}

static void
page_edit (ZbPage *page)
{
  ZbAreaPage *self = ZB_AREA_PAGE (page);

  if (zb_area_page_is_open (self))
    zb_desk_edit (private_of (self)->desk);
}

static gboolean
page_is_open (ZbPage *page)
{
  return zb_area_page_is_open (ZB_AREA_PAGE (page));
}

static void
page_go_back (ZbPage *page)
{
  ZbAreaPage *self = ZB_AREA_PAGE (page);

  if (!zb_desk_go_back (private_of (self)->desk))
    zb_area_page_close (self);
}

static ZbRosterRequest *
page_make_request (ZbPage *page)
{
  ZbAreaPage *self = ZB_AREA_PAGE (page);
  ZbAreaPageClass *klass = ZB_AREA_PAGE_GET_CLASS (self);

  if (zb_area_page_is_open (self))
    return zb_desk_make_request (private_of (self)->desk);
  return klass->make_request != NULL && zb_area_page_get_org (self) != 0 ? klass->make_request (self) : NULL;
}

static void
zb_area_page_iface_init (ZbPageInterface *iface)
{
  iface->find = page_find;
  iface->edit = page_edit;
  iface->can_edit = page_is_open;
  iface->go_back = page_go_back;
  iface->can_go_back = page_is_open;
  iface->make_request = page_make_request;
}

/* Time */

static void
step (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ZbAreaPage *self = ZB_AREA_PAGE (widget);
  int by = g_str_equal (action, "area.now") ? 0 : g_str_equal (action, "area.next") ? 1 : -1;

  if (ZB_AREA_PAGE_GET_CLASS (self)->step == NULL)
    return;
  ZB_AREA_PAGE_GET_CLASS (self)->step (self, by);
  fill (self);
}

static GtkWidget *
arrow_new (const char *icon, const char *label, const char *action)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  return button;
}

GtkWidget *
zb_area_page_steps (GtkLabel *now, const char *before, const char *back, const char *after)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0), *button = gtk_button_new ();

  gtk_widget_add_css_class (GTK_WIDGET (now), "tabular");
  gtk_button_set_child (GTK_BUTTON (button), GTK_WIDGET (now));
  gtk_widget_set_tooltip_text (button, back);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "area.now");
  gtk_widget_add_css_class (box, "linked");
  gtk_box_append (GTK_BOX (box), arrow_new ("go-previous-symbolic", before, "area.previous"));
  gtk_box_append (GTK_BOX (box), button);
  gtk_box_append (GTK_BOX (box), arrow_new ("go-next-symbolic", after, "area.next"));
  return box;
}

GtkWidget *
zb_area_page_years (GtkLabel *year)
{
  return zb_area_page_steps (year, _("The Year Before (Ctrl+Page Up)"), _("Back to this year"), _("The Next Year (Ctrl+Page Down)"));
}

GtkWidget *
zb_area_page_more (GMenuModel *menu, const char *label)
{
  GtkWidget *button = gtk_menu_button_new ();

  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), menu);
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  return button;
}

/* The widget */

static gboolean
zb_area_page_grab_focus (GtkWidget *widget)
{
  ZbAreaPage *self = ZB_AREA_PAGE (widget);
  ZbAreaPagePrivate *priv = private_of (self);

  if (zb_area_page_is_open (self))
    return gtk_widget_grab_focus (GTK_WIDGET (priv->desk));
  if (zb_area_page_get_org (self) == 0)
    return gtk_widget_grab_focus (priv->first_button);
  return ZB_AREA_PAGE_GET_CLASS (self)->take_focus (self);
}

static void
zb_area_page_map (GtkWidget *widget)
{
  ZbAreaPage *self = ZB_AREA_PAGE (widget);

  GTK_WIDGET_CLASS (zb_area_page_parent_class)->map (widget);
  if (private_of (self)->is_stale)
    fill (self);
}

static void
zb_area_page_dispose (GObject *object)
{
  g_clear_object (&private_of (ZB_AREA_PAGE (object))->registry);
  G_OBJECT_CLASS (zb_area_page_parent_class)->dispose (object);
}

static void
zb_area_page_class_init (ZbAreaPageClass *klass)
{
  static const char *const actions[] = { "area.previous", "area.next", "area.now" };
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  klass->follows = ZB_CHANGED_EVERYTHING;
  G_OBJECT_CLASS (klass)->dispose = zb_area_page_dispose;
  zb_widget_class_set_first_focus (widget_class, zb_area_page_grab_focus);
  widget_class->map = zb_area_page_map;
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i], NULL, step);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Up, GDK_CONTROL_MASK, "area.previous", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Down, GDK_CONTROL_MASK, "area.next", NULL);
}

static void
zb_area_page_init (ZbAreaPage *self)
{
  private_of (self)->stack = GTK_STACK (gtk_stack_new ());
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (private_of (self)->stack));
}

ZbFlow *
zb_area_page_begin (ZbAreaPage *self, ZbRegistry *registry, gboolean branch_first)
{
  ZbAreaPagePrivate *priv = private_of (self);

  priv->registry = g_object_ref (registry);
  priv->scope = ZB_ORG_SCOPE (zb_org_scope_new (registry, branch_first));
  priv->bar = ZB_FLOW (zb_flow_new (12));
  zb_flow_append (priv->bar, GTK_WIDGET (priv->scope));
  gtk_widget_add_css_class (GTK_WIDGET (priv->bar), "life-bar");
  return priv->bar;
}

void
zb_area_page_complete (ZbAreaPage *self, GtkWidget *front, GtkWidget *desk, const char *icon, const char *first)
{
  ZbAreaPagePrivate *priv = private_of (self);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  priv->desk = ZB_DESK (desk);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (priv->bar));
  gtk_box_append (GTK_BOX (box), front);
  gtk_stack_add_named (priv->stack, box, "front");
  gtk_stack_add_named (priv->stack, zb_org_scope_none (&priv->first_button, icon, first), "none");
  gtk_stack_add_named (priv->stack, desk, "desk");
  g_signal_connect_object (desk, "gone", G_CALLBACK (zb_area_page_close), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (priv->scope, "changed", G_CALLBACK (zb_area_page_refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (priv->registry, "changed", G_CALLBACK (on_registry_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (priv->registry, "columns-ready", G_CALLBACK (zb_area_page_refresh), self, G_CONNECT_SWAPPED);
  fill (self);
}
