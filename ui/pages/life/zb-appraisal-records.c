/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "core/zb-codes.h"
#include "pages/life/zb-appraisal-dialog.h"
#include "service/zb-registry-duty.h"
#include "service/zb-registry-life.h"

/* What is appraised until then is the year before. */
#define LAST_MONTH_OF_THE_YEAR_BEFORE 3

int
zb_appraisal_year (const ZbRecord *meeting)
{
  ZbDate day = zb_record_get_date (meeting, zb_record_get (meeting, "held_on") != NULL ? "held_on" : "planned_on");

  return day.month > 0 && day.month <= LAST_MONTH_OF_THE_YEAR_BEFORE ? day.year - 1 : day.year;
}

static const ZbRecord *
record_for (GPtrArray *records, const char *person)
{
  for (guint i = 0; i < records->len; i++)
    if (g_strcmp0 (zb_record_get (g_ptr_array_index (records, i), "person"), person) == 0)
      return g_ptr_array_index (records, i);
  return NULL;
}

GPtrArray *
zb_appraisal_records (ZbRegistry *registry, const ZbRecord *meeting, int year, gboolean with_new)
{
  GPtrArray *out = g_ptr_array_new_with_free_func ((GDestroyNotify) zb_record_free);
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, meeting->id);
  g_autoptr(GPtrArray) stored = zb_registry_list (registry, &zb_kind_appraisal, "meeting", id, NULL);
  g_autoptr(GPtrArray) roll = zb_registry_roll (registry, meeting->id, NULL);

  for (guint i = 0; roll != NULL && stored != NULL && i < roll->len; i++)
    {
      const ZbRecord *row = g_ptr_array_index (roll, i);
      const char *person = zb_record_get (row, "person");
      const ZbRecord *found = person != NULL ? record_for (stored, person) : NULL;
      ZbRecord *fresh;

      if (found != NULL)
        g_ptr_array_add (out, zb_record_copy (found));
      if (found != NULL || !with_new || person == NULL || strcmp (zb_record_get (row, "role"), "member") != 0)
        continue;
      fresh = zb_record_new (&zb_kind_appraisal);
      zb_record_set_int (fresh, "meeting", meeting->id);
      zb_record_set (fresh, "org", zb_record_get (meeting, "org"));
      zb_record_set (fresh, "person", person);
      zb_record_set_int (fresh, "year", year);
      g_ptr_array_add (out, fresh);
    }
  return out;
}

char *
zb_appraisal_words (ZbRegistry *registry, GPtrArray *records, int year, gboolean *out_good)
{
  const ZbCodeTable *grades = zb_code_table_get ("appraisal_grade");
  ZbDate day = { (gint16) year, 12, 31 };
  double share = zb_registry_rule (registry, "appraisal.outstanding_max", day);
  g_autofree char *rule = zb_registry_rule_words (registry, "appraisal.outstanding_max", day);
  g_autoptr(GString) counted = g_string_new (NULL);
  guint best = 0, graded = 0, most;

  for (guint g = 0; g < grades->n_codes; g++)
    {
      guint n = 0;

      for (guint i = 0; i < records->len; i++)
        n += g_strcmp0 (zb_record_get (g_ptr_array_index (records, i), "grade"), grades->codes[g].code) == 0;
      if (n > 0)
        g_string_append_printf (counted, "%s%s %u", counted->len > 0 ? "、" : "", grades->codes[g].label, n);
      best += g == 0 ? n : 0;
      graded += n;
    }
  /* The share stands in the table with four digits: a third of 30 is 10. */
  most = (guint) (graded * share + 0.01);
  *out_good = best <= most;
  if (graded == 0)
    return g_strdup_printf (_("No grades yet. Rule: %s."), rule);
  /* Translators: %1$s how many have which grade, %2$u graded, %3$u may at most be 优秀, %4$s a rule with its source */
  return g_strdup_printf (best <= most ? _("%1$s. Of %2$u graded at most %3$u may be 优秀 (%4$s): kept.")
                                       : _("%1$s. Of %2$u graded at most %3$u may be 优秀 (%4$s): too many."),
                          counted->str, graded, most, rule);
}
