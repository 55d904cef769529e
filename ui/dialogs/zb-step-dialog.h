/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "service/zb-registry.h"

G_BEGIN_DECLS

#define ZB_TYPE_STEP_DIALOG (zb_step_dialog_get_type ())

/**
 * ZbStepDialog:
 *
 * Asks what a declared step needs, for one or many records, and does it; or sets one field of many.
 *
 * Signal `done (const char *words)`
 */
G_DECLARE_FINAL_TYPE (ZbStepDialog, zb_step_dialog, ZB, STEP_DIALOG, AdwWindow)

/** zb_step_dialog_new: @about: whom it concerns, in words: “张三”, “12 人” */
GtkWindow *zb_step_dialog_new (ZbRegistry *registry, const ZbKind *kind, const gint64 *ids, guint n_ids, const ZbStep *step,
                               const char *about);

/** zb_step_dialog_tell: what is to be seen above the questions. */
void zb_step_dialog_tell (ZbStepDialog *self, const char *words);

/**
 * ZbStepProposal:
 * @choice: (nullable): what the deciding question is answered with, %NULL at first
 *
 * Returns: (transfer full) (nullable): a record whose fields are proposed for the questions of the same names
 */
typedef ZbRecord *(*ZbStepProposal) (ZbRegistry *registry, gint64 id, const char *choice);

/**
 * zb_step_dialog_propose:
 * @deciding: name of the question on which the proposal depends; when it is answered in another way, what was proposed is proposed
 *   anew, and what was typed stays
 *
 * Fills in what the registry knows, to be changed by the user.
 */
void zb_step_dialog_propose (ZbStepDialog *self, const char *deciding, ZbStepProposal proposal);

/** zb_step_dialog_new_set_field: one field of many members, chosen in the dialog. */
GtkWindow *zb_step_dialog_new_set_field (ZbRegistry *registry, const ZbKind *kind, const gint64 *ids, guint n_ids,
                                         const char *about);

G_END_DECLS
