/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/zb-paper.h"
#include "exchange/zb-sheet.h"

G_BEGIN_DECLS

/**
 * ZbSheetSource:
 *
 * Where the rows of a sheet come from: the registry, or a test's own array.
 * @row: fills one text a column, borrowed until the next call
 * @section: (nullable): the organisation that a row belongs to: at @level 0 the branch, at 1 the group; %NULL for none
 * @letter: (nullable): what the rows around it have in common in their order: `四画`, `Z`; %NULL for nothing
 * @hold: (nullable): lets all rows show one moment, or ends that
 * @free: (nullable): of the data
 * @person: (nullable): id of the person whose row it is
 */
typedef struct {
  gboolean (*row) (gpointer data, guint row, const char **out_cells, GError **error);
  const char *(*section) (gpointer data, guint row, guint level);
  char *(*letter) (gpointer data, guint row);
  gboolean (*hold) (gpointer data, gboolean hold, GError **error);
  void (*free) (gpointer data);
  gint64 (*person) (gpointer data, guint row);
} ZbSheetSource;

struct _ZbSheet {
  ZbRosterRequest *request; /* (owned) */
  char *title;              /* (owned) */
  char *order_line;         /* (owned) */
  char *note_left;          /* (owned) */
  char *note_right;         /* (owned) */
  char *time_words;         /* (owned) (nullable): of which time it is true, for the properties of files */
  char *total;              /* (owned) */
  char *legend;             /* (owned): what the marks mean */
  char *export_note;        /* (owned) */
  char *author;             /* (owned) (nullable): the organisation that the file comes from, for its properties */
  char *subject;            /* (owned) (nullable): what stands for %s in the title, unless it is the organisation */
  char *org_name;           /* (owned) (nullable): the organisation that it is about */
  GPtrArray *branches;      /* (owned) (nullable) (element-type utf8): words for those that a member may belong to, in their order */
  char *private_columns;    /* (owned) (nullable): names of those that are shown in full */
  gboolean several;         /* the rows belong to several organisations */
  GArray *columns;          /* (owned) (element-type ZbSheetColumn): of all blocks */
  guint blocks;             /* rows that stand side by side */
  guint n_rows;
  const ZbSheetSource *source;
  gpointer data; /* (owned) (nullable): the source's */
};

/** zb_sheet_new_empty: a sheet of @request without columns and rows. Returns: (transfer full) */
ZbSheet *zb_sheet_new_empty (const ZbRosterRequest *request);

/**
 * zb_sheet_add_column:
 * @name: a field of the roster's kind, or one of the columns that are no field
 * @declared: (nullable): how the roster declares it
 *
 * Returns: %FALSE with @error when there is no such column: %ZB_DATA_ERROR_BAD_FIELD
 */
gboolean zb_sheet_add_column (ZbSheet *sheet, const char *name, const ZbRosterColumn *declared, GError **error);

/** zb_sheet_set_source: takes @data over. */
void zb_sheet_set_source (ZbSheet *sheet, const ZbSheetSource *source, gpointer data, guint n_rows);

/**
 * ZbSheetSection:
 * @name: (owned)
 * @row: the first of its rows
 * @level: 0, or 1 for a part of the one before
 *
 * Rows that stand together and belong together.
 */
typedef struct {
  char *name;
  guint row;
  guint level;
} ZbSheetSection;

/**
 * zb_sheet_sections:
 *
 * The branches of a list and their groups, where its order keeps them together; otherwise what the order itself has for
 * sections: numbers of strokes, first letters. Cost: of members a look-up a row, of what is worked out a reading of the rows.
 *
 * Returns: (transfer full) (element-type ZbSheetSection): empty where there are none
 */
GArray *zb_sheet_sections (ZbSheet *sheet, GError **error);

/** zb_sheet_time_words: of which time the list is true, for the properties of a file. */
const char *zb_sheet_time_words (ZbSheet *sheet);

/** zb_sheet_width_of: how wide a text stands, in Chinese characters: Latin letters and digits are half. */
double zb_sheet_width_of (const char *text);

/**
 * zb_sheet_needs_guard:
 *
 * Whether a text would lose its beginning when a file is read: `'=1+1`, `'0012`, `="a"`. An apostrophe is put before it, which
 * the import takes away again.
 */
gboolean zb_sheet_needs_guard (const char *text);

/** ZbWriteProgress: what the writers report to while they go on. */
typedef struct {
  ZbProgressFunc func;
  gpointer user_data;
  GCancellable *cancellable;
} ZbWriteProgress;

/** zb_write_progress_step: Returns: %FALSE with @error when the work was cancelled. Reports every thousandth row. */
gboolean zb_write_progress_step (const ZbWriteProgress *progress, guint64 done, guint64 total, GError **error);

/**
 * ZbPdfInfo:
 * @author: (nullable): the organisation that it comes from
 * @subject: (nullable): of which time it is true
 *
 * What a PDF says of itself.
 */
typedef struct {
  const char *title;
  const char *author;
  const char *subject;
} ZbPdfInfo;

/** zb_paper_write_pdf: any paper, with its bookmarks; @fd: open for reading, too. @total: what the progress counts up to. */
gboolean zb_paper_write_pdf (ZbPaper *paper, const ZbPdfInfo *info, int fd, guint64 total, const ZbWriteProgress *progress, GError **error);

gboolean zb_sheet_write_csv (ZbSheet *sheet, gboolean is_gb18030, int fd, const ZbWriteProgress *progress, GError **error);
gboolean zb_sheet_write_pdf (ZbSheet *sheet, int fd, const ZbWriteProgress *progress, GError **error);
gboolean zb_sheet_write_xlsx (ZbSheet *sheet, int fd, const ZbWriteProgress *progress, GError **error);

/** zb_sheet_write_word: in `exchange/word`. */
gboolean zb_sheet_write_word (ZbSheet *sheet, int fd, const ZbWriteProgress *progress, GError **error);

G_END_DECLS
