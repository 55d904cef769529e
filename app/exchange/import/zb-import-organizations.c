/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "core/zb-codes.h"
#include "exchange/import/zb-import-private.h"
#include "store/zb-records.h"
#include "store/zb-steps.h"

/* How often cancelling is looked at, in rows. */
#define STEP 64

/* What an import leaves as it is: a step changes it, with its day and document. */
static const char *const by_step[] = { "name", "kind", "parent", "closed_on", NULL };

/* Where the words of a list of organisations are looked up. A Party group is meant by its name below its branch: every
 * branch has a 第一党小组. */
typedef struct {
  GHashTable *known;     /* (owned): folded name, short name or number → ZbOrg (unowned); %NULL for a name of several groups */
  GHashTable *lines;     /* (owned): folded name or number → line plus one */
  GHashTable *shorts;    /* (owned): folded short name → line plus one; 0 for one of several */
} Lookup;

static void
lookup_clear (Lookup *self)
{
  g_clear_pointer (&self->known, g_hash_table_unref);
  g_clear_pointer (&self->lines, g_hash_table_unref);
  g_clear_pointer (&self->shorts, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Lookup, lookup_clear)

static void
org_clear (gpointer data)
{
  g_clear_pointer (&((ZbImportOrg *) data)->name, g_free);
}

static void
learn (Lookup *self, const char *word, const ZbOrg *org)
{
  if (word != NULL && *word != '\0')
    g_hash_table_insert (self->known, zb_import_fold_org (word), (gpointer) org);
}

/* The word for a group of that name below a branch. Returns: (transfer full) */
static char *
word_below (const char *name, const char *branch)
{
  g_autofree char *one = zb_import_fold_org (name);
  g_autofree char *two = zb_import_fold_org (branch);

  return g_strdup_printf ("%s\n%s", one, two);
}

static void
learn_group (Lookup *self, const ZbOrg *group, const ZbOrg *branch)
{
  const char *const words[] = { branch->name, branch->short_name, branch->number };
  g_autofree char *name = zb_import_fold_org (group->name);
  gboolean is_several = g_hash_table_contains (self->known, name);

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (words[i] != NULL && *words[i] != '\0')
      g_hash_table_insert (self->known, word_below (group->name, words[i]), (gpointer) group);
  g_hash_table_insert (self->known, g_steal_pointer (&name), is_several ? NULL : (gpointer) group);
}

static void
lookup_init (Lookup *self, ZbOrgTree *tree)
{
  self->known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->lines = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->shorts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < zb_org_tree_size (tree); i++)
    {
      const ZbOrg *org = zb_org_tree_at (tree, i);
      const ZbOrg *above = org->parent != 0 ? zb_org_tree_get (tree, org->parent) : NULL;

      if (org->kind == ZB_ORG_GROUP && above != NULL)
        learn_group (self, org, above);
      else
        learn (self, org->name, org);
      learn (self, org->short_name, org);
      learn (self, org->number, org);
    }
}

static gpointer
look_up (GHashTable *table, const char *word)
{
  g_autofree char *folded = word != NULL ? zb_import_fold_org (word) : NULL;

  return folded != NULL ? g_hash_table_lookup (table, folded) : NULL;
}

/* The word that says which organisation a row is about, folded. Returns: (transfer full) (nullable) */
static char *
word_of (ZbImport *self, const ZbImportDraft *draft, ZbOrgKind kind, const char *field)
{
  const char *word = zb_import_draft_value (self, draft, field), *above = zb_import_draft_value (self, draft, "parent");

  if (word == NULL)
    return NULL;
  return kind == ZB_ORG_GROUP && above != NULL && strcmp (field, "name") == 0 ? word_below (word, above) : zb_import_fold_org (word);
}

