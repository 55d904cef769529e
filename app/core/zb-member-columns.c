/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "core/zb-codes.h"
#include "core/zb-hanzi.h"
#include "core/zb-member-columns-private.h"

G_DEFINE_BOXED_TYPE (ZbMemberColumns, zb_member_columns, zb_member_columns_ref, zb_member_columns_unref)

static const char *const code_fields[ZB_MEMBER_N_CODES] = {
  "sex", "ethnicity", "education", "degree", "marital", "job", "stratum", "frontline", "entry_kind", "confirmation_kind",
  "migrant_worker", "lost", "floating"
};

const char *
zb_member_state_heading (ZbMemberState state)
{
  switch (state)
    {
    case ZB_MEMBER_HERE: return "在册";
    case ZB_MEMBER_UNPLACED: return "未编入党支部";
    case ZB_MEMBER_TRANSFERRED: return "转出组织关系";
    case ZB_MEMBER_SUSPENDED: return "停止党籍";
    case ZB_MEMBER_EXPELLED: return "出党";
    case ZB_MEMBER_DISQUALIFIED: return "取消预备党员资格";
    case ZB_MEMBER_DECEASED: return "去世";
    default: return "";
    }
}

const char *
zb_member_code_field (ZbMemberCode code)
{
  return code_fields[code];
}

static void
moved_free (ZbMovedTexts *moved)
{
  g_free (moved->name);
  g_free (moved->readings);
  g_free (moved->numbers);
  g_free (moved);
}

/* Ids of organisations are small numbers: an array answers faster than a hash table. */
static void
place_organizations (ZbMemberColumns *self)
{
  guint n = zb_org_tree_size (self->tree);

  self->max_org = 0;
  for (guint i = 0; i < n; i++)
    self->max_org = MAX (self->max_org, (guint32) zb_org_tree_at (self->tree, i)->id);
  g_free (self->positions);
  self->positions = g_new (guint32, self->max_org + 1);
  memset (self->positions, 0xff, (self->max_org + 1) * sizeof *self->positions);
  for (guint i = 0; i < n; i++)
    self->positions[zb_org_tree_at (self->tree, i)->id] = i;
}

ZbMemberColumns *
zb_member_columns_new (ZbOrgTree *tree, ZbDate as_of, guint expected)
{
  ZbMemberColumns *self = g_new0 (ZbMemberColumns, 1);

  g_atomic_ref_count_init (&self->refs);
  self->tree = zb_org_tree_ref (tree);
  self->as_of = as_of;
  self->ids_ascend = TRUE;
  self->expected = expected;
  place_organizations (self);
  self->moved = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) moved_free);
  self->given = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  return self;
}

