/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/document/papers/zb-paper-names.h"

#include <string.h>

#include "store/zb-members.h"
#include "store/zb-records.h"

/* A subject of a vote that is longer is no name. */
#define LONGEST_NAME 15

void
zb_names_free (ZbNames *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->names, g_ptr_array_unref);
  g_free (self->org);
  g_free (self->occasion);
  g_free (self);
}

static void
add (ZbNames *self, const char *name)
{
  g_autofree char *clean = zb_clean_words (name);

  if (*clean != '\0')
    g_ptr_array_add (self->names, g_steal_pointer (&clean));
}

static gboolean
add_people (ZbNames *self, ZbDb *db, const ZbRosterRequest *people, GError **error)
{
  g_autoptr(ZbRosterRequest) request = zb_roster_request_copy (people);
  g_autoptr(ZbSheet) sheet = NULL;
  const char *cells[1];

  g_strfreev (request->columns);
  request->columns = g_strsplit ("name", ",", -1);
  if (!(sheet = zb_sheet_new (db, NULL, request, error)))
    return FALSE;
  for (guint i = 0; i < zb_sheet_n_rows (sheet); i++)
    {
      if (!zb_sheet_row (sheet, i, cells, error))
        return FALSE;
      add (self, cells[0]);
    }
  self->by_strokes = *zb_sheet_order_line (sheet) != '\0';
  return TRUE;
}

/* Whose election is voted on, each by a vote of its own. */
static void
add_candidates (ZbNames *self, ZbDb *db, const ZbMeetingFacts *facts)
{
  for (guint i = 0; i < facts->resolutions->len; i++)
    {
      const ZbRecord *vote = g_ptr_array_index (facts->resolutions, i);
      gint64 person = zb_record_get_int (vote, "person");
      const char *subject = zb_text_words (vote, "subject");
      g_autofree char *name = person != 0 ? zb_records_title (db, &zb_kind_member, person) : g_strdup (subject);

      if (strcmp (zb_text_words (vote, "kind"), "election") != 0)
        continue;
      if (zb_record_get (vote, "entitled") != NULL)
        self->entitled = (int) zb_record_get_int (vote, "entitled");
      if (zb_record_get (vote, "present") != NULL)
        self->present = (int) zb_record_get_int (vote, "present");
      if (person != 0 || (g_utf8_strlen (subject, -1) <= LONGEST_NAME && strstr (subject, "选举") == NULL))
        add (self, name);
    }
}

static void
add_roll (ZbNames *self, const ZbMeetingFacts *facts)
{
  for (guint i = 0; i < facts->roll->len; i++)
    {
      const ZbRecord *row = g_ptr_array_index (facts->roll, i);

      if (!zb_row_is_exempt (row) && !zb_row_is_excused (row))
        add (self, zb_record_title (row));
    }
}

static gboolean
add_of_meeting (ZbNames *self, ZbDb *db, const ZbDocumentRequest *request, ZbNamesUse use, gboolean with_names, GError **error)
{
  g_autoptr(ZbMeetingFacts) facts = zb_meeting_facts_load (db, request->meeting, request->as_of, error);
  ZbDate day;

  if (facts == NULL)
    return FALSE;
  day = zb_meeting_day (facts->meeting);
  self->day = zb_date_is_set (day) ? day : request->as_of;
  self->org = g_strdup (zb_meeting_facts_org_name (facts));
  self->occasion = g_strdup (zb_text_words (facts->meeting, "title"));
  if (!with_names)
    return TRUE;
  if (use == ZB_NAMES_CANDIDATES)
    add_candidates (self, db, facts);
  else
    add_roll (self, facts);
  return TRUE;
}

/* The organisation asked for, or the only one that stands at the top. */
static gboolean
find_org (ZbNames *self, ZbDb *db, const ZbDocumentRequest *request, GError **error)
{
  g_autoptr(ZbOrgTree) tree = zb_org_tree_load (db, request->as_of, FALSE, error);
  gint64 id = request->org != 0 ? request->org : request->people != NULL ? request->people->org : 0;
  const ZbOrg *org = tree != NULL && id != 0 ? zb_org_tree_get (tree, id) : NULL;

  if (tree == NULL)
    return FALSE;
  if (id == 0 && zb_org_tree_size (tree) > 0 && zb_org_tree_at (tree, 0)->below + 1 == zb_org_tree_size (tree))
    org = zb_org_tree_at (tree, 0);
  self->org = g_strdup (org != NULL ? org->name : "");
  self->occasion = g_strdup ("");
  return TRUE;
}

ZbNames *
zb_names_load (ZbDb *db, const ZbDocumentRequest *request, ZbNamesUse use, GError **error)
{
  g_autoptr(ZbNames) self = g_new0 (ZbNames, 1);
  gboolean is_given = request->names != NULL && request->names[0] != NULL;

  self->names = g_ptr_array_new_with_free_func (g_free);
  self->day = request->as_of;
  self->entitled = self->present = -1;
  for (guint i = 0; is_given && request->names[i] != NULL; i++)
    add (self, request->names[i]);
  if (!is_given && request->people != NULL && !add_people (self, db, request->people, error))
    return NULL;
  if (request->meeting != 0 ? !add_of_meeting (self, db, request, use, !is_given && request->people == NULL, error)
                            : !find_org (self, db, request, error))
    return NULL;
  if (self->names->len == 0)
    return zb_paper_refuse (error, use == ZB_NAMES_CANDIDATES ? "no-candidates" : "no-names");
  return g_steal_pointer (&self);
}
