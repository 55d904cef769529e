/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/ceremonies/zb-ceremonies-page.h"

#include <glib/gi18n.h>

#include "pages/ceremonies/zb-ceremonies-view.h"
#include "pages/ceremonies/zb-ceremony-dialog.h"
#include "pages/life/zb-life-forms.h"
#include "pages/life/zb-meeting-desk.h"
#include "shell/zb-page.h"
#include "widgets/zb-first-focus.h"
#include "widgets/zb-flow.h"
#include "widgets/zb-org-scope.h"

struct _ZbCeremoniesPage
{
  AdwBin parent_instance;

  ZbRegistry *registry; /* (owned) */
  gint64 org;           /* 0: none is there yet */
  ZbDate month;         /* of the birthdays */
  gboolean is_stale;

  GtkStack *stack;      /* the lists, what to do before there are any, or the ceremony that is open */
  ZbOrgScope *scope;    /* begins with the highest: ceremonies are often those of several branches together */
  ZbCeremoniesView *view;
  ZbMeetingDesk *desk;
  GtkWidget *first_button;
};

static void zb_ceremonies_page_iface_init (ZbPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (ZbCeremoniesPage, zb_ceremonies_page, ADW_TYPE_BIN, G_IMPLEMENT_INTERFACE (ZB_TYPE_PAGE, zb_ceremonies_page_iface_init))

static gboolean
is_open (ZbCeremoniesPage *self)
{
  return gtk_stack_get_visible_child (self->stack) == GTK_WIDGET (self->desk);
}

static void
fill (ZbCeremoniesPage *self)
{
  if (is_open (self))
    {
      self->is_stale = TRUE;
      return;
    }
  gtk_stack_set_visible_child_name (self->stack, self->org != 0 ? "lists" : "none");
  self->is_stale = FALSE;
  if (self->org != 0)
    zb_ceremonies_view_show (self->view, self->org, self->month);
}

static void
refresh (ZbCeremoniesPage *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    fill (self);
  else
    self->is_stale = TRUE;
}

/* Which organisation. */

static void
on_org_chosen (ZbCeremoniesPage *self)
{
  self->org = zb_org_scope_get (self->scope);
  refresh (self);
}

/* What can be done. */

static void
step_month (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ZbCeremoniesPage *self = ZB_CEREMONIES_PAGE (widget);
  ZbDate today = zb_registry_today (self->registry);
  ZbDate month = zb_date_add_months (self->month, g_str_equal (action, "ceremonies.next-month") ? 1 : -1);

  self->month = g_str_equal (action, "ceremonies.this-month") ? (ZbDate) { today.year, today.month, 0 } : month;
  fill (self);
}

static void
open_meeting (ZbCeremoniesPage *self, gint64 meeting)
{
  if (!zb_meeting_desk_open (self->desk, meeting))
    return;
  gtk_stack_set_visible_child (self->stack, GTK_WIDGET (self->desk));
  gtk_widget_grab_focus (GTK_WIDGET (self->desk));
  zb_page_state_changed (GTK_WIDGET (self));
}

static void
on_saved (ZbCeremoniesPage *self, gint64 meeting, const char *words)
{
  open_meeting (self, meeting);
  zb_page_say (GTK_WIDGET (self), words, TRUE);
}

/* A birthday of another month is planned for that month; the day is asked for. */
static void
new_ceremony (ZbCeremoniesPage *self, const char *type)
{
  g_autoptr(ZbRecord) meeting = zb_record_new (&zb_kind_meeting);
  ZbDate today = zb_registry_today (self->registry);
  gboolean is_other_month = self->month.year != today.year || self->month.month != today.month;
  g_autofree char *day = NULL;
  GtkWindow *dialog;

  if (self->org == 0 || zb_registry_is_read_only (self->registry))
    return;
  zb_record_set_int (meeting, "org", self->org);
  if (g_strcmp0 (type, "birthday") == 0 && is_other_month)
    {
      day = zb_date_to_text ((ZbDate) { self->month.year, self->month.month, 1 });
      zb_record_set (meeting, "planned_on", day);
    }
  dialog = zb_ceremony_dialog_new (self->registry, meeting, type);
  g_signal_connect_object (dialog, "saved", G_CALLBACK (on_saved), self, G_CONNECT_SWAPPED);
  zb_life_present (GTK_WIDGET (self), dialog);
}

static void
plan (GtkWidget *widget, const char *action, GVariant *parameter)
{
  new_ceremony (ZB_CEREMONIES_PAGE (widget), parameter != NULL ? g_variant_get_string (parameter, NULL) : NULL);
}

static ZbRosterRequest *
birthdays_request (ZbCeremoniesPage *self)
{
  ZbRosterRequest *request = zb_roster_request_new (zb_roster_get ("birthdays"), zb_registry_today (self->registry));

  request->org = self->org;
  request->with_below = TRUE;
  request->from = request->to = self->month;
  return request;
}

static void
print_list (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ZbCeremoniesPage *self = ZB_CEREMONIES_PAGE (widget);
  g_autoptr(ZbRosterRequest) request = birthdays_request (self);

  if (self->org != 0)
    zb_page_ask_for_export (widget, request);
}

static void
print_cards (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ZbCeremoniesPage *self = ZB_CEREMONIES_PAGE (widget);
  g_autoptr(ZbDocumentRequest) request = zb_document_request_new (zb_document_kind_get ("birthday-cards"), zb_registry_today (self->registry));

  request->org = self->org;
  request->month = self->month;
  if (self->org != 0)
    zb_page_ask_for_document (widget, request);
}

static void
close_meeting (ZbCeremoniesPage *self)
{
  if (!is_open (self))
    return;
  gtk_stack_set_visible_child_name (self->stack, self->org != 0 ? "lists" : "none");
  if (self->is_stale)
    fill (self);
  gtk_widget_grab_focus (GTK_WIDGET (self));
  zb_page_state_changed (GTK_WIDGET (self));
}

/* ZbPage */

static void
page_create (ZbPage *page)
{
  new_ceremony (ZB_CEREMONIES_PAGE (page), NULL);
}

static void
page_find (ZbPage *page)
{
  ZbCeremoniesPage *self = ZB_CEREMONIES_PAGE (page);

  if (is_open (self) && zb_meeting_desk_find (self->desk))
    return;
  close_meeting (self);
  zb_ceremonies_view_find (self->view);
}

static void
page_open_record (ZbPage *page, const ZbKind *kind, gint64 id)
{
  ZbCeremoniesPage *self = ZB_CEREMONIES_PAGE (page);
  g_autoptr(ZbRecord) record = zb_registry_get (self->registry, kind, id, FALSE, NULL);
  g_autoptr(ZbRecord) ceremony = NULL;

  if (record == NULL || record->withdrawn)
    return;
  if (kind == &zb_kind_ceremony_person)
    ceremony = zb_registry_get (self->registry, &zb_kind_ceremony, zb_record_get_int (record, "ceremony"), FALSE, NULL);
  if (kind == &zb_kind_meeting)
    open_meeting (self, id);
  else if (kind == &zb_kind_ceremony || ceremony != NULL)
    open_meeting (self, zb_record_get_int (ceremony != NULL ? ceremony : record, "meeting"));
}

static void
page_edit (ZbPage *page)
{
  ZbCeremoniesPage *self = ZB_CEREMONIES_PAGE (page);

  if (is_open (self))
    zb_meeting_desk_edit (self->desk);
}

static gboolean
page_can_edit (ZbPage *page)
{
  return is_open (ZB_CEREMONIES_PAGE (page));
}

static void
page_go_back (ZbPage *page)
{
  ZbCeremoniesPage *self = ZB_CEREMONIES_PAGE (page);

  if (!zb_meeting_desk_go_back (self->desk))
    close_meeting (self);
}

static ZbRosterRequest *
page_make_request (ZbPage *page)
{
  ZbCeremoniesPage *self = ZB_CEREMONIES_PAGE (page);

  if (is_open (self))
    return zb_meeting_desk_make_request (self->desk);
  return self->org != 0 ? birthdays_request (self) : NULL;
}

static void
zb_ceremonies_page_iface_init (ZbPageInterface *iface)
{
  iface->create = page_create;
  iface->find = page_find;
  iface->open_record = page_open_record;
  iface->edit = page_edit;
  iface->can_edit = page_can_edit;
  iface->go_back = page_go_back;
  iface->can_go_back = page_can_edit;
  iface->make_request = page_make_request;
}

static gboolean
zb_ceremonies_page_grab_focus (GtkWidget *widget)
{
  ZbCeremoniesPage *self = ZB_CEREMONIES_PAGE (widget);

  if (is_open (self))
    return gtk_widget_grab_focus (GTK_WIDGET (self->desk));
  return gtk_widget_grab_focus (self->org != 0 ? GTK_WIDGET (self->view) : self->first_button);
}

static void
zb_ceremonies_page_map (GtkWidget *widget)
{
  ZbCeremoniesPage *self = ZB_CEREMONIES_PAGE (widget);

  GTK_WIDGET_CLASS (zb_ceremonies_page_parent_class)->map (widget);
  if (self->is_stale)
    fill (self);
}

static void
zb_ceremonies_page_dispose (GObject *object)
{
  g_clear_object (&ZB_CEREMONIES_PAGE (object)->registry);
  G_OBJECT_CLASS (zb_ceremonies_page_parent_class)->dispose (object);
}

static void
zb_ceremonies_page_class_init (ZbCeremoniesPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = zb_ceremonies_page_dispose;
  zb_widget_class_set_first_focus (widget_class, zb_ceremonies_page_grab_focus);
  widget_class->map = zb_ceremonies_page_map;
  gtk_widget_class_install_action (widget_class, "ceremonies.plan", "s", plan);
  gtk_widget_class_install_action (widget_class, "ceremonies.new", NULL, plan);
  gtk_widget_class_install_action (widget_class, "ceremonies.list", NULL, print_list);
  gtk_widget_class_install_action (widget_class, "ceremonies.cards", NULL, print_cards);
  gtk_widget_class_install_action (widget_class, "ceremonies.previous-month", NULL, step_month);
  gtk_widget_class_install_action (widget_class, "ceremonies.next-month", NULL, step_month);
  gtk_widget_class_install_action (widget_class, "ceremonies.this-month", NULL, step_month);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Up, GDK_CONTROL_MASK, "ceremonies.previous-month", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Down, GDK_CONTROL_MASK, "ceremonies.next-month", NULL);
}

