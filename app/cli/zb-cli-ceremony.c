/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "cli/zb-cli-life.h"
#include "service/zb-unsworn.h"
#include "service/zb-words.h"
#include "store/life/zb-ceremonies.h"
#include "store/life/zb-oaths.h"
#include "store/zb-check.h"
#include "store/zb-records.h"

/* Names with commas between them, Western or Chinese. */
gboolean
zb_cli_find_people (ZbCli *cli, const char *names, GArray *people, GError **error)
{
  g_auto(GStrv) each = NULL;
  g_autoptr(GString) text = g_string_new (names);

  g_string_replace (text, "、", ",", 0);
  g_string_replace (text, "，", ",", 0);
  each = g_strsplit (text->str, ",", -1);
  for (guint i = 0; each[i] != NULL; i++)
    {
      gint64 id;

      if (*g_strstrip (each[i]) == '\0')
        continue;
      if (!zb_cli_find_link (cli, "member", each[i], &id, error))
        return FALSE;
      g_array_append_val (people, id);
    }
  return TRUE;
}

/* What `add ceremony` was told: for the ceremony, for the meeting that it is, and who stands in it. */
typedef struct {
  ZbRecord *meeting;
  ZbRecord *ceremony;
  GArray *people;
} Told;

static void
told_clear (Told *told)
{
  g_clear_pointer (&told->meeting, zb_record_free);
  g_clear_pointer (&told->ceremony, zb_record_free);
  g_clear_pointer (&told->people, g_array_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Told, told_clear)

static gboolean
assign (ZbCli *cli, Told *told, const char *word, ZbCliStatus *out_status, GError **error)
{
  g_autofree char *name = NULL;
  const char *value;
  const ZbField *field;
  ZbRecord *record = told->ceremony;
  gint64 link;

  *out_status = ZB_CLI_USAGE;
  if (!zb_cli_split (word, &name, &value))
    return FALSE;
  *out_status = ZB_CLI_REFUSED;
  if (strcmp (name, "people") == 0)
    return zb_cli_find_people (cli, value, told->people, error);
  if ((field = zb_cli_field (&zb_kind_ceremony, name)) == NULL)
    {
      record = told->meeting;
      field = zb_cli_field (&zb_kind_meeting, name);
    }
  if (field == NULL || (field->flags & (ZB_FIELD_HIDDEN | ZB_FIELD_BY_STEP)) != 0)
    {
      *out_status = zb_cli_wrong (_("“%1$s” is not a field of a %2$s."), name, zb_kind_ceremony.name);
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
zb_cli_add_ceremony (ZbCli *cli, int argc, char **argv)
{
  g_auto(Told) told = { zb_record_new (&zb_kind_meeting), zb_record_new (&zb_kind_ceremony), g_array_new (FALSE, FALSE, sizeof (gint64)) };
  g_autoptr(GError) error = NULL;
  g_autoptr(ZbChangeSet) set = NULL;
  const gint64 *people;
  ZbCliStatus status;
  gboolean good;

  for (int i = 0; i < argc; i++)
    if (!assign (cli, &told, argv[i], &status, &error))
      return error != NULL ? zb_cli_refuse (error) : status;
  people = (const gint64 *) told.people->data;
  if (!(set = zb_change_set_begin (cli->db, "ceremony.add", NULL, &error)))
    return zb_cli_refuse (error);
  good = zb_record_get (told.ceremony, "meeting") != NULL
           ? zb_ceremonies_set_up (set, told.ceremony, people, told.people->len, &error)
           : zb_ceremonies_add (set, told.meeting, told.ceremony, people, told.people->len, &error);
  if (!good)
    return zb_cli_refuse (error);
  zb_change_set_subject (set, zb_record_title (told.ceremony));
  if (!zb_change_set_commit (set, NULL, &error))
    return zb_cli_refuse (error);
  return zb_cli_say_made (cli, &zb_kind_ceremony, told.ceremony->id);
}

/* What is done to one */

void
zb_cli_print_ceremony_steps (void)
{
  zb_cli_say ("%-16s %s %s=…", "people", "添加仪式人员", "people");
  zb_cli_say ("%-16s %s", "freeze", "重新记录当日信息");
}

gboolean
zb_cli_is_ceremony_step (const ZbKind *kind, const char *name)
{
  return kind == &zb_kind_ceremony && (strcmp (name, "people") == 0 || strcmp (name, "freeze") == 0);
}

ZbCliStatus
zb_cli_do_ceremony (ZbCli *cli, gint64 ceremony, const char *name, int argc, char **argv)
{
  gboolean is_people = strcmp (name, "people") == 0;
  g_autofree char *title = zb_records_title (cli->db, &zb_kind_ceremony, ceremony);
  g_autofree char *action = g_strdup_printf ("ceremony.%s", name);
  g_autoptr(GArray) people = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr(GError) error = NULL;
  g_autoptr(ZbChangeSet) set = NULL;
  g_autofree char *words = NULL;

  if (argc != is_people || (is_people && !g_str_has_prefix (argv[0], "people=")))
    return is_people ? zb_cli_wrong (_("The step “%1$s” asks for %2$s=…"), name, "people")
                     : zb_cli_wrong (_("The step “%1$s” asks for no “%2$s”."), name, argv[0]);
  if (is_people && !zb_cli_find_people (cli, argv[0] + strlen ("people="), people, &error))
    return zb_cli_refuse (error);
  if (!(set = zb_change_set_begin (cli->db, action, title, &error))
      || !(is_people ? zb_ceremonies_add_people (set, ceremony, (const gint64 *) people->data, people->len, &error)
                     : zb_ceremonies_freeze (set, ceremony, &error))
      || !zb_change_set_commit (set, NULL, &error))
    return zb_cli_refuse (error);
  words = zb_words_action (action, title, 1);
  zb_cli_say ("%s", words);
  return ZB_CLI_DONE;
}

/* What one has beyond its fields */

gboolean
zb_cli_ceremony_json (ZbCli *cli, ZbOrgTree *tree, const ZbRecord *ceremony, JsonObject *object, GError **error)
{
  g_autoptr(GPtrArray) people = zb_ceremonies_people (cli->db, ceremony->id, error);
  JsonArray *array;

  if (people == NULL)
    return FALSE;
  array = json_array_new ();
  for (guint i = 0; i < people->len; i++)
    json_array_add_element (array, zb_cli_record_json (cli, tree, g_ptr_array_index (people, i), FALSE));
  json_object_set_array_member (object, "people", array);
  return zb_cli_add_parts (cli, tree, object, "programme", &zb_kind_agenda_item, zb_record_get_int (ceremony, "meeting"), NULL, error);
}

static const char *
words_of (const ZbRecord *record, const char *field)
{
  return zb_record_get (record, field) != NULL ? zb_record_get (record, field) : "";
}

gboolean
zb_cli_ceremony_print (ZbCli *cli, const ZbRecord *ceremony, GError **error)
{
  g_autoptr(GPtrArray) people = zb_ceremonies_people (cli->db, ceremony->id, error);
  g_autoptr(GPtrArray) steps = people != NULL ? zb_meetings_parts (cli->db, &zb_kind_agenda_item, zb_record_get_int (ceremony, "meeting"), error) : NULL;

  if (steps == NULL)
    return FALSE;
  for (guint i = 0; i < people->len; i++)
    {
      const ZbRecord *person = g_ptr_array_index (people, i);
      g_autofree char *role = zb_field_show (zb_kind_field (person->kind, "role"), zb_record_get (person, "role"), FALSE);
      g_autofree char *joined = zb_date_to_print (zb_record_get_date (person, "joined_on"));

      zb_cli_say ("%s\t%s\t%s\t%s\t%s", role, words_of (person, "number"), words_of (person, "name"), joined, words_of (person, "branch_name"));
    }
  for (guint i = 0; i < steps->len; i++)
    {
      const ZbRecord *step = g_ptr_array_index (steps, i);

      zb_cli_say ("议程\t%s\t%s", words_of (step, "number"), words_of (step, "title"));
    }
  return TRUE;
}

/* Who has not sworn */

static GPtrArray *
find_unsworn (ZbCli *cli, ZbMemberColumns *columns, gint64 org, GError **error)
{
  g_autoptr(ZbRules) rules = zb_rules_load (cli->db, error);
  g_autoptr(GHashTable) sworn = rules != NULL ? zb_oaths_sworn (cli->db, cli->today, error) : NULL;
  g_autoptr(GHashTable) planned = sworn != NULL ? zb_oaths_planned (cli->db, error) : NULL;

  return planned != NULL ? zb_unsworn_list (columns, org, sworn, planned, (int) zb_rules_value (rules, "dev.oath_advice", cli->today)) : NULL;
}

static JsonNode *
unsworn_json (GPtrArray *people)
{
  JsonArray *array = json_array_new ();
  JsonNode *node = json_node_alloc ();

  for (guint i = 0; i < people->len; i++)
    {
      const ZbUnsworn *one = g_ptr_array_index (people, i);
      JsonObject *object = json_object_new ();
      g_autofree char *joined = zb_date_to_text (one->joined);
      g_autofree char *planned = zb_date_to_text (one->planned);

      json_object_set_string_member (object, "name", one->name);
      json_object_set_string_member (object, "branch", one->branch);
      json_object_set_string_member (object, "joined_on", joined);
      json_object_set_int_member (object, "days", one->days);
      json_object_set_boolean_member (object, "late", one->is_late);
      json_object_set_string_member (object, "planned", planned);
      json_array_add_object_element (array, object);
    }
  json_node_init_array (node, array);
  json_array_unref (array);
  return node;
}

ZbCliStatus
zb_cli_oaths (ZbCli *cli, int argc, char **argv)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *branch = NULL;
  g_autoptr(ZbMemberColumns) columns = NULL;
  g_autoptr(GPtrArray) people = NULL;
  const GOptionEntry entries[] = { { "branch", 0, 0, G_OPTION_ARG_STRING, &branch, NULL, NULL }, { NULL } };
  gint64 org = 0;

  if (!zb_cli_options (cli, "oaths", entries, &argc, &argv, 0, 0))
    return ZB_CLI_USAGE;
  if (!zb_cli_open (cli, ZB_DB_READ))
    return ZB_CLI_REFUSED;
  if ((branch != NULL && (org = zb_cli_find_org (cli, branch, &error)) == 0) || !(columns = zb_cli_columns (cli, &error))
      || !(people = find_unsworn (cli, columns, org, &error)))
    return zb_cli_refuse (error);
  if (cli->json)
    zb_cli_print_json (unsworn_json (people));
  for (guint i = 0; !cli->json && i < people->len; i++)
    {
      const ZbUnsworn *one = g_ptr_array_index (people, i);
      g_autofree char *words = zb_unsworn_words (one);

      zb_cli_say ("%s\t%s\t%s", one->name, one->branch, words);
    }
  if (!cli->json && people->len == 0)
    zb_cli_say (_("Every probationary member has sworn."));
  return ZB_CLI_DONE;
}
