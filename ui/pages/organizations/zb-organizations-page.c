/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/organizations/zb-organizations-page.h"

#include <glib/gi18n.h>

#include "pages/organizations/zb-org-item.h"
#include "pages/organizations/zb-organization-pane.h"
#include "shell/zb-page.h"
#include "widgets/zb-first-focus.h"

/* A tree of so few organisations is shown open. */
#define OPEN_BELOW 60

struct _ZbOrganizationsPage
{
  AdwBin parent_instance;

  ZbRegistry *registry;       /* (owned) */
  ZbOrgTree *tree;            /* (owned) (nullable): the one shown */
  ZbMemberCounts *counts;     /* (owned) (nullable): by position in it */
  gint64 chosen;
  gboolean with_closed;
  gboolean filling;

  AdwLeaflet *leaflet;
  GtkListView *view;
  GtkSingleSelection *selection; /* (owned) (nullable) */
  ZbOrganizationPane *pane;
};

static void zb_organizations_page_iface_init (ZbPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (ZbOrganizationsPage, zb_organizations_page, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (ZB_TYPE_PAGE, zb_organizations_page_iface_init))

static GListModel *
on_create_children (gpointer item, gpointer user_data)
{
  ZbOrganizationsPage *self = ZB_ORGANIZATIONS_PAGE (user_data);

  return zb_org_item_children (self->tree, self->counts, zb_org_item_id (item));
}

static gint64
id_at (ZbOrganizationsPage *self, guint position)
{
  g_autoptr(GtkTreeListRow) row = g_list_model_get_item (G_LIST_MODEL (self->selection), position);
  g_autoptr(ZbOrgItem) item = row != NULL ? gtk_tree_list_row_get_item (row) : NULL;

  return item != NULL ? zb_org_item_id (item) : 0;
}

static void
on_selected (ZbOrganizationsPage *self)
{
  gint64 id;

  if (self->filling)
    return;
  id = id_at (self, gtk_single_selection_get_selected (self->selection));
  if (id == self->chosen || id == 0)
    return;
  self->chosen = id;
  zb_organization_pane_show (self->pane, id);
  /* Side by side nothing has to move, and the keys stay in the tree. */
  if (adw_leaflet_get_folded (self->leaflet))
    adw_leaflet_navigate (self->leaflet, ADW_NAVIGATION_DIRECTION_FORWARD);
  zb_page_state_changed (GTK_WIDGET (self));
}

/* Puts the selection on the organisation chosen before, opening what stands above it. */
static void
choose (ZbOrganizationsPage *self, gint64 id)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->selection)); i++)
    {
      gint64 here = id_at (self, i);

      if (here == id)
        {
          gtk_single_selection_set_selected (self->selection, i);
          return;
        }
      if (here != 0 && zb_org_tree_is_below (self->tree, id, here))
        {
          g_autoptr(GtkTreeListRow) row = g_list_model_get_item (G_LIST_MODEL (self->selection), i);

          gtk_tree_list_row_set_expanded (row, TRUE);
        }
    }
}

/* A tree too large to stand open, with one organisation above all: those next below it. */
static void
open_top (ZbOrganizationsPage *self)
{
  g_autoptr(GtkTreeListRow) row = NULL;

  if (g_list_model_get_n_items (G_LIST_MODEL (self->selection)) != 1)
    return;
  row = g_list_model_get_item (G_LIST_MODEL (self->selection), 0);
  gtk_tree_list_row_set_expanded (row, TRUE);
}

