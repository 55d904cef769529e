/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "cli/zb-cli-life.h"
#include "cli/zb-cli-paper.h"
#include "cli/zb-cli-template.h"
#include "core/zb-error.h"
#include "exchange/zb-document.h"
#include "exchange/zb-occasion.h"
#include "exchange/zb-sheet.h"
#include "service/zb-words-template.h"
#include "service/zb-words.h"
#include "store/zb-letters.h"
#include "store/zb-records.h"

static void
add_string (JsonBuilder *builder, const char *name, const char *value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, value);
}

static void
list_paper (ZbCli *cli, JsonBuilder *builder, const char *name, const char *label, const char *what)
{
  if (!cli->json)
    zb_cli_say ("%-16s %s", name, _(label));
  json_builder_begin_object (builder);
  add_string (builder, "name", name);
  add_string (builder, "label", _(label));
  add_string (builder, "what", what);
  json_builder_end_object (builder);
}

/* Lists, which become sheets and pages, then papers that are pages only. */
static void
list_papers (ZbCli *cli)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  const ZbRoster *const *rosters = zb_rosters ();
  const ZbDocumentKind *const *documents = zb_document_kinds ();

  json_builder_begin_array (builder);
  for (guint i = 0; rosters[i] != NULL; i++)
    list_paper (cli, builder, rosters[i]->name, rosters[i]->label, "roster");
  for (guint i = 0; documents[i] != NULL; i++)
    list_paper (cli, builder, documents[i]->name, documents[i]->label, "document");
  if (!cli->json)
    zb_cli_say ("%-16s %s", "calendar", _("Calendar of meetings (.ics)"));
  json_builder_end_array (builder);
  if (cli->json)
    zb_cli_print_json (json_builder_get_root (builder));
}

/* More empty rows than anybody has guests. */
#define MOST_BLANK_ROWS 200
#define MOST_ELECTED 200
#define MOST_COPIES 5000
#define MOST_SEATS 30

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
  gboolean keep_unknown;
  gboolean foot;
  gboolean force;
  ZbCliPaper paper;
  char *occasion;
  char *save_occasion;
} ExportOptions;

/* The meeting or the member that a paper is about; a meeting is meant by its number, too. */
static gboolean
find_subject (ZbCli *cli, const ZbKind *kind, const char *text, gint64 *out_id, GError **error)
{
  g_autofree char *number = NULL;

  if (text == NULL)
    return TRUE;
  if (*text != '\0' && strspn (text, "0123456789") == strlen (text))
    number = g_strconcat ("#", text, NULL);
  return (*out_id = zb_records_find (cli->db, kind, number != NULL ? number : text, error)) != 0;
}

static gboolean
read_day (const char *text, ZbDate *out_day, GError **error)
{
  return text == NULL || zb_date_read (text, out_day, error);
}

/* What the list is about, and of which time. */
static gboolean
read_subject (ZbCli *cli, const ExportOptions *options, ZbRosterRequest *request, GError **error)
{
  const ZbRoster *roster = request->roster;
  gboolean of_meeting = roster->subject == ZB_ROSTER_OF_MEETING, of_person = roster->subject == ZB_ROSTER_OF_PERSON;

  if (options->year != 0)
    request->from = request->to = (ZbDate) { (gint16) options->year, 0, 0 };
  return (!of_meeting || find_subject (cli, &zb_kind_meeting, options->meeting, &request->subject, error))
         && (!of_person || find_subject (cli, &zb_kind_member, options->member, &request->subject, error))
         && read_day (options->from, &request->from, error) && read_day (options->to_day, &request->to, error)
         && read_day (options->month, &request->from, error);
}

/* An option that only papers with names take. */
static const char *
name_option (const ExportOptions *options)
{
  const struct { const char *name; gboolean is_given; } all[] = {
    { "--names", options->names != NULL }, { "--elect", options->elect != 0 }, { "--equal", options->equal }, { "--copies", options->copies != 0 },
    { "--per-row", options->per_row != 0 }, { "--right-first", options->right_first },
  };

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    if (all[i].is_given)
      return all[i].name;
  return NULL;
}

