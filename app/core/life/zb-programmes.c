/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/life/zb-programmes.h"

#include <stdlib.h>
#include <string.h>

#include "core/zb-codes.h"
#include "zb-programmes-table.h"

enum {
  TYPE,
  STEP,
  TITLE,
  MINUTES,
  N_CELLS
};

void
zb_programme_step_free (ZbProgrammeStep *step)
{
  if (step == NULL)
    return;
  g_free (step->kind);
  g_free (step->title);
  g_free (step);
}

GPtrArray *
zb_programme_steps (const char *type)
{
  GPtrArray *out = g_ptr_array_new_with_free_func ((GDestroyNotify) zb_programme_step_free);
  g_auto(GStrv) lines = g_strsplit (zb_programmes_table, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto(GStrv) cells = g_strsplit (lines[i], "\t", -1);
      ZbProgrammeStep *step;

      if (*lines[i] == '#' || g_strv_length (cells) != N_CELLS || strcmp (cells[TYPE], type) != 0)
        continue;
      step = g_new0 (ZbProgrammeStep, 1);
      step->kind = g_strdup (cells[STEP]);
      step->title = g_strdup (*cells[TITLE] != '\0' ? cells[TITLE] : zb_code_label (zb_code_table_get ("programme_kind"), cells[STEP]));
      step->minutes = atoi (cells[MINUTES]);
      g_ptr_array_add (out, step);
    }
  return out;
}
