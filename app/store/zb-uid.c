/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/zb-uid.h"

#include <sys/random.h>

static void
fill_with_chance (guint8 *bytes, gsize n)
{
  gsize done = 0;

  while (done < n)
    {
      gssize got = getrandom (bytes + done, n - done, 0);

      if (got > 0)
        done += (gsize) got;
    }
}

static gint64
time_of (const guint8 *bytes)
{
  gint64 ms = 0;

  for (guint i = 0; i < 6; i++)
    ms = ms << 8 | bytes[i];
  return ms;
}

/* The same millisecond again, or an earlier one: the next number, a random step further, so that nobody
 * can guess it. Version and variant bits are passed over. */
static void
step_on (guint8 bytes[16])
{
  static const guint8 digits[16] = { 8, 8, 8, 8, 8, 8, 4, 8, 6, 8, 8, 8, 8, 8, 8, 8 };
  guint8 chance[3];
  guint64 carry;

  fill_with_chance (chance, sizeof chance);
  carry = 1 + ((guint64) chance[0] | (guint64) chance[1] << 8 | (guint64) chance[2] << 16);
  for (int i = 15; i >= 0 && carry > 0; i--)
    {
      guint8 mask = (guint8) (0xff >> (8 - digits[i]));
      guint64 sum = (bytes[i] & mask) + carry;

      bytes[i] = (guint8) ((bytes[i] & ~mask) | (sum & mask));
      carry = sum >> digits[i];
    }
}

void
zb_uid_make (ZbUidMaker *maker, gint64 now_ms, char out[ZB_UID_LENGTH + 1])
{
  static const char hex[] = "0123456789abcdef";
  guint8 *bytes = maker->last;
  char *p = out;

  if (now_ms > time_of (bytes))
    {
      fill_with_chance (bytes, 16);
      for (guint i = 0; i < 6; i++)
        bytes[i] = (guint8) (now_ms >> (40 - 8 * i));
      bytes[6] = (guint8) (0x70 | (bytes[6] & 0x0f));
      bytes[8] = (guint8) (0x80 | (bytes[8] & 0x3f));
    }
  else
    step_on (bytes);
  for (guint i = 0; i < 16; i++)
    {
      if (i == 4 || i == 6 || i == 8 || i == 10)
        *p++ = '-';
      *p++ = hex[bytes[i] >> 4];
      *p++ = hex[bytes[i] & 0x0f];
    }
  *p = '\0';
}
