/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "core/zb-codes.h"
#include "store/zb-check.h"
#include "store/zb-members.h"
#include "store/zb-records.h"
#include "store/zb-steps-private.h"

static gboolean
must_follow (const ZbStepRun *run, const ZbRecord *record, const char *field, GError **error)
{
  if (!zb_date_is_before (run->day, zb_record_get_date (record, field)))
    return TRUE;
  return zb_step_refuse (error, "before", run->on, zb_kind_field (record->kind, field)->heading,
                         zb_record_get (record, field), NULL);
}

/* The end of an interval that must have passed, at the precision of its beginning. */
static gboolean
must_have_passed (const ZbStepRun *run, ZbDate from, int months, const char *what, GError **error)
{
  ZbDate end = zb_date_add_months (from, months);
  g_autofree char *end_text = NULL;

  if (!zb_date_is_before (run->day, end))
    return TRUE;
  end_text = zb_date_to_text (end);
  return zb_step_refuse (error, what, run->on, end_text, NULL);
}

static gboolean
check_joining (const ZbStepRun *run, const ZbRecord *record, ZbRules *rules, GError **error)
{
  int age = (int) zb_rules_value (rules, "join.min_age", run->day);

  return must_follow (run, record, "applied_on", error) && must_follow (run, record, "activist_on", error)
         && must_follow (run, record, "candidate_on", error)
         && must_have_passed (run, zb_record_get_date (record, "birth_date"), age * 12, "under-age", error);
}

static gboolean
check_confirming (const ZbStepRun *run, const ZbRecord *record, ZbRules *rules, GError **error)
{
  int months = 12 * (int) zb_rules_value (rules, "probation.length", run->day);
  ZbDate extended = zb_record_get_date (record, "probation_until");

  if (!must_follow (run, record, "joined_on", error))
    return FALSE;
  if (zb_date_is_set (extended))
    return must_follow (run, record, "probation_until", error);
  if (zb_has_no_probation (zb_record_get_date (record, "joined_on"), zb_record_get (record, "entry_kind")))
    return TRUE;
  return must_have_passed (run, zb_record_get_date (record, "joined_on"), months, "probation-not-over", error);
}

static gboolean
check_extending (const ZbStepRun *run, const ZbRecord *record, ZbRules *rules, GError **error)
{
  ZbDate joined = zb_record_get_date (record, "joined_on"), until = ZB_DATE_NONE;
  int length = 12 * (int) zb_rules_value (rules, "probation.length", run->day);
  int low = (int) zb_rules_value (rules, "probation.extension_min", run->day);
  int high = (int) zb_rules_value (rules, "probation.extension_max", run->day);

  zb_date_parse (zb_step_value (run, "until"), &until, NULL);
  if (!must_follow (run, record, "joined_on", error))
    return FALSE;
  if (zb_record_get (record, "probation_until") != NULL)
    return zb_step_refuse (error, "extended-already", zb_record_get (record, "probation_until"), NULL);
  if (zb_date_is_set (joined)
      && (zb_date_is_before (until, zb_date_add_months (joined, length + low))
          || zb_date_is_before (zb_date_add_months (joined, length + high), until)))
    {
      g_autofree char *from = g_strdup_printf ("%d", low);
      g_autofree char *to = g_strdup_printf ("%d", high);

      return zb_step_refuse (error, "extension", from, to, NULL);
    }
  return TRUE;
}

/* What the steps on the way write into the record, and what must be true before. */
static gboolean
change_record (ZbStepRun *run, ZbRecord *record, GError **error)
{
  static const struct { const char *step; const char *field; const char *after; const char *category; } ways[] = {
    { "apply", "applied_on", NULL, "applicant" },
    { "name-activist", "activist_on", "applied_on", "activist" },
    { "name-candidate", "candidate_on", "activist_on", "candidate" },
    { "join", "joined_on", NULL, "probationary" },
    { "confirm", "confirmed_on", NULL, "full" },
  };
  g_autoptr(ZbRules) rules = zb_rules_load (run->db, error);

  if (rules == NULL)
    return FALSE;
  if (strcmp (run->step->name, "join") == 0 && !check_joining (run, record, rules, error))
    return FALSE;
  if (strcmp (run->step->name, "confirm") == 0 && !check_confirming (run, record, rules, error))
    return FALSE;
  if (strcmp (run->step->name, "extend") == 0)
    {
      if (!check_extending (run, record, rules, error))
        return FALSE;
      zb_record_set (record, "probation_until", zb_step_value (run, "until"));
    }
  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    if (strcmp (ways[i].step, run->step->name) == 0)
      {
        if (ways[i].after != NULL && !must_follow (run, record, ways[i].after, error))
          return FALSE;
        zb_record_set (record, ways[i].field, run->on);
        zb_record_set (record, "category", ways[i].category);
      }
  if (strcmp (run->step->name, "confirm") == 0 && zb_step_value (run, "confirmation_kind") == NULL)
    zb_record_set (record, "confirmation_kind", zb_record_get (record, "probation_until") != NULL ? "extended" : "on_time");
  /* Fields of the step that are fields of the record too. */
  for (guint i = 0; i < run->step->n_fields; i++)
    {
      const char *name = run->step->fields[i].name;

      if (zb_step_value (run, name) != NULL && zb_kind_field_index (&zb_kind_member, name) >= 0)
        zb_record_set (record, name, zb_step_value (run, name));
    }
  return TRUE;
}

