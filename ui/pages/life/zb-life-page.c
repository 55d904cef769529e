/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/life/zb-life-page.h"

#include <glib/gi18n.h>

#include "pages/life/zb-life-bar.h"
#include "pages/life/zb-life-forms.h"
#include "pages/life/zb-life-lists.h"
#include "pages/life/zb-life-records.h"
#include "pages/life/zb-meeting-desk.h"
#include "pages/life/zb-meetings-view.h"
#include "pages/life/zb-plan-view.h"
#include "pages/life/zb-year-view.h"
#include "shell/zb-page.h"
#include "widgets/zb-first-focus.h"
#include "widgets/zb-flow.h"
#include "widgets/zb-org-scope.h"

struct _ZbLifePage
{
  AdwBin parent_instance;

  ZbRegistry *registry; /* (owned) */
  gint64 org;           /* 0: none is there yet */
  int year;
  gboolean is_stale;    /* something changed since it was last shown */

  GtkStack *stack;      /* the views, what to do before there are any, or the meeting that is open */
  GtkStack *views;
  ZbOrgScope *scope;
  GtkLabel *year_label;
  ZbYearView *year_view;
  ZbMeetingsView *meetings_view;
  ZbPlanView *plan_view;
  ZbMeetingDesk *desk;
  GtkWidget *first_button;
};

