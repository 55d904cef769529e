/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cli/zb-cli.h"

G_BEGIN_DECLS

/**
 * zb_cli_template_bytes:
 * @text: the name of a form that is remembered, or a file
 * @out_roster: (out) (optional) (transfer full) (nullable): name of the list that it is for; %NULL of a file
 *
 * Returns: (transfer full)
 */
GBytes *zb_cli_template_bytes (ZbCli *cli, const char *text, char **out_roster, GError **error);

G_END_DECLS
