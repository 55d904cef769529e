/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/zb-history.h"
#include "zb-test-db.h"

G_BEGIN_DECLS

/** TODAY: the day on which everything here is entered. */
#define TODAY "2026-11-20"

/** UndoFixture: a registry with one branch in it; at its end the check must find nothing that is wrong. */
typedef struct {
  ZbTestDb *test;
  ZbDb *db;
  gint64 branch;
} UndoFixture;

void undo_set_up (UndoFixture *self, gconstpointer data);
void undo_tear_down (UndoFixture *self, gconstpointer data);

/** undo_begin: an import by hand. @kind: of what it is a list */
ZbChangeSet *undo_begin (UndoFixture *self, const char *kind);

/** undo_finish: commits and frees @set. Returns: its id */
gint64 undo_finish (ZbChangeSet *set);

/** undo_insert: a new record in @set; pairs of field and stored value, %NULL at the end. Returns: its id */
gint64 undo_insert (ZbChangeSet *set, const ZbKind *kind, const char *field, ...) G_GNUC_NULL_TERMINATED;

/** undo_enter: somebody, as the import of a roster enters him. */
gint64 undo_enter (ZbChangeSet *set, const char *name, gint64 org);
void undo_change (ZbChangeSet *set, const ZbKind *kind, gint64 id, const char *field, const char *value);

/** undo_checked: takes back what is left of an import, after the question what that would be, which must say the same and change nothing. */
ZbHistoryRest *undo_checked (UndoFixture *self, gint64 set);

/** undo_kept_text: `title (what): reason by_kind` of each that is kept, sorted, `; ` between. Returns: (transfer full) */
char *undo_kept_text (const ZbHistoryRest *rest);

#define undo_assert_rest(rest, new, changed, along, text) \
  G_STMT_START { \
    g_autofree char *kept_ = undo_kept_text (rest); \
    g_assert_cmpstr (kept_, ==, text); \
    g_assert_cmpuint ((rest)->n_new, ==, new); \
    g_assert_cmpuint ((rest)->n_changed, ==, changed); \
    g_assert_cmpuint ((rest)->n_along, ==, along); \
  } G_STMT_END

gboolean undo_is_there (UndoFixture *self, const ZbKind *kind, gint64 id);
guint undo_count_of (UndoFixture *self, const ZbKind *kind);

G_END_DECLS
