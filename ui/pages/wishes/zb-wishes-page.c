/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/wishes/zb-wishes-page.h"

#include <glib/gi18n.h>

#include "core/zb-codes.h"
#include "pages/wishes/zb-wish-claim-bar.h"
#include "pages/wishes/zb-wish-forms.h"
#include "pages/wishes/zb-wish-lists.h"
#include "pages/wishes/zb-wish-moves.h"
#include "pages/wishes/zb-wish-page.h"
#include "pages/wishes/zb-wish-screen.h"
#include "pages/wishes/zb-wish-wall.h"
#include "shell/zb-page.h"
#include "widgets/zb-choice.h"
#include "widgets/zb-first-focus.h"
#include "widgets/zb-flow.h"
#include "widgets/zb-org-scope.h"

struct _ZbWishesPage
{
  AdwBin parent_instance;

  ZbRegistry *registry;  /* (owned) */
  GCancellable *asking;  /* (owned) (nullable): the last question for the wall */
  GPtrArray *lines;      /* (owned) (nullable): what stands on it */
  gboolean is_stale;
  gboolean wants_focus;  /* was asked to take it before there were cards */

  GtkStack *stack;       /* the wall, what to do before there is one, or the wish that is open */
  ZbOrgScope *scope;
  GtkWidget *search;
  GtkWidget *category;
  ZbWishWall *wall;
  GtkStack *wall_stack;
  GtkWidget *claim_bar;
  ZbWishPage *page;
  GtkWidget *first_button;
};

static void zb_wishes_page_iface_init (ZbPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (ZbWishesPage, zb_wishes_page, ADW_TYPE_BIN, G_IMPLEMENT_INTERFACE (ZB_TYPE_PAGE, zb_wishes_page_iface_init))

static gboolean
is_open (ZbWishesPage *self)
{
  return gtk_stack_get_visible_child (self->stack) == GTK_WIDGET (self->page);
}

static gboolean
has_filter (ZbWishesPage *self)
{
  return *gtk_editable_get_text (GTK_EDITABLE (self->search)) != '\0' || zb_choice_get_value (self->category) != NULL;
}

static void
on_lines (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr(ZbWishesPage) self = ZB_WISHES_PAGE (user_data);
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) lines = zb_registry_wishes_finish (ZB_REGISTRY (source), result, &error);

  if (lines == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        zb_page_say_error (GTK_WIDGET (self), error);
      return;
    }
  zb_wish_wall_show (self->wall, lines);
  g_clear_pointer (&self->lines, g_ptr_array_unref);
  self->lines = g_steal_pointer (&lines);
  gtk_stack_set_visible_child_name (self->wall_stack, self->lines->len > 0 || has_filter (self) ? "wall" : "empty");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "wishes.screen", self->lines->len > 0);
  if (self->wants_focus && gtk_widget_get_mapped (GTK_WIDGET (self->wall)))
    {
      self->wants_focus = FALSE;
      gtk_widget_grab_focus (GTK_WIDGET (self->wall));
    }
}

/* Only what is asked last is waited for. */
static void
fill (ZbWishesPage *self)
{
  gint64 org = zb_org_scope_get (self->scope);
  ZbWishQuery query = { .org = org, .text = gtk_editable_get_text (GTK_EDITABLE (self->search)), .category = zb_choice_get_value (self->category) };
  guint n_columns;
  const ZbWishColumn *columns = zb_wish_columns (&n_columns);

  if (is_open (self))
    {
      self->is_stale = TRUE;
      return;
    }
  gtk_stack_set_visible_child_name (self->stack, org != 0 ? "wall" : "none");
  self->is_stale = FALSE;
  for (guint i = 0; i < n_columns; i++)
    query.states |= columns[i].states;
  g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
  self->asking = g_cancellable_new ();
  if (org != 0)
    zb_registry_wishes_async (self->registry, &query, self->asking, on_lines, g_object_ref (self));
}

static void
refresh (ZbWishesPage *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    fill (self);
  else
    self->is_stale = TRUE;
}

static void
on_registry_changed (ZbWishesPage *self, guint what)
{
  if (what & (ZB_CHANGED_WISHES | ZB_CHANGED_ORGANIZATIONS))
    refresh (self);
}

/* A wish before the wall */

static void
open_wish (ZbWishesPage *self, gint64 id)
{
  if (!zb_wish_page_show (self->page, id))
    return;
  gtk_stack_set_visible_child (self->stack, GTK_WIDGET (self->page));
  gtk_widget_grab_focus (GTK_WIDGET (self->page));
  zb_page_state_changed (GTK_WIDGET (self));
}

