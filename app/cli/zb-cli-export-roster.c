/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli/zb-cli-export.h"

#include <glib/gi18n.h>
#include <string.h>

#include "cli/zb-cli-template.h"
#include "core/zb-error.h"
#include "exchange/zb-occasion.h"
#include "exchange/zb-paper.h"
#include "service/zb-words-template.h"
#include "service/zb-words.h"

/* What the list is about, and of which time. */
static gboolean
read_subject (ZbCli *cli, const ZbCliExportOptions *options, ZbRosterRequest *request, GError **error)
{
  const ZbRoster *roster = request->roster;
  gboolean of_meeting = roster->subject == ZB_ROSTER_OF_MEETING, of_person = roster->subject == ZB_ROSTER_OF_PERSON;

  if (options->year != 0)
    request->from = request->to = (ZbDate) { (gint16) options->year, 0, 0 };
  return (!of_meeting || zb_cli_export_find_subject (cli, &zb_kind_meeting, options->meeting, &request->subject, error))
         && (!of_person || zb_cli_export_find_subject (cli, &zb_kind_member, options->member, &request->subject, error))
         && zb_cli_export_read_day (options->from, &request->from, error) && zb_cli_export_read_day (options->to_day, &request->to, error)
         && zb_cli_export_read_day (options->month, &request->from, error);
}

/* An option that this list would pass over in silence. */
static const char *
needless_option (const ZbRoster *roster, const ZbCliExportOptions *options)
{
  gboolean of_meeting = roster->subject == ZB_ROSTER_OF_MEETING, of_person = roster->subject == ZB_ROSTER_OF_PERSON;

  /* A form has its own columns. */
  if (options->template != NULL && (options->columns != NULL || options->blocks != 0))
    return options->columns != NULL ? "--columns" : "--blocks";
  if (options->keep_unknown && options->template == NULL)
    return "--keep-unknown";
  if (options->meeting != NULL && !of_meeting)
    return "--meeting";
  if (options->member != NULL && !of_person)
    return "--member";
  if (options->certificate != NULL || options->letter != NULL || options->id_number != NULL)
    return options->certificate != NULL ? "--certificate" : options->letter != NULL ? "--letter" : "--id-number";
  if (options->branch != NULL && (of_meeting || of_person))
    return "--branch";
  if (options->addressee != NULL || options->requirements != NULL || options->per_page != 0)
    return options->addressee != NULL ? "--addressee" : options->requirements != NULL ? "--requirements" : "--per-page";
  if (zb_cli_export_name_option (options) != NULL)
    return zb_cli_export_name_option (options);
  if (options->wish != NULL)
    return "--wish";
  if (options->internal && roster->is_public)
    return "--internal";
  if (options->internal && options->public)
    return "--public";
  if (options->descending && !zb_roster_request_can_descend (roster))
    return "--descending";
  if (options->blank_rows >= 0 && !g_str_has_prefix (roster->name, "sign-in"))
    return "--blank-rows";
  if (options->month != NULL && roster->time != ZB_ROSTER_IN_MONTH)
    return "--month";
  if (roster->time != ZB_ROSTER_ON_DAY)
    return NULL;
  return options->year != 0 ? "--year" : options->from != NULL ? "--from" : options->to_day != NULL ? "--until" : NULL;
}

/* Conditions beside the command take the place of those of the occasion. */
static gboolean
take_conditions (ZbCli *cli, const ZbCliExportOptions *options, ZbOrgTree *tree, ZbRosterRequest *request, GError **error)
{
  if (options->where != NULL || options->filter != NULL)
    g_clear_pointer (&request->filter, zb_filter_unref);
  if (options->where != NULL)
    {
      request->filter = strcmp (request->roster->kind, zb_kind_member.name) == 0
                          ? zb_filter_parse (options->where, tree, error)
                          : zb_filter_parse_fields (zb_kind_get (request->roster->kind), options->where, tree, error);
      if (request->filter == NULL)
        return FALSE;
    }
  return options->filter == NULL || zb_roster_request_add_saved (request, cli->db, options->filter, error);
}

