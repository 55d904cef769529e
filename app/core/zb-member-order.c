/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "core/zb-codes.h"
#include "core/zb-hanzi.h"
#include "core/zb-member-columns-private.h"

/* Rows with a key each, as the radix sort moves them. */
typedef struct {
  guint64 key;
  guint32 index;
} Keyed;

static guint64
known_or_last (guint64 value)
{
  return value == 0 ? G_MAXUINT64 : value;
}

static guint64
code_key (ZbMemberColumns *self, ZbMemberCode code, guint index)
{
  return known_or_last (ZB_MEMBER_VALUE (self->codes[code], index));
}

static guint64
org_key (ZbMemberColumns *self, guint index)
{
  return zb_member_columns_position (self, self->org[index]);
}

/* By the day from which it counts, corrected: the longest first. A month counts from its first day. */
static guint64
standing_key (ZbMemberColumns *self, guint index)
{
  ZbDate confirmed = zb_date_unpack (self->confirmed[index]);
  int correction = ZB_MEMBER_VALUE (self->correction, index);

  if (self->standing[index] == ZB_NO_YEARS)
    return G_MAXUINT64;
  confirmed = (ZbDate) { confirmed.year, MAX (confirmed.month, 1), MAX (confirmed.day, 1) };
  return zb_date_pack (zb_date_add_months (confirmed, -correction));
}

guint64
zb_member_columns_order_key (ZbMemberColumns *self, ZbMemberOrder order, guint index)
{
  gint32 own;

  if (order >= ZB_ORDER_FIELD)
    return zb_member_columns_field_key (self, order, index);
  switch (order)
    {
    case ZB_ORDER_POST: return org_key (self, index) << 16 | self->post_rank[index];
    case ZB_ORDER_STROKE: return zb_hanzi_stroke_prefix (zb_member_columns_name (self, index), ZB_STROKE_SURNAME);
    case ZB_ORDER_STROKE_NAME: return zb_hanzi_stroke_prefix (zb_member_columns_name (self, index), ZB_STROKE_NAME);
    case ZB_ORDER_PINYIN:
      return zb_hanzi_pinyin_prefix (zb_member_columns_name (self, index),
                                     g_hash_table_size (self->given) == 0 ? NULL
                                     : g_hash_table_lookup (self->given, GUINT_TO_POINTER (index)));
    case ZB_ORDER_JOINED: return known_or_last (self->joined[index]);
    case ZB_ORDER_OWN:
      own = ZB_MEMBER_VALUE (self->own_order, index);
      return own == 0 ? G_MAXUINT64 : (guint64) (own + G_GINT64_CONSTANT (0x80000000));
    case ZB_ORDER_BIRTH: return known_or_last (self->birth[index]);
    case ZB_ORDER_CONFIRMED: return known_or_last (self->confirmed[index]);
    case ZB_ORDER_STANDING: return standing_key (self, index);
    case ZB_ORDER_ORG: return org_key (self, index);
    case ZB_ORDER_CATEGORY: return (guint64) (ZB_CATEGORY_FULL - self->category[index]);
    case ZB_ORDER_SEX: return code_key (self, ZB_MEMBER_SEX, index);
    case ZB_ORDER_ETHNICITY: return code_key (self, ZB_MEMBER_ETHNICITY, index);
    case ZB_ORDER_EDUCATION: return code_key (self, ZB_MEMBER_EDUCATION, index);
    case ZB_ORDER_DEGREE: return code_key (self, ZB_MEMBER_DEGREE, index);
    case ZB_ORDER_JOB: return code_key (self, ZB_MEMBER_JOB, index);
    case ZB_ORDER_ID: return self->id[index];
    case ZB_N_ORDERS: break;
    }
  g_assert_not_reached ();
}

/* The order that decides between equals: strokes within an organisation and of one standing, else pinyin, at last as entered. */
static ZbMemberOrder
tie_order (ZbMemberOrder order)
{
  if (order == ZB_ORDER_POST || order == ZB_ORDER_STANDING)
    return ZB_ORDER_STROKE;
  return order == ZB_ORDER_PINYIN ? ZB_ORDER_ID : ZB_ORDER_PINYIN;
}

static gboolean
is_by_name (ZbMemberOrder order)
{
  return order == ZB_ORDER_STROKE || order == ZB_ORDER_STROKE_NAME || order == ZB_ORDER_PINYIN;
}

