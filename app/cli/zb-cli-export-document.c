/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli/zb-cli-export.h"

#include <glib/gi18n.h>
#include <string.h>

#include "core/zb-error.h"
#include "service/zb-words.h"
#include "store/zb-letters.h"
#include "store/zb-records.h"

/* Options that only lists have. */
static const char *
needless_for_document (const ZbDocumentKind *kind, const ZbCliExportOptions *options)
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
    { "--scope", options->scope != NULL }, { "--title", options->title != NULL && (!of_names || is_cards) }, { "--internal", options->internal }, { "--public", options->public },
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
  return zb_cli_export_paper_option (options);
}

/* Members whose names stand on a paper: those that a list of members would have, in its order. */
static gboolean
read_people (ZbCli *cli, const ZbCliExportOptions *options, ZbDocumentRequest *request, GError **error)
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
  return zb_cli_export_take (cli, options, tree, request->people, error);
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
make_document_request (ZbCli *cli, const ZbCliExportOptions *options, ZbDocumentRequest *request, GError **error)
{
  request->addressee = g_strdup (options->addressee);
  request->requirements = options->requirements != NULL ? g_strcompress (options->requirements) : NULL;
  request->per_page = (guint) options->per_page;
  request->title = g_strdup (options->title);
  request->names = options->names != NULL ? zb_cli_export_split_people (options->names) : NULL;
  request->elect = (guint) options->elect;
  request->equal = options->equal;
  request->copies = (guint) options->copies;
  request->blank_rows = options->blank_rows;
  request->per_row = (guint) options->per_row;
  request->right_first = options->right_first;
  request->paper_a3 = options->a3;
  request->identity = g_strcmp0 (options->id_number, "whole") == 0 ? ZB_IDENTITY_WHOLE : options->id_number != NULL ? ZB_IDENTITY_MASKED : ZB_IDENTITY_BY_HAND;
  return zb_cli_export_find_subject (cli, &zb_kind_meeting, options->meeting, &request->meeting, error)
         && zb_cli_export_find_subject (cli, &zb_kind_member, options->member, &request->person, error)
         && zb_cli_export_find_subject (cli, &zb_kind_wish, options->wish, &request->wish, error)
         && zb_cli_export_find_subject (cli, &zb_kind_service_certificate, options->certificate, &request->certificate, error)
         && zb_cli_export_find_subject (cli, &zb_kind_letter, options->letter, &request->letter, error)
         && find_letter (cli, request, error)
         && (options->branch == NULL || (request->org = zb_cli_find_org (cli, options->branch, error)) != 0)
         && zb_cli_export_read_day (options->month, &request->month, error) && read_people (cli, options, request, error);
}

static char *
warning_words (ZbDocument *document)
{
  const char *warning = zb_document_warning (document);
  g_autoptr(GError) error = warning != NULL ? g_error_new_literal (ZB_DATA_ERROR, ZB_DATA_ERROR_REFUSED, warning) : NULL;

  return error != NULL ? zb_words_sentence (error) : NULL;
}

ZbCliStatus
zb_cli_export_document (ZbCli *cli, const ZbDocumentKind *kind, const ZbCliExportOptions *options)
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
      zb_cli_put_string (builder, "file", options->to);
      zb_cli_put_string (builder, "document", kind->name);
      if (warning != NULL)
        zb_cli_put_string (builder, "warning", warning);
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