/* By its short name rows name the one above them, as our own lists do. */
static void
remember_short (ZbImport *self, Lookup *lookup, const ZbImportDraft *draft)
{
  const char *word = zb_import_draft_value (self, draft, "short_name");
  g_autofree char *folded = word != NULL ? zb_import_fold_org (word) : NULL;
  guint line = draft->index + 1;

  if (folded != NULL && g_hash_table_contains (lookup->shorts, folded))
    line = 0;
  if (folded != NULL)
    g_hash_table_insert (lookup->shorts, g_steal_pointer (&folded), GUINT_TO_POINTER (line));
}

/* Remembers the words of a row. Returns: the row of the file that has one of them already, 0. */
static guint
remember_line (ZbImport *self, Lookup *lookup, const ZbImportDraft *draft, ZbOrgKind kind)
{
  const char *const fields[] = { "number", "name" };
  guint before = 0;

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      g_autofree char *word = word_of (self, draft, kind, fields[i]);
      guint line = word != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (lookup->lines, word)) : 0;

      if (word != NULL && line == 0)
        g_hash_table_insert (lookup->lines, g_steal_pointer (&word), GUINT_TO_POINTER (draft->index + 1));
      else if (word != NULL)
        before = line;
    }
  remember_short (self, lookup, draft);
  return before;
}

static gboolean
refuse (ZbImport *self, const ZbImportDraft *draft, const char *field, const char *value, const char *rule)
{
  zb_import_add_problem (self, draft->row, field != NULL ? zb_import_heading_of (self, field) : NULL, value, rule, TRUE);
  zb_import_set_line (self, draft, ZB_IMPORT_ERROR, 0);
  return FALSE;
}

/* The kind that the row gives, else that its name tells. */
static gboolean
tell_kind (ZbImport *self, const ZbImportDraft *draft, ZbImportOrg *org)
{
  const char *code = zb_import_draft_value (self, draft, "kind");
  int kind = code != NULL ? zb_code_index (zb_code_table_get ("org_kind"), code)
                          : zb_import_kind_of_name (zb_import_draft_value (self, draft, "name"));

  org->kind = (ZbOrgKind) MAX (kind, 0);
  return kind >= 0;
}

/* Number before name: names change. A group that was moved is still meant by its name, where no other has it. */
static const ZbOrg *
find_existing (ZbImport *self, Lookup *lookup, const ZbImportDraft *draft, ZbOrgKind kind, gboolean *out_other_name)
{
  const char *name = zb_import_draft_value (self, draft, "name");
  const ZbOrg *org = look_up (lookup->known, zb_import_draft_value (self, draft, "number"));
  g_autofree char *one = zb_import_fold_org (name);
  g_autofree char *word = word_of (self, draft, kind, "name");

  *out_other_name = FALSE;
  if (org != NULL)
    {
      g_autofree char *two = zb_import_fold_org (org->name);

      *out_other_name = strcmp (one, two) != 0;
      return org;
    }
  org = g_hash_table_lookup (lookup->known, word);
  return org != NULL ? org : look_up (lookup->known, name);
}

/* Whether the row's dates would stand in the wrong order; told, and the row refused. */
static gboolean
is_reversed (ZbImport *self, const ZbImportDraft *draft, char *const *values, char *const *old)
{
  const ZbDateOrder *order = zb_kind_reversed (self->kind, values, old);
  const char *field;

  if (order == NULL)
    return FALSE;
  field = zb_import_heading_of (self, order->later) != NULL ? order->later : order->earlier;
  refuse (self, draft, field, values[zb_kind_field_index (self->kind, field)], "dates-reversed");
  return TRUE;
}

