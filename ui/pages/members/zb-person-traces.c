/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/members/zb-person-traces.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "pages/life/zb-life-trace.h"
#include "pages/members/zb-person-letters.h"
#include "service/zb-registry-service.h"
#include "widgets/zb-facts.h"
#include "widgets/zb-record-history.h"

static char *
text_of (ZbRegistry *registry, const ZbRecord *record, const char *field)
{
  return zb_facts_text (registry, record, zb_kind_field (record->kind, field));
}

/* “2015.03 – 2021.06”, an open end left open. */
static char *
period (ZbRegistry *registry, const ZbRecord *record)
{
  g_autofree char *from = text_of (registry, record, "started_on");
  g_autofree char *to = text_of (registry, record, "ended_on");

  if (*from == '\0' && *to == '\0')
    return g_strdup ("");
  return g_strdup_printf ("%s – %s", *from != '\0' ? from : "?", to);
}

/* The texts of some fields, the unknown ones left out. */
static char *
join (ZbRegistry *registry, const ZbRecord *record, const char *const *fields)
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; fields[i] != NULL; i++)
    {
      g_autofree char *part = text_of (registry, record, fields[i]);

      if (part != NULL && *part != '\0')
        g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", part);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static GtkWidget *
add_row (AdwPreferencesGroup *group, const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  adw_preferences_group_add (group, row);
  return row;
}

static AdwPreferencesGroup *
add_group (GtkBox *box, const char *title)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  gtk_box_append (box, group);
  return ADW_PREFERENCES_GROUP (group);
}

static GPtrArray *
records_of (ZbRegistry *registry, const ZbKind *kind, gint64 person)
{
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, person);

  return zb_registry_list (registry, kind, "person", id, NULL);
}

static void
add_memberships (GtkBox *box, ZbRegistry *registry, gint64 person)
{
  static const char *const title[] = { "org", "group", "kind", NULL };
  static const char *const how[] = { "begun_by", "from_org", "ended_by", "to_org", "letter", "document", "reason", NULL };
  g_autoptr(GPtrArray) records = records_of (registry, &zb_kind_membership, person);
  AdwPreferencesGroup *group;

  if (records == NULL || records->len == 0)
    return;
  group = add_group (box, _("Memberships"));
  for (guint i = records->len; i > 0; i--)
    {
      const ZbRecord *record = g_ptr_array_index (records, i - 1);
      g_autofree char *name = join (registry, record, title);
      g_autofree char *when = period (registry, record);
      g_autofree char *rest = join (registry, record, how);
      g_autofree char *line = g_strdup_printf ("%s%s%s", when, *when != '\0' && *rest != '\0' ? " · " : "", rest);

      add_row (group, name, line);
    }
}

static void
add_posts (GtkBox *box, ZbRegistry *registry, gint64 person)
{
  static const char *const title[] = { "post", "org", NULL };
  static const char *const how[] = { "how", "document", "work", NULL };
  g_autoptr(GPtrArray) records = records_of (registry, &zb_kind_post, person);
  AdwPreferencesGroup *group;

  if (records == NULL || records->len == 0)
    return;
  group = add_group (box, _("Posts"));
  for (guint i = records->len; i > 0; i--)
    {
      const ZbRecord *record = g_ptr_array_index (records, i - 1);
      g_autofree char *name = join (registry, record, title);
      g_autofree char *when = period (registry, record);
      g_autofree char *rest = join (registry, record, how);
      g_autofree char *line = g_strdup_printf ("%s%s%s", when, *when != '\0' && *rest != '\0' ? " · " : "", rest);

      add_row (group, name, line);
    }
}

static void
add_events (GtkBox *box, ZbRegistry *registry, gint64 person)
{
  static const char *const how[] = { "on", "org", "document", "reason", "detail", NULL };
  g_autoptr(GPtrArray) records = records_of (registry, &zb_kind_membership_event, person);
  AdwPreferencesGroup *group;

  if (records == NULL || records->len == 0)
    return;
  group = add_group (box, _("What Happened"));
  for (guint i = records->len; i > 0; i--)
    {
      const ZbRecord *record = g_ptr_array_index (records, i - 1);
      g_autofree char *name = text_of (registry, record, "kind");
      g_autofree char *line = join (registry, record, how);

      add_row (group, name, line);
    }
}

static void
add_service (GtkBox *box, ZbRegistry *registry, gint64 person)
{
  g_autofree char *words = zb_registry_service_words (registry, person);

  if (words != NULL)
    add_row (add_group (box, _("Volunteer Service")), words, "");
}

void
zb_person_traces_fill (GtkBox *box, ZbRegistry *registry, gint64 person)
{
  add_memberships (box, registry, person);
  zb_person_letters_fill (box, registry, person);
  add_posts (box, registry, person);
  add_events (box, registry, person);
  add_service (box, registry, person);
  gtk_box_append (box, zb_life_trace_new (registry, person));
  gtk_box_append (box, zb_record_history_new (registry, &zb_kind_member, person));
}
