/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/members/zb-person-traces.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "service/zb-words.h"
#include "shell/zb-page.h"
#include "widgets/zb-facts.h"

/* Changes beyond these are in the log. */
#define MAX_CHANGES 60

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

/* Changes, with a way back. */

typedef struct {
  ZbRegistry *registry; /* (owned) */
  gint64 person;
  char *field;
  char *value;
} Earlier;

static void
earlier_free (gpointer data, GClosure *closure)
{
  Earlier *earlier = data;

  g_object_unref (earlier->registry);
  g_free (earlier->field);
  g_free (earlier->value);
  g_free (earlier);
}

static void
on_restored (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr(GtkWidget) box = GTK_WIDGET (user_data);
  g_autoptr(GError) error = NULL;
  g_autofree char *words = NULL;

  if (!zb_registry_write_finish (ZB_REGISTRY (source), result, &words, &error))
    zb_page_say_error (box, error);
  else
    zb_page_say (box, words, TRUE);
}

static void
on_restore_clicked (GtkButton *button, Earlier *earlier)
{
  GtkWidget *page = gtk_widget_get_ancestor (GTK_WIDGET (button), ZB_TYPE_PAGE);

  zb_registry_restore_value_async (earlier->registry, &zb_kind_member, earlier->person, earlier->field, earlier->value, NULL,
                                   on_restored, g_object_ref (page));
}

static char *
when_and_who (const ZbHistoryChange *change)
{
  g_autoptr(GDateTime) at = g_date_time_new_from_iso8601 (change->at, NULL);
  g_autoptr(GDateTime) local = at != NULL ? g_date_time_to_local (at) : NULL;
  g_autofree char *when = local != NULL ? g_date_time_format (local, "%x %H:%M") : g_strdup (change->at);

  return g_strdup_printf ("%s · %s", when, change->who);
}

static gboolean
can_restore (ZbRegistry *registry, const ZbHistoryChange *change, gint64 person)
{
  const ZbField *field = change->field != NULL ? zb_kind_field (&zb_kind_member, change->field) : NULL;

  return field != NULL && g_strcmp0 (change->kind, "member") == 0 && change->record == person &&
         g_strcmp0 (change->op, "update") == 0 && !zb_registry_is_read_only (registry);
}

static void
add_restore (GtkWidget *row, ZbRegistry *registry, const ZbHistoryChange *change)
{
  GtkWidget *button = gtk_button_new_with_label (_("Put Back"));
  Earlier *earlier = g_new0 (Earlier, 1);
  /* Translators: for a screen reader; %s is the name of a field */
  g_autofree char *name = g_strdup_printf (_("Put back the earlier value: %s"), _(zb_kind_field (&zb_kind_member, change->field)->label));

  earlier->registry = g_object_ref (registry);
  earlier->person = change->record;
  earlier->field = g_strdup (change->field);
  earlier->value = g_strdup (change->before);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _("Sets this field to what it was before the change"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_data (button, "clicked", G_CALLBACK (on_restore_clicked), earlier, earlier_free, 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

static void
add_changes (GtkBox *box, ZbRegistry *registry, gint64 person)
{
  g_autoptr(GPtrArray) changes = zb_registry_history (registry, &zb_kind_member, person, NULL);
  AdwPreferencesGroup *group;

  if (changes == NULL || changes->len == 0)
    return;
  group = add_group (box, _("Changes"));
  for (guint i = 0; i < MIN (changes->len, MAX_CHANGES); i++)
    {
      const ZbHistoryChange *change = g_ptr_array_index (changes, i);
      g_autofree char *words = zb_words_change (change);
      g_autofree char *when = when_and_who (change);
      GtkWidget *row = add_row (group, words, when);

      if (can_restore (registry, change, person))
        add_restore (row, registry, change);
    }
}

void
zb_person_traces_fill (GtkBox *box, ZbRegistry *registry, gint64 person)
{
  add_memberships (box, registry, person);
  add_posts (box, registry, person);
  add_events (box, registry, person);
  add_changes (box, registry, person);
}
