/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "service/zb-registry.h"
#include "store/service/zb-service-list.h"

G_BEGIN_DECLS

/*
 * Service of an open registry. Saving, steps and history are those of every record: a meeting of service that is saved anew
 * is an activity; hours are credited and corrected by the steps declared with their kinds.
 */

/**
 * ZbServed: what somebody served in a year.
 * @branch: short name, "" unknown
 * @stars: 0 … 5
 */
typedef struct {
  gint64 person;
  char *name;
  char *branch;
  guint times;
  gint64 tenths;
  gint64 all;
  guint stars;
} ZbServed;

void zb_served_free (ZbServed *served);

/** zb_registry_service_async: @org: with what stands below it, 0 all; on the reader */
void zb_registry_service_async (ZbRegistry *self, gint64 org, int year, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);

/**
 * zb_registry_service_finish:
 * @out_served: (out) (transfer full) (element-type ZbServed): who served in the year, in the order of their names
 *
 * Returns: (transfer full) (nullable) (element-type ZbServiceLine): activities of every year, the latest first
 */
GPtrArray *zb_registry_service_finish (ZbRegistry *self, GAsyncResult *result, GPtrArray **out_served, GError **error);

/** zb_registry_activity_of: Returns: (transfer full) (nullable): the service activity that a meeting is */
ZbRecord *zb_registry_activity_of (ZbRegistry *self, gint64 meeting);

/** zb_registry_activity_findings: see zb_check_activity(). Returns: (transfer full) (nullable) (element-type ZbFinding) */
GPtrArray *zb_registry_activity_findings (ZbRegistry *self, gint64 activity);

/** zb_registry_sign_up_async: see zb_service_activities_sign_up(); finished by zb_registry_write_finish(). */
void zb_registry_sign_up_async (ZbRegistry *self, gint64 activity, const gint64 *people, guint n_people, const char *shift, GCancellable *cancellable,
                                GAsyncReadyCallback callback, gpointer user_data);

/** zb_registry_hours_findings: see zb_check_hours(), of the day of hours that are there. Returns: (transfer full) (nullable) (element-type ZbFinding) */
GPtrArray *zb_registry_hours_findings (ZbRegistry *self, const ZbRecord *hours);

/** zb_registry_hours_notice: what is to be looked at in hours that are being entered, unsaved: too many on the day, or at the same time as others. Returns: (transfer full) (nullable) */
char *zb_registry_hours_notice (ZbRegistry *self, const ZbRecord *draft);

/** zb_registry_service_words: what a person has served, in words; %NULL for nothing. Returns: (transfer full) (nullable) */
char *zb_registry_service_words (ZbRegistry *self, gint64 person);

G_END_DECLS
