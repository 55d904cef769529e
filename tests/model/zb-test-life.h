/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "service/zb-registry-life.h"
#include "zb-test-registry.h"

G_BEGIN_DECLS

/*
 * Organisational life in a registry that is open, saved as the window saves it.
 */

/** zb_test_life_member: a full member of the branch since 2011. Returns: the id */
gint64 zb_test_life_member (ZbTestRegistry *test, const char *name);

/** zb_test_life_save: saves a record of any kind; pairs of field and stored value, %NULL at the end. Returns: the id */
gint64 zb_test_life_save (ZbTestRegistry *test, const ZbKind *kind, ...) G_GNUC_NULL_TERMINATED;

/** zb_test_life_meeting: a meeting of the branch that was held on @day, with its roll. Returns: the id */
gint64 zb_test_life_meeting (ZbTestRegistry *test, const char *kind, const char *day);

/** zb_test_life_day: a day of last year, which is over whenever the test runs: `03-05`. Returns: (transfer full) */
char *zb_test_life_day (ZbTestRegistry *test, const char *month_and_day);

G_END_DECLS
