/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "cli/zb-cli-life.h"
#include "service/zb-words.h"
#include "service/zb-words-life.h"
#include "store/life/zb-check-life.h"
#include "store/life/zb-meetings.h"
#include "store/life/zb-roll.h"
#include "store/zb-records.h"

/* Text beside text: Chinese characters take two places of a terminal. */
static guint
places_of (const char *text)
{
  guint places = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    places += g_unichar_iszerowidth (g_utf8_get_char (p)) ? 0 : g_unichar_iswide (g_utf8_get_char (p)) ? 2 : 1;
  return places;
}

void
zb_cli_append_cell (GString *line, const char *text, guint places)
{
  guint taken = places_of (text);

  g_string_append_printf (line, "%s%*s", text, (int) (taken < places ? places - taken : 1), "");
}

void
zb_cli_say_line (GString *line)
{
  g_autofree char *text = g_string_free (line, FALSE);

  zb_cli_say ("%s", g_strchomp (text));
}

/* A day as typed; of an end the day behind it, since it is counted in. */
static gboolean
read_bound (const char *text, gboolean is_end, ZbDate *out, GError **error)
{
  ZbDate day;

  *out = ZB_DATE_NONE;
  if (text == NULL)
    return TRUE;
  if (!zb_date_read (text, &day, error))
    return FALSE;
  /* 2026-03 begins on its first day and ends on its last. */
  if (!is_end)
    *out = (ZbDate) { day.year, MAX (day.month, 1), MAX (day.day, 1) };
  else if (day.day != 0)
    *out = zb_date_add_days (day, 1);
  else
    *out = zb_date_add_months ((ZbDate) { day.year, MAX (day.month, 1), 1 }, day.month != 0 ? 1 : 12);
  return TRUE;
}

gboolean
zb_cli_read_days (const char *from, const char *to, ZbDate *out_from, ZbDate *out_to, GError **error)
{
  return read_bound (from, FALSE, out_from, error) && read_bound (to, TRUE, out_to, error);
}

void
zb_cli_add_count (JsonObject *object, const ZbMeetingCount *count)
{
  const struct { const char *name; guint value; } figures[] = {
    { "expected", count->expected }, { "present", count->present }, { "late", count->late }, { "excused", count->excused },
    { "absent", count->absent }, { "unmarked", count->unmarked }, { "extra", count->extra }, { "observers", count->observers },
    { "guests", count->guests }, { "voters", count->voters }, { "voters_present", count->voters_present },
  };
  JsonObject *figures_object = json_object_new ();

  for (guint i = 0; i < G_N_ELEMENTS (figures); i++)
    json_object_set_int_member (figures_object, figures[i].name, figures[i].value);
  json_object_set_object_member (object, "count", figures_object);
}

gboolean
zb_cli_add_parts (ZbCli *cli, ZbOrgTree *tree, JsonObject *object, const char *name, const ZbKind *kind, gint64 meeting, ZbCliExtend extend,
                  GError **error)
{
  g_autoptr(GPtrArray) parts = zb_meetings_parts (cli->db, kind, meeting, error);
  JsonArray *array;

  if (parts == NULL)
    return FALSE;
  array = json_array_new ();
  for (guint i = 0; i < parts->len; i++)
    {
      JsonNode *node = zb_cli_record_json (cli, tree, g_ptr_array_index (parts, i), FALSE);

      if (extend != NULL)
        extend (cli, json_node_get_object (node), g_ptr_array_index (parts, i));
      json_array_add_element (array, node);
    }
  json_object_set_array_member (object, name, array);
  return TRUE;
}

static void
extend_vote (ZbCli *cli, JsonObject *object, const ZbRecord *resolution)
{
  g_autofree char *words = zb_words_vote (cli->db, resolution);

  json_object_set_string_member (object, "working", words);
}

/* One meeting */

