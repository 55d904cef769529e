/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "zb-test-spin.h"

/* Only a test that hangs comes to its end: much longer than a loaded machine needs under the sanitizers. */
#define PATIENCE_SECONDS 20

static gboolean
on_too_late (gpointer user_data)
{
  *(gboolean *) user_data = TRUE;
  return G_SOURCE_REMOVE;
}

void
zb_test_spin_for (ZbTestCondition condition, gpointer data, const char *what)
{
  gboolean is_late = FALSE;
  guint timer = g_timeout_add_seconds (PATIENCE_SECONDS, on_too_late, &is_late);

  while (!condition (data))
    {
      g_main_context_iteration (NULL, TRUE);
      if (is_late)
        g_error ("what the test waits for has not come: %s", what);
    }
  g_source_remove (timer);
}

void
zb_test_spin_idle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    continue;
}

void
zb_test_take_result (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_set_object ((GAsyncResult **) user_data, result);
}

static gboolean
is_there (gpointer data)
{
  return *(GAsyncResult **) data != NULL;
}

GAsyncResult *
zb_test_wait (GAsyncResult **result)
{
  zb_test_spin_until (is_there, result);
  return g_steal_pointer (result);
}
