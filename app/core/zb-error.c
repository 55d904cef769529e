/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/zb-error.h"

G_DEFINE_QUARK (zb-data-error-quark, zb_data_error)
