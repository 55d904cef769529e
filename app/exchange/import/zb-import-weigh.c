/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether the dates of a member can be true together. What cannot is told and taken: the file may be wrong, or the personnel file. */
#include "config.h"

#include <string.h>

#include "exchange/import/zb-import-private.h"
#include "store/zb-steps.h"

/* The order in which the dates of a way into the Party come. */
static const char *const way[] = { "applied_on", "activist_on", "candidate_on", "joined_on", "confirmed_on" };

static void
tell (ZbImport *self, const ZbImportDraft *draft, const char *field, const char *rule)
{
  zb_import_add_problem (self, draft->row, zb_import_heading_of (self, field), zb_import_draft_value (self, draft, field), rule, FALSE);
}

static ZbDate
date_of (ZbImport *self, const ZbImportDraft *draft, const char *field)
{
  const char *text = zb_import_draft_value (self, draft, field);
  ZbDate date = ZB_DATE_NONE;

  if (text != NULL)
    zb_date_parse (text, &date, NULL);
  return date;
}

/* Each of the dates is told once, however many it comes before. */
static void
weigh_order (ZbImport *self, const ZbImportDraft *draft, const ZbDate *dates)
{
  for (guint later = 1; later < G_N_ELEMENTS (way); later++)
    for (guint earlier = 0; earlier < later; earlier++)
      if (zb_date_is_set (dates[later]) && zb_date_is_set (dates[earlier]) && zb_date_is_before (dates[later], dates[earlier]))
        {
          tell (self, draft, way[later], "dates-out-of-order");
          break;
        }
}

void
zb_import_draft_weigh (ZbImport *self, const ZbImportDraft *draft)
{
  ZbDate birth = date_of (self, draft, "birth_date"), dates[G_N_ELEMENTS (way)];
  const ZbDate *joined = &dates[3], *confirmed = &dates[4];

  for (guint i = 0; i < G_N_ELEMENTS (way); i++)
    dates[i] = date_of (self, draft, way[i]);
  weigh_order (self, draft, dates);
  if (zb_date_is_set (birth) && zb_date_is_set (*joined) && zb_date_is_before (*joined, zb_date_add_months (birth, 12 * self->least_age)))
    tell (self, draft, "joined_on", "under-age");
  if (zb_date_is_set (*joined) && zb_date_is_set (*confirmed) && !zb_date_is_before (*confirmed, *joined)
      && zb_date_is_before (*confirmed, zb_date_add_months (*joined, self->probation_least))
      && !zb_has_no_probation (*joined, zb_import_draft_value (self, draft, "entry_kind")))
    tell (self, draft, "confirmed_on", "probation-short");
}
