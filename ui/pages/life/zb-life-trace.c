/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/life/zb-life-trace.h"

#include <glib/gi18n.h>

#include "core/zb-codes.h"
#include "pages/life/zb-life-forms.h"
#include "service/zb-registry-person-life.h"
#include "shell/zb-page.h"
#include "widgets/zb-facts.h"

struct _ZbLifeTrace
{
  AdwBin parent_instance;

  ZbRegistry *registry; /* (owned) */
  gint64 person;
  int year;

  GtkBox *box;
};

G_DEFINE_FINAL_TYPE (ZbLifeTrace, zb_life_trace, ADW_TYPE_BIN)

/* Rows. */

static void
on_row_activated (GtkWidget *row)
{
  gint64 *id = g_object_get_data (G_OBJECT (row), "id");

  zb_page_ask_for_record (row, g_object_get_data (G_OBJECT (row), "kind"), *id);
}

static GtkWidget *
row_new (const char *icon, const char *title, const char *subtitle, const ZbKind *kind, gint64 id)
{
  GtkWidget *row = adw_action_row_new ();

  g_object_set (row, "use-markup", FALSE, "title", title, "title-lines", 0, "subtitle", subtitle != NULL ? subtitle : "", "subtitle-lines", 0, NULL);
  if (icon != NULL)
    adw_action_row_add_prefix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name (icon));
  if (kind == NULL)
    return row;
  g_object_set_data (G_OBJECT (row), "kind", (gpointer) kind);
  g_object_set_data_full (G_OBJECT (row), "id", g_memdup2 (&id, sizeof id), g_free);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  g_signal_connect (row, "activated", G_CALLBACK (on_row_activated), NULL);
  return row;
}

static AdwPreferencesGroup *
add_group (ZbLifeTrace *self, const char *title)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  gtk_box_append (self->box, group);
  return ADW_PREFERENCES_GROUP (group);
}

static char *
text_of (ZbLifeTrace *self, const ZbRecord *record, const char *field)
{
  return zb_facts_text (self->registry, record, zb_kind_field (record->kind, field));
}

/* Meetings of a year. */

static gboolean
has_come (const ZbPersonMeeting *meeting)
{
  return g_strcmp0 (meeting->state, "present") == 0 || g_strcmp0 (meeting->state, "late") == 0;
}

static char *
meeting_words (const ZbPersonMeeting *meeting)
{
  const char *state = meeting->state != NULL ? zb_code_label (zb_code_table_get ("attendance_state"), meeting->state) : _("not called");
  g_autofree char *made_up = zb_date_is_set (meeting->made_up) ? zb_date_to_print (meeting->made_up) : NULL;
  g_autoptr(GString) out = g_string_new (state);

  if (g_strcmp0 (meeting->role, "member") != 0)
    g_string_append_printf (out, " · %s", zb_code_label (zb_code_table_get ("attendance_role"), meeting->role));
  if (meeting->reason != NULL)
    g_string_append_printf (out, " · %s", meeting->reason);
  if (made_up != NULL)
    /* Translators: %s is a day */
    g_string_append_printf (out, _(" · made up on %s"), made_up);
  if (meeting->tenths > 0)
    /* Translators: %1$d.%2$d hours of study */
    g_string_append_printf (out, _(" · %1$d.%2$d hours"), meeting->tenths / 10, meeting->tenths % 10);
  return g_string_free (g_steal_pointer (&out), FALSE);
}

static GtkWidget *
meeting_row (const ZbPersonMeeting *meeting)
{
  g_autofree char *day = zb_date_to_print (meeting->day);
  g_autofree char *title = g_strdup_printf ("%s　%s", day, meeting->title);
  g_autofree char *words = meeting_words (meeting);

  return row_new (NULL, title, words, &zb_kind_meeting, meeting->meeting);
}

