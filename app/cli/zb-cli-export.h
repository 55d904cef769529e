/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cli/zb-cli-paper.h"
#include "exchange/zb-document.h"

G_BEGIN_DECLS

/** ZbCliExportOptions: all that `export` may be told; each list and each paper takes its own part of it. */
typedef struct {
  char *to;
  char *encoding;
  char *branch;
  char *where;
  char *filter;
  char *order;
  char *columns;
  char *scope;
  char *title;
  char *meeting;
  char *member;
  char *wish;
  char *certificate;
  char *letter;
  char *names;
  char *id_number;
  char *from;
  char *to_day;
  char *month;
  char *addressee;
  char *requirements;
  char *template;
  int year;
  int blocks;
  int blank_rows;
  int elect;
  int copies;
  int per_row;
  gboolean equal;
  gboolean right_first;
  int per_page;
  gboolean a3;
  gboolean descending;
  gboolean internal;
  gboolean public;
  gboolean keep_unknown;
  gboolean foot;
  gboolean force;
  ZbCliPaper paper;
  char *occasion;
  char *save_occasion;
} ZbCliExportOptions;

/* zb-cli-export-options.c: what lists and papers read alike */

void zb_cli_export_options_clear (ZbCliExportOptions *options);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ZbCliExportOptions, zb_cli_export_options_clear)

/** zb_cli_export_find_subject: what a paper is about; @text: (nullable): nothing is looked for then. */
gboolean zb_cli_export_find_subject (ZbCli *cli, const ZbKind *kind, const char *text, gint64 *out_id, GError **error);

/** zb_cli_export_read_day: @text: (nullable): @out_day stays then. */
gboolean zb_cli_export_read_day (const char *text, ZbDate *out_day, GError **error);

/** zb_cli_export_split_people: names with a comma or 、 between. Returns: (transfer full) */
char **zb_cli_export_split_people (const char *text);

/** zb_cli_export_name_option: Returns: (nullable): an option about names that was given, for what takes none */
const char *zb_cli_export_name_option (const ZbCliExportOptions *options);

/** zb_cli_export_paper_option: Returns: (nullable): an option about the paper of a list that was given, for what is no list */
const char *zb_cli_export_paper_option (const ZbCliExportOptions *options);

/* zb-cli-export-roster.c, zb-cli-export-document.c */

/** zb_cli_export_take: what the options say of a list goes into @request; what they do not say stays as it is. */
gboolean zb_cli_export_take (ZbCli *cli, const ZbCliExportOptions *options, ZbOrgTree *tree, ZbRosterRequest *request, GError **error);

/** zb_cli_export_roster: @roster: (nullable): %NULL: that of the occasion. */
ZbCliStatus zb_cli_export_roster (ZbCli *cli, const ZbRoster *roster, const ZbCliExportOptions *options);

ZbCliStatus zb_cli_export_document (ZbCli *cli, const ZbDocumentKind *kind, const ZbCliExportOptions *options);

G_END_DECLS
