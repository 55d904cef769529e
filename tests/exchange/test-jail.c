/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <errno.h>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <glib.h>

#include "exchange/jail/zb-jail.h"

/* What a parser that a file has taken over could try. */

typedef gboolean (*Attempt) (void);

static gboolean
reads_a_file (void)
{
  return open ("/etc/passwd", O_RDONLY) >= 0;
}

static gboolean
writes_a_file (void)
{
  return open ("/tmp/zhibu-jail", O_WRONLY | O_CREAT, 0600) >= 0;
}

static gboolean
reaches_the_network (void)
{
  return socket (AF_INET, SOCK_STREAM, 0) >= 0;
}

static gboolean
starts_a_program (void)
{
  return execl ("/bin/true", "true", NULL) == 0 || fork () >= 0;
}

static gboolean
takes_much_memory (void)
{
  return mmap (NULL, ZB_JAIL_MAX_MEMORY, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) != MAP_FAILED;
}

static gboolean
takes_some_memory (void)
{
  return mmap (NULL, 100 * 1024 * 1024, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) != MAP_FAILED;
}

/* In a process of its own. Returns: whether @attempt succeeded behind the walls */
static gboolean
try_inside (Attempt attempt)
{
  pid_t child = fork ();
  int status = 0;

  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    {
      zb_jail_enter ();
      _exit (attempt () ? 1 : 0);
    }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFEXITED (status));
  return WEXITSTATUS (status) != 0;
}

static void
test_walls (void)
{
#if defined __SANITIZE_ADDRESS__
  g_test_skip ("a sanitizer needs what the walls forbid");
#else
  g_assert_false (try_inside (takes_much_memory));
  g_assert_true (try_inside (takes_some_memory));
#if defined __x86_64__ || defined __aarch64__
  g_assert_false (try_inside (reads_a_file));
  g_assert_false (try_inside (writes_a_file));
  g_assert_false (try_inside (reaches_the_network));
  g_assert_false (try_inside (starts_a_program));
#endif
#endif
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/jail/walls", test_walls);
  return g_test_run ();
}
