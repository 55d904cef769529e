/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "cli/zb-cli-life.h"
#include "service/zb-words-service.h"
#include "service/zb-words.h"
#include "store/service/zb-check-service.h"
#include "store/service/zb-service-activities.h"
#include "store/service/zb-service-hours.h"
#include "store/zb-records.h"

/* What `add service_activity` was told: for the activity, for the meeting that it is, and who signed up. */
typedef struct {
  ZbRecord *meeting;
  ZbRecord *activity;
  GArray *people;
  gboolean everybody;
} Told;

static void
told_clear (Told *told)
{
  g_clear_pointer (&told->meeting, zb_record_free);
  g_clear_pointer (&told->activity, zb_record_free);
  g_clear_pointer (&told->people, g_array_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Told, told_clear)

static gboolean
assign (ZbCli *cli, Told *told, const char *word, ZbCliStatus *out_status, GError **error)
{
  g_autofree char *name = NULL;
  ZbRecord *record = told->activity;
  const char *value;
  const ZbField *field;
  gint64 link;

  *out_status = ZB_CLI_USAGE;
  if (!zb_cli_split (word, &name, &value))
    return FALSE;
  *out_status = ZB_CLI_REFUSED;
  if (strcmp (name, "people") == 0)
    {
      told->everybody = strcmp (value, "全体") == 0 || strcmp (value, "all") == 0;
      return told->everybody || zb_cli_find_people (cli, value, told->people, error);
    }
  if ((field = zb_cli_field (&zb_kind_service_activity, name)) == NULL)
    {
      record = told->meeting;
      field = zb_cli_field (&zb_kind_meeting, name);
    }
  if (field == NULL || (field->flags & (ZB_FIELD_HIDDEN | ZB_FIELD_BY_STEP)) != 0)
    {
      *out_status = zb_cli_wrong (_("“%1$s” is not a field of a %2$s."), name, zb_kind_service_activity.name);
      return FALSE;
    }
  if (field->type != ZB_FIELD_LINK)
    return zb_record_read (record, field->name, value, error);
  if (!zb_cli_find_link (cli, field->link, value, &link, error))
    return FALSE;
  zb_record_set_int (record, field->name, link);
  return TRUE;
}

ZbCliStatus
zb_cli_add_activity (ZbCli *cli, int argc, char **argv)
{
  g_auto(Told) told = { zb_record_new (&zb_kind_meeting), zb_record_new (&zb_kind_service_activity), g_array_new (FALSE, FALSE, sizeof (gint64)), FALSE };
  g_autoptr(GError) error = NULL;
  g_autoptr(ZbChangeSet) set = NULL;
  const gint64 *people;
  ZbCliStatus status;
  gboolean good;

  for (int i = 0; i < argc; i++)
    if (!assign (cli, &told, argv[i], &status, &error))
      return error != NULL ? zb_cli_refuse (error) : status;
  people = (const gint64 *) told.people->data;
  if (!(set = zb_change_set_begin (cli->db, "service_activity.add", NULL, &error)))
    return zb_cli_refuse (error);
  good = zb_record_get (told.activity, "meeting") != NULL
           ? zb_service_activities_set_up (set, told.activity, people, told.people->len, &error)
           : zb_service_activities_add (set, told.meeting, told.activity, people, told.people->len, told.everybody, &error);
  if (!good)
    return zb_cli_refuse (error);
  zb_change_set_subject (set, zb_record_title (told.activity));
  if (!zb_change_set_commit (set, NULL, &error))
    return zb_cli_refuse (error);
  return zb_cli_say_made (cli, &zb_kind_service_activity, told.activity->id);
}

ZbCliStatus
zb_cli_say_issued (ZbCli *cli, const ZbKind *kind, gint64 person)
{
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, person);
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) all = zb_records_list (cli->db, kind, "person", id, FALSE, &error);

  if (all == NULL)
    return zb_cli_refuse (error);
  return zb_cli_say_made (cli, kind, ((ZbRecord *) g_ptr_array_index (all, all->len - 1))->id);
}

/* What records have beyond their fields */

static GPtrArray *
findings_of (ZbCli *cli, const ZbRecord *record, GError **error)
{
  if (record->kind == &zb_kind_service_activity)
    return zb_check_activity (cli->db, record->id, cli->today, error);
  if (record->kind == &zb_kind_service_hours)
    return zb_check_hours (cli->db, zb_record_get_int (record, "person"), zb_record_get (record, "on"), cli->today, error);
  return g_ptr_array_new_with_free_func ((GDestroyNotify) zb_finding_free);
}

