/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * The values of the change log: one flat JSON object of texts and nulls, always written the same way,
 * so that equal values are equal texts.
 */

/** zb_change_json_open, zb_change_json_add, zb_change_json_close: write into @out, which is emptied first. */
void zb_change_json_open (GString *out);
void zb_change_json_add (GString *out, const char *name, const char *value);
void zb_change_json_close (GString *out);

/**
 * ZbChangeReader:
 *
 * Walks through the members of such an object. Set @p to the text, the rest to zero.
 */
typedef struct {
  const char *p;      /* (unowned) */
  gboolean is_broken; /* the text is not what the log writes */
  gboolean is_inside;
  GString *name;      /* (owned) (nullable) */
  GString *value;     /* (owned) (nullable) */
} ZbChangeReader;

/**
 * zb_change_reader_next:
 * @out_name, @out_value: (out): borrowed until the next call; @out_value is %NULL for null
 *
 * Returns: %FALSE at the end, or when the text is broken
 */
gboolean zb_change_reader_next (ZbChangeReader *self, const char **out_name, const char **out_value);
void zb_change_reader_clear (ZbChangeReader *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ZbChangeReader, zb_change_reader_clear)

G_END_DECLS
