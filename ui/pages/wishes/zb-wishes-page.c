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

struct _ZbWishesPage
{
  ZbAreaPage parent_instance;

  GCancellable *asking;  /* (owned) (nullable): the last question for the wall */
  GPtrArray *lines;      /* (owned) (nullable): what stands on it */
  gboolean wants_focus;  /* was asked to take it before there were cards */

  GtkWidget *search;
  GtkWidget *category;
  ZbWishWall *wall;
  GtkStack *wall_stack;
};

static void zb_wishes_page_iface_init (ZbPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (ZbWishesPage, zb_wishes_page, ZB_TYPE_AREA_PAGE, G_IMPLEMENT_INTERFACE (ZB_TYPE_PAGE, zb_wishes_page_iface_init))

static ZbRegistry *
registry_of (ZbWishesPage *self)
{
  return zb_area_page_get_registry (ZB_AREA_PAGE (self));
}

static gint64
org_of (ZbWishesPage *self)
{
  return zb_area_page_get_org (ZB_AREA_PAGE (self));
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
area_fill (ZbAreaPage *area)
{
  ZbWishesPage *self = ZB_WISHES_PAGE (area);
  ZbWishQuery query = { .org = org_of (self), .text = gtk_editable_get_text (GTK_EDITABLE (self->search)), .category = zb_choice_get_value (self->category) };
  guint n_columns;
  const ZbWishColumn *columns = zb_wish_columns (&n_columns);

  for (guint i = 0; i < n_columns; i++)
    query.states |= columns[i].states;
  g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
  self->asking = g_cancellable_new ();
  zb_registry_wishes_async (registry_of (self), &query, self->asking, on_lines, g_object_ref (self));
}

/* What can be done */

static void
wishes_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ZbWishesPage *self = ZB_WISHES_PAGE (widget);
  gint64 org = org_of (self);

  if (org == 0)
    return;
  if (g_str_equal (action, "wishes.new"))
    zb_wish_form_new (widget, registry_of (self), org, 0);
  else if (g_str_equal (action, "wishes.new-household"))
    zb_wish_form_new_household (widget, registry_of (self), org);
  else if (self->lines != NULL)
    zb_wish_screen_present (widget, self->lines);
}

static void
list_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ZbWishesPage *self = ZB_WISHES_PAGE (widget);
  gint64 org = org_of (self);
  const char *name = g_variant_get_string (parameter, NULL);

  if (org == 0)
    return;
  if (g_str_equal (action, "wishes.list"))
    {
      g_autoptr(ZbRosterRequest) request = zb_wish_lists_request (registry_of (self), name, org);

      zb_page_ask_for_export (widget, request);
    }
  else
    {
      g_autoptr(ZbDocumentRequest) request = zb_wish_lists_paper (registry_of (self), name, org, 0);

      zb_page_ask_for_document (widget, request);
    }
}

static void
page_create (ZbPage *page)
{
  wishes_action (GTK_WIDGET (page), "wishes.new", NULL);
}

static void
page_open_record (ZbPage *page, const ZbKind *kind, gint64 id)
{
  ZbWishesPage *self = ZB_WISHES_PAGE (page);
  g_autoptr(ZbRecord) record = zb_registry_get (registry_of (self), kind, id, FALSE, NULL);

  if (record == NULL || record->withdrawn)
    return;
  if (kind == &zb_kind_wish)
    zb_area_page_open (ZB_AREA_PAGE (self), id);
  else if (zb_kind_field (kind, "wish") != NULL)
    zb_area_page_open (ZB_AREA_PAGE (self), zb_record_get_int (record, "wish"));
  else if (kind == &zb_kind_household)
    zb_wish_form_household (GTK_WIDGET (self), registry_of (self), id);
}

static void
zb_wishes_page_iface_init (ZbPageInterface *iface)
{
  iface->create = page_create;
  iface->open_record = page_open_record;
}

