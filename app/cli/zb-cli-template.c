/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The forms of upper committees: looked into, remembered, listed. */
#include "config.h"

#include "cli/zb-cli-template.h"

#include <glib/gi18n.h>
#include <string.h>

#include "service/zb-words-template.h"
#include "store/zb-records.h"
#include "store/zb-templates.h"

typedef struct {
  char *name;
  char *roster;
  gboolean keep_unknown;
} TemplateOptions;

static void
options_clear (TemplateOptions *options)
{
  g_free (options->name);
  g_free (options->roster);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TemplateOptions, options_clear)

GBytes *
zb_cli_template_bytes (ZbCli *cli, const char *text, char **out_roster, GError **error)
{
  g_autoptr(ZbRecord) record = NULL;

  if (cli->db != NULL && !zb_templates_find (cli->db, text, &record, error))
    return NULL;
  if (out_roster != NULL)
    *out_roster = record != NULL ? g_strdup (zb_record_get (record, "roster")) : NULL;
  return record != NULL ? zb_templates_read (cli->db, record, error) : zb_template_read_file (text, error);
}

/* The list that was asked for. Returns: %FALSE after saying that there is none */
static gboolean
read_roster (const TemplateOptions *options, const ZbRoster **out_roster)
{
  *out_roster = options->roster != NULL ? zb_roster_get (options->roster) : NULL;
  if (options->roster == NULL || *out_roster != NULL)
    return TRUE;
  zb_cli_wrong (_("Zhibu does not know the roster “%s”; see zhibu-cli export --list."), options->roster);
  return FALSE;
}

static const char *
trouble_name (ZbTemplateTrouble trouble)
{
  static const char *const names[] = { NULL, "not-closed", "unknown", "no-format", "not-here" };

  return names[trouble];
}

static void
add_mark (JsonBuilder *builder, const ZbTemplateMark *mark)
{
  g_autofree char *place = zb_words_template_place (&mark->place);

  json_builder_begin_object (builder);
  zb_cli_put_string (builder, "mark", mark->text);
  zb_cli_put_string (builder, "label", mark->label);
  zb_cli_put_string (builder, "place", place);
  zb_cli_put_string (builder, "means", mark->trouble == ZB_TEMPLATE_GOOD ? mark->means : NULL);
  zb_cli_put_string (builder, "column", mark->trouble == ZB_TEMPLATE_GOOD ? mark->column : NULL);
  json_builder_set_member_name (builder, "private");
  json_builder_add_boolean_value (builder, mark->is_private);
  zb_cli_put_string (builder, "trouble", trouble_name (mark->trouble));
  json_builder_set_member_name (builder, "suggestions");
  json_builder_begin_array (builder);
  for (guint i = 0; mark->suggestions != NULL && mark->suggestions[i] != NULL; i++)
    json_builder_add_string_value (builder, mark->suggestions[i]);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

static void
print_check_json (const ZbTemplateCheck *check)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  zb_cli_put_string (builder, "format", check->kind == 'x' ? "xlsx" : "docx");
  zb_cli_put_string (builder, "roster", check->roster->name);
  json_builder_set_member_name (builder, "repeats");
  json_builder_add_boolean_value (builder, check->repeats);
  json_builder_set_member_name (builder, "trouble");
  json_builder_add_int_value (builder, check->n_trouble);
  json_builder_set_member_name (builder, "marks");
  json_builder_begin_array (builder);
  for (guint i = 0; i < check->marks->len; i++)
    add_mark (builder, g_ptr_array_index (check->marks, i));
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  zb_cli_print_json (json_builder_get_root (builder));
}

static void
print_check (const ZbTemplateCheck *check)
{
  for (guint i = 0; i < check->marks->len; i++)
    {
      const ZbTemplateMark *mark = g_ptr_array_index (check->marks, i);
      g_autofree char *place = zb_words_template_place (&mark->place);
      g_autofree char *trouble = zb_words_template_trouble (mark);

      zb_cli_say ("%s\t%s\t%s", place, mark->text, mark->trouble == ZB_TEMPLATE_GOOD ? mark->means : trouble);
    }
  zb_cli_say (ngettext ("%1$u mark for the list “%2$s”, of which cannot be filled: %3$u.", "%1$u marks for the list “%2$s”, of which cannot be filled: %3$u.",
                        check->marks->len), check->marks->len, _(check->roster->label), check->n_trouble);
}