/* A row that opens to the meetings behind its figure. */
static void
add_meetings (AdwPreferencesGroup *group, GPtrArray *meetings, gboolean came, gboolean is_open)
{
  GtkWidget *expander = adw_expander_row_new ();
  g_autofree char *title = NULL;
  guint n = 0;

  for (guint i = 0; i < meetings->len; i++)
    {
      const ZbPersonMeeting *meeting = g_ptr_array_index (meetings, i);

      /* Who was not expected and did not come has missed nothing. */
      if (has_come (meeting) != came || (!came && !meeting->expected))
        continue;
      adw_expander_row_add_row (ADW_EXPANDER_ROW (expander), meeting_row (meeting));
      n++;
    }
  /* Translators: %u is a number of meetings */
  title = came ? g_strdup_printf (_("Came: %u"), n) : g_strdup_printf (_("Was not there: %u"), n);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (expander), title);
  adw_expander_row_add_prefix (ADW_EXPANDER_ROW (expander), gtk_image_new_from_icon_name (came ? "object-select-symbolic" : "window-close-symbolic"));
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (expander), is_open && n > 0);
  adw_expander_row_set_enable_expansion (ADW_EXPANDER_ROW (expander), n > 0);
  adw_preferences_group_add (group, expander);
}

static void fill (ZbLifeTrace *self);

static void
on_year_clicked (GtkButton *button, ZbLifeTrace *self)
{
  self->year += GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "step"));
  fill (self);
}

static GtkWidget *
year_button (ZbLifeTrace *self, const char *icon, const char *label, int step)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_object_set_data (G_OBJECT (button), "step", GINT_TO_POINTER (step));
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_year_clicked), self, 0);
  return button;
}

static void
fill_year (ZbLifeTrace *self)
{
  g_autoptr(GPtrArray) meetings = zb_registry_person_meetings (self->registry, self->person, self->year, NULL);
  /* Translators: %d is a year */
  g_autofree char *title = g_strdup_printf (_("Organisational Life of %d"), self->year);
  AdwPreferencesGroup *group = add_group (self, title);
  GtkWidget *years = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  g_autofree char *hours = NULL;

  gtk_box_append (GTK_BOX (years), year_button (self, "go-previous-symbolic", _("The Year Before"), -1));
  gtk_box_append (GTK_BOX (years), year_button (self, "go-next-symbolic", _("The Next Year"), 1));
  adw_preferences_group_set_header_suffix (group, years);
  if (meetings == NULL)
    return;
  hours = zb_registry_person_hours (self->registry, self->person, self->year, meetings);
  adw_preferences_group_add (group, row_new ("accessories-dictionary-symbolic", _("Hours of Study"), hours, NULL, 0));
  add_meetings (group, meetings, TRUE, FALSE);
  add_meetings (group, meetings, FALSE, TRUE);
}

/* The rest, of all years. */

static void
fill_ceremonies (ZbLifeTrace *self)
{
  g_autoptr(GPtrArray) ceremonies = zb_registry_person_ceremonies (self->registry, self->person, NULL);
  AdwPreferencesGroup *group;

  if (ceremonies == NULL || ceremonies->len == 0)
    return;
  group = add_group (self, _("Oaths and Ceremonies"));
  for (guint i = ceremonies->len; i > 0; i--)
    {
      const ZbPersonCeremony *ceremony = g_ptr_array_index (ceremonies, i - 1);
      g_autofree char *day = zb_date_to_print (ceremony->day);
      g_autofree char *title = g_strdup_printf ("%s　%s", day, ceremony->title);
      g_autofree char *words = g_strdup_printf ("%s · %s%s%s", zb_code_label (zb_code_table_get ("ceremony_type"), ceremony->type),
                                                zb_code_label (zb_code_table_get ("ceremony_role"), ceremony->role), ceremony->is_held ? "" : " · ",
                                                ceremony->is_held ? "" : _("not held yet"));

      adw_preferences_group_add (group, row_new (NULL, title, words, &zb_kind_meeting, ceremony->meeting));
    }
}

static GPtrArray *
records_of (ZbLifeTrace *self, const ZbKind *kind, const char *field)
{
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, self->person);

  return zb_registry_list (self->registry, kind, field, id, NULL);
}