/* Whether a post is held in the branch @org or one of its groups. */
static gboolean
is_post_of (ZbStepRun *run, const ZbRecord *post, gint64 org)
{
  g_autoptr(ZbRecord) where = zb_records_get (run->db, &zb_kind_organization, zb_record_get_int (post, "org"), FALSE, NULL);

  return where != NULL && (where->id == org || (g_strcmp0 (zb_record_get (where, "kind"), "group") == 0
                                                && zb_record_get_int (where, "parent") == org));
}

/* Who goes to another branch leaves the posts in this one and its groups; who goes altogether, all. */
static gboolean
end_posts (ZbStepRun *run, gint64 org, GError **error)
{
  g_autofree char *person = g_strdup_printf ("%" G_GINT64_FORMAT, run->id);
  g_autoptr(GPtrArray) posts = zb_records_list (run->db, &zb_kind_post, "person", person, FALSE, error);

  for (guint i = 0; posts != NULL && i < posts->len; i++)
    {
      ZbRecord *post = g_ptr_array_index (posts, i);

      if (zb_record_get (post, "ended_on") != NULL || (run->step->begins != NULL && !is_post_of (run, post, org)))
        continue;
      zb_record_set (post, "ended_on", run->on);
      if (!zb_change_set_update (run->set, post, error))
        return FALSE;
    }
  return posts != NULL;
}

/* Temporary and functional memberships of somebody who goes altogether. */
static gboolean
end_seconds (ZbStepRun *run, GPtrArray *memberships, GError **error)
{
  for (guint i = 0; i < memberships->len; i++)
    {
      ZbRecord *second = g_ptr_array_index (memberships, i);
      const char *ended = zb_record_get (second, "ended_on");

      if (g_strcmp0 (zb_record_get (second, "kind"), "organizational") == 0
          || (zb_record_get (second, "ended_by") != NULL && ended != NULL && strcmp (ended, run->on) <= 0))
        continue;
      zb_record_set (second, "ended_on", run->on);
      zb_record_set (second, "ended_by", "ended");
      if (!zb_change_set_update (run->set, second, error))
        return FALSE;
    }
  return TRUE;
}

static const char *
code_of_end (const ZbStepRun *run)
{
  return strcmp (run->step->name, "expel") == 0 ? zb_step_value (run, "kind") : run->step->ends;
}

static gboolean
end_membership (ZbStepRun *run, ZbRecord *membership, GError **error)
{
  static const char *const copied[] = { "to_org", "letter", "valid_days", "dues_until", "document", "reason" };

  if (zb_date_is_before (run->day, zb_record_get_date (membership, "started_on")))
    return zb_step_refuse (error, "before", run->on, "进入日期", zb_record_get (membership, "started_on"), NULL);
  zb_record_set (membership, "ended_on", run->on);
  zb_record_set (membership, "ended_by", code_of_end (run));
  for (guint i = 0; i < G_N_ELEMENTS (copied); i++)
    if (zb_step_value (run, copied[i]) != NULL)
      zb_record_set (membership, copied[i], zb_step_value (run, copied[i]));
  return zb_change_set_update (run->set, membership, error) && end_posts (run, zb_record_get_int (membership, "org"), error);
}

static gboolean
check_branch (ZbStepRun *run, gint64 org, GError **error)
{
  g_autoptr(ZbRecord) record = zb_records_get (run->db, &zb_kind_organization, org, FALSE, error);

  if (record == NULL)
    return FALSE;
  if (zb_record_get (record, "closed_on") != NULL)
    return zb_step_refuse (error, "closed", zb_record_title (record), NULL);
  if (g_strcmp0 (zb_record_get (record, "kind"), "group") == 0)
    return zb_step_refuse (error, "is-group", zb_record_title (record), NULL);
  return TRUE;
}

