/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/wishes/zb-claims.h"

#include <string.h>

#include "core/wishes/zb-wish-age.h"
#include "store/wishes/zb-wishes.h"
#include "store/zb-check.h"
#include "store/zb-db-private.h"
#include "store/zb-members.h"
#include "store/zb-records.h"

/* Whom members are named by in one line. */
#define NAMES_APART "、"

/* Who claims */

/* The member as he is called on the day, and where he belongs. */
static gboolean
describe (ZbStepRun *run, gint64 person, char **out_name, char **out_branch, GError **error)
{
  g_autoptr(ZbRecord) member = zb_records_get (run->db, &zb_kind_member, person, FALSE, error);

  if (member == NULL || !zb_members_derive (run->db, member, run->day, error))
    return FALSE;
  *out_name = g_strdup (zb_record_title (member));
  *out_branch = NULL;
  if (zb_record_get (member, "branch") != NULL)
    {
      g_autoptr(ZbRecord) branch = zb_records_get (run->db, &zb_kind_organization, zb_record_get_int (member, "branch"), FALSE, error);

      if (branch == NULL)
        return FALSE;
      *out_branch = g_strdup (zb_record_get (branch, "short_name") != NULL ? zb_record_get (branch, "short_name") : zb_record_title (branch));
    }
  return TRUE;
}

/* How many wishes one member may have in hand is the office's own rule; 0 is no ceiling. */
static gboolean
check_ceiling (ZbStepRun *run, gint64 person, const char *name, GError **error)
{
  g_autoptr(ZbRules) rules = zb_rules_load (run->db, error);
  g_autoptr(ZbStmt) stmt = NULL;
  g_autofree char *text = NULL;
  int most;

  if (rules == NULL)
    return FALSE;
  most = (int) zb_rules_value (rules, "wish.claims_per_member", run->day);
  if (most <= 0)
    return TRUE;
  stmt = zb_db_borrow (run->db,
    "SELECT count (*) FROM claimer p JOIN claim c ON c.id = p.claim WHERE p.person = ?1 AND p.withdrawn = 0 AND c.withdrawn = 0 "
    "AND c.state = 'active'", error);
  if (stmt == NULL)
    return FALSE;
  sqlite3_bind_int64 (stmt, 1, person);
  if (zb_db_step (run->db, stmt, error) != 1)
    return FALSE;
  if (sqlite3_column_int (stmt, 0) < most)
    return TRUE;
  text = g_strdup_printf ("%d", sqlite3_column_int (stmt, 0));
  return zb_step_refuse (error, "too-many-claims", name, text, NULL);
}

/* The people of a claim: the one who was chosen, and further ones by name. */
static GArray *
people_of (ZbStepRun *run, GError **error)
{
  g_autoptr(GArray) people = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 person = zb_step_id (run, "person");
  g_auto(GStrv) names = NULL;

  if (person != 0)
    g_array_append_val (people, person);
  if (zb_step_value (run, "together") == NULL)
    return g_steal_pointer (&people);
  names = g_regex_split_simple ("[,，、;；\\s]+", zb_step_value (run, "together"), 0, 0);
  for (guint i = 0; names[i] != NULL; i++)
    {
      gboolean known = FALSE;

      if (*names[i] == '\0')
        continue;
      if (!(person = zb_records_find (run->db, &zb_kind_member, names[i], error)))
        return NULL;
      for (guint k = 0; k < people->len; k++)
        known = known || g_array_index (people, gint64, k) == person;
      if (!known)
        g_array_append_val (people, person);
    }
  return g_steal_pointer (&people);
}

