/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ZbDataError:
 * @ZB_DATA_ERROR_BAD_DATE: not a date, or a day that does not exist
 * @ZB_DATA_ERROR_BAD_AMOUNT: not an amount of money or a whole number
 * @ZB_DATA_ERROR_BAD_NAME: empty, too long, or with control characters
 * @ZB_DATA_ERROR_BAD_ID_NUMBER: not the shape of a citizen's ID number
 * @ZB_DATA_ERROR_BAD_CODE: a word that the code table does not know
 * @ZB_DATA_ERROR_BAD_FIELD: a field that the kind does not have, or may not be set so
 * @ZB_DATA_ERROR_BAD_CSV: a damaged sheet; the message carries row and column
 * @ZB_DATA_ERROR_BAD_FILTER: a condition that cannot be read
 * @ZB_DATA_ERROR_BAD_VALUE: any other value that cannot be kept
 * @ZB_DATA_ERROR_MISSING: a value that is needed is not there
 * @ZB_DATA_ERROR_REFUSED: a step that the rules do not allow now
 *
 * What can be wrong with a value that a person or a file gives.
 */
typedef enum {
  ZB_DATA_ERROR_BAD_DATE,
  ZB_DATA_ERROR_BAD_AMOUNT,
  ZB_DATA_ERROR_BAD_NAME,
  ZB_DATA_ERROR_BAD_ID_NUMBER,
  ZB_DATA_ERROR_BAD_CODE,
  ZB_DATA_ERROR_BAD_FIELD,
  ZB_DATA_ERROR_BAD_CSV,
  ZB_DATA_ERROR_BAD_FILTER,
  ZB_DATA_ERROR_BAD_VALUE,
  ZB_DATA_ERROR_MISSING,
  ZB_DATA_ERROR_REFUSED
} ZbDataError;

#define ZB_DATA_ERROR (zb_data_error_quark ())

GQuark zb_data_error_quark (void);

G_END_DECLS
