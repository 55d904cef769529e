/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ZbProgrammeStep: a step of a ceremony.
 * @kind: code of `programme_kind`
 * @minutes: 0: not said
 */
typedef struct {
  char *kind;
  char *title;
  int minutes;
} ZbProgrammeStep;

void zb_programme_step_free (ZbProgrammeStep *step);

/** zb_programme_steps: @type: code of `ceremony_type`. What such a ceremony begins with, out of `data/programmes.tsv`. Returns: (transfer full) (element-type ZbProgrammeStep): in their order */
GPtrArray *zb_programme_steps (const char *type);

G_END_DECLS