static gboolean
check_existing (ZbImport *self, const ZbImportDraft *draft, const ZbOrg *existing, ZbImportOrg *org, GError **error)
{
  g_autoptr(ZbRecord) record = zb_records_get (self->db, self->kind, existing->id, TRUE, error);
  g_autoptr(GString) changes = g_string_new (NULL);
  g_autoptr(ZbRecord) merged = record != NULL ? zb_record_copy (record) : NULL;
  const char *closed = zb_import_draft_value (self, draft, "closed_on");

  if (record == NULL)
    return FALSE;
  org->id = existing->id;
  if (zb_import_draft_value (self, draft, "kind") != NULL && org->kind != existing->kind)
    zb_import_add_problem (self, draft->row, zb_import_heading_of (self, "kind"), NULL, "step-differs", FALSE);
  if (closed != NULL && g_strcmp0 (closed, zb_record_get (record, "closed_on")) != 0)
    zb_import_add_problem (self, draft->row, zb_import_heading_of (self, "closed_on"), closed, "step-differs", FALSE);
  for (guint i = 0; i < self->kind->n_fields; i++)
    if (!g_strv_contains (by_step, self->kind->fields[i].name) && zb_import_draft_changes (self, draft, i, record->values[i]))
      {
        g_string_append_printf (changes, "%s%s", changes->len > 0 ? "、" : "", self->kind->fields[i].heading);
        zb_record_set (merged, self->kind->fields[i].name, draft->values[i]);
      }
  if (is_reversed (self, draft, merged->values, record->values))
    return TRUE;
  zb_import_set_line (self, draft, changes->len > 0 ? ZB_IMPORT_UPDATE : ZB_IMPORT_SAME, existing->id);
  if (changes->len > 0)
    g_hash_table_insert (self->changes, GUINT_TO_POINTER (draft->index), g_strdup (changes->str));
  return TRUE;
}

/* First pass: the row by itself. FALSE only with @error. */
static gboolean
check_row (ZbImport *self, Lookup *lookup, ZbImportDraft *draft, GError **error)
{
  ZbImportOrg *org = &g_array_index (self->orgs, ZbImportOrg, draft->index);
  const char *name;
  const ZbOrg *existing;
  gboolean other_name;
  guint line;

  zb_import_draft_read (self, draft, TRUE);
  name = zb_import_draft_value (self, draft, "name");
  if (name == NULL && !draft->has_error)
    return refuse (self, draft, "name", NULL, "name-missing") || TRUE;
  if (name == NULL || draft->has_error)
    {
      zb_import_set_line (self, draft, ZB_IMPORT_ERROR, 0);
      return TRUE;
    }
  if (!tell_kind (self, draft, org))
    return refuse (self, draft, "name", name, "kind-missing") || TRUE;
  if ((line = remember_line (self, lookup, draft, org->kind)) != 0)
    {
      g_autofree char *row = g_strdup_printf ("%u", zb_import_row_number (self, line - 1));

      return refuse (self, draft, NULL, row, "double-in-file") || TRUE;
    }
  org->name = zb_import_fold_org (name);
  existing = find_existing (self, lookup, draft, org->kind, &other_name);
  if (existing == NULL)
    {
      if (is_reversed (self, draft, draft->values, NULL))
        return TRUE;
      zb_import_set_line (self, draft, ZB_IMPORT_NEW, 0);
      return TRUE;
    }
  if (other_name)
    return refuse (self, draft, "name", existing->name, "name-differs") || TRUE;
  return check_existing (self, draft, existing, org, error);
}

/* A row that seemed good is refused after all. */
static void
refuse_later (ZbImport *self, const ZbImportDraft *draft, const char *value, const char *rule)
{
  ZbImportLine *line = &g_array_index (self->lines, ZbImportLine, draft->index);

  self->counts.fresh -= line->verdict == ZB_IMPORT_NEW;
  self->counts.updated -= line->verdict == ZB_IMPORT_UPDATE;
  self->counts.same -= line->verdict == ZB_IMPORT_SAME;
  self->counts.read--;
  refuse (self, draft, "parent", value, rule);
}

static gboolean
fits_below (ZbOrgKind kind, ZbOrgKind above)
{
  return kind == ZB_ORG_GROUP ? above == ZB_ORG_BRANCH : above < ZB_ORG_BRANCH;
}

