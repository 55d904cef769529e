/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "core/zb-filter.h"
#include "core/zb-kind.h"
#include "core/zb-org-tree.h"
#include "core/zb-standing.h"

G_BEGIN_DECLS

/**
 * ZbMemberCode:
 *
 * The coded fields that the columns carry, one byte a person each: position in the code table plus
 * one, 0 unknown. Booleans: 1 no, 2 yes.
 */
typedef enum {
  ZB_MEMBER_SEX,
  ZB_MEMBER_ETHNICITY,
  ZB_MEMBER_EDUCATION,
  ZB_MEMBER_DEGREE,
  ZB_MEMBER_MARITAL,
  ZB_MEMBER_JOB,
  ZB_MEMBER_STRATUM,
  ZB_MEMBER_FRONTLINE,
  ZB_MEMBER_ENTRY_KIND,
  ZB_MEMBER_CONFIRMATION_KIND,
  ZB_MEMBER_MIGRANT_WORKER,
  ZB_MEMBER_LOST,
  ZB_MEMBER_FLOATING,
  ZB_MEMBER_N_CODES
} ZbMemberCode;

/** zb_member_code_field: the name of the member kind's field that the column holds. */
const char *zb_member_code_field (ZbMemberCode code);

/** ZbMemberState: where a person is on the day: here, or how they left. */
typedef enum {
  ZB_MEMBER_HERE,           /* has an organisational membership */
  ZB_MEMBER_UNPLACED,       /* never had one */
  ZB_MEMBER_TRANSFERRED,    /* 已转出 */
  ZB_MEMBER_SUSPENDED,      /* 停止党籍 */
  ZB_MEMBER_EXPELLED,       /* 出党, all kinds */
  ZB_MEMBER_DISQUALIFIED,   /* 取消预备党员资格 */
  ZB_MEMBER_DECEASED        /* 去世 */
} ZbMemberState;

/** zb_member_state_heading: 在册, 转出组织关系, 去世 …: as lists print it. */
const char *zb_member_state_heading (ZbMemberState state);

/**
 * ZbMemberEntry:
 *
 * One person as the columns take and give it back. Strings are borrowed.
 * @post_rank: place of the highest current post in 职务序 (code table `post`), 0xffff for none
 * @own_order: the hand-made order, 0 when there is none
 */
typedef struct {
  gint64 id;
  const char *name;
  const char *reading;
  const char *phone;
  const char *id_number;
  gint64 org;
  gint64 group;
  ZbMemberState state;
  guint8 codes[ZB_MEMBER_N_CODES];
  ZbDate birth;
  ZbStanding standing;
  guint16 post_rank;
  gint32 own_order;
} ZbMemberEntry;

/**
 * ZbMemberOrder:
 *
 * The orders that lists come in. Ties are broken by pinyin, then id; those of post and of standing by strokes before.
 */
typedef enum {
  ZB_ORDER_POST,          /* 职务序 within the organisations' display order */
  ZB_ORDER_STROKE,        /* 姓氏笔画 */
  ZB_ORDER_STROKE_NAME,   /* 姓名笔画 */
  ZB_ORDER_PINYIN,        /* 拼音 */
  ZB_ORDER_JOINED,        /* 入党时间, unknown last */
  ZB_ORDER_OWN,           /* 自定顺序 */
  ZB_ORDER_BIRTH,
  ZB_ORDER_CONFIRMED,
  ZB_ORDER_STANDING,      /* 党龄, the longest first, unknown last */
  ZB_ORDER_ORG,
  ZB_ORDER_CATEGORY,
  ZB_ORDER_SEX,
  ZB_ORDER_ETHNICITY,
  ZB_ORDER_EDUCATION,
  ZB_ORDER_DEGREE,
  ZB_ORDER_JOB,
  ZB_ORDER_ID,            /* as entered */
  ZB_N_ORDERS,
  ZB_ORDER_FIELD = ZB_N_ORDERS /* and above: by the field of the member kind at that position behind it */
} ZbMemberOrder;

/** zb_member_order_name: `post`, `stroke`, `stroke-full`, `pinyin`, `joined`, `own`, `birth`, `standing`, …, otherwise the name of a field */
const char *zb_member_order_name (ZbMemberOrder order);
gboolean zb_member_order_from_name (const char *name, ZbMemberOrder *out_order);

