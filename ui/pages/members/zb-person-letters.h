/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "service/zb-registry.h"

G_BEGIN_DECLS

/*
 * 组织关系介绍信 and 党员证明信 of one member: those that were issued, to be printed again with their number, and a new one.
 */

/** zb_person_letters_fill: appends the letters of @person to @box, nothing when there are none. */
void zb_person_letters_fill (GtkBox *box, ZbRegistry *registry, gint64 person);

/** zb_person_letters_issue: asks what a letter for @person needs, issues it and shows the paper. */
void zb_person_letters_issue (GtkWidget *widget, ZbRegistry *registry, gint64 person);

G_END_DECLS
