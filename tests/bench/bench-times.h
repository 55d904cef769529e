/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * What the benchmarks share: the clocks, the middle of what was measured, and the line in which it is told.
 */

/** BenchWork: one piece of work, done again and again. */
typedef void (*BenchWork) (gpointer data);

/** bench_passing: milliseconds of the day as it passes. */
double bench_passing (void);

/** bench_spent: milliseconds that the processors worked for this program: what others do beside it does not count. */
double bench_spent (void);

/** bench_spent_here: the same of this thread alone. */
double bench_spent_here (void);

/** bench_quantile: the value below which @share of the @n values lie; sorts them. */
double bench_quantile (double *values, guint n, double share);

/** bench_print: one line of tools/bench. @floor: of the bare work in the same run, 0 for none */
void bench_print (const char *name, double value, const char *unit, double floor);

/**
 * bench_report_spent:
 * @bare: (nullable): what the work cannot do without, alone
 *
 * Prints the middle of several runs, after one that warms up, beside that of @bare. For what reads.
 */
void bench_report_spent (const char *name, BenchWork work, BenchWork bare, gpointer data);

/** bench_report_passing: the same by the clock on the wall, for what waits until it is safe on the disk. */
void bench_report_passing (const char *name, BenchWork work, BenchWork bare, gpointer data);

G_END_DECLS
