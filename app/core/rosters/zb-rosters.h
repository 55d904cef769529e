/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/zb-roster.h"

G_BEGIN_DECLS

/* The rosters as they are declared; zb_rosters() lists them. */
extern const ZbRoster zb_roster_members;
extern const ZbRoster zb_roster_former;
extern const ZbRoster zb_roster_probationary;
extern const ZbRoster zb_roster_activists;
extern const ZbRoster zb_roster_groups;
extern const ZbRoster zb_roster_committee;
extern const ZbRoster zb_roster_contacts;
extern const ZbRoster zb_roster_medal50;
extern const ZbRoster zb_roster_letters;
extern const ZbRoster zb_roster_organizations;
extern const ZbRoster zb_roster_terms;
extern const ZbRoster zb_roster_sign_in;
extern const ZbRoster zb_roster_sign_in_people;
extern const ZbRoster zb_roster_attendance;
extern const ZbRoster zb_roster_study_person;
extern const ZbRoster zb_roster_study_hours;
extern const ZbRoster zb_roster_meeting_year;
extern const ZbRoster zb_roster_make_up;
extern const ZbRoster zb_roster_meetings;
extern const ZbRoster zb_roster_plan;
extern const ZbRoster zb_roster_appraisal;
extern const ZbRoster zb_roster_talks;
extern const ZbRoster zb_roster_problems;
extern const ZbRoster zb_roster_swearers;
extern const ZbRoster zb_roster_birthdays;
extern const ZbRoster zb_roster_wishes;
extern const ZbRoster zb_roster_wishes_internal;
extern const ZbRoster zb_roster_wish_form;
extern const ZbRoster zb_roster_wish_collection;
extern const ZbRoster zb_roster_wish_claims;
extern const ZbRoster zb_roster_wish_ledger;
extern const ZbRoster zb_roster_wish_open;
extern const ZbRoster zb_roster_wish_year;
extern const ZbRoster zb_roster_service_person;
extern const ZbRoster zb_roster_service_hours;
extern const ZbRoster zb_roster_service_teams;
extern const ZbRoster zb_roster_service_year;
extern const ZbRoster zb_roster_service_activities;
extern const ZbRoster zb_roster_reported;
extern const ZbRoster zb_roster_certificates_issued;

/** zb_roster_member_orders: those that people choose for lists of members. */
extern const ZbRosterOrder zb_roster_member_orders[];

#define ZB_ROSTER_FOOTER "填表人：　　　　　　　　审核人：　　　　　　　　日期：　　　　年　　月　　日"

G_END_DECLS
