/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "service/zb-registry-template.h"

G_BEGIN_DECLS

/** zb_template_marks_fill: a row for each mark of a form, those in trouble first. */
void zb_template_marks_fill (GtkListBox *list, const ZbTemplateCheck *check);

G_END_DECLS