static void
add_findings (JsonObject *object, GPtrArray *findings)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < findings->len; i++)
    {
      g_autofree char *words = zb_words_finding (g_ptr_array_index (findings, i));
      JsonObject *finding = json_object_new ();

      json_object_set_string_member (finding, "rule", ((ZbFinding *) g_ptr_array_index (findings, i))->rule);
      json_object_set_string_member (finding, "words", words);
      json_array_add_object_element (array, finding);
    }
  json_object_set_array_member (object, "findings", array);
}

gboolean
zb_cli_meeting_json (ZbCli *cli, ZbOrgTree *tree, gint64 meeting, JsonObject *object, GError **error)
{
  g_autoptr(GPtrArray) findings = zb_check_meeting (cli->db, meeting, cli->today, error);
  ZbMeetingCount count;

  if (findings == NULL || !zb_meetings_count (cli->db, meeting, &count, error)
      || !zb_cli_add_parts (cli, tree, object, "agenda", &zb_kind_agenda_item, meeting, NULL, error)
      || !zb_cli_add_parts (cli, tree, object, "resolutions", &zb_kind_resolution, meeting, extend_vote, error)
      || !zb_cli_add_parts (cli, tree, object, "attachments", &zb_kind_attachment, meeting, NULL, error))
    return FALSE;
  zb_cli_add_count (object, &count);
  add_findings (object, findings);
  return TRUE;
}

static void
print_agenda (const ZbRecord *item)
{
  const char *number = zb_record_get (item, "number"), *speaker = zb_record_get (item, "speaker"), *outcome = zb_record_get (item, "outcome");

  zb_cli_say ("%s\t%s%s%s%s%s%s%s", item->kind->heading, number != NULL ? number : "", number != NULL ? " " : "", zb_record_title (item),
              speaker != NULL ? "\t" : "", speaker != NULL ? speaker : "", outcome != NULL ? "\t" : "", outcome != NULL ? outcome : "");
}

/* The figures of a vote by their printed names, then the working. */
static void
print_vote (ZbCli *cli, const ZbRecord *vote)
{
  static const char *const figures[] = { "entitled", "present", "written", "votes_for", "votes_against", "abstained" };
  g_autofree char *words = zb_words_vote (cli->db, vote);
  g_autoptr(GString) line = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (figures); i++)
    if (zb_record_get (vote, figures[i]) != NULL)
      g_string_append_printf (line, "%s%s %s", line->len > 0 ? " · " : "", zb_kind_field (vote->kind, figures[i])->heading,
                              zb_record_get (vote, figures[i]));
  zb_cli_say ("%s\t%s\t%s\t%s", vote->kind->heading, zb_record_title (vote), line->str, words);
}

static void
print_attachment (const ZbRecord *attachment)
{
  g_autofree char *kind = zb_field_show (zb_kind_field (attachment->kind, "kind"), zb_record_get (attachment, "kind"), FALSE);
  const char *caption = zb_record_get (attachment, "caption");

  zb_cli_say ("%s\t%s\t%s\t%s", attachment->kind->heading, kind, zb_record_title (attachment), caption != NULL ? caption : "");
}

gboolean
zb_cli_meeting_print (ZbCli *cli, gint64 meeting, GError **error)
{
  g_autoptr(GPtrArray) agenda = zb_meetings_parts (cli->db, &zb_kind_agenda_item, meeting, error);
  g_autoptr(GPtrArray) votes = agenda != NULL ? zb_meetings_parts (cli->db, &zb_kind_resolution, meeting, error) : NULL;
  g_autoptr(GPtrArray) findings = votes != NULL ? zb_check_meeting (cli->db, meeting, cli->today, error) : NULL;
  g_autoptr(GPtrArray) attachments = findings != NULL ? zb_meetings_parts (cli->db, &zb_kind_attachment, meeting, error) : NULL;
  g_autofree char *count = zb_words_count (cli->db, meeting);

  if (attachments == NULL)
    return FALSE;
  zb_cli_say ("%s\t%s", zb_kind_attendance.heading, count);
  for (guint i = 0; i < agenda->len; i++)
    print_agenda (g_ptr_array_index (agenda, i));
  for (guint i = 0; i < votes->len; i++)
    print_vote (cli, g_ptr_array_index (votes, i));
  for (guint i = 0; i < attachments->len; i++)
    print_attachment (g_ptr_array_index (attachments, i));
  for (guint i = 0; i < findings->len; i++)
    {
      g_autofree char *words = zb_words_finding (g_ptr_array_index (findings, i));

      zb_cli_say ("⚠\t%s", words);
    }
  return TRUE;
}

