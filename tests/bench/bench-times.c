/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "bench-times.h"

#define N_TIMES 15
/* Of what takes seconds, which are longer than what disturbs them. */
#define N_LONG_TIMES 3
#define LONG_MS 1000
/* Of what takes longer still, the first run stands for all. */
#define VERY_LONG_MS 20000

typedef double (*Clock) (void);

double
bench_passing (void)
{
  return (double) g_get_monotonic_time () / 1e3;
}

static double
read_clock (clockid_t clock)
{
  struct timespec at;

  clock_gettime (clock, &at);
  return (double) at.tv_sec * 1e3 + (double) at.tv_nsec / 1e6;
}

double
bench_spent (void)
{
  return read_clock (CLOCK_PROCESS_CPUTIME_ID);
}

double
bench_spent_here (void)
{
  return read_clock (CLOCK_THREAD_CPUTIME_ID);
}

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double left = *(const double *) a, right = *(const double *) b;

  return left < right ? -1 : left > right;
}

double
bench_quantile (double *values, guint n, double share)
{
  qsort (values, n, sizeof *values, compare_doubles);
  return values[MIN (n - 1, (guint) (share * n))];
}

void
bench_print (const char *name, double value, const char *unit, double floor)
{
  printf ("%s\t%.3f\t%s\t", name, value, unit);
  if (floor > 0)
    printf ("%.3f\t%.2f\n", floor, value / floor);
  else
    printf ("-\t-\n");
  fflush (stdout);
}

static double
time_once (Clock clock, BenchWork work, gpointer data)
{
  double start = clock ();

  work (data);
  return clock () - start;
}

static double
time_of (Clock clock, BenchWork work, gpointer data)
{
  double times[N_TIMES];
  double first = time_once (clock, work, data);
  guint n = first > LONG_MS ? N_LONG_TIMES : N_TIMES;

  if (first > VERY_LONG_MS)
    return first;
  for (guint i = 0; i < n; i++)
    times[i] = time_once (clock, work, data);
  return bench_quantile (times, n, 0.5);
}

static void
report (Clock clock, const char *name, BenchWork work, BenchWork bare, gpointer data)
{
  double value = time_of (clock, work, data);

  bench_print (name, value, "ms", bare != NULL ? MAX (time_of (clock, bare, data), 0.001) : 0);
}

void
bench_report_spent (const char *name, BenchWork work, BenchWork bare, gpointer data)
{
  report (bench_spent, name, work, bare, data);
}

void
bench_report_passing (const char *name, BenchWork work, BenchWork bare, gpointer data)
{
  report (bench_passing, name, work, bare, data);
}
