/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/life/zb-duty.h"
#include "core/life/zb-vote.h"
#include "service/zb-registry.h"
#include "store/life/zb-meeting-list.h"
#include "store/life/zb-meetings.h"
#include "store/life/zb-roll.h"
#include "store/life/zb-year.h"

G_BEGIN_DECLS

/*
 * Organisational life of an open registry. A meeting itself is saved by zb_registry_save_async(), which fills in what
 * follows from the rest and keeps the roll; steps, withdrawing and history are those of every record.
 */

/**
 * zb_registry_meetings:
 * @org: with what stands below it, 0: of the whole registry
 * @from, @to: days, @to not included; %ZB_DATE_NONE: no bound. Meetings without any day come only without bounds
 *
 * Returns: (transfer full) (element-type ZbMeetingLine): by day, then time
 */
GPtrArray *zb_registry_meetings (ZbRegistry *self, gint64 org, ZbDate from, ZbDate to, GError **error);

gboolean zb_registry_meeting_count (ZbRegistry *self, gint64 meeting, ZbMeetingCount *out_count, GError **error);

/** zb_registry_roll: the attendance of a meeting by its numbers. Returns: (transfer full) (element-type ZbRecord) */
GPtrArray *zb_registry_roll (ZbRegistry *self, gint64 meeting, GError **error);

/** zb_registry_meeting_parts: see zb_meetings_parts(). Returns: (transfer full) (element-type ZbRecord): by their numbers */
GPtrArray *zb_registry_meeting_parts (ZbRegistry *self, const ZbKind *kind, gint64 meeting, GError **error);

/** zb_registry_roll_words: why somebody stands on the roll as he does, in words: the rule, the membership or exemption used, its dates. Returns: (transfer full) */
char *zb_registry_roll_words (ZbRegistry *self, const ZbRecord *row);

/** zb_registry_count_words: the figures of the roll as minutes have them. Returns: (transfer full) */
char *zb_registry_count_words (ZbRegistry *self, gint64 meeting);

/** zb_registry_vote_words: a vote's working in words: quorum, majority, passed or not, what is wrong with the figures. Returns: (transfer full) */
char *zb_registry_vote_words (ZbRegistry *self, const ZbRecord *resolution);

/** zb_registry_meeting_findings: what zb_check_meeting() finds. Returns: (transfer full) (element-type ZbFinding) */
GPtrArray *zb_registry_meeting_findings (ZbRegistry *self, gint64 meeting);

/** zb_registry_year: the matrix of a year. For a branch it is at hand; for many use the thread (async). Returns: (transfer full) (element-type ZbYearRow) */
GPtrArray *zb_registry_year (ZbRegistry *self, gint64 org, int year, GError **error);
void zb_registry_year_async (ZbRegistry *self, gint64 org, int year, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
GPtrArray *zb_registry_year_finish (ZbRegistry *self, GAsyncResult *result, GError **error);

/**
 * zb_registry_suggest:
 * @day: of the record, for campaigns; may be unknown
 *
 * Words to offer for a text field: what was written there lately; for a place the venues too, for a campaign those that
 * were going on that day, of the whole Party and the office’s own.
 *
 * Returns: (transfer full) (array zero-terminated=1): each once, the likeliest first
 */
char **zb_registry_suggest (ZbRegistry *self, const ZbKind *kind, const char *field, ZbDate day);

/* Writes: finished by zb_registry_write_finish(), those that make a record by zb_registry_save_finish(). */
/** zb_registry_renumber_async: numbers the organisation's meetings of a year anew, kind by kind in the order of their days. */
void zb_registry_renumber_async (ZbRegistry *self, gint64 org, int year, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);


/** zb_registry_fill_roll_async: (again) the people expected on the meeting's day. */
void zb_registry_fill_roll_async (ZbRegistry *self, gint64 meeting, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
/** zb_registry_mark_async: see zb_roll_mark(). */
void zb_registry_mark_async (ZbRegistry *self, gint64 meeting, const gint64 *rows, guint n_rows, const char *state, const char *reason, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
/** zb_registry_roll_command_async: `缺 3 7 12`, see zb_roll_command_parse(). */
void zb_registry_roll_command_async (ZbRegistry *self, gint64 meeting, const char *text, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
/** zb_registry_roll_add_async: a member (@person) or a guest (@name) with a code of `attendance_role`. */
void zb_registry_roll_add_async (ZbRegistry *self, gint64 meeting, gint64 person, const char *name, const char *role, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
/** zb_registry_beside_async: one occasion, another kind recorded separately; the new meeting’s id. */
void zb_registry_beside_async (ZbRegistry *self, gint64 meeting, const char *kind, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
/** zb_registry_from_plan_async: a meeting out of an item of the year plan; the new meeting’s id. */
void zb_registry_from_plan_async (ZbRegistry *self, gint64 plan_item, ZbDate day, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
/**
 * zb_registry_save_many_async:
 * @action: key for the log, `meeting.agenda` …
 * @subject: (nullable): what it is about
 * @records: (element-type ZbRecord): of any kinds, copied; new ones (id 0) are inserted, others updated, and those with
 *   @withdrawn set are taken back
 *
 * Several records in one change set: undone together.
 */
void zb_registry_save_many_async (ZbRegistry *self, const char *action, const char *subject, GPtrArray *records, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);

/** zb_registry_export_calendar_async: see zb_calendar_write(). */
void zb_registry_export_calendar_async (ZbRegistry *self, gint64 org, ZbDate from, ZbDate to, const char *path, gboolean force, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
/** zb_registry_export_calendar_finish: @out_n: (out) (optional): how many meetings were written */
gboolean zb_registry_export_calendar_finish (ZbRegistry *self, GAsyncResult *result, guint *out_n, GError **error);

/* Photos and papers. */

/**
 * zb_registry_attach_async:
 * @of: the meeting, wish or delivery kind
 * @id: the record of that kind
 * @paths: (array zero-terminated=1): files
 * @kind: (nullable): code of `attachment_kind`; %NULL: by what each file is
 * @caption: (nullable)
 *
 * Adds photos and papers to it: each file is read in a process of its own, upright, small and without what the
 * camera wrote; then all are kept in one change set, or none.
 */
void zb_registry_attach_async (ZbRegistry *self, const ZbKind *of, gint64 id, const char *const *paths, const char *kind, const char *caption, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
/** zb_registry_attach_finish: @out_words: (out) (optional) (transfer full): for the toast, with a note when a place was taken out, or a household has not agreed to its photos being shown */
gboolean zb_registry_attach_finish (ZbRegistry *self, GAsyncResult *result, char **out_words, GError **error);

/** zb_registry_attachments: photos and papers of a meeting, as they came. Returns: (transfer full) (element-type ZbRecord) */
GPtrArray *zb_registry_attachments (ZbRegistry *self, gint64 meeting, GError **error);

/** zb_registry_photo_consent: see zb_attach_consent(). Returns: (transfer full) */
char *zb_registry_photo_consent (ZbRegistry *self, gint64 wish);

/** zb_registry_attachment_bytes: @preview: the small picture. On the main thread, for what is on screen. Returns: (transfer full) */
GBytes *zb_registry_attachment_bytes (ZbRegistry *self, gint64 attachment, gboolean preview, GError **error);

G_END_DECLS
