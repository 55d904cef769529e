/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "exchange/zb-sheet-error.h"

G_BEGIN_DECLS

/**
 * ZbTextFile:
 *
 * A text file as UTF-8, whatever it was written in: UTF-8 with or without mark, UTF-16 either way,
 * GB18030 (which holds GBK and GB 2312). The encoding is told by the whole content. Runs in the child
 * process only.
 */
typedef struct _ZbTextFile ZbTextFile;

/** zb_text_file_open: @fd: a file that can be read at any place; not closed. @error: NOT_A_SHEET, DAMAGED (cut inside a character) */
ZbTextFile *zb_text_file_open (int fd, GError **error);
void zb_text_file_free (ZbTextFile *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZbTextFile, zb_text_file_free)

/** zb_text_file_encoding: name of what it was written in. */
const char *zb_text_file_encoding (ZbTextFile *self);

/**
 * zb_text_file_read:
 * @out: replaced by more whole characters of text; empty at the end
 * @error: NOT_A_SHEET when it is no text after all
 */
gboolean zb_text_file_read (ZbTextFile *self, GString *out, GError **error);

G_END_DECLS
