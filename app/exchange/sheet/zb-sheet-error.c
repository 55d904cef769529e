/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/zb-sheet-error.h"

G_DEFINE_QUARK (zb-sheet-error-quark, zb_sheet_error)
