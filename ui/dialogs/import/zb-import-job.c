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

/* Whether a line of answers is of a column or a sheet that @import has, and so said anew by it: @now is all that it says. */
static gboolean
is_said (ZbImport *import, const char *now, const char *line)
{
  g_auto(GStrv) cells = g_strsplit (line, "\t", 3);

  if (g_strv_length (cells) == 3 && strcmp (cells[0], "column") == 0)
    {
      g_autofree char *beginning = g_strdup_printf ("column\t%s\t", cells[1]);
      const char *found = strstr (now, beginning);

      return found != NULL && (found == now || found[-1] == '\n');
    }
  if (g_strv_length (cells) < 3 || (strcmp (cells[0], "cell") != 0 && strcmp (cells[0], "row") != 0))
    return TRUE;
  for (guint i = 0; i < zb_import_n_rows (import); i++)
    {
      ZbImportRow *row = zb_import_shown (import, i);
      gboolean is_same = strcmp (row->sheet, cells[1]) == 0;

      zb_import_row_free (row);
      if (is_same)
        return TRUE;
    }
  return FALSE;
}

void
zb_import_job_keep_answers (ZbImportJob *self)
{
  g_auto(GStrv) before = g_strsplit (self->answers != NULL ? self->answers : "", "\n", -1);
  g_autofree char *now = self->import != NULL ? zb_import_answers_text (self->import, FALSE) : NULL;
  g_autoptr(GString) out = g_string_new (now);

  if (now == NULL)
    return;
  for (guint i = 0; before[i] != NULL; i++)
    if (*before[i] != '\0' && !is_said (self->import, now, before[i]))
      g_string_append_printf (out, "%s\n", before[i]);
  g_free (self->answers);
  self->answers = g_string_free (g_steal_pointer (&out), FALSE);
}

/* Cells and rows that are left out or taken are what they are, whatever the list is read as. */
static gboolean
is_of_file (const char *line)
{
  return g_str_has_prefix (line, "cell\t") || (g_str_has_prefix (line, "row\t") && (g_str_has_suffix (line, "\tskip") || g_str_has_suffix (line, "\ttake")));
}

void
zb_import_job_keep_corrections (ZbImportJob *self)
{
  g_autoptr(GString) out = g_string_new (NULL);
  g_auto(GStrv) lines = NULL;

  zb_import_job_keep_answers (self);
  lines = g_strsplit (self->answers != NULL ? self->answers : "", "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    if (is_of_file (lines[i]))
      g_string_append_printf (out, "%s\n", lines[i]);
  g_free (self->answers);
  self->answers = g_string_free (g_steal_pointer (&out), FALSE);
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
  g_free (self->answers);
  g_free (self->answers_of);
  g_free (self->keep_as);
  g_free (self);
}