/* Second pass: what stands above, in the registry or in any row of the file. */
static void
check_parent (ZbImport *self, Lookup *lookup, ZbOrgTree *tree, const ZbImportDraft *draft)
{
  const ZbImportLine *line = &g_array_index (self->lines, ZbImportLine, draft->index);
  ZbImportOrg *org = &g_array_index (self->orgs, ZbImportOrg, draft->index);
  const char *text = zb_import_draft_value (self, draft, "parent");
  const ZbOrg *above = text != NULL ? look_up (lookup->known, text) : self->org != 0 ? zb_org_tree_get (tree, self->org) : NULL;
  guint in_file = above == NULL ? GPOINTER_TO_UINT (look_up (lookup->lines, text)) : 0;
  const ZbOrg *existing = line->match != 0 ? zb_org_tree_get (tree, line->match) : NULL;

  if (above == NULL && in_file == 0)
    in_file = GPOINTER_TO_UINT (look_up (lookup->shorts, text));
  org->parent = above != NULL ? above->id : 0;
  org->parent_line = (gint) in_file - 1;
  if (existing != NULL)
    {
      if (text != NULL && (above == NULL || above->id != existing->parent))
        zb_import_add_problem (self, draft->row, zb_import_heading_of (self, "parent"), text, "step-differs", FALSE);
      return;
    }
  if (text != NULL && above == NULL && in_file == 0)
    refuse_later (self, draft, text, "unknown-parent");
  else if (above != NULL ? !fits_below (org->kind, above->kind)
           : in_file != 0 ? !fits_below (org->kind, g_array_index (self->orgs, ZbImportOrg, in_file - 1).kind)
           : org->kind == ZB_ORG_GROUP)
    refuse_later (self, draft, text, "wrong-parent");
}

/* Third pass: rings, and rows whose row above was refused. */
static void
check_chain (ZbImport *self, const ZbImportDraft *draft)
{
  const ZbImportOrg *org = &g_array_index (self->orgs, ZbImportOrg, draft->index);
  guint steps = 0;

  while (org->parent_line >= 0)
    {
      const ZbImportLine *above = &g_array_index (self->lines, ZbImportLine, org->parent_line);

      if (above->verdict == ZB_IMPORT_ERROR && (guint) org->parent_line != draft->index)
        {
          refuse_later (self, draft, zb_import_draft_value (self, draft, "parent"), "unknown-parent");
          return;
        }
      org = &g_array_index (self->orgs, ZbImportOrg, org->parent_line);
      if (++steps > self->lines->len)
        {
          refuse_later (self, draft, zb_import_draft_value (self, draft, "parent"), "parent-loop");
          return;
        }
    }
}

