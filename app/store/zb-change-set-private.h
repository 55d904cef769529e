/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/zb-change-set.h"

G_BEGIN_DECLS

/** zb_change_set_begin_undo: a set that takes the set @undoes back. */
ZbChangeSet *zb_change_set_begin_undo (ZbDb *db, const char *action, const char *subject, gint64 undoes, GError **error);

/** zb_change_set_revive: the opposite of zb_change_set_withdraw(). */
gboolean zb_change_set_revive (ZbChangeSet *self, const ZbKind *kind, gint64 id, GError **error);

gint64 zb_change_set_id (ZbChangeSet *self);

G_END_DECLS
