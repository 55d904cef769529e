/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/life/zb-meeting-desk.h"

#include "pages/life/zb-meeting-page.h"
#include "pages/life/zb-roll-screen.h"
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

enum {
  GONE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ZbMeetingDesk, zb_meeting_desk, ADW_TYPE_BIN)

static gboolean
is_calling (ZbMeetingDesk *self)
{
  return gtk_stack_get_visible_child (self->stack) == GTK_WIDGET (self->roll_screen);
}

gboolean
zb_meeting_desk_open (ZbMeetingDesk *self, gint64 meeting)
{
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

gboolean
zb_meeting_desk_go_back (ZbMeetingDesk *self)
{
  if (!is_calling (self))
    return FALSE;
  zb_roll_screen_show (self->roll_screen, NULL, NULL);
  if (zb_meeting_desk_open (self, zb_meeting_page_get_meeting (self->meeting_page)))
    gtk_widget_grab_focus (GTK_WIDGET (self->meeting_page));
  zb_page_state_changed (GTK_WIDGET (self));
  return TRUE;
}

gboolean
zb_meeting_desk_find (ZbMeetingDesk *self)
{
  if (!is_calling (self))
    return FALSE;
  zb_roll_screen_find (self->roll_screen);
  return TRUE;
}

void
zb_meeting_desk_edit (ZbMeetingDesk *self)
{
  zb_meeting_page_edit (self->meeting_page);
}

ZbRosterRequest *
zb_meeting_desk_make_request (ZbMeetingDesk *self)
{
  return zb_meeting_page_make_request (self->meeting_page);
}

static void
on_gone (ZbMeetingDesk *self)
{
  g_signal_emit (self, signals[GONE], 0);
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
  signals[GONE] = g_signal_new ("gone", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
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
  g_signal_connect_object (self->meeting_page, "gone", G_CALLBACK (on_gone), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->meeting_page, "call-roll", G_CALLBACK (call_roll), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->stack));
  return GTK_WIDGET (self);
}
