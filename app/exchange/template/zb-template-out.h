/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/template/zb-mark.h"
#include "exchange/template/zb-template-error.h"

G_BEGIN_DECLS

/*
 * What the child process that looks into a form says to the program: frames of one byte of kind, four of length (little
 * endian) and a payload. The program trusts none of it.
 */

#define ZB_TEMPLATE_FRAME_HEAD 5
#define ZB_TEMPLATE_MAX_FRAME (1024 * 1024)

typedef enum {
  ZB_TEMPLATE_FRAME_MARK = 'M',  /* see zb_template_mark_decode() */
  ZB_TEMPLATE_FRAME_DATA = 'D',  /* bytes of the filled file */
  ZB_TEMPLATE_FRAME_END = 'Z',   /* one byte of what kind of file it is: x or d */
  ZB_TEMPLATE_FRAME_FAILED = 'E' /* one byte of #ZbTemplateError, then a message for the log */
} ZbTemplateFrame;

/**
 * ZbTemplatePlaceKind: where a mark stands.
 * @ZB_PLACE_CELL: @sheet and @ref of a cell
 * @ZB_PLACE_TABLE: the @a-th table of a text, its @b-th row, @c-th cell
 * @ZB_PLACE_PARAGRAPH: the @a-th paragraph outside of tables
 */
typedef enum {
  ZB_PLACE_CELL,
  ZB_PLACE_PARAGRAPH,
  ZB_PLACE_TABLE,
  ZB_PLACE_HEADER,
  ZB_PLACE_FOOTER,
  ZB_PLACE_TEXT_BOX,
  ZB_PLACE_CHART,
  ZB_PLACE_COMMENT,
  ZB_PLACE_NOTE,
  ZB_PLACE_PROPERTY,
  ZB_PLACE_FORMULA,
  ZB_PLACE_SHEET_NAME,
  ZB_N_PLACES
} ZbTemplatePlaceKind;

/**
 * ZbTemplatePlace:
 * @sheet, @ref: (nullable): of a workbook
 */
typedef struct {
  ZbTemplatePlaceKind kind;
  const char *sheet;
  const char *ref;
  guint a;
  guint b;
  guint c;
} ZbTemplatePlace;

/** ZbTemplateOut: the child's end. */
typedef struct _ZbTemplateOut ZbTemplateOut;

ZbTemplateOut *zb_template_out_new (int fd);
void zb_template_out_free (ZbTemplateOut *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZbTemplateOut, zb_template_out_free)

/** zb_template_out_marks: tells of the marks of a piece of text. @error: TOO_BIG */
gboolean zb_template_out_marks (ZbTemplateOut *self, const char *text, GArray *marks, const ZbTemplatePlace *place, GError **error);

/** zb_template_out_data: @error: FAILED */
gboolean zb_template_out_data (const void *data, gsize size, gpointer out, GError **error);

/** zb_template_out_finish: @reason: (nullable): %NULL when all went well */
gboolean zb_template_out_finish (ZbTemplateOut *self, char kind, const GError *reason);

/**
 * zb_template_mark_decode:
 * @out_text: (out): the mark as it stands in the form; borrowed from @payload, as the texts of the others are
 * @out_mark: (out): the texts are borrowed, not to be freed
 *
 * Reads a frame of a mark and checks all of it.
 */
gboolean zb_template_mark_decode (const guint8 *payload, gsize length, const char **out_text, ZbMark *out_mark, ZbTemplatePlace *out_place);

G_END_DECLS
