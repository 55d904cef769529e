/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * zb_seat_of_rank:
 * @n: seats of the row
 * @rank: 0 for the first in the order of protocol
 * @right_first: the second sits on the right hand of the first instead of the left
 *
 * Where somebody sits in a row that faces the hall, counted from the left of those who look at it. The first sits in the middle, the
 * second on the left hand of the first (左为上), the third on the right hand, and so on outwards; of an even number the first two share
 * the middle.
 *
 * Returns: 0 … @n − 1
 */
guint zb_seat_of_rank (guint n, guint rank, gboolean right_first);

G_END_DECLS
