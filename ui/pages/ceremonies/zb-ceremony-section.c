/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/ceremonies/zb-ceremony-section.h"

#include <glib/gi18n.h>
#include <string.h>

#include "core/life/zb-oath.h"
#include "dialogs/zb-record-dialog.h"
#include "dialogs/zb-record-list.h"
#include "pages/ceremonies/zb-ceremony-dialog.h"
#include "service/zb-registry-ceremony.h"
#include "shell/zb-page.h"
#include "widgets/zb-facts.h"
#include "widgets/zb-flow.h"
#include "widgets/zb-section.h"

#define COLUMN_WIDTH 280
#define FACTS_IN_A_COLUMN 5

struct _ZbCeremonySection
{
  AdwBin parent_instance;

  ZbRegistry *registry; /* (owned) */
  gint64 meeting;
  gint64 ceremony;      /* 0: it is to be set up yet */

  GtkWidget *section;
  GtkWidget *tools;
  GtkWidget *people;
};

G_DEFINE_FINAL_TYPE (ZbCeremonySection, zb_ceremony_section, ADW_TYPE_BIN)

/* People. */

static const char *const person_fields[] = { "person", "name", "role", "sex", "birth_date", "joined_on", "introducers", "branch_name", "note", NULL };
static const ZbFormSpec person_form = { .fields = person_fields };

static char *
person_line (ZbRegistry *registry, const ZbRecord *person)
{
  g_autofree char *role = zb_facts_text (registry, person, zb_kind_field (person->kind, "role"));

  return g_strdup_printf ("%" G_GINT64_FORMAT ". %s　%s", zb_record_get_int (person, "number"), zb_record_title (person), role);
}

static char *
person_detail (ZbRegistry *registry, const ZbRecord *person)
{
  static const char *const fields[] = { "sex", "joined_on", "introducers", "branch_name", "note" };
  g_autoptr(GString) out = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      const ZbField *field = zb_kind_field (person->kind, fields[i]);
      g_autofree char *text = zb_facts_text (registry, person, field);
      gboolean is_named = g_str_equal (fields[i], "joined_on") || g_str_equal (fields[i], "introducers");

      if (text != NULL && *text != '\0')
        g_string_append_printf (out, "%s%s%s%s", out->len > 0 ? " · " : "", is_named ? field->heading : "", is_named ? " " : "", text);
    }
  return g_string_free (g_steal_pointer (&out), FALSE);
}

static const ZbRecordListSpec people_spec = {
  .kind = &zb_kind_ceremony_person,
  .title = N_("People of the Ceremony"),
  .add = N_("Add Pe_ople…"),
  .none = N_("Nobody is entered yet: who swears, is honoured, or speaks."),
  .ordered = TRUE,
  .adds = TRUE,
  .form = &person_form,
  .line = person_line,
  .detail = person_detail,
};

static void
on_said (GtkWidget *self, gint64 id, const char *words)
{
  zb_page_say (self, words, TRUE);
}

static void
on_add_wanted (ZbCeremonySection *self)
{
  g_autoptr(ZbRecord) meeting = zb_registry_get (self->registry, &zb_kind_meeting, self->meeting, FALSE, NULL);
  g_autoptr(ZbRecord) ceremony = zb_registry_ceremony_of (self->registry, self->meeting);
  GtkWindow *dialog;

  if (meeting == NULL || ceremony == NULL)
    return;
  dialog = zb_ceremony_dialog_new_people (self->registry, meeting, ceremony);
  g_signal_connect_object (dialog, "saved", G_CALLBACK (on_said), self, G_CONNECT_SWAPPED);
  zb_page_present (GTK_WIDGET (self), dialog);
}

/* Facts and oath. */

static GtkWidget *
facts_new (ZbRegistry *registry, const ZbRecord *ceremony)
{
  static const char *const elsewhere[] = { "meeting", "title", "own_text", NULL };
  GtkWidget *flow = zb_flow_new (18), *column = NULL;
  guint n = 0;

  for (guint i = 0; i < zb_kind_ceremony.n_fields; i++)
    {
      const ZbField *field = &zb_kind_ceremony.fields[i];

      if (g_strv_contains (elsewhere, field->name) || zb_record_get (ceremony, field->name) == NULL)
        continue;
      if (n++ % FACTS_IN_A_COLUMN == 0)
        {
          column = zb_facts_new ();
          gtk_widget_set_size_request (column, COLUMN_WIDTH, -1);
          gtk_widget_set_hexpand (column, TRUE);
          gtk_widget_set_valign (column, GTK_ALIGN_START);
          zb_flow_append (ZB_FLOW (flow), column);
        }
      zb_facts_add_field (column, registry, ceremony, field, TRUE);
    }
  return flow;
}

/* The oath as it stands on its page; %NULL where nothing is sworn. */
static char *
oath_words (const ZbRecord *ceremony)
{
  const char *text = zb_record_get (ceremony, "text"), *own = zb_record_get (ceremony, "own_text");

  if (g_strcmp0 (text, "none") == 0)
    return NULL;
  if (g_strcmp0 (text, "own") == 0)
    return g_strdup (own != NULL ? own : _("The team’s own oath is not entered yet: press Edit."));
  return g_strjoinv ("\n", (char **) zb_oath_lines ());
}

