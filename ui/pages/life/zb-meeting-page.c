/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/life/zb-meeting-page.h"

#include <glib/gi18n.h>

#include "dialogs/zb-record-list.h"
#include "dialogs/zb-step-dialog.h"
#include "pages/ceremonies/zb-ceremony-dialog.h"
#include "pages/ceremonies/zb-ceremony-screen.h"
#include "pages/ceremonies/zb-ceremony-section.h"
#include "pages/life/zb-appraisal-dialog.h"
#include "pages/life/zb-attachments-section.h"
#include "pages/life/zb-life-forms.h"
#include "pages/life/zb-meeting-documents.h"
#include "pages/life/zb-meeting-head.h"
#include "pages/life/zb-meeting-lists.h"
#include "pages/life/zb-meeting-papers.h"
#include "pages/life/zb-minutes-section.h"
#include "pages/life/zb-roll-section.h"
#include "pages/service/zb-service-section.h"
#include "shell/zb-page.h"
#include "widgets/zb-first-focus.h"
#include "widgets/zb-flow.h"
#include "widgets/zb-record-history.h"
#include "widgets/zb-section.h"

/* Sections in their order; the name is what zb_meeting_page_go_to() takes. */
typedef enum {
  SECTION_FACTS,
  SECTION_CEREMONY,
  SECTION_SERVICE,
  SECTION_PROGRAMME,
  SECTION_AGENDA,
  SECTION_ROLL,
  SECTION_VOTES,
  SECTION_MINUTES,
  SECTION_PROBLEMS,
  SECTION_APPRAISAL,
  SECTION_MAKE_UPS,
  SECTION_PAPERS,
  SECTION_HISTORY,
  N_SECTIONS
} Section;

static const struct {
  const char *name;
  const char *title;
} sections[N_SECTIONS] = {
  { "facts", N_("Facts") }, { "ceremony", N_("Ceremony") }, { "service", N_("Service Activity") }, { "programme", N_("Programme") }, { "agenda", N_("Agenda") }, { "roll", N_("Attendance") }, { "votes", N_("Votes") }, { "minutes", N_("Minutes") },
  { "problems", N_("Problems and Remedies") }, { "appraisal", N_("Appraisal") }, { "make-ups", N_("Make-Up Study") },
  { "papers", N_("Photos and Papers") }, { "history", N_("Changes") },
};

struct _ZbMeetingPage
{
  AdwBin parent_instance;

  ZbRegistry *registry; /* (owned) */
  gint64 meeting;
  ZbRollModel *roll;    /* (owned) (nullable) */
  guint refresh_id;

  GtkScrolledWindow *scrolled;
  GtkBox *box;
  ZbMeetingHead *head;
  GtkWidget *sections[N_SECTIONS];
  GtkWidget *tabs[N_SECTIONS];
  GtkWidget *history_button;
};

enum {
  CALL_ROLL,
  GONE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ZbMeetingPage, zb_meeting_page, ADW_TYPE_BIN)

/* What is shown. */

static void
fill_facts (ZbMeetingPage *self, const ZbRecord *meeting)
{
  zb_section_set_content (self->sections[SECTION_FACTS], zb_meeting_facts_new (self->registry, meeting));
}

static void
fill_appraisal (ZbMeetingPage *self, const ZbRecord *meeting)
{
  int year = zb_appraisal_year (meeting);
  g_autoptr(GPtrArray) records = zb_appraisal_records (self->registry, meeting, year, FALSE);
  gboolean good;
  g_autofree char *words = zb_appraisal_words (self->registry, records, year, &good);

  zb_section_set_content (self->sections[SECTION_APPRAISAL], zb_section_line_new (words));
}

static gboolean
is_kind (const ZbRecord *meeting, const char *kind)
{
  return g_strcmp0 (zb_record_get (meeting, "kind"), kind) == 0;
}

/* Service has no agenda, votes or minutes, and is not made up. */
static void
hide_of_service (ZbMeetingPage *self, gboolean *visible)
{
  static const Section lists[] = { SECTION_AGENDA, SECTION_VOTES, SECTION_MAKE_UPS };

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    visible[lists[i]] = zb_record_list_get_records (ZB_RECORD_LIST (self->sections[lists[i]]))->len > 0
                        && lists[i] != SECTION_MAKE_UPS;
  visible[SECTION_MINUTES] = FALSE;
}

