/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/zb-org-tree.h"

#include <string.h>

#include "core/zb-hanzi.h"

/* The names of an organisation as they are looked for: half width, without blanks; and plain, as people say them. */
typedef struct {
  char *name;
  char *short_name;
  char *plain_name;
  char *plain_short;
} SpokenNames;

struct _ZbOrgTree
{
  gatomicrefcount refs;
  ZbDate as_of;
  GPtrArray *orgs;    /* (owned) (element-type ZbOrg): in display order once sealed */
  GPtrArray *spoken;  /* (owned) (element-type SpokenNames): by position, made when first looked through */
  gsize has_spoken;   /* (atomic): a tree may be read by several threads */
  GHashTable *by_id;  /* (owned): gint64 → ZbOrg, unowned */
};

G_DEFINE_BOXED_TYPE (ZbOrgTree, zb_org_tree, zb_org_tree_ref, zb_org_tree_unref)

static void
org_free (ZbOrg *org)
{
  g_free (org->uid);
  g_free (org->name);
  g_free (org->short_name);
  g_free (org->number);
  g_free (org);
}

static void
spoken_names_free (SpokenNames *spoken)
{
  g_free (spoken->name);
  g_free (spoken->short_name);
  g_free (spoken->plain_name);
  g_free (spoken->plain_short);
  g_free (spoken);
}

ZbOrgTree *
zb_org_tree_new (ZbDate as_of)
{
  ZbOrgTree *tree = g_new0 (ZbOrgTree, 1);

  g_atomic_ref_count_init (&tree->refs);
  tree->as_of = as_of;
  tree->orgs = g_ptr_array_new_with_free_func ((GDestroyNotify) org_free);
  tree->spoken = g_ptr_array_new_with_free_func ((GDestroyNotify) spoken_names_free);
  tree->by_id = g_hash_table_new (g_int64_hash, g_int64_equal);
  return tree;
}

ZbOrgTree *
zb_org_tree_ref (ZbOrgTree *tree)
{
  g_atomic_ref_count_inc (&tree->refs);
  return tree;
}

void
zb_org_tree_unref (ZbOrgTree *tree)
{
  if (tree == NULL || !g_atomic_ref_count_dec (&tree->refs))
    return;
  g_hash_table_unref (tree->by_id);
  g_ptr_array_unref (tree->spoken);
  g_ptr_array_unref (tree->orgs);
  g_free (tree);
}

void
zb_org_tree_add (ZbOrgTree *tree, const ZbOrg *org)
{
  ZbOrg *copy = g_memdup2 (org, sizeof *org);

  copy->uid = g_strdup (org->uid);
  copy->name = g_strdup (org->name != NULL ? org->name : "");
  copy->short_name = g_strdup (org->short_name);
  copy->number = g_strdup (org->number);
  g_ptr_array_add (tree->orgs, copy);
  g_hash_table_insert (tree->by_id, &copy->id, copy);
}

/* The number said at @text, in words or figures below a hundred: 0 when there is none. */
static guint
numeral_at (const char *text)
{
  static const char digits[] = "一二三四五六七八九"; /* three bytes each */
  guint number = 0;

  if (g_ascii_isdigit (*text))
    return (guint) g_ascii_strtoull (text, NULL, 10);
  for (;;)
    {
      g_autofree char *letter = g_strndup (text, 3);
      const char *digit = strlen (letter) == 3 ? strstr (digits, letter) : NULL;

      if (strcmp (letter, "十") == 0)
        number = MAX (number, 1) * 10;
      else if (digit != NULL)
        number += (guint) (digit - digits) / 3 + 1;
      else
        return number;
      text += 3;
    }
}

typedef struct
{
  guint64 head; /* pinyin of what stands before the number */
  guint number;
  guint64 whole;
} SeriesKey;

/* By sound alone 第二党支部 would stand before 第一党支部. */
static SeriesKey
series_key (const char *name)
{
  const char *at = strstr (name, "第");
  guint number = at != NULL ? numeral_at (at + strlen ("第")) : 0;
  g_autofree char *head = g_strndup (name, number > 0 ? (gsize) (at - name) : strlen (name));

  return (SeriesKey) { zb_hanzi_pinyin_prefix (head, NULL), number, zb_hanzi_pinyin_prefix (name, NULL) };
}

/* The keys of all, by the position that they have before they are placed: each is compared many times. */
static SeriesKey *
make_keys (ZbOrgTree *tree)
{
  SeriesKey *keys = g_new (SeriesKey, tree->orgs->len + 1);

  for (guint i = 0; i < tree->orgs->len; i++)
    {
      ZbOrg *org = g_ptr_array_index (tree->orgs, i);

      org->position = i;
      keys[i] = series_key (org->name);
    }
  return keys;
}

