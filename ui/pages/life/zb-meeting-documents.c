/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/life/zb-meeting-documents.h"

#include <glib/gi18n.h>

static gboolean
has_parts (ZbRegistry *registry, const ZbKind *kind, gint64 meeting)
{
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, meeting);
  g_autoptr(GPtrArray) parts = zb_registry_list (registry, kind, "meeting", id, NULL);

  return parts != NULL && parts->len > 0;
}

/* Papers that the meeting can have: resolutions after a vote, an oath at a ceremony. */
static gboolean
suits (ZbRegistry *registry, const ZbDocumentKind *kind, gint64 meeting)
{
  if (g_str_equal (kind->name, "resolution"))
    return has_parts (registry, &zb_kind_resolution, meeting);
  if (kind->subject == ZB_DOCUMENT_OF_WISHES || kind->subject == ZB_DOCUMENT_OF_WISH)
    return FALSE;
  return kind->subject == ZB_DOCUMENT_OF_MEETING || has_parts (registry, &zb_kind_ceremony, meeting);
}

GMenuModel *
zb_meeting_documents_menu (ZbRegistry *registry, const ZbRecord *meeting)
{
  GMenu *menu = g_menu_new ();
  const ZbDocumentKind *const *kinds = zb_document_kinds ();

  for (guint i = 0; meeting != NULL && kinds[i] != NULL; i++)
    {
      g_autofree char *label = g_strdup_printf ("%s…", _(kinds[i]->label));
      g_autoptr(GMenuItem) item = NULL;

      if (!suits (registry, kinds[i], meeting->id))
        continue;
      item = g_menu_item_new (label, NULL);
      g_menu_item_set_action_and_target (item, "meeting.document", "s", kinds[i]->name);
      g_menu_append_item (menu, item);
    }
  return G_MENU_MODEL (menu);
}

ZbDocumentRequest *
zb_meeting_documents_request (ZbRegistry *registry, gint64 meeting, const char *document)
{
  ZbDocumentRequest *request = zb_document_request_new (zb_document_kind_get (document), zb_registry_today (registry));

  request->meeting = meeting;
  return request;
}
