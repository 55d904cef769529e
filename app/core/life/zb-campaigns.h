/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "core/zb-date.h"

G_BEGIN_DECLS

/**
 * ZbCampaign: 党内集中教育, a tag on what is studied.
 * @from, @to: as far as known; unknown @to: it goes on
 */
typedef struct {
  char *name;
  char *source;
  ZbDate from;
  ZbDate to;
} ZbCampaign;

void zb_campaign_free (ZbCampaign *campaign);

/** zb_campaigns: those of the whole Party, out of `data/campaigns.tsv`. Returns: (transfer full) (element-type ZbCampaign): by begin */
GPtrArray *zb_campaigns (void);

/** zb_campaign_holds: whether @day falls into it; a bound of which only the month is known counts whole. */
gboolean zb_campaign_holds (const ZbCampaign *campaign, ZbDate day);

G_END_DECLS