/* An option that this list would pass over in silence. */
static const char *
needless_option (const ZbRoster *roster, const ExportOptions *options)
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
  if (name_option (options) != NULL)
    return name_option (options);
  if (options->wish != NULL)
    return "--wish";
  if (options->internal && roster->is_public)
    return "--internal";
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
take_conditions (ZbCli *cli, const ExportOptions *options, ZbOrgTree *tree, ZbRosterRequest *request, GError **error)
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

/* Names of people also with 、 between. */
static char **
split_people (const char *text)
{
  g_autoptr(GString) names = g_string_new (text);

  g_string_replace (names, "、", ",", 0);
  return zb_cli_split_names (names->str);
}

/* What is said on the command line; what is not said stays as the list, or the occasion, has it. */
static gboolean
make_request (ZbCli *cli, const ExportOptions *options, ZbOrgTree *tree, ZbRosterRequest *request, GError **error)
{
  request->internal |= options->internal;
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
begin_request (ZbCli *cli, const ZbRoster *roster, const ExportOptions *options, GError **error)
{
  g_autoptr(ZbRecord) occasion = options->occasion != NULL ? zb_occasion_find (cli->db, options->occasion, error) : NULL;
  gint64 subject = 0;

  if (options->occasion == NULL)
    return zb_roster_request_new (roster, cli->today);
  if (occasion == NULL || !find_subject (cli, &zb_kind_meeting, options->meeting, &subject, error)
      || !find_subject (cli, &zb_kind_member, options->member, &subject, error))
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
  add_string (builder, "file", path);
  add_string (builder, "roster", roster->name);
  json_builder_set_member_name (builder, "rows");
  json_builder_add_int_value (builder, n_rows);
  json_builder_end_object (builder);
  zb_cli_print_json (json_builder_get_root (builder));
  return ZB_CLI_DONE;
}

/* The form of an upper committee instead of a list of the house. */
static ZbCliStatus
fill_form (ZbCli *cli, const ZbRosterRequest *request, const ExportOptions *options)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = zb_cli_template_bytes (cli, options->template, NULL, &error);
  const ZbTemplateFill fill = { bytes, request, options->to, options->force, options->keep_unknown, zb_words_field };
  guint n_rows;

  if (bytes == NULL || !zb_template_fill (cli->db, &fill, &n_rows, zb_cli_progress, NULL, NULL, &error))
    return zb_cli_refuse (error);
  return say_written (cli, request->roster, options->template, n_rows, options->to);
}

/* @roster: (nullable): %NULL: that of the occasion */
static ZbCliStatus
export_roster (ZbCli *cli, const ZbRoster *roster, const ExportOptions *options)
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
  if (!make_request (cli, options, tree, request, &error))
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
  return say_written (cli, roster, zb_sheet_title (sheet), zb_sheet_n_rows (sheet), options->to);
}

