/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli/zb-cli-export.h"

#include <glib/gi18n.h>
#include <string.h>

#include "cli/zb-cli-life.h"
#include "cli/zb-cli-template.h"

static void
list_paper (ZbCli *cli, JsonBuilder *builder, const char *name, const char *label, const char *what)
{
  if (!cli->json)
    zb_cli_say ("%-16s %s", name, _(label));
  json_builder_begin_object (builder);
  zb_cli_put_string (builder, "name", name);
  zb_cli_put_string (builder, "label", _(label));
  zb_cli_put_string (builder, "what", what);
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

/* The calendar is no list: it takes an organisation and a time, nothing else. */
static ZbCliStatus
export_calendar (ZbCli *cli, const ZbCliExportOptions *options)
{
  if (options->encoding != NULL || options->where != NULL || options->filter != NULL || options->order != NULL || options->descending || options->columns != NULL || options->scope != NULL || options->title != NULL
      || options->meeting != NULL || options->member != NULL || options->certificate != NULL || options->letter != NULL || options->id_number != NULL || options->month != NULL || options->addressee != NULL
      || options->requirements != NULL || options->year != 0 || options->blocks != 0 || options->blank_rows >= 0 || options->per_page != 0 || options->internal || options->public || options->foot || options->wish != NULL || options->a3
      || zb_cli_export_name_option (options) != NULL || zb_cli_export_paper_option (options) != NULL)
    return zb_cli_wrong (_("A calendar takes --branch, --from and --until."));
  return zb_cli_export_calendar (cli, options->to, options->branch, options->from, options->to_day, options->force);
}

static ZbCliStatus
export_paper (ZbCli *cli, const char *name, const ZbCliExportOptions *options)
{
  const ZbDocumentKind *document = options->occasion == NULL ? zb_document_kind_get (name) : NULL;
  const ZbRoster *roster = zb_roster_get (name);

  if (options->occasion == NULL && roster == NULL && document == NULL)
    return zb_cli_wrong (_("Zhibu does not know the roster “%s”; see zhibu-cli export --list."), name);
  /* The export is noted in the registry; one that may only be read is exported all the same. */
  if (!(cli->db = zb_db_open (cli->registry, ZB_DB_WRITE, NULL)) && !zb_cli_open (cli, ZB_DB_READ))
    return ZB_CLI_REFUSED;
  return document != NULL ? zb_cli_export_document (cli, document, options) : zb_cli_export_roster (cli, roster, options);
}

/* A form that is remembered knows which list it is filled with. */
static ZbCliStatus
export_form (ZbCli *cli, const ZbCliExportOptions *options)
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
  g_auto(ZbCliExportOptions) options = { .blank_rows = -1 };
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
    { "public", 0, 0, G_OPTION_ARG_NONE, &options.public, NULL, NULL },
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
  if (options.elect < 0 || options.elect > ZB_DOCUMENT_MOST_ELECTED || options.copies < 0 || options.copies > ZB_DOCUMENT_MOST_COPIES || options.per_row < 0 || options.per_row > ZB_DOCUMENT_MOST_SEATS)
    /* Translators: %1$d are elected, %2$d ballots, %3$d seats */
    return zb_cli_wrong (_("Up to %1$d are elected; there are up to %2$d ballots, and up to %3$d seats in a row."), ZB_DOCUMENT_MOST_ELECTED, ZB_DOCUMENT_MOST_COPIES, ZB_DOCUMENT_MOST_SEATS);
  if (argc > 1 && options.occasion != NULL)
    return zb_cli_wrong (_("An occasion knows its list: zhibu-cli export --occasion NAME --to FILE.pdf"));
  if (argc < 2 && options.occasion == NULL && options.template != NULL && options.to != NULL)
    return export_form (cli, &options);
  if ((argc < 2 && options.occasion == NULL) || options.to == NULL)
    return zb_cli_wrong (_("Say which roster and where to: zhibu-cli export members --to FILE.xlsx"));
  return export_paper (cli, argc > 1 ? argv[1] : NULL, &options);
}
