/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "core/zb-error.h"
#include "store/service/zb-service-activities.h"
#include "store/service/zb-service-certificates.h"
#include "store/service/zb-service-hours.h"
#include "store/wishes/zb-claims.h"
#include "store/wishes/zb-wish-steps.h"
#include "store/zb-letters.h"
#include "store/zb-members.h"
#include "store/zb-records.h"
#include "store/zb-steps-private.h"

const char *
zb_step_value (const ZbStepRun *run, const char *name)
{
  const char *value = g_hash_table_lookup (run->fields, name);

  return value != NULL && *value != '\0' ? value : NULL;
}

gint64
zb_step_id (const ZbStepRun *run, const char *name)
{
  const char *value = zb_step_value (run, name);

  return value != NULL ? g_ascii_strtoll (value, NULL, 10) : 0;
}

gboolean
zb_step_refuse (GError **error, const char *reason, ...)
{
  g_autoptr(GString) message = g_string_new (reason);
  const char *value;
  va_list args;

  va_start (args, reason);
  while ((value = va_arg (args, const char *)) != NULL)
    g_string_append_printf (message, "|%s", value);
  va_end (args);
  g_set_error_literal (error, ZB_DATA_ERROR, ZB_DATA_ERROR_REFUSED, message->str);
  return FALSE;
}

static int
state_named (const ZbKind *kind, const char *name)
{
  for (int i = 0; kind->states != NULL && kind->states[i] != NULL; i++)
    if (strcmp (kind->states[i], name) == 0)
      return i;
  return -1;
}

/* How the last membership ended, as a state of the member kind. */
static const char *
state_of_end (const char *ended_by)
{
  if (g_strcmp0 (ended_by, "transferred_out") == 0 || g_strcmp0 (ended_by, "moved") == 0 || g_strcmp0 (ended_by, "merged") == 0)
    return "transferred";
  if (g_strcmp0 (ended_by, "suspended") == 0 || g_strcmp0 (ended_by, "deceased") == 0 || g_strcmp0 (ended_by, "disqualified") == 0)
    return ended_by;
  return "expelled";
}

static int
member_state (ZbDb *db, gint64 id, ZbDate as_of, GError **error)
{
  g_autoptr(ZbRecord) record = zb_records_get (db, &zb_kind_member, id, FALSE, error);
  g_autoptr(ZbRecord) open = NULL;
  g_autofree char *person = g_strdup_printf ("%" G_GINT64_FORMAT, id);
  g_autoptr(GPtrArray) memberships = NULL;
  const char *last = NULL;
  GError *failure = NULL;

  if (record == NULL || !zb_members_derive (db, record, as_of, error))
    return -1;
  open = zb_members_membership (db, id, &failure);
  if (failure != NULL || (memberships = zb_records_list (db, &zb_kind_membership, "person", person, FALSE, &failure)) == NULL)
    {
      g_propagate_error (error, failure);
      return -1;
    }
  for (guint i = 0; i < memberships->len; i++)
    {
      ZbRecord *membership = g_ptr_array_index (memberships, i);

      if (g_strcmp0 (zb_record_get (membership, "kind"), "organizational") == 0)
        last = zb_record_get (membership, "ended_by");
    }
  if (open == NULL && last != NULL)
    return state_named (&zb_kind_member, state_of_end (last));
  return state_named (&zb_kind_member, zb_record_get (record, "category"));
}

int
zb_steps_state (ZbDb *db, const ZbKind *kind, gint64 id, ZbDate as_of, GError **error)
{
  if (kind == &zb_kind_member)
    return member_state (db, id, as_of, error);
  if (kind == &zb_kind_organization)
    {
      g_autoptr(ZbRecord) record = zb_records_get (db, kind, id, FALSE, error);

      return record == NULL ? -1 : state_named (kind, zb_record_get (record, "closed_on") != NULL ? "closed" : "open");
    }
  if (kind->states != NULL)
    {
      g_autoptr(ZbRecord) record = zb_records_get (db, kind, id, FALSE, error);

      return record == NULL ? -1 : state_named (kind, zb_record_get (record, "state"));
    }
  return 0;
}

