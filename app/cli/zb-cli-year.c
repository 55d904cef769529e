/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "cli/zb-cli-life.h"
#include "core/zb-codes.h"
#include "store/life/zb-meetings.h"
#include "store/life/zb-year.h"
#include "store/zb-records.h"

#define KIND_PLACES 16
#define MONTH_PLACES 5

static const char *const cell_names[] = {
  [ZB_DUTY_NONE] = "none", [ZB_DUTY_HELD] = "held", [ZB_DUTY_OPEN] = "open", [ZB_DUTY_GAP] = "gap", [ZB_DUTY_EXEMPT] = "exempt",
  [ZB_DUTY_NO_BODY] = "no_body",
};
static const char *const cell_marks[] = {
  [ZB_DUTY_NONE] = "·", [ZB_DUTY_HELD] = "·", [ZB_DUTY_OPEN] = "待", [ZB_DUTY_GAP] = "缺", [ZB_DUTY_EXEMPT] = "免", [ZB_DUTY_NO_BODY] = "—",
};

/* What the two commands are told. */
typedef struct {
  gint64 org;
  gint64 person;
  int year;
} Question;

static ZbCliStatus
read_question (ZbCli *cli, const char *branch, const char *member, int year, Question *out)
{
  g_autoptr(GError) error = NULL;

  *out = (Question) { .year = year != 0 ? year : cli->today.year };
  if (year < 0 || year > 9999)
    return zb_cli_wrong (_("“%d” is not a year."), year);
  if (!zb_cli_open (cli, ZB_DB_READ))
    return ZB_CLI_REFUSED;
  if ((branch != NULL && (out->org = zb_cli_find_org (cli, branch, &error)) == 0)
      || (member != NULL && (out->person = zb_records_find (cli->db, &zb_kind_member, member, &error)) == 0))
    return zb_cli_refuse (error);
  return ZB_CLI_DONE;
}

/* The matrix */

static const char *
kind_label (ZbMeetingKind kind)
{
  return zb_code_table_get ("meeting_kind")->codes[kind].label;
}

static JsonNode *
row_json (const ZbOrg *org, const ZbYearRow *row)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  guint done, demanded;

  zb_year_row_rate (row, &done, &demanded);
  json_builder_begin_object (builder);
  zb_cli_put_string (builder, "org", org != NULL ? org->name : "");
  zb_cli_put_string (builder, "kind", zb_code_table_get ("meeting_kind")->codes[row->kind].code);
  zb_cli_put_string (builder, "kind_label", kind_label (row->kind));
  zb_cli_put_int (builder, "period", row->period);
  json_builder_begin_array (json_builder_set_member_name (builder, "held"));
  for (guint month = 0; month < 12; month++)
    json_builder_add_int_value (builder, row->known.held[month]);
  json_builder_end_array (builder);
  json_builder_begin_array (json_builder_set_member_name (builder, "cells"));
  for (guint month = 0; month < 12; month++)
    json_builder_add_string_value (builder, cell_names[row->cells[month]]);
  json_builder_end_array (builder);
  zb_cli_put_int (builder, "done", done);
  zb_cli_put_int (builder, "demanded", demanded);
  json_builder_end_object (builder);
  return json_builder_get_root (builder);
}

static void
print_months (int year)
{
  g_autofree char *title = g_strdup_printf ("%d", year);
  GString *line = g_string_new (NULL);

  zb_cli_append_cell (line, title, KIND_PLACES);
  for (guint month = 1; month <= 12; month++)
    {
      g_autofree char *name = g_strdup_printf ("%u月", month);

      zb_cli_append_cell (line, name, MONTH_PLACES);
    }
  zb_cli_append_cell (line, _("done"), 1);
  zb_cli_say_line (line);
}

static void
print_row (const ZbYearRow *row)
{
  GString *line = g_string_new (NULL);
  guint done, demanded;

  zb_year_row_rate (row, &done, &demanded);
  zb_cli_append_cell (line, kind_label (row->kind), KIND_PLACES);
  for (guint month = 0; month < 12; month++)
    {
      g_autofree char *times = row->known.held[month] > 0 ? g_strdup_printf ("%u", row->known.held[month]) : NULL;

      zb_cli_append_cell (line, times != NULL ? times : cell_marks[row->cells[month]], MONTH_PLACES);
    }
  if (row->period > 0)
    g_string_append_printf (line, "%u/%u", done, demanded);
  zb_cli_say_line (line);
}

static void
print_matrix (ZbOrgTree *tree, GPtrArray *rows, int year)
{
  gint64 org = 0;

  for (guint i = 0; i < rows->len; i++)
    {
      const ZbYearRow *row = g_ptr_array_index (rows, i);
      const ZbOrg *each = zb_org_tree_get (tree, row->org);

      if (row->org != org)
        {
          zb_cli_say ("%s", each != NULL ? each->name : "");
          print_months (year);
        }
      org = row->org;
      print_row (row);
    }
  zb_cli_say (_("A number: held so many times · 缺: missing · 待: the period is not over · 免: exempt · —: there is no committee or no group · ·: nothing more is demanded"));
}

