/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "cli/zb-cli-life.h"
#include "service/zb-words.h"
#include "store/life/zb-roll.h"
#include "store/service/zb-service-activities.h"
#include "store/service/zb-service-certificates.h"
#include "store/service/zb-teams.h"
#include "store/wishes/zb-wishes.h"
#include "store/zb-letters.h"
#include "store/zb-records.h"
#include "store/zb-steps.h"

const ZbKind *
zb_cli_kind (const char *name)
{
  const ZbKind *kind = zb_kind_get (name);

  if (kind == NULL)
    {
      g_autoptr(GString) names = g_string_new (NULL);

      for (guint i = 0; zb_kinds ()[i] != NULL; i++)
        g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", zb_kinds ()[i]->name);
      zb_cli_wrong (_("Zhibu keeps no “%1$s”. It keeps: %2$s."), name, names->str);
    }
  return kind;
}

static gboolean
is_member (const ZbKind *kind)
{
  return kind == &zb_kind_member;
}

/* Splits “field=value”; the field by its name or Chinese heading. */
gboolean
zb_cli_split (const char *word, char **out_name, const char **out_value)
{
  const char *equals = strchr (word, '=');

  if (equals == NULL || equals == word)
    {
      zb_cli_wrong (_("“%s” is not of the form field=value."), word);
      return FALSE;
    }
  *out_name = g_strndup (word, (gsize) (equals - word));
  *out_value = equals + 1;
  return TRUE;
}

gboolean
zb_cli_find_link (ZbCli *cli, const char *kind_name, const char *text, gint64 *out_id, GError **error)
{
  const ZbKind *kind = zb_kind_get (kind_name);

  *out_id = 0;
  if (*text == '\0')
    return TRUE;
  *out_id = kind == &zb_kind_organization ? zb_cli_find_org (cli, text, error) : zb_records_find (cli->db, kind, text, error);
  return *out_id != 0;
}

/* What `add` and `set` were told: plain fields go into the record, a member's branch and group apart. */
typedef struct {
  gint64 branch;
  gint64 group;
  gboolean has_group;
  gint64 parent;
  ZbDate since;
} Placement;

const ZbField *
zb_cli_field (const ZbKind *kind, const char *name)
{
  const ZbField *field = zb_kind_field (kind, name);

  return field != NULL ? field : zb_kind_field_by_heading (kind, name);
}

static gboolean
find_group (ZbCli *cli, gint64 branch, const char *text, gint64 *out_id, GError **error)
{
  g_autoptr(ZbOrgTree) tree = zb_org_tree_load (cli->db, cli->today, FALSE, error);
  const ZbOrg *top = tree != NULL ? zb_org_tree_get (tree, branch) : NULL;

  for (guint i = 1; top != NULL && i <= top->below; i++)
    {
      const ZbOrg *org = zb_org_tree_at (tree, top->position + i);

      if (org->kind == ZB_ORG_GROUP && (strcmp (org->name, text) == 0 || g_strcmp0 (org->short_name, text) == 0))
        {
          *out_id = org->id;
          return TRUE;
        }
    }
  return zb_cli_find_link (cli, "organization", text, out_id, error);
}

static gboolean
place (ZbCli *cli, const ZbKind *kind, const ZbField *field, const char *value, Placement *placement, gboolean *out_placed, GError **error)
{
  *out_placed = TRUE;
  if (is_member (kind) && strcmp (field->name, "branch") == 0)
    return zb_cli_find_link (cli, "organization", value, &placement->branch, error);
  if (is_member (kind) && strcmp (field->name, "group") == 0)
    {
      placement->has_group = TRUE;
      return *value == '\0' || find_group (cli, placement->branch, value, &placement->group, error);
    }
  if (kind == &zb_kind_organization && strcmp (field->name, "parent") == 0)
    return zb_cli_find_link (cli, "organization", value, &placement->parent, error);
  *out_placed = FALSE;
  return TRUE;
}