/** zb_member_order_by: the order in which the values of @field of the member kind ascend: one of the above where it is one. */
ZbMemberOrder zb_member_order_by (const ZbField *field);

/** zb_member_order_field: Returns: (nullable): the field of an order from %ZB_ORDER_FIELD on. */
const ZbField *zb_member_order_field (ZbMemberOrder order);

/**
 * ZbMemberRanks:
 * @order: what they are for
 * @ids: (owned) (array length=n): who has a value, ascending
 * @ranks: (owned) (array length=n): the place of the value among all values, from 1 on; the same for equal ones
 *
 * How people stand by a field that the columns do not hold. See zb_members_rank().
 */
typedef struct {
  ZbMemberOrder order;
  gint64 *ids;
  guint32 *ranks;
  guint n;
} ZbMemberRanks;

void zb_member_ranks_free (ZbMemberRanks *ranks);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZbMemberRanks, zb_member_ranks_free)

/**
 * ZbMemberScope:
 * @ZB_SCOPE_HERE: those with an organisational membership on the day (and those never placed)
 * @ZB_SCOPE_LEFT: 历史党员: who is not here any more
 * @ZB_SCOPE_ALL: both
 */
typedef enum {
  ZB_SCOPE_HERE,
  ZB_SCOPE_LEFT,
  ZB_SCOPE_ALL
} ZbMemberScope;

/**
 * ZbMemberQuery:
 * @text: (nullable): typed search: Chinese characters → names and organisations; letters → pinyin
 *   from the beginning of any syllable, and initials; digits and X → anywhere in a phone number, the
 *   beginning or the end of an ID number; several words must all match
 * @filter: (nullable): conditions
 * @order, @descending: order of the result
 * @scope: see #ZbMemberScope
 * @party_only: leave out applicants, activists and candidates
 */
typedef struct {
  const char *text;
  ZbFilter *filter;
  ZbMemberOrder order;
  gboolean descending;
  ZbMemberScope scope;
  gboolean party_only;
} ZbMemberQuery;

/** ZbMemberCounts: figures of a set of people on the columns' day. */
typedef struct {
  guint people;         /* everybody in the set */
  guint party;          /* full + probationary */
  guint full;
  guint probationary;
  guint candidate;
  guint activist;
  guint applicant;
  guint women;          /* of party, as are all below */
  guint minority;
  guint under_35;       /* 35 and younger */
  guint over_60;        /* 61 and older */
  guint college;        /* 大专 and above */
  guint floating;
  guint lost;
} ZbMemberCounts;

#define ZB_TYPE_MEMBER_COLUMNS (zb_member_columns_get_type ())

/**
 * ZbMemberColumns:
 *
 * What is searched, filtered, ordered and counted of every person, packed in memory as of one day:
 * about 110 bytes a person. Built on one thread, then handed over whole; used on one thread at a time.
 * A place in it is an index, 0 … n-1; indexes stay the same until people are added or taken out.
 */
typedef struct _ZbMemberColumns ZbMemberColumns;

GType zb_member_columns_get_type (void);
ZbMemberColumns *zb_member_columns_new (ZbOrgTree *tree, ZbDate as_of, guint expected);
ZbMemberColumns *zb_member_columns_ref (ZbMemberColumns *self);
void zb_member_columns_unref (ZbMemberColumns *self);

/** zb_member_columns_add: appends. Cost: constant, about 0.5 µs. */
void zb_member_columns_add (ZbMemberColumns *self, const ZbMemberEntry *entry);

/**
 * zb_member_columns_add_bare:
 * @entry: its telephone and ID number are not looked at
 *
 * Appends all but what letters and digits are searched in, so that people can be counted before the rest
 * is there: zb_member_columns_add_numbers(), then zb_member_columns_complete(), before anything else is asked.
 */
void zb_member_columns_add_bare (ZbMemberColumns *self, const ZbMemberEntry *entry);

/**
 * zb_member_columns_add_numbers:
 * @id: of somebody who was added bare, greater than the one before; others are passed over
 * @phone, @id_number: (nullable)
 */
void zb_member_columns_add_numbers (ZbMemberColumns *self, gint64 id, const char *phone, const char *id_number);

/** zb_member_columns_complete: reads the names of those who were added bare; who was given no numbers has none. */
void zb_member_columns_complete (ZbMemberColumns *self);

