/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/ceremonies/zb-ceremonies-page.h"

#include <glib/gi18n.h>

#include "pages/ceremonies/zb-ceremonies-view.h"
#include "pages/ceremonies/zb-ceremony-dialog.h"
#include "pages/life/zb-meeting-desk.h"
#include "shell/zb-page.h"

struct _ZbCeremoniesPage
{
  ZbAreaPage parent_instance;

  ZbDate month; /* of the birthdays */
  ZbCeremoniesView *view;
};

static void zb_ceremonies_page_iface_init (ZbPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (ZbCeremoniesPage, zb_ceremonies_page, ZB_TYPE_AREA_PAGE, G_IMPLEMENT_INTERFACE (ZB_TYPE_PAGE, zb_ceremonies_page_iface_init))

static ZbRegistry *
registry_of (ZbCeremoniesPage *self)
{
  return zb_area_page_get_registry (ZB_AREA_PAGE (self));
}

static gint64
org_of (ZbCeremoniesPage *self)
{
  return zb_area_page_get_org (ZB_AREA_PAGE (self));
}

static void
area_fill (ZbAreaPage *area)
{
  ZbCeremoniesPage *self = ZB_CEREMONIES_PAGE (area);

  zb_ceremonies_view_show (self->view, org_of (self), self->month);
}

static void
area_step (ZbAreaPage *area, int by)
{
  ZbCeremoniesPage *self = ZB_CEREMONIES_PAGE (area);
  ZbDate today = zb_registry_today (registry_of (self));

  self->month = by == 0 ? (ZbDate) { today.year, today.month, 0 } : zb_date_add_months (self->month, by);
}

/* What can be done. */

static void
on_saved (ZbCeremoniesPage *self, gint64 meeting, const char *words)
{
  zb_area_page_open (ZB_AREA_PAGE (self), meeting);
  zb_page_say (GTK_WIDGET (self), words, TRUE);
}

/* A birthday of another month is planned for that month; the day is asked for. */
static void
new_ceremony (ZbCeremoniesPage *self, const char *type)
{
  g_autoptr(ZbRecord) meeting = zb_record_new (&zb_kind_meeting);
  ZbDate today = zb_registry_today (registry_of (self));
  gboolean is_other_month = self->month.year != today.year || self->month.month != today.month;
  g_autofree char *day = NULL;
  GtkWindow *dialog;

  if (!zb_area_page_can_add (ZB_AREA_PAGE (self)))
    return;
  zb_record_set_int (meeting, "org", org_of (self));
  if (g_strcmp0 (type, "birthday") == 0 && is_other_month)
    {
      day = zb_date_to_text ((ZbDate) { self->month.year, self->month.month, 1 });
      zb_record_set (meeting, "planned_on", day);
    }
  dialog = zb_ceremony_dialog_new (registry_of (self), meeting, type);
  g_signal_connect_object (dialog, "saved", G_CALLBACK (on_saved), self, G_CONNECT_SWAPPED);
  zb_page_present (GTK_WIDGET (self), dialog);
}

static void
plan (GtkWidget *widget, const char *action, GVariant *parameter)
{
  new_ceremony (ZB_CEREMONIES_PAGE (widget), parameter != NULL ? g_variant_get_string (parameter, NULL) : NULL);
}

static ZbRosterRequest *
birthdays_request (ZbCeremoniesPage *self)
{
  ZbRosterRequest *request = zb_roster_request_new (zb_roster_get ("birthdays"), zb_registry_today (registry_of (self)));

  request->org = org_of (self);
  request->with_below = TRUE;
  request->from = request->to = self->month;
  return request;
}

static void
print_list (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ZbCeremoniesPage *self = ZB_CEREMONIES_PAGE (widget);
  g_autoptr(ZbRosterRequest) request = birthdays_request (self);

  if (org_of (self) != 0)
    zb_page_ask_for_export (widget, request);
}

static void
print_cards (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ZbCeremoniesPage *self = ZB_CEREMONIES_PAGE (widget);
  g_autoptr(ZbDocumentRequest) request = zb_document_request_new (zb_document_kind_get ("birthday-cards"), zb_registry_today (registry_of (self)));

  request->org = org_of (self);
  request->month = self->month;
  if (org_of (self) != 0)
    zb_page_ask_for_document (widget, request);
}

/* ZbPage */

static void
page_create (ZbPage *page)
{
  new_ceremony (ZB_CEREMONIES_PAGE (page), NULL);
}

static void
page_open_record (ZbPage *page, const ZbKind *kind, gint64 id)
{
  ZbCeremoniesPage *self = ZB_CEREMONIES_PAGE (page);
  g_autoptr(ZbRecord) record = zb_registry_get (registry_of (self), kind, id, FALSE, NULL);
  g_autoptr(ZbRecord) ceremony = NULL;

  if (record == NULL || record->withdrawn)
    return;
  if (kind == &zb_kind_ceremony_person)
    ceremony = zb_registry_get (registry_of (self), &zb_kind_ceremony, zb_record_get_int (record, "ceremony"), FALSE, NULL);
  if (kind == &zb_kind_meeting)
    zb_area_page_open (ZB_AREA_PAGE (self), id);
  else if (kind == &zb_kind_ceremony || ceremony != NULL)
    zb_area_page_open (ZB_AREA_PAGE (self), zb_record_get_int (ceremony != NULL ? ceremony : record, "meeting"));
}

static void
zb_ceremonies_page_iface_init (ZbPageInterface *iface)
{
  iface->create = page_create;
  iface->open_record = page_open_record;
}

static void
area_find (ZbAreaPage *area)
{
  zb_ceremonies_view_find (ZB_CEREMONIES_PAGE (area)->view);
}

static gboolean
area_take_focus (ZbAreaPage *area)
{
  return gtk_widget_grab_focus (GTK_WIDGET (ZB_CEREMONIES_PAGE (area)->view));
}

static ZbRosterRequest *
area_make_request (ZbAreaPage *area)
{
  return birthdays_request (ZB_CEREMONIES_PAGE (area));
}

static void
zb_ceremonies_page_class_init (ZbCeremoniesPageClass *klass)
{
  ZbAreaPageClass *area_class = ZB_AREA_PAGE_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  area_class->fill = area_fill;
  area_class->find = area_find;
  area_class->take_focus = area_take_focus;
  area_class->step = area_step;
  area_class->make_request = area_make_request;
  gtk_widget_class_install_action (widget_class, "ceremonies.plan", "s", plan);
  gtk_widget_class_install_action (widget_class, "ceremonies.new", NULL, plan);
  gtk_widget_class_install_action (widget_class, "ceremonies.list", NULL, print_list);
  gtk_widget_class_install_action (widget_class, "ceremonies.cards", NULL, print_cards);
}

static void
zb_ceremonies_page_init (ZbCeremoniesPage *self)
{
}

static GtkWidget *
menu_new (void)
{
  g_autoptr(GMenu) menu = g_menu_new ();

  g_menu_append (menu, _("List of the Month’s Birthdays…"), "ceremonies.list");
  g_menu_append (menu, _("Cards for the Month’s Birthdays…"), "ceremonies.cards");
  return zb_area_page_more (G_MENU_MODEL (menu), _("Lists and cards"));
}

static void
fill_bar (ZbFlow *bar)
{
  GtkWidget *space = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0), *add = gtk_button_new_with_mnemonic (_("_New Ceremony…"));

  gtk_actionable_set_action_name (GTK_ACTIONABLE (add), "ceremonies.new");
  gtk_widget_add_css_class (add, "suggested-action");
  gtk_widget_set_tooltip_text (add, _("Plan or record a ceremony (Ctrl+N)"));
  gtk_widget_set_hexpand (space, TRUE);
  zb_flow_append (bar, space);
  zb_flow_append (bar, add);
  zb_flow_append (bar, menu_new ());
}

/* It begins with the highest organisation: ceremonies are often those of several branches together. */
GtkWidget *
zb_ceremonies_page_new (ZbRegistry *registry)
{
  ZbCeremoniesPage *self = g_object_new (ZB_TYPE_CEREMONIES_PAGE, NULL);
  ZbDate today = zb_registry_today (registry);

  self->month = (ZbDate) { today.year, today.month, 0 };
  fill_bar (zb_area_page_begin (ZB_AREA_PAGE (self), registry, FALSE));
  self->view = ZB_CEREMONIES_VIEW (zb_ceremonies_view_new (registry));
  zb_area_page_complete (ZB_AREA_PAGE (self), GTK_WIDGET (self->view), zb_meeting_desk_new (registry), "starred-symbolic",
                         _("Enter your branch and its members first. Then this page tells who has not sworn yet and whose political birthday it is, and makes the ceremonies."));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "ceremonies.new", !zb_registry_is_read_only (registry));
  return GTK_WIDGET (self);
}
