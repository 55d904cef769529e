/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "core/zb-codes.h"
#include "exchange/import/zb-import-private.h"
#include "store/zb-steps.h"

/* How an organisation is called, folded loosely, and how long that is: a file of a thousand new branches asks each of a thousand. */
typedef struct {
  char *names[2];
  gsize lengths[2];
} Loose;

struct _ZbImportPlaces {
  ZbDb *db;                 /* (unowned) */
  ZbOrgTree *tree;          /* (owned) */
  gint64 default_org;
  GHashTable *exact;        /* (owned): folded name, short name or number → ZbOrg, NULL for several */
  GArray *loose;            /* (owned) (element-type Loose): of the tree, in its order */
  GHashTable *branches;     /* (owned): text → Word */
  GHashTable *groups;       /* (owned): branch and text → place, unowned */
  GPtrArray *all;           /* (owned) (element-type ZbImportPlace) */
  ZbImportPlace *default_place;
};

/* A word of the file, resolved. */
typedef struct {
  ZbImportPlace *place;
  gboolean by_end;
  guint n_rows;
} Word;

static void
place_free (gpointer data)
{
  ZbImportPlace *place = data;

  g_free (place->name);
  g_free (place);
}

static void
loose_clear (gpointer data)
{
  Loose *loose = data;

  g_free (loose->names[0]);
  g_free (loose->names[1]);
}

char *
zb_import_fold_org (const char *text)
{
  g_autofree char *normal = g_utf8_normalize (text, -1, G_NORMALIZE_NFKC);
  g_autoptr(GString) out = g_string_new (NULL);

  for (const char *p = normal; p != NULL && *p != '\0'; p = g_utf8_next_char (p))
    if (!g_unichar_isspace (g_utf8_get_char (p)))
      g_string_append_unichar (out, g_utf8_get_char (p));
  return g_string_free (g_steal_pointer (&out), FALSE);
}

/* 第一党支部, 一支部 and 第一支部委员会 are said of the same. */
static char *
fold_loosely (const char *text)
{
  static const char *const fillers[] = { "委员会", "中共", "第", "党" };
  g_autofree char *folded = zb_import_fold_org (text);
  g_autoptr(GString) out = g_string_new (folded);

  for (guint i = 0; i < G_N_ELEMENTS (fillers); i++)
    g_string_replace (out, fillers[i], "", 0);
  return g_string_free (g_steal_pointer (&out), FALSE);
}

static void
remember_loosely (GArray *all, const ZbOrg *org)
{
  Loose loose = { { fold_loosely (org->name), fold_loosely (zb_org_short (org)) }, { 0, 0 } };

  for (guint i = 0; i < G_N_ELEMENTS (loose.names); i++)
    loose.lengths[i] = strlen (loose.names[i]);
  g_array_append_val (all, loose);
}

static void
remember (GHashTable *exact, const char *name, const ZbOrg *org)
{
  g_autofree char *folded = name != NULL ? zb_import_fold_org (name) : NULL;
  gpointer known;

  if (folded == NULL || *folded == '\0')
    return;
  if (g_hash_table_lookup_extended (exact, folded, NULL, &known))
    org = known == org ? org : NULL;
  g_hash_table_insert (exact, g_steal_pointer (&folded), (gpointer) org);
}

static ZbImportPlace *
add_place (ZbImportPlaces *self, const char *name, gint64 id, ZbOrgKind kind)
{
  ZbImportPlace *place = g_new0 (ZbImportPlace, 1);

  place->name = g_strdup (name);
  place->id = id;
  place->kind = kind;
  place->is_new = id == 0;
  g_ptr_array_add (self->all, place);
  return place;
}