static void
close_wish (ZbWishesPage *self)
{
  if (!is_open (self))
    return;
  gtk_stack_set_visible_child_name (self->stack, zb_org_scope_get (self->scope) != 0 ? "wall" : "none");
  if (self->is_stale)
    fill (self);
  gtk_widget_grab_focus (GTK_WIDGET (self));
  zb_page_state_changed (GTK_WIDGET (self));
}

/* What can be done */

static void
wishes_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ZbWishesPage *self = ZB_WISHES_PAGE (widget);
  gint64 org = zb_org_scope_get (self->scope);

  if (org == 0)
    return;
  if (g_str_equal (action, "wishes.new"))
    zb_wish_form_new (widget, self->registry, org, 0);
  else if (g_str_equal (action, "wishes.new-household"))
    zb_wish_form_new_household (widget, self->registry, org);
  else if (self->lines != NULL)
    zb_wish_screen_present (widget, self->lines);
}

static void
list_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ZbWishesPage *self = ZB_WISHES_PAGE (widget);
  gint64 org = zb_org_scope_get (self->scope);
  const char *name = g_variant_get_string (parameter, NULL);

  if (org == 0)
    return;
  if (g_str_equal (action, "wishes.list"))
    {
      g_autoptr(ZbRosterRequest) request = zb_wish_lists_request (self->registry, name, org);

      zb_page_ask_for_export (widget, request);
    }
  else
    {
      g_autoptr(ZbDocumentRequest) request = zb_wish_lists_paper (self->registry, name, org, 0);

      zb_page_ask_for_document (widget, request);
    }
}

static void
page_create (ZbPage *page)
{
  wishes_action (GTK_WIDGET (page), "wishes.new", NULL);
}

static void
page_find (ZbPage *page)
{
  ZbWishesPage *self = ZB_WISHES_PAGE (page);

  close_wish (self);
  gtk_widget_grab_focus (self->search);
}

static void
page_open_record (ZbPage *page, const ZbKind *kind, gint64 id)
{
  ZbWishesPage *self = ZB_WISHES_PAGE (page);
  g_autoptr(ZbRecord) record = zb_registry_get (self->registry, kind, id, FALSE, NULL);

  if (record == NULL || record->withdrawn)
    return;
  if (kind == &zb_kind_wish)
    open_wish (self, id);
  else if (zb_kind_field (kind, "wish") != NULL)
    open_wish (self, zb_record_get_int (record, "wish"));
  else if (kind == &zb_kind_household)
    zb_wish_form_household (GTK_WIDGET (self), self->registry, id);
}

static void
page_edit (ZbPage *page)
{
  if (is_open (ZB_WISHES_PAGE (page)))
    zb_wish_page_edit (ZB_WISHES_PAGE (page)->page);
}

static gboolean
page_is_open (ZbPage *page)
{
  return is_open (ZB_WISHES_PAGE (page));
}

static void
page_go_back (ZbPage *page)
{
  close_wish (ZB_WISHES_PAGE (page));
}

static void
zb_wishes_page_iface_init (ZbPageInterface *iface)
{
  iface->create = page_create;
  iface->find = page_find;
  iface->open_record = page_open_record;
  iface->edit = page_edit;
  iface->can_edit = page_is_open;
  iface->go_back = page_go_back;
  iface->can_go_back = page_is_open;
}

static gboolean
zb_wishes_page_grab_focus (GtkWidget *widget)
{
  ZbWishesPage *self = ZB_WISHES_PAGE (widget);

  if (is_open (self))
    return gtk_widget_grab_focus (GTK_WIDGET (self->page));
  if (zb_org_scope_get (self->scope) == 0)
    return gtk_widget_grab_focus (self->first_button);
  self->wants_focus = self->lines == NULL;
  return gtk_widget_grab_focus (GTK_WIDGET (self->wall)) || gtk_widget_grab_focus (self->search);
}

static void
zb_wishes_page_map (GtkWidget *widget)
{
  ZbWishesPage *self = ZB_WISHES_PAGE (widget);

  GTK_WIDGET_CLASS (zb_wishes_page_parent_class)->map (widget);
  if (self->is_stale)
    fill (self);
}

static void
zb_wishes_page_dispose (GObject *object)
{
  ZbWishesPage *self = ZB_WISHES_PAGE (object);

  g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
  g_clear_pointer (&self->lines, g_ptr_array_unref);
  g_clear_object (&self->registry);
  G_OBJECT_CLASS (zb_wishes_page_parent_class)->dispose (object);
}

