/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/life/zb-roll-screen.h"

#include <glib/gi18n.h>

#include "core/zb-codes.h"
#include "pages/life/zb-roll-call.h"
#include "pages/life/zb-roll-list.h"
#include "service/zb-words.h"
#include "shell/zb-page.h"
#include "widgets/zb-choice.h"
#include "widgets/zb-first-focus.h"
#include "widgets/zb-flow.h"
#include "widgets/zb-suggest-entry.h"

struct _ZbRollScreen
{
  AdwBin parent_instance;

  ZbRegistry *registry; /* (owned) */
  ZbRollModel *model;   /* (owned) (nullable) */
  const char *asked;    /* (nullable): the state that a reason is asked for */
  gboolean is_empty;    /* nobody is on the roll */

  GtkLabel *title;
  GtkLabel *figures;
  GtkLabel *typed;
  ZbRollList *list;
  GtkEntry *command;
  GtkLabel *words;
  GtkStack *bars;        /* buttons; a reason; somebody else */
  GtkLabel *reason_label;
  GtkWidget *reason_entry;
  GtkWidget *name_entry;
  GtkWidget *role_choice;
};

G_DEFINE_FINAL_TYPE (ZbRollScreen, zb_roll_screen, ADW_TYPE_BIN)

static void
on_typed (ZbRollScreen *self, const char *text, gboolean found)
{
  g_autofree char *words = NULL;

  if (self->is_empty)
    words = g_strdup (_("Nobody is expected at this meeting. Add whoever came."));
  else if (*text == '\0')
    words = g_strdup (_("Type a number or initials to find somebody"));
  else
    /* Translators: %s is a number or letters that were typed */
    words = g_strdup_printf (found ? _("Find: %s") : _("Nobody is found by %s"), text);
  gtk_label_set_label (self->typed, words);
}

/* Where nobody is on the roll there is nothing to mark, and nobody to call. */
static void
show_emptiness (ZbRollScreen *self)
{
  static const char *const actions[] = { "roll.mark", "roll.all", "roll.call" };

  self->is_empty = self->model != NULL && zb_roll_model_get_size (self->model) == 0;
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), actions[i], !self->is_empty);
  on_typed (self, "", TRUE);
}

static void
show_figures (ZbRollScreen *self)
{
  ZbMeetingCount count;
  g_autoptr(GString) text = g_string_new (NULL);

  if (self->model == NULL)
    return;
  zb_roll_model_get_count (self->model, &count);
  /* Translators: %1$u expected, %2$u present, %3$u excused, %4$u absent */
  g_string_append_printf (text, _("Expected %1$u, present %2$u, excused %3$u, absent %4$u"), count.expected, count.present, count.excused, count.absent);
  if (count.unmarked > 0)
    g_string_append_printf (text, _(" (of these %u not called yet)"), count.unmarked);
  if (count.late > 0)
    g_string_append_printf (text, _("; late %u"), count.late);
  if (count.observers + count.guests > 0)
    /* Translators: %1$u observers, %2$u guests */
    g_string_append_printf (text, _("; observers %1$u, guests %2$u"), count.observers, count.guests);
  gtk_label_set_label (self->figures, text->str);
  if (self->is_empty != (zb_roll_model_get_size (self->model) == 0))
    show_emptiness (self);
}

static void
back_to_list (ZbRollScreen *self)
{
  gtk_stack_set_visible_child_name (self->bars, "marks");
  self->asked = NULL;
  gtk_widget_grab_focus (GTK_WIDGET (self->list));
}

/* The entry for orders. */

static void
on_command_changed (ZbRollScreen *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->command));
  g_autofree char *words = NULL;
  gboolean good = TRUE;

  if (*text == '\0' || self->model == NULL)
    words = g_strdup (_("For a sheet on paper: 缺 3 7 12；假 5 出差；迟 2；全到"));
  else
    words = zb_roll_model_command_words (self->model, text, &good);
  gtk_label_set_label (self->words, words);
  if (good)
    gtk_widget_remove_css_class (GTK_WIDGET (self->command), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->command), "error");
}

