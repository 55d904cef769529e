/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "service/zb-registry-private.h"
#include "store/zb-letters.h"
#include "store/zb-records.h"

ZbRecord *
zb_registry_get (ZbRegistry *self, const ZbKind *kind, gint64 id, gboolean with_private, GError **error)
{
  return zb_records_get (self->db, kind, id, with_private, error);
}

ZbRecord *
zb_registry_get_derived (ZbRegistry *self, gint64 person, gboolean with_private, GError **error)
{
  g_autoptr(ZbRecord) record = zb_records_get (self->db, &zb_kind_member, person, with_private, error);

  return record != NULL && zb_members_derive (self->db, record, self->today, error) ? g_steal_pointer (&record) : NULL;
}

ZbRecord *
zb_registry_membership (ZbRegistry *self, gint64 person)
{
  return zb_members_membership (self->db, person, NULL);
}

GPtrArray *
zb_registry_list (ZbRegistry *self, const ZbKind *kind, const char *field, const char *value, GError **error)
{
  return zb_records_list (self->db, kind, field, value, FALSE, error);
}

/* As zb_org_short() has it, where the tree is not read yet. */
static char *
short_name (ZbRegistry *self, gint64 id)
{
  g_autoptr(ZbRecord) record = zb_records_get (self->db, &zb_kind_organization, id, FALSE, NULL);
  const char *text = record != NULL ? zb_record_get (record, "short_name") : NULL;

  return text != NULL && *text != '\0' ? g_strdup (text) : zb_records_title (self->db, &zb_kind_organization, id);
}

ZbRecord *
zb_registry_propose_letter (ZbRegistry *self, gint64 person, const char *kind, GError **error)
{
  return zb_letters_propose (self->db, person, kind, error);
}

char *
zb_registry_title (ZbRegistry *self, const ZbKind *kind, gint64 id)
{
  const ZbOrg *org = kind == &zb_kind_organization && self->tree != NULL ? zb_org_tree_get (self->tree, id) : NULL;

  if (org != NULL)
    return g_strdup (zb_org_short (org));
  return kind == &zb_kind_organization && self->tree == NULL ? short_name (self, id) : zb_records_title (self->db, kind, id);
}

gint64 *
zb_registry_first_page (ZbRegistry *self, const ZbMemberQuery *query, guint limit, guint *out_n)
{
  gint64 *ids = self->db == NULL ? NULL : zb_members_first_page (self->db, self->today, query, limit, out_n, NULL);

  if (ids == NULL)
    *out_n = 0;
  return ids;
}

GPtrArray *
zb_registry_allowed_steps (ZbRegistry *self, const ZbKind *kind, gint64 id)
{
  GPtrArray *steps = zb_steps_allowed (self->db, kind, id, self->today, NULL);

  return steps != NULL ? steps : g_ptr_array_new ();
}

GPtrArray *
zb_registry_history (ZbRegistry *self, const ZbKind *kind, gint64 id, GError **error)
{
  return zb_history_of_record (self->db, kind, id, error);
}

GPtrArray *
zb_registry_log (ZbRegistry *self, gint64 before_id, guint limit, GError **error)
{
  return zb_history_list (self->db, before_id, limit, error);
}

GPtrArray *
zb_registry_access_log (ZbRegistry *self, guint limit, GError **error)
{
  return zb_access_log_list (self->db, limit, error);
}

GPtrArray *
zb_registry_changes (ZbRegistry *self, gint64 set_id, guint limit, GError **error)
{
  return zb_history_changes (self->db, set_id, limit, error);
}

GPtrArray *
zb_registry_findings (ZbRegistry *self, const ZbRecord *member)
{
  GPtrArray *findings = zb_check_member (self->db, member, self->today, NULL);

  return findings != NULL ? findings : g_ptr_array_new ();
}

ZbOrgTree *
zb_registry_tree_on (ZbRegistry *self, ZbDate day, gboolean with_closed, GError **error)
{
  return zb_org_tree_load (self->db, day, with_closed, error);
}

/* Whether any of the fields needs more than the person's own row. */
static gboolean
needs_deriving (const char *const *fields)
{
  for (guint i = 0; fields[i] != NULL; i++)
    {
      const ZbField *field = zb_kind_field (&zb_kind_member, fields[i]);

      if (field != NULL && ((field->flags & ZB_FIELD_DERIVED) || strcmp (field->name, "category") == 0))
        return TRUE;
    }
  return FALSE;
}

static char *
cell (ZbRegistry *self, const ZbRecord *record, const char *name)
{
  int i = zb_kind_field_index (&zb_kind_member, name);
  const ZbField *field = i >= 0 ? &zb_kind_member.fields[i] : NULL;

  if (field == NULL || record->values[i] == NULL)
    return g_strdup ("");
  if (field->type == ZB_FIELD_LINK)
    return zb_registry_title (self, &zb_kind_organization, g_ascii_strtoll (record->values[i], NULL, 10));
  return zb_field_show (field, record->values[i], TRUE);
}