/* Who it is that claims: exactly one of them, and a partner only by name. */
static gboolean
take_claimer (ZbStepRun *run, ZbRecord *claim, GArray *people, GError **error)
{
  gint64 team = zb_step_id (run, "team"), org = zb_step_id (run, "org");
  const char *partner = zb_step_value (run, "partner");
  gboolean is_people = zb_step_id (run, "person") != 0 || (people->len > 0 && team == 0 && org == 0 && partner == NULL);
  g_autofree char *title = NULL;

  if (is_people + (team != 0) + (org != 0) + (partner != NULL) != 1)
    return zb_step_refuse (error, "who-claims", NULL);
  if (is_people)
    {
      zb_record_set (claim, "kind", people->len > 1 ? "together" : "member");
      zb_record_set_int (claim, "person", g_array_index (people, gint64, 0));
      return TRUE;
    }
  if (partner != NULL)
    {
      zb_record_set (claim, "kind", "partner");
      zb_record_set (claim, "name", partner);
      return TRUE;
    }
  title = zb_records_title (run->db, team != 0 ? &zb_kind_team : &zb_kind_organization, team != 0 ? team : org);
  zb_record_set (claim, "kind", team != 0 ? "team" : "org");
  zb_record_set_int (claim, team != 0 ? "team" : "org", team != 0 ? team : org);
  zb_record_set (claim, "name", title);
  return *title != '\0' || zb_step_refuse (error, "who-claims", NULL);
}

typedef struct {
  char *name;
  char *branch;
} Named;

static void
named_clear (gpointer named)
{
  g_free (((Named *) named)->name);
  g_free (((Named *) named)->branch);
}

static GArray *
name_people (ZbStepRun *run, GArray *people, GError **error)
{
  g_autoptr(GArray) names = g_array_new (FALSE, TRUE, sizeof (Named));

  g_array_set_clear_func (names, named_clear);
  for (guint i = 0; i < people->len; i++)
    {
      gint64 person = g_array_index (people, gint64, i);
      Named named = { 0 };

      if (!describe (run, person, &named.name, &named.branch, error))
        return NULL;
      g_array_append_val (names, named);
      if (!check_ceiling (run, person, named.name, error))
        return NULL;
    }
  return g_steal_pointer (&names);
}

/* 王丁、赵三 in one line, as the list of claims prints them. */
static void
take_names (ZbRecord *claim, GArray *names)
{
  g_autoptr(GString) line = g_string_new (NULL);

  for (guint i = 0; i < names->len; i++)
    g_string_append_printf (line, "%s%s", i > 0 ? NAMES_APART : "", g_array_index (names, Named, i).name);
  if (zb_record_get (claim, "name") == NULL)
    zb_record_set (claim, "name", line->str);
  if (names->len > 0 && zb_record_get (claim, "person") != NULL)
    zb_record_set (claim, "branch_name", g_array_index (names, Named, 0).branch);
}

static gboolean
add_people (ZbStepRun *run, gint64 claim, GArray *people, GArray *names, GError **error)
{
  for (guint i = 0; i < people->len; i++)
    {
      g_autoptr(ZbRecord) row = zb_record_new (&zb_kind_claimer);

      zb_record_set_int (row, "claim", claim);
      zb_record_set_int (row, "person", g_array_index (people, gint64, i));
      zb_record_set_int (row, "number", i + 1);
      zb_record_set (row, "name", g_array_index (names, Named, i).name);
      zb_record_set (row, "branch_name", g_array_index (names, Named, i).branch);
      if (!zb_change_set_insert (run->set, row, error))
        return FALSE;
    }
  return TRUE;
}

/* Claiming */

static gboolean
take_share (ZbStepRun *run, const ZbRecord *wish, gint64 pieces, gint64 money, ZbRecord *claim, GError **error)
{
  ZbWishLeft left;
  gint64 rest, rest_money;
  g_autofree char *wanted = NULL, *there = NULL;

  if (!zb_wishes_left (run->db, wish->id, &left, error))
    return FALSE;
  rest = left.wished - left.claimed;
  rest_money = left.estimate - left.money;
  if (pieces == 0 && money == 0)
    pieces = rest;
  if (pieces < 0 || pieces > rest || (pieces == 0 && money == 0))
    {
      wanted = g_strdup_printf ("%" G_GINT64_FORMAT, MAX (pieces, 1));
      there = g_strdup_printf ("%" G_GINT64_FORMAT, MAX (rest, 0));
      return zb_step_refuse (error, "more-than-left", wanted, there, NULL);
    }
  if (money > 0 && pieces == 0 && left.estimate > 0 && money > rest_money)
    {
      wanted = g_strdup_printf ("%" G_GINT64_FORMAT ".%02d", money / 100, (int) (money % 100));
      there = g_strdup_printf ("%" G_GINT64_FORMAT ".%02d", MAX (rest_money, 0) / 100, (int) (MAX (rest_money, 0) % 100));
      return zb_step_refuse (error, "more-money-than-needed", wanted, there, NULL);
    }
  zb_record_set_int (claim, "pieces", pieces);
  if (money > 0)
    zb_record_set_int (claim, "money", money);
  return TRUE;
}