ZbImportPlaces *
zb_import_places_new (ZbDb *db, gint64 default_org, GError **error)
{
  ZbOrgTree *tree = zb_org_tree_load (db, ZB_IMPORT_LATEST, FALSE, error);
  ZbImportPlaces *self;

  if (tree == NULL)
    return NULL;
  self = g_new0 (ZbImportPlaces, 1);
  self->db = db;
  self->tree = tree;
  self->default_org = default_org;
  self->exact = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->loose = g_array_new (FALSE, FALSE, sizeof (Loose));
  g_array_set_clear_func (self->loose, loose_clear);
  self->branches = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->groups = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->all = g_ptr_array_new_with_free_func (place_free);
  for (guint i = 0; i < zb_org_tree_size (tree); i++)
    {
      const ZbOrg *org = zb_org_tree_at (tree, i);

      remember_loosely (self->loose, org);
      if (org->kind == ZB_ORG_GROUP)
        continue;
      remember (self->exact, org->name, org);
      remember (self->exact, org->short_name, org);
      remember (self->exact, org->number, org);
      remember (self->exact, org->uid, org);
    }
  if (default_org != 0 && zb_org_tree_get (tree, default_org) != NULL)
    self->default_place = add_place (self, zb_org_tree_get (tree, default_org)->name, default_org,
                                     zb_org_tree_get (tree, default_org)->kind);
  return self;
}

void
zb_import_places_free (ZbImportPlaces *self)
{
  if (self == NULL)
    return;
  zb_org_tree_unref (self->tree);
  g_hash_table_unref (self->exact);
  g_array_unref (self->loose);
  g_hash_table_unref (self->branches);
  g_hash_table_unref (self->groups);
  g_ptr_array_unref (self->all);
  g_free (self);
}

ZbOrgTree *
zb_import_places_tree (ZbImportPlaces *self)
{
  return self->tree;
}

int
zb_import_kind_of_name (const char *name)
{
  static const struct { const char *end; ZbOrgKind kind; } ends[] = {
    { "小组", ZB_ORG_GROUP }, { "总支部委员会", ZB_ORG_GENERAL_BRANCH }, { "总支委员会", ZB_ORG_GENERAL_BRANCH },
    { "总支部", ZB_ORG_GENERAL_BRANCH }, { "总支", ZB_ORG_GENERAL_BRANCH }, { "支部委员会", ZB_ORG_BRANCH }, { "支部", ZB_ORG_BRANCH },
    { "委员会", ZB_ORG_COMMITTEE }, { "党委", ZB_ORG_COMMITTEE }, { "工委", ZB_ORG_COMMITTEE },
  };
  g_autofree char *folded = zb_import_fold_org (name);

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    if (g_str_has_suffix (folded, ends[i].end))
      return (int) ends[i].kind;
  return -1;
}

/* 一支部 is the end of 第一支部, not of 第十一支部. */
static gboolean
ends_with (const char *name, gsize length, const char *end, gsize n)
{
  static const char numerals[] = "一二三四五六七八九十百零〇0123456789";

  if (n == 0 || n > length || memcmp (name + length - n, end, n) != 0)
    return FALSE;
  return n == length
         || g_utf8_strchr (numerals, -1, g_utf8_get_char (g_utf8_prev_char (name + length - n))) == NULL
         || g_utf8_strchr (numerals, -1, g_utf8_get_char (end)) == NULL;
}

/* The one organisation whose name ends so; NULL for none, with @out_n for several. */
static const ZbOrg *
find_by_end (ZbImportPlaces *self, const char *text, guint *out_n)
{
  g_autofree char *end = fold_loosely (text);
  gsize n = strlen (end);
  const ZbOrg *found = NULL;

  *out_n = 0;
  if (g_utf8_strlen (end, -1) < 3)
    return NULL;
  for (guint i = 0; i < self->loose->len; i++)
    {
      const Loose *loose = &g_array_index (self->loose, Loose, i);
      const ZbOrg *org = zb_org_tree_at (self->tree, i);

      if (!(ends_with (loose->names[0], loose->lengths[0], end, n) || ends_with (loose->names[1], loose->lengths[1], end, n))
          || org->kind == ZB_ORG_GROUP)
        continue;
      found = org;
      (*out_n)++;
    }
  return *out_n == 1 ? found : NULL;
}

/* 云溪集团党委/云溪厂党总支/第一党支部: the last of a path of organisations. Returns: (nullable): %NULL when it is no path */
static char *
last_of_path (const char *text)
{
  g_auto(GStrv) parts = g_regex_split_simple ("\\s*(?:[/\\\\>＞→》|｜]|-+|—+)\\s*", text, 0, 0);
  guint n = g_strv_length (parts);

  for (guint i = 0; i < n; i++)
    if (zb_import_kind_of_name (parts[i]) < 0 || zb_import_kind_of_name (parts[i]) == ZB_ORG_GROUP)
      return NULL;
  return n > 1 ? g_strdup (parts[n - 1]) : NULL;
}

