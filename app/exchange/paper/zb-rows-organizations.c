/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "core/zb-codes.h"
#include "exchange/paper/zb-record-rows.h"
#include "store/zb-records.h"
#include "store/zb-terms.h"

/* Organisations as they stood on the day, with their people, head and term. */

typedef struct {
  ZbMemberColumns *columns; /* (owned) */
  ZbMemberCounts *counts;   /* (owned): with those below, by position in the columns' tree */
  GHashTable *heads;        /* (owned) */
  GHashTable *terms;        /* (owned) */
} Known;

static void
known_free (gpointer data)
{
  Known *self = data;

  g_clear_pointer (&self->columns, zb_member_columns_unref);
  g_clear_pointer (&self->heads, g_hash_table_unref);
  g_clear_pointer (&self->terms, g_hash_table_unref);
  g_free (self->counts);
  g_free (self);
}

static Known *
known_new (ZbRosterWorld *world, GError **error)
{
  Known *self = g_new0 (Known, 1);
  ZbMemberColumns *columns = zb_roster_world_columns (world, error);

  if (columns == NULL || !(self->heads = zb_organizations_heads (world->db, world->request->as_of, error))
      || !(self->terms = zb_terms_current (world->db, world->request->as_of, error)))
    {
      known_free (self);
      return NULL;
    }
  self->columns = zb_member_columns_ref (columns);
  self->counts = zb_member_columns_count_orgs (columns, NULL, TRUE);
  return self;
}

static const ZbMemberCounts *
counts_of (Known *self, gint64 id)
{
  const ZbOrg *org = zb_org_tree_get (zb_member_columns_tree (self->columns), id);
  static const ZbMemberCounts none = { 0 };

  return org != NULL ? &self->counts[org->position] : &none;
}

static char *
term_text (Known *self, gint64 id, const char *field)
{
  const ZbRecord *term = g_hash_table_lookup (self->terms, &id);

  return term != NULL ? zb_field_show (zb_kind_field (&zb_kind_term, field), zb_record_get (term, field), FALSE) : NULL;
}

static char *
cell (gpointer data, const ZbRecord *record, const char *column, ZbDate day)
{
  Known *self = data;
  const ZbMemberCounts *counts = counts_of (self, record->id);
  const struct { const char *column; guint count; } numbers[] = {
    { "members", counts->party }, { "full", counts->full }, { "probationary", counts->probationary }, { "women", counts->women },
    { "minority", counts->minority }, { "activists", counts->activist + counts->candidate },
  };

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    if (strcmp (numbers[i].column, column) == 0)
      return g_strdup_printf ("%u", numbers[i].count);
  if (strcmp (column, "secretary") == 0)
    return g_strdup (g_hash_table_lookup (self->heads, &record->id));
  if (g_str_has_prefix (column, "term_"))
    return term_text (self, record->id, column + strlen ("term_"));
  return NULL;
}

/* Those that had been founded by the day, in their names and places of that day. */
static GPtrArray *
list_records (ZbRosterWorld *world, GError **error)
{
  g_autoptr(GPtrArray) records = zb_records_list (world->db, &zb_kind_organization, NULL, NULL, FALSE, error);
  GPtrArray *kept = records != NULL ? g_ptr_array_new_with_free_func ((GDestroyNotify) zb_record_free) : NULL;

  for (guint i = 0; records != NULL && i < records->len; i++)
    {
      ZbRecord *record = g_ptr_array_index (records, i);
      gboolean was_there = zb_org_as_it_was (world->tree, record);
      gboolean is_open = zb_record_get (record, "closed_on") == NULL;
      ZbMemberScope scope = world->request->ids != NULL ? ZB_SCOPE_ALL : world->request->scope;

      if (was_there && (scope == ZB_SCOPE_ALL || (scope == ZB_SCOPE_HERE) == is_open))
        g_ptr_array_add (kept, zb_record_copy (record));
    }
  return kept;
}

/* Whether one that stands above it is in the list, too: its people are counted there. */
static gboolean
has_above (ZbRosterWorld *world, GHashTable *listed, gint64 id)
{
  const ZbOrg *org = zb_org_tree_get (world->tree, id);

  for (guint depth = org != NULL ? org->depth : 0; depth > 0; depth--)
    {
      org = zb_org_tree_get (world->tree, org->parent);
      if (org == NULL || g_hash_table_contains (listed, &org->id))
        return org != NULL;
    }
  return FALSE;
}

/* 共 7 个党组织，其中党委 1 个，党支部 2 个，党小组 4 个；党员 54 人，其中预备党员 4 人。 */
static char *
total_line (ZbSheet *sheet, ZbRosterWorld *world, Known *known)
{
  const ZbCodeTable *table = zb_code_table_get ("org_kind");
  g_autoptr(GHashTable) listed = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autofree guint *kinds = g_new0 (guint, table->n_codes);
  GString *out = g_string_new (NULL);
  const char *before = "，其中";
  guint party = 0, probationary = 0;

  for (guint i = 0; i < sheet->n_rows; i++)
    g_hash_table_add (listed, (gpointer) &zb_record_rows_at (sheet, i)->id);
  for (guint i = 0; i < sheet->n_rows; i++)
    {
      const ZbRecord *record = zb_record_rows_at (sheet, i);
      int kind = zb_code_index (table, zb_record_get (record, "kind"));

      if (kind >= 0)
        kinds[kind]++;
      if (has_above (world, listed, record->id))
        continue;
      party += counts_of (known, record->id)->party;
      probationary += counts_of (known, record->id)->probationary;
    }
  g_string_printf (out, "共 %u 个党组织", sheet->n_rows);
  for (guint i = 0; i < table->n_codes; i++)
    if (kinds[i] > 0)
      {
        g_string_append_printf (out, "%s%s %u 个", before, table->codes[i].label, kinds[i]);
        before = "，";
      }
  g_string_append_printf (out, "；党员 %u 人，其中预备党员 %u 人。", party, probationary);
  return g_string_free (out, FALSE);
}

static gboolean
list (ZbSheet *sheet, ZbRosterWorld *world, GError **error)
{
  Known *known = known_new (world, error);
  GPtrArray *records = known != NULL ? list_records (world, error) : NULL;

  if (records == NULL)
    {
      g_clear_pointer (&known, known_free);
      return FALSE;
    }
  if (!zb_record_rows_set (sheet, world, records, "id", cell, known, known_free, error))
    return FALSE;
  g_free (sheet->total);
  sheet->total = total_line (sheet, world, known);
  return TRUE;
}

static const ZbRowColumn computed[] = {
  { "secretary", "书记", 4.5, FALSE, FALSE, NULL, TRUE },
  { "term_number", "届次", 3, TRUE, FALSE },
  { "term_appointed_on", "本届任职时间", 5.5, FALSE, TRUE },
  { "term_due_on", "应换届时间", 5.5, FALSE, TRUE },
  { "term_extended_to", "延期至", 5.5, FALSE, TRUE },
  { "members", "党员数", 3.5, TRUE, FALSE },
  { "full", "正式党员数", 3.5, TRUE, FALSE },
  { "probationary", "预备党员数", 3.5, TRUE, FALSE },
  { "women", "女党员数", 3.5, TRUE, FALSE },
  { "minority", "少数民族党员数", 3.5, TRUE, FALSE },
  { "activists", "积极分子、发展对象数", 4, TRUE, FALSE },
};

const ZbRowSource zb_row_source_organizations = {
  .name = "organization",
  .columns = computed,
  .n_columns = G_N_ELEMENTS (computed),
  .list = list,
};