static gboolean
assign (ZbCli *cli, ZbRecord *record, const char *word, Placement *placement, ZbCliStatus *out_status, GError **error)
{
  g_autofree char *name = NULL;
  const char *value;
  const ZbField *field;
  gboolean placed;
  gint64 link;

  if (!zb_cli_split (word, &name, &value))
    {
      *out_status = ZB_CLI_USAGE;
      return FALSE;
    }
  if (is_member (record->kind) && strcmp (name, "since") == 0)
    return zb_date_read (value, &placement->since, error);
  field = zb_cli_field (record->kind, name);
  if (field == NULL)
    {
      *out_status = zb_cli_wrong (_("“%1$s” is not a field of a %2$s."), name, record->kind->name);
      return FALSE;
    }
  /* The organisation above has words of its own. */
  if (record->id != 0 && (field->flags & ZB_FIELD_BY_STEP) && strcmp (field->name, "parent") != 0)
    {
      *out_status = zb_cli_wrong (_("“%1$s” is not changed by correction; see: zhibu-cli do %2$s ID"), field->heading, record->kind->name);
      return FALSE;
    }
  if (!place (cli, record->kind, field, value, placement, &placed, error))
    return FALSE;
  if (placed)
    return TRUE;
  if (field->type != ZB_FIELD_LINK)
    return zb_record_read (record, field->name, value, error);
  if (!zb_cli_find_link (cli, field->link, value, &link, error))
    return FALSE;
  if (link == 0)
    zb_record_set (record, field->name, NULL);
  else
    zb_record_set_int (record, field->name, link);
  return TRUE;
}

/* Branch first, because a group's name is looked for below it. */
static gboolean
assign_all (ZbCli *cli, ZbRecord *record, int argc, char **argv, Placement *placement, ZbCliStatus *out_status)
{
  g_autoptr(GError) error = NULL;

  *out_status = ZB_CLI_REFUSED;
  for (int round = 0; round < 2; round++)
    for (int i = 0; i < argc; i++)
      {
        gboolean is_group = g_str_has_prefix (argv[i], "group=") || g_str_has_prefix (argv[i], "党小组=");

        if (is_group != (round == 1))
          continue;
        if (!assign (cli, record, argv[i], placement, out_status, &error))
          {
            if (error != NULL)
              zb_cli_refuse (error);
            return FALSE;
          }
      }
  return TRUE;
}

static void
say_done (ZbCli *cli, ZbOrgTree *tree, const ZbKind *kind, gint64 id, const char *action, const char *subject)
{
  g_autoptr(ZbRecord) record = zb_records_get (cli->db, kind, id, FALSE, NULL);
  g_autofree char *words = zb_words_action (action, subject, 1);

  if (record != NULL && is_member (kind))
    zb_members_derive (cli->db, record, cli->today, NULL);
  if (cli->json && record != NULL)
    zb_cli_print_json (zb_cli_record_json (cli, tree, record, FALSE));
  else
    zb_cli_say ("%s", words);
}

ZbCliStatus
zb_cli_say_made (ZbCli *cli, const ZbKind *kind, gint64 id)
{
  g_autoptr(ZbOrgTree) tree = zb_cli_tree (cli, TRUE);
  g_autofree char *title = zb_records_title (cli->db, kind, id);
  g_autofree char *action = g_strdup_printf ("%s.add", kind->name);

  say_done (cli, tree, kind, id, action, title);
  return ZB_CLI_DONE;
}

/* A meeting, with its roll as soon as it has a day; what it lacks is filled in on the way. */
static gboolean
put_meeting (ZbCli *cli, ZbChangeSet *set, ZbRecord *record, GError **error)
{
  g_autofree char *subject = NULL;

  if (record->id == 0 && g_strcmp0 (zb_record_get (record, "kind"), "service") == 0)
    {
      g_autoptr(ZbRecord) activity = zb_record_new (&zb_kind_service_activity);

      return zb_service_activities_add (set, record, activity, NULL, 0, FALSE, error);
    }
  if (!(record->id == 0 ? zb_meetings_add (set, record, error) : zb_meetings_update (set, record, error)))
    return FALSE;
  subject = zb_records_subject (cli->db, record);
  zb_change_set_subject (set, subject);
  return !zb_meetings_has_day (record) || zb_roll_fill (set, record->id, error);
}

