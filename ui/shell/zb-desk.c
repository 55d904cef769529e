/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "shell/zb-desk.h"

enum {
  GONE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_INTERFACE (ZbDesk, zb_desk, GTK_TYPE_WIDGET)

static void
zb_desk_default_init (ZbDeskInterface *iface)
{
  signals[GONE] = g_signal_new ("gone", G_TYPE_FROM_INTERFACE (iface), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

gboolean
zb_desk_open (ZbDesk *self, gint64 id)
{
  return ZB_DESK_GET_IFACE (self)->open (self, id);
}

void
zb_desk_edit (ZbDesk *self)
{
  ZB_DESK_GET_IFACE (self)->edit (self);
}

gboolean
zb_desk_find (ZbDesk *self)
{
  return ZB_DESK_GET_IFACE (self)->find != NULL && ZB_DESK_GET_IFACE (self)->find (self);
}

gboolean
zb_desk_go_back (ZbDesk *self)
{
  return ZB_DESK_GET_IFACE (self)->go_back != NULL && ZB_DESK_GET_IFACE (self)->go_back (self);
}

ZbRosterRequest *
zb_desk_make_request (ZbDesk *self)
{
  return ZB_DESK_GET_IFACE (self)->make_request != NULL ? ZB_DESK_GET_IFACE (self)->make_request (self) : NULL;
}

void
zb_desk_gone (ZbDesk *self)
{
  g_signal_emit (self, signals[GONE], 0);
}
