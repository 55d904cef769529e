/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <sqlite3.h>

G_BEGIN_DECLS

/*
 * The registry's file behind the store's back: to fill it with millions of rows, and for the bare statement that stands beside
 * what the store does.
 */

/** bench_bare_open: a connection of its own. Returns: (transfer full): to be closed with sqlite3_close() */
sqlite3 *bench_bare_open (const char *path);

/** bench_bare_begin_filling: what fails may lose everything, but is soon done; bench_bare_end_filling() makes it safe. */
void bench_bare_begin_filling (sqlite3 *sqlite);
void bench_bare_end_filling (sqlite3 *sqlite);

/** bench_bare_run: statements without answers; ends the program where one fails. */
void bench_bare_run (sqlite3 *sqlite, const char *format, ...) G_GNUC_PRINTF (2, 3);

/** bench_bare_drain: reads every column of every row of a query as text. */
void bench_bare_drain (sqlite3 *sqlite, const char *format, ...) G_GNUC_PRINTF (2, 3);

G_END_DECLS
