/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/zb-field-editor.h"

#include <glib/gi18n.h>

#include "core/zb-rules.h"
#include "widgets/zb-choice.h"
#include "widgets/zb-suggest-entry.h"

/* Names of people, usually members, who need not be: a guest lectures, a neighbour witnesses. */
static const struct {
  const ZbKind *kind;
  const char *field;
} people[] = {
  { &zb_kind_meeting, "chair" }, { &zb_kind_meeting, "recorder" }, { &zb_kind_meeting, "lecturer" }, { &zb_kind_agenda_item, "speaker" },
  { &zb_kind_plan_item, "preparer" }, { &zb_kind_attendance, "made_up_with" }, { &zb_kind_life_problem, "responsible" },
  { &zb_kind_ceremony, "leader" }, { &zb_kind_wish, "collector" }, { &zb_kind_team, "captain" },
};

/* Words that come again. */
static const struct {
  const ZbKind *kind;
  const char *field;
} words[] = {
  { &zb_kind_meeting, "place" }, { &zb_kind_meeting, "campaign" }, { &zb_kind_meeting, "lecturer_role" }, { &zb_kind_attendance, "reason" },
  { &zb_kind_exemption, "reason" }, { &zb_kind_duty_exemption, "reason" }, { &zb_kind_talk, "place" }, { &zb_kind_talk, "subject" },
  { &zb_kind_ceremony, "organiser" }, { &zb_kind_ceremony, "leader_post" }, { &zb_kind_ceremony, "representative" },
  { &zb_kind_ceremony, "witnesses" }, { &zb_kind_ceremony, "flag_size" }, { &zb_kind_ceremony, "team" }, { &zb_kind_venue, "level" },
};

static gboolean
is_link_to (const ZbField *field, const char *kind)
{
  return field->type == ZB_FIELD_LINK && g_strcmp0 (field->link, kind) == 0;
}

gboolean
zb_field_is_offered (const ZbField *field)
{
  static const ZbFieldFlags never = ZB_FIELD_DERIVED | ZB_FIELD_BY_STEP | ZB_FIELD_HIDDEN | ZB_FIELD_PART_OF;

  if (!zb_field_is_stored (field) || (field->flags & never) != 0)
    return FALSE;
  return field->type != ZB_FIELD_LINK || is_link_to (field, "organization") || is_link_to (field, "member") || is_link_to (field, "household")
         || zb_field_editor_lists (field->link);
}

gboolean
zb_field_editor_lists (const char *kind)
{
  static const char *const listed[] = { "venue", "team", NULL };

  return kind != NULL && g_strv_contains (listed, kind);
}

GtkWidget *
zb_field_editor_new_records (ZbRegistry *registry, const ZbKind *kind, gboolean required)
{
  g_autoptr(GPtrArray) records = zb_registry_list (registry, kind, NULL, NULL, NULL);
  g_autoptr(GPtrArray) labels = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GPtrArray) values = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (labels, g_strdup (required ? _("Please choose") : _("Not given")));
  g_ptr_array_add (values, NULL);
  for (guint i = 0; records != NULL && i < records->len; i++)
    {
      const ZbRecord *record = g_ptr_array_index (records, i);

      g_ptr_array_add (labels, g_strdup (zb_record_title (record)));
      g_ptr_array_add (values, g_strdup_printf ("%" G_GINT64_FORMAT, record->id));
    }
  g_ptr_array_add (labels, NULL);
  return zb_choice_new_names ((const char *const *) labels->pdata, (const char *const *) values->pdata);
}

/* The rules of the bundled table, by what they say. */
static GtkWidget *
rules_new (void)
{
  g_autoptr(ZbRules) rules = zb_rules_new (NULL);
  g_autoptr(GPtrArray) each = rules != NULL ? zb_rules_each (rules) : g_ptr_array_new ();
  g_autoptr(GPtrArray) labels = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GPtrArray) values = g_ptr_array_new ();

  g_ptr_array_add (labels, g_strdup (_("Please choose")));
  g_ptr_array_add (values, NULL);
  for (guint i = 0; i < each->len; i++)
    {
      const ZbRule *rule = g_ptr_array_index (each, i);

      g_ptr_array_add (labels, g_strdup_printf ("%s [%g]", rule->source, rule->value));
      g_ptr_array_add (values, rule->key);
    }
  g_ptr_array_add (labels, NULL);
  return zb_choice_new_names ((const char *const *) labels->pdata, (const char *const *) values->pdata);
}

static GtkWidget *
link_new (ZbRegistry *registry, const ZbField *field)
{
  if (is_link_to (field, "member"))
    return zb_suggest_entry_new_people (registry, TRUE);
  if (is_link_to (field, "household"))
    return zb_suggest_entry_new_households (registry);
  if (zb_field_editor_lists (field->link))
    return zb_field_editor_new_records (registry, zb_kind_get (field->link), (field->flags & ZB_FIELD_REQUIRED) != 0);
  return zb_choice_new_orgs (zb_registry_tree (registry), ZB_CHOICE_ALL_ORGS, 0,
                             (field->flags & ZB_FIELD_REQUIRED) != 0 ? _("Please choose") : _("Not given"));
}

/* The day a record is about, for what holds only for a time. */
static ZbDate
day_of (const ZbRecord *record)
{
  static const char *const fields[] = { "held_on", "planned_on" };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (zb_kind_field (record->kind, fields[i]) != NULL && zb_record_get (record, fields[i]) != NULL)
      return zb_record_get_date (record, fields[i]);
  return ZB_DATE_NONE;
}

GtkWidget *
zb_field_editor_new (ZbRegistry *registry, const ZbRecord *record, const ZbField *field)
{
  if (field->type == ZB_FIELD_LINK)
    return link_new (registry, field);
  if (record->kind == &zb_kind_rule && g_str_equal (field->name, "key"))
    return rules_new ();
  for (guint i = 0; i < G_N_ELEMENTS (people); i++)
    if (people[i].kind == record->kind && g_str_equal (people[i].field, field->name))
      return zb_suggest_entry_new_people (registry, FALSE);
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (words[i].kind == record->kind && g_str_equal (words[i].field, field->name))
      return zb_suggest_entry_new_words (registry, record->kind, field->name, day_of (record));
  return NULL;
}
