/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/** ZbLeaveAnswer: what was answered: `save`, `discard` (the form may be closed at once) or `cancel` (go on editing). */
typedef void (*ZbLeaveAnswer) (GtkWindow *form, const char *answer);

/**
 * zb_leave_question_ask:
 * @form: the form that is to be closed
 * @save_label: (nullable): what the form does when it is finished, with a mnemonic or none; %NULL: saves; "": it cannot be finished by the way
 *
 * Asks what becomes of what was typed in @form. @answer comes after the question has gone, and not at all when the
 * form went before.
 */
void zb_leave_question_ask (GtkWindow *form, const char *save_label, ZbLeaveAnswer answer);

G_END_DECLS
