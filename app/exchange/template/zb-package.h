/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "exchange/template/zb-template-error.h"

G_BEGIN_DECLS

/** ZB_PACKAGE_MAX_FILE: bytes of a form. Those of offices are far below one megabyte; pictures make some larger. */
#define ZB_PACKAGE_MAX_FILE (32 * 1024 * 1024)

/**
 * ZbPackage:
 *
 * The zip container of an office file, all of it in memory. Parts that are not replaced go out as they came in, to the
 * last compressed byte, with their names, times and attributes: no general library for archives does that. Runs in the
 * child process only.
 */
typedef struct _ZbPackage ZbPackage;

/**
 * zb_package_new:
 * @bytes: the file
 * @error: of %ZB_TEMPLATE_ERROR: DAMAGED, PASSWORD, TOO_BIG
 */
ZbPackage *zb_package_new (GBytes *bytes, GError **error);
void zb_package_free (ZbPackage *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZbPackage, zb_package_free)

/** zb_package_n_parts, zb_package_name: the parts in the order of the container; names without a slash before them. */
guint zb_package_n_parts (ZbPackage *self);
const char *zb_package_name (ZbPackage *self, guint part);

/** zb_package_find: @name: letters' case and a leading slash do not matter. Returns: −1 for none */
int zb_package_find (ZbPackage *self, const char *name);

/** zb_package_read: the bytes of a part, inflated and checked, one zero behind them. @error: DAMAGED, TOO_BIG. Returns: (transfer full) */
GBytes *zb_package_read (ZbPackage *self, guint part, GError **error);

/** zb_package_replace: @bytes: what the part is to be; zb_package_remove: it goes. */
void zb_package_replace (ZbPackage *self, guint part, GBytes *bytes);
void zb_package_remove (ZbPackage *self, guint part);

/**
 * zb_package_write:
 * @write: takes bytes of the new container, in their order
 * @error: TOO_BIG, or what @write gave
 */
typedef gboolean (*ZbPackageWrite) (const void *data, gsize size, gpointer user_data, GError **error);
gboolean zb_package_write (ZbPackage *self, ZbPackageWrite write, gpointer user_data, GError **error);

G_END_DECLS
