/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "service/zb-due-private.h"
#include "store/wishes/zb-wish-list.h"

/* A wish by what is wished and for whom; of what is promised also by whom. */
static char *
title_of (const ZbWishLine *line, gboolean with_claimers)
{
  if (with_claimers && line->claimers != NULL)
    return g_strdup_printf ("%s · %s · %s", line->title, line->alias, line->claimers);
  return g_strdup_printf ("%s · %s", line->title, line->alias);
}

static void
find_wish (ZbDueFinder *finder, const ZbWishLine *line)
{
  gboolean is_unclaimed = line->age == ZB_WISH_UNCLAIMED;
  g_autofree char *title = NULL;
  ZbDate on = line->promised;

  if (line->age == ZB_WISH_ON_TIME)
    return;
  title = title_of (line, !is_unclaimed);
  if (is_unclaimed)
    on = zb_date_add_days (line->published, (int) zb_rules_value (finder->rules, "wish.unclaimed_days", finder->today));
  zb_due_add (finder, is_unclaimed ? ZB_DUE_UNCLAIMED : ZB_DUE_PROMISE, &zb_kind_wish, line->id, title, line->published, on,
              is_unclaimed ? "wish.unclaimed_days" : "wish.remind_days");
}

gboolean
zb_due_load_wishes (ZbDueFinder *finder, GError **error)
{
  ZbWishQuery query = { .states = zb_wish_states_in_hand (), .day = finder->today };
  g_autoptr(GPtrArray) lines = zb_wishes_list (finder->db, &query, error);

  for (guint i = 0; lines != NULL && i < lines->len; i++)
    find_wish (finder, g_ptr_array_index (lines, i));
  return lines != NULL;
}
