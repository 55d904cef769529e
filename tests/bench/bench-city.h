/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bench-bare.h"
#include "zb-test-db.h"

G_BEGIN_DECLS

#define BENCH_CITY_BRANCHES 250
#define BENCH_CITY_PER_BRANCH 40
#define BENCH_CITY_PEOPLE (BENCH_CITY_BRANCHES * BENCH_CITY_PER_BRANCH)
#define BENCH_CITY_HOURS 2000000
/* One in so many has once two services at a time, and one in so many once a day that is longer than days are. */
#define BENCH_CITY_OVERLAPS 100
#define BENCH_CITY_TOO_MUCH 250

/**
 * BenchCity:
 * @bare: the same file behind the store's back
 * @branch: the first of the branches
 * @person: somebody of it, the first of 10,000 who stand one after the other
 *
 * A registry with a committee, its branches and their members.
 */
typedef struct {
  ZbTestDb *test;
  sqlite3 *bare;
  gint64 top;
  gint64 branch;
  gint64 person;
} BenchCity;

/** bench_city_new: it can be filled until bench_city_ready(). */
BenchCity *bench_city_new (ZbDate today);

/** bench_city_add_hours: five years of service of everybody, two million rows. */
void bench_city_add_hours (BenchCity *city);

/** bench_city_ready: as after a restart of the program, with everything safe on the disk. */
void bench_city_ready (BenchCity *city, ZbDate today);

void bench_city_free (BenchCity *city);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BenchCity, bench_city_free)

/* Pieces of the statements that fill tables. */
#define BENCH_COUNT(n_) "WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i + 1 < " G_STRINGIFY (n_) ") "
#define BENCH_UID(kind_) "printf ('%%08x-0000-7000-" kind_ "-%%012x', i / 65536, i)"
#define BENCH_HEAD "uid, stamp, device"

G_END_DECLS
