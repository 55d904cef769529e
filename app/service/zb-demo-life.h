/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/zb-change-set.h"

G_BEGIN_DECLS

/**
 * ZbDemoLife:
 * @rand: its own: with or without meetings the people are the same
 * @venue: a red education base that branches visit
 *
 * The invented organisational life of a demonstration.
 */
typedef struct {
  ZbChangeSet *set;
  GRand *rand;
  ZbDate today;
  gint64 venue;
} ZbDemoLife;

/**
 * ZbDemoBranch:
 * @number: of the branch, from 1
 * @people: (element-type gint64): ids
 * @groups: (element-type gint64): ids
 * @committee_since: since when there is a committee; unknown: there is none
 */
typedef struct {
  gint64 id;
  guint number;
  GArray *people;
  GArray *groups;
  ZbDate committee_since;
} ZbDemoBranch;

/** zb_demo_life_begin: what all branches share. */
gboolean zb_demo_life_begin (ZbDemoLife *life, GError **error);

/**
 * zb_demo_life_branch:
 *
 * A branch's last twelve months: the meetings that the rules ask for with rolls, absences and make-ups, admissions voted
 * on, an oath, exemptions, appraisal, talks and the year plan, and the wishes and service of the first branches. What is still to come is planned and not marked. In the
 * second branch one theme day is missing, so that the check has something to say.
 */
gboolean zb_demo_life_branch (ZbDemoLife *life, const ZbDemoBranch *branch, GError **error);

/**
 * ZbDemoMeeting: a meeting to be invented.
 * @title, @contents, @place, @form, @lecturer, @decisions, @readings: (nullable)
 * @begin, @end: `HH:MM`
 * @venue, @plan_item: ids, 0
 */
typedef struct {
  gint64 org;
  const char *kind;
  ZbDate day;
  const char *begin;
  const char *end;
  const char *title;
  const char *contents;
  const char *decisions;
  const char *readings;
  const char *place;
  const char *form;
  const char *lecturer;
  gint64 venue;
  gint64 plan_item;
} ZbDemoMeeting;

/** zb_demo_meet: makes the meeting with its roll; one that has been is marked. Returns: its id, 0 on failure */
gint64 zb_demo_meet (ZbDemoLife *life, const ZbDemoMeeting *wanted, GError **error);

/** zb_demo_decide: a vote at a meeting that was held, with the figures of its roll. */
gboolean zb_demo_decide (ZbDemoLife *life, gint64 meeting, const char *kind, const char *subject, gint64 person, GError **error);

/** zb_demo_minutes: what was said at a meeting of a kind in a month, from 1. */
const char *zb_demo_minutes (const char *kind, guint month);

/** zb_demo_minutes_of_admission: the same where the @nth of a branch was accepted. Returns: (transfer full) */
char *zb_demo_minutes_of_admission (const char *name, guint nth);

/** zb_demo_record: a record out of pairs of field and stored value, %NULL at the end; %NULL values are left out. Returns: its id, 0 on failure */
gint64 zb_demo_record (ZbDemoLife *life, const ZbKind *kind, GError **error, ...) G_GNUC_NULL_TERMINATED;

/** zb_demo_ceremony: 入党宣誓 of the probationers of a branch who may swear by today. */
gboolean zb_demo_ceremony (ZbDemoLife *life, const ZbDemoBranch *branch, GError **error);

/** zb_demo_wishes: households and their wishes, each as far as it has come; at most two hundred in all branches. */
gboolean zb_demo_wishes (ZbDemoLife *life, const ZbDemoBranch *branch, GError **error);

/** zb_demo_service: teams, volunteers, activities with their hours; a certificate in the first branch. */
gboolean zb_demo_service (ZbDemoLife *life, const ZbDemoBranch *branch, GError **error);

/** zb_demo_weekday: @day, or the Monday behind a weekend. */
ZbDate zb_demo_weekday (ZbDate day);

G_END_DECLS
