/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "core/zb-id-number.h"
#include "exchange/import/zb-import-private.h"
#include "exchange/zb-import-answers.h"

/* What earlier rows of the file have the same: the last of them, and the last of those without an ID number. */
typedef struct {
  const char *name;
  const ZbImportPlace *branch;
  ZbDate birth;
  guint row;
  guint numberless;
} Seen;

/* What is asked of each person of a name, side by side: the columns of a person stand far apart. */
typedef struct {
  gint64 org;
  ZbDate birth;
  gboolean has_number;
} Facts;

/*
 * People are looked up by two keys only, ID number and name, each in one hash: the work grows with the
 * rows, never with rows times people. Of many of one name those without an ID number come first: a row
 * with one can mean no other.
 */
struct _ZbImportMatcher {
  ZbMemberColumns *people;    /* (owned) */
  GHashTable *by_number;      /* (owned): 18 digits → index plus one */
  GArray *next_number;        /* (owned) (element-type guint): index → the next with that number, plus one */
  GHashTable *by_name;        /* (owned): name (unowned) → index plus one */
  GArray *next_name;          /* (owned) (element-type guint) */
  GHashTable *seen_numbers;   /* (owned): 18 digits → row */
  GHashTable *seen_names;     /* (owned) (element-type Seen): by name, branch and date of birth */
  GStringChunk *names;        /* (owned): of these */
  GHashTable *seen_people;    /* (owned): index plus one → row */
  Facts *facts;               /* (owned): index → facts */
};

static guint
hash_seen (gconstpointer key)
{
  const Seen *seen = key;

  return (g_str_hash (seen->name) * 33 + zb_date_pack (seen->birth)) * 33 + g_direct_hash (seen->branch);
}

static gboolean
is_same_seen (gconstpointer a, gconstpointer b)
{
  const Seen *one = a, *two = b;

  return one->branch == two->branch && zb_date_compare (one->birth, two->birth) == 0 && strcmp (one->name, two->name) == 0;
}

static void
chain (GHashTable *table, GArray *next, gpointer key, guint index)
{
  guint first = GPOINTER_TO_UINT (g_hash_table_lookup (table, key));

  g_array_index (next, guint, index) = first;
  g_hash_table_insert (table, key, GUINT_TO_POINTER (index + 1));
}

