/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/paper/zb-paper-font.h"
#include "exchange/zb-paper.h"

G_BEGIN_DECLS

/**
 * ZbPaperOutline:
 * @text: (owned)
 * @page: 0 …
 * @y: from the top of the page, points
 * @level: 0 for what stands at the top of the outline, then one more than what it belongs to
 *
 * A bookmark: what begins where.
 */
typedef struct {
  char *text;
  guint page;
  double y;
  guint level;
} ZbPaperOutline;

/** zb_paper_outline_new: Returns: (transfer full) (element-type ZbPaperOutline): an empty outline */
GArray *zb_paper_outline_new (void);
void zb_paper_outline_add (GArray *outline, guint level, const char *text, guint page, double y);

/**
 * ZbPaperClass: what lists and documents do each in their way.
 * @outline: Returns: (transfer full) (nullable): see zb_paper_outline_new(); %NULL with @error set
 */
typedef struct {
  GArray *(*outline) (ZbPaper *paper, GError **error);
  gboolean (*draw) (ZbPaper *paper, cairo_t *cr, guint page, GError **error);
  void (*free) (ZbPaper *paper);
} ZbPaperClass;

/** The beginning of every paper. */
struct _ZbPaper
{
  const ZbPaperClass *klass;
  double width; /* of the pages, points */
  double height;
  guint n_pages;
  double letters;       /* points of the cells of a list, as they are and as they were asked for */
  double letters_asked;
};

/** A4 and A3, upright, points. */
#define ZB_A4_WIDTH 595.276
#define ZB_A4_HEIGHT 841.890
#define ZB_A3_HEIGHT 1190.551

/** ZB_MM: points of a millimetre. */
#define ZB_MM (72 / 25.4)

/** Where the line of a Chinese character stands below its middle, in sizes. */
#define ZB_PAPER_BASELINE 0.37

/**
 * ZbPaperFace:
 * @ZB_FACE_TITLE: 小标宋
 * @ZB_FACE_BODY: 仿宋
 * @ZB_FACE_HEADING: 黑体
 * @ZB_FACE_SUBHEADING: 楷体
 * @ZB_FACE_CELL: 宋体
 * @ZB_FACE_CELL_HEADING: 黑体, bold
 *
 * The faces of official papers, each with what stands in for it where it is not installed.
 */
typedef enum {
  ZB_FACE_TITLE,
  ZB_FACE_BODY,
  ZB_FACE_HEADING,
  ZB_FACE_SUBHEADING,
  ZB_FACE_CELL,
  ZB_FACE_CELL_HEADING,
  ZB_N_FACES
} ZbPaperFace;

ZbPaperFont *zb_paper_font_new_face (ZbPaperFace face);

G_END_DECLS