/* Meetings made from others */

typedef gboolean (*MakeFunc) (ZbChangeSet *set, gint64 from, const char *value, gint64 *out_id, GError **error);

static gboolean
make_beside (ZbChangeSet *set, gint64 from, const char *value, gint64 *out_id, GError **error)
{
  return zb_meetings_add_beside (set, from, value, out_id, error);
}

static gboolean
make_from_plan (ZbChangeSet *set, gint64 from, const char *value, gint64 *out_id, GError **error)
{
  ZbDate day;

  return zb_date_parse (value, &day, error) && zb_meetings_from_plan (set, from, day, out_id, error);
}

/* They look like steps of the record that they begin from, and ask for one thing. */
static const struct {
  const ZbKind *kind;
  const char *name;
  const char *heading;
  const char *asks;  /* what it asks for … */
  const char *field; /* … which is read as this field of a meeting */
  MakeFunc make;
} makings[] = {
  { &zb_kind_meeting, "beside", "同场另记一次会议", "kind", "kind", make_beside },
  { &zb_kind_plan_item, "meet", "按计划安排会议", "on", "planned_on", make_from_plan },
};

static int
making_named (const ZbKind *kind, const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (makings); i++)
    if (makings[i].kind == kind && strcmp (makings[i].name, name) == 0)
      return (int) i;
  return -1;
}

gboolean
zb_cli_is_making (const ZbKind *kind, const char *name)
{
  return making_named (kind, name) >= 0;
}

void
zb_cli_print_makings (const ZbKind *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (makings); i++)
    if (makings[i].kind == kind)
      zb_cli_say ("%-16s %s %s=…", makings[i].name, makings[i].heading, makings[i].asks);
}

static gint64
make (ZbCli *cli, int at, gint64 from, const char *value, GError **error)
{
  g_autofree char *title = zb_records_title (cli->db, makings[at].kind, from);
  g_autoptr(ZbChangeSet) set = zb_change_set_begin (cli->db, "meeting.add", title, error);
  gint64 id = 0;

  return set != NULL && makings[at].make (set, from, value, &id, error) && zb_change_set_commit (set, NULL, error) ? id : 0;
}

ZbCliStatus
zb_cli_make (ZbCli *cli, const ZbKind *kind, gint64 from, const char *name, int argc, char **argv)
{
  int at = making_named (kind, name);
  g_autoptr(GError) error = NULL;
  g_autofree char *field = NULL;
  g_autofree char *value = NULL;
  const char *text;
  gint64 id;

  if (argc != 1)
    return zb_cli_wrong (_("The step “%1$s” asks for %2$s=…"), name, makings[at].asks);
  if (!zb_cli_split (argv[0], &field, &text))
    return ZB_CLI_USAGE;
  if (strcmp (field, makings[at].asks) != 0)
    return zb_cli_wrong (_("The step “%1$s” asks for no “%2$s”."), name, field);
  if (!zb_field_read (zb_kind_field (&zb_kind_meeting, makings[at].field), text, &value, &error))
    return zb_cli_refuse (error);
  if (value == NULL)
    return zb_cli_wrong (_("The step “%1$s” asks for %2$s=…"), name, makings[at].asks);
  if ((id = make (cli, at, from, value, &error)) == 0)
    return zb_cli_refuse (error);
  return zb_cli_say_made (cli, &zb_kind_meeting, id);
}
