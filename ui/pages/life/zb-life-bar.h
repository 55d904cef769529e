/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands over the views of the life page. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

GtkWidget *zb_life_bar_views (GtkStack *views);

GtkWidget *zb_life_bar_new_meeting (void);

/* What is kept beside the meetings. */
GtkWidget *zb_life_bar_menu (void);

G_END_DECLS
