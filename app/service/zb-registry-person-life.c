/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "service/zb-registry-person-life.h"

#include <glib/gi18n.h>

#include "core/zb-codes.h"
#include "service/zb-registry-private.h"
#include "service/zb-words-duty.h"
#include "store/zb-records.h"

GPtrArray *
zb_registry_person_meetings (ZbRegistry *self, gint64 person, int year, GError **error)
{
  return zb_person_meetings (self->db, person, year, error);
}

GPtrArray *
zb_registry_person_ceremonies (ZbRegistry *self, gint64 person, GError **error)
{
  return zb_person_ceremonies (self->db, person, error);
}

/* The last day of a year, or today in the one that goes on. */
static ZbDate
end_of (ZbRegistry *self, int year)
{
  return year == self->today.year ? self->today : (ZbDate) { (gint16) year, 12, 31 };
}

static gboolean
is_officer (ZbRegistry *self, gint64 person, ZbDate day)
{
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, person);
  g_autoptr(GPtrArray) posts = zb_records_list (self->db, &zb_kind_post, "person", id, FALSE, NULL);

  for (guint i = 0; posts != NULL && i < posts->len; i++)
    {
      const ZbRecord *post = g_ptr_array_index (posts, i);
      ZbDate from = zb_record_get_date (post, "started_on"), to = zb_record_get_date (post, "ended_on");

      if (zb_post_is_of_committee (zb_record_get (post, "post")) && zb_date_compare (from, day) <= 0
          && (!zb_date_is_set (to) || zb_date_compare (to, day) > 0))
        return TRUE;
    }
  return FALSE;
}

char *
zb_registry_person_hours (ZbRegistry *self, gint64 person, int year, GPtrArray *meetings)
{
  ZbDate day = end_of (self, year);
  const char *key = is_officer (self, person, day) ? "study.hours_committee" : "study.hours_member";
  g_autoptr(ZbRules) rules = zb_rules_load (self->db, NULL);
  g_autofree char *rule = zb_words_rule (self->db, key, day);
  int tenths = 0, needed = rules != NULL ? (int) (zb_rules_value (rules, key, day) * 10) : 0;

  for (guint i = 0; i < meetings->len; i++)
    tenths += ((ZbPersonMeeting *) g_ptr_array_index (meetings, i))->tenths;
  /* Translators: %1$d.%2$d hours credited, %3$d hours asked for, %4$s the rule with its source */
  return g_strdup_printf (tenths >= needed ? _("%1$d.%2$d of %3$d hours: reached (%4$s)") : _("%1$d.%2$d of %3$d hours (%4$s)"), tenths / 10, tenths % 10,
                          needed / 10, rule);
}

GPtrArray *
zb_registry_talks_missing (ZbRegistry *self, gint64 org, int year, guint *out_held, GError **error)
{
  return zb_talks_missing (self->db, org, end_of (self, year), out_held, error);
}
