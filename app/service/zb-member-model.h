/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "service/zb-registry.h"

G_BEGIN_DECLS

#define ZB_TYPE_MEMBER_ROW (zb_member_row_get_type ())

/**
 * ZbMemberRow:
 *
 * What a table shows at one position: a proxy that is filled when its cells are bound and refilled
 * when another person comes to stand there. Property `revision` notifies then.
 */
G_DECLARE_FINAL_TYPE (ZbMemberRow, zb_member_row, ZB, MEMBER_ROW, GObject)

guint zb_member_row_position (ZbMemberRow *self);
gint64 zb_member_row_id (ZbMemberRow *self);
/** zb_member_row_cell: text of the @i-th of the model's fields; "" when not there. */
const char *zb_member_row_cell (ZbMemberRow *self, guint i);

#define ZB_TYPE_MEMBER_MODEL (zb_member_model_get_type ())

/**
 * ZbMemberModel:
 *
 * The people that a query finds, as a #GListModel of #ZbMemberRow: an array of ids and one living
 * proxy a position. A new query puts the new array in place, refills the living proxies and emits
 * items-changed only for the tail that came or went; never the whole.
 * Until the registry's columns are loaded it holds the first page in pinyin order.
 * Signal `queried`: after every new result.
 */
G_DECLARE_FINAL_TYPE (ZbMemberModel, zb_member_model, ZB, MEMBER_MODEL, GObject)

ZbMemberModel *zb_member_model_new (ZbRegistry *registry, const char *const *fields);
/** zb_member_model_set_fields: the fields of the cells; living rows are refilled. */
void zb_member_model_set_fields (ZbMemberModel *self, const char *const *fields);
/** zb_member_model_set_query: copies @query and works it out at once. */
void zb_member_model_set_query (ZbMemberModel *self, const ZbMemberQuery *query);
const ZbMemberQuery *zb_member_model_query (ZbMemberModel *self);
guint zb_member_model_size (ZbMemberModel *self);
gint64 zb_member_model_id_at (ZbMemberModel *self, guint position);
/** zb_member_model_find: position of a person, or -1. */
gint zb_member_model_find (ZbMemberModel *self, gint64 id);
/** zb_member_model_ids: Returns: (transfer none) (array length=out_n): all ids, in order. */
const gint64 *zb_member_model_ids (ZbMemberModel *self, guint *out_n);

G_END_DECLS
