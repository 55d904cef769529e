/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What kind of list a file is, by its headings. */
#include "config.h"

#include <string.h>

#include "exchange/sheet/zb-import-private.h"
#include "exchange/sheet/zb-sheet-reader.h"

/* Rows of a sheet that are looked at, and how many known headings leave no doubt. */
#define LOOKED_AT 40
#define NO_DOUBT 3

/* What a heading that only lists of posts have counts for: their people have the headings of a list of members, too. */
#define TELLING 5

static guint
score_head (ZbImport *self, const ZbImportSheet *sheet)
{
  static const char *const telling[] = { "started_on", "ended_on", "document", "term", "how", "work", NULL };
  ZbImportHead head;
  guint score = 0;

  if (zb_import_find_head (self, sheet, &head))
    {
      score = head.score;
      for (guint i = 0; self->kind == &zb_kind_post && i < head.headings->len; i++)
        {
          const ZbField *field = g_array_index (head.headings, ZbImportHeading, i).field;

          score += field != NULL && g_strv_contains (telling, field->name) ? TELLING : 0;
        }
    }
  zb_import_head_clear (&head);
  return score;
}

/* The kind that knows most of the headings of a sheet; the first of those that know as many. */
static void
judge (ZbImport *self, const ZbImportSheet *sheet, const ZbKind **best, guint *best_score)
{
  for (const ZbKind *const *kind = zb_kinds (); *kind != NULL; kind++)
    {
      guint score;

      if (!zb_import_knows (*kind))
        continue;
      zb_import_set_kind (self, *kind);
      score = score_head (self, sheet);
      if (score > *best_score || (score == *best_score && score > 0 && *kind == &zb_kind_member))
        {
          *best = *kind;
          *best_score = score;
        }
    }
}

const ZbKind *
zb_import_tell_kind (ZbImport *self, const ZbKind *hint)
{
  const ZbKind *best = NULL;
  guint score = 0;

  for (guint i = 0; i < self->read->len && score < NO_DOUBT; i++)
    {
      const ZbImportSheet *sheet = g_ptr_array_index (self->read, i);

      judge (self, sheet, &best, &score);
      if (hint == NULL || best == hint || score == 0)
        continue;
      zb_import_set_kind (self, hint);
      if (score_head (self, sheet) == score)
        best = hint;
    }
  return best;
}

const ZbKind *
zb_import_guess_kind (const char *path, const char *sheet, GCancellable *cancellable, GError **error)
{
  g_autoptr(ZbSheetReader) reader = zb_sheet_reader_new (path, sheet, error);
  g_autoptr(ZbImport) self = zb_import_new_blank (NULL, &zb_kind_member, path);
  ZbImportSheet *at = NULL;
  const ZbKind *best = NULL;
  ZbSheetEvent event = { 0 };
  guint score = 0;

  if (reader == NULL)
    return NULL;
  while (event.kind != ZB_SHEET_FRAME_END && score < NO_DOUBT)
    {
      gboolean is_over;

      if (!zb_sheet_reader_next (reader, &event, cancellable, error))
        return NULL;
      is_over = event.kind == ZB_SHEET_FRAME_SHEET || event.kind == ZB_SHEET_FRAME_END;
      if (event.kind == ZB_SHEET_FRAME_MERGED && at != NULL)
        g_array_append_val (at->merged, event.merged);
      if (event.kind == ZB_SHEET_FRAME_ROW && at != NULL && zb_import_rows_size (at->rows) < LOOKED_AT)
        zb_import_rows_add (at->rows, event.row, event.cells, event.n_cells);
      if (at != NULL && (is_over || (event.kind == ZB_SHEET_FRAME_ROW && zb_import_rows_size (at->rows) == LOOKED_AT)))
        {
          judge (self, at, &best, &score);
          /* The rest of a long sheet is passed over. */
          at = NULL;
        }
      if (event.kind == ZB_SHEET_FRAME_SHEET)
        g_ptr_array_add (self->read, at = zb_import_sheet_new (event.name, event.from_1904));
    }
  if (best == NULL)
    g_set_error_literal (error, ZB_SHEET_ERROR, ZB_SHEET_ERROR_NO_TABLE, "no row of headings that means anything");
  return best;
}
