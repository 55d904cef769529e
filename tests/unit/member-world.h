/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/zb-member-columns.h"

/* The columns beside a plain array of the same invented people: whatever is asked of the columns is
 * worked out here row by row, in the simplest way, from the entries themselves. */

#define TODAY ((ZbDate) { 2026, 7, 1 })
#define N_BRANCHES 7
#define FIRST_GROUP 20

typedef struct {
  ZbMemberEntry entry;
  char name[64];
  char phone[32];
  char id_number[20];
  char reading[32];
} Person;

typedef struct {
  GPtrArray *people;        /* (owned) (element-type Person) */
  ZbOrgTree *tree;          /* (owned) */
  ZbMemberColumns *columns; /* (owned) */
} World;

/** tree_new: 1 is the committee, 2 a general branch over 3 and 4, 5 to 9 are branches, 20 and 21 groups of 5. */
ZbOrgTree *tree_new (void);

/** rand_new: numbers that the seed of the test run decides. */
GRand *rand_new (void);
guint pick (GRand *rand, guint n);
Person *person_new (gint64 id, GRand *rand);
World *world_new (guint n, GRand *rand);
void world_free (World *world);
const ZbMemberEntry *world_entry (World *world, guint i);

/** is_in_scope: the plain way of a query's scope. */
gboolean is_in_scope (const ZbMemberEntry *entry, const ZbMemberQuery *query);

/** assert_same: the columns answer @query (without its filter) as the plain way does, in the same order. */
void assert_same (World *world, const ZbMemberQuery *query);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (World, world_free)