static gboolean
insert (ZbCli *cli, ZbChangeSet *set, ZbRecord *record, const Placement *placement, GError **error)
{
  if (record->kind == &zb_kind_meeting)
    return put_meeting (cli, set, record, error);
  if (record->kind == &zb_kind_wish)
    return zb_wishes_add (set, record, error);
  if (record->kind == &zb_kind_household)
    return zb_households_add (set, record, error);
  if (is_member (record->kind))
    return zb_members_add (set, record, placement->branch, placement->group, placement->since,
                           zb_date_is_set (placement->since) ? "transferred_in" : "imported", error);
  if (record->kind == &zb_kind_organization)
    return zb_organizations_add (set, record, placement->parent, error);
  if (record->kind == &zb_kind_service_certificate)
    return zb_service_certify (set, record, error);
  if (record->kind == &zb_kind_letter)
    return zb_letters_issue (set, record, error);
  return zb_teams_fill (cli->db, record, error) && zb_record_check (record, error) && zb_change_set_insert (set, record, error);
}

/* Kinds of which the store fills in what is missing. */
static gboolean
is_filled_in (const ZbKind *kind)
{
  return kind == &zb_kind_meeting || kind == &zb_kind_wish || kind == &zb_kind_household || kind == &zb_kind_team || kind == &zb_kind_team_member
         || kind == &zb_kind_service_certificate || kind == &zb_kind_letter;
}

/* Whether @name= is among the words, also with nothing behind it. */
static gboolean
is_told (int argc, char **argv, const char *name)
{
  gsize length = strlen (name);

  for (int i = 0; i < argc; i++)
    if (strncmp (argv[i], name, length) == 0 && argv[i][length] == '=')
      return TRUE;
  return FALSE;
}

/* Who issues a letter is who issued the last one, unless it is told; the window proposes the same. Returns: (transfer full) (nullable) */
static char *
likely_handler (ZbCli *cli, gint64 person)
{
  g_autoptr(ZbRecord) letter = person != 0 ? zb_letters_propose (cli->db, person, NULL, NULL) : NULL;

  return letter != NULL ? g_strdup (zb_record_get (letter, "handler")) : NULL;
}

ZbCliStatus
zb_cli_add (ZbCli *cli, int argc, char **argv)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ZbChangeSet) set = NULL;
  g_autoptr(ZbRecord) record = NULL;
  g_autofree char *action = NULL;
  g_autofree char *title = NULL;
  Placement placement = { .since = ZB_DATE_NONE };
  const ZbKind *kind;
  ZbCliStatus status;

  if (!zb_cli_options (cli, "add", NULL, &argc, &argv, 2, -1) || (kind = zb_cli_kind (argv[1])) == NULL)
    return ZB_CLI_USAGE;
  if (kind == &zb_kind_attachment)
    return zb_cli_wrong (_("Photos and papers come from files: zhibu-cli attach RECORD FILE…"));
  if (!zb_cli_open (cli, ZB_DB_WRITE))
    return ZB_CLI_REFUSED;
  if (kind == &zb_kind_ceremony)
    return zb_cli_add_ceremony (cli, argc - 2, argv + 2);
  if (kind == &zb_kind_service_activity)
    return zb_cli_add_activity (cli, argc - 2, argv + 2);
  record = zb_record_new (kind);
  record->has_private = TRUE;
  if (!assign_all (cli, record, argc - 2, argv + 2, &placement, &status))
    return status;
  if (kind == &zb_kind_organization && zb_record_get (record, "kind") == NULL)
    zb_record_set (record, "kind", "branch");
  if (kind == &zb_kind_letter && !is_told (argc, argv, "handler"))
    {
      g_autofree char *handler = likely_handler (cli, zb_record_get_int (record, "person"));

      zb_record_set (record, "handler", handler);
    }
  title = zb_records_subject (cli->db, record);
  action = g_strdup_printf ("%s.add", kind->name);
  if ((!is_filled_in (kind) && !zb_record_check (record, &error)) || !(set = zb_change_set_begin (cli->db, action, title, &error))
      || !insert (cli, set, record, &placement, &error) || !zb_change_set_commit (set, NULL, &error))
    return zb_cli_refuse (error);
  return zb_cli_say_made (cli, kind, record->id);
}

