/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/life/zb-seats.h"

guint
zb_seat_of_rank (guint n, guint rank, gboolean right_first)
{
  /* The left hand of who faces the hall is on the right of who looks at them. */
  guint middle = (n - 1) / 2, seat = rank % 2 == 1 ? middle + (rank + 1) / 2 : middle - rank / 2;

  g_return_val_if_fail (rank < n, 0);
  return right_first ? n - 1 - seat : seat;
}