gboolean
zb_claims_make (ZbStepRun *run, const ZbRecord *wish, gint64 pieces, gint64 money, ZbRecord **out_claim, GError **error)
{
  static const char *const same[] = { "promised_on", "given_by", "task" };
  g_autoptr(ZbRecord) claim = zb_record_new (&zb_kind_claim);
  g_autoptr(GArray) people = people_of (run, error);
  g_autoptr(GArray) names = NULL;
  ZbDate promised;

  if (people == NULL || !take_claimer (run, claim, people, error) || !(names = name_people (run, people, error))
      || !zb_date_parse (zb_step_value (run, "promised_on"), &promised, error))
    return FALSE;
  if (zb_date_compare (promised, run->day) < 0)
    return zb_step_refuse (error, "promised-before", zb_step_value (run, "promised_on"), run->on, NULL);
  take_names (claim, names);
  zb_record_set_int (claim, "wish", wish->id);
  zb_record_set (claim, "state", "active");
  zb_record_set (claim, "claimed_on", run->on);
  for (guint i = 0; i < G_N_ELEMENTS (same); i++)
    zb_record_set (claim, same[i], zb_step_value (run, same[i]));
  if (zb_record_get (claim, "given_by") == NULL && money > 0)
    zb_record_set (claim, "given_by", "money");
  if (!take_share (run, wish, pieces, money, claim, error) || !zb_change_set_insert (run->set, claim, error)
      || !add_people (run, claim->id, people, names, error))
    return FALSE;
  if (out_claim != NULL)
    *out_claim = g_steal_pointer (&claim);
  return TRUE;
}

gboolean
zb_claims_end (ZbChangeSet *set, gint64 wish, const char *on, GError **error)
{
  g_autoptr(GPtrArray) claims = zb_wishes_parts (zb_change_set_db (set), &zb_kind_claim, wish, error);

  for (guint i = 0; claims != NULL && i < claims->len; i++)
    {
      ZbRecord *claim = g_ptr_array_index (claims, i);

      if (g_strcmp0 (zb_record_get (claim, "state"), "active") != 0)
        continue;
      zb_record_set (claim, "state", "released");
      zb_record_set (claim, "ended_on", on);
      if (!zb_change_set_update (set, claim, error))
        return FALSE;
    }
  return claims != NULL;
}

/* The steps of one claim */

/* Whether the wish stands where the rest of its claims puts it. */
static gboolean
settle (ZbStepRun *run, ZbRecord *wish, GError **error)
{
  gboolean is_fulfilled;
  ZbWishLeft left;

  if (!zb_wishes_left (run->db, wish->id, &left, error))
    return FALSE;
  is_fulfilled = zb_wish_is_taken (&left) && left.n_active == 0;
  if (!zb_wish_is_taken (&left))
    zb_record_set (wish, "state", "published");
  else if (is_fulfilled)
    zb_record_set (wish, "state", "fulfilled");
  else if (g_strcmp0 (zb_record_get (wish, "state"), "published") == 0)
    zb_record_set (wish, "state", "claimed");
  zb_record_set (wish, "fulfilled_on", is_fulfilled ? run->on : NULL);
  return zb_change_set_update (run->set, wish, error);
}

