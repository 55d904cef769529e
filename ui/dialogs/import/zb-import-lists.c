/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "dialogs/import/zb-import-lists.h"

#include <glib/gi18n.h>

static const ZbImportList lists[] = {
  { &zb_kind_member, N_("Import Members"), N_("Members"), N_("Branch of Rows That Name None") },
  { &zb_kind_organization, N_("Import Organisations"), N_("Organisations"), N_("Above Those That Name None") },
  { &zb_kind_post, N_("Import Committee Posts"), N_("Committee Posts"), N_("Organisation of Rows That Name None") },
  { &zb_kind_meeting, N_("Import Meetings"), N_("Meetings"), N_("Branch of Those That Name None") },
  { &zb_kind_wish, N_("Import Wishes"), N_("Wishes"), N_("Branch of Those That Name None") },
  { &zb_kind_claim, N_("Import Claims"), N_("Claims"), NULL },
  { &zb_kind_service_hours, N_("Import Hours of Service"), N_("Hours of Service"), NULL },
};

const ZbImportList *
zb_import_lists (guint *out_n)
{
  *out_n = G_N_ELEMENTS (lists);
  return lists;
}

const ZbImportList *
zb_import_list_of (const ZbKind *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    if (lists[i].kind == kind)
      return &lists[i];
  return NULL;
}
