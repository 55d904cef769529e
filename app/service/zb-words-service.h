/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/service/zb-service-hours.h"

G_BEGIN_DECLS

/** zb_words_service: what somebody has served, with the stars reached: a fact, never a place among others. Returns: (transfer full) */
char *zb_words_service (const ZbServiceStanding *standing);

G_END_DECLS
