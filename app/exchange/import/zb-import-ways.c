/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "exchange/import/zb-import-private.h"

/* What the registry computes by itself. */
static const char *const computed[] = { "age", "standing", "state", NULL };

static const char *const nothing[] = { NULL };

/* Since when somebody is in the branch stands in a roster of members, too. */
static const ZbField *
member_also (const char *heading)
{
  const ZbField *field = zb_kind_field_by_heading (&zb_kind_membership, heading);

  return field != NULL && strcmp (field->name, "started_on") == 0 ? field : NULL;
}

static const ZbKind *const also_member[] = { &zb_kind_membership, NULL };

/* A list of wishes says who wishes, who looks after them, and when they agreed; the household itself is a record of its own. */
static const ZbField *
wish_also (const char *heading)
{
  const ZbField *field = zb_kind_field_by_heading (&zb_kind_household, heading);

  return field != NULL && field->type != ZB_FIELD_LINK && strcmp (field->name, "note") != 0 ? field : NULL;
}

static const ZbKind *const also_wish[] = { &zb_kind_household, NULL };

/* What becomes of a wish is recorded step by step, each with its day and person. */
static const char *const wish_steps[] = {
  "state", "checked_on", "checked_by", "found", "reviewed_on", "reviewed_by", "review", "published_on", "fulfilled_on", "confirmed_on",
  "visited_on", "visited_by", "satisfaction", "feedback", "thanked_on", "closed_on", "closed_why", "passed_to", NULL
};

/* Who claims together with others, and what the wish is called: so that a wrong number is seen. */
static const ZbField *
claim_also (const char *heading)
{
  static const char *const together[] = { "联合认领人", "共同认领人", "其他认领人", NULL };
  const ZbField *field = zb_kind_field_by_heading (&zb_kind_wish, heading);

  if (g_strv_contains (together, heading))
    return zb_kind_field (&zb_kind_claimer, "name");
  return field != NULL && strcmp (field->name, "title") == 0 ? field : NULL;
}

static const ZbKind *const also_claim[] = { &zb_kind_claimer, &zb_kind_wish, NULL };
static const char *const claim_steps[] = { "state", "ended_on", NULL };

static const ZbField *
hours_also (const char *heading)
{
  const ZbField *field = zb_kind_field_by_heading (&zb_kind_member, heading);

  return field != NULL && strcmp (field->name, "branch") == 0 ? field : NULL;
}

static const ZbKind *const also_hours[] = { &zb_kind_member, NULL };

/* Hours of an activity of ours are credited there; a correction is a row that says what it corrects. */
static const char *const hours_elsewhere[] = { "activity", "why", NULL };

/* What is on the agenda is a record of its own, and so is who was there. */
static const ZbField *
meeting_also (const char *heading)
{
  static const char *const items[] = { "议题", "会议议题", "议程", "会议议程", NULL };

  return g_strv_contains (items, heading) ? zb_kind_field (&zb_kind_agenda_item, "title") : NULL;
}

static const ZbKind *const also_meeting[] = { &zb_kind_agenda_item, NULL };
static const char *const meeting_steps[] = { "state", "cancelled_why", NULL };

/* A cell may name several posts. */
static const char *const post_words[] = { "post", NULL };

/* Which committee it was belongs to its term, which is entered there. */
static const char *const post_elsewhere[] = { "term", NULL };

static const ZbImportWay ways[] = {
  {
    .kind = &zb_kind_member,
    .also = also_member,
    .also_field = member_also,
    .branch_field = "branch",
    .not_taken = computed,
    .not_taken_rule = "column-computed",
    .unit = "人",
    .check = zb_import_check_members,
    .commit = zb_import_commit_members,
  },
  {
    .kind = &zb_kind_organization,
    .not_taken = nothing,
    .unit = "个",
    .check = zb_import_check_organizations,
    .commit = zb_import_commit_organizations,
  },
  {
    .kind = &zb_kind_meeting,
    .also = also_meeting,
    .also_field = meeting_also,
    .title = "held_on",
    .branch_field = "org",
    .not_taken = meeting_steps,
    .not_taken_rule = "column-by-step",
    .unit = "次",
    .check = zb_import_check_rows,
    .commit = zb_import_commit_rows,
    .take = zb_import_take_meeting,
  },
  {
    .kind = &zb_kind_wish,
    .also = also_wish,
    .also_field = wish_also,
    .branch_field = "org",
    .not_taken = wish_steps,
    .not_taken_rule = "column-by-step",
    .unit = "个",
    .check = zb_import_check_rows,
    .commit = zb_import_commit_rows,
    .take = zb_import_take_wish,
  },
  {
    .kind = &zb_kind_claim,
    .also = also_claim,
    .also_field = claim_also,
    .not_taken = claim_steps,
    .not_taken_rule = "column-by-step",
    .unit = "条",
    .check = zb_import_check_rows,
    .commit = zb_import_commit_rows,
    .take = zb_import_take_claim,
  },
  {
    .kind = &zb_kind_service_hours,
    .also = also_hours,
    .also_field = hours_also,
    .branch_field = "branch",
    .not_taken = hours_elsewhere,
    .not_taken_rule = "column-by-step",
    .unit = "条",
    .check = zb_import_check_rows,
    .commit = zb_import_commit_rows,
    .take = zb_import_take_hours,
  },
  {
    .kind = &zb_kind_post,
    .title = "person",
    .branch_field = "org",
    .as_words = post_words,
    .not_taken = post_elsewhere,
    .not_taken_rule = "column-by-step",
    .unit = "项",
    .check = zb_import_check_rows,
    .commit = zb_import_commit_rows,
    .take = zb_import_take_post,
  },
};

const ZbImportWay *
zb_import_way (const ZbKind *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    if (ways[i].kind == kind)
      return &ways[i];
  return NULL;
}

gboolean
zb_import_knows (const ZbKind *kind)
{
  return zb_import_way (kind) != NULL;
}

/* Besides what is stored, a list of members says where somebody belongs and what he does there. */
static gboolean
may_be_meant (const ZbImportWay *way, const ZbField *field)
{
  static const char *const places[] = { "branch", "group", "post", NULL };

  return (field->flags & ZB_FIELD_HIDDEN) == 0 && !g_strv_contains (way->not_taken, field->name)
         && (zb_field_is_stored (field) || g_strv_contains (places, field->name));
}

/* By its own heading, or by one of the other words for it. */
static gboolean
is_also (const ZbImportWay *way, const ZbField *field)
{
  g_auto(GStrv) words = g_strsplit (field->words != NULL ? field->words : "", "|", -1);
  gboolean is = way->also_field (field->heading) == field;

  for (guint i = 0; !is && words[i] != NULL; i++)
    is = way->also_field (words[i]) == field;
  return is;
}

GPtrArray *
zb_import_fields (const ZbKind *kind)
{
  const ZbImportWay *way = zb_import_way (kind);
  GPtrArray *out = g_ptr_array_new ();

  for (guint i = 0; way != NULL && i < kind->n_fields; i++)
    if (may_be_meant (way, &kind->fields[i]))
      g_ptr_array_add (out, (gpointer) &kind->fields[i]);
  for (const ZbKind *const *also = way != NULL ? way->also : NULL; also != NULL && *also != NULL; also++)
    for (guint i = 0; i < (*also)->n_fields; i++)
      if (is_also (way, &(*also)->fields[i]))
        g_ptr_array_add (out, (gpointer) &(*also)->fields[i]);
  return out;
}
