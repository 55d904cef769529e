/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "service/zb-registry.h"

G_BEGIN_DECLS

#define ZB_TYPE_MEETING_HEAD (zb_meeting_head_get_type ())

/**
 * ZbMeetingHead:
 *
 * The head of a meeting's page: its title, what and when it is, the buttons for what can be done, and what the rules find. Its
 * buttons are the actions `meeting.*` around it.
 */
G_DECLARE_FINAL_TYPE (ZbMeetingHead, zb_meeting_head, ZB, MEETING_HEAD, AdwBin)

GtkWidget *zb_meeting_head_new (ZbRegistry *registry);

void zb_meeting_head_show (ZbMeetingHead *self, const ZbRecord *meeting);

/** zb_meeting_day_words: `2026.03.05 14:00–16:00`, planned or held. Returns: (transfer full) */
char *zb_meeting_day_words (const ZbRecord *meeting);

/** zb_meeting_facts_new: what is known about a meeting but its minutes, in columns. Returns: (transfer floating) */
GtkWidget *zb_meeting_facts_new (ZbRegistry *registry, const ZbRecord *meeting);

G_END_DECLS
