/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/life/zb-meeting-head.h"

#include <glib/gi18n.h>

#include "core/zb-codes.h"
#include "pages/life/zb-meeting-documents.h"
#include "pages/life/zb-meeting-papers.h"
#include "service/zb-registry-ceremony.h"
#include "service/zb-registry-life.h"
#include "service/zb-words.h"
#include "widgets/zb-facts.h"
#include "widgets/zb-first-focus.h"
#include "widgets/zb-flow.h"
#include "widgets/zb-section.h"

struct _ZbMeetingHead
{
  AdwBin parent_instance;

  ZbRegistry *registry; /* (owned) */
  gint64 meeting;

  GtkLabel *title;
  GtkLabel *line;
  GtkWidget *screen_button;
  GtkWidget *roll_button;
  GtkWidget *edit_button;
  GtkMenuButton *steps_button;
  GtkMenuButton *papers_button;
  GtkBox *findings;
};

G_DEFINE_FINAL_TYPE (ZbMeetingHead, zb_meeting_head, ADW_TYPE_BIN)

char *
zb_meeting_day_words (const ZbRecord *meeting)
{
  gboolean is_held = zb_record_get (meeting, "held_on") != NULL;
  g_autofree char *day = zb_date_to_print (zb_record_get_date (meeting, is_held ? "held_on" : "planned_on"));
  const char *from = zb_record_get (meeting, is_held ? "started_at" : "planned_at");
  const char *until = is_held ? zb_record_get (meeting, "ended_at") : NULL;

  if (*day == '\0')
    return g_strdup (_("no day yet"));
  return g_strdup_printf ("%s%s%s%s%s", day, from != NULL ? " " : "", from != NULL ? from : "", until != NULL ? "–" : "", until != NULL ? until : "");
}

/* Facts, in as many columns as there is room for. */

#define FACTS_WIDTH 280
#define FACTS_IN_A_COLUMN 7

GtkWidget *
zb_meeting_facts_new (ZbRegistry *registry, const ZbRecord *meeting)
{
  /* In the head, or with a place of their own on the page. */
  static const char *const elsewhere[] = { "org", "kind", "title", "state", "contents", "views", "decisions", "venue", NULL };
  GtkWidget *flow = zb_flow_new (18);
  GtkWidget *column = NULL;
  guint n = 0;

  for (guint i = 0; i < zb_kind_meeting.n_fields; i++)
    {
      const ZbField *field = &zb_kind_meeting.fields[i];

      if ((field->flags & ZB_FIELD_HIDDEN) != 0 || g_strv_contains (elsewhere, field->name) || zb_record_get (meeting, field->name) == NULL)
        continue;
      if (n++ % FACTS_IN_A_COLUMN == 0)
        {
          column = zb_facts_new ();
          gtk_widget_set_size_request (column, FACTS_WIDTH, -1);
          gtk_widget_set_hexpand (column, TRUE);
          gtk_widget_set_valign (column, GTK_ALIGN_START);
          zb_flow_append (ZB_FLOW (flow), column);
        }
      zb_facts_add_field (column, registry, meeting, field, TRUE);
    }
  if (n == 0)
    zb_flow_append (ZB_FLOW (flow), zb_section_line_new (_("Nothing is entered yet.")));
  return flow;
}

/* What can be done. */

static void
append_action (GMenu *menu, const char *label, const char *action, const char *target)
{
  g_autoptr(GMenuItem) item = g_menu_item_new (label, NULL);

  if (target != NULL)
    g_menu_item_set_action_and_target (item, action, "s", target);
  else
    g_menu_item_set_detailed_action (item, action);
  g_menu_append_item (menu, item);
}