/* Parts that people see with the whole: who is in a team, the community's words, an activity's hours, what corrects hours. */
static const struct {
  const ZbKind *whole;
  const ZbKind *part;
  const char *field;
  const char *name;
} parts[] = {
  { &zb_kind_team, &zb_kind_team_member, "team", "members" },
  { &zb_kind_volunteer, &zb_kind_community_feedback, "volunteer", "feedback" },
  { &zb_kind_service_activity, &zb_kind_service_hours, "activity", "hours" },
  { &zb_kind_service_hours, &zb_kind_service_hours, "corrects", "corrections" },
};

static GPtrArray *
parts_of (ZbCli *cli, guint at, const ZbRecord *record, GError **error)
{
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, record->id);

  return zb_records_list (cli->db, parts[at].part, parts[at].field, id, FALSE, error);
}

static void
add_standing (JsonObject *object, const ZbServiceStanding *standing)
{
  JsonObject *service = json_object_new ();

  json_object_set_double_member (service, "hours", (double) standing->all / 10);
  json_object_set_double_member (service, "hours_year", (double) standing->year / 10);
  json_object_set_int_member (service, "stars", standing->stars);
  json_object_set_object_member (object, "service", service);
}

gboolean
zb_cli_service_json (ZbCli *cli, ZbOrgTree *tree, const ZbRecord *record, JsonObject *object, GError **error)
{
  g_autoptr(GPtrArray) findings = findings_of (cli, record, error);
  ZbServiceStanding standing;

  if (findings == NULL)
    return FALSE;
  for (guint at = 0; at < G_N_ELEMENTS (parts); at++)
    {
      g_autoptr(GPtrArray) found = parts[at].whole == record->kind ? parts_of (cli, at, record, error) : NULL;
      JsonArray *array;

      if (parts[at].whole != record->kind)
        continue;
      if (found == NULL)
        return FALSE;
      array = json_array_new ();
      for (guint i = 0; i < found->len; i++)
        json_array_add_element (array, zb_cli_record_json (cli, tree, g_ptr_array_index (found, i), FALSE));
      json_object_set_array_member (object, parts[at].name, array);
    }
  if (record->kind == &zb_kind_service_activity || record->kind == &zb_kind_service_hours)
    {
      JsonArray *array = json_array_new ();

      for (guint i = 0; i < findings->len; i++)
        json_array_add_string_element (array, ((ZbFinding *) g_ptr_array_index (findings, i))->rule);
      json_object_set_array_member (object, "findings", array);
    }
  if (record->kind != &zb_kind_member)
    return TRUE;
  if (!zb_service_standing (cli->db, record->id, cli->today, &standing, error))
    return FALSE;
  add_standing (object, &standing);
  return TRUE;
}

static void
print_part (ZbCli *cli, const ZbRecord *part)
{
  g_autoptr(GString) line = g_string_new (part->kind->heading);

  for (guint i = 1; part->kind->list_columns[i] != NULL; i++)
    {
      int field = zb_kind_field_index (part->kind, part->kind->list_columns[i]);
      g_autofree char *text = zb_cli_show_value (cli, NULL, part, (guint) field, TRUE);

      g_string_append_printf (line, "\t%s", text);
    }
  zb_cli_say ("%s", line->str);
}

gboolean
zb_cli_service_print (ZbCli *cli, const ZbRecord *record, GError **error)
{
  g_autoptr(GPtrArray) findings = findings_of (cli, record, error);
  ZbServiceStanding standing;
  g_autofree char *words = NULL;

  if (findings == NULL)
    return FALSE;
  for (guint at = 0; at < G_N_ELEMENTS (parts); at++)
    {
      g_autoptr(GPtrArray) found = parts[at].whole == record->kind ? parts_of (cli, at, record, error) : NULL;

      for (guint i = 0; found != NULL && i < found->len; i++)
        print_part (cli, g_ptr_array_index (found, i));
    }
  for (guint i = 0; i < findings->len; i++)
    {
      g_autofree char *sentence = zb_words_finding (g_ptr_array_index (findings, i));

      zb_cli_say ("! %s", sentence);
    }
  if (record->kind != &zb_kind_member)
    return TRUE;
  if (!zb_service_standing (cli->db, record->id, cli->today, &standing, error))
    return FALSE;
  words = standing.all > 0 ? zb_words_service (&standing) : NULL;
  if (words != NULL)
    zb_cli_say ("志愿服务\t%s", words);
  return TRUE;
}
