/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "service/zb-registry-life.h"

G_BEGIN_DECLS

#define ZB_TYPE_ROLL_ROW (zb_roll_row_get_type ())
#define ZB_TYPE_ROLL_MODEL (zb_roll_model_get_type ())

/**
 * ZbRollRow:
 *
 * One person of a roll. Signal `changed`: the mark is another one.
 */
G_DECLARE_FINAL_TYPE (ZbRollRow, zb_roll_row, ZB, ROLL_ROW, GObject)

/**
 * ZbRollModel:
 *
 * The roll of one meeting as a list of #ZbRollRow by their numbers, with its figures. A mark shows at once and is written behind
 * it; what was refused is shown as it is stored.
 *
 * Signals:
 *  - `changed`: the figures are others
 *  - `marked (const char *words)`: it is written
 *  - `failed (const GError *error)`: it is not, and shown as before
 */
G_DECLARE_FINAL_TYPE (ZbRollModel, zb_roll_model, ZB, ROLL_MODEL, GObject)

const ZbRecord *zb_roll_row_get_record (ZbRollRow *self);
guint zb_roll_row_get_seat (ZbRollRow *self);
const char *zb_roll_row_get_name (ZbRollRow *self);
/** zb_roll_row_get_state: Returns: (nullable): code of `attendance_state` */
const char *zb_roll_row_get_state (ZbRollRow *self);
gboolean zb_roll_row_is_expected (ZbRollRow *self);
/** zb_roll_row_is_called: whether a roll call asks for that person; not for members whom nobody expects (免于应到). */
gboolean zb_roll_row_is_called (ZbRollRow *self);
gboolean zb_roll_row_has_come (ZbRollRow *self);
/** zb_roll_row_matches: whether the name begins with @typed, in characters or in letters of its reading. */
gboolean zb_roll_row_matches (ZbRollRow *self, const char *typed);

ZbRollModel *zb_roll_model_new (ZbRegistry *registry, gint64 meeting);
gint64 zb_roll_model_get_meeting (ZbRollModel *self);
ZbRegistry *zb_roll_model_get_registry (ZbRollModel *self);
void zb_roll_model_get_count (ZbRollModel *self, ZbMeetingCount *out_count);

/** zb_roll_model_get_row: Returns: (transfer none) (nullable) */
ZbRollRow *zb_roll_model_get_row (ZbRollModel *self, guint position);
guint zb_roll_model_get_size (ZbRollModel *self);

/** zb_roll_model_next: the next position behind @position that is called; the size when there is none. */
guint zb_roll_model_next (ZbRollModel *self, guint position);

/** zb_roll_model_find_seat: position of the row with that number, -1. */
int zb_roll_model_find_seat (ZbRollModel *self, guint seat);

/** zb_roll_model_find_text: the next row from @from on, round the end, whose name zb_roll_row_matches() @typed; -1. */
int zb_roll_model_find_text (ZbRollModel *self, guint from, const char *typed);

/** zb_roll_model_mark: @state (nullable): no mark; @reason (nullable): of who is not there */
void zb_roll_model_mark (ZbRollModel *self, guint position, const char *state, const char *reason);

/** zb_roll_model_mark_rest: everybody expected who has no mark yet. */
void zb_roll_model_mark_rest (ZbRollModel *self, const char *state);

/** zb_roll_model_command: what is typed after the numbers of the sheet, see zb_roll_command_parse(). */
void zb_roll_model_command (ZbRollModel *self, const char *text);

/** zb_roll_model_command_words: what that would do, in words; @out_good: whether it is understood. Returns: (transfer full) */
char *zb_roll_model_command_words (ZbRollModel *self, const char *text, gboolean *out_good);

/** zb_roll_model_reload: as it is stored; by itself after every change. */
void zb_roll_model_reload (ZbRollModel *self);

G_END_DECLS
