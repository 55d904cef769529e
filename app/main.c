/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <sys/stat.h>

#include "service/zb-language.h"
#include "shell/zb-application.h"
#include "shell/zb-drawing.h"

int
main (int argc, char *argv[])
{
  g_autoptr(ZbDrawing) said = zb_drawing_start ();
  g_autoptr(ZbApplication) application = NULL;

  /* What is written is for the person at this desk only. */
  umask (077);
  zb_language_start ();

  application = zb_application_new ();
  zb_drawing_restore_later (GTK_APPLICATION (application), g_steal_pointer (&said));
  return g_application_run (G_APPLICATION (application), argc, argv);
}
