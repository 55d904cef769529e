/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/paper/zb-sheet-paper-private.h"

#include <string.h>

static void
paper_free (ZbPaper *paper)
{
  ZbSheetPaper *self = (ZbSheetPaper *) paper;

  zb_paper_font_free (self->title_font);
  zb_paper_font_free (self->header_font);
  zb_paper_font_free (self->cell_font);
  g_free (self->columns);
  g_free (self->cells);
  g_free (self->heights);
  g_array_unref (self->starts);
  g_string_free (self->scratch, TRUE);
  g_free (self);
}

/* The page that a row stands on, and how far below its top. */
static void
find_row (ZbSheetPaper *self, guint row, guint *out_page, double *out_y)
{
  guint page = 0;

  while (page + 1 < self->starts->len && g_array_index (self->starts, guint, page + 1) <= row)
    page++;
  *out_page = page;
  *out_y = ZB_PAPER_TOP + (page == 0 ? self->head_height : 0) + self->header_height;
  for (guint i = g_array_index (self->starts, guint, page); i < row; i++)
    *out_y += zb_sheet_paper_height_of (self, i);
}

GArray *
zb_sheet_paper_outline (ZbPaper *paper, GError **error)
{
  ZbSheetPaper *self = (ZbSheetPaper *) paper;
  g_autoptr(GArray) sections = zb_sheet_sections (self->sheet, error);
  GArray *outline;

  if (sections == NULL)
    return NULL;
  outline = zb_paper_outline_new ();
  if (sections->len == 0 && *zb_sheet_title (self->sheet) != '\0')
    zb_paper_outline_add (outline, 0, zb_sheet_title (self->sheet), 0, 0);
  for (guint i = 0; i < sections->len; i++)
    {
      const ZbSheetSection *section = &g_array_index (sections, ZbSheetSection, i);
      guint page;
      double y;

      find_row (self, section->row, &page, &y);
      /* The first comes with the title above it, the others with the header of the table where it is near. */
      zb_paper_outline_add (outline, section->level, section->name, page, section->row == 0 ? 0 : y);
    }
  return outline;
}

static const ZbPaperClass sheet_paper = { zb_sheet_paper_outline, zb_sheet_paper_draw, paper_free };

ZbPaper *
zb_sheet_paper_new_unpaged (ZbSheet *sheet, double play, GError **error)
{
  ZbSheetPaper *self = g_new0 (ZbSheetPaper, 1);
  g_autoptr(ZbPaper) paper = &self->paper;

  paper->klass = &sheet_paper;
  self->sheet = sheet;
  self->play = play;
  self->title_font = zb_paper_font_new_face (ZB_FACE_TITLE);
  self->header_font = zb_paper_font_new_face (ZB_FACE_CELL_HEADING);
  self->cell_font = zb_paper_font_new_face (ZB_FACE_CELL);
  self->n_columns = zb_sheet_n_columns (sheet);
  self->columns = g_new0 (ZbPaperColumn, MAX (self->n_columns, 1));
  self->cells = g_new0 (const char *, MAX (self->n_columns, 1));
  self->starts = g_array_new (FALSE, FALSE, sizeof (guint));
  self->scratch = g_string_new (NULL);
  return zb_sheet_paper_place (self, error) ? g_steal_pointer (&paper) : NULL;
}

/* Rows to be written in are 9 mm high or more, 8 mm do as well: where a few of them would stand alone on a last page, all are
 * as low as their letters allow, if that saves the page. */
#define LESS_TALL (8 * ZB_MM)
#define FEW_ROWS 4

static gboolean
save_page (ZbSheetPaper *self, GError **error)
{
  guint n = zb_sheet_n_rows (self->sheet), n_pages = self->starts->len;
  double least = MAX (LESS_TALL, (ZB_PAPER_LEADING + ZB_PAPER_ROW_PAD) * self->size);
  g_autofree float *heights = NULL;

  if (self->heights == NULL || n_pages < 2 || n - g_array_index (self->starts, guint, n_pages - 1) > FEW_ROWS || self->sheet->request->roster->row_height * ZB_MM <= LESS_TALL)
    return TRUE;
  heights = g_memdup2 (self->heights, n * sizeof *heights);
  for (guint row = 0; row < n; row++)
    if (self->heights[row] < self->row_height + 0.1)
      self->heights[row] = (float) MIN (self->heights[row], least);
  g_array_set_size (self->starts, 0);
  if (!zb_sheet_paper_paginate (self, error))
    return FALSE;
  if (self->starts->len < n_pages)
    return TRUE;
  memcpy (self->heights, heights, n * sizeof *heights);
  g_array_set_size (self->starts, 0);
  return zb_sheet_paper_paginate (self, error);
}

ZbPaper *
zb_paper_new (ZbSheet *sheet, GError **error)
{
  g_autoptr(ZbPaper) paper = zb_sheet_paper_new_unpaged (sheet, 1, error);
  ZbSheetPaper *self = (ZbSheetPaper *) paper;

  if (paper == NULL || !zb_sheet_paper_measure (self, error) || !zb_sheet_paper_paginate (self, error) || !save_page (self, error))
    return NULL;
  paper->n_pages = self->starts->len;
  return g_steal_pointer (&paper);
}