static void zb_life_page_iface_init (ZbPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (ZbLifePage, zb_life_page, ADW_TYPE_BIN, G_IMPLEMENT_INTERFACE (ZB_TYPE_PAGE, zb_life_page_iface_init))

static GtkWidget *
view_in_front (ZbLifePage *self)
{
  return gtk_stack_get_visible_child (self->views);
}

/* Whether a meeting stands before the views. */
static gboolean
is_open (ZbLifePage *self)
{
  return gtk_stack_get_visible_child (self->stack) == GTK_WIDGET (self->desk);
}

/* Only what is in front is worked out; the others when they come there. */
static void
fill (ZbLifePage *self)
{
  GtkWidget *view = view_in_front (self);
  g_autofree char *year = g_strdup_printf ("%d", self->year);

  if (is_open (self))
    {
      self->is_stale = TRUE;
      return;
    }
  gtk_stack_set_visible_child_name (self->stack, self->org != 0 ? "views" : "none");
  if (self->org == 0)
    return;
  gtk_label_set_label (self->year_label, year);
  if (view == GTK_WIDGET (self->year_view))
    zb_year_view_show (self->year_view, self->org, self->year);
  else if (view == GTK_WIDGET (self->meetings_view))
    zb_meetings_view_show (self->meetings_view, self->org, self->year);
  else
    zb_plan_view_show (self->plan_view, self->org, self->year);
  self->is_stale = FALSE;
}

static void
refresh (ZbLifePage *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    fill (self);
  else
    self->is_stale = TRUE;
}

/* Which organisation. */

static void
on_org_chosen (ZbLifePage *self)
{
  self->org = zb_org_scope_get (self->scope);
  refresh (self);
}

static void
show_org (ZbLifePage *self, gint64 org, int year)
{
  self->year = year;
  zb_org_scope_set (self->scope, org);
  fill (self);
}

/* Which year. */

static void
step_year (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ZbLifePage *self = ZB_LIFE_PAGE (widget);

  if (g_str_equal (action, "life.this-year"))
    self->year = zb_registry_today (self->registry).year;
  else
    self->year = CLAMP (self->year + (g_str_equal (action, "life.next-year") ? 1 : -1), 1921, 9999);
  fill (self);
}

static void
on_view_changed (ZbLifePage *self)
{
  if (self->org != 0)
    fill (self);
}

static void
new_meeting (ZbLifePage *self)
{
  g_autoptr(ZbRecord) record = zb_record_new (&zb_kind_meeting);

  if (self->org == 0)
    return;
  zb_record_set_int (record, "org", self->org);
  zb_life_form_new_meeting (GTK_WIDGET (self), self->registry, record);
}

static void
add_record (GtkWidget *widget, const char *action, GVariant *parameter)
{
  new_meeting (ZB_LIFE_PAGE (widget));
}

static void
open_records (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ZbLifePage *self = ZB_LIFE_PAGE (widget);

  zb_life_records_open (widget, self->registry, g_variant_get_string (parameter, NULL), self->org, self->year);
}

static void
export_list (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ZbLifePage *self = ZB_LIFE_PAGE (widget);
  g_autoptr(ZbRosterRequest) request = zb_life_lists_request (self->registry, g_variant_get_string (parameter, NULL), self->org, self->year);

  if (request != NULL)
    zb_page_ask_for_export (widget, request);
}

static void
save_calendar (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ZbLifePage *self = ZB_LIFE_PAGE (widget);

  if (self->org != 0)
    zb_life_lists_save_calendar (widget, self->registry, self->org, self->year);
}

static void
on_renumbered (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr(ZbLifePage) self = ZB_LIFE_PAGE (user_data);
  g_autoptr(GError) error = NULL;
  g_autofree char *words = NULL;

  if (!zb_registry_write_finish (ZB_REGISTRY (source), result, &words, &error))
    zb_page_say_error (GTK_WIDGET (self), error);
  else
    zb_page_say (GTK_WIDGET (self), words, TRUE);
}

static void
renumber (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ZbLifePage *self = ZB_LIFE_PAGE (widget);

  if (self->org != 0)
    zb_registry_renumber_async (self->registry, self->org, self->year, NULL, on_renumbered, g_object_ref (self));
}

/* A meeting before the views. */

static void
open_meeting (ZbLifePage *self, gint64 id)
{
  if (!zb_meeting_desk_open (self->desk, id))
    return;
  gtk_stack_set_visible_child (self->stack, GTK_WIDGET (self->desk));
  gtk_widget_grab_focus (GTK_WIDGET (self->desk));
  zb_page_state_changed (GTK_WIDGET (self));
}

static void
close_meeting (ZbLifePage *self)
{
  if (!is_open (self))
    return;
  gtk_stack_set_visible_child_name (self->stack, self->org != 0 ? "views" : "none");
  if (self->is_stale)
    fill (self);
  gtk_widget_grab_focus (GTK_WIDGET (self));
  zb_page_state_changed (GTK_WIDGET (self));
}

/* ZbPage */

static void
page_create (ZbPage *page)
{
  ZbLifePage *self = ZB_LIFE_PAGE (page);

  if (!is_open (self) && view_in_front (self) == GTK_WIDGET (self->plan_view))
    zb_plan_view_add (self->plan_view);
  else
    new_meeting (self);
}

static void
page_find (ZbPage *page)
{
  ZbLifePage *self = ZB_LIFE_PAGE (page);

  if (is_open (self) && zb_meeting_desk_find (self->desk))
    return;
  close_meeting (self);
  gtk_stack_set_visible_child (self->views, GTK_WIDGET (self->meetings_view));
  zb_meetings_view_find (self->meetings_view);
}

static void
page_open_record (ZbPage *page, const ZbKind *kind, gint64 id)
{
  ZbLifePage *self = ZB_LIFE_PAGE (page);
  g_autoptr(ZbRecord) record = zb_registry_get (self->registry, kind, id, FALSE, NULL);

  if (record == NULL || record->withdrawn)
    return;
  if (kind == &zb_kind_meeting)
    open_meeting (self, id);
  else if (zb_kind_field (kind, "meeting") != NULL && zb_record_get (record, "meeting") != NULL)
    open_meeting (self, zb_record_get_int (record, "meeting"));
  else if (kind == &zb_kind_plan_item)
    {
      close_meeting (self);
      gtk_stack_set_visible_child (self->views, GTK_WIDGET (self->plan_view));
      show_org (self, zb_record_get_int (record, "org"), zb_record_get_date (record, "month").year);
    }
  else
    zb_life_form_record (GTK_WIDGET (self), self->registry, record);
}

static void
page_edit (ZbPage *page)
{
  ZbLifePage *self = ZB_LIFE_PAGE (page);

  if (is_open (self))
    zb_meeting_desk_edit (self->desk);
}

static gboolean
page_can_edit (ZbPage *page)
{
  return is_open (ZB_LIFE_PAGE (page));
}

static void
page_go_back (ZbPage *page)
{
  ZbLifePage *self = ZB_LIFE_PAGE (page);

  if (!zb_meeting_desk_go_back (self->desk))
    close_meeting (self);
}

static ZbRosterRequest *
page_make_request (ZbPage *page)
{
  ZbLifePage *self = ZB_LIFE_PAGE (page);
  GtkWidget *view = view_in_front (self);

  if (is_open (self))
    return zb_meeting_desk_make_request (self->desk);
  return zb_life_lists_request (self->registry, view == GTK_WIDGET (self->year_view) ? "meeting-year" : view == GTK_WIDGET (self->plan_view) ? "plan" : "meetings",
                                self->org, self->year);
}

static void
zb_life_page_iface_init (ZbPageInterface *iface)
{
  iface->edit = page_edit;
  iface->can_edit = page_can_edit;
  iface->go_back = page_go_back;
  iface->can_go_back = page_can_edit;
  iface->make_request = page_make_request;
  iface->find = page_find;
  iface->create = page_create;
  iface->open_record = page_open_record;
}

static gboolean
zb_life_page_grab_focus (GtkWidget *widget)
{
  ZbLifePage *self = ZB_LIFE_PAGE (widget);

  if (is_open (self))
    return gtk_widget_grab_focus (gtk_stack_get_visible_child (self->stack));
  return gtk_widget_grab_focus (self->org != 0 ? view_in_front (self) : self->first_button);
}

static void
zb_life_page_map (GtkWidget *widget)
{
  ZbLifePage *self = ZB_LIFE_PAGE (widget);

  GTK_WIDGET_CLASS (zb_life_page_parent_class)->map (widget);
  if (self->is_stale)
    fill (self);
}

static void
zb_life_page_dispose (GObject *object)
{
  g_clear_object (&ZB_LIFE_PAGE (object)->registry);
  G_OBJECT_CLASS (zb_life_page_parent_class)->dispose (object);
}

static void
zb_life_page_class_init (ZbLifePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = zb_life_page_dispose;
  zb_widget_class_set_first_focus (widget_class, zb_life_page_grab_focus);
  widget_class->map = zb_life_page_map;
  gtk_widget_class_install_action (widget_class, "life.records", "s", open_records);
  gtk_widget_class_install_action (widget_class, "life.list", "s", export_list);
  gtk_widget_class_install_action (widget_class, "life.calendar", NULL, save_calendar);
  gtk_widget_class_install_action (widget_class, "life.renumber", NULL, renumber);
  gtk_widget_class_install_action (widget_class, "life.new", NULL, add_record);
  gtk_widget_class_install_action (widget_class, "life.previous-year", NULL, step_year);
  gtk_widget_class_install_action (widget_class, "life.next-year", NULL, step_year);
  gtk_widget_class_install_action (widget_class, "life.this-year", NULL, step_year);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Up, GDK_CONTROL_MASK, "life.previous-year", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Down, GDK_CONTROL_MASK, "life.next-year", NULL);
}

