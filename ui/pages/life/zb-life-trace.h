/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "service/zb-registry.h"

G_BEGIN_DECLS

#define ZB_TYPE_LIFE_TRACE (zb_life_trace_get_type ())

/**
 * ZbLifeTrace:
 *
 * One person's trace in organisational life, for that person's page: meetings of a year that were attended or missed, with the
 * hours against what the rule asks, make-ups, oaths and re-affirmations, talks, appraisals and exemptions.
 */
G_DECLARE_FINAL_TYPE (ZbLifeTrace, zb_life_trace, ZB, LIFE_TRACE, AdwBin)

GtkWidget *zb_life_trace_new (ZbRegistry *registry, gint64 person);

G_END_DECLS