/* What only some kinds have, unless something was entered in it. */
static void
show_sections (ZbMeetingPage *self, const ZbRecord *meeting)
{
  gboolean is_held = zb_record_get (meeting, "held_on") != NULL;
  gboolean has_problems = zb_record_list_get_records (ZB_RECORD_LIST (self->sections[SECTION_PROBLEMS]))->len > 0;
  gboolean visible[N_SECTIONS];

  for (guint i = 0; i < N_SECTIONS; i++)
    visible[i] = TRUE;
  visible[SECTION_CEREMONY] = zb_ceremony_section_show (ZB_CEREMONY_SECTION (self->sections[SECTION_CEREMONY]), meeting);
  visible[SECTION_PROGRAMME] = visible[SECTION_CEREMONY];
  visible[SECTION_SERVICE] = zb_service_section_show (ZB_SERVICE_SECTION (self->sections[SECTION_SERVICE]), meeting);
  visible[SECTION_AGENDA] = !visible[SECTION_CEREMONY];
  visible[SECTION_VOTES] = !is_kind (meeting, "ceremony") || zb_record_list_get_records (ZB_RECORD_LIST (self->sections[SECTION_VOTES]))->len > 0;
  visible[SECTION_MINUTES] = visible[SECTION_MAKE_UPS] = is_held;
  if (is_kind (meeting, "service"))
    hide_of_service (self, visible);
  visible[SECTION_PROBLEMS] = is_kind (meeting, "life") || is_kind (meeting, "democratic_life") || has_problems;
  visible[SECTION_APPRAISAL] = is_kind (meeting, "appraisal");
  for (guint i = 0; i < N_SECTIONS; i++)
    {
      gtk_widget_set_visible (self->sections[i], visible[i]);
      gtk_widget_set_visible (self->tabs[i], visible[i]);
    }
}

static void
make_roll (ZbMeetingPage *self, const ZbRecord *meeting)
{
  gboolean has_day = zb_record_get (meeting, "held_on") != NULL || zb_record_get (meeting, "planned_on") != NULL;

  if (self->roll != NULL && (zb_roll_model_get_meeting (self->roll) != meeting->id || !has_day))
    g_clear_object (&self->roll);
  if (self->roll == NULL && has_day)
    self->roll = zb_roll_model_new (self->registry, meeting->id);
  zb_roll_section_show (ZB_ROLL_SECTION (self->sections[SECTION_ROLL]), self->roll, meeting);
}

static void
update_actions (ZbMeetingPage *self, const ZbRecord *meeting)
{
  static const char *const writing[] = { "meeting.edit", "meeting.step", "meeting.beside", "meeting.withdraw", "meeting.fill-roll", "meeting.appraise",
                                         "meeting.ceremony" };
  gboolean can_write = !zb_registry_is_read_only (self->registry);
  gboolean is_cancelled = g_strcmp0 (zb_record_get (meeting, "state"), "cancelled") == 0;

  for (guint i = 0; i < G_N_ELEMENTS (writing); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), writing[i], can_write);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "meeting.fill-roll", can_write && self->roll != NULL && !is_cancelled);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "meeting.roll", self->roll != NULL && !is_cancelled);
}

/* Every change, only when somebody asks: a large roll has many. */
static void
hide_history (ZbMeetingPage *self)
{
  zb_section_set_content (self->sections[SECTION_HISTORY], zb_section_line_new (_("Everything that was entered and changed here, with a way back.")));
  gtk_widget_set_visible (self->history_button, TRUE);
}

static void
on_history_clicked (ZbMeetingPage *self)
{
  zb_section_set_content (self->sections[SECTION_HISTORY], zb_record_history_new (self->registry, &zb_kind_meeting, self->meeting));
  gtk_widget_set_visible (self->history_button, FALSE);
}

void
zb_meeting_page_refresh (ZbMeetingPage *self)
{
  g_autoptr(ZbRecord) meeting = self->meeting != 0 ? zb_registry_get (self->registry, &zb_kind_meeting, self->meeting, FALSE, NULL) : NULL;

  g_clear_handle_id (&self->refresh_id, g_source_remove);
  if (meeting == NULL || meeting->withdrawn)
    {
      if (self->meeting != 0)
        g_signal_emit (self, signals[GONE], 0);
      return;
    }
  zb_meeting_head_show (self->head, meeting);
  fill_facts (self, meeting);
  make_roll (self, meeting);
  if (is_kind (meeting, "appraisal"))
    fill_appraisal (self, meeting);
  zb_minutes_section_show (ZB_MINUTES_SECTION (self->sections[SECTION_MINUTES]), meeting);
  show_sections (self, meeting);
  update_actions (self, meeting);
  if (!gtk_widget_get_visible (self->history_button))
    on_history_clicked (self);
}

