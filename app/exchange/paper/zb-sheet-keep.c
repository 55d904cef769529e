/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/paper/zb-row-source.h"

/* Rows that are kept, so that they can leave the thread whose connection they came from. */

typedef struct {
  GStringChunk *chunk; /* (owned) */
  GPtrArray *texts;    /* (owned): row by row, of the chunk */
  guint n_columns;
} Kept;

static void
kept_free (gpointer data)
{
  Kept *self = data;

  g_ptr_array_unref (self->texts);
  g_string_chunk_free (self->chunk);
  g_free (self);
}

static gboolean
kept_row (gpointer data, guint row, const char **out_cells, GError **error)
{
  Kept *self = data;

  for (guint i = 0; i < self->n_columns; i++)
    out_cells[i] = g_ptr_array_index (self->texts, row * self->n_columns + i);
  return TRUE;
}

static const ZbSheetSource kept_source = { .row = kept_row, .free = kept_free };

gboolean
zb_sheet_is_worked_out (const ZbRoster *roster)
{
  return zb_row_source_for (roster) != &zb_row_source_people;
}

gboolean
zb_sheet_keep (ZbSheet *sheet, GCancellable *cancellable, GError **error)
{
  guint n = zb_sheet_n_columns (sheet), n_rows = sheet->n_rows;
  g_autofree const char **cells = g_new0 (const char *, MAX (n, 1));
  Kept *kept = g_new0 (Kept, 1);

  kept->chunk = g_string_chunk_new (4096);
  kept->texts = g_ptr_array_sized_new (n_rows * n);
  kept->n_columns = n;
  for (guint row = 0; row < n_rows; row++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error) || !zb_sheet_row (sheet, row, cells, error))
        {
          kept_free (kept);
          return FALSE;
        }
      for (guint i = 0; i < n; i++)
        g_ptr_array_add (kept->texts, g_string_chunk_insert_const (kept->chunk, cells[i] != NULL ? cells[i] : ""));
    }
  zb_sheet_set_source (sheet, &kept_source, kept, n_rows);
  return TRUE;
}