/* What is said on the command line; what is not said stays as the list, or the occasion, has it. */
gboolean
zb_cli_export_take (ZbCli *cli, const ZbCliExportOptions *options, ZbOrgTree *tree, ZbRosterRequest *request, GError **error)
{
  request->internal = (request->internal || options->internal) && !options->public;
  request->descending |= options->descending;
  request->paper_a3 |= options->a3;
  request->note_export |= options->foot;
  if (options->title != NULL)
    {
      g_free (request->title);
      request->title = g_strdup (options->title);
    }
  if (options->blocks > 0)
    request->blocks = (guint) options->blocks;
  if (options->blank_rows >= 0)
    request->blank_rows = options->blank_rows;
  if (!read_subject (cli, options, request, error))
    return FALSE;
  if (options->scope != NULL)
    request->scope = strcmp (options->scope, "left") == 0 ? ZB_SCOPE_LEFT : strcmp (options->scope, "all") == 0 ? ZB_SCOPE_ALL : ZB_SCOPE_HERE;
  if (options->columns != NULL)
    {
      g_strfreev (request->columns);
      request->columns = zb_cli_split_names (options->columns);
    }
  if (options->branch != NULL && (request->org = zb_cli_find_org (cli, options->branch, error)) == 0)
    return FALSE;
  return take_conditions (cli, options, tree, request, error);
}

/* The list as it is declared, or as it was remembered; %NULL with @error set. */
static ZbRosterRequest *
begin_request (ZbCli *cli, const ZbRoster *roster, const ZbCliExportOptions *options, GError **error)
{
  g_autoptr(ZbRecord) occasion = options->occasion != NULL ? zb_occasion_find (cli->db, options->occasion, error) : NULL;
  gint64 subject = 0;

  if (options->occasion == NULL)
    return zb_roster_request_new (roster, cli->today);
  if (occasion == NULL || !zb_cli_export_find_subject (cli, &zb_kind_meeting, options->meeting, &subject, error)
      || !zb_cli_export_find_subject (cli, &zb_kind_member, options->member, &subject, error))
    return NULL;
  return zb_occasion_request (cli->db, occasion, cli->today, subject, error);
}

/* What was written, in words or for programs. */
static ZbCliStatus
say_written (ZbCli *cli, const ZbRoster *roster, const char *title, guint n_rows, const char *path)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();

  if (!cli->json)
    {
      /* Translators: %1$s the title of a roster, %2$u a number of rows, %3$s a file */
      zb_cli_say (_("“%1$s” with %2$u rows was written: %3$s"), title, n_rows, path);
      return ZB_CLI_DONE;
    }
  json_builder_begin_object (builder);
  zb_cli_put_string (builder, "file", path);
  zb_cli_put_string (builder, "roster", roster->name);
  json_builder_set_member_name (builder, "rows");
  json_builder_add_int_value (builder, n_rows);
  json_builder_end_object (builder);
  zb_cli_print_json (json_builder_get_root (builder));
  return ZB_CLI_DONE;
}

/* The form of an upper committee instead of a list of the house. */
static ZbCliStatus
fill_form (ZbCli *cli, const ZbRosterRequest *request, const ZbCliExportOptions *options)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = zb_cli_template_bytes (cli, options->template, NULL, &error);
  const ZbTemplateFill fill = { bytes, request, options->to, options->force, options->keep_unknown, zb_words_field };
  guint n_rows;

  if (bytes == NULL || !zb_template_fill (cli->db, &fill, &n_rows, zb_cli_progress, NULL, NULL, &error))
    return zb_cli_refuse (error);
  return say_written (cli, request->roster, options->template, n_rows, options->to);
}