gboolean
zb_meeting_page_show (ZbMeetingPage *self, gint64 id)
{
  static const Section lists[] = { SECTION_PROGRAMME, SECTION_AGENDA, SECTION_VOTES, SECTION_PROBLEMS, SECTION_MAKE_UPS };
  g_autoptr(ZbRecord) meeting = zb_registry_get (self->registry, &zb_kind_meeting, id, FALSE, NULL);

  if (meeting == NULL || meeting->withdrawn)
    return FALSE;
  if (self->meeting != id)
    {
      gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scrolled), 0);
      hide_history (self);
    }
  self->meeting = id;
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    zb_record_list_show (ZB_RECORD_LIST (self->sections[lists[i]]), "meeting", id);
  zb_attachments_section_show (ZB_ATTACHMENTS_SECTION (self->sections[SECTION_PAPERS]), &zb_kind_meeting, id);
  zb_meeting_page_refresh (self);
  return TRUE;
}

gint64
zb_meeting_page_get_meeting (ZbMeetingPage *self)
{
  return self->meeting;
}

ZbRollModel *
zb_meeting_page_get_roll (ZbMeetingPage *self)
{
  return self->roll;
}

static gboolean
refresh_later (gpointer user_data)
{
  ZbMeetingPage *self = ZB_MEETING_PAGE (user_data);

  self->refresh_id = 0;
  zb_meeting_page_refresh (self);
  return G_SOURCE_REMOVE;
}

static void
on_registry_changed (ZbMeetingPage *self)
{
  if (self->meeting != 0 && self->refresh_id == 0 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->refresh_id = g_idle_add (refresh_later, self);
}

/* What can be done. */

static void
on_written (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr(GtkWidget) self = GTK_WIDGET (user_data);
  g_autoptr(GError) error = NULL;
  g_autofree char *words = NULL;

  if (zb_registry_write_finish (ZB_REGISTRY (source), result, &words, &error))
    zb_page_say (self, words, TRUE);
  else
    zb_page_say_error (self, error);
}

static void
on_made_beside (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr(GtkWidget) self = GTK_WIDGET (user_data);
  g_autoptr(GError) error = NULL;
  g_autofree char *words = NULL;
  gint64 id = zb_registry_save_finish (ZB_REGISTRY (source), result, &words, &error);

  if (id == 0)
    {
      zb_page_say_error (self, error);
      return;
    }
  zb_page_ask_for_record (self, &zb_kind_meeting, id);
  zb_page_say (self, words, TRUE);
}

static void
on_said (GtkWidget *self, const char *words)
{
  zb_page_say (self, words, TRUE);
}

void
zb_meeting_page_edit (ZbMeetingPage *self)
{
  if (self->meeting != 0)
    zb_life_form_meeting (GTK_WIDGET (self), self->registry, self->meeting, NULL);
}

static void
take_step (ZbMeetingPage *self, const char *name)
{
  const ZbStep *step = zb_kind_step (&zb_kind_meeting, name);
  g_autofree char *title = zb_registry_title (self->registry, &zb_kind_meeting, self->meeting);
  GtkWindow *dialog;

  if (step == NULL)
    return;
  dialog = zb_step_dialog_new (self->registry, &zb_kind_meeting, &self->meeting, 1, step, title);
  g_signal_connect_object (dialog, "done", G_CALLBACK (on_said), self, G_CONNECT_SWAPPED);
  zb_page_present (GTK_WIDGET (self), dialog);
}

static void
appraise (ZbMeetingPage *self)
{
  g_autoptr(ZbRecord) meeting = zb_registry_get (self->registry, &zb_kind_meeting, self->meeting, FALSE, NULL);
  GtkWindow *dialog = zb_appraisal_dialog_new (self->registry, meeting);

  g_signal_connect_object (dialog, "saved", G_CALLBACK (on_said), self, G_CONNECT_SWAPPED);
  zb_page_present (GTK_WIDGET (self), dialog);
}

static void
on_set_up (GtkWidget *self, gint64 meeting, const char *words)
{
  zb_page_say (self, words, TRUE);
}

static void
make_ceremony (ZbMeetingPage *self)
{
  g_autoptr(ZbRecord) meeting = zb_registry_get (self->registry, &zb_kind_meeting, self->meeting, FALSE, NULL);
  GtkWindow *dialog = zb_ceremony_dialog_new (self->registry, meeting, NULL);

  g_signal_connect_object (dialog, "saved", G_CALLBACK (on_set_up), self, G_CONNECT_SWAPPED);
  zb_page_present (GTK_WIDGET (self), dialog);
}

static void
print_paper (ZbMeetingPage *self, const char *paper)
{
  g_autoptr(ZbRecord) meeting = zb_registry_get (self->registry, &zb_kind_meeting, self->meeting, FALSE, NULL);
  g_autoptr(ZbRosterRequest) request = zb_meeting_papers_request (self->registry, meeting, paper);

  if (request != NULL)
    zb_page_ask_for_export (GTK_WIDGET (self), request);
}

static void
show_document (ZbMeetingPage *self, const char *document)
{
  g_autoptr(ZbDocumentRequest) request = zb_meeting_documents_request (self->registry, self->meeting, document);

  zb_page_ask_for_document (GTK_WIDGET (self), request);
}

static void
meeting_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ZbMeetingPage *self = ZB_MEETING_PAGE (widget);
  const char *target = parameter != NULL ? g_variant_get_string (parameter, NULL) : NULL;

  if (self->meeting == 0)
    return;
  if (g_str_equal (action, "meeting.edit"))
    zb_meeting_page_edit (self);
  else if (g_str_equal (action, "meeting.roll"))
    g_signal_emit (self, signals[CALL_ROLL], 0);
  else if (g_str_equal (action, "meeting.step"))
    take_step (self, target);
  else if (g_str_equal (action, "meeting.beside"))
    zb_registry_beside_async (self->registry, self->meeting, target, NULL, on_made_beside, g_object_ref (self));
  else if (g_str_equal (action, "meeting.fill-roll"))
    zb_registry_fill_roll_async (self->registry, self->meeting, NULL, on_written, g_object_ref (self));
  else if (g_str_equal (action, "meeting.withdraw"))
    zb_registry_withdraw_async (self->registry, &zb_kind_meeting, self->meeting, NULL, on_written, g_object_ref (self));
  else if (g_str_equal (action, "meeting.appraise"))
    appraise (self);
  else if (g_str_equal (action, "meeting.ceremony"))
    make_ceremony (self);
  else if (g_str_equal (action, "meeting.screen"))
    zb_ceremony_screen_present (widget, self->registry, self->meeting);
  else if (g_str_equal (action, "meeting.document"))
    show_document (self, target);
  else
    print_paper (self, target);
}

