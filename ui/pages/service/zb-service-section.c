/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/service/zb-service-section.h"

#include <glib/gi18n.h>

#include "dialogs/zb-record-dialog.h"
#include "dialogs/zb-step-dialog.h"
#include "service/zb-registry-service.h"
#include "service/zb-words.h"
#include "shell/zb-page.h"
#include "widgets/zb-facts.h"
#include "widgets/zb-flow.h"
#include "widgets/zb-section.h"

struct _ZbServiceSection
{
  AdwBin parent_instance;

  ZbRegistry *registry; /* (owned) */
  gint64 activity;      /* 0: the meeting is none */
  GtkWidget *section;
  GtkWidget *tools;
};

G_DEFINE_FINAL_TYPE (ZbServiceSection, zb_service_section, ADW_TYPE_BIN)

static void
fill (ZbServiceSection *self, const ZbRecord *activity)
{
  static const char *const elsewhere[] = { "meeting", "title", NULL };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12), *facts = zb_facts_new ();
  g_autoptr(GPtrArray) findings = zb_registry_activity_findings (self->registry, activity->id);

  for (guint i = 0; i < activity->kind->n_fields; i++)
    if (!g_strv_contains (elsewhere, activity->kind->fields[i].name))
      zb_facts_add_field (facts, self->registry, activity, &activity->kind->fields[i], g_str_equal (activity->kind->fields[i].name, "responsible"));
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
    fill (self, activity);
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
}

static void
zb_service_section_init (ZbServiceSection *self)
{
}

static GtkWidget *
tool_new (const char *label, const char *step)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), step != NULL ? "activity.step" : "activity.edit");
  if (step != NULL)
    gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", step);
  return button;
}

GtkWidget *
zb_service_section_new (ZbRegistry *registry)
{
  ZbServiceSection *self = g_object_new (ZB_TYPE_SERVICE_SECTION, NULL);

  self->registry = g_object_ref (registry);
  self->tools = zb_flow_new (6);
  zb_flow_append (ZB_FLOW (self->tools), tool_new (_("Sign Up the _Team"), "enrol-team"));
  zb_flow_append (ZB_FLOW (self->tools), tool_new (_("Sign Up Ever_ybody"), "enrol-all"));
  zb_flow_append (ZB_FLOW (self->tools), tool_new (_("Credit _Hours…"), "credit"));
  zb_flow_append (ZB_FLOW (self->tools), tool_new (_("Edit _Activity…"), NULL));
  self->section = zb_section_new (_("Service Activity"), self->tools);
  adw_bin_set_child (ADW_BIN (self), self->section);
  return GTK_WIDGET (self);
}
