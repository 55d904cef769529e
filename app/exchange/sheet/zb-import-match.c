/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "core/zb-id-number.h"
#include "exchange/sheet/zb-import-private.h"
#include "exchange/zb-import-answers.h"

/* An earlier row of the file. @previous: the one before with the same name, plus one */
typedef struct {
  guint row;
  ZbDate birth;
  const ZbImportPlace *branch;
  gboolean has_number;
  guint previous;
} Seen;

/*
 * People are looked up by two keys only, ID number and name, each in one hash: the work grows with the
 * rows, never with rows times people.
 */
struct _ZbImportMatcher {
  ZbMemberColumns *people;    /* (owned) */
  GHashTable *by_number;      /* (owned): 18 digits → index plus one */
  GArray *next_number;        /* (owned) (element-type guint): index → the next with that number, plus one */
  GHashTable *by_name;        /* (owned): name (unowned) → index plus one */
  GArray *next_name;          /* (owned) (element-type guint) */
  GHashTable *seen_numbers;   /* (owned): 18 digits → row */
  GHashTable *seen_names;     /* (owned): name → index in seen plus one */
  GHashTable *seen_people;    /* (owned): index plus one → row */
  GArray *seen;               /* (owned) (element-type Seen) */
};

static void
chain (GHashTable *table, GArray *next, gpointer key, guint index)
{
  guint first = GPOINTER_TO_UINT (g_hash_table_lookup (table, key));

  g_array_index (next, guint, index) = first;
  g_hash_table_insert (table, key, GUINT_TO_POINTER (index + 1));
}

ZbImportMatcher *
zb_import_matcher_new (ZbImport *import, GError **error)
{
  ZbMemberColumns *people = zb_member_columns_load (import->db, zb_import_places_tree (import->places), ZB_IMPORT_LATEST, NULL, NULL, error);
  ZbImportMatcher *self;
  guint n;

  if (people == NULL)
    return NULL;
  n = zb_member_columns_size (people);
  self = g_new0 (ZbImportMatcher, 1);
  self->people = people;
  self->by_number = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->by_name = g_hash_table_new (g_str_hash, g_str_equal);
  self->next_number = g_array_sized_new (FALSE, TRUE, sizeof (guint), n);
  self->next_name = g_array_sized_new (FALSE, TRUE, sizeof (guint), n);
  self->seen_numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->seen_names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->seen_people = g_hash_table_new (NULL, NULL);
  self->seen = g_array_new (FALSE, TRUE, sizeof (Seen));
  g_array_set_size (self->next_number, n);
  g_array_set_size (self->next_name, n);
  for (guint i = 0; i < n; i++)
    {
      ZbMemberEntry entry;

      zb_member_columns_get (people, i, &entry);
      chain (self->by_name, self->next_name, (gpointer) entry.name, i);
      if (entry.id_number != NULL && *entry.id_number != '\0')
        chain (self->by_number, self->next_number, zb_id_number_eighteen (entry.id_number), i);
    }
  return self;
}

void
zb_import_matcher_free (ZbImportMatcher *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->by_number);
  g_hash_table_unref (self->by_name);
  g_array_unref (self->next_number);
  g_array_unref (self->next_name);
  g_hash_table_unref (self->seen_numbers);
  g_hash_table_unref (self->seen_names);
  g_hash_table_unref (self->seen_people);
  g_array_unref (self->seen);
  zb_member_columns_unref (self->people);
  g_free (self);
}

/* Whether two dates agree as far as both are known. */
static gboolean
dates_agree (ZbDate a, ZbDate b)
{
  return a.year == b.year && (a.month == 0 || b.month == 0 || a.month == b.month)
         && (a.day == 0 || b.day == 0 || a.day == b.day);
}

static ZbImportMatch
decided (const ZbMemberEntry *entry)
{
  ZbImportMatch match = { .id = entry->id, .group = entry->group };

  if (entry->state == ZB_MEMBER_HERE)
    match.org = entry->org;
  else if (entry->state != ZB_MEMBER_UNPLACED)
    {
      match.rule = "left-already";
      match.is_error = TRUE;
    }
  return match;
}

static ZbImportMatch
undecided (const char *rule, const char *with)
{
  return (ZbImportMatch) { .rule = rule, .is_error = TRUE, .with = g_strdup (with) };
}

/* By ID number: sure, unless somebody of another name has it. */
static gboolean
find_by_number (ZbImportMatcher *self, const char *eighteen, const char *name, ZbImportMatch *out)
{
  guint at = GPOINTER_TO_UINT (g_hash_table_lookup (self->by_number, eighteen));
  ZbMemberEntry entry;

  if (at == 0)
    return FALSE;
  zb_member_columns_get (self->people, at - 1, &entry);
  if (g_array_index (self->next_number, guint, at - 1) != 0)
    *out = undecided ("double-in-registry", entry.name);
  else if (strcmp (entry.name, name) != 0)
    *out = undecided ("name-differs", entry.name);
  else
    *out = decided (&entry);
  return TRUE;
}

/* How much speaks for a person of the same name. */
typedef enum { AGAINST, DOUBTFUL, WEAK, STRONG } Evidence;

