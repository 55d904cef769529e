/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "service/zb-registry-life.h"

G_BEGIN_DECLS

#define ZB_TYPE_YEAR_ITEM (zb_year_item_get_type ())

/**
 * ZbYearItem:
 * @row: a row of the year; of a title the first of the organisation's rows
 * @title: (nullable): the name of an organisation, over its rows
 * @planned: meetings that are planned in each month and were not held yet
 *
 * A line of the year matrix, as an item of a list.
 */
typedef struct {
  GObject parent_instance;
  ZbYearRow row;
  char *title;
  guint planned[12];
} ZbYearItem;

GType zb_year_item_get_type (void);

/**
 * zb_year_items_new:
 * @rows: (element-type ZbYearRow): of zb_registry_year()
 *
 * The lines for these rows; with titles when they are of several organisations.
 *
 * Returns: (transfer full) (element-type ZbYearItem)
 */
GPtrArray *zb_year_items_new (ZbRegistry *registry, GPtrArray *rows, gint64 org, int year);

G_END_DECLS