static void
make_steps (GtkMenuButton *button, gpointer user_data)
{
  ZbMeetingHead *self = ZB_MEETING_HEAD (user_data);
  const ZbCodeTable *kinds = zb_code_table_get ("meeting_kind");
  g_autoptr(GPtrArray) steps = zb_registry_allowed_steps (self->registry, &zb_kind_meeting, self->meeting);
  g_autoptr(ZbRecord) meeting = zb_registry_get (self->registry, &zb_kind_meeting, self->meeting, FALSE, NULL);
  g_autoptr(GMenu) menu = g_menu_new ();
  g_autoptr(GMenu) first = g_menu_new ();
  g_autoptr(GMenu) beside = g_menu_new ();
  g_autoptr(GMenu) last = g_menu_new ();
  g_autoptr(ZbRecord) ceremony = zb_registry_ceremony_of (self->registry, self->meeting);

  for (guint i = 0; steps != NULL && i < steps->len; i++)
    {
      const ZbStep *step = g_ptr_array_index (steps, i);
      g_autofree char *label = g_strdup_printf ("%s…", _(step->label));

      append_action (first, label, "meeting.step", step->name);
    }
  for (guint i = 0; meeting != NULL && i < kinds->n_codes; i++)
    if (g_strcmp0 (kinds->codes[i].code, zb_record_get (meeting, "kind")) != 0 && g_strcmp0 (kinds->codes[i].code, "ceremony") != 0)
      append_action (beside, kinds->codes[i].label, "meeting.beside", kinds->codes[i].code);
  if (ceremony == NULL)
    append_action (last, _("Ceremony on This _Occasion…"), "meeting.ceremony", NULL);
  append_action (last, _("_Take the Meeting Back"), "meeting.withdraw", NULL);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (first));
  g_menu_append_section (menu, _("Same Occasion, Another Kind"), G_MENU_MODEL (beside));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (last));
  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (menu));
}

static void
make_papers (GtkMenuButton *button, gpointer user_data)
{
  ZbMeetingHead *self = ZB_MEETING_HEAD (user_data);
  g_autoptr(ZbRecord) meeting = zb_registry_get (self->registry, &zb_kind_meeting, self->meeting, FALSE, NULL);
  g_autoptr(GMenuModel) lists = zb_meeting_papers_menu (meeting);
  g_autoptr(GMenuModel) documents = zb_meeting_documents_menu (self->registry, meeting);
  g_autoptr(GMenu) menu = g_menu_new ();

  g_menu_append_section (menu, NULL, lists);
  g_menu_append_section (menu, NULL, documents);
  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (menu));
}

/* What the rules find: quiet lines that explain themselves. */

static GtkWidget *
finding_new (const ZbFinding *finding)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *icon = gtk_image_new_from_icon_name (finding->level == ZB_FINDING_WARNING ? "dialog-information-symbolic" : "dialog-warning-symbolic");
  g_autofree char *words = zb_words_finding (finding);
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_valign (icon, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (line), icon);
  gtk_box_append (GTK_BOX (line), label);
  return line;
}

static void
fill_findings (ZbMeetingHead *self)
{
  g_autoptr(GPtrArray) findings = zb_registry_meeting_findings (self->registry, self->meeting);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->findings))) != NULL)
    gtk_box_remove (self->findings, child);
  for (guint i = 0; findings != NULL && i < findings->len; i++)
    gtk_box_append (self->findings, finding_new (g_ptr_array_index (findings, i)));
  gtk_widget_set_visible (GTK_WIDGET (self->findings), gtk_widget_get_first_child (GTK_WIDGET (self->findings)) != NULL);
}

void
zb_meeting_head_show (ZbMeetingHead *self, const ZbRecord *meeting)
{
  g_autofree char *org = zb_registry_title (self->registry, &zb_kind_organization, zb_record_get_int (meeting, "org"));
  g_autoptr(ZbRecord) ceremony = zb_registry_ceremony_of (self->registry, meeting->id);
  g_autofree char *day = zb_meeting_day_words (meeting);
  const char *place = zb_record_get (meeting, "place");
  g_autofree char *line = g_strdup_printf ("%s · %s · %s · %s%s%s", zb_code_label (zb_code_table_get ("meeting_state"), zb_record_get (meeting, "state")),
                                           zb_code_label (zb_code_table_get ("meeting_kind"), zb_record_get (meeting, "kind")), org, day,
                                           place != NULL ? " · " : "", place != NULL ? place : "");

  self->meeting = meeting->id;
  gtk_label_set_label (self->title, zb_record_title (meeting));
  gtk_label_set_label (self->line, line);
  gtk_widget_set_visible (self->screen_button, ceremony != NULL);
  fill_findings (self);
}

