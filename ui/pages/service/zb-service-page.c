/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/service/zb-service-page.h"

#include <glib/gi18n.h>

#include "dialogs/zb-record-dialog.h"
#include "pages/life/zb-meeting-desk.h"
#include "pages/service/zb-service-view.h"
#include "service/zb-registry-service.h"
#include "shell/zb-page.h"

struct _ZbServicePage
{
  ZbAreaPage parent_instance;

  int year; /* of the hours */

  GtkLabel *year_label;
  ZbServiceView *view;
};

static void zb_service_page_iface_init (ZbPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (ZbServicePage, zb_service_page, ZB_TYPE_AREA_PAGE, G_IMPLEMENT_INTERFACE (ZB_TYPE_PAGE, zb_service_page_iface_init))

static ZbRegistry *
registry_of (ZbServicePage *self)
{
  return zb_area_page_get_registry (ZB_AREA_PAGE (self));
}

static void
area_fill (ZbAreaPage *area)
{
  ZbServicePage *self = ZB_SERVICE_PAGE (area);
  g_autofree char *year = g_strdup_printf ("%d", self->year);

  gtk_label_set_label (self->year_label, year);
  zb_service_view_show (self->view, zb_area_page_get_org (area), self->year);
}

static void
area_step (ZbAreaPage *area, int by)
{
  ZbServicePage *self = ZB_SERVICE_PAGE (area);
  int this_year = zb_registry_today (registry_of (self)).year;

  self->year = by == 0 ? this_year : CLAMP (self->year + by, 1949, this_year);
}

/* What can be done */

static void
on_saved (ZbServicePage *self, gint64 meeting, const char *words)
{
  zb_area_page_open (ZB_AREA_PAGE (self), meeting);
  zb_page_say (GTK_WIDGET (self), words, TRUE);
}

static void
on_hours_saved (ZbServicePage *self, gint64 id, const char *words)
{
  zb_page_say (GTK_WIDGET (self), words, TRUE);
}

static char *
activity_notice (ZbRegistry *registry, const ZbRecord *draft)
{
  if (zb_record_get (draft, "held_on") == NULL && zb_record_get (draft, "planned_on") == NULL)
    return g_strdup (_("Give the day it is planned for, or the day it was held: people are signed up for that day."));
  return NULL;
}

static void
new_activity (ZbServicePage *self)
{
  static const char *const fields[] = {
    "title", "org", "planned_on", "planned_at", "held_on", "started_at", "ended_at", "place", "chair", NULL
  };
  static const ZbFormSpec spec = { fields, NULL, NULL, activity_notice, NULL };
  g_autoptr(ZbRecord) meeting = zb_record_new (&zb_kind_meeting);
  ZbRecordDialog *dialog;

  if (!zb_area_page_can_add (ZB_AREA_PAGE (self)))
    return;
  zb_record_set_int (meeting, "org", zb_area_page_get_org (ZB_AREA_PAGE (self)));
  zb_record_set (meeting, "kind", "service");
  dialog = zb_record_dialog_new_with (registry_of (self), meeting, 0, &spec, _("New Activity"));
  zb_record_dialog_focus_field (dialog, "title");
  g_signal_connect_object (dialog, "saved", G_CALLBACK (on_saved), self, G_CONNECT_SWAPPED);
  zb_page_present (GTK_WIDGET (self), GTK_WINDOW (dialog));
}

/* Hours that no activity of ours measured: from a sheet, or added later. */
static void
new_hours (ZbServicePage *self)
{
  static const char *const fields[] = {
    "person", "on", "hours", "contents", "place", "source", "started_at", "ended_at", "confirmed_by", NULL
  };
  static const ZbFormSpec spec = { .fields = fields, .notice = zb_registry_hours_notice };
  g_autoptr(ZbRecord) hours = zb_record_new (&zb_kind_service_hours);
  ZbRecordDialog *dialog;

  if (zb_registry_is_read_only (registry_of (self)))
    return;
  zb_record_set (hours, "source", "sheet");
  dialog = zb_record_dialog_new_with (registry_of (self), hours, 0, &spec, _("Enter Hours"));
  zb_record_dialog_focus_field (dialog, "person");
  g_signal_connect_object (dialog, "saved", G_CALLBACK (on_hours_saved), self, G_CONNECT_SWAPPED);
  zb_page_present (GTK_WIDGET (self), GTK_WINDOW (dialog));
}

static ZbRosterRequest *
list_request (ZbServicePage *self, const char *name)
{
  ZbRosterRequest *request = zb_roster_request_new (zb_roster_get (name), zb_registry_today (registry_of (self)));

  request->org = zb_area_page_get_org (ZB_AREA_PAGE (self));
  request->with_below = TRUE;
  if (request->roster->time == ZB_ROSTER_IN_YEAR)
    request->from = request->to = (ZbDate) { (gint16) self->year, 0, 0 };
  return request;
}

static void
make (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ZbServicePage *self = ZB_SERVICE_PAGE (widget);
  gboolean is_list = parameter != NULL && zb_area_page_get_org (ZB_AREA_PAGE (self)) != 0;
  g_autoptr(ZbRosterRequest) request = is_list ? list_request (self, g_variant_get_string (parameter, NULL)) : NULL;

  if (request != NULL)
    zb_page_ask_for_export (widget, request);
  else if (g_str_equal (action, "service.new"))
    new_activity (self);
  else if (g_str_equal (action, "service.hours"))
    new_hours (self);
}

/* ZbPage */

static void
page_create (ZbPage *page)
{
  new_activity (ZB_SERVICE_PAGE (page));
}

static void
page_open_record (ZbPage *page, const ZbKind *kind, gint64 id)
{
  ZbServicePage *self = ZB_SERVICE_PAGE (page);
  g_autoptr(ZbRecord) record = zb_registry_get (registry_of (self), kind, id, FALSE, NULL);
  g_autoptr(ZbRecord) activity = NULL;

  if (record == NULL || record->withdrawn)
    return;
  if (kind == &zb_kind_service_hours && zb_record_get (record, "activity") != NULL)
    activity = zb_registry_get (registry_of (self), &zb_kind_service_activity, zb_record_get_int (record, "activity"), FALSE, NULL);
  if (kind == &zb_kind_meeting)
    zb_area_page_open (ZB_AREA_PAGE (self), id);
  else if (kind == &zb_kind_service_activity || activity != NULL)
    zb_area_page_open (ZB_AREA_PAGE (self), zb_record_get_int (activity != NULL ? activity : record, "meeting"));
  else if (zb_kind_field (kind, "person") != NULL && zb_record_get (record, "person") != NULL)
    zb_page_ask_for_record (GTK_WIDGET (self), &zb_kind_member, zb_record_get_int (record, "person"));
}

static void
zb_service_page_iface_init (ZbPageInterface *iface)
{
  iface->create = page_create;
  iface->open_record = page_open_record;
}

static void
area_find (ZbAreaPage *area)
{
  zb_service_view_find (ZB_SERVICE_PAGE (area)->view);
}

static gboolean
area_take_focus (ZbAreaPage *area)
{
  return gtk_widget_grab_focus (GTK_WIDGET (ZB_SERVICE_PAGE (area)->view));
}

static ZbRosterRequest *
area_make_request (ZbAreaPage *area)
{
  return list_request (ZB_SERVICE_PAGE (area), "service-hours");
}

static void
zb_service_page_class_init (ZbServicePageClass *klass)
{
  ZbAreaPageClass *area_class = ZB_AREA_PAGE_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  area_class->fill = area_fill;
  area_class->find = area_find;
  area_class->take_focus = area_take_focus;
  area_class->step = area_step;
  area_class->make_request = area_make_request;
  gtk_widget_class_install_action (widget_class, "service.new", NULL, make);
  gtk_widget_class_install_action (widget_class, "service.hours", NULL, make);
  gtk_widget_class_install_action (widget_class, "service.list", "s", make);
}

static void
zb_service_page_init (ZbServicePage *self)
{
}

static GtkWidget *
menu_new (void)
{
  static const char *const names[] = {
    "service-hours", "service-year", "service-activities", "service-teams", "reported", "certificates-issued"
  };
  g_autoptr(GMenu) menu = g_menu_new ();
  g_autoptr(GMenu) imports = g_menu_new ();
  g_autoptr(GMenuItem) hours = g_menu_item_new (_("Import Hours of Service…"), NULL);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *label = g_strdup_printf ("%s…", _(zb_roster_get (names[i])->label));
      g_autoptr(GMenuItem) item = g_menu_item_new (label, NULL);

      g_menu_item_set_action_and_target (item, "service.list", "s", names[i]);
      g_menu_append_item (menu, item);
    }
  g_menu_item_set_action_and_target (hours, "win.import-list", "s", "service_hours");
  g_menu_append_item (imports, hours);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (imports));
  return zb_area_page_more (G_MENU_MODEL (menu), _("Lists of service"));
}

