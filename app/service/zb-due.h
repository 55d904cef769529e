/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/zb-rules.h"
#include "store/zb-members.h"

G_BEGIN_DECLS

/**
 * ZbDueKind:
 * @ZB_DUE_CONFIRMATION: a probation ends: 转正
 * @ZB_DUE_ELECTION: a committee's term ends: 换届
 * @ZB_DUE_RECEIPT: a member went with a letter and no receipt has come: 待回执
 * @ZB_DUE_TALK: an application waits for the talk within a month: 派人谈话
 * @ZB_DUE_ACTIVIST: an activist has been one for a year and may become development candidate
 * @ZB_DUE_MEETING: a kind of meeting was not held yet in the running period
 * @ZB_DUE_OATH: accepted for longer than is advised, and has not sworn
 * @ZB_DUE_MAKE_UP: meetings of the year were missed and are not made up: 补学
 * @ZB_DUE_PROMISE: a wish was promised for one of the next days, or for one that has passed
 * @ZB_DUE_UNCLAIMED: a wish was published long ago, and nobody has taken it
 * @ZB_DUE_BIRTHDAY: the month holds the day of joining: 政治生日; never late
 */
typedef enum {
  ZB_DUE_CONFIRMATION,
  ZB_DUE_ELECTION,
  ZB_DUE_RECEIPT,
  ZB_DUE_TALK,
  ZB_DUE_ACTIVIST,
  ZB_DUE_MEETING,
  ZB_DUE_OATH,
  ZB_DUE_MAKE_UP,
  ZB_DUE_PROMISE,
  ZB_DUE_UNCLAIMED,
  ZB_DUE_BIRTHDAY
} ZbDueKind;

#define ZB_N_DUE_KINDS (ZB_DUE_BIRTHDAY + 1)

/**
 * ZbDue:
 * @record: what it concerns, of @record_kind
 * @title: its name
 * @since: the date it is counted from
 * @on: the day it is due; a reference date, not a permission
 * @value, @unit, @source: of the rule it follows
 * @what: (nullable): label of the kind of meeting
 * @count: of what was missed; of a birthday the years
 * @tenths: its hours
 */
typedef struct {
  ZbDueKind kind;
  const ZbKind *record_kind;
  gint64 record;
  char *title;
  ZbDate since;
  ZbDate on;
  double value;
  char *unit;
  char *source;
  const char *what;
  guint count;
  int tenths;
} ZbDue;

void zb_due_free (ZbDue *due);

/** zb_due_name: stable key: `confirmation`, `election`, `receipt`, `talk`, `activist`, `meeting`, `oath`, `make-up`, `promise`, `unclaimed`, `birthday`. */
const char *zb_due_name (ZbDueKind kind);

/** zb_due_words: what is due and why, in the user's language: rule, dates, source. Returns: (transfer full) */
char *zb_due_words (const ZbDue *due, ZbDate today);

/** zb_due_group_words: so many of one kind, as the heading over them. Returns: (transfer full) */
char *zb_due_group_words (ZbDueKind kind, guint n);

/** zb_due_is_late: whether its day has passed. */
gboolean zb_due_is_late (const ZbDue *due, ZbDate today);

/**
 * ZbDueFacts:
 *
 * What the registry's file says about what is due, read on whatever thread; the people in memory make the list of it.
 */
typedef struct _ZbDueFacts ZbDueFacts;

void zb_due_facts_free (ZbDueFacts *facts);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZbDueFacts, zb_due_facts_free)

/** zb_due_probationers: whom zb_due_facts_load() asks for. Returns: (transfer full) (element-type gint64) */
GArray *zb_due_probationers (ZbMemberColumns *columns);

/**
 * zb_due_facts_load:
 * @probationers: (array length=n): see zb_due_probationers()
 *
 * Cost: the year's matrix and the year's open absences: 0.1 s for a branch that holds much, seconds for a large committee.
 */
ZbDueFacts *zb_due_facts_load (ZbDb *db, ZbDate today, const gint64 *probationers, guint n, GError **error);

/** zb_due_from_facts: once for @facts. Cost: one pass over the columns. Returns: (transfer full) (element-type ZbDue): soonest first */
GPtrArray *zb_due_from_facts (ZbDueFacts *facts, ZbMemberColumns *columns);

/**
 * zb_due_list:
 * @columns: loaded for the day
 *
 * What is due within the times of the rule table, soonest first: both steps at once.
 *
 * Returns: (transfer full) (element-type ZbDue)
 */
GPtrArray *zb_due_list (ZbDb *db, ZbMemberColumns *columns, GError **error);

G_END_DECLS
