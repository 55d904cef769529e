/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dialogs/zb-record-list.h"

G_BEGIN_DECLS

/*
 * Teams, volunteers and certificates as lists with their forms.
 */

/**
 * ZbServiceScope: which records are shown: see ZbRecordListSpec.keeps.
 * @org: with what stands below it
 */
typedef struct {
  ZbRegistry *registry; /* (unowned) */
  gint64 org;
} ZbServiceScope;

/* Returns: (transfer floating): a list of all of them, to be given its scope by zb_record_list_set_data() */
GtkWidget *zb_service_teams_new (ZbRegistry *registry);
GtkWidget *zb_service_volunteers_new (ZbRegistry *registry);
GtkWidget *zb_service_certificates_new (ZbRegistry *registry);

/** zb_service_certify: asks what a certificate for @person needs, issues it and shows the paper. */
void zb_service_certify_person (GtkWidget *widget, ZbRegistry *registry, gint64 person);

G_END_DECLS