static void
zb_wishes_page_class_init (ZbWishesPageClass *klass)
{
  static const char *const actions[] = { "wishes.new", "wishes.new-household", "wishes.screen" };
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = zb_wishes_page_dispose;
  zb_widget_class_set_first_focus (widget_class, zb_wishes_page_grab_focus);
  widget_class->map = zb_wishes_page_map;
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i], NULL, wishes_action);
  gtk_widget_class_install_action (widget_class, "wishes.list", "s", list_action);
  gtk_widget_class_install_action (widget_class, "wishes.paper", "s", list_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F5, 0, "wishes.screen", NULL);
}

static void
zb_wishes_page_init (ZbWishesPage *self)
{
}

static GtkWidget *
button_new (const char *label, const char *action, const char *tip)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_set_tooltip_text (button, tip);
  return button;
}

static GtkWidget *
make_bar (ZbWishesPage *self)
{
  ZbFlow *bar = ZB_FLOW (zb_flow_new (8));
  g_autoptr(GMenuModel) lists = zb_wish_lists_menu ();
  GtkWidget *space = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0), *add = button_new (_("_New Wish…"), "wishes.new", _("Enter a wish (Ctrl+N)"));

  self->search = gtk_search_entry_new ();
  self->category = zb_choice_new_codes (zb_code_table_get ("wish_category"), _("All Categories"));
  gtk_widget_set_hexpand (space, TRUE);
  gtk_widget_add_css_class (add, "suggested-action");
  g_object_set (self->search, "placeholder-text", _("Number, wish, household or community"), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Search in wishes"), -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->category), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Kind of Wish"), -1);
  zb_flow_append (bar, GTK_WIDGET (self->scope));
  zb_flow_append (bar, self->search);
  zb_flow_append (bar, self->category);
  zb_flow_append (bar, space);
  zb_flow_append (bar, button_new (_("_On the Big Screen"), "wishes.screen", _("The wishes to be claimed, on the hall’s screen (F5)")));
  zb_flow_append (bar, button_new (_("New _Household…"), "wishes.new-household", _("Enter a household, then its wish")));
  zb_flow_append (bar, add);
  zb_flow_append (bar, zb_wish_lists_button (lists, _("Lists and cards")));
  gtk_widget_add_css_class (GTK_WIDGET (bar), "life-bar");
  return GTK_WIDGET (bar);
}

static GtkWidget *
make_empty (void)
{
  GtkWidget *page = adw_status_page_new (), *button = button_new (_("Enter the _First Wish…"), "wishes.new", NULL);

  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "pill");
  gtk_widget_add_css_class (button, "suggested-action");
  adw_status_page_set_icon_name (ADW_STATUS_PAGE (page), "emblem-favorite-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (page), _("No Wish Is Open"));
  adw_status_page_set_description (ADW_STATUS_PAGE (page),
                                   _("Enter who wishes and what: it is checked at home, reviewed, published, claimed and fulfilled, and each step is kept."));
  adw_status_page_set_child (ADW_STATUS_PAGE (page), button);
  return page;
}

static GtkWidget *
make_wall (ZbWishesPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *front = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->wall = ZB_WISH_WALL (zb_wish_wall_new (self->registry));
  self->claim_bar = zb_wish_claim_bar_new (self->registry);
  gtk_box_append (GTK_BOX (front), self->claim_bar);
  gtk_box_append (GTK_BOX (front), GTK_WIDGET (self->wall));
  self->wall_stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_add_named (self->wall_stack, front, "wall");
  gtk_stack_add_named (self->wall_stack, make_empty (), "empty");
  gtk_box_append (GTK_BOX (box), make_bar (self));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->wall_stack));
  return box;
}

GtkWidget *
zb_wishes_page_new (ZbRegistry *registry)
{
  ZbWishesPage *self = g_object_new (ZB_TYPE_WISHES_PAGE, NULL);
  gboolean can_write = !zb_registry_is_read_only (registry);

  self->registry = g_object_ref (registry);
  self->scope = ZB_ORG_SCOPE (zb_org_scope_new (registry, FALSE));
  self->page = ZB_WISH_PAGE (zb_wish_page_new (registry));
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_add_named (self->stack, make_wall (self), "wall");
  gtk_stack_add_named (self->stack, zb_org_scope_none (&self->first_button, "emblem-favorite-symbolic",
                       _("Enter your branch and its members first. Then wishes can be collected here, claimed by members and fulfilled.")), "none");
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->page), "wish");
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->stack));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "wishes.new", can_write);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "wishes.new-household", can_write);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "wishes.screen", FALSE);
  g_signal_connect_object (self->search, "search-changed", G_CALLBACK (fill), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->category, "notify::selected", G_CALLBACK (fill), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->scope, "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->page, "gone", G_CALLBACK (close_wish), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (registry, "changed", G_CALLBACK (on_registry_changed), self, G_CONNECT_SWAPPED);
  fill (self);
  return GTK_WIDGET (self);
}
