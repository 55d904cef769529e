/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli/zb-cli-paper.h"

#include <glib/gi18n.h>
#include <string.h>

#include "store/zb-records.h"

/* What can be read by old eyes, and what still fits a page. */
#define LEAST_SIZE 6
#define MOST_SIZE 18
/* Chinese characters that fit one line of A3. */
#define MOST_WIDTH 60

void
zb_cli_paper_clear (ZbCliPaper *paper)
{
  g_free (paper->paper);
  g_free (paper->direction);
  g_free (paper->widths);
  g_free (paper->people);
  g_free (paper->sequence);
}

/* g_strsplit_set() would cut Chinese characters at their bytes. */
char **
zb_cli_split_names (const char *text)
{
  g_autoptr(GString) names = g_string_new (text);

  g_string_replace (names, "，", ",", 0);
  return g_strsplit (names->str, ",", -1);
}

static gint64 *
find_people (ZbCli *cli, const char *text, guint *out_n, GError **error)
{
  g_auto(GStrv) names = zb_cli_split_names (text);
  g_autoptr(GArray) ids = g_array_new (TRUE, FALSE, sizeof (gint64));

  for (guint i = 0; names[i] != NULL; i++)
    {
      gint64 id = zb_records_find (cli->db, &zb_kind_member, g_strstrip (names[i]), error);

      if (id == 0)
        return NULL;
      g_array_append_val (ids, id);
    }
  *out_n = ids->len;
  return g_memdup2 (ids->data, (ids->len + 1) * sizeof (gint64));
}

/* The column that a name or a heading means; its name. */
static const char *
column_name (const ZbRosterRequest *request, const char *text)
{
  const ZbKind *kind = zb_kind_get (request->roster->kind);
  const ZbField *field = zb_kind_field_by_heading (kind, text);

  for (guint i = 0; i < request->roster->n_columns; i++)
    {
      const ZbRosterColumn *column = &request->roster->columns[i];

      if (strcmp (column->field, text) == 0 || g_strcmp0 (column->heading, text) == 0)
        return column->field;
    }
  return field != NULL ? field->name : text;
}

static gboolean
take_widths (const ZbCliPaper *paper, ZbRosterRequest *request)
{
  g_auto(GStrv) parts = zb_cli_split_names (paper->widths);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      char *equal = strchr (parts[i], '='), *end = NULL;
      double width = equal != NULL ? g_ascii_strtod (equal + 1, &end) : 0;

      if (equal == NULL || end == equal + 1 || *g_strchug (end) != '\0' || !(width > 0 && width <= MOST_WIDTH))
        return FALSE;
      *equal = '\0';
      zb_roster_request_set_width (request, column_name (request, g_strstrip (parts[i])), width);
    }
  return TRUE;
}

/* Returns: (nullable): what is the matter */
static const char *
wrong_with (const ZbCliPaper *paper)
{
  if (paper->paper != NULL && g_ascii_strcasecmp (paper->paper, "a4") != 0 && g_ascii_strcasecmp (paper->paper, "a3") != 0)
    return _("The paper is a4 or a3: --paper a3");
  if (paper->direction != NULL && strcmp (paper->direction, "portrait") != 0 && strcmp (paper->direction, "landscape") != 0)
    return _("The direction is portrait or landscape: --direction portrait");
  if (paper->size != 0 && !(paper->size >= LEAST_SIZE && paper->size <= MOST_SIZE))
    return _("The type is 6 to 18 points large: --size 14");
  return NULL;
}

static gboolean
take_people (ZbCli *cli, const ZbCliPaper *paper, ZbRosterRequest *request, GError **error)
{
  g_autofree gint64 *sequence = NULL;
  guint n;

  if (paper->people != NULL)
    {
      g_free (request->ids);
      if (!(request->ids = find_people (cli, paper->people, &request->n_ids, error)))
        return FALSE;
    }
  if (paper->sequence == NULL)
    return TRUE;
  if (!(sequence = find_people (cli, paper->sequence, &n, error)))
    return FALSE;
  zb_roster_request_set_sequence (request, sequence, n);
  return TRUE;
}

gboolean
zb_cli_paper_take (ZbCli *cli, const ZbCliPaper *paper, ZbRosterRequest *request, ZbCliStatus *out_status)
{
  const char *wrong = wrong_with (paper);
  g_autoptr(GError) error = NULL;

  if (wrong == NULL && (paper->people != NULL || paper->sequence != NULL) && !zb_roster_request_takes_sequence (request->roster))
    wrong = _("Only a list of members takes --people and --sequence.");
  if (wrong == NULL && paper->widths != NULL && !take_widths (paper, request))
    wrong = _("Widths are in characters: --widths name=4,note=12");
  if (wrong != NULL)
    {
      *out_status = zb_cli_wrong ("%s", wrong);
      return FALSE;
    }
  if (paper->paper != NULL)
    request->paper_a3 = g_ascii_strcasecmp (paper->paper, "a3") == 0;
  if (paper->direction != NULL)
    request->portrait = strcmp (paper->direction, "portrait") == 0;
  if (paper->size != 0)
    request->font_size = paper->size;
  request->spread_names |= paper->spread;
  if (!take_people (cli, paper, request, &error))
    {
      *out_status = zb_cli_refuse (error);
      return FALSE;
    }
  return TRUE;
}
