/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/wishes/zb-wish-lists.h"

#include <glib/gi18n.h>

/* What hangs outside first, then what stays in the house, then the papers. */
static const char *const lists[] = {
  "wishes", "wishes-internal", "wish-open", "wish-claims", "wish-collection", "wish-form", "wish-ledger", "wish-year", NULL
};
static const char *const papers[] = { "wish-cards", "wish-poster", NULL };
static const char *const papers_of_one[] = { "thanks-letter", "feedback-card", "wish-cards", NULL };

static void
append (GMenu *menu, const char *label, const char *action, const char *name)
{
  g_autofree char *text = g_strdup_printf ("%s…", _(label));
  g_autoptr(GMenuItem) item = g_menu_item_new (text, NULL);

  g_menu_item_set_action_and_target (item, action, "s", name);
  g_menu_append_item (menu, item);
}

static GMenu *
papers_menu (const char *const *names, const char *action)
{
  GMenu *menu = g_menu_new ();

  for (guint i = 0; names[i] != NULL; i++)
    append (menu, zb_document_kind_get (names[i])->label, action, names[i]);
  return menu;
}

GMenuModel *
zb_wish_lists_menu (void)
{
  GMenu *menu = g_menu_new ();
  g_autoptr(GMenu) rosters = g_menu_new ();
  g_autoptr(GMenu) cards = papers_menu (papers, "wishes.paper");
  g_autoptr(GMenu) imports = g_menu_new ();

  append (imports, N_("Import Wishes"), "win.import-list", "wish");
  append (imports, N_("Import Claims"), "win.import-list", "claim");
  for (guint i = 0; lists[i] != NULL; i++)
    append (rosters, zb_roster_get (lists[i])->label, "wishes.list", lists[i]);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (rosters));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (cards));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (imports));
  return G_MENU_MODEL (menu);
}

GMenuModel *
zb_wish_lists_paper_menu (void)
{
  return G_MENU_MODEL (papers_menu (papers_of_one, "wish.paper"));
}

ZbRosterRequest *
zb_wish_lists_request (ZbRegistry *registry, const char *name, gint64 org)
{
  const ZbRoster *roster = zb_roster_get (name);
  ZbRosterRequest *request;

  if (roster == NULL || org == 0)
    return NULL;
  request = zb_roster_request_new (roster, zb_registry_today (registry));
  request->org = org;
  request->with_below = TRUE;
  return request;
}

ZbDocumentRequest *
zb_wish_lists_paper (ZbRegistry *registry, const char *document, gint64 org, gint64 wish)
{
  ZbDocumentRequest *request = zb_document_request_new (zb_document_kind_get (document), zb_registry_today (registry));

  request->org = org;
  request->wish = wish;
  return request;
}