static void
on_command_activated (ZbRollScreen *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->command));
  g_autofree char *words = NULL;
  gboolean good = FALSE;

  if (*text == '\0' || self->model == NULL)
    return;
  words = zb_roll_model_command_words (self->model, text, &good);
  if (!good)
    return;
  zb_roll_model_command (self->model, text);
  gtk_editable_set_text (GTK_EDITABLE (self->command), "");
}

/* A reason. */

static void
ask_reason (ZbRollScreen *self, const char *state)
{
  ZbRollRow *row = self->model != NULL ? zb_roll_model_get_row (self->model, zb_roll_list_get_position (self->list)) : NULL;
  const char *label = zb_code_label (zb_code_table_get ("attendance_state"), state);
  g_autofree char *words = row != NULL ? g_strdup_printf ("%s　%s", zb_roll_row_get_name (row), label) : NULL;
  const char *before = row != NULL ? zb_record_get (zb_roll_row_get_record (row), "reason") : NULL;

  if (row == NULL || zb_registry_is_read_only (self->registry))
    return;
  self->asked = g_intern_string (state);
  gtk_label_set_label (self->reason_label, words);
  zb_suggest_entry_set (ZB_SUGGEST_ENTRY (self->reason_entry), before, NULL);
  gtk_stack_set_visible_child_name (self->bars, "reason");
  gtk_widget_grab_focus (self->reason_entry);
}

static void
take_reason (ZbRollScreen *self)
{
  g_autofree char *reason = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->reason_entry))));

  if (self->asked != NULL)
    zb_roll_list_mark (self->list, self->asked, *reason != '\0' ? reason : NULL);
  back_to_list (self);
}

/* Somebody else. */

static void
on_added (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr(ZbRollScreen) self = ZB_ROLL_SCREEN (user_data);
  g_autoptr(GError) error = NULL;
  g_autofree char *words = NULL;
  gint64 id = zb_registry_save_finish (ZB_REGISTRY (source), result, &words, &error);

  if (id == 0)
    {
      zb_page_say_error (GTK_WIDGET (self), error);
      return;
    }
  zb_page_say (GTK_WIDGET (self), words, TRUE);
  if (self->model == NULL)
    return;
  zb_roll_model_reload (self->model);
  for (guint i = 0; i < zb_roll_model_get_size (self->model); i++)
    if (zb_roll_row_get_record (zb_roll_model_get_row (self->model, i))->id == id)
      zb_roll_list_go_to (self->list, i);
}

/* A member as of the day, else a guest: who is not in the registry is not expected. */
static void
add_somebody (ZbRollScreen *self)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->name_entry))));
  const char *value = zb_suggest_entry_get_value (ZB_SUGGEST_ENTRY (self->name_entry));
  const char *role = zb_choice_get_value (self->role_choice);

  if (*name == '\0' || self->model == NULL)
    return;
  if (value == NULL && g_strcmp0 (role, "member") == 0)
    role = "guest";
  zb_registry_roll_add_async (self->registry, zb_roll_model_get_meeting (self->model), value != NULL ? g_ascii_strtoll (value, NULL, 10) : 0, name, role,
                              NULL, on_added, g_object_ref (self));
  zb_suggest_entry_set (ZB_SUGGEST_ENTRY (self->name_entry), NULL, NULL);
  back_to_list (self);
}

/* Actions. */

static void
roll_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ZbRollScreen *self = ZB_ROLL_SCREEN (widget);

  if (self->model == NULL)
    return;
  if (g_str_equal (action, "roll.mark"))
    {
      const char *state = g_variant_get_string (parameter, NULL);

      if (g_str_equal (state, "excused"))
        ask_reason (self, state);
      else
        zb_roll_list_mark (self->list, state, NULL);
    }
  else if (g_str_equal (action, "roll.all"))
    zb_roll_model_mark_rest (self->model, "present");
  else if (g_str_equal (action, "roll.add"))
    {
      gtk_stack_set_visible_child_name (self->bars, "add");
      gtk_widget_grab_focus (self->name_entry);
    }
  else if (g_str_equal (action, "roll.reason"))
    take_reason (self);
  else if (g_str_equal (action, "roll.take"))
    add_somebody (self);
  else if (g_str_equal (action, "roll.call"))
    zb_roll_call_present (GTK_WIDGET (self), self->model, zb_roll_list_get_position (self->list), gtk_label_get_label (self->title));
  else
    back_to_list (self);
}