/* Going from section to section. */

static gboolean
scroll_to (gpointer user_data)
{
  GtkWidget *section = GTK_WIDGET (user_data);
  ZbMeetingPage *self = ZB_MEETING_PAGE (gtk_widget_get_ancestor (section, ZB_TYPE_MEETING_PAGE));
  double x, y;

  if (self != NULL && gtk_widget_translate_coordinates (section, GTK_WIDGET (self->box), 0, 0, &x, &y))
    gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scrolled), y);
  return G_SOURCE_REMOVE;
}

void
zb_meeting_page_go_to (ZbMeetingPage *self, const char *name)
{
  for (guint i = 0; i < N_SECTIONS; i++)
    if (g_str_equal (sections[i].name, name) && gtk_widget_get_visible (self->sections[i]))
      {
        gtk_widget_child_focus (self->sections[i], GTK_DIR_TAB_FORWARD);
        /* The focus has scrolled just far enough to be seen; the section begins at the top. */
        g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, scroll_to, g_object_ref (self->sections[i]), g_object_unref);
      }
}

static void
on_tab_clicked (GtkButton *button, ZbMeetingPage *self)
{
  zb_meeting_page_go_to (self, g_object_get_data (G_OBJECT (button), "section"));
}

ZbRosterRequest *
zb_meeting_page_make_request (ZbMeetingPage *self)
{
  g_autoptr(ZbRecord) meeting = self->meeting != 0 ? zb_registry_get (self->registry, &zb_kind_meeting, self->meeting, FALSE, NULL) : NULL;

  return meeting != NULL ? zb_meeting_papers_request (self->registry, meeting, NULL) : NULL;
}

static gboolean
zb_meeting_page_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (ZB_MEETING_PAGE (widget)->head));
}

static void
zb_meeting_page_dispose (GObject *object)
{
  ZbMeetingPage *self = ZB_MEETING_PAGE (object);

  g_clear_handle_id (&self->refresh_id, g_source_remove);
  g_clear_object (&self->roll);
  g_clear_object (&self->registry);
  G_OBJECT_CLASS (zb_meeting_page_parent_class)->dispose (object);
}