ZbMemberColumns *
zb_member_columns_ref (ZbMemberColumns *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

/* Every array of one value a row, so that growing and freeing name them once. A lazy one that is not
 * there stays away. */
typedef struct {
  gpointer array;
  gsize size;
  gboolean is_lazy;
} Column;

#define N_COLUMNS (20 + ZB_MEMBER_N_CODES + ZB_MEMBER_MAX_FIELDS)

static guint
all_columns (ZbMemberColumns *self, Column out[N_COLUMNS])
{
  const Column columns[] = {
    { &self->id, 4, FALSE },          { &self->org, 4, FALSE },       { &self->group, 4, TRUE },
    { &self->state, 1, FALSE },       { &self->category, 1, FALSE },  { &self->declared, 1, FALSE },
    { &self->age, 1, FALSE },         { &self->standing, 1, FALSE },  { &self->post_rank, 2, FALSE },
    { &self->correction, 2, TRUE },   { &self->own_order, 4, TRUE },  { &self->birth, 4, FALSE },
    { &self->applied, 4, TRUE },      { &self->activist, 4, TRUE },   { &self->candidate, 4, TRUE },
    { &self->joined, 4, FALSE },      { &self->confirmed, 4, FALSE }, { &self->names.at, 4, FALSE },
    { &self->readings.at, 4, FALSE }, { &self->numbers.at, 4, FALSE },
  };
  guint n = G_N_ELEMENTS (columns);

  memcpy (out, columns, sizeof columns);
  for (guint i = 0; i < ZB_MEMBER_N_CODES; i++)
    out[n++] = (Column) { &self->codes[i], 1, TRUE };
  for (guint i = 0; i < ZB_MEMBER_MAX_FIELDS; i++)
    out[n++] = (Column) { &self->ranks[i], 4, TRUE };
  return n;
}

void
zb_member_columns_need (ZbMemberColumns *self, gpointer array, gsize size)
{
  gpointer *column = array;

  if (*column == NULL)
    *column = g_malloc0 ((self->allocated + 1) * size);
}

void
zb_member_columns_unref (ZbMemberColumns *self)
{
  Column columns[N_COLUMNS];
  guint n;

  if (self == NULL || !g_atomic_ref_count_dec (&self->refs))
    return;
  n = all_columns (self, columns);
  for (guint i = 0; i < n; i++)
    g_free (*(gpointer *) columns[i].array);
  g_free (self->names.bytes);
  g_free (self->readings.bytes);
  g_free (self->numbers.bytes);
  g_free (self->positions);
  g_hash_table_unref (self->moved);
  g_hash_table_unref (self->given);
  zb_member_columns_orders_drop (self);
  zb_org_tree_unref (self->tree);
  g_free (self);
}

static void
grow (ZbMemberColumns *self)
{
  Column columns[N_COLUMNS];
  guint n = all_columns (self, columns);
  guint allocated = MAX (MAX (64, self->expected), self->allocated + self->allocated / 4);

  for (guint i = 0; i < n; i++)
    {
      gpointer *array = columns[i].array;
      gsize size = columns[i].size;

      if (columns[i].is_lazy && *array == NULL)
        continue;
      *array = g_realloc (*array, (allocated + 1) * size);
      memset ((char *) *array + self->allocated * size, 0, (allocated + 1 - self->allocated) * size);
    }
  self->allocated = allocated;
}

/* Room for the text of a row, its last NUL counted; it may hold further texts, each behind the NUL of the one before. */
static char *
pool_extend (ZbTextPool *pool, guint index, gsize length)
{
  char *text;

  if (pool->length + length + ZB_POOL_MARGIN > pool->allocated)
    {
      pool->allocated = (guint32) (MAX (4096, pool->allocated / 4 * 5) + length + ZB_POOL_MARGIN);
      pool->bytes = g_realloc (pool->bytes, pool->allocated);
    }
  text = pool->bytes + pool->length;
  pool->at[index] = pool->length;
  pool->length += (guint32) length;
  pool->at[index + 1] = pool->length;
  return text;
}

static void
pool_add (ZbTextPool *pool, guint index, const char *text, gsize length)
{
  memcpy (pool_extend (pool, index, length + 1), text, length + 1);
}

static guint8
years (int value)
{
  return value < 0 ? ZB_NO_YEARS : (guint8) MIN (value, ZB_NO_YEARS - 1);
}

/* A value of a lazy column; 0 needs no column. */
#define SET_LAZY(self, column, index, value)                                       \
  G_STMT_START                                                                     \
    if ((self)->column != NULL || (value) != 0)                                    \
      {                                                                            \
        zb_member_columns_need ((self), &(self)->column, sizeof *(self)->column);  \
        (self)->column[index] = (value);                                           \
      }                                                                            \
  G_STMT_END

/* Everything but the texts. */
static void
set_values (ZbMemberColumns *self, guint i, const ZbMemberEntry *entry)
{
  int months = zb_standing_months (&entry->standing, self->as_of);

  if (entry->reading != NULL)
    g_hash_table_replace (self->given, GUINT_TO_POINTER (i), g_strdup (entry->reading));
  else if (g_hash_table_size (self->given) > 0)
    g_hash_table_remove (self->given, GUINT_TO_POINTER (i));
  self->has_dots = self->has_dots || strstr (entry->name, "·") != NULL;
  self->id[i] = (guint32) entry->id;
  self->org[i] = (guint32) entry->org;
  SET_LAZY (self, group, i, (guint32) entry->group);
  self->state[i] = (guint8) entry->state;
  self->category[i] = (guint8) zb_standing_category (&entry->standing, self->as_of);
  self->declared[i] = (guint8) entry->standing.declared;
  self->age[i] = years (zb_date_is_set (entry->birth) ? zb_date_years_between (entry->birth, self->as_of) : -1);
  self->standing[i] = years (months < 0 ? -1 : months / 12);
  self->post_rank[i] = entry->post_rank;
  SET_LAZY (self, correction, i, (gint16) entry->standing.correction_months);
  SET_LAZY (self, own_order, i, entry->own_order);
  self->birth[i] = zb_date_pack (entry->birth);
  SET_LAZY (self, applied, i, zb_date_pack (entry->standing.applied));
  SET_LAZY (self, activist, i, zb_date_pack (entry->standing.activist));
  SET_LAZY (self, candidate, i, zb_date_pack (entry->standing.candidate));
  self->joined[i] = zb_date_pack (entry->standing.joined);
  self->confirmed[i] = zb_date_pack (entry->standing.confirmed);
  for (guint code = 0; code < ZB_MEMBER_N_CODES; code++)
    SET_LAZY (self, codes[code], i, entry->codes[code]);
}

/* Telephone, NUL, ID number, NUL. */
typedef struct {
  const char *phone;
  const char *id_number;
  gsize n_phone;
  gsize n_id_number;
} Numbers;

static Numbers
numbers_of (const char *phone, const char *id_number)
{
  phone = phone != NULL ? phone : "";
  id_number = id_number != NULL ? id_number : "";
  return (Numbers) { phone, id_number, strlen (phone) + 1, strlen (id_number) + 1 };
}

static char *
put_numbers (char *to, const Numbers *numbers)
{
  memcpy (to, numbers->phone, numbers->n_phone);
  memcpy (to + numbers->n_phone, numbers->id_number, numbers->n_id_number);
  return to;
}

static void
append (ZbMemberColumns *self, const ZbMemberEntry *entry)
{
  guint i = self->n;

  if (i == self->allocated)
    grow (self);
  if (i > 0 && entry->id <= self->id[i - 1])
    self->ids_ascend = FALSE;
  set_values (self, i, entry);
  pool_add (&self->names, i, entry->name, strlen (entry->name));
  self->n++;
}

/* The numbers of the first row that has none yet. */
static void
append_numbers (ZbMemberColumns *self, const char *phone, const char *id_number)
{
  Numbers numbers = numbers_of (phone, id_number);

  put_numbers (pool_extend (&self->numbers, self->n_numbered, numbers.n_phone + numbers.n_id_number), &numbers);
  self->n_numbered++;
}

static void
append_whole (ZbMemberColumns *self, const ZbMemberEntry *entry)
{
  append (self, entry);
  append_numbers (self, entry->phone, entry->id_number);
  zb_member_columns_complete (self);
}

void
zb_member_columns_add (ZbMemberColumns *self, const ZbMemberEntry *entry)
{
  zb_member_columns_orders_drop (self);
  zb_member_columns_ranks_age (self);
  append_whole (self, entry);
}

void
zb_member_columns_add_bare (ZbMemberColumns *self, const ZbMemberEntry *entry)
{
  if (self->n_read == self->n)
    {
      zb_member_columns_orders_drop (self);
      zb_member_columns_ranks_age (self);
    }
  append (self, entry);
}

void
zb_member_columns_add_numbers (ZbMemberColumns *self, gint64 id, const char *phone, const char *id_number)
{
  while (self->n_numbered < self->n && self->id[self->n_numbered] < id)
    append_numbers (self, NULL, NULL);
  if (self->n_numbered < self->n && self->id[self->n_numbered] == id)
    append_numbers (self, phone, id_number);
}

void
zb_member_columns_complete (ZbMemberColumns *self)
{
  g_autoptr(GString) readings = g_string_sized_new (64);

  while (self->n_numbered < self->n)
    append_numbers (self, NULL, NULL);
  for (; self->n_read < self->n; self->n_read++)
    {
      const char *given = g_hash_table_size (self->given) == 0 ? NULL : g_hash_table_lookup (self->given, GUINT_TO_POINTER (self->n_read));

      zb_hanzi_put_marked_readings (readings, self->names.bytes + self->names.at[self->n_read], given);
      pool_add (&self->readings, self->n_read, readings->str, readings->len);
    }
}

static const char *
pool_text (const ZbTextPool *pool, guint index)
{
  return pool->bytes + pool->at[index];
}

static inline const ZbMovedTexts *
moved_texts (ZbMemberColumns *self, guint index)
{
  return g_hash_table_size (self->moved) == 0 ? NULL : g_hash_table_lookup (self->moved, GUINT_TO_POINTER (index));
}

const char *
zb_member_columns_name (ZbMemberColumns *self, guint index)
{
  const ZbMovedTexts *moved = moved_texts (self, index);

  return moved != NULL ? moved->name : pool_text (&self->names, index);
}

const char *
zb_member_columns_readings (ZbMemberColumns *self, guint index)
{
  const ZbMovedTexts *moved = moved_texts (self, index);

  return moved != NULL ? moved->readings : pool_text (&self->readings, index);
}

const char *
zb_member_columns_phone (ZbMemberColumns *self, guint index)
{
  const ZbMovedTexts *moved = moved_texts (self, index);

  return moved != NULL ? moved->numbers : pool_text (&self->numbers, index);
}

const char *
zb_member_columns_id_number (ZbMemberColumns *self, guint index)
{
  const char *phone = zb_member_columns_phone (self, index);

  return phone + strlen (phone) + 1;
}

/* The texts of a changed row stand apart; what the pools held of it is blanked so that scans pass over it. */
static void
move_texts (ZbMemberColumns *self, guint i, const ZbMemberEntry *entry)
{
  ZbTextPool *pools[] = { &self->names, &self->readings, &self->numbers };
  ZbMovedTexts *moved = g_new0 (ZbMovedTexts, 1);
  Numbers numbers = numbers_of (entry->phone, entry->id_number);

  moved->name = g_strdup (entry->name);
  moved->readings = zb_hanzi_marked_readings (entry->name, entry->reading);
  moved->numbers = put_numbers (g_malloc (numbers.n_phone + numbers.n_id_number), &numbers);
  for (guint p = 0; p < G_N_ELEMENTS (pools); p++)
    memset (pools[p]->bytes + pools[p]->at[i], 0, pools[p]->at[i + 1] - pools[p]->at[i]);
  g_hash_table_replace (self->moved, GUINT_TO_POINTER (i), moved);
}

static gboolean
same_texts (ZbMemberColumns *self, guint i, const ZbMemberEntry *entry)
{
  g_autofree char *readings = zb_hanzi_marked_readings (entry->name, entry->reading);

  return strcmp (zb_member_columns_name (self, i), entry->name) == 0
         && strcmp (zb_member_columns_readings (self, i), readings) == 0
         && strcmp (zb_member_columns_phone (self, i), entry->phone != NULL ? entry->phone : "") == 0
         && strcmp (zb_member_columns_id_number (self, i), entry->id_number != NULL ? entry->id_number : "") == 0;
}

/* Index of @id among the living and the gone. */
static gint
find_any (ZbMemberColumns *self, gint64 id)
{
  guint low = 0, high = self->n;

  if (!self->ids_ascend)
    {
      for (guint i = 0; i < self->n; i++)
        if (self->id[i] == id)
          return (gint) i;
      return -1;
    }
  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (self->id[middle] < id)
        low = middle + 1;
      else
        high = middle;
    }
  return low < self->n && self->id[low] == id ? (gint) low : -1;
}