ZbCliStatus
zb_cli_year (ZbCli *cli, int argc, char **argv)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) rows = NULL;
  g_autoptr(ZbOrgTree) tree = NULL;
  g_autofree char *branch = NULL;
  JsonArray *array;
  int year = 0;
  Question question;
  ZbCliStatus status;
  const GOptionEntry entries[] = {
    { "branch", 0, 0, G_OPTION_ARG_STRING, &branch, NULL, NULL }, { "year", 0, 0, G_OPTION_ARG_INT, &year, NULL, NULL }, { NULL }
  };

  if (!zb_cli_options (cli, "year", entries, &argc, &argv, 0, 0))
    return ZB_CLI_USAGE;
  if ((status = read_question (cli, branch, NULL, year, &question)) != ZB_CLI_DONE)
    return status;
  if (!(tree = zb_cli_tree (cli, TRUE)))
    return ZB_CLI_REFUSED;
  if (!(rows = zb_year_matrix (cli->db, question.org, question.year, cli->today, &error)))
    return zb_cli_refuse (error);
  if (!cli->json)
    {
      print_matrix (tree, rows, question.year);
      return ZB_CLI_DONE;
    }
  array = json_array_new ();
  for (guint i = 0; i < rows->len; i++)
    {
      const ZbYearRow *row = g_ptr_array_index (rows, i);

      json_array_add_element (array, row_json (zb_org_tree_get (tree, row->org), row));
    }
  zb_cli_print_json (json_node_init_array (json_node_alloc (), array));
  json_array_unref (array);
  return ZB_CLI_DONE;
}

/* Numbers */

static gboolean
write_numbers (ZbCli *cli, const Question *question, guint *out_changed, GError **error)
{
  g_autofree char *subject = g_strdup_printf ("%d年", question->year);
  g_autoptr(ZbChangeSet) set = zb_change_set_begin (cli->db, "meeting.renumber", subject, error);

  return set != NULL && zb_meetings_renumber_year (set, question->org, question->year, out_changed, error) && zb_change_set_commit (set, NULL, error);
}

ZbCliStatus
zb_cli_renumber (ZbCli *cli, int argc, char **argv)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *branch = NULL;
  int year = 0;
  guint changed = 0;
  Question question;
  ZbCliStatus status;
  const GOptionEntry entries[] = {
    { "branch", 0, 0, G_OPTION_ARG_STRING, &branch, NULL, NULL }, { "year", 0, 0, G_OPTION_ARG_INT, &year, NULL, NULL }, { NULL }
  };

  if (!zb_cli_options (cli, "renumber", entries, &argc, &argv, 0, 0))
    return ZB_CLI_USAGE;
  if (!zb_cli_open (cli, ZB_DB_WRITE))
    return ZB_CLI_REFUSED;
  if ((status = read_question (cli, branch, NULL, year, &question)) != ZB_CLI_DONE)
    return status;
  if (question.org == 0)
    return zb_cli_wrong (_("Say whose meetings: zhibu-cli renumber --branch NAME"));
  if (!write_numbers (cli, &question, &changed, &error))
    return zb_cli_refuse (error);
  if (cli->json)
    {
      g_autoptr(JsonObject) object = json_object_new ();

      json_object_set_int_member (object, "changed", changed);
      zb_cli_print_json (json_node_init_object (json_node_alloc (), object));
      return ZB_CLI_DONE;
    }
  if (changed == 0)
    zb_cli_say (_("The meetings are numbered in their order already."));
  else
    /* Translators: %u meetings */
    zb_cli_say (ngettext ("%u meeting has another number now.", "%u meetings have another number now.", changed), changed);
  return ZB_CLI_DONE;
}

/* Study hours */

static char *
hours_text (int tenths)
{
  g_autofree char *stored = g_strdup_printf ("%d", tenths);

  return zb_field_show (zb_kind_field (&zb_kind_meeting, "hours"), stored, FALSE);
}

static void
add_hours (JsonObject *object, const char *name, int tenths)
{
  json_object_set_double_member (object, name, tenths / 10.0);
}

static void
print_cells (const char *const *cells, const guint *places, guint n)
{
  GString *line = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    zb_cli_append_cell (line, cells[i], places[i]);
  zb_cli_say_line (line);
}

