/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/life/zb-campaigns.h"

#include "zb-campaigns-table.h"

void
zb_campaign_free (ZbCampaign *campaign)
{
  g_free (campaign->name);
  g_free (campaign->source);
  g_free (campaign);
}

GPtrArray *
zb_campaigns (void)
{
  GPtrArray *out = g_ptr_array_new_with_free_func ((GDestroyNotify) zb_campaign_free);
  g_auto(GStrv) lines = g_strsplit (zb_campaigns_table, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto(GStrv) cells = g_strsplit (lines[i], "\t", -1);
      ZbCampaign *campaign;

      if (*lines[i] == '\0' || *lines[i] == '#' || g_strv_length (cells) != 4)
        continue;
      campaign = g_new0 (ZbCampaign, 1);
      campaign->name = g_strdup (cells[0]);
      campaign->source = g_strdup (cells[3]);
      zb_date_parse (cells[1], &campaign->from, NULL);
      zb_date_parse (*cells[2] != '\0' ? cells[2] : NULL, &campaign->to, NULL);
      g_ptr_array_add (out, campaign);
    }
  return out;
}

gboolean
zb_campaign_holds (const ZbCampaign *campaign, ZbDate day)
{
  return zb_date_is_set (day) && !zb_date_is_before (day, campaign->from)
         && (!zb_date_is_set (campaign->to) || !zb_date_is_before (campaign->to, day));
}