/* Escape leaves whatever is asked, then the entry. */
static gboolean
on_key_pressed (ZbRollScreen *self, guint key, guint code, GdkModifierType state)
{
  if (key != GDK_KEY_Escape || gtk_widget_has_focus (GTK_WIDGET (self->list)))
    return FALSE;
  gtk_editable_set_text (GTK_EDITABLE (self->command), "");
  back_to_list (self);
  return TRUE;
}

static void
on_failed (ZbRollScreen *self, const GError *error)
{
  zb_page_say_error (GTK_WIDGET (self), error);
}

void
zb_roll_screen_find (ZbRollScreen *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->command));
}

void
zb_roll_screen_show (ZbRollScreen *self, ZbRollModel *model, const ZbRecord *meeting)
{
  g_autofree char *title = NULL;

  if (self->model != NULL)
    g_signal_handlers_disconnect_by_data (self->model, self);
  g_set_object (&self->model, model);
  zb_roll_list_set_model (self->list, model);
  show_emptiness (self);
  on_command_changed (self);
  if (model == NULL)
    return;
  g_signal_connect_swapped (model, "changed", G_CALLBACK (show_figures), self);
  g_signal_connect_swapped (model, "failed", G_CALLBACK (on_failed), self);
  title = g_strdup (zb_record_title (meeting));
  gtk_label_set_label (self->title, title);
  show_figures (self);
}

static gboolean
zb_roll_screen_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (ZB_ROLL_SCREEN (widget)->list));
}

static void
zb_roll_screen_dispose (GObject *object)
{
  ZbRollScreen *self = ZB_ROLL_SCREEN (object);

  if (self->model != NULL)
    g_signal_handlers_disconnect_by_data (self->model, self);
  g_clear_object (&self->model);
  g_clear_object (&self->registry);
  G_OBJECT_CLASS (zb_roll_screen_parent_class)->dispose (object);
}

static void
zb_roll_screen_class_init (ZbRollScreenClass *klass)
{
  static const char *const actions[] = { "roll.all", "roll.add", "roll.reason", "roll.take", "roll.call", "roll.leave" };
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = zb_roll_screen_dispose;
  zb_widget_class_set_first_focus (widget_class, zb_roll_screen_grab_focus);
  gtk_widget_class_install_action (widget_class, "roll.mark", "s", roll_action);
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i], NULL, roll_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F11, 0, "roll.call", NULL);
}

static void
zb_roll_screen_init (ZbRollScreen *self)
{
}

/* Bars at the foot. */

static GtkWidget *
button_new (const char *label, const char *tooltip, const char *action)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_widget_set_focus_on_click (button, FALSE);
  gtk_actionable_set_detailed_action_name (GTK_ACTIONABLE (button), action);
  return button;
}

static GtkWidget *
make_marks (void)
{
  GtkWidget *flow = zb_flow_new (6);

  zb_flow_append (ZB_FLOW (flow), button_new (_("Present (Space)"), NULL, "roll.mark::present"));
  zb_flow_append (ZB_FLOW (flow), button_new (_("Late (F6)"), NULL, "roll.mark::late"));
  zb_flow_append (ZB_FLOW (flow), button_new (_("Excused… (F7)"), NULL, "roll.mark::excused"));
  zb_flow_append (ZB_FLOW (flow), button_new (_("Absent (F8)"), _("F9: with a reason"), "roll.mark::absent"));
  zb_flow_append (ZB_FLOW (flow), button_new (_("_All Others Present"), _("Everybody expected who has no mark yet"), "roll.all"));
  zb_flow_append (ZB_FLOW (flow), button_new (_("Add _Somebody…"), _("A member of another branch, an observer or a guest"), "roll.add"));
  zb_flow_append (ZB_FLOW (flow), button_new (_("On the Big Screen (F11)"), NULL, "roll.call"));
  return flow;
}

