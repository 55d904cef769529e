/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "service/zb-registry-document.h"

G_BEGIN_DECLS

#define ZB_TYPE_PAGE (zb_page_get_type ())

/**
 * ZbPage:
 *
 * What an area's page and the window say to each other. A page knows the registry, not the window:
 * it asks by signals, which the window answers.
 *
 * Signals:
 *  - `toast (const char *words, gboolean can_undo)`: something was done or did not work
 *  - `open-record (const ZbKind *kind, gint64 id)`: show that record's own page
 *  - `show-members (const char *filter)`: show the people whom the conditions find
 *  - `export (const ZbRosterRequest *request)`: print or write a list
 *  - `document (const ZbDocumentRequest *request)`: print or write a paper that is no list
 *  - `state-changed`: the answer of zb_page_can_go_back() or zb_page_can_edit() is another one
 */
G_DECLARE_INTERFACE (ZbPage, zb_page, ZB, PAGE, GtkWidget)

/**
 * ZbPageInterface:
 * @find: puts the focus where one searches
 * @create: begins a new record
 * @edit: edits the record that has the attention; @can_edit says whether there is one
 * @open_record: shows a record of the page’s kind
 * @show_members: shows the people whom a filter finds
 * @go_back: leaves what stands before the page's own view
 * @make_request: (transfer full) (nullable): what the page shows, as a list to print
 *
 * Every member may be %NULL.
 */
struct _ZbPageInterface
{
  GTypeInterface parent_interface;

  void (*find) (ZbPage *self);
  void (*create) (ZbPage *self);
  void (*edit) (ZbPage *self);
  gboolean (*can_edit) (ZbPage *self);
  void (*open_record) (ZbPage *self, const ZbKind *kind, gint64 id);
  void (*show_members) (ZbPage *self, const char *filter);
  void (*go_back) (ZbPage *self);
  gboolean (*can_go_back) (ZbPage *self);
  ZbRosterRequest *(*make_request) (ZbPage *self);
};

void zb_page_find (ZbPage *self);
void zb_page_create (ZbPage *self);
gboolean zb_page_can_create (ZbPage *self);
void zb_page_edit (ZbPage *self);
gboolean zb_page_can_edit (ZbPage *self);
void zb_page_open_record (ZbPage *self, const ZbKind *kind, gint64 id);
void zb_page_show_members (ZbPage *self, const char *filter);
void zb_page_go_back (ZbPage *self);
gboolean zb_page_can_go_back (ZbPage *self);
ZbRosterRequest *zb_page_make_request (ZbPage *self);

/* For pages and the widgets inside them: @widget is the page or stands in it. */
void zb_page_say (GtkWidget *widget, const char *words, gboolean can_undo);
/** zb_page_say_error: what went wrong, in words; nothing for a cancelled one. */
void zb_page_say_error (GtkWidget *widget, const GError *error);
void zb_page_ask_for_record (GtkWidget *widget, const ZbKind *kind, gint64 id);
void zb_page_ask_for_members (GtkWidget *widget, const char *filter);
void zb_page_ask_for_export (GtkWidget *widget, const ZbRosterRequest *request);
void zb_page_ask_for_document (GtkWidget *widget, const ZbDocumentRequest *request);
void zb_page_state_changed (GtkWidget *widget);

/** zb_page_present: shows a dialog before the window that @widget stands in. */
void zb_page_present (GtkWidget *widget, GtkWindow *dialog);

G_END_DECLS