/* Names longer than a prefix are compared by their whole keys. */
static int
compare_whole_keys (ZbMemberColumns *self, ZbMemberOrder order, guint a, guint b)
{
  guint8 left[ZB_HANZI_KEY_MAX], right[ZB_HANZI_KEY_MAX];
  const char *names[2] = { zb_member_columns_name (self, a), zb_member_columns_name (self, b) };
  ZbStrokeMode mode = order == ZB_ORDER_STROKE ? ZB_STROKE_SURNAME : ZB_STROKE_NAME;
  gsize n_left, n_right;
  int difference;

  if (order == ZB_ORDER_PINYIN)
    {
      n_left = zb_hanzi_pinyin_key (names[0], g_hash_table_lookup (self->given, GUINT_TO_POINTER (a)), left, sizeof left);
      n_right = zb_hanzi_pinyin_key (names[1], g_hash_table_lookup (self->given, GUINT_TO_POINTER (b)), right, sizeof right);
    }
  else
    {
      n_left = zb_hanzi_stroke_key (names[0], mode, left, sizeof left);
      n_right = zb_hanzi_stroke_key (names[1], mode, right, sizeof right);
    }
  difference = memcmp (left, right, MIN (n_left, n_right));
  return difference != 0 ? difference : n_left < n_right ? -1 : n_left > n_right;
}

static int
compare_rows (ZbMemberColumns *self, ZbMemberOrder order, guint a, guint b)
{
  for (;;)
    {
      guint64 left = zb_member_columns_order_key (self, order, a);
      guint64 right = zb_member_columns_order_key (self, order, b);
      int difference = left < right ? -1 : left > right;

      if (difference == 0 && is_by_name (order))
        difference = compare_whole_keys (self, order, a, b);
      if (difference != 0 || order == ZB_ORDER_ID)
        return difference != 0 ? difference : a < b ? -1 : a > b;
      order = tie_order (order);
    }
}

/* Stable: rows with equal keys keep the order they came in. Digits that are the same everywhere are passed over. */
static void
radix_sort (Keyed *rows, guint n)
{
  g_autofree Keyed *other = g_new (Keyed, n + 1);
  g_autofree guint32 *counts = g_new0 (guint32, 8 * 256);
  Keyed *from = rows, *to = other;

  for (guint i = 0; i < n; i++)
    for (guint digit = 0; digit < 8; digit++)
      counts[digit * 256 + (rows[i].key >> (8 * digit) & 0xff)]++;
  for (guint digit = 0; digit < 8; digit++)
    {
      guint32 *count = counts + digit * 256;
      guint32 sum = 0;
      Keyed *swap = from;

      if (n == 0 || count[from[0].key >> (8 * digit) & 0xff] == n)
        continue;
      for (guint value = 0; value < 256; value++)
        {
          guint32 here = count[value];

          count[value] = sum;
          sum += here;
        }
      for (guint i = 0; i < n; i++)
        to[count[from[i].key >> (8 * digit) & 0xff]++] = from[i];
      from = to;
      to = swap;
    }
  if (from != rows)
    memcpy (rows, from, n * sizeof *rows);
}

typedef struct {
  ZbMemberColumns *self;
  ZbMemberOrder order;
} Comparison;

static int
compare_whole (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const Comparison *comparison = user_data;

  return compare_rows (comparison->self, comparison->order, *(const guint32 *) a, *(const guint32 *) b);
}

/* Whether more of a key may follow behind a prefix: it is full, or the number of an unknown character
 * (0xfffe and two more) reaches its end, the first of which may be 0. */
static gboolean
is_cut (guint64 prefix)
{
  return (prefix & 0xffff) != 0 || (prefix >> 16 & 0xffff) == 0xfffe;
}

/* Whether a run of rows with one key, in the order of entry, may still have to be sorted. Equal strokes
 * mean the same characters, so the same reading, unless a dot or a given reading makes another of it. */
static gboolean
is_unsettled (ZbMemberColumns *self, const Keyed *rows, guint n)
{
  const char *name;

  if (is_cut (rows[0].key))
    return TRUE;
  if (!self->has_dots && g_hash_table_size (self->given) == 0)
    return FALSE;
  name = zb_member_columns_name (self, rows[0].index);
  for (guint i = 0; i < n; i++)
    if (g_hash_table_contains (self->given, GUINT_TO_POINTER (rows[i].index))
        || (i > 0 && strcmp (zb_member_columns_name (self, rows[i].index), name) != 0))
      return TRUE;
  return FALSE;
}