static void
fill_bar (ZbServicePage *self, ZbFlow *bar)
{
  GtkWidget *space = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *add = gtk_button_new_with_mnemonic (_("_New Activity…")), *hours = gtk_button_new_with_mnemonic (_("Enter _Hours…"));

  self->year_label = GTK_LABEL (gtk_label_new (NULL));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (add), "service.new");
  gtk_widget_add_css_class (add, "suggested-action");
  gtk_widget_set_tooltip_text (add, _("Plan or record a service activity (Ctrl+N)"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (hours), "service.hours");
  gtk_widget_set_tooltip_text (hours, _("Hours from a sheet or another place"));
  gtk_widget_set_hexpand (space, TRUE);
  zb_flow_append (bar, zb_area_page_years (self->year_label));
  zb_flow_append (bar, space);
  zb_flow_append (bar, hours);
  zb_flow_append (bar, add);
  zb_flow_append (bar, menu_new ());
}

GtkWidget *
zb_service_page_new (ZbRegistry *registry)
{
  ZbServicePage *self = g_object_new (ZB_TYPE_SERVICE_PAGE, NULL);
  gboolean can_write = !zb_registry_is_read_only (registry);

  self->year = zb_registry_today (registry).year;
  fill_bar (self, zb_area_page_begin (ZB_AREA_PAGE (self), registry, FALSE));
  self->view = ZB_SERVICE_VIEW (zb_service_view_new (registry));
  zb_area_page_complete (ZB_AREA_PAGE (self), GTK_WIDGET (self->view), zb_meeting_desk_new (registry), "face-smile-symbolic",
                         _("Enter your branch and its members first. Then service is planned here, people sign up, and their hours are credited."));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "service.new", can_write);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "service.hours", can_write);
  return GTK_WIDGET (self);
}
