/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "service/zb-registry.h"

G_BEGIN_DECLS

#define ZB_TYPE_PERSON_PAGE (zb_person_page_get_type ())

/**
 * ZbPersonPage:
 *
 * Every trace of one person: the fields by group, memberships, posts, what happened, and every change
 * in words with a way back to the earlier value. Its buttons are the actions `members.*` around it.
 */
G_DECLARE_FINAL_TYPE (ZbPersonPage, zb_person_page, ZB, PERSON_PAGE, GtkWidget)

GtkWidget *zb_person_page_new (ZbRegistry *registry);

/** zb_person_page_set_person: shows @id, or the same again with what changed. */
void zb_person_page_set_person (ZbPersonPage *self, gint64 id);
gint64 zb_person_page_get_person (ZbPersonPage *self);

G_END_DECLS