/* What counts for one person, meeting by meeting, and the sum. */
static gboolean
study_of_person (ZbCli *cli, const Question *question, GError **error)
{
  static const guint places[] = { 12, 16, 40, 8, 1 };
  g_autoptr(GPtrArray) entries = zb_study_of_person (cli->db, question->person, question->year, error);
  g_autoptr(JsonArray) array = json_array_new ();
  int sum = 0;
  g_autofree char *total = NULL;

  if (entries == NULL)
    return FALSE;
  for (guint i = 0; i < entries->len; i++)
    {
      const ZbStudyEntry *entry = g_ptr_array_index (entries, i);
      g_autofree char *on = zb_date_to_text (entry->on);
      g_autofree char *hours = hours_text (entry->tenths);
      g_autofree char *missed = hours_text (entry->missed);
      g_autofree char *why = entry->made_up ? g_strdup (_("made up")) : entry->missed > 0 ? g_strdup_printf (_("%s hours to make up"), missed) : g_strdup ("");
      const char *const cells[] = { on != NULL ? on : "", kind_label (entry->kind), entry->title, hours, why };
      JsonObject *object = json_object_new ();

      sum += entry->tenths;
      if (!cli->json)
        print_cells (cells, places, G_N_ELEMENTS (cells));
      json_object_set_string_member (object, "on", on != NULL ? on : "");
      json_object_set_string_member (object, "kind", zb_code_table_get ("meeting_kind")->codes[entry->kind].code);
      json_object_set_string_member (object, "title", entry->title);
      add_hours (object, "hours", entry->tenths);
      add_hours (object, "missed", entry->missed);
      json_object_set_boolean_member (object, "made_up", entry->made_up);
      json_array_add_object_element (array, object);
    }
  total = hours_text (sum);
  if (cli->json)
    zb_cli_print_json (json_node_init_array (json_node_alloc (), array));
  else
    /* Translators: %1$d a year, %2$s a number of hours */
    zb_cli_say (_("%1$d: %2$s study hours"), question->year, total);
  return TRUE;
}

/* Of every year that is over its last day counts, of the running one today. */
static ZbDate
day_of_year (ZbCli *cli, int year)
{
  ZbDate end = { (gint16) year, 12, 31 };

  return zb_date_compare (end, cli->today) < 0 ? end : cli->today.year == year ? cli->today : end;
}

static void
add_study (ZbCli *cli, const ZbStudyYear *one, JsonArray *array)
{
  static const guint places[] = { 14, 8, 8, 8, 1 };
  int lacking = MAX (one->needed - one->tenths, 0);
  g_autofree char *hours = hours_text (one->tenths);
  g_autofree char *needed = hours_text (one->needed);
  g_autofree char *lacks = lacking > 0 ? hours_text (lacking) : g_strdup ("—");
  g_autofree char *missed = one->missed > 0 ? hours_text (one->missed) : g_strdup ("—");
  const char *const cells[] = { one->name, hours, needed, lacks, missed };
  JsonObject *object;

  if (!cli->json)
    {
      print_cells (cells, places, G_N_ELEMENTS (cells));
      return;
    }
  object = json_object_new ();
  json_object_set_string_member (object, "name", one->name);
  json_object_set_boolean_member (object, "officer", one->officer);
  add_hours (object, "hours", one->tenths);
  add_hours (object, "needed", one->needed);
  add_hours (object, "lacking", lacking);
  add_hours (object, "missed", one->missed);
  json_array_add_object_element (array, object);
}

/* Everybody of the organisation, or of all that stand at the top. */
static gboolean
study_of_org (ZbCli *cli, const Question *question, GError **error)
{
  static const guint places[] = { 14, 8, 8, 8, 1 };
  const char *const headings[] = { zb_kind_field (&zb_kind_attendance, "name")->heading, zb_kind_field (&zb_kind_meeting, "hours")->heading,
                                   _("needed"), _("lacking"), _("could be made up") };
  ZbDate day = day_of_year (cli, question->year);
  g_autoptr(ZbOrgTree) tree = zb_org_tree_load (cli->db, day, FALSE, error);
  g_autoptr(JsonArray) array = json_array_new ();

  if (tree == NULL)
    return FALSE;
  if (!cli->json)
    print_cells (headings, places, G_N_ELEMENTS (headings));
  for (guint i = 0; i < zb_org_tree_size (tree); i++)
    {
      const ZbOrg *org = zb_org_tree_at (tree, i);
      g_autoptr(GPtrArray) people = NULL;

      if (question->org != 0 ? org->id != question->org : org->parent != 0)
        continue;
      if (!(people = zb_study_of_org (cli->db, org->id, day, error)))
        return FALSE;
      for (guint p = 0; p < people->len; p++)
        add_study (cli, g_ptr_array_index (people, p), array);
    }
  if (cli->json)
    zb_cli_print_json (json_node_init_array (json_node_alloc (), array));
  return TRUE;
}

ZbCliStatus
zb_cli_study (ZbCli *cli, int argc, char **argv)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *branch = NULL;
  g_autofree char *member = NULL;
  int year = 0;
  Question question;
  ZbCliStatus status;
  const GOptionEntry entries[] = {
    { "branch", 0, 0, G_OPTION_ARG_STRING, &branch, NULL, NULL }, { "member", 0, 0, G_OPTION_ARG_STRING, &member, NULL, NULL },
    { "year", 0, 0, G_OPTION_ARG_INT, &year, NULL, NULL }, { NULL }
  };

  if (!zb_cli_options (cli, "study", entries, &argc, &argv, 0, 0))
    return ZB_CLI_USAGE;
  if (branch != NULL && member != NULL)
    return zb_cli_wrong (_("Give --branch or --member, not both."));
  if ((status = read_question (cli, branch, member, year, &question)) != ZB_CLI_DONE)
    return status;
  if (!(member != NULL ? study_of_person (cli, &question, &error) : study_of_org (cli, &question, &error)))
    return zb_cli_refuse (error);
  return ZB_CLI_DONE;
}
