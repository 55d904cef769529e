/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pages/members/zb-member-table.h"
#include "pages/members/zb-members-page.h"
#include "zb-test-registry.h"

G_BEGIN_DECLS

/**
 * ZbTestMembers: a registry of one branch and the members page on it, in a window of its own.
 * @said: the toasts, a line each
 */
typedef struct {
  ZbTestRegistry *here;
  GtkWidget *window;
  GtkWidget *page;
  ZbMemberTable *table;
  GString *said;
} ZbTestMembers;

/** zb_test_members_set_up: with the settings as they are at first; for g_test_add(), as the next one. */
void zb_test_members_set_up (ZbTestMembers *self, gconstpointer data);
void zb_test_members_tear_down (ZbTestMembers *self, gconstpointer data);

/** zb_test_members_add: enters a full member of the branch, with one more field unless @field is %NULL. Returns: the ID */
gint64 zb_test_members_add (ZbTestMembers *self, const char *name, const char *field, const char *value);

/** zb_test_members_names: names in the table, in its order, a blank after each. Returns: (transfer full) */
char *zb_test_members_names (ZbTestMembers *self);

#define zb_test_members_assert_names(self, expected) \
  G_STMT_START { \
    g_autofree char *names_ = zb_test_members_names (self); \
    g_assert_cmpstr (names_, ==, expected); \
  } G_STMT_END

void zb_test_members_select_only (ZbTestMembers *self, gint64 id);

/** zb_test_members_press_toggle: the toggle of the page that says @label, which must be there. */
void zb_test_members_press_toggle (ZbTestMembers *self, const char *label);

G_END_DECLS
