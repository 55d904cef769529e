/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "service/zb-registry.h"

G_BEGIN_DECLS

#define ZB_TYPE_MEMBER_PANE (zb_member_pane_get_type ())

/**
 * ZbMemberPane:
 *
 * The selected person beside the table: what one asks for most, private values masked. Its buttons
 * are the actions `members.*` of the page around it.
 */
G_DECLARE_FINAL_TYPE (ZbMemberPane, zb_member_pane, ZB, MEMBER_PANE, GtkWidget)

void zb_member_pane_set_registry (ZbMemberPane *self, ZbRegistry *registry);

/** zb_member_pane_show: @person: 0 for none; @n_selected: how many are selected */
void zb_member_pane_show (ZbMemberPane *self, gint64 person, guint n_selected);

/** zb_member_summary: “正式党员 · 第一党支部 · 书记”. Returns: (transfer full) */
char *zb_member_summary (ZbRegistry *registry, const ZbRecord *member);

G_END_DECLS
