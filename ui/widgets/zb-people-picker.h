/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ZB_TYPE_PEOPLE_PICKER (zb_people_picker_get_type ())

/**
 * ZbPeoplePicker:
 *
 * People to choose from, each with a check: a search by name or initials, all or none of those shown, and how many are chosen. The
 * arrows go through them, Space and Return choose one.
 */
G_DECLARE_FINAL_TYPE (ZbPeoplePicker, zb_people_picker, ZB, PEOPLE_PICKER, GtkWidget)

GtkWidget *zb_people_picker_new (void);

void zb_people_picker_clear (ZbPeoplePicker *self);

/** zb_people_picker_add: one more, behind the others; zb_people_picker_show() when all are there. @detail: (nullable) */
void zb_people_picker_add (ZbPeoplePicker *self, gint64 person, const char *name, const char *detail, gboolean is_chosen);

/** zb_people_picker_show: @none: what is said where there is nobody */
void zb_people_picker_show (ZbPeoplePicker *self, const char *none);

/** zb_people_picker_get_chosen: Returns: (transfer full) (element-type gint64): in the order in which they stand */
GArray *zb_people_picker_get_chosen (ZbPeoplePicker *self);

G_END_DECLS
