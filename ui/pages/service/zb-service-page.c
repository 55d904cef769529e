/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/service/zb-service-page.h"

#include <glib/gi18n.h>

#include "dialogs/zb-record-dialog.h"
#include "pages/life/zb-life-forms.h"
#include "pages/life/zb-meeting-desk.h"
#include "pages/service/zb-service-view.h"
#include "service/zb-registry-service.h"
#include "shell/zb-page.h"
#include "widgets/zb-first-focus.h"
#include "widgets/zb-flow.h"
#include "widgets/zb-org-scope.h"

struct _ZbServicePage
{
  AdwBin parent_instance;

  ZbRegistry *registry; /* (owned) */
  gint64 org;           /* 0: none is there yet */
  int year;             /* of the hours */
  gboolean is_stale;

  GtkStack *stack;      /* the lists, what to do before there are any, or the activity that is open */
  ZbOrgScope *scope;
  GtkLabel *year_label;
  ZbServiceView *view;
  ZbMeetingDesk *desk;
  GtkWidget *first_button;
};

static void zb_service_page_iface_init (ZbPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (ZbServicePage, zb_service_page, ADW_TYPE_BIN, G_IMPLEMENT_INTERFACE (ZB_TYPE_PAGE, zb_service_page_iface_init))

static gboolean
is_open (ZbServicePage *self)
{
  return gtk_stack_get_visible_child (self->stack) == GTK_WIDGET (self->desk);
}

static void
fill (ZbServicePage *self)
{
  g_autofree char *year = g_strdup_printf ("%d", self->year);

  if (is_open (self))
    {
      self->is_stale = TRUE;
      return;
    }
  gtk_stack_set_visible_child_name (self->stack, self->org != 0 ? "lists" : "none");
  gtk_label_set_label (self->year_label, year);
  self->is_stale = FALSE;
  if (self->org != 0)
    zb_service_view_show (self->view, self->org, self->year);
}

static void
refresh (ZbServicePage *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    fill (self);
  else
    self->is_stale = TRUE;
}

static void
on_org_chosen (ZbServicePage *self)
{
  self->org = zb_org_scope_get (self->scope);
  refresh (self);
}

/* What can be done */

static void
step_year (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ZbServicePage *self = ZB_SERVICE_PAGE (widget);
  int this_year = zb_registry_today (self->registry).year;

  self->year = CLAMP (self->year + (g_str_equal (action, "service.next-year") ? 1 : -1), 1949, this_year);
  fill (self);
}

static void
open_meeting (ZbServicePage *self, gint64 meeting)
{
  if (!zb_meeting_desk_open (self->desk, meeting))
    return;
  gtk_stack_set_visible_child (self->stack, GTK_WIDGET (self->desk));
  gtk_widget_grab_focus (GTK_WIDGET (self->desk));
  zb_page_state_changed (GTK_WIDGET (self));
}

static void
on_saved (ZbServicePage *self, gint64 meeting, const char *words)
{
  open_meeting (self, meeting);
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

  if (self->org == 0 || zb_registry_is_read_only (self->registry))
    return;
  zb_record_set_int (meeting, "org", self->org);
  zb_record_set (meeting, "kind", "service");
  dialog = zb_record_dialog_new_with (self->registry, meeting, 0, &spec, _("New Activity"));
  zb_record_dialog_focus_field (dialog, "title");
  g_signal_connect_object (dialog, "saved", G_CALLBACK (on_saved), self, G_CONNECT_SWAPPED);
  zb_life_present (GTK_WIDGET (self), GTK_WINDOW (dialog));
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

  if (zb_registry_is_read_only (self->registry))
    return;
  zb_record_set (hours, "source", "sheet");
  dialog = zb_record_dialog_new_with (self->registry, hours, 0, &spec, _("Enter Hours"));
  zb_record_dialog_focus_field (dialog, "person");
  g_signal_connect_object (dialog, "saved", G_CALLBACK (on_hours_saved), self, G_CONNECT_SWAPPED);
  zb_life_present (GTK_WIDGET (self), GTK_WINDOW (dialog));
}

static ZbRosterRequest *
list_request (ZbServicePage *self, const char *name)
{
  ZbRosterRequest *request = zb_roster_request_new (zb_roster_get (name), zb_registry_today (self->registry));

  request->org = self->org;
  request->with_below = TRUE;
  if (request->roster->time == ZB_ROSTER_IN_YEAR)
    request->from = request->to = (ZbDate) { (gint16) self->year, 0, 0 };
  return request;
}

static void
make (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ZbServicePage *self = ZB_SERVICE_PAGE (widget);
  g_autoptr(ZbRosterRequest) request = parameter != NULL && self->org != 0 ? list_request (self, g_variant_get_string (parameter, NULL)) : NULL;

  if (request != NULL)
    zb_page_ask_for_export (widget, request);
  else if (g_str_equal (action, "service.new"))
    new_activity (self);
  else if (g_str_equal (action, "service.hours"))
    new_hours (self);
}

static void
close_meeting (ZbServicePage *self)
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
  new_activity (ZB_SERVICE_PAGE (page));
}

