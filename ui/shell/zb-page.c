/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "shell/zb-page.h"

#include "dialogs/zb-present.h"
#include "service/zb-words.h"

enum {
  TOAST,
  OPEN_RECORD,
  SHOW_MEMBERS,
  EXPORT,
  DOCUMENT,
  STATE_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_INTERFACE (ZbPage, zb_page, GTK_TYPE_WIDGET)

static void
zb_page_default_init (ZbPageInterface *iface)
{
  GType type = G_TYPE_FROM_INTERFACE (iface);

  signals[TOAST] = g_signal_new ("toast", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                                 G_TYPE_STRING, G_TYPE_BOOLEAN);
  signals[OPEN_RECORD] = g_signal_new ("open-record", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                                       G_TYPE_POINTER, G_TYPE_INT64);
  signals[SHOW_MEMBERS] = g_signal_new ("show-members", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                        G_TYPE_STRING);
  signals[EXPORT] = g_signal_new ("export", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                  ZB_TYPE_ROSTER_REQUEST);
  signals[DOCUMENT] = g_signal_new ("document", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                    ZB_TYPE_DOCUMENT_REQUEST);
  signals[STATE_CHANGED] = g_signal_new ("state-changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

void
zb_page_find (ZbPage *self)
{
  if (ZB_PAGE_GET_IFACE (self)->find != NULL)
    ZB_PAGE_GET_IFACE (self)->find (self);
}

void
zb_page_create (ZbPage *self)
{
  if (ZB_PAGE_GET_IFACE (self)->create != NULL)
    ZB_PAGE_GET_IFACE (self)->create (self);
}

gboolean
zb_page_can_create (ZbPage *self)
{
  return ZB_PAGE_GET_IFACE (self)->create != NULL;
}

void
zb_page_edit (ZbPage *self)
{
  if (ZB_PAGE_GET_IFACE (self)->edit != NULL)
    ZB_PAGE_GET_IFACE (self)->edit (self);
}

gboolean
zb_page_can_edit (ZbPage *self)
{
  return ZB_PAGE_GET_IFACE (self)->can_edit != NULL && ZB_PAGE_GET_IFACE (self)->can_edit (self);
}

void
zb_page_open_record (ZbPage *self, const ZbKind *kind, gint64 id)
{
  if (ZB_PAGE_GET_IFACE (self)->open_record != NULL)
    ZB_PAGE_GET_IFACE (self)->open_record (self, kind, id);
}

void
zb_page_show_members (ZbPage *self, const char *filter)
{
  if (ZB_PAGE_GET_IFACE (self)->show_members != NULL)
    ZB_PAGE_GET_IFACE (self)->show_members (self, filter);
}

void
zb_page_go_back (ZbPage *self)
{
  if (ZB_PAGE_GET_IFACE (self)->go_back != NULL)
    ZB_PAGE_GET_IFACE (self)->go_back (self);
}

gboolean
zb_page_can_go_back (ZbPage *self)
{
  return ZB_PAGE_GET_IFACE (self)->can_go_back != NULL && ZB_PAGE_GET_IFACE (self)->can_go_back (self);
}

ZbRosterRequest *
zb_page_make_request (ZbPage *self)
{
  return ZB_PAGE_GET_IFACE (self)->make_request != NULL ? ZB_PAGE_GET_IFACE (self)->make_request (self) : NULL;
}

/* The page that @widget is or stands in; a widget in a dialog has none. */
static GtkWidget *
page_of (GtkWidget *widget)
{
  return gtk_widget_get_ancestor (widget, ZB_TYPE_PAGE);
}

void
zb_page_say (GtkWidget *widget, const char *words, gboolean can_undo)
{
  GtkWidget *page = page_of (widget);

  if (page != NULL && words != NULL)
    g_signal_emit (page, signals[TOAST], 0, words, can_undo);
}

void
zb_page_say_error (GtkWidget *widget, const GError *error)
{
  g_autofree char *words = NULL;

  if (error == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  words = zb_words_sentence (error);
  zb_page_say (widget, words, FALSE);
}

void
zb_page_ask_for_record (GtkWidget *widget, const ZbKind *kind, gint64 id)
{
  GtkWidget *page = page_of (widget);

  if (page != NULL)
    g_signal_emit (page, signals[OPEN_RECORD], 0, (gpointer) kind, id);
}

void
zb_page_ask_for_members (GtkWidget *widget, const char *filter)
{
  GtkWidget *page = page_of (widget);

  if (page != NULL)
    g_signal_emit (page, signals[SHOW_MEMBERS], 0, filter);
}

void
zb_page_ask_for_export (GtkWidget *widget, const ZbRosterRequest *request)
{
  GtkWidget *page = page_of (widget);

  if (page != NULL)
    g_signal_emit (page, signals[EXPORT], 0, request);
}

void
zb_page_ask_for_document (GtkWidget *widget, const ZbDocumentRequest *request)
{
  GtkWidget *page = page_of (widget);

  if (page != NULL)
    g_signal_emit (page, signals[DOCUMENT], 0, request);
}

void
zb_page_state_changed (GtkWidget *widget)
{
  GtkWidget *page = page_of (widget);

  if (page != NULL)
    g_signal_emit (page, signals[STATE_CHANGED], 0);
}

void
zb_page_present (GtkWidget *widget, GtkWindow *dialog)
{
  zb_present_over (dialog, widget);
}
