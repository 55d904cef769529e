/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <cairo-pdf.h>
#include <errno.h>
#include <unistd.h>

#include "exchange/paper/zb-new-file.h"
#include "exchange/paper/zb-paper-private.h"
#include "exchange/paper/zb-pdf-catalog.h"
#include "exchange/paper/zb-sheet-private.h"

/* Deepest level of bookmarks. */
#define MAX_LEVEL 8

/* Readers read aloud in Chinese, and show the title above the page in place of the file's name. */
#define CATALOG "/Lang (zh-CN)\n   /ViewerPreferences << /DisplayDocTitle true >>"

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

static void
set_metadata (cairo_surface_t *surface, const ZbPdfInfo *info)
{
  g_autoptr(GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *when = g_date_time_format (now, "%Y-%m-%dT%H:%M:%S%:z");

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, info->title);
  if (info->author != NULL)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_AUTHOR, info->author);
  if (info->subject != NULL && *info->subject != '\0')
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_SUBJECT, info->subject);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Zhibu");
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, when);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_MOD_DATE, when);
}

static gboolean
add_outline (ZbPaper *paper, cairo_surface_t *surface, GError **error)
{
  g_autoptr(GArray) outline = paper->klass->outline (paper, error);
  int above[MAX_LEVEL + 1] = { CAIRO_PDF_OUTLINE_ROOT };

  for (guint i = 0; outline != NULL && i < outline->len; i++)
    {
      const ZbPaperOutline *one = &g_array_index (outline, ZbPaperOutline, i);
      guint level = MIN (one->level, MAX_LEVEL - 1);
      g_autofree char *target = g_strdup_printf ("page=%u pos=[0 %d]", one->page + 1, (int) one->y);
      int id = cairo_pdf_surface_add_outline (surface, above[level], one->text, target, CAIRO_PDF_OUTLINE_FLAG_OPEN);

      for (guint below = level + 1; below <= MAX_LEVEL; below++)
        above[below] = id;
    }
  return outline != NULL;
}

static gboolean
fail (const ZbPdfStream *stream, GError **error)
{
  zb_new_file_set_error (error, stream->errnum != 0 ? stream->errnum : EIO, "pdf");
  return FALSE;
}

gboolean
zb_paper_write_pdf (ZbPaper *paper, const ZbPdfInfo *info, int fd, guint64 total, const ZbWriteProgress *progress, GError **error)
{
  ZbPdfStream stream = { fd, 0 };
  cairo_surface_t *surface;
  cairo_t *cr;
  double width, height;
  gboolean done;

  zb_paper_size (paper, &width, &height);
  surface = cairo_pdf_surface_create_for_stream (on_write, &stream, width, height);
  /* Later ones may pack their objects, which are then out of the reach of zb_pdf_catalog_add(). */
  cairo_pdf_surface_restrict_to_version (surface, CAIRO_PDF_VERSION_1_4);
  set_metadata (surface, info);
  cr = cairo_create (surface);
  done = draw_pages (paper, cr, &stream, progress, total, error) && add_outline (paper, surface, error);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  /* A surface that is finished does not always tell of a write that failed on the way. */
  if (done && (stream.errnum != 0 || cairo_surface_status (surface) != CAIRO_STATUS_SUCCESS))
    done = fail (&stream, error);
  cairo_surface_destroy (surface);
  if (done && !zb_pdf_catalog_add (fd, CATALOG))
    {
      stream.errnum = errno;
      done = fail (&stream, error);
    }
  return done;
}

gboolean
zb_sheet_write_pdf (ZbSheet *sheet, int fd, const ZbWriteProgress *progress, GError **error)
{
  g_autoptr(ZbPaper) paper = zb_paper_new (sheet, error);
  const ZbPdfInfo info = { zb_sheet_title (sheet), sheet->author, zb_sheet_time_words (sheet) };

  return paper != NULL && zb_paper_write_pdf (paper, &info, fd, zb_sheet_n_rows (sheet), progress, error);
}
