/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <sys/stat.h>

#include "cli/zb-cli.h"
#include "service/zb-language.h"

int
main (int argc, char **argv)
{
  zb_language_start ();
  umask (077);
  return zb_cli_run (argc, argv);
}
