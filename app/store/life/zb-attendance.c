/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "core/life/zb-roll-command.h"
#include "core/zb-codes.h"
#include "store/life/zb-roll.h"
#include "store/zb-db-private.h"
#include "store/zb-members.h"
#include "store/zb-records.h"
#include "store/zb-steps-private.h"

/* The day a meeting's roll is for: when it was held, else when it is planned for. */
static gboolean
day_of (const ZbRecord *meeting, ZbDate *out_day, GError **error)
{
  const char *text = zb_record_get (meeting, "held_on") != NULL ? zb_record_get (meeting, "held_on") : zb_record_get (meeting, "planned_on");

  if (text == NULL)
    return zb_step_refuse (error, "no-day-yet", NULL);
  return zb_date_parse (text, out_day, error);
}

static void
copy_entry (ZbRecord *row, const ZbRollEntry *entry)
{
  zb_record_set (row, "name", entry->name);
  zb_record_set (row, "place_of", entry->place_of);
  zb_record_set (row, "post", entry->post);
  zb_record_set (row, "why", entry->why);
  zb_record_set (row, "expected", entry->expected ? "1" : "0");
  zb_record_set (row, "voter", entry->voter ? "1" : "0");
}

static gboolean
add_row (ZbChangeSet *set, gint64 meeting, const ZbRollEntry *entry, guint seat, GError **error)
{
  g_autoptr(ZbRecord) row = zb_record_new (&zb_kind_attendance);

  zb_record_set_int (row, "meeting", meeting);
  zb_record_set_int (row, "person", entry->person);
  zb_record_set_int (row, "seat", seat);
  zb_record_set (row, "role", "member");
  copy_entry (row, entry);
  return zb_change_set_insert (set, row, error);
}

/* A row that nobody has touched follows the day; what carries a mark stays as it was signed. */
static gboolean
is_free (const ZbRecord *row)
{
  return zb_record_get (row, "state") == NULL && zb_record_get (row, "reason") == NULL && g_strcmp0 (zb_record_get (row, "why"), "added") != 0
         && g_strcmp0 (zb_record_get (row, "role"), "member") == 0 && zb_record_get (row, "person") != NULL;
}

static GPtrArray *
rows_of (ZbDb *db, gint64 meeting, GError **error)
{
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, meeting);

  return zb_records_list (db, &zb_kind_attendance, "meeting", id, FALSE, error);
}

static ZbRecord *
row_for (GPtrArray *rows, gint64 person)
{
  for (guint i = 0; i < rows->len; i++)
    if (zb_record_get_int (g_ptr_array_index (rows, i), "person") == person)
      return g_ptr_array_index (rows, i);
  return NULL;
}

static guint
last_seat (GPtrArray *rows)
{
  gint64 last = 0;

  for (guint i = 0; i < rows->len; i++)
    last = MAX (last, zb_record_get_int (g_ptr_array_index (rows, i), "seat"));
  return (guint) last;
}

static gboolean
has_person (GPtrArray *roll, gint64 person)
{
  for (guint i = 0; i < roll->len; i++)
    if (((ZbRollEntry *) g_ptr_array_index (roll, i))->person == person)
      return TRUE;
  return FALSE;
}

gboolean
zb_roll_fill (ZbChangeSet *set, gint64 meeting, GError **error)
{
  g_autoptr(ZbRecord) record = zb_records_get (zb_change_set_db (set), &zb_kind_meeting, meeting, FALSE, error);

  if (record == NULL)
    return FALSE;
  return g_strcmp0 (zb_record_get (record, "kind"), "service") == 0 || zb_roll_fill_everybody (set, meeting, error);
}

gboolean
zb_roll_fill_everybody (ZbChangeSet *set, gint64 meeting, GError **error)
{
  ZbDb *db = zb_change_set_db (set);
  g_autoptr(ZbRecord) record = zb_records_get (db, &zb_kind_meeting, meeting, FALSE, error);
  g_autoptr(GPtrArray) rows = NULL;
  g_autoptr(GPtrArray) roll = NULL;
  ZbDate day;
  guint seat;

  if (record == NULL || !day_of (record, &day, error) || !(rows = rows_of (db, meeting, error))
      || !(roll = zb_roll_compute (db, zb_record_get_int (record, "org"), zb_record_get (record, "kind"), day, error)))
    return FALSE;
  seat = last_seat (rows);
  for (guint i = 0; i < rows->len; i++)
    {
      ZbRecord *row = g_ptr_array_index (rows, i);

      if (is_free (row) && !has_person (roll, zb_record_get_int (row, "person"))
          && !zb_change_set_withdraw (set, &zb_kind_attendance, row->id, error))
        return FALSE;
    }
  for (guint i = 0; i < roll->len; i++)
    {
      const ZbRollEntry *entry = g_ptr_array_index (roll, i);
      ZbRecord *row = row_for (rows, entry->person);

      if (row == NULL ? !add_row (set, meeting, entry, ++seat, error)
                      : is_free (row) && (copy_entry (row, entry), !zb_change_set_update (set, row, error)))
        return FALSE;
    }
  return TRUE;
}

