/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ZbDbGuard:
 *
 * Keeps other programs from thinking that nobody has a registry open. SQLite's own locks are the process's: they are
 * gone as soon as anything in it closes the file, and a dialog that lists a folder opens and closes what it lists.
 * The next program that closed the registry would then take itself for the last, and remove the journal in which
 * this one goes on writing. The guard's locks are its own, and stay.
 */
typedef struct _ZbDbGuard ZbDbGuard;

/**
 * zb_db_guard_new:
 * @path: a registry that this process has open, and goes on having open until after zb_db_guard_release()
 *
 * Where the file or its system knows no such locks there is no guard, and all is as without it.
 *
 * Returns: (transfer full)
 */
ZbDbGuard *zb_db_guard_new (const char *path);

/** zb_db_guard_release: %NULL-safe; before the last connection is closed, which tidies up as the last. */
void zb_db_guard_release (ZbDbGuard *self);

/** zb_db_guard_free: %NULL-safe; after the last connection of the process is closed: it closes files, too. */
void zb_db_guard_free (ZbDbGuard *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZbDbGuard, zb_db_guard_free)

G_END_DECLS
