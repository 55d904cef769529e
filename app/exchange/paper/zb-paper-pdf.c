/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <cairo-pdf.h>
#include <errno.h>
#include <unistd.h>

#include "exchange/paper/zb-new-file.h"
#include "exchange/paper/zb-paper-private.h"
#include "exchange/paper/zb-sheet-private.h"

/* What cairo's own report of a write error leaves out. */
typedef struct {
  int fd;
  int errnum;
} ZbPdfStream;

static cairo_status_t
on_write (void *closure, const unsigned char *data, unsigned int length)
{
  ZbPdfStream *stream = closure;

  while (length > 0)
    {
      gssize n = write (stream->fd, data, length);

      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        {
          stream->errnum = errno;
          return CAIRO_STATUS_WRITE_ERROR;
        }
      data += n;
      length -= (unsigned int) n;
    }
  return CAIRO_STATUS_SUCCESS;
}

static gboolean
draw_pages (ZbPaper *paper, cairo_t *cr, const ZbPdfStream *stream, const ZbWriteProgress *progress, guint64 total, GError **error)
{
  guint n_pages = zb_paper_n_pages (paper);

  for (guint page = 0; page < n_pages; page++)
    {
      if (!zb_paper_draw (paper, cr, page, error))
        return FALSE;
      cairo_show_page (cr);
      if (stream->errnum != 0)
        return TRUE;
      if (progress->func != NULL)
        progress->func (total * (page + 1) / n_pages, total, progress->user_data);
      if (g_cancellable_set_error_if_cancelled (progress->cancellable, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
zb_paper_write_pdf (ZbPaper *paper, const char *title, int fd, guint64 total, const ZbWriteProgress *progress, GError **error)
{
  ZbPdfStream stream = { fd, 0 };
  cairo_surface_t *surface;
  cairo_t *cr;
  double width, height;
  gboolean done;

  zb_paper_size (paper, &width, &height);
  surface = cairo_pdf_surface_create_for_stream (on_write, &stream, width, height);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, title);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Zhibu");
  cr = cairo_create (surface);
  done = draw_pages (paper, cr, &stream, progress, total, error);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  /* A surface that is finished does not always tell of a write that failed on the way. */
  if (done && (stream.errnum != 0 || cairo_surface_status (surface) != CAIRO_STATUS_SUCCESS))
    {
      zb_new_file_set_error (error, stream.errnum != 0 ? stream.errnum : EIO, "pdf");
      done = FALSE;
    }
  cairo_surface_destroy (surface);
  return done;
}

gboolean
zb_sheet_write_pdf (ZbSheet *sheet, int fd, const ZbWriteProgress *progress, GError **error)
{
  g_autoptr(ZbPaper) paper = zb_paper_new (sheet, error);

  return paper != NULL && zb_paper_write_pdf (paper, zb_sheet_title (sheet), fd, zb_sheet_n_rows (sheet), progress, error);
}
