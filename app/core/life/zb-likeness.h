/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** How many marks of a text stand for it where many texts are looked through. */
#define ZB_LIKENESS_MARKS 24

/**
 * ZbLikeness:
 * @whole: of the text as it is: equal for texts that are equal word for word
 * @n: how many different groups of three characters the text has
 * @groups: (array length=n): their hashes, ascending
 *
 * What a text is made of, so that it can be compared with others. Figures, Chinese ones too, punctuation, spaces and
 * Latin letters are passed over: of two texts that differ in dates only the groups are the same.
 */
typedef struct {
  guint64 whole;
  guint n;
  guint32 groups[];
} ZbLikeness;

/** zb_likeness_new: Cost: a sort of the text's characters. Returns: (transfer full): to be freed with g_free() */
ZbLikeness *zb_likeness_new (const char *text);

/**
 * zb_likeness_share:
 *
 * How much of two texts is the same: groups in both by the groups of one of the two on average, from 0 to 1. Cost: one pass over both.
 */
double zb_likeness_share (const ZbLikeness *one, const ZbLikeness *other);

/** zb_likeness_marks: how many of the first groups stand for the text: whoever is much alike shares some of them. */
guint zb_likeness_marks (const ZbLikeness *likeness);

G_END_DECLS