ZbCliStatus
zb_cli_set (ZbCli *cli, int argc, char **argv)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ZbChangeSet) set = NULL;
  g_autoptr(ZbRecord) record = NULL;
  g_autoptr(ZbRecord) membership = NULL;
  g_autoptr(ZbOrgTree) tree = NULL;
  g_autofree char *action = NULL;
  g_autofree char *title = NULL;
  Placement placement = { .since = ZB_DATE_NONE };
  const ZbKind *kind;
  ZbCliStatus status;
  gint64 id;

  if (!zb_cli_options (cli, "set", NULL, &argc, &argv, 3, -1) || (kind = zb_cli_kind (argv[1])) == NULL)
    return ZB_CLI_USAGE;
  if (!zb_cli_open (cli, ZB_DB_WRITE))
    return ZB_CLI_REFUSED;
  if ((id = zb_records_find (cli->db, kind, argv[2], &error)) == 0
      || !(record = zb_records_get (cli->db, kind, id, TRUE, &error)))
    return zb_cli_refuse (error);
  if (is_member (kind) && (membership = zb_members_membership (cli->db, id, NULL)) != NULL)
    placement.branch = zb_record_get_int (membership, "org");
  if (!assign_all (cli, record, argc - 3, argv + 3, &placement, &status))
    return status;
  if (membership != NULL && placement.branch != zb_record_get_int (membership, "org"))
    return zb_cli_wrong (_("A branch is not changed by correction; use: zhibu-cli do member %s move to=BRANCH on=DATE"), argv[2]);
  if (kind == &zb_kind_organization && placement.parent != 0)
    return zb_cli_wrong (_("The organisation above is not changed by correction; use: zhibu-cli do organization %s move parent=NAME on=DATE"),
                         argv[2]);
  title = zb_records_subject (cli->db, record);
  action = g_strdup_printf ("%s.set", kind->name);
  if (!(set = zb_change_set_begin (cli->db, action, title, &error))
      || !(kind == &zb_kind_meeting ? put_meeting (cli, set, record, &error) : zb_change_set_update (set, record, &error))
      || (placement.has_group && !zb_members_set_group (set, id, placement.group, &error))
      || !zb_change_set_commit (set, NULL, &error))
    return zb_cli_refuse (error);
  tree = zb_cli_tree (cli, TRUE);
  say_done (cli, tree, kind, id, action, title);
  return ZB_CLI_DONE;
}

static void
print_steps (ZbCli *cli, GPtrArray *steps)
{
  for (guint i = 0; i < steps->len; i++)
    {
      const ZbStep *step = g_ptr_array_index (steps, i);
      g_autoptr(GString) fields = g_string_new (NULL);

      for (guint j = 0; j < step->n_fields; j++)
        g_string_append_printf (fields, step->fields[j].required ? " %s=…" : " [%s=…]", step->fields[j].name);
      zb_cli_say ("%-16s %s%s", step->name, step->heading, fields->str);
    }
}

static gboolean
read_step_field (ZbCli *cli, const ZbStep *step, const char *word, GHashTable *fields, ZbCliStatus *out_status, GError **error)
{
  g_autofree char *name = NULL;
  const char *value;

  *out_status = ZB_CLI_USAGE;
  if (!zb_cli_split (word, &name, &value))
    return FALSE;
  for (guint i = 0; i < step->n_fields; i++)
    {
      const ZbStepField *asked = &step->fields[i];
      ZbField field = { asked->name, asked->label, asked->name, NULL, asked->type, asked->codes, asked->link, 0, 0, NULL };
      char *read = NULL;
      gint64 link;

      if (strcmp (asked->name, name) != 0)
        continue;
      *out_status = ZB_CLI_REFUSED;
      if (asked->type == ZB_FIELD_LINK && zb_cli_find_link (cli, asked->link, value, &link, error))
        read = g_strdup_printf ("%" G_GINT64_FORMAT, link);
      else if (asked->type == ZB_FIELD_LINK || !zb_field_read (&field, value, &read, error))
        return FALSE;
      if (read != NULL)
        g_hash_table_insert (fields, g_strdup (name), read);
      return TRUE;
    }
  zb_cli_wrong (_("The step “%1$s” asks for no “%2$s”."), step->name, name);
  return FALSE;
}

