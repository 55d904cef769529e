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

struct _ZbLifePage
{
  ZbAreaPage parent_instance;

  int year;

  GtkStack *views;
  GtkLabel *year_label;
  ZbYearView *year_view;
  ZbMeetingsView *meetings_view;
  ZbPlanView *plan_view;
};

static void zb_life_page_iface_init (ZbPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (ZbLifePage, zb_life_page, ZB_TYPE_AREA_PAGE, G_IMPLEMENT_INTERFACE (ZB_TYPE_PAGE, zb_life_page_iface_init))

static ZbRegistry *
registry_of (ZbLifePage *self)
{
  return zb_area_page_get_registry (ZB_AREA_PAGE (self));
}

static gint64
org_of (ZbLifePage *self)
{
  return zb_area_page_get_org (ZB_AREA_PAGE (self));
}

static GtkWidget *
view_in_front (ZbLifePage *self)
{
  return gtk_stack_get_visible_child (self->views);
}

/* Only what is in front is worked out; the others when they come there. */
static void
area_fill (ZbAreaPage *area)
{
  ZbLifePage *self = ZB_LIFE_PAGE (area);
  GtkWidget *view = view_in_front (self);
  g_autofree char *year = g_strdup_printf ("%d", self->year);

  gtk_label_set_label (self->year_label, year);
  if (view == GTK_WIDGET (self->year_view))
    zb_year_view_show (self->year_view, org_of (self), self->year);
  else if (view == GTK_WIDGET (self->meetings_view))
    zb_meetings_view_show (self->meetings_view, org_of (self), self->year);
  else
    zb_plan_view_show (self->plan_view, org_of (self), self->year);
}

static void
area_step (ZbAreaPage *area, int by)
{
  ZbLifePage *self = ZB_LIFE_PAGE (area);

  self->year = by == 0 ? zb_registry_today (registry_of (self)).year : CLAMP (self->year + by, 1921, 9999);
}

static void
new_meeting (ZbLifePage *self)
{
  g_autoptr(ZbRecord) record = zb_record_new (&zb_kind_meeting);

  if (org_of (self) == 0)
    return;
  zb_record_set_int (record, "org", org_of (self));
  zb_life_form_new_meeting (GTK_WIDGET (self), registry_of (self), record);
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

  zb_life_records_open (widget, registry_of (self), g_variant_get_string (parameter, NULL), org_of (self), self->year);
}

static void
export_list (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ZbLifePage *self = ZB_LIFE_PAGE (widget);
  g_autoptr(ZbRosterRequest) request = zb_life_lists_request (registry_of (self), g_variant_get_string (parameter, NULL), org_of (self), self->year);

  if (request != NULL)
    zb_page_ask_for_export (widget, request);
}

static void
save_calendar (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ZbLifePage *self = ZB_LIFE_PAGE (widget);

  if (org_of (self) != 0)
    zb_life_lists_save_calendar (widget, registry_of (self), org_of (self), self->year);
}

static void
on_renumbered (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr(ZbLifePage) self = ZB_LIFE_PAGE (user_data);
  g_autoptr(GError) error = NULL;
  g_autofree char *words = NULL;

  if (!zb_registry_write_finish (ZB_REGISTRY (source), result, &words, &error))
    zb_page_say_error (GTK_WIDGET (self), error);
  else if (words == NULL)
    zb_page_say (GTK_WIDGET (self), _("The meetings are numbered in their order already."), FALSE);
  else
    zb_page_say (GTK_WIDGET (self), words, TRUE);
}

static void
renumber (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ZbLifePage *self = ZB_LIFE_PAGE (widget);

  if (org_of (self) != 0)
    zb_registry_renumber_async (registry_of (self), org_of (self), self->year, NULL, on_renumbered, g_object_ref (self));
}

/* ZbPage */

static void
page_create (ZbPage *page)
{
  ZbLifePage *self = ZB_LIFE_PAGE (page);

  if (!zb_area_page_is_open (ZB_AREA_PAGE (self)) && view_in_front (self) == GTK_WIDGET (self->plan_view))
    zb_plan_view_add (self->plan_view);
  else
    new_meeting (self);
}

static void
page_open_record (ZbPage *page, const ZbKind *kind, gint64 id)
{
  ZbLifePage *self = ZB_LIFE_PAGE (page);
  g_autoptr(ZbRecord) record = zb_registry_get (registry_of (self), kind, id, FALSE, NULL);

  if (record == NULL || record->withdrawn)
    return;
  if (kind == &zb_kind_meeting)
    zb_area_page_open (ZB_AREA_PAGE (self), id);
  else if (zb_kind_field (kind, "meeting") != NULL && zb_record_get (record, "meeting") != NULL)
    zb_area_page_open (ZB_AREA_PAGE (self), zb_record_get_int (record, "meeting"));
  else if (kind == &zb_kind_plan_item)
    {
      zb_area_page_close (ZB_AREA_PAGE (self));
      gtk_stack_set_visible_child (self->views, GTK_WIDGET (self->plan_view));
      self->year = zb_record_get_date (record, "month").year;
      zb_area_page_set_org (ZB_AREA_PAGE (self), zb_record_get_int (record, "org"));
      zb_area_page_refresh (ZB_AREA_PAGE (self));
    }
  else
    zb_life_form_record (GTK_WIDGET (self), registry_of (self), record);
}

static void
zb_life_page_iface_init (ZbPageInterface *iface)
{
  iface->create = page_create;
  iface->open_record = page_open_record;
}

static void
area_find (ZbAreaPage *area)
{
  ZbLifePage *self = ZB_LIFE_PAGE (area);

  gtk_stack_set_visible_child (self->views, GTK_WIDGET (self->meetings_view));
  zb_meetings_view_find (self->meetings_view);
}

static gboolean
area_take_focus (ZbAreaPage *area)
{
  return gtk_widget_grab_focus (view_in_front (ZB_LIFE_PAGE (area)));
}

static ZbRosterRequest *
area_make_request (ZbAreaPage *area)
{
  ZbLifePage *self = ZB_LIFE_PAGE (area);
  GtkWidget *view = view_in_front (self);
  const char *list = view == GTK_WIDGET (self->year_view) ? "meeting-year" : view == GTK_WIDGET (self->plan_view) ? "plan" : "meetings";

  return zb_life_lists_request (registry_of (self), list, org_of (self), self->year);
}

static void
zb_life_page_class_init (ZbLifePageClass *klass)
{
  ZbAreaPageClass *area_class = ZB_AREA_PAGE_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  area_class->fill = area_fill;
  area_class->find = area_find;
  area_class->take_focus = area_take_focus;
  area_class->step = area_step;
  area_class->make_request = area_make_request;
  gtk_widget_class_install_action (widget_class, "life.records", "s", open_records);
  gtk_widget_class_install_action (widget_class, "life.list", "s", export_list);
  gtk_widget_class_install_action (widget_class, "life.calendar", NULL, save_calendar);
  gtk_widget_class_install_action (widget_class, "life.renumber", NULL, renumber);
  gtk_widget_class_install_action (widget_class, "life.new", NULL, add_record);
}

static void
zb_life_page_init (ZbLifePage *self)
{
}

static void
fill_bar (ZbLifePage *self, ZbFlow *bar)
{
  self->year_label = GTK_LABEL (gtk_label_new (NULL));
  zb_flow_append (bar, zb_area_page_years (self->year_label));
  zb_flow_append (bar, zb_life_bar_views (self->views));
  zb_flow_append (bar, zb_life_bar_new_meeting ());
  zb_flow_append (bar, zb_life_bar_menu ());
}

static void
make_views (ZbLifePage *self, ZbRegistry *registry)
{
  self->year_view = ZB_YEAR_VIEW (zb_year_view_new (registry));
  self->meetings_view = ZB_MEETINGS_VIEW (zb_meetings_view_new (registry));
  self->plan_view = ZB_PLAN_VIEW (zb_plan_view_new (registry));
  self->views = GTK_STACK (gtk_stack_new ());
  gtk_widget_set_vexpand (GTK_WIDGET (self->views), TRUE);
  gtk_stack_add_titled (self->views, GTK_WIDGET (self->year_view), "year", _("Year"));
  gtk_stack_add_titled (self->views, GTK_WIDGET (self->meetings_view), "meetings", _("Meetings"));
  gtk_stack_add_titled (self->views, GTK_WIDGET (self->plan_view), "plan", _("Plan"));
}

GtkWidget *
zb_life_page_new (ZbRegistry *registry)
{
  ZbLifePage *self = g_object_new (ZB_TYPE_LIFE_PAGE, NULL);
  ZbFlow *bar = zb_area_page_begin (ZB_AREA_PAGE (self), registry, TRUE);

  self->year = zb_registry_today (registry).year;
  make_views (self, registry);
  fill_bar (self, bar);
  zb_area_page_complete (ZB_AREA_PAGE (self), GTK_WIDGET (self->views), zb_meeting_desk_new (registry), "x-office-calendar-symbolic",
                         _("Enter your branch and its members first. Then the year shows which meetings it needs, and each meeting makes its own roll."));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "life.new", !zb_registry_is_read_only (registry));
  g_signal_connect_object (self->views, "notify::visible-child", G_CALLBACK (zb_area_page_refresh), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
