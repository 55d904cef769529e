/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "service/zb-registry.h"

G_BEGIN_DECLS

#define ZB_TYPE_LOG_ENTRY (zb_log_entry_get_type ())

/**
 * ZbLogEntry:
 *
 * One set of the log as a list shows it: what was done, when and by whom, in words.
 */
G_DECLARE_FINAL_TYPE (ZbLogEntry, zb_log_entry, ZB, LOG_ENTRY, GObject)

/** zb_log_entry_new: @set: (transfer full) */
ZbLogEntry *zb_log_entry_new (ZbHistorySet *set);

const ZbHistorySet *zb_log_entry_get_set (ZbLogEntry *self);
/** zb_log_entry_get_words: what was done: “转正：张三” */
const char *zb_log_entry_get_words (ZbLogEntry *self);
/** zb_log_entry_get_about: when and by whom, and whether it was taken back */
const char *zb_log_entry_get_about (ZbLogEntry *self);
/** zb_log_entry_matches: whether @text stands in it; @text (nullable) matches everything. */
gboolean zb_log_entry_matches (ZbLogEntry *self, const char *text);

G_END_DECLS