static ZbCliStatus
do_step (ZbCli *cli, const ZbKind *kind, gint64 id, const ZbStep *step, int argc, char **argv)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GHashTable) fields = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr(ZbChangeSet) set = NULL;
  g_autoptr(ZbOrgTree) tree = NULL;
  g_autofree char *title = zb_records_step_subject (cli->db, kind, id);
  g_autofree char *action = g_strdup_printf ("%s.%s", kind->name, step->name);
  g_autofree char *handler = NULL;
  ZbCliStatus status;

  for (int i = 0; i < argc; i++)
    if (!read_step_field (cli, step, argv[i], fields, &status, &error))
      return error != NULL ? zb_cli_refuse (error) : status;
  if (step == &zb_step_issue_letter && !is_told (argc, argv, "handler") && (handler = likely_handler (cli, id)) != NULL)
    g_hash_table_insert (fields, g_strdup ("handler"), g_steal_pointer (&handler));
  if (!(set = zb_change_set_begin (cli->db, action, title, &error))
      || !zb_steps_apply (set, kind, id, step, fields, cli->today, &error) || !zb_change_set_commit (set, NULL, &error))
    return zb_cli_refuse (error);
  if (step == &zb_step_certify || step == &zb_step_issue_letter)
    return zb_cli_say_issued (cli, step == &zb_step_certify ? &zb_kind_service_certificate : &zb_kind_letter, id);
  tree = zb_cli_tree (cli, TRUE);
  say_done (cli, tree, kind, id, action, title);
  return ZB_CLI_DONE;
}

/* A step of the kind; to issue a paper is no step of anybody's standing, but done like one. */
static const ZbStep *
step_named (const ZbKind *kind, const char *name)
{
  if (is_member (kind) && strcmp (name, zb_step_issue_letter.name) == 0)
    return &zb_step_issue_letter;
  return is_member (kind) && strcmp (name, zb_step_certify.name) == 0 ? &zb_step_certify : zb_kind_step (kind, name);
}

ZbCliStatus
zb_cli_do (ZbCli *cli, int argc, char **argv)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) allowed = NULL;
  const ZbKind *kind;
  const ZbStep *step;
  gboolean makes;
  gint64 id;

  if (!zb_cli_options (cli, "do", NULL, &argc, &argv, 2, -1) || (kind = zb_cli_kind (argv[1])) == NULL)
    return ZB_CLI_USAGE;
  step = argc > 3 ? step_named (kind, argv[3]) : NULL;
  makes = argc > 3 && (zb_cli_is_making (kind, argv[3]) || zb_cli_is_ceremony_step (kind, argv[3]));
  if (argc > 3 && step == NULL && !makes)
    return zb_cli_wrong (_("“%1$s” is not a step of a %2$s; see zhibu-cli do %2$s ID."), argv[3], kind->name);
  if (!zb_cli_open (cli, argc > 3 ? ZB_DB_WRITE : ZB_DB_READ))
    return ZB_CLI_REFUSED;
  if ((id = zb_records_find (cli->db, kind, argv[2], &error)) == 0)
    return zb_cli_refuse (error);
  if (makes && kind == &zb_kind_ceremony)
    return zb_cli_do_ceremony (cli, id, argv[3], argc - 4, argv + 4);
  if (makes)
    return zb_cli_make (cli, kind, id, argv[3], argc - 4, argv + 4);
  if (step != NULL)
    return do_step (cli, kind, id, step, argc - 4, argv + 4);
  if (!(allowed = zb_steps_allowed (cli->db, kind, id, cli->today, &error)))
    return zb_cli_refuse (error);
  if (is_member (kind))
    {
      g_ptr_array_add (allowed, (gpointer) &zb_step_certify);
      g_ptr_array_add (allowed, (gpointer) &zb_step_issue_letter);
    }
  print_steps (cli, allowed);
  zb_cli_print_makings (kind);
  if (kind == &zb_kind_ceremony)
    zb_cli_print_ceremony_steps ();
  return ZB_CLI_DONE;
}