static void
fill (ZbOrganizationsPage *self)
{
  GListModel *roots;
  GtkTreeListModel *tree_model;
  ZbMemberColumns *columns = zb_registry_columns (self->registry);

  self->filling = TRUE;
  g_clear_pointer (&self->tree, zb_org_tree_unref);
  g_clear_pointer (&self->counts, g_free);
  self->tree = self->with_closed ? zb_registry_tree_on (self->registry, zb_registry_today (self->registry), TRUE, NULL)
                                 : zb_org_tree_ref (zb_registry_tree (self->registry));
  /* Figures go by position in the columns' own tree: only when that is the one shown. */
  if (columns != NULL && zb_org_tree_size (zb_member_columns_tree (columns)) == zb_org_tree_size (self->tree))
    self->counts = zb_member_columns_count_orgs (columns, NULL, TRUE);
  roots = zb_org_item_children (self->tree, self->counts, 0);
  tree_model = gtk_tree_list_model_new (roots, FALSE, zb_org_tree_size (self->tree) <= OPEN_BELOW, on_create_children, self, NULL);
  g_clear_object (&self->selection);
  self->selection = gtk_single_selection_new (NULL);
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (tree_model));
  g_object_unref (tree_model);
  g_signal_connect_object (self->selection, "notify::selected", G_CALLBACK (on_selected), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
  if (self->chosen == 0 && zb_org_tree_size (self->tree) > 0)
    self->chosen = zb_org_tree_at (self->tree, 0)->id;
  choose (self, self->chosen);
  open_top (self);
  self->filling = FALSE;
  zb_organization_pane_show (self->pane, self->chosen);
}

static void
on_changed (ZbOrganizationsPage *self, guint what)
{
  if (what & (ZB_CHANGED_ORGANIZATIONS | ZB_CHANGED_MEMBERS))
    fill (self);
  zb_organization_pane_refresh (self->pane);
}

static void
on_columns_ready (ZbOrganizationsPage *self)
{
  fill (self);
  zb_organization_pane_refresh (self->pane);
}

/* Tab goes through every row of such a list: one stop is enough, the arrows do the rest. */
static gboolean
on_tab (GtkWidget *view, GVariant *args, gpointer user_data)
{
  ZbOrganizationsPage *self = g_object_get_data (G_OBJECT (view), "zb-page");
  GtkWidget *tools = gtk_widget_get_prev_sibling (gtk_widget_get_parent (view));

  if (GPOINTER_TO_INT (user_data) == GTK_DIR_TAB_BACKWARD)
    return gtk_widget_child_focus (tools, GTK_DIR_TAB_BACKWARD);
  return !adw_leaflet_get_folded (self->leaflet) && gtk_widget_child_focus (GTK_WIDGET (self->pane), GTK_DIR_TAB_FORWARD);
}

static void
add_tab (GtkEventController *keys, guint keyval, GdkModifierType modifiers, GtkDirectionType direction)
{
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (keyval, modifiers),
                                                          gtk_callback_action_new (on_tab, GINT_TO_POINTER (direction), NULL)));
}

static void
make_one_stop (ZbOrganizationsPage *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  add_tab (keys, GDK_KEY_Tab, 0, GTK_DIR_TAB_FORWARD);
  add_tab (keys, GDK_KEY_Tab, GDK_SHIFT_MASK, GTK_DIR_TAB_BACKWARD);
  add_tab (keys, GDK_KEY_ISO_Left_Tab, GDK_SHIFT_MASK, GTK_DIR_TAB_BACKWARD);
  g_object_set_data (G_OBJECT (self->view), "zb-page", self);
  gtk_widget_add_controller (GTK_WIDGET (self->view), keys);
}

/* Rows of the tree */

static void
on_setup (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *expander = gtk_tree_expander_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *name = gtk_label_new (NULL);
  GtkWidget *count = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_MIDDLE);
  gtk_widget_set_hexpand (name, TRUE);
  gtk_widget_add_css_class (count, "dim-label");
  gtk_widget_add_css_class (count, "tabular");
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), count);
  gtk_tree_expander_set_child (GTK_TREE_EXPANDER (expander), box);
  gtk_list_item_set_child (item, expander);
}