static gboolean
begin_membership (ZbStepRun *run, const char *kind, GError **error)
{
  g_autoptr(ZbRecord) membership = zb_record_new (&zb_kind_membership);
  gint64 org = zb_step_id (run, "to");

  if (!check_branch (run, org, error))
    return FALSE;
  zb_record_set_int (membership, "person", run->id);
  zb_record_set_int (membership, "org", org);
  zb_record_set (membership, "kind", kind);
  zb_record_set (membership, "started_on", run->on);
  zb_record_set (membership, "begun_by", run->step->begins);
  zb_record_set (membership, "from_org", zb_step_value (run, "from_org"));
  zb_record_set (membership, "letter", zb_step_value (run, "letter"));
  zb_record_set (membership, "document", zb_step_value (run, "document"));
  zb_record_set (membership, "reason", zb_step_value (run, "reason"));
  if (strcmp (kind, "organizational") != 0 && zb_step_value (run, "until") != NULL)
    {
      zb_record_set (membership, "ended_on", zb_step_value (run, "until"));
      zb_record_set (membership, "ended_by", "ended");
    }
  return zb_change_set_insert (run->set, membership, error);
}

/* The words of the event that no column of its own holds. */
static char *
event_detail (ZbStepRun *run)
{
  static const struct { const char *name; const char *heading; } parts[] = {
    { "to_org", "转往" }, { "from_org", "转自" }, { "letter", "介绍信" }, { "until", "至" }, { "introducer1", "介绍人" },
    { "introducer2", "介绍人" }, { "mentors", "培养联系人" },
  };
  g_autoptr(GString) out = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (zb_step_value (run, parts[i].name) != NULL)
      g_string_append_printf (out, "%s%s：%s", out->len > 0 ? "；" : "", parts[i].heading, zb_step_value (run, parts[i].name));
  if (strcmp (run->step->name, "expel") == 0)
    g_string_append (out, zb_code_label (zb_code_table_get ("expulsion"), zb_step_value (run, "kind")));
  return out->len > 0 ? g_string_free (g_steal_pointer (&out), FALSE) : NULL;
}

static gboolean
write_event (ZbStepRun *run, const ZbRecord *membership, GError **error)
{
  g_autoptr(ZbRecord) event = zb_record_new (&zb_kind_membership_event);
  g_autofree char *detail = event_detail (run);

  zb_record_set_int (event, "person", run->id);
  zb_record_set (event, "kind", run->step->event);
  zb_record_set (event, "on", run->on);
  if (zb_step_id (run, "to") != 0)
    zb_record_set_int (event, "org", zb_step_id (run, "to"));
  else if (membership != NULL)
    zb_record_set (event, "org", zb_record_get (membership, "org"));
  zb_record_set (event, "document", zb_step_value (run, "document"));
  zb_record_set (event, "reason", zb_step_value (run, "reason"));
  zb_record_set (event, "detail", detail);
  return zb_change_set_insert (run->set, event, error);
}

/* The receipt belongs to the membership that ended with the letter. */
static gboolean
note_receipt (ZbStepRun *run, GError **error)
{
  g_autofree char *person = g_strdup_printf ("%" G_GINT64_FORMAT, run->id);
  g_autoptr(GPtrArray) memberships = zb_records_list (run->db, &zb_kind_membership, "person", person, FALSE, error);

  for (guint i = memberships != NULL ? memberships->len : 0; i > 0; i--)
    {
      ZbRecord *membership = g_ptr_array_index (memberships, i - 1);

      if (g_strcmp0 (zb_record_get (membership, "ended_by"), "transferred_out") != 0)
        continue;
      if (zb_date_is_before (run->day, zb_record_get_date (membership, "ended_on")))
        return zb_step_refuse (error, "before", run->on, "离开日期", zb_record_get (membership, "ended_on"), NULL);
      zb_record_set (membership, "receipt_on", run->on);
      return zb_change_set_update (run->set, membership, error);
    }
  return memberships != NULL;
}

/* The last organisational membership of those, by the day it ended. */
static ZbRecord *
last_ended (GPtrArray *memberships)
{
  ZbRecord *last = NULL;

  for (guint i = 0; i < memberships->len; i++)
    {
      ZbRecord *membership = g_ptr_array_index (memberships, i);

      if (g_strcmp0 (zb_record_get (membership, "kind"), "organizational") == 0
          && (last == NULL || g_strcmp0 (zb_record_get (membership, "ended_on"), zb_record_get (last, "ended_on")) >= 0))
        last = membership;
    }
  return last;
}

static gboolean
must_follow_leaving (const ZbStepRun *run, const ZbRecord *last, GError **error)
{
  if (last == NULL || !zb_date_is_before (run->day, zb_record_get_date (last, "ended_on")))
    return TRUE;
  return zb_step_refuse (error, "before", run->on, "离开日期", zb_record_get (last, "ended_on"), NULL);
}

/* Who was gone already (suspended) and now is expelled or dies: a membership of no length in the last branch,
 * so that both days keep their own answer. */
