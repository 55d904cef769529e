/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/paper/zb-row-source.h"

#include <string.h>

#include "exchange/paper/zb-record-rows.h"

static const ZbRowSource *const sources[] = {
  &zb_row_source_people, &zb_row_source_groups, &zb_row_source_committee, &zb_row_source_medal, &zb_row_source_letters, &zb_row_source_organizations, &zb_row_source_terms,
  &zb_row_source_sign_in, &zb_row_source_sign_in_people, &zb_row_source_attendance,
  &zb_row_source_study_person, &zb_row_source_study_hours, &zb_row_source_meeting_year, &zb_row_source_make_up,
  &zb_row_source_appraisal, &zb_row_source_plan, &zb_row_source_meetings, &zb_row_source_swearers, &zb_row_source_birthdays,
  &zb_row_source_public_wishes, &zb_row_source_wishes, &zb_row_source_wish_form, &zb_row_source_wish_claims, &zb_row_source_wish_open,
  &zb_row_source_wish_year,
  &zb_row_source_service_person, &zb_row_source_service_hours, &zb_row_source_service_teams, &zb_row_source_service_year,
  &zb_row_source_service_activities, &zb_row_source_reported, &zb_row_source_certificates_issued,
};

const ZbRowSource *
zb_row_source_for (const ZbRoster *roster)
{
  const char *name = roster->rows != NULL ? roster->rows : roster->kind;

  for (guint i = 0; i < G_N_ELEMENTS (sources); i++)
    if (strcmp (sources[i]->name, name) == 0)
      return sources[i];
  return &zb_row_source_records;
}

const ZbRowColumn *
zb_row_source_column (const ZbRowSource *source, const char *name)
{
  for (guint i = 0; i < source->n_columns; i++)
    if (strcmp (source->columns[i].name, name) == 0 || strcmp (source->columns[i].heading, name) == 0)
      return &source->columns[i];
  return NULL;
}

const ZbField *
zb_row_column_field (const ZbRowColumn *column)
{
  g_auto(GStrv) parts = column->of != NULL ? g_strsplit (column->of, ".", 2) : NULL;
  const ZbKind *kind = parts != NULL ? zb_kind_get (parts[0]) : NULL;

  return kind != NULL ? zb_kind_field (kind, parts[1]) : NULL;
}

gboolean
zb_row_column_is_public (const ZbRowColumn *column)
{
  const ZbField *field = zb_row_column_field (column);

  if (column->of == NULL)
    return column->is_number;
  return field != NULL && (field->flags & (ZB_FIELD_PUBLIC | ZB_FIELD_PRIVATE)) == ZB_FIELD_PUBLIC;
}

gboolean
zb_roster_column_is_private (const ZbRoster *roster, const char *name)
{
  const ZbRowColumn *column = zb_row_source_column (zb_row_source_for (roster), name);
  const ZbField *field = column != NULL ? zb_row_column_field (column) : zb_kind_field (zb_kind_get (roster->kind), name);

  return field != NULL && (field->flags & ZB_FIELD_PRIVATE);
}

ZbMemberColumns *
zb_roster_world_columns (ZbRosterWorld *world, GError **error)
{
  if (world->columns == NULL)
    world->columns = zb_member_columns_load (world->db, world->tree, world->request->as_of, NULL, NULL, error);
  return world->columns;
}

gboolean
zb_roster_world_has_org (const ZbRosterWorld *world, gint64 org)
{
  gint64 asked = world->request->org;

  return asked == 0 || (world->request->with_below ? zb_org_tree_is_below (world->tree, org, asked) : org == asked);
}

GHashTable *
zb_roster_world_org_names (const ZbRosterWorld *world)
{
  g_autoptr(GHashTable) count = g_hash_table_new (g_str_hash, g_str_equal);
  GHashTable *names = g_hash_table_new (g_int64_hash, g_int64_equal);
  ZbOrgTree *tree = world->tree;
  guint n = zb_org_tree_size (tree);

  for (guint i = 0; i < n; i++)
    {
      const char *name = zb_org_short (zb_org_tree_at (tree, i));

      g_hash_table_insert (count, (gpointer) name, GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (count, name)) + 1));
    }
  for (guint i = 0; i < n; i++)
    {
      const ZbOrg *org = zb_org_tree_at (tree, i);
      const char *name = zb_org_short (org);
      gboolean alone = GPOINTER_TO_UINT (g_hash_table_lookup (count, name)) == 1;

      g_hash_table_insert (names, (gpointer) &org->id, (gpointer) (alone ? name : org->name));
    }
  return names;
}