static GtkWidget *
oath_new (const char *words)
{
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_widget_set_can_focus (label, FALSE);
  gtk_widget_add_css_class (label, "oath");
  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, _("Oath"), -1);
  return label;
}

static void
fill (ZbCeremonySection *self, const ZbRecord *ceremony)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  g_autofree char *oath = oath_words (ceremony);

  gtk_box_append (GTK_BOX (box), facts_new (self->registry, ceremony));
  if (oath != NULL)
    gtk_box_append (GTK_BOX (box), oath_new (oath));
  zb_section_set_content (self->section, box);
}

gboolean
zb_ceremony_section_show (ZbCeremonySection *self, const ZbRecord *meeting)
{
  g_autoptr(ZbRecord) ceremony = zb_registry_ceremony_of (self->registry, meeting->id);
  gint64 id = ceremony != NULL ? ceremony->id : 0;

  self->meeting = meeting->id;
  gtk_widget_set_visible (self->people, ceremony != NULL);
  gtk_widget_set_visible (self->tools, ceremony != NULL);
  if (ceremony != NULL)
    fill (self, ceremony);
  else
    {
      GtkWidget *button = gtk_button_new_with_mnemonic (_("Set _Up the Ceremony…"));

      gtk_widget_set_halign (button, GTK_ALIGN_START);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "meeting.ceremony");
      zb_section_set_content (self->section, button);
    }
  if (id != 0 && id != self->ceremony)
    zb_record_list_show (ZB_RECORD_LIST (self->people), "ceremony", id);
  self->ceremony = id;
  return ceremony != NULL || g_strcmp0 (zb_record_get (meeting, "kind"), "ceremony") == 0;
}

/* What can be done. */

static void
on_written (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr(GtkWidget) self = GTK_WIDGET (user_data);
  g_autoptr(GError) error = NULL;
  g_autofree char *words = NULL;

  if (!zb_registry_write_finish (ZB_REGISTRY (source), result, &words, &error))
    zb_page_say_error (self, error);
  else
    zb_page_say (self, words != NULL ? words : _("Everything written here is still true of that day"), words != NULL);
}

static void
edit (GtkWidget *widget, const char *action, GVariant *parameter)
{
  static const char *const fields[] = {
    "type", "title", "organiser", "leader", "leader_post", "representative", "witnesses", "text", "own_text", "flag", "flag_size", "team", "wish", "news", NULL
  };
  static const ZbFormSpec spec = { .fields = fields };
  ZbCeremonySection *self = ZB_CEREMONY_SECTION (widget);
  g_autoptr(ZbRecord) ceremony = zb_registry_ceremony_of (self->registry, self->meeting);
  g_autofree char *title = NULL;
  ZbRecordDialog *dialog;

  if (ceremony == NULL)
    return;
  title = g_strdup_printf (_("Edit %s"), zb_record_title (ceremony));
  dialog = zb_record_dialog_new_with (self->registry, ceremony, 0, &spec, title);
  g_signal_connect_object (dialog, "saved", G_CALLBACK (on_said), self, G_CONNECT_SWAPPED);
  zb_page_present (widget, GTK_WINDOW (dialog));
}

static void
freeze (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ZbCeremonySection *self = ZB_CEREMONY_SECTION (widget);

  if (self->ceremony != 0)
    zb_registry_freeze_swearers_async (self->registry, self->ceremony, NULL, on_written, g_object_ref (self));
}

static void
zb_ceremony_section_dispose (GObject *object)
{
  g_clear_object (&ZB_CEREMONY_SECTION (object)->registry);
  G_OBJECT_CLASS (zb_ceremony_section_parent_class)->dispose (object);
}

static void
zb_ceremony_section_class_init (ZbCeremonySectionClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = zb_ceremony_section_dispose;
  gtk_widget_class_install_action (widget_class, "ceremony.edit", NULL, edit);
  gtk_widget_class_install_action (widget_class, "ceremony.freeze", NULL, freeze);
}

static void
zb_ceremony_section_init (ZbCeremonySection *self)
{
}

static GtkWidget *
tool_new (const char *label, const char *tooltip, const char *action)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  return button;
}

GtkWidget *
zb_ceremony_section_new (ZbRegistry *registry)
{
  ZbCeremonySection *self = g_object_new (ZB_TYPE_CEREMONY_SECTION, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gboolean can_write = !zb_registry_is_read_only (registry);

  self->registry = g_object_ref (registry);
  self->tools = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_box_append (GTK_BOX (self->tools), tool_new (_("Facts of the _Day Anew"), _("Writes down once more what is true of everybody on the day of the ceremony: after it was moved, or a name was corrected"), "ceremony.freeze"));
  gtk_box_append (GTK_BOX (self->tools), tool_new (_("Ed_it"), _("Type, leader, oath and flag"), "ceremony.edit"));
  self->section = zb_section_new (_("Ceremony"), self->tools);
  self->people = zb_record_list_new (registry, &people_spec);
  g_signal_connect_object (self->people, "add-wanted", G_CALLBACK (on_add_wanted), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), self->section);
  gtk_box_append (GTK_BOX (box), self->people);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "ceremony.edit", can_write);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "ceremony.freeze", can_write);
  adw_bin_set_child (ADW_BIN (self), box);
  return GTK_WIDGET (self);
}