static ZbCliStatus
check_form (ZbCli *cli, const char *text, const TemplateOptions *options)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *known = NULL;
  const ZbRoster *roster;
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(ZbTemplateCheck) check = NULL;

  if (!read_roster (options, &roster))
    return ZB_CLI_USAGE;
  /* A file can be looked into before there is any registry. */
  cli->db = zb_db_open (cli->registry, ZB_DB_READ, NULL);
  if (!(bytes = zb_cli_template_bytes (cli, text, &known, &error))
      || !(check = zb_template_check (bytes, roster != NULL ? roster : known != NULL ? zb_roster_get (known) : NULL, zb_words_field, NULL, &error)))
    return zb_cli_refuse (error);
  if (cli->json)
    print_check_json (check);
  else
    print_check (check);
  return ZB_CLI_DONE;
}

/* The name of a file without its folder and its ending. */
static char *
plain_name (const char *path)
{
  g_autofree char *base = g_path_get_basename (path);
  char *name = g_filename_display_name (base), *dot = strrchr (name, '.');

  if (dot != NULL && dot != name)
    *dot = '\0';
  return name;
}

static ZbCliStatus
add_form (ZbCli *cli, const char *path, const TemplateOptions *options)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(ZbTemplateCheck) check = NULL;
  g_autoptr(ZbRecord) record = zb_record_new (&zb_kind_template);
  g_autofree char *name = options->name != NULL ? g_strdup (options->name) : plain_name (path);
  g_autofree char *file_name = g_filename_display_basename (path);
  const ZbRoster *roster;

  if (!read_roster (options, &roster))
    return ZB_CLI_USAGE;
  if (!zb_cli_open (cli, ZB_DB_WRITE))
    return ZB_CLI_REFUSED;
  if (!zb_record_read (record, "name", name, &error) || !(bytes = zb_template_read_file (path, &error))
      || !(check = zb_template_check (bytes, roster, zb_words_field, NULL, &error)))
    return zb_cli_refuse (error);
  if (check->n_trouble > 0 && !options->keep_unknown)
    {
      g_autofree char *words = zb_words_template_refused (check);
      g_autofree char *line = zb_words_line (words);

      /* Translators: %s is a list of marks with what is wrong with each */
      g_printerr (_("The form was not taken in: %s. Correct the marks, or give --keep-unknown to let them stay.\n"), line);
      return ZB_CLI_REFUSED;
    }
  zb_record_set (record, "roster", check->roster->name);
  zb_record_set (record, "media", check->kind == 'x' ? "xlsx" : "docx");
  zb_record_set (record, "file_name", file_name);
  if (!zb_templates_put (cli->db, record, bytes, NULL, &error))
    return zb_cli_refuse (error);
  if (cli->json)
    print_check_json (check);
  else
    /* Translators: %1$s the name of a form, %2$s a list */
    zb_cli_say (_("The form “%1$s” is remembered; it is filled with the list “%2$s”."), zb_record_get (record, "name"), _(check->roster->label));
  return ZB_CLI_DONE;
}

