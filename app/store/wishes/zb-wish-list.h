/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/wishes/zb-wish-age.h"
#include "store/zb-db.h"

G_BEGIN_DECLS

/**
 * ZbWishLine:
 * @number, @title, @unit: (nullable)
 * @alias, @community: (nullable): of the household, as everybody may read them
 * @state: index in the states of the wish kind
 * @category: index in `wish_category`, -1 for none
 * @quantity, @left: pieces wished and still to be claimed
 * @claimers: (nullable): who has it in hand, in one line
 * @promised: the earliest promise that is still open
 * @age: how it stands on the day of the question; what is done with is on time
 * @days: days that it has waited by then: since it was published, else since it was collected; -1 unknown
 *
 * A card of the wall: nothing in it is private, and nothing of it changes once it was read, so that lists may share it.
 */
typedef struct {
  gint64 id;
  gint64 org;
  char *number;
  char *title;
  char *unit;
  char *alias;
  char *community;
  char *claimers;
  int state;
  int category;
  gint64 quantity;
  gint64 left;
  gint64 estimate;
  ZbDate collected;
  ZbDate published;
  ZbDate wanted;
  ZbDate promised;
  ZbDate fulfilled;
  ZbWishAge age;
  int days;
} ZbWishLine;

ZbWishLine *zb_wish_line_ref (ZbWishLine *line);
void zb_wish_line_unref (ZbWishLine *line);

/** zb_wish_line_has: whether the text is in its number, title, alias or community: as the @text of a query. */
gboolean zb_wish_line_has (const ZbWishLine *line, const char *text);

/**
 * ZbWishQuery:
 * @org: with everything below it; 0 all
 * @states: mask of states of the wish kind; 0 all
 * @category: (nullable): code
 * @text: (nullable): in number, title, alias or community
 * @from, @to: of the day of collection; unknown: no bound
 * @day: the day for which ages are counted
 * @limit: at most so many lines, 0 all
 */
typedef struct {
  gint64 org;
  guint states;
  const char *category;
  const char *text;
  ZbDate from;
  ZbDate to;
  ZbDate day;
  guint limit;
} ZbWishQuery;

/**
 * zb_wishes_list:
 *
 * The wishes that a query means, the longest waiting first. Reads no private table. Cost: one index range, and the claims of
 * its wishes.
 *
 * Returns: (transfer full) (element-type ZbWishLine)
 */
GPtrArray *zb_wishes_list (ZbDb *db, const ZbWishQuery *query, GError **error);

/** zb_wish_states_in_hand: mask of the states in which a wish waits for being claimed or fulfilled. */
guint zb_wish_states_in_hand (void);

G_END_DECLS
