/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/zb-record.h"
#include "exchange/zb-sheet.h"

G_BEGIN_DECLS

/*
 * Lists that are wanted again: a request under the name of its occasion (七月大会签到表), a record of the kind
 * `occasion`. Remembered is what was chosen; the day is always that of the day when it is used, and so are the time
 * that a list speaks of and the people who fall under its conditions.
 */

/**
 * zb_occasion_record:
 * @name: the occasion
 * @request: what is chosen
 * @error: REFUSED `occasion-name` when @name says nothing
 *
 * The record that remembers a request: that of the same name anew, else a new one.
 *
 * Returns: (transfer full): to be inserted (its id is 0) or updated
 */
ZbRecord *zb_occasion_record (ZbDb *db, const char *name, const ZbRosterRequest *request, GError **error);

/**
 * zb_occasion_save:
 * @out_set: (out) (optional): the change set, for undo
 *
 * Remembers a request. One of the same name is overwritten, which its history keeps.
 */
gboolean zb_occasion_save (ZbDb *db, const char *name, const ZbRosterRequest *request, gint64 *out_set, GError **error);

/**
 * zb_occasion_find:
 * @error: REFUSED `no-occasion`
 *
 * Returns: (transfer full): the record of that name
 */
ZbRecord *zb_occasion_find (ZbDb *db, const char *name, GError **error);

/**
 * zb_occasion_request:
 * @occasion: a record of the kind
 * @as_of: the day it is wanted for
 * @subject: the meeting or the person it is about; 0: the one that was remembered, of a meeting the next one from @as_of
 *   on in the organisation
 * @error: REFUSED `occasion-list` (the program knows no such list), `no-meeting-ahead`, and those of zb_filter_parse()
 *
 * What was remembered, for another day. People who are not in the registry any more are left out.
 *
 * Returns: (transfer full)
 */
ZbRosterRequest *zb_occasion_request (ZbDb *db, const ZbRecord *occasion, ZbDate as_of, gint64 subject, GError **error);

G_END_DECLS
