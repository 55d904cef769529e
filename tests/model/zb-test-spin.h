/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/** ZbTestCondition: Returns: whether what a test waits for is there */
typedef gboolean (*ZbTestCondition) (gpointer data);

/**
 * zb_test_spin_until:
 *
 * Turns the main loop until @condition holds of the data given; fails the test after two minutes, which no sound program needs even on
 * a loaded machine under the sanitizers, and says where it waited. Never sleeps.
 */
#define zb_test_spin_until(condition, ...) zb_test_spin_for ((condition), (__VA_ARGS__), G_STRLOC ": " #condition)

/** zb_test_spin_for: as zb_test_spin_until(); @what names in the failure what did not come. */
void zb_test_spin_for (ZbTestCondition condition, gpointer data, const char *what);

/** zb_test_spin_idle: turns the main loop until nothing waits. */
void zb_test_spin_idle (void);

/** zb_test_take_result: a #GAsyncReadyCallback; @user_data is a `GAsyncResult *` that gets a reference. */
void zb_test_take_result (GObject *source, GAsyncResult *result, gpointer user_data);

/** zb_test_wait: turns the main loop until zb_test_take_result() has taken one. Returns: (transfer full): it; @result is %NULL again */
GAsyncResult *zb_test_wait (GAsyncResult **result);

G_END_DECLS