static ZbCliStatus
list_forms (ZbCli *cli)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) all = NULL;
  g_autoptr(JsonBuilder) builder = json_builder_new ();

  if (!zb_cli_open (cli, ZB_DB_READ))
    return ZB_CLI_REFUSED;
  if (!(all = zb_records_list (cli->db, &zb_kind_template, NULL, NULL, FALSE, &error)))
    return zb_cli_refuse (error);
  json_builder_begin_array (builder);
  for (guint i = 0; i < all->len; i++)
    {
      const ZbRecord *record = g_ptr_array_index (all, i);
      const ZbRoster *roster = zb_roster_get (zb_record_get (record, "roster"));

      if (!cli->json)
        zb_cli_say ("%s\t%s\t%s\t%s", zb_record_get (record, "name"), roster != NULL ? _(roster->label) : zb_record_get (record, "roster"),
                    zb_record_get (record, "media"), zb_record_get (record, "file_name") != NULL ? zb_record_get (record, "file_name") : "");
      json_builder_begin_object (builder);
      zb_cli_put_string (builder, "name", zb_record_get (record, "name"));
      zb_cli_put_string (builder, "roster", zb_record_get (record, "roster"));
      zb_cli_put_string (builder, "format", zb_record_get (record, "media"));
      zb_cli_put_string (builder, "file_name", zb_record_get (record, "file_name"));
      zb_cli_put_string (builder, "checked_on", zb_record_get (record, "checked_on"));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  if (cli->json)
    zb_cli_print_json (json_builder_get_root (builder));
  return ZB_CLI_DONE;
}

static ZbCliStatus
remove_form (ZbCli *cli, const char *name)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ZbRecord) record = NULL;
  g_autoptr(ZbChangeSet) set = NULL;

  if (!zb_cli_open (cli, ZB_DB_WRITE))
    return ZB_CLI_REFUSED;
  if (!zb_templates_find (cli->db, name, &record, &error))
    return zb_cli_refuse (error);
  if (record == NULL)
    {
      g_printerr (_("No form has the name “%s”; see zhibu-cli template list.\n"), name);
      return ZB_CLI_REFUSED;
    }
  if (!(set = zb_change_set_begin (cli->db, "template.withdraw", name, &error)) || !zb_change_set_withdraw (set, &zb_kind_template, record->id, &error)
      || !zb_change_set_commit (set, NULL, &error))
    return zb_cli_refuse (error);
  zb_cli_say (_("The form “%s” was taken back; zhibu-cli undo brings it again."), name);
  return ZB_CLI_DONE;
}

static ZbCliStatus
list_labels (ZbCli *cli, const TemplateOptions *options)
{
  g_auto(GStrv) labels = NULL;
  const ZbRoster *roster;
  g_autoptr(JsonBuilder) builder = json_builder_new ();

  if (!read_roster (options, &roster))
    return ZB_CLI_USAGE;
  labels = zb_template_labels (roster != NULL ? roster : zb_roster_get ("members"));
  json_builder_begin_array (builder);
  for (guint i = 0; labels[i] != NULL; i++)
    {
      if (!cli->json)
        zb_cli_say ("{{%s}}", labels[i]);
      json_builder_add_string_value (builder, labels[i]);
    }
  json_builder_end_array (builder);
  if (cli->json)
    zb_cli_print_json (json_builder_get_root (builder));
  return ZB_CLI_DONE;
}

ZbCliStatus
zb_cli_template (ZbCli *cli, int argc, char **argv)
{
  g_auto(TemplateOptions) options = { 0 };
  const GOptionEntry entries[] = {
    { "name", 0, 0, G_OPTION_ARG_STRING, &options.name, NULL, NULL },
    { "for", 0, 0, G_OPTION_ARG_STRING, &options.roster, NULL, NULL },
    { "keep-unknown", 0, 0, G_OPTION_ARG_NONE, &options.keep_unknown, NULL, NULL },
    { NULL }
  };
  const char *what;

  if (!zb_cli_options (cli, "template", entries, &argc, &argv, 1, 2))
    return ZB_CLI_USAGE;
  what = argv[1];
  if (strcmp (what, "list") == 0 && argc == 2)
    return list_forms (cli);
  if (strcmp (what, "labels") == 0 && argc == 2)
    return list_labels (cli, &options);
  if (strcmp (what, "add") == 0 && argc == 3)
    return add_form (cli, argv[2], &options);
  if (strcmp (what, "check") == 0 && argc == 3)
    return check_form (cli, argv[2], &options);
  if (strcmp (what, "remove") == 0 && argc == 3)
    return remove_form (cli, argv[2]);
  return zb_cli_wrong (_("Say what to do with a form: zhibu-cli template add FILE, check FILE, list, labels, remove NAME"));
}