static void
on_bind (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkTreeListRow *row = gtk_list_item_get_item (item);
  GtkTreeExpander *expander = GTK_TREE_EXPANDER (gtk_list_item_get_child (item));
  GtkWidget *box = gtk_tree_expander_get_child (expander);
  g_autoptr(ZbOrgItem) org = gtk_tree_list_row_get_item (row);

  gtk_tree_expander_set_list_row (expander, row);
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_first_child (box)), zb_org_item_name (org));
  gtk_widget_set_tooltip_text (box, zb_org_item_name (org));
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_last_child (box)), zb_org_item_count (org));
}

/* Moving among siblings */

static void
on_reordered (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr(ZbOrganizationsPage) self = ZB_ORGANIZATIONS_PAGE (user_data);
  g_autofree char *words = NULL;
  g_autoptr(GError) error = NULL;

  if (zb_registry_write_finish (ZB_REGISTRY (source), result, &words, &error))
    zb_page_say (GTK_WIDGET (self), words != NULL ? words : "", TRUE);
  else
    zb_page_say_error (GTK_WIDGET (self), error);
}

static void
move_chosen (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ZbOrganizationsPage *self = ZB_ORGANIZATIONS_PAGE (widget);
  const ZbOrg *org = self->chosen != 0 ? zb_org_tree_get (zb_registry_tree (self->registry), self->chosen) : NULL;
  g_autoptr(GListModel) siblings = org != NULL ? zb_org_item_children (zb_registry_tree (self->registry), NULL, org->parent) : NULL;
  g_autoptr(GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  int step = g_str_has_suffix (action, "up") ? -1 : 1;
  gint at = -1;

  for (guint i = 0; siblings != NULL && i < g_list_model_get_n_items (siblings); i++)
    {
      g_autoptr(ZbOrgItem) item = g_list_model_get_item (siblings, i);
      gint64 id = zb_org_item_id (item);

      if (id == self->chosen)
        at = (gint) i;
      g_array_append_val (ids, id);
    }
  if (at < 0 || at + step < 0 || at + step >= (gint) ids->len || zb_registry_is_read_only (self->registry))
    return;
  g_array_index (ids, gint64, at) = g_array_index (ids, gint64, at + step);
  g_array_index (ids, gint64, at + step) = self->chosen;
  zb_registry_reorder_async (self->registry, (const gint64 *) ids->data, ids->len, NULL, on_reordered, g_object_ref (self));
}

static void
add_beside (GtkWidget *widget, const char *action, GVariant *parameter)
{
  zb_organization_pane_add_beside (ZB_ORGANIZATIONS_PAGE (widget)->pane);
}

static void
on_closed_toggled (GtkToggleButton *button, ZbOrganizationsPage *self)
{
  self->with_closed = gtk_toggle_button_get_active (button);
  fill (self);
}

/* ZbPage */

static void
page_create (ZbPage *page)
{
  zb_organization_pane_add_below (ZB_ORGANIZATIONS_PAGE (page)->pane);
}

static void
page_edit (ZbPage *page)
{
  zb_organization_pane_edit (ZB_ORGANIZATIONS_PAGE (page)->pane);
}

static gboolean
page_can_edit (ZbPage *page)
{
  return ZB_ORGANIZATIONS_PAGE (page)->chosen != 0;
}

static void
page_open_record (ZbPage *page, const ZbKind *kind, gint64 id)
{
  ZbOrganizationsPage *self = ZB_ORGANIZATIONS_PAGE (page);

  if (kind != &zb_kind_organization)
    return;
  self->chosen = id;
  choose (self, id);
  zb_organization_pane_show (self->pane, id);
  adw_leaflet_navigate (self->leaflet, ADW_NAVIGATION_DIRECTION_FORWARD);
}

static void
page_go_back (ZbPage *page)
{
  adw_leaflet_navigate (ZB_ORGANIZATIONS_PAGE (page)->leaflet, ADW_NAVIGATION_DIRECTION_BACK);
  zb_page_state_changed (GTK_WIDGET (page));
}

static gboolean
page_can_go_back (ZbPage *page)
{
  ZbOrganizationsPage *self = ZB_ORGANIZATIONS_PAGE (page);

  return adw_leaflet_get_folded (self->leaflet) && adw_leaflet_get_visible_child (self->leaflet) == GTK_WIDGET (self->pane);
}

static void
page_find (ZbPage *page)
{
  gtk_widget_grab_focus (GTK_WIDGET (ZB_ORGANIZATIONS_PAGE (page)->view));
}

/* A list about the organisation chosen and those below it. */
static ZbRosterRequest *
request_for (ZbOrganizationsPage *self, const char *roster)
{
  ZbRosterRequest *request = zb_roster_request_new (zb_roster_get (roster), zb_registry_today (self->registry));

  request->org = self->chosen;
  request->with_below = TRUE;
  return request;
}

static ZbRosterRequest *
page_make_request (ZbPage *page)
{
  return request_for (ZB_ORGANIZATIONS_PAGE (page), "organizations");
}

static void
export_roster (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_autoptr(ZbRosterRequest) request = request_for (ZB_ORGANIZATIONS_PAGE (widget), g_variant_get_string (parameter, NULL));

  zb_page_ask_for_export (widget, request);
}

static void
zb_organizations_page_iface_init (ZbPageInterface *iface)
{
  iface->find = page_find;
  iface->create = page_create;
  iface->edit = page_edit;
  iface->can_edit = page_can_edit;
  iface->open_record = page_open_record;
  iface->go_back = page_go_back;
  iface->can_go_back = page_can_go_back;
  iface->make_request = page_make_request;
}

/* The tree, or what one can do where there is none. */
static gboolean
zb_organizations_page_grab_focus (GtkWidget *widget)
{
  ZbOrganizationsPage *self = ZB_ORGANIZATIONS_PAGE (widget);

  if (g_list_model_get_n_items (G_LIST_MODEL (self->selection)) > 0)
    return gtk_widget_grab_focus (GTK_WIDGET (self->view));
  return gtk_widget_grab_focus (GTK_WIDGET (self->pane));
}

static void
zb_organizations_page_dispose (GObject *object)
{
  ZbOrganizationsPage *self = ZB_ORGANIZATIONS_PAGE (object);

  g_clear_object (&self->selection);
  g_clear_object (&self->registry);
  G_OBJECT_CLASS (zb_organizations_page_parent_class)->dispose (object);
}

static void
zb_organizations_page_finalize (GObject *object)
{
  ZbOrganizationsPage *self = ZB_ORGANIZATIONS_PAGE (object);

  g_clear_pointer (&self->tree, zb_org_tree_unref);
  g_free (self->counts);
  G_OBJECT_CLASS (zb_organizations_page_parent_class)->finalize (object);
}

static void
zb_organizations_page_class_init (ZbOrganizationsPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = zb_organizations_page_dispose;
  zb_widget_class_set_first_focus (widget_class, zb_organizations_page_grab_focus);
  object_class->finalize = zb_organizations_page_finalize;
  gtk_widget_class_install_action (widget_class, "organizations.add", NULL, add_beside);
  gtk_widget_class_install_action (widget_class, "organizations.export", "s", export_roster);
  gtk_widget_class_install_action (widget_class, "organizations.up", NULL, move_chosen);
  gtk_widget_class_install_action (widget_class, "organizations.down", NULL, move_chosen);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Up, GDK_ALT_MASK, "organizations.up", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Down, GDK_ALT_MASK, "organizations.down", NULL);
}

