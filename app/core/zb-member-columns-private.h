/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/zb-member-columns.h"

G_BEGIN_DECLS

/** Marks a row whose person was taken out; it stays so that the other rows keep their places. */
#define ZB_MEMBER_GONE 0xff
#define ZB_NO_YEARS 0xff
#define ZB_NO_POSITION 0xffffffff

/** ZB_MEMBER_VALUE: a value of a lazy column. */
#define ZB_MEMBER_VALUE(column, index) ((column) != NULL ? (column)[index] : 0)

/** ZB_MEMBER_MAX_FIELDS: as many fields of the member kind as can be ordered by. */
#define ZB_MEMBER_MAX_FIELDS 96
#define ZB_MEMBER_ALL_ORDERS (ZB_ORDER_FIELD + ZB_MEMBER_MAX_FIELDS)

/** ZB_POOL_MARGIN: bytes behind the end of a pool that may be read. */
#define ZB_POOL_MARGIN 8

/** ZbTextPool: one text a row, one behind the other with a NUL between, scanned as a whole. */
typedef struct {
  char *bytes; /* (owned) */
  guint32 length;
  guint32 allocated;
  guint32 *at; /* (owned): where a row's text begins; texts stand in the order of the rows */
} ZbTextPool;

/** ZbMovedTexts: texts of a row that no longer fit into the pools. */
typedef struct {
  char *name;
  char *readings;
  char *numbers; /* telephone, NUL, ID number */
} ZbMovedTexts;

struct _ZbMemberColumns
{
  gatomicrefcount refs;
  ZbOrgTree *tree; /* (owned) */
  ZbDate as_of;
  guint n;
  guint allocated;
  guint expected;
  gboolean ids_ascend;
  guint n_changes; /* since the last query */
  guint n_read;     /* rows whose readings are there */
  guint n_numbered; /* rows whose numbers are there */

  /* Columns marked “lazy” are %NULL as long as all their values are 0: see zb_member_columns_need(). */
  guint32 *id;
  guint32 *org;
  guint32 *group; /* (lazy) */
  guint8 *state;
  guint8 *category;
  guint8 *declared;
  guint8 *age;      /* whole years, ZB_NO_YEARS unknown */
  guint8 *standing; /* 党龄 in whole years, ZB_NO_YEARS none */
  guint8 *codes[ZB_MEMBER_N_CODES]; /* (lazy) */
  guint16 *post_rank;
  gint16 *correction; /* (lazy) */
  gint32 *own_order;  /* (lazy) */
  guint32 *birth;
  guint32 *applied;   /* (lazy) */
  guint32 *activist;  /* (lazy) */
  guint32 *candidate; /* (lazy) */
  guint32 *joined;
  guint32 *confirmed;

  ZbTextPool names;
  ZbTextPool readings; /* `ShanXiaoYun|SXY|…`: see zb_hanzi_marked_readings() */
  ZbTextPool numbers;  /* telephone, NUL, ID number */
  GHashTable *moved;   /* (owned): index → ZbMovedTexts */
  GHashTable *given;   /* (owned): index → reading that a user corrected */
  gboolean has_dots;   /* names such as 买买提·吐尔逊, which are read another way */
  guint32 *positions;  /* (owned): organisation's id → position in the tree, ZB_NO_POSITION for none */
  guint32 max_org;     /* the greatest id in it */

  guint32 *ranks[ZB_MEMBER_MAX_FIELDS]; /* (lazy): by a field that is not held here; 0 unknown */
  gboolean is_ranked[ZB_MEMBER_MAX_FIELDS]; /* and nobody has changed since */
  guint32 *orders[ZB_MEMBER_ALL_ORDERS]; /* (owned) (nullable): indexes in order */
};

/** zb_member_columns_name: the name at @index, borrowed. */
const char *zb_member_columns_name (ZbMemberColumns *self, guint index);
const char *zb_member_columns_readings (ZbMemberColumns *self, guint index);

/** zb_member_columns_phone: the telephone number at @index, "" for none, borrowed. */
const char *zb_member_columns_phone (ZbMemberColumns *self, guint index);

/** zb_member_columns_id_number: the ID number at @index, "" for none, borrowed. */
const char *zb_member_columns_id_number (ZbMemberColumns *self, guint index);

/** zb_member_columns_order: indexes in this order, made at the first call. Returns: (transfer none) (array): n of them */
const guint32 *zb_member_columns_order (ZbMemberColumns *self, ZbMemberOrder order);

/** zb_member_columns_order_key: what the order sorts by; G_MAXUINT64 for unknown, which comes last. */
guint64 zb_member_columns_order_key (ZbMemberColumns *self, ZbMemberOrder order, guint index);
void zb_member_columns_orders_drop (ZbMemberColumns *self);
/** zb_member_columns_ranks_age: after somebody changed: no ranks are true any more. */
void zb_member_columns_ranks_age (ZbMemberColumns *self);
/** zb_member_columns_field_key: zb_member_columns_order_key() of an order from ZB_ORDER_FIELD on. */
guint64 zb_member_columns_field_key (ZbMemberColumns *self, ZbMemberOrder order, guint index);
/** zb_member_columns_orders_drop_places: drops the orders that depend on the tree. */
void zb_member_columns_orders_drop_places (ZbMemberColumns *self);
/** zb_member_columns_orders_take_out: before a row changes: takes it out of the orders made so far. */
void zb_member_columns_orders_take_out (ZbMemberColumns *self, guint index);
/** zb_member_columns_orders_put_in: after it changed; @n_in is how many the orders hold without it. */
void zb_member_columns_orders_put_in (ZbMemberColumns *self, guint index, guint n_in);

/** zb_member_bits: a set of rows, one bit each. */
static inline gboolean
zb_member_bit (const guint64 *bits, guint index)
{
  return bits[index / 64] >> (index % 64) & 1;
}

static inline void
zb_member_set_bit (guint64 *bits, guint index)
{
  bits[index / 64] |= G_GUINT64_CONSTANT (1) << (index % 64);
}

/** zb_member_columns_need: makes the lazy column that @array points to, full of 0, if it is not there yet. */
void zb_member_columns_need (ZbMemberColumns *self, gpointer array, gsize size);

/** zb_member_columns_position: the position of an organisation in the tree, %ZB_NO_POSITION for none. */
static inline guint32
zb_member_columns_position (const ZbMemberColumns *self, guint32 org)
{
  return org <= self->max_org ? self->positions[org] : ZB_NO_POSITION;
}

#define ZB_MEMBER_BIT_WORDS(n) (((n) + 63) / 64)

/** zb_member_columns_search: takes the rows that do not match @text out of @bits. */
void zb_member_columns_search (ZbMemberColumns *self, const char *text, guint64 *bits);

/** zb_member_columns_apply_filter: takes the rows that do not meet the conditions out of @bits. */
void zb_member_columns_apply_filter (ZbMemberColumns *self, ZbFilter *filter, guint64 *bits);

/** zb_member_columns_scope_bits: rows of a scope. Returns: (transfer full) */
guint64 *zb_member_columns_scope_bits (ZbMemberColumns *self, ZbMemberScope scope, gboolean party_only);

G_END_DECLS