static void
zb_meeting_page_class_init (ZbMeetingPageClass *klass)
{
  static const char *const plain[] = { "meeting.edit", "meeting.roll", "meeting.fill-roll", "meeting.withdraw", "meeting.appraise", "meeting.ceremony",
                                       "meeting.screen" };
  static const char *const with_target[] = { "meeting.step", "meeting.beside", "meeting.paper", "meeting.document" };
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = zb_meeting_page_dispose;
  zb_widget_class_set_first_focus (widget_class, zb_meeting_page_grab_focus);
  signals[CALL_ROLL] = g_signal_new ("call-roll", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[GONE] = g_signal_new ("gone", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  for (guint i = 0; i < G_N_ELEMENTS (plain); i++)
    gtk_widget_class_install_action (widget_class, plain[i], NULL, meeting_action);
  for (guint i = 0; i < G_N_ELEMENTS (with_target); i++)
    gtk_widget_class_install_action (widget_class, with_target[i], "s", meeting_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F5, 0, "meeting.screen", NULL);
}

static void
zb_meeting_page_init (ZbMeetingPage *self)
{
}

static GtkWidget *
tool_new (const char *label, const char *action)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  if (action != NULL)
    gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  return button;
}

static void
make_sections (ZbMeetingPage *self)
{
  self->history_button = tool_new (_("Sho_w"), NULL);
  g_signal_connect_object (self->history_button, "clicked", G_CALLBACK (on_history_clicked), self, G_CONNECT_SWAPPED);
  self->sections[SECTION_FACTS] = zb_section_new (_("Facts"), tool_new (_("Edit"), "meeting.edit"));
  self->sections[SECTION_CEREMONY] = zb_ceremony_section_new (self->registry);
  self->sections[SECTION_SERVICE] = zb_service_section_new (self->registry);
  self->sections[SECTION_PROGRAMME] = zb_record_list_new (self->registry, &zb_meeting_programme);
  self->sections[SECTION_AGENDA] = zb_record_list_new (self->registry, &zb_meeting_agenda);
  self->sections[SECTION_ROLL] = zb_roll_section_new (self->registry);
  self->sections[SECTION_VOTES] = zb_record_list_new (self->registry, &zb_meeting_votes);
  self->sections[SECTION_MINUTES] = zb_minutes_section_new (self->registry);
  self->sections[SECTION_PROBLEMS] = zb_record_list_new (self->registry, &zb_meeting_problems);
  self->sections[SECTION_APPRAISAL] = zb_section_new (_("Appraisal"), tool_new (_("Enter Gra_des…"), "meeting.appraise"));
  self->sections[SECTION_MAKE_UPS] = zb_record_list_new (self->registry, &zb_meeting_make_ups);
  self->sections[SECTION_PAPERS] = zb_attachments_section_new (self->registry);
  self->sections[SECTION_HISTORY] = zb_section_new (_("Changes"), self->history_button);
}

GtkWidget *
zb_meeting_page_new (ZbRegistry *registry)
{
  ZbMeetingPage *self = g_object_new (ZB_TYPE_MEETING_PAGE, NULL);
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *tabs = zb_flow_new (6);

  self->registry = g_object_ref (registry);
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 18));
  self->head = ZB_MEETING_HEAD (zb_meeting_head_new (registry));
  make_sections (self);
  gtk_box_append (self->box, GTK_WIDGET (self->head));
  gtk_box_append (self->box, tabs);
  for (guint i = 0; i < N_SECTIONS; i++)
    {
      self->tabs[i] = gtk_button_new_with_label (_(sections[i].title));
      gtk_widget_add_css_class (self->tabs[i], "flat");
      g_object_set_data (G_OBJECT (self->tabs[i]), "section", (gpointer) sections[i].name);
      g_signal_connect_object (self->tabs[i], "clicked", G_CALLBACK (on_tab_clicked), self, 0);
      zb_flow_append (ZB_FLOW (tabs), self->tabs[i]);
      gtk_box_append (self->box, self->sections[i]);
    }
  gtk_widget_add_css_class (GTK_WIDGET (self->box), "life-content");
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 1040);
  adw_clamp_set_tightening_threshold (ADW_CLAMP (clamp), 1000);
  adw_clamp_set_child (ADW_CLAMP (clamp), GTK_WIDGET (self->box));
  self->scrolled = GTK_SCROLLED_WINDOW (gtk_scrolled_window_new ());
  gtk_scrolled_window_set_policy (self->scrolled, GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (self->scrolled, clamp);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->scrolled));
  g_signal_connect_object (registry, "changed", G_CALLBACK (on_registry_changed), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
