/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "service/zb-registry-private.h"

/* One report on its way from the thread that works to the main thread. */
typedef struct {
  ZbRegistryProgress progress;
  gpointer progress_data;
  GCancellable *cancellable; /* (owned) (nullable) */
  guint64 done;
  guint64 total;
} Told;

static gboolean
on_told (gpointer user_data)
{
  Told *told = user_data;

  if (told->cancellable == NULL || !g_cancellable_is_cancelled (told->cancellable))
    told->progress (told->done, told->total, told->progress_data);
  return G_SOURCE_REMOVE;
}

static void
told_free (gpointer user_data)
{
  Told *told = user_data;

  g_clear_object (&told->cancellable);
  g_free (told);
}

void
zb_registry_tell (guint64 done, guint64 total, gpointer user_data)
{
  ZbRegistryTeller *teller = user_data;
  gint64 now = g_get_monotonic_time ();
  Told *told;

  if (teller->progress == NULL || now - teller->last < G_USEC_PER_SEC / 20)
    return;
  teller->last = now;
  told = g_new0 (Told, 1);
  *told = (Told) { teller->progress, teller->progress_data, NULL, done, total };
  g_set_object (&told->cancellable, teller->cancellable);
  g_idle_add_full (G_PRIORITY_DEFAULT, on_told, told, told_free);
}