static void
know_people (ZbImportMatcher *self)
{
  guint n = zb_member_columns_size (self->people);

  self->facts = g_new (Facts, n);
  for (guint i = 0; i < n; i++)
    {
      ZbMemberEntry entry;
      gboolean has_number;

      zb_member_columns_get (self->people, i, &entry);
      has_number = entry.id_number != NULL && *entry.id_number != '\0';
      self->facts[i] = (Facts) { entry.org, entry.birth, has_number };
      if (!has_number)
        continue;
      chain (self->by_name, self->next_name, (gpointer) entry.name, i);
      chain (self->by_number, self->next_number, zb_id_number_eighteen (entry.id_number), i);
    }
  for (guint i = 0; i < n; i++)
    if (!self->facts[i].has_number)
      {
        ZbMemberEntry entry;

        zb_member_columns_get (self->people, i, &entry);
        chain (self->by_name, self->next_name, (gpointer) entry.name, i);
      }
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
  self->seen_names = g_hash_table_new_full (hash_seen, is_same_seen, g_free, NULL);
  self->names = g_string_chunk_new (4096);
  self->seen_people = g_hash_table_new (NULL, NULL);
  g_array_set_size (self->next_number, n);
  g_array_set_size (self->next_name, n);
  know_people (self);
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
  g_string_chunk_free (self->names);
  g_free (self->facts);
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
  ZbImportMatch match = { .id = entry->id, .group = entry->group, .state = entry->state };

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

/* By ID number: sure, unless somebody of another name has it, or several, and nobody said that @record is meant. */
static gboolean
find_by_number (ZbImportMatcher *self, const char *eighteen, const char *name, gint64 record, ZbImportMatch *out)
{
  guint at = GPOINTER_TO_UINT (g_hash_table_lookup (self->by_number, eighteen));
  ZbMemberEntry entry;

  if (at == 0)
    return FALSE;
  for (guint i = at; record != 0 && i != 0; i = g_array_index (self->next_number, guint, i - 1))
    {
      zb_member_columns_get (self->people, i - 1, &entry);
      if (entry.id != record)
        continue;
      *out = decided (&entry);
      return TRUE;
    }
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
weigh (const Facts *entry, const char *number, ZbDate birth, const ZbImportPlace *branch)
{
  gboolean same_branch = branch != NULL ? entry->org == branch->id && branch->id != 0 : entry->org == 0;
  gboolean unplaced = branch == NULL || entry->org == 0;

  if (number != NULL && entry->has_number)
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
  return !zb_date_is_set (birth) && !zb_date_is_set (entry->birth) && number == NULL && !entry->has_number ? STRONG : WEAK;
}

static ZbImportMatch
find_by_name (ZbImportMatcher *self, const char *name, const char *number, ZbDate birth, const ZbImportPlace *branch)
{
  guint n[STRONG + 1] = { 0 };
  guint best[STRONG + 1] = { 0 };
  ZbMemberEntry entry;
  ZbImportMatch match = { 0 };

  for (guint at = GPOINTER_TO_UINT (g_hash_table_lookup (self->by_name, name)); at != 0;
       at = g_array_index (self->next_name, guint, at - 1))
    {
      const Facts *facts = &self->facts[at - 1];
      Evidence evidence;

      if (number != NULL && facts->has_number)
        break;
      evidence = weigh (facts, number, birth, branch);
      n[evidence]++;
      best[evidence] = at - 1;
    }
  if (n[STRONG] == 1)
    {
      zb_member_columns_get (self->people, best[STRONG], &entry);
      return decided (&entry);
    }
  if (n[STRONG] > 1 || (n[STRONG] == 0 && n[DOUBTFUL] > 0) || n[WEAK] > 1)
    return undecided ("double-in-registry", name);
  if (n[WEAK] == 0)
    return match;
  zb_member_columns_get (self->people, best[WEAK], &entry);
  match = decided (&entry);
  if (match.rule == NULL)
    match.rule = "matched-by-name";
  return match;
}

/* Whether an earlier row is the same person; the row is remembered for those after it. Of whom @is_told who it is the name says nothing. */
static guint
find_seen (ZbImportMatcher *self, const ZbImportDraft *draft, const char *name, const char *eighteen, ZbDate birth,
           const ZbImportPlace *branch, gboolean is_told)
{
  Seen own = { name, branch, birth, draft->row, eighteen == NULL ? draft->row : 0 };
  Seen *other = g_hash_table_lookup (self->seen_names, &own);
  guint row = 0;

  if (eighteen != NULL)
    {
      row = GPOINTER_TO_UINT (g_hash_table_lookup (self->seen_numbers, eighteen));
      if (row == 0)
        g_hash_table_insert (self->seen_numbers, g_strdup (eighteen), GUINT_TO_POINTER (draft->row));
    }
  if (row == 0 && other != NULL && !is_told)
    row = eighteen != NULL ? other->numberless : other->row;
  if (other == NULL)
    {
      own.name = g_string_chunk_insert_const (self->names, name);
      g_hash_table_add (self->seen_names, g_memdup2 (&own, sizeof own));
      return row;
    }
  other->row = own.row;
  if (eighteen == NULL)
    other->numberless = own.row;
  return row;
}

/* Whom a person has named, if that one is still there. */
static gboolean
find_record (ZbImportMatcher *self, gint64 id, ZbImportMatch *out)
{
  gint at = id != 0 ? zb_member_columns_find (self->people, id) : -1;
  ZbMemberEntry entry;

  if (at < 0)
    return FALSE;
  zb_member_columns_get (self->people, (guint) at, &entry);
  *out = decided (&entry);
  return TRUE;
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
  row = find_seen (self, draft, name, eighteen, birth, branch, decision != ZB_IMPORT_AS_FOUND);
  if (row == 0 && (eighteen == NULL || !find_by_number (self, eighteen, name, record, &match)) && decision != ZB_IMPORT_AS_NEW
      && !find_record (self, record, &match))
    match = find_by_name (self, name, number, birth, branch);
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
