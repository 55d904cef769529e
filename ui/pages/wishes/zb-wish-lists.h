/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "exchange/zb-document.h"
#include "exchange/zb-sheet.h"
#include "service/zb-registry.h"

G_BEGIN_DECLS

/** zb_wish_lists_menu: items of the actions `wishes.list (s)` and `wishes.paper (s)`: lists and papers of an organisation’s wishes, and the window’s action for lists that come in. Returns: (transfer full) */
GMenuModel *zb_wish_lists_menu (void);

/** zb_wish_lists_paper_menu: items of the action `wish.paper (s)`: papers of one wish. Returns: (transfer full) */
GMenuModel *zb_wish_lists_paper_menu (void);

/** zb_wish_lists_request: @roster: name of a list. Returns: (transfer full) (nullable) */
ZbRosterRequest *zb_wish_lists_request (ZbRegistry *registry, const char *roster, gint64 org);

/** zb_wish_lists_paper: @wish: 0 for those of @org that are on the wall. Returns: (transfer full) */
ZbDocumentRequest *zb_wish_lists_paper (ZbRegistry *registry, const char *document, gint64 org, gint64 wish);

G_END_DECLS