static GtkWidget *
tool_button (const char *icon, const char *label, const char *action)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  return button;
}

/* Lists in and out. */
static GtkWidget *
menu_button (void)
{
  GtkWidget *button = gtk_menu_button_new ();
  g_autoptr(GMenu) menu = g_menu_new ();
  g_autoptr(GMenu) lists = g_menu_new ();

  g_menu_append (menu, _("_Import Organisations…"), "win.import-organizations");
  g_menu_append (lists, _("Print the _List of Organisations…"), "organizations.export::organizations");
  g_menu_append (lists, _("Print the _Ends of Terms…"), "organizations.export::terms");
  g_menu_append (lists, _("Print the _Member Roster…"), "organizations.export::members");
  g_menu_append (lists, _("Print the Roster of Party _Groups…"), "organizations.export::groups");
  g_menu_append (lists, _("Print the _Division of Work…"), "organizations.export::committee");
  g_menu_append (lists, _("Print the _Contact List…"), "organizations.export::contacts");
  g_menu_append (lists, _("Print the _Register of Letters…"), "organizations.export::letters");
  g_menu_append (lists, _("Print a _Sign-In Sheet…"), "organizations.export::sign-in-people");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (lists));
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _("Import and Print Lists"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Import and Print Lists"), -1);
  return button;
}