static Word *
resolve (ZbImportPlaces *self, const char *whole)
{
  g_autofree char *last = *whole != '+' ? last_of_path (whole) : NULL;
  const char *text = last != NULL ? last : whole;
  g_autofree char *folded = zb_import_fold_org (text);
  Word *word = g_new0 (Word, 1);
  gpointer known = NULL;
  const ZbOrg *org;
  guint n = 0;
  int kind;

  /* What a person said is new is new, whatever it is called. */
  if (*text == '+')
    org = NULL;
  else if (g_hash_table_lookup_extended (self->exact, folded, NULL, &known))
    {
      org = known;
      n = org != NULL ? 1 : 2;
      word->by_end = org != NULL && last != NULL;
    }
  else
    {
      org = find_by_end (self, text, &n);
      word->by_end = org != NULL;
    }
  kind = org != NULL ? (int) org->kind : zb_import_kind_of_name (text);
  word->place = add_place (self, *text == '+' ? text + 1 : text, org != NULL ? org->id : 0, kind < 0 || kind == ZB_ORG_GROUP ? ZB_ORG_BRANCH : (ZbOrgKind) kind);
  word->place->is_ambiguous = n > 1;
  word->place->is_new = n == 0;
  return word;
}

const ZbOrg *
zb_import_places_find (ZbImportPlaces *self, const char *text, gboolean *out_by_end)
{
  g_autofree char *folded = zb_import_fold_org (text);
  gpointer known = NULL;
  guint n;

  *out_by_end = FALSE;
  if (g_hash_table_lookup_extended (self->exact, folded, NULL, &known))
    return known;
  known = (gpointer) find_by_end (self, text, &n);
  *out_by_end = known != NULL;
  return known;
}

const char *
zb_import_places_in_title (ZbImportPlaces *self, const char *text)
{
  g_autofree char *folded = zb_import_fold_org (text), *title = fold_loosely (text);
  gsize whole = strlen (title), longest = 0;
  const ZbOrg *found = NULL;
  guint n = 0;

  find_by_end (self, text, &n);
  if (n > 0 || g_hash_table_contains (self->exact, folded))
    return NULL;
  for (guint i = 0; i < self->loose->len && g_utf8_strlen (title, -1) >= 3; i++)
    {
      const Loose *loose = &g_array_index (self->loose, Loose, i);
      const ZbOrg *org = zb_org_tree_at (self->tree, i);
      gsize length = 0;

      for (guint k = G_N_ELEMENTS (loose->names); k > 0 && org->kind != ZB_ORG_GROUP; k--)
        if (ends_with (title, whole, loose->names[k - 1], loose->lengths[k - 1]))
          length = loose->lengths[k - 1];
      if (length < strlen ("一支部") || length < longest)
        continue;
      found = length == longest ? NULL : org;
      longest = length;
    }
  return found != NULL ? found->name : NULL;
}

ZbImportPlace *
zb_import_places_branch (ZbImportPlaces *self, const char *text, gboolean *out_by_end)
{
  g_autofree char *key = NULL;
  Word *word;

  *out_by_end = FALSE;
  if (text == NULL)
    return self->default_place;
  if ((word = g_hash_table_lookup (self->branches, text)) != NULL)
    return word->place;
  /* Two spellings of one new name make one organisation. */
  key = zb_import_fold_org (text);
  if ((word = g_hash_table_lookup (self->branches, key)) == NULL)
    {
      word = resolve (self, text);
      *out_by_end = word->by_end;
      g_hash_table_insert (self->branches, g_strdup (key), word);
    }
  if (strcmp (key, text) != 0)
    g_hash_table_insert (self->branches, g_strdup (text), g_memdup2 (word, sizeof *word));
  return word->place;
}

gboolean
zb_import_places_count (ZbImportPlaces *self, const char *text)
{
  Word *word = g_hash_table_lookup (self->branches, text);

  return word != NULL && word->n_rows++ == 0;
}