/* A member as of the day, although nobody expected him. */
static gboolean
describe_member (ZbDb *db, gint64 person, ZbDate day, ZbRecord *row, GError **error)
{
  g_autoptr(ZbRecord) member = zb_records_get (db, &zb_kind_member, person, FALSE, error);
  g_autoptr(ZbRecord) branch = NULL;

  if (member == NULL || !zb_members_derive (db, member, day, error))
    return FALSE;
  zb_record_set_int (row, "person", person);
  zb_record_set (row, "name", zb_record_title (member));
  zb_record_set (row, "post", zb_record_get (member, "post"));
  if (zb_record_get (member, "branch") != NULL
      && (branch = zb_records_get (db, &zb_kind_organization, zb_record_get_int (member, "branch"), FALSE, NULL)) != NULL)
    zb_record_set (row, "place_of", zb_record_get (branch, "short_name") != NULL ? zb_record_get (branch, "short_name")
                                                                               : zb_record_title (branch));
  return TRUE;
}

gboolean
zb_roll_add (ZbChangeSet *set, gint64 meeting, gint64 person, const char *name, const char *role, gint64 *out_id, GError **error)
{
  ZbDb *db = zb_change_set_db (set);
  g_autoptr(ZbRecord) record = zb_records_get (db, &zb_kind_meeting, meeting, FALSE, error);
  g_autoptr(ZbRecord) row = zb_record_new (&zb_kind_attendance);
  g_autoptr(GPtrArray) rows = NULL;
  ZbDate day;

  if (record == NULL || !day_of (record, &day, error) || !(rows = rows_of (db, meeting, error)))
    return FALSE;
  if (person != 0 && row_for (rows, person) != NULL)
    return zb_step_refuse (error, "on-the-roll", zb_record_title (row_for (rows, person)), NULL);
  zb_record_set (row, "name", name);
  if (person != 0 && !describe_member (db, person, day, row, error))
    return FALSE;
  zb_record_set_int (row, "meeting", meeting);
  zb_record_set_int (row, "seat", last_seat (rows) + 1);
  zb_record_set (row, "role", role);
  zb_record_set (row, "why", "added");
  zb_record_set (row, "expected", strcmp (role, "member") == 0 ? "1" : "0");
  zb_record_set (row, "voter", "0");
  if (!zb_change_set_insert (set, row, error))
    return FALSE;
  if (out_id != NULL)
    *out_id = row->id;
  return TRUE;
}

static gboolean
is_other (const ZbRecord *row, const ZbRecord *old, const char *field)
{
  return zb_record_get (row, field) != NULL && (old == NULL || g_strcmp0 (zb_record_get (old, field), zb_record_get (row, field)) != 0);
}

static gboolean
check_mark (ZbDb *db, const ZbRecord *meeting, ZbDate day, GError **error)
{
  if (g_strcmp0 (zb_record_get (meeting, "state"), "cancelled") == 0)
    return zb_step_refuse (error, "meeting-cancelled", NULL);
  if (zb_date_compare (day, zb_db_today (db)) > 0)
    {
      g_autofree char *text = zb_date_to_text (day);

      return zb_step_refuse (error, "not-held-yet", text, NULL);
    }
  return TRUE;
}

/* What somebody missed is made up afterwards, and only by who missed it. */
static gboolean
check_make_up (const ZbRecord *row, ZbDate day, GError **error)
{
  const char *state = zb_record_get (row, "state"), *on = zb_record_get (row, "made_up_on");
  g_autofree char *text = zb_date_to_text (day);
  ZbDate made_up = ZB_DATE_NONE;

  if (g_strcmp0 (state, "present") == 0 || g_strcmp0 (state, "late") == 0)
    return zb_step_refuse (error, "made-up-was-there", zb_record_title (row), NULL);
  if (zb_date_parse (on, &made_up, NULL) && zb_date_is_before (made_up, day))
    return zb_step_refuse (error, "made-up-before", on, text, NULL);
  return TRUE;
}

