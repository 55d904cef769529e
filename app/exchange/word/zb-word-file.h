/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ZbWordNumbers:
 * @ZB_WORD_NO_NUMBERS: none
 * @ZB_WORD_NUMBERS_OF: 第 1 页　共 2 页, in the middle
 * @ZB_WORD_NUMBERS_DASHED: — 1 —, outside: odd pages on the right and even ones on the left
 *
 * Numbers of the pages, which Word counts itself.
 */
typedef enum {
  ZB_WORD_NO_NUMBERS,
  ZB_WORD_NUMBERS_OF,
  ZB_WORD_NUMBERS_DASHED
} ZbWordNumbers;

/**
 * ZbWordPage:
 * @width, @height: of the paper, points
 * @left, @right, @top, @bottom: what stays white, points
 * @foot: from the lower edge to the number of the page
 * @body_size, @body_pitch: letters of a paragraph as far apart as they are on paper, and from line to line
 * @cell_size, @cell_pitch: of the cells of tables; @cell_pitch 0: what the letters need
 * @title_size, @line_size: of the title and of lines under it; @note_size: of lines over and under a table
 * @number_size: of the number of the page
 * @has_grid: lines stand @body_pitch apart, as in 党政机关公文格式
 * @in_middle: what stands on a page stands in its middle
 * @foot_note: (nullable): a small line below the number of every page
 */
typedef struct {
  double width;
  double height;
  double left;
  double right;
  double top;
  double bottom;
  double foot;
  double body_size;
  double body_pitch;
  double cell_size;
  double cell_pitch;
  double title_size;
  double line_size;
  double note_size;
  double number_size;
  gboolean has_grid;
  gboolean in_middle;
  ZbWordNumbers numbers;
  const char *foot_note;
} ZbWordPage;

/**
 * ZbWordFile:
 *
 * A Word file on its way to the disk: parts of an archive, packed as they come. What the text is made of is appended to
 * zb_word_file_body() and handed on now and then, so that a list of any length costs no memory.
 */
typedef struct _ZbWordFile ZbWordFile;

/**
 * zb_word_file_new:
 * @author: (nullable): the organisation that it comes from
 * @error: of %ZB_STORE_ERROR: NO_SPACE …
 */
ZbWordFile *zb_word_file_new (int fd, const char *title, const char *author, const ZbWordPage *page, GError **error);
void zb_word_file_free (ZbWordFile *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZbWordFile, zb_word_file_free)

/** zb_word_file_body: Returns: (transfer none): takes what comes next, see zb-word-text.h */
GString *zb_word_file_body (ZbWordFile *self);

/** zb_word_file_flush: hands on what the body has gathered, when that is enough to be worth it. */
gboolean zb_word_file_flush (ZbWordFile *self, GError **error);

/** zb_word_file_add_picture: appends a paragraph with a JPEG of that size, points. */
void zb_word_file_add_picture (ZbWordFile *self, GBytes *jpeg, double width, double height, const char *description);

/** zb_word_file_finish: the rest of the file. Free it whatever the outcome. */
gboolean zb_word_file_finish (ZbWordFile *self, GError **error);

G_END_DECLS
