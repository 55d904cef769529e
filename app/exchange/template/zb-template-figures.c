/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How many of the people of a list are women, probationary, of an age …: the figures of the overview, of these people and this day. */
#include "config.h"

#include <string.h>

#include "core/zb-figures.h"
#include "exchange/paper/zb-meeting-words.h"
#include "exchange/template/zb-template-private.h"

struct _ZbTemplateFigures {
  GPtrArray *figures;       /* (owned) */
  ZbOrgTree *tree;          /* (owned) */
  ZbMemberColumns *columns; /* (owned) */
  GArray *people;           /* (owned) (element-type gint64) */
};

static GPtrArray *
all_figures (void)
{
  static const char *const tables[] = { "summary", "list", "sex", "age", "education", "standing", "joined", "job" };
  GPtrArray *out = zb_figures_new (tables[0]);

  for (guint i = 1; i < G_N_ELEMENTS (tables); i++)
    g_ptr_array_extend_and_steal (out, zb_figures_new (tables[i]));
  return out;
}

GPtrArray *
zb_template_figures_names (const ZbRoster *roster)
{
  return roster->subject != ZB_ROSTER_OF_PERSON ? all_figures () : NULL;
}

static void
add_roll (ZbTemplateFigures *self, const ZbMeetingFacts *meeting)
{
  for (guint i = 0; i < meeting->roll->len; i++)
    {
      const ZbRecord *row = g_ptr_array_index (meeting->roll, i);
      gint64 person = zb_record_get_int (row, "person");

      if (person != 0 && strcmp (zb_text_words (row, "role"), "member") == 0)
        g_array_append_val (self->people, person);
    }
}

static void
add_rows (ZbTemplateFigures *self, ZbSheet *sheet)
{
  for (guint i = 0; i < zb_sheet_n_rows (sheet); i++)
    {
      gint64 person = zb_sheet_person (sheet, i);

      if (person != 0)
        g_array_append_val (self->people, person);
    }
}

/* Everybody who is there, in the organisation of the list. */
static void
add_organization (ZbTemplateFigures *self, const ZbRosterRequest *request)
{
  g_autoptr(ZbFilter) filter = zb_filter_new ();
  g_autofree char *org = g_strdup_printf ("%" G_GINT64_FORMAT, request->org);
  ZbMemberQuery query = { .filter = filter, .order = ZB_ORDER_OWN, .scope = ZB_SCOPE_HERE };
  g_autofree gint64 *ids = NULL;
  guint n;

  if (request->org != 0)
    zb_filter_add (filter, "org", ZB_FILTER_EQUAL, (const char *const[]) { org, NULL });
  ids = zb_member_columns_query (self->columns, &query, &n);
  for (guint i = 0; i < n; i++)
    {
      ZbMemberEntry entry;

      zb_member_columns_get (self->columns, (guint) zb_member_columns_find (self->columns, ids[i]), &entry);
      if (request->org == 0 || request->with_below || entry.org == request->org || entry.group == request->org)
        g_array_append_val (self->people, ids[i]);
    }
}

ZbTemplateFigures *
zb_template_figures_new (ZbDb *db, ZbSheet *sheet, const ZbMeetingFacts *meeting, GError **error)
{
  g_autoptr(ZbTemplateFigures) self = g_new0 (ZbTemplateFigures, 1);
  const ZbRosterRequest *request = sheet->request;
  ZbDate day = meeting != NULL && zb_date_is_set (zb_meeting_day (meeting->meeting)) ? zb_meeting_day (meeting->meeting) : request->as_of;

  self->figures = all_figures ();
  self->people = g_array_new (FALSE, FALSE, sizeof (gint64));
  if (!(self->tree = zb_org_tree_load (db, day, TRUE, error)) || !(self->columns = zb_member_columns_load (db, self->tree, day, NULL, NULL, error)))
    return NULL;
  if (meeting != NULL)
    add_roll (self, meeting);
  else if (strcmp (request->roster->kind, zb_kind_member.name) == 0)
    add_rows (self, sheet);
  else
    add_organization (self, request);
  return g_steal_pointer (&self);
}

void
zb_template_figures_free (ZbTemplateFigures *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->figures, g_ptr_array_unref);
  g_clear_pointer (&self->tree, zb_org_tree_unref);
  g_clear_pointer (&self->columns, zb_member_columns_unref);
  g_clear_pointer (&self->people, g_array_unref);
  g_free (self);
}

char *
zb_template_figures_get (ZbTemplateFigures *self, guint index, GError **error)
{
  const ZbFigure *figure = g_ptr_array_index (self->figures, index);
  g_autoptr(ZbFilter) filter = zb_filter_parse (figure->filter, self->tree, error);
  ZbMemberCounts counts;

  if (filter == NULL)
    return NULL;
  zb_member_columns_count_people (self->columns, (const gint64 *) self->people->data, self->people->len, filter, &counts);
  return g_strdup_printf ("%u", counts.people);
}
