/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "service/zb-due.h"

G_BEGIN_DECLS

struct _ZbDueFacts
{
  ZbDate today;
  ZbRules *rules;        /* (owned) */
  GPtrArray *found;      /* (owned) (element-type ZbDue): what needs nobody from memory */
  GHashTable *prolonged; /* (owned) (element-type gint64 guint): probationer → packed day */
  GHashTable *sworn;     /* (owned) (element-type gint64 guint): see zb_oaths_sworn() */
  GHashTable *missed;    /* (owned) (element-type gint64 ZbStudyMissed) */
};

/**
 * ZbDueFinder: one search for what is due.
 * @db, @tree: (nullable): while the file is read
 * @columns: (nullable): while the people in memory are gone through
 */
typedef struct {
  ZbDueFacts *facts;
  ZbDb *db;
  ZbOrgTree *tree;
  ZbMemberColumns *columns;
  ZbRules *rules;
  ZbDate today;
  GPtrArray *out;
} ZbDueFinder;

/** zb_due_add: Returns: (transfer none): what was added */
ZbDue *zb_due_add (ZbDueFinder *finder, ZbDueKind kind, const ZbKind *record_kind, gint64 record, const char *title, ZbDate since, ZbDate on,
                   const char *rule_key);

/** zb_due_load_life: from the file: meetings not held yet, who swore, what was missed. */
gboolean zb_due_load_life (ZbDueFinder *finder, GError **error);

/** zb_due_find_life: from the people: oaths not sworn, absences not made up, political birthdays. */
void zb_due_find_life (ZbDueFinder *finder);

/** zb_due_load_wishes: from the file: wishes that nobody claims, and what was promised. */
gboolean zb_due_load_wishes (ZbDueFinder *finder, GError **error);

G_END_DECLS
