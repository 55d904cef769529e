/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "core/zb-member-columns-private.h"

/*
 * The names of the orders, and the orders by any field. What the columns hold of a field is its key; of
 * every other field they are given ranks, of which only a few are kept.
 */

/* Ranks of a million people are 8 MB with the order made from them. */
#define MOST_RANKED 8

static const char *const order_names[ZB_N_ORDERS] = {
  "post", "stroke", "stroke-full", "pinyin", "joined", "own", "birth", "confirmed", "standing", "org", "category", "sex",
  "ethnicity", "education", "degree", "job", "id"
};

/* Fields whose order has another name. */
static const struct {
  const char *field;
  ZbMemberOrder order;
} field_orders[] = {
  { "name", ZB_ORDER_PINYIN }, { "joined_on", ZB_ORDER_JOINED }, { "own_order", ZB_ORDER_OWN }, { "birth_date", ZB_ORDER_BIRTH },
  { "confirmed_on", ZB_ORDER_CONFIRMED }, { "branch", ZB_ORDER_ORG },
};

const ZbField *
zb_member_order_field (ZbMemberOrder order)
{
  guint at = (guint) order - ZB_ORDER_FIELD;

  return order >= ZB_ORDER_FIELD && at < zb_kind_member.n_fields ? &zb_kind_member.fields[at] : NULL;
}

const char *
zb_member_order_name (ZbMemberOrder order)
{
  return order < ZB_N_ORDERS ? order_names[order] : zb_member_order_field (order)->name;
}

ZbMemberOrder
zb_member_order_by (const ZbField *field)
{
  for (guint i = 0; i < G_N_ELEMENTS (field_orders); i++)
    if (strcmp (field->name, field_orders[i].field) == 0)
      return field_orders[i].order;
  for (guint i = 0; i < ZB_N_ORDERS; i++)
    if (strcmp (field->name, order_names[i]) == 0)
      return (ZbMemberOrder) i;
  return (ZbMemberOrder) (ZB_ORDER_FIELD + (field - zb_kind_member.fields));
}

gboolean
zb_member_order_from_name (const char *name, ZbMemberOrder *out_order)
{
  const ZbField *field = name != NULL ? zb_kind_field (&zb_kind_member, name) : NULL;

  for (guint i = 0; i < ZB_N_ORDERS; i++)
    if (g_strcmp0 (name, order_names[i]) == 0)
      {
        *out_order = (ZbMemberOrder) i;
        return TRUE;
      }
  if (field == NULL || (field->flags & ZB_FIELD_HIDDEN))
    return FALSE;
  *out_order = zb_member_order_by (field);
  return TRUE;
}

void
zb_member_ranks_free (ZbMemberRanks *ranks)
{
  if (ranks == NULL)
    return;
  g_free (ranks->ids);
  g_free (ranks->ranks);
  g_free (ranks);
}

static const guint8 *
held_codes (ZbMemberColumns *self, const ZbField *field, gboolean *out_is_held)
{
  for (guint code = 0; code < ZB_MEMBER_N_CODES; code++)
    if (strcmp (field->name, zb_member_code_field ((ZbMemberCode) code)) == 0)
      {
        *out_is_held = TRUE;
        return self->codes[code];
      }
  *out_is_held = FALSE;
  return NULL;
}

/* The older a person, the earlier the day of birth; groups stand as in the tree. */
static guint64
derived_key (ZbMemberColumns *self, const ZbField *field, guint index)
{
  ZbMemberEntry entry;

  zb_member_columns_get (self, index, &entry);
  if (strcmp (field->name, "age") == 0)
    return self->birth[index] != 0 ? G_MAXUINT32 - self->birth[index] : G_MAXUINT64;
  if (strcmp (field->name, "group") == 0)
    return entry.group != 0 ? zb_member_columns_position (self, (guint32) entry.group) : G_MAXUINT64;
  return (guint64) entry.state;
}

