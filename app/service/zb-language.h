/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * zb_language_start:
 *
 * Takes the language of the environment and finds the texts for it, in `$ZB_LOCALEDIR` when set.
 * A machine on which the wished locale was never generated speaks its language all the same, by
 * C.UTF-8 with `LANGUAGE`; and the plain C locale gets UTF-8, since names are Chinese in every language.
 * Thread: first thing in main, before any other thread and before GTK. Changes the environment.
 */
void zb_language_start (void);

G_END_DECLS