static GtkWidget *
make_side (ZbOrganizationsPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *tools = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *closed = gtk_toggle_button_new_with_label (_("Show Closed"));

  gtk_widget_add_css_class (closed, "flat");
  gtk_widget_set_tooltip_text (closed, _("Show organisations that were closed, too"));
  gtk_widget_set_hexpand (closed, TRUE);
  gtk_widget_set_halign (closed, GTK_ALIGN_END);
  g_signal_connect_object (closed, "toggled", G_CALLBACK (on_closed_toggled), self, 0);
  gtk_box_append (GTK_BOX (tools), tool_button ("go-up-symbolic", _("Move Up (Alt+Up)"), "organizations.up"));
  gtk_box_append (GTK_BOX (tools), tool_button ("go-down-symbolic", _("Move Down (Alt+Down)"), "organizations.down"));
  gtk_box_append (GTK_BOX (tools), tool_button ("list-add-symbolic", _("New Organisation at the Same Level"), "organizations.add"));
  gtk_box_append (GTK_BOX (tools), closed);
  gtk_box_append (GTK_BOX (tools), menu_button ());
  gtk_widget_set_margin_start (tools, 6);
  gtk_widget_set_margin_end (tools, 6);
  gtk_widget_set_margin_top (tools, 6);
  gtk_widget_set_margin_bottom (tools, 6);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->view));
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_box_append (GTK_BOX (box), tools);
  gtk_box_append (GTK_BOX (box), scrolled);
  gtk_widget_set_size_request (box, 300, -1);
  gtk_widget_set_hexpand (box, FALSE);
  return box;
}

static void
zb_organizations_page_init (ZbOrganizationsPage *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), NULL);
  self->view = GTK_LIST_VIEW (gtk_list_view_new (NULL, factory));
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "navigation-sidebar");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Organisations"), -1);
  make_one_stop (self);
}

GtkWidget *
zb_organizations_page_new (ZbRegistry *registry)
{
  ZbOrganizationsPage *self = g_object_new (ZB_TYPE_ORGANIZATIONS_PAGE, NULL);

  self->registry = g_object_ref (registry);
  self->leaflet = ADW_LEAFLET (adw_leaflet_new ());
  adw_leaflet_append (self->leaflet, make_side (self));
  adw_leaflet_page_set_navigatable (adw_leaflet_append (self->leaflet, gtk_separator_new (GTK_ORIENTATION_VERTICAL)), FALSE);
  self->pane = ZB_ORGANIZATION_PANE (zb_organization_pane_new (registry));
  gtk_widget_set_hexpand (GTK_WIDGET (self->pane), TRUE);
  adw_leaflet_append (self->leaflet, GTK_WIDGET (self->pane));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->leaflet));
  g_signal_connect_object (registry, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (registry, "columns-ready", G_CALLBACK (on_columns_ready), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->leaflet, "notify::folded", G_CALLBACK (zb_page_state_changed), self, G_CONNECT_SWAPPED);
  fill (self);
  return GTK_WIDGET (self);
}
