/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/zb-sheet.h"

G_BEGIN_DECLS

/**
 * ZbPaperFixture:
 *
 * A registry in a folder of its own with invented people: a committee with two branches, a group, a
 * secretary, a probationer, an activist, and one who has left.
 */
typedef struct {
  char *folder;
  ZbDb *db;
  gint64 committee;
  gint64 first;
  gint64 second;
  gint64 group;
} ZbPaperFixture;

#define ZB_TEST_DAY ((ZbDate) { 2026, 11, 24 })

void zb_paper_fixture_set_up (ZbPaperFixture *fixture, gconstpointer unused);
void zb_paper_fixture_tear_down (ZbPaperFixture *fixture, gconstpointer unused);

/** zb_paper_fixture_add: a member of @org by fields and values, %NULL at the end. Returns: the id */
gint64 zb_paper_fixture_add (ZbPaperFixture *fixture, gint64 org, gint64 group, ...) G_GNUC_NULL_TERMINATED;

/** zb_paper_fixture_do: a declared step. Pairs of names and stored values, %NULL at the end. */
void zb_paper_fixture_do (ZbPaperFixture *fixture, const ZbKind *kind, gint64 id, const char *step, ...) G_GNUC_NULL_TERMINATED;

/** zb_test_sheet: a sheet of the roster @name whose rows are given: cells in a row by TAB. */
ZbSheet *zb_test_sheet (const ZbRosterRequest *request, const char *const *columns, const char *const *rows, guint n_rows);

/** zb_test_cells: the row's cells with | between. Returns: (transfer full) */
char *zb_test_cells (ZbSheet *sheet, guint row);

/** zb_test_column: all cells of one column with a blank between. Returns: (transfer full) */
char *zb_test_column (ZbSheet *sheet, const char *name);

G_END_DECLS