/* By display order (0 comes last), then pinyin and the number in a series, then id. */
static int
compare_siblings (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const ZbOrg *left = *(ZbOrg *const *) a;
  const ZbOrg *right = *(ZbOrg *const *) b;
  const SeriesKey *left_key = (const SeriesKey *) user_data + left->position;
  const SeriesKey *right_key = (const SeriesKey *) user_data + right->position;

  if (left->order != right->order)
    return left->order == 0 ? 1 : right->order == 0 ? -1 : left->order < right->order ? -1 : 1;
  if (left_key->head != right_key->head)
    return left_key->head < right_key->head ? -1 : 1;
  if (left_key->number != right_key->number)
    return left_key->number < right_key->number ? -1 : 1;
  if (left_key->whole != right_key->whole)
    return left_key->whole < right_key->whole ? -1 : 1;
  return left->id < right->id ? -1 : left->id > right->id;
}

static guint
place (ZbOrg *org, guint depth, GHashTable *children, GHashTable *placed, GPtrArray *out)
{
  GPtrArray *below = g_hash_table_lookup (children, &org->id);

  if (!g_hash_table_add (placed, org))
    return 0;
  org->position = out->len;
  org->depth = depth;
  org->below = 0;
  g_ptr_array_add (out, org);
  for (guint i = 0; below != NULL && i < below->len; i++)
    org->below += place (g_ptr_array_index (below, i), depth + 1, children, placed, out);
  return org->below + 1;
}

static GHashTable *
group_by_parent (ZbOrgTree *tree, GPtrArray *tops)
{
  GHashTable *children = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, (GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < tree->orgs->len; i++)
    {
      ZbOrg *org = g_ptr_array_index (tree->orgs, i);
      ZbOrg *parent = g_hash_table_lookup (tree->by_id, &org->parent);
      GPtrArray *siblings = parent != NULL ? g_hash_table_lookup (children, &parent->id) : tops;

      if (siblings == NULL)
        {
          siblings = g_ptr_array_new ();
          g_hash_table_insert (children, &parent->id, siblings);
        }
      g_ptr_array_add (siblings, org);
    }
  return children;
}

/* Half width, without blanks. */
static char *
fold (const char *text)
{
  g_autofree char *normal = g_utf8_normalize (text, -1, G_NORMALIZE_NFKC);
  g_autoptr(GString) out = g_string_new (NULL);

  for (const char *p = normal; p != NULL && *p != '\0'; p = g_utf8_next_char (p))
    if (!g_unichar_isspace (g_utf8_get_char (p)))
      g_string_append_unichar (out, g_utf8_get_char (p));
  return g_string_free (g_steal_pointer (&out), FALSE);
}

/* A number below a hundred as it is said: 11 is 十一, 20 is 二十. */
static void
append_numeral (GString *out, guint number)
{
  static const char *const digits[] = { "", "一", "二", "三", "四", "五", "六", "七", "八", "九" };

  if (number >= 20)
    g_string_append (out, digits[number / 10]);
  if (number >= 10)
    g_string_append (out, "十");
  g_string_append (out, digits[number % 10]);
}

/* People say 一支部 or 1支部 for 第一党支部 and 第一支部委员会: without 第, 党, 委员会, numbers in words. */
static char *
plain_words (const char *folded)
{
  static const char *const fillers[] = { "委员会", "第", "党", NULL };
  g_autoptr(GString) out = g_string_new (NULL);

  for (const char *p = folded; *p != '\0';)
    {
      gsize n_digits = strspn (p, "0123456789");

      if (n_digits == 1 || (n_digits == 2 && *p != '0'))
        append_numeral (out, (guint) g_ascii_strtoull (p, NULL, 10));
      else
        g_string_append_len (out, p, (gssize) MAX (n_digits, 1));
      p += MAX (n_digits, 1);
    }
  for (guint i = 0; fillers[i] != NULL; i++)
    g_string_replace (out, fillers[i], "", 0);
  return g_string_free (g_steal_pointer (&out), FALSE);
}

/* Only who looks for an organisation by its name needs them: they cost more than all the rest. */
static void
need_spoken_names (ZbOrgTree *tree)
{
  if (!g_once_init_enter (&tree->has_spoken))
    return;
  for (guint i = 0; i < tree->orgs->len; i++)
    {
      const ZbOrg *org = g_ptr_array_index (tree->orgs, i);
      SpokenNames *spoken = g_new0 (SpokenNames, 1);

      spoken->name = fold (org->name);
      spoken->short_name = fold (zb_org_short (org));
      spoken->plain_name = plain_words (spoken->name);
      spoken->plain_short = plain_words (spoken->short_name);
      g_ptr_array_add (tree->spoken, spoken);
    }
  g_once_init_leave (&tree->has_spoken, 1);
}

