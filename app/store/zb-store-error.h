/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ZbStoreError:
 * @ZB_STORE_ERROR_CORRUPT: not a registry, or a damaged one
 * @ZB_STORE_ERROR_TOO_NEW: written by a newer Zhibu; nothing was touched
 * @ZB_STORE_ERROR_BUSY: another program is writing and did not finish in time
 * @ZB_STORE_ERROR_NO_SPACE: the disk is full; nothing of the change was kept
 * @ZB_STORE_ERROR_READ_ONLY: file or folder may only be read
 * @ZB_STORE_ERROR_DUPLICATE: something that must be unique is there already
 * @ZB_STORE_ERROR_IN_USE: other records still refer to it
 * @ZB_STORE_ERROR_INVALID: a value that the tables refuse
 * @ZB_STORE_ERROR_CONFLICT: somebody else changed the record meanwhile
 * @ZB_STORE_ERROR_NOT_FOUND: no such record, file or step
 * @ZB_STORE_ERROR_AMBIGUOUS: several records are meant by that word; the message names them
 * @ZB_STORE_ERROR_EXISTS: a file is there already
 * @ZB_STORE_ERROR_OPEN: another program has the file open that was to be replaced
 * @ZB_STORE_ERROR_NOTHING: nothing to undo or redo
 * @ZB_STORE_ERROR_FAILED: anything else
 */
typedef enum {
  ZB_STORE_ERROR_CORRUPT,
  ZB_STORE_ERROR_TOO_NEW,
  ZB_STORE_ERROR_BUSY,
  ZB_STORE_ERROR_NO_SPACE,
  ZB_STORE_ERROR_READ_ONLY,
  ZB_STORE_ERROR_DUPLICATE,
  ZB_STORE_ERROR_IN_USE,
  ZB_STORE_ERROR_INVALID,
  ZB_STORE_ERROR_CONFLICT,
  ZB_STORE_ERROR_NOT_FOUND,
  ZB_STORE_ERROR_AMBIGUOUS,
  ZB_STORE_ERROR_EXISTS,
  ZB_STORE_ERROR_OPEN,
  ZB_STORE_ERROR_NOTHING,
  ZB_STORE_ERROR_FAILED
} ZbStoreError;

#define ZB_STORE_ERROR (zb_store_error_quark ())

GQuark zb_store_error_quark (void);

G_END_DECLS
