/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/life/zb-duty-panel.h"

#include <glib/gi18n.h>

#include "core/zb-codes.h"
#include "pages/life/zb-life-forms.h"
#include "service/zb-registry-duty.h"
#include "shell/zb-page.h"
#include "widgets/zb-flow.h"

struct _ZbDutyPanel
{
  GtkWidget parent_instance;

  ZbRegistry *registry; /* (owned) */
  ZbYearRow row;
  int year;
  guint month;
  GPtrArray *meetings;  /* (owned) (element-type ZbMeetingLine): those of the cell */

  GtkWidget *box;
  GtkLabel *title;
  GtkLabel *words;
  GtkWidget *list;      /* buttons of the meetings */
  GtkWidget *tools;
  GtkWidget *record_button;
  GtkWidget *plan_button;
  GtkWidget *exempt_button;
};

G_DEFINE_FINAL_TYPE (ZbDutyPanel, zb_duty_panel, GTK_TYPE_WIDGET)

static const char *
kind_code (ZbDutyPanel *self)
{
  return zb_code_table_get ("meeting_kind")->codes[self->row.kind].code;
}

/* Meetings of the cell: of the branch; those of its groups stand in its line too. */
static void
read_meetings (ZbDutyPanel *self)
{
  ZbDate from = { (gint16) self->year, (guint8) (self->month + 1), 1 };
  g_autoptr(GPtrArray) all = zb_registry_meetings (self->registry, self->row.org, from, zb_date_add_months (from, 1), NULL);
  const ZbOrgTree *tree = zb_registry_tree (self->registry);

  g_ptr_array_set_size (self->meetings, 0);
  for (guint i = 0; all != NULL && i < all->len; i++)
    {
      ZbMeetingLine *line = g_ptr_array_index (all, i);
      const ZbOrg *org = zb_org_tree_get ((ZbOrgTree *) tree, line->org);
      gboolean is_here = line->org == self->row.org || (org != NULL && org->kind == ZB_ORG_GROUP && org->parent == self->row.org);

      if (line->kind != self->row.kind || !is_here)
        continue;
      g_ptr_array_add (self->meetings, line);
      g_ptr_array_index (all, i) = NULL;
    }
}

static void
on_meeting_clicked (GtkButton *button, ZbDutyPanel *self)
{
  gint64 *id = g_object_get_data (G_OBJECT (button), "id");

  zb_page_ask_for_record (GTK_WIDGET (self), &zb_kind_meeting, *id);
}

static GtkWidget *
meeting_button (ZbDutyPanel *self, const ZbMeetingLine *line)
{
  g_autofree char *day = zb_date_to_print (line->day);
  g_autofree char *text = g_strdup_printf ("%s %s　%s", day, line->title, zb_code_label (zb_code_table_get ("meeting_state"), line->state));
  GtkWidget *button = gtk_button_new_with_label (text);

  gtk_label_set_xalign (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))), 0);
  g_object_set_data_full (G_OBJECT (button), "id", g_memdup2 (&line->id, sizeof line->id), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_meeting_clicked), self, 0);
  return button;
}

/* What can be done. */

static void
new_meeting (ZbDutyPanel *self, gboolean was_held)
{
  g_autoptr(ZbRecord) record = zb_record_new (&zb_kind_meeting);
  ZbDate today = zb_registry_today (self->registry);
  ZbDate month = { (gint16) self->year, (guint8) (self->month + 1), 0 };
  gboolean is_now = today.year == month.year && today.month == month.month;
  g_autofree char *day = zb_date_to_text (is_now ? today : month);

  zb_record_set_int (record, "org", self->row.org);
  zb_record_set (record, "kind", kind_code (self));
  zb_record_set (record, was_held ? "held_on" : "planned_on", day);
  zb_life_form_new_meeting (GTK_WIDGET (self), self->registry, record);
}

static void
on_record_clicked (ZbDutyPanel *self)
{
  new_meeting (self, TRUE);
}

static void
on_plan_clicked (ZbDutyPanel *self)
{
  new_meeting (self, FALSE);
}

static void
on_exempt_clicked (ZbDutyPanel *self)
{
  g_autoptr(ZbRecord) record = zb_record_new (&zb_kind_duty_exemption);
  guint length = MAX (self->row.period, 1), first = self->month - self->month % length;
  ZbDate from = { (gint16) self->year, (guint8) (first + 1), 1 };
  g_autofree char *from_text = zb_date_to_text (from);
  g_autofree char *to_text = zb_date_to_text (zb_date_add_days (zb_date_add_months (from, (int) length), -1));

  zb_record_set_int (record, "org", self->row.org);
  zb_record_set (record, "kind", kind_code (self));
  zb_record_set (record, "started_on", from_text);
  zb_record_set (record, "ended_on", to_text);
  zb_life_form_record (GTK_WIDGET (self), self->registry, record);
}