void
zb_org_tree_seal (ZbOrgTree *tree)
{
  g_autoptr(GPtrArray) tops = g_ptr_array_new ();
  g_autoptr(GHashTable) children = group_by_parent (tree, tops);
  g_autoptr(GHashTable) placed = g_hash_table_new (NULL, NULL);
  g_autofree SeriesKey *keys = make_keys (tree);
  GPtrArray *ordered = g_ptr_array_new_with_free_func ((GDestroyNotify) org_free);
  GHashTableIter iter;
  gpointer siblings;

  g_ptr_array_sort_with_data (tops, compare_siblings, keys);
  g_hash_table_iter_init (&iter, children);
  while (g_hash_table_iter_next (&iter, NULL, &siblings))
    g_ptr_array_sort_with_data (siblings, compare_siblings, keys);
  for (guint i = 0; i < tops->len; i++)
    place (g_ptr_array_index (tops, i), 0, children, placed, ordered);
  /* What is left hangs in a ring of parents: damaged, but it must be seen. */
  for (guint i = 0; i < tree->orgs->len; i++)
    place (g_ptr_array_index (tree->orgs, i), 0, children, placed, ordered);
  g_ptr_array_set_free_func (tree->orgs, NULL);
  g_ptr_array_unref (tree->orgs);
  tree->orgs = ordered;
  g_ptr_array_set_size (tree->spoken, 0);
  tree->has_spoken = 0;
}

ZbDate
zb_org_tree_as_of (ZbOrgTree *tree)
{
  return tree->as_of;
}

guint
zb_org_tree_size (ZbOrgTree *tree)
{
  return tree->orgs->len;
}

const ZbOrg *
zb_org_tree_at (ZbOrgTree *tree, guint position)
{
  g_return_val_if_fail (position < tree->orgs->len, NULL);

  return g_ptr_array_index (tree->orgs, position);
}

const ZbOrg *
zb_org_tree_get (ZbOrgTree *tree, gint64 id)
{
  return g_hash_table_lookup (tree->by_id, &id);
}

gboolean
zb_org_tree_is_below (ZbOrgTree *tree, gint64 id, gint64 top)
{
  const ZbOrg *org = zb_org_tree_get (tree, id);
  const ZbOrg *above = zb_org_tree_get (tree, top);

  return org != NULL && above != NULL && org->position >= above->position && org->position <= above->position + above->below;
}

static gboolean
is_numeral (gunichar c)
{
  static const gunichar numerals[] = { 0x4e00, 0x4e8c, 0x4e09, 0x56db, 0x4e94, 0x516d, 0x4e03, 0x516b, 0x4e5d, 0x5341, 0x767e };

  for (guint i = 0; i < G_N_ELEMENTS (numerals); i++)
    if (numerals[i] == c)
      return TRUE;
  return c < 0x80 && g_ascii_isdigit ((char) c);
}

/* Whether @name ends in @text, and not in the middle of a number: 第十一支部 does not end in 一支部. */
static gboolean
ends_in (const char *name, const char *text)
{
  const char *at;

  if (*text == '\0' || !g_str_has_suffix (name, text))
    return FALSE;
  at = name + strlen (name) - strlen (text);
  return at == name || !is_numeral (g_utf8_get_char (text)) || !is_numeral (g_utf8_get_char (g_utf8_prev_char (at)));
}

/* How well a text means an organisation, 0 not at all. */
static int
match (const ZbOrg *org, const SpokenNames *spoken, const char *text, const char *plain)
{
  if (g_strcmp0 (org->uid, text) == 0 || g_strcmp0 (org->number, text) == 0)
    return 6;
  if (strcmp (spoken->name, text) == 0 || strcmp (spoken->short_name, text) == 0)
    return 5;
  if (*plain != '\0' && (strcmp (spoken->plain_name, plain) == 0 || strcmp (spoken->plain_short, plain) == 0))
    return 4;
  if (ends_in (spoken->name, text) || ends_in (spoken->short_name, text))
    return 3;
  if (ends_in (spoken->plain_name, plain) || ends_in (spoken->plain_short, plain))
    return 2;
  return strstr (spoken->name, text) != NULL || strstr (spoken->short_name, text) != NULL;
}

const ZbOrg *
zb_org_tree_find (ZbOrgTree *tree, const char *text, guint *out_n)
{
  g_autofree char *folded = fold (text);
  g_autofree char *plain = plain_words (folded);
  const ZbOrg *found = NULL;
  int best = 0;
  guint n = 0;

  need_spoken_names (tree);
  for (guint i = 0; i < tree->orgs->len && *folded != '\0'; i++)
    {
      const ZbOrg *org = g_ptr_array_index (tree->orgs, i);
      int how = match (org, g_ptr_array_index (tree->spoken, i), folded, plain);

      if (how > best)
        {
          best = how;
          n = 0;
          found = org;
        }
      n += how == best && how > 0;
    }
  if (out_n != NULL)
    *out_n = n;
  return n == 1 ? found : NULL;
}

const char *
zb_org_short (const ZbOrg *org)
{
  return org->short_name != NULL && *org->short_name != '\0' ? org->short_name : org->name;
}