static gboolean
zb_meeting_head_grab_focus (GtkWidget *widget)
{
  ZbMeetingHead *self = ZB_MEETING_HEAD (widget);

  return gtk_widget_grab_focus (self->roll_button) || gtk_widget_grab_focus (self->edit_button) || gtk_widget_grab_focus (GTK_WIDGET (self->papers_button));
}

static void
zb_meeting_head_dispose (GObject *object)
{
  g_clear_object (&ZB_MEETING_HEAD (object)->registry);
  G_OBJECT_CLASS (zb_meeting_head_parent_class)->dispose (object);
}

static void
zb_meeting_head_class_init (ZbMeetingHeadClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = zb_meeting_head_dispose;
  zb_widget_class_set_first_focus (GTK_WIDGET_CLASS (klass), zb_meeting_head_grab_focus);
}

static GtkWidget *
tool_new (const char *label, const char *tooltip, const char *action)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  return button;
}

static GtkMenuButton *
menu_new (ZbMeetingHead *self, const char *label, const char *tooltip, GtkMenuButtonCreatePopupFunc make)
{
  GtkMenuButton *button = GTK_MENU_BUTTON (gtk_menu_button_new ());

  gtk_menu_button_set_use_underline (button, TRUE);
  gtk_menu_button_set_label (button, label);
  gtk_widget_set_valign (GTK_WIDGET (button), GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (GTK_WIDGET (button), tooltip);
  gtk_menu_button_set_create_popup_func (button, make, self, NULL);
  return button;
}

static void
zb_meeting_head_init (ZbMeetingHead *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  GtkWidget *flow = zb_flow_new (6);
  GtkWidget *names = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->title = GTK_LABEL (gtk_label_new (NULL));
  self->line = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->title, 0);
  gtk_label_set_wrap (self->title, TRUE);
  gtk_label_set_wrap_mode (self->title, PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (self->line, 0);
  gtk_label_set_wrap (self->line, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->title), "title-1");
  gtk_widget_add_css_class (GTK_WIDGET (self->line), "dim-label");
  gtk_widget_set_hexpand (names, TRUE);
  gtk_box_append (GTK_BOX (names), GTK_WIDGET (self->title));
  gtk_box_append (GTK_BOX (names), GTK_WIDGET (self->line));
  self->screen_button = tool_new (_("_Big Screen"), _("The programme and the oath for the hall, step by step (F5)"), "meeting.screen");
  gtk_widget_set_visible (self->screen_button, FALSE);
  self->roll_button = tool_new (_("Call the _Roll"), _("Mark who came, by keyboard"), "meeting.roll");
  gtk_widget_add_css_class (self->roll_button, "suggested-action");
  self->edit_button = tool_new (_("_Edit"), _("Time, place, people and study (F2)"), "meeting.edit");
  self->steps_button = menu_new (self, _("S_teps"), _("Record as held, cancel, take back, and the same occasion as another kind"), make_steps);
  self->papers_button = menu_new (self, _("_Print"), _("Sheets and lists of this meeting"), make_papers);
  self->findings = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 6));
  gtk_widget_add_css_class (GTK_WIDGET (self->findings), "findings");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->findings), GTK_ACCESSIBLE_PROPERTY_LABEL, _("To Look At"), -1);
  zb_flow_append (ZB_FLOW (flow), names);
  zb_flow_append (ZB_FLOW (flow), self->screen_button);
  zb_flow_append (ZB_FLOW (flow), self->roll_button);
  zb_flow_append (ZB_FLOW (flow), self->edit_button);
  zb_flow_append (ZB_FLOW (flow), GTK_WIDGET (self->steps_button));
  zb_flow_append (ZB_FLOW (flow), GTK_WIDGET (self->papers_button));
  gtk_box_append (GTK_BOX (box), flow);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->findings));
  adw_bin_set_child (ADW_BIN (self), box);
}

GtkWidget *
zb_meeting_head_new (ZbRegistry *registry)
{
  ZbMeetingHead *self = g_object_new (ZB_TYPE_MEETING_HEAD, NULL);

  self->registry = g_object_ref (registry);
  gtk_widget_set_visible (GTK_WIDGET (self->steps_button), !zb_registry_is_read_only (registry));
  return GTK_WIDGET (self);
}
