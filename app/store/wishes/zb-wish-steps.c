/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/wishes/zb-wish-steps.h"

#include <string.h>

#include "store/wishes/zb-claims.h"
#include "store/wishes/zb-publication.h"
#include "store/wishes/zb-wishes.h"
#include "store/zb-records.h"

/* Which fields of the wish a step writes: from what it asks for into where it stands. */
static const struct {
  const char *step;
  const char *asked;
  const char *field;
} writes[] = {
  { "check", "on", "checked_on" },          { "check", "by", "checked_by" },        { "check", "words", "found" },
  { "approve", "on", "reviewed_on" },       { "approve", "by", "reviewed_by" },     { "approve", "words", "review" },
  { "send-back", "on", "reviewed_on" },     { "send-back", "by", "reviewed_by" },   { "send-back", "words", "review" },
  { "decline", "on", "closed_on" },         { "decline", "words", "closed_why" },   { "publish", "on", "published_on" },
  { "confirm", "on", "confirmed_on" },      { "visit", "on", "visited_on" },        { "visit", "by", "visited_by" },
  { "visit", "satisfaction", "satisfaction" }, { "visit", "words", "feedback" },    { "thank", "on", "thanked_on" },
  { "take-back", "on", "closed_on" },       { "take-back", "words", "closed_why" }, { "pass-up", "on", "closed_on" },
  { "pass-up", "words", "closed_why" },     { "pass-up", "passed_to", "passed_to" }, { "make-project", "on", "closed_on" },
  { "make-project", "words", "closed_why" }, { "make-project", "passed_to", "passed_to" },
};

/* With claims the wish goes on only when nothing is left of it. */
static gboolean
claim (ZbStepRun *run, ZbRecord *wish, GError **error)
{
  g_autoptr(ZbRecord) made = NULL;
  ZbWishLeft left;

  if (zb_date_compare (run->day, zb_record_get_date (wish, "published_on")) < 0)
    return zb_step_refuse (error, "before", run->on, zb_kind_field (&zb_kind_wish, "published_on")->heading, zb_record_get (wish, "published_on"), NULL);
  if (!zb_claims_make (run, wish, zb_step_id (run, "pieces"), zb_step_id (run, "money"), &made, error)
      || !zb_wishes_left (run->db, wish->id, &left, error))
    return FALSE;
  zb_record_set (wish, "state", zb_wish_is_taken (&left) ? "claimed" : "published");
  return zb_change_set_update (run->set, wish, error)
         && zb_wishes_log (run->set, wish, "claim", run->on, NULL, zb_record_title (made), zb_step_value (run, "task"), error);
}

static gboolean
closes (const char *step)
{
  return strcmp (step, "take-back") == 0 || strcmp (step, "pass-up") == 0 || strcmp (step, "make-project") == 0;
}

gboolean
zb_step_apply_wish (ZbStepRun *run, GError **error)
{
  static const char *const reviewed[] = { "reviewed_on", "reviewed_by", "review" };
  g_autoptr(ZbRecord) wish = zb_records_get (run->db, &zb_kind_wish, run->id, TRUE, error);
  const char *name = run->step->name;

  if (wish == NULL)
    return FALSE;
  if (strcmp (name, "claim") == 0)
    return claim (run, wish, error);
  if (strcmp (name, "publish") == 0
      && (!zb_publication_allowed (run->db, zb_record_get_int (wish, "household"), run->day, error)
          || (g_strcmp0 (zb_step_value (run, "looked"), "1") != 0 && !zb_publication_looked (run->db, wish, error))))
    return FALSE;
  zb_record_set (wish, "state", run->step->to);
  /* Looked at anew, it is judged anew. */
  for (guint i = 0; strcmp (name, "check") == 0 && i < G_N_ELEMENTS (reviewed); i++)
    zb_record_set (wish, reviewed[i], NULL);
  for (guint i = 0; i < G_N_ELEMENTS (writes); i++)
    if (strcmp (writes[i].step, name) == 0 && zb_step_value (run, writes[i].asked) != NULL)
      zb_record_set (wish, writes[i].field, zb_step_value (run, writes[i].asked));
  return zb_change_set_update (run->set, wish, error) && (!closes (name) || zb_claims_end (run->set, wish->id, run->on, error))
         && zb_wishes_log (run->set, wish, name, run->on, zb_step_value (run, "by"), zb_step_value (run, "passed_to"),
                           zb_step_value (run, "words"), error);
}