static void
zb_ceremonies_page_init (ZbCeremoniesPage *self)
{
}

static GtkWidget *
menu_new (void)
{
  GtkWidget *button = gtk_menu_button_new ();
  g_autoptr(GMenu) menu = g_menu_new ();

  g_menu_append (menu, _("List of the Month’s Birthdays…"), "ceremonies.list");
  g_menu_append (menu, _("Cards for the Month’s Birthdays…"), "ceremonies.cards");
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_widget_set_tooltip_text (button, _("Lists and cards"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Lists and cards"), -1);
  return button;
}

static GtkWidget *
make_bar (ZbCeremoniesPage *self)
{
  ZbFlow *bar = ZB_FLOW (zb_flow_new (12));
  GtkWidget *space = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0), *add = gtk_button_new_with_mnemonic (_("_New Ceremony…"));

  gtk_actionable_set_action_name (GTK_ACTIONABLE (add), "ceremonies.new");
  gtk_widget_add_css_class (add, "suggested-action");
  gtk_widget_set_tooltip_text (add, _("Plan or record a ceremony (Ctrl+N)"));
  gtk_widget_set_hexpand (space, TRUE);
  zb_flow_append (bar, GTK_WIDGET (self->scope));
  zb_flow_append (bar, space);
  zb_flow_append (bar, add);
  zb_flow_append (bar, menu_new ());
  gtk_widget_add_css_class (GTK_WIDGET (bar), "life-bar");
  return GTK_WIDGET (bar);
}

GtkWidget *
zb_ceremonies_page_new (ZbRegistry *registry)
{
  ZbCeremoniesPage *self = g_object_new (ZB_TYPE_CEREMONIES_PAGE, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  ZbDate today = zb_registry_today (registry);

  self->registry = g_object_ref (registry);
  self->month = (ZbDate) { today.year, today.month, 0 };
  self->scope = ZB_ORG_SCOPE (zb_org_scope_new (registry, FALSE));
  self->org = zb_org_scope_get (self->scope);
  self->view = ZB_CEREMONIES_VIEW (zb_ceremonies_view_new (registry));
  self->desk = ZB_MEETING_DESK (zb_meeting_desk_new (registry));
  gtk_box_append (GTK_BOX (box), make_bar (self));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->view));
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_add_named (self->stack, box, "lists");
  gtk_stack_add_named (self->stack, zb_org_scope_none (&self->first_button, "starred-symbolic",
                       _("Enter your branch and its members first. Then this page tells who has not sworn yet and whose political birthday it is, and makes the ceremonies.")), "none");
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->desk), "meeting");
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->stack));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "ceremonies.new", !zb_registry_is_read_only (registry));
  g_signal_connect_object (self->desk, "gone", G_CALLBACK (close_meeting), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (registry, "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->scope, "changed", G_CALLBACK (on_org_chosen), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (registry, "columns-ready", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  fill (self);
  return GTK_WIDGET (self);
}