/* Fields that the columns hold, or that follow from what they hold. */
static gboolean
held_key (ZbMemberColumns *self, const ZbField *field, guint index, guint64 *out_key)
{
  gboolean is_held;
  const guint8 *codes;

  if (field->flags & ZB_FIELD_DERIVED)
    {
      *out_key = derived_key (self, field, index);
      return TRUE;
    }
  codes = held_codes (self, field, &is_held);
  *out_key = codes == NULL || codes[index] == 0 ? G_MAXUINT64 : codes[index];
  return is_held;
}

guint64
zb_member_columns_field_key (ZbMemberColumns *self, ZbMemberOrder order, guint index)
{
  guint at = (guint) order - ZB_ORDER_FIELD;
  guint64 key = G_MAXUINT64;

  if (held_key (self, &zb_kind_member.fields[at], index, &key))
    return key;
  return ZB_MEMBER_VALUE (self->ranks[at], index) != 0 ? self->ranks[at][index] : G_MAXUINT64;
}

static gboolean
is_held (ZbMemberColumns *self, const ZbField *field)
{
  gboolean has_codes;

  held_codes (self, field, &has_codes);
  return has_codes || (field->flags & ZB_FIELD_DERIVED);
}

gboolean
zb_member_columns_lack_ranks (ZbMemberColumns *self, ZbMemberOrder order)
{
  const ZbField *field = zb_member_order_field (order);

  return field != NULL && !is_held (self, field) && !self->is_ranked[order - ZB_ORDER_FIELD];
}

void
zb_member_columns_ranks_age (ZbMemberColumns *self)
{
  memset (self->is_ranked, 0, sizeof self->is_ranked);
}

/* Room for one more. */
static void
drop_some (ZbMemberColumns *self)
{
  guint n = 0;

  for (guint i = 0; i < ZB_MEMBER_MAX_FIELDS; i++)
    n += self->ranks[i] != NULL;
  for (guint i = 0; n >= MOST_RANKED && i < ZB_MEMBER_MAX_FIELDS; i++)
    {
      g_clear_pointer (&self->ranks[i], g_free);
      g_clear_pointer (&self->orders[ZB_ORDER_FIELD + i], g_free);
      self->is_ranked[i] = FALSE;
    }
}

void
zb_member_columns_set_ranks (ZbMemberColumns *self, const ZbMemberRanks *ranks)
{
  guint at = (guint) ranks->order - ZB_ORDER_FIELD, next = 0;

  g_return_if_fail (zb_member_order_field (ranks->order) != NULL);

  if (self->ranks[at] == NULL)
    drop_some (self);
  g_clear_pointer (&self->orders[ranks->order], g_free);
  g_clear_pointer (&self->ranks[at], g_free);
  zb_member_columns_need (self, &self->ranks[at], sizeof *self->ranks[at]);
  self->is_ranked[at] = TRUE;
  /* Both ascend, nearly always: one pass. */
  for (guint i = 0; self->ids_ascend && i < self->n; i++)
    {
      while (next < ranks->n && ranks->ids[next] < self->id[i])
        next++;
      if (next < ranks->n && ranks->ids[next] == self->id[i])
        self->ranks[at][i] = ranks->ranks[next];
    }
  for (guint i = 0; !self->ids_ascend && i < ranks->n; i++)
    {
      gint found = zb_member_columns_find (self, ranks->ids[i]);

      if (found >= 0)
        self->ranks[at][found] = ranks->ranks[i];
    }
}

void
zb_member_columns_orders_drop_places (ZbMemberColumns *self)
{
  ZbMemberOrder group = zb_member_order_by (zb_kind_field (&zb_kind_member, "group"));

  g_clear_pointer (&self->orders[ZB_ORDER_POST], g_free);
  g_clear_pointer (&self->orders[ZB_ORDER_ORG], g_free);
  g_clear_pointer (&self->orders[group], g_free);
}