gboolean
zb_roll_check_row (ZbDb *db, const ZbRecord *row, const ZbRecord *old, GError **error)
{
  gboolean is_marked = is_other (row, old, "state"), is_changed = is_marked || is_other (row, old, "made_up_on");
  gboolean is_made_up = is_changed && zb_record_get (row, "made_up_on") != NULL;
  g_autoptr(ZbRecord) meeting = NULL;
  ZbDate day;

  if (!is_changed)
    return TRUE;
  if (!(meeting = zb_records_get (db, &zb_kind_meeting, zb_record_get_int (row, "meeting"), FALSE, error)) || !day_of (meeting, &day, error))
    return FALSE;
  return (!is_marked || check_mark (db, meeting, day, error)) && (!is_made_up || check_make_up (row, day, error));
}

/* Who was there after all has made nothing up. */
static void
clear_make_up (ZbRecord *row)
{
  static const char *const fields[] = { "made_up_on", "made_up_how", "made_up_with", "made_up_hours" };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    zb_record_set (row, fields[i], NULL);
}

static gboolean
mark_row (ZbChangeSet *set, ZbRecord *row, const char *state, const char *reason, GError **error)
{
  gboolean is_there = g_strcmp0 (state, "present") == 0 || g_strcmp0 (state, "late") == 0;

  zb_record_set (row, "state", state);
  zb_record_set (row, "reason", is_there || state == NULL ? NULL : reason != NULL ? reason : zb_record_get (row, "reason"));
  if (is_there)
    clear_make_up (row);
  return zb_change_set_update (set, row, error);
}

gboolean
zb_roll_mark (ZbChangeSet *set, gint64 meeting, const gint64 *rows, guint n_rows, const char *state, const char *reason,
              GError **error)
{
  ZbDb *db = zb_change_set_db (set);
  g_autoptr(GPtrArray) all = NULL;

  for (guint i = 0; i < n_rows; i++)
    {
      g_autoptr(ZbRecord) row = zb_records_get (db, &zb_kind_attendance, rows[i], FALSE, error);

      if (row == NULL || !mark_row (set, row, state, reason, error))
        return FALSE;
    }
  if (n_rows > 0)
    return TRUE;
  if (!(all = rows_of (db, meeting, error)))
    return FALSE;
  for (guint i = 0; i < all->len; i++)
    {
      ZbRecord *row = g_ptr_array_index (all, i);

      if (zb_record_get (row, "state") == NULL && zb_record_get_int (row, "expected") == 1 && !mark_row (set, row, state, reason, error))
        return FALSE;
    }
  return TRUE;
}

/* The rows that have these numbers on the sheet. */
static gboolean
rows_at (GPtrArray *rows, const ZbRollMark *mark, GArray *out, GError **error)
{
  for (guint s = 0; s < mark->n_seats; s++)
    {
      guint before = out->len;

      for (guint i = 0; i < rows->len; i++)
        {
          ZbRecord *row = g_ptr_array_index (rows, i);

          if (zb_record_get_int (row, "seat") == mark->seats[s])
            g_array_append_val (out, row->id);
        }
      if (out->len == before)
        {
          g_autofree char *seat = g_strdup_printf ("%u", mark->seats[s]);

          return zb_step_refuse (error, "no-such-seat", seat, NULL);
        }
    }
  return TRUE;
}

gboolean
zb_roll_command (ZbChangeSet *set, gint64 meeting, const char *text, GError **error)
{
  g_autoptr(GPtrArray) rows = rows_of (zb_change_set_db (set), meeting, error);
  g_autoptr(GPtrArray) marks = rows != NULL ? zb_roll_command_parse (text, MAX (last_seat (rows), 1), error) : NULL;

  for (guint i = 0; marks != NULL && i < marks->len; i++)
    {
      const ZbRollMark *mark = g_ptr_array_index (marks, i);
      g_autoptr(GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

      if (!rows_at (rows, mark, ids, error)
          || !zb_roll_mark (set, meeting, (const gint64 *) ids->data, ids->len, mark->state, mark->reason, error))
        return FALSE;
    }
  return marks != NULL;
}