static void
page_find (ZbPage *page)
{
  ZbServicePage *self = ZB_SERVICE_PAGE (page);

  if (is_open (self) && zb_meeting_desk_find (self->desk))
    return;
  close_meeting (self);
  zb_service_view_find (self->view);
}

static void
page_open_record (ZbPage *page, const ZbKind *kind, gint64 id)
{
  ZbServicePage *self = ZB_SERVICE_PAGE (page);
  g_autoptr(ZbRecord) record = zb_registry_get (self->registry, kind, id, FALSE, NULL);
  g_autoptr(ZbRecord) activity = NULL;

  if (record == NULL || record->withdrawn)
    return;
  if (kind == &zb_kind_service_hours && zb_record_get (record, "activity") != NULL)
    activity = zb_registry_get (self->registry, &zb_kind_service_activity, zb_record_get_int (record, "activity"), FALSE, NULL);
  if (kind == &zb_kind_meeting)
    open_meeting (self, id);
  else if (kind == &zb_kind_service_activity || activity != NULL)
    open_meeting (self, zb_record_get_int (activity != NULL ? activity : record, "meeting"));
  else if (zb_kind_field (kind, "person") != NULL && zb_record_get (record, "person") != NULL)
    zb_page_ask_for_record (GTK_WIDGET (self), &zb_kind_member, zb_record_get_int (record, "person"));
}

static void
page_edit (ZbPage *page)
{
  ZbServicePage *self = ZB_SERVICE_PAGE (page);

  if (is_open (self))
    zb_meeting_desk_edit (self->desk);
}

static gboolean
page_is_open (ZbPage *page)
{
  return is_open (ZB_SERVICE_PAGE (page));
}

static void
page_go_back (ZbPage *page)
{
  ZbServicePage *self = ZB_SERVICE_PAGE (page);

  if (!zb_meeting_desk_go_back (self->desk))
    close_meeting (self);
}

static ZbRosterRequest *
page_make_request (ZbPage *page)
{
  ZbServicePage *self = ZB_SERVICE_PAGE (page);

  if (is_open (self))
    return zb_meeting_desk_make_request (self->desk);
  return self->org != 0 ? list_request (self, "service-hours") : NULL;
}

static void
zb_service_page_iface_init (ZbPageInterface *iface)
{
  iface->create = page_create;
  iface->find = page_find;
  iface->open_record = page_open_record;
  iface->edit = page_edit;
  iface->can_edit = page_is_open;
  iface->go_back = page_go_back;
  iface->can_go_back = page_is_open;
  iface->make_request = page_make_request;
}

static gboolean
zb_service_page_grab_focus (GtkWidget *widget)
{
  ZbServicePage *self = ZB_SERVICE_PAGE (widget);

  if (is_open (self))
    return gtk_widget_grab_focus (GTK_WIDGET (self->desk));
  return gtk_widget_grab_focus (self->org != 0 ? GTK_WIDGET (self->view) : self->first_button);
}

static void
zb_service_page_map (GtkWidget *widget)
{
  ZbServicePage *self = ZB_SERVICE_PAGE (widget);

  GTK_WIDGET_CLASS (zb_service_page_parent_class)->map (widget);
  if (self->is_stale)
    fill (self);
}

static void
zb_service_page_dispose (GObject *object)
{
  g_clear_object (&ZB_SERVICE_PAGE (object)->registry);
  G_OBJECT_CLASS (zb_service_page_parent_class)->dispose (object);
}

