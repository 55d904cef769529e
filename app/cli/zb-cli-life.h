/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cli/zb-cli.h"
#include "store/life/zb-meetings.h"

G_BEGIN_DECLS

/* What the commands of organisational life share. */

/** zb_cli_append_cell: @text, filled up to so many places of a terminal; Chinese characters take two. */
void zb_cli_append_cell (GString *line, const char *text, guint places);

/** zb_cli_say_line: prints and frees @line, without the blanks at its end. */
void zb_cli_say_line (GString *line);

/** zb_cli_read_days: the first and the last day as typed, (nullable); @out_to is the day behind the last. */
gboolean zb_cli_read_days (const char *from, const char *to, ZbDate *out_from, ZbDate *out_to, GError **error);

/** zb_cli_export_calendar: (nullable) words as typed. Says what is wrong by itself. */
ZbCliStatus zb_cli_export_calendar (ZbCli *cli, const char *to, const char *branch, const char *from, const char *until, gboolean force);

/** zb_cli_add_count: the figures of a roll as a member `count`. */
void zb_cli_add_count (JsonObject *object, const ZbMeetingCount *count);

/** ZbCliExtend: adds to the object of a record what is not among its fields. */
typedef void (*ZbCliExtend) (ZbCli *cli, JsonObject *object, const ZbRecord *record);

/** zb_cli_add_parts: the parts of a meeting, by their numbers, as an array member @name. @extend: (nullable) */
gboolean zb_cli_add_parts (ZbCli *cli, ZbOrgTree *tree, JsonObject *object, const char *name, const ZbKind *kind, gint64 meeting, ZbCliExtend extend, GError **error);

/** zb_cli_meeting_json: what a meeting has beyond its fields: figures, agenda, votes with their working, findings. */
gboolean zb_cli_meeting_json (ZbCli *cli, ZbOrgTree *tree, gint64 meeting, JsonObject *object, GError **error);

/** zb_cli_meeting_print: the same for people. */
gboolean zb_cli_meeting_print (ZbCli *cli, gint64 meeting, GError **error);

/* A ceremony in one step, with the meeting it is; what one has beyond its fields, and what is done to it. */
ZbCliStatus zb_cli_add_ceremony (ZbCli *cli, int argc, char **argv);
ZbCliStatus zb_cli_do_ceremony (ZbCli *cli, gint64 ceremony, const char *name, int argc, char **argv);
void zb_cli_print_ceremony_steps (void);
gboolean zb_cli_is_ceremony_step (const ZbKind *kind, const char *name);
gboolean zb_cli_ceremony_json (ZbCli *cli, ZbOrgTree *tree, const ZbRecord *ceremony, JsonObject *object, GError **error);
gboolean zb_cli_ceremony_print (ZbCli *cli, const ZbRecord *ceremony, GError **error);

/** zb_cli_find_people: adds the ids of members named with commas between them, Western or Chinese. */
gboolean zb_cli_find_people (ZbCli *cli, const char *names, GArray *people, GError **error);

/* Service: an activity with its meeting, the certificate or letter just issued, and what records have beyond their fields. */
ZbCliStatus zb_cli_add_activity (ZbCli *cli, int argc, char **argv);
ZbCliStatus zb_cli_say_issued (ZbCli *cli, const ZbKind *kind, gint64 person);
gboolean zb_cli_service_json (ZbCli *cli, ZbOrgTree *tree, const ZbRecord *record, JsonObject *object, GError **error);
gboolean zb_cli_service_print (ZbCli *cli, const ZbRecord *record, GError **error);

/* Meetings made from others, done like a step of the record that they begin from. */
gboolean zb_cli_is_making (const ZbKind *kind, const char *name);
void zb_cli_print_makings (const ZbKind *kind);
ZbCliStatus zb_cli_make (ZbCli *cli, const ZbKind *kind, gint64 from, const char *name, int argc, char **argv);

G_END_DECLS