/* Returns: (nullable): an option about the paper of a list, for what is no list */
static const char *
paper_option (const ExportOptions *options)
{
  const ZbCliPaper *paper = &options->paper;
  const struct { const char *name; gboolean is_given; } all[] = {
    { "--paper", paper->paper != NULL }, { "--direction", paper->direction != NULL }, { "--size", paper->size != 0 }, { "--spread", paper->spread },
    { "--widths", paper->widths != NULL }, { "--people", paper->people != NULL }, { "--sequence", paper->sequence != NULL },
    { "--save-occasion", options->save_occasion != NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    if (all[i].is_given)
      return all[i].name;
  return NULL;
}

/* The calendar is no list: it takes an organisation and a time, nothing else. */
static ZbCliStatus
export_calendar (ZbCli *cli, const ExportOptions *options)
{
  if (options->encoding != NULL || options->where != NULL || options->filter != NULL || options->order != NULL || options->descending || options->columns != NULL || options->scope != NULL || options->title != NULL
      || options->meeting != NULL || options->member != NULL || options->certificate != NULL || options->letter != NULL || options->id_number != NULL || options->month != NULL || options->addressee != NULL
      || options->requirements != NULL || options->year != 0 || options->blocks != 0 || options->blank_rows >= 0 || options->per_page != 0 || options->internal || options->foot || options->wish != NULL || options->a3
      || name_option (options) != NULL || paper_option (options) != NULL)
    return zb_cli_wrong (_("A calendar takes --branch, --from and --until."));
  return zb_cli_export_calendar (cli, options->to, options->branch, options->from, options->to_day, options->force);
}

/* Options that only lists have. */
static const char *
needless_for_document (const ZbDocumentKind *kind, const ExportOptions *options)
{
  gboolean of_people = kind->subject == ZB_DOCUMENT_OF_PEOPLE, is_notice = strcmp (kind->name, "notice") == 0;
  gboolean of_wishes = kind->subject == ZB_DOCUMENT_OF_WISHES, of_wish = kind->subject == ZB_DOCUMENT_OF_WISH;
  gboolean of_certificate = kind->subject == ZB_DOCUMENT_OF_CERTIFICATE, of_letter = kind->subject == ZB_DOCUMENT_OF_LETTER;
  gboolean of_names = kind->subject == ZB_DOCUMENT_OF_NAMES, is_seats = strcmp (kind->name, "seats") == 0;
  gboolean is_cards = strcmp (kind->name, "name-cards") == 0, is_ballot = strcmp (kind->name, "ballot") == 0;
  gboolean is_election = is_ballot || strcmp (kind->name, "tally") == 0;
  const struct { const char *name; gboolean is_given; } all[] = {
    { "--encoding", options->encoding != NULL }, { "--template", options->template != NULL },
    { "--where", options->where != NULL && !of_names }, { "--filter", options->filter != NULL && !of_names },
    { "--order", options->order != NULL && !of_names }, { "--descending", options->descending && !of_names }, { "--columns", options->columns != NULL },
    { "--scope", options->scope != NULL }, { "--title", options->title != NULL && (!of_names || is_cards) }, { "--internal", options->internal },
    { "--names", options->names != NULL && !of_names }, { "--elect", options->elect != 0 && !is_election }, { "--equal", options->equal && !is_election },
    { "--copies", options->copies != 0 && !is_ballot }, { "--per-row", options->per_row != 0 && !is_seats },
    { "--right-first", options->right_first && !is_seats },
    { "--foot", options->foot },
    { "--year", options->year != 0 }, { "--from", options->from != NULL }, { "--until", options->to_day != NULL },
    { "--blocks", options->blocks != 0 }, { "--blank-rows", options->blank_rows >= 0 && !is_election },
    { "--branch", options->branch != NULL && !of_people && !of_wishes && !of_names },
    { "--wish", options->wish != NULL && !of_wishes && !of_wish }, { "--meeting", options->meeting != NULL && (of_wishes || of_wish || of_certificate || of_letter) },
    { "--certificate", options->certificate != NULL && !of_certificate }, { "--id-number", options->id_number != NULL && !of_certificate && !of_letter },
    { "--letter", options->letter != NULL && !of_letter },
    { "--a3", options->a3 && strcmp (kind->name, "wish-poster") != 0 },
    { "--member", options->member != NULL && !of_people && !of_letter }, { "--month", options->month != NULL && !of_people },
    { "--per-page", options->per_page != 0 && strcmp (kind->name, "birthday-cards") != 0 && !is_ballot && !is_cards },
    { "--addressee", options->addressee != NULL && !is_notice }, { "--requirements", options->requirements != NULL && !is_notice },
  };

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    if (all[i].is_given)
      return all[i].name;
  return paper_option (options);
}

/* Members whose names stand on a paper: those that a list of members would have, in its order. */
static gboolean
read_people (ZbCli *cli, const ExportOptions *options, ZbDocumentRequest *request, GError **error)
{
  gboolean is_asked = options->where != NULL || options->filter != NULL || options->order != NULL || options->descending
                      || (options->branch != NULL && options->meeting == NULL);
  g_autoptr(ZbOrgTree) tree = NULL;

  if (request->kind->subject != ZB_DOCUMENT_OF_NAMES || !is_asked || options->names != NULL)
    return TRUE;
  if (!(tree = zb_cli_tree (cli, FALSE)))
    return FALSE;
  request->people = zb_roster_request_new (zb_roster_get ("members"), cli->today);
  if (options->order != NULL && !zb_roster_request_set_order (request->people, options->order))
    {
      g_set_error (error, ZB_DATA_ERROR, ZB_DATA_ERROR_BAD_FIELD, "“%s” is not an order", options->order);
      return FALSE;
    }
  return make_request (cli, options, tree, request->people, error);
}

/* The letter of a member is the one that was issued last. */
static gboolean
find_letter (ZbCli *cli, ZbDocumentRequest *request, GError **error)
{
  GError *failure = NULL;

  if (request->kind->subject != ZB_DOCUMENT_OF_LETTER || request->letter != 0 || request->person == 0)
    return TRUE;
  request->letter = zb_letters_last (cli->db, request->person, &failure);
  if (failure != NULL)
    g_propagate_error (error, failure);
  return failure == NULL;
}

static gboolean
make_document_request (ZbCli *cli, const ExportOptions *options, ZbDocumentRequest *request, GError **error)
{
  request->addressee = g_strdup (options->addressee);
  request->requirements = options->requirements != NULL ? g_strcompress (options->requirements) : NULL;
  request->per_page = (guint) options->per_page;
  request->title = g_strdup (options->title);
  request->names = options->names != NULL ? split_people (options->names) : NULL;
  request->elect = (guint) options->elect;
  request->equal = options->equal;
  request->copies = (guint) options->copies;
  request->blank_rows = options->blank_rows;
  request->per_row = (guint) options->per_row;
  request->right_first = options->right_first;
  request->paper_a3 = options->a3;
  request->identity = g_strcmp0 (options->id_number, "whole") == 0 ? ZB_IDENTITY_WHOLE : options->id_number != NULL ? ZB_IDENTITY_MASKED : ZB_IDENTITY_BY_HAND;
  return find_subject (cli, &zb_kind_meeting, options->meeting, &request->meeting, error)
         && find_subject (cli, &zb_kind_member, options->member, &request->person, error)
         && (options->wish == NULL || (request->wish = zb_records_find (cli->db, &zb_kind_wish, options->wish, error)) != 0)
         && (options->certificate == NULL
             || (request->certificate = zb_records_find (cli->db, &zb_kind_service_certificate, options->certificate, error)) != 0)
         && (options->letter == NULL || (request->letter = zb_records_find (cli->db, &zb_kind_letter, options->letter, error)) != 0)
         && find_letter (cli, request, error)
         && (options->branch == NULL || (request->org = zb_cli_find_org (cli, options->branch, error)) != 0)
         && read_day (options->month, &request->month, error) && read_people (cli, options, request, error);
}

static char *
warning_words (ZbDocument *document)
{
  const char *warning = zb_document_warning (document);
  g_autoptr(GError) error = warning != NULL ? g_error_new_literal (ZB_DATA_ERROR, ZB_DATA_ERROR_REFUSED, warning) : NULL;

  return error != NULL ? zb_words_sentence (error) : NULL;
}

static ZbCliStatus
export_document (ZbCli *cli, const ZbDocumentKind *kind, const ExportOptions *options)
{
  g_autoptr(ZbDocumentRequest) request = zb_document_request_new (kind, cli->today);
  g_autoptr(ZbDocument) document = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *warning = NULL;
  ZbDocumentFormat format;

  if (!zb_document_format_from_name (options->to, &format))
    return zb_cli_wrong (_("The name of the file ends in .pdf, .docx or .txt."));
  if (kind->subject == ZB_DOCUMENT_OF_WISH && options->wish == NULL)
    return zb_cli_wrong (_("Say which wish: --wish NUMBER"));
  if (kind->subject == ZB_DOCUMENT_OF_CERTIFICATE && options->certificate == NULL)
    return zb_cli_wrong (_("Say which certificate: --certificate NUMBER"));
  if (kind->subject == ZB_DOCUMENT_OF_LETTER && options->letter == NULL && options->member == NULL)
    return zb_cli_wrong (_("Say which letter: --letter NUMBER, or --member NAME"));
  if (options->id_number != NULL && strcmp (options->id_number, "masked") != 0 && strcmp (options->id_number, "whole") != 0)
    return zb_cli_wrong (_("The ID number is masked or whole: --id-number masked"));
  if ((kind->subject == ZB_DOCUMENT_OF_MEETING || kind->subject == ZB_DOCUMENT_OF_CEREMONY) && options->meeting == NULL)
    return zb_cli_wrong (_("Say which meeting: --meeting NUMBER"));
  if (needless_for_document (kind, options) != NULL)
    return zb_cli_wrong (_("%1$s says nothing about the list “%2$s”."), needless_for_document (kind, options), kind->name);
  if (!make_document_request (cli, options, request, &error) || !(document = zb_document_new (cli->db, request, &error))
      || !zb_document_write (document, cli->db, format, options->to, options->force, NULL, &error))
    return zb_cli_refuse (error);
  warning = warning_words (document);
  if (cli->json)
    {
      g_autoptr(JsonBuilder) builder = json_builder_new ();

      json_builder_begin_object (builder);
      add_string (builder, "file", options->to);
      add_string (builder, "document", kind->name);
      if (warning != NULL)
        add_string (builder, "warning", warning);
      json_builder_end_object (builder);
      zb_cli_print_json (json_builder_get_root (builder));
    }
  else
    /* Translators: %1$s the title of a paper, %2$s a file */
    zb_cli_say (_("“%1$s” was written: %2$s"), zb_document_title (document), options->to);
  if (warning != NULL)
    g_printerr ("%s\n", warning);
  return ZB_CLI_DONE;
}

static void
options_clear (ExportOptions *options)
{
  char *const texts[] = {
    options->to, options->encoding, options->branch, options->where, options->filter, options->order, options->columns, options->scope, options->title, options->meeting,
    options->member, options->wish, options->certificate, options->letter, options->names, options->id_number, options->from, options->to_day, options->month, options->addressee, options->requirements,
    options->occasion, options->save_occasion, options->template,
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_free (texts[i]);
  zb_cli_paper_clear (&options->paper);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ExportOptions, options_clear)

static ZbCliStatus
export_paper (ZbCli *cli, const char *name, const ExportOptions *options)
{
  const ZbDocumentKind *document = options->occasion == NULL ? zb_document_kind_get (name) : NULL;
  const ZbRoster *roster = zb_roster_get (name);

  if (options->occasion == NULL && roster == NULL && document == NULL)
    return zb_cli_wrong (_("Zhibu does not know the roster “%s”; see zhibu-cli export --list."), name);
  /* The export is noted in the registry; one that may only be read is exported all the same. */
  if (!(cli->db = zb_db_open (cli->registry, ZB_DB_WRITE, NULL)) && !zb_cli_open (cli, ZB_DB_READ))
    return ZB_CLI_REFUSED;
  return document != NULL ? export_document (cli, document, options) : export_roster (cli, roster, options);
}

/* A form that is remembered knows which list it is filled with. */
static ZbCliStatus
export_form (ZbCli *cli, const ExportOptions *options)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *name = NULL;
  g_autoptr(GBytes) bytes = NULL;

  if (!zb_cli_open (cli, ZB_DB_READ))
    return ZB_CLI_REFUSED;
  if (!(bytes = zb_cli_template_bytes (cli, options->template, &name, &error)))
    return zb_cli_refuse (error);
  g_clear_pointer (&cli->db, zb_db_close);
  if (name == NULL)
    return zb_cli_wrong (_("Say which roster and where to: zhibu-cli export members --to FILE.xlsx"));
  return export_paper (cli, name, options);
}

ZbCliStatus
zb_cli_export (ZbCli *cli, int argc, char **argv)
{
  g_auto(ExportOptions) options = { .blank_rows = -1 };
  gboolean list = FALSE;
  const GOptionEntry entries[] = {
    { "to", 0, 0, G_OPTION_ARG_FILENAME, &options.to, NULL, NULL },
    { "branch", 0, 0, G_OPTION_ARG_STRING, &options.branch, NULL, NULL },
    { "where", 0, 0, G_OPTION_ARG_STRING, &options.where, NULL, NULL },
    { "filter", 0, 0, G_OPTION_ARG_STRING, &options.filter, NULL, NULL },
    { "order", 0, 0, G_OPTION_ARG_STRING, &options.order, NULL, NULL },
    { "descending", 0, 0, G_OPTION_ARG_NONE, &options.descending, NULL, NULL },
    { "columns", 0, 0, G_OPTION_ARG_STRING, &options.columns, NULL, NULL },
    { "scope", 0, 0, G_OPTION_ARG_STRING, &options.scope, NULL, NULL },
    { "title", 0, 0, G_OPTION_ARG_STRING, &options.title, NULL, NULL },
    { "meeting", 0, 0, G_OPTION_ARG_STRING, &options.meeting, NULL, NULL },
    { "member", 0, 0, G_OPTION_ARG_STRING, &options.member, NULL, NULL },
    { "wish", 0, 0, G_OPTION_ARG_STRING, &options.wish, NULL, NULL },
    { "a3", 0, 0, G_OPTION_ARG_NONE, &options.a3, NULL, NULL },
    { "certificate", 0, 0, G_OPTION_ARG_STRING, &options.certificate, NULL, NULL },
    { "letter", 0, 0, G_OPTION_ARG_STRING, &options.letter, NULL, NULL },
    { "id-number", 0, 0, G_OPTION_ARG_STRING, &options.id_number, NULL, NULL },
    { "year", 0, 0, G_OPTION_ARG_INT, &options.year, NULL, NULL },
    { "month", 0, 0, G_OPTION_ARG_STRING, &options.month, NULL, NULL },
    { "from", 0, 0, G_OPTION_ARG_STRING, &options.from, NULL, NULL },
    { "until", 0, 0, G_OPTION_ARG_STRING, &options.to_day, NULL, NULL },
    { "addressee", 0, 0, G_OPTION_ARG_STRING, &options.addressee, NULL, NULL },
    { "requirements", 0, 0, G_OPTION_ARG_STRING, &options.requirements, NULL, NULL },
    { "blocks", 0, 0, G_OPTION_ARG_INT, &options.blocks, NULL, NULL },
    { "blank-rows", 0, 0, G_OPTION_ARG_INT, &options.blank_rows, NULL, NULL },
    { "names", 0, 0, G_OPTION_ARG_STRING, &options.names, NULL, NULL },
    { "elect", 0, 0, G_OPTION_ARG_INT, &options.elect, NULL, NULL },
    { "equal", 0, 0, G_OPTION_ARG_NONE, &options.equal, NULL, NULL },
    { "copies", 0, 0, G_OPTION_ARG_INT, &options.copies, NULL, NULL },
    { "per-row", 0, 0, G_OPTION_ARG_INT, &options.per_row, NULL, NULL },
    { "right-first", 0, 0, G_OPTION_ARG_NONE, &options.right_first, NULL, NULL },
    { "per-page", 0, 0, G_OPTION_ARG_INT, &options.per_page, NULL, NULL },
    { "internal", 0, 0, G_OPTION_ARG_NONE, &options.internal, NULL, NULL },
    { "foot", 0, 0, G_OPTION_ARG_NONE, &options.foot, NULL, NULL },
    { "encoding", 0, 0, G_OPTION_ARG_STRING, &options.encoding, NULL, NULL },
    { "template", 0, 0, G_OPTION_ARG_STRING, &options.template, NULL, NULL },
    { "keep-unknown", 0, 0, G_OPTION_ARG_NONE, &options.keep_unknown, NULL, NULL },
    { "force", 0, 0, G_OPTION_ARG_NONE, &options.force, NULL, NULL },
    { "paper", 0, 0, G_OPTION_ARG_STRING, &options.paper.paper, NULL, NULL },
    { "direction", 0, 0, G_OPTION_ARG_STRING, &options.paper.direction, NULL, NULL },
    { "size", 0, 0, G_OPTION_ARG_DOUBLE, &options.paper.size, NULL, NULL },
    { "spread", 0, 0, G_OPTION_ARG_NONE, &options.paper.spread, NULL, NULL },
    { "widths", 0, 0, G_OPTION_ARG_STRING, &options.paper.widths, NULL, NULL },
    { "people", 0, 0, G_OPTION_ARG_STRING, &options.paper.people, NULL, NULL },
    { "sequence", 0, 0, G_OPTION_ARG_STRING, &options.paper.sequence, NULL, NULL },
    { "occasion", 0, 0, G_OPTION_ARG_STRING, &options.occasion, NULL, NULL },
    { "save-occasion", 0, 0, G_OPTION_ARG_STRING, &options.save_occasion, NULL, NULL },
    { "list", 0, 0, G_OPTION_ARG_NONE, &list, NULL, NULL },
    { NULL }
  };

  if (!zb_cli_options (cli, "export", entries, &argc, &argv, 0, 1))
    return ZB_CLI_USAGE;
  if (list)
    {
      list_papers (cli);
      return ZB_CLI_DONE;
    }
  if (argc > 1 && strcmp (argv[1], "calendar") == 0)
    return export_calendar (cli, &options);
  if (options.year < 0 || options.year > 9999 || options.blocks < 0 || options.blocks > 3)
    return zb_cli_wrong (_("A year has four digits; a list stands in one, two or three blocks."));
  if (options.blank_rows < -1 || options.blank_rows > MOST_BLANK_ROWS)
    return zb_cli_wrong (_("A sheet has up to %d empty rows."), MOST_BLANK_ROWS);
  if (options.per_page != 0 && options.per_page != 1 && options.per_page != 2 && options.per_page != 4)
    return zb_cli_wrong (_("One, two or four cards stand on a page."));
  if (options.elect < 0 || options.elect > MOST_ELECTED || options.copies < 0 || options.copies > MOST_COPIES || options.per_row < 0 || options.per_row > MOST_SEATS)
    /* Translators: %1$d are elected, %2$d ballots, %3$d seats */
    return zb_cli_wrong (_("Up to %1$d are elected; there are up to %2$d ballots, and up to %3$d seats in a row."), MOST_ELECTED, MOST_COPIES, MOST_SEATS);
  if (argc > 1 && options.occasion != NULL)
    return zb_cli_wrong (_("An occasion knows its list: zhibu-cli export --occasion NAME --to FILE.pdf"));
  if (argc < 2 && options.occasion == NULL && options.template != NULL && options.to != NULL)
    return export_form (cli, &options);
  if ((argc < 2 && options.occasion == NULL) || options.to == NULL)
    return zb_cli_wrong (_("Say which roster and where to: zhibu-cli export members --to FILE.xlsx"));
  return export_paper (cli, argc > 1 ? argv[1] : NULL, &options);
}
