/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "service/zb-registry-template.h"

G_BEGIN_DECLS

/**
 * zb_template_labels_window_new:
 *
 * Every mark that a form for the list may have, to be read and copied. Returns: (transfer full): a window, not shown yet
 */
GtkWindow *zb_template_labels_window_new (const ZbRoster *roster);

G_END_DECLS
