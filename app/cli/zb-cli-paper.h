/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cli/zb-cli.h"
#include "exchange/zb-sheet.h"

G_BEGIN_DECLS

/**
 * ZbCliPaper:
 * @paper: a4, a3
 * @direction: portrait, landscape
 * @size: points
 * @widths: NAME=CHARACTERS, with a comma between
 * @people: only these, by name
 * @sequence: these first, by name
 *
 * How a list stands on paper, and for whom, as options of the command line say it; what is not said is not touched.
 */
typedef struct {
  char *paper;
  char *direction;
  double size;
  char *widths;
  char *people;
  char *sequence;
  gboolean spread;
} ZbCliPaper;

void zb_cli_paper_clear (ZbCliPaper *paper);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ZbCliPaper, zb_cli_paper_clear)

/**
 * zb_cli_paper_take:
 * @out_status: (out): %ZB_CLI_USAGE where an option is not understood, %ZB_CLI_REFUSED where somebody is not found; it has been said
 *
 * Returns: whether the options are in the request
 */
gboolean zb_cli_paper_take (ZbCli *cli, const ZbCliPaper *paper, ZbRosterRequest *request, ZbCliStatus *out_status);

/** zb_cli_split_names: names with a comma of either kind between. Returns: (transfer full) */
char **zb_cli_split_names (const char *text);

G_END_DECLS
