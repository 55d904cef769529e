/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/zb-change-set.h"

G_BEGIN_DECLS

/** zb_change_set_begin_undo: a set that takes the set @undoes back. */
ZbChangeSet *zb_change_set_begin_undo (ZbDb *db, const char *action, const char *subject, gint64 undoes, GError **error);

/** zb_change_set_revive: the opposite of zb_change_set_withdraw(). */
gboolean zb_change_set_revive (ZbChangeSet *self, const ZbKind *kind, gint64 id, GError **error);

gint64 zb_change_set_id (ZbChangeSet *self);

/** zb_change_set_flush: before the set's own rows of the log are read: writes those that wait. */
gboolean zb_change_set_flush (ZbChangeSet *self, GError **error);

/** zb_change_set_knows_place: whether a branch and its group (0: none) were found to be open in this set, and no organisation was changed since. */
gboolean zb_change_set_knows_place (ZbChangeSet *self, gint64 org, gint64 group);
void zb_change_set_learn_place (ZbChangeSet *self, gint64 org, gint64 group);

/** zb_change_set_last_number: the greatest number of the year's wishes, found in this set before and not changed since but by zb_change_set_learn_number(); 0 unknown */
gint64 zb_change_set_last_number (ZbChangeSet *self, const char *year);
void zb_change_set_learn_number (ZbChangeSet *self, const char *year, gint64 last);

G_END_DECLS
