/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli/zb-cli-export.h"

#include <string.h>

#include "store/zb-records.h"

void
zb_cli_export_options_clear (ZbCliExportOptions *options)
{
  char *const texts[] = {
    options->to, options->encoding, options->branch, options->where, options->filter, options->order, options->columns, options->scope, options->title, options->meeting,
    options->member, options->wish, options->certificate, options->letter, options->names, options->id_number, options->from, options->to_day, options->month, options->addressee, options->requirements,
    options->occasion, options->save_occasion, options->template,
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_free (texts[i]);
  zb_cli_paper_clear (&options->paper);
}

gboolean
zb_cli_export_find_subject (ZbCli *cli, const ZbKind *kind, const char *text, gint64 *out_id, GError **error)
{
  return text == NULL || (*out_id = zb_cli_find (cli, kind, text, error)) != 0;
}

gboolean
zb_cli_export_read_day (const char *text, ZbDate *out_day, GError **error)
{
  return text == NULL || zb_date_read (text, out_day, error);
}

/* Names of people also with 、 between. */
char **
zb_cli_export_split_people (const char *text)
{
  g_autoptr(GString) names = g_string_new (text);

  g_string_replace (names, "、", ",", 0);
  return zb_cli_split_names (names->str);
}

/* An option that only papers with names take. */
const char *
zb_cli_export_name_option (const ZbCliExportOptions *options)
{
  const struct { const char *name; gboolean is_given; } all[] = {
    { "--names", options->names != NULL }, { "--elect", options->elect != 0 }, { "--equal", options->equal }, { "--copies", options->copies != 0 },
    { "--per-row", options->per_row != 0 }, { "--right-first", options->right_first },
  };

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    if (all[i].is_given)
      return all[i].name;
  return NULL;
}

/* Returns: (nullable): an option about the paper of a list, for what is no list */
const char *
zb_cli_export_paper_option (const ZbCliExportOptions *options)
{
  const ZbCliPaper *paper = &options->paper;
  const struct { const char *name; gboolean is_given; } all[] = {
    { "--paper", paper->paper != NULL }, { "--direction", paper->direction != NULL }, { "--size", paper->size != 0 }, { "--spread", paper->spread },
    { "--widths", paper->widths != NULL }, { "--people", paper->people != NULL }, { "--sequence", paper->sequence != NULL },
    { "--save-occasion", options->save_occasion != NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    if (all[i].is_given)
      return all[i].name;
  return NULL;
}
