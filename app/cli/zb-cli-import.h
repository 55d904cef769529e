/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cli/zb-cli.h"
#include "exchange/zb-import.h"

G_BEGIN_DECLS

/** zb_cli_import_json: one file with its rows, verdicts and flags. @file: as it was named; @written: whether it is written. Returns: (transfer full) */
JsonNode *zb_cli_import_json (ZbCli *cli, ZbImport *import, const char *file, gboolean written);

G_END_DECLS
