/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "service/zb-registry-document.h"

G_BEGIN_DECLS

/** zb_meeting_documents_menu: the papers that are no lists: items of the action `meeting.document (s)`. Returns: (transfer full) */
GMenuModel *zb_meeting_documents_menu (ZbRegistry *registry, const ZbRecord *meeting);

/** zb_meeting_documents_request: what an item of the menu asks for. Returns: (transfer full) */
ZbDocumentRequest *zb_meeting_documents_request (ZbRegistry *registry, gint64 meeting, const char *document);

G_END_DECLS