static gboolean
credit_hours (ZbStepRun *run, const ZbRecord *wish, GError **error)
{
  const char *text = zb_step_value (run, "hours");
  int tenths = text != NULL ? (int) g_ascii_strtoll (text, NULL, 10) : 0;
  gboolean is_each = g_strcmp0 (zb_step_value (run, "hours_rule"), "each") == 0;
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, run->id);
  g_autofree char *contents = NULL;
  g_autoptr(GPtrArray) people = tenths > 0 ? zb_records_list (run->db, &zb_kind_claimer, "claim", id, FALSE, error) : NULL;

  if (tenths <= 0)
    return TRUE;
  contents = g_strdup_printf ("微心愿%s：%s", zb_record_get (wish, "number") != NULL ? zb_record_get (wish, "number") : "", zb_step_value (run, "what"));
  for (guint i = 0; people != NULL && i < people->len; i++)
    {
      g_autoptr(ZbRecord) hours = zb_record_new (&zb_kind_service_hours);
      int share = is_each ? tenths : zb_wish_split_hours (tenths, people->len, i);

      if (share == 0)
        continue;
      zb_record_set_int (hours, "person", zb_record_get_int (g_ptr_array_index (people, i), "person"));
      zb_record_set (hours, "on", run->on);
      zb_record_set_int (hours, "hours", share);
      zb_record_set (hours, "contents", contents);
      zb_record_set (hours, "source", "wish");
      zb_record_set (hours, "confirmed_by", zb_step_value (run, "witness1"));
      zb_record_set_int (hours, "claim", run->id);
      if (!zb_change_set_insert (run->set, hours, error))
        return FALSE;
    }
  return people != NULL;
}

static gboolean
deliver (ZbStepRun *run, const ZbRecord *wish, GError **error)
{
  static const char *const same[] = { "on", "what", "cost", "voucher", "witness1", "witness2", "receipt", "hours", "hours_rule" };
  g_autoptr(ZbRecord) delivery = zb_record_new (&zb_kind_delivery);

  if (g_strcmp0 (zb_step_value (run, "witness1"), zb_step_value (run, "witness2")) == 0)
    return zb_step_refuse (error, "one-witness", zb_step_value (run, "witness1"), NULL);
  zb_record_set_int (delivery, "wish", wish->id);
  zb_record_set_int (delivery, "claim", run->id);
  for (guint i = 0; i < G_N_ELEMENTS (same); i++)
    zb_record_set (delivery, same[i], zb_step_value (run, same[i]));
  return zb_change_set_insert (run->set, delivery, error) && credit_hours (run, wish, error);
}

gboolean
zb_step_apply_claim (ZbStepRun *run, GError **error)
{
  g_autoptr(ZbRecord) claim = zb_records_get (run->db, &zb_kind_claim, run->id, FALSE, error);
  g_autoptr(ZbRecord) wish = claim != NULL ? zb_records_get (run->db, &zb_kind_wish, zb_record_get_int (claim, "wish"), TRUE, error) : NULL;
  gboolean is_delivery = strcmp (run->step->name, "deliver") == 0, is_other = strcmp (run->step->name, "reassign") == 0;
  g_autoptr(ZbRecord) other = NULL;

  if (wish == NULL)
    return FALSE;
  zb_record_set (claim, "state", run->step->to);
  zb_record_set (claim, "ended_on", run->on);
  if (zb_date_compare (run->day, zb_record_get_date (claim, "claimed_on")) < 0)
    return zb_step_refuse (error, "before", run->on, zb_kind_field (&zb_kind_claim, "claimed_on")->heading, zb_record_get (claim, "claimed_on"), NULL);
  if (!zb_change_set_update (run->set, claim, error) || (is_delivery && !deliver (run, wish, error)))
    return FALSE;
  if (is_other && !zb_claims_make (run, wish, zb_record_get_int (claim, "pieces"), zb_record_get_int (claim, "money"), &other, error))
    return FALSE;
  return settle (run, wish, error)
         && zb_wishes_log (run->set, wish, run->step->name, run->on, is_delivery ? zb_step_value (run, "witness1") : zb_step_value (run, "by"),
                           other != NULL ? zb_record_title (other) : zb_record_title (claim),
                           is_delivery ? zb_step_value (run, "what") : zb_step_value (run, "words"), error);
}
