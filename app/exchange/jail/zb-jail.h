/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** ZB_JAIL_MAX_MEMORY: address space of the child process; a workbook of a million rows of fifteen columns needs less than 100 MB, a page of them 200. */
#define ZB_JAIL_MAX_MEMORY (G_GUINT64_CONSTANT (512) << 20)

/** ZB_JAIL_MAX_SECONDS: processor time of the child process; a million rows of fifteen columns need ten. */
#define ZB_JAIL_MAX_SECONDS 90

/**
 * zb_jail_enter:
 *
 * From here on this process has limited memory and time, can write no file and open none, start no
 * program and reach no network. Limits always; what the kernel's filter for system calls gives, where
 * there is one. What is forbidden fails as if not permitted.
 */
void zb_jail_enter (void);

G_END_DECLS
