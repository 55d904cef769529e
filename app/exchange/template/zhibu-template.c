/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>
#include <unistd.h>

#include "exchange/jail/zb-jail.h"
#include "exchange/template/zb-form.h"

/*
 * zhibu-template check|fill: looks into a form that came from outside, open for reading as file 3, and tells its marks
 * to standard output; or fills it with the list that is open as file 4 and writes it there, see zb-template-out.h. A
 * process of its own with limits, so that a hostile or broken file can cost nothing but an error. Started by the program,
 * not by people.
 */

enum { FORM_FD = 3, LIST_FD = 4 };

int
main (int argc, char **argv)
{
  g_autoptr(ZbTemplateOut) out = zb_template_out_new (STDOUT_FILENO);
  g_autoptr(ZbTemplateData) data = NULL;
  g_autoptr(GError) error = NULL;
  gboolean fills = argc == 2 && strcmp (argv[1], "fill") == 0;
  char kind = 0;

  if (argc != 2 || (!fills && strcmp (argv[1], "check") != 0))
    return 2;
  zb_jail_enter ();
  if (!fills || (data = zb_template_data_read (LIST_FD, &error)) != NULL)
    zb_form_run (FORM_FD, data, out, &kind, &error);
  zb_template_out_finish (out, kind, error);
  return error == NULL ? 0 : 1;
}