/* The reader of just these fields, kept as long as the tables show them. */
static ZbMemberReader *
reader_of (ZbRegistry *self, const char *const *fields)
{
  if (self->cells != NULL && g_strv_equal ((const char *const *) self->cell_fields, fields))
    return self->cells;
  g_clear_pointer (&self->cells, zb_member_reader_free);
  g_clear_pointer (&self->cell_fields, g_strfreev);
  self->cells = zb_member_reader_new (self->db, fields, g_strv_length ((char **) fields), NULL);
  self->cell_fields = g_strdupv ((char **) fields);
  return self->cells;
}

gboolean
zb_registry_renew (ZbRegistry *self)
{
  if (!zb_db_renew (self->db))
    return FALSE;
  g_clear_pointer (&self->cells, zb_member_reader_free);
  g_clear_pointer (&self->cell_fields, g_strfreev);
  return TRUE;
}

/* All posts are asked for only of who holds one. */
static char *
posts_of (ZbRegistry *self, const ZbMemberEntry *entry)
{
  g_autoptr(ZbRecord) record = NULL;

  if (entry->post_rank == 0xffff)
    return g_strdup ("");
  record = zb_registry_get_derived (self, entry->id, FALSE, NULL);
  return g_strdup (record != NULL && zb_record_get (record, "post") != NULL ? zb_record_get (record, "post") : "");
}

/* What is computed for today, out of the columns in memory; %NULL for what they do not hold. */
static char *
computed_cell (ZbRegistry *self, guint index, const ZbMemberEntry *entry, const ZbField *field)
{
  int age;

  if (strcmp (field->name, "category") == 0)
    return zb_field_show (field, zb_category_code (zb_member_columns_category (self->columns, index)), FALSE);
  if (strcmp (field->name, "branch") == 0)
    return entry->org != 0 ? zb_registry_title (self, &zb_kind_organization, entry->org) : g_strdup ("");
  if (strcmp (field->name, "group") == 0)
    return entry->group != 0 ? zb_registry_title (self, &zb_kind_organization, entry->group) : g_strdup ("");
  if (strcmp (field->name, "post") == 0)
    return posts_of (self, entry);
  if (strcmp (field->name, "standing") == 0)
    return zb_standing_show (&entry->standing, self->today);
  if (strcmp (field->name, "age") != 0)
    return NULL;
  age = zb_member_columns_age (self->columns, index);
  return age >= 0 ? g_strdup_printf ("%d", age) : g_strdup ("");
}

/* One narrow read and the columns in memory: ten times as fast as the whole record with its queries. */
static gboolean
fill_quickly (ZbRegistry *self, gint64 person, const char *const *fields, guint n, char **cells)
{
  gint index = self->columns != NULL && self->loading == NULL ? zb_member_columns_find (self->columns, person) : -1;
  ZbMemberReader *reader = index >= 0 ? reader_of (self, fields) : NULL;
  g_autofree char **values = g_new0 (char *, n + 1);
  ZbMemberEntry entry;

  if (reader == NULL || !zb_member_reader_get (reader, person, values, NULL))
    return FALSE;
  zb_member_columns_get (self->columns, (guint) index, &entry);
  for (guint i = 0; i < n; i++)
    {
      const ZbField *field = zb_kind_field (&zb_kind_member, fields[i]);
      gboolean computed = field != NULL && ((field->flags & ZB_FIELD_DERIVED) || strcmp (field->name, "category") == 0);

      if (field != NULL)
        cells[i] = computed ? computed_cell (self, (guint) index, &entry, field) : zb_field_show (field, values[i], TRUE);
      else
        cells[i] = g_strdup ("");
      if (cells[i] == NULL)
        return FALSE;
    }
  return TRUE;
}

char **
zb_registry_fill_cells (ZbRegistry *self, gint64 person, const char *const *fields)
{
  guint n = g_strv_length ((char **) fields);
  char **cells = g_new0 (char *, n + 1);
  g_autoptr(ZbRecord) record = NULL;

  /* Rows may still be drawn once the registry is closed. */
  if (self->db != NULL && fill_quickly (self, person, fields, n, cells))
    return cells;
  record = self->db != NULL ? zb_records_get (self->db, &zb_kind_member, person, TRUE, NULL) : NULL;
  if (record != NULL && needs_deriving (fields))
    zb_members_derive (self->db, record, self->today, NULL);
  for (guint i = 0; i < n; i++)
    {
      g_free (cells[i]);
      cells[i] = record != NULL ? cell (self, record, fields[i]) : g_strdup ("");
    }
  return cells;
}