static GtkWidget *
make_reason (ZbRollScreen *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  self->reason_label = GTK_LABEL (gtk_label_new (NULL));
  self->reason_entry = zb_suggest_entry_new_words (self->registry, &zb_kind_attendance, "reason", ZB_DATE_NONE);
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->reason_entry), _("Reason; Return goes on"));
  gtk_widget_set_hexpand (self->reason_entry, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->reason_entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Reason"), -1);
  g_signal_connect_object (self->reason_entry, "activate", G_CALLBACK (take_reason), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->reason_entry, "chosen", G_CALLBACK (take_reason), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->reason_label));
  gtk_box_append (GTK_BOX (box), self->reason_entry);
  gtk_box_append (GTK_BOX (box), button_new (_("_Go On"), NULL, "roll.reason"));
  gtk_box_append (GTK_BOX (box), button_new (_("_Cancel"), _("Escape"), "roll.leave"));
  return box;
}

static GtkWidget *
make_add (ZbRollScreen *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  self->name_entry = zb_suggest_entry_new_people (self->registry, FALSE);
  self->role_choice = zb_choice_new_codes (zb_code_table_get ("attendance_role"), NULL);
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->name_entry), _("Name or initials of a member, or the name of a guest"));
  gtk_widget_set_hexpand (self->name_entry, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->name_entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Name"), -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->role_choice), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Role"), -1);
  g_signal_connect_object (self->name_entry, "activate", G_CALLBACK (add_somebody), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), self->name_entry);
  gtk_box_append (GTK_BOX (box), self->role_choice);
  gtk_box_append (GTK_BOX (box), button_new (_("A_dd"), NULL, "roll.take"));
  gtk_box_append (GTK_BOX (box), button_new (_("_Cancel"), _("Escape"), "roll.leave"));
  return box;
}

static GtkWidget *
label_new (const char *style)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, style);
  return label;
}

static GtkWidget *
make_foot (ZbRollScreen *self)
{
  GtkWidget *foot = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->command = GTK_ENTRY (gtk_entry_new ());
  gtk_entry_set_placeholder_text (self->command, "缺 3 7 12");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->command), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Order With Numbers of the Sheet"), -1);
  g_signal_connect_object (self->command, "changed", G_CALLBACK (on_command_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->command, "activate", G_CALLBACK (on_command_activated), self, G_CONNECT_SWAPPED);
  self->words = GTK_LABEL (label_new ("dim-label"));
  self->bars = GTK_STACK (gtk_stack_new ());
  gtk_stack_set_vhomogeneous (self->bars, FALSE);
  gtk_stack_add_named (self->bars, make_marks (), "marks");
  gtk_stack_add_named (self->bars, make_reason (self), "reason");
  gtk_stack_add_named (self->bars, make_add (self), "add");
  gtk_box_append (GTK_BOX (foot), GTK_WIDGET (self->bars));
  gtk_box_append (GTK_BOX (foot), GTK_WIDGET (self->command));
  gtk_box_append (GTK_BOX (foot), GTK_WIDGET (self->words));
  gtk_widget_add_css_class (foot, "bottom-bar");
  return foot;
}

GtkWidget *
zb_roll_screen_new (ZbRegistry *registry)
{
  ZbRollScreen *self = g_object_new (ZB_TYPE_ROLL_SCREEN, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->registry = g_object_ref (registry);
  self->title = GTK_LABEL (label_new ("heading"));
  self->figures = GTK_LABEL (label_new ("roll-figures"));
  gtk_widget_add_css_class (GTK_WIDGET (self->figures), "tabular");
  self->typed = GTK_LABEL (label_new ("dim-label"));
  self->list = ZB_ROLL_LIST (zb_roll_list_new ());
  gtk_widget_set_vexpand (GTK_WIDGET (self->list), TRUE);
  g_signal_connect_object (self->list, "typed", G_CALLBACK (on_typed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "ask-reason", G_CALLBACK (ask_reason), self, G_CONNECT_SWAPPED);
  gtk_widget_add_css_class (head, "life-bar");
  gtk_box_append (GTK_BOX (head), GTK_WIDGET (self->title));
  gtk_box_append (GTK_BOX (head), GTK_WIDGET (self->figures));
  gtk_box_append (GTK_BOX (head), GTK_WIDGET (self->typed));
  gtk_box_append (GTK_BOX (box), head);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->list));
  gtk_box_append (GTK_BOX (box), make_foot (self));
  adw_bin_set_child (ADW_BIN (self), box);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_BUBBLE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_key_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  return GTK_WIDGET (self);
}
