/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "dialogs/import/zb-import-job.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

ZbImportJob *
zb_import_job_new (const char *path)
{
  ZbImportJob *self = g_new0 (ZbImportJob, 1);
  g_autofree char *base = g_path_get_basename (path);

  self->path = g_strdup (path);
  self->name = g_filename_display_name (base);
  self->org = ZB_IMPORT_USUAL_ORG;
  return self;
}

ZbImportJob *
zb_import_job_new_pasted (const char *text, GError **error)
{
  g_autoptr(ZbImportJob) self = NULL;
  g_autofree char *path = NULL;
  int fd = g_file_open_tmp ("zhibu-XXXXXX", &path, error);

  if (fd < 0)
    return NULL;
  self = zb_import_job_new (path);
  self->is_scratch = TRUE;
  g_free (self->name);
  self->name = g_strdup (_("Pasted Table"));
  for (gsize at = 0, n = strlen (text); at < n;)
    {
      gssize done = write (fd, text + at, n - at);

      if (done < 0 && errno != EINTR)
        {
          g_set_error_literal (error, G_FILE_ERROR, (int) g_file_error_from_errno (errno), g_strerror (errno));
          close (fd);
          return NULL;
        }
      at += done > 0 ? (gsize) done : 0;
    }
  close (fd);
  return g_steal_pointer (&self);
}

void
zb_import_job_reset (ZbImportJob *self)
{
  g_clear_pointer (&self->import, zb_import_free);
  g_clear_pointer (&self->used, g_free);
  g_clear_error (&self->trouble);
  self->is_checked = FALSE;
}

void
zb_import_job_free (ZbImportJob *self)
{
  if (self == NULL)
    return;
  zb_import_job_reset (self);
  if (self->is_scratch)
    g_unlink (self->path);
  g_free (self->path);
  g_free (self->name);
  g_free (self->sheet);
  g_free (self->mapping);
  g_free (self->keep_as);
  g_free (self);
}