static gboolean
end_again (ZbStepRun *run, const ZbRecord *last, GError **error)
{
  static const char *const copied[] = { "document", "reason" };
  g_autoptr(ZbRecord) closing = zb_record_new (&zb_kind_membership);

  if (last == NULL)
    return zb_step_refuse (error, "nowhere", NULL);
  if (!must_follow_leaving (run, last, error))
    return FALSE;
  zb_record_set_int (closing, "person", run->id);
  zb_record_set (closing, "org", zb_record_get (last, "org"));
  zb_record_set (closing, "kind", "organizational");
  zb_record_set (closing, "started_on", run->on);
  zb_record_set (closing, "ended_on", run->on);
  zb_record_set (closing, "ended_by", code_of_end (run));
  for (guint i = 0; i < G_N_ELEMENTS (copied); i++)
    zb_record_set (closing, copied[i], zb_step_value (run, copied[i]));
  return zb_change_set_insert (run->set, closing, error) && end_posts (run, zb_record_get_int (closing, "org"), error);
}

/* Not twice in one branch at a time, nor until a day before the first. */
static gboolean
check_second (ZbStepRun *run, GPtrArray *memberships, GError **error)
{
  ZbDate until = ZB_DATE_NONE;

  zb_date_parse (zb_step_value (run, "until"), &until, NULL);
  if (zb_date_is_before (until, run->day))
    return zb_step_refuse (error, "before", zb_step_value (run, "until"), "进入日期", run->on, NULL);
  for (guint i = 0; i < memberships->len; i++)
    {
      const ZbRecord *membership = g_ptr_array_index (memberships, i);
      const char *ended = zb_record_get (membership, "ended_on");

      if (zb_record_get_int (membership, "org") == zb_step_id (run, "to")
          && (zb_record_get (membership, "ended_by") == NULL || (ended != NULL && strcmp (ended, run->on) > 0)))
        return zb_step_refuse (error, "there-already", NULL);
    }
  return TRUE;
}

static gboolean
move_memberships (ZbStepRun *run, ZbRecord *open, GError **error)
{
  g_autofree char *person = g_strdup_printf ("%" G_GINT64_FORMAT, run->id);
  g_autoptr(GPtrArray) memberships = zb_records_list (run->db, &zb_kind_membership, "person", person, FALSE, error);
  gboolean leaves = run->step->ends != NULL, comes = run->step->begins != NULL;

  if (memberships == NULL)
    return FALSE;
  if (strcmp (run->step->name, "second") == 0)
    return check_second (run, memberships, error) && begin_membership (run, zb_step_value (run, "kind"), error);
  if (leaves && !(open != NULL ? end_membership (run, open, error) : end_again (run, last_ended (memberships), error)))
    return FALSE;
  if (leaves && !comes && !end_seconds (run, memberships, error))
    return FALSE;
  if (comes && open == NULL && !must_follow_leaving (run, last_ended (memberships), error))
    return FALSE;
  return !comes || begin_membership (run, "organizational", error);
}

/* Who leaves must be somewhere; who comes must not be anywhere. */
const char *
zb_member_step_obstacle (const ZbStep *step, gboolean is_placed)
{
  gboolean leaves = step->ends != NULL, comes = step->begins != NULL && strcmp (step->begins, "second") != 0;

  if (comes && !leaves && is_placed)
    return "use-move";
  if (leaves && !is_placed && strcmp (step->name, "expel") != 0 && strcmp (step->name, "decease") != 0)
    return "nowhere";
  return NULL;
}

static gboolean
check_place (ZbStepRun *run, const ZbRecord *open, GError **error)
{
  const char *obstacle = zb_member_step_obstacle (run->step, open != NULL);

  if (obstacle != NULL)
    return zb_step_refuse (error, obstacle, NULL);
  if (run->step->begins != NULL && strcmp (run->step->begins, "second") != 0 && open != NULL
      && zb_record_get_int (open, "org") == zb_step_id (run, "to"))
    return zb_step_refuse (error, "there-already", NULL);
  return TRUE;
}

gboolean
zb_step_apply_member (ZbStepRun *run, GError **error)
{
  g_autoptr(ZbRecord) record = zb_records_get (run->db, &zb_kind_member, run->id, TRUE, error);
  g_autoptr(ZbRecord) open = NULL;
  GError *failure = NULL;

  if (record == NULL)
    return FALSE;
  open = zb_members_membership (run->db, run->id, &failure);
  if (failure != NULL)
    {
      g_propagate_error (error, failure);
      return FALSE;
    }
  if (!check_place (run, open, error) || !change_record (run, record, error) || !zb_change_set_update (run->set, record, error)
      || !move_memberships (run, open, error))
    return FALSE;
  if (strcmp (run->step->name, "receipt") == 0 && !note_receipt (run, error))
    return FALSE;
  return write_event (run, open, error);
}