static Evidence
weigh (const ZbMemberEntry *entry, const char *number, ZbDate birth, const ZbImportPlace *branch)
{
  gboolean entry_has_number = entry->id_number != NULL && *entry->id_number != '\0';
  gboolean same_branch = branch != NULL ? entry->org == branch->id && branch->id != 0 : entry->org == 0;
  gboolean unplaced = branch == NULL || entry->org == 0;

  if (number != NULL && entry_has_number)
    return AGAINST;
  if (zb_date_is_set (birth) && zb_date_is_set (entry->birth))
    {
      if (!dates_agree (birth, entry->birth))
        return AGAINST;
      if (same_branch || unplaced)
        return STRONG;
      return zb_date_is_complete (birth) && zb_date_is_complete (entry->birth) ? DOUBTFUL : AGAINST;
    }
  if (!same_branch)
    return AGAINST;
  return !zb_date_is_set (birth) && !zb_date_is_set (entry->birth) && number == NULL && !entry_has_number ? STRONG : WEAK;
}

static ZbImportMatch
find_by_name (ZbImportMatcher *self, const char *name, const char *number, ZbDate birth, const ZbImportPlace *branch)
{
  guint n[STRONG + 1] = { 0 };
  ZbMemberEntry best[STRONG + 1] = { 0 };
  ZbImportMatch match = { 0 };

  for (guint at = GPOINTER_TO_UINT (g_hash_table_lookup (self->by_name, name)); at != 0;
       at = g_array_index (self->next_name, guint, at - 1))
    {
      ZbMemberEntry entry;
      Evidence evidence;

      zb_member_columns_get (self->people, at - 1, &entry);
      evidence = weigh (&entry, number, birth, branch);
      n[evidence]++;
      best[evidence] = entry;
    }
  if (n[STRONG] == 1)
    return decided (&best[STRONG]);
  if (n[STRONG] > 1 || (n[STRONG] == 0 && n[DOUBTFUL] > 0) || n[WEAK] > 1)
    return undecided ("double-in-registry", name);
  if (n[WEAK] == 0)
    return match;
  match = decided (&best[WEAK]);
  if (match.rule == NULL)
    match.rule = "matched-by-name";
  return match;
}

/* Whether an earlier row is the same person; the row is remembered for those after it. */
static guint
find_seen (ZbImportMatcher *self, const ZbImportDraft *draft, const char *name, const char *eighteen, ZbDate birth,
           const ZbImportPlace *branch)
{
  Seen own = { draft->row, birth, branch, eighteen != NULL, 0 };
  guint row = 0;

  if (eighteen != NULL)
    {
      row = GPOINTER_TO_UINT (g_hash_table_lookup (self->seen_numbers, eighteen));
      if (row == 0)
        g_hash_table_insert (self->seen_numbers, g_strdup (eighteen), GUINT_TO_POINTER (draft->row));
    }
  own.previous = GPOINTER_TO_UINT (g_hash_table_lookup (self->seen_names, name));
  for (guint at = own.previous; row == 0 && at != 0;)
    {
      const Seen *other = &g_array_index (self->seen, Seen, at - 1);

      if (!(own.has_number && other->has_number) && other->branch == branch && zb_date_compare (birth, other->birth) == 0)
        row = other->row;
      at = other->previous;
    }
  g_array_append_val (self->seen, own);
  g_hash_table_insert (self->seen_names, g_strdup (name), GUINT_TO_POINTER (self->seen->len));
  return row;
}

/* Whom a person has named. */
static ZbImportMatch
find_record (ZbImportMatcher *self, gint64 id)
{
  gint at = zb_member_columns_find (self->people, id);
  ZbMemberEntry entry;

  if (at < 0)
    return (ZbImportMatch) { 0 };
  zb_member_columns_get (self->people, (guint) at, &entry);
  return decided (&entry);
}

ZbImportMatch
zb_import_matcher_find (ZbImportMatcher *self, const ZbImportDraft *draft, ZbImport *import, ZbImportPlace *branch)
{
  const char *name = zb_import_draft_value (import, draft, "name");
  const char *number = zb_import_draft_value (import, draft, "id_number");
  g_autofree char *eighteen = number != NULL ? zb_id_number_eighteen (number) : NULL;
  ZbDate birth = ZB_DATE_NONE;
  ZbImportMatch match = { 0 };
  gint64 record;
  ZbImportDecision decision = zb_import_decision (import, draft->index, &record);
  guint row;

  zb_date_parse (zb_import_draft_value (import, draft, "birth_date"), &birth, NULL);
  row = find_seen (self, draft, name, eighteen, birth, branch);
  if (row == 0 && (eighteen == NULL || !find_by_number (self, eighteen, name, &match)))
    match = decision == ZB_IMPORT_AS_NEW ? (ZbImportMatch) { 0 } : decision == ZB_IMPORT_AS_RECORD
            ? find_record (self, record) : find_by_name (self, name, number, birth, branch);
  if (row == 0 && match.id != 0)
    {
      gpointer key = GINT_TO_POINTER (zb_member_columns_find (self->people, match.id) + 1);

      row = GPOINTER_TO_UINT (g_hash_table_lookup (self->seen_people, key));
      if (row == 0)
        g_hash_table_insert (self->seen_people, key, GUINT_TO_POINTER (draft->row));
    }
  if (row != 0)
    {
      g_autofree char *text = g_strdup_printf ("%u", row);

      g_free (match.with);
      return undecided ("double-in-file", text);
    }
  return match;
}
