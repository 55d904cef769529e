/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/zb-change-set.h"

G_BEGIN_DECLS

/**
 * zb_ceremonies_add:
 * @meeting: a new meeting, of which the kind is set here
 * @ceremony: what it has beyond a meeting; the title is the meeting's too, where that has none
 * @people: (array length=n_people): who swears or is honoured, in their order
 *
 * A ceremony in one step: the meeting with its roll, the ceremony, the programme that such ceremonies begin with, and its
 * people with what is true of them on the day. @error: as zb_meetings_add()
 */
gboolean zb_ceremonies_add (ZbChangeSet *set, ZbRecord *meeting, ZbRecord *ceremony, const gint64 *people, guint n_people, GError **error);

/**
 * zb_ceremonies_set_up:
 * @ceremony: of a meeting that is there; a title and an oath are filled in where they are missing
 *
 * Makes a meeting a ceremony: with its people, and with the programme that such ceremonies begin with where the meeting has no
 * agenda yet.
 */
gboolean zb_ceremonies_set_up (ZbChangeSet *set, ZbRecord *ceremony, const gint64 *people, guint n_people, GError **error);

/** zb_ceremonies_add_people: puts more behind those who are there; nobody stands twice. */
gboolean zb_ceremonies_add_people (ZbChangeSet *set, gint64 ceremony, const gint64 *people, guint n_people, GError **error);

/**
 * zb_ceremonies_freeze:
 *
 * Writes down anew what is true of everybody on the day of the ceremony: after it was moved, or after a name was corrected.
 * Order, roles and notes stay.
 */
gboolean zb_ceremonies_freeze (ZbChangeSet *set, gint64 ceremony, GError **error);

/** zb_ceremonies_of_meeting: Returns: (transfer full) (nullable): %NULL without @error: it is a meeting and nothing more */
ZbRecord *zb_ceremonies_of_meeting (ZbDb *db, gint64 meeting, GError **error);

/** zb_ceremonies_people: Returns: (transfer full) (element-type ZbRecord): in their order */
GPtrArray *zb_ceremonies_people (ZbDb *db, gint64 ceremony, GError **error);

/**
 * ZbCeremonyLine: a ceremony as a list shows it.
 * @type: code of `ceremony_type`
 * @day: held on, else planned for; may be unknown
 * @state: code of `meeting_state`
 * @n_people: who swears or is honoured
 */
typedef struct {
  gint64 ceremony;
  gint64 meeting;
  gint64 org;
  char *type;
  char *title;
  ZbDate day;
  char *place;
  char *leader;
  char *state;
  guint n_people;
} ZbCeremonyLine;

void zb_ceremony_line_free (ZbCeremonyLine *line);

/** zb_ceremonies_list: @org: with what stands below it, 0: of the whole registry. Returns: (transfer full) (element-type ZbCeremonyLine): the latest first */
GPtrArray *zb_ceremonies_list (ZbDb *db, gint64 org, GError **error);

G_END_DECLS