static void
update_tools (ZbDutyPanel *self)
{
  ZbDate today = zb_registry_today (self->registry);
  ZbDate month = { (gint16) self->year, (guint8) (self->month + 1), 0 }, now = { today.year, today.month, 0 };
  ZbDutyCell cell = self->row.cells[self->month];
  gboolean can_write = !zb_registry_is_read_only (self->registry);

  gtk_widget_set_visible (self->record_button, can_write && zb_date_compare (month, now) <= 0);
  gtk_widget_set_visible (self->plan_button, can_write && zb_date_compare (month, now) >= 0);
  gtk_widget_set_visible (self->exempt_button, can_write && (cell == ZB_DUTY_GAP || cell == ZB_DUTY_OPEN));
}

void
zb_duty_panel_show (ZbDutyPanel *self, const ZbYearRow *row, int year, guint month)
{
  g_autofree char *org = NULL;
  g_autofree char *title = NULL;
  g_autofree char *words = NULL;
  GtkWidget *child;

  gtk_widget_set_visible (self->box, row != NULL);
  if (row == NULL)
    return;
  self->row = *row;
  self->year = year;
  self->month = month;
  org = zb_registry_title (self->registry, &zb_kind_organization, row->org);
  /* Translators: %1$d a year, %2$u a month, %3$s a kind of meeting, %4$s an organisation */
  title = g_strdup_printf (_("%1$d/%2$u · %3$s · %4$s"), year, month + 1, zb_code_table_get ("meeting_kind")->codes[row->kind].label, org);
  words = zb_registry_duty_words (self->registry, row, year, month);
  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->words, words);
  read_meetings (self);
  while ((child = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_box_remove (GTK_BOX (self->list), child);
  for (guint i = 0; i < self->meetings->len; i++)
    gtk_box_append (GTK_BOX (self->list), meeting_button (self, g_ptr_array_index (self->meetings, i)));
  gtk_widget_set_visible (self->list, self->meetings->len > 0);
  update_tools (self);
}

void
zb_duty_panel_open (ZbDutyPanel *self)
{
  GtkWidget *const tools[] = { self->record_button, self->plan_button, self->exempt_button };

  if (self->meetings->len == 1)
    {
      zb_page_ask_for_record (GTK_WIDGET (self), &zb_kind_meeting, ((ZbMeetingLine *) g_ptr_array_index (self->meetings, 0))->id);
      return;
    }
  if (self->meetings->len > 1)
    {
      gtk_widget_grab_focus (gtk_widget_get_first_child (self->list));
      return;
    }
  for (guint i = 0; i < G_N_ELEMENTS (tools); i++)
    if (gtk_widget_get_visible (tools[i]))
      {
        gtk_widget_grab_focus (tools[i]);
        return;
      }
}

static void
zb_duty_panel_dispose (GObject *object)
{
  ZbDutyPanel *self = ZB_DUTY_PANEL (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->registry);
  G_OBJECT_CLASS (zb_duty_panel_parent_class)->dispose (object);
}

static void
zb_duty_panel_finalize (GObject *object)
{
  g_ptr_array_unref (ZB_DUTY_PANEL (object)->meetings);
  G_OBJECT_CLASS (zb_duty_panel_parent_class)->finalize (object);
}

static void
zb_duty_panel_class_init (ZbDutyPanelClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = zb_duty_panel_dispose;
  G_OBJECT_CLASS (klass)->finalize = zb_duty_panel_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static GtkWidget *
tool_new (ZbDutyPanel *self, const char *label, GCallback clicked)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  g_signal_connect_object (button, "clicked", clicked, self, G_CONNECT_SWAPPED);
  zb_flow_append (ZB_FLOW (self->tools), button);
  return button;
}

static void
zb_duty_panel_init (ZbDutyPanel *self)
{
  self->meetings = g_ptr_array_new_with_free_func ((GDestroyNotify) zb_meeting_line_free);
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  self->title = GTK_LABEL (gtk_label_new (NULL));
  self->words = GTK_LABEL (gtk_label_new (NULL));
  self->list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  self->tools = zb_flow_new (6);
  gtk_label_set_xalign (self->title, 0);
  gtk_label_set_xalign (self->words, 0);
  gtk_label_set_wrap (self->title, TRUE);
  gtk_label_set_wrap (self->words, TRUE);
  gtk_label_set_wrap_mode (self->words, PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (GTK_WIDGET (self->title), "heading");
  gtk_widget_add_css_class (self->box, "duty-panel");
  self->record_button = tool_new (self, _("_Record a Meeting That Was Held…"), G_CALLBACK (on_record_clicked));
  self->plan_button = tool_new (self, _("_Plan a Meeting…"), G_CALLBACK (on_plan_clicked));
  self->exempt_button = tool_new (self, _("Enter an _Exemption…"), G_CALLBACK (on_exempt_clicked));
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->title));
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->words));
  gtk_box_append (GTK_BOX (self->box), self->list);
  gtk_box_append (GTK_BOX (self->box), self->tools);
  gtk_widget_set_visible (self->box, FALSE);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

GtkWidget *
zb_duty_panel_new (ZbRegistry *registry)
{
  ZbDutyPanel *self = g_object_new (ZB_TYPE_DUTY_PANEL, NULL);

  self->registry = g_object_ref (registry);
  return GTK_WIDGET (self);
}
