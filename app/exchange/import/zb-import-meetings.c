/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ledgers of meetings: when, where, of which kind, who led them, and what was talked about. */
#include "config.h"

#include <string.h>

#include "core/zb-codes.h"
#include "exchange/import/zb-import-private.h"
#include "store/life/zb-meetings.h"
#include "store/zb-records.h"

#define NAMES_APART "、"

/* Shorter words stand in names that mean something else: 大会. */
#define LEAST_WORD 3

/* 二季度支部党员大会: the kind that the name of a meeting holds, the longest word of it. Returns: (nullable) */
static const char *
kind_of_title (const char *title)
{
  const ZbCodeTable *table = zb_code_table_get ("meeting_kind");
  const char *best = NULL;
  gsize longest = 0;

  for (guint i = 0; title != NULL && i < table->n_codes; i++)
    {
      const ZbCode *code = &table->codes[i];
      g_autofree char *all = g_strconcat (code->label, "|", code->words != NULL ? code->words : "", NULL);
      g_auto(GStrv) words = g_strsplit (all, "|", -1);

      for (guint w = 0; words[w] != NULL; w++)
        if ((w == 0 || g_utf8_strlen (words[w], -1) >= LEAST_WORD) && strlen (words[w]) > longest && strstr (title, words[w]) != NULL)
          {
            best = code->code;
            longest = strlen (words[w]);
          }
    }
  return best;
}

static gboolean
is_same (const ZbRecord *meeting, const ZbRecord *other)
{
  const char *title = zb_record_get (meeting, "title");

  return zb_record_get_int (other, "org") == zb_record_get_int (meeting, "org")
         && g_strcmp0 (zb_record_get (other, "kind"), zb_record_get (meeting, "kind")) == 0
         && (title == NULL || g_strcmp0 (zb_record_get (other, "title"), title) == 0);
}

/* The meeting that is there already: of the organisation, the kind and the day, held or planned, and of the same name where the row
 * gives one. Those of the day are asked for: a branch has as many meetings as the ledger has rows. */
static gboolean
find_meeting (ZbImportTaking *row, const ZbRecord *meeting, ZbRecord **out_meeting, GError **error)
{
  static const char *const days[] = { "held_on", "planned_on" };

  for (guint d = 0; d < G_N_ELEMENTS (days) && *out_meeting == NULL; d++)
    {
      g_autoptr(GPtrArray) meetings = zb_records_list (row->import->db, &zb_kind_meeting, days[d], zb_record_get (meeting, "held_on"), FALSE, error);

      if (meetings == NULL)
        return FALSE;
      for (guint i = 0; i < meetings->len && *out_meeting == NULL; i++)
        {
          const ZbRecord *other = g_ptr_array_index (meetings, i);

          /* What was planned for the day and held on another is another meeting. */
          if (is_same (meeting, other) && (d == 0 || zb_record_get (other, "held_on") == NULL))
            *out_meeting = zb_record_copy (other);
        }
    }
  return TRUE;
}

static gboolean
update_meeting (ZbImportTaking *row, ZbRecord *meeting, GError **error)
{
  row->match = meeting->id;
  for (guint i = 0; i < zb_kind_meeting.n_fields; i++)
    {
      const ZbField *field = &zb_kind_meeting.fields[i];

      if (field->type == ZB_FIELD_LINK || (field->flags & ZB_FIELD_BY_STEP) || !zb_import_draft_changes (row->import, row->draft, i, meeting->values[i]))
        continue;
      g_string_append_printf (row->changes, "%s%s", row->changes->len > 0 ? NAMES_APART : "", field->heading);
      zb_record_set (meeting, field->name, row->draft->values[i]);
    }
  row->verdict = row->changes->len > 0 ? ZB_IMPORT_UPDATE : ZB_IMPORT_SAME;
  return row->changes->len == 0 || zb_meetings_update (row->set, meeting, error);
}

/* What the row says of the agenda, with its lines. Returns: (transfer full) */
static char *
agenda_of (const ZbImportTaking *row)
{
  const ZbField *item = zb_kind_field (&zb_kind_agenda_item, "title");

  for (guint i = 0; i < row->import->columns->len; i++)
    {
      const ZbImportColumnState *state = g_ptr_array_index (row->import->columns, i);

      if (state->shown.field == item && row->draft->cells[i] != NULL && row->draft->cells[i]->text != NULL)
        return g_strdup (zb_import_plain_text (row->import, row->draft->cells[i]->text, TRUE));
    }
  return g_strdup ("");
}

/* 议题: each line of the cell is an item. */
static gboolean
add_agenda (ZbImportTaking *row, gint64 meeting, GError **error)
{
  g_autofree char *text = agenda_of (row);
  g_auto(GStrv) lines = g_strsplit (text, "\n", -1);
  int number = 0;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autoptr(ZbRecord) item = zb_record_new (&zb_kind_agenda_item);

      if (*g_strstrip (lines[i]) == '\0')
        continue;
      zb_record_set_int (item, "meeting", meeting);
      zb_record_set_int (item, "number", ++number);
      zb_record_set (item, "title", lines[i]);
      if (!zb_change_set_insert (row->set, item, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
zb_import_take_meeting (ZbImportTaking *row, GError **error)
{
  g_autoptr(ZbRecord) meeting = zb_import_draft_record (row);
  g_autoptr(ZbRecord) known = NULL;
  gint64 org;

  if (zb_record_get (meeting, "held_on") == NULL)
    return zb_import_stop (row, "held_on", NULL, "day-missing");
  if (zb_record_get (meeting, "kind") == NULL)
    {
      const char *kind = kind_of_title (zb_record_get (meeting, "title"));

      if (kind == NULL)
        return zb_import_stop (row, "kind", zb_record_get (meeting, "title"), "meeting-kind-missing");
      zb_record_set (meeting, "kind", kind);
      zb_import_tell (row, "kind", zb_code_label (zb_code_table_get ("meeting_kind"), kind), "meeting-kind-from-name");
    }
  if ((org = zb_import_seek_org (row, error)) == 0)
    return row->verdict == ZB_IMPORT_ERROR;
  zb_record_set_int (meeting, "org", org);
  if (!find_meeting (row, meeting, &known, error))
    return FALSE;
  if (known != NULL)
    return update_meeting (row, known, error);
  /* A ledger does not say who was there: with a roll that nobody has called, everybody would count as absent. */
  return zb_meetings_add (row->set, meeting, error) && add_agenda (row, meeting->id, error);
}