/* That the letters are not as large as was asked for is no refusal, but is said. */
static void
say_letters (ZbSheet *sheet)
{
  g_autoptr(ZbPaper) paper = zb_sheet_request (sheet)->font_size > 0 ? zb_paper_new (sheet, NULL) : NULL;
  g_autofree char *words = NULL;
  double asked, size = paper != NULL ? zb_paper_letter_size (paper, &asked) : 0;

  words = size > 0 ? zb_words_smaller_letters (asked, size) : NULL;
  if (words != NULL)
    g_printerr ("%s\n", words);
}

/* @roster: (nullable): %NULL: that of the occasion */
ZbCliStatus
zb_cli_export_roster (ZbCli *cli, const ZbRoster *roster, const ZbCliExportOptions *options)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ZbRosterRequest) request = begin_request (cli, roster, options, &error);
  g_autoptr(ZbOrgTree) tree = zb_cli_tree (cli, FALSE);
  g_autoptr(ZbSheet) sheet = NULL;
  ZbSheetFormat format = ZB_SHEET_XLSX;
  ZbCliStatus status;

  if (tree == NULL)
    return ZB_CLI_REFUSED;
  if (request == NULL)
    return zb_cli_refuse (error);
  roster = request->roster;
  if (options->template == NULL && !zb_sheet_format_from_name (options->to, &format))
    return zb_cli_wrong (_("The name of the file ends in .xlsx, .pdf, .docx or .csv."));
  if (options->encoding != NULL && (format != ZB_SHEET_CSV || (g_ascii_strcasecmp (options->encoding, "gb18030") != 0
                                                              && g_ascii_strcasecmp (options->encoding, "utf-8") != 0)))
    return zb_cli_wrong (_("A CSV file has --encoding utf-8 or gb18030; other files have none."));
  if (options->order != NULL && !zb_roster_request_set_order (request, options->order))
    return zb_cli_wrong (_("Zhibu does not know the order “%s”."), options->order);
  if (roster->subject == ZB_ROSTER_OF_MEETING && request->subject == 0 && options->meeting == NULL)
    return zb_cli_wrong (strcmp (roster->name, "sign-in") == 0 ? _("Say which meeting: --meeting NUMBER, or take a list of people: export sign-in-people")
                                                                : _("Say which meeting: --meeting NUMBER"));
  if (roster->subject == ZB_ROSTER_OF_PERSON && request->subject == 0 && options->member == NULL)
    return zb_cli_wrong (_("Say which member: --member NAME"));
  if (needless_option (roster, options) != NULL)
    /* Translators: %1$s an option, %2$s a list */
    return zb_cli_wrong (_("%1$s says nothing about the list “%2$s”."), needless_option (roster, options), roster->name);
  if (!zb_cli_export_take (cli, options, tree, request, &error))
    return zb_cli_refuse (error);
  if (!zb_cli_paper_take (cli, &options->paper, request, &status))
    return status;
  if (options->save_occasion != NULL && !zb_occasion_save (cli->db, options->save_occasion, request, NULL, &error))
    return zb_cli_refuse (error);
  if (options->template != NULL)
    return fill_form (cli, request, options);
  /* Programs read one row at a time. */
  if (format == ZB_SHEET_CSV)
    request->blocks = 1;
  if (options->encoding != NULL && g_ascii_strcasecmp (options->encoding, "gb18030") == 0)
    format = ZB_SHEET_CSV_GB18030;
  if (!(sheet = zb_sheet_new (cli->db, NULL, request, &error))
      || !zb_sheet_write (sheet, cli->db, format, options->to, options->force, zb_cli_progress, NULL, NULL, &error))
    return zb_cli_refuse (error);
  if (format == ZB_SHEET_PDF || format == ZB_SHEET_DOCX)
    say_letters (sheet);
  return say_written (cli, roster, zb_sheet_title (sheet), zb_sheet_n_rows (sheet), options->to);
}