static void
zb_life_page_init (ZbLifePage *self)
{
}

static GtkWidget *
make_bar (ZbLifePage *self)
{
  ZbFlow *bar = ZB_FLOW (zb_flow_new (12));

  self->year_label = GTK_LABEL (gtk_label_new (NULL));
  zb_flow_append (bar, GTK_WIDGET (self->scope));
  zb_flow_append (bar, zb_life_bar_years (self->year_label));
  zb_flow_append (bar, zb_life_bar_views (self->views));
  zb_flow_append (bar, zb_life_bar_new_meeting ());
  zb_flow_append (bar, zb_life_bar_menu ());
  gtk_widget_add_css_class (GTK_WIDGET (bar), "life-bar");
  return GTK_WIDGET (bar);
}

GtkWidget *
zb_life_page_new (ZbRegistry *registry)
{
  ZbLifePage *self = g_object_new (ZB_TYPE_LIFE_PAGE, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->registry = g_object_ref (registry);
  self->year = zb_registry_today (registry).year;
  self->scope = ZB_ORG_SCOPE (zb_org_scope_new (registry, TRUE));
  self->org = zb_org_scope_get (self->scope);
  self->year_view = ZB_YEAR_VIEW (zb_year_view_new (registry));
  self->meetings_view = ZB_MEETINGS_VIEW (zb_meetings_view_new (registry));
  self->plan_view = ZB_PLAN_VIEW (zb_plan_view_new (registry));
  self->views = GTK_STACK (gtk_stack_new ());
  gtk_widget_set_vexpand (GTK_WIDGET (self->views), TRUE);
  gtk_stack_add_titled (self->views, GTK_WIDGET (self->year_view), "year", _("Year"));
  gtk_stack_add_titled (self->views, GTK_WIDGET (self->meetings_view), "meetings", _("Meetings"));
  gtk_stack_add_titled (self->views, GTK_WIDGET (self->plan_view), "plan", _("Plan"));
  gtk_box_append (GTK_BOX (box), make_bar (self));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->views));
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_add_named (self->stack, box, "views");
  gtk_stack_add_named (self->stack, zb_org_scope_none (&self->first_button, "x-office-calendar-symbolic",
                       _("Enter your branch and its members first. Then the year shows which meetings it needs, and each meeting makes its own roll.")), "none");
  self->desk = ZB_MEETING_DESK (zb_meeting_desk_new (registry));
  g_signal_connect_object (self->desk, "gone", G_CALLBACK (close_meeting), self, G_CONNECT_SWAPPED);
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->desk), "meeting");
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->stack));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "life.new", !zb_registry_is_read_only (registry));
  g_signal_connect_object (self->views, "notify::visible-child", G_CALLBACK (on_view_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (registry, "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->scope, "changed", G_CALLBACK (on_org_chosen), self, G_CONNECT_SWAPPED);
  fill (self);
  return GTK_WIDGET (self);
}
