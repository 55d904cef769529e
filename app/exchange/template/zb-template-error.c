/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/template/zb-template-error.h"

G_DEFINE_QUARK (zb-template-error-quark, zb_template_error)
