/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/zb-steps-private.h"

G_BEGIN_DECLS

/** zb_step_apply_wish: a step of a wish: its fields, its claims and a line of its log. */
gboolean zb_step_apply_wish (ZbStepRun *run, GError **error);

G_END_DECLS
