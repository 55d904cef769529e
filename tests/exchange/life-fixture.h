/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/zb-sheet.h"
#include "zb-test-db.h"

G_BEGIN_DECLS

/**
 * ZbLifeFixture:
 *
 * A branch's year with invented people, small enough to count by hand: eight full members and a probationer in the first
 * branch, three full members in the second; see life-fixture.c for who came to what.
 */
typedef struct {
  ZbTestDb *test;
  ZbDb *db;       /* (unowned) */
  gint64 committee;
  gint64 first;
  gint64 second;
  gint64 people[9]; /* of the first branch; the last is the probationer */
  gint64 others[3]; /* of the second */
  gint64 committee_meeting;
  gint64 assembly;
  gint64 lecture;
  gint64 oath;      /* a theme day with a ceremony */
  gint64 ceremony;
  gint64 to_come;   /* an assembly that is planned */
  gint64 resolution;
} ZbLifeFixture;

#define ZB_LIFE_DAY ((ZbDate) { 2026, 11, 24 })

void zb_life_fixture_set_up (ZbLifeFixture *fixture, gconstpointer unused);
void zb_life_fixture_tear_down (ZbLifeFixture *fixture, gconstpointer unused);

/** zb_life_request: for the first branch on the fixture's day. */
ZbRosterRequest *zb_life_request (ZbLifeFixture *fixture, const char *roster);

/** zb_life_meeting: adds a meeting of @org with a roll; pairs of field and stored value, %NULL at the end. Returns: its id */
gint64 zb_life_meeting (ZbDb *db, gint64 org, const char *kind, ...) G_GNUC_NULL_TERMINATED;

/** zb_life_roll: what would be typed behind the sheet: 全到；缺 3 7 */
void zb_life_roll (ZbDb *db, gint64 meeting, const char *text);

G_END_DECLS