static gboolean
check_pass (ZbImport *self, Lookup *lookup, ZbOrgTree *tree, guint pass, GCancellable *cancellable, GError **error)
{
  g_autoptr(ZbImportDraft) draft = zb_import_draft_new (self);

  for (guint i = 0; i < self->lines->len; i++)
    {
      const ZbImportLine *line = &g_array_index (self->lines, ZbImportLine, i);

      if (i % STEP == 0 && g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (!zb_import_draft_load (self, draft, i, pass == 0))
        {
          if (pass == 0)
            zb_import_set_line (self, draft, ZB_IMPORT_SKIP, 0);
          continue;
        }
      if (pass == 0)
        {
          if (!check_row (self, lookup, draft, error))
            return FALSE;
          continue;
        }
      if (line->verdict == ZB_IMPORT_ERROR)
        continue;
      zb_import_draft_read (self, draft, FALSE);
      if (pass == 1)
        check_parent (self, lookup, tree, draft);
      else if (line->verdict == ZB_IMPORT_NEW)
        check_chain (self, draft);
    }
  return TRUE;
}

gboolean
zb_import_check_organizations (ZbImport *self, ZbProgressFunc progress, gpointer user_data, GCancellable *cancellable, GError **error)
{
  g_autoptr(ZbOrgTree) tree = zb_org_tree_load (self->db, ZB_IMPORT_LATEST, FALSE, error);
  g_auto(Lookup) lookup = { 0 };

  if (tree == NULL)
    return FALSE;
  lookup_init (&lookup, tree);
  g_clear_pointer (&self->orgs, g_array_unref);
  self->orgs = g_array_new (FALSE, TRUE, sizeof (ZbImportOrg));
  g_array_set_clear_func (self->orgs, org_clear);
  g_array_set_size (self->orgs, self->lines->len);
  for (guint i = 0; i < self->orgs->len; i++)
    g_array_index (self->orgs, ZbImportOrg, i).parent_line = -1;
  for (guint pass = 0; pass < 3; pass++)
    if (!check_pass (self, &lookup, tree, pass, cancellable, error))
      return FALSE;
  self->counts.new_organizations = self->counts.fresh;
  return TRUE;
}

/* Makes the organisation of a line, after the one above it. */
static gboolean
make (ZbImport *self, ZbImportDraft *draft, ZbChangeSet *set, guint line, GError **error)
{
  ZbImportOrg *org = &g_array_index (self->orgs, ZbImportOrg, line);
  const ZbImportLine *verdict = &g_array_index (self->lines, ZbImportLine, line);
  g_autoptr(ZbRecord) record = NULL;
  gint64 parent = org->parent;

  if (verdict->verdict != ZB_IMPORT_NEW || org->id != 0)
    return TRUE;
  if (org->parent_line >= 0)
    {
      if (!make (self, draft, set, (guint) org->parent_line, error))
        return FALSE;
      parent = g_array_index (self->orgs, ZbImportOrg, org->parent_line).id;
    }
  zb_import_draft_load (self, draft, line, FALSE);
  zb_import_draft_read (self, draft, FALSE);
  record = zb_record_new (self->kind);
  for (guint i = 0; i < draft->n_values; i++)
    record->values[i] = g_steal_pointer (&draft->values[i]);
  zb_record_set (record, "parent", NULL);
  zb_record_set (record, "kind", zb_code_table_get ("org_kind")->codes[org->kind].code);
  if (!zb_organizations_add (set, record, parent, error))
    return FALSE;
  org->id = record->id;
  return TRUE;
}

static gboolean
update (ZbImport *self, ZbImportDraft *draft, ZbChangeSet *set, guint line, gint64 id, GError **error)
{
  g_autoptr(ZbRecord) record = zb_records_get (self->db, self->kind, id, TRUE, error);

  if (record == NULL)
    return FALSE;
  zb_import_draft_load (self, draft, line, FALSE);
  zb_import_draft_read (self, draft, FALSE);
  for (guint i = 0; i < draft->n_values; i++)
    if (!g_strv_contains (by_step, self->kind->fields[i].name) && zb_import_draft_changes (self, draft, i, record->values[i]))
      {
        g_free (record->values[i]);
        record->values[i] = g_steal_pointer (&draft->values[i]);
      }
  return zb_change_set_update (set, record, error);
}

gboolean
zb_import_commit_organizations (ZbImport *self, ZbChangeSet *set, ZbProgressFunc progress, gpointer user_data, GCancellable *cancellable,
                                GError **error)
{
  g_autoptr(ZbImportDraft) draft = zb_import_draft_new (self);

  for (guint i = 0; i < self->lines->len; i++)
    {
      const ZbImportLine *line = &g_array_index (self->lines, ZbImportLine, i);

      if (line->verdict == ZB_IMPORT_NEW)
        g_array_index (self->orgs, ZbImportOrg, i).id = 0;
    }
  for (guint i = 0; i < self->lines->len; i++)
    {
      const ZbImportLine *line = &g_array_index (self->lines, ZbImportLine, i);

      if (i % STEP == 0 && g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (!make (self, draft, set, i, error))
        return FALSE;
      if (line->verdict == ZB_IMPORT_UPDATE && !update (self, draft, set, i, line->match, error))
        return FALSE;
    }
  return TRUE;
}
