/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/zb-store-error.h"

G_DEFINE_QUARK (zb-store-error-quark, zb_store_error)