void
zb_import_places_words (ZbImportPlaces *self, ZbImportPlacesFunc func, gpointer user_data)
{
  GHashTableIter iter;
  gpointer text, data;

  g_hash_table_iter_init (&iter, self->branches);
  while (g_hash_table_iter_next (&iter, &text, &data))
    {
      const Word *word = data;

      func (text, word->place, word->by_end, word->n_rows, user_data);
    }
}

static const ZbOrg *
find_group (ZbImportPlaces *self, gint64 branch, const char *text)
{
  g_autofree char *loose = fold_loosely (text);
  const ZbOrg *above = zb_org_tree_get (self->tree, branch);

  for (guint i = 0; above != NULL && i < above->below; i++)
    {
      const ZbOrg *org = zb_org_tree_at (self->tree, above->position + 1 + i);
      const Loose *known = &g_array_index (self->loose, Loose, above->position + 1 + i);

      if (org->kind == ZB_ORG_GROUP && org->parent == branch && (strcmp (known->names[0], loose) == 0 || strcmp (known->names[1], loose) == 0))
        return org;
    }
  return NULL;
}

ZbImportPlace *
zb_import_places_group (ZbImportPlaces *self, ZbImportPlace *branch, const char *text)
{
  g_autofree char *folded = fold_loosely (text);
  g_autofree char *key = g_strdup_printf ("%p %s", (gpointer) branch, folded);
  ZbImportPlace *place = g_hash_table_lookup (self->groups, key);
  const ZbOrg *org;

  if (place != NULL)
    return place;
  org = branch->id != 0 ? find_group (self, branch->id, text) : NULL;
  place = add_place (self, text, org != NULL ? org->id : 0, ZB_ORG_GROUP);
  place->parent = branch;
  g_hash_table_insert (self->groups, g_steal_pointer (&key), place);
  return place;
}

guint
zb_import_places_n_new (ZbImportPlaces *self)
{
  guint n = 0;

  for (guint i = 0; i < self->all->len; i++)
    {
      const ZbImportPlace *place = g_ptr_array_index (self->all, i);

      n += place->is_new && place->is_used;
    }
  return n;
}

void
zb_import_places_reset (ZbImportPlaces *self)
{
  for (guint i = 0; i < self->all->len; i++)
    {
      ZbImportPlace *place = g_ptr_array_index (self->all, i);

      if (place->is_new)
        place->id = 0;
    }
}

static gboolean
may_stand_above (ZbImportPlaces *self, gint64 id, ZbOrgKind kind)
{
  const ZbOrg *org = zb_org_tree_get (self->tree, id);

  return org != NULL && org->kind < kind && org->kind < ZB_ORG_BRANCH;
}

/* Under the organisation that the user named, or the only one at the top, if it is of a higher kind. */
static gint64
parent_of_new (ZbImportPlaces *self, ZbOrgKind kind)
{
  gint64 top = 0;
  guint n_top = 0;

  if (self->default_org != 0 && may_stand_above (self, self->default_org, kind))
    return self->default_org;
  for (guint i = 0; i < zb_org_tree_size (self->tree); i++)
    if (zb_org_tree_at (self->tree, i)->depth == 0)
      {
        top = zb_org_tree_at (self->tree, i)->id;
        n_top++;
      }
  return n_top == 1 && may_stand_above (self, top, kind) ? top : 0;
}

gint64
zb_import_places_make (ZbImportPlaces *self, ZbImportPlace *place, ZbChangeSet *set, GError **error)
{
  g_autoptr(ZbRecord) record = NULL;
  gint64 parent;

  if (place->id != 0)
    return place->id;
  if (place->parent != NULL && zb_import_places_make (self, place->parent, set, error) == 0)
    return 0;
  parent = place->parent != NULL ? place->parent->id : parent_of_new (self, place->kind);
  record = zb_record_new (&zb_kind_organization);
  zb_record_set (record, "name", place->name);
  zb_record_set (record, "kind", zb_code_table_get ("org_kind")->codes[place->kind].code);
  if (zb_organizations_add (set, record, parent, error))
    place->id = record->id;
  return place->id;
}