static void
area_find (ZbAreaPage *area)
{
  gtk_widget_grab_focus (ZB_WISHES_PAGE (area)->search);
}

static gboolean
area_take_focus (ZbAreaPage *area)
{
  ZbWishesPage *self = ZB_WISHES_PAGE (area);

  self->wants_focus = self->lines == NULL;
  return gtk_widget_grab_focus (GTK_WIDGET (self->wall)) || gtk_widget_grab_focus (self->search);
}

static void
zb_wishes_page_dispose (GObject *object)
{
  ZbWishesPage *self = ZB_WISHES_PAGE (object);

  g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
  g_clear_pointer (&self->lines, g_ptr_array_unref);
  G_OBJECT_CLASS (zb_wishes_page_parent_class)->dispose (object);
}

static void
zb_wishes_page_class_init (ZbWishesPageClass *klass)
{
  static const char *const actions[] = { "wishes.new", "wishes.new-household", "wishes.screen" };
  ZbAreaPageClass *area_class = ZB_AREA_PAGE_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = zb_wishes_page_dispose;
  area_class->follows = ZB_CHANGED_WISHES | ZB_CHANGED_ORGANIZATIONS;
  area_class->fill = area_fill;
  area_class->find = area_find;
  area_class->take_focus = area_take_focus;
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

static void
fill_bar (ZbWishesPage *self, ZbFlow *bar)
{
  g_autoptr(GMenuModel) lists = zb_wish_lists_menu ();
  GtkWidget *space = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0), *add = button_new (_("_New Wish…"), "wishes.new", _("Enter a wish (Ctrl+N)"));

  self->search = gtk_search_entry_new ();
  self->category = zb_choice_new_codes (zb_code_table_get ("wish_category"), _("All Categories"));
  gtk_widget_set_hexpand (space, TRUE);
  gtk_widget_add_css_class (add, "suggested-action");
  g_object_set (self->search, "placeholder-text", _("Number, wish, household or community"), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Search in wishes"), -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->category), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Kind of Wish"), -1);
  zb_flow_append (bar, self->search);
  zb_flow_append (bar, self->category);
  zb_flow_append (bar, space);
  zb_flow_append (bar, button_new (_("_On the Big Screen"), "wishes.screen", _("The wishes to be claimed, on the hall’s screen (F5)")));
  zb_flow_append (bar, button_new (_("New _Household…"), "wishes.new-household", _("Enter a household, then its wish")));
  zb_flow_append (bar, add);
  zb_flow_append (bar, zb_area_page_more (lists, _("Lists and wish cards")));
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
  GtkWidget *front = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->wall = ZB_WISH_WALL (zb_wish_wall_new (registry_of (self)));
  gtk_box_append (GTK_BOX (front), zb_wish_claim_bar_new (registry_of (self)));
  gtk_box_append (GTK_BOX (front), GTK_WIDGET (self->wall));
  self->wall_stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_add_named (self->wall_stack, front, "wall");
  gtk_stack_add_named (self->wall_stack, make_empty (), "empty");
  return GTK_WIDGET (self->wall_stack);
}

GtkWidget *
zb_wishes_page_new (ZbRegistry *registry)
{
  ZbWishesPage *self = g_object_new (ZB_TYPE_WISHES_PAGE, NULL);
  gboolean can_write = !zb_registry_is_read_only (registry);

  fill_bar (self, zb_area_page_begin (ZB_AREA_PAGE (self), registry, FALSE));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "wishes.new", can_write);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "wishes.new-household", can_write);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "wishes.screen", FALSE);
  zb_area_page_complete (ZB_AREA_PAGE (self), make_wall (self), zb_wish_page_new (registry), "emblem-favorite-symbolic",
                         _("Enter your branch and its members first. Then wishes can be collected here, claimed by members and fulfilled."));
  g_signal_connect_object (self->search, "search-changed", G_CALLBACK (zb_area_page_refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->category, "notify::selected", G_CALLBACK (zb_area_page_refresh), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
