/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "service/zb-registry-document.h"

G_BEGIN_DECLS

#define ZB_TYPE_DESK (zb_desk_get_type ())

/**
 * ZbDesk:
 *
 * The place in an area's page where one record lies open, before the area's own lists.
 *
 * Signal `gone`: the record was taken back: there is nothing to show any more
 */
G_DECLARE_INTERFACE (ZbDesk, zb_desk, ZB, DESK, GtkWidget)

/**
 * ZbDeskInterface:
 * @open: shows the record; returns whether there is such a one
 * @edit: edits what is open
 * @find: searches in what is open; returns whether there is something to search in
 * @go_back: leaves what stands before the record; returns whether there was something, else the record itself is to be left
 * @make_request: (transfer full) (nullable): what is open, as a list to print
 *
 * @open and @edit are always there, the others may be %NULL.
 */
struct _ZbDeskInterface
{
  GTypeInterface parent_interface;

  gboolean (*open) (ZbDesk *self, gint64 id);
  void (*edit) (ZbDesk *self);
  gboolean (*find) (ZbDesk *self);
  gboolean (*go_back) (ZbDesk *self);
  ZbRosterRequest *(*make_request) (ZbDesk *self);
};

gboolean zb_desk_open (ZbDesk *self, gint64 id);
void zb_desk_edit (ZbDesk *self);
gboolean zb_desk_find (ZbDesk *self);
gboolean zb_desk_go_back (ZbDesk *self);
ZbRosterRequest *zb_desk_make_request (ZbDesk *self);

/** zb_desk_gone: for desks: tells that what was open is no more. */
void zb_desk_gone (ZbDesk *self);

G_END_DECLS
