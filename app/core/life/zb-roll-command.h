/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ZbRollMark:
 * @state: code of `attendance_state`
 * @seats: (array length=n_seats): numbers of the printed sheet; none: everybody not marked yet (全到)
 * @reason: (nullable): as typed behind the numbers
 */
typedef struct {
  const char *state;
  guint *seats;
  guint n_seats;
  char *reason;
} ZbRollMark;

void zb_roll_mark_free (ZbRollMark *mark);

/**
 * zb_roll_command_parse:
 * @text: what is typed after the numbers of the printed sheet: `缺 3 7 12`, `假5出差`, `迟 2；缺 9-11 病假`, `全到`
 * @max_seat: highest number of the sheet
 * @error: %ZB_DATA_ERROR_BAD_VALUE, the message naming the word or number that is not understood
 *
 * Words: 到 迟 假 缺, with their longer forms; numbers apart by blanks or marks, `9-11` and `9至11` for a run; what stands
 * behind the numbers is the reason. Several orders are parted by ；or a line break, or simply follow each other: `缺 3 7 请假 5 出差`.
 * All or nothing.
 *
 * Returns: (transfer full) (element-type ZbRollMark): in the order typed, never empty
 */
GPtrArray *zb_roll_command_parse (const char *text, guint max_seat, GError **error);

G_END_DECLS
