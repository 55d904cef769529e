/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * ZbJailChild:
 *
 * The program's end of a child process that takes a foreign file apart, and of the pipe through which it tells what
 * it found. Used on one thread at a time. Whatever happens to the child, the worst that happens here is one #GError.
 */
typedef struct _ZbJailChild ZbJailChild;

/**
 * ZbJailError:
 * @ZB_JAIL_ERROR_FAILED: it did not start, or ended before it had said everything
 * @ZB_JAIL_ERROR_LIMIT: it ended because it reached a limit of memory or time
 * @ZB_JAIL_ERROR_STUCK: it said nothing for too long
 */
typedef enum {
  ZB_JAIL_ERROR_FAILED,
  ZB_JAIL_ERROR_LIMIT,
  ZB_JAIL_ERROR_STUCK,
} ZbJailError;

#define ZB_JAIL_ERROR (zb_jail_error_quark ())
GQuark zb_jail_error_quark (void);

/**
 * zb_jail_child_new:
 * @room: the folder below app/exchange whose program it is: "sheet" for zhibu-sheet
 * @arguments: (array zero-terminated=1): what follows the program's name
 * @fds: (array length=n_fds) (nullable): files that it gets as its descriptors 3 and on; they stay the caller's
 * @error: %ZB_JAIL_ERROR_FAILED
 *
 * Starts the child.
 *
 * The program is looked for in the folder that ZB_LIBEXECDIR names, then where it is installed or built.
 */
ZbJailChild *zb_jail_child_new (const char *room, const char *const *arguments, const int *fds, guint n_fds, GError **error);

/** zb_jail_child_free: ends the child if it still works. */
void zb_jail_child_free (ZbJailChild *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZbJailChild, zb_jail_child_free)

/** zb_jail_child_set_patience: how long the child may be silent; a minute unless told. */
void zb_jail_child_set_patience (ZbJailChild *self, guint milliseconds);

/**
 * zb_jail_child_read:
 * @out: (array length=size): room for what came
 * @error: of %ZB_JAIL_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Waits for more from the child. The end of the pipe is an error too: the last that a child has to say says so.
 *
 * Returns: how many bytes came, 1 to @size; 0 with @error
 */
gsize zb_jail_child_read (ZbJailChild *self, gpointer out, gsize size, GCancellable *cancellable, GError **error);

/** zb_jail_child_take: waits for exactly @size bytes; as zb_jail_child_read() otherwise. */
gboolean zb_jail_child_take (ZbJailChild *self, gpointer out, gsize size, GCancellable *cancellable, GError **error);

G_END_DECLS
