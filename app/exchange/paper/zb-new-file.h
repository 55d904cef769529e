/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ZbNewFile:
 *
 * A file that gets its name only when it is whole: written beside the name, flushed, renamed. Until
 * then whatever had the name stays as it was; freeing it uncommitted leaves nothing behind.
 */
typedef struct _ZbNewFile ZbNewFile;

/**
 * zb_new_file_begin:
 * @force: replace a file that has the name, unless it is a registry
 * @error: of %ZB_STORE_ERROR: EXISTS (also for a folder of that name), OPEN (in an office program), NOT_FOUND (the folder),
 *   READ_ONLY, NO_SPACE, INVALID (a name that cannot be)
 *
 * Returns: (transfer full): the file, open for writing
 */
ZbNewFile *zb_new_file_begin (const char *path, gboolean force, GError **error);
void zb_new_file_free (ZbNewFile *file);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZbNewFile, zb_new_file_free)

/** zb_new_file_fd: borrowed. */
int zb_new_file_fd (ZbNewFile *file);

/** zb_new_file_write: @error: of %ZB_STORE_ERROR */
gboolean zb_new_file_write (ZbNewFile *file, const void *data, gsize size, GError **error);

/** zb_new_file_commit: flushes and gives it its name. @error: as zb_new_file_begin(); the old file stays. */
gboolean zb_new_file_commit (ZbNewFile *file, GError **error);

/** zb_new_file_set_error: the store's error for a system call that failed. */
void zb_new_file_set_error (GError **error, int errnum, const char *path);

G_END_DECLS
