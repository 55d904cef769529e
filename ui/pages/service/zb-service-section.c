/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/service/zb-service-section.h"

#include <glib/gi18n.h>

#include "core/service/zb-service.h"
#include "dialogs/zb-record-dialog.h"
#include "dialogs/zb-record-list.h"
#include "dialogs/zb-step-dialog.h"
#include "pages/service/zb-hours-list.h"
#include "pages/service/zb-sign-up-dialog.h"
#include "service/zb-registry-service.h"
#include "service/zb-words.h"
#include "shell/zb-page.h"
#include "widgets/zb-facts.h"
#include "widgets/zb-flow.h"
#include "widgets/zb-section.h"

/* Names of a shift that are told in a line. */
#define MAX_NAMES 30

struct _ZbServiceSection
{
  AdwBin parent_instance;

  ZbRegistry *registry; /* (owned) */
  gint64 activity;      /* 0: the meeting is none */
  GtkWidget *section;
  GtkWidget *tools;
  GtkWidget *uncredit; /* unowned: of the tools */
  GtkWidget *hours;
};

G_DEFINE_FINAL_TYPE (ZbServiceSection, zb_service_section, ADW_TYPE_BIN)

/* Who signed up for a shift; @shift %NULL: for none of those that the activity has. */
static char *
shift_words (GPtrArray *roll, const char *shift, const char *const *shifts)
{
  g_autoptr(GString) names = g_string_new (NULL);
  guint n = 0;

  for (guint i = 0; i < roll->len; i++)
    {
      const ZbRecord *row = g_ptr_array_index (roll, i);
      const char *of_row = zb_record_get (row, "shift");

      if (shift != NULL ? g_strcmp0 (of_row, shift) != 0 : of_row != NULL && g_strv_contains (shifts, of_row))
        continue;
      if (n++ < MAX_NAMES)
        g_string_append_printf (names, "%s%s", n > 1 ? _(", ") : "", zb_record_title (row));
    }
  if (n > MAX_NAMES)
    g_string_append (names, "…");
  /* Translators: %1$u a number of people, %2$s their names */
  return n > 0 ? g_strdup_printf (ngettext ("%1$u person: %2$s", "%1$u people: %2$s", n), n, names->str) : g_strdup (_("nobody yet"));
}

/* How many are needed, and how many signed up, for each shift. */
static void
add_signed_up (ZbServiceSection *self, GtkWidget *facts, const ZbRecord *activity)
{
  g_autoptr(GPtrArray) roll = zb_registry_list (self->registry, &zb_kind_attendance, "meeting", zb_record_get (activity, "meeting"), NULL);
  g_auto(GStrv) shifts = zb_service_shifts (zb_record_get (activity, "shifts"));
  gint64 needed = zb_record_get_int (activity, "needed");
  g_autofree char *words = NULL;

  if (roll == NULL)
    return;
  if (needed <= 0)
    words = g_strdup_printf (ngettext ("%u person", "%u people", roll->len), roll->len);
  else if (needed > roll->len)
    /* Translators: %1$u signed up, %2$u are needed, %3$u are missing */
    words = g_strdup_printf (_("%1$u of %2$u needed; %3$u more are looked for"), roll->len, (guint) needed, (guint) needed - roll->len);
  else
    /* Translators: %1$u signed up, %2$u are needed */
    words = g_strdup_printf (_("%1$u of %2$u needed"), roll->len, (guint) needed);
  zb_facts_add (facts, _("Signed Up"), words);
  for (guint i = 0; shifts[0] != NULL && (i == 0 || shifts[i - 1] != NULL); i++)
    {
      g_autofree char *people = shift_words (roll, shifts[i], (const char *const *) shifts);

      zb_facts_add (facts, shifts[i] != NULL ? shifts[i] : _("Without a Shift"), people);
    }
}

static void
fill (ZbServiceSection *self, const ZbRecord *activity)
{
  static const char *const elsewhere[] = { "meeting", "title", NULL };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12), *facts = zb_facts_new ();
  g_autoptr(GPtrArray) findings = zb_registry_activity_findings (self->registry, activity->id);

  for (guint i = 0; i < activity->kind->n_fields; i++)
    if (!g_strv_contains (elsewhere, activity->kind->fields[i].name) && (activity->kind->fields[i].flags & ZB_FIELD_HIDDEN) == 0)
      zb_facts_add_field (facts, self->registry, activity, &activity->kind->fields[i], g_str_equal (activity->kind->fields[i].name, "responsible"));
  add_signed_up (self, facts, activity);
  gtk_box_append (GTK_BOX (box), facts);
  for (guint i = 0; findings != NULL && i < findings->len; i++)
    {
      g_autofree char *words = zb_words_finding (g_ptr_array_index (findings, i));

      gtk_box_append (GTK_BOX (box), zb_section_line_new (words));
    }
  zb_section_set_content (self->section, box);
}

gboolean
zb_service_section_show (ZbServiceSection *self, const ZbRecord *meeting)
{
  g_autoptr(ZbRecord) activity = zb_registry_activity_of (self->registry, meeting->id);

  self->activity = activity != NULL ? activity->id : 0;
  gtk_widget_set_visible (self->tools, !zb_registry_is_read_only (self->registry));
  if (activity != NULL)
    {
      fill (self, activity);
      zb_record_list_show (ZB_RECORD_LIST (self->hours), "activity", activity->id);
      gtk_widget_set_visible (self->uncredit, zb_record_list_get_records (ZB_RECORD_LIST (self->hours))->len > 0);
    }
  return activity != NULL;
}