static void
settle_names (ZbMemberColumns *self, ZbMemberOrder order, const Keyed *rows, guint32 *out)
{
  Comparison comparison = { self, order };

  for (guint i = 0; i < self->n;)
    {
      guint end = i + 1;

      while (end < self->n && rows[end].key == rows[i].key)
        end++;
      if (end - i > 1 && is_unsettled (self, rows + i, end - i))
        g_qsort_with_data (out + i, (int) (end - i), sizeof *out, compare_whole, &comparison);
      i = end;
    }
}

/* Rows come ordered by id from the store: the order of entry is then the order they stand in. */
static guint32 *
make_order_of_entry (ZbMemberColumns *self)
{
  guint32 *out = g_new (guint32, self->n + 1);

  for (guint i = 0; i < self->n; i++)
    out[i] = i;
  return out;
}

static guint32 *
make_order (ZbMemberColumns *self, ZbMemberOrder order)
{
  g_autofree Keyed *rows = NULL;
  const guint32 *before = NULL;
  guint32 *out;

  if (order == ZB_ORDER_ID && self->ids_ascend)
    return make_order_of_entry (self);
  /* Names are read one behind the other where they stand; in another order each would be a miss of the cache. */
  if (!is_by_name (order) && order != ZB_ORDER_ID)
    before = zb_member_columns_order (self, tie_order (order));
  else if (order != ZB_ORDER_ID && !self->ids_ascend)
    before = zb_member_columns_order (self, ZB_ORDER_ID);
  rows = g_new (Keyed, self->n + 1);
  for (guint i = 0; i < self->n; i++)
    {
      guint index = before != NULL ? before[i] : i;

      rows[i] = (Keyed) { zb_member_columns_order_key (self, order, index), index };
    }
  radix_sort (rows, self->n);
  out = g_new (guint32, self->n + 1);
  for (guint i = 0; i < self->n; i++)
    out[i] = rows[i].index;
  if (is_by_name (order))
    settle_names (self, order, rows, out);
  return out;
}

const guint32 *
zb_member_columns_order (ZbMemberColumns *self, ZbMemberOrder order)
{
  if (self->orders[order] == NULL)
    self->orders[order] = make_order (self, order);
  return self->orders[order];
}

void
zb_member_columns_prepare (ZbMemberColumns *self)
{
  zb_member_columns_order (self, ZB_ORDER_PINYIN);
  zb_member_columns_order (self, ZB_ORDER_POST);
  zb_member_columns_order (self, ZB_ORDER_STROKE_NAME);
}

void
zb_member_columns_orders_drop (ZbMemberColumns *self)
{
  for (guint order = 0; order < ZB_MEMBER_ALL_ORDERS; order++)
    g_clear_pointer (&self->orders[order], g_free);
}

void
zb_member_columns_orders_take_out (ZbMemberColumns *self, guint index)
{
  for (guint order = 0; order < ZB_MEMBER_ALL_ORDERS; order++)
    for (guint i = 0; self->orders[order] != NULL && i < self->n; i++)
      if (self->orders[order][i] == index)
        {
          memmove (self->orders[order] + i, self->orders[order] + i + 1, (self->n - i - 1) * sizeof (guint32));
          break;
        }
}

void
zb_member_columns_orders_put_in (ZbMemberColumns *self, guint index, guint n_in)
{
  for (guint order = 0; order < ZB_MEMBER_ALL_ORDERS; order++)
    {
      guint low = 0, high = n_in;

      if (self->orders[order] == NULL)
        continue;
      self->orders[order] = g_renew (guint32, self->orders[order], n_in + 2);
      while (low < high)
        {
          guint middle = low + (high - low) / 2;

          if (compare_rows (self, (ZbMemberOrder) order, self->orders[order][middle], index) < 0)
            low = middle + 1;
          else
            high = middle;
        }
      memmove (self->orders[order] + low + 1, self->orders[order] + low, (n_in - low) * sizeof (guint32));
      self->orders[order][low] = index;
    }
}
