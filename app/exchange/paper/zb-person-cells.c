/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/paper/zb-person-cells.h"

#include <string.h>

#include "core/zb-codes.h"
#include "store/zb-member-reader.h"

struct _ZbPersonCells
{
  ZbRosterWorld *world; /* (unowned) */
  const ZbRowSource *source;
  const ZbField **fields;  /* (owned): one a column, %NULL where it shows none of the member */
  int *places;             /* (owned): of a column among the values that are read, −1 */
  ZbMemberReader *reader;  /* (owned) */
  char **values;           /* (owned): the reader's, borrowed */
  GHashTable *names;       /* (owned): of organisations */
  GHashTable *posts;       /* (owned) */
  char *day;               /* (owned): of the list, as stored */
};

void
zb_person_cells_free (ZbPersonCells *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->reader, zb_member_reader_free);
  g_clear_pointer (&self->names, g_hash_table_unref);
  g_clear_pointer (&self->posts, g_hash_table_unref);
  g_free (self->fields);
  g_free (self->places);
  g_free (self->values);
  g_free (self->day);
  g_free (self);
}

/* Which fields there are, and which of them have to be read. */
static gboolean
choose_fields (ZbPersonCells *self, GError **error)
{
  g_autoptr(GPtrArray) read = g_ptr_array_new ();

  for (guint i = 0; i < self->source->n_columns; i++)
    {
      const ZbField *field = zb_row_column_field (&self->source->columns[i]);
      gboolean is_member = field != NULL && zb_kind_field (&zb_kind_member, field->name) == field;

      self->fields[i] = is_member ? field : NULL;
      self->places[i] = -1;
      if (!is_member || !zb_field_is_stored (field) || strcmp (field->name, "category") == 0)
        continue;
      self->places[i] = (int) read->len;
      g_ptr_array_add (read, (gpointer) field->name);
    }
  self->values = g_new0 (char *, read->len + 1);
  self->reader = zb_member_reader_new (self->world->db, (const char *const *) read->pdata, read->len, error);
  return self->reader != NULL;
}

ZbPersonCells *
zb_person_cells_new (ZbRosterWorld *world, const ZbRowSource *source, GError **error)
{
  g_autoptr(ZbPersonCells) self = g_new0 (ZbPersonCells, 1);

  self->world = world;
  self->source = source;
  self->fields = g_new0 (const ZbField *, source->n_columns + 1);
  self->places = g_new0 (int, source->n_columns + 1);
  self->names = zb_roster_world_org_names (world);
  self->day = zb_date_to_text (world->request->as_of);
  if (!zb_roster_world_columns (world, error) || !(self->posts = zb_members_posts (world->db, world->request->as_of, error))
      || !choose_fields (self, error))
    return NULL;
  return g_steal_pointer (&self);
}

/* A day that has to have happened and lies behind that of the list is not known on it. */
static gboolean
is_to_come (ZbPersonCells *self, const ZbField *field, const char *value)
{
  return field->type == ZB_FIELD_DATE && (field->flags & ZB_FIELD_PAST) && value != NULL && strncmp (value, self->day, strlen (value)) > 0;
}

static char *
stored_text (ZbPersonCells *self, const ZbField *field, const char *value)
{
  gboolean masked = (field->flags & ZB_FIELD_PRIVATE) && !self->world->request->internal;

  return value == NULL || is_to_come (self, field, value) ? NULL : zb_field_show (field, value, masked);
}

static char *
derived_text (ZbPersonCells *self, const ZbField *field, guint index, const ZbMemberEntry *entry)
{
  ZbCategory category = zb_member_columns_category (self->world->columns, index);
  const ZbOrg *group = entry->group != 0 ? zb_org_tree_get (self->world->tree, entry->group) : NULL;
  int age = zb_member_columns_age (self->world->columns, index);

  if (strcmp (field->name, "branch") == 0)
    return g_strdup (g_hash_table_lookup (self->names, &entry->org));
  if (strcmp (field->name, "group") == 0)
    return g_strdup (group != NULL ? zb_org_short (group) : NULL);
  if (strcmp (field->name, "post") == 0)
    return g_strdup (g_hash_table_lookup (self->posts, &entry->id));
  if (strcmp (field->name, "category") == 0)
    return category != ZB_CATEGORY_NONE ? g_strdup (zb_code_label (zb_code_table_get ("category"), zb_category_code (category))) : NULL;
  if (strcmp (field->name, "age") == 0)
    return age >= 0 ? g_strdup_printf ("%d", age) : NULL;
  return strcmp (field->name, "standing") == 0 ? zb_standing_show (&entry->standing, self->world->request->as_of) : NULL;
}

gboolean
zb_person_cells_fill (ZbPersonCells *self, gint64 person, char **cells, GError **error)
{
  int index = zb_member_columns_find (self->world->columns, person);
  ZbMemberEntry entry = { .id = person };

  if (!zb_member_reader_get (self->reader, person, self->values, error))
    return FALSE;
  if (index >= 0)
    zb_member_columns_get (self->world->columns, (guint) index, &entry);
  for (guint i = 0; i < self->source->n_columns; i++)
    if (self->places[i] >= 0)
      cells[i] = stored_text (self, self->fields[i], self->values[self->places[i]]);
    else if (self->fields[i] != NULL && index >= 0)
      cells[i] = derived_text (self, self->fields[i], (guint) index, &entry);
  return TRUE;
}