static void
on_said (GtkWidget *self, const char *words)
{
  zb_page_say (self, words, TRUE);
}

static void
on_saved (GtkWidget *self, gint64 id, const char *words)
{
  zb_page_say (self, words, TRUE);
}

static void
edit (GtkWidget *widget, const char *action, GVariant *parameter)
{
  static const char *const fields[] = {
    "title", "contents", "served", "served_people", "team", "responsible", "needed", "shifts", "quality", NULL
  };
  static const ZbFormSpec spec = { .fields = fields };
  ZbServiceSection *self = ZB_SERVICE_SECTION (widget);
  g_autoptr(ZbRecord) activity = zb_registry_get (self->registry, &zb_kind_service_activity, self->activity, FALSE, NULL);
  g_autofree char *title = NULL;
  ZbRecordDialog *dialog;

  if (activity == NULL)
    return;
  title = g_strdup_printf (_("Edit %s"), zb_record_title (activity));
  dialog = zb_record_dialog_new_with (self->registry, activity, 0, &spec, title);
  g_signal_connect_object (dialog, "saved", G_CALLBACK (on_saved), self, G_CONNECT_SWAPPED);
  zb_page_present (widget, GTK_WINDOW (dialog));
}

static void
on_written (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr(GtkWidget) self = GTK_WIDGET (user_data);
  g_autoptr(GError) error = NULL;
  g_autofree char *words = NULL;

  if (!zb_registry_write_finish (ZB_REGISTRY (source), result, &words, &error))
    zb_page_say_error (self, error);
  else
    zb_page_say (self, words != NULL ? words : _("Everybody is signed up already"), words != NULL);
}

/* A step that asks for nothing is done at once. */
static void
take_step (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ZbServiceSection *self = ZB_SERVICE_SECTION (widget);
  const ZbStep *step = zb_kind_step (&zb_kind_service_activity, g_variant_get_string (parameter, NULL));
  g_autoptr(GHashTable) nothing = g_hash_table_new (g_str_hash, g_str_equal);
  g_autofree char *title = NULL;
  GtkWindow *dialog;

  if (step == NULL || self->activity == 0)
    return;
  if (step->n_fields == 0)
    {
      zb_registry_step_async (self->registry, &zb_kind_service_activity, &self->activity, 1, step, nothing, NULL, on_written, g_object_ref (self));
      return;
    }
  title = zb_registry_title (self->registry, &zb_kind_service_activity, self->activity);
  dialog = zb_step_dialog_new (self->registry, &zb_kind_service_activity, &self->activity, 1, step, title);
  g_signal_connect_object (dialog, "done", G_CALLBACK (on_said), self, G_CONNECT_SWAPPED);
  zb_page_present (widget, dialog);
}

static void
sign_up (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ZbServiceSection *self = ZB_SERVICE_SECTION (widget);
  GtkWindow *dialog;

  if (self->activity == 0)
    return;
  dialog = zb_sign_up_dialog_new (self->registry, self->activity);
  g_signal_connect_object (dialog, "done", G_CALLBACK (on_said), self, G_CONNECT_SWAPPED);
  zb_page_present (widget, dialog);
}

static void
zb_service_section_dispose (GObject *object)
{
  g_clear_object (&ZB_SERVICE_SECTION (object)->registry);
  G_OBJECT_CLASS (zb_service_section_parent_class)->dispose (object);
}

static void
zb_service_section_class_init (ZbServiceSectionClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = zb_service_section_dispose;
  gtk_widget_class_install_action (widget_class, "activity.edit", NULL, edit);
  gtk_widget_class_install_action (widget_class, "activity.step", "s", take_step);
  gtk_widget_class_install_action (widget_class, "activity.sign-up", NULL, sign_up);
}

static void
zb_service_section_init (ZbServiceSection *self)
{
}

static GtkWidget *
tool_new (const char *label, const char *action, const char *step)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  if (step != NULL)
    gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", step);
  return button;
}

GtkWidget *
zb_service_section_new (ZbRegistry *registry)
{
  ZbServiceSection *self = g_object_new (ZB_TYPE_SERVICE_SECTION, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  self->registry = g_object_ref (registry);
  self->tools = zb_flow_new (6);
  self->uncredit = tool_new (_("Take Hours _Back…"), "activity.step", "uncredit");
  zb_flow_append (ZB_FLOW (self->tools), tool_new (_("Sign _Up…"), "activity.sign-up", NULL));
  zb_flow_append (ZB_FLOW (self->tools), tool_new (_("Sign Up the _Team"), "activity.step", "enrol-team"));
  zb_flow_append (ZB_FLOW (self->tools), tool_new (_("Sign Up Ever_ybody"), "activity.step", "enrol-all"));
  zb_flow_append (ZB_FLOW (self->tools), tool_new (_("Credit _Hours…"), "activity.step", "credit"));
  zb_flow_append (ZB_FLOW (self->tools), self->uncredit);
  zb_flow_append (ZB_FLOW (self->tools), tool_new (_("Edit _Activity…"), "activity.edit", NULL));
  self->section = zb_section_new (_("Service Activity"), self->tools);
  self->hours = zb_hours_list_new (registry);
  gtk_box_append (GTK_BOX (box), self->section);
  gtk_box_append (GTK_BOX (box), self->hours);
  adw_bin_set_child (ADW_BIN (self), box);
  return GTK_WIDGET (self);
}
