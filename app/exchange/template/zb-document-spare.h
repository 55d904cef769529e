/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/template/zb-filling.h"
#include "exchange/template/zb-texts.h"

G_BEGIN_DECLS

/*
 * Rows that a text document has prepared below its marked ones: as many cells, and empty. People use them up first.
 */

/**
 * ZbDocumentRows:
 * @marked: (element-type ZbXmlNode): rows of a table that repeat together
 * @texts: (element-type ZbTexts): those with marks
 */
typedef struct {
  const ZbXmlPart *xml;         /* (unowned) */
  const ZbTemplateData *data;   /* (unowned) */
  GPtrArray *texts;             /* (unowned) */
  GPtrArray *marked;            /* (owned) */
  guint n_people;               /* in the marked rows */
  GPtrArray *spare;             /* (owned) (element-type ZbXmlNode): the prepared ones below them, a multiple of the marked */
} ZbDocumentRows;

/** zb_document_rows_new: @last: of the marked rows; @most: how many times as many rows are looked for. Returns: (transfer full) */
ZbDocumentRows *zb_document_rows_new (const ZbXmlPart *xml, const ZbTemplateData *data, GPtrArray *texts, ZbXmlNode *first, ZbXmlNode *last, guint n_people, guint most);
void zb_document_rows_free (ZbDocumentRows *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZbDocumentRows, zb_document_rows_free)

/**
 * zb_document_rows_edit:
 * @order: of the people in them
 * @spare: which prepared rows the copy takes the place of, from 1; 0: it is added
 * @place: of the copy among all of them, from 0
 * @edits: for the marked rows, so that they look as those do
 *
 * Returns: (transfer full) (element-type ZbXmlNode): cells of the marked rows that were replaced as a whole
 */
GPtrArray *zb_document_rows_edit (ZbDocumentRows *self, const ZbFillingOrder *order, guint spare, guint place, ZbXmlEdits *edits);

/** zb_document_rows_numbers: numbers of the marked rows that go on in the prepared ones by one each, in their order. Returns: (transfer full) (element-type gint64) */
GArray *zb_document_rows_numbers (const ZbDocumentRows *self);

G_END_DECLS
