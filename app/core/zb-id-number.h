/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "core/zb-date.h"

G_BEGIN_DECLS

/**
 * ZbIdNumberFlags:
 *
 * What is remarkable about a citizen's ID number. None of them forbids keeping it: the file may
 * lawfully differ (domain rule), only a shape that is no ID number at all is refused.
 */
typedef enum {
  ZB_ID_NUMBER_OK = 0,
  ZB_ID_NUMBER_BAD_CHECK = 1 << 0,       /* the check digit is another one */
  ZB_ID_NUMBER_BAD_BIRTH = 1 << 1,       /* digits 7–14 are no date */
  ZB_ID_NUMBER_FIFTEEN = 1 << 2,         /* the old form of 15 digits */
  ZB_ID_NUMBER_BIRTH_DIFFERS = 1 << 3,   /* from the birth date given beside it */
  ZB_ID_NUMBER_SEX_DIFFERS = 1 << 4,     /* from the sex given beside it */
  ZB_ID_NUMBER_LOST_DIGITS = 1 << 5      /* ends in 000 with a wrong check digit: a spreadsheet's rounding */
} ZbIdNumberFlags;

/**
 * zb_id_number_normalize:
 * @text: as typed: full-width digits, spaces, lower-case x, a leading apostrophe
 * @error: %ZB_DATA_ERROR_BAD_ID_NUMBER when it is not 15 digits, nor 17 digits and a digit or X
 *
 * Brings an ID number into the kept form: 15 or 18 ASCII characters, capital X. 15 digits stay 15.
 *
 * Returns: (transfer full): the kept form   [GB 11643-1999]
 */
char *zb_id_number_normalize (const char *text, GError **error);

/** zb_id_number_check: @number in the kept form; @birth and @sex ("1", "2") may be unknown. Cost: constant. */
ZbIdNumberFlags zb_id_number_check (const char *number, ZbDate birth, const char *sex);

/** zb_id_number_birth: the birth date inside; unknown when it is no date. */
ZbDate zb_id_number_birth (const char *number);

/** zb_id_number_sex: "1" male, "2" female (GB/T 2261.1); %NULL for another shape. */
const char *zb_id_number_sex (const char *number);

/** zb_id_number_eighteen: the 18-character form for comparing (15 digits get 19 and a check digit). Returns: (transfer full) */
char *zb_id_number_eighteen (const char *number);

/** zb_id_number_mask: `330725********1234`; %NULL-safe. Returns: (transfer full) (nullable) */
char *zb_id_number_mask (const char *number);

/** zb_phone_mask: `199****0001`, each of several numbers by itself; %NULL-safe. Returns: (transfer full) (nullable) */
char *zb_phone_mask (const char *phone);

/**
 * zb_phone_normalize:
 * @text: one or several telephone numbers as typed
 * @error: %ZB_DATA_ERROR_BAD_VALUE when there are fewer than three digits, or Latin letters (1.99E+10)
 *
 * Half width, without blanks and +86; several numbers with `/` between. Chinese notes (转8001) stay.
 *
 * Returns: (transfer full): the kept form
 */
char *zb_phone_normalize (const char *text, GError **error);

/** zb_text_mask: first character and asterisks, for addresses and the like. Returns: (transfer full) (nullable) */
char *zb_text_mask (const char *text);

G_END_DECLS
