/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/zb-import.h"
#include "zb-test-db.h"

G_BEGIN_DECLS

/** ImportFixture: a registry and a folder for files. */
typedef struct {
  ZbTestDb *db;
  char *folder;
} ImportFixture;

void import_fixture_set_up (ImportFixture *self, gconstpointer data);
void import_fixture_tear_down (ImportFixture *self, gconstpointer data);

/** import_file: a file in the folder with these bytes; length −1: to the NUL. Returns: (transfer full): its path */
char *import_file (ImportFixture *self, const char *name, const char *text, gssize length);

/** import_open: reads and checks a file of members; nothing may fail. */
ZbImport *import_open (ImportFixture *self, const char *path);

/** import_text: import_open() of a CSV in UTF-8 with this text. */
ZbImport *import_text (ImportFixture *self, const char *text);

/** import_sheets: has make-sheets.py write the lists that are laid out as offices do. Returns: (transfer full): path of the one called @name */
char *import_sheets (ImportFixture *self, const char *name);

/** import_take: commits; nothing may fail. Returns: the change set */
gint64 import_take (ZbImport *import);

/** import_expect: `new updated same skipped errors` */
void import_expect (ZbImport *import, guint fresh, guint updated, guint same, guint skipped, guint errors);

/** import_rules: every problem as `row column rule`, a `!` behind errors, one a line. Returns: (transfer full) */
char *import_rules (ZbImport *import);

/** import_has: whether a problem of this row and rule is there. */
gboolean import_has (ZbImport *import, guint row, const char *rule);

/** import_member: the stored value of a field of the only living member of this name. Returns: (transfer full) (nullable) */
char *import_member (ImportFixture *self, const char *name, const char *field);

/** import_assert: @expected: (nullable): what import_member() gives */
void import_assert (ImportFixture *self, const char *name, const char *field, const char *expected);

/** import_count: living records of a kind. */
gint64 import_count (ImportFixture *self, const ZbKind *kind);

G_END_DECLS
