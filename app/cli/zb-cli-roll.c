/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "cli/zb-cli-life.h"
#include "core/zb-error.h"
#include "service/zb-words-life.h"
#include "store/life/zb-roll.h"
#include "store/zb-records.h"

static void
extend_row (ZbCli *cli, JsonObject *object, const ZbRecord *row)
{
  g_autofree char *words = zb_words_roll (cli->db, row);

  json_object_set_string_member (object, "words", words);
}

static void
print_roll (ZbCli *cli, const ZbRecord *meeting, GPtrArray *rows)
{
  static const struct { const char *field; guint places; } columns[] = {
    { "seat", 5 }, { "name", 14 }, { "place_of", 20 }, { "post", 16 }, { "role", 13 }, { "expected", 5 }, { "voter", 9 }, { "state", 9 }, { "reason", 1 },
  };
  g_autofree char *count = zb_words_count (cli->db, meeting->id);
  GString *line = g_string_new (NULL);

  zb_cli_say ("%s\t%s", zb_record_title (meeting), count);
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    zb_cli_append_cell (line, zb_kind_field (&zb_kind_attendance, columns[i].field)->heading, columns[i].places);
  zb_cli_say_line (line);
  for (guint r = 0; r < rows->len; r++)
    {
      const ZbRecord *row = g_ptr_array_index (rows, r);

      line = g_string_new (NULL);
      for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
        {
          g_autofree char *text = zb_field_show (zb_kind_field (row->kind, columns[i].field), zb_record_get (row, columns[i].field), FALSE);

          zb_cli_append_cell (line, text, columns[i].places);
        }
      zb_cli_say_line (line);
    }
}

static gboolean
show_roll (ZbCli *cli, gint64 meeting, GError **error)
{
  g_autoptr(ZbRecord) record = zb_records_get (cli->db, &zb_kind_meeting, meeting, FALSE, error);
  g_autoptr(GPtrArray) rows = record != NULL ? zb_meetings_parts (cli->db, &zb_kind_attendance, meeting, error) : NULL;
  JsonObject *object;
  JsonNode *node;
  ZbMeetingCount count;

  if (rows == NULL)
    return FALSE;
  if (!cli->json)
    {
      print_roll (cli, record, rows);
      return TRUE;
    }
  if (!zb_meetings_count (cli->db, meeting, &count, error))
    return FALSE;
  object = json_object_new ();
  node = json_node_init_object (json_node_alloc (), object);
  json_object_unref (object);
  json_object_set_string_member (object, "uid", record->uid);
  json_object_set_string_member (object, "title", zb_record_title (record));
  zb_cli_add_count (object, &count);
  if (!zb_cli_add_parts (cli, NULL, object, "rows", &zb_kind_attendance, meeting, extend_row, error))
    {
      json_node_free (node);
      return FALSE;
    }
  zb_cli_print_json (node);
  return TRUE;
}

typedef struct {
  char **add;
  char **observers;
  char **guests;
  gboolean refresh;
  char *marks; /* (nullable): what is typed after the numbers */
} RollOrders;

/* A member of the registry, or, for who only listens, a name. */
static gboolean
add_people (ZbCli *cli, ZbChangeSet *set, gint64 meeting, char *const *names, const char *role, GError **error)
{
  const ZbField *field = zb_kind_field (&zb_kind_attendance, "name");
  gboolean is_member = strcmp (role, "member") == 0;

  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    {
      gint64 person = strcmp (role, "guest") != 0 ? zb_records_find (cli->db, &zb_kind_member, names[i], is_member ? error : NULL) : 0;
      g_autofree char *name = NULL;

      if ((is_member && person == 0) || (person == 0 && !zb_field_read (field, names[i], &name, error))
          || !zb_roll_add (set, meeting, person, name, role, NULL, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
change_roll (ZbCli *cli, gint64 meeting, const RollOrders *orders, GError **error)
{
  g_autofree char *title = zb_records_title (cli->db, &zb_kind_meeting, meeting);
  g_autoptr(ZbChangeSet) set = zb_change_set_begin (cli->db, orders->marks != NULL ? "meeting.mark" : "meeting.roll", title, error);

  return set != NULL && (!orders->refresh || zb_roll_fill (set, meeting, error))
         && add_people (cli, set, meeting, orders->add, "member", error)
         && add_people (cli, set, meeting, orders->observers, "observer", error)
         && add_people (cli, set, meeting, orders->guests, "guest", error)
         && (orders->marks == NULL || zb_roll_command (set, meeting, orders->marks, error)) && zb_change_set_commit (set, NULL, error);
}

/* Why the person of a number stands on the roll as he does. */
static gboolean
explain_seat (ZbCli *cli, gint64 meeting, const char *seat, GError **error)
{
  g_autofree char *text = g_strdup_printf ("%s@#%" G_GINT64_FORMAT, seat, meeting);
  gint64 id = zb_records_find (cli->db, &zb_kind_attendance, text, NULL);
  g_autoptr(ZbRecord) row = id != 0 ? zb_records_get (cli->db, &zb_kind_attendance, id, FALSE, error) : NULL;
  g_autofree char *words = row != NULL ? zb_words_roll (cli->db, row) : NULL;

  if (row == NULL)
    {
      g_set_error (error, ZB_DATA_ERROR, ZB_DATA_ERROR_REFUSED, "no-such-seat|%s", seat);
      return FALSE;
    }
  zb_cli_say ("%s", words);
  return TRUE;
}

ZbCliStatus
zb_cli_roll (ZbCli *cli, int argc, char **argv)
{
  g_autoptr(GError) error = NULL;
  g_auto(GStrv) add = NULL;
  g_auto(GStrv) observers = NULL;
  g_auto(GStrv) guests = NULL;
  g_autofree char *why = NULL;
  g_autofree char *marks = NULL;
  gboolean refresh = FALSE, writes;
  gint64 meeting;
  const GOptionEntry entries[] = {
    { "add", 0, 0, G_OPTION_ARG_STRING_ARRAY, &add, NULL, NULL },
    { "observer", 0, 0, G_OPTION_ARG_STRING_ARRAY, &observers, NULL, NULL },
    { "guest", 0, 0, G_OPTION_ARG_STRING_ARRAY, &guests, NULL, NULL },
    { "refresh", 0, 0, G_OPTION_ARG_NONE, &refresh, NULL, NULL },
    { "why", 0, 0, G_OPTION_ARG_STRING, &why, NULL, NULL },
    { NULL }
  };

  if (!zb_cli_options (cli, "roll", entries, &argc, &argv, 1, -1))
    return ZB_CLI_USAGE;
  marks = argc > 2 ? g_strjoinv (" ", argv + 2) : NULL;
  writes = marks != NULL || add != NULL || observers != NULL || guests != NULL || refresh;
  if (writes && why != NULL)
    return zb_cli_wrong (_("--why changes nothing; give it alone."));
  if (!zb_cli_open (cli, writes ? ZB_DB_WRITE : ZB_DB_READ))
    return ZB_CLI_REFUSED;
  if ((meeting = zb_cli_find (cli, &zb_kind_meeting, argv[1], &error)) == 0
      || (writes && !change_roll (cli, meeting, &(RollOrders) { add, observers, guests, refresh, marks }, &error))
      || !(why != NULL ? explain_seat (cli, meeting, why, &error) : show_roll (cli, meeting, &error)))
    return zb_cli_refuse (error);
  return ZB_CLI_DONE;
}
