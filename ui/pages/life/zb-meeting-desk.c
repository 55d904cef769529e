/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/life/zb-meeting-desk.h"

#include "pages/life/zb-meeting-page.h"
#include "pages/life/zb-roll-screen.h"
#include "shell/zb-desk.h"
#include "shell/zb-page.h"
#include "widgets/zb-first-focus.h"

struct _ZbMeetingDesk
{
  AdwBin parent_instance;

  ZbRegistry *registry; /* (owned) */

  GtkStack *stack;
  ZbMeetingPage *meeting_page;
  ZbRollScreen *roll_screen;
};

static void zb_meeting_desk_iface_init (ZbDeskInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (ZbMeetingDesk, zb_meeting_desk, ADW_TYPE_BIN, G_IMPLEMENT_INTERFACE (ZB_TYPE_DESK, zb_meeting_desk_iface_init))

static gboolean
is_calling (ZbMeetingDesk *self)
{
  return gtk_stack_get_visible_child (self->stack) == GTK_WIDGET (self->roll_screen);
}

static gboolean
desk_open (ZbDesk *desk, gint64 meeting)
{
  ZbMeetingDesk *self = ZB_MEETING_DESK (desk);

  if (!zb_meeting_page_show (self->meeting_page, meeting))
    return FALSE;
  gtk_stack_set_visible_child (self->stack, GTK_WIDGET (self->meeting_page));
  return TRUE;
}

static void
call_roll (ZbMeetingDesk *self)
{
  ZbRollModel *roll = zb_meeting_page_get_roll (self->meeting_page);
  g_autoptr(ZbRecord) meeting = zb_registry_get (self->registry, &zb_kind_meeting, zb_meeting_page_get_meeting (self->meeting_page), FALSE, NULL);

  if (roll == NULL || meeting == NULL)
    return;
  zb_roll_screen_show (self->roll_screen, roll, meeting);
  gtk_stack_set_visible_child (self->stack, GTK_WIDGET (self->roll_screen));
  gtk_widget_grab_focus (GTK_WIDGET (self->roll_screen));
  zb_page_state_changed (GTK_WIDGET (self));
}

static gboolean
desk_go_back (ZbDesk *desk)
{
  ZbMeetingDesk *self = ZB_MEETING_DESK (desk);

  if (!is_calling (self))
    return FALSE;
  zb_roll_screen_show (self->roll_screen, NULL, NULL);
  if (desk_open (desk, zb_meeting_page_get_meeting (self->meeting_page)))
    gtk_widget_grab_focus (GTK_WIDGET (self->meeting_page));
  zb_page_state_changed (GTK_WIDGET (self));
  return TRUE;
}

static gboolean
desk_find (ZbDesk *desk)
{
  ZbMeetingDesk *self = ZB_MEETING_DESK (desk);

  if (!is_calling (self))
    return FALSE;
  zb_roll_screen_find (self->roll_screen);
  return TRUE;
}

static void
desk_edit (ZbDesk *desk)
{
  zb_meeting_page_edit (ZB_MEETING_DESK (desk)->meeting_page);
}

static ZbRosterRequest *
desk_make_request (ZbDesk *desk)
{
  return zb_meeting_page_make_request (ZB_MEETING_DESK (desk)->meeting_page);
}

static void
zb_meeting_desk_iface_init (ZbDeskInterface *iface)
{
  iface->open = desk_open;
  iface->edit = desk_edit;
  iface->find = desk_find;
  iface->go_back = desk_go_back;
  iface->make_request = desk_make_request;
}

static gboolean
zb_meeting_desk_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (gtk_stack_get_visible_child (ZB_MEETING_DESK (widget)->stack));
}

static void
zb_meeting_desk_dispose (GObject *object)
{
  g_clear_object (&ZB_MEETING_DESK (object)->registry);
  G_OBJECT_CLASS (zb_meeting_desk_parent_class)->dispose (object);
}

static void
zb_meeting_desk_class_init (ZbMeetingDeskClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = zb_meeting_desk_dispose;
  zb_widget_class_set_first_focus (GTK_WIDGET_CLASS (klass), zb_meeting_desk_grab_focus);
}

static void
zb_meeting_desk_init (ZbMeetingDesk *self)
{
}

GtkWidget *
zb_meeting_desk_new (ZbRegistry *registry)
{
  ZbMeetingDesk *self = g_object_new (ZB_TYPE_MEETING_DESK, NULL);

  self->registry = g_object_ref (registry);
  self->meeting_page = ZB_MEETING_PAGE (zb_meeting_page_new (registry));
  self->roll_screen = ZB_ROLL_SCREEN (zb_roll_screen_new (registry));
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->meeting_page), "meeting");
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->roll_screen), "roll");
  g_signal_connect_object (self->meeting_page, "gone", G_CALLBACK (zb_desk_gone), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->meeting_page, "call-roll", G_CALLBACK (call_roll), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->stack));
  return GTK_WIDGET (self);
}
