/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <pwd.h>
#include <string.h>
#include <sys/random.h>
#include <unistd.h>

#include "store/zb-db-private.h"

/* Random bytes; where the kernel gives none, the process's own generator does: uniqueness, not secrecy, is asked. */
void
zb_uid_fill (guint8 *out, gsize n)
{
  if (getrandom (out, n, 0) == (gssize) n)
    return;
  for (gsize i = 0; i < n; i++)
    out[i] = (guint8) g_random_int ();
}

char *
zb_uid_new_from (const guint8 random[ZB_UID_RANDOM])
{
  guint64 ms = (guint64) (g_get_real_time () / 1000);
  guint8 b[16];
  char *out = g_malloc (37);
  gsize at = 0;

  memcpy (b + 6, random, ZB_UID_RANDOM);
  for (int i = 0; i < 6; i++)
    b[i] = (guint8) (ms >> (8 * (5 - i)));
  b[6] = (guint8) ((b[6] & 0x0f) | 0x70);
  b[8] = (guint8) ((b[8] & 0x3f) | 0x80);
  for (int i = 0; i < 16; i++)
    {
      if (i == 4 || i == 6 || i == 8 || i == 10)
        out[at++] = '-';
      out[at++] = "0123456789abcdef"[b[i] >> 4];
      out[at++] = "0123456789abcdef"[b[i] & 15];
    }
  out[at] = '\0';
  return out;
}

char *
zb_uid_new (void)
{
  guint8 random[ZB_UID_RANDOM];

  zb_uid_fill (random, sizeof random);
  return zb_uid_new_from (random);
}

gint64
zb_stamp_next (ZbDb *db)
{
  gint64 now = g_get_real_time () / 1000 << 16;

  db->last_stamp = MAX (now, db->last_stamp + 1);
  return db->last_stamp;
}

char *
zb_time_now (void)
{
  g_autoptr(GDateTime) now = g_date_time_new_now_utc ();

  return g_date_time_format (now, "%Y-%m-%dT%H:%M:%SZ");
}

const char *
zb_who (void)
{
  struct passwd entry, *found = NULL;
  char buffer[4096];
  const char *name;

  /* One without an account, as in a container: GLib would warn of it on standard error. */
  if (getpwuid_r (getuid (), &entry, buffer, sizeof buffer, &found) == 0 && found == NULL)
    return (name = g_getenv ("USER")) != NULL && *name != '\0' ? name : "somebody";
  name = g_get_real_name ();
  return name != NULL && *name != '\0' && strcmp (name, "Unknown") != 0 ? name : g_get_user_name ();
}