static void
zb_service_page_class_init (ZbServicePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = zb_service_page_dispose;
  zb_widget_class_set_first_focus (widget_class, zb_service_page_grab_focus);
  widget_class->map = zb_service_page_map;
  gtk_widget_class_install_action (widget_class, "service.new", NULL, make);
  gtk_widget_class_install_action (widget_class, "service.hours", NULL, make);
  gtk_widget_class_install_action (widget_class, "service.list", "s", make);
  gtk_widget_class_install_action (widget_class, "service.previous-year", NULL, step_year);
  gtk_widget_class_install_action (widget_class, "service.next-year", NULL, step_year);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Up, GDK_CONTROL_MASK, "service.previous-year", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Down, GDK_CONTROL_MASK, "service.next-year", NULL);
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
  GtkWidget *button = gtk_menu_button_new ();
  g_autoptr(GMenu) menu = g_menu_new ();

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *label = g_strdup_printf ("%s…", _(zb_roster_get (names[i])->label));
      g_autoptr(GMenuItem) item = g_menu_item_new (label, NULL);

      g_menu_item_set_action_and_target (item, "service.list", "s", names[i]);
      g_menu_append_item (menu, item);
    }
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_widget_set_tooltip_text (button, _("Lists of service"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Lists of service"), -1);
  return button;
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

static GtkWidget *
make_bar (ZbServicePage *self)
{
  ZbFlow *bar = ZB_FLOW (zb_flow_new (12));
  GtkWidget *space = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0), *years = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *add = gtk_button_new_with_mnemonic (_("_New Activity…")), *hours = gtk_button_new_with_mnemonic (_("Enter _Hours…"));

  self->year_label = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->year_label), "tabular");
  gtk_box_append (GTK_BOX (years), arrow_new ("go-previous-symbolic", _("The Year Before (Ctrl+Page Up)"), "service.previous-year"));
  gtk_box_append (GTK_BOX (years), GTK_WIDGET (self->year_label));
  gtk_box_append (GTK_BOX (years), arrow_new ("go-next-symbolic", _("The Next Year (Ctrl+Page Down)"), "service.next-year"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (add), "service.new");
  gtk_widget_add_css_class (add, "suggested-action");
  gtk_widget_set_tooltip_text (add, _("Plan or record a service activity (Ctrl+N)"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (hours), "service.hours");
  gtk_widget_set_tooltip_text (hours, _("Hours from a sheet or another place"));
  gtk_widget_set_hexpand (space, TRUE);
  zb_flow_append (bar, GTK_WIDGET (self->scope));
  zb_flow_append (bar, years);
  zb_flow_append (bar, space);
  zb_flow_append (bar, hours);
  zb_flow_append (bar, add);
  zb_flow_append (bar, menu_new ());
  gtk_widget_add_css_class (GTK_WIDGET (bar), "life-bar");
  return GTK_WIDGET (bar);
}

GtkWidget *
zb_service_page_new (ZbRegistry *registry)
{
  ZbServicePage *self = g_object_new (ZB_TYPE_SERVICE_PAGE, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gboolean can_write = !zb_registry_is_read_only (registry);

  self->registry = g_object_ref (registry);
  self->year = zb_registry_today (registry).year;
  self->scope = ZB_ORG_SCOPE (zb_org_scope_new (registry, FALSE));
  self->org = zb_org_scope_get (self->scope);
  self->view = ZB_SERVICE_VIEW (zb_service_view_new (registry));
  self->desk = ZB_MEETING_DESK (zb_meeting_desk_new (registry));
  gtk_box_append (GTK_BOX (box), make_bar (self));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->view));
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_add_named (self->stack, box, "lists");
  gtk_stack_add_named (self->stack, zb_org_scope_none (&self->first_button, "face-smile-symbolic",
                       _("Enter your branch and its members first. Then service is planned here, people sign up, and their hours are credited.")), "none");
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->desk), "meeting");
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->stack));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "service.new", can_write);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "service.hours", can_write);
  g_signal_connect_object (self->desk, "gone", G_CALLBACK (close_meeting), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (registry, "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (registry, "columns-ready", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->scope, "changed", G_CALLBACK (on_org_chosen), self, G_CONNECT_SWAPPED);
  fill (self);
  return GTK_WIDGET (self);
}
