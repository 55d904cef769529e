/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <grp.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

G_BEGIN_DECLS

/** ZB_TEST_NOBODY: somebody who owns nothing, for what root may do anyway. */
#define ZB_TEST_NOBODY 65534

/** zb_test_become_nobody: gives up root's rights for good; without them, nothing is to be given up. */
static inline void
zb_test_become_nobody (void)
{
  if (geteuid () != 0)
    return;
  g_assert_true (setgroups (0, NULL) == 0 && setgid (ZB_TEST_NOBODY) == 0 && setuid (ZB_TEST_NOBODY) == 0);
  /* Sanitizers look at their own process. */
  prctl (PR_SET_DUMPABLE, 1);
}

/** zb_test_as_nobody: runs @check as a person without rights: root may do everything and would prove nothing.
 * @check: returns 0 when all is well; it may start no thread */
static inline void
zb_test_as_nobody (int (*check) (gpointer data), gpointer data)
{
  int status;
  pid_t child;

  if (geteuid () != 0)
    {
      g_assert_cmpint (check (data), ==, 0);
      return;
    }
  child = fork ();
  if (child == 0)
    {
      zb_test_become_nobody ();
      _exit (check (data));
    }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFEXITED (status));
  g_assert_cmpint (WEXITSTATUS (status), ==, 0);
}

G_END_DECLS