static void
fill_talks (ZbLifeTrace *self)
{
  static const char *const sides[][2] = { { "person", "other" }, { "other", "person" } };
  AdwPreferencesGroup *group = NULL;

  for (guint s = 0; s < G_N_ELEMENTS (sides); s++)
    {
      g_autoptr(GPtrArray) talks = records_of (self, &zb_kind_talk, sides[s][0]);

      for (guint i = talks != NULL ? talks->len : 0; i > 0; i--)
        {
          const ZbRecord *talk = g_ptr_array_index (talks, i - 1);
          g_autofree char *on = text_of (self, talk, "on");
          g_autofree char *with = text_of (self, talk, sides[s][1]);
          g_autofree char *title = g_strdup_printf ("%s　%s", on, with);
          g_autofree char *subject = text_of (self, talk, "subject");

          group = group != NULL ? group : add_group (self, _("Talks"));
          adw_preferences_group_add (group, row_new (NULL, title, subject, &zb_kind_talk, talk->id));
        }
    }
}

static void
fill_appraisals (ZbLifeTrace *self)
{
  g_autoptr(GPtrArray) records = records_of (self, &zb_kind_appraisal, "person");
  AdwPreferencesGroup *group;

  if (records == NULL || records->len == 0)
    return;
  group = add_group (self, _("Appraisals"));
  for (guint i = records->len; i > 0; i--)
    {
      const ZbRecord *record = g_ptr_array_index (records, i - 1);
      g_autofree char *year = text_of (self, record, "year");
      g_autofree char *grade = text_of (self, record, "grade");
      g_autofree char *comment = text_of (self, record, "comment");
      g_autofree char *title = g_strdup_printf ("%s　%s", year, *grade != '\0' ? grade : "—");

      adw_preferences_group_add (group, row_new (NULL, title, comment, &zb_kind_appraisal, record->id));
    }
}

static void
on_exempt_clicked (ZbLifeTrace *self)
{
  g_autoptr(ZbRecord) record = zb_record_new (&zb_kind_exemption);
  g_autofree char *today = zb_date_to_text (zb_registry_today (self->registry));

  zb_record_set_int (record, "person", self->person);
  zb_record_set (record, "started_on", today);
  zb_life_form_record (GTK_WIDGET (self), self->registry, record);
}

static void
fill_exemptions (ZbLifeTrace *self)
{
  g_autoptr(GPtrArray) records = records_of (self, &zb_kind_exemption, "person");
  AdwPreferencesGroup *group = add_group (self, _("Exemptions From Meetings"));
  GtkWidget *add = gtk_button_new_with_mnemonic (_("Add _Exemption…"));

  gtk_widget_add_css_class (add, "flat");
  gtk_widget_set_sensitive (add, !zb_registry_is_read_only (self->registry));
  g_signal_connect_object (add, "clicked", G_CALLBACK (on_exempt_clicked), self, G_CONNECT_SWAPPED);
  adw_preferences_group_set_header_suffix (group, add);
  for (guint i = records != NULL ? records->len : 0; i > 0; i--)
    {
      const ZbRecord *record = g_ptr_array_index (records, i - 1);
      g_autofree char *kind = text_of (self, record, "kind");
      g_autofree char *reason = text_of (self, record, "reason");
      g_autofree char *from = text_of (self, record, "started_on");
      g_autofree char *to = text_of (self, record, "ended_on");
      g_autofree char *title = g_strdup_printf ("%s　%s", kind, reason);
      g_autofree char *time = g_strdup_printf ("%s – %s", from, *to != '\0' ? to : _("further notice"));

      adw_preferences_group_add (group, row_new (NULL, title, time, &zb_kind_exemption, record->id));
    }
}

static void
fill (ZbLifeTrace *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->box))) != NULL)
    gtk_box_remove (self->box, child);
  fill_year (self);
  fill_ceremonies (self);
  fill_talks (self);
  fill_appraisals (self);
  fill_exemptions (self);
}

static void
zb_life_trace_dispose (GObject *object)
{
  g_clear_object (&ZB_LIFE_TRACE (object)->registry);
  G_OBJECT_CLASS (zb_life_trace_parent_class)->dispose (object);
}

static void
zb_life_trace_class_init (ZbLifeTraceClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = zb_life_trace_dispose;
}

static void
zb_life_trace_init (ZbLifeTrace *self)
{
}

GtkWidget *
zb_life_trace_new (ZbRegistry *registry, gint64 person)
{
  ZbLifeTrace *self = g_object_new (ZB_TYPE_LIFE_TRACE, NULL);

  self->registry = g_object_ref (registry);
  self->person = person;
  self->year = zb_registry_today (registry).year;
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 18));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->box));
  fill (self);
  return GTK_WIDGET (self);
}