/* After many changes in a row the orders are made anew when next asked for: patching them costs more. */
#define MANY_CHANGES 200

static void
count_change (ZbMemberColumns *self)
{
  if (++self->n_changes == MANY_CHANGES)
    zb_member_columns_orders_drop (self);
}

void
zb_member_columns_put (ZbMemberColumns *self, const ZbMemberEntry *entry)
{
  gint found = find_any (self, entry->id);

  count_change (self);
  zb_member_columns_ranks_age (self);
  if (found < 0)
    {
      append_whole (self, entry);
      zb_member_columns_orders_put_in (self, self->n - 1, self->n - 1);
      return;
    }
  zb_member_columns_orders_take_out (self, (guint) found);
  if (!same_texts (self, (guint) found, entry))
    move_texts (self, (guint) found, entry);
  set_values (self, (guint) found, entry);
  zb_member_columns_orders_put_in (self, (guint) found, self->n - 1);
}

void
zb_member_columns_remove (ZbMemberColumns *self, gint64 id)
{
  gint found = find_any (self, id);

  if (found < 0)
    return;
  /* Everything else stays, and with it the row's place in the orders. */
  self->state[found] = ZB_MEMBER_GONE;
}

guint
zb_member_columns_size (ZbMemberColumns *self)
{
  return self->n;
}

