/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/zb-steps-private.h"

G_BEGIN_DECLS

/**
 * zb_service_certify:
 * @record: of the service_certificate kind, unsaved: person, first and last day, and who handles it
 *
 * Issues a certificate of service (民政部令第67号) into the register: the next number of its year (2026-0001) unless one was
 * given, the name and branch of the day, and hours and contents of the period summed from what is recorded; those
 * are never given by hand. What is not known of issuer and telephone stays empty, to be written in.
 *
 * @error: MISSING; REFUSED (`no-hours-to-certify`, `number-issued`, `in-future`, `reversed`)
 */
gboolean zb_service_certify (ZbChangeSet *set, ZbRecord *record, GError **error);

/** zb_step_apply_certify: the step that issues one to a member. */
gboolean zb_step_apply_certify (ZbStepRun *run, GError **error);

G_END_DECLS
