/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/** ZbTestCondition: Returns: whether what a test waits for is there */
typedef gboolean (*ZbTestCondition) (gpointer data);

/**
 * zb_test_spin_until:
 *
 * Turns the main loop until @condition holds; fails the test after half a minute, which no sound
 * program needs. Never sleeps.
 */
void zb_test_spin_until (ZbTestCondition condition, gpointer data);

/** zb_test_spin_idle: turns the main loop until nothing waits. */
void zb_test_spin_idle (void);

/** zb_test_take_result: a #GAsyncReadyCallback; @user_data is a `GAsyncResult *` that gets a reference. */
void zb_test_take_result (GObject *source, GAsyncResult *result, gpointer user_data);

/** zb_test_wait: turns the main loop until zb_test_take_result() has taken one. Returns: (transfer full): it; @result is %NULL again */
GAsyncResult *zb_test_wait (GAsyncResult **result);

G_END_DECLS