ZbDate
zb_member_columns_as_of (ZbMemberColumns *self)
{
  return self->as_of;
}

ZbOrgTree *
zb_member_columns_tree (ZbMemberColumns *self)
{
  return self->tree;
}

void
zb_member_columns_set_tree (ZbMemberColumns *self, ZbOrgTree *tree)
{
  zb_org_tree_ref (tree);
  zb_org_tree_unref (self->tree);
  self->tree = tree;
  place_organizations (self);
  zb_member_columns_orders_drop_places (self);
}

gint64
zb_member_columns_id (ZbMemberColumns *self, guint index)
{
  return self->id[index];
}

gint
zb_member_columns_find (ZbMemberColumns *self, gint64 id)
{
  gint found = find_any (self, id);

  return found >= 0 && self->state[found] == ZB_MEMBER_GONE ? -1 : found;
}

void
zb_member_columns_get (ZbMemberColumns *self, guint index, ZbMemberEntry *out)
{
  const char *phone = zb_member_columns_phone (self, index);
  const char *id_number = zb_member_columns_id_number (self, index);

  *out = (ZbMemberEntry) {
    .id = self->id[index],
    .name = zb_member_columns_name (self, index),
    .reading = g_hash_table_lookup (self->given, GUINT_TO_POINTER (index)),
    .phone = *phone != '\0' ? phone : NULL,
    .id_number = *id_number != '\0' ? id_number : NULL,
    .org = self->org[index],
    .group = ZB_MEMBER_VALUE (self->group, index),
    .state = self->state[index] == ZB_MEMBER_GONE ? ZB_MEMBER_UNPLACED : (ZbMemberState) self->state[index],
    .birth = zb_date_unpack (self->birth[index]),
    .standing = {
      .declared = (ZbCategory) self->declared[index],
      .applied = zb_date_unpack (ZB_MEMBER_VALUE (self->applied, index)),
      .activist = zb_date_unpack (ZB_MEMBER_VALUE (self->activist, index)),
      .candidate = zb_date_unpack (ZB_MEMBER_VALUE (self->candidate, index)),
      .joined = zb_date_unpack (self->joined[index]),
      .confirmed = zb_date_unpack (self->confirmed[index]),
      .correction_months = ZB_MEMBER_VALUE (self->correction, index),
    },
    .post_rank = self->post_rank[index],
    .own_order = ZB_MEMBER_VALUE (self->own_order, index),
  };
  for (guint code = 0; code < ZB_MEMBER_N_CODES; code++)
    out->codes[code] = ZB_MEMBER_VALUE (self->codes[code], index);
}

