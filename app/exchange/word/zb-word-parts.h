/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/word/zb-word-file.h"

G_BEGIN_DECLS

/* The parts of a Word file besides its text. Returns: (transfer full): XML */

#define ZB_WORD_HEAD "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
#define ZB_WORD_NAMESPACE "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
#define ZB_WORD_RELATION "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

char *zb_word_part_styles (const ZbWordPage *page);
char *zb_word_part_fonts (void);
char *zb_word_part_settings (const ZbWordPage *page);
char *zb_word_part_core (const char *title, const char *author);

/** zb_word_part_footer: @is_even: of the pages with an even number */
char *zb_word_part_footer (const ZbWordPage *page, gboolean is_even);

/** zb_word_part_section: the paper, for the end of the text. */
char *zb_word_part_section (const ZbWordPage *page);

G_END_DECLS
