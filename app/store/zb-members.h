/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/zb-member-columns.h"
#include "core/zb-record.h"
#include "store/zb-change-set.h"

G_BEGIN_DECLS

/**
 * ZbProgressFunc:
 * @done, @total: in records; @total 0 when not known
 *
 * Called now and then on the thread that works.
 */
typedef void (*ZbProgressFunc) (guint64 done, guint64 total, gpointer user_data);

/** zb_org_tree_load: all organisations as they stood on @as_of (names, kinds and parents from their events; closed ones left out unless @with_closed). Returns: (transfer full) */
ZbOrgTree *zb_org_tree_load (ZbDb *db, ZbDate as_of, gboolean with_closed, GError **error);

/**
 * zb_org_as_it_was:
 * @tree: of a day, with closed organisations
 * @record: of the organisation kind, as it is stored today
 *
 * Puts into @record what held on the tree's day: names, kind, what stood above, whether it was closed.
 *
 * Returns: whether it had been founded then
 */
gboolean zb_org_as_it_was (ZbOrgTree *tree, ZbRecord *record);

/**
 * zb_org_tree_load_first:
 *
 * The first @limit organisations of the tree, in its order, without the others being read; as they stand
 * today, so @as_of must be today. One whose superior is closed is found only by zb_org_tree_load().
 * Cost: a look-up a parent. Returns: (transfer full)
 */
ZbOrgTree *zb_org_tree_load_first (ZbDb *db, ZbDate as_of, guint limit, GError **error);

/** zb_members_are_few: whether there are at most @limit people, the withdrawn among them. Cost: reads no more than that many. */
gboolean zb_members_are_few (ZbDb *db, guint limit);

/**
 * ZbMemberColumnsFunc:
 * @columns: (transfer none): everybody, but neither numbers nor readings; for counting only
 *
 * Called on the thread that loads, in the middle of it.
 */
typedef void (*ZbMemberColumnsFunc) (ZbMemberColumns *columns, gpointer user_data);

/**
 * zb_member_columns_load:
 * @counted: (nullable): told as soon as people can be counted: the rest takes as long again
 *
 * Everybody, as of a day, as they are at one moment. Cost: about 3.5 s a million.
 *
 * Returns: (transfer full)
 */
ZbMemberColumns *zb_member_columns_load (ZbDb *db, ZbOrgTree *tree, ZbDate as_of, ZbMemberColumnsFunc counted, gpointer user_data, GError **error);

/** zb_member_columns_reload: puts the stored state of these people into @columns, taking out those withdrawn. */
gboolean zb_member_columns_reload (ZbDb *db, ZbMemberColumns *columns, const gint64 *ids, guint n_ids, GError **error);

/**
 * zb_members_rank:
 * @order: by a stored field
 *
 * How people stand by the values of the field: dates by the day, numbers by their size, codes as their
 * table has them, yes after no; texts by pinyin, their numbers by size, letters large or small alike
 * and behind all characters. Private values leave nothing behind but their order.
 * Cost: 1 to 3 s a million. Returns: (transfer full)
 */
ZbMemberRanks *zb_members_rank (ZbDb *db, ZbMemberOrder order, GError **error);

/** zb_member_columns_rank: gives @columns the ranks that a query in this order needs; nothing when they have them. */
gboolean zb_member_columns_rank (ZbDb *db, ZbMemberColumns *columns, ZbMemberOrder order, GError **error);

/**
 * zb_members_first_page:
 * @today: the day of today
 * @query: everybody here, or with party_only the members among them; no text, no conditions
 *
 * The first @limit people that @query finds, without everybody being loaded, so that a table can show
 * something before. In 职务序, by organisation and in pinyin order they are the very first; in any other
 * order those who are first in pinyin. Cost: some milliseconds, however many people there are.
 * Returns: (transfer full) (array length=out_n): ids
 */
gint64 *zb_members_first_page (ZbDb *db, ZbDate today, const ZbMemberQuery *query, guint limit, guint *out_n, GError **error);

/**
 * zb_members_derive:
 * @record: of the member kind, as zb_records_get() read it
 *
 * Fills the derived fields for the day: age, category as computed, branch and group (as ids),
 * post (words, 、 between several), standing (years, or 预备期), state (code of where the person is).
 */
gboolean zb_members_derive (ZbDb *db, ZbRecord *record, ZbDate as_of, GError **error);

/**
 * zb_members_add:
 * @org: id of the branch or organisation, 0 for nobody's yet
 * @group: id of the Party group, 0 for none
 * @started_on: %ZB_DATE_NONE when it is not known since when
 * @begun_by: code of `membership_begin`
 *
 * Stores a new person together with the organisational membership.
 */
gboolean zb_members_add (ZbChangeSet *set, ZbRecord *record, gint64 org, gint64 group, ZbDate started_on, const char *begun_by, GError **error);

/** zb_members_set_group: moves a person to another group of the same branch (0: none). @error: REFUSED (of ZB_DATA_ERROR) when the group is elsewhere. */
gboolean zb_members_set_group (ZbChangeSet *set, gint64 person, gint64 group, GError **error);

/** zb_members_membership: the open organisational membership. Returns: (transfer full) (nullable): %NULL without @error when there is none */
ZbRecord *zb_members_membership (ZbDb *db, gint64 person, GError **error);

/** zb_members_named: ids of the people of this name, at most @limit, the longest entered first. Returns: (transfer full) (element-type gint64) */
GArray *zb_members_named (ZbDb *db, const char *name, guint limit, GError **error);

/** zb_members_find_id_number: ids of people with this number, 15 and 18 digits alike. Returns: (transfer full) (array length=out_n) */
gint64 *zb_members_find_id_number (ZbDb *db, const char *number, guint *out_n, GError **error);

G_END_DECLS
