/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/zb-db-private.h"

G_BEGIN_DECLS

/** ZB_UNDO_REST: what the action of an undo begins with that may have left something alone. */
#define ZB_UNDO_REST "undo-rest:"

/** zb_undo_mark: remembers that the set @by took back the set @set. */
gboolean zb_undo_mark (ZbDb *db, gint64 set, gint64 by, GError **error);

G_END_DECLS