/**
 * zb_member_columns_put: replaces the entry with the same id, or appends it. Orders already made are
 * patched, not made again. Cost: linear in n with a small constant (1 ms at a million).
 */
void zb_member_columns_put (ZbMemberColumns *self, const ZbMemberEntry *entry);

/** zb_member_columns_remove: takes a person out (the undo of an entry). */
void zb_member_columns_remove (ZbMemberColumns *self, gint64 id);

/**
 * zb_member_columns_prepare: makes the orders that are asked for most (职务序, both stroke orders, 拼音),
 * so that a first query need not; call it on the thread that loads. Cost: about 0.3 s a million.
 */
void zb_member_columns_prepare (ZbMemberColumns *self);

guint zb_member_columns_size (ZbMemberColumns *self);
ZbDate zb_member_columns_as_of (ZbMemberColumns *self);
ZbOrgTree *zb_member_columns_tree (ZbMemberColumns *self);

/** zb_member_columns_set_tree: after a change of organisations that moved nobody. */
void zb_member_columns_set_tree (ZbMemberColumns *self, ZbOrgTree *tree);

gint64 zb_member_columns_id (ZbMemberColumns *self, guint index);

/** zb_member_columns_find: index of @id, or -1. Cost: one look-up. */
gint zb_member_columns_find (ZbMemberColumns *self, gint64 id);

/** zb_member_columns_get: fills @out with borrowed strings, valid until the columns change. */
void zb_member_columns_get (ZbMemberColumns *self, guint index, ZbMemberEntry *out);
ZbCategory zb_member_columns_category (ZbMemberColumns *self, guint index);

/** zb_member_columns_age: whole years, -1 unknown. */
int zb_member_columns_age (ZbMemberColumns *self, guint index);

/**
 * zb_member_columns_query:
 * @out_n: (out): how many
 *
 * All people that match, in order: ids. The exact number, no limit. Cost at a million: 3 to 16 ms
 * with an order already made, 30 to 110 ms more the first time for an order.
 *
 * Returns: (transfer full) (array length=out_n): ids, to free with g_free()
 */
gint64 *zb_member_columns_query (ZbMemberColumns *self, const ZbMemberQuery *query, guint *out_n);

/**
 * zb_member_columns_lack_ranks:
 *
 * Whether a query in this order needs zb_member_columns_set_ranks() first: never given, or people have
 * changed since. Until then those of whom nothing is known stand last, in pinyin order.
 */
gboolean zb_member_columns_lack_ranks (ZbMemberColumns *self, ZbMemberOrder order);

/** zb_member_columns_set_ranks: puts the ranks of their order in place of older ones. Cost: linear, 5 ms at a million. */
void zb_member_columns_set_ranks (ZbMemberColumns *self, const ZbMemberRanks *ranks);

/** zb_member_columns_count: figures of everybody here who matches @filter (nullable). One pass. */
void zb_member_columns_count (ZbMemberColumns *self, ZbFilter *filter, ZbMemberCounts *out);

/**
 * zb_member_columns_count_people:
 * @ids: (array length=n): people, those who left too; who is there twice counts once
 * @filter: (nullable): conditions
 *
 * Figures of those of these people who meet the conditions.
 */
void zb_member_columns_count_people (ZbMemberColumns *self, const gint64 *ids, guint n, ZbFilter *filter, ZbMemberCounts *out);

/**
 * zb_member_columns_count_orgs:
 * @filter: (nullable): conditions
 * @with_below: whether an organisation's figures include those below it
 *
 * Figures of those who match, for every organisation of the tree, by position, in one pass.
 *
 * Returns: (transfer full) (array): as many as the tree has
 */
ZbMemberCounts *zb_member_columns_count_orgs (ZbMemberColumns *self, ZbFilter *filter, gboolean with_below);

/**
 * zb_member_columns_alike:
 * @name: of somebody being typed
 * @id_number: (nullable): in the kept form
 * @out_n: (out): how many
 *
 * People who may be the same: the same ID number (15 and 18 digits alike), or the same name.
 *
 * Returns: (transfer full) (array length=out_n): ids, surest first
 */
gint64 *zb_member_columns_alike (ZbMemberColumns *self, const char *name, const char *id_number, guint *out_n);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZbMemberColumns, zb_member_columns_unref)

G_END_DECLS
