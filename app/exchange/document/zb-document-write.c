/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "exchange/document/zb-document-blocks.h"
#include "exchange/paper/zb-new-file.h"
#include "exchange/paper/zb-sheet-private.h"
#include "store/zb-export-log.h"

static const char *const names[] = { [ZB_DOCUMENT_PDF] = "pdf", [ZB_DOCUMENT_TXT] = "txt", [ZB_DOCUMENT_DOCX] = "docx" };

gboolean
zb_document_format_from_name (const char *file_name, ZbDocumentFormat *out_format)
{
  g_autofree char *lower = g_ascii_strdown (file_name, -1);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_has_suffix (lower, names[i]) && strlen (lower) > strlen (names[i]) && lower[strlen (lower) - strlen (names[i]) - 1] == '.')
      {
        *out_format = (ZbDocumentFormat) i;
        return TRUE;
      }
  return FALSE;
}

static gboolean
write_text (ZbDocument *self, int fd, GError **error)
{
  g_autofree char *text = zb_document_text (self);
  const char *p = text;

  while (*p != '\0')
    {
      gssize n = write (fd, p, strlen (p));

      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        {
          zb_new_file_set_error (error, errno, "txt");
          return FALSE;
        }
      p += n;
    }
  return TRUE;
}

static gboolean
write_format (ZbDocument *self, ZbDocumentFormat format, int fd, GCancellable *cancellable, GError **error)
{
  const ZbWriteProgress progress = { NULL, NULL, cancellable };
  g_autoptr(ZbPaper) paper = NULL;

  if (format == ZB_DOCUMENT_TXT)
    return write_text (self, fd, error);
  if (format == ZB_DOCUMENT_DOCX)
    return zb_document_write_word (self, fd, cancellable, error);
  paper = zb_document_paper (self);
  return zb_paper_write_pdf (paper, &(ZbPdfInfo) { self->title, zb_document_author (self), NULL }, fd, zb_paper_n_pages (paper), &progress, error);
}

const char *
zb_document_name (ZbDocument *self)
{
  return self->kind->name;
}

const char *
zb_document_private_fields (ZbDocument *self)
{
  return self->private_fields;
}

guint
zb_document_count (ZbDocument *self)
{
  guint n = 0;

  for (guint i = 0; i < self->blocks->len; i++)
    {
      const ZbBlock *block = g_ptr_array_index (self->blocks, i);

      n += block->type == ZB_BLOCK_CARD || block->type == ZB_BLOCK_SLIP || block->type == ZB_BLOCK_ENTRY;
    }
  return MAX (n, 1);
}

gboolean
zb_document_write (ZbDocument *self, ZbDb *log, ZbDocumentFormat format, const char *path, gboolean force, GCancellable *cancellable,
                   GError **error)
{
  g_autoptr(ZbNewFile) file = NULL;

  g_return_val_if_fail ((guint) format < G_N_ELEMENTS (names), FALSE);
  if (g_cancellable_set_error_if_cancelled (cancellable, error) || !(file = zb_new_file_begin (path, force, error))
      || !write_format (self, format, zb_new_file_fd (file), cancellable, error) || !zb_new_file_commit (file, error))
    return FALSE;
  /* The file is there; a registry that cannot note it (read-only, full) does not take it back. */
  if (log != NULL && !zb_db_is_read_only (log))
    {
      g_autoptr(GError) not_logged = NULL;

      if (!zb_export_log_add (log, self->kind->name, names[format], zb_document_count (self), self->private_fields, &not_logged))
        g_debug ("the export was not noted: %s", not_logged->message);
    }
  return TRUE;
}
