/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/zb-template.h"
#include "service/zb-words.h"

G_BEGIN_DECLS

/** zb_words_template: the words for an error of %ZB_TEMPLATE_ERROR: what a file is instead of a form. */
void zb_words_template (const GError *error, ZbWords *out_words);

/** zb_words_field: what the window calls a field; see #ZbTemplateLabel. */
const char *zb_words_field (const ZbField *field);

/** zb_words_template_place: where a mark stands: “党员!B5”, “第 1 个表格第 2 行第 3 格”, “页眉”. Returns: (transfer full) */
char *zb_words_template_place (const ZbTemplatePlace *place);

/** zb_words_template_trouble: what is wrong with a mark, and what may have been meant; "" for a good one. Returns: (transfer full) */
char *zb_words_template_trouble (const ZbTemplateMark *mark);

/** zb_words_template_refused: why a form is not taken in, all marks in one sentence. Returns: (transfer full) */
char *zb_words_template_refused (const ZbTemplateCheck *check);

G_END_DECLS
