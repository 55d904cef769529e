/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <sqlite3.h>

/* How many meetings of a branch there are to each whose minutes were copied from an earlier one. */
#define BENCH_MINUTES_COPIED 50

/**
 * bench_minutes_register:
 *
 * Teaches a connection `minutes (branch, n)`: invented minutes of some 250 characters for its n-th meeting, counted from 0, each
 * time the same. They are made of the phrases that all minutes are made of, so that any two have much in common; those of
 * every fiftieth meeting are those of an earlier one with another date and another end.
 */
void bench_minutes_register (sqlite3 *sqlite);
