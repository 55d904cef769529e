/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <sys/stat.h>

#include "service/zb-language.h"
#include "shell/zb-application.h"

int
main (int argc, char *argv[])
{
  g_autoptr(ZbApplication) application = NULL;

  /* What is written is for the person at this desk only. */
  umask (077);
  zb_language_start ();

  application = zb_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