ZbCategory
zb_member_columns_category (ZbMemberColumns *self, guint index)
{
  return self->state[index] == ZB_MEMBER_GONE ? ZB_CATEGORY_NONE : (ZbCategory) self->category[index];
}

int
zb_member_columns_age (ZbMemberColumns *self, guint index)
{
  return self->age[index] == ZB_NO_YEARS ? -1 : self->age[index];
}

guint64 *
zb_member_columns_scope_bits (ZbMemberColumns *self, ZbMemberScope scope, gboolean party_only)
{
  guint64 *bits = g_new (guint64, ZB_MEMBER_BIT_WORDS (self->n) + 1);
  guint8 states[256] = { 0 }, categories[256];

  for (guint state = 0; state <= ZB_MEMBER_DECEASED; state++)
    states[state] = scope == ZB_SCOPE_ALL
                    || (state == ZB_MEMBER_HERE || state == ZB_MEMBER_UNPLACED) == (scope == ZB_SCOPE_HERE);
  for (guint category = 0; category < G_N_ELEMENTS (categories); category++)
    categories[category] = !party_only || category >= ZB_CATEGORY_PROBATIONARY;
  for (guint word = 0; word < ZB_MEMBER_BIT_WORDS (self->n); word++)
    {
      guint end = MIN (self->n, word * 64 + 64);
      guint64 in = 0;

      for (guint i = word * 64; i < end; i++)
        in |= (guint64) (states[self->state[i]] & categories[self->category[i]]) << (i % 64);
      bits[word] = in;
    }
  return bits;
}

/* The rows of @bits in the wanted order; backwards the unknown stay at the end. */
static guint
collect (ZbMemberColumns *self, const ZbMemberQuery *query, const guint64 *bits, gint64 *out)
{
  const guint32 *order = zb_member_columns_order (self, query->order);
  guint known = self->n, n = 0;

  if (!query->descending)
    {
      for (guint i = 0; i < self->n; i++)
        if (zb_member_bit (bits, order[i]))
          out[n++] = self->id[order[i]];
      return n;
    }
  while (known > 0 && zb_member_columns_order_key (self, query->order, order[known - 1]) == G_MAXUINT64)
    known--;
  for (guint i = known; i > 0; i--)
    if (zb_member_bit (bits, order[i - 1]))
      out[n++] = self->id[order[i - 1]];
  for (guint i = known; i < self->n; i++)
    if (zb_member_bit (bits, order[i]))
      out[n++] = self->id[order[i]];
  return n;
}

gint64 *
zb_member_columns_query (ZbMemberColumns *self, const ZbMemberQuery *query, guint *out_n)
{
  g_autofree guint64 *bits = zb_member_columns_scope_bits (self, query->scope, query->party_only);
  guint n = 0;
  gint64 *out;

  self->n_changes = 0;
  zb_member_columns_apply_filter (self, query->filter, bits);
  if (query->text != NULL && *query->text != '\0')
    zb_member_columns_search (self, query->text, bits);
  for (guint i = 0; i < ZB_MEMBER_BIT_WORDS (self->n); i++)
    n += (guint) __builtin_popcountll (bits[i]);
  out = g_new (gint64, n + 1);
  *out_n = collect (self, query, bits, out);
  return out;
}