/* A step that a member's state allows may still be for those in a branch alone, or for those in none. */
static void
drop_misplaced (GPtrArray *steps, gboolean is_placed)
{
  for (guint i = steps->len; i > 0; i--)
    if (zb_member_step_obstacle (g_ptr_array_index (steps, i - 1), is_placed) != NULL)
      g_ptr_array_remove_index (steps, i - 1);
}

GPtrArray *
zb_steps_allowed (ZbDb *db, const ZbKind *kind, gint64 id, ZbDate as_of, GError **error)
{
  int state = zb_steps_state (db, kind, id, as_of, error);
  g_autoptr(GPtrArray) out = NULL;

  if (state < 0)
    return NULL;
  out = g_ptr_array_new ();
  for (guint i = 0; i < kind->n_steps; i++)
    if (kind->steps[i].from & (1u << state))
      g_ptr_array_add (out, (gpointer) &kind->steps[i]);
  if (kind == &zb_kind_member)
    {
      GError *failure = NULL;
      g_autoptr(ZbRecord) open = zb_members_membership (db, id, &failure);

      if (failure != NULL)
        {
          g_propagate_error (error, failure);
          return NULL;
        }
      drop_misplaced (out, open != NULL);
    }
  return g_steal_pointer (&out);
}

static gboolean
check_fields (const ZbStepRun *run, GError **error)
{
  for (guint i = 0; i < run->step->n_fields; i++)
    if (run->step->fields[i].required && zb_step_value (run, run->step->fields[i].name) == NULL)
      {
        g_set_error (error, ZB_DATA_ERROR, ZB_DATA_ERROR_MISSING, "“%s” is missing", run->step->fields[i].name);
        return FALSE;
      }
  return TRUE;
}

/* A kind that keeps its state in a field: the state after the step, and those fields of the step that are its own. */
static gboolean
apply_plain (ZbStepRun *run, const ZbKind *kind, GError **error)
{
  g_autoptr(ZbRecord) record = zb_records_get (run->db, kind, run->id, FALSE, error);

  if (record == NULL)
    return FALSE;
  zb_record_set (record, "state", run->step->to);
  for (guint i = 0; i < run->step->n_fields; i++)
    if (zb_step_value (run, run->step->fields[i].name) != NULL && zb_kind_field_index (kind, run->step->fields[i].name) >= 0)
      zb_record_set (record, run->step->fields[i].name, zb_step_value (run, run->step->fields[i].name));
  if (kind == &zb_kind_meeting)
    return zb_step_finish_meeting (run, record, error);
  return zb_change_set_update (run->set, record, error);
}

gboolean
zb_steps_apply (ZbChangeSet *set, const ZbKind *kind, gint64 id, const ZbStep *step, GHashTable *fields, ZbDate as_of, GError **error)
{
  ZbStepRun run = { .set = set, .db = zb_change_set_db (set), .id = id, .step = step, .fields = fields, .as_of = as_of };
  int state;

  if (!check_fields (&run, error))
    return FALSE;
  run.on = zb_step_value (&run, "on");
  if (run.on != NULL && !zb_date_parse (run.on, &run.day, error))
    return FALSE;
  if (zb_date_compare (run.day, as_of) > 0)
    return zb_step_refuse (error, "in-future", run.on, NULL);
  if ((state = zb_steps_state (run.db, kind, id, as_of, error)) < 0)
    return FALSE;
  if (!(step->from & (1u << state)))
    return zb_step_refuse (error, "not-now", step->heading, NULL);
  if (kind == &zb_kind_member)
    return step == &zb_step_certify        ? zb_step_apply_certify (&run, error)
           : step == &zb_step_issue_letter ? zb_step_apply_letter (&run, error)
                                           : zb_step_apply_member (&run, error);
  if (kind == &zb_kind_organization)
    return zb_step_apply_organization (&run, error);
  if (kind == &zb_kind_wish)
    return zb_step_apply_wish (&run, error);
  if (kind == &zb_kind_claim)
    return zb_step_apply_claim (&run, error);
  if (kind == &zb_kind_service_activity)
    return zb_step_apply_service_activity (&run, error);
  if (kind == &zb_kind_service_hours)
    return zb_step_apply_service_hours (&run, error);
  return apply_plain (&run, kind, error);
}
