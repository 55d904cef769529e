/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/service/zb-service.h"
#include "store/zb-db.h"

G_BEGIN_DECLS

/**
 * ZbServiceLine: an activity in a list.
 * @team, @place: (nullable)
 * @needed: people needed, 0 unknown
 * @signed_up, @came: members and guests on its roll, and those of them who were there
 * @tenths: hours that it credited, with corrections
 */
typedef struct {
  gint64 activity;
  gint64 meeting;
  gint64 org;
  char *title;
  char *place;
  char *team;
  char *state;
  ZbDate day;
  gint64 needed;
  guint signed_up;
  guint came;
  gint64 tenths;
  gint64 served_people;
} ZbServiceLine;

void zb_service_line_free (ZbServiceLine *line);

/** zb_service_activities_list: @org: with what stands below it, 0 all; @from, @to: unknown: no bound. Returns: (transfer full) (element-type ZbServiceLine): the latest first */
GPtrArray *zb_service_activities_list (ZbDb *db, gint64 org, ZbDate from, ZbDate to, GError **error);

/**
 * ZbServiceYear: what somebody has served between two days, for lists in the order of names.
 * @times: services, corrections not counted
 * @tenths: hours, with corrections
 * @all: tenths, ever, until the last day, where that was asked for
 */
typedef struct {
  gint64 person;
  guint times;
  gint64 tenths;
  gint64 all;
} ZbServiceYear;

/** zb_service_years: everybody who served in the period. Cost: one index range; with @with_all a pass over an index of all hours. Returns: (transfer full) (element-type gint64 ZbServiceYear): by person */
GHashTable *zb_service_years (ZbDb *db, ZbDate from, ZbDate to, gboolean with_all, GError **error);

G_END_DECLS
