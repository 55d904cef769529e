/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/jail/zb-jail.h"

#include <errno.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <stddef.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>

#if defined __x86_64__
#define ARCHITECTURE AUDIT_ARCH_X86_64
#elif defined __aarch64__
#define ARCHITECTURE AUDIT_ARCH_AARCH64
#elif defined __loongarch64 && defined AUDIT_ARCH_LOONGARCH64
#define ARCHITECTURE AUDIT_ARCH_LOONGARCH64
#endif

/* Sanitizers reserve terabytes and need calls that no parser needs. */
#if defined __SANITIZE_ADDRESS__ || defined __SANITIZE_THREAD__
#define IS_WATCHED 1
#else
#define IS_WATCHED 0
#endif

static void
limit (int what, rlim_t value)
{
  const struct rlimit both = { value, value };

  setrlimit ((__rlimit_resource_t) what, &both);
}

#ifdef ARCHITECTURE
#define LOAD(field) BPF_STMT (BPF_LD | BPF_W | BPF_ABS, offsetof (struct seccomp_data, field))
#define ALLOW(call) BPF_JUMP (BPF_JMP | BPF_JEQ | BPF_K, SYS_##call, 0, 1), BPF_STMT (BPF_RET | BPF_K, SECCOMP_RET_ALLOW)

static void
filter_calls (void)
{
  struct sock_filter filter[] = {
    LOAD (arch),
    BPF_JUMP (BPF_JMP | BPF_JEQ | BPF_K, ARCHITECTURE, 1, 0),
    BPF_STMT (BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EPERM),
    LOAD (nr),
    ALLOW (read), ALLOW (pread64), ALLOW (write), ALLOW (lseek), ALLOW (close), ALLOW (fstat), ALLOW (newfstatat),
    ALLOW (mmap), ALLOW (munmap), ALLOW (mremap), ALLOW (mprotect), ALLOW (madvise), ALLOW (brk), ALLOW (futex),
    ALLOW (getrandom), ALLOW (clock_gettime), ALLOW (getpid), ALLOW (gettid), ALLOW (tgkill),
    ALLOW (rt_sigaction), ALLOW (rt_sigprocmask), ALLOW (rt_sigreturn), ALLOW (exit), ALLOW (exit_group),
    BPF_STMT (BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EPERM),
  };
  const struct sock_fprog program = { G_N_ELEMENTS (filter), filter };

  if (prctl (PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0)
    prctl (PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program);
}
#else
static void
filter_calls (void)
{
}
#endif

void
zb_jail_enter (void)
{
  limit (RLIMIT_CORE, 0);
  limit (RLIMIT_FSIZE, 0);
  limit (RLIMIT_CPU, ZB_JAIL_MAX_SECONDS);
  if (IS_WATCHED)
    return;
  limit (RLIMIT_AS, ZB_JAIL_MAX_MEMORY);
  limit (RLIMIT_NOFILE, 8);
  filter_calls ();
}
